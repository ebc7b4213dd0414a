/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-view.h"
#include "plan-row-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_LOAD_PANE (plan_load_pane_get_type ())
G_DECLARE_FINAL_TYPE (PlanLoadPane, plan_load_pane, PLAN, LOAD_PANE, GtkWidget)

void       plan_load_pane_set_plan   (PlanLoadPane *self, PlanRowList *list, PlanGanttView *view);
void       plan_load_pane_set_theme  (PlanLoadPane *self, PlanThemeKind kind);
void       plan_load_pane_set_height (PlanLoadPane *self, int height);
GtkPaned  *plan_load_pane_get_halves (PlanLoadPane *self);
GtkWidget *plan_load_pane_get_chart  (PlanLoadPane *self);
GArray    *plan_load_pane_list_shown (PlanLoadPane *self);

G_END_DECLS
