/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cost.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanEarnedValue:
 * @pv: planned value at the status date; @ev: earned value; @ac: actual cost; @bac: budget at completion
 * @sv_percent: hundredths of a percent, as @cv_percent
 * @spi: ten-thousandths, as @cpi and @tcpi; 0 where there is nothing to divide by
 * @eac: by the cost performance so far, or AC + (BAC − EV) before there is any
 * @eac_by_plan: AC + (BAC − EV); @eac_by_both: AC + (BAC − EV) ÷ (CPI × SPI)
 *
 * Earned value of a task with all below it, or of a project.
 */
typedef struct
{
  PlanMoney pv;
  PlanMoney ev;
  PlanMoney ac;
  PlanMoney bac;
  PlanMoney sv;
  PlanMoney cv;
  gint64 sv_percent;
  gint64 cv_percent;
  gint64 spi;
  gint64 cpi;
  PlanMoney eac;
  PlanMoney etc;
  PlanMoney vac;
  gint64 tcpi;
  PlanMoney eac_by_plan;
  PlanMoney eac_by_both;
} PlanEarnedValue;

/**
 * PlanEarnedSchedule:
 * @es: periods of the plan whose value is earned; @at: periods that have passed; @pd: periods of the whole plan
 * @sv_t: @es − @at; @spi_t: @es ÷ @at; @ieac_t: @pd ÷ @spi_t, the periods that it will take; 0 before anything is earned
 *
 * Earned schedule of a project, all in ten-thousandths.
 */
typedef struct
{
  gint64 es;
  gint64 at;
  gint64 pd;
  gint64 sv_t;
  gint64 spi_t;
  gint64 ieac_t;
} PlanEarnedSchedule;

void                   plan_earned_value_derive    (PlanEarnedValue *self);
const PlanEarnedValue *plan_earned_value_of_task   (PlanCosts *costs, guint task);
const PlanEarnedValue *plan_earned_value_of_project (PlanCosts *costs, PlanId project);
void                   plan_earned_schedule_derive (PlanEarnedSchedule *self, const PlanMoney *pv, guint n_periods, PlanMoney ev);
gboolean               plan_earned_schedule_of_project (PlanCosts *costs, PlanId project, PlanBucket period,
                                                        PlanEarnedSchedule *schedule);

G_END_DECLS
