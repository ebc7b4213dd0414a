/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the cells of the sheet say. A text costs the same however many tasks there are: links and assignments come from
 * an index, rows from the outline.
 */

#include "plan-columns.h"

#include "plan-edits-cells.h"
#include "plan-edits-private.h"
#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const PlanCellSource *source;
  guint row;
  PlanCellStyle style;
  const PlanTask *task;
  const PlanProject *project;
  const PlanScheduledTask *result;
  PlanConversion conversion;
} Cell;

static gboolean
has_dates (const Cell *self)
{
  return self->result->start != PLAN_TICKS_NONE;
}

static char *
copy_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/* Whether the date needs its year to be understood: in twelve months from that in which the project starts each day comes once. */
static gboolean
needs_year (const Cell *self, PlanTicks at)
{
  const PlanScheduledProject *result = plan_schedule_get_project (self->source->schedule, self->project->id);
  PlanTicks start = self->project->start;
  PlanCivil date, first;

  if (start == PLAN_TICKS_NONE && result != NULL)
    start = result->start;
  if (start == PLAN_TICKS_NONE)
    return TRUE;
  plan_ticks_to_civil (at, &date);
  plan_ticks_to_civil (start, &first);
  return date.year == first.year ? date.month < first.month : date.year != first.year + 1 || date.month >= first.month;
}

/* As spreadsheets of every language take it for a date. */
static char *
format_copied_date (PlanTicks at, gboolean timed)
{
  PlanCivil date;

  plan_ticks_to_civil (at, &date);
  if (!timed)
    return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", date.year, date.month, date.day, date.hour, date.minute);
}

/* What ends at midnight ends on the day before; whoever edits it has to see the midnight. */
static char *
format_date (const Cell *self, PlanTicks at, gboolean is_finish)
{
  PlanTicks usual = is_finish ? self->project->default_finish_time : self->project->default_start_time;

  if (at == PLAN_TICKS_NONE)
    return g_strdup ("");
  if (self->style == PLAN_CELL_COPIED)
    return format_copied_date (at, plan_ticks_get_within (at) != usual);
  if (self->style != PLAN_CELL_SHOWN)
    return plan_date_format (at, plan_ticks_get_within (at) == usual ? PLAN_DATE_DAY_YEAR : PLAN_DATE_TIME);
  if (is_finish && plan_ticks_get_within (at) == 0)
    at--;
  return plan_date_format (at, needs_year (self, at) ? PLAN_DATE_DAY_YEAR : PLAN_DATE_DAY);
}

static char *
format_wbs (const Cell *self)
{
  if (self->task->wbs != NULL)
    return g_strdup (self->task->wbs);
  return plan_outline_get_number (self->source->outline, self->row);
}

static char *
format_start (const Cell *self)
{
  return has_dates (self) ? format_date (self, self->result->start, FALSE) : copy_text (self->task->start_text);
}

/* A milestone at midnight is on the day that begins. */
static char *
format_finish (const Cell *self)
{
  gboolean is_instant = self->result->finish == self->result->start;

  if (!has_dates (self))
    return copy_text (self->task->finish_text);
  return format_date (self, self->result->finish, self->style != PLAN_CELL_SHOWN || !is_instant);
}

/* People's words unless they round; then the exact ones. */
static char *
format_length (const Cell *self, const PlanDuration *duration)
{
  g_autofree char *text = plan_duration_format (duration, &self->conversion);
  PlanDuration again;

  if (self->style == PLAN_CELL_EDITED &&
      (!plan_duration_parse (text, &self->conversion, duration->unit, &again, NULL) || again.ticks != duration->ticks))
    return plan_duration_to_text (duration, &self->conversion);
  return g_steal_pointer (&text);
}

static char *
format_duration (const Cell *self)
{
  PlanDuration duration = { self->task->duration, self->task->duration_unit, self->task->estimated };

  if (!has_dates (self) && self->task->duration_text != NULL)
    return g_strdup (self->task->duration_text);
  if (self->result->summary)
    duration = (PlanDuration) { self->result->duration, self->project->duration_unit, FALSE };
  return format_length (self, &duration);
}

/* What is summed up is rounded to a whole percent, but nothing is done before all is. */
static char *
format_complete (const Cell *self)
{
  PlanPercent done = self->result->percent_complete;

  if (self->result->summary && done < PLAN_PERCENT_HUNDRED)
    done = MIN ((done + PLAN_PERCENT_ONE / 2) / PLAN_PERCENT_ONE, 99) * PLAN_PERCENT_ONE;
  return plan_percent_format (done);
}

/* A summary and a finished task have none to speak of. */
static char *
format_slack (const Cell *self, PlanTicks ticks)
{
  PlanDuration slack = { ticks, PLAN_UNIT_DAY, FALSE };

  if (!has_dates (self) || self->result->summary || self->result->percent_complete >= PLAN_PERCENT_HUNDRED ||
      ticks == PLAN_TICKS_NONE)
    return g_strdup ("");
  return plan_duration_format (&slack, &self->conversion);
}

