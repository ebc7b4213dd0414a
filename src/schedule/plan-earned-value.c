/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Earned value at the status date. Planned is what the baseline costs until then; actual what is spent until then. Earned is
 * the cost of the baseline over the first part of its duration, as much of it as the task is complete: half of a task is
 * worth more than half of its cost when the expensive days came first. By physical percent complete it is that share of
 * the budget. Progress after the status date counts for nothing yet. Values of summaries are sums; ratios follow from
 * them. Earned schedule (Lipke 2003) asks when the plan was to have earned what is earned.
 */

#include "plan-cost-private.h"

#include "plan-schedule-private.h"

#define ONE PLAN_RATE_ONE

static gint64
divide (gint64 value, gint64 by)
{
  return by != 0 ? plan_multiply_divide (value, ONE, by) : 0;
}

/**
 * plan_earned_value_derive:
 * @self: (inout): with @pv, @ev, @ac and @bac
 *
 * Sets all that follows from the four.
 */
void
plan_earned_value_derive (PlanEarnedValue *self)
{
  PlanMoney left = self->bac - self->ev;

  self->sv = self->ev - self->pv;
  self->cv = self->ev - self->ac;
  self->sv_percent = divide (self->sv, self->pv);
  self->cv_percent = divide (self->cv, self->ev);
  self->spi = divide (self->ev, self->pv);
  self->cpi = divide (self->ev, self->ac);
  self->eac_by_plan = self->ac + left;
  self->eac = self->eac_by_both = self->eac_by_plan;
  if (self->ev != 0 && self->ac != 0)
    self->eac = self->eac_by_both = self->ac + plan_multiply_divide (left, self->ac, self->ev);
  if (self->ev != 0 && self->ac != 0 && self->pv != 0)
    self->eac_by_both = self->ac + plan_multiply_divide (plan_multiply_divide (left, self->ac, self->ev), self->pv, self->ev);
  self->etc = self->eac - self->ac;
  self->vac = self->bac - self->eac;
  self->tcpi = divide (left, self->bac - self->ac);
}

static PlanTicks
count (const PlanWorktime *worktime, PlanTicks from, PlanTicks to)
{
  return worktime != NULL ? plan_worktime_work (worktime, from, to) : to - from;
}

/* How much of the task is complete by the status date. */
static PlanPercent
get_percent (const PlanScheduledTask *result, const PlanWorktime *worktime, PlanTicks status)
{
  PlanTicks stop = result->percent_complete >= PLAN_PERCENT_HUNDRED ? result->finish : result->stop;
  PlanTicks done;

  if (result->percent_complete <= 0 || result->start == PLAN_TICKS_NONE || result->start >= status)
    return 0;
  if (result->summary || stop == PLAN_TICKS_NONE || stop <= status)
    return result->percent_complete;
  done = count (worktime, result->start, stop);
  return done > 0 ? plan_multiply_divide (result->percent_complete, count (worktime, result->start, status), done) : 0;
}

/* When the baseline was to have that much of its duration behind it. */
static PlanTicks
find_earned_until (const PlanBaseline *baseline, const PlanWorktime *worktime, PlanPercent percent)
{
  PlanTicks length = count (worktime, baseline->start, baseline->finish);

  length = plan_multiply_divide (length, percent, PLAN_PERCENT_HUNDRED);
  return worktime != NULL ? plan_worktime_add (worktime, baseline->start, length) : baseline->start + length;
}

/* What is asked of each series of a task. */
typedef struct
{
  PlanTicks status;
  PlanTicks earned_until; /* PLAN_TICKS_NONE for nothing */
  gboolean complete;
} Question;

static void
take_baseline (PlanEarnedValue *value, const PlanSeries *series, const Question *question)
{
  PlanMoney all = plan_series_get_total (series);

  value->bac = plan_money_add (value->bac, all);
  value->pv = plan_money_add (value->pv, plan_series_get_until (series, question->status));
  if (question->complete)
    value->ev = plan_money_add (value->ev, all);
  else if (question->earned_until != PLAN_TICKS_NONE)
    value->ev = plan_money_add (value->ev, plan_series_get_until (series, question->earned_until));
}

static void
take_actual (PlanEarnedValue *value, PlanSeries *series, PlanTicks status)
{
  plan_series_keep (series, TRUE);
  value->ac = plan_money_add (value->ac, plan_series_get_until (series, status));
}

