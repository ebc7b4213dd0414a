/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The office file: opening it for one writer or for readers, what it says of itself, checking it and closing it so that
 * nothing lies beside it. Edits are in plan-store-edit.c, loading in plan-store-load.c.
 */

#include "plan-store-private.h"

#include "plan-backup-private.h"
#include "plan-error.h"
#include "plan-migrate.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The path without links, so that all names of an office share one lock. A new file has its folder's. */
static char *
resolve_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  char whole[PATH_MAX];

  if (realpath (path, whole) != NULL)
    return g_strdup (whole);
  if (realpath (folder, whole) != NULL)
    return g_build_filename (whole, base, NULL);
  return g_canonicalize_filename (path, NULL);
}

static gboolean
use_wal (PlanStore *self, GError **error)
{
  g_autofree char *mode = plan_db_ask (self->db, PLAN_STMT_USE_WAL, error);

  if (mode == NULL)
    return FALSE;
  if (g_str_equal (mode, "wal"))
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED,
               /* Translators: %s is the path of a file */
               _("“%s” lies where an office cannot be written safely. Work on a copy in a folder of this computer."), self->path);
  return FALSE;
}

static gboolean
check_kind (PlanStore *self, GError **error)
{
  g_autofree char *kind = plan_store_get_meta (self, "kind");

  if (g_strcmp0 (kind, "office") == 0)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %s is the path of a file */
               _("“%s” is not an office of Planwright."), self->path);
  return FALSE;
}

/* An older office is kept as it is before it is brought up to date; without that it can only be read. */
static gboolean
update_format (PlanStore *self, GError **error)
{
  gboolean is_older;

  if (!plan_migrate_is_older (self->db, &is_older, error))
    return FALSE;
  if (is_older && self->read_only)
    {
      PlanDb *updated = plan_migrate_copy (self->db, error);

      if (updated == NULL)
        return FALSE;
      plan_db_close (self->db);
      self->db = updated;
    }
  else if (is_older)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      g_autofree char *backup = plan_backup_make (self->path, PLAN_BACKUP_BEFORE_UPDATE, now, error);

      if (backup == NULL)
        return FALSE;
    }
  return plan_migrate_update (self->db, self->read_only, error);
}

/* Either all of it, or the store is as it was after plan_store_open() took the lock. */
static gboolean
open_database (PlanStore *self, gboolean is_new, GError **error)
{
  self->db = self->read_only ? plan_db_open_to_read (self->path, error) : plan_db_open (self->path, PLAN_DB_WRITE, error);
  if (self->db == NULL)
    return FALSE;
  if (is_new && !plan_migrate_create (self->db, error))
    return FALSE;
  if (!update_format (self, error) || !check_kind (self, error))
    return FALSE;
  if (!self->read_only && !use_wal (self, error))
    return FALSE;
  self->records = plan_record_sql_new (self->db);
  self->history = plan_history_open (self->db, error);
  return self->history != NULL;
}

