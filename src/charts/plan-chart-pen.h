/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-chart-words.h"
#include "plan-gantt-draw.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * PlanPen:
 * @snap: edges are moved to whole device pixels (on screens and images, not on paper)
 * @grid: edges lie on multiples of so many parts of a device unit; 0 where they lie anywhere
 * @x0, @y0, @x1, @y1: what is drawn; nothing far outside of it is handed to Cairo
 * @vector: the surface keeps shapes, not pixels: words must not be drawn twice, nor hatches become pictures
 * @layout: the one Pango layout of this drawing, made when the first words are drawn; @size and @bold are of its font
 * @words: where shapes are kept: words that wait for plan_pen_flush()
 *
 * What a drawing needs besides what it draws.
 */
typedef struct
{
  cairo_t *cr;
  const PlanChartTheme *theme;
  gboolean snap;
  gboolean vector;
  double grid;
  double scale_x, scale_y, move_x, move_y;
  double x0, y0, x1, y1;
  PangoLayout *layout;
  PlanChartWords *words;
  double size;
  gboolean bold;
} PlanPen;

#define PLAN_COLOUR_NONE ((PlanColour) 0xffffffff)

void         plan_pen_init        (PlanPen *pen, cairo_t *cr, const PlanChartTheme *theme, const PlanGanttClip *clip);
void         plan_pen_clear       (PlanPen *pen);
PangoLayout *plan_chart_new_text  (PangoContext *context);
void         plan_chart_set_font  (PangoLayout *layout, const char *font, double size, gboolean bold);

gboolean     plan_pen_sees        (const PlanPen *pen, double x, double end);
double       plan_pen_snap_x      (const PlanPen *pen, double x);
double       plan_pen_snap_y      (const PlanPen *pen, double y);
double       plan_pen_centre_x    (const PlanPen *pen, double x, double width);
double       plan_pen_centre_y    (const PlanPen *pen, double y, double width);
double       plan_pen_width       (const PlanPen *pen, double width);
void         plan_pen_colour      (const PlanPen *pen, PlanColour colour);
void         plan_pen_add_box     (const PlanPen *pen, double x, double y, double width, double height);
void         plan_pen_add_upright (const PlanPen *pen, double x, double y, double end, double width);
void         plan_pen_add_level   (const PlanPen *pen, double x, double end, double y, double width);
void         plan_pen_fill        (const PlanPen *pen, PlanColour colour);
void         plan_pen_rule        (const PlanPen *pen, double width, PlanColour colour);
void         plan_pen_box         (const PlanPen *pen, double x, double y, double width, double height, PlanColour colour);
void         plan_pen_upright     (const PlanPen *pen, double x, double y, double end, double width, PlanColour colour);
void         plan_pen_hatch       (const PlanPen *pen, double x, double y, double width, double height, double pitch, double line,
                                   PlanColour colour);
void         plan_pen_dots        (const PlanPen *pen, double x, double y, double end, PlanColour colour);
void         plan_pen_diamond     (const PlanPen *pen, double x, double y, double half, double stroke, PlanColour fill,
                                   PlanColour line);
void         plan_pen_flush       (const PlanPen *pen);
void         plan_pen_words       (PlanPen *pen, const char *words, int length, double size, gboolean bold, PlanColour colour,
                                   PlanColour halo, double x, double y);

/* Marks that the legend shows as well; plan-gantt-draw-marks.c. */
void         plan_pen_bar         (const PlanPen *pen, const PlanGanttBar *bar, const PlanChartMetrics *metrics);
gboolean     plan_pen_joins       (const PlanPen *pen, const PlanGanttBar *bar);
void         plan_pen_tasks       (const PlanPen *pen, const PlanGanttBar *bars, guint n_bars, const PlanChartMetrics *metrics);
void         plan_pen_outline     (const PlanPen *pen, const PlanGanttBar *bar, double width);
void         plan_pen_baseline    (const PlanPen *pen, double x, double y, double width, double height);
void         plan_pen_add_slack   (const PlanPen *pen, double x, double end, double y);
void         plan_pen_deadline    (const PlanPen *pen, double x, double y, gboolean missed);
void         plan_pen_add_path    (const PlanPen *pen, const PlanChartMetrics *metrics, double (*points)[2], guint n_points,
                                   gboolean critical);
void         plan_pen_add_head    (const PlanPen *pen, const PlanChartMetrics *metrics, double (*points)[2], guint n_points,
                                   gboolean critical);
void         plan_pen_stroke_path (const PlanPen *pen, const PlanChartMetrics *metrics, gboolean critical);

G_END_DECLS
