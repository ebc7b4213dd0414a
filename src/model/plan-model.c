/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Owner of all records: one table of packed pages for each kind and a pool of texts. It is a projection of the office file
 * and changes only through change sets, once they are checked; readers of foreign files fill one of their own.
 */

#include "plan-model.h"

#include "plan-error.h"
#include "plan-table.h"
#include "plan-text-pool.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

struct _PlanModel
{
  int ref_count;
  PlanTextPool *texts;
  PlanTable *tables[PLAN_N_RECORDS];
};

/**
 * plan_model_new:
 *
 * Returns: (transfer full): a model without records
 */
PlanModel *
plan_model_new (void)
{
  PlanModel *self = g_new0 (PlanModel, 1);

  self->ref_count = 1;
  self->texts = plan_text_pool_new ();
  for (guint i = 0; i < PLAN_N_RECORDS; i++)
    self->tables[i] = plan_table_new (plan_record_get_size (i));
  return self;
}

/**
 * plan_model_snapshot:
 *
 * Returns: (transfer full): the model as it is now, to be read by any thread and changed by one; it shares all pages that
 *   do not change
 */
PlanModel *
plan_model_snapshot (PlanModel *self)
{
  PlanModel *copy = g_new0 (PlanModel, 1);

  copy->ref_count = 1;
  copy->texts = plan_text_pool_extend (self->texts);
  for (guint i = 0; i < PLAN_N_RECORDS; i++)
    copy->tables[i] = plan_table_share (self->tables[i]);
  return copy;
}

/**
 * plan_model_ref:
 *
 * Returns: (transfer full): @self
 */
PlanModel *
plan_model_ref (PlanModel *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * plan_model_unref:
 *
 * Gives up a reference; the last one frees the records.
 */
void
plan_model_unref (PlanModel *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  for (guint i = 0; i < PLAN_N_RECORDS; i++)
    plan_table_free (self->tables[i]);
  plan_text_pool_unref (self->texts);
  g_free (self);
}

/**
 * plan_model_get_n:
 *
 * Returns: number of records of that kind
 */
guint
plan_model_get_n (const PlanModel *self, PlanRecord record)
{
  return plan_table_get_n (self->tables[record]);
}

/**
 * plan_model_get_at:
 * @index: less than plan_model_get_n()
 *
 * Returns: (transfer none): a record, valid until the next edit
 */
gconstpointer
plan_model_get_at (const PlanModel *self, PlanRecord record, guint index)
{
  return plan_table_get_at (self->tables[record], index);
}

/**
 * plan_model_find:
 *
 * Returns: the index of the record, or %PLAN_INDEX_NONE
 */
guint
plan_model_find (const PlanModel *self, PlanRecord record, PlanId id)
{
  return plan_table_find (self->tables[record], id);
}

/**
 * plan_model_lookup:
 *
 * Returns: (transfer none) (nullable): the record, valid until the next edit, or %NULL
 */
gconstpointer
plan_model_lookup (const PlanModel *self, PlanRecord record, PlanId id)
{
  guint index = plan_table_find (self->tables[record], id);

  return index != PLAN_INDEX_NONE ? plan_table_get_at (self->tables[record], index) : NULL;
}

/**
 * plan_model_get_project:
 *
 * Returns: (transfer none) (nullable): the project, valid until the next edit
 */
const PlanProject *
plan_model_get_project (const PlanModel *self, PlanId id)
{
  return plan_model_lookup (self, PLAN_RECORD_PROJECT, id);
}

/**
 * plan_model_get_calendar:
 *
 * Returns: (transfer none) (nullable): the calendar, valid until the next edit
 */
const PlanCalendar *
plan_model_get_calendar (const PlanModel *self, PlanId id)
{
  return plan_model_lookup (self, PLAN_RECORD_CALENDAR, id);
}

/**
 * plan_model_get_task:
 *
 * Returns: (transfer none) (nullable): the task, valid until the next edit
 */
const PlanTask *
plan_model_get_task (const PlanModel *self, PlanId id)
{
  return plan_model_lookup (self, PLAN_RECORD_TASK, id);
}

/**
 * plan_model_get_resource:
 *
 * Returns: (transfer none) (nullable): the resource, valid until the next edit
 */
const PlanResource *
plan_model_get_resource (const PlanModel *self, PlanId id)
{
  return plan_model_lookup (self, PLAN_RECORD_RESOURCE, id);
}

/**
 * plan_model_get_run:
 * @index: of a record
 * @n: (out): how many records, from this one on, lie behind each other
 *
 * For going through all records of one kind with less ado than asking for each.
 *
 * Returns: (transfer none) (array length=n): the records, valid until the next edit
 */
gconstpointer
plan_model_get_run (const PlanModel *self, PlanRecord record, guint index, guint *n)
{
  return plan_table_get_run (self->tables[record], index, n);
}

/**
 * plan_model_get_task_at:
 *
 * Returns: (transfer none): the task with that index, valid until the next edit
 */
const PlanTask *
plan_model_get_task_at (const PlanModel *self, guint index)
{
  return plan_table_get_at (self->tables[PLAN_RECORD_TASK], index);
}

/**
 * plan_model_get_link_at:
 *
 * Returns: (transfer none): the link with that index, valid until the next edit
 */
const PlanLink *
plan_model_get_link_at (const PlanModel *self, guint index)
{
  return plan_table_get_at (self->tables[PLAN_RECORD_LINK], index);
}

/**
 * plan_model_get_assignment_at:
 *
 * Returns: (transfer none): the assignment with that index, valid until the next edit
 */
const PlanAssignment *
plan_model_get_assignment_at (const PlanModel *self, guint index)
{
  return plan_table_get_at (self->tables[PLAN_RECORD_ASSIGNMENT], index);
}

/**
 * plan_model_keep_text:
 * @text: (nullable): a text
 *
 * Returns: (transfer none) (nullable): a copy that lives as long as the model and its snapshots
 */
const char *
plan_model_keep_text (PlanModel *self, const char *text)
{
  return plan_text_pool_add (self->texts, text);
}

/**
 * plan_model_reserve:
 * @n: number of records that will be inserted
 */
void
plan_model_reserve (PlanModel *self, PlanRecord record, guint n)
{
  plan_table_reserve (self->tables[record], n);
}

/**
 * plan_model_insert:
 * @body: a record with an id that the model does not have; it and its texts are copied
 */
void
plan_model_insert (PlanModel *self, PlanRecord record, gconstpointer body)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
  guint8 *copy;

  g_return_if_fail (plan_record_get_id (body) != PLAN_ID_NONE);

  copy = plan_table_append (self->tables[record], body);
  for (PlanFieldId field = first; field < end; field++)
    if (plan_field_is_text (field))
      {
        const char **text = (const char **) (copy + plan_field_get (field)->offset);

        *text = plan_text_pool_add (self->texts, *text);
      }
}

