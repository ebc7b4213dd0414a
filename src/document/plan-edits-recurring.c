/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recurring tasks: a summary with a task for each occurrence, which starts no earlier than on its day, as Microsoft Project
 * makes them. Afterwards they are tasks as all others; nothing ties them to the pattern.
 */

#include "plan-edits-place.h"
#include "plan-edits-private.h"

#include "plan-error.h"
#include "plan-recurrence.h"

#include <glib/gi18n-lib.h>

/* As many as Microsoft Project makes. */
#define MAX_OCCURRENCES 999

typedef struct
{
  PlanDocument *document;
  const PlanProject *project;
  const PlanNewRecurring *what;
  const PlanWorktime *worktime;
  PlanPlaces *places;
  GPtrArray *names; /* of the occurrences */
  PlanTask pattern; /* of all of them */
} Recurring;

static gboolean
refuse (const char *sentence, GError **error)
{
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, sentence);
  return FALSE;
}

static gboolean
is_day_off (const Recurring *self, PlanDay day)
{
  return plan_worktime_work (self->worktime, plan_ticks_from_day (day, 0), plan_ticks_from_day (day + 1, 0)) == 0;
}

/* Appends the days on which there is an occurrence. FALSE with an error when there is none, or too many. */
static gboolean
list_days (const Recurring *self, GArray *days, GError **error)
{
  const PlanException *pattern = &self->what->pattern;
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PlanDayRange));

  if (pattern->occurrences <= 0 && pattern->finish == PLAN_DAY_NONE)
    return refuse (_("A recurring task needs a last day or a number of occurrences."), error);
  if (pattern->occurrences <= MAX_OCCURRENCES)
    plan_recurrence_expand (pattern, ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      const PlanDayRange *range = &g_array_index (ranges, PlanDayRange, i);

      for (PlanDay day = range->first; day <= range->last && days->len <= MAX_OCCURRENCES; day++)
        if (self->what->days_off != PLAN_OCCURRENCE_SKIP || !is_day_off (self, day))
          g_array_append_val (days, day);
    }
  if (days->len > MAX_OCCURRENCES || pattern->occurrences > MAX_OCCURRENCES)
    return refuse (_("There would be too many occurrences."), error);
  return days->len > 0 || refuse (_("There is no day on which the task would occur."), error);
}

/* On a day off that is kept, the task is planned by hand, as long by the clock as its work. */
static void
place_occurrence (const Recurring *self, PlanTask *task, PlanDay day)
{
  PlanTicks time = self->what->time >= 0 ? self->what->time : self->project->default_start_time;
  PlanTicks start = plan_ticks_from_day (day, time);

  if (self->what->days_off == PLAN_OCCURRENCE_KEEP && is_day_off (self, day))
    {
      task->manual = TRUE;
      task->manual_start = start;
      task->manual_finish = start + task->duration;
      return;
    }
  task->constraint = PLAN_CONSTRAINT_SNET;
  task->constraint_date = start;
}

static void
add_occurrences (Recurring *self, guint summary, const GArray *days)
{
  const char *name = self->what->name != NULL ? self->what->name : "";
  guint after = PLAN_PLACE_NONE;

  for (guint i = 0; i < days->len; i++)
    {
      PlanTask task = self->pattern;
      guint place;

      task.id = plan_id_source_next (plan_document_get_ids (self->document));
      task.name = g_strdup_printf ("%s %u", name, i + 1);
      g_ptr_array_add (self->names, (gpointer) task.name);
      place_occurrence (self, &task, g_array_index (days, PlanDay, i));
      place = plan_places_add (self->places, &task);
      plan_places_put (self->places, place, summary, after);
      after = place;
    }
}

