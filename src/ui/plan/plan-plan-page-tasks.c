/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions task.*: what is done with the rows that are selected in the sheet. Each is one edit of the document; what it
 * refuses is told in a sentence, larger edits get a toast with Undo.
 */

#include "plan-plan-page-private.h"

#include "plan-actions.h"
#include "plan-edits.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*TasksEdit) (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error);

/* Does an edit with the selected tasks. Returns: their number when it was made, else 0. */
static guint
edit_selected (PlanPlanPage *self, TasksEdit edit)
{
  g_autoptr (GArray) ids = plan_row_list_list_selected (self->list);
  g_autoptr (GError) error = NULL;

  if (ids->len == 0 || !plan_sheet_finish_edit (self->sheet))
    return 0;
  if (edit (self->document, (const PlanId *) (gpointer) ids->data, ids->len, &error))
    return ids->len;
  plan_plan_page_tell (self, error->message);
  return 0;
}

/* The sibling above a task, or PLAN_ID_NONE. */
static PlanId
find_previous_sibling (PlanPlanPage *self, const PlanTask *task)
{
  const PlanOutline *outline = plan_row_list_get_outline (self->list);
  const PlanModel *model = plan_row_list_get_model (self->list);
  guint row = outline->row_of_task[plan_model_find (model, PLAN_RECORD_TASK, task->id)];

  for (; row > 0; row--)
    {
      const PlanTask *above = plan_model_get_task_at (model, outline->rows[row - 1].task);

      if (above->parent == task->parent)
        return above->id;
      if (above->id == task->parent)
        break;
    }
  return PLAN_ID_NONE;
}

/* Makes a task and begins to edit its name. */
static void
insert_task (PlanPlanPage *self, PlanId parent, PlanId after)
{
  g_autoptr (GError) error = NULL;
  PlanId id;

  if (!plan_edit_task_insert (self->document, self->project, parent, after, NULL, NULL, &id, &error))
    {
      plan_plan_page_tell (self, error->message);
      return;
    }
  plan_row_list_show_task (self->list, id);
  plan_sheet_set_cursor (self->sheet, plan_row_list_find (self->list, id), PLAN_COLUMN_NAME);
  plan_sheet_edit (self->sheet);
}

/* Below the cursor: of an open summary its first task, else at the same level. From the last row, the empty one is typed into. */
static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  guint row, n;
  const PlanTask *task;

  if (!plan_sheet_finish_edit (self->sheet))
    return;
  row = plan_row_list_get_cursor_row (self->list);
  n = plan_row_list_get_n (self->list);
  task = plan_row_list_get_task (self->list, row);
  if (task == NULL || (row + 1 == n && !plan_row_list_is_summary (self->list, row)))
    {
      plan_sheet_set_cursor (self->sheet, n, PLAN_COLUMN_NAME);
      plan_sheet_edit (self->sheet);
    }
  else if (plan_row_list_is_summary (self->list, row) && !plan_row_list_is_collapsed (self->list, row))
    insert_task (self, task->id, PLAN_ID_NONE);
  else
    insert_task (self, task->parent, task->id);
}

static void
insert_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  const PlanTask *task;

  if (!plan_sheet_finish_edit (self->sheet))
    return;
  task = plan_row_list_get_task (self->list, plan_row_list_get_cursor_row (self->list));
  if (task != NULL)
    insert_task (self, task->parent, find_previous_sibling (self, task));
  else
    add_cb (action, parameter, data);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  guint n_deleted = edit_selected (self, plan_edit_task_delete);
  g_autofree char *text = NULL;

  if (n_deleted == 0)
    return;
  /* Translators: %u is a number of rows of a plan */
  text = g_strdup_printf (ngettext ("%u task deleted", "%u tasks deleted", n_deleted), n_deleted);
  plan_plan_page_tell_done (self, text);
}

static const struct
{
  const char *action;
  TasksEdit edit;
} task_edits[] = {
  { "duplicate", plan_edit_tasks_duplicate },
  { "indent", plan_edit_tasks_indent },
  { "outdent", plan_edit_tasks_outdent },
  { "link", plan_edit_tasks_link },
  { "unlink", plan_edit_tasks_unlink },
};

static void
task_edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (task_edits); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), task_edits[i].action))
      edit_selected (data, task_edits[i].edit);
}

/* The sibling two above, to go after; @found: whether there is one above at all. */
static PlanId
find_place_above (PlanPlanPage *self, const PlanTask *task, gboolean *found)
{
  PlanId above = find_previous_sibling (self, task);

  *found = above != PLAN_ID_NONE;
  return *found ? find_previous_sibling (self, plan_model_get_task (plan_row_list_get_model (self->list), above)) : PLAN_ID_NONE;
}

static PlanId
find_next_sibling (PlanPlanPage *self, const PlanTask *task)
{
  const PlanOutline *outline = plan_row_list_get_outline (self->list);
  const PlanModel *model = plan_row_list_get_model (self->list);
  guint row = outline->row_of_task[plan_model_find (model, PLAN_RECORD_TASK, task->id)];
  guint next = outline->rows[row].end;
  const PlanTask *below = next < outline->n_rows ? plan_model_get_task_at (model, outline->rows[next].task) : NULL;

  return below != NULL && below->parent == task->parent ? below->id : PLAN_ID_NONE;
}

