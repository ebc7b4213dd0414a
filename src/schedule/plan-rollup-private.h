/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-rollup.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const PlanCpm *cpm;
  PlanValues *values;
  PlanScheduledProject *projects;
} PlanRollup;

PlanRolled plan_rollup_get_rolled_task    (const PlanRollup *self, const PlanNode *node, const PlanScheduledTask *task);
PlanRolled plan_rollup_get_rolled_summary (const PlanRollup *self, guint32 number);
void       plan_rollup_fold               (PlanScheduledTask *summary, const PlanRolled *rolled);
void       plan_rollup_fill_node          (const PlanRollup *self, guint32 number);
void       plan_rollup_fill_summary       (const PlanRollup *self, guint32 number);
void       plan_rollup_finish_projects    (const PlanRollup *self);

G_END_DECLS
