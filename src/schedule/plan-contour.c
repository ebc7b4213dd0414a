/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work contours: the duration of an assignment is cut into ten equal parts, and in each a fixed share of its units works.
 * The shares are those of Microsoft Project; they were compared with what it spread over time itself. Work, duration and
 * units follow from one another by the sum of the ten.
 */

#include "plan-contour.h"

#define N_PARTS 10
#define FLAT_SUM (N_PARTS * 100)

static const guint8 shares[][N_PARTS] = {
  [PLAN_CONTOUR_FLAT] = { 100, 100, 100, 100, 100, 100, 100, 100, 100, 100 },
  [PLAN_CONTOUR_BACK_LOADED] = { 10, 15, 25, 50, 50, 75, 75, 100, 100, 100 },
  [PLAN_CONTOUR_FRONT_LOADED] = { 100, 100, 100, 75, 75, 50, 50, 25, 15, 10 },
  [PLAN_CONTOUR_DOUBLE_PEAK] = { 25, 50, 100, 50, 25, 25, 50, 100, 50, 25 },
  [PLAN_CONTOUR_EARLY_PEAK] = { 25, 50, 100, 100, 75, 50, 50, 25, 15, 10 },
  [PLAN_CONTOUR_LATE_PEAK] = { 10, 15, 25, 50, 50, 75, 100, 100, 50, 25 },
  [PLAN_CONTOUR_BELL] = { 10, 20, 40, 80, 100, 100, 80, 40, 20, 10 },
  [PLAN_CONTOUR_TURTLE] = { 25, 50, 75, 100, 100, 100, 100, 75, 50, 25 },
};

static const guint8 *
get_shares (PlanContour contour)
{
  return shares[contour < G_N_ELEMENTS (shares) ? contour : PLAN_CONTOUR_FLAT];
}

static gint64
get_sum (PlanContour contour)
{
  const guint8 *parts = get_shares (contour);
  gint64 sum = 0;

  for (guint i = 0; i < N_PARTS; i++)
    sum += parts[i];
  return sum;
}

/**
 * plan_contour_get_duration:
 * @work: ticks
 * @units: at the peak, hundredths of a percent
 *
 * Returns: the working ticks that the work takes, to the nearest one; 0 without work or units
 */
PlanTicks
plan_contour_get_duration (PlanContour contour, PlanTicks work, PlanPercent units)
{
  if (work <= 0 || units <= 0)
    return 0;
  return plan_multiply_divide (work, PLAN_PERCENT_HUNDRED * FLAT_SUM, units * get_sum (contour));
}

/**
 * plan_contour_get_work:
 * @duration: working ticks
 * @units: at the peak, hundredths of a percent
 *
 * Returns: the work that is done in the duration, ticks
 */
PlanTicks
plan_contour_get_work (PlanContour contour, PlanTicks duration, PlanPercent units)
{
  return plan_multiply_divide (duration, units * get_sum (contour), PLAN_PERCENT_HUNDRED * FLAT_SUM);
}

/**
 * plan_contour_get_units:
 * @duration: working ticks
 * @work: ticks
 *
 * Returns: the units at the peak by which the work is done in the duration, hundredths of a percent; 0 without duration
 */
PlanPercent
plan_contour_get_units (PlanContour contour, PlanTicks duration, PlanTicks work)
{
  return duration > 0 ? plan_multiply_divide (work, PLAN_PERCENT_HUNDRED * FLAT_SUM, duration * get_sum (contour)) : 0;
}

/**
 * plan_contour_get_done:
 * @duration: working ticks of the whole
 * @work: ticks of the whole
 * @within: working ticks since the start
 *
 * Returns: the work that is done by then, ticks
 */
PlanTicks
plan_contour_get_done (PlanContour contour, PlanTicks duration, PlanTicks work, PlanTicks within)
{
  const guint8 *parts = get_shares (contour);
  gint64 sum = 0, rest;
  guint part;

  if (within <= 0 || duration <= 0)
    return 0;
  if (within >= duration)
    return work;
  part = (guint) (within * N_PARTS / duration);
  rest = within * N_PARTS - part * duration; /* of the part that is under way, in tenths of a part */
  for (guint i = 0; i < part; i++)
    sum += parts[i];
  return plan_multiply_divide (work, sum * duration + parts[part] * rest, duration * get_sum (contour));
}

/**
 * plan_contour_get_within:
 * @duration: working ticks of the whole
 * @work: ticks of the whole
 * @done: ticks of the work that are done
 *
 * Returns: the working ticks since the start after which that much is done, to the nearest one
 */
PlanTicks
plan_contour_get_within (PlanContour contour, PlanTicks duration, PlanTicks work, PlanTicks done)
{
  const guint8 *parts = get_shares (contour);
  gint64 sum = get_sum (contour);
  PlanTicks before = 0;

  if (done <= 0 || work <= 0)
    return 0;
  for (guint i = 0; i < N_PARTS; i++)
    {
      PlanTicks part = plan_multiply_divide (work, parts[i], sum);

      if (done <= before + part && part > 0)
        return plan_multiply_divide (duration, i, N_PARTS) +
               plan_multiply_divide (plan_multiply_divide (duration, 1, N_PARTS), done - before, part);
      before += part;
    }
  return duration;
}
