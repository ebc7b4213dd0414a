/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table from elsewhere becomes tasks, as one edit. Predecessors name rows of the table, by its own numbers when it has
 * some; where a task has predecessors its dates follow from them and are not pinned. What cannot be read is found by making
 * the edit without running it, is shown before, and is left out.
 */

#include "plan-paste.h"

#include "plan-contour.h"
#include "plan-edits-paste.h"
#include "plan-edits-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * Work:
 * @lines: what is pasted, without lines that make no task
 * @places: the line of the table for each of them; @levels: its level
 * @rows: its task
 * @numbers: index of a line by its number in the table, both as pointers
 * @first_row: the row number that the first of them gets, from 0
 */
typedef struct
{
  const PlanPaste *paste;
  PlanCells *cells;
  GArray *lines;
  GArray *places;
  GArray *levels;
  PlanId *rows;
  GHashTable *numbers;
  guint first_row;
} Work;

static void
clear_work (Work *self)
{
  if (self->cells == NULL)
    return;
  g_clear_pointer (&self->cells, plan_cells_free);
  for (guint i = 0; i < self->lines->len; i++)
    for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
      g_free (g_array_index (self->lines, PlanPasteLine, i).texts[column]);
  g_array_unref (self->lines);
  g_array_unref (self->places);
  g_array_unref (self->levels);
  g_hash_table_unref (self->numbers);
  g_free (self->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

/* Without a column of numbers rows are counted as they stand in the table. */
static guint
get_number (const PlanPaste *paste, guint line)
{
  guint column = plan_paste_find_column (paste, PLAN_PASTE_NUMBER);

  if (column == PLAN_INDEX_NONE)
    return line - paste->first_line + 1;
  return (guint) CLAMP (g_ascii_strtoll (((char **) paste->table->lines->pdata[line])[column], NULL, 10), 0, G_MAXINT);
}

static void
read_line (const PlanPaste *paste, guint number, PlanPasteLine *line)
{
  char **cells = paste->table->lines->pdata[number];

  *line = (PlanPasteLine) { .dates_follow = FALSE };
  for (guint column = 0; column < paste->table->n_columns; column++)
    if (paste->meanings[column] < PLAN_N_COLUMNS && paste->meanings[column] != PLAN_COLUMN_NAME)
      line->texts[paste->meanings[column]] = g_strstrip (g_strdup (cells[column]));
  line->texts[PLAN_COLUMN_NAME] = plan_paste_get_name (paste, number);
}

/* The predecessors of a line with the row numbers that the tasks of the table get. Returns: (transfer full) (nullable) */
static char *
translate (const Work *self, const char *text, GError **error)
{
  PlanConversion conversion;
  g_autoptr (GArray) items = NULL;

  plan_project_get_conversion (self->cells->project, &conversion);
  items = plan_predecessors_parse (text, &conversion, error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      PlanPredecessor *item = &g_array_index (items, PlanPredecessor, i);
      gpointer line;

      if (item->project != NULL)
        continue;
      if (!g_hash_table_lookup_extended (self->numbers, GUINT_TO_POINTER (item->row), NULL, &line))
        {
          g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                       /* Translators: %u is the number of a row that a pasted table names as a predecessor */
                       _("There is no row %u in the table."), item->row);
          return NULL;
        }
      item->row = self->first_row + GPOINTER_TO_UINT (line) + 1;
    }
  return items != NULL ? plan_predecessors_to_text ((const PlanPredecessor *) (gpointer) items->data, items->len, &conversion) : NULL;
}

/* Row numbers of the table become those of the plan. What names no row stays, to be refused when it is set. */
static void
translate_all (Work *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PlanPasteLine *line = &g_array_index (self->lines, PlanPasteLine, i);
      char **text = &line->texts[PLAN_COLUMN_PREDECESSORS];
      char *translated = *text != NULL && **text != '\0' ? translate (self, *text, NULL) : NULL;

      if (translated == NULL)
        continue;
      g_free (*text);
      *text = translated;
      line->dates_follow = TRUE;
    }
}

