/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer on the rows of the sheet: a click moves the cursor, a double click edits, dragging selects cells; on the numbers
 * it selects whole rows. Pressing the number of a row that is selected already may begin a drag of the rows instead
 * (-drag.c). What is being edited is taken before the click means anything else.
 */

#include "plan-sheet-private.h"

/* Above and below the rows, in pixels, the pointer scrolls them while it drags. */
#define SCROLL_ZONE 24

/* Kept with the gesture. */
typedef struct
{
  gboolean on_numbers;
  gboolean keeps_selection; /* pressed on a selected number: a drag of rows may follow */
} Press;

static Press *
get_press (PlanSheet *self)
{
  return g_object_get_data (G_OBJECT (self->body), "press");
}

static gboolean
is_on_editor (PlanSheet *self, double x, double y)
{
  graphene_rect_t area;

  if (!self->editing)
    return FALSE;
  plan_sheet_get_editor_area (self, &area);
  graphene_rect_inset (&area, -PLAN_SHEET_PADDING, 0);
  return graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/* What is open over the rows hands its presses on to what is below. */
static gboolean
is_on_popover (PlanSheet *self, GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self->body));

  return event != NULL && gdk_event_get_surface (event) != gtk_native_get_surface (native);
}

static gboolean
is_on_arrow (PlanSheet *self, guint row, guint column, double x)
{
  double left;

  if (column == PLAN_INDEX_NONE || plan_sheet_get_visible_id (self, column) != PLAN_COLUMN_NAME || !plan_row_list_is_summary (self->list, row))
    return FALSE;
  left = plan_sheet_get_column_x (self, column) - plan_sheet_get_offset (self, GTK_ORIENTATION_HORIZONTAL) +
         plan_sheet_row_get_indent (self, row) - PLAN_SHEET_EXPANDER;
  return x >= left && x < left + 16 + PLAN_SHEET_PADDING;
}

static void
select_rows (PlanSheet *self, guint row, gboolean extend)
{
  if (row >= plan_row_list_get_n (self->list))
    {
      plan_sheet_go_to (self, row, self->column, PLAN_SHEET_MOVE);
      return;
    }
  if (!extend || self->anchor_row >= plan_row_list_get_n (self->list))
    self->anchor_row = row;
  self->whole_rows = TRUE;
  plan_row_list_select_range (self->list, self->anchor_row, row);
  plan_sheet_reveal_cursor (self);
  plan_sheet_focus_cursor (self);
}

static void
press_number (PlanSheet *self, guint row, GdkModifierType state)
{
  Press *press = get_press (self);

  press->on_numbers = TRUE;
  press->keeps_selection = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0 && self->whole_rows &&
                           gtk_bitset_contains (plan_row_list_get_selected (self->list), row);
  if (press->keeps_selection)
    return;
  if (state & GDK_CONTROL_MASK)
    {
      self->whole_rows = TRUE;
      plan_row_list_toggle_selected (self->list, row);
      self->anchor_row = row;
      plan_sheet_focus_cursor (self);
    }
  else
    select_rows (self, row, (state & GDK_SHIFT_MASK) != 0);
}

static void
press_cell (PlanSheet *self, guint row, guint column, int n_press, GdkModifierType state)
{
  get_press (self)->on_numbers = FALSE;
  get_press (self)->keeps_selection = FALSE;
  plan_sheet_go_to (self, row, column, state & GDK_SHIFT_MASK ? PLAN_SHEET_EXTEND : PLAN_SHEET_MOVE);
  if (n_press == 2)
    plan_sheet_start_edit (self, TRUE, FALSE);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanSheet *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint row, column;

  if (is_on_popover (self, GTK_GESTURE (gesture)))
    plan_sheet_click_completion (self, gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture)));
  if (is_on_editor (self, x, y) || is_on_popover (self, GTK_GESTURE (gesture)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (!plan_sheet_commit (self, TRUE))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }
  row = plan_sheet_get_row_at (self, y);
  column = plan_sheet_get_column_at (self, x);
  if (row == PLAN_INDEX_NONE)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else if (x < self->number_width)
    press_number (self, row, state);
  else if (is_on_arrow (self, row, column, x))
    {
      plan_row_list_set_expanded (self->list, row, plan_row_list_is_collapsed (self->list, row));
      plan_sheet_go_to (self, row, column, PLAN_SHEET_MOVE);
    }
  else
    press_cell (self, row, column != PLAN_INDEX_NONE ? column : self->column, n_press, state);
}

/* A plain click on one of several selected rows selects it alone. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanSheet *self)
{
  guint row = plan_sheet_get_row_at (self, y);

  if (get_press (self)->keeps_selection && row != PLAN_INDEX_NONE && x < self->number_width)
    select_rows (self, row, FALSE);
  get_press (self)->keeps_selection = FALSE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, PlanSheet *self)
{
  if (is_on_editor (self, x, y) || is_on_popover (self, GTK_GESTURE (gesture)) || get_press (self)->keeps_selection || plan_sheet_get_row_at (self, y) == PLAN_INDEX_NONE)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, PlanSheet *self)
{
  double x, y, height = gtk_widget_get_height (GTK_WIDGET (self->body));
  guint row, column;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (!gtk_drag_check_threshold (GTK_WIDGET (self->body), (int) x, (int) y, (int) (x + dx), (int) (y + dy)) || self->editing)
    return;
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL && (y + dy < SCROLL_ZONE || y + dy > height - SCROLL_ZONE))
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                              gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]) +
                                (y + dy < SCROLL_ZONE ? -1 : 1) * plan_row_list_get_row_height (self->list));
  row = plan_sheet_get_row_at (self, CLAMP (y + dy, 0, height - 1));
  column = plan_sheet_get_column_at (self, MAX (x + dx, self->frozen_width));
  if (row == PLAN_INDEX_NONE)
    row = plan_row_list_get_n_slots (self->list) - 1;
  if (get_press (self)->on_numbers)
    select_rows (self, MIN (row, plan_row_list_get_n (self->list) - 1), TRUE);
  else
    plan_sheet_go_to (self, row, column != PLAN_INDEX_NONE ? column : self->column, PLAN_SHEET_EXTEND);
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanSheet *self)
{
  guint row = plan_sheet_get_row_at (self, y), column = plan_sheet_get_column_at (self, x);

  if (is_on_editor (self, x, y) || !plan_sheet_commit (self, TRUE) || row == PLAN_INDEX_NONE)
    return;
  if (!gtk_bitset_contains (plan_row_list_get_selected (self->list), row))
    {
      if (x < self->number_width)
        select_rows (self, row, FALSE);
      else
        plan_sheet_go_to (self, row, column != PLAN_INDEX_NONE ? column : self->column, PLAN_SHEET_MOVE);
    }
  plan_sheet_open_menu (self);
  if (self->menu != NULL)
    plan_sheet_point_popover (self, GTK_POPOVER (self->menu), &GRAPHENE_RECT_INIT ((float) x, (float) y, 1, 1));
}

/* Adds what the pointer does to the body of a new sheet. */
void
plan_sheet_init_pointer (PlanSheet *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_object_set_data_full (G_OBJECT (self->body), "press", g_new0 (Press, 1), g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->body), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->body), GTK_EVENT_CONTROLLER (menu));
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->body), GTK_EVENT_CONTROLLER (drag));
}
