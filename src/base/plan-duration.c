/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Durations and lags as people type and read them. A length is a whole number of ticks with the unit it was typed in;
 * days, weeks and months of work are converted by the project's factors, the elapsed units by the clock (a month is 30
 * days, as in Microsoft Project). English and Chinese units are understood whatever the language of the messages is.
 */

#include "plan-text.h"

#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TEXT 200
#define MAX_TICKS (300 * 366 * PLAN_TICKS_PER_DAY)
#define MAX_PERCENT (10000 * PLAN_PERCENT_ONE)

typedef struct
{
  PlanUnit unit;
  const char *symbol;
  const char *pattern; /* for people */
} UnitText;

static const UnitText units[] = {
  /* Translators: these are lengths of time in a table, as short as can be; %s is a number */
  { PLAN_UNIT_MINUTE, "min", NC_("duration", "%s min") },
  { PLAN_UNIT_HOUR, "h", NC_("duration", "%s h") },
  { PLAN_UNIT_DAY, "d", NC_("duration", "%s d") },
  { PLAN_UNIT_WEEK, "w", NC_("duration", "%s w") },
  { PLAN_UNIT_MONTH, "mo", NC_("duration", "%s mo") },
  /* Translators: elapsed time, which counts nights and weekends too */
  { PLAN_UNIT_ELAPSED_MINUTE, "emin", NC_("duration", "%s emin") },
  { PLAN_UNIT_ELAPSED_HOUR, "eh", NC_("duration", "%s eh") },
  { PLAN_UNIT_ELAPSED_DAY, "ed", NC_("duration", "%s ed") },
  { PLAN_UNIT_ELAPSED_WEEK, "ew", NC_("duration", "%s ew") },
  { PLAN_UNIT_ELAPSED_MONTH, "emo", NC_("duration", "%s emo") },
  { PLAN_UNIT_PERCENT, "%", NULL },
  { PLAN_UNIT_ELAPSED_PERCENT, "e%", NULL },
};

/* What people type for the units of work; the elapsed ones have a prefix. */
static const struct
{
  const char *word;
  PlanUnit unit;
} words[] = {
  { "m", PLAN_UNIT_MINUTE },     { "min", PLAN_UNIT_MINUTE },    { "mins", PLAN_UNIT_MINUTE },
  { "minute", PLAN_UNIT_MINUTE }, { "minutes", PLAN_UNIT_MINUTE }, { "分", PLAN_UNIT_MINUTE },
  { "分钟", PLAN_UNIT_MINUTE },  { "工分", PLAN_UNIT_MINUTE },   { "h", PLAN_UNIT_HOUR },
  { "hr", PLAN_UNIT_HOUR },      { "hrs", PLAN_UNIT_HOUR },      { "hour", PLAN_UNIT_HOUR },
  { "hours", PLAN_UNIT_HOUR },   { "时", PLAN_UNIT_HOUR },       { "小时", PLAN_UNIT_HOUR },
  { "工时", PLAN_UNIT_HOUR },    { "钟头", PLAN_UNIT_HOUR },     { "d", PLAN_UNIT_DAY },
  { "dy", PLAN_UNIT_DAY },       { "day", PLAN_UNIT_DAY },       { "days", PLAN_UNIT_DAY },
  { "天", PLAN_UNIT_DAY },       { "日", PLAN_UNIT_DAY },        { "工作日", PLAN_UNIT_DAY },
  { "工作天", PLAN_UNIT_DAY },   { "工日", PLAN_UNIT_DAY },      { "w", PLAN_UNIT_WEEK },
  { "wk", PLAN_UNIT_WEEK },      { "wks", PLAN_UNIT_WEEK },      { "week", PLAN_UNIT_WEEK },
  { "weeks", PLAN_UNIT_WEEK },   { "周", PLAN_UNIT_WEEK },       { "星期", PLAN_UNIT_WEEK },
  { "礼拜", PLAN_UNIT_WEEK },    { "工作周", PLAN_UNIT_WEEK },   { "mo", PLAN_UNIT_MONTH },
  { "mon", PLAN_UNIT_MONTH },    { "mons", PLAN_UNIT_MONTH },    { "month", PLAN_UNIT_MONTH },
  { "months", PLAN_UNIT_MONTH }, { "月", PLAN_UNIT_MONTH },      { "工作月", PLAN_UNIT_MONTH },
  { "%", PLAN_UNIT_PERCENT },
};

