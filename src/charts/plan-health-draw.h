/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-health.h"
#include "plan-theme.h"

#include <cairo.h>

G_BEGIN_DECLS

/* The side of the square in which the shape of a health stands, in chart units. */
#define PLAN_HEALTH_SIZE 12

PlanColour plan_health_get_shape_colour (PlanHealth health, const PlanChartTheme *theme);
PlanColour plan_health_get_text_colour  (PlanHealth health, const PlanChartTheme *theme);
void       plan_health_draw             (cairo_t *cr, PlanHealth health, const PlanChartTheme *theme, double x, double y, double size);

G_END_DECLS
