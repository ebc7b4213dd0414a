/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typing into cells of the sheet, one or many. Each cell is worked out against a draft of its task, which knows what the
 * cells before it have changed, and all is written as one edit.
 */

#include "plan-edits-cells.h"

#include "plan-edits-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * plan_cells_new:
 * @project: the project that all the cells belong to; it exists
 *
 * Returns: (transfer full): an edit of cells; the model must not change as long as it lives
 */
PlanCells *
plan_cells_new (PlanDocument *document, PlanId project)
{
  PlanCells *self = g_new0 (PlanCells, 1);

  self->document = document;
  self->model = plan_document_get_model (document);
  self->project = plan_model_get_project (self->model, project);
  self->batch = plan_batch_new ();
  self->outline = plan_document_get_outline (document, project);
  self->source = (PlanCellSource) { self->model, plan_document_get_schedule (document), self->outline, NULL, document, NULL, 0 };
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->summaries = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->owned = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

/**
 * plan_cells_free:
 * @self: (transfer full):
 */
void
plan_cells_free (PlanCells *self)
{
  plan_batch_free (self->batch);
  g_clear_pointer (&self->rows, g_array_unref);
  g_hash_table_unref (self->summaries);
  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->owned);
  g_clear_pointer (&self->resources, g_hash_table_unref);
  g_free (self);
}

/**
 * plan_cells_add_draft:
 * @task: a task that the edit makes, or a task of the model
 */
void
plan_cells_add_draft (PlanCells *self, const PlanTask *task)
{
  PlanTask *draft = g_memdup2 (task, sizeof *task);

  g_hash_table_replace (self->drafts, &draft->id, draft);
}

/**
 * plan_cells_get_draft:
 *
 * Returns: (transfer none) (nullable): the task as it will be
 */
PlanTask *
plan_cells_get_draft (PlanCells *self, PlanId task)
{
  const PlanTask *stored;

  if (!g_hash_table_contains (self->drafts, &task))
    {
      stored = plan_model_get_task (self->model, task);
      if (stored == NULL)
        return NULL;
      plan_cells_add_draft (self, stored);
    }
  return g_hash_table_lookup (self->drafts, &task);
}

/*
 * plan_cells_get_rows:
 *
 * Returns: (transfer none) (element-type PlanId): the tasks by row
 */
GArray *
plan_cells_get_rows (PlanCells *self)
{
  if (self->rows != NULL)
    return self->rows;
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (PlanId), self->outline->n_rows);
  for (guint row = 0; row < self->outline->n_rows; row++)
    g_array_append_val (self->rows, plan_model_get_task_at (self->model, self->outline->rows[row].task)->id);
  return self->rows;
}

/**
 * plan_cells_get_index:
 *
 * Returns: (transfer none): links and assignments by task, as they are before the edit
 */
const PlanTaskIndex *
plan_cells_get_index (PlanCells *self)
{
  if (self->source.index == NULL)
    self->source.index = plan_document_get_index (self->document);
  return self->source.index;
}

/* The row of a task that the model has, or PLAN_INDEX_NONE. */
static guint
find_row (PlanCells *self, PlanId task)
{
  guint index = plan_model_find (self->model, PLAN_RECORD_TASK, task);

  return index != PLAN_INDEX_NONE ? self->outline->row_of_task[index] : PLAN_INDEX_NONE;
}

static gboolean
is_summary (PlanCells *self, PlanId task)
{
  guint row = find_row (self, task);

  if (row == PLAN_INDEX_NONE)
    return g_hash_table_contains (self->summaries, &task);
  return plan_outline_is_summary (self->outline, row);
}

/**
 * plan_cells_is_editable:
 *
 * Returns: whether something can be typed into the cell, as the task will be
 */
gboolean
plan_cells_is_editable (PlanCells *self, PlanColumnId column, PlanId task)
{
  return !plan_column_follows (column, plan_cells_get_draft (self, task), is_summary (self, task));
}

static gboolean
refuse_cell (PlanColumnId column, const PlanTask *task, GError **error)
{
  const PlanColumn *row = plan_column_get (column);
  const char *label = row->field != PLAN_N_FIELDS    ? plan_field_get (row->field)->label
                      : row->result != PLAN_N_RESULTS ? plan_result_get (row->result)->label
                                                      : plan_figure_get (row->figure)->label;

  if (row->editor != PLAN_EDITOR_NONE)
    return plan_edit_refuse_summary (label, task, error);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
               /* Translators: %s is the name of a field */
               _("“%s” cannot be changed."), _(label));
  return FALSE;
}

