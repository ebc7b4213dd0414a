/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-holidays.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_YEAR_WINDOW (plan_year_window_get_type ())
G_DECLARE_FINAL_TYPE (PlanYearWindow, plan_year_window, PLAN, YEAR_WINDOW, AdwWindow)

GtkWindow *plan_year_window_new (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanHolidays *holidays);

G_END_DECLS