/* What a task has itself, without the tasks below it. */
static void
evaluate_own (PlanCosts *self, guint index, PlanEarnedValue *value)
{
  const PlanTask *task = plan_model_get_task_at (self->model, index);
  const PlanProject *project = plan_model_get_project (self->model, task->project);
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, index);
  const PlanBaseline *baseline = plan_costs_find_baseline (self, task->id, project->earned_value_baseline);
  const PlanWorktime *worktime = plan_unit_is_elapsed (task->duration_unit) ? NULL
                                 : plan_schedule_get_work_worktime (self->schedule, self->model, index);
  Question question = { plan_costs_get_status (self, project), PLAN_TICKS_NONE, FALSE };
  PlanPercent percent = get_percent (result, worktime, question.status);
  g_autoptr (PlanSeries) rest = plan_costs_spread_baseline_rest (self, index, project->earned_value_baseline);
  g_autoptr (PlanSeries) fixed = plan_costs_spread_fixed (self, index);
  guint n;
  const guint32 *items = plan_costs_list_assigned (self, index, &n);

  question.complete = percent >= PLAN_PERCENT_HUNDRED;
  if (percent > 0 && baseline != NULL && baseline->start != PLAN_TICKS_NONE && baseline->finish != PLAN_TICKS_NONE)
    question.earned_until = find_earned_until (baseline, worktime, percent);
  take_baseline (value, rest, &question);
  take_actual (value, fixed, question.status);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlanSeries) planned = plan_costs_spread (self, items[i], PLAN_SERIES_BASELINE_COST, project->earned_value_baseline);
      g_autoptr (PlanSeries) actual = plan_costs_spread (self, items[i], PLAN_SERIES_ACTUAL_COST, 0);

      take_baseline (value, planned, &question);
      take_actual (value, actual, question.status);
    }
  if (task->earned_value_method != 0)
    value->ev = plan_multiply_divide (value->bac, task->physical_percent_complete, PLAN_PERCENT_HUNDRED);
}

static void
add_value (PlanEarnedValue *sum, const PlanEarnedValue *part)
{
  sum->pv = plan_money_add (sum->pv, part->pv);
  sum->ev = plan_money_add (sum->ev, part->ev);
  sum->ac = plan_money_add (sum->ac, part->ac);
  sum->bac = plan_money_add (sum->bac, part->bac);
}

static void
add_task (PlanCosts *self, guint from, guint into, gboolean is_project)
{
  add_value (is_project ? &self->earned_projects[into] : &self->earned[into], &self->earned[from]);
}

/* All at once, when the first is asked for. */
static void
evaluate (PlanCosts *self)
{
  guint n_projects = plan_model_get_n (self->model, PLAN_RECORD_PROJECT);

  if (self->earned != NULL)
    return;
  self->earned = g_new0 (PlanEarnedValue, plan_model_get_n (self->model, PLAN_RECORD_TASK) + 1);
  self->earned_projects = g_new0 (PlanEarnedValue, n_projects + 1);
  if (self->network == NULL)
    return;
  for (guint i = 0; i < self->network->n_tasks; i++)
    evaluate_own (self, i, &self->earned[i]);
  plan_costs_roll_up (self, add_task);
  for (guint i = 0; i < self->network->n_tasks; i++)
    plan_earned_value_derive (&self->earned[i]);
  for (guint i = 0; i < n_projects; i++)
    plan_earned_value_derive (&self->earned_projects[i]);
}

/**
 * plan_earned_value_of_task:
 * @task: index in the model
 *
 * Returns: (transfer none): its earned value at the status date of its project, by the baseline that the project names
 */
const PlanEarnedValue *
plan_earned_value_of_task (PlanCosts *costs, guint task)
{
  evaluate (costs);
  return &costs->earned[task];
}

/**
 * plan_earned_value_of_project:
 *
 * Returns: (transfer none) (nullable): the earned value of the project
 */
const PlanEarnedValue *
plan_earned_value_of_project (PlanCosts *costs, PlanId project)
{
  guint index = plan_model_find (costs->model, PLAN_RECORD_PROJECT, project);

  evaluate (costs);
  return index != PLAN_INDEX_NONE ? &costs->earned_projects[index] : NULL;
}

/**
 * plan_earned_schedule_derive:
 * @self: (inout): with @at and @pd
 * @pv: (array length=n_periods): planned value at the end of each period, since the start of the plan
 * @ev: what is earned
 *
 * Sets all that follows: ES = C + (EV − PV of C) ÷ (PV of C + 1 − PV of C), C being the last period whose value is earned.
 */
