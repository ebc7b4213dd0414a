/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-chart-pen.h"

G_BEGIN_DECLS

#define PLAN_N_SERIES 8

void plan_chart_series_get_colours (const PlanChartTheme *theme, guint series, PlanColour *fill, PlanColour *line);
void plan_chart_series_box         (const PlanPen *pen, guint series, double x, double y, double width, double height);

G_END_DECLS
