/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The legend of a printed chart: which marks occur in it, their names, and a swatch of each, drawn by the code that draws
 * the chart.
 */

#include "plan-gantt-draw-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SWATCH_HEIGHT 14.0
#define SWATCH_BAR 9.0
#define SWATCH_DONE 0.5
#define HOLIDAY_PITCH 6.0

static guint
find_bars (const PlanGanttLayout *layout)
{
  static const guint kinds[] = {
    [PLAN_BAR_SUMMARY] = 1 << PLAN_LEGEND_SUMMARY,
    [PLAN_BAR_MILESTONE] = 1 << PLAN_LEGEND_MILESTONE,
    [PLAN_BAR_GATE] = 1 << PLAN_LEGEND_GATE,
  };
  guint mask = 0;

  for (guint i = 0; i < layout->bars->len; i++)
    {
      const PlanGanttBar *bar = &g_array_index (layout->bars, PlanGanttBar, i);

      if (bar->kind == PLAN_BAR_TASK)
        mask |= bar->critical ? 1 << PLAN_LEGEND_CRITICAL : 1 << PLAN_LEGEND_TASK;
      else
        mask |= kinds[bar->kind];
    }
  return mask;
}

static gboolean
is_seen (const PlanGanttLayout *layout, double x)
{
  return !isnan (x) && x >= layout->x0 && x <= layout->x1;
}

/**
 * plan_gantt_get_legend:
 *
 * Returns: the marks that occur in the layout: for each #PlanLegendItem the bit of its number
 */
guint
plan_gantt_get_legend (const PlanGanttLayout *layout)
{
  static const PlanLegendItem shades[] = {
    [PLAN_DAY_WEEKEND] = PLAN_LEGEND_WEEKEND,
    [PLAN_DAY_HOLIDAY] = PLAN_LEGEND_HOLIDAY,
    [PLAN_DAY_MAKEUP] = PLAN_LEGEND_MAKEUP,
  };
  guint mask = find_bars (layout);

  for (guint i = 0; i < layout->paths->len; i++)
    mask |= g_array_index (layout->paths, PlanGanttPath, i).critical ? 1 << PLAN_LEGEND_CRITICAL_LINK : 1 << PLAN_LEGEND_LINK;
  for (guint i = 0; i < layout->shades->len; i++)
    mask |= 1 << shades[g_array_index (layout->shades, PlanGanttShade, i).kind];
  if (layout->baselines->len > 0)
    mask |= 1 << PLAN_LEGEND_BASELINE;
  if (layout->slacks->len > 0)
    mask |= 1 << PLAN_LEGEND_SLACK;
  if (layout->deadlines->len > 0)
    mask |= 1 << PLAN_LEGEND_DEADLINE;
  if (is_seen (layout, layout->today_x))
    mask |= 1 << PLAN_LEGEND_TODAY;
  if (is_seen (layout, layout->status_x))
    mask |= 1 << PLAN_LEGEND_STATUS;
  return mask;
}

static char *
format_dated (const char *pattern, PlanTicks at)
{
  g_autofree char *date = plan_date_format (at, PLAN_DATE_DAY_YEAR);

  return g_strdup_printf (pattern, date);
}

/**
 * plan_gantt_legend_label:
 *
 * Returns: (transfer full): the translated name of a mark
 */
