/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of insertions, updates and deletions. Edits look at the model, collect what follows from the user's wish here, and
 * hand it over as one transaction; so nothing has been written yet when a check fails. The model is the same at the end of
 * collecting as at its beginning.
 */

#include "plan-batch.h"

typedef struct
{
  PlanChangeOp op;
  PlanRecord record;
  PlanFieldId field;
  PlanId id;
  PlanValue value;
  gpointer body;
} Item;

struct _PlanBatch
{
  GArray *items;
  GStringChunk *texts;
};

static void
clear_item (gpointer data)
{
  g_free (((Item *) data)->body);
}

/**
 * plan_batch_new:
 *
 * Returns: (transfer full): an empty batch
 */
PlanBatch *
plan_batch_new (void)
{
  PlanBatch *self = g_new0 (PlanBatch, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  self->texts = g_string_chunk_new (1024);
  return self;
}

/**
 * plan_batch_free:
 * @self: (transfer full):
 */
void
plan_batch_free (PlanBatch *self)
{
  g_array_unref (self->items);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static PlanValue
keep_value (PlanBatch *self, const PlanValue *value)
{
  PlanValue copy = *value;

  if (value->kind == PLAN_VALUE_TEXT)
    copy.text = g_string_chunk_insert (self->texts, value->text);
  return copy;
}

/**
 * plan_batch_insert:
 * @body: a whole record with its id; copied with its texts
 */
void
plan_batch_insert (PlanBatch *self, PlanRecord record, gconstpointer body)
{
  PlanFieldId first = plan_field_first (record);
  Item item = { .op = PLAN_CHANGE_INSERT, .record = record, .id = plan_record_get_id (body) };

  item.body = g_memdup2 (body, plan_record_get_size (record));
  for (PlanFieldId field = first; field < first + plan_field_count (record); field++)
    if (plan_field_is_text (field))
      {
        PlanValue value = plan_field_get_value (field, body);

        value = keep_value (self, &value);
        plan_field_set_value (field, item.body, &value);
      }
  g_array_append_val (self->items, item);
}

/**
 * plan_batch_set:
 * @value: the new value; its text is copied
 */
void
plan_batch_set (PlanBatch *self, PlanFieldId field, PlanId id, const PlanValue *value)
{
  Item item = { .op = PLAN_CHANGE_UPDATE, .field = field, .id = id, .value = keep_value (self, value) };

  g_array_append_val (self->items, item);
}

/**
 * plan_batch_set_integer:
 *
 * Sets a field that holds a whole number, an instant or an id.
 */
void
plan_batch_set_integer (PlanBatch *self, PlanFieldId field, PlanId id, gint64 value)
{
  plan_batch_set (self, field, id, &PLAN_VALUE_OF_INTEGER (value));
}

/**
 * plan_batch_clear:
 *
 * Makes the field "not set".
 */
void
plan_batch_clear (PlanBatch *self, PlanFieldId field, PlanId id)
{
  plan_batch_set (self, field, id, &PLAN_VALUE_OF_NULL);
}

/**
 * plan_batch_delete:
 *
 * Deletes the record only; what it owns is to be deleted before.
 */
void
plan_batch_delete (PlanBatch *self, PlanRecord record, PlanId id)
{
  Item item = { .op = PLAN_CHANGE_DELETE, .record = record, .id = id };

  g_array_append_val (self->items, item);
}

/**
 * plan_batch_deletes:
 *
 * Returns: whether the record is going to be deleted
 */
gboolean
plan_batch_deletes (const PlanBatch *self, PlanRecord record, PlanId id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->op == PLAN_CHANGE_DELETE && item->record == record && item->id == id)
        return TRUE;
    }
  return FALSE;
}

/**
 * plan_batch_get_n:
 *
 * Returns: how many insertions, updates and deletions there are
 */
guint
plan_batch_get_n (const PlanBatch *self)
{
  return self->items->len;
}

/**
 * plan_batch_apply:
 * @first: the first item that counts
 * @body: a record with that id; gets texts that belong to the batch
 *
 * Makes the record what it will be by the updates collected so far.
 */
void
plan_batch_apply (const PlanBatch *self, guint first, PlanId id, gpointer body)
{
  for (guint i = first; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->op == PLAN_CHANGE_UPDATE && item->id == id)
        plan_field_set_value (item->field, body, &item->value);
    }
}

/**
 * plan_batch_apply_to:
 * @model: a copy of the office as it is before the edit
 *
 * Makes the model what the office will be, to try something out.
 */
void
plan_batch_apply_to (const PlanBatch *self, PlanModel *model)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->op == PLAN_CHANGE_INSERT)
        plan_model_insert (model, item->record, item->body);
      else if (item->op == PLAN_CHANGE_DELETE)
        plan_model_remove (model, item->record, item->id);
      else
        plan_model_set (model, item->field, item->id, &item->value);
    }
}

static void
list_update (const Item *item, const PlanModel *model, PlanChangeSet *changes, GHashTable *drafts)
{
  PlanRecord record = plan_field_get (item->field)->record;
  gpointer draft = g_hash_table_lookup (drafts, &item->id);
  PlanValue before;

  if (draft == NULL)
    {
      draft = g_memdup2 (plan_model_lookup (model, record, item->id), plan_record_get_size (record));
      g_hash_table_insert (drafts, (gpointer) &item->id, draft);
    }
  before = plan_field_get_value (item->field, draft);
  if (plan_value_equal (&before, &item->value))
    return;
  plan_change_set_add_update (changes, item->field, item->id, &before, &item->value);
  plan_field_set_value (item->field, draft, &item->value);
}

/**
 * plan_batch_list_changes:
 * @model: the office before the edit
 *
 * Returns: (transfer full): what writing the batch will change in the model
 */
PlanChangeSet *
plan_batch_list_changes (const PlanBatch *self, const PlanModel *model)
{
  PlanChangeSet *changes = plan_change_set_new ();
  g_autoptr (GHashTable) drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->op == PLAN_CHANGE_INSERT)
        plan_change_set_add_insert (changes, item->record, item->body);
      else if (item->op == PLAN_CHANGE_DELETE)
        plan_change_set_add_delete (changes, item->record, plan_model_lookup (model, item->record, item->id));
      else
        list_update (item, model, changes, drafts);
    }
  return changes;
}

static gboolean
write_item (PlanStore *store, const Item *item, GError **error)
{
  switch (item->op)
    {
    case PLAN_CHANGE_INSERT:
      return plan_store_insert (store, item->record, item->body, error);
    case PLAN_CHANGE_UPDATE:
      return plan_store_update (store, item->field, item->id, &item->value, error);
    default:
      return plan_store_delete (store, item->record, item->id, error);
    }
}

static gboolean
write_items (PlanDocument *document, PlanStore *store, gpointer data, GError **error)
{
  PlanBatch *self = data;

  for (guint i = 0; i < self->items->len; i++)
    if (!write_item (store, &g_array_index (self->items, Item, i), error))
      return FALSE;
  return TRUE;
}

/**
 * plan_batch_run:
 *
 * Writes all of it as one edit; see plan_document_edit().
 *
 * Returns: whether the edit was made
 */
gboolean
plan_batch_run (PlanBatch *self, PlanDocument *document, const char *label, const char *subject, PlanId project, GError **error)
{
  return plan_document_edit (document, label, subject, project, write_items, self, error);
}
