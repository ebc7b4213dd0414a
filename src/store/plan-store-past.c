/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The past of an office: what it held after any entry of the history, going back to that as a new edit, and names for
 * points in time. All follows from the changesets, taken back one after the other from the present; nothing is kept twice.
 * The names stand in `meta` as "mark:" and the number of the entry, so that going back does not take them away.
 */

#include "plan-store-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define MARK_PREFIX "mark:"

/* Entries that are read at once. */
#define PAGE_ENTRIES 256

typedef gboolean (*TakeBackFunc) (PlanStore *self, GBytes *changeset, PlanChangesetDirection direction, gpointer data,
                                  GError **error);

static gboolean
refuse_point (PlanStore *self, gint64 revision, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: the path of a file, then the number of an entry of its history */
               _("The history of “%s” does not reach back to entry %" PRId64 "."), self->path, revision);
  return FALSE;
}

/* Undo is taken back by making the edit again that it names. */
static gboolean
take_back (PlanStore *self, const PlanHistoryEntry *entry, TakeBackFunc func, gpointer data, GError **error)
{
  PlanChangesetDirection direction = entry->undoes != 0 ? PLAN_CHANGESET_FORWARD : PLAN_CHANGESET_BACKWARD;
  gint64 id = entry->undoes != 0 ? entry->undoes : entry->redoes != 0 ? entry->redoes : entry->id;
  g_autoptr (GBytes) changeset = plan_history_get_changeset (self->history, id, error);

  return changeset != NULL && func (self, changeset, direction, data, error);
}

