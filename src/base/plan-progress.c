/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a job is and whether it shall stop: two atomic numbers, so that readers, schedulers and printers need
 * neither a main loop nor GIO to report and to be cancelled.
 */

#include "plan-progress.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

/**
 * plan_progress_step:
 * @self: (nullable): the progress of the job, or %NULL when nobody watches
 * @done: units done so far
 * @total: units in all
 *
 * Returns: %FALSE with %PLAN_ERROR_CANCELLED when the job shall stop
 */
gboolean
plan_progress_step (PlanProgress *self, gsize done, gsize total, GError **error)
{
  if (self == NULL)
    return TRUE;
  if (g_atomic_int_get (&self->cancelled))
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_CANCELLED, _("Stopped before it was finished; nothing was changed."));
      return FALSE;
    }
  if (total > 0)
    g_atomic_int_set (&self->permille, (int) (MIN (done, total) * 1000 / total));
  return TRUE;
}

/**
 * plan_progress_cancel:
 *
 * Asks the job to stop. May be called from any thread.
 */
void
plan_progress_cancel (PlanProgress *self)
{
  g_atomic_int_set (&self->cancelled, 1);
}

/**
 * plan_progress_get_permille:
 *
 * Returns: how much is done, 0 to 1000. May be called from any thread.
 */
int
plan_progress_get_permille (PlanProgress *self)
{
  return g_atomic_int_get (&self->permille);
}
