/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Working hours of a day as text: "08:00-12:00 13:00-17:00". Spans are in order and do not overlap; "24:00" is the end of
 * the day.
 */

#include "plan-calendar.h"

#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>

static gboolean
parse_clock (const char **text, gint32 *ticks)
{
  const char *at = *text;
  int hour, minute, tenths = 0;

  if (!g_ascii_isdigit (at[0]) || !g_ascii_isdigit (at[1]) || at[2] != ':' || !g_ascii_isdigit (at[3]) || !g_ascii_isdigit (at[4]))
    return FALSE;
  hour = (at[0] - '0') * 10 + at[1] - '0';
  minute = (at[3] - '0') * 10 + at[4] - '0';
  at += 5;
  if (at[0] == '.' && g_ascii_isdigit (at[1]))
    {
      tenths = at[1] - '0';
      at += 2;
    }
  *ticks = (gint32) (hour * PLAN_TICKS_PER_HOUR + minute * PLAN_TICKS_PER_MINUTE) + tenths;
  *text = at;
  return minute < 60 && *ticks <= PLAN_TICKS_PER_DAY;
}

static gboolean
parse_spans (const char *at, PlanSpan spans[PLAN_MAX_SPANS], guint *n_spans)
{
  gint32 last = 0;

  for (*n_spans = 0; *at != '\0'; (*n_spans)++)
    {
      PlanSpan *span = &spans[*n_spans];

      if (*n_spans == PLAN_MAX_SPANS || !parse_clock (&at, &span->start) || *at++ != '-' || !parse_clock (&at, &span->finish))
        return FALSE;
      if (span->start < last || span->finish <= span->start)
        return FALSE;
      last = span->finish;
      if (*at == ' ' && at[1] != '\0')
        at++;
      else if (*at != '\0')
        return FALSE;
    }
  return TRUE;
}

/**
 * plan_hours_parse:
 * @hours: working hours of a day; "" is a day without work
 * @spans: (out): the spans, in order
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when the text is not of that form
 */
gboolean
plan_hours_parse (const char *hours, PlanSpan spans[PLAN_MAX_SPANS], guint *n_spans, GError **error)
{
  return parse_spans (hours, spans, n_spans) ||
         plan_text_fail (error, PLAN_ERROR_PARSE,
                         /* Translators: %s is a text that should have been hours of a day */
                         _("“%s” are not working hours as “08:00-12:00 13:00-17:00”."), hours);
}

static void
append_clock (GString *text, gint32 ticks)
{
  g_string_append_printf (text, "%02d:%02d", (int) (ticks / PLAN_TICKS_PER_HOUR), (int) (ticks % PLAN_TICKS_PER_HOUR / PLAN_TICKS_PER_MINUTE));
  if (ticks % PLAN_TICKS_PER_MINUTE != 0)
    g_string_append_printf (text, ".%d", (int) (ticks % PLAN_TICKS_PER_MINUTE));
}

/**
 * plan_hours_format:
 *
 * Returns: (transfer full): the text that plan_hours_parse() reads
 */
char *
plan_hours_format (const PlanSpan *spans, guint n_spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_spans; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      append_clock (text, spans[i].start);
      g_string_append_c (text, '-');
      append_clock (text, spans[i].finish);
    }
  return g_string_free (text, FALSE);
}