static const char *const elapsed_prefixes[] = { "elapsed", "e", "连续", "日历", "自然", "实耗" };

static const UnitText *
find_unit (PlanUnit unit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit == unit)
      return &units[i];
  return NULL;
}

/**
 * plan_unit_is_elapsed:
 *
 * Returns: whether the unit counts clock time
 */
gboolean
plan_unit_is_elapsed (PlanUnit unit)
{
  return plan_unit_is_known (unit) && unit % 2 == 0;
}

/**
 * plan_unit_is_percent:
 *
 * Returns: whether the unit is a share of the predecessor's duration; only lags have these
 */
gboolean
plan_unit_is_percent (PlanUnit unit)
{
  return unit == PLAN_UNIT_PERCENT || unit == PLAN_UNIT_ELAPSED_PERCENT;
}

/**
 * plan_unit_is_known:
 * @unit: a number that a file holds
 *
 * Returns: whether it is a #PlanUnit
 */
gboolean
plan_unit_is_known (gint64 unit)
{
  return (unit >= PLAN_UNIT_MINUTE && unit <= PLAN_UNIT_ELAPSED_MONTH) ||
         unit == PLAN_UNIT_PERCENT || unit == PLAN_UNIT_ELAPSED_PERCENT;
}

/**
 * plan_unit_get_ticks:
 * @conversion: factors of the project; those that are not positive are taken from %PLAN_CONVERSION_DEFAULT
 *
 * Returns: ticks in one unit, or 0 for the percent units
 */
PlanTicks
plan_unit_get_ticks (PlanUnit unit, const PlanConversion *conversion)
{
  static const PlanConversion usual = PLAN_CONVERSION_DEFAULT;

  switch (unit)
    {
    case PLAN_UNIT_MINUTE:
    case PLAN_UNIT_ELAPSED_MINUTE:
      return PLAN_TICKS_PER_MINUTE;
    case PLAN_UNIT_HOUR:
    case PLAN_UNIT_ELAPSED_HOUR:
      return PLAN_TICKS_PER_HOUR;
    case PLAN_UNIT_DAY:
      return conversion->per_day > 0 ? conversion->per_day : usual.per_day;
    case PLAN_UNIT_WEEK:
      return conversion->per_week > 0 ? conversion->per_week : usual.per_week;
    case PLAN_UNIT_MONTH:
      return conversion->per_month > 0 ? conversion->per_month : usual.per_month;
    case PLAN_UNIT_ELAPSED_DAY:
      return PLAN_TICKS_PER_DAY;
    case PLAN_UNIT_ELAPSED_WEEK:
      return 7 * PLAN_TICKS_PER_DAY;
    case PLAN_UNIT_ELAPSED_MONTH:
      return 30 * PLAN_TICKS_PER_DAY;
    case PLAN_UNIT_PERCENT:
    case PLAN_UNIT_ELAPSED_PERCENT:
      return 0;
    }
  return 0;
}

/**
 * plan_unit_get_symbol:
 *
 * Returns: the unit as it can be typed in every language: "d", "ed"; "d" for a number that is no unit
 */
const char *
plan_unit_get_symbol (PlanUnit unit)
{
  const UnitText *text = find_unit (unit);

  return text != NULL ? text->symbol : "d";
}

