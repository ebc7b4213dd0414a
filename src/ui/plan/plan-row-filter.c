/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which rows of a plan are seen: a table of named conditions, each of which a task meets by what was typed or computed for it.
 */

#include "plan-row-filter.h"

#include <glib/gi18n-lib.h>

/* Name in actions, and what the menu says. */
static const struct
{
  const char *name;
  const char *label;
} filters[PLAN_N_ROW_FILTERS] = {
  [PLAN_ROWS_ALL] = { "all", NC_("filter", "All tasks") },
  [PLAN_ROWS_CRITICAL] = { "critical", NC_("filter", "Critical tasks") },
  [PLAN_ROWS_UNFINISHED] = { "unfinished", NC_("filter", "Unfinished tasks") },
  [PLAN_ROWS_LATE] = { "late", NC_("filter", "Later than the baseline") },
  [PLAN_ROWS_DEADLINES] = { "deadlines", NC_("filter", "With a deadline") },
  [PLAN_ROWS_MISSED] = { "missed", NC_("filter", "Deadline missed") },
  [PLAN_ROWS_MILESTONES] = { "milestones", NC_("filter", "Milestones") },
  [PLAN_ROWS_UNASSIGNED] = { "unassigned", NC_("filter", "Without resources") },
};

/* The finish of the first baseline of each task of the project, by index of the task; for one filter only. */
static PlanTicks *
list_baseline_finishes (const PlanModel *model)
{
  guint n_tasks = plan_model_get_n (model, PLAN_RECORD_TASK), n = plan_model_get_n (model, PLAN_RECORD_BASELINE);
  PlanTicks *finishes = g_new (PlanTicks, n_tasks + 1);

  for (guint i = 0; i < n_tasks; i++)
    finishes[i] = PLAN_TICKS_NONE;
  for (guint i = 0; i < n; i++)
    {
      const PlanBaseline *baseline = plan_model_get_at (model, PLAN_RECORD_BASELINE, i);
      guint task = baseline->owner_record == PLAN_RECORD_TASK && baseline->number == 0
                     ? plan_model_find (model, PLAN_RECORD_TASK, baseline->owner) : PLAN_INDEX_NONE;

      if (task != PLAN_INDEX_NONE)
        finishes[task] = baseline->finish;
    }
  return finishes;
}

/* Whether somebody is assigned, by index of the task; for one filter only. */
static guint8 *
list_assigned (const PlanModel *model)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT);
  guint8 *assigned = g_new0 (guint8, plan_model_get_n (model, PLAN_RECORD_TASK) + 1);

  for (guint i = 0; i < n; i++)
    {
      guint task = plan_model_find (model, PLAN_RECORD_TASK, plan_model_get_assignment_at (model, i)->task);

      if (task != PLAN_INDEX_NONE)
        assigned[task] = TRUE;
    }
  return assigned;
}

/* What a filter looks at besides the task itself. */
typedef struct
{
  PlanRowFilter filter;
  PlanTicks *baseline_finishes;
  guint8 *assigned;
} Filter;

static gboolean
matches (const Filter *self, guint index, const PlanTask *task, const PlanScheduledTask *dates)
{
  gboolean is_leaf = !dates->summary && !task->blank;

  switch (self->filter)
    {
    case PLAN_ROWS_CRITICAL:
      return is_leaf && dates->critical && dates->percent_complete < PLAN_PERCENT_HUNDRED;
    case PLAN_ROWS_UNFINISHED:
      return is_leaf && dates->percent_complete < PLAN_PERCENT_HUNDRED;
    case PLAN_ROWS_LATE:
      return is_leaf && self->baseline_finishes[index] != PLAN_TICKS_NONE && dates->finish > self->baseline_finishes[index];
    case PLAN_ROWS_DEADLINES:
      return task->deadline != PLAN_TICKS_NONE;
    case PLAN_ROWS_MISSED:
      return dates->deadline_missed;
    case PLAN_ROWS_MILESTONES:
      return is_leaf && (task->milestone || task->gate);
    case PLAN_ROWS_UNASSIGNED:
      return is_leaf && dates->duration > 0 && !self->assigned[index];
    default:
      return TRUE;
    }
}

/**
 * plan_row_filter_apply:
 * @state: for each row of the outline, #PlanGanttRowState flags
 *
 * Hides what does not match, but not the summaries above what does.
 */
void
plan_row_filter_apply (PlanRowFilter filter, const PlanModel *model, const PlanSchedule *schedule, const PlanOutline *outline,
                       guint8 *state)
{
  g_autofree PlanTicks *finishes = filter == PLAN_ROWS_LATE ? list_baseline_finishes (model) : NULL;
  g_autofree guint8 *assigned = filter == PLAN_ROWS_UNASSIGNED ? list_assigned (model) : NULL;
  Filter what = { filter, finishes, assigned };

  for (guint row = 0; row < outline->n_rows; row++)
    {
      guint index = outline->rows[row].task;

      if (!matches (&what, index, plan_model_get_task_at (model, index), plan_schedule_get_task (schedule, index)))
        state[row] |= PLAN_GANTT_ROW_HIDDEN;
    }
  for (guint row = outline->n_rows; row > 0; row--)
    {
      guint parent = outline->rows[row - 1].parent;

      if (!(state[row - 1] & PLAN_GANTT_ROW_HIDDEN) && parent != PLAN_INDEX_NONE)
        state[parent] &= (guint8) ~PLAN_GANTT_ROW_HIDDEN;
    }
}

/**
 * plan_row_filter_count:
 * @wanted: what to count; @counts: (out): how many tasks match each, the summaries above them not counted
 *
 * Counts in one pass over the rows.
 */
void
plan_row_filter_count (const PlanRowFilter *wanted, guint n_filters, const PlanModel *model, const PlanSchedule *schedule,
                       const PlanOutline *outline, guint *counts)
{
  g_autofree PlanTicks *finishes = NULL;
  g_autofree guint8 *assigned = NULL;

  for (guint i = 0; i < n_filters; i++)
    {
      counts[i] = 0;
      if (wanted[i] == PLAN_ROWS_LATE && finishes == NULL)
        finishes = list_baseline_finishes (model);
      if (wanted[i] == PLAN_ROWS_UNASSIGNED && assigned == NULL)
        assigned = list_assigned (model);
    }
  for (guint row = 0; row < outline->n_rows; row++)
    {
      guint index = outline->rows[row].task;
      const PlanTask *task = plan_model_get_task_at (model, index);
      const PlanScheduledTask *dates = plan_schedule_get_task (schedule, index);

      for (guint i = 0; i < n_filters; i++)
        {
          const Filter what = { wanted[i], finishes, assigned };

          counts[i] += matches (&what, index, task, dates);
        }
    }
}

/**
 * plan_row_filter_get_name:
 *
 * Returns: (transfer none): the name of a filter in actions
 */
const char *
plan_row_filter_get_name (PlanRowFilter filter)
{
  return filters[filter].name;
}

/**
 * plan_row_filter_get_label:
 *
 * Returns: (transfer none): what people read, translated
 */
const char *
plan_row_filter_get_label (PlanRowFilter filter)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "filter", filters[filter].label);
}
