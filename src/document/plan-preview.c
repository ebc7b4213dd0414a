/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An edit that is tried while a person drags: what follows from it is worked out by the edits' own functions, checked by the
 * same rules and scheduled, but on a copy of the model that shares its pages with the office, and never written. Copy and
 * schedule are kept from one try to the next, so a try costs one update of the schedule.
 */

#include "plan-preview.h"

#include "plan-edits-private.h"
#include "plan-rules.h"

struct _PlanPreview
{
  PlanDocument *document;
  PlanModel *model;
  PlanSchedule *schedule;
  PlanChangeSet *changes; /* by which the model differs from the office, or NULL */
  PlanChangeSet *stale;   /* what the schedule has not been told of, or NULL */
  PlanId link;            /* id of a link that is tried */
};

/**
 * plan_preview_new:
 *
 * Returns: (transfer full): a preview of the office as it is
 */
PlanPreview *
plan_preview_new (PlanDocument *document)
{
  PlanPreview *self = g_new0 (PlanPreview, 1);
  g_autoptr (GError) error = NULL;

  self->document = g_object_ref (document);
  self->model = plan_document_snapshot (document);
  self->schedule = plan_schedule_new ();
  self->link = plan_model_get_largest_id (self->model) + 1;
  /* The office has been scheduled, so its copy can be, too. */
  if (!plan_schedule_compute (self->schedule, self->model, NULL, &error))
    g_critical ("a copy of the office could not be scheduled: %s", error->message);
  return self;
}

/**
 * plan_preview_free:
 * @self: (transfer full) (nullable):
 */
void
plan_preview_free (PlanPreview *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->changes, plan_change_set_free);
  g_clear_pointer (&self->stale, plan_change_set_free);
  plan_schedule_free (self->schedule);
  plan_model_unref (self->model);
  g_object_unref (self->document);
  g_free (self);
}

static void
append_changes (PlanChangeSet *all, const PlanChangeSet *some)
{
  for (guint i = 0; i < plan_change_set_get_n (some); i++)
    {
      PlanChange change;

      plan_change_set_get (some, i, &change);
      if (change.op == PLAN_CHANGE_INSERT)
        plan_change_set_add_insert (all, change.record, change.body);
      else if (change.op == PLAN_CHANGE_DELETE)
        plan_change_set_add_delete (all, change.record, change.body);
      else
        plan_change_set_add_update (all, change.field, change.id, &change.old_value, &change.new_value);
    }
}

/* Applies changes to the copy and notes that the schedule has to learn of them. */
static gboolean
apply (PlanPreview *self, const PlanChangeSet *changes, GError **error)
{
  if (!plan_model_apply (self->model, changes, error))
    return FALSE;
  if (self->stale == NULL)
    self->stale = plan_change_set_new ();
  append_changes (self->stale, changes);
  return TRUE;
}

/* Makes the copy what the office is; the schedule follows with the next try. */
static gboolean
take_back (PlanPreview *self, GError **error)
{
  g_autoptr (PlanChangeSet) inverse = NULL;

  if (self->changes == NULL)
    return TRUE;
  inverse = plan_change_set_invert (self->changes);
  g_clear_pointer (&self->changes, plan_change_set_free);
  return apply (self, inverse, error);
}

static gboolean
reschedule (PlanPreview *self, GError **error)
{
  if (self->stale != NULL && !plan_schedule_update (self->schedule, self->model, self->stale, error))
    return FALSE;
  g_clear_pointer (&self->stale, plan_change_set_free);
  return TRUE;
}

/* The copy is shown unchanged when what was tried is refused. */
static gboolean
refuse (PlanPreview *self)
{
  plan_preview_reset (self, NULL);
  return FALSE;
}

/* Steps 3 to 5 of the way of one edit. */
static gboolean
try_changes (PlanPreview *self, PlanChangeSet *changes, GError **error)
{
  if (!take_back (self, error))
    return FALSE;
  if (!plan_rules_allow_values (changes, error) || !apply (self, changes, error))
    {
      plan_change_set_free (changes);
      return refuse (self);
    }
  self->changes = changes;
  if (!plan_rules_allow (self->model, changes, error) || !reschedule (self, error))
    return refuse (self);
  return TRUE;
}

/* The task as it is in the office, or NULL when it is not there or the field of it follows from its subtasks. */
static const PlanTask *
require_task (PlanPreview *self, PlanId id, PlanFieldId field, const char *label, GError **error)
{
  const PlanTask *task = plan_edit_require (self->document, PLAN_RECORD_TASK, id, error);

  if (task == NULL || !plan_edit_follows_from_subtasks (field, task) ||
      !plan_edit_has_children (plan_document_get_model (self->document), id))
    return task;
  plan_edit_refuse_summary (label, task, error);
  return NULL;
}

