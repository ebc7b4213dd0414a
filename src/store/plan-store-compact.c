/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compacting, only when somebody asks for it: forgets the oldest entries of the history and gives back the room they took.
 * An entry that a later undo or redo refers to is kept, and so is the last one, whose number is the revision of the office.
 */

#include "plan-store-private.h"

static gboolean
read_number (PlanDb *db, PlanStmtId id, gint64 parameter, gint64 *value, GError **error)
{
  PlanStmt *stmt = plan_db_get (db, id, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  plan_stmt_bind_int64 (stmt, 1, parameter);
  if (!plan_stmt_step (stmt, &has_row, error))
    return FALSE;
  *value = has_row ? plan_stmt_get_int64 (stmt, 0) : 0;
  plan_stmt_reset (stmt);
  return TRUE;
}

/* @data: the moment before which entries are forgotten; then, how many were. */
static gboolean
forget (PlanDb *db, gpointer data, GError **error)
{
  gint64 *number = data, last, needed;
  gboolean is_free;
  PlanStmt *stmt;

  if (!read_number (db, PLAN_STMT_HISTORY_LAST_BEFORE, *number, &last, error))
    return FALSE;
  /* Ever fewer, until nothing that is left refers to one of them. */
  do
    {
      if (!read_number (db, PLAN_STMT_HISTORY_FIRST_NEEDED, last, &needed, error))
        return FALSE;
      is_free = needed > last;
      last = MIN (last, needed - 1);
    }
  while (!is_free);
  stmt = plan_db_get (db, PLAN_STMT_HISTORY_FORGET, error);
  if (stmt == NULL)
    return FALSE;
  plan_stmt_bind_int64 (stmt, 1, last);
  if (!plan_stmt_step_done (stmt, error))
    return FALSE;
  *number = sqlite3_changes64 (plan_db_get_handle (db));
  return TRUE;
}

/* SQLite makes the small file in another one, which it attaches for the while. */
static gboolean
shrink (PlanDb *db, GError **error)
{
  int before = sqlite3_limit (plan_db_get_handle (db), SQLITE_LIMIT_ATTACHED, 1);
  gboolean ok = plan_db_run (db, PLAN_STMT_VACUUM, error);

  sqlite3_limit (plan_db_get_handle (db), SQLITE_LIMIT_ATTACHED, before);
  return ok;
}

/**
 * plan_store_compact:
 * @before: entries of the history before this moment are forgotten; UTC, microseconds since 1970; %G_MININT64 for none
 * @n_forgotten: (out): how many were
 *
 * Makes the file as small as it can be. What is forgotten can no longer be undone or gone back to.
 *
 * Returns: %FALSE with %PLAN_ERROR_READ_ONLY or another error; the office is then as it was
 */
gboolean
plan_store_compact (PlanStore *self, gint64 before, gint64 *n_forgotten, GError **error)
{
  PlanHistory *history;
  gint64 number = before;

  g_return_val_if_fail (self->state == PLAN_STORE_IDLE, FALSE);

  if (!plan_store_require_writable (self, error) || !plan_db_transaction (self->db, forget, &number, error))
    return FALSE;
  *n_forgotten = number;
  history = plan_history_open (self->db, error);
  if (history == NULL)
    return FALSE;
  plan_history_free (self->history);
  self->history = history;
  return shrink (self->db, error) && plan_store_checkpoint (self, error);
}
