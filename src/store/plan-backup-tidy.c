/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removes copies beside an office that a crash left half-made. Whoever makes one holds a lock on it that dies with him.
 */

#include "plan-backup-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Of the random end that g_mkstemp_full() makes, with its dot. */
#define RANDOM_LENGTH 7

static const char *const companions[] = { "-journal", "-wal", "-shm" };

/* ".office.backup-2026-11-28.planwright.Xa2b4c", in contrast to the file of a lock. */
static gboolean
is_temporary (const char *name, char *const *prefixes)
{
  gsize length = strlen (name), end = strlen (PLAN_BACKUP_SUFFIX) + RANDOM_LENGTH;

  for (guint i = 0; prefixes[i] != NULL; i++)
    {
      gboolean is_incoming = g_str_has_suffix (prefixes[i], ".incoming");

      if (!g_str_has_prefix (name, prefixes[i]) || length < RANDOM_LENGTH || name[length - RANDOM_LENGTH] != '.')
        continue;
      if (is_incoming ? length == strlen (prefixes[i]) + RANDOM_LENGTH
                      : length > end && g_str_has_prefix (name + length - end, PLAN_BACKUP_SUFFIX))
        return TRUE;
    }
  return FALSE;
}

static char *
cut_companion (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    if (g_str_has_suffix (name, companions[i]))
      return g_strndup (name, strlen (name) - strlen (companions[i]));
  return g_strdup (name);
}

static gboolean
is_in_use (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  gboolean in_use;

  if (fd < 0)
    return FALSE;
  in_use = flock (fd, LOCK_EX | LOCK_NB) != 0;
  close (fd);
  return in_use;
}

/**
 * plan_backup_tidy:
 * @office: an office whose lock is held
 *
 * Removes what crashes left of backups beside an office. What cannot be removed is left.
 */
void
plan_backup_tidy (const char *office)
{
  g_autofree char *folder = g_path_get_dirname (office), *base = g_path_get_basename (office);
  g_autofree char *stem = plan_backup_make_stem (base);
  g_autofree char *daily = g_strconcat (".", stem, PLAN_BACKUP_INFIX, NULL);
  g_autofree char *update = g_strconcat (".", stem, PLAN_BACKUP_UPDATE_INFIX, NULL);
  g_autofree char *incoming = g_strconcat (".", base, ".incoming", NULL);
  char *const prefixes[] = { daily, update, incoming, NULL };
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *owner = cut_companion (name), *owner_path = g_build_filename (folder, owner, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_temporary (owner, prefixes) && !is_in_use (owner_path))
        g_unlink (path);
    }
}