/* The whole rest of the text must be a unit. */
static gboolean
read_unit (const char *at, PlanUnit *unit)
{
  gboolean elapsed = FALSE;

  plan_text_skip_spaces (&at);
  plan_text_skip (&at, "个");
  for (gsize i = 0; i < G_N_ELEMENTS (elapsed_prefixes) && !elapsed; i++)
    elapsed = plan_text_skip (&at, elapsed_prefixes[i]);
  plan_text_skip_spaces (&at);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (at, words[i].word) == 0)
      {
        *unit = elapsed ? words[i].unit + 1 : words[i].unit;
        return TRUE;
      }
  return FALSE;
}

/* Cuts the question mark of an estimate and the spaces before it off the end. */
static gboolean
cut_question_mark (char *text)
{
  gsize length = strlen (text);

  if (length == 0 || text[length - 1] != '?')
    return FALSE;
  do
    text[--length] = '\0';
  while (length > 0 && text[length - 1] == ' ');
  return TRUE;
}

static gboolean
read_length (const char *at, const PlanConversion *conversion, PlanUnit fallback, gint64 *value, PlanUnit *unit)
{
  gint64 number;
  gboolean negative = FALSE;

  if (*at == '+' || *at == '-')
    negative = *at++ == '-';
  plan_text_skip_spaces (&at);
  if (!plan_text_read_number (&at, &number))
    return FALSE;
  *unit = fallback;
  if (*at != '\0' && !read_unit (at, unit))
    return FALSE;
  *value = plan_multiply_divide (negative ? -number : number,
                                 plan_unit_is_percent (*unit) ? PLAN_PERCENT_ONE : plan_unit_get_ticks (*unit, conversion),
                                 PLAN_TEXT_ONE);
  return TRUE;
}

/**
 * plan_duration_parse:
 * @text: "3d", "1.5 weeks", "2ed", "3d?", "3天", "2个工作日"
 * @fallback: the unit of a number that has none
 * @duration: (out): only set on success; fractions are rounded to the nearest tick
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when the text is no duration, with %PLAN_ERROR_RANGE when it is negative or
 *   longer than 300 years
 */
gboolean
plan_duration_parse (const char *text, const PlanConversion *conversion, PlanUnit fallback,
                     PlanDuration *duration, GError **error)
{
  g_autofree char *clean = plan_text_clean (text, MAX_TEXT);
  gboolean estimated = clean != NULL && cut_question_mark (clean);
  gint64 value;
  PlanUnit unit;

  if (clean == NULL || !read_length (clean, conversion, fallback, &value, &unit) || plan_unit_is_percent (unit))
    return plan_text_fail (error, PLAN_ERROR_PARSE,
                           /* Translators: %s is what was typed; leave the examples as they are or add some of your language */
                           _("“%s” is not a duration. Write it like 3d, 4h, 1.5w or 2ed."), text);
  if (value < 0 || value > MAX_TICKS)
    return plan_text_fail (error, PLAN_ERROR_RANGE,
                           /* Translators: %s is what was typed */
                           _("The duration “%s” is negative or longer than 300 years."), text);
  *duration = (PlanDuration) { value, unit, estimated };
  return TRUE;
}

/* The fewest decimals that give the same ticks when read again. */
static char *
format_exactly (PlanTicks ticks, PlanTicks per_unit)
{
  gint64 power = 1;
  int places = 0;

  while (places < 6 && plan_multiply_divide (plan_multiply_divide (ticks, power, per_unit), per_unit, power) != ticks)
    {
      power *= 10;
      places++;
    }
  return plan_decimal_format (plan_multiply_divide (ticks, power, per_unit), places);
}

static PlanUnit
get_length_unit (PlanUnit unit)
{
  return plan_unit_is_known (unit) && !plan_unit_is_percent (unit) ? unit : PLAN_UNIT_DAY;
}

/**
 * plan_duration_format:
 *
 * Returns: (transfer full): the duration for people, to two decimals, in the language of the messages: "3 d", "3 天", "3 d?"
 */
