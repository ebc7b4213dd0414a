/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work and cost of assignments, tasks, summaries, resources and projects. An assignment with one rate is counted without
 * looking at the calendar; only where the rate changes, or progress says how much is done, its course in time is asked
 * for. A summary has what all that lies below it has, and a fixed cost of its own; inactive and foreign tasks count for
 * themselves, but for no summary. Work that nobody has yet is no work of its task, as in Microsoft Project.
 */

#include "plan-cost-private.h"

#include "plan-schedule-private.h"

#define FINE (PLAN_RATE_ONE / PLAN_MONEY_ONE)

/**
 * plan_money_add:
 *
 * Returns: the sum, or the largest amount that can be held
 */
PlanMoney
plan_money_add (PlanMoney a, PlanMoney b)
{
  gint64 sum;

  if (__builtin_add_overflow (a, b, &sum))
    return a > 0 ? G_MAXINT64 : G_MININT64;
  return sum;
}

static void
add_totals (PlanTotals *sum, const PlanTotals *part)
{
  sum->work += part->work;
  sum->actual_work += part->actual_work;
  sum->overtime_work += part->overtime_work;
  sum->actual_overtime_work += part->actual_overtime_work;
  sum->cost = plan_money_add (sum->cost, part->cost);
  sum->actual_cost = plan_money_add (sum->actual_cost, part->actual_cost);
}

/* Sums of the runs, in units of money. */
static void
take_series (PlanTotals *totals, const PlanSeries *series)
{
  gint64 all = 0, done = 0;

  for (guint i = 0; i < series->runs->len; i++)
    {
      const PlanRun *run = &g_array_index (series->runs, PlanRun, i);

      all += run->value;
      done += run->done ? run->value : 0;
    }
  totals->cost = plan_multiply_divide (all, 1, FINE);
  totals->actual_cost = plan_multiply_divide (done, 1, FINE);
}

/* The same without a series, when nothing depends on where in time the work lies. */
static void
take_plain (PlanTotals *totals, const PlanCharge *charge)
{
  const PlanAmount *amount = &charge->amount;
  gboolean has_rate = charge->n_entries > 0 || charge->is_amount;
  gint64 all = has_rate ? plan_charge_get_price (charge, charge->entries, amount->regular, amount->overtime) : 0;
  gint64 done = has_rate ? plan_charge_get_price (charge, charge->entries, amount->regular_done, amount->overtime_done) : 0;

  all += charge->per_use;
  done += charge->begun ? charge->per_use : 0;
  if (charge->accrual != PLAN_ACCRUE_PRORATED)
    done = (charge->accrual == PLAN_ACCRUE_START ? charge->begun : charge->complete) ? all : 0;
  totals->cost = plan_multiply_divide (all, 1, FINE);
  totals->actual_cost = plan_multiply_divide (done, 1, FINE);
}

static void
count_assignment (PlanCosts *self, guint index)
{
  PlanTotals *totals = &self->assignments[index];
  PlanCharge charge;

  if (!plan_charge_read (&charge, self, index))
    return;
  if (charge.is_work)
    {
      totals->work = charge.amount.regular + charge.amount.overtime;
      totals->actual_work = charge.amount.regular_done + charge.amount.overtime_done;
      totals->overtime_work = charge.amount.overtime;
      totals->actual_overtime_work = charge.amount.overtime_done;
    }
  if (plan_charge_is_plain (&charge) && !charge.project->editable_actual_costs)
    take_plain (totals, &charge);
  else
    {
      g_autoptr (PlanSeries) series = plan_series_new (plan_spread_get_worktime (plan_costs_get_spread (self), index), FINE);

      plan_charge_add_runs (&charge, self, series);
      take_series (totals, series);
    }
}

/* How much of the fixed cost has accrued. */
static PlanMoney
get_fixed_done (const PlanTask *task, const PlanScheduledTask *result)
{
  gboolean complete = result->percent_complete >= PLAN_PERCENT_HUNDRED;

  if (task->fixed_cost_accrual == PLAN_ACCRUE_START)
    return result->percent_complete > 0 || task->actual_start != PLAN_TICKS_NONE ? task->fixed_cost : 0;
  if (task->fixed_cost_accrual == PLAN_ACCRUE_END || complete)
    return complete ? task->fixed_cost : 0;
  if (!result->summary && result->duration > 0)
    return plan_multiply_divide (task->fixed_cost, CLAMP (result->actual_duration, 0, result->duration), result->duration);
  return plan_multiply_divide (task->fixed_cost, result->percent_complete, PLAN_PERCENT_HUNDRED);
}

