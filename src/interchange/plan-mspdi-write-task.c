/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing tasks and links, before them the row with number 0 that stands for the project. Elements that say where a task is
 * and what follows from its other fields are written anew from the outline and the schedule.
 */

#include "plan-mspdi-write.h"

#include <string.h>

/**
 * plan_mspdi_write_uid:
 *
 * Writes the number of the record.
 */
void
plan_mspdi_write_uid (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_integer (self, row->element, self->record->uid);
}

/**
 * plan_mspdi_write_row:
 *
 * Writes the number of the row, from 1; the project's own is 0.
 */
void
plan_mspdi_write_row (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  if (plan_mspdi_has_file_values (self) && plan_mspdi_write_kept (self, row->element))
    return;
  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_integer (self, row->element, self->record->row == PLAN_INDEX_NONE ? 0 : (gint64) self->record->row + 1);
}

static guint
get_level (PlanMspdiWriter *self)
{
  if (self->record->external != NULL)
    return 1;
  return self->record->row != PLAN_INDEX_NONE ? self->outline->rows[self->record->row].level : 0;
}

/* Empty lines do not count, as in Project. */
static void
write_number (PlanMspdiWriter *self, const char *element)
{
  guint level = get_level (self);
  g_autoptr (GString) number = g_string_new (level == 0 ? "0" : NULL);

  for (guint i = 1; i <= level; i++)
    g_string_append_printf (number, i == 1 ? "%u" : ".%u", self->places[i]);
  plan_mspdi_write_text (self, element, number->str);
}

/**
 * plan_mspdi_write_outline:
 *
 * Writes where the task is: its level, its outline number or its code.
 */
void
plan_mspdi_write_outline (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanTask *task = self->record->body;
  gboolean is_code = strcmp (row->element, "WBS") == 0;

  if (is_code && task->wbs != NULL)
    {
      plan_mspdi_write_text (self, row->element, task->wbs);
      return;
    }
  if (plan_mspdi_write_kept (self, row->element))
    return;
  if (strcmp (row->element, "OutlineLevel") == 0)
    {
      plan_mspdi_write_integer (self, row->element, get_level (self));
      return;
    }
  if (!task->blank)
    write_number (self, row->element);
}

/**
 * plan_mspdi_write_manual:
 *
 * Writes start or finish that the task has as a manually scheduled one; an automatic one has those that were computed.
 */
void
plan_mspdi_write_manual (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanScheduledTask *scheduled = self->record->scheduled;
  const PlanTask *task = self->record->body;
  gboolean is_start = row->field == PLAN_FIELD_TASK_MANUAL_START;
  PlanTicks ticks = is_start ? task->manual_start : task->manual_finish;
  g_autofree char *known = plan_mspdi_kept_find (self->record->kept, "ManualDuration");
  g_autofree char *file = plan_mspdi_kept_find (self->record->kept, is_start ? "Start" : "Finish");

  if (ticks != PLAN_TICKS_NONE && (task->manual || !task->external))
    {
      plan_mspdi_drop_kept (self, row->element);
      plan_mspdi_write_instant (self, row->element, ticks);
    }
  else if (plan_mspdi_write_kept (self, row->element) || (known == NULL && plan_mspdi_has_file_values (self)))
    return;
  else if (file != NULL && plan_mspdi_has_file_values (self))
    plan_mspdi_write_text (self, row->element, file);
  else if (scheduled != NULL)
    plan_mspdi_write_instant (self, row->element, is_start ? scheduled->start : scheduled->finish);
}

/**
 * plan_mspdi_write_manual_duration:
 *
 * Writes the duration that the task has as a manually scheduled one.
 */
void
plan_mspdi_write_manual_duration (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanTask *task = self->record->body;

  if (plan_mspdi_has_file_values (self))
    {
      plan_mspdi_write_kept (self, row->element);
      return;
    }
  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_duration (self, row->element, task->duration);
}

/**
 * plan_mspdi_write_format:
 *
 * Writes the unit of a duration. A number that only stands for it stays.
 */
