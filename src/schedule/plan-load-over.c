/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When more is asked of a person than there is: all starts and ends of runs and all changes of the units, in the order of
 * time, between which the units that are asked for stay the same. Where runs of different calendars meet, which may never
 * be worked at the same hour, the days between are looked at span by span.
 */

#include "plan-load-private.h"

/* Rounding of work to ticks is not overload. */
#define TOLERANCE (PLAN_PERCENT_HUNDRED / 100)

/* Days that are looked at span by span; beyond them hours are taken to meet. */
#define MAX_MIXED_DAYS 1000

/* An end of a run, or a change of the units with @units 0. */
typedef struct
{
  PlanTicks at;
  PlanPercent units;
} Event;

typedef struct
{
  const GArray *runs;
  const PlanLevelProfile *profile;
  GArray *overs;
} Finder;

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const Event *x = a, *y = b;

  return x->at < y->at ? -1 : x->at > y->at;
}

static PlanPercent
get_units (const PlanLoadRun *run)
{
  return run->length > 0 ? plan_multiply_divide (run->run.value - run->overtime, PLAN_PERCENT_HUNDRED, run->length) : 0;
}

static GArray *
list_events (const Finder *self)
{
  GArray *events = g_array_sized_new (FALSE, FALSE, sizeof (Event), self->runs->len * 2 + self->profile->steps->len);

  for (guint i = 0; i < self->runs->len; i++)
    {
      const PlanLoadRun *run = &g_array_index (self->runs, PlanLoadRun, i);
      Event start = { run->run.start, get_units (run) };
      Event finish = { run->run.finish, -start.units };

      if (start.units <= 0)
        continue;
      g_array_append_val (events, start);
      g_array_append_val (events, finish);
    }
  for (guint i = 1; i < self->profile->steps->len; i++)
    {
      Event step = { g_array_index (self->profile->steps, PlanLevelStep, i).at, 0 };

      g_array_append_val (events, step);
    }
  g_array_sort (events, compare_events);
  return events;
}

static void
add_over (Finder *self, PlanTicks start, PlanTicks finish, const PlanWorktime *worktime, PlanPercent units, PlanPercent free)
{
  PlanLoadOver over = { start, finish, worktime, units, free };
  PlanLoadOver *last = self->overs->len > 0 ? &g_array_index (self->overs, PlanLoadOver, self->overs->len - 1) : NULL;

  if (last != NULL && last->finish == start && last->worktime == worktime && last->units == units && last->free == free)
    last->finish = finish;
  else if (worktime == NULL || plan_worktime_work (worktime, start, finish) > 0)
    g_array_append_val (self->overs, over);
}

static PlanPercent
sum_units (const Finder *self, PlanTicks start, PlanTicks finish)
{
  PlanPercent sum = 0;

  for (guint i = plan_load_find_run (self->runs, start); i < self->runs->len; i++)
    {
      const PlanLoadRun *run = &g_array_index (self->runs, PlanLoadRun, i);

      if (run->run.start >= finish)
        break;
      if (run->run.finish > start && (run->worktime == NULL || plan_worktime_work (run->worktime, start, finish) > 0))
        sum += get_units (run);
    }
  return sum;
}

static int
compare_ticks (gconstpointer a, gconstpointer b)
{
  const PlanTicks *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static void
add_cut (GArray *cuts, PlanTicks at, PlanTicks start, PlanTicks finish)
{
  if (at > start && at < finish)
    g_array_append_val (cuts, at);
}

static void
add_spans (GArray *cuts, const PlanWorktime *worktime, PlanDay day, PlanTicks start, PlanTicks finish)
{
  PlanSpan spans[PLAN_MAX_SPANS];
  guint n = plan_worktime_get_spans (worktime, day, spans);

  for (guint i = 0; i < n; i++)
    {
      add_cut (cuts, plan_ticks_from_day (day, spans[i].start), start, finish);
      add_cut (cuts, plan_ticks_from_day (day, spans[i].finish), start, finish);
    }
}

/* One day: between any two ends of spans of all calendars. */
static void
find_in_day (Finder *self, PlanTicks start, PlanTicks finish, PlanPercent free, GArray *cuts)
{
  g_array_set_size (cuts, 0);
  g_array_append_val (cuts, start);
  g_array_append_val (cuts, finish);
  for (guint i = plan_load_find_run (self->runs, start); i < self->runs->len; i++)
    {
      const PlanLoadRun *run = &g_array_index (self->runs, PlanLoadRun, i);

      if (run->run.start >= finish)
        break;
      if (run->run.finish > start && run->worktime != NULL)
        {
          add_spans (cuts, run->worktime, plan_ticks_get_day (start) - 1, start, finish);
          add_spans (cuts, run->worktime, plan_ticks_get_day (start), start, finish);
        }
    }
  g_array_sort (cuts, compare_ticks);
  for (guint i = 1; i < cuts->len; i++)
    {
      PlanTicks from = g_array_index (cuts, PlanTicks, i - 1), to = g_array_index (cuts, PlanTicks, i);
      PlanPercent units = from < to ? sum_units (self, from, to) : 0;

      if (units > free + TOLERANCE)
        add_over (self, from, to, NULL, units, free);
    }
}

static void
find_mixed (Finder *self, PlanTicks start, PlanTicks finish, PlanPercent free)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (PlanTicks));
  PlanDay first = plan_ticks_get_day (start);

  for (PlanTicks from = start; from < finish && plan_ticks_get_day (from) < first + MAX_MIXED_DAYS;)
    {
      PlanTicks to = MIN (finish, plan_ticks_from_day (plan_ticks_get_day (from) + 1, 0));

      find_in_day (self, from, to, free, cuts);
      from = to;
    }
}

/* The one calendar of all runs of a segment, when there is only one. */
static gboolean
find_one_worktime (const Finder *self, PlanTicks start, PlanTicks finish, const PlanWorktime **worktime)
{
  gboolean any = FALSE;

  *worktime = NULL;
  for (guint i = plan_load_find_run (self->runs, start); i < self->runs->len; i++)
    {
      const PlanLoadRun *run = &g_array_index (self->runs, PlanLoadRun, i);

      if (run->run.start >= finish)
        break;
      if (run->run.finish <= start)
        continue;
      if (any && run->worktime != *worktime)
        return FALSE;
      *worktime = run->worktime;
      any = TRUE;
    }
  return TRUE;
}

/*
 * plan_load_find_over:
 * @runs: (element-type PlanLoadRun): of a person, by start
 * @units: that there are of the person
 *
 * Returns: (transfer full) (element-type PlanLoadOver): when more is asked for, by start
 */
GArray *
plan_load_find_over (const GArray *runs, const PlanLevelProfile *units)
{
  Finder self = { runs, units, g_array_new (FALSE, FALSE, sizeof (PlanLoadOver)) };
  g_autoptr (GArray) events = list_events (&self);
  PlanPercent sum = 0;

  for (guint i = 0; i + 1 < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      PlanPercent free = MAX (0, plan_level_profile_get (units, event->at));
      const PlanWorktime *worktime;

      sum += event->units;
      if (event->at == event[1].at || sum <= free + TOLERANCE)
        continue;
      if (find_one_worktime (&self, event->at, event[1].at, &worktime))
        add_over (&self, event->at, event[1].at, worktime, sum, free);
      else
        find_mixed (&self, event->at, event[1].at, free);
    }
  return self.overs;
}
