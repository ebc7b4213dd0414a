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
#define EDGE 3.0       /* nearer to the edge, an outline may be cut off */
#define MITRE 1.5      /* enough for right angles */
#define QUARTER (G_PI / 2)
#define ROUND 0.55 /* makes a curve of a quarter of a circle */

/* Rounded at the left and, if it says so, at the right. */
static void
add_rounded (cairo_t *cr, double x, double y, double width, double height, double radius, gboolean right)
{
  double r = MAX (MIN (radius, MIN (height / 2, width / 2)), 0);
  double s = right ? r : 0;

  if (r == 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - s, y + s, s, -QUARTER, 0);
  cairo_arc (cr, x + width - s, y + height - s, s, 0, QUARTER);
  cairo_arc (cr, x + r, y + height - r, r, QUARTER, 2 * QUARTER);
  cairo_arc (cr, x + r, y + r, r, 2 * QUARTER, 3 * QUARTER);
  cairo_close_path (cr);
}

/* The edges of a bar on the surface. */
typedef struct
{
  double x, y, width, height;
  double done;
  double stroke;
  double radius;
} TaskBox;

static void
snap_task (const PlanPen *pen, const PlanGanttBar *bar, const PlanChartMetrics *metrics, TaskBox *box)
{
  box->stroke = plan_pen_width (pen, bar->critical ? metrics->critical_width : metrics->line_width);
  box->radius = bar->manual ? 0 : metrics->radius;
  box->x = plan_pen_snap_x (pen, bar->x);
  box->y = plan_pen_snap_y (pen, bar->y);
  box->width = MAX (plan_pen_snap_x (pen, bar->x + bar->width) - box->x, 2 * box->stroke);
  box->height = plan_pen_snap_y (pen, bar->y + bar->height) - box->y;
  box->done = MIN (plan_pen_snap_x (pen, bar->x + bar->done) - box->x, box->width);
}

static void
add_outline (const PlanPen *pen, const TaskBox *box)
{
  double inset = box->stroke / 2;

  add_rounded (pen->cr, box->x + inset, box->y + inset, box->width - box->stroke, box->height - box->stroke,
               box->radius - inset, TRUE);
}

static void
set_outline (const PlanPen *pen, const PlanChartMetrics *metrics, gboolean critical, gboolean manual)
{
  static const double dash[] = { 3, 2 };

  plan_pen_colour (pen, critical ? pen->theme->critical_line : pen->theme->task_line);
  cairo_set_line_width (pen->cr, plan_pen_width (pen, critical ? metrics->critical_width : metrics->line_width));
  cairo_set_dash (pen->cr, dash, manual ? 2 : 0, 0);
  cairo_set_miter_limit (pen->cr, MITRE);
}

static void
draw_task (const PlanPen *pen, const PlanGanttBar *bar, const PlanChartMetrics *metrics)
{
  PlanColour line = bar->critical ? pen->theme->critical_line : pen->theme->task_line;
  TaskBox box;

  snap_task (pen, bar, metrics, &box);
  add_rounded (pen->cr, box.x, box.y, box.width, box.height, box.radius, TRUE);
  plan_pen_fill (pen, bar->critical ? pen->theme->critical : pen->theme->task);
  if (bar->critical && pen->theme->patterns && box.done < box.width)
    plan_pen_hatch (pen, box.x + box.done, box.y, box.width - box.done, box.height, CRITICAL_PITCH, 1, line);
  if (box.done > 0)
    {
      add_rounded (pen->cr, box.x, box.y, box.done, box.height, box.radius, box.done >= box.width);
      plan_pen_fill (pen, line);
    }
  add_outline (pen, &box);
  set_outline (pen, metrics, bar->critical, bar->manual);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

typedef enum {
  PART_OUTLINE,
  PART_REST,
  PART_DONE,
} TaskPart;

/**
 * plan_pen_joins:
 *
 * Returns: whether plan_pen_tasks() draws the bar: a task well inside of what is drawn. With a bar that is cut off among
 *   them, Cairo would write the shape twice, to fill and to outline it.
 */
gboolean
plan_pen_joins (const PlanPen *pen, const PlanGanttBar *bar)
{
  return bar->kind == PLAN_BAR_TASK && bar->x > pen->x0 + EDGE && bar->x + bar->width < pen->x1 - EDGE
         && bar->y > pen->y0 + EDGE && bar->y + bar->height < pen->y1 - EDGE;
}

/* Adds a part of each bar of one look. Returns whether there is any. */
static gboolean
add_tasks (const PlanPen *pen, const PlanGanttBar *bars, guint n_bars, const PlanChartMetrics *metrics, gboolean critical,
           gboolean manual, TaskPart part)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_bars; i++)
    {
      const PlanGanttBar *bar = &bars[i];
      TaskBox box;

      if (!bar->critical != !critical || !bar->manual != !manual || !plan_pen_joins (pen, bar))
        continue;
      snap_task (pen, bar, metrics, &box);
      any = TRUE;
      if (part == PART_OUTLINE)
        add_outline (pen, &box);
      else if (part == PART_REST && box.done < box.width)
        cairo_rectangle (pen->cr, box.x + box.done, box.y, box.width - box.done, box.height);
      else if (part == PART_DONE && box.done > 0)
        add_rounded (pen->cr, box.x, box.y, box.done, box.height, box.radius, box.done >= box.width);
    }
  return any;
}

