/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an assignment costs. Regular work is paid by the standard rate and overtime by its own, each stretch of work by the
 * rate that holds while it is done, also when the rate changes within it; a use is paid once, by the rate with which the
 * assignment begins: for people as often as there are units. Material is paid by the piece, an amount of money is what it
 * is. It accrues with the work, or all of it when the assignment begins or ends. Where actual costs are typed, what was
 * typed stands for all that is done, and what is left to do costs what it does.
 *
 * All is counted in ten-thousandths of the currency, so that what is rounded is the whole, once.
 */

#include "plan-cost-private.h"

#define PER_PIECE PLAN_PERCENT_HUNDRED

/* Ten-thousandths of the currency in one unit of money. */
#define FINE (PLAN_RATE_ONE / PLAN_MONEY_ONE)

static PlanTicks
get_unit (const PlanCharge *self, guint8 unit)
{
  PlanTicks ticks = plan_rate_unit_get_ticks (unit, self->project);

  if (!self->is_work)
    return PER_PIECE;
  return ticks > 0 ? ticks : PLAN_TICKS_PER_HOUR;
}

/**
 * plan_charge_get_price:
 * @regular: of the amount; @overtime likewise
 *
 * Returns: what that much costs by the entry, in ten-thousandths
 */
gint64
plan_charge_get_price (const PlanCharge *self, const PlanRateEntry *entry, gint64 regular, gint64 overtime)
{
  gint64 price;

  if (self->is_amount)
    return regular;
  price = plan_multiply_divide (regular, entry->standard_rate, get_unit (self, entry->standard_rate_unit));
  if (overtime != 0)
    price += plan_multiply_divide (overtime, entry->overtime_rate, get_unit (self, entry->overtime_rate_unit));
  return price;
}

/**
 * plan_charge_is_plain:
 *
 * Returns: whether the cost is the same wherever in time the work lies
 */
gboolean
plan_charge_is_plain (const PlanCharge *self)
{
  return self->n_entries <= 1 || self->is_amount;
}

/* Quantity of a material, in ten-thousandths: at once, or for each unit of time that the task takes. */
static gint64
get_quantity (const PlanCharge *self)
{
  const PlanAssignment *assignment = self->assignment;
  PlanTicks unit = assignment->variable_rate_unit != 0 ? plan_rate_unit_get_ticks (assignment->variable_rate_unit, self->project) : 0;

  if (assignment->fixed_material || unit <= 0)
    return assignment->units;
  return plan_multiply_divide (assignment->units, MAX (self->result->duration, 0), unit);
}

/* Work of which somebody said how much is done. */
static void
take_actual_work (PlanAmount *amount, const PlanAssignment *assignment)
{
  PlanTicks done = CLAMP (assignment->actual_work, 0, amount->regular + amount->overtime);

  amount->overtime_done = CLAMP (assignment->actual_overtime_work, 0, MIN (amount->overtime, done));
  amount->overtime_done = MAX (amount->overtime_done, done - amount->regular);
  amount->regular_done = done - amount->overtime_done;
}

static void
find_done (PlanCharge *self, PlanCosts *costs)
{
  const PlanAssignment *assignment = self->assignment;

  if (self->is_work && assignment->actual_work > 0)
    take_actual_work (&self->amount, assignment);
  else if (!self->is_work && assignment->work > 0 && assignment->actual_work > 0)
    self->amount.regular_done = plan_multiply_divide (self->amount.regular, MIN (assignment->actual_work, assignment->work),
                                                      assignment->work);
  else if (self->result->percent_complete >= PLAN_PERCENT_HUNDRED && (self->project->update_resources || !self->is_work))
    {
      self->amount.regular_done = self->amount.regular;
      self->amount.overtime_done = self->amount.overtime;
    }
  else if (self->result->percent_complete > 0 && (self->project->update_resources || !self->is_work))
    plan_spread_find_done (plan_costs_get_spread (costs), self->index, &self->amount);
  self->begun = self->result->percent_complete > 0 || self->task->actual_start != PLAN_TICKS_NONE ||
                assignment->actual_start != PLAN_TICKS_NONE || self->amount.regular_done + self->amount.overtime_done > 0;
  self->complete = self->begun && self->result->percent_complete >= PLAN_PERCENT_HUNDRED;
}

