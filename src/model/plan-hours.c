/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Working times of a day as a person types and reads them, in both languages: "8-12, 13:00-17:00", "8:00—12:00；13点至17点30分",
 * "9am to 5pm", "no work". The model keeps the strict form of plan_hours_parse(); a shift over midnight is told apart into
 * what lies within the day and what is left for the next one.
 */

#include "plan-hours.h"

#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOON (12 * PLAN_TICKS_PER_HOUR)

/* Words are compared in lower case, with wide letters made narrow. */
static const char *const words_off[] = { "no work", "no working time", "not working", "non-working", "nonworking", "none", "off",
                                         "day off", "-", "不工作", "非工作日", "非工作时间", "休息", "休", "无", NULL };
static const char *const words_all_day[] = { "24h", "24 h", "24 hours", "all day", "around the clock", "round the clock", "24小时",
                                             "全天", "昼夜", NULL };
static const char *const words_to[] = { "--", "-", "–", "—", "−", "~", "∼", "〜", "to", "至", "到", NULL };
static const char *const words_between[] = { ";", ",", "、", "。", "/", "|", "&", "+", "and", "和", "及", "\n", NULL };
static const char *const words_morning[] = { "上午", "早上", "早晨", "凌晨", NULL };
static const char *const words_afternoon[] = { "下午", "晚上", "傍晚", "中午", NULL };

static gboolean
skip_any (const char **at, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (*at, words[i]))
      {
        *at += strlen (words[i]);
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_any (const char *text, const char *const *words)
{
  return g_strv_contains (words, text);
}

static gboolean
read_digits (const char **at, int most, int *number, int *n_digits)
{
  *number = 0;
  for (*n_digits = 0; *n_digits < most && g_ascii_isdigit (**at); (*n_digits)++)
    *number = *number * 10 + *(*at)++ - '0';
  return *n_digits > 0 && !g_ascii_isdigit (**at);
}

/* What follows the hour: ":30", "点30分", "点半", "h30", or nothing. */
static gboolean
read_minutes (const char **at, int *minutes)
{
  static const char *const marks[] = { ":", ".", "点钟", "点", "时", "h", NULL };
  gboolean is_clock = **at == ':' || **at == '.';
  int n_digits;

  *minutes = 0;
  if (!skip_any (at, marks))
    return TRUE;
  if (plan_text_skip (at, "半"))
    *minutes = 30;
  else if (read_digits (at, 2, minutes, &n_digits))
    plan_text_skip (at, "分");
  else
    return !is_clock;
  return *minutes < 60;
}

static gboolean
read_half_of_day (const char **at, gboolean *afternoon)
{
  static const char *const before[] = { "am", "a.m.", NULL }, *const after[] = { "pm", "p.m.", NULL };

  plan_text_skip_spaces (at);
  *afternoon = skip_any (at, after);
  return *afternoon || skip_any (at, before);
}

/* @half: whether it was said which half of the day is meant: 0 no, 1 the first, 2 the second. */
static gboolean
read_clock (const char **at, gint32 *ticks, int *half)
{
  gboolean afternoon, halved;
  int hour, minutes = 0, n_digits;

  plan_text_skip_spaces (at);
  afternoon = skip_any (at, words_afternoon);
  halved = afternoon || skip_any (at, words_morning);
  plan_text_skip_spaces (at);
  if (!read_digits (at, 4, &hour, &n_digits))
    return FALSE;
  if (n_digits > 2)
    {
      minutes = hour % 100;
      hour /= 100;
    }
  else if (!read_minutes (at, &minutes))
    return FALSE;
  if (!halved)
    halved = read_half_of_day (at, &afternoon);
  if (minutes >= 60 || hour > 24 || (halved && hour > 12 && !afternoon))
    return FALSE;
  if (halved && hour <= 12)
    hour = hour % 12 + (afternoon ? 12 : 0);
  *half = halved ? 1 + afternoon : 0;
  *ticks = (gint32) (hour * PLAN_TICKS_PER_HOUR + minutes * PLAN_TICKS_PER_MINUTE);
  return *ticks <= PLAN_TICKS_PER_DAY;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return ((const PlanSpan *) a)->start - ((const PlanSpan *) b)->start;
}

/* A span that ends before it starts goes on into the next day; but "下午1点到5点" says once that it is afternoon. */
static gboolean
read_span (const char **at, PlanSpan *span, gint32 *carry)
{
  int half, last_half;

  if (!read_clock (at, &span->start, &half))
    return FALSE;
  plan_text_skip_spaces (at);
  if (!skip_any (at, words_to) || !read_clock (at, &span->finish, &last_half))
    return FALSE;
  if (half == 2 && last_half == 0 && span->finish < span->start && span->finish + NOON > span->start)
    span->finish += NOON;
  if (span->finish == 0)
    span->finish = PLAN_TICKS_PER_DAY;
  if (span->start == span->finish || span->start == PLAN_TICKS_PER_DAY || (span->finish < span->start && *carry > 0))
    return FALSE;
  if (span->finish < span->start)
    {
      *carry = span->finish;
      span->finish = PLAN_TICKS_PER_DAY;
    }
  return TRUE;
}

static gboolean
read_spans (const char *at, GArray *spans, gint32 *carry)
{
  while (*at != '\0')
    {
      PlanSpan span;

      if (!read_span (&at, &span, carry) || spans->len == PLAN_MAX_SPANS - 1)
        return FALSE;
      g_array_append_val (spans, span);
      do
        plan_text_skip_spaces (&at);
      while (skip_any (&at, words_between));
    }
  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    if (g_array_index (spans, PlanSpan, i).start < g_array_index (spans, PlanSpan, i - 1).finish)
      return FALSE;
  return TRUE;
}

static char *
get_plain (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  char *plain = narrow != NULL ? g_utf8_strdown (narrow, -1) : g_strdup ("");

  return g_strstrip (plain);
}

/**
 * plan_hours_read:
 * @text: what was typed; nothing stands for no work
 * @hours: (out) (transfer full): the form that the model keeps
 * @carry: (out): until when a shift over midnight goes on the next day, ticks since midnight; else 0
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when it is not clear what is meant, or times overlap
 */
gboolean
plan_hours_read (const char *text, char **hours, gint32 *carry, GError **error)
{
  g_autofree char *plain = get_plain (text);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlanSpan));

  *hours = NULL;
  *carry = 0;
  if (is_any (plain, words_all_day))
    *hours = g_strdup ("00:00-24:00");
  else if (*plain == '\0' || is_any (plain, words_off) || strcmp (plain, C_("working hours", "no work")) == 0)
    *hours = g_strdup ("");
  else if (read_spans (plain, spans, carry))
    *hours = plan_hours_format ((const PlanSpan *) (gpointer) spans->data, spans->len);
  else
    return plan_text_fail (error, PLAN_ERROR_PARSE,
                           /* Translators: %s is a text that should have been working times of a day */
                           _("“%s” are not working times as “8:00-12:00; 13:00-17:00”."), text);
  return TRUE;
}