/**
 * plan_costs_get_fixed:
 * @index: of the task in the model
 * @fixed: (out): cost of the task itself, beside what is assigned; @done: (out): what of it is spent
 */
void
plan_costs_get_fixed (const PlanCosts *self, guint index, PlanMoney *fixed, PlanMoney *done)
{
  const PlanTask *task = plan_model_get_task_at (self->model, index);
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, index);
  const PlanProject *project = plan_model_get_project (self->model, task->project);

  *fixed = task->fixed_cost;
  if (!project->editable_actual_costs)
    {
      *done = get_fixed_done (task, result);
      return;
    }
  *done = task->actual_fixed_cost;
  if (result->percent_complete >= PLAN_PERCENT_HUNDRED || task->fixed_cost < *done)
    *fixed = *done;
}

/**
 * plan_costs_counts:
 *
 * Returns: whether what the task costs counts for its summary and its project
 */
gboolean
plan_costs_counts (const PlanTask *task)
{
  return task->active && !task->blank && !task->external;
}

static void
count_own (PlanCosts *self, guint index)
{
  PlanTotals *totals = &self->tasks[index];
  PlanMoney done;
  guint n;
  const guint32 *items = plan_costs_list_assigned (self, index, &n);

  plan_costs_get_fixed (self, index, &totals->fixed_cost, &done);
  totals->cost = totals->fixed_cost;
  totals->actual_cost = done;
  for (guint i = 0; i < n; i++)
    if (plan_model_get_assignment_at (self->model, items[i])->resource != PLAN_ID_NONE)
      add_totals (totals, &self->assignments[items[i]]);
}

/*
 * plan_costs_roll_up:
 * @add: adds what a task has to its summary, or to its project
 *
 * Adds up all tasks, those of inner summaries before them.
 */
void
plan_costs_roll_up (PlanCosts *self, PlanRollFunc add)
{
  const PlanNetwork *network = self->network;

  for (guint i = 0; i < network->n_summaries; i++)
    for (guint32 k = network->first_child[i]; k < network->first_child[i + 1]; k++)
      {
        guint32 child = network->children[k];
        guint32 index = child & PLAN_CHILD_SUMMARY ? network->summaries[child & ~PLAN_CHILD_SUMMARY].task : child;

        if (plan_costs_counts (plan_model_get_task_at (self->model, index)))
          add (self, index, network->summaries[i].task, FALSE);
      }
  for (guint i = 0; i < network->n_tasks; i++)
    {
      const PlanTask *task = plan_model_get_task_at (self->model, i);

      if (task->parent == PLAN_ID_NONE && plan_costs_counts (task))
        add (self, i, plan_model_find (self->model, PLAN_RECORD_PROJECT, task->project), TRUE);
    }
}

/*
 * plan_costs_is_off:
 *
 * Returns: whether the task, or a summary above it, counts for nothing
 */
gboolean
plan_costs_is_off (const PlanCosts *self, const PlanTask *task)
{
  for (; task != NULL; task = task->parent != PLAN_ID_NONE ? plan_model_get_task (self->model, task->parent) : NULL)
    if (!plan_costs_counts (task))
      return TRUE;
  return FALSE;
}

static void
add_task (PlanCosts *self, guint from, guint into, gboolean is_project)
{
  add_totals (is_project ? &self->projects[into] : &self->tasks[into], &self->tasks[from]);
}

static void
add_to_resource (PlanCosts *self, guint assignment)
{
  const PlanAssignment *body = plan_model_get_assignment_at (self->model, assignment);
  guint resource = body->resource != PLAN_ID_NONE ? plan_model_find (self->model, PLAN_RECORD_RESOURCE, body->resource) : PLAN_INDEX_NONE;

  if (resource != PLAN_INDEX_NONE && !plan_costs_is_off (self, plan_model_get_task (self->model, body->task)))
    add_totals (&self->resources[resource], &self->assignments[assignment]);
}

