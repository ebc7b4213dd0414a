/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links between tasks. Which tasks can be linked is a rule of the office (plan-rules.c); a circle is refused by scheduling.
 */

#include "plan-edits-private.h"

#include "plan-error.h"
#include "plan-task-index.h"

#include <glib/gi18n-lib.h>

/**
 * plan_edit_link_add:
 * @lag: (nullable): the lag; %NULL is none
 * @id: (out) (optional): the new link
 *
 * Returns: %FALSE with %PLAN_ERROR_CYCLE when the tasks would wait for each other, with %PLAN_ERROR_RULE when they cannot
 *   be linked
 */
gboolean
plan_edit_link_add (PlanDocument *document, PlanId predecessor, PlanId successor, PlanLinkType type, const PlanLag *lag,
                    PlanId *id, GError **error)
{
  const PlanTask *from = plan_edit_require (document, PLAN_RECORD_TASK, predecessor, error);
  const PlanTask *to = from != NULL ? plan_edit_require (document, PLAN_RECORD_TASK, successor, error) : NULL;
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;
  PlanLink link;

  if (to == NULL)
    return FALSE;
  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = plan_id_source_next (plan_document_get_ids (document));
  link.predecessor = predecessor;
  link.successor = successor;
  link.type = type;
  if (lag != NULL)
    {
      link.lag = lag->value;
      link.lag_unit = lag->unit;
    }
  subject = g_strdup (to->name != NULL ? to->name : "");
  plan_batch_insert (batch, PLAN_RECORD_LINK, &link);
  if (!plan_batch_run (batch, document, N_("Link to “%s”"), subject, to->project, error))
    return FALSE;
  if (id != NULL)
    *id = link.id;
  return TRUE;
}

/* "SS+2d" as a predecessor without its row. */
static gboolean
parse_kind (const PlanProject *project, const char *text, PlanPredecessor *kind, GError **error)
{
  g_autofree char *whole = g_strconcat ("1", text, NULL);
  g_autoptr (GArray) items = NULL;
  PlanConversion conversion;

  plan_project_get_conversion (project, &conversion);
  items = plan_predecessors_parse (whole, &conversion, error);
  if (items == NULL)
    return FALSE;
  if (items->len != 1 || g_array_index (items, PlanPredecessor, 0).row != 1 ||
      g_array_index (items, PlanPredecessor, 0).project != NULL)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
                   /* Translators: %s is what was typed */
                   _("“%s” is no kind of link; FS, SS, FF or SF is, with a lag if you like: SS+2d."), text);
      return FALSE;
    }
  *kind = g_array_index (items, PlanPredecessor, 0);
  return TRUE;
}

/**
 * plan_edit_link_set_text:
 * @text: the kind of the link and its lag as people write them: "FS", "SS+2d"; the kind FS may be left out
 *
 * Sets kind and lag of a link. What it is already is no edit.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when the text cannot be read, with %PLAN_ERROR_CYCLE when the tasks would wait
 *   for each other
 */
gboolean
plan_edit_link_set_text (PlanDocument *document, PlanId link, const char *text, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanLink *stored = plan_edit_require (document, PLAN_RECORD_LINK, link, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : "")), *subject = NULL;
  const PlanTask *task;
  PlanPredecessor kind;

  if (stored == NULL)
    return FALSE;
  task = plan_model_get_task (model, stored->successor);
  if (!parse_kind (plan_model_get_project (model, task->project), stripped, &kind, error))
    return FALSE;
  if (kind.type == stored->type && kind.lag.value == stored->lag && (kind.lag.value == 0 || kind.lag.unit == stored->lag_unit))
    return TRUE;
  plan_batch_set_integer (batch, PLAN_FIELD_LINK_TYPE, link, kind.type);
  plan_batch_set_integer (batch, PLAN_FIELD_LINK_LAG, link, kind.lag.value);
  plan_batch_set_integer (batch, PLAN_FIELD_LINK_LAG_UNIT, link, kind.lag.unit);
  subject = g_strdup (task->name != NULL ? task->name : "");
  return plan_batch_run (batch, document, N_("Link to “%s”"), subject, task->project, error);
}

/**
 * plan_edit_link_delete:
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_link_delete (PlanDocument *document, PlanId link, GError **error)
{
  return plan_owned_delete_record (document, PLAN_RECORD_LINK, link, N_("Deletion of a link to “%s”"), error);
}

/* @task: the first of the tasks, which the label names */
static gboolean
run_links (PlanBatch *batch, PlanDocument *document, PlanId task, const char *label, GError **error)
{
  const PlanTask *first = plan_model_get_task (plan_document_get_model (document), task);
  g_autofree char *subject = g_strdup (first->name != NULL ? first->name : "");

  return plan_batch_run (batch, document, label, subject, first->project, error);
}