static gboolean
init_pattern (Recurring *self, GError **error)
{
  PlanConversion conversion;
  PlanDuration duration;

  plan_edit_init_task (&self->pattern, self->project);
  self->pattern.calendar = self->what->calendar;
  self->pattern.manual = FALSE;
  self->pattern.estimated = FALSE;
  if (self->what->duration == NULL || *self->what->duration == '\0')
    return TRUE;
  plan_project_get_conversion (self->project, &conversion);
  if (!plan_duration_parse (self->what->duration, &conversion, self->project->duration_unit, &duration, error))
    return FALSE;
  self->pattern.duration = duration.ticks;
  self->pattern.duration_unit = duration.unit;
  self->pattern.estimated = duration.estimated;
  self->pattern.milestone = duration.ticks == 0;
  return TRUE;
}

static guint
add_summary (Recurring *self, PlanId after, PlanId *id)
{
  guint previous = plan_places_find (self->places, after), place;
  guint parent = previous != PLAN_PLACE_NONE ? plan_places_get (self->places, previous)->parent : PLAN_PLACE_NONE;
  PlanTask task = self->pattern;

  if (after == PLAN_ID_NONE)
    previous = plan_places_get (self->places, PLAN_PLACE_NONE)->last;
  task.id = *id = plan_id_source_next (plan_document_get_ids (self->document));
  task.name = self->what->name;
  task.calendar = PLAN_ID_NONE;
  task.recurring = TRUE;
  task.milestone = FALSE;
  place = plan_places_add (self->places, &task);
  plan_places_put (self->places, place, parent, previous);
  return place;
}

/* The working time by which days off are told: of the occurrences' calendar, else the project's, else the usual one. */
static const PlanWorktime *
find_worktime (const Recurring *self)
{
  const PlanSchedule *schedule = plan_document_get_schedule (self->document);
  const PlanId calendars[] = { self->what->calendar, self->project->calendar, PLAN_ID_NONE };
  const PlanWorktime *worktime = NULL;

  for (guint i = calendars[0] == PLAN_ID_NONE; i < G_N_ELEMENTS (calendars) && worktime == NULL; i++)
    worktime = plan_schedule_get_worktime (schedule, calendars[i]);
  return worktime;
}

/**
 * plan_recurring_list_days:
 * @what: pattern, calendar and what becomes of days off
 *
 * Works out on which days plan_edit_recurring_add() would plan something; one on a day off that is moved is still on it.
 *
 * Returns: (transfer full) (element-type PlanDay) (nullable): the days, or %NULL with an error when there is none, or more
 *   than 999
 */
GArray *
plan_recurring_list_days (PlanDocument *document, PlanId project, const PlanNewRecurring *what, GError **error)
{
  Recurring self = { .document = document, .what = what };
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (PlanDay));

  self.project = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  if (self.project == NULL)
    return NULL;
  self.worktime = find_worktime (&self);
  return list_days (&self, days, error) ? g_steal_pointer (&days) : NULL;
}

/**
 * plan_edit_recurring_add:
 * @after: the recurring task comes after this one, at its level; %PLAN_ID_NONE: at the end of the project
 * @what: name, duration and days of the occurrences
 * @id: (out) (optional): the summary of the occurrences
 *
 * Returns: %FALSE with an error when there is no occurrence, or more than 999
 */
gboolean
plan_edit_recurring_add (PlanDocument *document, PlanId project, PlanId after, const PlanNewRecurring *what, PlanId *id,
                         GError **error)
{
  Recurring self = { .document = document, .what = what };
  g_autoptr (PlanPlaces) places = NULL;
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (PlanDay));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  PlanId summary;

  self.project = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  if (self.project == NULL || !init_pattern (&self, error))
    return FALSE;
  self.worktime = find_worktime (&self);
  if (!list_days (&self, days, error))
    return FALSE;
  self.names = names;
  self.places = places = plan_places_new (document, project);
  if (after != PLAN_ID_NONE && plan_places_find (places, after) == PLAN_PLACE_NONE)
    return refuse (_("The task after which to add is in another project."), error);
  add_occurrences (&self, add_summary (&self, after, &summary), days);
  plan_places_write (places, batch);
  if (!plan_batch_run (batch, document, N_("New recurring task “%s”"), what->name != NULL ? what->name : "", project, error))
    return FALSE;
  if (id != NULL)
    *id = summary;
  return TRUE;
}
