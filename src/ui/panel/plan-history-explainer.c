/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What entries of the history did: found out in a thread when somebody asks, since both schedules are computed for it, and
 * kept, since an entry never changes. Jobs that nobody waits for any more are stopped.
 */

#include "plan-history-explainer.h"

#include "plan-error.h"

struct _PlanHistoryExplainer
{
  PlanDocument *document;
  PlanExplainedFunc func;
  gpointer data;
  GHashTable *known; /* entry to GPtrArray */
  GPtrArray *jobs;   /* of Job, that run */
};

/**
 * Job:
 * @owner: who waits, or %NULL when nobody does
 */
typedef struct
{
  PlanHistoryExplainer *owner;
  gint64 entry;
  PlanProgress progress;
} Job;

/**
 * plan_history_explainer_new:
 * @document: whose history it is
 * @func: is told what was asked for, in the main loop
 *
 * Returns: (transfer full): one that knows nothing yet
 */
PlanHistoryExplainer *
plan_history_explainer_new (PlanDocument *document, PlanExplainedFunc func, gpointer data)
{
  PlanHistoryExplainer *self = g_new0 (PlanHistoryExplainer, 1);

  self->document = g_object_ref (document);
  self->func = func;
  self->data = data;
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->jobs = g_ptr_array_new ();
  return self;
}

/**
 * plan_history_explainer_free:
 *
 * Stops what runs; nothing more is told.
 */
void
plan_history_explainer_free (PlanHistoryExplainer *self)
{
  for (guint i = 0; i < self->jobs->len; i++)
    {
      Job *job = self->jobs->pdata[i];

      job->owner = NULL;
      plan_progress_cancel (&job->progress);
    }
  g_ptr_array_unref (self->jobs);
  g_hash_table_unref (self->known);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * plan_history_explainer_get:
 *
 * Returns: (transfer none) (nullable) (element-type PlanHistoryLine): what the entry did, if that is known already
 */
GPtrArray *
plan_history_explainer_get (PlanHistoryExplainer *self, gint64 entry)
{
  return g_hash_table_lookup (self->known, &entry);
}

static void
explained_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = plan_document_explain_finish (result, &error);
  PlanHistoryExplainer *self = job->owner;

  if (self == NULL)
    return;
  g_ptr_array_remove_fast (self->jobs, job);
  if (lines != NULL)
    g_hash_table_insert (self->known, g_memdup2 (&job->entry, sizeof job->entry), g_ptr_array_ref (lines));
  self->func (job->entry, lines, error != NULL ? error->message : NULL, self->data);
}

/**
 * plan_history_explainer_request:
 * @entry: an entry of the history
 *
 * Asks for what it did; nothing happens when that was asked for already.
 */
void
plan_history_explainer_request (PlanHistoryExplainer *self, gint64 entry)
{
  Job *job;

  for (guint i = 0; i < self->jobs->len; i++)
    if (((const Job *) self->jobs->pdata[i])->entry == entry)
      return;
  job = g_new0 (Job, 1);
  job->owner = self;
  job->entry = entry;
  g_ptr_array_add (self->jobs, job);
  plan_document_explain_async (self->document, entry, &job->progress, explained_cb, job);
}
