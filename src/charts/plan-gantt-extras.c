/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks that are shown when somebody asks for them: where constraints hold tasks, by how much tasks slip against the
 * baseline, and the progress line, which goes to the left of the status date where work is behind and to the right where it
 * is ahead (Microsoft Project's).
 */

#include "plan-gantt-private.h"

#include <math.h>

#define MARGIN 40.0 /* beyond the window, so that nothing is cut off */
#define ABOVE_BAR 2.0

static gboolean
is_seen (const PlanGanttLayout *self, double x, double end)
{
  return MAX (x, end) + MARGIN >= self->x0 && MIN (x, end) - MARGIN <= self->x1;
}

/**
 * plan_gantt_add_constraint:
 *
 * Adds the mark of the constraint of a task that has one with a date.
 */
void
plan_gantt_add_constraint (PlanGanttLayout *self, const PlanGanttInput *input, const PlanGanttBar *bar)
{
  const PlanTask *task = plan_model_get_task_at (input->model, bar->task);
  PlanGanttConstraint mark = { .row = bar->row, .y = bar->y - ABOVE_BAR, .height = bar->height + 2 * ABOVE_BAR };

  if (task->constraint == PLAN_CONSTRAINT_ASAP || task->constraint == PLAN_CONSTRAINT_ALAP || !plan_ticks_is_valid (task->constraint_date))
    return;
  mark.not_before = task->constraint != PLAN_CONSTRAINT_SNLT && task->constraint != PLAN_CONSTRAINT_FNLT;
  mark.not_after = task->constraint != PLAN_CONSTRAINT_SNET && task->constraint != PLAN_CONSTRAINT_FNET;
  mark.x = plan_timescale_x (&self->scale, task->constraint_date);
  if (is_seen (self, mark.x, mark.x))
    g_array_append_val (self->constraints, mark);
}

/**
 * plan_gantt_add_slip:
 * @finish: when the task was to finish
 *
 * Adds a line when the bar ends later.
 */
void
plan_gantt_add_slip (PlanGanttLayout *self, const PlanGanttBar *bar, PlanTicks finish)
{
  const PlanChartMetrics *m = &self->metrics;
  PlanGanttSlip mark = { .row = bar->row, .y = bar->row * m->row_height + m->baseline_y + m->baseline_height / 2 };

  mark.x = plan_timescale_x (&self->scale, finish);
  mark.end = bar->kind == PLAN_BAR_TASK ? bar->x + bar->width : bar->x + bar->width / 2;
  if (mark.end - mark.x >= 1 && is_seen (self, mark.x, mark.end))
    g_array_append_val (self->slips, mark);
}

/* Up to where a task should be done and is not, or is done and need not be: there the line goes, else to the status date. */
static double
find_progress (const PlanGanttLayout *self, const PlanScheduledTask *dates, const PlanGanttBar *bar)
{
  double reached = bar->kind == PLAN_BAR_TASK ? bar->x + bar->done : bar->x + bar->width / 2;

  if (dates->summary || (bar->complete && dates->finish <= self->status) || (dates->percent_complete == 0 && dates->start >= self->status))
    return self->status_x;
  return reached;
}

/**
 * plan_gantt_add_progress:
 *
 * Takes the progress line on over the row of a bar; without a status date there is none.
 */
void
plan_gantt_add_progress (PlanGanttLayout *self, const PlanGanttInput *input, const PlanGanttBar *bar)
{
  const PlanScheduledTask *dates = plan_schedule_get_task (input->schedule, bar->task);
  double top = bar->row * self->metrics.row_height;
  PlanGanttPoint points[3];

  if (isnan (self->status_x))
    return;
  points[0] = (PlanGanttPoint) { self->status_x, top };
  points[1] = (PlanGanttPoint) { find_progress (self, dates, bar), plan_gantt_row_middle (self, bar->row) };
  points[2] = (PlanGanttPoint) { self->status_x, top + self->metrics.row_height };
  g_array_append_vals (self->progress, points, G_N_ELEMENTS (points));
}
