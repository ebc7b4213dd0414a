/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-schedule.h"
#include "plan-series.h"
#include "plan-spread.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanTotals:
 * @work: ticks of people and machines; @actual_work of them are done, @overtime_work are overtime
 * @cost: of all; @actual_cost of it is spent; @fixed_cost: of tasks, beside what is assigned
 *
 * Work and cost of an assignment, a task with all below it, a resource or a project. What remains is the difference.
 */
typedef struct
{
  PlanTicks work;
  PlanTicks actual_work;
  PlanTicks overtime_work;
  PlanTicks actual_overtime_work;
  PlanMoney cost;
  PlanMoney actual_cost;
  PlanMoney fixed_cost;
} PlanTotals;

/* What of an assignment or a task is spread over time. */
typedef enum {
  PLAN_SERIES_WORK,
  PLAN_SERIES_ACTUAL_WORK,
  PLAN_SERIES_REMAINING_WORK,
  PLAN_SERIES_BASELINE_WORK,
  PLAN_SERIES_COST,
  PLAN_SERIES_ACTUAL_COST,
  PLAN_SERIES_REMAINING_COST,
  PLAN_SERIES_BASELINE_COST,
} PlanSeriesKind;

/**
 * PlanCosts:
 *
 * Work and cost of everything, as they follow from one state of the model and its schedule.
 */
typedef struct _PlanCosts PlanCosts;

PlanCosts        *plan_costs_new            (const PlanSchedule *schedule, const PlanModel *model, PlanTicks now);
void              plan_costs_free           (PlanCosts *self);
const PlanTotals *plan_costs_get_assignment (const PlanCosts *self, guint index);
const PlanTotals *plan_costs_get_task       (const PlanCosts *self, guint index);
const PlanTotals *plan_costs_get_resource   (const PlanCosts *self, guint index);
const PlanTotals *plan_costs_get_project    (const PlanCosts *self, PlanId project);
void              plan_costs_get_fixed      (const PlanCosts *self, guint task, PlanMoney *fixed, PlanMoney *done);
PlanSpread       *plan_costs_get_spread     (PlanCosts *self);
PlanSeries       *plan_costs_spread         (PlanCosts *self, guint assignment, PlanSeriesKind kind, int baseline);
PlanSeries       *plan_costs_spread_fixed   (PlanCosts *self, guint task);
PlanSeries       *plan_costs_spread_baseline_rest (PlanCosts *self, guint task, int baseline);
const PlanBaseline *plan_costs_find_baseline (PlanCosts *self, PlanId owner, int baseline);
PlanTicks         plan_costs_get_status     (const PlanCosts *self, const PlanProject *project);
const guint32    *plan_costs_list_assigned  (const PlanCosts *self, guint task, guint *n);
gboolean          plan_costs_counts         (const PlanTask *task);
PlanMoney         plan_money_add            (PlanMoney a, PlanMoney b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanCosts, plan_costs_free)

G_END_DECLS
