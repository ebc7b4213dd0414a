/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Progress of a task and actual work of those who work on it, of which one follows from the other as long as the project
 * wants it. What is done of the duration is done by each from the start of his part, as his work is spread over it; and the
 * other way round, of several as much of the duration is done as of their work together.
 */

#include "plan-edits-private.h"
#include "plan-edits-status.h"
#include "plan-edits-work.h"

#include "plan-contour.h"
#include "plan-error.h"

#include <glib/gi18n-lib.h>

/* Kinds of spans: what is left of the work, what is done, and what of that is overtime. */
#define KIND_REMAINING 1
#define KIND_ACTUAL 2
#define KIND_OVERTIME 3

/* Indexes of the assignments of a task; none of a new one. */
static const guint *
list_assignments (PlanDocument *document, const PlanTask *task, guint *n)
{
  guint index = plan_model_find (plan_document_get_model (document), PLAN_RECORD_TASK, task->id);

  *n = 0;
  return index != PLAN_INDEX_NONE ? plan_task_index_get_assignments (plan_document_get_index (document), index, n) : NULL;
}

static PlanResourceType
get_type (const PlanModel *model, const PlanAssignment *assignment)
{
  const PlanResource *resource = plan_model_get_resource (model, assignment->resource);

  return resource != NULL ? (PlanResourceType) resource->type : PLAN_RESOURCE_WORK;
}

/* Working ticks that the assignment takes of a task of that duration. */
static PlanTicks
get_length (const PlanModel *model, const PlanTask *task, const PlanAssignment *assignment, PlanTicks whole)
{
  PlanTicks length = assignment->duration;

  if (task->type == PLAN_TASK_FIXED_DURATION || get_type (model, assignment) != PLAN_RESOURCE_WORK)
    return whole;
  if (length == 0)
    length = plan_contour_get_duration (assignment->contour, assignment->work - assignment->overtime_work, assignment->units);
  return CLAMP (length, 1, MAX (whole, 1));
}

/*
 * plan_edit_drop_spans:
 *
 * Adds to the batch that how a file spread the work of the assignment over time holds no more: it follows from the plan.
 */
void
plan_edit_drop_spans (const PlanModel *model, PlanBatch *batch, PlanId assignment)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_WORK_SPAN); i++)
    {
      const PlanWorkSpan *span = plan_model_get_at (model, PLAN_RECORD_WORK_SPAN, i);

      if (span->owner == assignment && span->owner_record == PLAN_RECORD_ASSIGNMENT && span->kind >= KIND_REMAINING &&
          span->kind <= KIND_OVERTIME && !plan_batch_deletes (batch, PLAN_RECORD_WORK_SPAN, span->id))
        plan_batch_delete (batch, PLAN_RECORD_WORK_SPAN, span->id);
    }
}

static void
set_changed (PlanBatch *batch, PlanFieldId field, const PlanAssignment *assignment, gint64 value)
{
  if (plan_field_get_value (field, assignment).integer != value)
    plan_batch_set_integer (batch, field, assignment->id, value);
}

static void
clear_changed (PlanBatch *batch, PlanFieldId field, const PlanAssignment *assignment)
{
  if (plan_field_get_value (field, assignment).kind != PLAN_VALUE_NULL)
    plan_batch_clear (batch, field, assignment->id);
}

/* Dates that a file said of the assignment hold as long as its work is as far as they say. */
static void
collect_actual_work (PlanDocument *document, PlanBatch *batch, const PlanAssignment *assignment, PlanTicks done)
{
  PlanTicks overtime = assignment->work > 0 ? plan_multiply_divide (assignment->overtime_work, done, assignment->work) : 0;

  if (done == assignment->actual_work)
    return;
  set_changed (batch, PLAN_FIELD_ASSIGNMENT_ACTUAL_WORK, assignment, done);
  set_changed (batch, PLAN_FIELD_ASSIGNMENT_ACTUAL_OVERTIME_WORK, assignment, overtime);
  if (done == 0)
    clear_changed (batch, PLAN_FIELD_ASSIGNMENT_ACTUAL_START, assignment);
  clear_changed (batch, PLAN_FIELD_ASSIGNMENT_ACTUAL_FINISH, assignment);
  clear_changed (batch, PLAN_FIELD_ASSIGNMENT_STOP, assignment);
  clear_changed (batch, PLAN_FIELD_ASSIGNMENT_RESUME, assignment);
  plan_edit_drop_spans (plan_document_get_model (document), batch, assignment->id);
}

