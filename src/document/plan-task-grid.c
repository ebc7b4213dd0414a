/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tasks of a project as a table for spreadsheets: rows of the outline, columns of the table of columns, each with values of its type.
 */

#include "plan-task-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Before the columns of the sheet: by what predecessors name a row, and what says that it lies below another. */
enum {
  ROW_NUMBER,
  LEVEL,
  N_OWN
};

/* After those that are shown at first. */
static const PlanColumnId more_columns[] = {
  PLAN_COLUMN_WORK,          PLAN_COLUMN_COST,           PLAN_COLUMN_DEADLINE,        PLAN_COLUMN_ACTUAL_START,
  PLAN_COLUMN_ACTUAL_FINISH, PLAN_COLUMN_BASELINE_START, PLAN_COLUMN_BASELINE_FINISH, PLAN_COLUMN_NOTES,
};

typedef struct
{
  PlanGrid grid;
  PlanGridColumn columns[N_OWN + PLAN_N_COLUMNS];
  PlanColumnId ids[N_OWN + PLAN_N_COLUMNS];
  PlanCellSource source;
  PlanOutline *outline;
  PlanTaskIndex *index;
  PlanCosts *costs;
  const PlanWorktime *worktime;
} TaskGrid;

static PlanGridKind
get_kind_of_type (PlanFieldType type)
{
  switch (type)
    {
    case PLAN_TYPE_INSTANT:
      return PLAN_GRID_INSTANT;
    case PLAN_TYPE_DURATION:
      return PLAN_GRID_DURATION;
    case PLAN_TYPE_WORK:
      return PLAN_GRID_WORK;
    case PLAN_TYPE_MONEY:
      return PLAN_GRID_MONEY;
    case PLAN_TYPE_RATE:
      return PLAN_GRID_RATIO;
    case PLAN_TYPE_PERCENT:
      return PLAN_GRID_PERCENT;
    case PLAN_TYPE_INTEGER:
      return PLAN_GRID_INTEGER;
    default:
      return PLAN_GRID_TEXT;
    }
}

static PlanGridKind
get_kind (PlanColumnId id)
{
  const PlanColumn *column = plan_column_get (id);

  if (column->figure != PLAN_FIGURE_NONE)
    return get_kind_of_type (plan_figure_get (column->figure)->type);
  if (column->result != PLAN_N_RESULTS)
    return get_kind_of_type (plan_result_get (column->result)->type);
  return column->field != PLAN_N_FIELDS ? get_kind_of_type (plan_field_get (column->field)->type) : PLAN_GRID_TEXT;
}

static const PlanTask *
get_task (const TaskGrid *self, guint row)
{
  return plan_model_get_task_at (self->source.model, self->outline->rows[row].task);
}

static const PlanScheduledTask *
get_result (const TaskGrid *self, guint row)
{
  return plan_schedule_get_task (self->source.schedule, self->outline->rows[row].task);
}

static PlanGridBar
get_bar (const PlanTask *task, const PlanScheduledTask *result)
{
  if (result->start == PLAN_TICKS_NONE || !task->active)
    return PLAN_GRID_NO_BAR;
  if (result->summary)
    return PLAN_GRID_SUMMARY_BAR;
  if (result->start == result->finish)
    return PLAN_GRID_MILESTONE;
  return result->critical ? PLAN_GRID_CRITICAL_BAR : PLAN_GRID_BAR;
}

static void
get_row (const PlanGrid *grid, guint row, PlanGridRow *values)
{
  const TaskGrid *self = (const TaskGrid *) grid;
  const PlanTask *task = get_task (self, row);
  const PlanScheduledTask *result = get_result (self, row);

  *values = (PlanGridRow) {
    .level = self->outline->rows[row].level - 1,
    .summary = result->summary,
    .blank = task->blank,
    .bar = task->blank ? PLAN_GRID_NO_BAR : get_bar (task, result),
    .start = result->start,
    .finish = result->finish,
    .done = result->stop != PLAN_TICKS_NONE ? result->stop : result->start,
  };
}

static char *
get_text (const PlanGrid *grid, guint row, guint column)
{
  const TaskGrid *self = (const TaskGrid *) grid;

  if (column == ROW_NUMBER)
    return g_strdup_printf ("%u", row + 1);
  if (column == LEVEL)
    return g_strdup_printf ("%u", self->outline->rows[row].level);
  return plan_column_get_text (self->ids[column], &self->source, row, PLAN_CELL_COPIED);
}

/* Of a task by the clock, days have 24 hours; the table has one length of a day for all. */
static gint64
get_duration (const TaskGrid *self, guint row)
{
  const PlanTask *task = get_task (self, row);
  const PlanScheduledTask *result = get_result (self, row);

  if (result->summary)
    return result->duration;
  if (!plan_unit_is_elapsed (task->duration_unit))
    return task->duration;
  return plan_multiply_divide (task->duration, self->grid.ticks_per_day, PLAN_TICKS_PER_DAY);
}

