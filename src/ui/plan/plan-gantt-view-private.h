/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-view.h"

#include "plan-columns.h"
#include "plan-gantt-preview.h"
#include "plan-preview.h"

G_BEGIN_DECLS

typedef enum {
  PLAN_DRAG_NONE,
  PLAN_DRAG_PRESSED, /* it is not known yet where the pointer goes */
  PLAN_DRAG_MOVE,
  PLAN_DRAG_FINISH,
  PLAN_DRAG_PROGRESS,
  PLAN_DRAG_DEADLINE,
  PLAN_DRAG_LINK,
} PlanGanttDragKind;

/**
 * PlanGanttDrag:
 * @hit: where it was pressed; @bar: the mark of the task, as it was then
 * @press_x, @press_y: where, in chart units
 * @x, @y: where the pointer is, in the widget
 * @grab: from the date that is dragged to the instant that was pressed
 * @preview: (nullable): what would follow, once the pointer has moved
 * @value: what a drop would set: an instant, ticks of duration or hundredths of a percent; of a link, the successor's id
 * @tried: whether @value has been tried; @allowed: a drop would change something; @refused: @status says why it cannot
 * @dropping: the edit is being made
 * @status: (nullable): what a drop will do, in words
 * @tick: of scrolling at the edges, or 0
 *
 * A bar, a part of it or a mark on its way with the pointer.
 */
typedef struct
{
  PlanGanttDragKind kind;
  PlanGanttHit hit;
  PlanGanttBar bar;
  PlanId task;
  double press_x, press_y;
  double x, y;
  PlanTicks grab;
  PlanPreview *preview;
  gint64 value;
  gboolean tried;
  gboolean allowed;
  gboolean refused;
  gboolean dropping;
  char *status;
  guint tick;
} PlanGanttDrag;

/**
 * PlanGanttView:
 * @list: the rows, the cursor and what is selected, shared with the sheet
 * @start, @finish: of the project's bars
 * @from, @to: the stretch of time that can be scrolled to
 * @reach: an instant outside the project that the user asked to see, or %PLAN_TICKS_NONE
 * @layout: of the part that was drawn last, or %NULL when it is out of date
 * @fit_when_sized: the zoom is chosen as soon as the size is known
 * @selected_rows: of those that are seen, for the layout
 * @hover: index of the link under the pointer, or %PLAN_INDEX_NONE
 * @revision: of the office that the rows and the layout are of
 * @anchor: the row from which the selection is extended
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
  PlanGanttLabel labels[PLAN_N_LABEL_PLACES];
  PlanPast *past; /* what the plan is compared with, or NULL */
  PlanGanttPast ghosts;
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
  double pointer_x, pointer_y;

  GArray *selected_rows;
  guint hover;
  gint64 revision;
  guint anchor;
  PlanGanttDrag drag;
  GtkWidget *menu;
};

/* plan-gantt-view.c */
double      plan_gantt_view_get_offset        (PlanGanttView *self, GtkOrientation orientation);
void        plan_gantt_view_scroll_to         (PlanGanttView *self, GtkOrientation orientation, double value);
void        plan_gantt_view_zoom_at           (PlanGanttView *self, double px_per_day, double x);
guint       plan_gantt_view_get_row_at        (PlanGanttView *self, double y);
gboolean    plan_gantt_view_has_rows          (PlanGanttView *self);
const PlanSchedule *plan_gantt_view_get_schedule (PlanGanttView *self);
void        plan_gantt_view_invalidate        (PlanGanttView *self);
PlanGanttHit plan_gantt_view_hit_at           (PlanGanttView *self, double x, double y);
gboolean    plan_gantt_view_find_bar          (PlanGanttView *self, guint task, PlanGanttBar *bar);
void        plan_gantt_view_tell              (PlanGanttView *self, const char *sentence);
void        plan_gantt_view_tell_done         (PlanGanttView *self, const char *sentence);
void        plan_gantt_view_tell_drag         (PlanGanttView *self, const char *status);
void        plan_gantt_view_activate_row      (PlanGanttView *self, guint row);

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

/* plan-gantt-view-drag.c */
gboolean    plan_gantt_view_drag_press        (PlanGanttView *self, double x, double y);
gboolean    plan_gantt_view_drag_move         (PlanGanttView *self, double x, double y);
void        plan_gantt_view_drag_drop         (PlanGanttView *self);
void        plan_gantt_view_drag_cancel       (PlanGanttView *self);

/* plan-gantt-view-drag-value.c */
PlanTicks   plan_gantt_view_get_grain         (PlanGanttView *self);
PlanTicks   plan_gantt_view_get_dragged       (PlanGanttView *self);
gboolean    plan_gantt_view_drag_try          (PlanGanttView *self, GError **error);
gboolean    plan_gantt_view_drag_edit         (PlanGanttView *self, GError **error);

/* plan-gantt-view-drag-text.c */
char       *plan_gantt_view_describe_drag     (PlanGanttView *self);

/* plan-gantt-view-hover.c */
void        plan_gantt_view_init_hover        (PlanGanttView *self);
void        plan_gantt_view_update_cursor     (PlanGanttView *self);
gboolean    plan_gantt_view_begins_progress   (PlanGanttView *self, const PlanGanttHit *hit);

/* plan-gantt-view-menu.c */
void        plan_gantt_view_init_menu         (PlanGanttView *self);
void        plan_gantt_view_open_menu         (PlanGanttView *self);

G_END_DECLS
