/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing the root element of Microsoft Project's XML and its lists of records.
 */

#include "plan-mspdi-write.h"

#include <string.h>

/* Of Project 2010 and later. */
#define SAVE_VERSION 14

/**
 * plan_mspdi_write_save_version:
 *
 * Writes which version of the format it is.
 */
void
plan_mspdi_write_save_version (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  if (!plan_mspdi_write_kept (self, row->element) && !self->is_from_file)
    plan_mspdi_write_integer (self, row->element, SAVE_VERSION);
}

/**
 * plan_mspdi_write_name:
 *
 * Writes the name of the project: that of the imported file with its suffix as long as it is the same.
 */
void
plan_mspdi_write_name (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const char *name = self->project->name != NULL ? self->project->name : "";
  const PlanImportedValue *imported = plan_export_get_imported (&self->index, self->record->id);
  g_autofree char *said = imported != NULL ? plan_imported_value_get (imported, row->element) : NULL;
  g_autofree char *stripped = said != NULL ? plan_mspdi_strip_name (said) : NULL;

  if (g_strcmp0 (stripped, name) == 0 && plan_mspdi_write_kept (self, row->element))
    return;
  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_text (self, row->element, name);
}

/**
 * plan_mspdi_write_keywords:
 *
 * Writes the keywords where the file had them; Project itself has no element for them.
 */
void
plan_mspdi_write_keywords (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  if (self->is_from_file && self->project->keywords != NULL)
    plan_mspdi_write_text (self, row->element, self->project->keywords);
}

/**
 * plan_mspdi_write_from_start:
 *
 * Writes from which end the project is scheduled.
 */
void
plan_mspdi_write_from_start (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  plan_mspdi_write_integer (self, row->element, self->project->schedule_from == PLAN_SCHEDULE_FROM_START);
}

/**
 * plan_mspdi_write_finish:
 *
 * Writes when the project finishes: as planned, or as it follows from the plan.
 */
void
plan_mspdi_write_finish (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanSchedule *schedule = self->what->schedule;
  const PlanScheduledProject *scheduled = schedule != NULL ? plan_schedule_get_project (schedule, self->project->id) : NULL;

  if (self->project->finish != PLAN_TICKS_NONE)
    plan_mspdi_write_instant (self, row->element, self->project->finish);
  else if ((scheduled == NULL || plan_mspdi_has_file_values (self)) && plan_mspdi_write_kept (self, row->element))
    return;
  else if (scheduled != NULL)
    plan_mspdi_write_instant (self, row->element, scheduled->finish);
  plan_mspdi_drop_kept (self, row->element);
}

/**
 * plan_mspdi_write_critical_slack:
 *
 * Writes the slack up to which tasks are critical, in whole days.
 */
void
plan_mspdi_write_critical_slack (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  plan_mspdi_write_integer (self, row->element, self->project->critical_slack / MAX (self->project->minutes_per_day, 1));
}

/* One that was only seen in values has no definition. */
static gboolean
is_defined (const PlanCustomField *field)
{
  g_autofree char *key = g_strdup_printf ("Field%" G_GINT64_FORMAT, field->source_id);

  return field->source_id > 0 && g_strcmp0 (field->key, key) != 0;
}

/**
 * plan_mspdi_write_definitions:
 *
 * Writes the definitions of custom fields that have a number in the file.
 */
void
plan_mspdi_write_definitions (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  guint first, end;

  plan_mspdi_start (self, row->element);
  plan_export_find_children (&self->index, PLAN_RECORD_CUSTOM_FIELD, self->project->id, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const PlanCustomField *field = plan_export_get_child (&self->index, PLAN_RECORD_CUSTOM_FIELD, i);
      PlanMspdiRecord record = plan_mspdi_record (PLAN_RECORD_CUSTOM_FIELD, PLAN_MSPDI_DEFINITION, field);

      if (is_defined (field))
        plan_mspdi_write_record (self, "ExtendedAttribute", &record);
    }
  plan_mspdi_stop (self);
}

/* Records that stand alone, each an element of the list and numbered within it. */
static void
write_list (PlanMspdiWriter *self, const char *element, PlanMspdiTable table, PlanRecord kind, GArray *ids)
{
  for (guint i = 0, n = 0; i < ids->len && plan_mspdi_goes_on (self, i, ids->len); i++)
    {
      gconstpointer body = plan_model_lookup (self->model, kind, g_array_index (ids, PlanExportRanked, i).id);
      PlanMspdiRecord record = plan_mspdi_record (kind, table, body);

      record.uid = plan_mspdi_get_uid (self, kind, record.id);
      if (record.uid < 0)
        continue;
      record.row = ++n;
      plan_mspdi_write_record (self, element, &record);
    }
}

/**
 * plan_mspdi_write_calendars:
 *
 * Writes all calendars that the project uses.
 */
void
plan_mspdi_write_calendars (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  g_autoptr (GArray) ids = plan_export_list (&self->index, PLAN_RECORD_CALENDAR);

  plan_mspdi_start (self, row->element);
  write_list (self, "Calendar", PLAN_MSPDI_CALENDAR, PLAN_RECORD_CALENDAR, ids);
  plan_mspdi_stop (self);
}

/**
 * plan_mspdi_write_resources:
 *
 * Writes all resources that the project uses, first what the file said of number 0, which is none.
 */
void
plan_mspdi_write_resources (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  g_autoptr (GArray) ids = plan_export_list (&self->index, PLAN_RECORD_RESOURCE);

  plan_mspdi_start (self, row->element);
  plan_mspdi_write_kept (self, "Resource");
  write_list (self, "Resource", PLAN_MSPDI_RESOURCE, PLAN_RECORD_RESOURCE, ids);
  plan_mspdi_stop (self);
}

/**
 * plan_mspdi_write_assignments:
 *
 * Writes the assignments of the project, first those of the project as a whole.
 */
void
plan_mspdi_write_assignments (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  g_autoptr (GArray) ids =
    plan_export_list_of_project (&self->index, PLAN_RECORD_ASSIGNMENT, PLAN_FIELD_ASSIGNMENT_TASK, self->project->id);

  plan_mspdi_start (self, row->element);
  plan_mspdi_write_kept (self, "Assignment");
  write_list (self, "Assignment", PLAN_MSPDI_ASSIGNMENT, PLAN_RECORD_ASSIGNMENT, ids);
  plan_mspdi_write_paused_tasks (self);
  plan_mspdi_stop (self);
}
