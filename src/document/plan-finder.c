/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Full text search in an open office. One job runs at a time, on a snapshot: it brings the index up to date with what was
 * edited since the last one and looks for the words. A new question cancels the one that is being answered and is the only
 * one that waits. Once somebody has searched, the index follows the edits a moment after the last of them.
 */

#include "plan-finder.h"

#include "plan-job.h"

/* An index is brought up to date when nobody edits for so long. */
#define UPDATE_DELAY_MS 1000

/* With more changes than this all words are read anew. */
#define MAX_PLACES 20000

/**
 * PlanFinder:
 * @document: %NULL when nobody waits for the running job any more
 * @known: the stamp of the moment from which @places counts
 * @places: (element-type PlanSearchPlace): what was edited since; %NULL when that is too much
 * @query: the question that waits, or %NULL; @func and @data: who asked
 * @progress: of the question that is being answered; @closing: of bringing the index up to date, which a new question does
 *   not stop
 * @used: whether anybody has searched yet
 */
struct _PlanFinder
{
  PlanDocument *document;
  PlanSearch *search;
  char *known;
  GArray *places;
  char *query;
  guint limit;
  PlanFinderFunc func;
  gpointer data;
  PlanProgress progress;
  PlanProgress closing;
  gboolean running;
  gboolean used;
  guint source;
};

/* What one job works on; @is_updated is written by it. */
typedef struct
{
  PlanFinder *finder;
  PlanSearch *search;
  PlanModel *model;
  char *stamp;
  char *before;
  GArray *places;
  char *query;
  guint limit;
  PlanFinderFunc func;
  gpointer data;
  gboolean is_updated;
} Job;

static GArray *
new_places (void)
{
  return g_array_new (FALSE, FALSE, sizeof (PlanSearchPlace));
}

static void
free_job (Job *job)
{
  plan_model_unref (job->model);
  g_clear_pointer (&job->places, g_array_unref);
  g_free (job->stamp);
  g_free (job->before);
  g_free (job->query);
  g_free (job);
}

static void
free_now (PlanFinder *self)
{
  plan_search_close (self->search);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self->known);
  g_free (self->query);
  g_free (self);
}

static gpointer
run (PlanProgress *progress, gpointer data, GError **error)
{
  Job *job = data;
  PlanSearchState state = { job->model, job->stamp, job->before, job->places };

  job->is_updated = plan_search_update (job->search, &state, &job->finder->closing, error);
  if (!job->is_updated)
    return NULL;
  return plan_search_find (job->search, &state, job->query != NULL ? job->query : "", PLAN_SEARCH_ALL, job->limit, progress,
                           error);
}

static void start (PlanFinder *self);

/* What the job could not write is still to be done, together with what was edited meanwhile. */
static void
take_back_places (PlanFinder *self, Job *job)
{
  if (job->is_updated)
    return;
  g_free (self->known);
  self->known = g_steal_pointer (&job->before);
  if (job->places != NULL && self->places != NULL)
    g_array_append_vals (self->places, job->places->data, job->places->len);
  else
    g_clear_pointer (&self->places, g_array_unref);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  PlanFinder *self = job->finder;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = plan_job_run_finish (result, &error);
  gboolean is_wanted = job->func != NULL && !g_atomic_int_get (&self->progress.cancelled);

  self->running = FALSE;
  if (self->document == NULL)
    free_now (self);
  else
    {
      take_back_places (self, job);
      if (self->query != NULL)
        start (self);
      if (is_wanted)
        job->func (hits, error, job->data);
    }
  free_job (job);
}

static void
start (PlanFinder *self)
{
  PlanStore *store = plan_document_get_store (self->document);
  Job *job;

  /* The document was closed. */
  if (store == NULL)
    return;
  job = g_new0 (Job, 1);
  job->finder = self;
  job->search = self->search;
  job->model = plan_document_snapshot (self->document);
  job->stamp = plan_search_make_stamp (store);
  job->before = self->known;
  job->places = self->places;
  job->query = g_steal_pointer (&self->query);
  job->limit = self->limit;
  job->func = self->func;
  job->data = self->data;
  self->known = g_strdup (job->stamp);
  self->places = new_places ();
  self->func = NULL;
  self->progress = (PlanProgress) { 0 };
  self->running = TRUE;
  plan_job_run_async (run, job, NULL, (GDestroyNotify) g_ptr_array_unref, &self->progress, ended_cb, job);
}

static gboolean
update_cb (gpointer data)
{
  PlanFinder *self = data;

  self->source = 0;
  if (!self->running)
    start (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (PlanDocument *document, const PlanChangeSet *changes, PlanFinder *self)
{
  if (self->places != NULL)
    plan_search_add_places (self->places, changes);
  if (self->places != NULL && self->places->len > MAX_PLACES)
    g_clear_pointer (&self->places, g_array_unref);
  if (!self->used)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_full (G_PRIORITY_LOW, UPDATE_DELAY_MS, update_cb, self, NULL);
}

/**
 * plan_finder_new:
 * @document: an open office; kept alive
 * @cache: (nullable): the file of the index; usually that of plan_search_get_path()
 *
 * Nothing is read or written before the first question.
 *
 * Returns: (transfer full): finds words in the office
 */
PlanFinder *
plan_finder_new (PlanDocument *document, const char *cache)
{
  PlanFinder *self = g_new0 (PlanFinder, 1);

  self->document = g_object_ref (document);
  self->search = plan_search_open (cache);
  self->known = plan_search_make_stamp (plan_document_get_store (document));
  self->places = new_places ();
  g_signal_connect (document, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

/**
 * plan_finder_free:
 *
 * Nobody is told of answers any more.
 */
void
plan_finder_free (PlanFinder *self)
{
  plan_finder_cancel (self);
  plan_progress_cancel (&self->closing);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->document);
  if (!self->running)
    free_now (self);
}

/**
 * plan_finder_cancel:
 *
 * Nobody waits for the last question any more; what it asks is not looked for any longer.
 */
void
plan_finder_cancel (PlanFinder *self)
{
  g_clear_pointer (&self->query, g_free);
  self->func = NULL;
  if (self->running)
    plan_progress_cancel (&self->progress);
}

/**
 * plan_finder_find:
 * @query: what a person typed
 * @limit: results of each kind
 * @func: called once in the main loop, unless another question, plan_finder_cancel() or plan_finder_free() comes before
 *
 * Looks for words in the office as it is when the search begins.
 */
void
plan_finder_find (PlanFinder *self, const char *query, guint limit, PlanFinderFunc func, gpointer data)
{
  plan_finder_cancel (self);
  self->query = g_strdup (query);
  self->limit = limit;
  self->func = func;
  self->data = data;
  self->used = TRUE;
  if (!self->running)
    start (self);
}