void
plan_mspdi_write_format (PlanMspdiWriter *self, const PlanMspdiRow *row, guint8 unit, gboolean estimated)
{
  g_autofree char *kept = plan_mspdi_kept_find (self->record->kept, row->element);
  gint64 code = plan_mspdi_get_format (unit, estimated), plain;

  if (kept != NULL && plan_mspdi_parse_value (PLAN_FIELD_TASK_DURATION_UNIT, PLAN_MSPDI_UNIT, kept, &plain) && plain == unit)
    code = g_ascii_strtoll (kept, NULL, 10);
  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_integer (self, row->element, code);
}

/**
 * plan_mspdi_write_duration_format:
 *
 * Writes the unit of the task's duration.
 */
void
plan_mspdi_write_duration_format (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanTask *task = self->record->body;

  if (self->record->row != PLAN_INDEX_NONE || !plan_mspdi_write_kept (self, row->element))
    plan_mspdi_write_format (self, row, task->duration_unit, task->estimated);
}

/**
 * plan_mspdi_write_summary:
 *
 * Writes whether the task has subtasks.
 */
void
plan_mspdi_write_summary (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  gboolean is_summary;

  if (plan_mspdi_has_file_values (self) && plan_mspdi_write_kept (self, row->element))
    return;
  plan_mspdi_drop_kept (self, row->element);
  is_summary = self->record->external == NULL &&
               (self->record->row == PLAN_INDEX_NONE || plan_outline_is_summary (self->outline, self->record->row));
  plan_mspdi_write_integer (self, row->element, is_summary);
}

/**
 * plan_mspdi_write_remaining:
 *
 * Writes what of the duration is left.
 */
void
plan_mspdi_write_remaining (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanTask *task = self->record->body;

  if (plan_mspdi_has_file_values (self) && plan_mspdi_write_kept (self, row->element))
    return;
  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_duration (self, row->element, MAX (task->duration - task->actual_duration, 0));
}

/**
 * plan_mspdi_write_links:
 *
 * Writes the links to the task, then those that could not be links here.
 */
void
plan_mspdi_write_links (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  guint first, end;

  plan_export_find_children (&self->index, PLAN_RECORD_LINK, self->record->id, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const PlanLink *link = plan_export_get_child (&self->index, PLAN_RECORD_LINK, i);
      PlanMspdiRecord record = plan_mspdi_record (PLAN_RECORD_LINK, PLAN_MSPDI_LINK, link);

      record.uid = plan_mspdi_get_uid (self, PLAN_RECORD_TASK, link->predecessor);
      if (record.uid >= 0)
        plan_mspdi_write_record (self, row->element, &record);
    }
  plan_mspdi_write_kept (self, row->element);
}

/**
 * plan_mspdi_write_link:
 *
 * Writes an element of a link. A lag in percent is in whole percent.
 */
void
plan_mspdi_write_link (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanLink *link = self->record->body;
  gboolean is_percent = plan_unit_is_percent (link->lag_unit);

  if (strcmp (row->element, "PredecessorUID") == 0)
    plan_mspdi_write_integer (self, row->element, self->record->uid);
  else if (strcmp (row->element, "LagFormat") == 0)
    plan_mspdi_write_format (self, row, link->lag_unit, FALSE);
  else
    plan_mspdi_write_integer (self, row->element, is_percent ? link->lag / PLAN_PERCENT_ONE : link->lag);
}

static void
count_place (PlanMspdiWriter *self, guint row)
{
  guint level = self->outline->rows[row].level;

  self->places[level]++;
  if (level < PLAN_OUTLINE_MAX_LEVEL)
    self->places[level + 1] = 0;
}

