/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Instants and days of the civil calendar as whole numbers. There is no time zone and no summer time here: every day
 * has 1,440 minutes, as in Microsoft Project. The day number of a date is computed by shifting the year to begin in March,
 * so that the leap day comes last (the usual arithmetic of the proleptic Gregorian calendar).
 */

#include "plan-time.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

#define DAYS_PER_ERA 146097         /* 400 years */
#define DAYS_TO_EPOCH 719468        /* from 0000-03-01 to 1970-01-01 */

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static gint64
floor_divide (gint64 value, gint64 by)
{
  return value >= 0 ? value / by : -((-value + by - 1) / by);
}

/**
 * plan_days_in_month:
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int
plan_days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 30);
  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

/**
 * plan_civil_is_valid:
 *
 * Returns: whether the date exists and can be planned with (1900 to 2199)
 */
gboolean
plan_civil_is_valid (int year, int month, int day)
{
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= plan_days_in_month (year, month);
}

/**
 * plan_day_from_civil:
 *
 * Returns: the day number of an existing date
 */
PlanDay
plan_day_from_civil (int year, int month, int day)
{
  int y = year - (month <= 2);
  int era = (int) floor_divide (y, 400);
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH;
}

/**
 * plan_day_to_civil:
 * @civil: (out): the date; its time of day is midnight
 */
void
plan_day_to_civil (PlanDay day, PlanCivil *civil)
{
  gint64 z = (gint64) day + DAYS_TO_EPOCH;
  int era = (int) floor_divide (z, DAYS_PER_ERA);
  int day_of_era = (int) (z - (gint64) era * DAYS_PER_ERA);
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month = (5 * day_of_year + 2) / 153;

  civil->day = day_of_year - (153 * month + 2) / 5 + 1;
  civil->month = month < 10 ? month + 3 : month - 9;
  civil->year = era * 400 + year_of_era + (civil->month <= 2);
  civil->hour = civil->minute = civil->second = 0;
  civil->weekday = plan_day_get_weekday (day);
}

/**
 * plan_day_get_weekday:
 *
 * Returns: the weekday, Monday first
 */
PlanWeekday
plan_day_get_weekday (PlanDay day)
{
  gint64 shifted = (gint64) day + 3;    /* 1970-01-01 was a Thursday */

  return (PlanWeekday) (shifted - floor_divide (shifted, 7) * 7);
}

/**
 * plan_ticks_from_civil:
 * @hour: 0 to 24; 24 is the end of the day
 *
 * Returns: the instant
 */
PlanTicks
plan_ticks_from_civil (int year, int month, int day, int hour, int minute)
{
  return plan_ticks_from_day (plan_day_from_civil (year, month, day),
                              hour * PLAN_TICKS_PER_HOUR + minute * PLAN_TICKS_PER_MINUTE);
}

/**
 * plan_ticks_from_day:
 * @within: ticks since the day's midnight
 *
 * Returns: the instant
 */
PlanTicks
plan_ticks_from_day (PlanDay day, PlanTicks within)
{
  return day * PLAN_TICKS_PER_DAY + within;
}

/**
 * plan_ticks_to_civil:
 * @civil: (out): date, time and weekday of the instant
 */
void
plan_ticks_to_civil (PlanTicks ticks, PlanCivil *civil)
{
  PlanTicks within = plan_ticks_get_within (ticks);

  plan_day_to_civil (plan_ticks_get_day (ticks), civil);
  civil->hour = (int) (within / PLAN_TICKS_PER_HOUR);
  civil->minute = (int) (within % PLAN_TICKS_PER_HOUR / PLAN_TICKS_PER_MINUTE);
  civil->second = (int) (within % PLAN_TICKS_PER_MINUTE * 6);
}

/**
 * plan_ticks_get_day:
 *
 * Returns: the day on which the instant lies; midnight belongs to the day that begins
 */
PlanDay
plan_ticks_get_day (PlanTicks ticks)
{
  return (PlanDay) floor_divide (ticks, PLAN_TICKS_PER_DAY);
}