/**
 * plan_model_set:
 * @id: a record that the model has
 * @value: a value that the field can hold; its text is copied
 */
void
plan_model_set (PlanModel *self, PlanFieldId field, PlanId id, const PlanValue *value)
{
  PlanTable *table = self->tables[plan_field_get (field)->record];
  guint index = plan_table_find (table, id);
  PlanValue copy = *value;

  g_return_if_fail (index != PLAN_INDEX_NONE);

  if (copy.kind == PLAN_VALUE_TEXT)
    copy.text = plan_text_pool_add (self->texts, copy.text);
  plan_field_set_value (field, plan_table_edit (table, index), &copy);
}

/**
 * plan_model_remove:
 * @id: a record that the model has; nothing else is removed with it
 */
void
plan_model_remove (PlanModel *self, PlanRecord record, PlanId id)
{
  guint index = plan_table_find (self->tables[record], id);

  g_return_if_fail (index != PLAN_INDEX_NONE);

  plan_table_remove (self->tables[record], index);
}

/* A record comes at most once in a change set, so that each change can be checked by itself. */
static gboolean
can_apply (PlanModel *self, const PlanChange *change, GError **error)
{
  gboolean exists = plan_model_find (self, change->record, change->id) != PLAN_INDEX_NONE;

  if (exists == (change->op != PLAN_CHANGE_INSERT))
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %s is a kind of record as “task”, then its number */
               _("The edit does not fit the office: %s %" PRId64 "."), plan_record_get_table (change->record), change->id);
  return FALSE;
}

static void
apply_change (PlanModel *self, const PlanChange *change)
{
  switch (change->op)
    {
    case PLAN_CHANGE_INSERT:
      plan_model_insert (self, change->record, change->body);
      break;
    case PLAN_CHANGE_UPDATE:
      plan_model_set (self, change->field, change->id, &change->new_value);
      break;
    case PLAN_CHANGE_DELETE:
      plan_model_remove (self, change->record, change->id);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * plan_model_apply:
 *
 * Makes the changes, all or none.
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND when a record is missing or there already
 */
gboolean
plan_model_apply (PlanModel *self, const PlanChangeSet *changes, GError **error)
{
  guint n = plan_change_set_get_n (changes);
  PlanChange change;

  for (guint i = 0; i < n; i++)
    {
      plan_change_set_get (changes, i, &change);
      if (!can_apply (self, &change, error))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      plan_change_set_get (changes, i, &change);
      apply_change (self, &change);
    }
  return TRUE;
}

/**
 * plan_model_get_largest_id:
 *
 * Returns: the largest id of any record, or %PLAN_ID_NONE
 */
PlanId
plan_model_get_largest_id (const PlanModel *self)
{
  PlanId largest = PLAN_ID_NONE;

  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    for (guint i = 0; i < plan_table_get_n (self->tables[record]); i++)
      largest = MAX (largest, plan_record_get_id (plan_table_get_at (self->tables[record], i)));
  return largest;
}

/**
 * plan_model_has_baseline:
 * @number: of the baseline, from 0
 *
 * Returns: whether any task of @project has that baseline
 */
gboolean
plan_model_has_baseline (const PlanModel *self, PlanId project, int number)
{
  guint n = plan_model_get_n (self, PLAN_RECORD_BASELINE);

  for (guint i = 0; i < n; i++)
    {
      const PlanBaseline *baseline = plan_model_get_at (self, PLAN_RECORD_BASELINE, i);
      const PlanTask *task = NULL;

      if (baseline->owner_record == PLAN_RECORD_TASK && baseline->number == number)
        task = plan_model_get_task (self, baseline->owner);
      if (task != NULL && task->project == project)
        return TRUE;
    }
  return FALSE;
}
