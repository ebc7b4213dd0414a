/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Progress of many tasks at once: what lies before a date becomes done, what was not done by then goes on after it, and the
 * percent complete of a summary is spread over its tasks in the order of time. Nothing that was entered is taken back but
 * when a summary gets less than it had.
 */

#include "plan-edits-private.h"
#include "plan-edits-status.h"

#include "plan-stretches.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PlanDocument *document;
  const PlanModel *model;
  const PlanSchedule *schedule;
  const PlanProject *project;
  PlanStretches *stretches;
  PlanBatch *batch;
  GArray *leaves; /* of guint, indexes of tasks */
} Update;

static void
update_clear (Update *self)
{
  g_clear_pointer (&self->stretches, plan_stretches_free);
  g_clear_pointer (&self->batch, plan_batch_free);
  g_clear_pointer (&self->leaves, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Update, update_clear)

static gboolean
is_leaf (const Update *self, const PlanOutline *outline, guint row)
{
  const PlanTask *task = plan_model_get_task_at (self->model, outline->rows[row].task);

  return !plan_outline_is_summary (outline, row) && !task->blank && !task->external && task->active &&
         plan_schedule_get_task (self->schedule, outline->rows[row].task)->start != PLAN_TICKS_NONE;
}

/* Adds the tasks below a row, or it itself, that were not added before. */
static void
add_leaves (Update *self, const PlanOutline *outline, guint first, guint end, guint8 *added)
{
  for (guint row = first; row < end; row++)
    if (!added[row] && is_leaf (self, outline, row))
      {
        added[row] = TRUE;
        g_array_append_val (self->leaves, outline->rows[row].task);
      }
}

static void
update_init (Update *self, PlanDocument *document, const PlanProject *project)
{
  *self = (Update) { document, plan_document_get_model (document), plan_document_get_schedule (document), project };
  self->stretches = plan_stretches_new (self->schedule, self->model);
  self->leaves = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* All of the project without @tasks. FALSE with an error when one does not exist or is of another project. */
static gboolean
select_leaves (Update *self, const PlanId *tasks, guint n_tasks, GError **error)
{
  const PlanOutline *outline = plan_document_get_outline (self->document, self->project->id);
  g_autofree guint8 *added = g_new0 (guint8, outline->n_rows + 1);
  PlanId project = self->project->id;

  if (n_tasks == 0)
    add_leaves (self, outline, 0, outline->n_rows, added);
  else if (!plan_edit_require_tasks (self->document, tasks, n_tasks, &project, error))
    return FALSE;
  for (guint i = 0; i < n_tasks && project == self->project->id; i++)
    {
      guint row = outline->row_of_task[plan_model_find (self->model, PLAN_RECORD_TASK, tasks[i])];

      add_leaves (self, outline, row, outline->rows[row].end, added);
    }
  return TRUE;
}

/* @done ticks of the duration; a milestone is done or not. */
static gboolean
set_done (Update *self, const PlanTask *task, PlanTicks done, gboolean complete, GError **error)
{
  PlanFieldId field = task->duration > 0 ? PLAN_FIELD_TASK_ACTUAL_DURATION : PLAN_FIELD_TASK_PERCENT_COMPLETE;
  PlanTyped typed = { .value = PLAN_VALUE_OF_INTEGER (task->duration > 0 ? done : complete ? PLAN_PERCENT_HUNDRED : 0), .estimated = -1 };

  return plan_edit_collect (self->document, self->batch, field, task, &typed, error);
}

static gboolean
is_complete (const PlanScheduledTask *scheduled)
{
  return scheduled->percent_complete >= PLAN_PERCENT_HUNDRED;
}

static gboolean
update_task (Update *self, guint index, PlanTicks date, gboolean whole, GError **error)
{
  const PlanTask *task = plan_model_get_task_at (self->model, index);
  const PlanScheduledTask *scheduled = plan_schedule_get_task (self->schedule, index);
  gboolean complete = scheduled->finish <= date;
  PlanTicks done = complete ? task->duration : whole ? 0 : plan_stretches_get_done (self->stretches, index, date);

  if (is_complete (scheduled) || (done <= scheduled->actual_duration && !complete))
    return TRUE;
  return set_done (self, task, done, complete, error);
}

static gboolean
start_update (Update *self, PlanDocument *document, PlanId project, const PlanId *tasks, guint n_tasks, GError **error)
{
  const PlanProject *record = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);

  if (record == NULL)
    return FALSE;
  update_init (self, document, record);
  self->batch = plan_batch_new ();
  return select_leaves (self, tasks, n_tasks, error);
}

static gboolean
run_update (Update *self, const char *label, GError **error)
{
  g_autofree char *subject = g_strdup (self->project->name);

  return plan_batch_run (self->batch, self->document, label, subject, self->project->id, error);
}

/**
 * plan_edit_progress_update:
 * @tasks: (array length=n_tasks): tasks of the project, summaries with all below them; none for the whole project
 * @date: an instant
 * @whole: whether only tasks that finish by then become done, wholly; else each is done as far as it lies before the date
 *
 * Enters that work went as planned up to the date. Tasks of which more is done keep that.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_progress_update (PlanDocument *document, PlanId project, const PlanId *tasks, guint n_tasks, PlanTicks date,
                           gboolean whole, GError **error)
{
  g_auto (Update) self = { NULL };

  if (!start_update (&self, document, project, tasks, n_tasks, error))
    return FALSE;
  for (guint i = 0; i < self.leaves->len; i++)
    if (!update_task (&self, g_array_index (self.leaves, guint, i), date, whole, error))
      return FALSE;
  return run_update (&self, N_("Progress of “%s” up to a date"), error);
}

/* A task that has not begun starts no earlier; other dates that people chose for it stay. */
static gboolean
move_start (Update *self, const PlanTask *task, PlanTicks start, GError **error)
{
  if (task->manual)
    return plan_edit_collect_date (self->document, self->batch, task, start, TRUE, error);
  if (task->constraint > PLAN_CONSTRAINT_ALAP && task->constraint != PLAN_CONSTRAINT_SNET && task->constraint_date != PLAN_TICKS_NONE)
    return TRUE;
  plan_batch_set_integer (self->batch, PLAN_FIELD_TASK_CONSTRAINT, task->id, PLAN_CONSTRAINT_SNET);
  plan_batch_set_integer (self->batch, PLAN_FIELD_TASK_CONSTRAINT_DATE, task->id, start);
  return TRUE;
}

static gboolean
reschedule_task (Update *self, guint index, PlanTicks date, GError **error)
{
  const PlanTask *task = plan_model_get_task_at (self->model, index);
  const PlanScheduledTask *scheduled = plan_schedule_get_task (self->schedule, index);
  const PlanWorktime *worktime = plan_stretches_get_worktime (self->stretches, index);
  PlanTicks start = worktime != NULL && task->duration > 0 ? plan_worktime_next (worktime, date) : date;

  if (is_complete (scheduled))
    return TRUE;
  if (task->actual_start == PLAN_TICKS_NONE)
    return scheduled->start >= date || move_start (self, task, start, error);
  if (self->project->split_in_progress && scheduled->stop < date && scheduled->resume < date)
    plan_batch_set_integer (self->batch, PLAN_FIELD_TASK_RESUME, task->id, start);
  return TRUE;
}

/**
 * plan_edit_work_reschedule:
 * @tasks: (array length=n_tasks): as for plan_edit_progress_update()
 * @date: an instant
 *
 * Moves what is not done yet to after the date: tasks that have not begun start no earlier, unless another constraint
 * holds them; of those in progress, the rest goes on then, if the project splits tasks in progress. What is done on both
 * sides of the date stays.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_work_reschedule (PlanDocument *document, PlanId project, const PlanId *tasks, guint n_tasks, PlanTicks date,
                           GError **error)
{
  g_auto (Update) self = { NULL };

  if (!start_update (&self, document, project, tasks, n_tasks, error))
    return FALSE;
  for (guint i = 0; i < self.leaves->len; i++)
    if (!reschedule_task (&self, g_array_index (self.leaves, guint, i), date, error))
      return FALSE;
  return run_update (&self, N_("Unfinished work of “%s” rescheduled"), error);
}

/* What is done of a task when all is done that lies before the instant, and nothing that was done is lost, or gained. */
static PlanTicks
get_done_by (Update *self, guint index, PlanTicks at, gboolean more)
{
  PlanTicks before = plan_schedule_get_task (self->schedule, index)->actual_duration;
  PlanTicks done = plan_stretches_get_done (self->stretches, index, at);

  return more ? MAX (done, before) : MIN (done, before);
}

static PlanTicks
add_done (Update *self, PlanTicks at, gboolean more)
{
  PlanTicks sum = 0;

  for (guint i = 0; i < self->leaves->len; i++)
    sum += get_done_by (self, g_array_index (self->leaves, guint, i), at, more);
  return sum;
}

/* The first instant before which enough is done. */
static PlanTicks
find_instant (Update *self, PlanTicks wanted, gboolean more)
{
  PlanTicks low = PLAN_TICKS_MAX, high = PLAN_TICKS_MIN;

  for (guint i = 0; i < self->leaves->len; i++)
    {
      const PlanScheduledTask *scheduled = plan_schedule_get_task (self->schedule, g_array_index (self->leaves, guint, i));

      low = MIN (low, scheduled->start);
      high = MAX (high, scheduled->finish);
    }
  while (low < high)
    {
      PlanTicks middle = low + (high - low) / 2;

      if (add_done (self, middle, more) < wanted)
        low = middle + 1;
      else
        high = middle;
    }
  return high;
}

static gboolean
spread_to (Update *self, PlanTicks at, PlanPercent percent, gboolean more, GError **error)
{
  for (guint i = 0; i < self->leaves->len; i++)
    {
      guint index = g_array_index (self->leaves, guint, i);
      const PlanTask *task = plan_model_get_task_at (self->model, index);
      const PlanScheduledTask *scheduled = plan_schedule_get_task (self->schedule, index);
      PlanTicks done = percent == 0 ? 0 : percent == PLAN_PERCENT_HUNDRED ? task->duration : get_done_by (self, index, at, more);
      gboolean complete = percent == PLAN_PERCENT_HUNDRED || (percent > 0 && scheduled->finish <= at);

      if (task->duration > 0 ? done == scheduled->actual_duration : complete == is_complete (scheduled))
        continue;
      if (!set_done (self, task, done, complete, error))
        return FALSE;
    }
  return TRUE;
}

/*
 * plan_edit_spread_percent:
 * @summary: a task with others below it
 *
 * Adds to the batch that the tasks below are done up to the instant at which the percentage of all their durations is.
 *
 * Returns: %FALSE with an error when one of them cannot be
 */
gboolean
plan_edit_spread_percent (PlanDocument *document, PlanBatch *batch, const PlanTask *summary, PlanPercent percent, GError **error)
{
  g_auto (Update) self = { NULL };
  PlanTicks whole = 0, before = 0, wanted;
  gboolean spread;

  update_init (&self, document, plan_model_get_project (plan_document_get_model (document), summary->project));
  if (!select_leaves (&self, &summary->id, 1, error))
    return FALSE;
  for (guint i = 0; i < self.leaves->len; i++)
    {
      guint index = g_array_index (self.leaves, guint, i);

      whole += plan_model_get_task_at (self.model, index)->duration;
      before += plan_schedule_get_task (self.schedule, index)->actual_duration;
    }
  wanted = plan_multiply_divide (whole, percent, PLAN_PERCENT_HUNDRED);
  self.batch = batch;
  spread = spread_to (&self, find_instant (&self, wanted, wanted >= before), percent, wanted >= before, error);
  self.batch = NULL;
  return spread;
}
