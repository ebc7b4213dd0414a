/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-worktime.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_MONTH_VIEW (plan_month_view_get_type ())
G_DECLARE_FINAL_TYPE (PlanMonthView, plan_month_view, PLAN, MONTH_VIEW, GtkWidget)

GtkWidget *plan_month_view_new           (void);
void       plan_month_view_set_worktime  (PlanMonthView *self, PlanWorktime *worktime);
void       plan_month_view_show_day      (PlanMonthView *self, PlanDay day);
void       plan_month_view_get_selection (PlanMonthView *self, PlanDay *first, PlanDay *last);
int        plan_month_view_get_year      (PlanMonthView *self);
char      *plan_month_view_describe      (const PlanWorktime *worktime, PlanDay day);

G_END_DECLS