/*
 * plan_edit_spread_progress:
 * @task: the task as it is
 * @done: ticks that are done of @whole, its duration; @percent: likewise
 *
 * Adds to the batch the work that its resources have done of it by then, when the project wants it to follow.
 */
void
plan_edit_spread_progress (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks done, PlanTicks whole,
                           PlanPercent percent)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanProject *project = plan_model_get_project (model, task->project);
  guint n;
  const guint *items = list_assignments (document, task, &n);
  PlanTicks first = PLAN_DURATION_MAX;

  if (project == NULL || !project->update_resources)
    return;
  for (guint i = 0; i < n; i++)
    first = MIN (first, plan_model_get_assignment_at (model, items[i])->delay);
  for (guint i = 0; i < n; i++)
    {
      PlanAssignment assignment = *plan_model_get_assignment_at (model, items[i]);
      PlanTicks length, within, work;

      plan_batch_apply (batch, 0, assignment.id, &assignment);
      if (get_type (model, &assignment) == PLAN_RESOURCE_COST || assignment.work <= 0)
        continue;
      length = get_length (model, task, &assignment, whole);
      within = CLAMP (done - (assignment.delay - first), 0, length);
      work = percent >= PLAN_PERCENT_HUNDRED ? assignment.work
             : percent == 0 ? 0 : plan_contour_get_done (assignment.contour, length, assignment.work, within);
      collect_actual_work (document, batch, &assignment, MIN (work, assignment.work));
    }
}

/* How much of the duration is done when that much of the work is; of the work of all when there are several. */
static PlanTicks
get_done (PlanDocument *document, PlanBatch *batch, const PlanTask *task)
{
  const PlanModel *model = plan_document_get_model (document);
  guint n, n_workers = 0;
  const guint *items = list_assignments (document, task, &n);
  PlanTicks work = 0, actual = 0, done = 0;

  for (guint i = 0; i < n; i++)
    {
      PlanAssignment assignment = *plan_model_get_assignment_at (model, items[i]);

      plan_batch_apply (batch, 0, assignment.id, &assignment);
      if (get_type (model, &assignment) != PLAN_RESOURCE_WORK || assignment.work <= 0)
        continue;
      work += assignment.work;
      actual += assignment.actual_work;
      n_workers++;
      done = plan_contour_get_within (assignment.contour, get_length (model, task, &assignment, task->duration), assignment.work,
                                      assignment.actual_work);
    }
  if (actual >= work)
    return task->duration;
  return n_workers == 1 ? MIN (done, task->duration) : plan_multiply_divide (task->duration, actual, work);
}

/* More work when more is done than was planned. */
static void
take_actual_work (PlanDocument *document, PlanBatch *batch, const PlanAssignment *assignment, PlanTicks done)
{
  PlanAssignment now = *assignment;

  plan_batch_apply (batch, 0, assignment->id, &now);
  if (done > now.work)
    {
      plan_batch_set_integer (batch, PLAN_FIELD_ASSIGNMENT_WORK, assignment->id, done);
      plan_edit_follow_assignment (document, batch, PLAN_FIELD_ASSIGNMENT_WORK, &now, done);
      plan_batch_apply (batch, 0, assignment->id, &now);
    }
  now.actual_work = assignment->actual_work;
  collect_actual_work (document, batch, &now, done);
}

/* The progress of the task follows from the work on it that the batch has. */
static void
follow_task (PlanDocument *document, PlanBatch *batch, PlanId id)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanTask *stored = plan_model_get_task (model, id);
  PlanTask task;

  if (stored == NULL || plan_edit_has_children (model, id) || !plan_model_get_project (model, stored->project)->update_resources)
    return;
  task = *stored;
  plan_batch_apply (batch, 0, id, &task);
  task.actual_start = stored->actual_start;
  task.actual_finish = PLAN_TICKS_NONE;
  plan_edit_collect_done (document, batch, &task, get_done (document, batch, &task));
}

/*
 * plan_edit_follow_actual_work:
 * @assignment: as it is before the edit
 * @done: ticks of its work that are done now; the batch has them already
 *
 * Adds to the batch what follows: more work when more is done than was planned, and progress of the task when the project
 * wants it to follow.
 */
