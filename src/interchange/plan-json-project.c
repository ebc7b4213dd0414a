/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing one project: its properties, tasks in row order, links and assignments.
 */

#include "plan-json-private.h"

#include "plan-json-fields.h"

static void
write_figure (PlanJsonExport *self, PlanFigureId figure, gint64 value)
{
  const PlanFigure *row = plan_figure_get (figure);
  int places = row->type == PLAN_TYPE_RATE ? 4 : row->type == PLAN_TYPE_MONEY || row->type == PLAN_TYPE_PERCENT ? 2 : 1;

  plan_json_writer_decimal (self->writer, row->name, value, places);
}

static void
write_earned (PlanJsonExport *self, const PlanEarnedValue *earned)
{
  if (earned->bac == 0 && earned->ac == 0)
    return;
  plan_json_writer_begin_object (self->writer, "earned_value");
  for (PlanFigureId figure = PLAN_FIGURE_NONE + 1; figure < PLAN_N_FIGURES; figure++)
    if (plan_figure_get (figure)->kind == PLAN_FIGURE_OF_EARNED)
      write_figure (self, figure, plan_figure_get_earned (figure, earned));
  plan_json_writer_decimal (self->writer, "eac_by_plan", earned->eac_by_plan, 2);
  plan_json_writer_decimal (self->writer, "eac_by_both", earned->eac_by_both, 2);
  plan_json_writer_end_object (self->writer);
}

/* Of the plan as it is: what is left out with the dates of a file. Without a status date it would be another every day. */
static gboolean
has_earned_value (PlanJsonExport *self, const PlanProject *project)
{
  return !self->what->file_dates && project->status_date != PLAN_TICKS_NONE && plan_export_get_costs (&self->index) != NULL;
}

/* Weeks of the plan, as it was to be and as it is. */
static void
write_earned_schedule (PlanJsonExport *self, PlanId project)
{
  PlanEarnedSchedule schedule;

  if (!plan_earned_schedule_of_project (self->index.costs, project, PLAN_BUCKET_WEEK, &schedule))
    return;
  plan_json_writer_begin_object (self->writer, "earned_schedule");
  plan_json_writer_decimal (self->writer, "es", schedule.es, 4);
  plan_json_writer_decimal (self->writer, "at", schedule.at, 4);
  plan_json_writer_decimal (self->writer, "pd", schedule.pd, 4);
  plan_json_writer_decimal (self->writer, "sv_t", schedule.sv_t, 4);
  plan_json_writer_decimal (self->writer, "spi_t", schedule.spi_t, 4);
  plan_json_writer_decimal (self->writer, "ieac_t", schedule.ieac_t, 4);
  plan_json_writer_end_object (self->writer);
}

/* How far the task is from its baseline 0. */
static void
write_variances (PlanJsonExport *self, guint task)
{
  if (plan_costs_find_baseline (self->index.costs, plan_model_get_task_at (self->model, task)->id, 0) == NULL)
    return;
  plan_json_writer_begin_object (self->writer, "variances");
  for (PlanFigureId figure = PLAN_FIGURE_START_VARIANCE; figure <= PLAN_FIGURE_COST_VARIANCE; figure++)
    write_figure (self, figure, plan_figure_get_value (figure, self->index.costs, task).integer);
  plan_json_writer_end_object (self->writer);
}

static void
write_properties (PlanJsonExport *self, const PlanProject *project)
{
  const PlanProgramme *programme = plan_model_lookup (self->model, PLAN_RECORD_PROGRAMME, project->programme);

  plan_json_writer_begin_object (self->writer, "project");
  plan_json_write_fields (self, PLAN_RECORD_PROJECT, project);
  plan_json_write_uid (self, PLAN_RECORD_CALENDAR, "calendar", project->calendar);
  if (programme != NULL)
    plan_json_writer_string (self->writer, "programme", programme->name != NULL ? programme->name : "");
  plan_json_write_computed (self, PLAN_RECORD_PROJECT, project->id, NULL);
  if (has_earned_value (self, project))
    {
      write_earned (self, plan_earned_value_of_project (self->index.costs, project->id));
      write_earned_schedule (self, project->id);
    }
  plan_json_write_children (self, PLAN_RECORD_PROJECT, project->id);
  plan_json_writer_end_object (self->writer);
}

