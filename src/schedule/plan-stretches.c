/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a task between its pauses. A task pauses where its splits say, as long as they lie within its duration, and
 * from where it was stopped to where it resumes. Of a task whose resources work by different calendars only the latter is
 * known of the whole; each of them pauses on its own.
 */

#include "plan-stretches.h"

#include "plan-schedule-private.h"

struct _PlanStretches
{
  const PlanSchedule *schedule;
  const PlanModel *model;
  PlanCpm cpm;
  PlanPartsReader reader;
  GArray *parts;     /* of PlanPart, of no further use */
  GArray *stretches; /* of PlanStretch, of the task that was asked for last */
  gboolean has_cpm;
};

/**
 * plan_stretches_new:
 * @model: the model that @schedule was computed from; neither may change as long as it lives
 *
 * Returns: (transfer full): what tells of tasks when they are worked on
 */
PlanStretches *
plan_stretches_new (const PlanSchedule *schedule, const PlanModel *model)
{
  PlanStretches *self = g_new0 (PlanStretches, 1);

  self->schedule = schedule;
  self->model = model;
  self->parts = g_array_new (FALSE, FALSE, sizeof (PlanPart));
  self->stretches = g_array_new (FALSE, FALSE, sizeof (PlanStretch));
  self->has_cpm = plan_schedule_get_cpm (schedule, model, &self->cpm);
  if (self->has_cpm)
    plan_parts_reader_init (&self->reader, model, plan_schedule_get_calendars (schedule), self->cpm.network, self->parts);
  return self;
}

/**
 * plan_stretches_free:
 * @self: (transfer full):
 */
void
plan_stretches_free (PlanStretches *self)
{
  if (self->has_cpm)
    {
      plan_parts_reader_clear (&self->reader);
      g_free (self->cpm.worktimes);
    }
  g_array_unref (self->parts);
  g_array_unref (self->stretches);
  g_free (self);
}

static PlanTicks
count_on (const PlanWorktime *worktime, gboolean elapsed, PlanTicks at, PlanTicks amount)
{
  return elapsed ? at + amount : plan_worktime_add (worktime, at, amount);
}

/* Ends the part that began at @at when @to is done, and goes on after a pause, not before @resume. Returns: where */
static PlanTicks
break_off (PlanStretches *self, const PlanWorktime *worktime, gboolean elapsed, PlanStretch *stretch, PlanTicks to, PlanTicks pause,
           PlanTicks resume)
{
  PlanTicks next;

  stretch->finish = count_on (worktime, elapsed, stretch->start, to - stretch->from);
  stretch->to = to;
  next = count_on (worktime, elapsed, stretch->finish, pause);
  next = MAX (elapsed ? next : plan_worktime_next (worktime, next), resume);
  if (next > (elapsed ? stretch->finish : plan_worktime_next (worktime, stretch->finish)))
    {
      g_array_append_val (self->stretches, *stretch);
      stretch->from = to;
      stretch->start = next;
    }
  return stretch->start;
}

static void
list_parts (PlanStretches *self, const PlanTask *task, const PlanScheduledTask *scheduled, const PlanWork *work,
            const PlanWorktime *worktime)
{
  gboolean elapsed = plan_unit_is_elapsed (task->duration_unit), resumes;
  PlanTicks done = scheduled->actual_duration;
  PlanStretch stretch = { .start = scheduled->start };

  resumes = done > 0 && done < task->duration && scheduled->resume != PLAN_TICKS_NONE;
  for (guint i = 0; i < work->n_pauses && work->pauses[i].after < task->duration; i++)
    {
      const PlanPause *pause = &work->pauses[i];

      if (pause->after <= 0)
        continue;
      if (resumes && pause->after >= done)
        {
          resumes = FALSE;
          break_off (self, worktime, elapsed, &stretch, done, pause->after == done ? pause->length : 0, scheduled->resume);
          if (pause->after == done)
            continue;
        }
      break_off (self, worktime, elapsed, &stretch, pause->after, pause->length, PLAN_TICKS_NONE);
    }
  if (resumes)
    break_off (self, worktime, elapsed, &stretch, done, 0, scheduled->resume);
  /* What was finished before its pauses does not pause any more. */
  while (self->stretches->len > 0 && stretch.start >= scheduled->finish)
    {
      stretch = g_array_index (self->stretches, PlanStretch, self->stretches->len - 1);
      g_array_set_size (self->stretches, self->stretches->len - 1);
    }
  stretch.finish = scheduled->finish;
  stretch.to = task->duration;
  g_array_append_val (self->stretches, stretch);
}

