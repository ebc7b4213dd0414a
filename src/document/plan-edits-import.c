/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking what a reader made of a file into the office, as one edit. Records that the office has already are not written;
 * what names them is turned to the office's. What breaks a rule of the office is left out and stands in the report.
 */

#include "plan-edits-private.h"

#include "plan-error.h"
#include "plan-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * ImportEdit:
 * @ids: the id in the office, where it differs from that in the import
 * @left_out: ids of records that are not written
 * @met: tasks of the office for which rows of the import stand, which are not written either: @stand_ins
 * @waiting: tasks of the import for which rows of the office stand, which go: @replaced
 * @links: pairs of tasks that the import links, as they are in the office
 */
typedef struct
{
  const PlanModel *office;
  const PlanImport *import;
  PlanIdSource *source;
  GHashTable *ids;
  GHashTable *left_out;
  GHashTable *met;
  GHashTable *stand_ins;
  GHashTable *waiting;
  GHashTable *replaced;
  GHashTable *links;
  guint n_projects;
  gint64 resource_rank;
  guint n_wrong_finishes;
} ImportEdit;

static void
init_import (ImportEdit *self, PlanDocument *document, const PlanImport *import)
{
  *self = (ImportEdit) { .office = plan_document_get_model (document), .import = import, .source = plan_document_get_ids (document) };
  self->ids = plan_import_find_shared (self->office, import->model);
  self->left_out = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->met = plan_import_meet_externals (import->model, self->office);
  self->stand_ins = plan_import_list_stand_ins (import->model, self->met);
  self->waiting = plan_import_meet_externals (self->office, import->model);
  self->replaced = plan_import_list_stand_ins (self->office, self->waiting);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < plan_model_get_n (self->office, PLAN_RECORD_RESOURCE); i++)
    self->resource_rank = MAX (self->resource_rank, ((const PlanResource *) plan_model_get_at (self->office, PLAN_RECORD_RESOURCE, i))->rank);
}

static void
clear_import (ImportEdit *self)
{
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->left_out);
  g_hash_table_unref (self->met);
  g_hash_table_unref (self->stand_ins);
  g_hash_table_unref (self->waiting);
  g_hash_table_unref (self->replaced);
  g_hash_table_unref (self->links);
}

/* Rows that stand for tasks of the office are taken as they are. */
static void
forget_externals (ImportEdit *self)
{
  g_hash_table_remove_all (self->met);
  g_hash_table_remove_all (self->stand_ins);
  g_hash_table_remove_all (self->waiting);
  g_hash_table_remove_all (self->replaced);
  g_hash_table_remove_all (self->links);
  self->n_projects = self->n_wrong_finishes = 0;
}

/* With what the office has goes what belongs to it, and calendars that only it used. */
static void
leave_out_shared (ImportEdit *self)
{
  const PlanModel *model = self->import->model;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (self->left_out, key);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *calendar = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);

      if (!calendar->base && g_hash_table_size (self->left_out) > 0 && !plan_owned_is_calendar_used (model, calendar, self->left_out))
        g_hash_table_add (self->left_out, (gpointer) &calendar->id);
    }
}

static char *
make_pair (PlanId predecessor, PlanId successor)
{
  return g_strdup_printf ("%" G_GINT64_MODIFIER "x %" G_GINT64_MODIFIER "x", predecessor, successor);
}

static gboolean
is_first_of_pair (GHashTable *pairs, const PlanLink *link)
{
  return g_hash_table_add (pairs, make_pair (link->predecessor, link->successor));
}

static void
leave_out_links (ImportEdit *self)
{
  const PlanModel *model = self->import->model;
  g_autoptr (GHashTable) summaries = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) reason = NULL;
  guint n_refused = 0, n_double = 0;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    g_hash_table_add (summaries, (gpointer) &plan_model_get_task_at (model, i)->parent);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_LINK); i++)
    {
      const PlanLink *link = plan_model_get_link_at (model, i);
      gboolean to_summary = g_hash_table_contains (summaries, &link->successor);

      if (!plan_rules_allow_link (model, link, to_summary, reason == NULL ? &reason : NULL))
        n_refused++;
      else if (!is_first_of_pair (pairs, link))
        n_double++;
      else
        continue;
      g_hash_table_add (self->left_out, (gpointer) &link->id);
    }
  if (n_refused > 0)
    plan_report_add (self->import->report, PLAN_REPORT_DROPPED, _("Links"), reason->message, n_refused);
  if (n_double > 0)
    plan_report_add (self->import->report, PLAN_REPORT_DROPPED, _("Links"), _("The two tasks are linked already."), n_double);
}

