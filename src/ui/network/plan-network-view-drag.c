/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links drawn from box to box. Over each box it is tried on a preview whether the link can be: one that would close a circle
 * is refused while it is being drawn, with the reason, as in the Gantt chart.
 */

#include "plan-network-view-private.h"

#include "plan-edits.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many pixels tell a drag from a click. */
#define THRESHOLD 8.0

/* Begins to draw a link at the box that is there. Returns: whether there is one, and the plan can be edited */
gboolean
plan_network_view_drag_begin (PlanNetworkView *self, double x, double y)
{
  double chart_x = x, chart_y = y;
  guint node;

  if (self->diagram == NULL || self->drag.from != PLAN_INDEX_NONE || !plan_row_list_is_writable (self->list))
    return FALSE;
  plan_network_view_to_chart (self, &chart_x, &chart_y);
  node = plan_diagram_node_at (self->diagram, chart_x, chart_y);
  if (node == PLAN_INDEX_NONE)
    return FALSE;
  self->drag = (PlanNetworkDrag) { .from = node, .x = x, .y = y, .target = PLAN_ID_NONE };
  return TRUE;
}

static const char *
get_name (PlanNetworkView *self, PlanId task)
{
  const PlanTask *record = plan_model_get_task (plan_row_list_get_model (self->list), task);

  return record->name != NULL ? record->name : "";
}

static void
try_target (PlanNetworkView *self, PlanId target)
{
  PlanId from = plan_network_view_get_task (self, self->drag.from);
  g_autoptr (GError) error = NULL;

  self->drag.target = target;
  self->drag.allowed = FALSE;
  g_clear_pointer (&self->drag.message, g_free);
  if (target == PLAN_ID_NONE || target == from)
    {
      self->drag.message = g_strdup_printf (_("Link from %s: drop it on another box"), get_name (self, from));
      return;
    }
  if (self->drag.preview == NULL)
    self->drag.preview = plan_preview_new (plan_row_list_get_document (self->list));
  self->drag.allowed = plan_preview_add_link (self->drag.preview, from, target, PLAN_LINK_FS, &error);
  if (self->drag.allowed)
    self->drag.message = g_strdup_printf (_("%2$s will wait for %1$s (FS)"), get_name (self, from), get_name (self, target));
  else
    self->drag.message = g_strdup (error->message);
}

/* Goes on to @x and @y of the widget. */
void
plan_network_view_drag_move (PlanNetworkView *self, double x, double y)
{
  double chart_x = x, chart_y = y;
  guint node;
  PlanId target;

  if (self->drag.from == PLAN_INDEX_NONE || self->diagram == NULL)
    return;
  if (!self->drag.moved && hypot (x - self->drag.x, y - self->drag.y) < THRESHOLD)
    return;
  plan_network_view_to_chart (self, &chart_x, &chart_y);
  node = plan_diagram_node_at (self->diagram, chart_x, chart_y);
  target = node != PLAN_INDEX_NONE ? plan_network_view_get_task (self, node) : PLAN_ID_NONE;
  if (!self->drag.moved || target != self->drag.target)
    {
      try_target (self, target);
      g_signal_emit_by_name (self, "drag-status", self->drag.message);
    }
  self->drag.moved = TRUE;
  self->drag.x = x;
  self->drag.y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->drag.allowed || target == PLAN_ID_NONE ? "crosshair" : "not-allowed");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Makes the link, or says why not. */
void
plan_network_view_drag_drop (PlanNetworkView *self)
{
  PlanNetworkDrag drag = self->drag;
  PlanId from = drag.from != PLAN_INDEX_NONE && self->diagram != NULL ? plan_network_view_get_task (self, drag.from)
    : PLAN_ID_NONE;
  g_autofree char *message = g_strdup (drag.message);
  g_autoptr (GError) error = NULL;

  plan_network_view_drag_cancel (self);
  if (!drag.moved || drag.target == PLAN_ID_NONE || drag.target == from || from == PLAN_ID_NONE)
    return;
  if (drag.allowed && plan_edit_link_add (plan_row_list_get_document (self->list), from, drag.target, PLAN_LINK_FS,
                                          NULL, NULL, &error))
    g_signal_emit_by_name (self, "done", message);
  else
    g_signal_emit_by_name (self, "tell", error != NULL ? error->message : message);
}

/* Ends it; nothing has changed. */
void
plan_network_view_drag_cancel (PlanNetworkView *self)
{
  gboolean moved = self->drag.moved;

  g_clear_pointer (&self->drag.preview, plan_preview_free);
  g_clear_pointer (&self->drag.message, g_free);
  self->drag = (PlanNetworkDrag) { .from = PLAN_INDEX_NONE };
  if (!moved)
    return;
  g_signal_emit_by_name (self, "drag-status", NULL);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
