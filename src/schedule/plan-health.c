/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The health of projects: what a project office asks of each plan first, by rules that can be said in one sentence. The
 * finish is compared with that of baseline 0: later by anything that is shown is at risk, later by more than a tenth of the
 * baseline's duration or by ten working days is off track, and so is a deadline that an unfinished task misses. Work that
 * should have begun by the status date is at risk. The worst that holds counts; one pass over tasks and baselines finds it
 * for all projects.
 */

#include "plan-health.h"

#define OFF_TRACK_DAYS  10
#define OFF_TRACK_SHARE 10 /* one part in so many of the baseline's duration */

/* What is counted of one project. */
typedef struct
{
  const PlanProject *project;
  guint n_tasks;
  guint n_complete;
  guint n_begun;
  guint n_missed;
  guint n_unstarted;
  PlanTicks baseline_start;
  PlanTicks baseline_finish;
} Tally;

static gboolean
counts (const PlanTask *task)
{
  return task->active && !task->blank && !task->external;
}

static void
count_task (Tally *tally, const PlanTask *task, const PlanScheduledTask *dates)
{
  gboolean complete = dates->percent_complete >= PLAN_PERCENT_HUNDRED;
  gboolean begun = dates->percent_complete > 0 || task->actual_start != PLAN_TICKS_NONE;
  PlanTicks status = tally->project->status_date;

  if (!complete && dates->deadline_missed)
    tally->n_missed++;
  if (dates->summary)
    return;
  tally->n_tasks++;
  tally->n_complete += complete;
  tally->n_begun += begun;
  if (!begun && !complete && status != PLAN_TICKS_NONE && dates->start != PLAN_TICKS_NONE && dates->start < status)
    tally->n_unstarted++;
}

static void
count_baseline (Tally *tally, const PlanBaseline *baseline)
{
  if (baseline->start != PLAN_TICKS_NONE &&
      (tally->baseline_start == PLAN_TICKS_NONE || baseline->start < tally->baseline_start))
    tally->baseline_start = baseline->start;
  if (baseline->finish != PLAN_TICKS_NONE)
    tally->baseline_finish = MAX (tally->baseline_finish, baseline->finish);
}

/* @only: the one project that is wanted, or %PLAN_ID_NONE for all. Tasks of a project mostly lie side by side. */
static Tally *
count_all (const PlanModel *model, const PlanSchedule *schedule, PlanId only)
{
  guint n_projects = plan_model_get_n (model, PLAN_RECORD_PROJECT);
  guint n_tasks = plan_model_get_n (model, PLAN_RECORD_TASK), n_baselines = plan_model_get_n (model, PLAN_RECORD_BASELINE);
  Tally *tallies = g_new0 (Tally, n_projects + 1), *tally = NULL;

  for (guint i = 0; i < n_projects; i++)
    tallies[i] = (Tally){ .project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i),
                          .baseline_start = PLAN_TICKS_NONE, .baseline_finish = PLAN_TICKS_NONE };
  for (guint i = 0; i < n_tasks; i++)
    {
      const PlanTask *task = plan_model_get_task_at (model, i);

      if (!counts (task) || (only != PLAN_ID_NONE && task->project != only))
        continue;
      if (tally == NULL || tally->project->id != task->project)
        tally = &tallies[plan_model_find (model, PLAN_RECORD_PROJECT, task->project)];
      count_task (tally, task, plan_schedule_get_task (schedule, i));
    }
  for (guint i = 0; i < n_baselines; i++)
    {
      const PlanBaseline *baseline = plan_model_get_at (model, PLAN_RECORD_BASELINE, i);
      const PlanTask *task = baseline->number == 0 && baseline->owner_record == PLAN_RECORD_TASK
                               ? plan_model_get_task (model, baseline->owner) : NULL;

      if (task == NULL || !counts (task) || (only != PLAN_ID_NONE && task->project != only))
        continue;
      if (tally == NULL || tally->project->id != task->project)
        tally = &tallies[plan_model_find (model, PLAN_RECORD_PROJECT, task->project)];
      count_baseline (tally, baseline);
    }
  return tallies;
}

static const PlanWorktime *
get_worktime (const PlanSchedule *schedule, const PlanProject *project)
{
  const PlanWorktime *worktime = plan_schedule_get_worktime (schedule, project->calendar);

  return worktime != NULL ? worktime : plan_schedule_get_worktime (schedule, PLAN_ID_NONE);
}

