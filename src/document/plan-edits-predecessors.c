/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The links to a task from the text of its cell: only what differs is written, so a link that stays keeps its id. Which
 * tasks can be linked at all is a rule of the office (plan-rules.c); a circle is refused by scheduling.
 */

#include "plan-edits-cells.h"
#include "plan-edits-private.h"

#include "plan-error.h"
#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAME 4096

static gboolean
is_named (const PlanProject *project, const char *clean)
{
  g_autofree char *name = project->name != NULL ? plan_text_clean (project->name, MAX_NAME) : NULL;

  return name != NULL && strcmp (name, clean) == 0;
}

/* The project of that name; names are compared as they are read. */
static const PlanProject *
find_project (PlanCells *self, const char *name, GError **error)
{
  const PlanProject *found = NULL;

  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_PROJECT); i++)
    {
      const PlanProject *project = plan_model_get_at (self->model, PLAN_RECORD_PROJECT, i);

      if (!is_named (project, name))
        continue;
      if (found != NULL)
        {
          g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                       /* Translators: %s is the name of a project that was typed before a predecessor */
                       _("There are several projects named “%s”."), name);
          return NULL;
        }
      found = project;
    }
  if (found == NULL)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                 /* Translators: %s is the name of a project that was typed before a predecessor */
                 _("There is no project “%s” in the office."), name);
  return found;
}

/* The task that the item names, or NULL with an error that says what is wrong with it. */
static const PlanTask *
find_task (PlanCells *self, const PlanPredecessor *item, GError **error)
{
  const PlanProject *project = item->project != NULL ? find_project (self, item->project, error) : self->project;
  const PlanOutline *outline;

  if (project == NULL)
    return NULL;
  if (project == self->project && item->row <= plan_cells_get_rows (self)->len)
    return plan_cells_get_draft (self, g_array_index (plan_cells_get_rows (self), PlanId, item->row - 1));
  outline = plan_document_get_outline (self->document, project->id);
  if (project != self->project && item->row <= outline->n_rows)
    return plan_model_get_task_at (self->model, outline->rows[item->row - 1].task);
  if (project == self->project)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                 /* Translators: %u is a row number that was typed as a predecessor */
                 _("There is no row %u in this project."), item->row);
  else
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                 /* Translators: %1$u is a row number that was typed as a predecessor, %2$s the name of a project */
                 _("There is no row %1$u in the project “%2$s”."), item->row, project->name);
  return NULL;
}

/* @wanted: gets the item by the id of its task, which is appended to @ids. */
static gboolean
want_item (PlanCells *self, GHashTable *wanted, GArray *ids, PlanPredecessor *item, GError **error)
{
  const PlanTask *task = find_task (self, item, error);

  if (task == NULL)
    return FALSE;
  if (task->blank)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                   /* Translators: %u is a row number that was typed as a predecessor */
                   _("Row %u is an empty line; no task can wait for it."), item->row);
      return FALSE;
    }
  g_array_append_val (ids, task->id);
  if (g_hash_table_insert (wanted, &g_array_index (ids, PlanId, ids->len - 1), item))
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

/*
 * plan_cells_get_project_name:
 *
 * Returns: (transfer none) (nullable): what is written before rows of that project; %NULL when nothing would tell it from others
 */
const char *
plan_cells_get_project_name (const PlanModel *model, PlanId id)
{
  const PlanProject *project = plan_model_get_project (model, id);
  g_autofree char *clean = project != NULL && project->name != NULL ? plan_text_clean (project->name, MAX_NAME) : NULL;
  guint n_named = 0;

  for (guint i = 0; clean != NULL && i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    n_named += is_named (plan_model_get_at (model, PLAN_RECORD_PROJECT, i), clean);
  return n_named == 1 && *clean != '\0' ? project->name : NULL;
}

/* Whether the text of the cell can say a task of that project; what it cannot say stays. */
static gboolean
can_be_named (PlanCells *self, PlanId project)
{
  return project == self->project->id || plan_cells_get_project_name (self->model, project) != NULL;
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

      if (!can_be_named (self, plan_model_get_task (self->model, link->predecessor)->project))
        continue;
      if (item != NULL)
        change_link (self->batch, link, item);
      else
        g_hash_table_add (self->owned, (gpointer) &link->id);
      g_hash_table_remove (wanted, &link->predecessor);
    }
}

static void
add_link (PlanCells *self, PlanId predecessor, PlanId successor, const PlanPredecessor *item)
{
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = plan_id_source_next (plan_document_get_ids (self->document));
  link.predecessor = predecessor;
  link.successor = successor;
  link.type = item->type;
  link.lag = item->lag.value;
  link.lag_unit = item->lag.unit;
  plan_batch_insert (self->batch, PLAN_RECORD_LINK, &link);
}

/**
 * plan_cells_set_predecessors:
 * @task: the task as it will be
 * @text: "3FS+2d; 5SS; Move!4"; empty for none
 *
 * See plan_edit_task_set_predecessors().
 *
 * Returns: %FALSE with an error that names the row that the task cannot wait for
 */
gboolean
plan_cells_set_predecessors (PlanCells *self, const PlanTask *task, const char *text, GError **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) items = NULL, ids = NULL;
  PlanConversion conversion;

  plan_project_get_conversion (self->project, &conversion);
  items = plan_predecessors_parse (text, &conversion, error);
  if (items == NULL)
    return FALSE;
  ids = g_array_sized_new (FALSE, FALSE, sizeof (PlanId), items->len); /* they keep their places */
  for (guint i = 0; i < items->len; i++)
    if (!want_item (self, wanted, ids, &g_array_index (items, PlanPredecessor, i), error))
      return FALSE;
  change_links (self, task, wanted);
  for (guint i = 0; i < items->len; i++)
    if (g_hash_table_contains (wanted, &g_array_index (ids, PlanId, i)))
      add_link (self, g_array_index (ids, PlanId, i), task->id, &g_array_index (items, PlanPredecessor, i));
  return TRUE;
}
