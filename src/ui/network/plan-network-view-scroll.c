/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scrolling and zooming of the network view: pixels are chart units by the zoom and the size of text. Zooming keeps what is
 * under the pointer where it is.
 */

#include "plan-network-view-private.h"

#include <math.h>

#define STEP 60.0
#define ZOOM_STEP 1.25
#define REVEAL_MARGIN 24.0

/* A diagram is first shown as a whole when that is at least so large; else from its upper left corner. */
#define FIRST_ZOOM_LEAST 0.8

/* Returns: pixels of the widget per chart unit */
double
plan_network_view_get_scale (PlanNetworkView *self)
{
  return self->zoom * (self->list != NULL ? plan_row_list_get_text_scale (self->list) : 1);
}

/* How far it is scrolled, in whole pixels. */
double
plan_network_view_get_offset (PlanNetworkView *self, GtkOrientation orientation)
{
  return self->adjustments[orientation] != NULL ? round (gtk_adjustment_get_value (self->adjustments[orientation])) : 0;
}

void
plan_network_view_scroll_to (PlanNetworkView *self, GtkOrientation orientation, double value)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_set_value (self->adjustments[orientation], value);
}

/* A diagram that is smaller than the view stands in its upper left corner, where the first task is. */
static void
configure_one (GtkAdjustment *adjustment, double value, double upper, double page)
{
  upper = MAX (upper, page);
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page), 0, upper, STEP, page * 0.9, page);
}

static double
get_fitting_zoom (PlanNetworkView *self, int page_width, int page_height)
{
  double width, height, scale = plan_network_view_get_scale (self) / self->zoom;

  plan_diagram_get_size (self->diagram, &width, &height);
  return CLAMP (MIN (page_width / width, page_height / height) / scale, PLAN_NETWORK_ZOOM_LEAST, 1);
}

/* Listeners change labels, which must not happen while sizes are handed out. */
static gboolean
tell_zoom_cb (gpointer data)
{
  g_object_notify (data, "zoom");
  return G_SOURCE_REMOVE;
}

static void
set_zoom (PlanNetworkView *self, double zoom)
{
  zoom = CLAMP (zoom, PLAN_NETWORK_ZOOM_LEAST, PLAN_NETWORK_ZOOM_MOST);
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  plan_network_view_invalidate (self);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_zoom_cb, g_object_ref (self), g_object_unref);
}

static void
reveal_one (PlanNetworkView *self, GtkOrientation orientation, double from, double to, double page)
{
  double scale = plan_network_view_get_scale (self), at = plan_network_view_get_offset (self, orientation);

  from = from * scale - REVEAL_MARGIN;
  to = to * scale + REVEAL_MARGIN;
  if (to > at + page)
    at = to - page;
  plan_network_view_scroll_to (self, orientation, MIN (at, from));
}

/* Scrolls as little as shows the box. */
void
plan_network_view_reveal (PlanNetworkView *self, guint node)
{
  guint n_nodes;
  const PlanDiagramNode *box;

  if (self->diagram == NULL)
    return;
  box = plan_diagram_get_nodes (self->diagram, &n_nodes) + node;
  if (node >= n_nodes || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  reveal_one (self, GTK_ORIENTATION_HORIZONTAL, box->x, box->x + PLAN_DIAGRAM_BOX_WIDTH,
              gtk_widget_get_width (GTK_WIDGET (self)));
  reveal_one (self, GTK_ORIENTATION_VERTICAL, box->y, box->y + PLAN_DIAGRAM_BOX_HEIGHT,
              gtk_widget_get_height (GTK_WIDGET (self)));
}

/* Fits the ranges of the scrollbars to the size of the widget. */
void
plan_network_view_configure (PlanNetworkView *self, int width, int height)
{
  double size[2] = { 0, 0 };
  gboolean first = FALSE;

  if (self->diagram != NULL)
    {
      if (self->fit_when_sized)
        {
          set_zoom (self, MAX (get_fitting_zoom (self, width, height), FIRST_ZOOM_LEAST));
          self->fit_when_sized = FALSE;
          first = TRUE;
        }
      plan_diagram_get_size (self->diagram, &size[0], &size[1]);
    }
  configure_one (self->adjustments[0], first ? 0 : plan_network_view_get_offset (self, 0),
                 size[0] * plan_network_view_get_scale (self), width);
  configure_one (self->adjustments[1], first ? 0 : plan_network_view_get_offset (self, 1),
                 size[1] * plan_network_view_get_scale (self), height);
  if (first)
    plan_network_view_show_cursor (self);
}

/* Sets the zoom; what is at @x and @y of the widget stays there. */
void
plan_network_view_zoom_at (PlanNetworkView *self, double zoom, double x, double y)
{
  double chart_x = x, chart_y = y;
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  plan_network_view_to_chart (self, &chart_x, &chart_y);
  set_zoom (self, zoom);
  plan_network_view_configure (self, width, height);
  plan_network_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, chart_x * plan_network_view_get_scale (self) - x);
  plan_network_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, chart_y * plan_network_view_get_scale (self) - y);
  plan_network_view_invalidate (self);
}

/* From a place of the widget to chart units. */
void
plan_network_view_to_chart (PlanNetworkView *self, double *x, double *y)
{
  double scale = plan_network_view_get_scale (self);

  *x = (*x + plan_network_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL)) / scale;
  *y = (*y + plan_network_view_get_offset (self, GTK_ORIENTATION_VERTICAL)) / scale;
}

/**
 * plan_network_view_get_zoom:
 *
 * Returns: how large boxes are, 1 at their full size
 */
double
plan_network_view_get_zoom (PlanNetworkView *self)
{
  g_return_val_if_fail (PLAN_IS_NETWORK_VIEW (self), 0);

  return self->zoom;
}

/**
 * plan_network_view_set_zoom:
 *
 * Sets the zoom; the middle of the view stays where it is.
 */
void
plan_network_view_set_zoom (PlanNetworkView *self, double zoom)
{
  g_return_if_fail (PLAN_IS_NETWORK_VIEW (self));

  plan_network_view_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                             gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * plan_network_view_zoom_step:
 * @direction: 1 for larger, -1 for smaller
 */
void
plan_network_view_zoom_step (PlanNetworkView *self, int direction)
{
  g_return_if_fail (PLAN_IS_NETWORK_VIEW (self));

  plan_network_view_set_zoom (self, self->zoom * pow (ZOOM_STEP, direction));
}

/**
 * plan_network_view_fit:
 *
 * Shows the whole diagram, as far as the least zoom allows.
 */
void
plan_network_view_fit (PlanNetworkView *self)
{
  g_return_if_fail (PLAN_IS_NETWORK_VIEW (self));

  if (self->diagram == NULL)
    return;
  set_zoom (self, get_fitting_zoom (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self))));
  plan_network_view_configure (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  plan_network_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, 0);
  plan_network_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, 0);
  plan_network_view_invalidate (self);
}
