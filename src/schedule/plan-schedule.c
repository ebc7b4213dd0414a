/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule of all projects of a model: compiled calendars, network, passes, results. What an edit does not touch is
 * kept: the calendars, and the order of the network as long as no task or link comes, goes or changes its place.
 * Everything that can fail is done before the first result is written.
 */

#include "plan-schedule.h"

#include "plan-calendars.h"
#include "plan-network.h"
#include "plan-rollup.h"
#include "plan-schedule-private.h"

/**
 * plan_schedule_new:
 *
 * Returns: (transfer full): a schedule of nothing
 */
PlanSchedule *
plan_schedule_new (void)
{
  PlanSchedule *self = g_new0 (PlanSchedule, 1);

  self->values.extras = g_array_new (FALSE, TRUE, sizeof (PlanExtra));
  self->values.parts = g_array_new (FALSE, TRUE, sizeof (PlanPart));
  self->values.limits = g_array_new (FALSE, TRUE, sizeof (PlanLimits));
  self->values.projects = g_array_new (FALSE, TRUE, sizeof (PlanProjectState));
  self->values.sums = g_array_new (FALSE, TRUE, sizeof (PlanProgressSum));
  self->values.project_sums = g_array_new (FALSE, TRUE, sizeof (PlanProgressSum));
  self->projects = g_array_new (FALSE, TRUE, sizeof (PlanScheduledProject));
  return self;
}

/**
 * plan_schedule_free:
 *
 * Frees the schedule.
 */
void
plan_schedule_free (PlanSchedule *self)
{
  g_clear_pointer (&self->calendars, plan_calendars_free);
  g_clear_pointer (&self->network, plan_network_free);
  g_array_unref (self->values.extras);
  g_array_unref (self->values.parts);
  g_array_unref (self->values.limits);
  g_array_unref (self->values.projects);
  g_array_unref (self->values.sums);
  g_array_unref (self->values.project_sums);
  g_free (self->values.tasks);
  g_free (self->values.summary_calendars);
  g_array_unref (self->projects);
  g_free (self);
}

static void
take_network (PlanSchedule *self, PlanNetwork *network)
{
  g_clear_pointer (&self->network, plan_network_free);
  self->network = network;
  self->n_tasks = network->n_tasks;
  self->values.tasks = g_renew (PlanScheduledTask, self->values.tasks, network->n_tasks);
  self->values.summary_calendars = g_renew (guint32, self->values.summary_calendars, network->n_summaries);
  self->stale = FALSE;
}

/*
 * plan_schedule_get_cpm:
 * @cpm: (out): what the passes work on, all of it borrowed but @worktimes, which the caller frees with g_free()
 *
 * Returns: %FALSE when nothing has been scheduled
 */
gboolean
plan_schedule_get_cpm (const PlanSchedule *self, const PlanModel *model, PlanCpm *cpm)
{
  if (self->network == NULL || self->stale)
    return FALSE;
  *cpm = (PlanCpm) {
    .model = model,
    .network = self->network,
    .worktimes = plan_calendars_list (self->calendars),
    .dates = self->network->dates,
    .extras = (PlanExtra *) (gpointer) self->values.extras->data,
    .parts = (const PlanPart *) (gpointer) self->values.parts->data,
    .projects = (PlanProjectState *) (gpointer) self->values.projects->data,
    .n_projects = self->values.projects->len,
  };
  for (guint i = 0; i < cpm->n_projects; i++)
    {
      cpm->has_idle |= cpm->projects[i].idle;
      cpm->has_alap |= cpm->projects[i].alap && !cpm->projects[i].idle;
      cpm->has_mirror |= cpm->projects[i].mirror && !cpm->projects[i].idle;
    }
  return TRUE;
}

/*
 * plan_schedule_get_calendars:
 *
 * Returns: (transfer none) (nullable): the compiled calendars, of which nothing is to be asked that was not asked before
 */
PlanCalendars *
plan_schedule_get_calendars (const PlanSchedule *self)
{
  return self->calendars;
}

static void
run (PlanSchedule *self, const PlanModel *model)
{
  g_autofree const PlanWorktime **worktimes = NULL;
  PlanCpm cpm;

  plan_values_read (&self->values, model, self->calendars, self->network);
  plan_schedule_get_cpm (self, model, &cpm);
  worktimes = cpm.worktimes;
  plan_cpm_run (&cpm);
  g_array_set_size (self->projects, cpm.n_projects);
  plan_rollup_run (&cpm, &self->values, (PlanScheduledProject *) (gpointer) self->projects->data);
}

/* What an edit leaves as it was. */
typedef enum {
  KEEP_NETWORK = 1 << 0,
  KEEP_CALENDARS = 1 << 1,
  KEEP_USES = 1 << 2, /* of calendars by tasks and projects */
} Keep;

