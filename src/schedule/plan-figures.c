/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the figures of a task, so that sheet and files treat them like other computed fields, and how far a task
 * has moved away from a baseline.
 */

#include "plan-figures.h"

#include "plan-cost-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIGURE(key, member) .name = key, .offset = G_STRUCT_OFFSET (PlanFigures, member)

static const PlanFigure figures[PLAN_N_FIGURES] = {
  [PLAN_FIGURE_WORK] = { FIGURE ("work", totals.work), PLAN_TYPE_WORK, PLAN_FIGURE_OF_PLAN, N_("Work") },
  [PLAN_FIGURE_ACTUAL_WORK] = { FIGURE ("actual_work", totals.actual_work), PLAN_TYPE_WORK, PLAN_FIGURE_OF_PLAN, N_("Actual work") },
  [PLAN_FIGURE_REMAINING_WORK] = { FIGURE ("remaining_work", remaining_work), PLAN_TYPE_WORK, PLAN_FIGURE_OF_PLAN, N_("Remaining work") },
  [PLAN_FIGURE_OVERTIME_WORK] = { FIGURE ("overtime_work", totals.overtime_work), PLAN_TYPE_WORK, PLAN_FIGURE_OF_PLAN, N_("Overtime work") },
  /* xgettext:no-c-format */
  [PLAN_FIGURE_PERCENT_WORK] = { FIGURE ("percent_work_complete", percent_work), PLAN_TYPE_PERCENT, PLAN_FIGURE_OF_PLAN, N_("% work complete") },
  [PLAN_FIGURE_COST] = { FIGURE ("cost", totals.cost), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_PLAN, N_("Cost") },
  [PLAN_FIGURE_FIXED_COST] = { FIGURE ("own_fixed_cost", totals.fixed_cost), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_PLAN, N_("Fixed cost") },
  [PLAN_FIGURE_ACTUAL_COST] = { FIGURE ("actual_cost", totals.actual_cost), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_PLAN, N_("Actual cost") },
  [PLAN_FIGURE_REMAINING_COST] = { FIGURE ("remaining_cost", remaining_cost), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_PLAN, N_("Remaining cost") },
  [PLAN_FIGURE_BASELINE_START] = { FIGURE ("baseline_start", baseline.start), PLAN_TYPE_INSTANT, PLAN_FIGURE_OF_BASELINE, N_("Baseline start") },
  [PLAN_FIGURE_BASELINE_FINISH] = { FIGURE ("baseline_finish", baseline.finish), PLAN_TYPE_INSTANT, PLAN_FIGURE_OF_BASELINE, N_("Baseline finish") },
  [PLAN_FIGURE_BASELINE_DURATION] = { FIGURE ("baseline_duration", baseline.duration), PLAN_TYPE_DURATION, PLAN_FIGURE_OF_BASELINE, N_("Baseline duration") },
  [PLAN_FIGURE_BASELINE_WORK] = { FIGURE ("baseline_work", baseline.work), PLAN_TYPE_WORK, PLAN_FIGURE_OF_BASELINE, N_("Baseline work") },
  [PLAN_FIGURE_BASELINE_COST] = { FIGURE ("baseline_cost", baseline.cost), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_BASELINE, N_("Baseline cost") },
  [PLAN_FIGURE_START_VARIANCE] = { FIGURE ("start_variance", start_variance), PLAN_TYPE_DURATION, PLAN_FIGURE_OF_BASELINE, N_("Start variance") },
  [PLAN_FIGURE_FINISH_VARIANCE] = { FIGURE ("finish_variance", finish_variance), PLAN_TYPE_DURATION, PLAN_FIGURE_OF_BASELINE, N_("Finish variance") },
  [PLAN_FIGURE_DURATION_VARIANCE] = { FIGURE ("duration_variance", duration_variance), PLAN_TYPE_DURATION, PLAN_FIGURE_OF_BASELINE, N_("Duration variance") },
  [PLAN_FIGURE_WORK_VARIANCE] = { FIGURE ("work_variance", work_variance), PLAN_TYPE_WORK, PLAN_FIGURE_OF_BASELINE, N_("Work variance") },
  [PLAN_FIGURE_COST_VARIANCE] = { FIGURE ("cost_variance", cost_variance), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_BASELINE, N_("Cost variance") },
  [PLAN_FIGURE_PV] = { FIGURE ("pv", earned.pv), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_EARNED, N_("Planned value (PV)") },
  [PLAN_FIGURE_EV] = { FIGURE ("ev", earned.ev), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_EARNED, N_("Earned value (EV)") },
  [PLAN_FIGURE_AC] = { FIGURE ("ac", earned.ac), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_EARNED, N_("Actual cost (AC)") },
  [PLAN_FIGURE_SV] = { FIGURE ("sv", earned.sv), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_EARNED, N_("Schedule variance (SV)") },
  [PLAN_FIGURE_CV] = { FIGURE ("cv", earned.cv), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_EARNED, N_("Cost variance (CV)") },
  [PLAN_FIGURE_SV_PERCENT] = { FIGURE ("sv_percent", earned.sv_percent), PLAN_TYPE_PERCENT, PLAN_FIGURE_OF_EARNED, N_("SV%") },
  [PLAN_FIGURE_CV_PERCENT] = { FIGURE ("cv_percent", earned.cv_percent), PLAN_TYPE_PERCENT, PLAN_FIGURE_OF_EARNED, N_("CV%") },
  [PLAN_FIGURE_SPI] = { FIGURE ("spi", earned.spi), PLAN_TYPE_RATE, PLAN_FIGURE_OF_EARNED, N_("Schedule performance index (SPI)") },
  [PLAN_FIGURE_CPI] = { FIGURE ("cpi", earned.cpi), PLAN_TYPE_RATE, PLAN_FIGURE_OF_EARNED, N_("Cost performance index (CPI)") },
  [PLAN_FIGURE_BAC] = { FIGURE ("bac", earned.bac), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_EARNED, N_("Budget at completion (BAC)") },
  [PLAN_FIGURE_EAC] = { FIGURE ("eac", earned.eac), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_EARNED, N_("Estimate at completion (EAC)") },
  [PLAN_FIGURE_ETC] = { FIGURE ("etc", earned.etc), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_EARNED, N_("Estimate to complete (ETC)") },
  [PLAN_FIGURE_VAC] = { FIGURE ("vac", earned.vac), PLAN_TYPE_MONEY, PLAN_FIGURE_OF_EARNED, N_("Variance at completion (VAC)") },
  [PLAN_FIGURE_TCPI] = { FIGURE ("tcpi", earned.tcpi), PLAN_TYPE_RATE, PLAN_FIGURE_OF_EARNED, N_("To-complete performance index (TCPI)") },
};