/* Whether the file is there and is to be made an office; a file of another kind is refused before SQLite sees it. */
static gboolean
look_at_file (PlanStore *self, PlanStoreFlags flags, gboolean *is_new, gboolean *is_empty, GError **error)
{
  gboolean may_create = (flags & PLAN_STORE_CREATE) && !self->read_only;

  *is_empty = FALSE;
  /* A link that leads nowhere is no place for a new office: what it led to is likely only away. */
  *is_new = may_create && !g_file_test (self->path, G_FILE_TEST_EXISTS) && !g_file_test (self->path, G_FILE_TEST_IS_SYMLINK);
  if (*is_new)
    return TRUE;
  if (!plan_migrate_sniff (self->path, is_empty, error))
    return FALSE;
  if (*is_empty && !may_create)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
                   /* Translators: %s is the path of a file */
                   _("“%s” is empty."), self->path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_writable (PlanStore *self, GError **error)
{
  if (g_access (self->path, W_OK) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_READ_ONLY,
               /* Translators: %s is the path of a file */
               _("“%s” can only be read."), self->path);
  return FALSE;
}

/**
 * plan_store_open:
 * @path: an office, or where one is to be made
 * @flags: whether to make it, or only to read it
 *
 * Opens an office. For a file that is not one, or is damaged in what can be seen at once, nothing is changed.
 *
 * Returns: (transfer full): the office, or %NULL with %PLAN_ERROR_NOT_FOUND, %PLAN_ERROR_PARSE (not an office),
 *   %PLAN_ERROR_BUSY (another writer), %PLAN_ERROR_READ_ONLY or %PLAN_ERROR_TOO_NEW (try %PLAN_STORE_READ_ONLY),
 *   %PLAN_ERROR_UNSUPPORTED or %PLAN_ERROR_IO
 */
PlanStore *
plan_store_open (const char *path, PlanStoreFlags flags, GError **error)
{
  g_autoptr (PlanStore) self = g_new0 (PlanStore, 1);
  gboolean is_new, is_empty;

  self->path = resolve_path (path);
  self->read_only = (flags & PLAN_STORE_READ_ONLY) != 0;
  if (!self->read_only)
    plan_restore_finish (self->path);
  if (!look_at_file (self, flags, &is_new, &is_empty, error))
    return NULL;
  if (!self->read_only)
    {
      if (!check_writable (self, error))
        return NULL;
      self->lock = plan_lock_take (self->path, error);
      /* Another program may have made it before we had the lock. */
      if (self->lock == NULL || !look_at_file (self, flags, &is_new, &is_empty, error))
        return NULL;
      plan_backup_tidy (self->path);
    }
  if (open_database (self, is_new || is_empty, error))
    return g_steal_pointer (&self);
  if (is_new)
    {
      g_clear_pointer (&self->history, plan_history_free);
      g_clear_pointer (&self->records, plan_record_sql_free);
      g_clear_pointer (&self->db, plan_db_close);
      g_unlink (self->path);
    }
  return NULL;
}

/**
 * plan_store_close:
 *
 * Closes the office; an edit that is not committed is taken back. Afterwards no file of ours lies beside it.
 */
void
plan_store_close (PlanStore *self)
{
  if (self->db != NULL)
    plan_store_rollback (self);
  g_clear_pointer (&self->history, plan_history_free);
  g_clear_pointer (&self->records, plan_record_sql_free);
  g_clear_pointer (&self->db, plan_db_close);
  g_clear_pointer (&self->lock, plan_lock_free);
  g_free (self->path);
  g_free (self);
}

/**
 * plan_store_is_read_only:
 *
 * Returns: whether the office was opened only to be read
 */
gboolean
plan_store_is_read_only (PlanStore *self)
{
  return self->read_only;
}

/**
 * plan_store_get_path:
 *
 * Returns: (transfer none): the absolute path, without links
 */
const char *
plan_store_get_path (PlanStore *self)
{
  return self->path;
}

/**
 * plan_store_get_revision:
 *
 * Returns: the number of the last entry of the history, or 0; grows with each edit, undo and redo
 */
gint64
plan_store_get_revision (PlanStore *self)
{
  return plan_history_get_last (self->history);
}

/**
 * plan_store_peek_step:
 * @entry: (out): the edit that would be stepped over; to be cleared
 *
 * Returns: %FALSE when there is nothing to undo or redo
 */
gboolean
plan_store_peek_step (PlanStore *self, PlanStep step, PlanHistoryEntry *entry)
{
  gint64 id = plan_history_get_step (self->history, step);

  return id != 0 && plan_history_read (self->history, id, entry, NULL);
}

/**
 * plan_store_list_history:
 * @before: an entry, or %G_MAXINT64 for after the last
 * @limit: how many entries at most
 *
 * Returns: (transfer full) (element-type PlanHistoryEntry): the last entries before one, newest first, or %NULL with an error
 */
GPtrArray *
plan_store_list_history (PlanStore *self, gint64 before, guint limit, GError **error)
{
  return plan_history_list (self->history, before, limit, error);
}

/**
 * plan_store_checkpoint:
 *
 * Moves everything into the main file. When a reader is in the way, that is left for later.
 *
 * Returns: %FALSE with an error when the file cannot be written
 */
gboolean
plan_store_checkpoint (PlanStore *self, GError **error)
{
  sqlite3 *handle = plan_db_get_handle (self->db);
  int code;

  g_return_val_if_fail (self->state == PLAN_STORE_IDLE, FALSE);

  if (self->read_only)
    return TRUE;
  code = sqlite3_wal_checkpoint_v2 (handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_db_release_memory (handle);
  return code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY || plan_db_fail (self->db, code, "CHECKPOINT", error);
}

static gboolean
check_references (PlanStore *self, GError **error)
{
  PlanStmt *stmt = plan_db_get (self->db, PLAN_STMT_CHECK_REFERENCES, error);
  g_autofree char *table = NULL;
  gboolean has_row;
  gint64 id;

  if (stmt == NULL || !plan_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  table = plan_stmt_dup_text (stmt, 0);
  id = plan_stmt_get_int64 (stmt, 1);
  plan_stmt_reset (stmt);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: the path of a file, then the name of a table and the number of a row */
               _("“%s” is damaged: table “%s”, row %" PRId64 " names something that does not exist."), self->path, table, id);
  return FALSE;
}

/**
 * plan_store_check:
 *
 * Reads the whole file: its structure, its references, every entry of the history and every record.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE that says what is damaged, or %PLAN_ERROR_CANCELLED
 */
gboolean
plan_store_check (PlanStore *self, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanModel) model = plan_model_new ();

  return plan_db_check_integrity (self->db, error) && check_references (self, error) && plan_history_check (self->history, progress, error) &&
         plan_store_load (self, model, progress, error);
}

/**
 * plan_store_get_info:
 * @info: (out): what the office says of itself
 *
 * Returns: %FALSE with an error when it cannot be read
 */
gboolean
plan_store_get_info (PlanStore *self, PlanStoreInfo *info, GError **error)
{
  PlanStmt *stmt = plan_db_get (self->db, PLAN_STMT_HISTORY_TOTAL, error);
  GStatBuf about = { 0 };
  gboolean has_row;

  if (stmt == NULL || !plan_stmt_step (stmt, &has_row, error))
    return FALSE;
  info->n_history = plan_stmt_get_int64 (stmt, 0);
  info->history_size = plan_stmt_get_int64 (stmt, 1);
  plan_stmt_reset (stmt);
  g_stat (self->path, &about);
  info->file_size = about.st_size;
  info->revision = plan_store_get_revision (self);
  return plan_db_read_int64 (self->db, PLAN_STMT_READ_VERSION, &info->schema_version, error);
}

/**
 * plan_store_get_meta:
 * @key: "kind" or "id"
 *
 * Returns: (transfer full) (nullable): what the office says of itself under that key
 */
char *
plan_store_get_meta (PlanStore *self, const char *key)
{
  PlanStmt *stmt = plan_db_get (self->db, PLAN_STMT_META_GET, NULL);
  char *value = NULL;
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  plan_stmt_bind_text (stmt, 1, key);
  if (plan_stmt_step (stmt, &has_row, NULL) && has_row)
    {
      value = plan_stmt_dup_text (stmt, 0);
      plan_stmt_reset (stmt);
    }
  return value;
}