/* The rate table, and what a use costs by the rate that holds at the start. */
static void
find_rates (PlanCharge *self, PlanCosts *costs, guint resource)
{
  const PlanRateEntry *first;
  PlanTicks start = PLAN_TICKS_NONE;

  self->entries = plan_rates_list (costs->rates, resource, self->assignment->rate_table, &self->n_entries);
  if (self->n_entries == 0)
    return;
  if (self->n_entries > 1)
    start = plan_spread_get_assigned (plan_costs_get_spread (costs), self->index)->start;
  first = plan_rates_find (self->entries, self->n_entries, start);
  self->per_use = first->cost_per_use * FINE;
  if (self->is_work)
    self->per_use = plan_multiply_divide (self->per_use, self->assignment->units, PLAN_PERCENT_HUNDRED);
}

/**
 * plan_charge_read:
 * @self: (out):
 * @assignment: index in the model
 *
 * Reads what is assigned and what is done of it.
 *
 * Returns: whether the assignment belongs to a task that is scheduled
 */
gboolean
plan_charge_read (PlanCharge *self, PlanCosts *costs, guint assignment)
{
  const PlanModel *model = costs->model;
  const PlanAssignment *body = plan_model_get_assignment_at (model, assignment);
  guint task = plan_model_find (model, PLAN_RECORD_TASK, body->task), resource;

  *self = (PlanCharge) { .index = assignment, .assignment = body, .accrual = PLAN_ACCRUE_PRORATED };
  if (task == PLAN_INDEX_NONE || task >= plan_schedule_get_n (costs->schedule))
    return FALSE;
  self->task = plan_model_get_task_at (model, task);
  self->project = plan_model_get_project (model, self->task->project);
  self->result = plan_schedule_get_task (costs->schedule, task);
  resource = body->resource != PLAN_ID_NONE ? plan_model_find (model, PLAN_RECORD_RESOURCE, body->resource) : PLAN_INDEX_NONE;
  self->resource = resource != PLAN_INDEX_NONE ? plan_model_get_at (model, PLAN_RECORD_RESOURCE, resource) : NULL;
  self->is_work = self->resource == NULL || self->resource->type == PLAN_RESOURCE_WORK;
  self->is_amount = self->resource != NULL && self->resource->type == PLAN_RESOURCE_COST;
  if (self->resource != NULL)
    self->accrual = self->resource->accrual;
  if (self->is_work)
    {
      self->amount.overtime = CLAMP (body->overtime_work, 0, body->work);
      self->amount.regular = MAX (body->work, 0) - self->amount.overtime;
    }
  else
    self->amount.regular = self->is_amount ? body->cost * FINE : get_quantity (self);
  if (self->resource != NULL && !self->is_amount)
    find_rates (self, costs, resource);
  find_done (self, costs);
  return TRUE;
}

static gint64
get_price_until (const PlanCharge *self, const PlanWorkStretch *until)
{
  return plan_charge_get_price (self, self->entries, until->regular, until->overtime);
}

/* One rate for all: each stretch costs what is paid more after it than before it, so that together they are the whole. */
static void
add_plain_runs (const PlanCharge *self, const GArray *stretches, PlanSeries *series)
{
  PlanWorkStretch until = { 0 };
  gint64 paid = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const PlanWorkStretch *stretch = &g_array_index (stretches, PlanWorkStretch, i);
      gint64 price;

      until.regular += stretch->regular;
      until.overtime += stretch->overtime;
      price = get_price_until (self, &until);
      plan_series_add (series, stretch->start, stretch->finish, price - paid, stretch->done);
      paid = price;
    }
}

