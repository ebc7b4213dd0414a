/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing one project: its properties, tasks in row order, links and assignments.
 */

#include "plan-json-private.h"

#include "plan-json-fields.h"

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
