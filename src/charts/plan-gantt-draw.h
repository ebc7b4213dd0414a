/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-layout.h"
#include "plan-theme.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * PlanGanttClip:
 *
 * The part to draw, in chart units.
 */
typedef struct
{
  double x, y, width, height;
} PlanGanttClip;

void   plan_gantt_draw_body   (cairo_t *cr, const PlanGanttLayout *layout, const PlanChartTheme *theme, const PlanGanttClip *clip);
void   plan_gantt_draw_header (cairo_t *cr, const PlanGanttLayout *layout, const PlanChartTheme *theme, const PlanGanttClip *clip);

double plan_chart_measure     (const char *text, double size, gboolean bold, gpointer data);

/* One entry of the legend: a swatch and its word; only marks that occur in the layout. */
typedef enum {
  PLAN_LEGEND_TASK,
  PLAN_LEGEND_CRITICAL,
  PLAN_LEGEND_SUMMARY,
  PLAN_LEGEND_MILESTONE,
  PLAN_LEGEND_GATE,
  PLAN_LEGEND_BASELINE,
  PLAN_LEGEND_SLACK,
  PLAN_LEGEND_DEADLINE,
  PLAN_LEGEND_LINK,
  PLAN_LEGEND_CRITICAL_LINK,
  PLAN_LEGEND_TODAY,
  PLAN_LEGEND_STATUS,
  PLAN_LEGEND_WEEKEND,
  PLAN_LEGEND_HOLIDAY,
  PLAN_LEGEND_MAKEUP,
  PLAN_N_LEGENDS
} PlanLegendItem;

guint       plan_gantt_get_legend      (const PlanGanttLayout *layout); /* bit mask of PlanLegendItem */
char       *plan_gantt_legend_label    (const PlanGanttLayout *layout, PlanLegendItem item);
void        plan_gantt_draw_legend     (cairo_t *cr, PlanLegendItem item, const PlanChartTheme *theme,
                                        const PlanChartMetrics *metrics, double x, double y, double width);
void        plan_chart_draw_text       (cairo_t *cr, const char *text, double size, gboolean bold, PlanColour colour,
                                        double x, double y, double width, double align);

G_END_DECLS
