/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing what projects share: calendars, resources, programmes.
 */

#include "plan-json-private.h"

#include "plan-json-fields.h"

static void
write_week_day (PlanJsonExport *self, const PlanWeek *week, guint day)
{
  const char *key = plan_json_field_get_key (PLAN_FIELD_WEEK_MONDAY + day);

  if (week->days[day] == NULL)
    plan_json_writer_string (self->writer, key, "inherit");
  else
    plan_json_hours_write (self->writer, key, week->days[day]);
}

/* The normal week is the first one that holds always. */
static void
write_weeks (PlanJsonExport *self, PlanId calendar)
{
  gboolean is_open = FALSE;
  guint first, end, normal;

  plan_export_find_children (&self->index, PLAN_RECORD_WEEK, calendar, &first, &end);
  for (normal = first; normal < end; normal++)
    if (((const PlanWeek *) plan_export_get_child (&self->index, PLAN_RECORD_WEEK, normal))->start == PLAN_DAY_NONE)
      break;
  if (normal < end)
    {
      const PlanWeek *week = plan_export_get_child (&self->index, PLAN_RECORD_WEEK, normal);

      plan_json_writer_begin_object (self->writer, "week");
      if (week->name != NULL)
        plan_json_writer_string (self->writer, "name", week->name);
      for (guint day = 0; day < 7; day++)
        write_week_day (self, week, day);
      plan_json_writer_end_object (self->writer);
    }
  for (guint i = first; i < end; i++)
    if (i != normal)
      {
        if (!is_open)
          plan_json_writer_begin_array (self->writer, "work_weeks");
        is_open = TRUE;
        plan_json_writer_begin_object (self->writer, NULL);
        plan_json_write_fields (self, PLAN_RECORD_WEEK, plan_export_get_child (&self->index, PLAN_RECORD_WEEK, i));
        plan_json_writer_end_object (self->writer);
      }
  if (is_open)
    plan_json_writer_end_array (self->writer);
}

/* How it comes again stands together; an exception on its own days does not have it. */
static void
write_exception (PlanJsonExport *self, const PlanException *exception)
{
  PlanException plain = *exception, *again = &plain;
  const PlanException *fresh = self->defaults[PLAN_RECORD_EXCEPTION];

  again->occurrences = fresh->occurrences;
  again->period = fresh->period;
  again->weekdays = fresh->weekdays;
  again->month_day = fresh->month_day;
  again->position = fresh->position;
  again->position_item = fresh->position_item;
  again->month = fresh->month;
  plan_json_writer_begin_object (self->writer, NULL);
  for (PlanFieldId field = PLAN_FIELD_EXCEPTION_NAME; field <= PLAN_FIELD_EXCEPTION_KIND; field++)
    {
      PlanValue value = plan_field_get_value (field, &plain), usual = plan_field_get_value (field, fresh);

      if (field != PLAN_FIELD_EXCEPTION_RECURRENCE && !plan_value_equal (&value, &usual))
        plan_json_field_write (self->writer, field, &plain);
    }
  plan_json_writer_begin_object (self->writer, "recurrence");
  for (PlanFieldId field = PLAN_FIELD_EXCEPTION_OCCURRENCES; field <= PLAN_FIELD_EXCEPTION_RECURRENCE; field++)
    {
      PlanValue value = plan_field_get_value (field, exception), usual = plan_field_get_value (field, fresh);

      if (plan_json_field_is_always (field) || !plan_value_equal (&value, &usual))
        plan_json_field_write (self->writer, field, exception);
    }
  plan_json_writer_end_object (self->writer);
  plan_json_writer_end_object (self->writer);
}

static void
write_exceptions (PlanJsonExport *self, PlanId calendar)
{
  guint first, end;

  plan_json_writer_begin_array (self->writer, "exceptions");
  plan_export_find_children (&self->index, PLAN_RECORD_EXCEPTION, calendar, &first, &end);
  for (guint i = first; i < end; i++)
    write_exception (self, plan_export_get_child (&self->index, PLAN_RECORD_EXCEPTION, i));
  plan_json_writer_end_array (self->writer);
}

