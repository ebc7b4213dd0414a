/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer and keys of the Gantt chart. Clicks select, dragging a bar edits it (-drag.c), the middle button or the space bar
 * with the left one drags the chart along, Ctrl and the wheel or a pinch zoom at the pointer. Plain scrolling is done by
 * the scrolled window around the chart.
 */

#include "plan-gantt-view-private.h"

#include <math.h>

/* Pixels per day grow by so much with each notch of the wheel. */
#define WHEEL_ZOOM 1.25

/* Ctrl and an arrow key scroll by this part of the chart. */
#define KEY_SCROLL 0.25

/* What a movement key does; the number is the argument of the key binding. */
typedef enum {
  MOVE_UP,
  MOVE_DOWN,
  MOVE_PAGE_UP,
  MOVE_PAGE_DOWN,
  MOVE_FIRST,
  MOVE_LAST,
  MOVE_COLLAPSE,
  MOVE_EXPAND,
  MOVE_EARLIER,
  MOVE_LATER,
  MOVE_TO_BAR,
} Move;

static guint
get_rows_per_page (PlanGanttView *self)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self)) - plan_gantt_view_get_header_height (self);

  return (guint) MAX (1, floor (page / self->metrics.row_height) - 1);
}

/* Moves the cursor by a number of rows, stopping at the ends; without one it begins with the first row seen. */
static void
move_by (PlanGanttView *self, gint64 rows)
{
  guint cursor = plan_row_list_get_cursor_row (self->list);
  gint64 last = (gint64) plan_row_list_get_n (self->list) - 1;

  if (last < 0)
    return;
  if (cursor == PLAN_INDEX_NONE)
    cursor = (guint) ceil (plan_gantt_view_get_offset (self, GTK_ORIENTATION_VERTICAL) / self->metrics.row_height);
  else
    cursor = (guint) CLAMP (cursor + rows, 0, last);
  plan_gantt_view_go_to_row (self, MIN (cursor, (guint) last));
}

/* Collapses a summary; from anything else, goes to its summary. */
static void
collapse (PlanGanttView *self, guint row)
{
  const PlanTask *task = plan_row_list_get_task (self->list, row);

  if (plan_row_list_is_summary (self->list, row) && !plan_row_list_is_collapsed (self->list, row))
    plan_row_list_set_expanded (self->list, row, FALSE);
  else if (task->parent != PLAN_ID_NONE)
    plan_gantt_view_go_to_row (self, plan_row_list_find (self->list, task->parent));
}

/* Expands a summary; when it is expanded, goes to its first task. */
static void
expand (PlanGanttView *self, guint row)
{
  if (!plan_row_list_is_summary (self->list, row))
    return;
  if (plan_row_list_is_collapsed (self->list, row))
    plan_row_list_set_expanded (self->list, row, TRUE);
  else
    plan_gantt_view_go_to_row (self, row + 1);
}

static void
scroll_in_time (PlanGanttView *self, double pages)
{
  double page = gtk_widget_get_width (GTK_WIDGET (self));

  plan_gantt_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL,
                             plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL) + round (pages * page));
}

static void
move_from_row (PlanGanttView *self, Move move, guint row)
{
  if (row >= plan_row_list_get_n (self->list))
    return;
  if (move == MOVE_COLLAPSE)
    collapse (self, row);
  else if (move == MOVE_EXPAND)
    expand (self, row);
  else
    plan_gantt_view_reveal_bar (self, row);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  PlanGanttView *self = PLAN_GANTT_VIEW (widget);
  int move;

  if (!plan_gantt_view_has_rows (self))
    return FALSE;
  g_variant_get (arguments, "(i)", &move);
  switch ((Move) move)
    {
    case MOVE_UP:
    case MOVE_DOWN:
      move_by (self, move == MOVE_UP ? -1 : 1);
      break;
    case MOVE_PAGE_UP:
    case MOVE_PAGE_DOWN:
      move_by (self, move == MOVE_PAGE_UP ? -(gint64) get_rows_per_page (self) : (gint64) get_rows_per_page (self));
      break;
    case MOVE_FIRST:
    case MOVE_LAST:
      if (plan_row_list_get_n (self->list) > 0)
        plan_gantt_view_go_to_row (self, move == MOVE_FIRST ? 0 : plan_row_list_get_n (self->list) - 1);
      break;
    case MOVE_EARLIER:
    case MOVE_LATER:
      scroll_in_time (self, move == MOVE_EARLIER ? -KEY_SCROLL : KEY_SCROLL);
      break;
    case MOVE_COLLAPSE:
    case MOVE_EXPAND:
    case MOVE_TO_BAR:
      move_from_row (self, move, plan_row_list_get_cursor_row (self->list));
      break;
    default:
      return FALSE;
    }
  return TRUE;
}

