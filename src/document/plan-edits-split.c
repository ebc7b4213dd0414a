/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pauses in the work of a task: splitting it at an instant, moving one of its parts, and joining them. A pause is kept as
 * working time after what is done before it, so that it moves with the task. Where resources work by different calendars,
 * each pauses on his own, from the same instant to the same instant.
 */

#include "plan-edits-private.h"
#include "plan-edits-status.h"

#include "plan-assigned.h"
#include "plan-error.h"
#include "plan-stretches.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PlanDocument *document;
  const PlanModel *model;
  const PlanTask *task;
  guint index;
  const guint *assignments;
  guint n_assignments;
  PlanStretches *stretches;
  PlanBatch *batch;
} Edit;

static void
edit_clear (Edit *self)
{
  g_clear_pointer (&self->stretches, plan_stretches_free);
  g_clear_pointer (&self->batch, plan_batch_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

/* @format: a sentence with %s for the name of the task */
static gboolean
refuse (const PlanTask *task, const char *format, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE, format, task->name != NULL ? task->name : "");
  return FALSE;
}

/* Only what the plan schedules by itself can pause. */
static gboolean
edit_init (Edit *self, PlanDocument *document, PlanId id, GError **error)
{
  const PlanTask *task = plan_edit_require (document, PLAN_RECORD_TASK, id, error);

  *self = (Edit) { document, plan_document_get_model (document), task };
  if (task == NULL)
    return FALSE;
  self->index = plan_model_find (self->model, PLAN_RECORD_TASK, id);
  if (plan_schedule_get_task (plan_document_get_schedule (document), self->index)->summary)
    /* Translators: %s is the name of a task */
    return refuse (task, _("The summary task “%s” cannot be split: its subtasks can."), error);
  if (task->manual || task->external || task->blank || task->duration == 0)
    /* Translators: %s is the name of a task */
    return refuse (task, _("“%s” cannot be split: only tasks with a duration that are scheduled automatically can."), error);
  self->stretches = plan_stretches_new (plan_document_get_schedule (document), self->model);
  self->batch = plan_batch_new ();
  self->assignments = plan_task_index_get_assignments (plan_document_get_index (document), self->index, &self->n_assignments);
  return TRUE;
}

static gboolean
run (Edit *self, const char *label, GError **error)
{
  g_autofree char *subject = g_strdup (self->task->name != NULL ? self->task->name : "");

  for (guint i = 0; i < self->n_assignments; i++)
    plan_edit_drop_spans (self->model, self->batch, plan_model_get_assignment_at (self->model, self->assignments[i])->id);
  return plan_batch_run (self->batch, self->document, label, subject, self->task->project, error);
}

/* Whether the pause is one of the task, or of one who works on it. */
static gboolean
is_of_task (const Edit *self, const PlanSplit *split)
{
  if (split->owner_record == PLAN_RECORD_TASK)
    return split->owner == self->task->id;
  for (guint i = 0; i < self->n_assignments && split->owner_record == PLAN_RECORD_ASSIGNMENT; i++)
    if (split->owner == plan_model_get_assignment_at (self->model, self->assignments[i])->id)
      return TRUE;
  return FALSE;
}

static const PlanSplit *
find_pause (const Edit *self, PlanTicks after)
{
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_SPLIT); i++)
    {
      const PlanSplit *split = plan_model_get_at (self->model, PLAN_RECORD_SPLIT, i);

      if (split->after == after && is_of_task (self, split))
        return split;
    }
  return NULL;
}

static void
insert_pause (Edit *self, PlanRecord record, PlanId owner, PlanTicks after, PlanTicks length)
{
  PlanSplit split;

  plan_record_init (PLAN_RECORD_SPLIT, &split);
  split.id = plan_id_source_next (plan_document_get_ids (self->document));
  split.owner = owner;
  split.owner_record = record;
  split.after = after;
  split.length = length;
  plan_batch_insert (self->batch, PLAN_RECORD_SPLIT, &split);
}

static void
set_length (Edit *self, const PlanSplit *split, PlanTicks length)
{
  if (length > 0)
    plan_batch_set_integer (self->batch, PLAN_FIELD_SPLIT_LENGTH, split->id, MIN (length, PLAN_DURATION_MAX));
  else
    plan_batch_delete (self->batch, PLAN_RECORD_SPLIT, split->id);
}

/* What of the assignment is done by the instant: working ticks since its start without its pauses. */
static PlanTicks
get_done_of (const Edit *self, const PlanAssignment *assignment, const PlanAssigned *assigned, PlanTicks at)
{
  PlanTicks reached = plan_worktime_work (assigned->worktime, assigned->start, at), paused = 0;

  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_SPLIT); i++)
    {
      const PlanSplit *split = plan_model_get_at (self->model, PLAN_RECORD_SPLIT, i);

      if (split->owner == assignment->id && split->after < reached)
        paused += split->length;
    }
  return reached - paused;
}

/* Who has begun pauses, who has not begins as much later. */
static gboolean
split_parts (Edit *self, PlanTicks at, PlanTicks length)
{
  g_autofree PlanAssigned *list = plan_assigned_list (plan_document_get_schedule (self->document), self->model);
  const PlanWorktime *worktime = plan_stretches_get_worktime (self->stretches, self->index);
  PlanTicks resume = plan_worktime_next (worktime, plan_worktime_add (worktime, plan_worktime_next (worktime, at), length));
  gboolean paused = FALSE;

  for (guint i = 0; i < self->n_assignments; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (self->model, self->assignments[i]);
      const PlanAssigned *assigned = &list[self->assignments[i]];
      PlanTicks gap = assigned->worktime != NULL ? plan_worktime_work (assigned->worktime, at, resume) : 0, done;

      if (!assigned->drives || gap <= 0 || assigned->finish <= at)
        continue;
      done = get_done_of (self, assignment, assigned, at);
      if (assigned->start >= at || done <= 0)
        plan_batch_set_integer (self->batch, PLAN_FIELD_ASSIGNMENT_DELAY, assignment->id, assignment->delay + gap);
      else
        insert_pause (self, PLAN_RECORD_ASSIGNMENT, assignment->id, done, gap);
      paused = TRUE;
    }
  return paused;
}

