/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_CALENDAR_LISTS (plan_calendar_lists_get_type ())
G_DECLARE_FINAL_TYPE (PlanCalendarLists, plan_calendar_lists, PLAN, CALENDAR_LISTS, AdwBin)

GtkWidget *plan_calendar_lists_new (PlanDocument *document);
void       plan_calendar_lists_set (PlanCalendarLists *self, PlanId calendar, int year, PlanDay first, PlanDay last);

G_END_DECLS
