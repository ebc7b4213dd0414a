/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one edit changed, in terms of records and fields: a plain list. Updates hold one field each; insertions and
 * deletions hold the whole record, packed by kind, so that an import of 100,000 tasks stays small.
 */

#include "plan-change-set.h"

#include "plan-text-pool.h"

#include <string.h>

typedef struct
{
  guint8 op;
  guint8 record;
  guint16 field;
  guint row; /* of the body within its kind, or of the pair of values */
  PlanId id;
} Entry;

typedef struct
{
  PlanValue old_value;
  PlanValue new_value;
} Pair;

struct _PlanChangeSet
{
  PlanTextPool *texts;
  GArray *entries;
  GArray *pairs;
  GByteArray *bodies[PLAN_N_RECORDS];
};

/**
 * plan_change_set_new:
 *
 * Returns: (transfer full): a change set without changes
 */
PlanChangeSet *
plan_change_set_new (void)
{
  PlanChangeSet *self = g_new0 (PlanChangeSet, 1);

  self->texts = plan_text_pool_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  return self;
}

/**
 * plan_change_set_free:
 *
 * Frees the change set and all texts and bodies that it handed out.
 */
void
plan_change_set_free (PlanChangeSet *self)
{
  for (guint i = 0; i < PLAN_N_RECORDS; i++)
    g_clear_pointer (&self->bodies[i], g_byte_array_unref);
  g_array_unref (self->pairs);
  g_array_unref (self->entries);
  plan_text_pool_unref (self->texts);
  g_free (self);
}

static PlanValue
copy_value (PlanChangeSet *self, const PlanValue *value)
{
  PlanValue copy = *value;

  if (copy.kind == PLAN_VALUE_TEXT)
    copy.text = plan_text_pool_add (self->texts, copy.text);
  return copy;
}

/**
 * plan_change_set_add_update:
 * @old_value: the value before; texts are copied
 * @new_value: the value after
 */
void
plan_change_set_add_update (PlanChangeSet *self, PlanFieldId field, PlanId id, const PlanValue *old_value, const PlanValue *new_value)
{
  Entry entry = { PLAN_CHANGE_UPDATE, plan_field_get (field)->record, field, self->pairs->len, id };
  Pair pair = { copy_value (self, old_value), copy_value (self, new_value) };

  g_array_append_val (self->entries, entry);
  g_array_append_val (self->pairs, pair);
}

static void
add_body (PlanChangeSet *self, PlanChangeOp op, PlanRecord record, gconstpointer body)
{
  gsize size = plan_record_get_size (record);
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
  Entry entry = { op, record, 0, 0, plan_record_get_id (body) };
  GByteArray *bodies;

  if (self->bodies[record] == NULL)
    self->bodies[record] = g_byte_array_new ();
  bodies = self->bodies[record];
  entry.row = bodies->len / size;
  g_byte_array_append (bodies, body, size);
  for (PlanFieldId field = first; field < end; field++)
    if (plan_field_is_text (field))
      {
        const char **text = (const char **) (bodies->data + entry.row * size + plan_field_get (field)->offset);

        *text = plan_text_pool_add (self->texts, *text);
      }
  g_array_append_val (self->entries, entry);
}

/**
 * plan_change_set_add_insert:
 * @body: the new record; it and its texts are copied
 */
void
plan_change_set_add_insert (PlanChangeSet *self, PlanRecord record, gconstpointer body)
{
  add_body (self, PLAN_CHANGE_INSERT, record, body);
}

/**
 * plan_change_set_add_delete:
 * @body: the record that went; it and its texts are copied
 */
void
plan_change_set_add_delete (PlanChangeSet *self, PlanRecord record, gconstpointer body)
{
  add_body (self, PLAN_CHANGE_DELETE, record, body);
}

/**
 * plan_change_set_get_n:
 *
 * Returns: number of changes
 */
guint
plan_change_set_get_n (const PlanChangeSet *self)
{
  return self->entries->len;
}

/**
 * plan_change_set_get:
 * @change: (out): the change; its texts and body belong to the change set and hold until something is added to it
 */
void
plan_change_set_get (const PlanChangeSet *self, guint index, PlanChange *change)
{
  const Entry *entry = &g_array_index (self->entries, Entry, index);

  *change = (PlanChange){ .op = entry->op, .record = entry->record, .id = entry->id };
  if (entry->op == PLAN_CHANGE_UPDATE)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, entry->row);

      change->field = entry->field;
      change->old_value = pair->old_value;
      change->new_value = pair->new_value;
    }
  else
    change->body = self->bodies[entry->record]->data + entry->row * plan_record_get_size (entry->record);
}

/**
 * plan_change_set_has_record:
 *
 * Returns: whether any record of that kind changed
 */
gboolean
plan_change_set_has_record (const PlanChangeSet *self, PlanRecord record)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).record == record)
      return TRUE;
  return FALSE;
}

/**
 * plan_record_needs_schedule:
 *
 * Returns: whether dates may follow from a record that comes or goes: when they do from any of its fields
 */
gboolean
plan_record_needs_schedule (PlanRecord record)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);

  for (PlanFieldId field = first; field < end; field++)
    if (plan_field_get (field)->flags & PLAN_FIELD_SCHEDULE)
      return TRUE;
  return FALSE;
}

/**
 * plan_change_set_needs_schedule:
 *
 * Returns: whether dates may follow from what changed
 */
gboolean
plan_change_set_needs_schedule (const PlanChangeSet *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->op == PLAN_CHANGE_UPDATE ? (plan_field_get (entry->field)->flags & PLAN_FIELD_SCHEDULE) != 0
                                          : plan_record_needs_schedule (entry->record))
        return TRUE;
    }
  return FALSE;
}

/**
 * plan_change_set_invert:
 *
 * Returns: (transfer full): the change set that takes this one back, in reverse order
 */
PlanChangeSet *
plan_change_set_invert (const PlanChangeSet *self)
{
  PlanChangeSet *inverse = plan_change_set_new ();

  for (guint i = self->entries->len; i-- > 0;)
    {
      PlanChange change;

      plan_change_set_get (self, i, &change);
      if (change.op == PLAN_CHANGE_UPDATE)
        plan_change_set_add_update (inverse, change.field, change.id, &change.new_value, &change.old_value);
      else
        add_body (inverse, change.op == PLAN_CHANGE_INSERT ? PLAN_CHANGE_DELETE : PLAN_CHANGE_INSERT, change.record, change.body);
    }
  return inverse;
}