/* Duration and percent of a summary follow from its subtasks, unless the imported file is to speak. */
static void
write_task (PlanMspdiWriter *self, guint row)
{
  guint index = self->outline->rows[row].task;
  PlanTask shown = *plan_model_get_task_at (self->model, index);
  PlanMspdiRecord record = plan_mspdi_record (PLAN_RECORD_TASK, PLAN_MSPDI_TASK, &shown);

  record.row = row;
  record.uid = plan_mspdi_get_uid (self, PLAN_RECORD_TASK, shown.id);
  if (self->what->schedule != NULL)
    record.scheduled = plan_schedule_get_task (self->what->schedule, index);
  if (record.scheduled != NULL && record.scheduled->start != PLAN_TICKS_NONE && plan_outline_is_summary (self->outline, row) &&
      (!self->what->file_dates || plan_export_get_imported (&self->index, shown.id) == NULL))
    {
      shown.duration = CLAMP (record.scheduled->duration, 0, PLAN_DURATION_MAX);
      shown.percent_complete = record.scheduled->percent_complete;
    }
  if (!shown.blank)
    count_place (self, row);
  plan_mspdi_write_record (self, "Task", &record);
}

/* The project as a task: from its start to its finish. */
static void
fill_project_row (PlanMspdiWriter *self, PlanTask *task, PlanScheduledTask *scheduled)
{
  const PlanProject *project = self->project;
  const PlanScheduledProject *dates = plan_schedule_get_project (self->what->schedule, project->id);
  const PlanWorktime *worktime = plan_schedule_get_worktime (self->what->schedule, project->calendar);

  if (dates == NULL || worktime == NULL || dates->start == PLAN_TICKS_NONE || dates->finish == PLAN_TICKS_NONE)
    return;
  scheduled->start = scheduled->early_start = scheduled->late_start = dates->start;
  scheduled->finish = scheduled->early_finish = scheduled->late_finish = dates->finish;
  scheduled->summary = TRUE;
  if (!self->is_from_file || !self->what->file_dates)
    task->duration = CLAMP (plan_worktime_work (worktime, dates->start, dates->finish), 0, PLAN_DURATION_MAX);
}

static void
write_project_row (PlanMspdiWriter *self, PlanMspdiKept *kept)
{
  PlanTask task = *(const PlanTask *) self->fresh[PLAN_RECORD_TASK];
  PlanScheduledTask scheduled = { 0 };
  PlanMspdiRecord record = plan_mspdi_record (PLAN_RECORD_TASK, PLAN_MSPDI_TASK, &task);

  record.id = self->project->id;
  record.kept = kept;
  task.notes = self->project->notes;
  if (!self->is_from_file)
    {
      task.name = self->project->title != NULL && *self->project->title != '\0' ? self->project->title : self->project->name;
      task.type = PLAN_TASK_FIXED_DURATION;
      task.created = self->project->created;
    }
  scheduled.start = PLAN_TICKS_NONE;
  if (self->what->schedule != NULL)
    fill_project_row (self, &task, &scheduled);
  if (scheduled.start != PLAN_TICKS_NONE)
    record.scheduled = &scheduled;
  plan_mspdi_write_record (self, "Task", &record);
}

/* A file in which number 0 is a task like others, or which has none, gets no row for the project. */
static gboolean
has_project_row (PlanMspdiWriter *self, const PlanMspdiKept *kept)
{
  for (guint row = 0; row < self->outline->n_rows; row++)
    if (plan_model_get_task_at (self->model, self->outline->rows[row].task)->source_uid == 0)
      return FALSE;
  return !self->is_from_file || kept->lines->len > 0;
}

/**
 * plan_mspdi_write_tasks:
 *
 * Writes all tasks of the project.
 */
void
plan_mspdi_write_tasks (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  PlanMspdiKept kept;

  plan_mspdi_kept_init_part (&kept, self->record->kept, "Task/");
  plan_mspdi_start (self, row->element);
  if (has_project_row (self, &kept))
    write_project_row (self, &kept);
  else
    plan_mspdi_kept_clear (&kept);
  for (guint i = 0; i < self->outline->n_rows && plan_mspdi_goes_on (self, i, self->outline->n_rows); i++)
    write_task (self, i);
  plan_mspdi_write_foreign (self);
  plan_mspdi_stop (self);
}
