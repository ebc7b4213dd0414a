/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-money.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_PERCENT_BAR (plan_percent_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlanPercentBar, plan_percent_bar, PLAN, PERCENT_BAR, GtkWidget)

GtkWidget *plan_percent_bar_new (void);
void       plan_percent_bar_set (PlanPercentBar *self, PlanPercent percent, gboolean critical, gboolean summary);

G_END_DECLS
