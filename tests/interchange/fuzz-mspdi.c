/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as Microsoft Project XML: a plan that fits together or a sentence, nothing else. What is read can be written,
 * what was written can be read, and writing that gives the same again. For libFuzzer; the normal suite replays the files
 * that it found with replay-fuzz.c.
 */

#include "fuzz.h"

#include "plan-mspdi.h"

#include <string.h>

static PlanImport *
read_bytes (gconstpointer data, gsize size, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  PlanIdSource ids;
  PlanImport *import;

  plan_id_source_init (&ids, PLAN_ID_NONE);
  import = plan_mspdi_read (stream, "fuzz.xml", &ids, NULL, error);
  plan_id_source_clear (&ids);
  return import;
}

static GBytes *
write_bytes (const PlanImport *import)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  PlanExport what = { import->model, NULL, PLAN_ID_NONE, TRUE, NULL };

  g_assert_true (plan_mspdi_write (&what, stream, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
write_again (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = read_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_no_error (error);
  return write_bytes (import);
}

/* Once more than that, as what is written of a sparse or damaged file is more than it had. */
static void
check_writing (const PlanImport *import)
{
  g_autoptr (GBytes) first = write_bytes (import);
  g_autoptr (GBytes) second = write_again (first);
  g_autoptr (GBytes) third = write_again (second);

  g_assert_true (g_bytes_equal (second, third));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = read_bytes (data, size, &error);

  g_assert_true ((import == NULL) == (error != NULL));
  g_assert_true (import == NULL || plan_model_check (import->model, NULL));
  if (import != NULL)
    check_writing (import);
  return 0;
}