void
plan_earned_schedule_derive (PlanEarnedSchedule *self, const PlanMoney *pv, guint n_periods, PlanMoney ev)
{
  guint whole = 0;
  PlanMoney before;

  while (whole < n_periods && pv[whole] <= ev)
    whole++;
  before = whole > 0 ? pv[whole - 1] : 0;
  self->es = whole * ONE;
  if (whole < n_periods && ev > before)
    self->es += plan_multiply_divide (ev - before, ONE, pv[whole] - before);
  if (ev <= 0)
    self->es = 0;
  self->es = MIN (self->es, self->pd);
  self->sv_t = self->es - self->at;
  self->spi_t = divide (self->es, self->at);
  self->ieac_t = self->es > 0 ? plan_multiply_divide (self->pd, self->at, self->es) : 0;
}

/* From the first start to the last finish of the baseline. */
static gboolean
find_plan (PlanCosts *self, PlanId project, int number, PlanTicks *start, PlanTicks *finish)
{
  *start = G_MAXINT64;
  *finish = G_MININT64;
  for (guint i = 0; i < self->network->n_tasks; i++)
    {
      const PlanTask *task = plan_model_get_task_at (self->model, i);
      const PlanBaseline *baseline = task->project == project && plan_costs_counts (task)
                                       ? plan_costs_find_baseline (self, task->id, number) : NULL;

      if (baseline == NULL || baseline->start == PLAN_TICKS_NONE || baseline->finish == PLAN_TICKS_NONE)
        continue;
      *start = MIN (*start, baseline->start);
      *finish = MAX (*finish, baseline->finish);
    }
  return *finish > *start;
}

static void
add_planned (const PlanSeries *series, const GArray *ends, PlanMoney *pv)
{
  for (guint i = 0; series->runs->len > 0 && i < ends->len; i++)
    pv[i] = plan_money_add (pv[i], plan_series_get_until (series, g_array_index (ends, PlanTicks, i)));
}

static void
add_all_planned (PlanCosts *self, PlanId project, int number, const GArray *ends, PlanMoney *pv)
{
  for (guint i = 0; i < self->network->n_tasks; i++)
    {
      const PlanTask *task = plan_model_get_task_at (self->model, i);
      g_autoptr (PlanSeries) rest = NULL;
      guint n;
      const guint32 *items = plan_costs_list_assigned (self, i, &n);

      if (task->project != project || plan_costs_is_off (self, task))
        continue;
      rest = plan_costs_spread_baseline_rest (self, i, number);
      add_planned (rest, ends, pv);
      for (guint k = 0; k < n; k++)
        {
          g_autoptr (PlanSeries) planned = plan_costs_spread (self, items[k], PLAN_SERIES_BASELINE_COST, number);

          add_planned (planned, ends, pv);
        }
    }
}

/* A period that is cut by @at counts for the part of it that has passed. */
static gint64
count_periods (const GArray *ends, PlanTicks start, PlanTicks at)
{
  for (guint i = 0; i < ends->len; i++)
    {
      PlanTicks end = g_array_index (ends, PlanTicks, i);

      if (at < end)
        return i * ONE + plan_multiply_divide (at - start, ONE, end - start);
      start = end;
    }
  return ends->len * ONE;
}

/**
 * plan_earned_schedule_of_project:
 * @period: in what is counted; periods begin with the plan
 * @schedule: (out):
 *
 * Returns: whether there is a baseline to compare with
 */
gboolean
plan_earned_schedule_of_project (PlanCosts *costs, PlanId project, PlanBucket period, PlanEarnedSchedule *schedule)
{
  const PlanProject *body = plan_model_get_project (costs->model, project);
  const PlanEarnedValue *value = plan_earned_value_of_project (costs, project);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (PlanTicks));
  g_autofree PlanMoney *pv = NULL;
  PlanTicks start, finish, status, within;
  guint n_periods = 0;

  *schedule = (PlanEarnedSchedule) { 0 };
  if (value == NULL || costs->network == NULL || !find_plan (costs, project, body->earned_value_baseline, &start, &finish))
    return FALSE;
  status = plan_costs_get_status (costs, body);
  within = plan_ticks_get_within (start);
  for (PlanTicks at = start; at < MAX (finish, status); n_periods += at < finish)
    {
      at = plan_bucket_next (period, plan_ticks_from_day (plan_ticks_get_day (at), 0)) + within;
      g_array_append_val (ends, at);
    }
  pv = g_new0 (PlanMoney, ends->len + 1);
  add_all_planned (costs, project, body->earned_value_baseline, ends, pv);
  schedule->at = status > start ? count_periods (ends, start, status) : 0;
  schedule->pd = count_periods (ends, start, finish);
  plan_earned_schedule_derive (schedule, pv, MIN (n_periods + 1, ends->len), value->ev);
  return TRUE;
}