/**
 * plan_figure_get:
 *
 * Returns: (transfer none): the row of the table
 */
const PlanFigure *
plan_figure_get (PlanFigureId figure)
{
  g_return_val_if_fail (figure > PLAN_FIGURE_NONE && figure < PLAN_N_FIGURES, NULL);
  return &figures[figure];
}

/**
 * plan_figure_find:
 *
 * Returns: the figure of that name, or %PLAN_FIGURE_NONE
 */
PlanFigureId
plan_figure_find (const char *name)
{
  for (PlanFigureId figure = PLAN_FIGURE_NONE + 1; figure < PLAN_N_FIGURES; figure++)
    if (strcmp (figures[figure].name, name) == 0)
      return figure;
  return PLAN_FIGURE_NONE;
}

static gint64
get_value (const PlanFigures *self, PlanFigureId figure)
{
  gint64 value;

  memcpy (&value, (const guint8 *) self + figures[figure].offset, sizeof value);
  return value;
}

/* By how much working time an instant is later than it was to be. */
static PlanTicks
compare_instants (const PlanWorktime *worktime, PlanTicks was, PlanTicks is)
{
  if (was == PLAN_TICKS_NONE || is == PLAN_TICKS_NONE)
    return 0;
  return worktime != NULL ? plan_worktime_work (worktime, was, is) : is - was;
}