/* Tasks that can wait for each other: no empty lines, and no summaries of others that were given. */
static GArray *
list_links (const PlanModel *model, const PlanId *tasks, guint n_tasks)
{
  g_autoptr (GHashTable) summaries = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (PlanId));

  for (guint i = 0; i < n_tasks; i++)
    {
      const PlanTask *task = plan_model_get_task (model, tasks[i]);

      while ((task = plan_model_get_task (model, task->parent)) != NULL && g_hash_table_add (summaries, (gpointer) &task->id))
        continue;
    }
  for (guint i = 0; i < n_tasks; i++)
    if (!plan_model_get_task (model, tasks[i])->blank && !g_hash_table_contains (summaries, &tasks[i]))
      g_array_append_val (chain, tasks[i]);
  return chain;
}

static gboolean
are_linked (const PlanModel *model, const PlanTaskIndex *index, PlanId predecessor, PlanId successor)
{
  guint n;
  const guint *links = plan_task_index_get_predecessors (index, plan_model_find (model, PLAN_RECORD_TASK, successor), &n);

  for (guint i = 0; i < n; i++)
    if (plan_model_get_link_at (model, links[i])->predecessor == predecessor)
      return TRUE;
  return FALSE;
}

/**
 * plan_edit_tasks_link:
 * @tasks: tasks in the order in which they are to be done
 *
 * Links each to the next, from finish to start. Pairs that are linked already stay as they are; empty lines and summaries
 * of other tasks among these are passed over.
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when there are not two to link, with %PLAN_ERROR_CYCLE when they would wait for
 *   each other
 */
gboolean
plan_edit_tasks_link (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanTaskIndex *index = plan_document_get_index (document);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autoptr (GArray) chain = NULL;
  PlanId project;

  if (!plan_edit_require_tasks (document, tasks, n_tasks, &project, error))
    return FALSE;
  chain = list_links (model, tasks, n_tasks);
  if (chain->len < 2)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE, _("Select two tasks or more to link them."));
      return FALSE;
    }
  for (guint i = 0; i + 1 < chain->len; i++)
    {
      PlanLink link;

      plan_record_init (PLAN_RECORD_LINK, &link);
      link.predecessor = g_array_index (chain, PlanId, i);
      link.successor = g_array_index (chain, PlanId, i + 1);
      if (are_linked (model, index, link.predecessor, link.successor))
        continue;
      link.id = plan_id_source_next (plan_document_get_ids (document));
      plan_batch_insert (batch, PLAN_RECORD_LINK, &link);
    }
  return run_links (batch, document, g_array_index (chain, PlanId, 0), N_("Links of “%s” and others"), error);
}

/**
 * plan_edit_tasks_unlink:
 *
 * Deletes the links among the tasks; of a single one, all its links.
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when there is no such link
 */
gboolean
plan_edit_tasks_unlink (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  g_autoptr (GHashTable) given = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) owned = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  guint n = plan_model_get_n (model, PLAN_RECORD_LINK), n_ends;

  g_return_val_if_fail (n_tasks > 0, FALSE);

  for (guint i = 0; i < n_tasks; i++)
    {
      if (plan_edit_require (document, PLAN_RECORD_TASK, tasks[i], error) == NULL)
        return FALSE;
      g_hash_table_add (given, (gpointer) &tasks[i]);
    }
  n_ends = g_hash_table_size (given) == 1 ? 1 : 2;
  for (guint i = 0; i < n; i++)
    {
      const PlanLink *link = plan_model_get_link_at (model, i);
      guint n_given = g_hash_table_contains (given, &link->predecessor) + g_hash_table_contains (given, &link->successor);

      if (n_given >= n_ends)
        g_hash_table_add (owned, (gpointer) &link->id);
    }
  if (g_hash_table_size (owned) == 0)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE,
                           n_ends == 1 ? _("The task has no links.") : _("The tasks are not linked to each other."));
      return FALSE;
    }
  plan_owned_complete (model, owned);
  plan_owned_delete (model, owned, batch);
  return run_links (batch, document, tasks[0],
                    n_ends == 1 ? N_("Unlinking of “%s”") : N_("Unlinking of “%s” and others"), error);
}
