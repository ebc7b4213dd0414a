/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-values.h"

#include <glib.h>

G_BEGIN_DECLS

/* What a task or summary says to the summary above it; without a start it says nothing. */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  PlanTicks early_start;
  PlanTicks early_finish;
  PlanTicks late_start;
  PlanTicks late_finish;
} PlanRolled;

/**
 * PlanLeaving:
 * @rolled: what it said last
 * @summary: number of the summary it belonged to, or %PLAN_NODE_NONE
 * @is_counted: whether it counted for the dates of its project; @is_critical likewise as critical
 * @is_gone: whether it is no longer one of the tasks of its project
 *
 * A task that is gone from where it was, or says something else to its summary from now on.
 */
typedef struct
{
  PlanRolled rolled;
  guint32 summary;
  guint32 project;
  gboolean is_counted;
  gboolean is_critical;
  gboolean is_gone;
} PlanLeaving;

void     plan_rollup_run    (const PlanCpm *cpm, PlanValues *values, PlanScheduledProject *projects);
void     plan_rollup_leave  (const PlanCpm *cpm, PlanValues *values, PlanScheduledProject *projects, const PlanLeaving *leaving);
gboolean plan_rollup_update (const PlanCpm *cpm, PlanValues *values, PlanScheduledProject *projects, PlanNodeSet *changed,
                             const GArray *indexes);

G_END_DECLS
