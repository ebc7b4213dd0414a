/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows that sheet and chart show side by side: the outline of one project without what is collapsed or filtered away,
 * the row the cursor is on, and the selected rows. Both widgets read it and both change it, so that they never differ.
 * Across a change of the model, rows are known by the ids of their tasks.
 */

#include "plan-row-list-private.h"

G_DEFINE_FINAL_TYPE (PlanRowList, plan_row_list, G_TYPE_OBJECT)

enum {
  ROWS_CHANGED,
  SELECTION_CHANGED,
  METRICS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plan_row_list_finalize (GObject *object)
{
  PlanRowList *self = PLAN_ROW_LIST (object);

  g_clear_pointer (&self->rows, plan_gantt_rows_free);
  g_free (self->wish.text);
  g_clear_object (&self->document);
  g_hash_table_unref (self->collapsed);
  gtk_bitset_unref (self->selected);
  g_array_unref (self->selected_ids);
  G_OBJECT_CLASS (plan_row_list_parent_class)->finalize (object);
}

static void
plan_row_list_class_init (PlanRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plan_row_list_finalize;

  /**
   * PlanRowList::rows-changed:
   * @structure: whether rows came, went or moved; else only what they say is different
   */
  signals[ROWS_CHANGED] = g_signal_new ("rows-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * PlanRowList::selection-changed:
   *
   * The cursor is on another row, or other rows are selected.
   */
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 0);

  /**
   * PlanRowList::metrics-changed:
   *
   * Rows have another height.
   */
  signals[METRICS_CHANGED] = g_signal_new ("metrics-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
plan_row_list_init (PlanRowList *self)
{
  self->collapsed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->selected = gtk_bitset_new_empty ();
  self->selected_ids = g_array_new (FALSE, FALSE, sizeof (PlanId));
  self->row_height = plan_metrics_get (PLAN_DENSITY_STANDARD)->row_height;
  self->text_scale = 1;
  self->wish = (PlanRowWish) { NULL, PLAN_TICKS_NONE, PLAN_TICKS_NONE };
  self->sort_column = PLAN_N_COLUMNS;
}

static guint8 *
list_states (PlanRowList *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  guint8 *state = g_new0 (guint8, self->outline->n_rows + 1);

  if (g_hash_table_size (self->collapsed) > 0)
    for (guint row = 0; row < self->outline->n_rows; row++)
      {
        const PlanTask *task = plan_model_get_task_at (model, self->outline->rows[row].task);

        if (plan_outline_is_summary (self->outline, row) && g_hash_table_contains (self->collapsed, &task->id))
          state[row] = PLAN_GANTT_ROW_COLLAPSED;
      }
  if (plan_row_list_is_filtered (self))
    plan_row_filter_apply (self->filter, &self->wish, model, plan_document_get_schedule (self->document), self->outline, state);
  return state;
}

static void
restore_selected (PlanRowList *self)
{
  gtk_bitset_remove_all (self->selected);
  for (guint i = 0; i < self->selected_ids->len; i++)
    {
      guint row = plan_row_list_find (self, g_array_index (self->selected_ids, PlanId, i));

      if (row != PLAN_INDEX_NONE)
        gtk_bitset_add (self->selected, row);
    }
}

/* The nearest row that is still seen: of a hidden task its summary, of one that is gone what now stands in its place. */
static void
restore_cursor (PlanRowList *self, guint last_row)
{
  const PlanModel *model = plan_document_get_model (self->document);
  const PlanTask *task = plan_model_get_task (model, self->cursor);

  if (self->cursor == PLAN_ID_NONE)
    return;
  while (task != NULL && plan_row_list_find (self, task->id) == PLAN_INDEX_NONE)
    task = plan_model_get_task (model, task->parent);
  if (task != NULL && task->project == self->project)
    self->cursor = task->id;
  else if (self->rows->n_rows > 0 && last_row != PLAN_INDEX_NONE)
    self->cursor = plan_row_list_get_task (self, MIN (last_row, self->rows->n_rows - 1))->id;
  else
    self->cursor = PLAN_ID_NONE;
  if (gtk_bitset_is_empty (self->selected) && self->cursor != PLAN_ID_NONE)
    gtk_bitset_add (self->selected, plan_row_list_find (self, self->cursor));
}

/* Makes the visible rows anew; the cursor was at @old_row. */
static void
make_rows (PlanRowList *self, guint old_row)
{
  g_autofree guint8 *state = list_states (self);
  g_autofree guint *order = plan_row_list_list_order (self);
  PlanId old_cursor = self->cursor;

  g_clear_pointer (&self->rows, plan_gantt_rows_free);
  self->rows = plan_gantt_rows_new_ordered (self->outline, state, order);
  restore_selected (self);
  restore_cursor (self, old_row);
  self->cursor_row = plan_row_list_get_cursor_row (self);
  self->serial++;
  g_signal_emit (self, signals[ROWS_CHANGED], 0, TRUE);
  if (self->cursor != old_cursor || gtk_bitset_get_size (self->selected) != self->selected_ids->len)
    plan_row_list_tell_selection (self);
}

/* Makes the visible rows anew as other ones are wanted. */
void
plan_row_list_make_rows (PlanRowList *self)
{
  if (self->rows != NULL)
    make_rows (self, self->cursor_row);
}

/* Whether rows, or what layouts remember of them (links, assignments, baselines), came, went or moved. */
static gboolean
changes_rows (const PlanChangeSet *changes)
{
  guint n = plan_change_set_get_n (changes);

  for (guint i = 0; i < n; i++)
    {
      PlanChange change;

      plan_change_set_get (changes, i, &change);
      if (change.op == PLAN_CHANGE_UPDATE ? change.field == PLAN_FIELD_TASK_PARENT || change.field == PLAN_FIELD_TASK_RANK
                                          : change.record == PLAN_RECORD_TASK || change.record == PLAN_RECORD_LINK ||
                                              change.record == PLAN_RECORD_ASSIGNMENT || change.record == PLAN_RECORD_BASELINE ||
                                              change.record == PLAN_RECORD_RESOURCE)
        return TRUE;
    }
  return FALSE;
}

static void
document_changed_cb (PlanDocument *document, const PlanChangeSet *changes, PlanRowList *self)
{
  /* A project that was deleted is replaced by the window, which hears of it after this. */
  if (plan_model_get_project (plan_document_get_model (document), self->project) == NULL)
    {
      plan_row_list_set_project (self, NULL, PLAN_ID_NONE);
      return;
    }
  self->outline = plan_document_get_outline (document, self->project);
  if (plan_row_list_is_filtered (self) || self->sort_column < PLAN_N_COLUMNS || changes_rows (changes))
    make_rows (self, self->cursor_row);
  else
    {
      self->serial++;
      g_signal_emit (self, signals[ROWS_CHANGED], 0, FALSE);
    }
}

/* A refused edit changed nothing that is seen, but tasks may be found elsewhere now. */
static void
taken_back_cb (PlanDocument *document, PlanRowList *self)
{
  self->outline = plan_document_get_outline (document, self->project);
  make_rows (self, self->cursor_row);
}

/* All rows are wanted. */
void
plan_row_list_unfilter (PlanRowList *self)
{
  self->filter = PLAN_ROWS_ALL;
  g_clear_pointer (&self->wish.text, g_free);
  self->wish.from = self->wish.to = PLAN_TICKS_NONE;
}

/**
 * plan_row_list_new:
 *
 * Returns: (transfer full): a list of nothing
 */
PlanRowList *
plan_row_list_new (void)
{
  return g_object_new (PLAN_TYPE_ROW_LIST, NULL);
}

/**
 * plan_row_list_set_project:
 * @document: (nullable): the office, or %NULL to show nothing
 * @project: a project of it
 *
 * Shows another project, all of its rows, with the cursor nowhere.
 */
void
plan_row_list_set_project (PlanRowList *self, PlanDocument *document, PlanId project)
{
  g_return_if_fail (PLAN_IS_ROW_LIST (self));

  if (self->document == document && self->project == project)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  self->project = project;
  self->cursor = PLAN_ID_NONE;
  self->cursor_is_new = FALSE;
  plan_row_list_unfilter (self);
  self->sort_column = PLAN_N_COLUMNS;
  gtk_bitset_remove_all (self->selected);
  g_array_set_size (self->selected_ids, 0);
  g_clear_pointer (&self->rows, plan_gantt_rows_free);
  self->outline = NULL;
  self->serial++;
  if (document != NULL)
    {
      g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, 0);
      g_signal_connect_object (document, "taken-back", G_CALLBACK (taken_back_cb), self, 0);
      self->outline = plan_document_get_outline (document, project);
      make_rows (self, PLAN_INDEX_NONE);
    }
  else
    g_signal_emit (self, signals[ROWS_CHANGED], 0, TRUE);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/**
 * plan_row_list_get_document:
 *
 * Returns: (transfer none) (nullable): the office, or %NULL while nothing is shown
 */
PlanDocument *
plan_row_list_get_document (PlanRowList *self)
{
  return self->document;
}

/**
 * plan_row_list_get_project:
 *
 * Returns: the project that is shown, or %PLAN_ID_NONE
 */
PlanId
plan_row_list_get_project (PlanRowList *self)
{
  return self->project;
}

/**
 * plan_row_list_get_model:
 *
 * Returns: (transfer none) (nullable): the records, or %NULL while nothing is shown
 */
const PlanModel *
plan_row_list_get_model (PlanRowList *self)
{
  return self->document != NULL ? plan_document_get_model (self->document) : NULL;
}

/**
 * plan_row_list_get_outline:
 *
 * Returns: (transfer none) (nullable): all rows of the project, valid until "rows-changed"
 */
const PlanOutline *
plan_row_list_get_outline (PlanRowList *self)
{
  return self->outline;
}

/**
 * plan_row_list_get_source:
 *
 * Returns: what the texts of tasks are made from, valid until the next edit; a project must be shown
 */
PlanCellSource
plan_row_list_get_source (PlanRowList *self)
{
  return (PlanCellSource){ plan_document_get_model (self->document), plan_document_get_schedule (self->document), self->outline,
                           plan_document_get_index (self->document), self->document, NULL, 0 };
}

/**
 * plan_row_list_get_baseline:
 *
 * Returns: the number of the baseline that chart and panel compare the plan with
 */
int
plan_row_list_get_baseline (PlanRowList *self)
{
  g_return_val_if_fail (PLAN_IS_ROW_LIST (self), 0);

  return self->baseline;
}

/**
 * plan_row_list_set_baseline:
 * @baseline: 0 to 10
 */
void
plan_row_list_set_baseline (PlanRowList *self, int baseline)
{
  g_return_if_fail (PLAN_IS_ROW_LIST (self));

  if (self->baseline == baseline)
    return;
  self->baseline = baseline;
  self->serial++;
  if (self->rows != NULL)
    g_signal_emit (self, signals[ROWS_CHANGED], 0, FALSE);
}

/**
 * plan_row_list_get_rows:
 *
 * Returns: (transfer none) (nullable): the visible rows, valid until "rows-changed"
 */
const PlanGanttRows *
plan_row_list_get_rows (PlanRowList *self)
{
  return self->rows;
}

/**
 * plan_row_list_is_writable:
 *
 * Returns: whether the plan can be edited
 */
gboolean
plan_row_list_is_writable (PlanRowList *self)
{
  return self->document != NULL && !plan_document_is_read_only (self->document);
}

/**
 * plan_row_list_get_serial:
 *
 * Returns: a number that is another one after each change of what rows say
 */
guint
plan_row_list_get_serial (PlanRowList *self)
{
  return self->serial;
}

/**
 * plan_row_list_get_n:
 *
 * Returns: the number of rows with tasks
 */
guint
plan_row_list_get_n (PlanRowList *self)
{
  return self->rows != NULL ? self->rows->n_rows : 0;
}

/**
 * plan_row_list_get_n_slots:
 *
 * Returns: the number of rows with the empty one at the end, into which a new task can be typed
 */
guint
plan_row_list_get_n_slots (PlanRowList *self)
{
  return plan_row_list_get_n (self) + (plan_row_list_is_writable (self) && self->rows != NULL);
}

/**
 * plan_row_list_get_task:
 *
 * Returns: (transfer none) (nullable): the task of a visible row, valid until the next edit; %NULL for the empty row
 */
const PlanTask *
plan_row_list_get_task (PlanRowList *self, guint row)
{
  if (row >= plan_row_list_get_n (self))
    return NULL;
  return plan_model_get_task_at (plan_document_get_model (self->document), self->rows->task[row]);
}

/**
 * plan_row_list_get_outline_row:
 * @row: a visible row with a task
 *
 * Returns: its row in the outline
 */
guint
plan_row_list_get_outline_row (PlanRowList *self, guint row)
{
  g_return_val_if_fail (row < plan_row_list_get_n (self), 0);

  return self->rows->number[row] - 1;
}

/**
 * plan_row_list_find:
 *
 * Returns: the visible row of a task, or %PLAN_INDEX_NONE
 */
guint
plan_row_list_find (PlanRowList *self, PlanId task)
{
  guint index;

  if (self->rows == NULL || task == PLAN_ID_NONE)
    return PLAN_INDEX_NONE;
  index = plan_model_find (plan_document_get_model (self->document), PLAN_RECORD_TASK, task);
  return index < self->rows->n_tasks ? self->rows->row_of_task[index] : PLAN_INDEX_NONE;
}

/**
 * plan_row_list_get_level:
 *
 * Returns: the outline level of a visible row, 1 at the top
 */
guint
plan_row_list_get_level (PlanRowList *self, guint row)
{
  return self->outline->rows[plan_row_list_get_outline_row (self, row)].level;
}

/**
 * plan_row_list_is_summary:
 *
 * Returns: whether there are tasks below that of a visible row
 */
gboolean
plan_row_list_is_summary (PlanRowList *self, guint row)
{
  return row < plan_row_list_get_n (self) && plan_outline_is_summary (self->outline, plan_row_list_get_outline_row (self, row));
}

/**
 * plan_row_list_is_collapsed:
 *
 * Returns: whether the summary of a visible row hides its tasks
 */
gboolean
plan_row_list_is_collapsed (PlanRowList *self, guint row)
{
  const PlanTask *task = plan_row_list_get_task (self, row);

  return task != NULL && g_hash_table_contains (self->collapsed, &task->id);
}

static void
set_collapsed (PlanRowList *self, PlanId task, gboolean collapsed)
{
  if (collapsed)
    g_hash_table_add (self->collapsed, g_memdup2 (&task, sizeof task));
  else
    g_hash_table_remove (self->collapsed, &task);
}

/**
 * plan_row_list_set_expanded:
 * @row: a visible row with a summary
 *
 * Shows or hides what is below a summary.
 */
void
plan_row_list_set_expanded (PlanRowList *self, guint row, gboolean expanded)
{
  g_return_if_fail (plan_row_list_is_summary (self, row));

  set_collapsed (self, plan_row_list_get_task (self, row)->id, !expanded);
  make_rows (self, self->cursor_row);
}

/**
 * plan_row_list_expand_all:
 * @expanded: whether all summaries are to show their tasks, or none
 */
void
plan_row_list_expand_all (PlanRowList *self, gboolean expanded)
{
  if (self->outline == NULL)
    return;
  g_hash_table_remove_all (self->collapsed);
  if (!expanded)
    for (guint row = 0; row < self->outline->n_rows; row++)
      if (plan_outline_is_summary (self->outline, row))
        set_collapsed (self, plan_model_get_task_at (plan_document_get_model (self->document), self->outline->rows[row].task)->id, TRUE);
  make_rows (self, self->cursor_row);
}

/**
 * plan_row_list_show_task:
 *
 * Expands and unfilters what hides a task, and puts the cursor on it.
 *
 * Returns: whether the project has the task
 */
gboolean
plan_row_list_show_task (PlanRowList *self, PlanId task)
{
  const PlanModel *model = plan_row_list_get_model (self);
  const PlanTask *record = model != NULL ? plan_model_get_task (model, task) : NULL;

  if (record == NULL || record->project != self->project)
    return FALSE;
  if (plan_row_list_find (self, task) == PLAN_INDEX_NONE)
    {
      for (const PlanTask *at = plan_model_get_task (model, record->parent); at != NULL; at = plan_model_get_task (model, at->parent))
        set_collapsed (self, at->id, FALSE);
      plan_row_list_unfilter (self);
      make_rows (self, self->cursor_row);
    }
  plan_row_list_set_cursor_row (self, plan_row_list_find (self, task));
  return TRUE;
}

/**
 * plan_row_list_get_row_height:
 *
 * Returns: the height of a row in pixels, for sheet and chart
 */
double
plan_row_list_get_row_height (PlanRowList *self)
{
  return self->row_height;
}

/**
 * plan_row_list_get_text_scale:
 *
 * Returns: how much larger than usual the desktop's text is, from 1
 */
double
plan_row_list_get_text_scale (PlanRowList *self)
{
  return self->text_scale;
}

/**
 * plan_row_list_set_metrics:
 * @row_height: in pixels; @text_scale: from 1
 *
 * Sets the size of rows; the sheet does, which knows the font.
 */
void
plan_row_list_set_metrics (PlanRowList *self, double row_height, double text_scale)
{
  if (self->row_height == row_height && self->text_scale == text_scale)
    return;
  self->row_height = row_height;
  self->text_scale = text_scale;
  g_signal_emit (self, signals[METRICS_CHANGED], 0);
}
