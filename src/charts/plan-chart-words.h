/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-theme.h"

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlanChartWords PlanChartWords;

PlanChartWords *plan_chart_words_get     (const char *font);
gboolean        plan_chart_words_measure (PlanChartWords *self, const char *text, double size, gboolean bold, double *width);
void            plan_chart_words_add     (PlanChartWords *self, cairo_t *cr, const char *text, double size, gboolean bold,
                                          PlanColour colour, double x, double baseline);
void            plan_chart_words_flush   (PlanChartWords *self, cairo_t *cr);

G_END_DECLS
