/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an office lies: whether it still does, writing it somewhere else as it is held open, and moving it. A move is a copy,
 * checked and synced at the new place under its own name before the old file goes, so that a crash between any two steps
 * leaves one whole office or two that are equal. Backups stay in the old folder.
 */

#include "plan-store-private.h"

#include "plan-backup-private.h"
#include "plan-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* How every SQLite file begins, with the zero at its end. */
#define DATABASE_MAGIC "SQLite format 3"

/**
 * plan_store_is_database:
 *
 * Returns: whether a file is an SQLite database, an office or not
 */
gboolean
plan_store_is_database (const char *path)
{
  char magic[sizeof DATABASE_MAGIC];
  gint64 size;

  return plan_db_file_read_header (path, magic, sizeof magic, &size, NULL) == sizeof magic &&
         memcmp (magic, DATABASE_MAGIC, sizeof magic) == 0;
}

/**
 * plan_store_check_place:
 *
 * Looks whether the file that is open is still the one at its path: a synchronising program, or a person, may have removed,
 * moved or replaced it. What was acknowledged is still in the file that is open, see plan_store_copy().
 *
 * Returns: %FALSE with %PLAN_ERROR_LOST when it is not
 */
gboolean
plan_store_check_place (PlanStore *self, GError **error)
{
  if (self->read_only || plan_db_file_is_in_place (self->db, self->has_log ? &self->log : NULL))
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_LOST,
               g_file_test (self->path, G_FILE_TEST_EXISTS)
                 /* Translators: %s is the path of a file */
                 ? _("Another program has replaced “%s”, or a file that belongs to it, while it was open.")
                 /* Translators: %s is the path of a file */
                 : _("“%s” was removed or moved while it was open."), self->path);
  return FALSE;
}

/**
 * plan_store_copy:
 * @target: where the copy is to be; a file that is there is replaced, in one step
 *
 * Writes the office as it is held open, wherever its name leads to now, and checks the copy.
 *
 * Returns: %FALSE with an error; nothing is changed then
 */
gboolean
plan_store_copy (PlanStore *self, const char *target, GError **error)
{
  g_return_val_if_fail (self->state == PLAN_STORE_IDLE, FALSE);

  return plan_backup_copy_db (self->db, target, error);
}

static gboolean
refuse_existing (const char *target, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
               /* Translators: %s is the path of a file */
               _("There is a file at “%s” already. Choose another name."), target);
  return FALSE;
}

/* Whether the copy is the same office at the same revision, read from the disk. */
static gboolean
check_copy (PlanStore *self, const char *target, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanStore) copy = plan_store_open (target, PLAN_STORE_READ_ONLY, error);
  g_autofree char *id = plan_store_get_meta (self, "id"), *copied_id = NULL;

  if (copy == NULL || !plan_store_check (copy, progress, error))
    return FALSE;
  copied_id = plan_store_get_meta (copy, "id");
  if (plan_store_get_revision (copy) == plan_store_get_revision (self) && g_strcmp0 (id, copied_id) == 0)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: %s is the path of a file */
               _("The copy at “%s” is not what was written."), target);
  return FALSE;
}

/* A backup that reads just now keeps the log, which must not be taken for that of another office. */
static void
remove_companions (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL), *index = g_strconcat (path, "-shm", NULL);

  g_unlink (log);
  g_unlink (index);
}

/* The old file goes while its lock is held. A name that comes back after a power cut is a second, equal office. */
static gboolean
remove_moved (PlanStore *self, GError **error)
{
  g_autoptr (PlanLock) lock = g_steal_pointer (&self->lock);
  g_autofree char *path = g_strdup (self->path);

  plan_store_close (self);
  if (g_unlink (path) != 0)
    return plan_backup_refuse_file (path, errno, error);
  remove_companions (path);
  plan_backup_sync_folder (path, NULL);
  return TRUE;
}

/**
 * plan_store_move:
 * @office: an office that nobody has open
 * @target: where it is to be; there must be no file
 *
 * Moves an office, also to another disk.
 *
 * Returns: %FALSE with %PLAN_ERROR_BUSY when somebody writes the office, %PLAN_ERROR_RULE when there is a file, %PLAN_ERROR_CANCELLED
 *   or another error; the office is then where it was
 */
gboolean
plan_store_move (const char *office, const char *target, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanStore) store = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS) || g_file_test (target, G_FILE_TEST_IS_SYMLINK))
    return refuse_existing (target, error);
  store = plan_store_open (office, 0, error);
  if (store == NULL || !plan_store_copy (store, target, error))
    return FALSE;
  if (!check_copy (store, target, progress, error))
    {
      g_unlink (target);
      return FALSE;
    }
  if (remove_moved (g_steal_pointer (&store), error))
    return TRUE;
  g_unlink (target);
  return FALSE;
}
