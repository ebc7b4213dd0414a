/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pasting a block of texts into the sheet: over rows that are there, then into new ones. Cells are filled in an order in
 * which none undoes another, and what follows from others is left out, so that a block copied from a sheet or a
 * spreadsheet makes the same tasks.
 */

#include "plan-edits-paste.h"

#include "plan-edits-place.h"
#include "plan-edits-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How dates are kept depends on the first two; a constraint that is pasted wins over what typing a date makes. */
static const PlanColumnId order[] = {
  PLAN_COLUMN_MANUAL, PLAN_COLUMN_CALENDAR, PLAN_COLUMN_WBS, PLAN_COLUMN_NAME, PLAN_COLUMN_DURATION, PLAN_COLUMN_START,
  PLAN_COLUMN_FINISH, PLAN_COLUMN_CONSTRAINT, PLAN_COLUMN_CONSTRAINT_DATE, PLAN_COLUMN_DEADLINE, PLAN_COLUMN_PRIORITY,
  PLAN_COLUMN_NOTES, PLAN_COLUMN_PREDECESSORS, PLAN_COLUMN_RESOURCES, PLAN_COLUMN_COMPLETE, PLAN_COLUMN_ACTUAL_START,
  PLAN_COLUMN_ACTUAL_FINISH, PLAN_COLUMN_FIXED_COST,
};

static void
read_line (PlanPasteLine *self, const PlanColumnId *columns, guint n_columns, char **texts)
{
  *self = (PlanPasteLine) { .dates_follow = FALSE };
  for (guint i = 0; i < n_columns && texts[i] != NULL; i++)
    self->texts[columns[i]] = g_strstrip (texts[i]);
}

static gboolean
has_text (const PlanPasteLine *self, PlanColumnId column)
{
  return self->texts[column] != NULL && *self->texts[column] != '\0';
}

static gboolean
is_empty (const PlanPasteLine *self)
{
  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    if (has_text (self, column))
      return FALSE;
  return TRUE;
}

/* "2.1.3" tells where the row stood that was copied, not what somebody called it. */
static gboolean
is_outline_number (const char *text)
{
  return text[strspn (text, "0123456789.")] == '\0';
}

/* A start and a finish without a duration say how long the task takes. */
static gboolean
paste_span (PlanCells *cells, PlanId id, const PlanPasteLine *line, GError **error)
{
  const PlanProject *project = cells->project;
  PlanTask *task = plan_cells_get_draft (cells, id);
  guint first = plan_batch_get_n (cells->batch);
  PlanTicks now = plan_ticks_now (), start, finish;

  if (!plan_date_parse (line->texts[PLAN_COLUMN_START], now, project->default_start_time, &start, error) ||
      !plan_date_parse (line->texts[PLAN_COLUMN_FINISH], now, project->default_finish_time, &finish, error) ||
      !plan_edit_collect_span (cells->document, cells->batch, task, start, finish, error))
    return FALSE;
  plan_batch_apply (cells->batch, first, id, task);
  return TRUE;
}

static gboolean
is_pasted (PlanCells *cells, PlanColumnId column, PlanId task, const PlanPasteLine *line)
{
  gboolean empty = !has_text (line, column);
  const PlanColumn *row = plan_column_get (column);

  if (line->texts[column] == NULL || !plan_cells_is_editable (cells, column, task))
    return FALSE;
  if (column == PLAN_COLUMN_WBS && !empty && is_outline_number (line->texts[column]))
    return FALSE;
  if (line->dates_follow && (column == PLAN_COLUMN_START || column == PLAN_COLUMN_FINISH))
    return FALSE;
  if (column == PLAN_COLUMN_FINISH && has_text (line, PLAN_COLUMN_START) && !plan_cells_get_draft (cells, task)->manual)
    return FALSE;
  return !empty || row->field == PLAN_N_FIELDS || plan_field_check (row->field, &PLAN_VALUE_OF_NULL, NULL);
}

/*
 * plan_paste_get_order:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the columns that can be pasted, in the order in which a line takes them
 */
const PlanColumnId *
plan_paste_get_order (guint *n)
{
  *n = G_N_ELEMENTS (order);
  return order;
}

/*
 * plan_paste_set_cell:
 * @column: one of the order; those before it have been set
 *
 * Returns: %FALSE with an error when the task cannot take what the line says for the column
 */
gboolean
plan_paste_set_cell (PlanCells *cells, PlanColumnId column, PlanId task, const PlanPasteLine *line, GError **error)
{
  gboolean is_span = column == PLAN_COLUMN_START && has_text (line, PLAN_COLUMN_START) && has_text (line, PLAN_COLUMN_FINISH) &&
                     !has_text (line, PLAN_COLUMN_DURATION);

  if (is_pasted (cells, column, task, line) && !plan_cells_set (cells, column, task, line->texts[column], error))
    return FALSE;
  return !is_span || !plan_cells_is_editable (cells, PLAN_COLUMN_DURATION, task) || paste_span (cells, task, line, error);
}

static gboolean
paste_line (PlanCells *cells, PlanId task, const PlanPasteLine *line, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (!plan_paste_set_cell (cells, order[i], task, line, error))
      return FALSE;
  return TRUE;
}