static void
init_work (Work *self, PlanDocument *document, PlanId project, const PlanPaste *paste, PlanId after)
{
  g_autofree guint *levels = plan_paste_list_levels (paste);
  const PlanModel *model = plan_document_get_model (document);
  guint index = plan_model_find (model, PLAN_RECORD_TASK, after);

  *self = (Work) { .paste = paste, .cells = plan_cells_new (document, project) };
  self->lines = g_array_new (FALSE, FALSE, sizeof (PlanPasteLine));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->levels = g_array_new (FALSE, FALSE, sizeof (guint));
  self->numbers = g_hash_table_new (NULL, NULL);
  for (guint i = paste->first_line; i < paste->table->lines->len; i++)
    {
      PlanPasteLine line;

      if (levels[i] == 0)
        continue;
      read_line (paste, i, &line);
      g_hash_table_insert (self->numbers, GUINT_TO_POINTER (get_number (paste, i)), GUINT_TO_POINTER (self->lines->len));
      g_array_append_val (self->lines, line);
      g_array_append_val (self->places, i);
      g_array_append_val (self->levels, levels[i]);
    }
  self->rows = g_new0 (PlanId, self->lines->len + 1);
  self->first_row = index != PLAN_INDEX_NONE ? self->cells->outline->rows[self->cells->outline->row_of_task[index]].end
                                             : self->cells->outline->n_rows;
  translate_all (self);
  plan_paste_add_rows (self->cells, after, (const PlanPasteLine *) (gpointer) self->lines->data,
                       (const guint *) (gpointer) self->levels->data, 0, self->lines->len, self->rows);
}

static gboolean
set_cell (Work *self, guint index, PlanColumnId column, GError **error)
{
  const PlanPasteLine *line = &g_array_index (self->lines, PlanPasteLine, index);
  const char *text = line->texts[column];

  if (column == PLAN_COLUMN_PREDECESSORS && text != NULL && *text != '\0' && !line->dates_follow)
    {
      g_autofree char *translated = translate (self, text, error);

      g_assert (translated == NULL);
      return FALSE;
    }
  return plan_paste_set_cell (self->cells, column, self->rows[index], line, error);
}

static void
free_problem (gpointer data)
{
  PlanPasteProblem *self = data;

  g_free (self->reason);
  g_free (self);
}

static void
note_problem (Work *self, GPtrArray *problems, guint index, PlanColumnId column, const GError *error)
{
  PlanPasteProblem *problem = g_new (PlanPasteProblem, 1);

  problem->line = g_array_index (self->places, guint, index);
  problem->column = plan_paste_find_column (self->paste, column);
  problem->reason = g_strdup (error->message);
  g_ptr_array_add (problems, problem);
}

/**
 * plan_edit_check_table:
 * @project: a project of the office
 * @most: how many lines are looked at
 *
 * Finds out which values of a table no task can take, without changing anything.
 *
 * Returns: (transfer full) (element-type PlanPasteProblem): the values in the order of the lines
 */
GPtrArray *
plan_edit_check_table (PlanDocument *document, PlanId project, const PlanPaste *paste, guint most)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (free_problem);
  g_auto (Work) work = { NULL };
  guint n;
  const PlanColumnId *order = plan_paste_get_order (&n);

  init_work (&work, document, project, paste, PLAN_ID_NONE);
  for (guint i = 0; i < MIN (work.lines->len, most); i++)
    for (guint j = 0; j < n; j++)
      {
        g_autoptr (GError) error = NULL;

        if (g_array_index (work.lines, PlanPasteLine, i).texts[order[j]] != NULL && !set_cell (&work, i, order[j], &error))
          note_problem (&work, problems, i, order[j], error);
      }
  return problems;
}

/* Takes out of the lines what cannot be read. */
static void
leave_out (Work *self, GPtrArray *problems)
{
  for (guint i = 0, index = 0; i < problems->len; i++)
    {
      const PlanPasteProblem *problem = problems->pdata[i];
      PlanPasteLine *line;

      while (g_array_index (self->places, guint, index) != problem->line)
        index++;
      line = &g_array_index (self->lines, PlanPasteLine, index);
      g_clear_pointer (&line->texts[self->paste->meanings[problem->column]], g_free);
    }
}

static gboolean
is_progress (PlanColumnId column)
{
  return column == PLAN_COLUMN_COMPLETE || column == PLAN_COLUMN_ACTUAL_START || column == PLAN_COLUMN_ACTUAL_FINISH;
}

