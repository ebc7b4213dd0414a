/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dragging in the Gantt chart. Nothing is decided when a mark is pressed; the first pixels of the pointer's way tell a move
 * along the time scale from a link to another row. From then on each move tries what a drop would do on a preview, which
 * the chart draws and the status strip says in words. The drop is one edit; Escape, and any other change of the office,
 * ends the drag without one.
 */

#include "plan-gantt-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many pixels decide where a drag goes. */
#define THRESHOLD 8.0

/* Within so many pixels from an edge the chart scrolls by so many with each frame. */
#define SCROLL_ZONE 24.0
#define SCROLL_STEP 10.0

/* Beyond the last bar the chart grows by so many pixels at a time. */
#define GROWTH 240.0

static double
get_chart_x (PlanGanttView *self, double x)
{
  return plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL) + x;
}

static double
get_chart_y (PlanGanttView *self, double y)
{
  return plan_gantt_view_get_offset (self, GTK_ORIENTATION_VERTICAL) + y - plan_gantt_view_get_header_height (self);
}

/**
 * plan_gantt_view_drag_press:
 * @x, @y: in the widget
 *
 * Begins a drag of the mark that is there, if there is one and the plan can be edited.
 *
 * Returns: whether it began
 */
gboolean
plan_gantt_view_drag_press (PlanGanttView *self, double x, double y)
{
  PlanGanttHit hit;
  PlanGanttBar bar;

  if (self->drag.kind != PLAN_DRAG_NONE || !plan_gantt_view_has_rows (self) || !plan_row_list_is_writable (self->list))
    return FALSE;
  hit = plan_gantt_view_hit_at (self, x, y);
  if (hit.task == PLAN_INDEX_NONE || hit.kind == PLAN_HIT_LINK || !plan_gantt_view_find_bar (self, hit.task, &bar))
    return FALSE;
  self->drag = (PlanGanttDrag) {
    .kind = PLAN_DRAG_PRESSED,
    .hit = hit,
    .bar = bar,
    .task = plan_model_get_task_at (plan_row_list_get_model (self->list), hit.task)->id,
    .press_x = get_chart_x (self, x),
    .press_y = get_chart_y (self, y),
    .x = x,
    .y = y,
  };
  return TRUE;
}

/* Progress that has not begun lies at the start of the bar; to another row, even that is a link. */
static PlanGanttDragKind
choose_kind (PlanGanttView *self, double dx, double dy)
{
  switch (self->drag.hit.kind)
    {
    case PLAN_HIT_BAR_FINISH:
      return PLAN_DRAG_FINISH;
    case PLAN_HIT_PROGRESS:
      return PLAN_DRAG_PROGRESS;
    case PLAN_HIT_DEADLINE:
      return PLAN_DRAG_DEADLINE;
    default:
      return fabs (dy) > fabs (dx) ? PLAN_DRAG_LINK
             : plan_gantt_view_begins_progress (self, &self->drag.hit) ? PLAN_DRAG_PROGRESS : PLAN_DRAG_MOVE;
    }
}

static void
set_status (PlanGanttView *self, char *status)
{
  gboolean same = g_strcmp0 (self->drag.status, status) == 0;

  g_free (self->drag.status);
  self->drag.status = status;
  if (!same)
    plan_gantt_view_tell_drag (self, status);
}

/* The dates of a summary cannot be dragged; a link can begin there. */
static gboolean
refuse_summary (PlanGanttView *self)
{
  const PlanTask *task = plan_model_get_task_at (plan_row_list_get_model (self->list), self->drag.hit.task);

  if (self->drag.bar.kind != PLAN_BAR_SUMMARY || self->drag.kind == PLAN_DRAG_LINK || self->drag.kind == PLAN_DRAG_DEADLINE)
    return FALSE;
  /* Translators: %s is the name of a summary task */
  set_status (self, g_strdup_printf (_("The dates of “%s” follow from its tasks."), task->name != NULL ? task->name : ""));
  return TRUE;
}

