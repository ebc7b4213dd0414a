/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What follows for work, duration and units when one of them is typed, or somebody joins or leaves a task. The rules are in
 * plan-equation.c; here its shares are made of assignments, as the batch has changed them already, and what came out is
 * added to the batch. Tasks that are scheduled by hand, by the clock or not at all keep what they have.
 */

#include "plan-edits-work.h"

#include "plan-edits-private.h"
#include "plan-edits-status.h"

/* @index: of the task in the model, or %PLAN_INDEX_NONE for a new one */
static gboolean
is_by_equation (PlanDocument *document, const PlanTask *task, guint index)
{
  return !task->manual && !task->blank && task->duration > 0 && !plan_unit_is_elapsed (task->duration_unit) &&
         (index == PLAN_INDEX_NONE || !plan_schedule_get_task (plan_document_get_schedule (document), index)->summary);
}

/* Only people and machines work. */
static gboolean
works (const PlanModel *model, const PlanAssignment *assignment)
{
  const PlanResource *resource = plan_model_get_resource (model, assignment->resource);

  return assignment->resource == PLAN_ID_NONE || (resource != NULL && resource->type == PLAN_RESOURCE_WORK);
}

static void
add_share (PlanWorkEdit *self, const PlanAssignment *assignment)
{
  PlanShare share = { assignment->work, assignment->actual_work, assignment->overtime_work, assignment->units, assignment->duration,
                      assignment->contour };

  g_array_append_val (self->equation.shares, share);
  g_array_append_val (self->ids, assignment->id);
}

/*
 * plan_work_edit_new:
 * @batch: what the edit has changed already, and where the rest is added
 * @task: the task as it is, valid as long as the edit
 *
 * Returns: (transfer full) (nullable): the work on the task, or %NULL when its duration has nothing to do with work
 */
PlanWorkEdit *
plan_work_edit_new (PlanDocument *document, PlanBatch *batch, const PlanTask *task)
{
  const PlanModel *model = plan_document_get_model (document);
  guint index = plan_model_find (model, PLAN_RECORD_TASK, task->id), n = 0;
  const guint *items = index != PLAN_INDEX_NONE ? plan_task_index_get_assignments (plan_document_get_index (document), index, &n) : NULL;
  PlanWorkEdit *self;

  if (!is_by_equation (document, task, index))
    return NULL;
  self = g_new0 (PlanWorkEdit, 1);
  self->document = document;
  self->batch = batch;
  self->task = task;
  self->equation = (PlanEquation) { task->type, task->effort_driven, task->duration, g_array_new (FALSE, FALSE, sizeof (PlanShare)) };
  self->ids = g_array_new (FALSE, FALSE, sizeof (PlanId));
  for (guint i = 0; i < n; i++)
    {
      PlanAssignment assignment = *plan_model_get_assignment_at (model, items[i]);

      plan_batch_apply (batch, 0, assignment.id, &assignment);
      if (works (model, &assignment))
        add_share (self, &assignment);
    }
  return self;
}

/*
 * plan_work_edit_free:
 * @self: (transfer full):
 */
void
plan_work_edit_free (PlanWorkEdit *self)
{
  g_array_unref (self->equation.shares);
  g_array_unref (self->ids);
  g_free (self);
}

/*
 * plan_work_edit_find:
 * @share: (out): the number of its share
 *
 * Returns: whether the assignment is one of work
 */
gboolean
plan_work_edit_find (const PlanWorkEdit *self, PlanId assignment, guint *share)
{
  for (*share = 0; *share < self->ids->len; (*share)++)
    if (g_array_index (self->ids, PlanId, *share) == assignment)
      return TRUE;
  return FALSE;
}

/*
 * plan_work_edit_add:
 * @assignment: a new one of work
 *
 * Somebody joins.
 */
void
plan_work_edit_add (PlanWorkEdit *self, const PlanAssignment *assignment)
{
  plan_equation_add (&self->equation, assignment->units);
  g_array_append_val (self->ids, assignment->id);
}

/*
 * plan_work_edit_take:
 * @assignment: (inout): a new one, gets the work that it has when all have joined and left
 */
void
plan_work_edit_take (const PlanWorkEdit *self, PlanAssignment *assignment)
{
  guint number;

  if (plan_work_edit_find (self, assignment->id, &number))
    {
      const PlanShare *share = &g_array_index (self->equation.shares, PlanShare, number);

      assignment->work = share->work;
      assignment->duration = share->duration;
    }
}

/*
 * plan_work_edit_remove:
 *
 * Somebody leaves; the assignment is deleted by the caller.
 */
void
plan_work_edit_remove (PlanWorkEdit *self, PlanId assignment)
{
  guint share;

  if (!plan_work_edit_find (self, assignment, &share))
    return;
  plan_equation_remove (&self->equation, share);
  g_array_remove_index (self->ids, share);
}