/* Puts a new row at a level, below the rows that were put before it. @path: the last place of each level so far */
static void
put_row (PlanPlaces *places, GArray *path, guint place, guint level)
{
  guint parent, after;

  level = MIN (level, path->len);
  parent = g_array_index (path, guint, level - 1);
  after = level < path->len ? g_array_index (path, guint, level) : PLAN_PLACE_NONE;
  plan_places_put (places, place, parent, after);
  g_array_set_size (path, level);
  g_array_append_val (path, place);
}

/* Whoever has a deeper line next is the summary of it. */
static void
note_summaries (PlanCells *cells, const guint *levels, guint first, guint n_lines, const PlanId *rows)
{
  for (guint i = first; i + 1 < n_lines; i++)
    if (levels[i + 1] > levels[i])
      g_hash_table_add (cells->summaries, (gpointer) &rows[i]);
}

/*
 * plan_paste_add_rows:
 * @after: the row after which and at whose level they come; %PLAN_ID_NONE: at the end of the project
 * @levels: (nullable): the level of each line below that, from 1 and never more than one deeper than the line before
 * @rows: (out): the new tasks by line; has to live as long as @cells
 *
 * Adds a row for each line from @first on; the row numbers are those that people will see.
 */
void
plan_paste_add_rows (PlanCells *cells, PlanId after, const PlanPasteLine *lines, const guint *levels, guint first,
                     guint n_lines, PlanId *rows)
{
  g_autoptr (PlanPlaces) places = plan_places_new (cells->document, cells->project->id);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  guint previous = plan_places_find (places, after), parent = plan_places_get (places, previous)->parent;
  guint row = previous != PLAN_PLACE_NONE ? places->outline->rows[previous - 1].end : places->n_rows;

  if (previous == PLAN_PLACE_NONE)
    previous = plan_places_get (places, PLAN_PLACE_NONE)->last;
  g_array_append_val (path, parent);
  g_array_append_val (path, previous);
  for (guint i = first; i < n_lines; i++, row++)
    {
      PlanTask task;

      plan_edit_init_task (&task, cells->project);
      task.id = rows[i] = plan_id_source_next (plan_document_get_ids (cells->document));
      task.blank = is_empty (&lines[i]);
      plan_cells_add_draft (cells, &task);
      g_array_insert_val (plan_cells_get_rows (cells), row, task.id);
      put_row (places, path, plan_places_add (places, &task), levels != NULL ? levels[i] : 1);
    }
  if (levels != NULL)
    note_summaries (cells, levels, first, n_lines, rows);
  plan_places_write (places, cells->batch);
}

static gboolean
check_rows (PlanDocument *document, PlanId project, const PlanId *tasks, guint n_tasks, PlanId after, GError **error)
{
  const PlanTask *previous = NULL;
  PlanId owner = project;

  if (plan_edit_require (document, PLAN_RECORD_PROJECT, project, error) == NULL ||
      (n_tasks > 0 && !plan_edit_require_tasks (document, tasks, n_tasks, &owner, error)) ||
      (after != PLAN_ID_NONE && (previous = plan_edit_require (document, PLAN_RECORD_TASK, after, error)) == NULL))
    return FALSE;
  if (owner == project && (previous == NULL || previous->project == project))
    return TRUE;
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE, _("The rows into which to paste are in another project."));
  return FALSE;
}

/**
 * plan_edit_paste:
 * @columns: the columns of the block
 * @lines: (inout): the texts of each line, ended by %NULL, in the order of the columns; fewer leave cells as they are.
 *   Spaces around them are taken away.
 * @tasks: the rows over which the first lines are pasted
 * @after: the other lines become rows after this one, at its level; %PLAN_ID_NONE: at the end of the project
 *
 * Pastes as one edit. Row numbers of predecessors count the new rows. What follows from other cells is not pasted:
 * computed columns, an outline number as WBS, the finish beside a start; start and finish without a duration give it.
 * An empty text leaves what always has a value, and a line without any text becomes an empty line.
 *
 * Returns: %FALSE with an error when a cell cannot take its text; then nothing has changed
 */
gboolean
plan_edit_paste (PlanDocument *document, PlanId project, const PlanColumnId *columns, guint n_columns, char ***lines,
                 guint n_lines, const PlanId *tasks, guint n_tasks, PlanId after, GError **error)
{
  g_autoptr (PlanCells) cells = NULL;
  g_autofree PlanPasteLine *block = g_new (PlanPasteLine, n_lines + 1);
  g_autofree PlanId *rows = g_new (PlanId, n_lines + 1);
  g_autofree char *subject = NULL;
  guint n_over = MIN (n_tasks, n_lines);

  g_return_val_if_fail (PLAN_IS_DOCUMENT (document) && n_lines > 0, FALSE);

  if (!check_rows (document, project, tasks, n_over, after, error))
    return FALSE;
  cells = plan_cells_new (document, project);
  for (guint i = 0; i < n_lines; i++)
    read_line (&block[i], columns, n_columns, lines[i]);
  for (guint i = 0; i < n_over; i++)
    rows[i] = tasks[i];
  if (n_lines > n_over)
    plan_paste_add_rows (cells, after, block, NULL, n_over, n_lines, rows);
  for (guint i = 0; i < n_lines; i++)
    if (!paste_line (cells, rows[i], &block[i], error))
      return FALSE;
  subject = g_strdup (plan_cells_get_draft (cells, rows[0])->name);
  return plan_cells_run (cells, n_lines == 1 ? N_("Paste into “%s”") : N_("Paste into “%s” and others"), subject,
                         error);
}
