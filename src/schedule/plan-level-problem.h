/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-level-private.h"
#include "plan-level-serial.h"

G_BEGIN_DECLS

/**
 * PlanLevelAxis:
 * @worktime: (transfer none): the calendar that most tasks work by; from @origin on, @unit ticks of it are one unit of time
 *
 * What a unit of time of the problem is in the plan.
 */
typedef struct
{
  const PlanWorktime *worktime;
  PlanTicks origin;
  PlanTicks unit;
} PlanLevelAxis;

gboolean  plan_level_problem_read     (PlanLevelProblem *self, PlanLevelAxis *axis, PlanLevelPlan *plan,
                                       const PlanLevelTrial *first);
PlanTicks plan_level_axis_get_instant (const PlanLevelAxis *self, gint32 at);

G_END_DECLS
