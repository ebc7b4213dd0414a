/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work or cost spread over time, as runs with an even rate in working time. All that is asked of it is how much there is
 * until an instant; what lies between two instants is the difference, so that the parts always add up to the whole.
 */

#include "plan-series.h"

/**
 * plan_series_new:
 * @worktime: (nullable) (transfer none): in which the runs are spread, or %NULL for the clock; it must live as long
 * @scale: how many units of the runs are one of the results
 *
 * Returns: (transfer full): a series of nothing
 */
PlanSeries *
plan_series_new (const PlanWorktime *worktime, gint64 scale)
{
  PlanSeries *self = g_new (PlanSeries, 1);

  *self = (PlanSeries) { g_array_new (FALSE, FALSE, sizeof (PlanRun)), worktime, scale };
  return self;
}

/**
 * plan_series_free:
 * @self: (transfer full):
 */
void
plan_series_free (PlanSeries *self)
{
  g_array_unref (self->runs);
  g_free (self);
}

/**
 * plan_series_add:
 * @finish: when it is not after @start, the value comes at the instant that it names
 *
 * Adds a run; one of nothing is left out.
 */
void
plan_series_add (PlanSeries *self, PlanTicks start, PlanTicks finish, gint64 value, gboolean done)
{
  PlanRun run = { finish > start ? start : finish - 1, finish, value, done };

  if (value != 0)
    g_array_append_val (self->runs, run);
}

/**
 * plan_series_keep:
 *
 * Leaves only the runs that are done, or that are not.
 */
void
plan_series_keep (PlanSeries *self, gboolean done)
{
  guint n = 0;

  for (guint i = 0; i < self->runs->len; i++)
    if (!g_array_index (self->runs, PlanRun, i).done == !done)
      g_array_index (self->runs, PlanRun, n++) = g_array_index (self->runs, PlanRun, i);
  g_array_set_size (self->runs, n);
}

/**
 * plan_run_get_until:
 * @worktime: (nullable): in which it is spread, or %NULL for the clock
 *
 * By the clock, too, where a run has no working time at all, as when people work on their day off.
 *
 * Returns: how much of the run there is before the instant
 */
gint64
plan_run_get_until (const PlanRun *run, const PlanWorktime *worktime, PlanTicks until)
{
  PlanTicks whole;

  if (until >= run->finish)
    return run->value;
  if (until <= run->start)
    return 0;
  whole = worktime != NULL ? plan_worktime_work (worktime, run->start, run->finish) : 0;
  if (whole <= 0)
    return plan_multiply_divide (run->value, until - run->start, run->finish - run->start);
  return plan_multiply_divide (run->value, plan_worktime_work (worktime, run->start, until), whole);
}

/**
 * plan_series_get_until:
 *
 * Returns: how much there is before the instant
 */
gint64
plan_series_get_until (const PlanSeries *self, PlanTicks until)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->runs->len; i++)
    sum += plan_run_get_until (&g_array_index (self->runs, PlanRun, i), self->worktime, until);
  return plan_multiply_divide (sum, 1, self->scale);
}

/**
 * plan_series_get:
 *
 * Returns: how much there is from @from on and before @to
 */
gint64
plan_series_get (const PlanSeries *self, PlanTicks from, PlanTicks to)
{
  return plan_series_get_until (self, to) - plan_series_get_until (self, from);
}

/**
 * plan_series_get_total:
 *
 * Returns: how much there is in all
 */
gint64
plan_series_get_total (const PlanSeries *self)
{
  return plan_series_get_until (self, G_MAXINT64);
}

/**
 * plan_series_get_ends:
 * @start: (out): of the first run; @finish: (out): of the last
 *
 * Returns: whether there is any run
 */
gboolean
plan_series_get_ends (const PlanSeries *self, PlanTicks *start, PlanTicks *finish)
{
  *start = G_MAXINT64;
  *finish = G_MININT64;
  for (guint i = 0; i < self->runs->len; i++)
    {
      *start = MIN (*start, g_array_index (self->runs, PlanRun, i).start);
      *finish = MAX (*finish, g_array_index (self->runs, PlanRun, i).finish);
    }
  return self->runs->len > 0;
}

/**
 * plan_bucket_start:
 * @week_start: the day with which weeks begin
 *
 * Returns: the midnight with which the day, week or month of the instant begins
 */
PlanTicks
plan_bucket_start (PlanBucket bucket, PlanWeekday week_start, PlanTicks at)
{
  PlanDay day = plan_ticks_get_day (at);
  PlanCivil civil;

  if (bucket == PLAN_BUCKET_WEEK)
    day -= ((gint) plan_day_get_weekday (day) - (gint) week_start + 7) % 7;
  else if (bucket == PLAN_BUCKET_MONTH)
    {
      plan_day_to_civil (day, &civil);
      day -= civil.day - 1;
    }
  return plan_ticks_from_day (day, 0);
}

/**
 * plan_bucket_next:
 * @start: of plan_bucket_start()
 *
 * Returns: where the next day, week or month begins
 */
PlanTicks
plan_bucket_next (PlanBucket bucket, PlanTicks start)
{
  PlanDay day = plan_ticks_get_day (start);
  PlanCivil civil;

  plan_day_to_civil (day, &civil);
  return plan_ticks_from_day (day + (bucket == PLAN_BUCKET_DAY    ? 1
                                     : bucket == PLAN_BUCKET_WEEK ? 7
                                                                  : plan_days_in_month (civil.year, civil.month)), 0);
}
