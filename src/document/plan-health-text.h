/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-health.h"

G_BEGIN_DECLS

const char *plan_health_get_name   (PlanHealth health);
char       *plan_health_get_reason (const PlanHealthReason *reason, const PlanProject *project);

G_END_DECLS