static PlanValue
get_column_value (const TaskGrid *self, PlanColumnId id, guint row)
{
  const PlanColumn *column = plan_column_get (id);

  if (id == PLAN_COLUMN_DURATION)
    return PLAN_VALUE_OF_INTEGER (get_duration (self, row));
  if (column->figure != PLAN_FIGURE_NONE)
    return plan_figure_get_value (column->figure, self->costs, self->outline->rows[row].task);
  if (column->result != PLAN_N_RESULTS)
    return plan_result_get_value (column->result, get_result (self, row));
  return plan_field_get_value (column->field, get_task (self, row));
}

/* What the sheet does not say of a row, the table does not say either. */
static gboolean
get_value (const PlanGrid *grid, guint row, guint column, gint64 *value)
{
  const TaskGrid *self = (const TaskGrid *) grid;
  g_autofree char *text = get_text (grid, row, column);
  PlanValue found;

  if (column < N_OWN)
    *value = column == ROW_NUMBER ? row + 1 : self->outline->rows[row].level;
  if (column < N_OWN || *text == '\0')
    return column < N_OWN;
  found = get_column_value (self, self->ids[column], row);
  *value = found.integer;
  return found.kind != PLAN_VALUE_NULL && !(grid->columns[column].kind == PLAN_GRID_INSTANT && found.integer == PLAN_TICKS_NONE);
}

static gboolean
is_day_off (const PlanGrid *grid, PlanDay day)
{
  const TaskGrid *self = (const TaskGrid *) grid;

  return self->worktime != NULL &&
         plan_worktime_work (self->worktime, plan_ticks_from_day (day, 0), plan_ticks_from_day (day + 1, 0)) == 0;
}

static void
add_column (TaskGrid *self, PlanColumnId id)
{
  const PlanColumn *column = plan_column_get (id);

  self->ids[self->grid.n_columns] = id;
  self->columns[self->grid.n_columns++] = (PlanGridColumn) { column->name, plan_column_get_label (id), get_kind (id), column->width };
}

static guint
find_column (const TaskGrid *self, PlanColumnId id)
{
  for (guint i = N_OWN; i < self->grid.n_columns; i++)
    if (self->ids[i] == id)
      return i;
  return PLAN_GRID_NO_COLUMN;
}

static void
add_columns (TaskGrid *self)
{
  self->columns[ROW_NUMBER] = (PlanGridColumn) { "id", C_("column", "ID"), PLAN_GRID_INTEGER, 40 };
  self->columns[LEVEL] = (PlanGridColumn) { "outline_level", C_("column", "Outline level"), PLAN_GRID_INTEGER, 60 };
  self->grid.n_columns = N_OWN;
  for (PlanColumnId id = 0; id < PLAN_N_COLUMNS; id++)
    if (plan_column_get (id)->standard)
      add_column (self, id);
  for (guint i = 0; i < G_N_ELEMENTS (more_columns); i++)
    add_column (self, more_columns[i]);
  self->grid.columns = self->columns;
  self->grid.name_column = find_column (self, PLAN_COLUMN_NAME);
  self->grid.start_column = find_column (self, PLAN_COLUMN_START);
  self->grid.finish_column = find_column (self, PLAN_COLUMN_FINISH);
  self->grid.complete_column = find_column (self, PLAN_COLUMN_COMPLETE);
}

static void
set_title (TaskGrid *self, const PlanProject *project)
{
  const PlanScheduledProject *result = plan_schedule_get_project (self->source.schedule, project->id);
  PlanConversion conversion;

  plan_project_get_conversion (project, &conversion);
  self->grid.title = project->name != NULL ? project->name : "";
  self->grid.ticks_per_day = plan_unit_get_ticks (PLAN_UNIT_DAY, &conversion);
  self->grid.start = self->outline->n_tasks > 0 && result != NULL ? result->start : PLAN_TICKS_NONE;
  self->grid.finish = result != NULL ? result->finish : PLAN_TICKS_NONE;
  self->worktime = plan_schedule_get_worktime (self->source.schedule, project->calendar);
}

/**
 * plan_task_grid_new:
 * @model: what the table is of; must outlive it, as @schedule
 * @project: a project of @model
 * @now: by which costs are reckoned when the project has no status date
 *
 * Returns: (transfer full): the tasks of the project, a row each
 */
PlanGrid *
plan_task_grid_new (const PlanModel *model, const PlanSchedule *schedule, PlanId project, PlanTicks now)
{
  TaskGrid *self = g_new0 (TaskGrid, 1);

  self->outline = plan_outline_new (model, project);
  self->index = plan_task_index_new (model);
  self->costs = plan_costs_new (schedule, model, now);
  self->source = (PlanCellSource) { model, schedule, self->outline, self->index, NULL, self->costs, 0 };
  self->grid.n_rows = self->outline->n_rows;
  self->grid.get_row = get_row;
  self->grid.get_text = get_text;
  self->grid.get_value = get_value;
  self->grid.is_day_off = is_day_off;
  add_columns (self);
  set_title (self, plan_model_get_project (model, project));
  return &self->grid;
}

/**
 * plan_task_grid_free:
 * @grid: (transfer full): made by plan_task_grid_new()
 */
void
plan_task_grid_free (PlanGrid *grid)
{
  TaskGrid *self = (TaskGrid *) grid;

  plan_costs_free (self->costs);
  plan_task_index_free (self->index);
  plan_outline_free (self->outline);
  g_free (self);
}