/**
 * plan_edit_task_split:
 * @at: an instant at which the task is worked on
 * @length: ticks of its working time for which it pauses then
 *
 * Interrupts the task.
 *
 * Returns: %FALSE with an error when the task has not begun by then, is done by then, or cannot be split at all
 */
gboolean
plan_edit_task_split (PlanDocument *document, PlanId id, PlanTicks at, PlanTicks length, GError **error)
{
  g_auto (Edit) self = { NULL };
  PlanValue value = PLAN_VALUE_OF_INTEGER (length);
  const PlanSplit *present;
  PlanTicks done;

  if (!edit_init (&self, document, id, error) || !plan_field_check (PLAN_FIELD_SPLIT_LENGTH, &value, error))
    return FALSE;
  done = plan_stretches_get_done (self.stretches, self.index, at);
  if (done <= 0 || done >= self.task->duration || length <= 0)
    /* Translators: %s is the name of a task */
    return refuse (self.task, _("“%s” can be split only between its start and its finish, for a time."), error);
  if (done < plan_schedule_get_task (plan_document_get_schedule (document), self.index)->actual_duration)
    /* Translators: %s is the name of a task */
    return refuse (self.task, _("“%s” cannot be split there: that part of it is done."), error);
  present = find_pause (&self, done);
  if (plan_stretches_has_parts (self.stretches, self.index))
    {
      if (!split_parts (&self, at, length))
        /* Translators: %s is the name of a task */
        return refuse (self.task, _("“%s” can be split only between its start and its finish, for a time."), error);
    }
  else if (present != NULL)
    set_length (&self, present, present->length + length);
  else
    insert_pause (&self, PLAN_RECORD_TASK, id, done, length);
  return run (&self, N_("Split of “%s”"), error);
}

/* Working ticks from one instant to another, in the calendar of the task. */
static PlanTicks
count (Edit *self, PlanTicks from, PlanTicks to)
{
  const PlanWorktime *worktime = plan_stretches_get_worktime (self->stretches, self->index);

  return worktime != NULL ? plan_worktime_work (worktime, from, to) : to - from;
}

/* Makes the gap before a part longer; one after progress is where the task resumes. */
static void
move_pause (Edit *self, const PlanStretch *part, PlanTicks start, PlanTicks shift)
{
  const PlanSplit *split = find_pause (self, part->from);
  const PlanScheduledTask *scheduled = plan_schedule_get_task (plan_document_get_schedule (self->document), self->index);

  if (split != NULL)
    set_length (self, split, split->length + shift);
  if (part->from == scheduled->actual_duration && self->task->actual_start != PLAN_TICKS_NONE && (split == NULL || shift < 0))
    plan_batch_set_integer (self->batch, PLAN_FIELD_TASK_RESUME, self->task->id, start);
}

/**
 * plan_edit_task_move_part:
 * @part: number of a part of the task, from 1; part 0 moves with the start of the task
 * @start: when it is to begin; not before the end of the part before it, to which it is joined then
 *
 * Moves one part of a split task. Those after it stay, until it reaches them.
 *
 * Returns: %FALSE with an error when there is no such part, or it belongs to one resource only
 */
gboolean
plan_edit_task_move_part (PlanDocument *document, PlanId id, guint part, PlanTicks start, GError **error)
{
  g_auto (Edit) self = { NULL };
  const PlanStretch *parts;
  const PlanSplit *after;
  PlanTicks shift;
  guint n;

  if (!edit_init (&self, document, id, error))
    return FALSE;
  parts = plan_stretches_list (self.stretches, self.index, &n);
  if (part == 0 || part >= n || plan_stretches_has_parts (self.stretches, self.index))
    /* Translators: %s is the name of a task */
    return refuse (self.task, _("“%s” has no such part that can be moved."), error);
  start = MAX (start, parts[part - 1].finish);
  shift = count (&self, parts[part].start, start);
  move_pause (&self, &parts[part], start, shift);
  after = part + 1 < n ? find_pause (&self, parts[part + 1].from) : NULL;
  if (after != NULL)
    set_length (&self, after, after->length - shift);
  return run (&self, N_("Part of “%s” moved"), error);
}

/**
 * plan_edit_task_join:
 *
 * Takes all pauses out of the task, those of its resources among them.
 *
 * Returns: %FALSE with an error when it has none
 */
gboolean
plan_edit_task_join (PlanDocument *document, PlanId id, GError **error)
{
  g_auto (Edit) self = { NULL };

  if (!edit_init (&self, document, id, error))
    return FALSE;
  for (guint i = 0; i < plan_model_get_n (self.model, PLAN_RECORD_SPLIT); i++)
    {
      const PlanSplit *split = plan_model_get_at (self.model, PLAN_RECORD_SPLIT, i);

      if (is_of_task (&self, split))
        plan_batch_delete (self.batch, PLAN_RECORD_SPLIT, split->id);
    }
  if (self.task->resume != PLAN_TICKS_NONE)
    plan_batch_clear (self.batch, PLAN_FIELD_TASK_RESUME, id);
  if (plan_batch_get_n (self.batch) == 0)
    /* Translators: %s is the name of a task */
    return refuse (self.task, _("“%s” has no pauses."), error);
  return run (&self, N_("Parts of “%s” joined"), error);
}