static PlanTicks
count (const PlanSeries *series, PlanTicks from, PlanTicks to)
{
  return series->worktime != NULL ? plan_worktime_work (series->worktime, from, to) : to - from;
}

/* A stretch, cut where the rate changes. */
static void
add_stretch_runs (const PlanCharge *self, const PlanWorkStretch *stretch, PlanSeries *series)
{
  PlanTicks whole = count (series, stretch->start, stretch->finish);
  const PlanRateEntry *end = self->entries + self->n_entries;
  const PlanRateEntry *entry = plan_rates_find (self->entries, self->n_entries, stretch->start);

  for (PlanTicks from = stretch->start; from < stretch->finish || from == stretch->start; entry++)
    {
      PlanTicks to = entry + 1 < end && whole > 0 ? MIN (entry[1].start, stretch->finish) : stretch->finish;
      gint64 price = plan_charge_get_price (self, entry, stretch->regular, stretch->overtime);

      if (whole > 0)
        price = plan_multiply_divide (price, count (series, from, to), whole);
      plan_series_add (series, from, to, price, stretch->done);
      if (to >= stretch->finish)
        break;
      from = to;
    }
}

static void
add_prorated_runs (const PlanCharge *self, const GArray *stretches, PlanSeries *series)
{
  if (self->n_entries == 0 && !self->is_amount)
    return;
  if (plan_charge_is_plain (self))
    {
      add_plain_runs (self, stretches, series);
      return;
    }
  for (guint i = 0; i < stretches->len; i++)
    add_stretch_runs (self, &g_array_index (stretches, PlanWorkStretch, i), series);
}

/* All at once, at one end. */
static void
gather_runs (const PlanCharge *self, const PlanAssigned *assigned, PlanSeries *series)
{
  gint64 sum = self->per_use;

  for (guint i = 0; i < series->runs->len; i++)
    sum += g_array_index (series->runs, PlanRun, i).value;
  g_array_set_size (series->runs, 0);
  if (self->accrual == PLAN_ACCRUE_START)
    plan_series_add (series, assigned->start, MIN (assigned->start + 1, assigned->finish), sum, self->begun);
  else
    plan_series_add (series, assigned->finish, assigned->finish, sum, self->complete);
}

/* What was typed, in the time of what is done, stands for that. */
static void
take_actual_cost (const PlanCharge *self, const PlanAssigned *assigned, PlanSeries *series)
{
  g_autoptr (PlanSeries) done = plan_series_new (NULL, 1);
  PlanTicks start, finish;

  g_array_append_vals (done->runs, series->runs->data, series->runs->len);
  plan_series_keep (done, TRUE);
  plan_series_keep (series, FALSE);
  if (!plan_series_get_ends (done, &start, &finish))
    {
      start = assigned->start;
      finish = MIN (assigned->start + 1, assigned->finish);
    }
  plan_series_add (series, start, finish, self->assignment->actual_cost * FINE, TRUE);
}

/**
 * plan_charge_add_runs:
 * @series: gets what the assignment costs, in ten-thousandths; in the working time of the assignment
 *
 * Spreads the cost over time.
 */
void
plan_charge_add_runs (const PlanCharge *self, PlanCosts *costs, PlanSeries *series)
{
  PlanSpread *spread = plan_costs_get_spread (costs);
  const PlanAssigned *assigned = plan_spread_get_assigned (spread, self->index);
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (PlanWorkStretch));

  if (assigned->start == PLAN_TICKS_NONE)
    return;
  plan_spread_list (spread, self->index, &self->amount, stretches);
  add_prorated_runs (self, stretches, series);
  if (self->accrual == PLAN_ACCRUE_PRORATED)
    plan_series_add (series, assigned->start, MIN (assigned->start + 1, assigned->finish), self->per_use, self->begun);
  else
    gather_runs (self, assigned, series);
  if (self->project->editable_actual_costs)
    take_actual_cost (self, assigned, series);
}
