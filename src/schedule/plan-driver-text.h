/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-driver.h"
#include "plan-outline.h"

G_BEGIN_DECLS

char *plan_driver_describe (const PlanDriver *driver, const PlanModel *model, const PlanOutline *outline, guint task);

G_END_DECLS
