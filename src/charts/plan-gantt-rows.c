/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the chart: an outline without what is collapsed, and the stretch of time that they cover.
 */

#include "plan-gantt-private.h"

/**
 * plan_gantt_rows_new:
 * @state: (nullable): for each row of the outline, #PlanGanttRowState flags
 *
 * Returns: (transfer full): the rows that are seen
 */
PlanGanttRows *
plan_gantt_rows_new (const PlanOutline *outline, const guint8 *state)
{
  return plan_gantt_rows_new_ordered (outline, state, NULL);
}

/**
 * plan_gantt_rows_new_ordered:
 * @state: (nullable): for each row of the outline, #PlanGanttRowState flags
 * @order: (nullable): the rows of the outline in another order, in which each summary stands right before what lies below it
 *
 * Returns: (transfer full): the rows that are seen, in that order
 */
PlanGanttRows *
plan_gantt_rows_new_ordered (const PlanOutline *outline, const guint8 *state, const guint *order)
{
  PlanGanttRows *self = g_new0 (PlanGanttRows, 1);
  guint at = 0;

  self->n_tasks = outline->n_tasks;
  self->task = g_new (guint, MAX (outline->n_rows, 1));
  self->number = g_new (guint, MAX (outline->n_rows, 1));
  self->row_of_task = g_new (guint, MAX (outline->n_tasks, 1));
  self->spans = plan_gantt_spans_new ();
  for (guint i = 0; i < outline->n_tasks; i++)
    self->row_of_task[i] = PLAN_INDEX_NONE;
  while (at < outline->n_rows)
    {
      guint row = order != NULL ? order[at] : at;
      const PlanOutlineRow *item = &outline->rows[row];

      if (state == NULL || !(state[row] & PLAN_GANTT_ROW_HIDDEN))
        {
          self->row_of_task[item->task] = self->n_rows;
          self->task[self->n_rows] = item->task;
          self->number[self->n_rows++] = row + 1;
        }
      at += state != NULL && (state[row] & PLAN_GANTT_ROW_COLLAPSED) ? item->end - row : 1;
    }
  return self;
}

/**
 * plan_gantt_rows_free:
 *
 * Frees the rows and what layouts remembered of them.
 */
void
plan_gantt_rows_free (PlanGanttRows *self)
{
  if (self == NULL)
    return;
  plan_gantt_spans_free (self->spans);
  g_free (self->task);
  g_free (self->number);
  g_free (self->row_of_task);
  g_free (self);
}

/**
 * plan_gantt_get_extent:
 * @start: (out): the earliest start of all rows; @finish: (out): the latest finish
 *
 * Returns: whether any row has dates
 */
gboolean
plan_gantt_get_extent (const PlanModel *model, const PlanSchedule *schedule, const PlanGanttRows *rows,
                       PlanTicks *start, PlanTicks *finish)
{
  gboolean found = FALSE;

  for (guint row = 0; row < rows->n_rows; row++)
    {
      const PlanScheduledTask *task;

      if (rows->task[row] == PLAN_INDEX_NONE)
        continue;
      task = plan_schedule_get_task (schedule, rows->task[row]);
      if (!plan_ticks_is_valid (task->start) || !plan_ticks_is_valid (task->finish))
        continue;
      *start = found ? MIN (*start, task->start) : task->start;
      *finish = found ? MAX (*finish, task->finish) : task->finish;
      found = TRUE;
    }
  return found;
}
