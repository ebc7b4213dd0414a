/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-past.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_HISTORY_FINDER (plan_history_finder_get_type ())
G_DECLARE_FINAL_TYPE (PlanHistoryFinder, plan_history_finder, PLAN, HISTORY_FINDER, GtkWidget)

void plan_history_finder_update (PlanHistoryFinder *self, PlanStore *store);
void plan_history_finder_fill   (PlanHistoryFinder *self, PlanId project, PlanHistoryQuery *query);

G_END_DECLS
