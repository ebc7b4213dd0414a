/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_CALENDAR_EDITOR (plan_calendar_editor_get_type ())
G_DECLARE_FINAL_TYPE (PlanCalendarEditor, plan_calendar_editor, PLAN, CALENDAR_EDITOR, AdwBin)

GtkWidget *plan_calendar_editor_new          (PlanDocument *document);
void       plan_calendar_editor_set_calendar (PlanCalendarEditor *self, PlanId calendar);
PlanId     plan_calendar_editor_get_calendar (PlanCalendarEditor *self);
void       plan_calendar_editor_show_day     (PlanCalendarEditor *self, PlanDay day);

G_END_DECLS
