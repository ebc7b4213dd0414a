/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells of the two tiers of the time scale and their labels. The zoom decides the unit of each tier; a unit knows how
 * to find the beginning of its cell, the beginning of the next one, and its long and short words. Which of the words fits
 * is for the layout to say, that knows the widths.
 */

#include "plan-timescale.h"

#include "plan-text.h"

#include <glib/gi18n-lib.h>

typedef enum {
  UNIT_HOUR,
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_QUARTER,
  UNIT_YEAR,
} Unit;

/* One tier: cells of @count units; @mark as in PlanTick. */
typedef struct
{
  Unit unit;
  int count;
  int mark;
} Tier;

/* From @least chart units per day on. */
typedef struct
{
  double least;
  Tier upper;
  Tier lower;
} Level;

#define LEAST_HOUR_CELL 36.0
#define NAMED_DAY_CELL 48.0
#define DAY_CELLS 24.0

static const Level levels[] = {
  { 96, { UNIT_DAY, 1, 2 }, { UNIT_HOUR, 1, 1 } },
  { DAY_CELLS, { UNIT_WEEK, 1, 2 }, { UNIT_DAY, 1, 1 } },
  { 15, { UNIT_MONTH, 1, 2 }, { UNIT_DAY, 1, 0 } },
  { 4, { UNIT_MONTH, 1, 2 }, { UNIT_WEEK, 1, 0 } },
  { 1.2, { UNIT_QUARTER, 1, 2 }, { UNIT_MONTH, 1, 1 } },
  { 0.35, { UNIT_YEAR, 1, 2 }, { UNIT_QUARTER, 1, 0 } },
  { 0, { UNIT_YEAR, 5, 2 }, { UNIT_YEAR, 1, 0 } },
};

static const Level *
find_level (double px_per_day)
{
  guint i = 0;

  while (px_per_day < levels[i].least && i + 1 < G_N_ELEMENTS (levels))
    i++;
  return &levels[i];
}