char *
plan_gantt_legend_label (const PlanGanttLayout *layout, PlanLegendItem item)
{
  static const char *const labels[PLAN_N_LEGENDS] = {
    [PLAN_LEGEND_TASK] = NC_("legend", "Task"),
    [PLAN_LEGEND_CRITICAL] = NC_("legend", "Critical task"),
    [PLAN_LEGEND_SUMMARY] = NC_("legend", "Summary task"),
    [PLAN_LEGEND_MILESTONE] = NC_("legend", "Milestone"),
    [PLAN_LEGEND_GATE] = NC_("legend", "Phase gate"),
    [PLAN_LEGEND_BASELINE] = NC_("legend", "Baseline"),
    [PLAN_LEGEND_SLACK] = NC_("legend", "Total slack"),
    [PLAN_LEGEND_DEADLINE] = NC_("legend", "Deadline"),
    [PLAN_LEGEND_LINK] = NC_("legend", "Link"),
    [PLAN_LEGEND_CRITICAL_LINK] = NC_("legend", "Critical link"),
    [PLAN_LEGEND_WEEKEND] = NC_("legend", "Weekend"),
    [PLAN_LEGEND_HOLIDAY] = NC_("legend", "Holiday"),
    [PLAN_LEGEND_MAKEUP] = NC_("legend", "Make-up workday"),
  };

  if (item == PLAN_LEGEND_TODAY)
    /* Translators: in the legend; %s is a date */
    return format_dated (C_("legend", "Today, %s"), layout->today);
  if (item == PLAN_LEGEND_STATUS)
    /* Translators: in the legend; %s is a date */
    return format_dated (C_("legend", "Status date, %s"), layout->status);
  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "legend", labels[item]));
}

static void
draw_bar_swatch (const PlanPen *pen, PlanLegendItem item, const PlanChartMetrics *metrics, double x, double y, double width)
{
  PlanGanttBar bar = { .x = x, .y = y - SWATCH_BAR / 2, .width = width, .height = SWATCH_BAR };
  double half;

  bar.critical = item == PLAN_LEGEND_CRITICAL;
  bar.done = width * SWATCH_DONE;
  if (item == PLAN_LEGEND_SUMMARY)
    {
      bar.kind = PLAN_BAR_SUMMARY;
      bar.height = metrics->summary_height;
      bar.y = y - (metrics->summary_height + metrics->foot_height) / 2;
    }
  else if (item == PLAN_LEGEND_MILESTONE || item == PLAN_LEGEND_GATE)
    {
      bar.kind = item == PLAN_LEGEND_GATE ? PLAN_BAR_GATE : PLAN_BAR_MILESTONE;
      bar.complete = item == PLAN_LEGEND_GATE;
      half = item == PLAN_LEGEND_GATE ? metrics->gate_outer : metrics->milestone_half;
      bar.x = x + width / 2 - half;
      bar.y = y - half;
      bar.width = bar.height = 2 * half;
    }
  plan_pen_bar (pen, &bar, metrics);
}

static void
draw_link_swatch (const PlanPen *pen, const PlanChartMetrics *metrics, gboolean critical, double x, double y, double width)
{
  double points[][2] = {
    { x, y - SWATCH_HEIGHT / 4 }, { x + width * 0.8, y - SWATCH_HEIGHT / 4 }, { x + width * 0.8, y + SWATCH_HEIGHT / 2 },
  };
  double changed[G_N_ELEMENTS (points)][2];

  memcpy (changed, points, sizeof points);
  plan_pen_add_path (pen, metrics, changed, G_N_ELEMENTS (points), critical);
  plan_pen_stroke_path (pen, metrics, critical);
  plan_pen_add_head (pen, metrics, points, G_N_ELEMENTS (points), critical);
  cairo_fill (pen->cr);
}

static void
draw_day_swatch (const PlanPen *pen, PlanLegendItem item, double x, double y, double width)
{
  const PlanChartTheme *theme = pen->theme;
  double top = y - SWATCH_HEIGHT / 2;

  if (item == PLAN_LEGEND_WEEKEND)
    plan_pen_box (pen, x, top, width, SWATCH_HEIGHT, theme->weekend);
  else if (item == PLAN_LEGEND_HOLIDAY)
    {
      plan_pen_box (pen, x, top, width, SWATCH_HEIGHT, theme->holiday);
      plan_pen_hatch (pen, x, top, width, SWATCH_HEIGHT, HOLIDAY_PITCH, 1, theme->holiday_hatch);
    }
  else
    {
      plan_pen_box (pen, x + width / 4, top, width / 2, SWATCH_HEIGHT, theme->makeup);
      plan_pen_box (pen, x + width / 4, top, width / 2, 3, theme->makeup_ink);
      plan_pen_dots (pen, x + width / 4, top, top + SWATCH_HEIGHT, theme->makeup_ink);
      plan_pen_dots (pen, x + width * 3 / 4, top, top + SWATCH_HEIGHT, theme->makeup_ink);
    }
}