static void
write_calendar (PlanJsonExport *self, const PlanCalendar *calendar, PlanId project)
{
  plan_json_writer_begin_object (self->writer, NULL);
  plan_json_write_uid (self, PLAN_RECORD_CALENDAR, "uid", calendar->id);
  plan_json_write_fields (self, PLAN_RECORD_CALENDAR, calendar);
  plan_json_write_uid (self, PLAN_RECORD_CALENDAR, "parent", calendar->parent);
  if (calendar->project != PLAN_ID_NONE && calendar->project == project)
    plan_json_writer_boolean (self->writer, "of_project", TRUE);
  write_weeks (self, calendar->id);
  write_exceptions (self, calendar->id);
  plan_json_write_children (self, PLAN_RECORD_CALENDAR, calendar->id);
  plan_json_writer_end_object (self->writer);
}

/**
 * plan_json_write_calendars:
 * @project: a project, or %PLAN_ID_NONE for the calendars of no project
 * @all: all that are wanted, not only those
 *
 * Writes calendars.
 */
void
plan_json_write_calendars (PlanJsonExport *self, PlanId project, gboolean all)
{
  g_autoptr (GArray) ids = plan_export_list (&self->index, PLAN_RECORD_CALENDAR);

  plan_json_writer_begin_array (self->writer, "calendars");
  for (guint i = 0; i < ids->len; i++)
    {
      const PlanCalendar *calendar = plan_model_get_calendar (self->model, g_array_index (ids, PlanExportRanked, i).id);

      if (plan_export_wants (&self->index, calendar->id) && (all || calendar->project == project))
        write_calendar (self, calendar, project);
    }
  plan_json_writer_end_array (self->writer);
}

static void
write_list (PlanJsonExport *self, const char *key, PlanRecord record, PlanId owner)
{
  guint first, end;

  if (!plan_export_find_children (&self->index, record, owner, &first, &end))
    return;
  plan_json_writer_begin_array (self->writer, key);
  for (guint i = first; i < end; i++)
    {
      plan_json_writer_begin_object (self->writer, NULL);
      plan_json_write_fields (self, record, plan_export_get_child (&self->index, record, i));
      plan_json_writer_end_object (self->writer);
    }
  plan_json_writer_end_array (self->writer);
}

static void
write_resource (PlanJsonExport *self, const PlanResource *resource)
{
  plan_json_writer_begin_object (self->writer, NULL);
  plan_json_write_uid (self, PLAN_RECORD_RESOURCE, "uid", resource->id);
  plan_json_write_fields (self, PLAN_RECORD_RESOURCE, resource);
  plan_json_write_uid (self, PLAN_RECORD_CALENDAR, "calendar", resource->calendar);
  plan_json_write_computed (self, PLAN_RECORD_RESOURCE, resource->id, NULL);
  write_list (self, "availability", PLAN_RECORD_AVAILABILITY, resource->id);
  write_list (self, "rates", PLAN_RECORD_RATE, resource->id);
  plan_json_write_children (self, PLAN_RECORD_RESOURCE, resource->id);
  plan_json_writer_end_object (self->writer);
}

/**
 * plan_json_write_resources:
 *
 * Writes resources.
 */
void
plan_json_write_resources (PlanJsonExport *self)
{
  g_autoptr (GArray) ids = plan_export_list (&self->index, PLAN_RECORD_RESOURCE);

  plan_json_writer_begin_array (self->writer, "resources");
  for (guint i = 0; i < ids->len; i++)
    if (plan_export_wants (&self->index, g_array_index (ids, PlanExportRanked, i).id))
      write_resource (self, plan_model_get_resource (self->model, g_array_index (ids, PlanExportRanked, i).id));
  plan_json_writer_end_array (self->writer);
}

/**
 * plan_json_write_programmes:
 *
 * Writes the names of programmes, when there are any.
 */
void
plan_json_write_programmes (PlanJsonExport *self)
{
  g_autoptr (GArray) ids = plan_export_list (&self->index, PLAN_RECORD_PROGRAMME);

  if (ids->len == 0 || self->index.wanted != NULL)
    return;
  plan_json_writer_begin_array (self->writer, "programmes");
  for (guint i = 0; i < ids->len; i++)
    {
      const PlanProgramme *programme = plan_model_lookup (self->model, PLAN_RECORD_PROGRAMME, g_array_index (ids, PlanExportRanked, i).id);

      plan_json_writer_string (self->writer, NULL, programme->name != NULL ? programme->name : "");
    }
  plan_json_writer_end_array (self->writer);
}
