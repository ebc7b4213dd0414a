/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing what projects share: calendars, resources, programmes.
 */

#include "plan-json-private.h"

#include "plan-json-fields.h"

#include <stdlib.h>

typedef struct
{
  gint64 rank;
  PlanId id;
} RankedId;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const RankedId *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static gboolean
is_wanted (PlanJsonExport *self, PlanId id)
{
  return self->wanted == NULL || g_hash_table_contains (self->wanted, &id);
}

/* Ids of all records of a kind by rank, or in the order in which they came into being. */
static GArray *
list_ids (PlanJsonExport *self, PlanRecord record)
{
  PlanFieldId rank = plan_field_find (record, "rank");
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (RankedId));

  for (guint i = 0; i < plan_model_get_n (self->model, record); i++)
    {
      gconstpointer body = plan_model_get_at (self->model, record, i);
      RankedId ranked = { rank != PLAN_N_FIELDS ? plan_field_get_value (rank, body).integer : 0, plan_record_get_id (body) };

      g_array_append_val (ids, ranked);
    }
  g_array_sort (ids, compare_ranked);
  return ids;
}

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

  plan_json_find_children (self, PLAN_RECORD_WEEK, calendar, &first, &end);
  for (normal = first; normal < end; normal++)
    if (((const PlanWeek *) plan_json_get_child (self, PLAN_RECORD_WEEK, normal))->start == PLAN_DAY_NONE)
      break;
  if (normal < end)
    {
      const PlanWeek *week = plan_json_get_child (self, PLAN_RECORD_WEEK, normal);

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
        plan_json_write_fields (self, PLAN_RECORD_WEEK, plan_json_get_child (self, PLAN_RECORD_WEEK, i));
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
  plan_json_find_children (self, PLAN_RECORD_EXCEPTION, calendar, &first, &end);
  for (guint i = first; i < end; i++)
    write_exception (self, plan_json_get_child (self, PLAN_RECORD_EXCEPTION, i));
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
  g_autoptr (GArray) ids = list_ids (self, PLAN_RECORD_CALENDAR);

  plan_json_writer_begin_array (self->writer, "calendars");
  for (guint i = 0; i < ids->len; i++)
    {
      const PlanCalendar *calendar = plan_model_get_calendar (self->model, g_array_index (ids, RankedId, i).id);

      if (is_wanted (self, calendar->id) && (all || calendar->project == project))
        write_calendar (self, calendar, project);
    }
  plan_json_writer_end_array (self->writer);
}

static void
write_list (PlanJsonExport *self, const char *key, PlanRecord record, PlanId owner)
{
  guint first, end;

  if (!plan_json_find_children (self, record, owner, &first, &end))
    return;
  plan_json_writer_begin_array (self->writer, key);
  for (guint i = first; i < end; i++)
    {
      plan_json_writer_begin_object (self->writer, NULL);
      plan_json_write_fields (self, record, plan_json_get_child (self, record, i));
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
  g_autoptr (GArray) ids = list_ids (self, PLAN_RECORD_RESOURCE);

  plan_json_writer_begin_array (self->writer, "resources");
  for (guint i = 0; i < ids->len; i++)
    if (is_wanted (self, g_array_index (ids, RankedId, i).id))
      write_resource (self, plan_model_get_resource (self->model, g_array_index (ids, RankedId, i).id));
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
  g_autoptr (GArray) ids = list_ids (self, PLAN_RECORD_PROGRAMME);

  if (ids->len == 0 || self->wanted != NULL)
    return;
  plan_json_writer_begin_array (self->writer, "programmes");
  for (guint i = 0; i < ids->len; i++)
    {
      const PlanProgramme *programme = plan_model_lookup (self->model, PLAN_RECORD_PROGRAMME, g_array_index (ids, RankedId, i).id);

      plan_json_writer_string (self->writer, NULL, programme->name != NULL ? programme->name : "");
    }
  plan_json_writer_end_array (self->writer);
}
