/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer and keys of the network view. Clicks select, a drag from a box draws a link, a drag of the ground moves the
 * diagram, Ctrl and the wheel or a pinch zoom at the pointer; arrows go along the links and from line to line.
 */

#include "plan-network-view-private.h"

#include "plan-actions.h"
#include "plan-link-menu.h"
#include "plan-menu-popover.h"

#include <math.h>

#define WHEEL_ZOOM 1.25
#define REACH 4.0 /* pixels around a link */
#define KEY_SCROLL 0.25

/* Keys that go to the first and the last box; behind those of PlanDiagramStep. */
enum {
  MOVE_FIRST = PLAN_DIAGRAM_DOWN + 1,
  MOVE_LAST,
};

static guint
find_node (PlanNetworkView *self, double x, double y)
{
  if (self->diagram == NULL)
    return PLAN_INDEX_NONE;
  plan_network_view_to_chart (self, &x, &y);
  return plan_diagram_node_at (self->diagram, x, y);
}

static guint
find_path (PlanNetworkView *self, double x, double y)
{
  if (self->diagram == NULL)
    return PLAN_INDEX_NONE;
  plan_network_view_to_chart (self, &x, &y);
  return plan_diagram_path_at (self->diagram, x, y, REACH / plan_network_view_get_scale (self));
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  PlanNetworkView *self = PLAN_NETWORK_VIEW (widget);
  guint n_nodes, cursor, node = 0;
  int move;

  g_variant_get (arguments, "(i)", &move);
  if (self->diagram == NULL)
    return FALSE;
  plan_diagram_get_nodes (self->diagram, &n_nodes);
  cursor = plan_network_view_get_cursor (self);
  if (n_nodes == 0)
    return TRUE;
  if (move == MOVE_LAST)
    node = n_nodes - 1;
  else if (move != MOVE_FIRST && cursor != PLAN_INDEX_NONE)
    node = plan_diagram_step (self->diagram, cursor, (PlanDiagramStep) move);
  if (node != PLAN_INDEX_NONE)
    plan_network_view_select (self, node);
  return TRUE;
}

static gboolean
scroll_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  PlanNetworkView *self = PLAN_NETWORK_VIEW (widget);
  int direction;
  GtkOrientation orientation;
  double page;

  g_variant_get (arguments, "(i)", &direction);
  orientation = direction == PLAN_DIAGRAM_LEFT || direction == PLAN_DIAGRAM_RIGHT ? GTK_ORIENTATION_HORIZONTAL
    : GTK_ORIENTATION_VERTICAL;
  page = orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (widget) : gtk_widget_get_height (widget);
  plan_network_view_scroll_to (self, orientation, plan_network_view_get_offset (self, orientation) +
                                 page * (direction == PLAN_DIAGRAM_LEFT ||
                                         direction == PLAN_DIAGRAM_UP ? -KEY_SCROLL : KEY_SCROLL));
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanNetworkView *self)
{
  guint node = find_node (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (node == PLAN_INDEX_NONE)
    return;
  if (state & GDK_CONTROL_MASK)
    {
      guint row = plan_row_list_find (self->list, plan_network_view_get_task (self, node));

      if (row != PLAN_INDEX_NONE)
        plan_row_list_toggle_selected (self->list, row);
      return;
    }
  plan_network_view_select (self, node);
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "task.details", NULL);
}

static void
pop_up (PlanNetworkView *self, GMenuModel *model, GSimpleActionGroup *group, const GdkRectangle *area)
{
  GtkPopover *menu;

  gtk_widget_insert_action_group (GTK_WIDGET (self), "link", G_ACTION_GROUP (group));
  menu = plan_menu_popover_prepare (&self->menu, GTK_WIDGET (self), model);
  gtk_popover_set_has_arrow (menu, FALSE);
  gtk_popover_set_position (menu, GTK_POS_RIGHT);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (menu, area);
  gtk_popover_popup (menu);
}