/* Schedules anew, with what is left of the last time when @keep says that it still holds. */
static gboolean
schedule (PlanSchedule *self, const PlanModel *model, Keep keep, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanCalendars) calendars = keep & KEEP_CALENDARS ? NULL : plan_calendars_new (model);
  g_autoptr (PlanNetwork) network = NULL;

  if (!plan_progress_step (progress, 0, 4, error))
    return FALSE;
  if (!(keep & KEEP_NETWORK) && (network = plan_network_new (model, error)) == NULL)
    return FALSE;
  if (!plan_progress_step (progress, 1, 4, error))
    return FALSE;
  if (!((keep & KEEP_CALENDARS) && (keep & KEEP_USES)) &&
      !plan_values_check_calendars (model, calendars != NULL ? calendars : self->calendars,
                                    network != NULL ? network : self->network, network != NULL, error))
    return FALSE;
  if (!plan_progress_step (progress, 2, 4, error))
    return FALSE;
  if (calendars != NULL)
    {
      g_clear_pointer (&self->calendars, plan_calendars_free);
      self->calendars = g_steal_pointer (&calendars);
    }
  self->counts.n_rebuilt += network != NULL;
  self->counts.n_full += network == NULL;
  if (network != NULL)
    take_network (self, g_steal_pointer (&network));
  run (self, model);
  plan_progress_step (progress, 4, 4, NULL);
  return TRUE;
}

/**
 * plan_schedule_compute:
 * @progress: (nullable): where to say how far it is and to look whether to stop
 *
 * Schedules all projects of @model. What @self held before is replaced; it is unchanged after an error.
 *
 * Returns: %FALSE with %PLAN_ERROR_CYCLE naming the tasks, %PLAN_ERROR_RANGE naming a calendar without working time, or
 *   %PLAN_ERROR_CANCELLED
 */
gboolean
plan_schedule_compute (PlanSchedule *self, const PlanModel *model, PlanProgress *progress, GError **error)
{
  return schedule (self, model, 0, progress, error);
}

/* What has to be made anew when the value of a field changes. */
static Keep
get_lost_by_value (PlanFieldId field)
{
  switch (field)
    {
    case PLAN_FIELD_TASK_PARENT:
    case PLAN_FIELD_TASK_ACTIVE:
    case PLAN_FIELD_TASK_BLANK:
    case PLAN_FIELD_TASK_MANUAL:
    case PLAN_FIELD_TASK_MANUAL_START:
    case PLAN_FIELD_TASK_MANUAL_FINISH:
    case PLAN_FIELD_PROJECT_SCHEDULE_FROM:
    case PLAN_FIELD_LINK_LAG:
    case PLAN_FIELD_LINK_LAG_UNIT:
    case PLAN_FIELD_LINK_TYPE:
    case PLAN_FIELD_LINK_PREDECESSOR:
    case PLAN_FIELD_LINK_SUCCESSOR:
    case PLAN_FIELD_ASSIGNMENT_TASK:
      return KEEP_NETWORK | KEEP_USES;
    case PLAN_FIELD_TASK_CALENDAR:
    case PLAN_FIELD_TASK_DURATION:
    case PLAN_FIELD_TASK_DURATION_UNIT:
    case PLAN_FIELD_TASK_EXTERNAL:
    case PLAN_FIELD_TASK_IGNORE_RESOURCE_CALENDAR:
    case PLAN_FIELD_TASK_TYPE:
    case PLAN_FIELD_PROJECT_CALENDAR:
    case PLAN_FIELD_RESOURCE_CALENDAR:
    case PLAN_FIELD_RESOURCE_TYPE:
    case PLAN_FIELD_ASSIGNMENT_RESOURCE:
    case PLAN_FIELD_ASSIGNMENT_UNITS:
    case PLAN_FIELD_ASSIGNMENT_WORK:
      return KEEP_USES;
    default:
      return 0;
    }
}

/* Records that come or go. */
static Keep
get_lost_by_record (PlanRecord record)
{
  switch (record)
    {
    case PLAN_RECORD_TASK:
    case PLAN_RECORD_LINK:
    case PLAN_RECORD_PROJECT:
    case PLAN_RECORD_ASSIGNMENT:
    case PLAN_RECORD_RESOURCE:
      return KEEP_NETWORK | KEEP_USES;
    default:
      return 0;
    }
}

static Keep
get_kept (const PlanChangeSet *changes)
{
  Keep keep = KEEP_NETWORK | KEEP_CALENDARS | KEEP_USES;

  for (guint i = 0; i < plan_change_set_get_n (changes); i++)
    {
      PlanChange change;

      plan_change_set_get (changes, i, &change);
      if (change.record == PLAN_RECORD_CALENDAR || change.record == PLAN_RECORD_WEEK || change.record == PLAN_RECORD_EXCEPTION)
        keep &= ~(Keep) KEEP_CALENDARS;
      else if (change.op == PLAN_CHANGE_UPDATE)
        keep &= ~get_lost_by_value (change.field);
      else
        keep &= ~get_lost_by_record (change.record);
    }
  return keep;
}

