/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The past of an office: what two moments differ in, and what an entry of the history did and what followed from it. All of
 * it follows from a model of some moment and the entries before it, so a thread with a snapshot and a reader of its own finds
 * it out while the office is edited.
 */

#include "plan-past.h"

#include "plan-error.h"
#include "plan-job.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static PlanSchedule *
compute_schedule (const PlanModel *model, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();

  return plan_schedule_compute (schedule, model, progress, error) ? g_steal_pointer (&schedule) : NULL;
}

/**
 * plan_past_ref:
 *
 * Returns: (transfer full): @self
 */
PlanPast *
plan_past_ref (PlanPast *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * plan_past_unref:
 *
 * Gives up a reference; the last one frees both moments.
 */
void
plan_past_unref (PlanPast *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_clear_pointer (&self->comparison, plan_comparison_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->models); i++)
    {
      g_clear_pointer (&self->schedules[i], plan_schedule_free);
      g_clear_pointer (&self->models[i], plan_model_unref);
    }
  g_free (self);
}

/* The later of the two moments is reached first. */
static gboolean
load_moments (PlanPast *self, PlanStore *store, PlanModel *model, gint64 at, PlanProgress *progress, GError **error)
{
  guint later = self->revisions[0] > self->revisions[1] ? 0 : 1;

  if (!plan_store_take_back (store, model, at, self->revisions[later], progress, error))
    return FALSE;
  self->models[later] = plan_model_ref (model);
  self->models[1 - later] = plan_model_snapshot (model);
  return plan_store_take_back (store, self->models[1 - later], self->revisions[later], self->revisions[1 - later], progress,
                               error);
}

/**
 * plan_past_new:
 * @model: what the office held after entry @at; taken back
 * @from: an entry of the history, 0 for before the first, or %PLAN_REVISION_NOW for @at; likewise @to
 *
 * Compares two moments.
 *
 * Returns: (transfer full): both and how they differ, or %NULL with %PLAN_ERROR_NOT_FOUND when the history does not reach
 *   back so far, %PLAN_ERROR_CANCELLED or another error
 */
PlanPast *
plan_past_new (PlanStore *store, PlanModel *model, gint64 at, gint64 from, gint64 to, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanPast) self = g_new0 (PlanPast, 1);
  PlanMoment moments[2];

  self->ref_count = 1;
  self->revisions[0] = from == PLAN_REVISION_NOW ? at : from;
  self->revisions[1] = to == PLAN_REVISION_NOW ? at : to;
  if (!load_moments (self, store, model, at, progress, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      self->schedules[i] = compute_schedule (self->models[i], progress, error);
      if (self->schedules[i] == NULL)
        return NULL;
      moments[i] = (PlanMoment) { self->models[i], self->schedules[i] };
    }
  self->comparison = plan_comparison_new (&moments[0], &moments[1], NULL);
  return g_steal_pointer (&self);
}

static GPtrArray *
explain_changes (const PlanModel *before, const PlanModel *after, const PlanChangeSet *changes, PlanProgress *progress,
                 GError **error)
{
  gboolean moves = plan_change_set_needs_schedule (changes);
  g_autoptr (PlanSchedule) schedule_before = NULL, schedule_after = NULL;
  g_autoptr (PlanComparison) comparison = NULL;

  if (moves)
    {
      schedule_before = compute_schedule (before, progress, error);
      schedule_after = schedule_before != NULL ? compute_schedule (after, progress, error) : NULL;
      if (schedule_after == NULL)
        return NULL;
    }
  comparison = plan_comparison_new (&(PlanMoment) { before, schedule_before }, &(PlanMoment) { after, schedule_after }, changes);
  return plan_history_words_new (comparison);
}

/**
 * plan_past_explain:
 * @model: what the office held after entry @at; then, what it held before @entry
 * @entry: an entry of the history
 *
 * Returns: (transfer full) (element-type PlanHistoryLine): what the entry did and what followed from it, in sentences; %NULL
 *   with an error as plan_past_new()
 */
