/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-values.h"

#include <glib.h>

G_BEGIN_DECLS

void     plan_rollup_run    (const PlanCpm *cpm, PlanValues *values, PlanScheduledProject *projects);
gboolean plan_rollup_update (const PlanCpm *cpm, PlanValues *values, PlanScheduledProject *projects, PlanNodeSet *changed,
                             const GArray *indexes);

G_END_DECLS
