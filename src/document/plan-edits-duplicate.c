/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of rows: the tasks with everything below them, what belongs to them, and the links among them. The field table
 * says what belongs to whom and which fields name records, so copies name copies. Baselines and what a file said of a
 * task are of the original alone.
 */

#include "plan-edits-place.h"
#include "plan-edits-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PlanDocument *document;
  const PlanModel *model;
  PlanPlaces *places;
  GHashTable *copies; /* id of the copy by id of the original, both PlanId */
} Duplicate;

static PlanId
note_copy (Duplicate *self, PlanId original)
{
  PlanId copy = plan_id_source_next (plan_document_get_ids (self->document));

  g_hash_table_insert (self->copies, g_memdup2 (&original, sizeof original), g_memdup2 (&copy, sizeof copy));
  return copy;
}

/* Puts copies of the branch that begins with @row after the place @after, which is a sibling. Returns: where */
static guint
copy_branch (Duplicate *self, guint row, guint after)
{
  const PlanOutlineRow *rows = self->places->outline->rows;
  guint end = rows[row].end;
  g_autofree guint *copies = g_new0 (guint, end - row);

  for (guint at = row; at < end; at++)
    {
      PlanTask task = *plan_model_get_task_at (self->model, rows[at].task);
      guint parent = at == row ? plan_places_get (self->places, after)->parent : copies[rows[at].parent - row];

      task.id = note_copy (self, task.id);
      task.source_uid = -1;
      task.wbs = NULL;
      task.created = plan_ticks_now ();
      copies[at - row] = plan_places_add (self->places, &task);
      plan_places_put (self->places, copies[at - row], parent,
                       at == row ? after : plan_places_get (self->places, parent)->last);
    }
  return copies[0];
}

/* Whether all that the record belongs to is copied; a link belongs to both its tasks. */
static gboolean
is_copied (Duplicate *self, PlanRecord record, gconstpointer body)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
  gboolean owned = FALSE;

  for (PlanFieldId field = first; field < end; field++)
    {
      const PlanField *row = plan_field_get (field);
      gboolean of_task = (row->type == PLAN_TYPE_ID && row->target == PLAN_RECORD_TASK) || row->type == PLAN_TYPE_OWNER_ID;
      PlanId owner;

      if (!of_task || !(row->flags & PLAN_FIELD_OWNER))
        continue;
      owner = plan_field_get_value (field, body).integer;
      if (!g_hash_table_contains (self->copies, &owner))
        return FALSE;
      owned = TRUE;
    }
  return owned;
}

static void
copy_record (Duplicate *self, PlanRecord record, gconstpointer body, PlanBatch *batch)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
  g_autofree gpointer copy = g_memdup2 (body, plan_record_get_size (record));
  PlanFieldId source = plan_field_find (record, "source_uid");

  for (PlanFieldId field = first; field < end; field++)
    {
      const PlanField *row = plan_field_get (field);
      PlanValue value = plan_field_get_value (field, body);
      const PlanId *id = value.kind == PLAN_VALUE_INTEGER ? g_hash_table_lookup (self->copies, &value.integer) : NULL;

      if (id != NULL && (row->type == PLAN_TYPE_ID || row->type == PLAN_TYPE_OWNER_ID))
        plan_field_set_value (field, copy, &PLAN_VALUE_OF_INTEGER (*id));
    }
  if (source != PLAN_N_FIELDS)
    plan_field_set_value (source, copy, &PLAN_VALUE_OF_INTEGER (-1));
  *(PlanId *) copy = note_copy (self, plan_record_get_id (body));
  plan_batch_insert (batch, record, copy);
}

/* Kinds of records come with owners before what they own. */
static void
copy_owned (Duplicate *self, PlanBatch *batch)
{
  static const PlanRecord records[] = {
    PLAN_RECORD_LINK, PLAN_RECORD_ASSIGNMENT, PLAN_RECORD_WORK_SPAN, PLAN_RECORD_SPLIT, PLAN_RECORD_CUSTOM_VALUE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      guint n = plan_model_get_n (self->model, records[i]);

      for (guint k = 0; k < n; k++)
        {
          gconstpointer body = plan_model_get_at (self->model, records[i], k);

          if (is_copied (self, records[i], body))
            copy_record (self, records[i], body, batch);
        }
    }
}

/**
 * plan_edit_tasks_duplicate:
 *
 * Puts copies of the tasks after the last of them, at its level, with everything below them, their assignments and the
 * links among them. A code that was typed as WBS stays with the original.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_tasks_duplicate (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error)
{
  Duplicate self = { .document = document, .model = plan_document_get_model (document) };
  g_autoptr (GHashTable) copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autoptr (PlanPlaces) places = NULL;
  g_autoptr (GArray) top = NULL;
  g_autofree char *subject = NULL;
  PlanId project;
  guint after;

  if (!plan_edit_require_tasks (document, tasks, n_tasks, &project, error))
    return FALSE;
  self.copies = copies;
  self.places = places = plan_places_new (document, project);
  top = plan_places_list_top (places, tasks, n_tasks);
  after = g_array_index (top, guint, top->len - 1);
  for (guint i = 0; i < top->len; i++)
    after = copy_branch (&self, g_array_index (top, guint, i) - 1, after);
  plan_places_write (places, batch);
  copy_owned (&self, batch);
  subject = g_strdup (plan_places_get_task (places, g_array_index (top, guint, 0))->name);
  return plan_batch_run (batch, document, top->len == 1 ? N_("Copy of “%s”") : N_("Copy of “%s” and others"),
                         subject != NULL ? subject : "", project, error);
}
