/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The marks of the chart one by one, as the chart and its legend draw them. Solid is done, tint is to come; critical has a
 * thicker outline, and a hatch where colours are few.
 */

#include "plan-chart-pen.h"

#include <math.h>

#define GATE_STROKE 1.5
#define SLACK_WIDTH 1.5
#define SLACK_TICK 7.0
#define DEADLINE_WIDTH 9.0
#define DEADLINE_HEIGHT 11.0
#define DEADLINE_SHOULDER 6.5
#define DEADLINE_STROKE 1.5
#define ARROW_LENGTH 5.0
#define ARROW_WIDTH 6.0
#define CRITICAL_PITCH 4.0
#define QUARTER (G_PI / 2)
#define ROUND 0.55 /* makes a curve of a quarter of a circle */

/* Rounded at the left and, if it says so, at the right. */
static void
add_rounded (cairo_t *cr, double x, double y, double width, double height, double radius, gboolean right)
{
  double r = MAX (MIN (radius, MIN (height / 2, width / 2)), 0);
  double s = right ? r : 0;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - s, y + s, s, -QUARTER, 0);
  cairo_arc (cr, x + width - s, y + height - s, s, 0, QUARTER);
  cairo_arc (cr, x + r, y + height - r, r, QUARTER, 2 * QUARTER);
  cairo_arc (cr, x + r, y + r, r, 2 * QUARTER, 3 * QUARTER);
  cairo_close_path (cr);
}

