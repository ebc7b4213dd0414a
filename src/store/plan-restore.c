/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a backup in the place of an office, so that a crash between any two steps loses nothing: the whole, checked copy
 * waits as `OFFICE.incoming`; the office gets a second name, then its log moves to that name, and only when both are on the
 * disk the copy takes the name of the office. Opening the office finishes a restoring that got as far as the second name
 * and forgets one that did not.
 */

#include "plan-backup-private.h"

#include "plan-error.h"
#include "plan-lock.h"
#include "plan-store.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define REPLACED_INFIX ".replaced-"

static char *
make_incoming (const char *office)
{
  return g_strconcat (office, ".incoming", NULL);
}

/* What a crash left beside the office is written into it, else it would be taken for that of the restored one. */
static gboolean
settle (const char *office, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autoptr (PlanStore) store = plan_store_open (office, 0, &own_error);

  if (store != NULL || !g_error_matches (own_error, PLAN_ERROR, PLAN_ERROR_BUSY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

/* There is one only beside an office that is too damaged to be settled. */
static void
keep_log (const char *office, const char *kept)
{
  g_autofree char *log = g_strconcat (office, "-wal", NULL), *kept_log = g_strconcat (kept, "-wal", NULL);
  g_autofree char *index = g_strconcat (office, "-shm", NULL);

  g_rename (log, kept_log);
  g_unlink (index);
}

/* A second name where the file system has such, so that there is an office at every moment. */
static gboolean
keep (const char *office, const char *kept, GError **error)
{
  if (link (office, kept) == 0 || (errno != EEXIST && g_rename (office, kept) == 0))
    return TRUE;
  return plan_backup_refuse_file (kept, errno, error);
}

/* The steps after keep(); done again from the start after a crash. */
static gboolean
replace (const char *office, const char *incoming, const char *kept, GError **error)
{
  if (kept != NULL)
    keep_log (office, kept);
  if (!plan_backup_sync_folder (office, error))
    return FALSE;
  if (g_rename (incoming, office) != 0)
    return plan_backup_refuse_file (office, errno, error);
  return plan_backup_sync_folder (office, error);
}

/* One that nothing has; two restorings in one second get two. */
static char *
choose_kept (const char *office, GDateTime *now)
{
  g_autoptr (GDateTime) moment = g_date_time_ref (now);
  char *path = plan_backup_make_path (office, REPLACED_INFIX, PLAN_BACKUP_MOMENT, moment);

  while (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      GDateTime *next = g_date_time_add_seconds (moment, 1);

      g_date_time_unref (moment);
      moment = next;
      g_free (path);
      path = plan_backup_make_path (office, REPLACED_INFIX, PLAN_BACKUP_MOMENT, moment);
    }
  return path;
}

static gboolean
put_in_place (const char *office, const char *backup, const char *kept, GError **error)
{
  g_autofree char *incoming = make_incoming (office);

  if (!plan_backup_copy (backup, incoming, error))
    return FALSE;
  if (kept == NULL || keep (office, kept, error))
    return replace (office, incoming, kept, error);
  g_unlink (incoming);
  return FALSE;
}

static gboolean
is_same_file (const char *path, const GStatBuf *about)
{
  GStatBuf other;

  return g_stat (path, &other) == 0 && other.st_ino == about->st_ino && other.st_dev == about->st_dev;
}

/* The second name of an office; or of one that lost its first, the latest. NULL when the restoring did not get that far. */
static char *
find_kept (const char *office)
{
  g_autofree char *folder = g_path_get_dirname (office), *base = g_path_get_basename (office);
  g_autofree char *stem = plan_backup_make_stem (base), *prefix = g_strconcat (stem, REPLACED_INFIX, NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  gboolean is_there;
  const char *name;
  GStatBuf about;

  is_there = g_stat (office, &about) == 0;
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, PLAN_BACKUP_SUFFIX))
        continue;
      if (is_there ? is_same_file (path, &about) : kept == NULL || strcmp (kept, path) < 0)
        {
          g_free (kept);
          kept = g_steal_pointer (&path);
        }
    }
  return g_steal_pointer (&kept);
}

/**
 * plan_restore_finish:
 *
 * Finishes or forgets a restoring that a crash stopped, before the office is opened. Does nothing while somebody writes the
 * office or is just restoring it, or when the folder cannot be written.
 */
void
plan_restore_finish (const char *office)
{
  g_autofree char *incoming = make_incoming (office), *kept = NULL;
  g_autoptr (PlanLock) lock = NULL;

  if (!g_file_test (incoming, G_FILE_TEST_EXISTS))
    return;
  lock = plan_lock_take (office, NULL);
  if (lock == NULL || !g_file_test (incoming, G_FILE_TEST_EXISTS))
    return;
  kept = find_kept (office);
  if (kept != NULL || !g_file_test (office, G_FILE_TEST_EXISTS))
    replace (office, incoming, kept, NULL);
  else
    g_unlink (incoming);
}

/**
 * plan_backup_restore:
 * @office: the path of an office that nobody has open; it may be damaged or gone
 * @backup: an office, checked from end to end before anything is changed
 * @now: local time, which names the office that is replaced
 * @kept: (out) (optional) (nullable): the path of the office that was replaced, %NULL when there was none
 *
 * Puts a backup in the place of an office. The office that was there is kept beside it.
 *
 * Returns: %FALSE with %PLAN_ERROR_BUSY when somebody writes the office, or another error
 */
gboolean
plan_backup_restore (const char *office, const char *backup, GDateTime *now, char **kept, GError **error)
{
  g_autofree char *replaced = NULL;
  g_autoptr (PlanStore) store = plan_store_open (backup, PLAN_STORE_READ_ONLY, error);
  g_autoptr (PlanLock) lock = NULL;

  if (store == NULL || !plan_store_check (store, NULL, error) || !settle (office, error))
    return FALSE;
  lock = plan_lock_take (office, error);
  if (lock == NULL)
    return FALSE;
  if (g_file_test (office, G_FILE_TEST_EXISTS))
    replaced = choose_kept (office, now);
  if (!put_in_place (office, backup, replaced, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&replaced);
  return TRUE;
}
