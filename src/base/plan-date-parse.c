/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as people type them, in English and Chinese at once: the text is cut into numbers, known words and signs, then
 * each token in turn says what it can about year, month, day, weekday or time. What was not said comes from today: a
 * date without a year is in the present year; a weekday alone is the next such day, today included. "3/4" is read in
 * the order in which the language of the messages writes it ("4 Mar": day first; "3/4" for 3月4日: month first), unless
 * one of the numbers can not be a month.
 */

#include "plan-text.h"

#include "plan-date-token.h"
#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TEXT 100
#define NOT_SET -1
#define AFTERNOON (12 * PLAN_TICKS_PER_HOUR)

typedef struct
{
  PlanDateToken tokens[PLAN_DATE_MAX_TOKENS + 1];
  int at;
  int year;
  int month;
  int day;
  int weekday;
  int week;
  int half_day;
  PlanDay base;
  PlanTicks time;
} Reader;

static gboolean
is_sign (const PlanDateToken *token, const char *signs)
{
  return token->kind == PLAN_TOKEN_SIGN && strchr (signs, token->value) != NULL;
}

static gboolean
take (Reader *self, PlanDateTokenKind kind)
{
  if (self->tokens[self->at].kind != kind)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
take_sign (Reader *self, const char *signs)
{
  if (!is_sign (&self->tokens[self->at], signs))
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
take_number (Reader *self, int *value)
{
  *value = self->tokens[self->at].value;
  return take (self, PLAN_TOKEN_NUMBER);
}

static gboolean
set_once (int *field, int value)
{
  if (*field != NOT_SET)
    return FALSE;
  *field = value;
  return TRUE;
}

static gboolean
set_year (Reader *self, const PlanDateToken *number)
{
  int year = number->value;

  if (number->n_digits == 2)
    year += year < 70 ? 2000 : 1900;
  return number->n_digits != 3 && number->n_digits != 1 && set_once (&self->year, year);
}

static gboolean
month_comes_first (void)
{
  /* Translators: how "3/4" is read when a person types it. Write "month-day" if it is 4 March (as in Chinese),
   * "day-month" if it is 3 April. */
  return strcmp (C_("order of typed dates", "day-month"), "month-day") == 0;
}

static gboolean
set_month_and_day (Reader *self, int first, int second)
{
  gboolean month_first = second > 12 || (first <= 12 && month_comes_first ());

  return set_once (&self->month, month_first ? first : second) && set_once (&self->day, month_first ? second : first);
}

/* "2026-03-04", "2026/3/4", "3/4", "3/4/2026", after the first number */
static gboolean
read_numeric_date (Reader *self, const PlanDateToken *first)
{
  int second, third;

  if (!take_sign (self, "/-.") || !take_number (self, &second))
    return FALSE;
  if (first->n_digits == 4)
    return set_year (self, first) && take_sign (self, "/-.") && take_number (self, &third) &&
           set_once (&self->month, second) && set_once (&self->day, third);
  if (take_sign (self, "/-.") && !(take_number (self, &third) && set_year (self, &self->tokens[self->at - 1])))
    return FALSE;
  return set_month_and_day (self, first->value, second);
}

/* The year behind the name of a month and a day, if there is one: "4 Mar 2026", "4-Mar-26" */
static gboolean
read_year (Reader *self)
{
  gboolean separated = take_sign (self, "-/.,");
  const PlanDateToken *number = &self->tokens[self->at];

  if (number->kind == PLAN_TOKEN_NUMBER && !is_sign (number + 1, ":") && number[1].kind != PLAN_TOKEN_HOUR_MARK &&
      number[1].kind != PLAN_TOKEN_HALF_DAY)
    {
      self->at++;
      return set_year (self, number);
    }
  return !separated || is_sign (&self->tokens[self->at - 1], ",");
}

static gboolean
set_time (Reader *self, int hour, int minute)
{
  if (self->time != PLAN_TICKS_NONE || hour > 24 || minute > 59 || (hour == 24 && minute > 0))
    return FALSE;
  self->time = hour * PLAN_TICKS_PER_HOUR + minute * PLAN_TICKS_PER_MINUTE;
  return TRUE;
}

/* "08:00", "8:00:00", after the hour */
static gboolean
read_clock (Reader *self, int hour)
{
  int minute, second;

  if (!take_sign (self, ":") || !take_number (self, &minute))
    return FALSE;
  if (take_sign (self, ":") && (!take_number (self, &second) || second > 59))
    return FALSE;
  return set_time (self, hour, minute);
}

/* "8点", "8点半", "8点30分", after the hour */
static gboolean
read_han_clock (Reader *self, int hour)
{
  int minute = 0;

  take (self, PLAN_TOKEN_HOUR_MARK);
  if (take (self, PLAN_TOKEN_HALF_HOUR))
    minute = 30;
  else if (take_number (self, &minute))
    take (self, PLAN_TOKEN_MINUTE_MARK);
  else
    minute = 0;
  return set_time (self, hour, minute);
}

static gboolean
read_from_number (Reader *self)
{
  const PlanDateToken *number = &self->tokens[self->at++];

  switch (self->tokens[self->at].kind)
    {
    case PLAN_TOKEN_YEAR_MARK:
      self->at++;
      return set_year (self, number);
    case PLAN_TOKEN_MONTH_MARK:
      self->at++;
      return set_once (&self->month, number->value);
    case PLAN_TOKEN_DAY_MARK:
      self->at++;
      return set_once (&self->day, number->value);
    case PLAN_TOKEN_HOUR_MARK:
      return read_han_clock (self, number->value);
    case PLAN_TOKEN_HALF_DAY:
      return set_time (self, number->value, 0);
    default:
      break;
    }
  if (is_sign (&self->tokens[self->at], ":"))
    return read_clock (self, number->value);
  if (self->month != NOT_SET && self->day == NOT_SET && number->n_digits <= 2) /* "3月4", "Mar 4 2026" */
    return set_once (&self->day, number->value) && (self->year != NOT_SET || read_year (self));
  if (self->tokens[self->at].kind == PLAN_TOKEN_MONTH ||
      (is_sign (&self->tokens[self->at], "-") && self->tokens[self->at + 1].kind == PLAN_TOKEN_MONTH))
    {
      take_sign (self, "-");
      return set_once (&self->day, number->value) && set_once (&self->month, self->tokens[self->at++].value) && read_year (self);
    }
  return read_numeric_date (self, number);
}

static PlanDay
add_months (PlanDay day, int months)
{
  PlanCivil civil;
  int month;

  plan_day_to_civil (day, &civil);
  month = civil.year * 12 + civil.month - 1 + months;
  civil.year = month / 12;
  civil.month = month % 12 + 1;
  return plan_day_from_civil (civil.year, civil.month, MIN (civil.day, plan_days_in_month (civil.year, civil.month)));
}

/* "+5d", "-2周", "+1个月": from today, by the calendar */
static gboolean
read_offset (Reader *self, PlanDay today)
{
  int sign = self->tokens[self->at++].value == '-' ? -1 : 1, count;

  if (!take_number (self, &count) || self->base != PLAN_DAY_NONE)
    return FALSE;
  if (count > 300 * 366)
    count = 300 * 366;
  if (take (self, PLAN_TOKEN_MONTH_MARK))
    self->base = add_months (today, sign * MIN (count, 300 * 12));
  else if (take (self, PLAN_TOKEN_WEEK_MARK))
    self->base = today + sign * 7 * count;
  else
    {
      take (self, PLAN_TOKEN_DAY_MARK);
      self->base = today + sign * count;
    }
  return TRUE;
}

static gboolean
read_part (Reader *self, PlanDay today)
{
  const PlanDateToken *token = &self->tokens[self->at];

  if (token->kind == PLAN_TOKEN_NUMBER)
    return read_from_number (self);
  if (self->at == 0 && is_sign (token, "+-"))
    return read_offset (self, today);
  self->at++;
  switch (token->kind)
    {
    case PLAN_TOKEN_WEEKDAY:
      return set_once (&self->weekday, token->value);
    case PLAN_TOKEN_MONTH:
      return set_once (&self->month, token->value);
    case PLAN_TOKEN_WEEK:
      return set_once (&self->week, token->value);
    case PLAN_TOKEN_HALF_DAY:
      return set_once (&self->half_day, token->value);
    case PLAN_TOKEN_RELATIVE:
      if (self->base != PLAN_DAY_NONE)
        return FALSE;
      self->base = today + token->value;
      return TRUE;
    case PLAN_TOKEN_T:
      return self->tokens[self->at].kind == PLAN_TOKEN_NUMBER && self->day != NOT_SET;
    default:
      return is_sign (token, ",");
    }
}

/* Puts the parts together. The weekday beside a date is not compared with it. */
static gboolean
get_day (const Reader *self, PlanDay today, PlanDay *day, gboolean *exists)
{
  gboolean civil = self->month != NOT_SET && self->day != NOT_SET;
  gboolean any = self->year != NOT_SET || self->month != NOT_SET || self->day != NOT_SET;
  PlanCivil now;

  *exists = TRUE;
  if (any != civil || (civil && self->base != PLAN_DAY_NONE) || (self->week != NOT_SET && (any || self->weekday == NOT_SET)))
    return FALSE;
  plan_day_to_civil (today, &now);
  if (civil)
    {
      int year = self->year != NOT_SET ? self->year : now.year;

      *exists = plan_civil_is_valid (year, self->month, self->day);
      *day = *exists ? plan_day_from_civil (year, self->month, self->day) : today;
    }
  else if (self->base != PLAN_DAY_NONE)
    *day = self->base;
  else if (self->week != NOT_SET)
    *day = today - (PlanDay) now.weekday + 7 * self->week + self->weekday;
  else if (self->weekday != NOT_SET)
    *day = today + (self->weekday - (int) now.weekday + 7) % 7;
  else
    return FALSE;
  return TRUE;
}

/* The twelve hours of a half day begin at 12: 12 am is midnight. */
static gboolean
apply_half_day (Reader *self)
{
  if (self->half_day == NOT_SET)
    return TRUE;
  if (self->time == PLAN_TICKS_NONE)
    return FALSE;
  if (self->half_day == 1 && self->time < AFTERNOON)
    self->time += AFTERNOON;
  else if (self->half_day == 0 && self->time >= AFTERNOON && self->time < AFTERNOON + PLAN_TICKS_PER_HOUR)
    self->time -= AFTERNOON;
  return TRUE;
}

/**
 * plan_date_parse:
 * @text: "2026-03-04", "4 Mar", "3/4", "3月4日 08:00", "tomorrow", "+5d" (calendar days), "下周五"
 * @now: the present instant, from which the rest of an incomplete date is taken
 * @time_of_day: ticks since midnight for a text without a time
 * @ticks: (out): only set on success
 *
 * A date without a year is in the year of @now. A weekday is the next one, today included; with "next" or "下" it is the
 * one in the week (from Monday) after this. "3/4" is 3 April or 4 March as the language of the messages has it.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when the text is no date, with %PLAN_ERROR_RANGE when the date does not exist or
 *   is not between 1900 and 2199
 */
gboolean
plan_date_parse (const char *text, PlanTicks now, PlanTicks time_of_day, PlanTicks *ticks, GError **error)
{
  g_autofree char *clean = plan_text_clean (text, MAX_TEXT);
  PlanDay today = plan_ticks_get_day (now), day = PLAN_DAY_NONE;
  gboolean exists = TRUE;
  Reader reader = { .year = NOT_SET, .month = NOT_SET, .day = NOT_SET, .weekday = NOT_SET, .week = NOT_SET,
                    .half_day = NOT_SET, .base = PLAN_DAY_NONE, .time = PLAN_TICKS_NONE };
  gboolean ok = clean != NULL && plan_date_cut_tokens (clean, reader.tokens);

  while (ok && reader.tokens[reader.at].kind != PLAN_TOKEN_END)
    ok = read_part (&reader, today);
  if (!ok || !get_day (&reader, today, &day, &exists) || !apply_half_day (&reader))
    return plan_text_fail (error, PLAN_ERROR_PARSE,
                           /* Translators: %s is what was typed; give examples that are usual in your language */
                           _("“%s” is not a date. Write it like 4 Mar, 2026-03-04, tomorrow or +5d."), text);
  if (!exists || day < PLAN_DAY_MIN || day > PLAN_DAY_MAX)
    return plan_text_fail (error, PLAN_ERROR_RANGE,
                           /* Translators: %s is what was typed */
                           _("The date “%s” does not exist or is not between 1900 and 2199."), text);
  *ticks = plan_ticks_from_day (day, reader.time != PLAN_TICKS_NONE ? reader.time : time_of_day);
  return TRUE;
}