static PlanTicks
get_variance (const Tally *tally, const PlanSchedule *schedule, const PlanWorktime *worktime)
{
  const PlanScheduledProject *result = plan_schedule_get_project (schedule, tally->project->id);

  if (tally->baseline_finish == PLAN_TICKS_NONE || result == NULL || result->n_tasks == 0 || worktime == NULL)
    return PLAN_TICKS_NONE;
  return plan_worktime_work (worktime, tally->baseline_finish, result->finish);
}

/* Whether so late a finish is off track. */
static gboolean
is_far (const Tally *tally, const PlanWorktime *worktime, PlanTicks variance)
{
  PlanTicks duration = tally->baseline_start != PLAN_TICKS_NONE
                         ? plan_worktime_work (worktime, tally->baseline_start, tally->baseline_finish) : 0;

  return variance >= OFF_TRACK_DAYS * tally->project->minutes_per_day ||
         (duration > 0 && variance > duration / OFF_TRACK_SHARE);
}

static PlanHealth
judge (const Tally *tally, const PlanSchedule *schedule, PlanHealthReason *reason)
{
  const PlanWorktime *worktime = get_worktime (schedule, tally->project);
  PlanTicks variance = get_variance (tally, schedule, worktime);
  /* Less than what rounds to a tenth of a day is shown as none. */
  gboolean behind = variance != PLAN_TICKS_NONE && variance * 20 >= tally->project->minutes_per_day;
  gboolean far = behind && is_far (tally, worktime, variance);
  const struct
  {
    gboolean holds;
    PlanHealth health;
    PlanHealthCause cause;
    guint count;
  } rules[] = {
    { tally->project->archived, PLAN_HEALTH_CLOSED, PLAN_HEALTH_ARCHIVED, 0 },
    { tally->n_tasks == 0, PLAN_HEALTH_NOT_STARTED, PLAN_HEALTH_EMPTY, 0 },
    { tally->n_complete == tally->n_tasks, PLAN_HEALTH_CLOSED, PLAN_HEALTH_COMPLETE, 0 },
    { tally->n_missed > 0, PLAN_HEALTH_OFF_TRACK, PLAN_HEALTH_DEADLINES, tally->n_missed },
    { far, PLAN_HEALTH_OFF_TRACK, PLAN_HEALTH_FAR_BEHIND, 0 },
    { behind, PLAN_HEALTH_AT_RISK, PLAN_HEALTH_BEHIND, 0 },
    { tally->n_unstarted > 0, PLAN_HEALTH_AT_RISK, PLAN_HEALTH_UNSTARTED, tally->n_unstarted },
    { tally->n_begun == 0, PLAN_HEALTH_NOT_STARTED, PLAN_HEALTH_NO_PROGRESS, 0 },
    { variance != PLAN_TICKS_NONE, PLAN_HEALTH_ON_TRACK, PLAN_HEALTH_WITHIN_BASELINE, 0 },
    { TRUE, PLAN_HEALTH_ON_TRACK, PLAN_HEALTH_WITHOUT_BASELINE, 0 },
  };
  guint rule = 0;

  while (!rules[rule].holds)
    rule++;
  *reason = (PlanHealthReason){ rules[rule].cause, rules[rule].count, variance };
  return rules[rule].health;
}

/**
 * plan_health_of_project:
 * @schedule: of the model as it is
 * @reason: (out): why
 *
 * Returns: the health of a project that exists
 */
PlanHealth
plan_health_of_project (const PlanModel *model, const PlanSchedule *schedule, PlanId project, PlanHealthReason *reason)
{
  guint index = plan_model_find (model, PLAN_RECORD_PROJECT, project);
  g_autofree Tally *tallies = NULL;

  *reason = (PlanHealthReason){ PLAN_HEALTH_EMPTY, 0, PLAN_TICKS_NONE };
  g_return_val_if_fail (index != PLAN_INDEX_NONE, PLAN_HEALTH_NOT_STARTED);

  tallies = count_all (model, schedule, project);
  return judge (&tallies[index], schedule, reason);
}

/**
 * plan_health_of_office:
 * @schedule: of the model as it is
 *
 * Returns: (transfer full) (element-type PlanProjectHealth): the health of every project, in the order of the model
 */
GArray *
plan_health_of_office (const PlanModel *model, const PlanSchedule *schedule)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_PROJECT);
  GArray *healths = g_array_sized_new (FALSE, FALSE, sizeof (PlanProjectHealth), n);
  g_autofree Tally *tallies = count_all (model, schedule, PLAN_ID_NONE);

  for (guint i = 0; i < n; i++)
    {
      PlanProjectHealth health = { .project = tallies[i].project->id };

      health.health = judge (&tallies[i], schedule, &health.reason);
      g_array_append_val (healths, health);
    }
  return healths;
}