/* Hours to a cell, so that the label of one does not touch the next. */
static int
choose_hours (double px_per_day)
{
  static const int counts[] = { 1, 2, 4, 6, 12 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (px_per_day / 24 * counts[i] >= LEAST_HOUR_CELL)
      return counts[i];
  return 12;
}

static PlanTicks
begin_of_months (const PlanCivil *civil, int months)
{
  return plan_ticks_from_civil (civil->year, (civil->month - 1) / months * months + 1, 1, 0, 0);
}

/* The beginning of the cell in which @at lies. */
static PlanTicks
begin_cell (const Tier *tier, PlanTicks at)
{
  PlanDay day = plan_ticks_get_day (at);
  PlanTicks step = tier->count * PLAN_TICKS_PER_HOUR;
  PlanCivil civil;

  plan_day_to_civil (day, &civil);
  switch (tier->unit)
    {
    case UNIT_HOUR:
      return plan_ticks_from_day (day, plan_ticks_get_within (at) / step * step);
    case UNIT_DAY:
      return plan_ticks_from_day (day, 0);
    case UNIT_WEEK:
      return plan_ticks_from_day (day - (PlanDay) civil.weekday, 0);
    case UNIT_MONTH:
      return begin_of_months (&civil, 1);
    case UNIT_QUARTER:
      return begin_of_months (&civil, 3);
    case UNIT_YEAR:
    default:
      return plan_ticks_from_civil (civil.year / tier->count * tier->count, 1, 1, 0, 0);
    }
}

static PlanTicks
add_months (PlanTicks at, int months)
{
  PlanCivil civil;
  int month;

  plan_ticks_to_civil (at, &civil);
  month = civil.month - 1 + months;
  return plan_ticks_from_civil (civil.year + month / 12, month % 12 + 1, 1, 0, 0);
}

/* The beginning of the cell after the one that begins at @begin. */
static PlanTicks
next_cell (const Tier *tier, PlanTicks begin)
{
  switch (tier->unit)
    {
    case UNIT_HOUR:
      return begin + tier->count * PLAN_TICKS_PER_HOUR;
    case UNIT_DAY:
      return begin + PLAN_TICKS_PER_DAY;
    case UNIT_WEEK:
      return begin + 7 * PLAN_TICKS_PER_DAY;
    case UNIT_MONTH:
      return add_months (begin, 1);
    case UNIT_QUARTER:
      return add_months (begin, 3);
    case UNIT_YEAR:
    default:
      return add_months (begin, 12 * tier->count);
    }
}

static void
label_quarter (PlanTick *tick, const PlanCivil *civil, gboolean upper)
{
  int quarter = (civil->month - 1) / 3 + 1;

  /* Translators: a quarter in the header of the chart, short; %d is its number, 1 to 4 */
  tick->short_label = g_strdup_printf (C_("quarter", "Q%d"), quarter);
  if (upper)
    /* Translators: a quarter in the header of the chart; %1$d is its number, %2$d the year; in Chinese "%2$d年%1$d季度" */
    tick->label = g_strdup_printf (C_("quarter", "Q%1$d %2$d"), quarter, civil->year);
  else
    /* Translators: a quarter below its year in the header of the chart; %d is its number; in Chinese "%d季度" */
    tick->label = g_strdup_printf (C_("quarter below its year", "Q%d"), quarter);
}

static void
label_year (PlanTick *tick, const PlanCivil *civil, int count, gboolean upper)
{
  if (count > 1)
    /* Translators: some years in the header of the chart, from the first to the last one */
    tick->label = g_strdup_printf (C_("years", "%d–%d"), civil->year, civil->year + count - 1);
  else
    /* Translators: a year in the header of the chart */
    tick->label = g_strdup_printf (C_("year", "%d"), civil->year);
  tick->short_label = upper ? g_strdup_printf ("%d", civil->year) : g_strdup_printf ("%02d", civil->year % 100);
}

/* Names in the lower tier: the number of the day, with its weekday where there is room. */
static void
label_day (PlanTick *tick, const PlanCivil *civil, double px_per_day)
{
  static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

  tick->short_label = g_strdup_printf ("%d", civil->day);
  if (px_per_day >= NAMED_DAY_CELL)
    /* Translators: a day in the header of the chart; %1$s is the weekday, %2$d the day of the month; in Chinese "%2$d日%1$s" */
    tick->label = g_strdup_printf (C_("day in the time scale", "%1$s %2$d"),
                                   g_dpgettext2 (GETTEXT_PACKAGE, "short weekday name", weekdays[civil->weekday]), civil->day);
  else
    /* Translators: a day of the month in the header of the chart; in Chinese "%d日" */
    tick->label = g_strdup_printf (C_("day in the time scale", "%d"), civil->day);
}

static void
label_upper (PlanTick *tick, const Tier *tier, const PlanCivil *civil)
{
  PlanDay day = plan_ticks_get_day (tick->start);

  switch (tier->unit)
    {
    case UNIT_DAY:
      tick->label = plan_date_format (tick->start, PLAN_DATE_WEEKDAY);
      tick->short_label = plan_date_format (tick->start, PLAN_DATE_MARK);
      break;
    case UNIT_WEEK:
      tick->label = plan_date_range_format (day, day + 6);
      tick->short_label = plan_date_format (tick->start, PLAN_DATE_MARK);
      break;
    case UNIT_MONTH:
      tick->label = plan_date_format (tick->start, PLAN_DATE_MONTH_YEAR);
      tick->short_label = plan_date_format (tick->start, PLAN_DATE_MONTH);
      break;
    case UNIT_QUARTER:
      label_quarter (tick, civil, TRUE);
      break;
    case UNIT_HOUR:
    case UNIT_YEAR:
    default:
      label_year (tick, civil, tier->count, TRUE);
      break;
    }
}

static void
label_lower (PlanTick *tick, const Tier *tier, const PlanCivil *civil, double px_per_day)
{
  switch (tier->unit)
    {
    case UNIT_HOUR:
      tick->label = g_strdup_printf ("%02d:00", civil->hour);
      tick->short_label = g_strdup_printf ("%d", civil->hour);
      break;
    case UNIT_MONTH:
      tick->label = plan_date_format (tick->start, PLAN_DATE_MONTH);
      tick->short_label = g_strdup_printf ("%d", civil->month);
      break;
    case UNIT_QUARTER:
      label_quarter (tick, civil, FALSE);
      break;
    case UNIT_YEAR:
      label_year (tick, civil, 1, FALSE);
      break;
    case UNIT_DAY:
    case UNIT_WEEK:
    default:
      label_day (tick, civil, tier->unit == UNIT_DAY ? px_per_day : 0);
      break;
    }
}

static void
clear_tick (gpointer data)
{
  PlanTick *tick = data;

  g_free (tick->label);
  g_free (tick->short_label);
}

static GArray *
list_cells (const PlanTimescale *self, const Tier *tier, gboolean upper, double x0, double x1)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (PlanTick));
  PlanTicks end = plan_timescale_ticks (self, x1);
  PlanTicks at = begin_cell (tier, plan_timescale_ticks (self, x0));

  g_array_set_clear_func (cells, clear_tick);
  while (at < end)
    {
      PlanTicks next = next_cell (tier, at);
      PlanTick tick = { .start = at, .mark = tier->mark, .is_day = tier->unit == UNIT_DAY && self->px_per_day >= DAY_CELLS };
      PlanCivil civil;

      plan_ticks_to_civil (at, &civil);
      tick.x = plan_timescale_x (self, at);
      tick.end = plan_timescale_x (self, next);
      if (upper)
        label_upper (&tick, tier, &civil);
      else
        label_lower (&tick, tier, &civil, self->px_per_day);
      g_array_append_val (cells, tick);
      at = next;
    }
  return cells;
}

/**
 * plan_timescale_upper:
 * @x0: left edge of what is shown, in chart units; @x1: its right edge
 *
 * Returns: (transfer full) (element-type PlanTick): the cells of the upper tier that touch the stretch, from left to right
 */
GArray *
plan_timescale_upper (const PlanTimescale *self, double x0, double x1)
{
  return list_cells (self, &find_level (self->px_per_day)->upper, TRUE, x0, x1);
}

/**
 * plan_timescale_lower:
 * @x0: left edge of what is shown, in chart units; @x1: its right edge
 *
 * Returns: (transfer full) (element-type PlanTick): the cells of the lower tier that touch the stretch, from left to right
 */
GArray *
plan_timescale_lower (const PlanTimescale *self, double x0, double x1)
{
  Tier tier = find_level (self->px_per_day)->lower;

  if (tier.unit == UNIT_HOUR)
    tier.count = choose_hours (self->px_per_day);
  return list_cells (self, &tier, FALSE, x0, x1);
}
