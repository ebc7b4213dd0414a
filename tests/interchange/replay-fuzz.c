/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives the files of a folder to a fuzz target, and pieces of each: cut off at many places, and with single bytes changed.
 * So every reader meets damaged input in the normal suite, without libFuzzer.
 */

#include "fuzz.h"

#define N_PIECES 150

static void
replay_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  LLVMFuzzerTestOneInput ((const guint8 *) data, length);
  for (guint i = 0; i < N_PIECES && length > 1; i++)
    {
      gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) length);
      g_autofree guint8 *changed = g_memdup2 (data, length);

      LLVMFuzzerTestOneInput ((const guint8 *) data, at);
      changed[at] = (guint8) g_rand_int_range (rand, 0, 256);
      LLVMFuzzerTestOneInput (changed, length);
    }
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) directory = g_dir_open (argv[i], 0, NULL);
      const char *name;

      g_assert_nonnull (directory);
      while ((name = g_dir_read_name (directory)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);

          replay_file (path);
        }
    }
  return 0;
}
