/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the marks that are shown when somebody asks for them: constraints, slips and the progress line. Each has a shape
 * that no other mark has.
 */

#include "plan-gantt-draw-private.h"

#define CONSTRAINT_STROKE 1.5
#define CONSTRAINT_HEAD 4.0
#define SLIP_STROKE 1.5
#define SLIP_HEAD 3.0
#define PROGRESS_STROKE 1.5

/* A triangle with its base on the line: it points to where the task may be. */
static void
add_head (const PlanPen *pen, double x, double y, double reach)
{
  cairo_move_to (pen->cr, x, y - CONSTRAINT_HEAD);
  cairo_line_to (pen->cr, x + reach, y);
  cairo_line_to (pen->cr, x, y + CONSTRAINT_HEAD);
  cairo_close_path (pen->cr);
}

static void
draw_constraint (const PlanPen *pen, const PlanGanttConstraint *mark)
{
  double x = plan_pen_centre_x (pen, mark->x, plan_pen_width (pen, CONSTRAINT_STROKE)), middle = mark->y + mark->height / 2;

  cairo_move_to (pen->cr, x, mark->y);
  cairo_line_to (pen->cr, x, mark->y + mark->height);
  plan_pen_colour (pen, pen->theme->ink);
  cairo_set_line_width (pen->cr, CONSTRAINT_STROKE);
  cairo_stroke (pen->cr);
  if (mark->not_before)
    add_head (pen, x, middle, CONSTRAINT_HEAD);
  if (mark->not_after)
    add_head (pen, x, middle, -CONSTRAINT_HEAD);
  cairo_fill (pen->cr);
}

/**
 * plan_gantt_draw_slips:
 *
 * Draws a dotted arrow from each finish that was to be to the finish now.
 */
void
plan_gantt_draw_slips (const PlanPen *pen, const PlanGanttLayout *layout)
{
  static const double dash[] = { 2, 2 };

  plan_pen_colour (pen, pen->theme->warn_shape);
  for (guint i = 0; i < layout->slips->len; i++)
    {
      const PlanGanttSlip *mark = &g_array_index (layout->slips, PlanGanttSlip, i);

      if (!plan_pen_sees (pen, mark->x, mark->end))
        continue;
      cairo_set_dash (pen->cr, dash, 2, mark->x);
      cairo_set_line_width (pen->cr, SLIP_STROKE);
      cairo_move_to (pen->cr, mark->x, mark->y);
      cairo_line_to (pen->cr, MAX (mark->end - SLIP_HEAD, mark->x), mark->y);
      cairo_stroke (pen->cr);
      cairo_set_dash (pen->cr, NULL, 0, 0);
      cairo_move_to (pen->cr, mark->end - SLIP_HEAD, mark->y - SLIP_HEAD);
      cairo_line_to (pen->cr, mark->end, mark->y);
      cairo_line_to (pen->cr, mark->end - SLIP_HEAD, mark->y + SLIP_HEAD);
      cairo_close_path (pen->cr);
      cairo_fill (pen->cr);
    }
}

/**
 * plan_gantt_draw_constraints:
 */
void
plan_gantt_draw_constraints (const PlanPen *pen, const PlanGanttLayout *layout)
{
  for (guint i = 0; i < layout->constraints->len; i++)
    {
      const PlanGanttConstraint *mark = &g_array_index (layout->constraints, PlanGanttConstraint, i);

      if (plan_pen_sees (pen, mark->x - CONSTRAINT_HEAD, mark->x + CONSTRAINT_HEAD))
        draw_constraint (pen, mark);
    }
}

/**
 * plan_gantt_draw_progress:
 *
 * Draws the progress line from row to row.
 */
void
plan_gantt_draw_progress (const PlanPen *pen, const PlanGanttLayout *layout)
{
  if (layout->progress->len == 0)
    return;
  for (guint i = 0; i < layout->progress->len; i++)
    {
      const PlanGanttPoint *point = &g_array_index (layout->progress, PlanGanttPoint, i);

      cairo_line_to (pen->cr, point->x, point->y);
    }
  plan_pen_colour (pen, pen->theme->bad);
  cairo_set_line_width (pen->cr, PROGRESS_STROKE);
  cairo_stroke (pen->cr);
}