void
plan_edit_follow_actual_work (PlanDocument *document, PlanBatch *batch, const PlanAssignment *assignment, PlanTicks done)
{
  take_actual_work (document, batch, assignment, done);
  if (get_type (plan_document_get_model (document), assignment) == PLAN_RESOURCE_WORK)
    follow_task (document, batch, assignment->task);
}

/* A task whose values are typed that otherwise follow; NULL with an error for a summary. */
static const PlanTask *
require_leaf (PlanDocument *document, PlanId id, const char *label, GError **error)
{
  const PlanTask *task = plan_edit_require (document, PLAN_RECORD_TASK, id, error);

  if (task == NULL || !plan_edit_has_children (plan_document_get_model (document), id))
    return task;
  plan_edit_refuse_summary (label, task, error);
  return NULL;
}

static gboolean
run (PlanBatch *batch, PlanDocument *document, const PlanTask *task, GError **error)
{
  g_autofree char *subject = g_strdup (task->name != NULL ? task->name : "");

  return plan_batch_run (batch, document, N_("Progress of “%s”"), subject, task->project, error);
}

/**
 * plan_edit_task_set_remaining_duration:
 * @remaining: ticks of the duration that are left
 *
 * What is done stays; the duration becomes what is done and what is left, and percent complete follows.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_task_set_remaining_duration (PlanDocument *document, PlanId id, PlanTicks remaining, GError **error)
{
  const PlanTask *task = require_leaf (document, id, N_("Remaining duration"), error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanTyped typed = { .estimated = -1 };

  if (task == NULL)
    return FALSE;
  typed.value = PLAN_VALUE_OF_INTEGER (task->actual_duration + MAX (remaining, -PLAN_DURATION_MAX));
  return plan_edit_collect (document, batch, PLAN_FIELD_TASK_DURATION, task, &typed, error) && run (batch, document, task, error);
}

/* Ticks of work that people have on the task. */
static PlanTicks
add_work (const PlanModel *model, const guint *items, guint n)
{
  PlanTicks work = 0;

  for (guint i = 0; i < n; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, items[i]);

      if (get_type (model, assignment) == PLAN_RESOURCE_WORK)
        work += assignment->work;
    }
  return work;
}

/* @whole: what @done is part of; PLAN_TICKS_NONE for the work on the task */
static gboolean
set_actual_work (PlanDocument *document, PlanId id, PlanTicks done, PlanTicks whole, const char *label, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanTask *task = require_leaf (document, id, label, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanValue value = PLAN_VALUE_OF_INTEGER (done);
  const guint *items;
  guint n;

  if (task == NULL || !plan_field_check (PLAN_FIELD_ASSIGNMENT_ACTUAL_WORK, &value, error))
    return FALSE;
  items = list_assignments (document, task, &n);
  if (add_work (model, items, n) == 0)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                   /* Translators: %s is the name of a task */
                   _("Nobody works on “%s”."), task->name != NULL ? task->name : "");
      return FALSE;
    }
  whole = whole != PLAN_TICKS_NONE ? whole : add_work (model, items, n);
  for (guint i = 0; i < n; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, items[i]);

      if (get_type (model, assignment) == PLAN_RESOURCE_WORK)
        take_actual_work (document, batch, assignment, plan_multiply_divide (assignment->work, done, whole));
    }
  follow_task (document, batch, id);
  return run (batch, document, task, error);
}

/**
 * plan_edit_task_set_actual_work:
 * @done: ticks of work that are done
 *
 * Those who work on the task get their share of what is done by their work. More than was planned is more work.
 *
 * Returns: %FALSE with an error when nobody works on the task
 */
gboolean
plan_edit_task_set_actual_work (PlanDocument *document, PlanId id, PlanTicks done, GError **error)
{
  return set_actual_work (document, id, done, PLAN_TICKS_NONE, N_("Actual work"), error);
}

/**
 * plan_edit_task_set_percent_work:
 * @percent: 0 to 100 percent of the work that are done
 *
 * All who work on the task have done that part of their work.
 *
 * Returns: %FALSE with an error when nobody works on the task
 */
gboolean
plan_edit_task_set_percent_work (PlanDocument *document, PlanId id, PlanPercent percent, GError **error)
{
  PlanValue value = PLAN_VALUE_OF_INTEGER (percent);

  /* xgettext:no-c-format */
  return plan_field_check (PLAN_FIELD_TASK_PERCENT_COMPLETE, &value, error) &&
         set_actual_work (document, id, percent, PLAN_PERCENT_HUNDRED, N_("% work complete"), error);
}
