/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When each resource works on its tasks. It starts with the task, or after its delay when it has one, at the first instant
 * at which it works; it is done when its own work is, the longest of those that work by one calendar with the task. What
 * drives nothing reaches from the start of the task to its finish.
 */

#include "plan-assigned.h"

#include "plan-contour.h"
#include "plan-schedule-private.h"

typedef struct
{
  const PlanModel *model;
  const PlanCpm *cpm;
  PlanPartsReader reader;
  const PlanScheduledTask *task;
  PlanAssigned *list;
} Lister;

static PlanTicks
take_actual (PlanTicks actual, PlanTicks scheduled)
{
  return actual != PLAN_TICKS_NONE ? actual : scheduled;
}

/* The peak at which the work fits between the dates, or that which is typed. */
static PlanPercent
get_peak (const PlanAssignment *assignment)
{
  PlanTicks regular = assignment->work - assignment->overtime_work;

  return assignment->duration > 0 ? plan_contour_get_units (assignment->contour, assignment->duration, regular) : assignment->units;
}

static void
list_part (Lister *self, const PlanAssignment *assignment, const PlanPart *part, gboolean is_longest, PlanAssigned *assigned)
{
  const PlanWorktime *worktime = self->cpm->worktimes[part->calendar];
  PlanTicks start = plan_worktime_next (worktime, self->task->start + part->wait);

  assigned->worktime = worktime;
  assigned->drives = TRUE;
  start = plan_worktime_next (worktime, plan_worktime_add (worktime, start, part->delay));
  assigned->start = take_actual (assignment->actual_start, MIN (start, self->task->finish));
  assigned->finish = is_longest ? self->task->finish : plan_worktime_add (worktime, assigned->start, part->length);
  assigned->finish = take_actual (assignment->actual_finish, MIN (assigned->finish, self->task->finish));
}

static PlanTicks
get_reach (const PlanPart *part)
{
  return (PlanTicks) part->delay + part->length;
}

static void
list_task (Lister *self, guint32 index, const PlanNode *node)
{
  const PlanTask *task = plan_model_get_task_at (self->model, index);
  PlanDriverPart parts[PLAN_MAX_PARTS];
  PlanTicks longest = 0;
  gint32 delay = G_MAXINT32, wait = G_MAXINT32; /* the task starts with the first of them */
  guint n;

  for (guint32 k = self->cpm->network->first_assignment[index]; k < self->cpm->network->first_assignment[index + 1]; k++)
    {
      guint32 place = self->cpm->network->assignments[k];

      self->list[place] = (PlanAssigned) { self->task->start, self->task->finish, get_peak (plan_model_get_assignment_at (self->model, place)),
                                           self->cpm->worktimes[node->calendar], FALSE };
    }
  n = plan_parts_list (&self->reader, index, task, node->calendar, parts);
  for (guint i = 0; i < n; i++)
    {
      longest = MAX (longest, get_reach (&parts[i].part));
      delay = MIN (delay, parts[i].part.delay);
      wait = MIN (wait, parts[i].part.wait);
    }
  for (guint i = 0; i < n; i++)
    {
      gboolean is_longest = !(node->flags & PLAN_NODE_PARTS) && get_reach (&parts[i].part) == longest;

      parts[i].part.delay -= delay;
      parts[i].part.wait -= wait;
      list_part (self, plan_model_get_assignment_at (self->model, parts[i].assignment), &parts[i].part, is_longest,
                 &self->list[parts[i].assignment]);
    }
}

/**
 * plan_assigned_list:
 * @model: the model that @schedule was computed from
 *
 * Returns: (transfer full) (array): what follows for each assignment, by its index in the model; g_free() it
 */
PlanAssigned *
plan_assigned_list (const PlanSchedule *schedule, const PlanModel *model)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT);
  g_autofree const PlanWorktime **worktimes = NULL;
  PlanAssigned *list = g_new (PlanAssigned, n + 1);
  Lister self = { .model = model, .list = list };
  PlanCpm cpm;

  for (guint i = 0; i < n; i++)
    list[i] = (PlanAssigned) { .start = PLAN_TICKS_NONE, .finish = PLAN_TICKS_NONE };
  if (!plan_schedule_get_cpm (schedule, model, &cpm))
    return list;
  worktimes = cpm.worktimes;
  self.cpm = &cpm;
  plan_parts_reader_init (&self.reader, model, plan_schedule_get_calendars (schedule), cpm.network, NULL);
  for (guint i = 0; i < cpm.network->n_tasks; i++)
    {
      guint32 number = cpm.network->node_of_task[i];
      PlanNode summary = { 0 }; /* of a summary itself: by the calendar of its project */

      self.task = plan_schedule_get_task (schedule, i);
      if (self.task->start == PLAN_TICKS_NONE)
        continue;
      if (number == PLAN_NODE_NONE)
        summary.calendar = (guint16) cpm.projects[cpm.network->project_of_task[i]].calendar;
      list_task (&self, i, number != PLAN_NODE_NONE ? &cpm.network->nodes[number] : &summary);
    }
  plan_parts_reader_clear (&self.reader);
  return list;
}
