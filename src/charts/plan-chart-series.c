/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours by which projects are told apart, with an outline of more contrast. After eight of them they come again with
 * a pattern; in high contrast and in grey print each has a pattern of its own.
 */

#include "plan-chart-series.h"

#include <math.h>

#define TILE 6.0
#define PATTERN_LINE 1.2
#define DOT 1.2

typedef enum {
  PATTERN_RISING = 1 << 0,
  PATTERN_FALLING = 1 << 1,
  PATTERN_LEVEL = 1 << 2,
  PATTERN_UPRIGHT = 1 << 3,
  PATTERN_DOTS = 1 << 4,
} Pattern;

static const struct { PlanColour fill, line; } light[PLAN_N_SERIES] = {
  { 0x3584e4, 0x1a5fb4 }, { 0xf5c211, 0xa87400 }, { 0x1a6058, 0x0f4039 }, { 0x54208f, 0x37135f },
  { 0x8ddbef, 0x2a86a0 }, { 0x6c3218, 0x44200f }, { 0xf07ba0, 0xb4345f }, { 0x748b2e, 0x4a5a1c },
};

static const struct { PlanColour fill, line; } dark[PLAN_N_SERIES] = {
  { 0x6b93fb, 0xa9c1ff }, { 0xfad232, 0xfde58a }, { 0x2c846f, 0x63b7a3 }, { 0x8a5bb0, 0xbd97dc },
  { 0x86e0fa, 0xc4f1ff }, { 0xa07c34, 0xd0ac66 }, { 0xe58bb0, 0xf6c3d8 }, { 0xaed09c, 0xd6ecca },
};

static const guint patterns[PLAN_N_SERIES] = {
  0, PATTERN_RISING, PATTERN_LEVEL, PATTERN_LEVEL | PATTERN_UPRIGHT,
  PATTERN_DOTS, PATTERN_UPRIGHT, PATTERN_FALLING, PATTERN_RISING | PATTERN_FALLING,
};

/* Lightness from 0 to 255, as eyes weigh the colours. */
static guint
get_lightness (PlanColour colour)
{
  return ((colour >> 16 & 0xff) * 213 + (colour >> 8 & 0xff) * 715 + (colour & 0xff) * 72) / 1000;
}

static gboolean
is_grey (const PlanChartTheme *theme)
{
  return theme == plan_theme_get (PLAN_THEME_PRINT_GREY);
}

/**
 * plan_chart_series_get_colours:
 * @series: index that is stored with a project, any number
 * @fill: (out): of areas; @line: (out): of their outline
 */
void
plan_chart_series_get_colours (const PlanChartTheme *theme, guint series, PlanColour *fill, PlanColour *line)
{
  guint i = series % PLAN_N_SERIES;
  gboolean is_dark = get_lightness (theme->background) < 128;

  *fill = is_dark ? dark[i].fill : light[i].fill;
  *line = is_dark ? dark[i].line : light[i].line;
  if (is_grey (theme))
    *fill = get_lightness (*fill) * 0x010101;
  if (theme->patterns)
    *line = theme->ink;
}

/* Lines at 45 degrees, rising when @slope is positive, else falling. */
static void
add_lines (const PlanPen *pen, double x, double y, double end, double foot, int slope)
{
  double from = x - (foot - y);

  for (double at = from - fabs (fmod (from, TILE)); at < end + (foot - y); at += TILE)
    {
      cairo_move_to (pen->cr, at, slope > 0 ? foot : y);
      cairo_line_to (pen->cr, at + (foot - y), slope > 0 ? y : foot);
    }
}

static void
add_dots (const PlanPen *pen, double x, double y, double end, double foot)
{
  for (double down = y + TILE / 2; down < foot; down += TILE)
    for (double at = x + TILE / 2; at < end; at += TILE)
      {
        cairo_new_sub_path (pen->cr);
        cairo_arc (pen->cr, at, down, DOT, 0, 2 * G_PI);
      }
  cairo_fill (pen->cr);
}

static void
draw_pattern (const PlanPen *pen, guint pattern, double x, double y, double width, double height, PlanColour colour)
{
  double end = x + width, foot = y + height;

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_clip (pen->cr);
  plan_pen_colour (pen, colour);
  cairo_set_line_width (pen->cr, PATTERN_LINE);
  if (pattern & PATTERN_DOTS)
    add_dots (pen, x, y, end, foot);
  if (pattern & PATTERN_RISING)
    add_lines (pen, x, y, end, foot, 1);
  if (pattern & PATTERN_FALLING)
    add_lines (pen, x, y, end, foot, -1);
  for (double at = y + TILE / 2; (pattern & PATTERN_LEVEL) && at < foot; at += TILE)
    {
      cairo_move_to (pen->cr, x, at);
      cairo_line_to (pen->cr, end, at);
    }
  for (double at = x + TILE / 2; (pattern & PATTERN_UPRIGHT) && at < end; at += TILE)
    {
      cairo_move_to (pen->cr, at, y);
      cairo_line_to (pen->cr, at, foot);
    }
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

/**
 * plan_chart_series_box:
 * @series: index that is stored with a project
 *
 * Draws an area of the project: its colour, the pattern where there is one, and the outline inside of it.
 */
void
plan_chart_series_box (const PlanPen *pen, guint series, double x, double y, double width, double height)
{
  double left = plan_pen_snap_x (pen, x), right = plan_pen_snap_x (pen, x + width);
  double top = plan_pen_snap_y (pen, y), foot = plan_pen_snap_y (pen, y + height), line_width = plan_pen_width (pen, 1);
  guint pattern = patterns[(pen->theme->patterns ? series : series / PLAN_N_SERIES) % PLAN_N_SERIES];
  PlanColour fill, line;

  if (right <= left || foot <= top)
    return;
  plan_chart_series_get_colours (pen->theme, series, &fill, &line);
  plan_pen_box (pen, left, top, right - left, foot - top, fill);
  if (pattern != 0)
    draw_pattern (pen, pattern, left, top, right - left, foot - top, get_lightness (fill) < 128 ? 0xffffff : 0x000000);
  if (right - left < 3 * line_width || foot - top < 3 * line_width)
    return;
  plan_pen_colour (pen, line);
  cairo_set_line_width (pen->cr, line_width);
  cairo_rectangle (pen->cr, left + line_width / 2, top + line_width / 2, right - left - line_width, foot - top - line_width);
  cairo_stroke (pen->cr);
}
