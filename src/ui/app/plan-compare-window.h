/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-past.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_COMPARE_WINDOW (plan_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (PlanCompareWindow, plan_compare_window, PLAN, COMPARE_WINDOW, AdwWindow)

GtkWindow *plan_compare_window_new      (GtkWindow *parent, const char *name);
void       plan_compare_window_set_past (PlanCompareWindow *self, PlanPast *past);

G_END_DECLS
