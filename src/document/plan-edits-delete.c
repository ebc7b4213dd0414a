/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes with a record that is deleted: everything that belongs to it, and what belongs to that. The field table says
 * which field of a record names its owner; kinds of records come with owners before what they own, so one pass over
 * them finds all. Only tasks lie within their own kind.
 */

#include "plan-edits-private.h"

static void
add_subtasks (const PlanModel *model, GHashTable *owned)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_TASK), before;

  do
    {
      before = g_hash_table_size (owned);
      for (guint i = 0; i < n; i++)
        {
          const PlanTask *task = plan_model_get_task_at (model, i);

          if (task->parent != PLAN_ID_NONE && g_hash_table_contains (owned, &task->parent))
            g_hash_table_add (owned, (gpointer) &task->id);
        }
    }
  while (g_hash_table_size (owned) != before);
}

static void
add_owned (const PlanModel *model, PlanFieldId id, GHashTable *owned)
{
  const PlanField *field = plan_field_get (id);
  guint n = plan_model_get_n (model, field->record);

  for (guint i = 0; i < n; i++)
    {
      gconstpointer body = plan_model_get_at (model, field->record, i);
      PlanValue owner = plan_field_get_value (id, body);

      if (owner.kind == PLAN_VALUE_INTEGER && g_hash_table_contains (owned, &owner.integer))
        g_hash_table_add (owned, (gpointer) body);
    }
}

/*
 * plan_owned_complete:
 * @owned: ids of records; gets the ids of all that belongs to them, valid until the next edit
 */
void
plan_owned_complete (const PlanModel *model, GHashTable *owned)
{
  for (PlanFieldId id = 0; id < PLAN_N_FIELDS; id++)
    {
      const PlanField *field = plan_field_get (id);

      if ((field->flags & PLAN_FIELD_OWNER) && (field->type == PLAN_TYPE_ID || field->type == PLAN_TYPE_OWNER_ID))
        add_owned (model, id, owned);
      if (id == PLAN_FIELD_TASK_PROJECT)
        add_subtasks (model, owned);
    }
}

/*
 * plan_owned_delete:
 *
 * Adds the deletion of all these records to the batch, what is owned before its owner.
 */
void
plan_owned_delete (const PlanModel *model, GHashTable *owned, PlanBatch *batch)
{
  for (guint record = PLAN_N_RECORDS; record-- > 0;)
    {
      guint n = plan_model_get_n (model, record);

      for (guint i = 0; i < n; i++)
        {
          const PlanId *id = plan_model_get_at (model, record, i);

          if (g_hash_table_contains (owned, id))
            plan_batch_delete (batch, record, *id);
        }
    }
}

/*
 * plan_owned_is_calendar_used:
 * @owned: ids of records that go
 *
 * Returns: whether any record that stays names the calendar
 */
gboolean
plan_owned_is_calendar_used (const PlanModel *model, const PlanCalendar *calendar, GHashTable *owned)
{
  for (PlanFieldId id = 0; id < PLAN_N_FIELDS; id++)
    {
      const PlanField *field = plan_field_get (id);
      gboolean names = field->type == PLAN_TYPE_ID && field->target == PLAN_RECORD_CALENDAR && !(field->flags & PLAN_FIELD_OWNER);
      guint n = names ? plan_model_get_n (model, field->record) : 0;

      for (guint i = 0; i < n; i++)
        {
          const PlanId *body = plan_model_get_at (model, field->record, i);

          if (plan_field_get_value (id, body).integer == calendar->id && !g_hash_table_contains (owned, body))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * plan_owned_delete_record:
 * @label: of the edit, with %s for the name of the task or the like that the record belongs to
 *
 * Deletes one record with all that it owns, as one edit.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_owned_delete_record (PlanDocument *document, PlanRecord record, PlanId id, const char *label, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  g_autoptr (GHashTable) owned = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;
  const char *name;
  PlanId project;

  if (plan_edit_require (document, record, id, error) == NULL)
    return FALSE;
  plan_edit_get_subject (model, record, id, &name, &project);
  subject = g_strdup (name != NULL ? name : "");
  g_hash_table_add (owned, &id);
  plan_owned_complete (model, owned);
  plan_owned_delete (model, owned, batch);
  return plan_batch_run (batch, document, label, subject, project, error);
}