/* One hatch over the page, seen where work is to be done. */
static void
hatch_tasks (const PlanPen *pen, const PlanGanttBar *bars, guint n_bars, const PlanChartMetrics *metrics, gboolean manual)
{
  cairo_save (pen->cr);
  add_tasks (pen, bars, n_bars, metrics, TRUE, manual, PART_REST);
  cairo_clip (pen->cr);
  plan_pen_hatch (pen, pen->x0, pen->y0, pen->x1 - pen->x0, pen->y1 - pen->y0, CRITICAL_PITCH, 1, pen->theme->critical_line);
  cairo_restore (pen->cr);
}

/**
 * plan_pen_tasks:
 *
 * Draws bars as plan_pen_bar() does, but all of one look as one shape: where shapes are kept, this is much shorter.
 */
void
plan_pen_tasks (const PlanPen *pen, const PlanGanttBar *bars, guint n_bars, const PlanChartMetrics *metrics)
{
  for (guint look = 0; look < 4; look++)
    {
      gboolean critical = (look & 1) != 0, manual = (look & 2) != 0;

      if (!add_tasks (pen, bars, n_bars, metrics, critical, manual, PART_OUTLINE))
        continue;
      plan_pen_colour (pen, critical ? pen->theme->critical : pen->theme->task);
      if (critical && pen->theme->patterns)
        {
          cairo_fill (pen->cr);
          hatch_tasks (pen, bars, n_bars, metrics, manual);
          add_tasks (pen, bars, n_bars, metrics, critical, manual, PART_OUTLINE);
        }
      else
        cairo_fill_preserve (pen->cr);
      set_outline (pen, metrics, critical, manual);
      cairo_stroke (pen->cr);
      cairo_set_dash (pen->cr, NULL, 0, 0);
      add_tasks (pen, bars, n_bars, metrics, critical, manual, PART_DONE);
      cairo_fill (pen->cr);
    }
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
 * plan_pen_outline:
 * @width: of the line
 *
 * Adds the outline of a task's mark, inside of it, and sets the width of the line.
 */
void
plan_pen_outline (const PlanPen *pen, const PlanGanttBar *bar, double width)
{
  double line = plan_pen_width (pen, width);
  double left = plan_pen_snap_x (pen, bar->x) + line / 2, top = plan_pen_snap_y (pen, bar->y) + line / 2;
  double right = MAX (plan_pen_snap_x (pen, bar->x + bar->width) - line / 2, left + 1);
  double bottom = plan_pen_snap_y (pen, bar->y + bar->height) - line / 2;

  if (bar->kind == PLAN_BAR_MILESTONE || bar->kind == PLAN_BAR_GATE)
    {
      cairo_move_to (pen->cr, (left + right) / 2, top);
      cairo_line_to (pen->cr, right, (top + bottom) / 2);
      cairo_line_to (pen->cr, (left + right) / 2, bottom);
      cairo_line_to (pen->cr, left, (top + bottom) / 2);
      cairo_close_path (pen->cr);
    }
  else
    cairo_rectangle (pen->cr, left, top, right - left, bottom - top);
  cairo_set_line_width (pen->cr, line);
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
 * plan_pen_add_slack:
 *
 * Adds the line of a task's slack with its end tick; @y is its middle.
 */
void
plan_pen_add_slack (const PlanPen *pen, double x, double end, double y)
{
  double left = plan_pen_snap_x (pen, x);
  double right = plan_pen_snap_x (pen, end);

  if (pen->vector)
    y = plan_pen_snap_y (pen, y);
  cairo_rectangle (pen->cr, left, y - SLACK_WIDTH / 2, right - left, SLACK_WIDTH);
  cairo_rectangle (pen->cr, right - SLACK_WIDTH, y - SLACK_TICK / 2, SLACK_WIDTH, SLACK_TICK);
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

/* A corner at @at between two neighbours, rounded as far as the shorter side allows; all pieces are level or upright. */
static void
add_corner (cairo_t *cr, const double before[2], const double at[2], const double behind[2], double radius)
{
  double in = fabs (at[0] - before[0]) + fabs (at[1] - before[1]);
  double out = fabs (behind[0] - at[0]) + fabs (behind[1] - at[1]);
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

/* Where a link's arrow points: one of the two is 1 or -1, the other 0. */
static void
get_direction (double (*points)[2], guint n_points, double *dx, double *dy)
{
  const double *tip = points[n_points - 1];
  const double *before = points[n_points - 2];

  *dx = tip[0] > before[0] ? 1 : tip[0] < before[0] ? -1 : 0;
  *dy = *dx != 0 ? 0 : tip[1] > before[1] ? 1 : -1;
}

/**
 * plan_pen_add_path:
 * @points: (inout): the points of a link, changed while drawing
 *
 * Adds a link without its arrow head: level and upright pieces with rounded corners.
 */
void
plan_pen_add_path (const PlanPen *pen, const PlanChartMetrics *metrics, double (*points)[2], guint n_points, gboolean critical)
{
  double width = plan_pen_width (pen, critical ? metrics->critical_width : metrics->line_width);
  double *tip = points[n_points - 1];
  const double *before = points[n_points - 2];
  double tip_x = plan_pen_snap_x (pen, tip[0]);
  double tip_y = plan_pen_snap_y (pen, tip[1]);
  double dx, dy;

  get_direction (points, n_points, &dx, &dy);
  for (guint i = 0; i < n_points; i++)
    {
      points[i][0] = plan_pen_centre_x (pen, points[i][0], width);
      points[i][1] = plan_pen_centre_y (pen, points[i][1], width);
    }
  if (dx != 0)
    tip[0] = tip_x - dx * MIN (ARROW_LENGTH - 1, fabs (tip_x - before[0]));
  else
    tip[1] = tip_y - dy * MIN (ARROW_LENGTH - 1, fabs (tip_y - before[1]));
  cairo_move_to (pen->cr, points[0][0], points[0][1]);
  for (guint i = 1; i + 1 < n_points; i++)
    add_corner (pen->cr, points[i - 1], points[i], points[i + 1], metrics->radius);
  cairo_line_to (pen->cr, tip[0], tip[1]);
}

/**
 * plan_pen_add_head:
 *
 * Adds the head of a link's arrow. Whoever fills it has drawn the lines before.
 */
void
plan_pen_add_head (const PlanPen *pen, const PlanChartMetrics *metrics, double (*points)[2], guint n_points, gboolean critical)
{
  double width = plan_pen_width (pen, critical ? metrics->critical_width : metrics->line_width);
  double half = ARROW_WIDTH / 2;
  double dx, dy, x, y;

  get_direction (points, n_points, &dx, &dy);
  x = points[n_points - 1][0];
  y = points[n_points - 1][1];
  x = dx != 0 ? plan_pen_snap_x (pen, x) : plan_pen_centre_x (pen, x, width);
  y = dx != 0 ? plan_pen_centre_y (pen, y, width) : plan_pen_snap_y (pen, y);
  cairo_move_to (pen->cr, x, y);
  cairo_line_to (pen->cr, x - dx * ARROW_LENGTH + dy * half, y - dy * ARROW_LENGTH - dx * half);
  cairo_line_to (pen->cr, x - dx * ARROW_LENGTH - dy * half, y - dy * ARROW_LENGTH + dx * half);
  cairo_close_path (pen->cr);
}

/**
 * plan_pen_stroke_path:
 *
 * Draws the links that were added, and sets the colour for their arrow heads.
 */
void
plan_pen_stroke_path (const PlanPen *pen, const PlanChartMetrics *metrics, gboolean critical)
{
  plan_pen_colour (pen, critical ? pen->theme->critical_line : pen->theme->link);
  cairo_set_line_width (pen->cr, plan_pen_width (pen, critical ? metrics->critical_width : metrics->line_width));
  cairo_stroke (pen->cr);
}
