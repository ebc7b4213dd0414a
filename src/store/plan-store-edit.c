/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits: one transaction each, recorded by a session, ended by the row of the history that holds what was recorded. An undo
 * or redo is the same with a changeset that the history has already; it is not recorded again. Whatever fails, the file is
 * as before and the store can be used again after plan_store_rollback().
 */

#include "plan-store-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

static gboolean
check_open (PlanStore *self, GError **error)
{
  if (self->state == PLAN_STORE_EDITING)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: %s is the path of a file */
               _("The edit of “%s” was taken back because a part of it failed."), self->path);
  return FALSE;
}

/* A statement that SQLite refused may have ended the transaction; nothing more may be written outside of one. */
static gboolean
note_result (PlanStore *self, gboolean ok)
{
  g_clear_pointer (&self->changeset, g_bytes_unref);
  if (!ok && !plan_db_is_in_transaction (self->db))
    self->state = PLAN_STORE_FAILED;
  return ok;
}

/**
 * plan_store_require_writable:
 *
 * Returns: %FALSE with %PLAN_ERROR_READ_ONLY when the office was opened only to be read
 */
gboolean
plan_store_require_writable (PlanStore *self, GError **error)
{
  if (!self->read_only)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_READ_ONLY,
               /* Translators: %s is the path of a file */
               _("“%s” was opened only to be read."), self->path);
  return FALSE;
}

/**
 * plan_store_begin:
 *
 * Begins an edit. It ends with plan_store_commit() or plan_store_rollback().
 *
 * Returns: %FALSE with %PLAN_ERROR_READ_ONLY, %PLAN_ERROR_BUSY or %PLAN_ERROR_IO
 */
gboolean
plan_store_begin (PlanStore *self, GError **error)
{
  g_return_val_if_fail (self->state == PLAN_STORE_IDLE, FALSE);

  if (!plan_store_require_writable (self, error) || !plan_db_run (self->db, PLAN_STMT_BEGIN_WRITE, error))
    return FALSE;
  self->state = PLAN_STORE_EDITING;
  self->session = plan_changeset_record (self->db, error);
  if (self->session == NULL)
    {
      plan_store_rollback (self);
      return FALSE;
    }
  return TRUE;
}

/**
 * plan_store_rollback:
 *
 * Takes the edit back. Does nothing when there is none.
 */
void
plan_store_rollback (PlanStore *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->changeset, g_bytes_unref);
  self->step = 0;
  self->state = PLAN_STORE_IDLE;
  if (plan_db_is_in_transaction (self->db))
    plan_db_run (self->db, PLAN_STMT_ROLLBACK, NULL);
}

/**
 * plan_store_insert:
 * @body: a record with a new id
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE when a field cannot hold its value, or another error; the edit is then to be rolled back
 */
gboolean
plan_store_insert (PlanStore *self, PlanRecord record, gconstpointer body, GError **error)
{
  g_return_val_if_fail (self->state != PLAN_STORE_IDLE && self->step == 0, FALSE);

  return check_open (self, error) && note_result (self, plan_record_sql_insert (self->records, record, body, error));
}

/**
 * plan_store_update:
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND, %PLAN_ERROR_RANGE or another error; the edit is then to be rolled back
 */
gboolean
plan_store_update (PlanStore *self, PlanFieldId field, PlanId id, const PlanValue *value, GError **error)
{
  g_return_val_if_fail (self->state != PLAN_STORE_IDLE && self->step == 0, FALSE);

  return check_open (self, error) && note_result (self, plan_record_sql_update (self->records, field, id, value, error));
}

/**
 * plan_store_delete:
 *
 * Deletes one record. What belongs to it has to be deleted by the same edit.
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND or another error; the edit is then to be rolled back
 */
gboolean
plan_store_delete (PlanStore *self, PlanRecord record, PlanId id, GError **error)
{
  g_return_val_if_fail (self->state != PLAN_STORE_IDLE && self->step == 0, FALSE);

  return check_open (self, error) && note_result (self, plan_record_sql_delete (self->records, record, id, error));
}

static gboolean
refuse_step (PlanStep step, GError **error)
{
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOTHING,
                       step == PLAN_STEP_UNDO ? _("There is nothing to undo.") : _("There is nothing to redo."));
  return FALSE;
}

static gboolean
apply_step (PlanStore *self, gint64 id, GError **error)
{
  g_autoptr (GBytes) changeset = plan_history_get_changeset (self->history, id, error);
  g_autoptr (PlanChangeSet) changes = NULL;

  if (changeset == NULL)
    return FALSE;
  /* Read before it is applied, so that nothing of a damaged one reaches a table. */
  changes = plan_changeset_decode (self->db, changeset, self->direction, error);
  if (changes == NULL || !note_result (self, plan_changeset_apply (self->db, changeset, self->direction, error)))
    return FALSE;
  self->changeset = g_steal_pointer (&changeset);
  return TRUE;
}