/**
 * plan_hours_to_text:
 * @hours: as the model keeps them
 *
 * Returns: (transfer full): the hours for people, as plan_hours_read() reads them again
 */
char *
plan_hours_to_text (const char *hours)
{
  GString *text = g_string_new (NULL);

  if (*hours == '\0')
    g_string_append (text, C_("working hours", "no work"));
  for (; *hours != '\0'; hours++)
    if (*hours == '-')
      g_string_append (text, "–");
    else if (*hours == ' ')
      g_string_append (text, C_("list", ", "));
    else
      g_string_append_c (text, *hours);
  return g_string_free (text, FALSE);
}

/**
 * plan_hours_carry:
 * @hours: of a day, as the model keeps them
 * @carry: until when a shift of the day before goes on, ticks since midnight
 *
 * Returns: (transfer full): the hours with the rest of that shift in front; what they had at that time goes
 */
char *
plan_hours_carry (const char *hours, gint32 carry)
{
  PlanSpan before[PLAN_MAX_SPANS], spans[PLAN_MAX_SPANS] = { { 0, carry } };
  guint n_before = 0, n = 1;

  if (carry <= 0 || !plan_hours_parse (hours, before, &n_before, NULL))
    return g_strdup (hours);
  for (guint i = 0; i < n_before && n < PLAN_MAX_SPANS; i++)
    {
      if (before[i].finish <= carry)
        continue;
      spans[n] = before[i];
      spans[n].start = MAX (spans[n].start, carry);
      if (spans[n].start == spans[n - 1].finish)
        spans[n - 1].finish = spans[n].finish;
      else
        n++;
    }
  return plan_hours_format (spans, n);
}