static gboolean
set_date (PlanPreview *self, PlanId id, PlanTicks date, gboolean is_start, GError **error)
{
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanFieldId actual = is_start ? PLAN_FIELD_TASK_ACTUAL_START : PLAN_FIELD_TASK_ACTUAL_FINISH;
  PlanResultId result = is_start ? PLAN_RESULT_START : PLAN_RESULT_FINISH;
  PlanValue value = PLAN_VALUE_OF_INTEGER (date);
  const PlanTask *task = plan_edit_require (self->document, PLAN_RECORD_TASK, id, error);

  if (task != NULL && task->actual_start != PLAN_TICKS_NONE)
    task = require_task (self, id, actual, plan_result_get (result)->label, error);
  if (task == NULL || !plan_field_check (PLAN_FIELD_TASK_CONSTRAINT_DATE, &value, error) ||
      !plan_edit_collect_date (self->document, batch, task, date, is_start, error))
    return refuse (self);
  return try_changes (self, plan_batch_list_changes (batch, plan_document_get_model (self->document)), error);
}

/**
 * plan_preview_set_start:
 * @start: the instant
 *
 * Tries plan_edit_task_set_start().
 *
 * Returns: %FALSE with the error that the edit would give; then the preview is the office as it is
 */
gboolean
plan_preview_set_start (PlanPreview *self, PlanId task, PlanTicks start, GError **error)
{
  return set_date (self, task, start, TRUE, error);
}

/**
 * plan_preview_set_finish:
 * @finish: the instant
 *
 * Tries plan_edit_task_set_finish().
 *
 * Returns: as plan_preview_set_start()
 */
gboolean
plan_preview_set_finish (PlanPreview *self, PlanId task, PlanTicks finish, GError **error)
{
  return set_date (self, task, finish, FALSE, error);
}

/**
 * plan_preview_set:
 * @field: a field of tasks that people may change
 * @value: the new value in the field's own unit
 *
 * Tries plan_edit_set().
 *
 * Returns: as plan_preview_set_start()
 */
gboolean
plan_preview_set (PlanPreview *self, PlanFieldId field, PlanId task, const PlanValue *value, GError **error)
{
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanTyped typed = { .value = *value, .estimated = -1 };
  const PlanTask *record = require_task (self, task, field, plan_field_get (field)->label, error);

  if (record == NULL || !plan_edit_collect (self->document, batch, field, record, &typed, error))
    return refuse (self);
  return try_changes (self, plan_batch_list_changes (batch, plan_document_get_model (self->document)), error);
}

/**
 * plan_preview_add_link:
 *
 * Tries plan_edit_link_add() without a lag.
 *
 * Returns: as plan_preview_set_start()
 */
gboolean
plan_preview_add_link (PlanPreview *self, PlanId predecessor, PlanId successor, PlanLinkType type, GError **error)
{
  PlanChangeSet *changes;
  PlanLink link;

  if (plan_edit_require (self->document, PLAN_RECORD_TASK, predecessor, error) == NULL ||
      plan_edit_require (self->document, PLAN_RECORD_TASK, successor, error) == NULL)
    return refuse (self);
  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = self->link;
  link.predecessor = predecessor;
  link.successor = successor;
  link.type = type;
  changes = plan_change_set_new ();
  plan_change_set_add_insert (changes, PLAN_RECORD_LINK, &link);
  return try_changes (self, changes, error);
}

/**
 * plan_preview_reset:
 *
 * Makes the preview the office as it is.
 *
 * Returns: %FALSE only when the copy is at odds with itself
 */
gboolean
plan_preview_reset (PlanPreview *self, GError **error)
{
  return take_back (self, error) && reschedule (self, error);
}

/**
 * plan_preview_get_model:
 *
 * Returns: (transfer none): the records after the edit that was tried last; tasks have the indexes they have in the office
 */
const PlanModel *
plan_preview_get_model (const PlanPreview *self)
{
  return self->model;
}

/**
 * plan_preview_get_schedule:
 *
 * Returns: (transfer none): what would follow from the edit that was tried last
 */
const PlanSchedule *
plan_preview_get_schedule (const PlanPreview *self)
{
  return self->schedule;
}

/**
 * plan_preview_is_moved:
 * @task: index of a task
 *
 * Returns: whether the task would get another start or finish
 */
gboolean
plan_preview_is_moved (const PlanPreview *self, guint task)
{
  const PlanScheduledTask *before = plan_schedule_get_task (plan_document_get_schedule (self->document), task);
  const PlanScheduledTask *after = plan_schedule_get_task (self->schedule, task);

  return before->start != after->start || before->finish != after->finish;
}

/**
 * plan_preview_count_moved:
 * @project: which project's tasks to count
 * @except: a task that does not count
 *
 * Returns: how many tasks, summaries not counted, would get another start or finish
 */
guint
plan_preview_count_moved (const PlanPreview *self, PlanId project, PlanId except)
{
  guint n = plan_schedule_get_n (self->schedule), n_moved = 0;

  for (guint i = 0; i < n; i++)
    if (plan_preview_is_moved (self, i) && !plan_schedule_get_task (self->schedule, i)->summary)
      {
        const PlanTask *task = plan_model_get_task_at (self->model, i);

        n_moved += task->project == project && task->id != except;
      }
  return n_moved;
}
