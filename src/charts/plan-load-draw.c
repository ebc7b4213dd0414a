/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the load of people that was laid out: the same code for screen, PDF, SVG and PNG. What is over is told by its
 * place above the capacity, by its hatch and by its number, not by its colour alone.
 */

#include "plan-load-draw.h"

#include "plan-chart-series.h"
#include "plan-load-layout-private.h"

#include <string.h>

#define OVER_LINE 1.5
#define OVER_HATCH 2.0
#define OVER_PITCH 5.0
#define CAPACITY_WIDTH 2.0
#define CAPACITY_HALO 4.0
#define BETWEEN_PARTS 1.0
#define SCALE_GAP 6.0

static void
draw_marks (const PlanPen *pen, const PlanLoadLayout *layout)
{
  for (guint i = 0; i < layout->marks->len; i++)
    plan_pen_add_level (pen, pen->x0, pen->x1, g_array_index (layout->marks, PlanLoadMark, i).y, layout->metrics.hairline);
  plan_pen_rule (pen, layout->metrics.hairline, pen->theme->grid_major);
}

/* A gap of the background is left between two parts. */
static void
draw_parts (const PlanPen *pen, const PlanLoadLayout *layout)
{
  for (guint i = 0; i < layout->segments->len; i++)
    {
      const PlanLoadSegment *part = &g_array_index (layout->segments, PlanLoadSegment, i);
      gboolean stands = part->y + part->height < layout->height - 0.5;

      if (plan_pen_sees (pen, part->x, part->x + part->width))
        plan_chart_series_box (pen, part->colour, part->x, part->y, part->width,
                               part->height - (stands && part->height > 2 * BETWEEN_PARTS ? BETWEEN_PARTS : 0));
    }
}

static void
draw_over_box (const PlanPen *pen, double x, double y, double width, double height)
{
  double left = plan_pen_snap_x (pen, x), right = plan_pen_snap_x (pen, x + width);
  double top = plan_pen_snap_y (pen, y), foot = plan_pen_snap_y (pen, y + height);

  if (right <= left || foot <= top)
    return;
  plan_pen_box (pen, left, top, right - left, foot - top, pen->theme->overload);
  plan_pen_hatch (pen, left, top, right - left, foot - top, OVER_PITCH, OVER_HATCH, pen->theme->overload_line);
  plan_pen_colour (pen, pen->theme->overload_line);
  cairo_set_line_width (pen->cr, OVER_LINE);
  cairo_rectangle (pen->cr, left + OVER_LINE / 2, top + OVER_LINE / 2, right - left - OVER_LINE, foot - top - OVER_LINE);
  cairo_stroke (pen->cr);
}

static void
draw_over (const PlanPen *pen, const PlanLoadLayout *layout)
{
  for (guint i = 0; i < layout->bars->len; i++)
    {
      const PlanLoadBar *bar = &g_array_index (layout->bars, PlanLoadBar, i);

      /* So little that it would not be seen is a stroke. */
      if (bar->load.over > 0 && plan_pen_sees (pen, bar->x, bar->x + bar->width))
        draw_over_box (pen, bar->x, bar->y, bar->width, MAX (bar->over_y - bar->y, 3));
    }
}

static void
add_steps (const PlanPen *pen, const PlanLoadLayout *layout)
{
  for (guint i = 0; i < layout->bars->len; i++)
    {
      const PlanLoadBar *bar = &g_array_index (layout->bars, PlanLoadBar, i);
      double y = plan_pen_centre_y (pen, MIN (bar->capacity_y, layout->height - CAPACITY_WIDTH / 2), CAPACITY_WIDTH);

      if (i == 0)
        cairo_move_to (pen->cr, plan_pen_snap_x (pen, bar->left), y);
      else
        cairo_line_to (pen->cr, plan_pen_snap_x (pen, bar->left), y);
      cairo_line_to (pen->cr, plan_pen_snap_x (pen, bar->right), y);
    }
}

static void
draw_capacity (const PlanPen *pen, const PlanLoadLayout *layout)
{
  add_steps (pen, layout);
  plan_pen_colour (pen, pen->theme->background);
  cairo_set_line_width (pen->cr, CAPACITY_HALO);
  cairo_stroke_preserve (pen->cr);
  plan_pen_colour (pen, pen->theme->capacity);
  cairo_set_line_width (pen->cr, CAPACITY_WIDTH);
  cairo_stroke (pen->cr);
}

