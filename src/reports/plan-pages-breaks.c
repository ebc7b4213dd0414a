/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where pages break: in time at Mondays, with coarse scales at the ticks of the lower tier (months, quarters, years), and
 * between rows. Pure arithmetic without a page, so that it can be tested with thousands of plans.
 */

#include "plan-pages-breaks.h"

#include "plan-timescale.h"

#include <math.h>

typedef enum {
  BREAK_HOUR,
  BREAK_DAY,
  BREAK_WEEK,
  BREAK_MONTH,
  BREAK_QUARTER,
  BREAK_YEAR,
} BreakUnit;

/* From this scale on a week is too wide to be left empty at the end of a page. */
#define PX_PER_DAY_OF_DAYS  34
#define PX_PER_DAY_OF_HOURS 200

static BreakUnit
get_unit (double px_per_day)
{
  if (px_per_day >= PX_PER_DAY_OF_HOURS)
    return BREAK_HOUR;
  if (px_per_day >= PX_PER_DAY_OF_DAYS)
    return BREAK_DAY;
  if (px_per_day >= 4)
    return BREAK_WEEK;
  if (px_per_day >= 1.2)
    return BREAK_MONTH;
  return px_per_day >= 0.35 ? BREAK_QUARTER : BREAK_YEAR;
}

static PlanTicks
floor_to_unit (PlanTicks at, BreakUnit unit)
{
  PlanDay day = plan_ticks_get_day (at);
  PlanCivil civil;

  plan_day_to_civil (day, &civil);
  switch (unit)
    {
    case BREAK_HOUR:
      return at - plan_ticks_get_within (at) % PLAN_TICKS_PER_HOUR;
    case BREAK_DAY:
      return plan_ticks_from_day (day, 0);
    case BREAK_WEEK:
      return plan_ticks_from_day (day - (PlanDay) civil.weekday, 0);
    case BREAK_MONTH:
      return plan_ticks_from_civil (civil.year, civil.month, 1, 0, 0);
    case BREAK_QUARTER:
      return plan_ticks_from_civil (civil.year, (civil.month - 1) / 3 * 3 + 1, 1, 0, 0);
    case BREAK_YEAR:
    default:
      return plan_ticks_from_civil (civil.year, 1, 1, 0, 0);
    }
}

/**
 * plan_time_break_before:
 *
 * Returns: the last instant not after @at where a page may begin at this scale
 */
PlanTicks
plan_time_break_before (PlanTicks at, double px_per_day)
{
  return floor_to_unit (at, get_unit (px_per_day));
}

/**
 * plan_time_start_before:
 *
 * Returns: the instant not after @at where a chart may begin at this scale: as plan_time_break_before(), but months begin
 *   with any week, for which there is more often room
 */
PlanTicks
plan_time_start_before (PlanTicks at, double px_per_day)
{
  BreakUnit unit = get_unit (px_per_day);

  return floor_to_unit (at, unit == BREAK_MONTH ? BREAK_WEEK : unit);
}

/* The end of a page that begins at @start and has room up to @most; a smaller unit where not even one fits. */
static PlanTicks
break_page (PlanTicks start, PlanTicks most, double px_per_day)
{
  for (int unit = (int) get_unit (px_per_day); unit >= BREAK_HOUR; unit--)
    {
      PlanTicks at = floor_to_unit (most, (BreakUnit) unit);

      if (at > start)
        return at;
    }
  return MAX (most, start + 1);
}

static PlanTicks
get_reach (double width, double px_per_day)
{
  return (PlanTicks) floor (width / px_per_day * PLAN_TICKS_PER_DAY);
}

/**
 * plan_time_breaks_new:
 * @first_width: room for the chart on the first page, in chart units; @next_width: on the others
 *
 * Returns: (transfer full) (element-type PlanTimeBreak): the stretches, which cover @start to @finish without gap or overlap
 */
GArray *
plan_time_breaks_new (PlanTicks start, PlanTicks finish, double px_per_day, double first_width, double next_width)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (PlanTimeBreak));

  for (PlanTicks at = start; breaks->len == 0 || at < finish;)
    {
      PlanTicks most = at + get_reach (breaks->len == 0 ? first_width : next_width, px_per_day);
      PlanTimeBreak item = { at, most >= finish ? finish : break_page (at, most, px_per_day) };

      g_array_append_val (breaks, item);
      at = item.finish;
    }
  return breaks;
}

static guint
count_breaks (PlanTicks start, PlanTicks finish, double margin, double px_per_day, double first_width, double next_width)
{
  g_autoptr (GArray) breaks =
    plan_time_breaks_new (start, finish + get_reach (margin, px_per_day), px_per_day, first_width, next_width);

  return breaks->len;
}

/**
 * plan_time_breaks_zoom:
 * @margin: room after @finish for the labels, in chart units
 * @n_pages: pages across
 *
 * Returns: the largest scale, in chart units a day, with which the time fits into @n_pages; the least that can be read when
 *   none does
 */
double
plan_time_breaks_zoom (PlanTicks start, PlanTicks finish, double margin, double first_width, double next_width, guint n_pages)
{
  double low = PLAN_ZOOM_LEAST, high = PLAN_ZOOM_MOST;

  if (count_breaks (start, finish, margin, high, first_width, next_width) <= n_pages)
    return high;
  for (int i = 0; i < 30; i++)
    {
      double middle = sqrt (low * high);

      if (count_breaks (start, finish, margin, middle, first_width, next_width) <= n_pages)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * plan_row_breaks_next:
 * @n_rows: rows that are left
 * @full: rows that a page holds; @last: rows that the last page holds beside legend and title block
 *
 * Returns: the rows of the next page. When the rest would fill a page but leave no room for the legend, it is halved, so
 *   that no page holds the legend alone; and the last page is filled to a third at least.
 */
guint
plan_row_breaks_next (guint n_rows, guint full, guint last)
{
  guint end = last == 0 ? full : last;
  guint least = (end + 2) / 3;

  g_return_val_if_fail (full > 0, n_rows);
  if (n_rows <= end)
    return n_rows;
  if (n_rows <= full)
    return MAX (n_rows - last, (n_rows + 1) / 2);
  return n_rows - full < least ? MIN (full, n_rows - least) : full;
}

/**
 * plan_row_breaks_count:
 *
 * Returns: the number of pages that @n_rows rows need, at least 1
 */
guint
plan_row_breaks_count (guint n_rows, guint full, guint last)
{
  guint n = 1;

  for (; n_rows > (last == 0 ? full : last); n++)
    n_rows -= plan_row_breaks_next (n_rows, full, last);
  return n;
}