/* From the last entry down to the one after @revision. */
static gboolean
take_back_to (PlanStore *self, gint64 revision, TakeBackFunc func, gpointer data, GError **error)
{
  gint64 next = plan_history_get_last (self->history);

  if (revision < 0 || revision > next)
    return refuse_point (self, revision, error);
  while (next > revision)
    {
      g_autoptr (GPtrArray) entries = plan_history_list (self->history, next + 1, PAGE_ENTRIES, error);

      if (entries == NULL)
        return FALSE;
      if (entries->len == 0)
        return refuse_point (self, revision, error);
      for (guint i = 0; i < entries->len && next > revision; i++, next--)
        {
          const PlanHistoryEntry *entry = g_ptr_array_index (entries, i);

          if (entry->id != next)
            return refuse_point (self, revision, error);
          if (!take_back (self, entry, func, data, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
take_back_in_model (PlanStore *self, GBytes *changeset, PlanChangesetDirection direction, gpointer data, GError **error)
{
  g_autoptr (PlanChangeSet) changes = plan_changeset_decode (self->db, changeset, direction, error);

  return changes != NULL && plan_model_apply (data, changes, error);
}

/**
 * plan_store_load_at:
 * @revision: an entry of the history, 0 for before the first
 * @model: an empty model; on failure what it holds is of no use
 *
 * Loads all records as they were after an entry of the history. For the writer: beside one, the present may move on.
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND when the history does not reach back so far, or an error of plan_store_load()
 */
gboolean
plan_store_load_at (PlanStore *self, gint64 revision, PlanModel *model, PlanProgress *progress, GError **error)
{
  return plan_store_load (self, model, progress, error) &&
         take_back_to (self, revision, take_back_in_model, model, error) && plan_model_check (model, error);
}

static gboolean
take_back_in_file (PlanStore *self, GBytes *changeset, PlanChangesetDirection direction, gpointer data, GError **error)
{
  /* Read before it is applied, so that nothing of a damaged one reaches a table. */
  g_autoptr (PlanChangeSet) changes = plan_changeset_decode (self->db, changeset, direction, error);

  return changes != NULL && plan_changeset_apply (self->db, changeset, direction, error);
}

/**
 * plan_store_go_back:
 * @revision: an entry of the history, 0 for before the first
 *
 * Makes all records what they were after an entry, as a part of the edit that was begun: what lies between stays in the
 * history, and the edit can be undone like any other.
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND when the history does not reach back so far, or another error; the edit is then
 *   to be rolled back
 */
gboolean
plan_store_go_back (PlanStore *self, gint64 revision, GError **error)
{
  g_return_val_if_fail (self->state == PLAN_STORE_EDITING && self->step == 0, FALSE);

  g_clear_pointer (&self->changeset, g_bytes_unref);
  if (take_back_to (self, revision, take_back_in_file, NULL, error))
    return TRUE;
  /* A part of it may be written. */
  self->state = PLAN_STORE_FAILED;
  return FALSE;
}

/**
 * plan_store_find_history:
 * @filter: which entries are wanted
 * @before: an entry, or %G_MAXINT64 for after the last
 * @limit: how many entries at most
 *
 * Returns: (transfer full) (element-type PlanHistoryEntry): the last such entries before one, newest first, or %NULL with an
 *   error
 */
GPtrArray *
plan_store_find_history (PlanStore *self, const PlanHistoryFilter *filter, gint64 before, guint limit, GError **error)
{
  return plan_history_find (self->history, filter, before, limit, error);
}

/**
 * plan_mark_free:
 */
void
plan_mark_free (PlanMark *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * plan_store_set_mark:
 * @revision: an entry of the history
 * @name: (nullable): what this point is called, or %NULL to take the name away
 *
 * Names a point of the history. That is no edit: it cannot be undone and moves nothing.
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND when there is no such entry, or another error
 */
gboolean
plan_store_set_mark (PlanStore *self, gint64 revision, const char *name, GError **error)
{
  g_autofree char *key = g_strdup_printf (MARK_PREFIX "%" PRId64, revision);
  PlanStmt *stmt;

  g_return_val_if_fail (self->state == PLAN_STORE_IDLE, FALSE);

  if (!plan_store_require_writable (self, error))
    return FALSE;
  if (revision < 1 || revision > plan_history_get_last (self->history))
    return refuse_point (self, revision, error);
  stmt = plan_db_get (self->db, name != NULL ? PLAN_STMT_META_SET : PLAN_STMT_META_REMOVE, error);
  if (stmt == NULL)
    return FALSE;
  plan_stmt_bind_text (stmt, 1, key);
  if (name != NULL)
    plan_stmt_bind_text (stmt, 2, name);
  return plan_stmt_step_done (stmt, error);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const PlanMark *first = *(PlanMark *const *) a, *second = *(PlanMark *const *) b;

  return first->revision < second->revision ? 1 : first->revision > second->revision ? -1 : 0;
}

static PlanMark *
read_mark (PlanStmt *row)
{
  g_autofree char *key = plan_stmt_dup_text (row, 0);
  gint64 revision;
  PlanMark *mark;

  if (key == NULL || !g_ascii_string_to_signed (key + strlen (MARK_PREFIX), 10, 1, G_MAXINT64, &revision, NULL))
    return NULL;
  mark = g_new0 (PlanMark, 1);
  mark->revision = revision;
  mark->name = plan_stmt_dup_text (row, 1);
  return mark;
}

/**
 * plan_store_list_marks:
 *
 * Returns: (transfer full) (element-type PlanMark): the points that have names, newest first, or %NULL with an error
 */
GPtrArray *
plan_store_list_marks (PlanStore *self, GError **error)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_mark_free);
  PlanStmt *stmt = plan_db_get (self->db, PLAN_STMT_META_MARKS, error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  while (plan_stmt_step (stmt, &has_row, error))
    {
      PlanMark *mark = has_row ? read_mark (stmt) : NULL;

      if (mark != NULL)
        g_ptr_array_add (marks, mark);
      else if (!has_row)
        {
          g_ptr_array_sort (marks, compare_marks);
          return g_steal_pointer (&marks);
        }
    }
  return NULL;
}