GPtrArray *
plan_past_explain (PlanStore *store, PlanModel *model, gint64 at, gint64 entry, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanChangeSet) changes = NULL, inverse = NULL;
  g_autoptr (PlanModel) after = NULL;

  if (!plan_store_take_back (store, model, at, entry, progress, error))
    return NULL;
  changes = plan_store_read_changes (store, entry, error);
  if (changes == NULL)
    return NULL;
  after = plan_model_snapshot (model);
  inverse = plan_change_set_invert (changes);
  if (!plan_model_apply (model, inverse, error))
    return NULL;
  return explain_changes (model, after, changes, progress, error);
}

/**
 * PastJob:
 * @at: the entry after which @model is
 */
typedef struct
{
  char *path;
  PlanModel *model;
  gint64 at;
  gint64 from;
  gint64 to;
} PastJob;

static void
free_job (gpointer data)
{
  PastJob *self = data;

  g_free (self->path);
  plan_model_unref (self->model);
  g_free (self);
}

static gpointer
compare (PlanProgress *progress, gpointer data, GError **error)
{
  PastJob *self = data;
  g_autoptr (PlanStore) store = plan_store_open (self->path, PLAN_STORE_READ_ONLY, error);

  return store != NULL ? plan_past_new (store, self->model, self->at, self->from, self->to, progress, error) : NULL;
}

static gpointer
explain (PlanProgress *progress, gpointer data, GError **error)
{
  PastJob *self = data;
  g_autoptr (PlanStore) store = plan_store_open (self->path, PLAN_STORE_READ_ONLY, error);

  return store != NULL ? plan_past_explain (store, self->model, self->at, self->from, progress, error) : NULL;
}

static PastJob *
new_job (PlanDocument *document, gint64 from, gint64 to)
{
  PastJob *job = g_new0 (PastJob, 1);

  *job = (PastJob) { g_strdup (plan_document_get_path (document)), plan_document_snapshot (document),
                     plan_document_get_revision (document), from, to };
  return job;
}

/**
 * plan_document_compare_async:
 * @from: an entry of the history, 0 for before the first, or %PLAN_REVISION_NOW; likewise @to
 * @progress: (nullable): must live until @callback
 *
 * Compares two moments in a thread.
 */
void
plan_document_compare_async (PlanDocument *self, gint64 from, gint64 to, PlanProgress *progress, GAsyncReadyCallback callback,
                             gpointer data)
{
  g_return_if_fail (PLAN_IS_DOCUMENT (self));

  plan_job_run_async (compare, new_job (self, from, to), free_job, (GDestroyNotify) plan_past_unref, progress, callback, data);
}

/**
 * plan_document_compare_finish:
 *
 * Returns: (transfer full): as plan_past_new()
 */
PlanPast *
plan_document_compare_finish (GAsyncResult *result, GError **error)
{
  return plan_job_run_finish (result, error);
}

/**
 * plan_document_explain_async:
 * @entry: an entry of the history
 * @progress: (nullable): must live until @callback
 *
 * Finds out in a thread what an entry did and what followed from it.
 */
void
plan_document_explain_async (PlanDocument *self, gint64 entry, PlanProgress *progress, GAsyncReadyCallback callback,
                             gpointer data)
{
  g_return_if_fail (PLAN_IS_DOCUMENT (self));

  plan_job_run_async (explain, new_job (self, entry, entry), free_job, (GDestroyNotify) g_ptr_array_unref, progress, callback,
                      data);
}

/**
 * plan_document_explain_finish:
 *
 * Returns: (transfer full) (element-type PlanHistoryLine): as plan_past_explain()
 */
GPtrArray *
plan_document_explain_finish (GAsyncResult *result, GError **error)
{
  return plan_job_run_finish (result, error);
}
