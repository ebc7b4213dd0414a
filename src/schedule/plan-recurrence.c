/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days on which an exception of a calendar falls. The rules where they are not obvious are those of Microsoft
 * Project: weeks begin on Sunday for "every n weeks" and are counted from the week of the first day; a day of the month
 * that a month does not have is its last day; months are counted from the first one with a day not before the start.
 */

#include "plan-recurrence.h"

#include "plan-time.h"

#define POSITION_LAST 5

/* What is left to give out: days up to a last one, or a number of them. */
typedef struct
{
  GArray *ranges;
  PlanDay first;
  PlanDay last;
  gint32 n_left;
} Output;

/* FALSE when there is no more to give. */
static gboolean
give (Output *output, PlanDay day)
{
  PlanDayRange range = { day, day };

  if (output->n_left == 0 || day > output->last)
    return FALSE;
  if (day < output->first)
    return TRUE;
  if (output->n_left > 0)
    output->n_left--;
  g_array_append_val (output->ranges, range);
  return TRUE;
}

static void
expand_daily (const PlanException *exception, Output *output)
{
  for (PlanDay day = exception->start; give (output, day); day += MAX (exception->period, 1))
    ;
}

static void
expand_weekly (const PlanException *exception, Output *output)
{
  PlanWeekday weekday = plan_day_get_weekday (exception->start);
  PlanDay sunday = exception->start - (weekday + 1) % 7;
  gint32 weekdays = (exception->weekdays & 127) != 0 ? exception->weekdays : 1 << weekday;

  for (gboolean more = TRUE; more; sunday += 7 * MAX (exception->period, 1))
    for (int i = 0; i < 7 && more; i++)
      if ((weekdays >> (i + 6) % 7) & 1)
        more = give (output, sunday + i);
}

static gboolean
is_item (PlanDay day, gint32 item)
{
  PlanWeekday weekday = plan_day_get_weekday (day);

  switch (item)
    {
    case 7:
      return TRUE;
    case 8:
      return weekday < PLAN_SATURDAY;
    case 9:
      return weekday >= PLAN_SATURDAY;
    default:
      return weekday == (PlanWeekday) item;
    }
}

/* "The third Friday", "the last weekday" of a month. */
static PlanDay
find_position (int year, int month, gint32 position, gint32 item)
{
  PlanDay first = plan_day_from_civil (year, month, 1), last = first + plan_days_in_month (year, month) - 1;

  if (position >= POSITION_LAST)
    {
      while (!is_item (last, item))
        last--;
      return last;
    }
  for (PlanDay day = first;; day++)
    if (is_item (day, item) && --position <= 0)
      return day;
}

static PlanDay
find_in_month (const PlanException *exception, int year, int month, gboolean by_position)
{
  if (by_position)
    return find_position (year, month, exception->position, exception->position_item);
  return plan_day_from_civil (year, month, CLAMP (exception->month_day, 1, plan_days_in_month (year, month)));
}

/* Every @step months from the first month, or first year in that month, with a day not before the start. */
static void
expand_months (const PlanException *exception, Output *output, int month, int step, gboolean by_position)
{
  PlanCivil civil;
  int number;

  plan_day_to_civil (exception->start, &civil);
  number = civil.year * 12 + (month > 0 ? month : civil.month) - 1;
  if (find_in_month (exception, number / 12, number % 12 + 1, by_position) < exception->start)
    number += month > 0 ? 12 : 1;
  while (number / 12 <= 2200 && give (output, find_in_month (exception, number / 12, number % 12 + 1, by_position)))
    number += step;
}

static PlanPrecedence
expand_recurring (const PlanException *exception, Output *output)
{
  switch (exception->recurrence)
    {
    case PLAN_RECURRENCE_WEEKLY:
      expand_weekly (exception, output);
      return PLAN_PRECEDENCE_WEEKLY;
    case PLAN_RECURRENCE_MONTHLY_DAY:
    case PLAN_RECURRENCE_MONTHLY_POSITION:
      expand_months (exception, output, 0, MAX (exception->period, 1),
                     exception->recurrence == PLAN_RECURRENCE_MONTHLY_POSITION);
      return PLAN_PRECEDENCE_MONTHLY;
    case PLAN_RECURRENCE_YEARLY_DAY:
    case PLAN_RECURRENCE_YEARLY_POSITION:
      expand_months (exception, output, CLAMP (exception->month, 1, 12), 12,
                     exception->recurrence == PLAN_RECURRENCE_YEARLY_POSITION);
      return PLAN_PRECEDENCE_YEARLY;
    default:
      expand_daily (exception, output);
      return PLAN_PRECEDENCE_DAILY;
    }
}

/* A range, or each day as often as said. */
static gboolean
get_range (const PlanException *exception, PlanDayRange *range)
{
  gboolean daily = exception->recurrence == PLAN_RECURRENCE_DAILY && exception->period <= 1;

  if (exception->recurrence != PLAN_RECURRENCE_RANGE && !daily)
    return FALSE;
  *range = (PlanDayRange) { exception->start, exception->start };
  if (daily && exception->occurrences > 0)
    range->last = exception->start + exception->occurrences - 1;
  else if (exception->finish != PLAN_DAY_NONE)
    range->last = exception->finish;
  range->first = MAX (range->first, PLAN_DAY_MIN);
  range->last = MIN (range->last, PLAN_DAY_MAX);
  return TRUE;
}

/**
 * plan_recurrence_expand:
 * @ranges: an array of #PlanDayRange to which the days of the exception are appended
 *
 * Returns: how strong the exception is against others of the same calendar
 */
PlanPrecedence
plan_recurrence_expand (const PlanException *exception, GArray *ranges)
{
  Output output = { ranges, exception->start, PLAN_DAY_MAX, -1 };
  PlanPrecedence precedence;
  PlanDayRange range;
  guint n_before = ranges->len;

  if (exception->start < PLAN_DAY_MIN || exception->start > PLAN_DAY_MAX)
    return PLAN_PRECEDENCE_ONCE;
  if (get_range (exception, &range))
    {
      if (range.first <= range.last)
        g_array_append_val (ranges, range);
      return PLAN_PRECEDENCE_ONCE;
    }
  if (exception->occurrences > 0)
    output.n_left = exception->occurrences;
  else if (exception->finish != PLAN_DAY_NONE)
    output.last = MIN (exception->finish, PLAN_DAY_MAX);
  precedence = expand_recurring (exception, &output);
  return ranges->len - n_before == 1 ? PLAN_PRECEDENCE_ONCE : precedence;
}
