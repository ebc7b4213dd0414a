/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates for people. The order of day, month and year is a translated pattern with named pieces, and the names of months
 * and weekdays are translated strings, so that dates follow the language of the messages and not the computer's locale.
 */

#include "plan-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const short_months[] = {
  NC_("short month name", "Jan"), NC_("short month name", "Feb"), NC_("short month name", "Mar"),
  NC_("short month name", "Apr"), NC_("short month name", "May"), NC_("short month name", "Jun"),
  NC_("short month name", "Jul"), NC_("short month name", "Aug"), NC_("short month name", "Sep"),
  NC_("short month name", "Oct"), NC_("short month name", "Nov"), NC_("short month name", "Dec"),
};

static const char *const full_months[] = {
  NC_("full month name", "January"), NC_("full month name", "February"), NC_("full month name", "March"),
  NC_("full month name", "April"), NC_("full month name", "May"), NC_("full month name", "June"),
  NC_("full month name", "July"), NC_("full month name", "August"), NC_("full month name", "September"),
  NC_("full month name", "October"), NC_("full month name", "November"), NC_("full month name", "December"),
};

static const char *const weekdays[] = {
  NC_("short weekday name", "Mon"), NC_("short weekday name", "Tue"), NC_("short weekday name", "Wed"),
  NC_("short weekday name", "Thu"), NC_("short weekday name", "Fri"), NC_("short weekday name", "Sat"),
  NC_("short weekday name", "Sun"),
};

static const char *const patterns[] = {
  /* Translators: a date in a narrow column of a table; in Chinese "{month-number}/{day}". Pieces in braces are replaced:
   * {day} 4, {month} Mar, {full-month} March, {month-number} 3, {year} 2026, {weekday} Wed, {time} 08:00. You may leave
   * pieces out, put them in another order and write words between them. */
  [PLAN_DATE_DAY] = NC_("date in a table", "{day} {month}"),
  /* Translators: a date; in Chinese "{year}年{month-number}月{day}日". The pieces are those of "date in a table". */
  [PLAN_DATE_DAY_YEAR] = NC_("date", "{day} {month} {year}"),
  [PLAN_DATE_WEEKDAY] = NC_("date", "{weekday} {day} {month}"),
  [PLAN_DATE_LONG] = NC_("date", "{weekday} {day} {month} {year}"),
  [PLAN_DATE_TIME] = NC_("date", "{day} {month} {year} {time}"),
  /* Translators: a month on the time scale of a chart; in Chinese "{month-number}月" */
  [PLAN_DATE_MONTH] = NC_("month", "{month}"),
  [PLAN_DATE_MONTH_YEAR] = NC_("month", "{full-month} {year}"),
  /* Translators: a date in running text; in Chinese "{month-number}月{day}日" */
  [PLAN_DATE_MARK] = NC_("date in a text", "{day} {month}"),
};

static const char *const contexts[] = {
  [PLAN_DATE_DAY] = "date in a table",
  [PLAN_DATE_DAY_YEAR] = "date",
  [PLAN_DATE_WEEKDAY] = "date",
  [PLAN_DATE_LONG] = "date",
  [PLAN_DATE_TIME] = "date",
  [PLAN_DATE_MONTH] = "month",
  [PLAN_DATE_MONTH_YEAR] = "month",
  [PLAN_DATE_MARK] = "date in a text",
};

/* Returns FALSE for a piece that is not known, which is then shown as it is. */
static gboolean
append_piece (GString *text, const char *name, const PlanCivil *civil)
{
  if (strcmp (name, "day") == 0)
    g_string_append_printf (text, "%d", civil->day);
  else if (strcmp (name, "month") == 0)
    g_string_append (text, g_dpgettext2 (GETTEXT_PACKAGE, "short month name", short_months[civil->month - 1]));
  else if (strcmp (name, "full-month") == 0)
    g_string_append (text, g_dpgettext2 (GETTEXT_PACKAGE, "full month name", full_months[civil->month - 1]));
  else if (strcmp (name, "month-number") == 0)
    g_string_append_printf (text, "%d", civil->month);
  else if (strcmp (name, "year") == 0)
    g_string_append_printf (text, "%d", civil->year);
  else if (strcmp (name, "weekday") == 0)
    g_string_append (text, g_dpgettext2 (GETTEXT_PACKAGE, "short weekday name", weekdays[civil->weekday]));
  else if (strcmp (name, "time") == 0)
    g_string_append_printf (text, "%02d:%02d", civil->hour, civil->minute);
  else
    return FALSE;
  return TRUE;
}

/* Pieces whose name begins with "last-" are those of @last. */
static char *
fill_pattern (const char *pattern, const PlanCivil *first, const PlanCivil *last)
{
  GString *text = g_string_new (NULL);

  while (*pattern != '\0')
    {
      const char *end = *pattern == '{' ? strchr (pattern, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (pattern + 1, (gsize) (end - pattern - 1)) : NULL;
      gboolean is_last = name != NULL && g_str_has_prefix (name, "last-");

      if (name != NULL && append_piece (text, is_last ? name + strlen ("last-") : name, is_last ? last : first))
        pattern = end + 1;
      else
        g_string_append_c (text, *pattern++);
    }
  return g_string_free (text, FALSE);
}

/**
 * plan_date_format:
 * @ticks: an instant, or %PLAN_TICKS_NONE
 *
 * Returns: (transfer full): the date for people in the language of the messages; empty for an instant that is not set
 */
char *
plan_date_format (PlanTicks ticks, PlanDateStyle style)
{
  PlanCivil civil;

  if (!plan_ticks_is_valid (ticks))
    return g_strdup ("");
  plan_ticks_to_civil (ticks, &civil);
  return fill_pattern (g_dpgettext2 (GETTEXT_PACKAGE, contexts[style], patterns[style]), &civil, &civil);
}

/**
 * plan_date_range_format:
 * @last: the last day of the range, which belongs to it
 *
 * Returns: (transfer full): the range for people, no longer than needed: "9–15 March 2026", "27 Feb – 3 Mar 2026"
 */
char *
plan_date_range_format (PlanDay first, PlanDay last)
{
  PlanCivil from, to;
  const char *pattern;

  if (first >= last)
    return plan_date_format (plan_ticks_from_day (first, 0), PLAN_DATE_DAY_YEAR);
  plan_day_to_civil (first, &from);
  plan_day_to_civil (last, &to);
  if (from.year != to.year)
    /* Translators: from the first to the last day; in Chinese
     * "{year}年{month-number}月{day}日–{last-year}年{last-month-number}月{last-day}日" */
    pattern = C_("range of dates", "{day} {month} {year} – {last-day} {last-month} {last-year}");
  else if (from.month != to.month)
    /* Translators: both days are in the same year */
    pattern = C_("range of dates", "{day} {month} – {last-day} {last-month} {year}");
  else
    /* Translators: both days are in the same month */
    pattern = C_("range of dates", "{day}–{last-day} {full-month} {year}");
  return fill_pattern (pattern, &from, &to);
}