/* Only an import that is taken twice meets its own ids. */
static void
renew_ids (ImportEdit *self)
{
  const PlanModel *model = self->import->model;

  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    for (guint i = 0; i < plan_model_get_n (model, record); i++)
      {
        const PlanId *id = plan_model_get_at (model, record, i);
        PlanId fresh;

        plan_id_source_saw (self->source, *id);
        if (g_hash_table_contains (self->left_out, id) || plan_model_find (self->office, record, *id) == PLAN_INDEX_NONE)
          continue;
        fresh = plan_id_source_next (self->source);
        g_hash_table_insert (self->ids, (gpointer) id, g_memdup2 (&fresh, sizeof fresh));
      }
}

static const PlanId *
find_other (const ImportEdit *self, const PlanId *id)
{
  const PlanId *other = g_hash_table_lookup (self->ids, id);

  return other != NULL ? other : g_hash_table_lookup (self->met, id);
}

static void
turn_references (ImportEdit *self, PlanRecord record, gpointer body)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
  const PlanId *own = g_hash_table_lookup (self->ids, body);

  if (own != NULL)
    *(PlanId *) body = *own;
  for (PlanFieldId field = first; field < end; field++)
    {
      PlanFieldType type = plan_field_get (field)->type;
      const PlanId *id;
      PlanValue value;

      if (type != PLAN_TYPE_ID && type != PLAN_TYPE_OWNER_ID)
        continue;
      value = plan_field_get_value (field, body);
      id = value.kind == PLAN_VALUE_INTEGER ? find_other (self, &value.integer) : NULL;
      if (id != NULL)
        plan_field_set_value (field, body, &PLAN_VALUE_OF_INTEGER (*id));
    }
}

/* Makes the record one of the office. */
static void
fit_record (ImportEdit *self, PlanRecord record, gpointer body)
{
  PlanTask *task = body;
  PlanResource *resource = body;
  const PlanLink *link = body;
  gint64 rank;

  if (g_hash_table_size (self->ids) > 0 || g_hash_table_size (self->met) > 0)
    turn_references (self, record, body);
  switch (record)
    {
    case PLAN_RECORD_PROJECT:
      plan_edit_place_project (self->office, body, self->n_projects++);
      break;
    case PLAN_RECORD_RESOURCE:
      if (!__builtin_add_overflow (resource->rank, self->resource_rank, &rank))
        resource->rank = rank;
      break;
    case PLAN_RECORD_TASK:
      if (task->actual_finish != PLAN_TICKS_NONE && task->actual_start != PLAN_TICKS_NONE && task->actual_finish < task->actual_start)
        {
          task->actual_finish = PLAN_TICKS_NONE;
          self->n_wrong_finishes++;
        }
      break;
    case PLAN_RECORD_LINK:
      if (g_hash_table_size (self->waiting) > 0)
        g_hash_table_add (self->links, make_pair (link->predecessor, link->successor));
      break;
    default:
      break;
    }
}

/* Where a link of the office leads when an imported task stands instead of the row that stood for it. */
static PlanId
get_turned (const ImportEdit *self, PlanId end)
{
  const PlanId *task = g_hash_table_lookup (self->waiting, &end), *id = task != NULL ? find_other (self, task) : NULL;

  return task == NULL ? end : id != NULL ? *id : *task;
}

/* With what is kept of it. */
static gboolean
delete_link (ImportEdit *self, PlanStore *store, const PlanLink *link, GError **error)
{
  for (guint i = 0; i < plan_model_get_n (self->office, PLAN_RECORD_IMPORTED_VALUE); i++)
    {
      const PlanImportedValue *value = plan_model_get_at (self->office, PLAN_RECORD_IMPORTED_VALUE, i);

      if (value->owner == link->id && !plan_store_delete (store, PLAN_RECORD_IMPORTED_VALUE, value->id, error))
        return FALSE;
    }
  return plan_store_delete (store, PLAN_RECORD_LINK, link->id, error);
}

static gboolean
turn_link (ImportEdit *self, PlanStore *store, const PlanLink *link, GError **error)
{
  PlanId predecessor = get_turned (self, link->predecessor), successor = get_turned (self, link->successor);
  g_autofree char *pair = make_pair (predecessor, successor);

  if (predecessor == link->predecessor && successor == link->successor)
    return TRUE;
  if (g_hash_table_contains (self->links, pair))
    return delete_link (self, store, link, error);
  return (predecessor == link->predecessor ||
          plan_store_update (store, PLAN_FIELD_LINK_PREDECESSOR, link->id, &PLAN_VALUE_OF_INTEGER (predecessor), error)) &&
         (successor == link->successor ||
          plan_store_update (store, PLAN_FIELD_LINK_SUCCESSOR, link->id, &PLAN_VALUE_OF_INTEGER (successor), error));
}