static GMenuModel *
create_ground_menu (void)
{
  GMenu *menu = g_menu_new ();

  plan_actions_append (menu, "view.fit");
  plan_actions_append (menu, "view.zoom-in");
  plan_actions_append (menu, "view.zoom-out");
  return G_MENU_MODEL (menu);
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanNetworkView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) model = NULL;
  guint node = find_node (self, x, y), path = find_path (self, x, y), n;

  if (self->diagram == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (node != PLAN_INDEX_NONE)
    {
      guint task = plan_diagram_get_nodes (self->diagram, &n)[node].task;
      guint row = plan_row_list_find (self->list, plan_network_view_get_task (self, node));

      if (row == PLAN_INDEX_NONE || !gtk_bitset_contains (plan_row_list_get_selected (self->list), row))
        plan_network_view_select (self, node);
      model = plan_link_menu_create_task_menu (GTK_WIDGET (self), self->list, group, task);
    }
  else if (path != PLAN_INDEX_NONE)
    model = plan_link_menu_create (GTK_WIDGET (self), self->list, group, plan_diagram_get_paths (self->diagram, &n)[path].link);
  else
    model = create_ground_menu ();
  pop_up (self, model, group, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* Opens the menu of the box under the cursor, or that of the diagram. */
static void
open_menu (PlanNetworkView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) model = NULL;
  guint node = self->diagram != NULL ? plan_network_view_get_cursor (self) : PLAN_INDEX_NONE, n;
  graphene_rect_t box;
  GdkRectangle area = { 0, 0, 1, 1 };

  if (node != PLAN_INDEX_NONE)
    {
      plan_network_view_reveal (self, node);
      plan_network_view_get_box_area (self, plan_network_view_get_task (self, node), &box);
      area = (GdkRectangle) { (int) box.origin.x, (int) box.origin.y, (int) box.size.width, (int) box.size.height };
      model = plan_link_menu_create_task_menu (GTK_WIDGET (self), self->list, group,
                                               plan_diagram_get_nodes (self->diagram, &n)[node].task);
    }
  else
    model = create_ground_menu ();
  pop_up (self, model, group, &area);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, PlanNetworkView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  plan_network_view_zoom_at (self, self->zoom * pow (WHEEL_ZOOM, -dy), self->pointer_x, self->pointer_y);
  return TRUE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, PlanNetworkView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_SECONDARY)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (button == GDK_BUTTON_PRIMARY && plan_network_view_drag_begin (self, x, y))
    return;
  self->panning = TRUE;
  self->pan_x = plan_network_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  self->pan_y = plan_network_view_get_offset (self, GTK_ORIENTATION_VERTICAL);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, PlanNetworkView *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (!self->panning)
    {
      plan_network_view_drag_move (self, x + dx, y + dy);
      return;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  plan_network_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, self->pan_x - dx);
  plan_network_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, self->pan_y - dy);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, PlanNetworkView *self)
{
  if (self->panning)
    gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  else
    plan_network_view_drag_drop (self);
  self->panning = FALSE;
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, PlanNetworkView *self)
{
  self->panning = FALSE;
  plan_network_view_drag_cancel (self);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, PlanNetworkView *self)
{
  guint hover = PLAN_INDEX_NONE;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->diagram == NULL || self->panning || self->drag.from != PLAN_INDEX_NONE)
    return;
  if (find_node (self, x, y) == PLAN_INDEX_NONE)
    hover = find_path (self, x, y);
  if (hover == self->hover)
    return;
  self->hover = hover;
  plan_network_view_invalidate (self);
}

static void
left_cb (GtkEventControllerMotion *controller, PlanNetworkView *self)
{
  if (self->hover == PLAN_INDEX_NONE)
    return;
  self->hover = PLAN_INDEX_NONE;
  plan_network_view_invalidate (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanNetworkView *self)
{
  if (key == GDK_KEY_Escape && self->drag.from != PLAN_INDEX_NONE)
    {
      plan_network_view_drag_cancel (self);
      return TRUE;
    }
  if (key != GDK_KEY_Menu && !(key == GDK_KEY_F10 && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK))
    return FALSE;
  open_menu (self);
  return TRUE;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, PlanNetworkView *self)
{
  self->pinch_zoom = self->zoom;
}

static void
pinch_scale_changed_cb (GtkGestureZoom *gesture, double factor, PlanNetworkView *self)
{
  double x = self->pointer_x, y = self->pointer_y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  plan_network_view_zoom_at (self, self->pinch_zoom * factor, x, y);
}

static void
bind_key (GtkWidgetClass *widget_class, guint key, guint keypad_key, int move)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_cb, "(i)", move);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, move_cb, "(i)", move);
  if (move > PLAN_DIAGRAM_DOWN)
    return;
  gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK, scroll_key_cb, "(i)", move);
  gtk_widget_class_add_binding (widget_class, keypad_key, GDK_CONTROL_MASK, scroll_key_cb, "(i)", move);
}

/* Adds the keys to the class. */
void
plan_network_view_class_init_input (GtkWidgetClass *widget_class)
{
  bind_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, PLAN_DIAGRAM_LEFT);
  bind_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, PLAN_DIAGRAM_RIGHT);
  bind_key (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, PLAN_DIAGRAM_UP);
  bind_key (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, PLAN_DIAGRAM_DOWN);
  bind_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, MOVE_FIRST);
  bind_key (widget_class, GDK_KEY_End, GDK_KEY_KP_End, MOVE_LAST);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "task.details", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "task.details", NULL);
}

static void
add_gestures (PlanNetworkView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new (), *menu = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
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
}

/* Adds the event controllers to a new view. */
void
plan_network_view_init_input (PlanNetworkView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  add_gestures (self);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