static void
draw_task (const PlanPen *pen, const PlanGanttBar *bar, const PlanChartMetrics *metrics)
{
  static const double dash[] = { 3, 2 };
  PlanColour tint = bar->critical ? pen->theme->critical : pen->theme->task;
  PlanColour line = bar->critical ? pen->theme->critical_line : pen->theme->task_line;
  double stroke = plan_pen_width (pen, bar->critical ? metrics->critical_width : metrics->line_width);
  double radius = bar->manual ? 0 : metrics->radius;
  double x = plan_pen_snap_x (pen, bar->x);
  double y = plan_pen_snap_y (pen, bar->y);
  double width = MAX (plan_pen_snap_x (pen, bar->x + bar->width) - x, 2 * stroke);
  double height = plan_pen_snap_y (pen, bar->y + bar->height) - y;
  double done = MIN (plan_pen_snap_x (pen, bar->x + bar->done) - x, width);

  add_rounded (pen->cr, x, y, width, height, radius, TRUE);
  plan_pen_colour (pen, tint);
  cairo_fill (pen->cr);
  if (bar->critical && pen->theme->patterns && done < width)
    plan_pen_hatch (pen, x + done, y, width - done, height, CRITICAL_PITCH, 1, line);
  if (done > 0)
    {
      add_rounded (pen->cr, x, y, done, height, radius, done >= width);
      plan_pen_colour (pen, line);
      cairo_fill (pen->cr);
    }
  add_rounded (pen->cr, x + stroke / 2, y + stroke / 2, width - stroke, height - stroke, radius - stroke / 2, TRUE);
  plan_pen_colour (pen, line);
  cairo_set_line_width (pen->cr, stroke);
  if (bar->manual)
    cairo_set_dash (pen->cr, dash, 2, 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw_foot (const PlanPen *pen, double x, double y, double width, double height, PlanColour colour)
{
  cairo_move_to (pen->cr, x, y);
  cairo_line_to (pen->cr, x + width, y);
  cairo_line_to (pen->cr, x, y + height);
  cairo_close_path (pen->cr);
  plan_pen_colour (pen, colour);
  cairo_fill (pen->cr);
}

static void
draw_summary (const PlanPen *pen, const PlanGanttBar *bar, const PlanChartMetrics *metrics)
{
  double x = plan_pen_snap_x (pen, bar->x);
  double end = plan_pen_snap_x (pen, bar->x + bar->width);
  double foot = plan_pen_snap_y (pen, bar->y + bar->height);
  double foot_width = MIN (metrics->foot_width, (end - x) / 2);
  PlanColour left = bar->done > 0 ? pen->theme->summary_done : pen->theme->summary;
  PlanColour right = bar->complete ? pen->theme->summary_done : pen->theme->summary;

  plan_pen_box (pen, bar->x, bar->y, bar->width, bar->height, pen->theme->summary);
  if (bar->done > 0)
    plan_pen_box (pen, bar->x, bar->y, bar->done, bar->height, pen->theme->summary_done);
  draw_foot (pen, x, foot, foot_width, metrics->foot_height, left);
  draw_foot (pen, end, foot, -foot_width, metrics->foot_height, right);
}

static void
draw_point (const PlanPen *pen, const PlanGanttBar *bar, const PlanChartMetrics *metrics)
{
  double width = plan_pen_width (pen, 1);
  double x = plan_pen_centre_x (pen, bar->x + bar->width / 2, bar->kind == PLAN_BAR_GATE ? width : 2 * width);
  double y = plan_pen_centre_y (pen, bar->y + bar->height / 2, 2 * width);
  PlanColour line = bar->critical ? pen->theme->critical_line : pen->theme->summary_done;
  PlanColour fill = bar->complete ? line : pen->theme->background;

  if (bar->kind == PLAN_BAR_MILESTONE)
    {
      plan_pen_diamond (pen, x, y, metrics->milestone_half, metrics->milestone_stroke, fill, line);
      return;
    }
  plan_pen_diamond (pen, x, y, metrics->gate_outer, GATE_STROKE, pen->theme->background, line);
  plan_pen_diamond (pen, x, y, metrics->gate_inner, GATE_STROKE, fill, line);
}

/**
 * plan_pen_bar:
 *
 * Draws the mark of a task: bar, bracket, diamond or double diamond.
 */
void
plan_pen_bar (const PlanPen *pen, const PlanGanttBar *bar, const PlanChartMetrics *metrics)
{
  if (bar->kind == PLAN_BAR_TASK)
    draw_task (pen, bar, metrics);
  else if (bar->kind == PLAN_BAR_SUMMARY)
    draw_summary (pen, bar, metrics);
  else
    draw_point (pen, bar, metrics);
}

/**
 * plan_pen_baseline:
 *
 * Draws the thin bar below a task that shows where it was planned.
 */
void
plan_pen_baseline (const PlanPen *pen, double x, double y, double width, double height)
{
  double left = plan_pen_snap_x (pen, x);
  double top = plan_pen_snap_y (pen, y);

  add_rounded (pen->cr, left, top, plan_pen_snap_x (pen, x + width) - left, plan_pen_snap_y (pen, y + height) - top, 1, TRUE);
  plan_pen_colour (pen, pen->theme->baseline);
  cairo_fill (pen->cr);
}

/**
 * plan_pen_slack:
 *
 * Draws the line of a task's slack with its end tick; @y is its middle.
 */
void
plan_pen_slack (const PlanPen *pen, double x, double end, double y)
{
  cairo_t *cr = pen->cr;
  double left = plan_pen_snap_x (pen, x);
  double right = plan_pen_snap_x (pen, end);

  plan_pen_colour (pen, pen->theme->slack);
  cairo_rectangle (cr, left, y - SLACK_WIDTH / 2, right - left, SLACK_WIDTH);
  cairo_rectangle (cr, right - SLACK_WIDTH, y - SLACK_TICK / 2, SLACK_WIDTH, SLACK_TICK);
  cairo_fill (cr);
}

/**
 * plan_pen_deadline:
 * @x: its middle; @y: its top
 *
 * Draws a pentagon that points down: hollow when the deadline is kept, solid when it is missed.
 */
void
plan_pen_deadline (const PlanPen *pen, double x, double y, gboolean missed)
{
  cairo_t *cr = pen->cr;
  double inset = DEADLINE_STROKE / 2;
  double half = DEADLINE_WIDTH / 2 - inset;
  PlanColour line = missed ? pen->theme->critical_line : pen->theme->summary_done;

  x = plan_pen_centre_x (pen, x, plan_pen_width (pen, 1));
  cairo_move_to (cr, x - half, y + inset);
  cairo_line_to (cr, x + half, y + inset);
  cairo_line_to (cr, x + half, y + DEADLINE_SHOULDER);
  cairo_line_to (cr, x, y + DEADLINE_HEIGHT - DEADLINE_STROKE);
  cairo_line_to (cr, x - half, y + DEADLINE_SHOULDER);
  cairo_close_path (cr);
  plan_pen_colour (pen, missed ? line : pen->theme->background);
  cairo_fill_preserve (cr);
  plan_pen_colour (pen, line);
  cairo_set_line_width (cr, DEADLINE_STROKE);
  cairo_stroke (cr);
}

/**
 * plan_pen_arrow:
 * @x, @y: its tip
 * @dx, @dy: where it points: one of them is 1 or -1, the other 0
 *
 * Draws the head of a link's arrow in the colour that is set.
 */
void
plan_pen_arrow (const PlanPen *pen, double x, double y, double dx, double dy)
{
  double half = ARROW_WIDTH / 2;

  cairo_move_to (pen->cr, x, y);
  cairo_line_to (pen->cr, x - dx * ARROW_LENGTH + dy * half, y - dy * ARROW_LENGTH - dx * half);
  cairo_line_to (pen->cr, x - dx * ARROW_LENGTH - dy * half, y - dy * ARROW_LENGTH + dx * half);
  cairo_close_path (pen->cr);
  cairo_fill (pen->cr);
}

/* A corner at @at between two neighbours, rounded as far as the shorter side allows. */
static void
add_corner (cairo_t *cr, const double before[2], const double at[2], const double behind[2], double radius)
{
  double in = hypot (at[0] - before[0], at[1] - before[1]);
  double out = hypot (behind[0] - at[0], behind[1] - at[1]);
  double r = MIN (radius, MIN (in, out) / 2);
  double x0, y0, x1, y1;

  if (r <= 0)
    {
      cairo_line_to (cr, at[0], at[1]);
      return;
    }
  x0 = at[0] + (before[0] - at[0]) / in * r;
  y0 = at[1] + (before[1] - at[1]) / in * r;
  x1 = at[0] + (behind[0] - at[0]) / out * r;
  y1 = at[1] + (behind[1] - at[1]) / out * r;
  cairo_line_to (cr, x0, y0);
  cairo_curve_to (cr, x0 + (at[0] - x0) * ROUND, y0 + (at[1] - y0) * ROUND,
                  x1 + (at[0] - x1) * ROUND, y1 + (at[1] - y1) * ROUND, x1, y1);
}

/**
 * plan_pen_path:
 * @points: (inout): the points of a link, changed while drawing
 *
 * Draws a link: horizontal and vertical pieces with rounded corners, and an arrow at the last point.
 */
void
plan_pen_path (const PlanPen *pen, const PlanChartMetrics *metrics, double (*points)[2], guint n_points, gboolean critical)
{
  double width = plan_pen_width (pen, critical ? metrics->critical_width : metrics->line_width);
  double *tip = points[n_points - 1];
  const double *before = points[n_points - 2];
  double dx = tip[0] > before[0] ? 1 : tip[0] < before[0] ? -1 : 0;
  double dy = dx != 0 ? 0 : tip[1] > before[1] ? 1 : -1;
  double tip_x = plan_pen_snap_x (pen, tip[0]);
  double tip_y = plan_pen_snap_y (pen, tip[1]);

  for (guint i = 0; i < n_points; i++)
    {
      points[i][0] = plan_pen_centre_x (pen, points[i][0], width);
      points[i][1] = plan_pen_centre_y (pen, points[i][1], width);
    }
  if (dx != 0)
    {
      tip_y = tip[1];
      tip[0] = tip_x - dx * MIN (ARROW_LENGTH - 1, fabs (tip_x - before[0]));
    }
  else
    {
      tip_x = tip[0];
      tip[1] = tip_y - dy * MIN (ARROW_LENGTH - 1, fabs (tip_y - before[1]));
    }
  plan_pen_colour (pen, critical ? pen->theme->critical_line : pen->theme->link);
  cairo_move_to (pen->cr, points[0][0], points[0][1]);
  for (guint i = 1; i + 1 < n_points; i++)
    add_corner (pen->cr, points[i - 1], points[i], points[i + 1], metrics->radius);
  cairo_line_to (pen->cr, tip[0], tip[1]);
  cairo_set_line_width (pen->cr, width);
  cairo_stroke (pen->cr);
  plan_pen_arrow (pen, tip_x, tip_y, dx, dy);
}
