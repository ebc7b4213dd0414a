/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-plan-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_CHART_OPTIONS (plan_chart_options_get_type ())
G_DECLARE_FINAL_TYPE (PlanChartOptions, plan_chart_options, PLAN, CHART_OPTIONS, AdwPreferencesWindow)

GtkWindow *plan_chart_options_new       (GtkWindow *parent, PlanPlanPage *page);
void       plan_chart_options_set_shown (PlanChartOptions *self, PlanGanttShow what, gboolean shown);
void       plan_chart_options_set_label (PlanChartOptions *self, PlanGanttLabelPlace place, PlanGanttLabel label);
void       plan_chart_options_set_baseline (PlanChartOptions *self, int number);

void       plan_chart_options_restore   (PlanGanttView *view, PlanId project);

G_END_DECLS
