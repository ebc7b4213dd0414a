/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cost.h"
#include "plan-cpm.h"
#include "plan-earned-value.h"
#include "plan-rates.h"

G_BEGIN_DECLS

struct _PlanCosts
{
  const PlanModel *model;
  const PlanSchedule *schedule;
  const PlanNetwork *network; /* NULL when nothing is scheduled */
  PlanRates *rates;
  PlanTicks now;
  PlanSpread *spread;      /* made when somebody asks where in time something lies */
  GArray *baselines;       /* of PlanBaseline, by owner and number; made when they are asked for */
  PlanEarnedValue *earned; /* of tasks, and */
  PlanEarnedValue *earned_projects; /* of projects, likewise */
  PlanTotals *assignments;
  PlanTotals *tasks;
  PlanTotals *resources;
  PlanTotals *projects;
};

/**
 * PlanCharge:
 * @resource: (nullable): who is paid, or %NULL for work that nobody has yet
 * @entries: (array length=n_entries): the rates
 * @amount: what is paid for: ticks of work, ten-thousandths of a piece, or of the currency for an amount
 * @is_work: whether it is work; @is_amount: whether it is money already
 * @per_use: paid once, in ten-thousandths
 * @begun: whether something of it is done; @complete: whether all is
 *
 * What an assignment costs and why.
 */
typedef struct
{
  guint index;
  const PlanAssignment *assignment;
  const PlanTask *task;
  const PlanProject *project;
  const PlanScheduledTask *result;
  const PlanResource *resource;
  const PlanRateEntry *entries;
  guint n_entries;
  PlanAmount amount;
  gint64 per_use;
  PlanAccrual accrual;
  gboolean is_work;
  gboolean is_amount;
  gboolean begun;
  gboolean complete;
} PlanCharge;

/* Adds what task @from has to task @into, or to project @into. */
typedef void (*PlanRollFunc) (PlanCosts *self, guint from, guint into, gboolean is_project);

void     plan_costs_roll_up     (PlanCosts *self, PlanRollFunc add);
gboolean plan_costs_is_off      (const PlanCosts *self, const PlanTask *task);
gboolean plan_charge_read       (PlanCharge *self, PlanCosts *costs, guint assignment);
gint64   plan_charge_get_price  (const PlanCharge *self, const PlanRateEntry *entry, gint64 regular, gint64 overtime);
void     plan_charge_add_runs   (const PlanCharge *self, PlanCosts *costs, PlanSeries *series);
gboolean plan_charge_is_plain   (const PlanCharge *self);

G_END_DECLS