static void
write_custom_fields (PlanJsonExport *self, PlanId project)
{
  guint first, end;

  if (!plan_export_find_children (&self->index, PLAN_RECORD_CUSTOM_FIELD, project, &first, &end))
    return;
  plan_json_writer_begin_array (self->writer, "custom_fields");
  for (guint i = first; i < end; i++)
    {
      const PlanCustomField *field = plan_export_get_child (&self->index, PLAN_RECORD_CUSTOM_FIELD, i);

      plan_json_writer_begin_object (self->writer, NULL);
      plan_json_writer_string (self->writer, "record", plan_record_get_table (field->owner_record));
      plan_json_write_fields (self, PLAN_RECORD_CUSTOM_FIELD, field);
      plan_json_write_children (self, PLAN_RECORD_CUSTOM_FIELD, field->id);
      plan_json_writer_end_object (self->writer);
    }
  plan_json_writer_end_array (self->writer);
}

/* Duration and percent of a summary follow from its subtasks, a duration also from resources with several calendars, unless
 * the imported file is to speak. */
static void
write_task_fields (PlanJsonExport *self, const PlanTask *task, const PlanScheduledTask *scheduled, gboolean is_summary)
{
  PlanTask shown = *task;

  if (scheduled != NULL && scheduled->start != PLAN_TICKS_NONE &&
      (!self->what->file_dates || plan_export_get_imported (&self->index, task->id) == NULL))
    {
      shown.duration = CLAMP (scheduled->duration, 0, PLAN_DURATION_MAX);
      shown.percent_complete = is_summary ? scheduled->percent_complete : task->percent_complete;
    }
  plan_json_write_fields (self, PLAN_RECORD_TASK, &shown);
}

/* When a split task is worked on. What it is read from again are its pauses, none when it only stood still. */
static void
write_splits (PlanJsonExport *self, const PlanTask *task, guint index)
{
  guint n = 0, first, end;
  const PlanStretch *stretches = self->stretches != NULL ? plan_stretches_list (self->stretches, index, &n) : NULL;

  if (n < 2 || (self->what->file_dates && plan_export_get_imported (&self->index, task->id) != NULL))
    return;
  plan_json_writer_begin_array (self->writer, "splits");
  for (guint i = 0; i < n; i++)
    {
      plan_json_writer_begin_array (self->writer, NULL);
      plan_json_writer_instant (self->writer, NULL, stretches[i].start);
      plan_json_writer_instant (self->writer, NULL, stretches[i].finish);
      plan_json_writer_end_array (self->writer);
    }
  plan_json_writer_end_array (self->writer);
  if (plan_export_find_children (&self->index, PLAN_RECORD_SPLIT, task->id, &first, &end))
    return;
  plan_json_writer_begin_array (self->writer, "pauses");
  plan_json_writer_end_array (self->writer);
}

static void
write_task (PlanJsonExport *self, const PlanOutline *outline, guint row)
{
  const PlanTask *task = plan_model_get_task_at (self->model, outline->rows[row].task);
  const PlanScheduledTask *scheduled =
    self->what->schedule != NULL ? plan_schedule_get_task (self->what->schedule, outline->rows[row].task) : NULL;
  g_autofree char *number = plan_outline_get_number (outline, row);

  plan_json_writer_begin_object (self->writer, NULL);
  plan_json_write_uid (self, PLAN_RECORD_TASK, "uid", task->id);
  plan_json_writer_integer (self->writer, "id", row + 1);
  plan_json_writer_integer (self->writer, "outline_level", outline->rows[row].level);
  plan_json_writer_string (self->writer, "outline_number", number);
  write_task_fields (self, task, scheduled, plan_outline_is_summary (outline, row));
  plan_json_write_uid (self, PLAN_RECORD_CALENDAR, "calendar", task->calendar);
  plan_json_write_computed (self, PLAN_RECORD_TASK, task->id, scheduled);
  if (!self->what->file_dates && plan_export_get_costs (&self->index) != NULL)
    write_variances (self, outline->rows[row].task);
  if (has_earned_value (self, plan_model_get_project (self->model, task->project)))
    write_earned (self, plan_earned_value_of_task (self->index.costs, outline->rows[row].task));
  write_splits (self, task, outline->rows[row].task);
  plan_json_write_drivers (self, outline, outline->rows[row].task);
  plan_json_write_children (self, PLAN_RECORD_TASK, task->id);
  plan_json_writer_end_object (self->writer);
}

