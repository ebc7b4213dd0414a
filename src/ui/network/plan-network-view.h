/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-row-list.h"
#include "plan-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_NETWORK_ZOOM_LEAST 0.02
#define PLAN_NETWORK_ZOOM_MOST  3.0

#define PLAN_TYPE_NETWORK_VIEW (plan_network_view_get_type ())
G_DECLARE_FINAL_TYPE (PlanNetworkView, plan_network_view, PLAN, NETWORK_VIEW, GtkWidget)

void     plan_network_view_set_list          (PlanNetworkView *self, PlanRowList *list);
void     plan_network_view_set_theme         (PlanNetworkView *self, PlanThemeKind kind);
void     plan_network_view_set_critical      (PlanNetworkView *self, gboolean marked);
double   plan_network_view_get_zoom          (PlanNetworkView *self);
void     plan_network_view_set_zoom          (PlanNetworkView *self, double zoom);
void     plan_network_view_zoom_step         (PlanNetworkView *self, int direction);
void     plan_network_view_fit               (PlanNetworkView *self);
void     plan_network_view_show_cursor       (PlanNetworkView *self);
gboolean plan_network_view_is_ready          (PlanNetworkView *self);
guint    plan_network_view_get_n_boxes       (PlanNetworkView *self);
gboolean plan_network_view_get_box_area      (PlanNetworkView *self, PlanId task, graphene_rect_t *area);

G_END_DECLS
