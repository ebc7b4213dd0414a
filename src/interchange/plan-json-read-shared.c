/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading what projects share: calendars, resources, programmes.
 */

#include "plan-json-import.h"

#include "plan-json-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const none[] = { NULL };

/* Hours of the seven days; a day that says "inherit", or nothing, is as in the calendar's parent. */
static void
read_week_days (PlanJsonImport *self, PlanWeek *week, JsonObject *object)
{
  for (guint day = 0; day < 7; day++)
    {
      const char *key = plan_json_field_get_key (PLAN_FIELD_WEEK_MONDAY + day);
      JsonNode *node = json_object_get_member (object, key);
      g_autofree char *hours = node != NULL ? plan_json_hours_parse (node) : NULL;

      if (hours != NULL)
        week->days[day] = plan_model_keep_text (self->model, hours);
      else if (node != NULL && g_strcmp0 (plan_json_node_get_text (node), "inherit") != 0)
        plan_report_add (self->report, PLAN_REPORT_CHANGED, _("Working time"), _("The hours of a day are not as “[[\"08:00\", \"12:00\"]]”."), 1);
    }
}

static void
insert_week (PlanJsonImport *self, PlanWeek *week, PlanId calendar)
{
  week->id = plan_id_source_next (self->ids);
  week->calendar = calendar;
  plan_model_insert (self->model, PLAN_RECORD_WEEK, week);
}

static void
read_normal_week (PlanJsonImport *self, PlanId calendar, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "week");
  const char *name;
  PlanWeek week;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  plan_record_init (PLAN_RECORD_WEEK, &week);
  name = plan_json_get_text (json_node_get_object (node), "name");
  week.name = name != NULL ? plan_model_keep_text (self->model, name) : NULL;
  read_week_days (self, &week, json_node_get_object (node));
  insert_week (self, &week, calendar);
}

/* The days are left to read_week_days(), as "inherit" is no hours. */
static void
read_work_week (PlanJsonImport *self, PlanId calendar, JsonObject *object)
{
  static const PlanFieldId fields[] = { PLAN_FIELD_WEEK_START, PLAN_FIELD_WEEK_FINISH };
  const char *name = plan_json_get_text (object, "name");
  PlanWeek week;

  plan_record_init (PLAN_RECORD_WEEK, &week);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      JsonNode *node = json_object_get_member (object, plan_json_field_get_key (fields[i]));
      g_autofree char *text = NULL;
      PlanValue value;

      if (node != NULL && plan_json_field_parse (fields[i], node, PLAN_UNIT_DAY, &value, &text) && plan_field_check (fields[i], &value, NULL))
        plan_field_set_value (fields[i], &week, &value);
    }
  week.name = name != NULL ? plan_model_keep_text (self->model, name) : NULL;
  read_week_days (self, &week, object);
  insert_week (self, &week, calendar);
}

static void
read_exception (PlanJsonImport *self, PlanId calendar, JsonObject *object)
{
  static const char *const others[] = { "recurrence", NULL };
  JsonNode *again = json_object_get_member (object, "recurrence");
  PlanException exception;

  plan_record_init (PLAN_RECORD_EXCEPTION, &exception);
  exception.hours = plan_model_keep_text (self->model, "");
  plan_json_read_fields (self, PLAN_RECORD_EXCEPTION, &exception, object, others);
  if (again != NULL && JSON_NODE_HOLDS_OBJECT (again))
    plan_json_read_fields (self, PLAN_RECORD_EXCEPTION, &exception, json_node_get_object (again), none);
  if (exception.start == PLAN_DAY_NONE)
    {
      plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Calendar exception"), _("The file does not say on which days it is."), 1);
      return;
    }
  if (exception.finish == PLAN_DAY_NONE || exception.finish < exception.start)
    exception.finish = exception.start;
  exception.id = plan_id_source_next (self->ids);
  exception.calendar = calendar;
  plan_model_insert (self->model, PLAN_RECORD_EXCEPTION, &exception);
}

typedef void (*PartFunc) (PlanJsonImport *self, PlanId owner, JsonObject *object);

static void
read_parts (PlanJsonImport *self, PlanId owner, JsonObject *object, const char *key, PartFunc func)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      func (self, owner, json_array_get_object_element (array, i));
}