/**
 * plan_schedule_update:
 * @model: the model after the changes
 * @changes: everything that changed since @self was last computed or updated
 *
 * Brings the schedule up to date; the result is the same as that of plan_schedule_compute(). Does nothing when no dates
 * follow from the changes, and no more than follows from them when they are values of a few tasks.
 *
 * Returns: %FALSE with the errors of plan_schedule_compute(); the results are unchanged then, but nobody can be asked for
 *   what drives them before the next update. Records keep their places in the model only when none was removed meanwhile, so
 *   after taking back changes with removals compute anew
 */
gboolean
plan_schedule_update (PlanSchedule *self, const PlanModel *model, const PlanChangeSet *changes, GError **error)
{
  GError *refused = NULL;

  if (self->network == NULL)
    return plan_schedule_compute (self, model, NULL, error);
  if (!self->stale && (!plan_change_set_needs_schedule (changes) || plan_schedule_update_parts (self, model, changes, &refused)))
    return TRUE;
  if (refused != NULL)
    {
      g_propagate_error (error, refused);
      return FALSE;
    }
  return schedule (self, model, self->stale ? get_kept (changes) & KEEP_CALENDARS : get_kept (changes), NULL, error);
}

/**
 * plan_schedule_get_n:
 *
 * Returns: number of tasks in the model when it was scheduled
 */
guint
plan_schedule_get_n (const PlanSchedule *self)
{
  return self->n_tasks;
}

/**
 * plan_schedule_get_task:
 * @index: of the task in the model
 *
 * Returns: (transfer none): what was computed for it, valid until the next update
 */
const PlanScheduledTask *
plan_schedule_get_task (const PlanSchedule *self, guint index)
{
  g_return_val_if_fail (index < self->n_tasks, NULL);
  return &self->values.tasks[index];
}

/**
 * plan_schedule_get_project:
 *
 * Returns: (transfer none) (nullable): what was computed for the project, valid until the next update
 */
const PlanScheduledProject *
plan_schedule_get_project (const PlanSchedule *self, PlanId id)
{
  for (guint i = 0; i < self->projects->len; i++)
    if (g_array_index (self->projects, PlanScheduledProject, i).id == id)
      return &g_array_index (self->projects, PlanScheduledProject, i);
  return NULL;
}

/**
 * plan_schedule_get_worktime:
 * @calendar: a calendar, or %PLAN_ID_NONE for round-the-clock
 *
 * Returns: (transfer none) (nullable): the compiled calendar, or %NULL when no project and no task uses it
 */
const PlanWorktime *
plan_schedule_get_worktime (const PlanSchedule *self, PlanId calendar)
{
  return self->calendars != NULL ? plan_calendars_lookup (self->calendars, calendar) : NULL;
}

/**
 * plan_schedule_get_task_worktime:
 * @index: of the task in @model
 *
 * Returns: (transfer none) (nullable): the calendar that schedules the task: its own, else that of its project
 */
const PlanWorktime *
plan_schedule_get_task_worktime (const PlanSchedule *self, const PlanModel *model, guint index)
{
  const PlanTask *task = plan_model_get_task_at (model, index);
  const PlanProject *project = plan_model_get_project (model, task->project);
  const PlanWorktime *worktime = NULL;

  if (task->calendar != PLAN_ID_NONE)
    worktime = plan_schedule_get_worktime (self, task->calendar);
  if (worktime == NULL && project != NULL)
    worktime = plan_schedule_get_worktime (self, project->calendar);
  return worktime != NULL ? worktime : plan_schedule_get_worktime (self, PLAN_ID_NONE);
}

/**
 * plan_schedule_get_work_worktime:
 * @index: of the task in @model
 *
 * Returns: (transfer none) (nullable): the calendar in which the task is worked on: that of its resource, else
 *   plan_schedule_get_task_worktime(); of resources with different calendars, that of one of them
 */
const PlanWorktime *
plan_schedule_get_work_worktime (const PlanSchedule *self, const PlanModel *model, guint index)
{
  gboolean is_known = self->network != NULL && !self->stale && index < self->n_tasks;
  guint32 number = is_known ? self->network->node_of_task[index] : PLAN_NODE_NONE;

  if (number == PLAN_NODE_NONE)
    return plan_schedule_get_task_worktime (self, model, index);
  return plan_calendars_get (self->calendars, self->network->nodes[number].work_calendar);
}

/**
 * plan_schedule_get_size:
 *
 * Returns: bytes that the schedule takes, without the compiled calendars; for measuring
 */
gsize
plan_schedule_get_size (const PlanSchedule *self)
{
  if (self->network == NULL)
    return sizeof *self;
  return sizeof *self + plan_network_get_size (self->network) + self->n_tasks * sizeof (PlanScheduledTask) +
         self->values.extras->len * sizeof (PlanExtra) +
         self->values.parts->len * sizeof (PlanPart) +
         self->network->n_summaries * (sizeof (PlanProgressSum) + sizeof (guint32));
}

/*
 * plan_schedule_get_counts:
 *
 * Returns: (transfer none): how the schedule was brought up to date so far, for tests
 */
const PlanScheduleCounts *
plan_schedule_get_counts (const PlanSchedule *self)
{
  return &self->counts;
}
