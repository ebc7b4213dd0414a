/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_CALENDAR_WINDOW (plan_calendar_window_get_type ())
G_DECLARE_FINAL_TYPE (PlanCalendarWindow, plan_calendar_window, PLAN, CALENDAR_WINDOW, AdwWindow)

GtkWindow *plan_calendar_window_new  (GtkWindow *parent, PlanDocument *document);
void       plan_calendar_window_show (PlanCalendarWindow *self, PlanId calendar, PlanDay day);

G_END_DECLS
