/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-network-view.h"

#include "plan-diagram-layout.h"
#include "plan-preview.h"

G_BEGIN_DECLS

/**
 * PlanNetworkDrag:
 * @from: node at which a link begins, or %PLAN_INDEX_NONE while nothing is dragged
 * @moved: the pointer went far enough to be no click
 * @target: the task that was tried last; @allowed: a drop makes a link
 * @message: (nullable): why a drop would be refused
 */
typedef struct
{
  guint from;
  gboolean moved;
  double x, y;
  PlanId target;
  gboolean allowed;
  char *message;
  PlanPreview *preview;
} PlanNetworkDrag;

/**
 * PlanNetworkView:
 * @diagram: where boxes and links are, or %NULL while it is being made or there is nothing to show
 * @stale: @diagram is of a plan that has changed since
 * @job: counts the jobs that were begun; only the last one is of use
 * @layout: of the part that was drawn last, or %NULL
 * @zoom: pixels per chart unit at the usual size of text
 * @hover: index of the path under the pointer, or %PLAN_INDEX_NONE
 * @selected: indexes of tasks, sorted
 * @fit_when_sized: the zoom is chosen as soon as the size is known
 */
struct _PlanNetworkView
{
  GtkWidget parent_instance;

  PlanRowList *list;
  PlanId shown;
  PlanDiagram *diagram;
  gboolean stale;
  guint job;
  gboolean busy;
  PlanDiagramLayout *layout;
  double layout_area[4];
  const PlanChartTheme *theme;
  gboolean critical;
  gboolean fit_when_sized;
  double zoom;
  guint hover;
  GArray *selected;
  gint64 revision;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  double pointer_x, pointer_y;
  double pan_x, pan_y;
  double pinch_zoom;
  gboolean panning;
  PlanNetworkDrag drag;
  GtkWidget *menu;
};

/* plan-network-view.c */
void     plan_network_view_invalidate  (PlanNetworkView *self);
gboolean plan_network_view_has_rows    (PlanNetworkView *self);
void     plan_network_view_select      (PlanNetworkView *self, guint node);
guint    plan_network_view_get_cursor  (PlanNetworkView *self);
PlanId   plan_network_view_get_task    (PlanNetworkView *self, guint node);

/* plan-network-view-data.c */
void     plan_network_view_mark_stale  (PlanNetworkView *self);
gboolean plan_network_view_ensure      (PlanNetworkView *self);

/* plan-network-view-scroll.c */
double   plan_network_view_get_scale   (PlanNetworkView *self);
double   plan_network_view_get_offset  (PlanNetworkView *self, GtkOrientation orientation);
void     plan_network_view_scroll_to   (PlanNetworkView *self, GtkOrientation orientation, double value);
void     plan_network_view_configure   (PlanNetworkView *self, int width, int height);
void     plan_network_view_zoom_at     (PlanNetworkView *self, double zoom, double x, double y);
void     plan_network_view_reveal      (PlanNetworkView *self, guint node);
void     plan_network_view_to_chart    (PlanNetworkView *self, double *x, double *y);

/* plan-network-view-input.c */
void     plan_network_view_class_init_input (GtkWidgetClass *widget_class);
void     plan_network_view_init_input  (PlanNetworkView *self);

/* plan-network-view-drag.c */
gboolean plan_network_view_drag_begin  (PlanNetworkView *self, double x, double y);
void     plan_network_view_drag_move   (PlanNetworkView *self, double x, double y);
void     plan_network_view_drag_drop   (PlanNetworkView *self);
void     plan_network_view_drag_cancel (PlanNetworkView *self);

G_END_DECLS