static void
read_calendar (PlanJsonImport *self, JsonObject *object)
{
  static const char *const others[] = { "parent", "of_project", "week", "work_weeks", "exceptions", NULL };
  PlanCalendar calendar;

  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.id = plan_id_source_next (self->ids);
  if (!plan_json_claim_uid (self, PLAN_RECORD_CALENDAR, &calendar, object))
    return;
  if (json_object_get_boolean_member_with_default (object, "of_project", FALSE))
    calendar.project = self->project;
  plan_json_read_fields (self, PLAN_RECORD_CALENDAR, &calendar, object, others);
  plan_model_insert (self->model, PLAN_RECORD_CALENDAR, &calendar);
  plan_json_refer (self, PLAN_FIELD_CALENDAR_PARENT, calendar.id, object, "parent");
  read_normal_week (self, calendar.id, object);
  read_parts (self, calendar.id, object, "work_weeks", read_work_week);
  read_parts (self, calendar.id, object, "exceptions", read_exception);
  plan_json_read_children (self, PLAN_RECORD_CALENDAR, calendar.id, object);
}

static void
read_availability (PlanJsonImport *self, PlanId resource, JsonObject *object)
{
  PlanAvailability availability;

  plan_record_init (PLAN_RECORD_AVAILABILITY, &availability);
  availability.id = plan_id_source_next (self->ids);
  availability.resource = resource;
  plan_json_read_fields (self, PLAN_RECORD_AVAILABILITY, &availability, object, none);
  plan_model_insert (self->model, PLAN_RECORD_AVAILABILITY, &availability);
}

static void
read_rate (PlanJsonImport *self, PlanId resource, JsonObject *object)
{
  PlanRateEntry rate;

  plan_record_init (PLAN_RECORD_RATE, &rate);
  rate.id = plan_id_source_next (self->ids);
  rate.resource = resource;
  plan_json_read_fields (self, PLAN_RECORD_RATE, &rate, object, none);
  plan_model_insert (self->model, PLAN_RECORD_RATE, &rate);
}

static void
read_resource (PlanJsonImport *self, JsonObject *object)
{
  static const char *const others[] = { "calendar", "availability", "rates", NULL };
  PlanResource resource;

  plan_record_init (PLAN_RECORD_RESOURCE, &resource);
  resource.id = plan_id_source_next (self->ids);
  if (!plan_json_claim_uid (self, PLAN_RECORD_RESOURCE, &resource, object))
    return;
  resource.rank = ++self->n_resources << 16;
  plan_json_read_fields (self, PLAN_RECORD_RESOURCE, &resource, object, others);
  plan_model_insert (self->model, PLAN_RECORD_RESOURCE, &resource);
  plan_json_refer (self, PLAN_FIELD_RESOURCE_CALENDAR, resource.id, object, "calendar");
  read_parts (self, resource.id, object, "availability", read_availability);
  read_parts (self, resource.id, object, "rates", read_rate);
  plan_json_read_children (self, PLAN_RECORD_RESOURCE, resource.id, object);
}

/**
 * plan_json_find_programme:
 *
 * Returns: the programme of that name, which is made when there is none
 */
PlanId
plan_json_find_programme (PlanJsonImport *self, const char *name)
{
  const PlanId *known = g_hash_table_lookup (self->programmes, name);
  PlanProgramme programme;

  if (known != NULL)
    return *known;
  plan_record_init (PLAN_RECORD_PROGRAMME, &programme);
  programme.id = plan_id_source_next (self->ids);
  programme.rank = ((gint64) g_hash_table_size (self->programmes) + 1) << 16;
  programme.name = name;
  plan_model_insert (self->model, PLAN_RECORD_PROGRAMME, &programme);
  g_hash_table_insert (self->programmes, g_strdup (name), g_memdup2 (&programme.id, sizeof (PlanId)));
  return programme.id;
}

static void
read_programmes (PlanJsonImport *self, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "programmes");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (plan_json_node_get_text (json_array_get_element (array, i)) != NULL)
      plan_json_find_programme (self, plan_json_node_get_text (json_array_get_element (array, i)));
}

/**
 * plan_json_read_shared:
 * @object: a project's object, or that of several
 *
 * Reads programmes, calendars and resources.
 */
void
plan_json_read_shared (PlanJsonImport *self, JsonObject *object)
{
  read_programmes (self, object);
  plan_json_read_list (self, object, "calendars", read_calendar);
  plan_json_read_list (self, object, "resources", read_resource);
}
