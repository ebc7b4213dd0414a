/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-level.h"

G_BEGIN_DECLS

char *plan_level_change_describe (const PlanLevelChange *change, const PlanModel *model);

G_END_DECLS