static gboolean
set_columns (Work *self, gboolean progress, GError **error)
{
  guint n;
  const PlanColumnId *order = plan_paste_get_order (&n);

  for (guint i = 0; i < self->lines->len; i++)
    for (guint j = 0; j < n; j++)
      if (is_progress (order[j]) == progress && !set_cell (self, i, order[j], error))
        return FALSE;
  return TRUE;
}

static gboolean
has_progress (const Work *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *text = g_array_index (self->lines, PlanPasteLine, i).texts[PLAN_COLUMN_COMPLETE];

      if (text != NULL && *text != '\0')
        return TRUE;
    }
  return FALSE;
}

/* New people have done what is done of their tasks, when the project wants work to follow. */
static void
spread_progress (Work *self, const PlanModel *model)
{
  for (guint i = 0; self->cells->project->update_resources && i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);
      const PlanResource *resource = plan_model_get_resource (model, assignment->resource);
      const PlanTask *task = g_hash_table_lookup (self->cells->drafts, &assignment->task);

      if (task == NULL || task->percent_complete == 0 || assignment->work <= 0 || resource == NULL || resource->type == PLAN_RESOURCE_COST)
        continue;
      plan_batch_set_integer (self->cells->batch, PLAN_FIELD_ASSIGNMENT_ACTUAL_WORK, assignment->id,
                              task->percent_complete >= PLAN_PERCENT_HUNDRED
                                ? assignment->work
                                : plan_contour_get_done (assignment->contour, task->duration, assignment->work, task->actual_duration));
    }
}

/* What is done of a task was done from when its links let it start, so they are scheduled before. The drafts know the start in
 * the place of a constraint for so long. */
static gboolean
set_progress (Work *self, GError **error)
{
  g_autoptr (PlanModel) model = plan_document_snapshot (self->cells->document);
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autofree PlanTicks *dates = g_new (PlanTicks, self->lines->len + 1);
  gboolean done;

  plan_batch_apply_to (self->cells->batch, model);
  /* A circle is told when the edit is made. */
  if (!plan_schedule_compute (schedule, model, NULL, NULL))
    return set_columns (self, TRUE, error);
  for (guint i = 0; i < self->lines->len; i++)
    {
      PlanTask *draft = plan_cells_get_draft (self->cells, self->rows[i]);

      dates[i] = draft->constraint_date;
      draft->constraint_date = plan_schedule_get_task (schedule, plan_model_find (model, PLAN_RECORD_TASK, self->rows[i]))->start;
    }
  done = set_columns (self, TRUE, error);
  for (guint i = 0; i < self->lines->len; i++)
    plan_cells_get_draft (self->cells, self->rows[i])->constraint_date = dates[i];
  spread_progress (self, model);
  return done;
}

/**
 * plan_edit_paste_table:
 * @after: the row behind which the tasks come, at its level; %PLAN_ID_NONE: at the end of the project
 * @n_left_out: (out): how many values no task could take
 *
 * Makes a task of each line, as one edit.
 *
 * Returns: %FALSE with an error when there is no line or the plan cannot have them, for instance as they make a circle;
 *   then nothing has changed
 */
gboolean
plan_edit_paste_table (PlanDocument *document, PlanId project, const PlanPaste *paste, PlanId after, guint *n_left_out,
                       GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_auto (Work) work = { NULL };

  g_return_val_if_fail (PLAN_IS_DOCUMENT (document), FALSE);

  if (plan_edit_require (document, PLAN_RECORD_PROJECT, project, error) == NULL)
    return FALSE;
  problems = plan_edit_check_table (document, project, paste, G_MAXUINT);
  *n_left_out = problems->len;
  init_work (&work, document, project, paste, after);
  leave_out (&work, problems);
  if (work.lines->len == 0)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE, _("There is no task in the table."));
      return FALSE;
    }
  if (!set_columns (&work, FALSE, error) || !(has_progress (&work) ? set_progress (&work, error) : set_columns (&work, TRUE, error)))
    return FALSE;
  return plan_cells_run (work.cells, work.lines->len == 1 ? N_("Paste “%s”") : N_("Paste “%s” and others"),
                         g_array_index (work.lines, PlanPasteLine, 0).texts[PLAN_COLUMN_NAME], error);
}
