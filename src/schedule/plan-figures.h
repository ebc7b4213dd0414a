/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cost.h"
#include "plan-earned-value.h"
#include "plan-fields.h"

#include <glib.h>

G_BEGIN_DECLS

/* Work, cost, baseline and earned value of a task; the table has the same shape as that of the other computed fields. */
typedef enum {
  PLAN_FIGURE_NONE,
  PLAN_FIGURE_WORK,
  PLAN_FIGURE_ACTUAL_WORK,
  PLAN_FIGURE_REMAINING_WORK,
  PLAN_FIGURE_OVERTIME_WORK,
  PLAN_FIGURE_PERCENT_WORK,
  PLAN_FIGURE_COST,
  PLAN_FIGURE_FIXED_COST,
  PLAN_FIGURE_ACTUAL_COST,
  PLAN_FIGURE_REMAINING_COST,
  PLAN_FIGURE_BASELINE_START,
  PLAN_FIGURE_BASELINE_FINISH,
  PLAN_FIGURE_BASELINE_DURATION,
  PLAN_FIGURE_BASELINE_WORK,
  PLAN_FIGURE_BASELINE_COST,
  PLAN_FIGURE_START_VARIANCE,
  PLAN_FIGURE_FINISH_VARIANCE,
  PLAN_FIGURE_DURATION_VARIANCE,
  PLAN_FIGURE_WORK_VARIANCE,
  PLAN_FIGURE_COST_VARIANCE,
  PLAN_FIGURE_PV,
  PLAN_FIGURE_EV,
  PLAN_FIGURE_AC,
  PLAN_FIGURE_SV,
  PLAN_FIGURE_CV,
  PLAN_FIGURE_SV_PERCENT,
  PLAN_FIGURE_CV_PERCENT,
  PLAN_FIGURE_SPI,
  PLAN_FIGURE_CPI,
  PLAN_FIGURE_BAC,
  PLAN_FIGURE_EAC,
  PLAN_FIGURE_ETC,
  PLAN_FIGURE_VAC,
  PLAN_FIGURE_TCPI,
  PLAN_N_FIGURES
} PlanFigureId;

/* What a figure needs to be computed. */
typedef enum {
  PLAN_FIGURE_OF_PLAN,     /* work and cost */
  PLAN_FIGURE_OF_BASELINE, /* a baseline; nothing without one */
  PLAN_FIGURE_OF_EARNED,   /* earned value */
} PlanFigureKind;

/**
 * PlanFigures:
 *
 * Everything of the table, for one task. Variances are later, longer or more when positive, 0 without a baseline.
 */
typedef struct
{
  PlanTotals totals;
  PlanTicks remaining_work;
  PlanMoney remaining_cost;
  PlanPercent percent_work;
  PlanBaseline baseline;
  gboolean has_baseline;
  PlanTicks start_variance;
  PlanTicks finish_variance;
  PlanTicks duration_variance;
  PlanTicks work_variance;
  PlanMoney cost_variance;
  PlanEarnedValue earned;
} PlanFigures;

/**
 * PlanFigure:
 * @name: in files and scripts
 * @type: ratios (SPI, CPI, TCPI) are a %PLAN_TYPE_RATE
 */
typedef struct
{
  const char *name;
  gsize offset;
  PlanFieldType type;
  PlanFigureKind kind;
  const char *label;
} PlanFigure;

const PlanFigure *plan_figure_get          (PlanFigureId figure);
PlanFigureId      plan_figure_find         (const char *name);
PlanValue         plan_figure_compare      (PlanFigureId figure, PlanCosts *costs, guint task, int baseline);
PlanValue         plan_figure_get_value    (PlanFigureId figure, PlanCosts *costs, guint task);
gint64            plan_figure_get_total    (PlanFigureId figure, const PlanTotals *totals);
gint64            plan_figure_get_earned   (PlanFigureId figure, const PlanEarnedValue *earned);
void              plan_figures_read        (PlanFigures *self, PlanCosts *costs, guint task, int baseline);

G_END_DECLS