static void
write_tasks (PlanJsonExport *self, PlanId project)
{
  g_autoptr (PlanOutline) outline = plan_outline_new (self->model, project);

  plan_json_writer_begin_array (self->writer, "tasks");
  for (guint row = 0; row < outline->n_rows && plan_progress_step (self->progress, row, outline->n_rows, NULL); row++)
    write_task (self, outline, row);
  plan_json_writer_end_array (self->writer);
}

static void
write_links (PlanJsonExport *self, PlanId project)
{
  g_autoptr (GArray) ids = plan_export_list_of_project (&self->index, PLAN_RECORD_LINK, PLAN_FIELD_LINK_SUCCESSOR, project);

  plan_json_writer_begin_array (self->writer, "links");
  for (guint i = 0; i < ids->len; i++)
    {
      const PlanLink *link = plan_model_lookup (self->model, PLAN_RECORD_LINK, g_array_index (ids, PlanExportRanked, i).id);

      plan_json_writer_begin_object (self->writer, NULL);
      plan_json_write_uid (self, PLAN_RECORD_TASK, "predecessor", link->predecessor);
      plan_json_write_uid (self, PLAN_RECORD_TASK, "successor", link->successor);
      plan_json_write_fields (self, PLAN_RECORD_LINK, link);
      plan_json_write_children (self, PLAN_RECORD_LINK, link->id);
      plan_json_writer_end_object (self->writer);
    }
  plan_json_writer_end_array (self->writer);
}

static void
write_assignments (PlanJsonExport *self, PlanId project)
{
  g_autoptr (GArray) ids = plan_export_list_of_project (&self->index, PLAN_RECORD_ASSIGNMENT, PLAN_FIELD_ASSIGNMENT_TASK, project);

  plan_json_writer_begin_array (self->writer, "assignments");
  for (guint i = 0; i < ids->len; i++)
    {
      const PlanAssignment *assignment = plan_model_lookup (self->model, PLAN_RECORD_ASSIGNMENT, g_array_index (ids, PlanExportRanked, i).id);

      plan_json_writer_begin_object (self->writer, NULL);
      if (assignment->source_uid >= 0)
        plan_json_writer_integer (self->writer, "uid", assignment->source_uid);
      plan_json_write_uid (self, PLAN_RECORD_TASK, "task", assignment->task);
      if (assignment->resource != PLAN_ID_NONE)
        plan_json_write_uid (self, PLAN_RECORD_RESOURCE, "resource", assignment->resource);
      else
        plan_json_writer_null (self->writer, "resource");
      plan_json_write_fields (self, PLAN_RECORD_ASSIGNMENT, assignment);
      plan_json_write_computed (self, PLAN_RECORD_ASSIGNMENT, assignment->id, NULL);
      plan_json_write_children (self, PLAN_RECORD_ASSIGNMENT, assignment->id);
      plan_json_writer_end_object (self->writer);
    }
  plan_json_writer_end_array (self->writer);
}

/**
 * plan_json_write_project:
 * @alone: whether it stands alone, with all that it shares with others
 *
 * Writes the members of a project's object.
 */
void
plan_json_write_project (PlanJsonExport *self, PlanId project, gboolean alone)
{
  write_properties (self, plan_model_get_project (self->model, project));
  if (alone)
    plan_json_write_programmes (self);
  plan_json_write_calendars (self, project, alone);
  write_custom_fields (self, project);
  write_tasks (self, project);
  write_links (self, project);
  if (alone)
    plan_json_write_resources (self);
  write_assignments (self, project);
}