char *
plan_duration_format (const PlanDuration *duration, const PlanConversion *conversion)
{
  PlanUnit unit = get_length_unit (duration->unit);
  gint64 hundredths = plan_multiply_divide (duration->ticks, 100, plan_unit_get_ticks (unit, conversion));
  g_autofree char *number = plan_text_decimal (hundredths, 2);
  g_autofree char *text = g_strdup_printf (g_dpgettext2 (GETTEXT_PACKAGE, "duration", find_unit (unit)->pattern), number);

  if (!duration->estimated)
    return g_steal_pointer (&text);
  /* Translators: a duration that is only estimated; %s is for example "3 d" */
  return g_strdup_printf (C_("estimated duration", "%s?"), text);
}

/**
 * plan_duration_to_text:
 *
 * Returns: (transfer full): the duration as it can be typed in every language, exact: "3d", "2ed", "3d?"
 */
char *
plan_duration_to_text (const PlanDuration *duration, const PlanConversion *conversion)
{
  PlanUnit unit = get_length_unit (duration->unit);
  g_autofree char *number = format_exactly (duration->ticks, plan_unit_get_ticks (unit, conversion));

  return g_strconcat (number, plan_unit_get_symbol (unit), duration->estimated ? "?" : "", NULL);
}

/**
 * plan_lag_parse:
 * @text: "2d", "-1d", "+50%", "50e%", "2天"; a number alone is days
 * @lag: (out): only set on success
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when the text is no lag, with %PLAN_ERROR_RANGE when it is longer than 300 years
 *   or more than 10,000 %
 */
gboolean
plan_lag_parse (const char *text, const PlanConversion *conversion, PlanLag *lag, GError **error)
{
  g_autofree char *clean = plan_text_clean (text, MAX_TEXT);
  gint64 value, most;
  PlanUnit unit;

  if (clean == NULL || !read_length (clean, conversion, PLAN_UNIT_DAY, &value, &unit))
    return plan_text_fail (error, PLAN_ERROR_PARSE,
                           /* Translators: %s is what was typed; leave the examples as they are or add some of your language */
                           _("“%s” is not a lag. Write it like 2d, -1d, 50%% or 2ed."), text);
  most = plan_unit_is_percent (unit) ? MAX_PERCENT : MAX_TICKS;
  if (value < -most || value > most)
    return plan_text_fail (error, PLAN_ERROR_RANGE,
                           /* Translators: %s is what was typed */
                           _("The lag “%s” is too long."), text);
  *lag = (PlanLag) { value, unit };
  return TRUE;
}

/**
 * plan_lag_to_text:
 *
 * Returns: (transfer full): the lag as it can be typed in every language, exact: "2d", "-1d", "50%"
 */
char *
plan_lag_to_text (const PlanLag *lag, const PlanConversion *conversion)
{
  PlanUnit unit = plan_unit_is_percent (lag->unit) ? lag->unit : get_length_unit (lag->unit);
  g_autofree char *number = plan_unit_is_percent (unit) ? plan_decimal_format (lag->value, 2)
                                                        : format_exactly (lag->value, plan_unit_get_ticks (unit, conversion));

  return g_strconcat (number, plan_unit_get_symbol (unit), NULL);
}

/**
 * plan_variance_format:
 * @ticks: working time by which something is later or more than the baseline
 *
 * Returns: (transfer full): days with a sign for people, to one decimal: "+7 d", "−2 d", "0 d"
 */
char *
plan_variance_format (PlanTicks ticks, const PlanConversion *conversion)
{
  gint64 tenths = plan_multiply_divide (ticks, 10, plan_unit_get_ticks (PLAN_UNIT_DAY, conversion));
  g_autofree char *number = plan_text_decimal (tenths, 1);
  g_autofree char *number_signed = g_strconcat (tenths > 0 ? "+" : "", number, NULL);

  return g_strdup_printf (C_("duration", "%s d"), number_signed);
}