/* Whoever leaves a cell as it was has edited nothing, even if the cell shows less than is stored. */
static gboolean
is_unchanged (PlanCells *self, PlanColumnId column, PlanId task, const char *text)
{
  guint row = find_row (self, task);

  if (row == PLAN_INDEX_NONE)
    return *text == '\0';
  if (column == PLAN_COLUMN_PREDECESSORS || column == PLAN_COLUMN_RESOURCES)
    plan_cells_get_index (self);
  for (PlanCellStyle style = PLAN_CELL_SHOWN; style <= PLAN_CELL_COPIED; style++)
    {
      g_autofree char *present = plan_column_get_text (column, &self->source, row, style);

      if (strcmp (g_strstrip (present), text) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
set_date (PlanCells *self, PlanColumnId column, const PlanTask *task, const char *text, GError **error)
{
  gboolean is_start = column == PLAN_COLUMN_START;
  PlanTicks usual = is_start ? self->project->default_start_time : self->project->default_finish_time, at = PLAN_TICKS_NONE;

  if (*text != '\0' && !plan_date_parse (text, plan_ticks_now (), usual, &at, error))
    return FALSE;
  return plan_edit_collect_date (self->document, self->batch, task, at, is_start, error);
}

/* What an empty cell means for a field that always has a value: that of a new task. */
static void
get_fallback (PlanCells *self, PlanFieldId field, PlanTyped *typed)
{
  PlanTask task;

  plan_edit_init_task (&task, self->project);
  typed->value = plan_field_get_value (field, &task);
  if (field != PLAN_FIELD_TASK_DURATION)
    return;
  typed->unit = task.duration_unit;
  typed->estimated = task.estimated;
}

static gboolean
is_no_calendar (PlanFieldId field, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *none = g_utf8_casefold (C_("calendar of a task", "None"), -1);

  return field == PLAN_FIELD_TASK_CALENDAR && strcmp (folded, none) == 0;
}

static gboolean
set_field (PlanCells *self, PlanFieldId field, const PlanTask *task, const char *text, GError **error)
{
  PlanTyped typed = { .value = PLAN_VALUE_OF_NULL, .estimated = -1 };
  gboolean empty = *text == '\0' || is_no_calendar (field, text);

  if (!plan_typed_parse (self->model, self->project, field, task, empty ? NULL : text, &typed, error))
    return FALSE;
  if (empty && !plan_field_check (field, &typed.value, NULL))
    get_fallback (self, field, &typed);
  return plan_edit_collect (self->document, self->batch, field, task, &typed, error);
}

/* Amounts of which the field table knows a part only. */
static gboolean
set_amount (PlanCells *self, PlanColumnId column, const PlanTask *task, const char *text, GError **error)
{
  PlanTyped typed = { .value = PLAN_VALUE_OF_INTEGER (0), .estimated = -1 };

  if (*text != '\0' &&
      !plan_typed_parse (self->model, self->project, PLAN_FIELD_TASK_FIXED_COST, task, text, &typed, error))
    return FALSE;
  return column == PLAN_COLUMN_COST
           ? plan_edit_collect_cost (self->document, self->batch, task, typed.value.integer, error)
           : plan_edit_collect_actual_cost (self->document, self->batch, task, typed.value.integer, error);
}

static gboolean
set_column (PlanCells *self, PlanColumnId column, const PlanTask *task, const char *text, GError **error)
{
  switch (column)
    {
    case PLAN_COLUMN_START:
    case PLAN_COLUMN_FINISH:
      return set_date (self, column, task, text, error);
    case PLAN_COLUMN_PREDECESSORS:
      return plan_cells_set_predecessors (self, task, text, error);
    case PLAN_COLUMN_RESOURCES:
      return plan_cells_set_resources (self, task, text, error);
    case PLAN_COLUMN_COST:
    case PLAN_COLUMN_ACTUAL_COST:
      return set_amount (self, column, task, text, error);
    default:
      return set_field (self, plan_column_get (column)->field, task, text, error);
    }
}

/* Something typed into an empty line makes it a task. */
static gboolean
fill_blank (PlanCells *self, PlanTask *task, GError **error)
{
  guint first = plan_batch_get_n (self->batch);
  gboolean filled = TRUE;

  if (task->blank)
    {
      plan_batch_set_integer (self->batch, PLAN_FIELD_TASK_BLANK, task->id, FALSE);
      if (task->duration == 0)
        filled = set_field (self, PLAN_FIELD_TASK_DURATION, task, "", error);
      plan_batch_apply (self->batch, first, task->id, task);
    }
  return filled;
}

/**
 * plan_cells_set:
 * @task: a task of the project or one that the edit makes
 * @text: (nullable): what is typed into the cell; empty or %NULL clears it
 *
 * Adds to the edit what the text means. A text that the cell says already means nothing.
 *
 * Returns: %FALSE with an error for the person when the cell cannot take the text
 */
gboolean
plan_cells_set (PlanCells *self, PlanColumnId column, PlanId task, const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  PlanTask *draft = plan_cells_get_draft (self, task);
  guint first;

  if (is_unchanged (self, column, task, stripped))
    return TRUE;
  if (!plan_cells_is_editable (self, column, task))
    return refuse_cell (column, draft, error);
  if (!fill_blank (self, draft, error))
    return FALSE;
  first = plan_batch_get_n (self->batch);
  if (!set_column (self, column, draft, stripped, error))
    return FALSE;
  plan_batch_apply (self->batch, first, task, draft);
  return TRUE;
}

/**
 * plan_cells_run:
 *
 * Makes the edit.
 *
 * Returns: whether it was made
 */
gboolean
plan_cells_run (PlanCells *self, const char *label, const char *subject, GError **error)
{
  if (g_hash_table_size (self->owned) > 0)
    {
      plan_owned_complete (self->model, self->owned);
      plan_owned_delete (self->model, self->owned, self->batch);
    }
  return plan_batch_run (self->batch, self->document, label, subject != NULL ? subject : "", self->project->id, error);
}

static const char *
get_label (PlanColumnId column)
{
  switch (column)
    {
    case PLAN_COLUMN_START:
      return N_("Start of “%s”");
    case PLAN_COLUMN_FINISH:
      return N_("Finish of “%s”");
    case PLAN_COLUMN_PREDECESSORS:
      return N_("Predecessors of “%s”");
    case PLAN_COLUMN_RESOURCES:
      return N_("Resources of “%s”");
    case PLAN_COLUMN_COST:
      return N_("Cost of “%s”");
    case PLAN_COLUMN_ACTUAL_COST:
      return N_("Actual cost of “%s”");
    default:
      return plan_edit_get_label (plan_column_get (column)->field);
    }
}

static const char *
get_label_many (const PlanCellText *cells, guint n_cells)
{
  gboolean one_task = TRUE, one_column = TRUE;

  for (guint i = 1; i < n_cells; i++)
    {
      one_task = one_task && cells[i].task == cells[0].task;
      one_column = one_column && cells[i].column == cells[0].column;
    }
  if (one_task && one_column && plan_column_get (cells[0].column)->editor != PLAN_EDITOR_NONE)
    return get_label (cells[0].column);
  return one_task ? N_("Change of “%s”") : N_("Change of “%s” and others");
}

/**
 * plan_edit_set_cells:
 * @cells: cells of tasks of one project; later ones know what earlier ones have changed
 *
 * Types into several cells as one edit.
 *
 * Returns: %FALSE with an error when one of them cannot take its text; then none has changed
 */
gboolean
plan_edit_set_cells (PlanDocument *document, const PlanCellText *cells, guint n_cells, GError **error)
{
  g_autoptr (PlanCells) self = NULL;
  g_autofree PlanId *tasks = g_new (PlanId, n_cells + 1);
  g_autofree char *subject = NULL;
  PlanId project;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (document) && n_cells > 0, FALSE);

  for (guint i = 0; i < n_cells; i++)
    tasks[i] = cells[i].task;
  if (!plan_edit_require_tasks (document, tasks, n_cells, &project, error))
    return FALSE;
  self = plan_cells_new (document, project);
  for (guint i = 0; i < n_cells; i++)
    if (!plan_cells_set (self, cells[i].column, cells[i].task, cells[i].text, error))
      return FALSE;
  subject = g_strdup (plan_cells_get_draft (self, cells[0].task)->name);
  return plan_cells_run (self, get_label_many (cells, n_cells), subject, error);
}

/**
 * plan_edit_set_cell:
 * @text: (nullable): what is typed into the cell; empty or %NULL clears it
 *
 * Types into one cell of the sheet. A text that the cell says already is no edit. Dates without a time get the usual one
 * of the project; an empty start or finish takes away a constraint that typing a date had made.
 *
 * Returns: %FALSE with an error for the person when the cell cannot take the text
 */
gboolean
plan_edit_set_cell (PlanDocument *document, PlanColumnId column, PlanId task, const char *text, GError **error)
{
  const PlanCellText cell = { column, task, text };

  return plan_edit_set_cells (document, &cell, 1, error);
}

/**
 * plan_edit_task_set_predecessors:
 * @text: (nullable): "3FS+2d; 5SS" with row numbers of the project; empty or %NULL for none
 *
 * Makes the links to the task what the text says; what it does not change stays. Links from tasks of other projects have
 * no row and stay.
 *
 * Returns: %FALSE with an error that names the row that the task cannot wait for
 */
gboolean
plan_edit_task_set_predecessors (PlanDocument *document, PlanId task, const char *text, GError **error)
{
  return plan_edit_set_cell (document, PLAN_COLUMN_PREDECESSORS, task, text, error);
}

/**
 * plan_edit_task_set_resources:
 * @text: (nullable): "Li Wei 50%; Zhao Min"; empty or %NULL for nobody
 *
 * Makes the assignments to the task what the text says; what it does not change stays, units among it when only the name
 * is written. A name that nobody has makes a new work resource.
 *
 * Returns: %FALSE with an error when the text cannot be read
 */
gboolean
plan_edit_task_set_resources (PlanDocument *document, PlanId task, const char *text, GError **error)
{
  return plan_edit_set_cell (document, PLAN_COLUMN_RESOURCES, task, text, error);
}
