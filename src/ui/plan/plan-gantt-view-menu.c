/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Menus of the Gantt chart: what can be done with the task of a bar and with its links, with the link under the pointer, and
 * with the chart where it is empty. The menu key opens that of the row under the cursor, so that all of it can be done
 * without a pointer.
 */

#include "plan-gantt-view-private.h"

#include "plan-actions.h"
#include "plan-link-menu.h"
#include "plan-menu-popover.h"

static void
pop_up (PlanGanttView *self, GMenuModel *model, GSimpleActionGroup *group, const GdkRectangle *area)
{
  GtkPopover *menu;

  gtk_widget_insert_action_group (GTK_WIDGET (self), "link", G_ACTION_GROUP (group));
  menu = plan_menu_popover_prepare (&self->menu, GTK_WIDGET (self), model);
  gtk_popover_set_has_arrow (menu, FALSE);
  /* At the side a long menu is moved up until it fits. */
  gtk_popover_set_position (menu, GTK_POS_RIGHT);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (menu, area);
  gtk_popover_popup (menu);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanGanttView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) model = NULL;
  PlanGanttHit hit;

  if (!plan_gantt_view_has_rows (self) || self->drag.kind != PLAN_DRAG_NONE)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  hit = plan_gantt_view_hit_at (self, x, y);
  if (hit.kind == PLAN_HIT_LINK)
    model = plan_link_menu_create (GTK_WIDGET (self), self->list, group, hit.link);
  else if (hit.task != PLAN_INDEX_NONE)
    {
      if (!gtk_bitset_contains (plan_row_list_get_selected (self->list), hit.row))
        plan_gantt_view_go_to_row (self, hit.row);
      model = plan_link_menu_create_task_menu (GTK_WIDGET (self), self->list, group, hit.task);
    }
  else
    model = plan_actions_create_chart_menu ();
  pop_up (self, model, group, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* Where the menu of a row hangs: at its bar, when that can be seen. */
static GdkRectangle
get_area (PlanGanttView *self, guint row)
{
  double height = self->metrics.row_height, width = gtk_widget_get_width (GTK_WIDGET (self)), left = 0, right = width;
  double top = plan_gantt_view_get_header_height (self) + row * height - plan_gantt_view_get_offset (self, GTK_ORIENTATION_VERTICAL);
  PlanGanttBar bar;

  if (plan_gantt_view_find_bar (self, plan_row_list_get_rows (self->list)->task[row], &bar))
    {
      double offset = plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL);

      left = CLAMP (bar.x - offset, 0, width - 1);
      right = CLAMP (bar.x + bar.width - offset, left + 1, width);
    }
  return (GdkRectangle) { (int) left, (int) top, (int) (right - left), (int) height };
}

/**
 * plan_gantt_view_open_menu:
 *
 * Opens the menu of the row under the cursor, or that of the chart when the cursor is on none.
 */
void
plan_gantt_view_open_menu (PlanGanttView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) model = NULL;
  GdkRectangle area = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), (int) plan_gantt_view_get_header_height (self) };
  guint row;

  if (!plan_gantt_view_has_rows (self))
    return;
  row = plan_row_list_get_cursor_row (self->list);
  if (row < plan_row_list_get_n (self->list))
    {
      plan_gantt_view_go_to_row (self, row);
      area = get_area (self, row);
      model = plan_link_menu_create_task_menu (GTK_WIDGET (self), self->list, group, plan_row_list_get_rows (self->list)->task[row]);
    }
  else
    model = plan_actions_create_chart_menu ();
  pop_up (self, model, group, &area);
}

/* Adds the menus to a new view. */
void
plan_gantt_view_init_menu (PlanGanttView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