/* A task of another project that cannot be typed is named, so that nobody misses what the task waits for. */
static void
append_foreign (const Cell *self, GString *text, const PlanTask *task)
{
  const PlanProject *project = plan_model_get_project (self->source->model, task->project);

  if (self->style != PLAN_CELL_SHOWN)
    return;
  if (text->len > 0)
    g_string_append (text, "; ");
  /* Translators: a predecessor from another project: %1$s is the name of the task, %2$s that of the project */
  g_string_append_printf (text, C_("predecessor", "%1$s in %2$s"), task->name != NULL ? task->name : "",
                          project != NULL && project->name != NULL ? project->name : "");
}

/* The row of a task in its own project and, for another one than that of the cell, the project's name. */
static gboolean
find_predecessor (const Cell *self, guint index, PlanPredecessor *item)
{
  const PlanCellSource *source = self->source;
  const PlanTask *task = plan_model_get_task_at (source->model, index);
  const PlanOutline *outline = source->outline;

  if (outline->row_of_task[index] == PLAN_INDEX_NONE)
    {
      item->project = (char *) plan_cells_get_project_name (source->model, task->project);
      if (item->project == NULL || source->document == NULL)
        return FALSE;
      outline = plan_document_get_outline (source->document, task->project);
    }
  item->row = outline->row_of_task[index] + 1;
  return outline->row_of_task[index] != PLAN_INDEX_NONE;
}

static char *
format_predecessors (const Cell *self)
{
  const PlanCellSource *source = self->source;
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (PlanPredecessor));
  g_autoptr (GString) foreign = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint n;
  const guint *links = plan_task_index_get_predecessors (source->index, source->outline->rows[self->row].task, &n);

  for (guint i = 0; i < n; i++)
    {
      const PlanLink *link = plan_model_get_link_at (source->model, links[i]);
      guint index = plan_model_find (source->model, PLAN_RECORD_TASK, link->predecessor);
      PlanPredecessor item = { 0, link->type, { link->lag, link->lag_unit }, NULL };

      if (find_predecessor (self, index, &item))
        g_array_append_val (items, item);
      else
        append_foreign (self, foreign, plan_model_get_task_at (source->model, index));
    }
  text = plan_predecessors_to_text ((const PlanPredecessor *) items->data, items->len, &self->conversion);
  return g_strconcat (text, *text != '\0' && foreign->len > 0 ? "; " : "", foreign->str, NULL);
}

static char *
format_resources (const Cell *self)
{
  const PlanCellSource *source = self->source;
  GString *text = g_string_new (NULL);
  guint n;
  const guint *assignments = plan_task_index_get_assignments (source->index, source->outline->rows[self->row].task, &n);

  for (guint i = 0; i < n; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (source->model, assignments[i]);
      const PlanResource *resource = plan_model_get_resource (source->model, assignment->resource);
      g_autofree char *units = NULL;

      if (resource == NULL || resource->name == NULL || *resource->name == '\0')
        continue;
      if (assignment->units != PLAN_PERCENT_HUNDRED)
        units = plan_decimal_format (assignment->units, 2);
      g_string_append_printf (text, units != NULL ? "%s%s %s%%" : "%s%s", text->len > 0 ? "; " : "", resource->name, units);
    }
  return g_string_free (text, FALSE);
}

/* Line breaks have no place in a row. */
static char *
format_notes (const Cell *self)
{
  char *text = copy_text (self->task->notes);

  if (self->style == PLAN_CELL_SHOWN)
    g_strdelimit (text, "\r\n\t", ' ');
  return text;
}

static char *
format_calendar (const Cell *self)
{
  const PlanCalendar *calendar = plan_model_get_calendar (self->source->model, self->task->calendar);

  if (calendar != NULL)
    return copy_text (calendar->name);
  return g_strdup (self->style == PLAN_CELL_EDITED ? C_("calendar of a task", "None") : "");
}

/* Work and durations, which as differences may be less than nothing. */
static char *
format_time (const Cell *self, PlanTicks ticks, PlanUnit unit, gboolean is_variance)
{
  PlanDuration duration = { ABS (ticks), unit, FALSE };
  g_autofree char *text = NULL;

  if (self->style != PLAN_CELL_SHOWN)
    return plan_lag_to_text (&(PlanLag) { ticks, unit }, &self->conversion);
  text = plan_duration_format (&duration, &self->conversion);
  return g_strconcat (ticks < 0 ? PLAN_TEXT_MINUS : is_variance && ticks > 0 ? "+" : "", text, NULL);
}

