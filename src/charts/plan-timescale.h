/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-theme.h"
#include "plan-time.h"

#include <glib.h>

G_BEGIN_DECLS

#define PLAN_ZOOM_LEAST 0.1
#define PLAN_ZOOM_MOST  480.0

/**
 * PlanTimescale:
 * @origin: the instant at x = 0
 * @px_per_day: chart units per day
 *
 * From instants to x and back: one function for bars, shading and header.
 */
typedef struct
{
  PlanTicks origin;
  double px_per_day;
} PlanTimescale;

/**
 * PlanTick:
 * @x: left edge of the cell; @end: its right edge
 * @start: the instant at @x
 * @is_day: the cell is one day
 * @label, @short_label: texts for the cell
 * @mark: @x is also a grid line in the chart's body: 0 no, 1 grid, 2 major
 */
typedef struct
{
  double x;
  double end;
  PlanTicks start;
  char *label;
  char *short_label;
  int mark;
  gboolean is_day;
} PlanTick;

double      plan_timescale_x          (const PlanTimescale *self, PlanTicks ticks);
PlanTicks   plan_timescale_ticks      (const PlanTimescale *self, double x);
double      plan_zoom_step            (double px_per_day, int direction);
const char *plan_zoom_name            (double px_per_day);
GArray     *plan_timescale_upper      (const PlanTimescale *self, double x0, double x1);
GArray     *plan_timescale_lower      (const PlanTimescale *self, double x0, double x1);
void        plan_timescale_fit        (PlanTimescale *self, PlanTicks start, PlanTicks finish, double width);

G_END_DECLS