/**
 * plan_store_step:
 * @entry: (out): the edit that is stepped over, with @undoes or @redoes naming it; to be cleared
 *
 * Takes back the last edit, or makes again the last one that was taken back: the only thing in its transaction.
 *
 * Returns: %FALSE with %PLAN_ERROR_NOTHING when there is none, %PLAN_ERROR_PARSE or %PLAN_ERROR_RULE when the history does not
 *   fit the file, or another error; the edit is then to be rolled back
 */
gboolean
plan_store_step (PlanStore *self, PlanStep step, PlanHistoryEntry *entry, GError **error)
{
  gint64 id = plan_history_get_step (self->history, step);

  g_return_val_if_fail (self->state == PLAN_STORE_EDITING && self->step == 0, FALSE);

  if (id == 0)
    return refuse_step (step, error);
  g_clear_pointer (&self->session, sqlite3session_delete);
  self->direction = step == PLAN_STEP_UNDO ? PLAN_CHANGESET_BACKWARD : PLAN_CHANGESET_FORWARD;
  if (!apply_step (self, id, error) || !plan_history_read (self->history, id, entry, error))
    {
      /* A part of it may be written. */
      self->state = PLAN_STORE_FAILED;
      return FALSE;
    }
  self->step = id;
  entry->undoes = step == PLAN_STEP_UNDO ? id : 0;
  entry->redoes = step == PLAN_STEP_REDO ? id : 0;
  return TRUE;
}

/**
 * plan_store_take_changes:
 *
 * Returns: (transfer full): what the edit changed so far, or %NULL with an error
 */
PlanChangeSet *
plan_store_take_changes (PlanStore *self, GError **error)
{
  g_return_val_if_fail (self->state != PLAN_STORE_IDLE, NULL);

  if (!check_open (self, error))
    return NULL;
  if (self->changeset == NULL)
    self->changeset = plan_changeset_take (self->db, self->session, error);
  if (self->changeset == NULL)
    return NULL;
  return plan_changeset_decode (self->db, self->changeset, self->step != 0 ? self->direction : PLAN_CHANGESET_FORWARD, error);
}

static gboolean
write_entry (PlanStore *self, const PlanHistoryEntry *entry, gint64 id, GError **error)
{
  PlanHistoryEntry row = *entry;

  row.id = id;
  row.undoes = self->step != 0 && self->direction == PLAN_CHANGESET_BACKWARD ? self->step : 0;
  row.redoes = self->step != 0 && self->direction == PLAN_CHANGESET_FORWARD ? self->step : 0;
  return plan_history_append (self->history, &row, self->step == 0 ? self->changeset : NULL, error) &&
         plan_db_run (self->db, PLAN_STMT_COMMIT, error);
}

static gboolean
commit (PlanStore *self, const PlanHistoryEntry *entry, GError **error)
{
  gint64 id = plan_history_get_last (self->history) + 1;

  if (!check_open (self, error))
    return FALSE;
  if (self->changeset == NULL)
    self->changeset = plan_changeset_take (self->db, self->session, error);
  if (self->changeset == NULL)
    return FALSE;
  /* An edit that changes nothing leaves no trace. */
  if (self->step == 0 && g_bytes_get_size (self->changeset) == 0)
    return TRUE;
  if (!write_entry (self, entry, id, error))
    return FALSE;
  plan_history_note (self->history, id, self->direction == PLAN_CHANGESET_BACKWARD ? self->step : 0,
                     self->direction == PLAN_CHANGESET_FORWARD ? self->step : 0);
  return TRUE;
}

/**
 * plan_store_commit:
 * @entry: author, time, label, subject and project of the edit; what it undoes or redoes is known from plan_store_step()
 * @revision: (out) (optional): the revision of the office with this edit
 *
 * Ends the edit: when this returns %TRUE, it is on the disk. When nothing changed, nothing is written.
 *
 * Returns: %FALSE with an error when the file cannot be written or a reference names nothing; the edit is then taken back
 */
gboolean
plan_store_commit (PlanStore *self, const PlanHistoryEntry *entry, gint64 *revision, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (self->state != PLAN_STORE_IDLE, FALSE);

  ok = commit (self, entry, error);
  /* Frees what belongs to the edit, and takes it back if it is not written. */
  plan_store_rollback (self);
  if (ok && revision != NULL)
    *revision = plan_history_get_last (self->history);
  return ok;
}
