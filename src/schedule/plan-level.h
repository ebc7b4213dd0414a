/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-schedule.h"

G_BEGIN_DECLS

/* Which task keeps its place; all but the first as Microsoft Project decides it. */
typedef enum {
  PLAN_LEVEL_SHORTEST, /* by late finish */
  PLAN_LEVEL_STANDARD,
  PLAN_LEVEL_PRIORITY,
  PLAN_LEVEL_ID,
} PlanLevelOrder;

/**
 * PlanLevelOptions:
 * @within_slack: no task goes beyond its late finish
 */
typedef struct
{
  PlanLevelOrder order;
  gboolean within_slack;
} PlanLevelOptions;

/**
 * PlanLevelChange:
 * @from: where the links alone start it, and @to: where it is now
 * @resource: for which it waited last, and @by: the task that had it, or %PLAN_ID_NONE
 */
typedef struct
{
  PlanId task;
  PlanTicks from;
  PlanTicks to;
  PlanId resource;
  PlanId by;
} PlanLevelChange;

/**
 * PlanLevel:
 * @changes: of #PlanLevelChange; @unresolved: of #PlanId, tasks that asked for more than there is and could not wait
 */
typedef struct
{
  GArray *changes;
  GArray *unresolved;
} PlanLevel;

PlanLevel *plan_level_run  (PlanModel *model, const PlanLevelOptions *options, GError **error);
void       plan_level_free (PlanLevel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanLevel, plan_level_free)

G_END_DECLS