/**
 * plan_costs_new:
 * @model: the model that @schedule was computed from; both must live as long and not change
 * @now: any instant of the day on whose end projects without a status date are looked at
 *
 * Returns: (transfer full): work and cost of everything
 */
PlanCosts *
plan_costs_new (const PlanSchedule *schedule, const PlanModel *model, PlanTicks now)
{
  PlanCosts *self = g_new0 (PlanCosts, 1);
  guint n = plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT);
  PlanCpm cpm;

  self->model = model;
  self->schedule = schedule;
  self->now = now;
  self->rates = plan_rates_new (model);
  self->assignments = g_new0 (PlanTotals, n + 1);
  self->tasks = g_new0 (PlanTotals, plan_model_get_n (model, PLAN_RECORD_TASK) + 1);
  self->resources = g_new0 (PlanTotals, plan_model_get_n (model, PLAN_RECORD_RESOURCE) + 1);
  self->projects = g_new0 (PlanTotals, plan_model_get_n (model, PLAN_RECORD_PROJECT) + 1);
  if (!plan_schedule_get_cpm (schedule, model, &cpm))
    return self;
  g_free (cpm.worktimes);
  self->network = cpm.network;
  for (guint i = 0; i < n; i++)
    {
      count_assignment (self, i);
      add_to_resource (self, i);
    }
  for (guint i = 0; i < cpm.network->n_tasks; i++)
    count_own (self, i);
  plan_costs_roll_up (self, add_task);
  return self;
}

/**
 * plan_costs_free:
 * @self: (transfer full):
 */
void
plan_costs_free (PlanCosts *self)
{
  g_clear_pointer (&self->spread, plan_spread_free);
  g_clear_pointer (&self->baselines, g_array_unref);
  g_free (self->earned);
  g_free (self->earned_projects);
  plan_rates_free (self->rates);
  g_free (self->assignments);
  g_free (self->tasks);
  g_free (self->resources);
  g_free (self->projects);
  g_free (self);
}

/**
 * plan_costs_get_assignment:
 * @index: in the model
 *
 * Returns: (transfer none): its work and cost
 */
const PlanTotals *
plan_costs_get_assignment (const PlanCosts *self, guint index)
{
  return &self->assignments[index];
}

/**
 * plan_costs_get_task:
 * @index: in the model
 *
 * Returns: (transfer none): work and cost of the task and all below it; the fixed cost is its own alone
 */
const PlanTotals *
plan_costs_get_task (const PlanCosts *self, guint index)
{
  return &self->tasks[index];
}

/**
 * plan_costs_get_resource:
 * @index: in the model
 *
 * Returns: (transfer none): its work and cost in all projects
 */
const PlanTotals *
plan_costs_get_resource (const PlanCosts *self, guint index)
{
  return &self->resources[index];
}

/**
 * plan_costs_get_project:
 *
 * Returns: (transfer none) (nullable): work and cost of all its tasks
 */
const PlanTotals *
plan_costs_get_project (const PlanCosts *self, PlanId project)
{
  guint index = plan_model_find (self->model, PLAN_RECORD_PROJECT, project);

  return index != PLAN_INDEX_NONE ? &self->projects[index] : NULL;
}

/**
 * plan_costs_get_spread:
 *
 * Returns: (transfer none): how all that is assigned lies over time
 */
PlanSpread *
plan_costs_get_spread (PlanCosts *self)
{
  if (self->spread == NULL)
    self->spread = plan_spread_new (self->schedule, self->model);
  return self->spread;
}

/**
 * plan_costs_list_assigned:
 * @task: index in the model
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): indexes of the assignments of the task
 */
const guint32 *
plan_costs_list_assigned (const PlanCosts *self, guint task, guint *n)
{
  *n = 0;
  if (self->network == NULL || task >= self->network->n_tasks)
    return NULL;
  *n = self->network->first_assignment[task + 1] - self->network->first_assignment[task];
  return self->network->assignments + self->network->first_assignment[task];
}
