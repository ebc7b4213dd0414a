/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shapes that say how a project does, each its own so that colour is never alone: circle on track, triangle at risk,
 * square off track, ring not started, tick closed. They are laid out in a square of 12 units and scaled to its size.
 */

#include "plan-health-draw.h"

/* A closed project is as quiet as one that has not started. */
static const struct
{
  gsize shape;
  gsize text;
} colours[PLAN_N_HEALTHS] = {
  [PLAN_HEALTH_ON_TRACK] = { G_STRUCT_OFFSET (PlanChartTheme, ok), G_STRUCT_OFFSET (PlanChartTheme, ok) },
  [PLAN_HEALTH_AT_RISK] = { G_STRUCT_OFFSET (PlanChartTheme, warn_shape), G_STRUCT_OFFSET (PlanChartTheme, warn) },
  [PLAN_HEALTH_OFF_TRACK] = { G_STRUCT_OFFSET (PlanChartTheme, bad), G_STRUCT_OFFSET (PlanChartTheme, bad) },
  [PLAN_HEALTH_NOT_STARTED] = { G_STRUCT_OFFSET (PlanChartTheme, none), G_STRUCT_OFFSET (PlanChartTheme, none) },
  [PLAN_HEALTH_CLOSED] = { G_STRUCT_OFFSET (PlanChartTheme, none), G_STRUCT_OFFSET (PlanChartTheme, none) },
};

/**
 * plan_health_get_shape_colour:
 *
 * Returns: the colour of the shape
 */
PlanColour
plan_health_get_shape_colour (PlanHealth health, const PlanChartTheme *theme)
{
  return G_STRUCT_MEMBER (PlanColour, theme, colours[health].shape);
}

/**
 * plan_health_get_text_colour:
 *
 * Returns: the colour of words and numbers beside the shape
 */
PlanColour
plan_health_get_text_colour (PlanHealth health, const PlanChartTheme *theme)
{
  return G_STRUCT_MEMBER (PlanColour, theme, colours[health].text);
}

static void
add_polygon (cairo_t *cr, const double (*points)[2], guint n_points)
{
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i][0], points[i][1]);
}

static void
draw_shape (cairo_t *cr, PlanHealth health)
{
  static const double triangle[3][2] = { { 6, 0.5 }, { 12, 11.25 }, { 0, 11.25 } };
  static const double tick[3][2] = { { 1.5, 6.5 }, { 4.75, 9.75 }, { 10.75, 2.75 } };

  switch (health)
    {
    case PLAN_HEALTH_AT_RISK:
      add_polygon (cr, triangle, G_N_ELEMENTS (triangle));
      cairo_fill (cr);
      break;
    case PLAN_HEALTH_OFF_TRACK:
      cairo_rectangle (cr, 1, 1, 10, 10);
      cairo_fill (cr);
      break;
    case PLAN_HEALTH_NOT_STARTED:
      cairo_arc (cr, 6, 6, 4.25, 0, 2 * G_PI);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
      break;
    case PLAN_HEALTH_CLOSED:
      add_polygon (cr, tick, G_N_ELEMENTS (tick));
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
      break;
    default:
      cairo_arc (cr, 6, 6, 5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * plan_health_draw:
 * @x: left edge of the square; @y: its upper edge; @size: its side, usually %PLAN_HEALTH_SIZE
 *
 * Draws the shape of a health.
 */
void
plan_health_draw (cairo_t *cr, PlanHealth health, const PlanChartTheme *theme, double x, double y, double size)
{
  PlanColour colour = plan_health_get_shape_colour (health, theme);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / PLAN_HEALTH_SIZE, size / PLAN_HEALTH_SIZE);
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
  cairo_new_path (cr);
  draw_shape (cr, health);
  cairo_restore (cr);
}
