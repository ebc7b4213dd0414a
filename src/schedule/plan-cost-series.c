/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work and cost over time: what is planned, actual, remaining, or in a baseline. A baseline lies over time as it was saved
 * span by span, else evenly between its dates.
 */

#include "plan-cost-private.h"

#include "plan-schedule-private.h"

#define FINE (PLAN_RATE_ONE / PLAN_MONEY_ONE)

static int
compare_baselines (gconstpointer a, gconstpointer b)
{
  const PlanBaseline *x = a, *y = b;

  if (x->owner != y->owner)
    return x->owner < y->owner ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

/**
 * plan_costs_find_baseline:
 * @owner: a task or an assignment
 * @baseline: 0 to 10
 *
 * Returns: (transfer none) (nullable): what was saved of it
 */
const PlanBaseline *
plan_costs_find_baseline (PlanCosts *self, PlanId owner, int baseline)
{
  const PlanBaseline wanted = { .owner = owner, .number = baseline };
  guint place, n = plan_model_get_n (self->model, PLAN_RECORD_BASELINE);

  if (self->baselines == NULL)
    {
      self->baselines = g_array_sized_new (FALSE, FALSE, sizeof (PlanBaseline), n);
      for (guint i = 0; i < n; i++)
        g_array_append_vals (self->baselines, plan_model_get_at (self->model, PLAN_RECORD_BASELINE, i), 1);
      g_array_sort (self->baselines, compare_baselines);
    }
  return g_array_binary_search (self->baselines, &wanted, compare_baselines, &place)
           ? &g_array_index (self->baselines, PlanBaseline, place) : NULL;
}

/**
 * plan_costs_get_status:
 *
 * Returns: the instant at which the project is looked at: its status date, or the end of today
 */
PlanTicks
plan_costs_get_status (const PlanCosts *self, const PlanProject *project)
{
  if (project->status_date != PLAN_TICKS_NONE)
    return project->status_date;
  return plan_ticks_from_day (plan_ticks_get_day (self->now), project->default_finish_time);
}

/* Overtime is part of the work. */
static void
add_work_runs (PlanCosts *self, const PlanCharge *charge, PlanSeries *series)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (PlanWorkStretch));

  if (!charge->is_work)
    return;
  plan_spread_list (plan_costs_get_spread (self), charge->index, &charge->amount, stretches);
  for (guint i = 0; i < stretches->len; i++)
    {
      const PlanWorkStretch *stretch = &g_array_index (stretches, PlanWorkStretch, i);

      plan_series_add (series, stretch->start, stretch->finish, stretch->regular + stretch->overtime, stretch->done);
    }
}

static void
add_baseline_runs (PlanCosts *self, guint assignment, gboolean is_work, int number, PlanSeries *series)
{
  PlanId owner = plan_model_get_assignment_at (self->model, assignment)->id;
  const PlanBaseline *baseline = plan_costs_find_baseline (self, owner, number);
  guint n;
  const PlanWorkSpan *spans = plan_spread_find_spans (plan_costs_get_spread (self), owner,
                                                      is_work ? PLAN_SPAN_BASELINE_WORK (number) : PLAN_SPAN_BASELINE_COST (number), &n);

  for (guint i = 0; i < n; i++)
    if (spans[i].start != PLAN_TICKS_NONE && spans[i].finish != PLAN_TICKS_NONE)
      plan_series_add (series, spans[i].start, spans[i].finish, spans[i].value, FALSE);
  if (series->runs->len == 0 && baseline != NULL && baseline->start != PLAN_TICKS_NONE && baseline->finish != PLAN_TICKS_NONE)
    plan_series_add (series, baseline->start, baseline->finish, is_work ? baseline->work : baseline->cost, FALSE);
}

/* What remains is what is not actual yet, to the unit: what rounding leaves over goes to the end. */
static void
keep_rest (const PlanTotals *totals, PlanSeries *series)
{
  gint64 rest = (totals->cost - totals->actual_cost) * FINE;

  plan_series_keep (series, FALSE);
  for (guint i = 0; i < series->runs->len; i++)
    rest -= g_array_index (series->runs, PlanRun, i).value;
  if (series->runs->len > 0)
    g_array_index (series->runs, PlanRun, series->runs->len - 1).value += rest;
}

static PlanSeries *
spread_cost (PlanCosts *self, const PlanCharge *charge, PlanSeriesKind kind)
{
  PlanSeries *series = plan_series_new (plan_spread_get_worktime (plan_costs_get_spread (self), charge->index), FINE);

  plan_charge_add_runs (charge, self, series);
  if (kind == PLAN_SERIES_ACTUAL_COST)
    plan_series_keep (series, TRUE);
  else if (kind == PLAN_SERIES_REMAINING_COST)
    keep_rest (&self->assignments[charge->index], series);
  return series;
}

static PlanSeries *
spread_work (PlanCosts *self, const PlanCharge *charge, PlanSeriesKind kind)
{
  PlanSeries *series = plan_series_new (plan_spread_get_worktime (plan_costs_get_spread (self), charge->index), 1);

  add_work_runs (self, charge, series);
  if (kind != PLAN_SERIES_WORK)
    plan_series_keep (series, kind == PLAN_SERIES_ACTUAL_WORK);
  return series;
}

