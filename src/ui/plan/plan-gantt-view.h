/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-past.h"
#include "plan-row-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_GANTT_VIEW (plan_gantt_view_get_type ())
G_DECLARE_FINAL_TYPE (PlanGanttView, plan_gantt_view, PLAN, GANTT_VIEW, GtkWidget)

void          plan_gantt_view_set_list     (PlanGanttView *self, PlanRowList *list);
void          plan_gantt_view_set_theme    (PlanGanttView *self, PlanThemeKind kind);
void          plan_gantt_view_set_show     (PlanGanttView *self, PlanGanttShow what, gboolean shown);
PlanGanttShow plan_gantt_view_get_show     (PlanGanttView *self);

void          plan_gantt_view_set_past     (PlanGanttView *self, PlanPast *past);

double        plan_gantt_view_get_zoom     (PlanGanttView *self);
void          plan_gantt_view_set_zoom     (PlanGanttView *self, double px_per_day);
void          plan_gantt_view_zoom_step    (PlanGanttView *self, int direction);
void          plan_gantt_view_fit          (PlanGanttView *self);
void          plan_gantt_view_show_today   (PlanGanttView *self);
PlanTicks     plan_gantt_view_get_ticks_at (PlanGanttView *self, double x);

void          plan_gantt_view_reveal_bar   (PlanGanttView *self, guint row);
void          plan_gantt_view_get_scale    (PlanGanttView *self, PlanTimescale *scale, double *left);
void          plan_gantt_view_scroll_to_day (PlanGanttView *self, PlanTicks start, PlanTicks finish);
double        plan_gantt_view_get_header_height (PlanGanttView *self);
void           plan_gantt_view_set_label    (PlanGanttView *self, PlanGanttLabelPlace place, PlanGanttLabel label);
PlanGanttLabel plan_gantt_view_get_label    (PlanGanttView *self, PlanGanttLabelPlace place);

G_END_DECLS