static void
update_drag (PlanGanttView *self)
{
  g_autoptr (GError) error = NULL;

  self->drag.refused = refuse_summary (self);
  if (!self->drag.refused)
    {
      self->drag.refused = !plan_gantt_view_drag_try (self, &error);
      set_status (self, error != NULL ? g_strdup (error->message) : plan_gantt_view_describe_drag (self));
    }
  plan_gantt_view_update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How far to scroll when the pointer is near one of two edges. */
static double
get_scroll (double at, double first, double last)
{
  return at < first + SCROLL_ZONE ? -SCROLL_STEP : at > last - SCROLL_ZONE ? SCROLL_STEP : 0;
}

/* A date can be dragged to later than all that there is. */
static void
grow (PlanGanttView *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  if (adjustment == NULL ||
      gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) + SCROLL_STEP < gtk_adjustment_get_upper (adjustment))
    return;
  self->reach = self->to + (PlanTicks) (GROWTH / self->scale.px_per_day * PLAN_TICKS_PER_DAY);
  plan_gantt_view_update_range (self);
  plan_gantt_view_configure (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlanGanttView *self = PLAN_GANTT_VIEW (widget);
  double dx = get_scroll (self->drag.x, 0, gtk_widget_get_width (widget)), dy = 0;

  if (self->drag.kind == PLAN_DRAG_LINK)
    dy = get_scroll (self->drag.y, plan_gantt_view_get_header_height (self), gtk_widget_get_height (widget));
  if (dx == 0 && dy == 0)
    return G_SOURCE_CONTINUE;
  if (dx > 0 && self->drag.kind != PLAN_DRAG_LINK && self->drag.kind != PLAN_DRAG_PROGRESS)
    grow (self);
  plan_gantt_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL) + dx);
  plan_gantt_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, plan_gantt_view_get_offset (self, GTK_ORIENTATION_VERTICAL) + dy);
  update_drag (self);
  return G_SOURCE_CONTINUE;
}

static void
start_drag (PlanGanttView *self, PlanGanttDragKind kind)
{
  PlanTicks pressed = plan_timescale_ticks (&self->scale, self->drag.press_x);

  self->drag.kind = kind;
  self->drag.grab = pressed - plan_gantt_view_get_dragged (self);
  self->drag.preview = plan_preview_new (plan_row_list_get_document (self->list));
  self->drag.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
}

/**
 * plan_gantt_view_drag_move:
 * @x, @y: where the pointer is now, in the widget
 *
 * Goes on with a drag.
 *
 * Returns: whether it is one, and not a click that trembles
 */
gboolean
plan_gantt_view_drag_move (PlanGanttView *self, double x, double y)
{
  double dx = get_chart_x (self, x) - self->drag.press_x, dy = get_chart_y (self, y) - self->drag.press_y;

  if (self->drag.kind == PLAN_DRAG_NONE)
    return FALSE;
  self->drag.x = x;
  self->drag.y = y;
  if (self->drag.kind == PLAN_DRAG_PRESSED)
    {
      if (hypot (dx, dy) < THRESHOLD)
        return FALSE;
      start_drag (self, choose_kind (self, dx, dy));
    }
  update_drag (self);
  return TRUE;
}

static void
end_drag (PlanGanttView *self)
{
  gboolean told = self->drag.status != NULL;

  if (self->drag.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.tick);
  g_clear_pointer (&self->drag.preview, plan_preview_free);
  g_clear_pointer (&self->drag.status, g_free);
  self->drag = (PlanGanttDrag) { .kind = PLAN_DRAG_NONE };
  if (told)
    plan_gantt_view_tell_drag (self, NULL);
  plan_gantt_view_update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plan_gantt_view_drag_drop:
 *
 * Ends the drag with the edit that it stands for, if there is one. An edit that moves other tasks as well is told with Undo.
 */
void
plan_gantt_view_drag_drop (PlanGanttView *self)
{
  g_autofree char *status = g_strdup (self->drag.status);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE, large = FALSE, refused = self->drag.refused;

  if (self->drag.allowed)
    {
      large = self->drag.kind == PLAN_DRAG_LINK ||
              plan_preview_count_moved (self->drag.preview, plan_row_list_get_project (self->list), self->drag.task) > 0;
      self->drag.dropping = TRUE;
      done = plan_gantt_view_drag_edit (self, &error);
    }
  end_drag (self);
  if (error != NULL || refused)
    plan_gantt_view_tell (self, error != NULL ? error->message : status);
  else if (done && large)
    plan_gantt_view_tell_done (self, status);
}

/**
 * plan_gantt_view_drag_cancel:
 *
 * Ends the drag; nothing has changed.
 */
void
plan_gantt_view_drag_cancel (PlanGanttView *self)
{
  end_drag (self);
}
