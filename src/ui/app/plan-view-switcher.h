/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_VIEW_SWITCHER (plan_view_switcher_get_type ())
G_DECLARE_FINAL_TYPE (PlanViewSwitcher, plan_view_switcher, PLAN, VIEW_SWITCHER, GtkWidget)

void        plan_view_switcher_set_views  (PlanViewSwitcher *self, AdwViewStack *views);
void        plan_view_switcher_set_title  (PlanViewSwitcher *self, const char *title, const char *subtitle);
void        plan_view_switcher_set_narrow (PlanViewSwitcher *self, gboolean narrow);
const char *plan_view_switcher_get_shown  (PlanViewSwitcher *self);

G_END_DECLS
