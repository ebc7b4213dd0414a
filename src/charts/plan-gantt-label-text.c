/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the labels of bars say.
 */

#include "plan-gantt-private.h"

#include <glib/gi18n-lib.h>

/* Names of the task's people, in the order in which they were assigned; FALSE if it has none. */
static gboolean
append_resources (GString *text, const PlanGanttInput *input, guint task)
{
  guint n;
  const guint *assignments = plan_task_index_get_assignments (input->index, task, &n);
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (input->model, assignments[i]);
      const PlanResource *resource = plan_model_get_resource (input->model, assignment->resource);

      if (resource == NULL || resource->name == NULL || resource->name[0] == '\0')
        continue;
      if (any)
        /* Translators: stands between names in a list; in Chinese "、" */
        g_string_append (text, C_("between names", ", "));
      g_string_append (text, resource->name);
      any = TRUE;
    }
  return any;
}

static gboolean
append_date (GString *text, PlanTicks at)
{
  g_autofree char *date = plan_date_format (at, PLAN_DATE_MARK);

  g_string_append (text, date);
  return TRUE;
}

static gboolean
append_dates (GString *text, const PlanScheduledTask *dates)
{
  g_autofree char *range = plan_date_range_format (plan_ticks_get_day (dates->start), plan_ticks_get_day (MAX (dates->finish - 1, dates->start)));

  g_string_append (text, range);
  return TRUE;
}

static gboolean
append_duration (GString *text, const PlanGanttInput *input, const PlanTask *task, const PlanScheduledTask *dates)
{
  const PlanProject *project = plan_model_get_project (input->model, task->project);
  PlanDuration duration = { dates->duration, dates->summary ? project->duration_unit : task->duration_unit, FALSE };
  PlanConversion conversion;
  g_autofree char *words = NULL;

  plan_project_get_conversion (project, &conversion);
  words = plan_duration_format (&duration, &conversion);
  g_string_append (text, words);
  return TRUE;
}

static gboolean
append_complete (GString *text, const PlanScheduledTask *dates)
{
  PlanPercent done = dates->percent_complete;
  g_autofree char *words = NULL;

  /* What is summed up is rounded to a whole percent, but nothing is done before all is. */
  if (done < PLAN_PERCENT_HUNDRED)
    done = MIN ((done + PLAN_PERCENT_ONE / 2) / PLAN_PERCENT_ONE, 99) * PLAN_PERCENT_ONE;
  words = plan_percent_format (done);
  g_string_append (text, words);
  return TRUE;
}

/* At the right what people look for first; elsewhere nothing unless they ask for it. */
static PlanGanttLabel
resolve (PlanGanttLabel label, const PlanGanttBar *bar, PlanGanttLabelPlace place)
{
  if (label != PLAN_LABEL_USUAL)
    return label;
  if (place != PLAN_LABEL_AT_RIGHT || bar->kind == PLAN_BAR_SUMMARY)
    return PLAN_LABEL_NONE;
  return bar->kind == PLAN_BAR_TASK ? PLAN_LABEL_RESOURCES : PLAN_LABEL_FINISH;
}

/**
 * plan_gantt_describe_bar:
 *
 * Appends what the label of the bar at that place says.
 *
 * Returns: whether it says anything
 */
gboolean
plan_gantt_describe_bar (GString *text, const PlanGanttInput *input, const PlanGanttBar *bar, PlanGanttLabelPlace place)
{
  const PlanTask *task = plan_model_get_task_at (input->model, bar->task);
  const PlanScheduledTask *dates = plan_schedule_get_task (input->schedule, bar->task);

  switch (resolve (input->labels[place], bar, place))
    {
    case PLAN_LABEL_NAME:
      g_string_append (text, task->name != NULL ? task->name : "");
      return text->len > 0;
    case PLAN_LABEL_RESOURCES:
      return append_resources (text, input, bar->task);
    case PLAN_LABEL_START:
      return append_date (text, dates->start);
    case PLAN_LABEL_FINISH:
      return append_date (text, dates->finish);
    case PLAN_LABEL_DATES:
      return append_dates (text, dates);
    case PLAN_LABEL_DURATION:
      return append_duration (text, input, task, dates);
    case PLAN_LABEL_COMPLETE:
      return append_complete (text, dates);
    default:
      return FALSE;
    }
}
