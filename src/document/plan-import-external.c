/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that stand for tasks of other files, when the project that they mean is in the office: links then lead to the task
 * itself, and the row goes. It does not matter which of the two files is imported first. A project is known by its name and
 * a task by the number that it has in the file of its project.
 */

#include "plan-edits-private.h"

#include "plan-external.h"
#include "plan-mspdi-number.h"

/* The rows of @model that stand for others: their ids by what they stand for. */
static GHashTable *
list_wanted (const PlanModel *model)
{
  GHashTable *wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_IMPORTED_VALUE); i++)
    {
      const PlanImportedValue *value = plan_model_get_at (model, PLAN_RECORD_IMPORTED_VALUE, i);
      const PlanTask *task = value->owner_record == PLAN_RECORD_TASK ? plan_model_get_task (model, value->owner) : NULL;
      g_autofree char *name = NULL;
      char *key;

      if (task == NULL || !task->external)
        continue;
      name = plan_imported_value_get (value, PLAN_EXTERNAL_OF_TASK);
      key = plan_external_get_key (name);
      if (key != NULL)
        g_hash_table_insert (wanted, key, (gpointer) &task->id);
    }
  return wanted;
}

static void
meet_project (const PlanModel *model, const PlanProject *project, GHashTable *wanted, GHashTable *met)
{
  g_autoptr (GHashTable) numbers = plan_mspdi_number_tasks (model, project->id);
  GHashTableIter iter;
  gpointer id, uid;

  g_hash_table_iter_init (&iter, numbers);
  while (g_hash_table_iter_next (&iter, &id, &uid))
    {
      const PlanTask *task = plan_model_get_task (model, *(const PlanId *) id);
      g_autofree char *name = plan_external_format (project->name, *(const gint64 *) uid);
      g_autofree char *key = plan_external_get_key (name);
      PlanId *row = key != NULL ? g_hash_table_lookup (wanted, key) : NULL;

      if (row != NULL && !task->external && !task->blank && !g_hash_table_contains (met, row))
        g_hash_table_insert (met, row, g_memdup2 (&task->id, sizeof task->id));
    }
}

/*
 * plan_import_meet_externals:
 * @from: a model with rows that stand for tasks of other files
 * @in: a model that may have these tasks
 *
 * Returns: (transfer full) (element-type PlanId PlanId): the task of @in for each row of @from that stands for it; the keys
 *   belong to @from
 */
GHashTable *
plan_import_meet_externals (const PlanModel *from, const PlanModel *in)
{
  g_autoptr (GHashTable) wanted = list_wanted (from);
  GHashTable *met = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; g_hash_table_size (wanted) > 0 && i < plan_model_get_n (in, PLAN_RECORD_PROJECT); i++)
    meet_project (in, plan_model_get_at (in, PLAN_RECORD_PROJECT, i), wanted, met);
  return met;
}

/*
 * plan_import_list_stand_ins:
 * @met: of plan_import_meet_externals()
 *
 * Returns: (transfer full) (element-type PlanId): the ids of the rows and of all that goes with them; their links stay, with
 *   what is kept of them
 */
GHashTable *
plan_import_list_stand_ins (const PlanModel *model, GHashTable *met)
{
  g_autoptr (GHashTable) owned = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTable *gone = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, met);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (owned, id);
  if (g_hash_table_size (owned) > 0)
    plan_owned_complete (model, owned);
  g_hash_table_iter_init (&iter, owned);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const PlanImportedValue *value = plan_model_lookup (model, PLAN_RECORD_IMPORTED_VALUE, *(const PlanId *) id);

      if (plan_model_lookup (model, PLAN_RECORD_LINK, *(const PlanId *) id) == NULL &&
          (value == NULL || value->owner_record != PLAN_RECORD_LINK))
        g_hash_table_add (gone, id);
    }
  return gone;
}
