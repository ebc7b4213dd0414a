/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-draw.h"
#include "plan-load-layout.h"

G_BEGIN_DECLS

void plan_load_draw_body   (cairo_t *cr, const PlanLoadLayout *layout, const PlanChartTheme *theme, const PlanGanttClip *clip);
void plan_load_draw_header (cairo_t *cr, const PlanLoadLayout *layout, const PlanChartTheme *theme, const PlanGanttClip *clip);
void plan_load_draw_scale  (cairo_t *cr, const PlanLoadLayout *layout, const PlanChartTheme *theme, double x, double y);
void plan_load_draw_swatch (cairo_t *cr, const PlanChartTheme *theme, guint colour, double x, double y, double size);
void plan_load_draw_capacity_swatch (cairo_t *cr, const PlanChartTheme *theme, double x, double y, double size);
void plan_load_draw_over_swatch (cairo_t *cr, const PlanChartTheme *theme, double x, double y, double size);

G_END_DECLS