static void
write_share (PlanWorkEdit *self, const PlanShare *share, const PlanAssignment *before)
{
  PlanAssignment now = *before;

  plan_batch_apply (self->batch, 0, before->id, &now);
  if (share->work != now.work)
    plan_batch_set_integer (self->batch, PLAN_FIELD_ASSIGNMENT_WORK, before->id, share->work);
  if (share->overtime_work != now.overtime_work)
    plan_batch_set_integer (self->batch, PLAN_FIELD_ASSIGNMENT_OVERTIME_WORK, before->id, share->overtime_work);
  if (share->units != now.units)
    plan_batch_set_integer (self->batch, PLAN_FIELD_ASSIGNMENT_UNITS, before->id, share->units);
  if (share->duration != now.duration)
    plan_batch_set_integer (self->batch, PLAN_FIELD_ASSIGNMENT_DURATION, before->id, share->duration);
}

static void
write_duration (PlanWorkEdit *self)
{
  PlanTicks duration = CLAMP (self->equation.duration, self->task->actual_duration, PLAN_DURATION_MAX);

  if (duration == self->task->duration)
    return;
  plan_batch_set_integer (self->batch, PLAN_FIELD_TASK_DURATION, self->task->id, duration);
  if (self->task->actual_duration == 0)
    return;
  plan_batch_set_integer (self->batch, PLAN_FIELD_TASK_PERCENT_COMPLETE, self->task->id,
                          plan_multiply_divide (self->task->actual_duration, PLAN_PERCENT_HUNDRED, duration));
  if (duration > self->task->actual_duration)
    plan_batch_clear (self->batch, PLAN_FIELD_TASK_ACTUAL_FINISH, self->task->id);
}

/*
 * plan_work_edit_write:
 *
 * Adds to the batch what has become of the assignments that there were, and of the duration of the task.
 */
void
plan_work_edit_write (PlanWorkEdit *self)
{
  const PlanModel *model = plan_document_get_model (self->document);

  for (guint i = 0; i < self->ids->len; i++)
    {
      const PlanAssignment *before = plan_model_lookup (model, PLAN_RECORD_ASSIGNMENT, g_array_index (self->ids, PlanId, i));

      if (before != NULL)
        write_share (self, &g_array_index (self->equation.shares, PlanShare, i), before);
    }
  write_duration (self);
}

/*
 * plan_edit_follow_work:
 * @task: the task as it is
 * @duration: which it is going to have
 *
 * Adds to the batch the work, or the peaks, that follow from the duration.
 */
void
plan_edit_follow_work (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks duration)
{
  g_autoptr (PlanWorkEdit) edit = duration > 0 ? plan_work_edit_new (document, batch, task) : NULL;
  PlanTask changed = *task;

  if (edit == NULL || edit->ids->len == 0)
    return;
  plan_equation_set_duration (&edit->equation, duration);
  changed.duration = duration;
  edit->task = &changed;
  plan_work_edit_write (edit);
}

/*
 * plan_edit_follow_assignment:
 * @field: the field of the assignment that is being set
 * @assignment: the assignment as it is
 *
 * Adds to the batch what else has to change so that work, duration and units agree.
 */
void
plan_edit_follow_assignment (PlanDocument *document, PlanBatch *batch, PlanFieldId field, const PlanAssignment *assignment, gint64 value)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanTask *stored = plan_model_get_task (model, assignment->task);
  PlanTask task;
  g_autoptr (PlanWorkEdit) edit = NULL;
  guint share;

  if (stored == NULL)
    return;
  if (field == PLAN_FIELD_ASSIGNMENT_ACTUAL_WORK)
    {
      plan_edit_follow_actual_work (document, batch, assignment, value);
      return;
    }
  task = *stored;
  plan_batch_apply (batch, 0, task.id, &task);
  edit = plan_work_edit_new (document, batch, &task);
  if (edit == NULL || !plan_work_edit_find (edit, assignment->id, &share))
    return;
  /* the batch has the value already, which the rules have to see as a change */
  switch (field)
    {
    case PLAN_FIELD_ASSIGNMENT_UNITS:
      g_array_index (edit->equation.shares, PlanShare, share).units = assignment->units;
      plan_equation_set_units (&edit->equation, share, value);
      break;
    case PLAN_FIELD_ASSIGNMENT_WORK:
      g_array_index (edit->equation.shares, PlanShare, share).work = assignment->work;
      plan_equation_set_work (&edit->equation, share, value);
      break;
    case PLAN_FIELD_ASSIGNMENT_CONTOUR:
      g_array_index (edit->equation.shares, PlanShare, share).contour = assignment->contour;
      plan_equation_set_spread (&edit->equation, share, (PlanContour) value, assignment->overtime_work);
      break;
    case PLAN_FIELD_ASSIGNMENT_OVERTIME_WORK:
      g_array_index (edit->equation.shares, PlanShare, share).overtime_work = assignment->overtime_work;
      plan_equation_set_spread (&edit->equation, share, assignment->contour, value);
      break;
    default:
      return;
    }
  plan_work_edit_write (edit);
}
