/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-view.h"

#include "plan-gantt-draw.h"

G_BEGIN_DECLS

/**
 * PlanGanttView:
 * @list: the rows, the cursor and what is selected, shared with the sheet
 * @start, @finish: of the project's bars
 * @from, @to: the stretch of time that can be scrolled to
 * @reach: an instant outside the project that the user asked to see, or %PLAN_TICKS_NONE
 * @layout: of the part that was drawn last, or %NULL when it is out of date
 * @fit_when_sized: the zoom is chosen as soon as the size is known
 * @first_zoom, @first_left, @first_width: what was chosen then, and for which width
 */
struct _PlanGanttView
{
  GtkWidget parent_instance;

  PlanRowList *list;
  PlanId shown; /* the project that was looked at last */

  PlanTimescale scale;
  PlanTicks start;
  PlanTicks finish;
  PlanTicks from;
  PlanTicks to;
  PlanTicks reach;
  PlanTicks today;
  guint today_source;
  guint zoom_source;

  PlanGanttShow show;
  const PlanChartTheme *theme;
  PlanChartMetrics metrics;

  PlanGanttLayout *layout;
  guint layout_first, layout_end;
  double layout_x0, layout_x1, layout_foot;
  gboolean fit_when_sized;
  double first_zoom, first_left, first_width;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];

  double pan_x, pan_y;
  gboolean space_held;
  double pinch_zoom;
  double pointer_x;
};

/* plan-gantt-view.c */
double      plan_gantt_view_get_offset        (PlanGanttView *self, GtkOrientation orientation);
void        plan_gantt_view_scroll_to         (PlanGanttView *self, GtkOrientation orientation, double value);
void        plan_gantt_view_zoom_at           (PlanGanttView *self, double px_per_day, double x);
guint       plan_gantt_view_get_row_at        (PlanGanttView *self, double y);
gboolean    plan_gantt_view_has_rows          (PlanGanttView *self);
const PlanSchedule *plan_gantt_view_get_schedule (PlanGanttView *self);
void        plan_gantt_view_invalidate        (PlanGanttView *self);

/* plan-gantt-view-scroll.c */
void        plan_gantt_view_update_extent     (PlanGanttView *self);
void        plan_gantt_view_update_range      (PlanGanttView *self);
void        plan_gantt_view_configure         (PlanGanttView *self, int width, int height);
void        plan_gantt_view_go_to_row         (PlanGanttView *self, guint row);

/* plan-gantt-view-input.c */
void        plan_gantt_view_class_init_input  (GtkWidgetClass *widget_class);
void        plan_gantt_view_init_input        (PlanGanttView *self);

/* plan-gantt-view-text.c */
char       *plan_gantt_view_describe_row      (PlanGanttView *self, guint row);
char       *plan_gantt_view_describe_place    (PlanGanttView *self, double x, double y);
void        plan_gantt_view_update_accessible (PlanGanttView *self);

G_END_DECLS