static void
draw_status_swatch (const PlanPen *pen, double x, double y)
{
  static const double dash[] = { 5, 3 };

  plan_pen_colour (pen, pen->theme->summary_done);
  cairo_set_line_width (pen->cr, plan_pen_width (pen, 1));
  cairo_set_dash (pen->cr, dash, 2, 0);
  cairo_move_to (pen->cr, x, y - SWATCH_HEIGHT / 2);
  cairo_line_to (pen->cr, x, y + SWATCH_HEIGHT / 2);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

/**
 * plan_gantt_draw_legend:
 * @x: left edge; @y: middle of the swatch, which is 18 units high
 * @width: of the swatch
 *
 * Draws the swatch of one mark, without its name.
 */
void
plan_gantt_draw_legend (cairo_t *cr, PlanLegendItem item, const PlanChartTheme *theme, const PlanChartMetrics *metrics,
                        double x, double y, double width)
{
  PlanGanttClip clip = { x, y - SWATCH_HEIGHT, width, 2 * SWATCH_HEIGHT };
  PlanPen pen;

  cairo_save (cr);
  plan_pen_init (&pen, cr, theme, &clip);
  if (item <= PLAN_LEGEND_GATE)
    draw_bar_swatch (&pen, item, metrics, x, y, width);
  else if (item == PLAN_LEGEND_BASELINE)
    plan_pen_baseline (&pen, x, y - metrics->baseline_height / 2, width, metrics->baseline_height);
  else if (item == PLAN_LEGEND_SLACK)
    {
      plan_pen_add_slack (&pen, x, x + width, y);
      plan_pen_fill (&pen, theme->slack);
    }
  else if (item == PLAN_LEGEND_DEADLINE)
    plan_pen_deadline (&pen, x + width / 2, y - 5.5, FALSE);
  else if (item == PLAN_LEGEND_LINK || item == PLAN_LEGEND_CRITICAL_LINK)
    draw_link_swatch (&pen, metrics, item == PLAN_LEGEND_CRITICAL_LINK, x, y, width);
  else if (item == PLAN_LEGEND_TODAY)
    plan_pen_upright (&pen, x + width / 2, y - SWATCH_HEIGHT / 2, y + SWATCH_HEIGHT / 2, 2, theme->today);
  else if (item == PLAN_LEGEND_STATUS)
    draw_status_swatch (&pen, x + width / 2, y);
  else
    draw_day_swatch (&pen, item, x, y, width);
  plan_pen_clear (&pen);
  cairo_restore (cr);
}

/**
 * plan_chart_draw_text:
 * @x: left edge of the place; @y: base line
 * @width: of the place, or 0 to begin at @x
 * @align: 0 left, 0.5 middle, 1 right
 *
 * Draws words with the font of charts. They are not cut off at @width.
 */
void
plan_chart_draw_text (cairo_t *cr, const char *text, double size, gboolean bold, PlanColour colour, double x, double y,
                      double width, double align)
{
  const PlanGanttClip clip = { 0, 0, 0, 0 };
  PlanPen pen;

  if (width > 0 && align > 0)
    x += (width - plan_chart_measure (text, size, bold, NULL)) * align;
  plan_pen_init (&pen, cr, plan_theme_get (PLAN_THEME_PRINT), &clip);
  plan_pen_words (&pen, text, -1, size, bold, colour, PLAN_COLOUR_NONE, x, y);
  plan_pen_clear (&pen);
}
