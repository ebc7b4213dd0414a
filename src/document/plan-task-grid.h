/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-columns.h"
#include "plan-grid.h"

G_BEGIN_DECLS

PlanGrid *plan_task_grid_new  (const PlanModel *model, const PlanSchedule *schedule, PlanId project, PlanTicks now);
void      plan_task_grid_free (PlanGrid *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanGrid, plan_task_grid_free)

G_END_DECLS
