/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The history: append-only rows, each with the changeset of one edit, or with the number of the edit that it takes back or
 * makes again. What can be undone and redone follows from the rows: two stacks of numbers that are built when the office is
 * opened and kept up with each row. An edit after an undo empties the stack of what can be redone.
 */

#include "plan-history.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

struct _PlanHistory
{
  PlanDb *db;
  GArray *stacks[2]; /* of gint64, by PlanStep; the last is the next to be stepped over */
  gint64 last;
};

/**
 * plan_history_free:
 *
 * Frees the stacks; the rows are the file's.
 */
void
plan_history_free (PlanHistory *self)
{
  g_array_unref (self->stacks[PLAN_STEP_UNDO]);
  g_array_unref (self->stacks[PLAN_STEP_REDO]);
  g_free (self);
}

static void
move (PlanHistory *self, gint64 id, PlanStep from, PlanStep to)
{
  GArray *source = self->stacks[from];

  if (source->len > 0 && g_array_index (source, gint64, source->len - 1) == id)
    {
      g_array_set_size (source, source->len - 1);
      g_array_append_val (self->stacks[to], id);
      return;
    }
  /* A row that no program of ours wrote: nothing before it can be stepped over. */
  g_array_set_size (self->stacks[PLAN_STEP_UNDO], 0);
  g_array_set_size (self->stacks[PLAN_STEP_REDO], 0);
}

/**
 * plan_history_note:
 * @id: a row that was committed
 * @undoes: the entry that it takes back, or 0
 * @redoes: the entry that it makes again, or 0
 *
 * Keeps up what can be undone and redone.
 */
void
plan_history_note (PlanHistory *self, gint64 id, gint64 undoes, gint64 redoes)
{
  self->last = id;
  if (undoes != 0)
    move (self, undoes, PLAN_STEP_UNDO, PLAN_STEP_REDO);
  else if (redoes != 0)
    move (self, redoes, PLAN_STEP_REDO, PLAN_STEP_UNDO);
  else
    {
      g_array_append_val (self->stacks[PLAN_STEP_UNDO], id);
      g_array_set_size (self->stacks[PLAN_STEP_REDO], 0);
    }
}

static gboolean
refuse (PlanHistory *self, gint64 id, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: the path of a file, then a number */
               _("The history of “%s” is damaged: entry %" PRId64 "."), plan_db_get_path (self->db), id);
  return FALSE;
}

