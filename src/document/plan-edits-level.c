/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Levelling of an office: computed in a thread on a snapshot, as a proposal, then taken into the document as one edit, when
 * nothing has changed meanwhile.
 */

#include "plan-edits-private.h"

#include "plan-error.h"
#include "plan-job.h"
#include "plan-level.h"

#include <glib/gi18n-lib.h>

/* What the thread gets. */
typedef struct
{
  PlanModel *model;
  PlanLevelOptions options; /* with projects of its own */
  PlanLevelWatch watch;
  gpointer data;
  PlanProgress *progress;
} LevelData;

static void
free_level_data (gpointer data)
{
  LevelData *self = data;

  plan_model_unref (self->model);
  g_free ((gpointer) self->options.projects);
  g_free ((gpointer) self->options.kept);
  g_free (self);
}

/* Stopping keeps the best that was found. */
static gboolean
watch_job (PlanTicks finish, gpointer data)
{
  LevelData *self = data;

  return !plan_progress_step (self->progress, 0, 0, NULL) || (self->watch != NULL && self->watch (finish, self->data));
}

static gpointer
run_level (PlanProgress *progress, gpointer data, GError **error)
{
  LevelData *self = data;

  self->progress = progress;
  self->options.watch = watch_job;
  self->options.data = self;
  return self->options.clear ? plan_level_clear (self->model, &self->options, error)
                             : plan_level_run (self->model, &self->options, error);
}

/**
 * plan_document_level_async:
 * @options: copied; its watch is called in the thread
 * @progress: (nullable): ends the search when it is cancelled, with what was found so far; must live until @callback
 * @callback: called in the main loop; takes the proposal with plan_document_level_finish()
 */
void
plan_document_level_async (PlanDocument *self, const PlanLevelOptions *options, PlanProgress *progress,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  LevelData *data = g_new0 (LevelData, 1);

  data->model = plan_document_snapshot (self);
  data->options = *options;
  data->options.projects = g_memdup2 (options->projects, sizeof (PlanId) * options->n_projects);
  data->options.kept = g_memdup2 (options->kept, sizeof (PlanId) * options->n_kept);
  data->watch = options->watch;
  data->data = options->data;
  plan_job_run_async (run_level, data, free_level_data, (GDestroyNotify) plan_level_free, progress, callback, user_data);
}

/**
 * plan_document_level_finish:
 *
 * Returns: (transfer full): the proposal, or %NULL with an error of plan_level_run()
 */
PlanLevel *
plan_document_level_finish (GAsyncResult *result, GError **error)
{
  return plan_job_run_finish (result, error);
}

/**
 * plan_edit_level:
 * @level: a proposal for the document as it was at @revision
 *
 * Gives the tasks the levelling delays of the proposal, as one edit.
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE when the document has changed since
 */
gboolean
plan_edit_level (PlanDocument *document, const PlanLevel *level, gint64 revision, GError **error)
{
  g_autoptr (PlanBatch) batch = plan_batch_new ();

  if (plan_document_get_revision (document) != revision)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("The plan has changed since it was levelled."));
      return FALSE;
    }
  for (guint i = 0; i < level->delays->len; i++)
    {
      const PlanLevelDelay *delay = &g_array_index (level->delays, PlanLevelDelay, i);

      plan_batch_set_integer (batch, PLAN_FIELD_TASK_LEVELLING_DELAY, delay->task, delay->delay);
    }
  return plan_batch_run (batch, document, N_("Resource levelling"), NULL, PLAN_ID_NONE, error);
}
