/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanProgress:
 * @permille: how much is done, 0 to 1000
 * @cancelled: set by whoever waits; the job stops at its next step
 *
 * Shared between a job and whoever waits for it; both sides only touch it through the functions below.
 */
typedef struct
{
  int permille;
  int cancelled;
} PlanProgress;

gboolean plan_progress_step         (PlanProgress *self, gsize done, gsize total, GError **error);
void     plan_progress_cancel       (PlanProgress *self);
int      plan_progress_get_permille (PlanProgress *self);

G_END_DECLS