static gboolean
read_rows (PlanHistory *self, GError **error)
{
  PlanStmt *stmt = plan_db_get (self->db, PLAN_STMT_HISTORY_STEPS, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  while (plan_stmt_step (stmt, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return TRUE;
      id = plan_stmt_get_int64 (stmt, 0);
      if (id <= self->last || id == G_MAXINT64)
        {
          plan_stmt_reset (stmt);
          return refuse (self, id, error);
        }
      plan_history_note (self, id, plan_stmt_get_int64 (stmt, 1), plan_stmt_get_int64 (stmt, 2));
    }
  return FALSE;
}

/**
 * plan_history_open:
 * @db: an office; lives longer
 *
 * Returns: (transfer full): its history, or %NULL with an error
 */
PlanHistory *
plan_history_open (PlanDb *db, GError **error)
{
  g_autoptr (PlanHistory) self = g_new0 (PlanHistory, 1);

  self->db = db;
  self->stacks[PLAN_STEP_UNDO] = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->stacks[PLAN_STEP_REDO] = g_array_new (FALSE, FALSE, sizeof (gint64));
  return read_rows (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * plan_history_get_last:
 *
 * Returns: the number of the last row, or 0
 */
gint64
plan_history_get_last (PlanHistory *self)
{
  return self->last;
}

/**
 * plan_history_get_step:
 *
 * Returns: the entry that would be undone or redone, or 0
 */
gint64
plan_history_get_step (PlanHistory *self, PlanStep step)
{
  GArray *stack = self->stacks[step];

  return stack->len > 0 ? g_array_index (stack, gint64, stack->len - 1) : 0;
}

/* Labels are used as formats, so one from a file may hold a single %s and no other. */
static gboolean
is_label (const char *text)
{
  const char *percent = strchr (text, '%');

  return percent == NULL || (percent[1] == 's' && strchr (percent + 1, '%') == NULL);
}

static void
read_entry (PlanStmt *row, PlanHistoryEntry *entry)
{
  *entry = (PlanHistoryEntry){
    .id = plan_stmt_get_int64 (row, 0),
    .at = plan_stmt_get_int64 (row, 1),
    .author = plan_stmt_dup_text (row, 2),
    .label = plan_stmt_dup_text (row, 3),
    .subject = plan_stmt_dup_text (row, 4),
    .project = plan_stmt_get_int64 (row, 5),
    .undoes = plan_stmt_get_int64 (row, 6),
    .redoes = plan_stmt_get_int64 (row, 7),
    .size = plan_stmt_get_int64 (row, 8),
  };
  if (entry->label == NULL || !is_label (entry->label))
    {
      g_free (entry->label);
      entry->label = g_strdup ("");
    }
}

/**
 * plan_history_entry_clear:
 *
 * Frees the texts of an entry.
 */
void
plan_history_entry_clear (PlanHistoryEntry *entry)
{
  g_clear_pointer (&entry->author, g_free);
  g_clear_pointer (&entry->label, g_free);
  g_clear_pointer (&entry->subject, g_free);
}

/**
 * plan_history_entry_free:
 *
 * Frees an entry of plan_store_list_history().
 */
void
plan_history_entry_free (PlanHistoryEntry *entry)
{
  plan_history_entry_clear (entry);
  g_free (entry);
}

/**
 * plan_history_read:
 * @entry: (out): the entry; to be cleared
 *
 * Returns: %FALSE with an error when it cannot be read
 */
gboolean
plan_history_read (PlanHistory *self, gint64 id, PlanHistoryEntry *entry, GError **error)
{
  PlanStmt *stmt = plan_db_get (self->db, PLAN_STMT_HISTORY_ENTRY, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  plan_stmt_bind_int64 (stmt, 1, id);
  if (!plan_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return refuse (self, id, error);
  read_entry (stmt, entry);
  plan_stmt_reset (stmt);
  return TRUE;
}

static GPtrArray *
read_entries (PlanStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_history_entry_free);
  gboolean has_row;

  while (plan_stmt_step (stmt, &has_row, error))
    {
      PlanHistoryEntry *entry;

      if (!has_row)
        return g_steal_pointer (&entries);
      entry = g_new (PlanHistoryEntry, 1);
      read_entry (stmt, entry);
      g_ptr_array_add (entries, entry);
    }
  return NULL;
}

/**
 * plan_history_list:
 * @before: an entry, or %G_MAXINT64 for after the last
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type PlanHistoryEntry): the last entries before one, newest first, or %NULL with an error
 */
GPtrArray *
plan_history_list (PlanHistory *self, gint64 before, guint limit, GError **error)
{
  PlanStmt *stmt = plan_db_get (self->db, PLAN_STMT_HISTORY_LIST, error);

  if (stmt == NULL)
    return NULL;
  plan_stmt_bind_int64 (stmt, 1, limit);
  plan_stmt_bind_int64 (stmt, 2, before);
  return read_entries (stmt, error);
}

/**
 * plan_history_find:
 * @filter: which entries are wanted
 *
 * Returns: (transfer full) (element-type PlanHistoryEntry): like plan_history_list(), only those that are wanted
 */
GPtrArray *
plan_history_find (PlanHistory *self, const PlanHistoryFilter *filter, gint64 before, guint limit, GError **error)
{
  PlanStmt *stmt = plan_db_get (self->db, PLAN_STMT_HISTORY_FIND, error);
  GPtrArray *entries;

  if (stmt == NULL)
    return NULL;
  plan_stmt_bind_int64 (stmt, 1, limit);
  plan_stmt_bind_int64 (stmt, 2, before);
  plan_stmt_bind_id (stmt, 3, filter->project);
  plan_stmt_bind_text (stmt, 4, filter->author);
  plan_stmt_bind_int64 (stmt, 5, filter->from);
  plan_stmt_bind_int64 (stmt, 6, filter->to);
  entries = read_entries (stmt, error);
  /* The author's name may go; the statement must not hold it. */
  sqlite3_clear_bindings (plan_stmt_get_handle (stmt));
  return entries;
}

/**
 * plan_history_get_changeset:
 * @id: an edit, not an undo or redo
 *
 * Returns: (transfer full): its changeset, or %NULL with an error when it is damaged
 */
GBytes *
plan_history_get_changeset (PlanHistory *self, gint64 id, GError **error)
{
  PlanStmt *stmt = plan_db_get (self->db, PLAN_STMT_HISTORY_CHANGESET, error);
  sqlite3_stmt *row;
  gboolean has_row;
  gconstpointer data;
  GBytes *changeset;

  if (stmt == NULL)
    return NULL;
  plan_stmt_bind_int64 (stmt, 1, id);
  if (!plan_stmt_step (stmt, &has_row, error))
    return NULL;
  row = plan_stmt_get_handle (stmt);
  data = has_row ? sqlite3_column_blob (row, 1) : NULL;
  if (data == NULL)
    {
      plan_stmt_reset (stmt);
      refuse (self, id, error);
      return NULL;
    }
  changeset = plan_changeset_unpack (self->db, data, sqlite3_column_bytes (row, 1), plan_stmt_get_int64 (stmt, 0), error);
  plan_stmt_reset (stmt);
  return changeset;
}

/**
 * plan_history_append:
 * @entry: the row with its id
 * @changeset: (nullable): what it changed, or %NULL for an undo or redo
 *
 * Writes a row; plan_history_note() has to be called once it is committed.
 *
 * Returns: %FALSE with an error when the file cannot be written
 */
gboolean
plan_history_append (PlanHistory *self, const PlanHistoryEntry *entry, GBytes *changeset, GError **error)
{
  PlanStmt *stmt = plan_db_get (self->db, PLAN_STMT_HISTORY_INSERT, error);
  g_autoptr (GBytes) packed = NULL;
  gconstpointer data = NULL;
  gsize n_bytes = 0, size = 0;
  gboolean ok;

  if (stmt == NULL)
    return FALSE;
  if (changeset != NULL)
    {
      packed = plan_changeset_pack (changeset, &size);
      data = g_bytes_get_data (packed, &n_bytes);
    }
  plan_stmt_bind_int64 (stmt, 1, entry->id);
  plan_stmt_bind_int64 (stmt, 2, entry->at);
  plan_stmt_bind_text (stmt, 3, entry->author);
  plan_stmt_bind_text (stmt, 4, entry->label);
  plan_stmt_bind_text (stmt, 5, entry->subject);
  plan_stmt_bind_id (stmt, 6, entry->project);
  plan_stmt_bind_id (stmt, 7, entry->undoes);
  plan_stmt_bind_id (stmt, 8, entry->redoes);
  plan_stmt_bind_int64 (stmt, 9, (gint64) size);
  plan_stmt_bind_blob (stmt, 10, data, n_bytes);
  ok = plan_stmt_step_done (stmt, error);
  /* The bytes go with this function; the statement must not hold them. */
  sqlite3_clear_bindings (plan_stmt_get_handle (stmt));
  return ok;
}

static gboolean
check_entry (PlanHistory *self, gint64 id, GError **error)
{
  g_autoptr (GBytes) changeset = plan_history_get_changeset (self, id, error);
  g_autoptr (PlanChangeSet) changes = NULL;

  if (changeset == NULL)
    return FALSE;
  changes = plan_changeset_decode (self->db, changeset, PLAN_CHANGESET_FORWARD, error);
  return changes != NULL;
}

/**
 * plan_history_check:
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when an entry is damaged, or %PLAN_ERROR_CANCELLED
 */
gboolean
plan_history_check (PlanHistory *self, PlanProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) entries = plan_history_list (self, G_MAXINT64, G_MAXINT32, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const PlanHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (!plan_progress_step (progress, i, entries->len, error))
        return FALSE;
      if (entry->undoes == 0 && entry->redoes == 0 && !check_entry (self, entry->id, error))
        return FALSE;
    }
  return TRUE;
}
