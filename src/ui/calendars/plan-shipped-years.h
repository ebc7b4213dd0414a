/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-holidays.h"

G_BEGIN_DECLS

GPtrArray    *plan_shipped_years_read (void);
GPtrArray    *plan_shipped_years_list (void);
PlanHolidays *plan_shipped_years_open (const char *name);

G_END_DECLS
