/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-time.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_DAY_CHOOSER (plan_day_chooser_get_type ())

G_DECLARE_FINAL_TYPE (PlanDayChooser, plan_day_chooser, PLAN, DAY_CHOOSER, GtkWidget)

GtkWidget *plan_day_chooser_new     (void);
PlanDay    plan_day_chooser_get_day (PlanDayChooser *self);
void       plan_day_chooser_set_day (PlanDayChooser *self, PlanDay day);

G_END_DECLS