/* Resources with different calendars: what is done and what is left of the task as a whole. */
static void
list_whole (PlanStretches *self, const PlanTask *task, const PlanScheduledTask *scheduled)
{
  PlanTicks done = scheduled->actual_duration;
  PlanStretch stretch = { scheduled->start, scheduled->finish, 0, task->duration };

  if (done > 0 && done < task->duration && scheduled->resume != PLAN_TICKS_NONE && scheduled->stop != PLAN_TICKS_NONE)
    {
      PlanStretch first = { scheduled->start, scheduled->stop, 0, done };

      g_array_append_val (self->stretches, first);
      stretch.start = scheduled->resume;
      stretch.from = done;
    }
  g_array_append_val (self->stretches, stretch);
}

/**
 * plan_stretches_get_worktime:
 * @index: of a task in the model
 *
 * Returns: (transfer none) (nullable): the calendar in which the parts of the task count; %NULL counts by the clock
 */
const PlanWorktime *
plan_stretches_get_worktime (PlanStretches *self, guint index)
{
  const PlanTask *task = plan_model_get_task_at (self->model, index);

  return plan_unit_is_elapsed (task->duration_unit) ? NULL : plan_schedule_get_work_worktime (self->schedule, self->model, index);
}

/**
 * plan_stretches_has_parts:
 * @index: of a task in the model
 *
 * Returns: whether resources drive the task that work by different calendars, or pause on their own
 */
gboolean
plan_stretches_has_parts (PlanStretches *self, guint index)
{
  guint32 number = self->has_cpm ? self->cpm.network->node_of_task[index] : PLAN_NODE_NONE;

  return number != PLAN_NODE_NONE && (self->cpm.network->nodes[number].flags & PLAN_NODE_PARTS) != 0;
}

/**
 * plan_stretches_list:
 * @index: of a task in the model
 * @n_stretches: (out): how many; none for a task without dates and for a summary
 *
 * Returns: (transfer none) (array length=n_stretches): the parts of the task in order, until the next call
 */
const PlanStretch *
plan_stretches_list (PlanStretches *self, guint index, guint *n_stretches)
{
  const PlanTask *task = plan_model_get_task_at (self->model, index);
  const PlanScheduledTask *scheduled = plan_schedule_get_task (self->schedule, index);
  guint32 number = self->has_cpm ? self->cpm.network->node_of_task[index] : PLAN_NODE_NONE;
  PlanWork work;

  g_array_set_size (self->stretches, 0);
  g_array_set_size (self->parts, 0);
  if (number != PLAN_NODE_NONE && !scheduled->summary && scheduled->start != PLAN_TICKS_NONE)
    {
      plan_parts_read (&self->reader, index, task, self->cpm.network->nodes[number].calendar, &work);
      if (work.n_parts > 0)
        list_whole (self, task, scheduled);
      else
        list_parts (self, task, scheduled, &work, plan_schedule_get_work_worktime (self->schedule, self->model, index));
    }
  *n_stretches = self->stretches->len;
  return (const PlanStretch *) (gpointer) self->stretches->data;
}

/**
 * plan_stretches_get_done:
 * @index: of a task in the model
 *
 * Returns: ticks of the duration of the task that lie before the instant, as it is scheduled
 */
PlanTicks
plan_stretches_get_done (PlanStretches *self, guint index, PlanTicks at)
{
  const PlanWorktime *worktime = plan_stretches_get_worktime (self, index);
  guint n;
  const PlanStretch *stretches = plan_stretches_list (self, index, &n);
  PlanTicks done = 0;

  for (guint i = 0; i < n && stretches[i].start < at; i++)
    {
      PlanTicks end = MIN (at, stretches[i].finish);
      PlanTicks within = worktime != NULL ? plan_worktime_work (worktime, stretches[i].start, end) : end - stretches[i].start;

      done = at >= stretches[i].finish ? stretches[i].to : CLAMP (stretches[i].from + within, stretches[i].from, stretches[i].to);
    }
  return done;
}
