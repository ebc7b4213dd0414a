/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Resources of the office and their assignments to tasks.
 */

#include "plan-edits-private.h"
#include "plan-edits-work.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

static gint64
get_next_rank (const PlanModel *model)
{
  gint64 rank = 0;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    rank = MAX (rank, ((const PlanResource *) plan_model_get_at (model, PLAN_RECORD_RESOURCE, i))->rank);
  return rank + PLAN_RANK_GAP;
}

/*
 * plan_edit_init_resource:
 * @resource: (out): a new resource after all others; its name is @name
 */
void
plan_edit_init_resource (PlanResource *resource, PlanDocument *document, const char *name, PlanResourceType type)
{
  plan_record_init (PLAN_RECORD_RESOURCE, resource);
  resource->id = plan_id_source_next (plan_document_get_ids (document));
  resource->name = name;
  resource->type = type;
  resource->rank = get_next_rank (plan_document_get_model (document));
}

/**
 * plan_edit_resource_add:
 * @id: (out) (optional): the new resource
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_resource_add (PlanDocument *document, const char *name, PlanResourceType type, PlanId *id, GError **error)
{
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanResource resource;

  if (name == NULL || *name == '\0')
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("A resource needs a name."));
      return FALSE;
    }
  plan_edit_init_resource (&resource, document, name, type);
  plan_batch_insert (batch, PLAN_RECORD_RESOURCE, &resource);
  if (!plan_batch_run (batch, document, N_("New resource “%s”"), name, PLAN_ID_NONE, error))
    return FALSE;
  if (id != NULL)
    *id = resource.id;
  return TRUE;
}

/* A calendar that is not in lists belongs to one resource alone. */
static void
add_own_calendar (const PlanModel *model, const PlanResource *resource, GHashTable *owned)
{
  const PlanCalendar *calendar = plan_model_get_calendar (model, resource->calendar);

  if (calendar != NULL && !calendar->base && !plan_owned_is_calendar_used (model, calendar, owned))
    g_hash_table_add (owned, (gpointer) &calendar->id);
}

/**
 * plan_edit_resource_delete:
 *
 * Deletes the resource with its assignments and its own calendar.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_resource_delete (PlanDocument *document, PlanId resource, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanResource *record = plan_edit_require (document, PLAN_RECORD_RESOURCE, resource, error);
  g_autoptr (GHashTable) owned = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;

  if (record == NULL)
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  g_hash_table_add (owned, &resource);
  add_own_calendar (model, record, owned);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);

      if (assignment->resource == resource)
        g_hash_table_add (owned, (gpointer) &assignment->id);
    }
  plan_owned_complete (model, owned);
  plan_owned_delete (model, owned, batch);
  return plan_batch_run (batch, document, N_("Deletion of the resource “%s”"), subject, PLAN_ID_NONE, error);
}

static gboolean
check_assignment (const PlanModel *model, const PlanTask *task, const PlanResource *resource, GError **error)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);

      if (assignment->task != task->id || assignment->resource != resource->id)
        continue;
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                   /* Translators: %1$s is the name of a resource, %2$s that of a task */
                   _("“%1$s” is assigned to “%2$s” already."), resource->name != NULL ? resource->name : "",
                   task->name != NULL ? task->name : "");
      return FALSE;
    }
  return TRUE;
}

/*
 * plan_edit_init_assignment:
 * @assignment: (out): a new assignment; its work is the duration of the task times its units
 * @type: the kind of the resource
 * @units: hundredths of a percent
 */
void
plan_edit_init_assignment (PlanAssignment *assignment, PlanDocument *document, const PlanTask *task, PlanId resource,
                           PlanResourceType type, PlanPercent units)
{
  plan_record_init (PLAN_RECORD_ASSIGNMENT, assignment);
  assignment->id = plan_id_source_next (plan_document_get_ids (document));
  assignment->task = task->id;
  assignment->resource = resource;
  assignment->units = units;
  if (type == PLAN_RESOURCE_WORK)
    assignment->work = plan_multiply_divide (task->duration, units, PLAN_PERCENT_HUNDRED);
}

/**
 * plan_edit_assignment_add:
 * @units: hundredths of a percent
 * @id: (out) (optional): the new assignment
 *
 * Assigns the resource; its work, that of others and the duration of the task follow by the type of the task.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_assignment_add (PlanDocument *document, PlanId task, PlanId resource, PlanPercent units, PlanId *id, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanTask *worked = plan_edit_require (document, PLAN_RECORD_TASK, task, error);
  const PlanResource *worker = worked != NULL ? plan_edit_require (document, PLAN_RECORD_RESOURCE, resource, error) : NULL;
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autoptr (PlanWorkEdit) edit = NULL;
  g_autofree char *subject = NULL;
  PlanValue value = PLAN_VALUE_OF_INTEGER (units);
  PlanAssignment assignment;

  if (worker == NULL || !plan_field_check (PLAN_FIELD_ASSIGNMENT_UNITS, &value, error) ||
      !check_assignment (model, worked, worker, error))
    return FALSE;
  plan_edit_init_assignment (&assignment, document, worked, resource, worker->type, units);
  edit = worker->type == PLAN_RESOURCE_WORK ? plan_work_edit_new (document, batch, worked) : NULL;
  if (edit != NULL)
    {
      plan_work_edit_add (edit, &assignment);
      plan_work_edit_take (edit, &assignment);
      plan_work_edit_write (edit);
    }
  subject = g_strdup (worked->name != NULL ? worked->name : "");
  plan_batch_insert (batch, PLAN_RECORD_ASSIGNMENT, &assignment);
  if (!plan_batch_run (batch, document, N_("Assignment to “%s”"), subject, worked->project, error))
    return FALSE;
  if (id != NULL)
    *id = assignment.id;
  return TRUE;
}

/**
 * plan_edit_assignment_delete:
 *
 * Deletes the assignment; who else works on the task takes its work over when the task is driven by effort.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_assignment_delete (PlanDocument *document, PlanId assignment, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanAssignment *body = plan_edit_require (document, PLAN_RECORD_ASSIGNMENT, assignment, error);
  const PlanTask *task = body != NULL ? plan_model_get_task (model, body->task) : NULL;
  g_autoptr (GHashTable) owned = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autoptr (PlanWorkEdit) edit = NULL;
  g_autofree char *subject = NULL;

  if (task == NULL)
    return FALSE;
  subject = g_strdup (task->name != NULL ? task->name : "");
  edit = plan_work_edit_new (document, batch, task);
  if (edit != NULL)
    {
      plan_work_edit_remove (edit, assignment);
      plan_work_edit_write (edit);
    }
  g_hash_table_add (owned, &assignment);
  plan_owned_complete (model, owned);
  plan_owned_delete (model, owned, batch);
  return plan_batch_run (batch, document, N_("Deletion of an assignment to “%s”"), subject, task->project, error);
}
