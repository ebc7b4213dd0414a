/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links from tasks of other files. A row of the file stands for such a task, with the dates that it had; the link names the
 * row by its number and the task by path and number in the other file. Where there is no row, the link is kept with its
 * successor as the file has it.
 */

#include "plan-mspdi-private.h"

#include "plan-external.h"
#include "plan-imported.h"

#include <glib/gi18n-lib.h>

/*
 * plan_mspdi_clear_external:
 *
 * Frees what a #PlanMspdiExternal holds.
 */
void
plan_mspdi_clear_external (gpointer external)
{
  g_clear_pointer (&((PlanMspdiExternal *) external)->imported, g_free);
}

/**
 * plan_mspdi_add_external:
 * @link: with its successor
 * @predecessor: the number that the file says
 *
 * Puts the link that is being read aside until all rows that may stand for its predecessor have been read.
 */
void
plan_mspdi_add_external (PlanMspdi *self, const PlanLink *link, gint64 predecessor)
{
  PlanMspdiExternal external = { *link, predecessor, g_strdup (self->owner.imported->str) };

  g_array_append_val (self->externals, external);
}

/* What is needed to place the links: what is kept with tasks, by their ids, and the rows that stand for others, by what they
 * stand for. */
typedef struct
{
  GHashTable *imported; /* of places, counted from 1 */
  GHashTable *rows;     /* of PlanId */
} Index;

static void
add_row (PlanMspdi *self, Index *index, const PlanImportedValue *value)
{
  const PlanTask *task = plan_model_get_task (self->model, value->owner);
  g_autofree char *name = task != NULL && task->external ? plan_imported_value_get (value, PLAN_EXTERNAL_OF_TASK) : NULL;
  char *key = plan_external_get_key (name);

  if (key != NULL)
    g_hash_table_insert (index->rows, key, g_memdup2 (&task->id, sizeof task->id));
}

static void
init_index (PlanMspdi *self, Index *index)
{
  index->imported = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  index->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_IMPORTED_VALUE); i++)
    {
      const PlanImportedValue *value = plan_model_get_at (self->model, PLAN_RECORD_IMPORTED_VALUE, i);

      if (value->owner_record != PLAN_RECORD_TASK)
        continue;
      g_hash_table_insert (index->imported, g_memdup2 (&value->owner, sizeof value->owner), GUINT_TO_POINTER (i + 1));
      add_row (self, index, value);
    }
}

static void
clear_index (Index *index)
{
  g_hash_table_unref (index->imported);
  g_hash_table_unref (index->rows);
}

/* The row that stands for the predecessor: the one with its number, or one that names the same task of the same file. */
static PlanId
find_row (PlanMspdi *self, const Index *index, const PlanMspdiExternal *external)
{
  const PlanId *id = g_hash_table_lookup (self->uids[PLAN_RECORD_TASK], &external->predecessor);
  const PlanTask *task = id != NULL ? plan_model_get_task (self->model, *id) : NULL;
  PlanImportedValue kept = { .text = external->imported };
  g_autofree char *name = NULL, *key = NULL;

  if (task != NULL && task->external)
    return task->id;
  name = plan_imported_value_get (&kept, PLAN_EXTERNAL_OF_LINK);
  key = plan_external_get_key (name);
  id = key != NULL ? g_hash_table_lookup (index->rows, key) : NULL;
  return id != NULL ? *id : PLAN_ID_NONE;
}

/* A link that cannot be one here is kept with its task as the file has it. */
static void
keep_link (PlanMspdi *self, Index *index, const PlanMspdiExternal *external)
{
  PlanId owner = external->link.successor;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index->imported, &owner));
  const PlanImportedValue *value = place > 0 ? plan_model_get_at (self->model, PLAN_RECORD_IMPORTED_VALUE, place - 1) : NULL;
  g_autoptr (GString) text = g_string_new (value != NULL ? value->text : "");

  plan_mspdi_append_link (text, &external->link, external->predecessor, external->imported);
  if (value != NULL)
    plan_model_set (self->model, PLAN_FIELD_IMPORTED_VALUE_TEXT, value->id, &PLAN_VALUE_OF_TEXT (text->str));
  else
    {
      plan_mspdi_insert_text (self, PLAN_RECORD_TASK, owner, text->str);
      place = plan_model_get_n (self->model, PLAN_RECORD_IMPORTED_VALUE);
      g_hash_table_insert (index->imported, g_memdup2 (&owner, sizeof owner), GUINT_TO_POINTER (place));
    }
  plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Link"), _("The predecessor lies in another file."), 1);
}

static void
place_link (PlanMspdi *self, Index *index, PlanMspdiExternal *external)
{
  external->link.predecessor = find_row (self, index, external);
  if (external->link.predecessor == PLAN_ID_NONE)
    {
      keep_link (self, index, external);
      return;
    }
  plan_mspdi_insert_text (self, PLAN_RECORD_LINK, external->link.id, external->imported);
  plan_mspdi_insert_link (self, &external->link);
}

/**
 * plan_mspdi_place_externals:
 *
 * Makes links of those that were put aside, where a row stands for their predecessors, and keeps the others.
 */
void
plan_mspdi_place_externals (PlanMspdi *self)
{
  Index index;

  if (self->externals->len == 0)
    return;
  init_index (self, &index);
  for (guint i = 0; i < self->externals->len; i++)
    place_link (self, &index, &g_array_index (self->externals, PlanMspdiExternal, i));
  g_array_set_size (self->externals, 0);
  clear_index (&index);
}
