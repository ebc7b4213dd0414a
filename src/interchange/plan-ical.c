/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates of a plan for calendar programs (iCalendar, RFC 5545, by libical): the milestones of projects as events of a day, or the tasks of
 * a person from start to finish. An event keeps its identity, so that a calendar that reads a newer file moves its events. Times are local
 * without a zone, as those of a plan are.
 */

#include "plan-ical.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#define STEP 1024

typedef struct
{
  const PlanExport *what;
  icalcomponent *calendar;
  struct icaltimetype stamp;
  GHashTable *tasks; /* of a person, or NULL */
} Writer;

static void
add (icalcomponent *event, icalproperty *property)
{
  icalcomponent_add_property (event, property);
}

static struct icaltimetype
convert_time (PlanTicks ticks, gboolean is_date)
{
  struct icaltimetype time = icaltime_null_time ();
  PlanCivil at;

  plan_ticks_to_civil (ticks, &at);
  time.year = at.year;
  time.month = at.month;
  time.day = at.day;
  time.is_date = is_date;
  if (!is_date)
    {
      time.hour = at.hour;
      time.minute = at.minute;
      time.second = at.second;
    }
  return time;
}

/* Calendars take no other control characters than line breaks. */
static char *
clean_text (const char *text)
{
  char *clean = g_strdup (text != NULL ? text : "");

  for (char *c = clean; *c != '\0'; c++)
    if ((guchar) *c < ' ' && *c != '\n')
      *c = ' ';
  return clean;
}

static icalcomponent *
create_event (Writer *self, const PlanTask *task)
{
  const PlanProject *project = plan_model_get_project (self->what->model, task->project);
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *uid = g_strdup_printf ("%" G_GINT64_FORMAT "@planwright", task->id);
  g_autofree char *name = clean_text (task->name), *notes = clean_text (task->notes);

  add (event, icalproperty_new_uid (uid));
  add (event, icalproperty_new_dtstamp (self->stamp));
  add (event, icalproperty_new_summary (name));
  if (*notes != '\0')
    add (event, icalproperty_new_description (notes));
  if (project != NULL && project->name != NULL)
    {
      g_autofree char *category = clean_text (project->name);

      add (event, icalproperty_new_categories (category));
    }
  icalcomponent_add_component (self->calendar, event);
  return event;
}

static void
add_milestone (Writer *self, const PlanTask *task, const PlanScheduledTask *result)
{
  icalcomponent *event = create_event (self, task);

  add (event, icalproperty_new_dtstart (convert_time (result->finish, TRUE)));
  add (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
}

static void
add_work (Writer *self, const PlanTask *task, const PlanScheduledTask *result)
{
  icalcomponent *event = create_event (self, task);

  add (event, icalproperty_new_dtstart (convert_time (result->start, FALSE)));
  if (result->finish > result->start)
    add (event, icalproperty_new_dtend (convert_time (result->finish, FALSE)));
}

/* The tasks of the person whose calendar it is. */
static GHashTable *
list_tasks (const PlanExport *what)
{
  GHashTable *tasks = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plan_model_get_n (what->model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (what->model, i);

      if (assignment->resource == what->resource)
        g_hash_table_add (tasks, (gpointer) &assignment->task);
    }
  return tasks;
}

static void
add_task (Writer *self, guint index)
{
  const PlanTask *task = plan_model_get_task_at (self->what->model, index);
  const PlanScheduledTask *result = plan_schedule_get_task (self->what->schedule, index);

  if (task->blank || !task->active || result->summary || result->start == PLAN_TICKS_NONE ||
      (self->what->project != PLAN_ID_NONE && task->project != self->what->project))
    return;
  if (self->tasks == NULL)
    {
      if (task->milestone || result->start == result->finish)
        add_milestone (self, task, result);
    }
  else if (g_hash_table_contains (self->tasks, &task->id))
    add_work (self, task, result);
}

static void
begin (Writer *self)
{
  self->calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  add (self->calendar, icalproperty_new_version ("2.0"));
  add (self->calendar, icalproperty_new_prodid ("-//Planwright//Planwright " PLAN_VERSION "//EN"));
  add (self->calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
}

static gboolean
add_tasks (Writer *self, PlanProgress *progress, GError **error)
{
  guint n = plan_model_get_n (self->what->model, PLAN_RECORD_TASK);

  for (guint i = 0; i < n; i++)
    {
      if (i % STEP == 0 && !plan_progress_step (progress, i, n, error))
        return FALSE;
      add_task (self, i);
    }
  return TRUE;
}

static gboolean
write_text (Writer *self, GOutputStream *stream, GError **error)
{
  g_autoptr (GError) cause = NULL;
  char *text = icalcomponent_as_ical_string_r (self->calendar);
  gboolean is_written = g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, &cause);

  icalmemory_free_buffer (text);
  if (!is_written)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
                 /* Translators: %s is what the system says, as “No space left on device” */
                 _("The file could not be written: %s"), cause->message);
  return is_written;
}

/**
 * plan_ical_write:
 *
 * Writes the milestones of one or all projects of @what or, when it names a resource, that one's tasks.
 *
 * Returns: %FALSE with %PLAN_ERROR_IO or %PLAN_ERROR_CANCELLED
 */
gboolean
plan_ical_write (const PlanExport *what, GOutputStream *stream, PlanProgress *progress, GError **error)
{
  g_autoptr (GHashTable) tasks = what->resource != PLAN_ID_NONE ? list_tasks (what) : NULL;
  Writer self = { .what = what, .stamp = icaltime_current_time_with_zone (icaltimezone_get_utc_timezone ()), .tasks = tasks };
  gboolean is_written;

  begin (&self);
  is_written = add_tasks (&self, progress, error) && write_text (&self, stream, error);
  icalcomponent_free (self.calendar);
  return is_written;
}