/**
 * plan_ticks_get_within:
 *
 * Returns: ticks since midnight of the instant's day, 0 to 14399
 */
PlanTicks
plan_ticks_get_within (PlanTicks ticks)
{
  return ticks - plan_ticks_get_day (ticks) * PLAN_TICKS_PER_DAY;
}

/**
 * plan_ticks_is_valid:
 *
 * Returns: whether the instant can be planned with (1900 to 2199)
 */
gboolean
plan_ticks_is_valid (PlanTicks ticks)
{
  return ticks >= PLAN_TICKS_MIN && ticks <= PLAN_TICKS_MAX;
}

static gboolean
parse_digits (const char **text, int count, int *value)
{
  int n = 0;

  *value = 0;
  for (; n < count && g_ascii_isdigit (**text); n++, (*text)++)
    *value = *value * 10 + (**text - '0');
  return n == count;
}

static gboolean
parse_after (const char **text, char mark, int count, int *value)
{
  if (**text != mark)
    return FALSE;
  (*text)++;
  return parse_digits (text, count, value);
}

/* Fractions of a second and a zone at the end are read over: all times are civil. */
static gboolean
parse_clock (const char **text, int *hour, int *minute, int *second)
{
  *second = 0;
  if (!parse_digits (text, 2, hour) || !parse_after (text, ':', 2, minute))
    return FALSE;
  if (**text == ':' && !parse_after (text, ':', 2, second))
    return FALSE;
  if (**text == '.')
    for ((*text)++; g_ascii_isdigit (**text);)
      (*text)++;
  if (**text == 'Z')
    (*text)++;
  else if (**text == '+' || **text == '-')
    {
      int zone_hour, zone_minute;

      (*text)++;
      if (!parse_digits (text, 2, &zone_hour) || !parse_after (text, ':', 2, &zone_minute))
        return FALSE;
    }
  return *hour <= 24 && *minute < 60 && *second < 61 && (*hour < 24 || (*minute == 0 && *second == 0));
}

/**
 * plan_ticks_parse_iso:
 * @text: "2026-03-02T08:00:00", "2026-03-02 08:00" or "2026-03-02"
 * @ticks: (out): the instant, rounded to the nearest tick
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE for another text and %PLAN_ERROR_RANGE for a date outside 1900 to 2199
 */
gboolean
plan_ticks_parse_iso (const char *text, PlanTicks *ticks, GError **error)
{
  const char *at = text;
  int year, month, day, hour = 0, minute = 0, second = 0;
  gboolean ok = parse_digits (&at, 4, &year) && parse_after (&at, '-', 2, &month) && parse_after (&at, '-', 2, &day);

  if (ok && (*at == 'T' || *at == ' '))
    {
      at++;
      ok = parse_clock (&at, &hour, &minute, &second);
    }
  if (!ok || *at != '\0')
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
                   /* Translators: %s is a text that should have been a date */
                   _("“%s” is not a date."), text);
      return FALSE;
    }
  if (!plan_civil_is_valid (year, month, day))
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_RANGE,
                   /* Translators: %s is a date */
                   _("The date “%s” does not exist or is not between 1900 and 2199."), text);
      return FALSE;
    }
  *ticks = plan_ticks_from_civil (year, month, day, hour, minute) + (second + 3) / 6;
  return TRUE;
}

/**
 * plan_ticks_format_iso:
 *
 * Returns: (transfer full): "2026-03-02T08:00:00", the same in every language
 */
char *
plan_ticks_format_iso (PlanTicks ticks)
{
  PlanCivil civil;

  /* The end of the last day has no date of its own that could be read again. */
  if (ticks == PLAN_TICKS_MAX)
    return g_strdup ("2199-12-31T24:00:00");
  plan_ticks_to_civil (ticks, &civil);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second);
}

/**
 * plan_ticks_now:
 *
 * Returns: the present civil time of this computer's zone; never called by the schedule
 */
PlanTicks
plan_ticks_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return plan_ticks_from_civil (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now),
                                g_date_time_get_hour (now), g_date_time_get_minute (now));
}