static void
draw_numbers (PlanPen *pen, const PlanLoadLayout *layout)
{
  for (guint i = 0; i < layout->numbers->len; i++)
    {
      const PlanLoadNumber *number = &g_array_index (layout->numbers, PlanLoadNumber, i);

      plan_pen_words (pen, number->words, -1, layout->metrics.lower_label_size, number->over,
                      number->over ? pen->theme->overload_line : pen->theme->ink2, pen->theme->background,
                      plan_pen_snap_x (pen, number->x), plan_pen_snap_y (pen, number->y));
    }
}

/**
 * plan_load_draw_body:
 * @clip: what to draw, in chart units; y = 0 is the upper edge of the chart
 *
 * Draws the bars with what lies behind them.
 */
void
plan_load_draw_body (cairo_t *cr, const PlanLoadLayout *layout, const PlanChartTheme *theme, const PlanGanttClip *clip)
{
  PlanPen pen;

  plan_gantt_draw_body (cr, layout->ground, theme, clip);
  cairo_save (cr);
  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
  plan_pen_init (&pen, cr, theme, clip);
  draw_marks (&pen, layout);
  draw_parts (&pen, layout);
  draw_over (&pen, layout);
  draw_capacity (&pen, layout);
  draw_numbers (&pen, layout);
  plan_pen_clear (&pen);
  cairo_restore (cr);
}

/**
 * plan_load_draw_header:
 * @clip: what to draw, in chart units; y = 0 is the upper edge of the header
 *
 * Draws the two tiers of the time scale, as above a Gantt chart.
 */
void
plan_load_draw_header (cairo_t *cr, const PlanLoadLayout *layout, const PlanChartTheme *theme, const PlanGanttClip *clip)
{
  plan_gantt_draw_header (cr, layout->ground, theme, clip);
}

/**
 * plan_load_draw_scale:
 * @x: to the left of which the hours stand; @y: upper edge of the chart
 *
 * Draws the numbers of the lines.
 */
void
plan_load_draw_scale (cairo_t *cr, const PlanLoadLayout *layout, const PlanChartTheme *theme, double x, double y)
{
  double size = layout->metrics.lower_label_size;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const PlanLoadMark *mark = &g_array_index (layout->marks, PlanLoadMark, i);
      double width = plan_chart_measure (mark->label, size, FALSE, NULL);

      plan_chart_draw_text (cr, mark->label, size, FALSE, theme->ink2, x - SCALE_GAP - width,
                            y + MIN (mark->y, layout->height - size * 0.35) + size * 0.36, width, 0);
    }
}

static void
draw_in_pen (cairo_t *cr, const PlanChartTheme *theme, double x, double y, double size, PlanPen *pen)
{
  plan_pen_init (pen, cr, theme, &(PlanGanttClip) { x, y, size, size });
}

/**
 * plan_load_draw_swatch:
 * @colour: index that is stored with a project
 *
 * Draws a square as the parts of the project look.
 */
void
plan_load_draw_swatch (cairo_t *cr, const PlanChartTheme *theme, guint colour, double x, double y, double size)
{
  PlanPen pen;

  draw_in_pen (cr, theme, x, y, size, &pen);
  plan_chart_series_box (&pen, colour, x, y, size, size);
  plan_pen_clear (&pen);
}

/**
 * plan_load_draw_capacity_swatch:
 *
 * Draws a step of the capacity.
 */
void
plan_load_draw_capacity_swatch (cairo_t *cr, const PlanChartTheme *theme, double x, double y, double size)
{
  PlanPen pen;

  draw_in_pen (cr, theme, x, y, size, &pen);
  cairo_move_to (cr, x, y + size * 0.75);
  cairo_line_to (cr, x + size / 2, y + size * 0.75);
  cairo_line_to (cr, x + size / 2, y + size * 0.25);
  cairo_line_to (cr, x + size, y + size * 0.25);
  plan_pen_colour (&pen, theme->capacity);
  cairo_set_line_width (cr, CAPACITY_WIDTH);
  cairo_stroke (cr);
  plan_pen_clear (&pen);
}

/**
 * plan_load_draw_over_swatch:
 *
 * Draws a square as what is over looks.
 */
void
plan_load_draw_over_swatch (cairo_t *cr, const PlanChartTheme *theme, double x, double y, double size)
{
  PlanPen pen;

  draw_in_pen (cr, theme, x, y, size, &pen);
  draw_over_box (&pen, x, y, size, size);
  plan_pen_clear (&pen);
}
