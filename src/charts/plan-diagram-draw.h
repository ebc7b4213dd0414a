/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-draw.h"
#include "plan-diagram-layout.h"

G_BEGIN_DECLS

void plan_diagram_draw      (cairo_t *cr, const PlanDiagramLayout *layout, const PlanChartTheme *theme,
                             const PlanGanttClip *clip);
void plan_diagram_draw_band (cairo_t *cr, const PlanChartTheme *theme, double x0, double y0, double x1, double y1,
                             gboolean allowed);

G_END_DECLS