static char *
format_field (const Cell *self, PlanFieldId field)
{
  const PlanField *row = plan_field_get (field);
  PlanValue value = plan_field_get_value (field, self->task);

  switch (row->type)
    {
    case PLAN_TYPE_TEXT:
      return copy_text (value.text);
    case PLAN_TYPE_INSTANT:
      return format_date (self, value.kind == PLAN_VALUE_NULL ? PLAN_TICKS_NONE : value.integer,
                          plan_typed_is_finish (field, self->task));
    case PLAN_TYPE_BOOLEAN:
      return g_strdup (value.integer != 0 ? _("Yes") : _("No"));
    case PLAN_TYPE_ENUM:
      return g_strdup (_(plan_enum_by_value (row->names, value.integer)->label));
    case PLAN_TYPE_PERCENT:
      return plan_percent_format (value.integer);
    case PLAN_TYPE_DURATION:
      return format_time (self, value.integer, plan_field_get_value (row->unit_field, self->task).integer, FALSE);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
    }
}

static char *
format_money (const Cell *self, PlanMoney amount)
{
  if (self->style != PLAN_CELL_SHOWN)
    return plan_decimal_format (amount, 2);
  return plan_money_format (amount, self->project->currency_symbol != NULL ? self->project->currency_symbol : "",
                            self->project->currency_digits);
}

/* Work, cost, baseline and earned value; nothing where there is no baseline to speak of. */
static char *
format_figure (const Cell *self, PlanFigureId figure)
{
  const PlanFigure *row = plan_figure_get (figure);
  PlanCosts *costs = self->source->document != NULL ? plan_document_get_costs (self->source->document) : self->source->costs;
  PlanValue value;

  if (costs == NULL)
    return g_strdup ("");
  value = plan_figure_compare (figure, costs, self->source->outline->rows[self->row].task, self->source->baseline);
  if (value.kind == PLAN_VALUE_NULL)
    return g_strdup ("");
  switch (row->type)
    {
    case PLAN_TYPE_INSTANT:
      return format_date (self, value.integer, figure == PLAN_FIGURE_BASELINE_FINISH);
    case PLAN_TYPE_MONEY:
      return format_money (self, value.integer);
    case PLAN_TYPE_RATE:
      return plan_number_format (plan_multiply_divide (value.integer, 1, PLAN_RATE_ONE / 100), 2);
    case PLAN_TYPE_PERCENT:
      return plan_percent_format (value.integer);
    case PLAN_TYPE_WORK:
      return format_time (self, value.integer, self->project->work_unit, figure == PLAN_FIGURE_WORK_VARIANCE);
    default:
      return format_time (self, value.integer, self->project->duration_unit, figure != PLAN_FIGURE_BASELINE_DURATION);
    }
}

static char *
format_cell (const Cell *self, PlanColumnId column)
{
  const PlanColumn *row = plan_column_get (column);

  if (row->figure != PLAN_FIGURE_NONE)
    return format_figure (self, row->figure);
  switch (column)
    {
    case PLAN_COLUMN_WBS:
      return format_wbs (self);
    case PLAN_COLUMN_DURATION:
      return format_duration (self);
    case PLAN_COLUMN_START:
      return format_start (self);
    case PLAN_COLUMN_FINISH:
      return format_finish (self);
    case PLAN_COLUMN_PREDECESSORS:
      return format_predecessors (self);
    case PLAN_COLUMN_RESOURCES:
      return format_resources (self);
    case PLAN_COLUMN_COMPLETE:
      return format_complete (self);
    case PLAN_COLUMN_TOTAL_SLACK:
    case PLAN_COLUMN_FREE_SLACK:
      return format_slack (self, plan_result_get_value (row->result, self->result).integer);
    case PLAN_COLUMN_LATE_START:
    case PLAN_COLUMN_LATE_FINISH:
      return format_date (self, column == PLAN_COLUMN_LATE_START ? self->result->late_start : self->result->late_finish,
                          column == PLAN_COLUMN_LATE_FINISH);
    case PLAN_COLUMN_CALENDAR:
      return format_calendar (self);
    case PLAN_COLUMN_NOTES:
      return format_notes (self);
    default:
      return format_field (self, row->field);
    }
}

/**
 * plan_column_get_text:
 * @row: of the outline
 *
 * Returns: (transfer full): what the cell says; empty for nothing and on an empty line of the plan
 */
char *
plan_column_get_text (PlanColumnId column, const PlanCellSource *source, guint row, PlanCellStyle style)
{
  guint index = source->outline->rows[row].task;
  Cell self = { .source = source, .row = row, .style = style };

  self.task = plan_model_get_task_at (source->model, index);
  self.project = plan_model_get_project (source->model, self.task->project);
  self.result = plan_schedule_get_task (source->schedule, index);
  if (self.task->blank)
    return g_strdup ("");
  plan_project_get_conversion (self.project, &self.conversion);
  return format_cell (&self, column);
}
