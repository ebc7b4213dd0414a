/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The links to a task from the text of its cell: only what differs is written, so a link that stays keeps its id. Which
 * tasks can be linked at all is a rule of the office (plan-rules.c); a circle is refused by scheduling.
 */

#include "plan-edits-cells.h"
#include "plan-edits-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

/* @wanted: gets the item by the id of its task. */
static gboolean
want_item (PlanCells *self, GHashTable *wanted, PlanPredecessor *item, GError **error)
{
  PlanId *task;

  if (item->row > plan_cells_get_rows (self)->len)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                   /* Translators: %u is a row number that was typed as a predecessor */
                   _("There is no row %u in this project."), item->row);
      return FALSE;
    }
  task = &g_array_index (plan_cells_get_rows (self), PlanId, item->row - 1);
  if (plan_cells_get_draft (self, *task)->blank)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                   /* Translators: %u is a row number that was typed as a predecessor */
                   _("Row %u is an empty line; no task can wait for it."), item->row);
      return FALSE;
    }
  if (g_hash_table_insert (wanted, task, item))
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
               /* Translators: %u is a row number that was typed as a predecessor */
               _("Row %u is named twice."), item->row);
  return FALSE;
}

static void
change_link (PlanBatch *batch, const PlanLink *link, const PlanPredecessor *item)
{
  if (link->type != item->type)
    plan_batch_set_integer (batch, PLAN_FIELD_LINK_TYPE, link->id, item->type);
  /* The unit of no lag at all says nothing. */
  if (link->lag == item->lag.value && (link->lag == 0 || link->lag_unit == item->lag.unit))
    return;
  plan_batch_set_integer (batch, PLAN_FIELD_LINK_LAG, link->id, item->lag.value);
  plan_batch_set_integer (batch, PLAN_FIELD_LINK_LAG_UNIT, link->id, item->lag.unit);
}

/* Takes from @wanted what there is a link for. */
static void
change_links (PlanCells *self, const PlanTask *task, GHashTable *wanted)
{
  guint index = plan_model_find (self->model, PLAN_RECORD_TASK, task->id), n;
  const guint *links;

  if (index == PLAN_INDEX_NONE) /* a new task has none */
    return;
  links = plan_task_index_get_predecessors (plan_cells_get_index (self), index, &n);
  for (guint i = 0; i < n; i++)
    {
      const PlanLink *link = plan_model_get_link_at (self->model, links[i]);
      const PlanPredecessor *item = g_hash_table_lookup (wanted, &link->predecessor);

      if (plan_model_get_task (self->model, link->predecessor)->project != task->project)
        continue;
      if (item != NULL)
        change_link (self->batch, link, item);
      else
        g_hash_table_add (self->owned, (gpointer) &link->id);
      g_hash_table_remove (wanted, &link->predecessor);
    }
}

/**
 * plan_cells_set_predecessors:
 * @task: the task as it will be
 * @text: "3FS+2d; 5SS"; empty for none
 *
 * See plan_edit_task_set_predecessors().
 *
 * Returns: %FALSE with an error that names the row that the task cannot wait for
 */
gboolean
plan_cells_set_predecessors (PlanCells *self, const PlanTask *task, const char *text, GError **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) items = NULL;
  PlanConversion conversion;

  plan_project_get_conversion (self->project, &conversion);
  items = plan_predecessors_parse (text, &conversion, error);
  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!want_item (self, wanted, &g_array_index (items, PlanPredecessor, i), error))
      return FALSE;
  change_links (self, task, wanted);
  for (guint i = 0; i < items->len; i++)
    {
      const PlanPredecessor *item = &g_array_index (items, PlanPredecessor, i);
      PlanLink link;

      plan_record_init (PLAN_RECORD_LINK, &link);
      link.predecessor = g_array_index (plan_cells_get_rows (self), PlanId, item->row - 1);
      link.successor = task->id;
      link.type = item->type;
      link.lag = item->lag.value;
      link.lag_unit = item->lag.unit;
      if (!g_hash_table_contains (wanted, &link.predecessor))
        continue;
      link.id = plan_id_source_next (plan_document_get_ids (self->document));
      plan_batch_insert (self->batch, PLAN_RECORD_LINK, &link);
    }
  return TRUE;
}
