/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work in a thread with its result on the main thread: a GTask with the progress that GTask does not have. The job works on
 * a snapshot or on a file and never sees the document.
 */

#include "plan-job.h"

struct _PlanJob
{
  PlanJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  PlanProgress *progress;
};

static void
free_job (gpointer data)
{
  PlanJob *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlanJob *self = data;
  GError *error = NULL;
  gpointer result = self->func (self->progress, self->data, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, self->free_result);
  else
    g_task_return_error (task, error);
}

/**
 * plan_job_run_async:
 * @func: runs in another thread; returns something or %NULL with an error
 * @data: (transfer full): given to @func, then freed by @free_data
 * @free_result: frees a result that nobody takes
 * @progress: (nullable): tells how far it is and stops it; must live until @callback
 * @callback: called in the main loop of the caller; takes the result with plan_job_run_finish()
 */
void
plan_job_run_async (PlanJobFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result,
                    PlanProgress *progress, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  PlanJob *self = g_new0 (PlanJob, 1);

  *self = (PlanJob) { func, data, free_data, free_result, progress };
  g_task_set_source_tag (task, plan_job_run_async);
  g_task_set_task_data (task, self, free_job);
  g_task_run_in_thread (task, run_job);
}

/**
 * plan_job_run_finish:
 *
 * Returns: (transfer full): what the job returned, or %NULL with its error
 */
gpointer
plan_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