/* Moves the selected rows by one of their siblings. */
static void
move_selected (PlanPlanPage *self, gboolean up)
{
  g_autoptr (GArray) ids = plan_row_list_list_selected (self->list);
  const PlanModel *model = plan_row_list_get_model (self->list);
  const PlanTask *edge;
  g_autoptr (GError) error = NULL;
  gboolean found;
  PlanId after;

  if (ids->len == 0 || !plan_sheet_finish_edit (self->sheet))
    return;
  if (plan_row_list_get_sort (self->list, NULL) < PLAN_N_COLUMNS)
    {
      plan_plan_page_tell (self, _("Rows can be moved while they are not sorted."));
      return;
    }
  edge = plan_model_get_task (model, g_array_index (ids, PlanId, up ? 0 : ids->len - 1));
  after = up ? find_place_above (self, edge, &found) : find_next_sibling (self, edge);
  if (up ? !found : after == PLAN_ID_NONE)
    return;
  if (!plan_edit_tasks_move (self->document, (const PlanId *) (gpointer) ids->data, ids->len, edge->parent, after, &error))
    plan_plan_page_tell (self, error->message);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_selected (data, TRUE);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_selected (data, FALSE);
}

static void
cut_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_sheet_copy (PLAN_PLAN_PAGE (data)->sheet);
  plan_sheet_clear (PLAN_PLAN_PAGE (data)->sheet);
}

static const struct
{
  const char *action;
  void (*work) (PlanSheet *sheet);
} sheet_works[] = {
  { "copy", plan_sheet_copy },
  { "paste", plan_sheet_paste },
  { "paste-table", plan_sheet_paste_table },
  { "clear", plan_sheet_clear },
  { "select-all", plan_sheet_select_all },
};

static void
sheet_work_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheet_works); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), sheet_works[i].action))
      sheet_works[i].work (PLAN_PLAN_PAGE (data)->sheet);
}

/* Collapses the summary under the cursor; from anything else, goes to its summary. */
static void
collapse_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  guint row = plan_row_list_get_cursor_row (self->list);
  const PlanTask *task = plan_row_list_get_task (self->list, row);

  if (task == NULL)
    return;
  if (plan_row_list_is_summary (self->list, row) && !plan_row_list_is_collapsed (self->list, row))
    plan_row_list_set_expanded (self->list, row, FALSE);
  else if (task->parent != PLAN_ID_NONE)
    plan_sheet_set_cursor (self->sheet, plan_row_list_find (self->list, task->parent), plan_sheet_get_cursor_column (self->sheet));
}

static void
expand_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  guint row = plan_row_list_get_cursor_row (self->list);

  if (plan_row_list_is_summary (self->list, row))
    plan_row_list_set_expanded (self->list, row, TRUE);
}

static void
show_bar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  guint row = plan_row_list_get_cursor_row (self->list);

  if (row < plan_row_list_get_n (self->list))
    plan_gantt_view_reveal_bar (self->view, row);
}

static const GActionEntry entries[] = {
  { "add", add_cb },
  { "insert", insert_cb },
  { "delete", delete_cb },
  { "duplicate", task_edit_cb },
  { "indent", task_edit_cb },
  { "outdent", task_edit_cb },
  { "link", task_edit_cb },
  { "unlink", task_edit_cb },
  { "move-up", move_up_cb },
  { "move-down", move_down_cb },
  { "cut", cut_cb },
  { "copy", sheet_work_cb },
  { "paste", sheet_work_cb },
  { "paste-table", sheet_work_cb },
  { "clear", sheet_work_cb },
  { "select-all", sheet_work_cb },
  { "collapse", collapse_cb },
  { "expand", expand_cb },
  { "show-bar", show_bar_cb },
};

/* Enables what can be done with what is selected. */
void
plan_plan_page_update_task_actions (PlanPlanPage *self)
{
  guint n_selected = (guint) gtk_bitset_get_size (plan_row_list_get_selected (self->list));
  PlanNeeds met = plan_row_list_is_writable (self->list) ? PLAN_NEEDS_WRITABLE : PLAN_NEEDS_NOTHING;

  if (n_selected > 0)
    met |= PLAN_NEEDS_SELECTION;
  if (n_selected > 1)
    met |= PLAN_NEEDS_SEVERAL;
  plan_actions_update (G_ACTION_MAP (self->task_actions), "task", met);
}

/* Makes the actions of a new page. */
void
plan_plan_page_add_task_actions (PlanPlanPage *self)
{
  self->task_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->task_actions), entries, G_N_ELEMENTS (entries), self);
  plan_plan_page_add_date_actions (self);
  plan_plan_page_add_progress_actions (self);
  plan_plan_page_add_find_actions (self);
  plan_plan_page_add_baseline_actions (self);
}
