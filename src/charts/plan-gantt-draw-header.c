/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the header of a chart that was laid out: two tiers of the time scale, strips over holidays and make-up days, the
 * flag of the status date and the pill of today.
 */

#include "plan-gantt-draw-private.h"

#include <math.h>

#define STRIP_HEIGHT 3.0
#define STRIP_ABOVE_FOOT 1.0
#define FLAG_WIDTH 8.0
#define FLAG_HEIGHT 7.0
#define PILL_HEIGHT 16.0
#define TODAY_WIDTH 2.0

static void
draw_header_lines (const PlanPen *pen, const PlanGanttLayout *layout)
{
  double tier = layout->metrics.tier_height;
  double hairline = layout->metrics.hairline;
  double width = plan_pen_width (pen, hairline);

  for (guint i = 0; i < layout->cells->len; i++)
    {
      const PlanGanttCell *cell = &g_array_index (layout->cells, PlanGanttCell, i);

      if (plan_pen_sees (pen, cell->x, cell->x))
        plan_pen_add_upright (pen, cell->x, cell->upper ? 0 : tier, cell->upper ? tier : 2 * tier, hairline);
    }
  plan_pen_add_level (pen, pen->x0, pen->x1, tier, hairline);
  plan_pen_add_level (pen, pen->x0, pen->x1, 2 * tier - width / 2, hairline);
  plan_pen_rule (pen, width, pen->theme->header_line);
}

static void
draw_strips (const PlanPen *pen, const PlanGanttLayout *layout)
{
  double y = 2 * layout->metrics.tier_height - STRIP_ABOVE_FOOT - STRIP_HEIGHT;

  for (guint i = 0; layout->strips && i < layout->shades->len; i++)
    {
      const PlanGanttShade *shade = &g_array_index (layout->shades, PlanGanttShade, i);

      if (shade->kind != PLAN_DAY_WEEKEND && plan_pen_sees (pen, shade->x, shade->x + shade->width))
        plan_pen_box (pen, shade->x, y, shade->width, STRIP_HEIGHT,
                      shade->kind == PLAN_DAY_HOLIDAY ? pen->theme->holiday_ink : pen->theme->makeup_ink);
    }
}

static void
draw_status_flag (const PlanPen *pen, const PlanGanttLayout *layout)
{
  double foot = 2 * layout->metrics.tier_height - 1;
  double x;

  if (isnan (layout->status_x) || !plan_pen_sees (pen, layout->status_x, layout->status_x))
    return;
  x = plan_pen_centre_x (pen, layout->status_x, plan_pen_width (pen, 1));
  cairo_move_to (pen->cr, x - FLAG_WIDTH / 2, foot - FLAG_HEIGHT);
  cairo_line_to (pen->cr, x + FLAG_WIDTH / 2, foot - FLAG_HEIGHT);
  cairo_line_to (pen->cr, x, foot);
  cairo_close_path (pen->cr);
  plan_pen_colour (pen, pen->theme->header);
  cairo_fill_preserve (pen->cr);
  plan_pen_colour (pen, pen->theme->summary_done);
  cairo_set_line_width (pen->cr, plan_pen_width (pen, 1));
  cairo_stroke (pen->cr);
}

static void
draw_pill (const PlanPen *pen, const PlanGanttLayout *layout)
{
  double tier = layout->metrics.tier_height;
  double radius = PILL_HEIGHT / 2;
  double y = plan_pen_snap_y (pen, (tier - PILL_HEIGHT) / 2) + radius;
  double x, width;

  if (isnan (layout->pill_x))
    return;
  x = plan_pen_snap_x (pen, layout->pill_x);
  width = plan_pen_snap_x (pen, layout->pill_x + layout->pill_width) - x;
  plan_pen_upright (pen, layout->today_x, y, 2 * tier, TODAY_WIDTH, pen->theme->today);
  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x + radius, y, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (pen->cr, x + width - radius, y, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (pen->cr);
  plan_pen_colour (pen, pen->theme->today);
  cairo_fill (pen->cr);
}

/**
 * plan_gantt_draw_header:
 * @clip: what to draw, in chart units; y = 0 is the upper edge of the header
 *
 * Draws the two tiers of the time scale, twice the tier's height high.
 */
void
plan_gantt_draw_header (cairo_t *cr, const PlanGanttLayout *layout, const PlanChartTheme *theme, const PlanGanttClip *clip)
{
  PlanPen pen;

  cairo_save (cr);
  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
  plan_pen_init (&pen, cr, theme, clip);
  plan_pen_box (&pen, clip->x, clip->y, clip->width, clip->height, theme->header);
  draw_header_lines (&pen, layout);
  draw_strips (&pen, layout);
  draw_status_flag (&pen, layout);
  draw_pill (&pen, layout);
  for (guint i = 0; i < layout->header_texts->len; i++)
    plan_gantt_draw_text (&pen, layout, &g_array_index (layout->header_texts, PlanGanttText, i));
  plan_pen_clear (&pen);
  cairo_restore (cr);
}