static void
compare_with_baseline (PlanFigures *self, PlanCosts *costs, guint task)
{
  const PlanScheduledTask *result = plan_schedule_get_task (costs->schedule, task);
  gboolean by_clock = !result->summary && plan_unit_is_elapsed (plan_model_get_task_at (costs->model, task)->duration_unit);
  const PlanWorktime *worktime = by_clock ? NULL : plan_schedule_get_task_worktime (costs->schedule, costs->model, task);

  self->start_variance = compare_instants (worktime, self->baseline.start, result->start);
  self->finish_variance = compare_instants (worktime, self->baseline.finish, result->finish);
  self->duration_variance = result->duration - self->baseline.duration;
  self->work_variance = self->totals.work - self->baseline.work;
  self->cost_variance = self->totals.cost - self->baseline.cost;
}

static void
take_totals (PlanFigures *self, const PlanTotals *totals)
{
  self->totals = *totals;
  self->remaining_work = totals->work - totals->actual_work;
  self->remaining_cost = totals->cost - totals->actual_cost;
  if (totals->work > 0)
    self->percent_work = plan_multiply_divide (totals->actual_work, PLAN_PERCENT_HUNDRED, totals->work);
}

static void
read_plan (PlanFigures *self, PlanCosts *costs, guint task, int number)
{
  const PlanBaseline *baseline = plan_costs_find_baseline (costs, plan_model_get_task_at (costs->model, task)->id, number);

  take_totals (self, plan_costs_get_task (costs, task));
  self->has_baseline = baseline != NULL;
  if (self->has_baseline)
    {
      self->baseline = *baseline;
      compare_with_baseline (self, costs, task);
    }
}

/**
 * plan_figures_read:
 * @task: index in the model
 * @baseline: 0 to 10, the one to compare with
 *
 * Computes all figures of the task.
 */
void
plan_figures_read (PlanFigures *self, PlanCosts *costs, guint task, int baseline)
{
  *self = (PlanFigures) { .baseline = { .start = PLAN_TICKS_NONE, .finish = PLAN_TICKS_NONE } };
  read_plan (self, costs, task, baseline);
  self->earned = *plan_earned_value_of_task (costs, task);
}

/**
 * plan_figure_compare:
 * @task: index in the model
 * @baseline: 0 to 10, the one to compare with
 *
 * Returns: the figure of the task; nothing when there is no such date or no such baseline
 */
PlanValue
plan_figure_compare (PlanFigureId figure, PlanCosts *costs, guint task, int baseline)
{
  const PlanFigure *row = &figures[figure];
  PlanFigures self = { .baseline = { .start = PLAN_TICKS_NONE, .finish = PLAN_TICKS_NONE } };
  gint64 value;

  if (row->kind == PLAN_FIGURE_OF_EARNED)
    self.earned = *plan_earned_value_of_task (costs, task);
  else
    read_plan (&self, costs, task, baseline);
  if (row->kind == PLAN_FIGURE_OF_BASELINE && !self.has_baseline)
    return PLAN_VALUE_OF_NULL;
  value = get_value (&self, figure);
  if (row->type == PLAN_TYPE_INSTANT && value == PLAN_TICKS_NONE)
    return PLAN_VALUE_OF_NULL;
  return PLAN_VALUE_OF_INTEGER (value);
}

/**
 * plan_figure_get_value:
 * @task: index in the model
 *
 * Returns: the figure of the task, compared with baseline 0; nothing when there is no such date or no baseline
 */
PlanValue
plan_figure_get_value (PlanFigureId figure, PlanCosts *costs, guint task)
{
  return plan_figure_compare (figure, costs, task, 0);
}

/**
 * plan_figure_get_total:
 * @figure: one of work or cost
 * @totals: of anything
 *
 * Returns: the figure
 */
gint64
plan_figure_get_total (PlanFigureId figure, const PlanTotals *totals)
{
  PlanFigures self = { .has_baseline = FALSE };

  g_return_val_if_fail (plan_figure_get (figure)->kind == PLAN_FIGURE_OF_PLAN, 0);
  take_totals (&self, totals);
  return get_value (&self, figure);
}

/**
 * plan_figure_get_earned:
 * @figure: one of earned value
 * @earned: of anything
 *
 * Returns: the figure
 */
gint64
plan_figure_get_earned (PlanFigureId figure, const PlanEarnedValue *earned)
{
  PlanFigures self = { .earned = *earned };

  g_return_val_if_fail (plan_figure_get (figure)->kind == PLAN_FIGURE_OF_EARNED, 0);
  return get_value (&self, figure);
}
