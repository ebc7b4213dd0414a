/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the chart shows of what lies under the pointer before anything is pressed: the shape of the cursor tells what a drag
 * would do, and a link stands out with the bars at its ends.
 */

#include "plan-gantt-view-private.h"

static const char *
get_drag_cursor (PlanGanttView *self)
{
  if (self->drag.kind == PLAN_DRAG_PRESSED)
    return NULL;
  if (self->drag.refused)
    return "not-allowed";
  switch (self->drag.kind)
    {
    case PLAN_DRAG_MOVE:
      return "grabbing";
    case PLAN_DRAG_LINK:
      return "crosshair";
    default:
      return "ew-resize";
    }
}

/* Whether a drag along the time scale from there begins the progress of a task that has none. */
gboolean
plan_gantt_view_begins_progress (PlanGanttView *self, const PlanGanttHit *hit)
{
  PlanGanttBar bar;

  return hit->kind == PLAN_HIT_BAR_START && plan_gantt_view_find_bar (self, hit->task, &bar) && bar.done <= 0;
}

static const char *
get_hover_cursor (PlanGanttView *self, const PlanGanttHit *hit)
{
  gboolean editable = plan_row_list_is_writable (self->list);

  switch (hit->kind)
    {
    case PLAN_HIT_BAR:
    case PLAN_HIT_BAR_START:
      if (plan_gantt_view_begins_progress (self, hit))
        return editable ? "col-resize" : NULL;
      return editable && !plan_row_list_is_summary (self->list, hit->row) ? "grab" : NULL;
    case PLAN_HIT_BAR_FINISH:
    case PLAN_HIT_DEADLINE:
      return editable ? "ew-resize" : NULL;
    case PLAN_HIT_PROGRESS:
      return editable ? "col-resize" : NULL;
    case PLAN_HIT_LINK:
      return "pointer";
    default:
      return NULL;
    }
}

/* Sets the shape of the cursor by what is being done or could be. */
void
plan_gantt_view_update_cursor (PlanGanttView *self)
{
  const char *name = NULL;

  if (self->drag.kind != PLAN_DRAG_NONE)
    name = get_drag_cursor (self);
  else if (self->space_held)
    name = "grab";
  else if (plan_gantt_view_has_rows (self))
    {
      PlanGanttHit hit = plan_gantt_view_hit_at (self, self->pointer_x, self->pointer_y);

      name = get_hover_cursor (self, &hit);
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
set_hover (PlanGanttView *self, guint link)
{
  if (self->hover == link)
    return;
  self->hover = link;
  if (self->layout != NULL)
    plan_gantt_layout_set_hover (self->layout, link);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, PlanGanttView *self)
{
  PlanGanttHit hit;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->drag.kind != PLAN_DRAG_NONE || !plan_gantt_view_has_rows (self))
    return;
  hit = plan_gantt_view_hit_at (self, x, y);
  set_hover (self, hit.kind == PLAN_HIT_LINK ? hit.link : PLAN_INDEX_NONE);
  plan_gantt_view_update_cursor (self);
}

static void
left_cb (GtkEventControllerMotion *controller, PlanGanttView *self)
{
  set_hover (self, PLAN_INDEX_NONE);
}

/* Lets a new view follow the pointer. */
void
plan_gantt_view_init_hover (PlanGanttView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