/**
 * plan_costs_spread:
 * @assignment: index in the model
 * @baseline: 0 to 10, for series of a baseline
 *
 * Returns: (transfer full): work in ticks, or cost in units of money, over time; together they are what
 *   plan_costs_get_assignment() says, or the baseline. Valid as long as the schedule does not change
 */
PlanSeries *
plan_costs_spread (PlanCosts *self, guint assignment, PlanSeriesKind kind, int baseline)
{
  PlanCharge charge;

  if (kind == PLAN_SERIES_BASELINE_WORK || kind == PLAN_SERIES_BASELINE_COST)
    {
      PlanSeries *series = plan_series_new (plan_spread_get_assigned (plan_costs_get_spread (self), assignment)->worktime, 1);

      add_baseline_runs (self, assignment, kind == PLAN_SERIES_BASELINE_WORK, baseline, series);
      return series;
    }
  if (self->network == NULL || !plan_charge_read (&charge, self, assignment))
    return plan_series_new (NULL, 1);
  return kind < PLAN_SERIES_COST ? spread_work (self, &charge, kind) : spread_cost (self, &charge, kind);
}

static const PlanWorktime *
get_worktime (const PlanCosts *self, guint task)
{
  if (plan_unit_is_elapsed (plan_model_get_task_at (self->model, task)->duration_unit))
    return NULL;
  return plan_schedule_get_task_worktime (self->schedule, self->model, task);
}

/* At one end, or evenly between both. */
static void
add_accrued (PlanSeries *series, PlanAccrual accrual, PlanTicks start, PlanTicks finish, PlanMoney value, gboolean done)
{
  if (accrual == PLAN_ACCRUE_START)
    plan_series_add (series, start, MIN (start + 1, finish), value, done);
  else if (accrual == PLAN_ACCRUE_END)
    plan_series_add (series, finish, finish, value, done);
  else
    plan_series_add (series, start, finish, value, done);
}

/**
 * plan_costs_spread_fixed:
 * @task: index in the model
 *
 * Returns: (transfer full): the fixed cost of the task itself over time; runs that are done are spent
 */
PlanSeries *
plan_costs_spread_fixed (PlanCosts *self, guint task)
{
  const PlanTask *body = plan_model_get_task_at (self->model, task);
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, task);
  const PlanWorktime *worktime = get_worktime (self, task);
  PlanSeries *series = plan_series_new (worktime, 1);
  PlanTicks border = result->start;
  PlanMoney fixed, done;

  plan_costs_get_fixed (self, task, &fixed, &done);
  if (result->start == PLAN_TICKS_NONE || (fixed == 0 && done == 0))
    return series;
  if (worktime != NULL && body->fixed_cost_accrual == PLAN_ACCRUE_PRORATED)
    border = plan_worktime_add (worktime, result->start,
                                plan_multiply_divide (plan_worktime_work (worktime, result->start, result->finish),
                                                      result->percent_complete, PLAN_PERCENT_HUNDRED));
  else if (body->fixed_cost_accrual == PLAN_ACCRUE_PRORATED)
    border += plan_multiply_divide (result->finish - result->start, result->percent_complete, PLAN_PERCENT_HUNDRED);
  else if (body->fixed_cost_accrual == PLAN_ACCRUE_END)
    border = result->finish;
  add_accrued (series, body->fixed_cost_accrual, result->start, MAX (border, MIN (result->start + 1, result->finish)), done, TRUE);
  add_accrued (series, body->fixed_cost_accrual, MIN (border, result->finish), result->finish, fixed - done, FALSE);
  return series;
}

/**
 * plan_costs_spread_baseline_rest:
 * @task: index in the model
 *
 * Returns: (transfer full): what the baseline of the task has beside that of its assignments, over time: its fixed cost;
 *   of a task that is no summary, all that is saved for the task alone
 */
PlanSeries *
plan_costs_spread_baseline_rest (PlanCosts *self, guint task, int number)
{
  const PlanTask *body = plan_model_get_task_at (self->model, task);
  const PlanBaseline *baseline = plan_costs_find_baseline (self, body->id, number);
  PlanSeries *series = plan_series_new (get_worktime (self, task), 1);
  PlanMoney rest;
  guint n;
  const guint32 *items = plan_costs_list_assigned (self, task, &n);

  if (baseline == NULL || baseline->start == PLAN_TICKS_NONE || baseline->finish == PLAN_TICKS_NONE)
    return series;
  rest = baseline->cost;
  for (guint i = 0; i < n; i++)
    {
      const PlanBaseline *part = plan_costs_find_baseline (self, plan_model_get_assignment_at (self->model, items[i])->id, number);

      rest -= part != NULL ? part->cost : 0;
    }
  if (plan_schedule_get_task (self->schedule, task)->summary)
    rest = baseline->fixed_cost;
  add_accrued (series, body->fixed_cost_accrual, baseline->start, baseline->finish, rest, FALSE);
  return series;
}
