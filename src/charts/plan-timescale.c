/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From instants to chart units and back, and the steps of zooming. The scale is linear in clock time: one function places
 * bars, shading, grid and header, so that they can not disagree. Rounding to device pixels is left to drawing.
 */

#include "plan-timescale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Where the steps of the zoom buttons are; 36/7 is a week of 36 px. */
static const double steps[] = { 0.1, 0.25, 0.5, 1, 1.7, 3, 36 / 7.0, 6, 9, 12, 18, 24, 36, 48, 96, 192, 480 };

/**
 * plan_timescale_x:
 *
 * Returns: the place of the instant in chart units, not rounded
 */
double
plan_timescale_x (const PlanTimescale *self, PlanTicks ticks)
{
  return (double) (ticks - self->origin) * self->px_per_day / PLAN_TICKS_PER_DAY;
}

/**
 * plan_timescale_ticks:
 * @x: in chart units
 *
 * Returns: the instant that is nearest to @x, within the time that can be planned with
 */
PlanTicks
plan_timescale_ticks (const PlanTimescale *self, double x)
{
  double ticks = (double) self->origin + x * PLAN_TICKS_PER_DAY / self->px_per_day;

  return (PlanTicks) llround (CLAMP (ticks, (double) PLAN_TICKS_MIN, (double) PLAN_TICKS_MAX));
}

/**
 * plan_zoom_step:
 * @direction: 1 to see more detail, -1 to see more time
 *
 * Returns: the next step of the zoom buttons, in chart units per day
 */
double
plan_zoom_step (double px_per_day, int direction)
{
  const double slack = 1.001;   /* a step is not its own next one */

  if (direction > 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        if (steps[i] > px_per_day * slack)
          return steps[i];
      return PLAN_ZOOM_MOST;
    }
  for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
    if (steps[i - 1] * slack < px_per_day)
      return steps[i - 1];
  return PLAN_ZOOM_LEAST;
}

/**
 * plan_zoom_name:
 *
 * Returns: (transfer none): the translated name of the level: the unit of the lower tier
 */
const char *
plan_zoom_name (double px_per_day)
{
  if (px_per_day >= 96)
    return C_("time scale", "Hours");
  if (px_per_day >= 15)
    return C_("time scale", "Days");
  if (px_per_day >= 4)
    return C_("time scale", "Weeks");
  if (px_per_day >= 1.2)
    return C_("time scale", "Months");
  if (px_per_day >= 0.35)
    return C_("time scale", "Quarters");
  return C_("time scale", "Years");
}

/**
 * plan_timescale_fit:
 * @start: the instant at x = 0; @finish: the one at @width
 * @width: in chart units
 *
 * Chooses zoom and origin so that the stretch fills the width, as far as zooming goes.
 */
void
plan_timescale_fit (PlanTimescale *self, PlanTicks start, PlanTicks finish, double width)
{
  double days = MAX ((double) (finish - start) / PLAN_TICKS_PER_DAY, 1.0);

  self->origin = start;
  self->px_per_day = CLAMP (width / days, PLAN_ZOOM_LEAST, PLAN_ZOOM_MOST);
}