static gboolean
turn_links (ImportEdit *self, PlanStore *store, GError **error)
{
  for (guint i = 0; g_hash_table_size (self->waiting) > 0 && i < plan_model_get_n (self->office, PLAN_RECORD_LINK); i++)
    if (!turn_link (self, store, plan_model_get_link_at (self->office, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_replaced (ImportEdit *self, PlanStore *store, GError **error)
{
  for (guint record = g_hash_table_size (self->replaced) > 0 ? PLAN_N_RECORDS : 0; record-- > 0;)
    for (guint i = 0; i < plan_model_get_n (self->office, record); i++)
      {
        const PlanId *id = plan_model_get_at (self->office, record, i);

        if (g_hash_table_contains (self->replaced, id) && !plan_store_delete (store, record, *id, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
write_records (PlanDocument *document, PlanStore *store, gpointer data, GError **error)
{
  ImportEdit *self = data;
  const PlanModel *model = self->import->model;

  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      gsize size = plan_record_get_size (record);
      g_autofree guint8 *body = g_malloc (size);

      for (guint i = 0; i < plan_model_get_n (model, record); i++)
        {
          gconstpointer from = plan_model_get_at (model, record, i);

          if (g_hash_table_contains (self->left_out, from) || g_hash_table_contains (self->stand_ins, from))
            continue;
          memcpy (body, from, size);
          fit_record (self, record, body);
          if (!plan_store_insert (store, record, body, error))
            return FALSE;
        }
    }
  return turn_links (self, store, error) && delete_replaced (self, store, error);
}

static PlanId
get_project (const ImportEdit *self)
{
  const PlanId *id, *other;

  if (plan_model_get_n (self->import->model, PLAN_RECORD_PROJECT) == 0)
    return PLAN_ID_NONE;
  id = plan_model_get_at (self->import->model, PLAN_RECORD_PROJECT, 0);
  other = g_hash_table_lookup (self->ids, id);
  return other != NULL ? *other : *id;
}

static gboolean
write_import (ImportEdit *self, PlanDocument *document, const char *name, GError **error)
{
  return plan_document_edit (document, N_("Import of “%s”"), name, get_project (self), write_records, self, error);
}

/* Links to tasks of other projects may close a circle or break a rule; then the rows that stand for them stay. */
static gboolean
write_with_externals (ImportEdit *self, PlanDocument *document, const char *name, GError **error)
{
  guint n = g_hash_table_size (self->met) + g_hash_table_size (self->waiting);
  g_autoptr (GError) refused = NULL;

  if (n == 0)
    return write_import (self, document, name, error);
  if (write_import (self, document, name, &refused))
    {
      plan_report_add (self->import->report, PLAN_REPORT_CHANGED, _("Task of another file"),
                       _("It is in the office: links lead to the task itself."), n);
      return TRUE;
    }
  if (!g_error_matches (refused, PLAN_ERROR, PLAN_ERROR_CYCLE) && !g_error_matches (refused, PLAN_ERROR, PLAN_ERROR_RULE))
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }
  forget_externals (self);
  if (!write_import (self, document, name, error))
    return FALSE;
  plan_report_add (self->import->report, PLAN_REPORT_CHANGED, _("Task of another file"), refused->message, n);
  return TRUE;
}

/**
 * plan_edit_import:
 * @import: what a reader made of a file; its report gets what is left out here
 * @name: the name of the file, for the history
 *
 * Adds all projects of the import to the office. Resources of the same name and kind, and base calendars of the same name
 * and content, are shared. Rows that stand for tasks of other files become links to these tasks when the other project is in
 * the office, also those that the office has already.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_import (PlanDocument *document, const PlanImport *import, const char *name, GError **error)
{
  ImportEdit edit;
  gboolean done;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (document) && import != NULL && name != NULL, FALSE);

  init_import (&edit, document, import);
  leave_out_shared (&edit);
  leave_out_links (&edit);
  plan_owned_complete (import->model, edit.left_out);
  renew_ids (&edit);
  done = write_with_externals (&edit, document, name, error);
  if (done && edit.n_wrong_finishes > 0)
    plan_report_add (import->report, PLAN_REPORT_CHANGED, _("Actual finish"), _("It was before the actual start and is left out."),
                     edit.n_wrong_finishes);
  clear_import (&edit);
  return done;
}
