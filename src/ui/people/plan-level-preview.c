/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where tasks would go if a levelling were applied, in the form in which the chart shows another moment as thin bars. It is
 * scheduled in a thread.
 */

#include "plan-level-preview.h"

#include "plan-job.h"

static gpointer
run (PlanProgress *progress, gpointer data, GError **error)
{
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  PlanModel *model = data;
  PlanPast *past;

  if (!plan_schedule_compute (schedule, model, progress, error))
    return NULL;
  past = g_new0 (PlanPast, 1);
  past->ref_count = 1;
  past->models[0] = plan_model_ref (model);
  past->schedules[0] = g_steal_pointer (&schedule);
  return past;
}

/**
 * plan_level_preview_async:
 * @level: a proposal for the document as it is
 * @callback: called in the main loop; takes the preview with plan_level_preview_finish()
 */
void
plan_level_preview_async (PlanDocument *document, const PlanLevel *level, GAsyncReadyCallback callback, gpointer data)
{
  PlanModel *model = plan_document_snapshot (document);

  plan_level_apply (level, model);
  plan_job_run_async (run, model, (GDestroyNotify) plan_model_unref, (GDestroyNotify) plan_past_unref, NULL, callback, data);
}

/**
 * plan_level_preview_finish:
 *
 * Returns: (transfer full) (nullable): what the chart can show, its first moment being the proposal
 */
PlanPast *
plan_level_preview_finish (GAsyncResult *result)
{
  return plan_job_run_finish (result, NULL);
}
