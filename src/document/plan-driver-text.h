/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-columns.h"
#include "plan-driver.h"

G_BEGIN_DECLS

char *plan_driver_describe (const PlanDriver *driver, const PlanCellSource *source, guint task);

G_END_DECLS