/* As in the sheet: Ctrl adds a row or takes it away, Shift selects all rows from the last one that was clicked. */
static void
select_row (PlanGanttView *self, guint row, GdkModifierType state)
{
  if (state & GDK_CONTROL_MASK)
    plan_row_list_toggle_selected (self->list, row);
  else if (state & GDK_SHIFT_MASK)
    {
      plan_row_list_select_range (self->list, self->anchor, row);
      return;
    }
  else
    plan_gantt_view_go_to_row (self, row);
  self->anchor = row;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanGanttView *self)
{
  guint row = plan_gantt_view_get_row_at (self, y);
  PlanGanttHit hit = plan_gantt_view_hit_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (row == PLAN_INDEX_NONE || self->space_held)
    return;
  select_row (self, row, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
  if (n_press == 2 && hit.task != PLAN_INDEX_NONE)
    plan_gantt_view_activate_row (self, row);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, PlanGanttView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  plan_gantt_view_zoom_at (self, self->scale.px_per_day * pow (WHEEL_ZOOM, -dy), self->pointer_x);
  return TRUE;
}

static void
pan_begin_cb (GtkGestureDrag *gesture, double x, double y, PlanGanttView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button != GDK_BUTTON_MIDDLE && !(button == GDK_BUTTON_PRIMARY && self->space_held))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->pan_x = plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  self->pan_y = plan_gantt_view_get_offset (self, GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

static void
pan_update_cb (GtkGestureDrag *gesture, double dx, double dy, PlanGanttView *self)
{
  plan_gantt_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, self->pan_x - dx);
  plan_gantt_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, self->pan_y - dy);
}

static void
pan_end_cb (GtkGestureDrag *gesture, double dx, double dy, PlanGanttView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->space_held ? "grab" : NULL);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, PlanGanttView *self)
{
  if (self->space_held || !plan_gantt_view_drag_press (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, PlanGanttView *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (plan_gantt_view_drag_move (self, x + dx, y + dy))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, PlanGanttView *self)
{
  if (self->drag.kind != PLAN_DRAG_NONE)
    plan_gantt_view_drag_drop (self);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, PlanGanttView *self)
{
  if (self->drag.kind != PLAN_DRAG_NONE)
    plan_gantt_view_drag_cancel (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanGanttView *self)
{
  if (key == GDK_KEY_Escape && self->drag.kind != PLAN_DRAG_NONE)
    {
      plan_gantt_view_drag_cancel (self);
      return TRUE;
    }
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK))
    {
      plan_gantt_view_open_menu (self);
      return TRUE;
    }
  if (key != GDK_KEY_space || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  self->space_held = TRUE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  return TRUE;
}

static void
let_go_of_space (PlanGanttView *self)
{
  self->space_held = FALSE;
  plan_gantt_view_update_cursor (self);
}

static void
key_released_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanGanttView *self)
{
  if (key == GDK_KEY_space)
    let_go_of_space (self);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, PlanGanttView *self)
{
  let_go_of_space (self);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, PlanGanttView *self)
{
  self->pinch_zoom = self->scale.px_per_day;
}

static void
pinch_scale_changed_cb (GtkGestureZoom *gesture, double factor, PlanGanttView *self)
{
  double x = self->pointer_x, y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  plan_gantt_view_zoom_at (self, self->pinch_zoom * factor, x);
}

static void
bind_move (GtkWidgetClass *widget_class, guint key, guint keypad_key, GdkModifierType modifiers, Move move)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, move_cb, "(i)", move);
  gtk_widget_class_add_binding (widget_class, keypad_key, modifiers, move_cb, "(i)", move);
}

/* Adds the keys that move to the class. */
void
plan_gantt_view_class_init_input (GtkWidgetClass *widget_class)
{
  bind_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, MOVE_UP);
  bind_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, MOVE_DOWN);
  bind_move (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, MOVE_PAGE_UP);
  bind_move (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, MOVE_PAGE_DOWN);
  bind_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, MOVE_FIRST);
  bind_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, MOVE_LAST);
  bind_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, MOVE_COLLAPSE);
  bind_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, MOVE_EXPAND);
  bind_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_CONTROL_MASK, MOVE_EARLIER);
  bind_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_CONTROL_MASK, MOVE_LATER);
  bind_move (widget_class, GDK_KEY_Return, GDK_KEY_KP_Enter, 0, MOVE_TO_BAR);
}

static void
add_pointer (PlanGanttView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *pan = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), 0);
  g_signal_connect_object (pan, "drag-begin", G_CALLBACK (pan_begin_cb), self, 0);
  g_signal_connect_object (pan, "drag-update", G_CALLBACK (pan_update_cb), self, 0);
  g_signal_connect_object (pan, "drag-end", G_CALLBACK (pan_end_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pan));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_scale_changed_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (widget, scroll);
}

/* Adds the event controllers to a new view. */
void
plan_gantt_view_init_input (PlanGanttView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  add_pointer (self);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
