/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The values of imported files that Planwright computes itself: under which name and in which form imported_value keeps
 * them. Names and forms are those of Microsoft Project's XML, for readers of every format, so that one table serves the
 * import report and the writers.
 */

#include "plan-imported.h"

#include "plan-money.h"
#include "plan-time.h"

#include <string.h>

static const PlanImportedField fields[] = {
  { PLAN_RECORD_PROJECT, "scheduled_finish", "FinishDate", PLAN_IMPORTED_INSTANT, PLAN_N_RESULTS },
  { PLAN_RECORD_TASK, "summary", "Summary", PLAN_IMPORTED_BOOLEAN, PLAN_RESULT_SUMMARY },
  { PLAN_RECORD_TASK, "start", "Start", PLAN_IMPORTED_INSTANT, PLAN_RESULT_START },
  { PLAN_RECORD_TASK, "finish", "Finish", PLAN_IMPORTED_INSTANT, PLAN_RESULT_FINISH },
  { PLAN_RECORD_TASK, "early_start", "EarlyStart", PLAN_IMPORTED_INSTANT, PLAN_RESULT_EARLY_START },
  { PLAN_RECORD_TASK, "early_finish", "EarlyFinish", PLAN_IMPORTED_INSTANT, PLAN_RESULT_EARLY_FINISH },
  { PLAN_RECORD_TASK, "late_start", "LateStart", PLAN_IMPORTED_INSTANT, PLAN_RESULT_LATE_START },
  { PLAN_RECORD_TASK, "late_finish", "LateFinish", PLAN_IMPORTED_INSTANT, PLAN_RESULT_LATE_FINISH },
  { PLAN_RECORD_TASK, "start_slack", "StartSlack", PLAN_IMPORTED_TENTHS, PLAN_RESULT_START_SLACK },
  { PLAN_RECORD_TASK, "finish_slack", "FinishSlack", PLAN_IMPORTED_TENTHS, PLAN_RESULT_FINISH_SLACK },
  { PLAN_RECORD_TASK, "total_slack", "TotalSlack", PLAN_IMPORTED_TENTHS, PLAN_RESULT_TOTAL_SLACK },
  { PLAN_RECORD_TASK, "free_slack", "FreeSlack", PLAN_IMPORTED_TENTHS, PLAN_RESULT_FREE_SLACK },
  { PLAN_RECORD_TASK, "critical", "Critical", PLAN_IMPORTED_BOOLEAN, PLAN_RESULT_CRITICAL },
  { PLAN_RECORD_TASK, "remaining_duration", "RemainingDuration", PLAN_IMPORTED_WORK, PLAN_N_RESULTS },
  { PLAN_RECORD_TASK, "percent_work_complete", "PercentWorkComplete", PLAN_IMPORTED_PERCENT, PLAN_N_RESULTS, PLAN_FIGURE_PERCENT_WORK },
  { PLAN_RECORD_TASK, "work", "Work", PLAN_IMPORTED_WORK, PLAN_N_RESULTS, PLAN_FIGURE_WORK },
  { PLAN_RECORD_TASK, "actual_work", "ActualWork", PLAN_IMPORTED_WORK, PLAN_N_RESULTS, PLAN_FIGURE_ACTUAL_WORK },
  { PLAN_RECORD_TASK, "remaining_work", "RemainingWork", PLAN_IMPORTED_WORK, PLAN_N_RESULTS, PLAN_FIGURE_REMAINING_WORK },
  { PLAN_RECORD_TASK, "overtime_work", "OvertimeWork", PLAN_IMPORTED_WORK, PLAN_N_RESULTS, PLAN_FIGURE_OVERTIME_WORK },
  { PLAN_RECORD_TASK, "cost", "Cost", PLAN_IMPORTED_MONEY, PLAN_N_RESULTS, PLAN_FIGURE_COST },
  { PLAN_RECORD_TASK, "actual_cost", "ActualCost", PLAN_IMPORTED_MONEY, PLAN_N_RESULTS, PLAN_FIGURE_ACTUAL_COST },
  { PLAN_RECORD_TASK, "remaining_cost", "RemainingCost", PLAN_IMPORTED_MONEY, PLAN_N_RESULTS, PLAN_FIGURE_REMAINING_COST },
  { PLAN_RECORD_RESOURCE, "work", "Work", PLAN_IMPORTED_WORK, PLAN_N_RESULTS, PLAN_FIGURE_WORK },
  { PLAN_RECORD_RESOURCE, "cost", "Cost", PLAN_IMPORTED_MONEY, PLAN_N_RESULTS, PLAN_FIGURE_COST },
  { PLAN_RECORD_ASSIGNMENT, "start", "Start", PLAN_IMPORTED_INSTANT, PLAN_N_RESULTS },
  { PLAN_RECORD_ASSIGNMENT, "finish", "Finish", PLAN_IMPORTED_INSTANT, PLAN_N_RESULTS },
  { PLAN_RECORD_ASSIGNMENT, "remaining_work", "RemainingWork", PLAN_IMPORTED_WORK, PLAN_N_RESULTS, PLAN_FIGURE_REMAINING_WORK },
  { PLAN_RECORD_ASSIGNMENT, "cost", "Cost", PLAN_IMPORTED_MONEY, PLAN_N_RESULTS, PLAN_FIGURE_COST },
  { PLAN_RECORD_ASSIGNMENT, "actual_cost", "ActualCost", PLAN_IMPORTED_MONEY, PLAN_N_RESULTS, PLAN_FIGURE_ACTUAL_COST },
};

/**
 * plan_imported_get_fields:
 *
 * Returns: (transfer none): all values that files hold and Planwright computes, grouped by record
 */
const PlanImportedField *
plan_imported_get_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/* One part as "30M": its number in units, added to the sum. Decimals only matter for seconds, the smallest part. */
static gboolean
parse_part (const char **text, char *unit, gint64 *number, gboolean *has_half)
{
  const char *at = *text;

  if (!g_ascii_isdigit (*at))
    return FALSE;
  for (*number = 0; g_ascii_isdigit (*at); at++)
    {
      if (*number > G_GINT64_CONSTANT (100000000000000))
        return FALSE;
      *number = *number * 10 + (*at - '0');
    }
  *has_half = FALSE;
  if (*at == '.')
    {
      *has_half = at[1] >= '5' && at[1] <= '9';
      for (at++; g_ascii_isdigit (*at);)
        at++;
    }
  *unit = *at;
  *text = *at != '\0' ? at + 1 : at;
  return *unit != '\0';
}

/* Seconds of a part, or -1 for an unknown unit. */
static gint64
get_seconds (char unit, gboolean is_time)
{
  static const struct
  {
    char unit;
    gboolean is_time;
    gint64 seconds;
  } units[] = { { 'W', FALSE, 604800 }, { 'D', FALSE, 86400 }, { 'H', TRUE, 3600 }, { 'M', TRUE, 60 }, { 'S', TRUE, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit == unit && units[i].is_time == is_time)
      return units[i].seconds;
  return -1;
}

/**
 * plan_imported_parse_duration:
 * @text: a duration as XML has it: "PT16H30M0S"
 * @ticks: (out): rounded to the nearest tick
 *
 * Returns: whether it is one that can be planned with
 */
gboolean
plan_imported_parse_duration (const char *text, PlanTicks *ticks)
{
  gboolean negative = *text == '-', is_time = FALSE, has_part = FALSE, has_half;
  gint64 total = 0, number, seconds;
  char unit;

  text += negative;
  if (*text++ != 'P')
    return FALSE;
  while (*text != '\0')
    {
      if (*text == 'T' && !is_time)
        {
          is_time = TRUE;
          text++;
          continue;
        }
      if (!parse_part (&text, &unit, &number, &has_half) || (seconds = get_seconds (unit, is_time)) < 0)
        return FALSE;
      if (number > PLAN_WORK_MAX * 6 / seconds || total > PLAN_WORK_MAX * 6)
        return FALSE;
      total += number * seconds + (has_half ? seconds / 2 : 0);
      has_part = TRUE;
    }
  *ticks = (total + 3) / 6 * (negative ? -1 : 1);
  return has_part;
}

static char *
format_duration (PlanTicks ticks)
{
  gint64 seconds = ABS (ticks) * 6;

  return g_strdup_printf ("%sPT%" G_GINT64_FORMAT "H%dM%dS", ticks < 0 ? "-" : "", seconds / 3600, (int) (seconds / 60 % 60),
                          (int) (seconds % 60));
}

static gboolean
parse_boolean (const char *text, gint64 *value)
{
  *value = strcmp (text, "1") == 0 || strcmp (text, "true") == 0;
  return *value || strcmp (text, "0") == 0 || strcmp (text, "false") == 0;
}

/**
 * plan_imported_parse:
 * @value: (out): as a field of that kind has it
 *
 * Returns: whether the text is of that form
 */
gboolean
plan_imported_parse (PlanImportedType type, const char *text, gint64 *value)
{
  switch (type)
    {
    case PLAN_IMPORTED_BOOLEAN:
      return parse_boolean (text, value);
    case PLAN_IMPORTED_INSTANT:
      return plan_ticks_parse_iso (text, value, NULL);
    case PLAN_IMPORTED_WORK:
      return plan_imported_parse_duration (text, value);
    case PLAN_IMPORTED_TENTHS:
    case PLAN_IMPORTED_MONEY:
      return plan_decimal_parse (text, 0, value, NULL);
    case PLAN_IMPORTED_PERCENT:
      return plan_decimal_parse (text, 2, value, NULL);
    default:
      g_assert_not_reached ();
    }
}

/**
 * plan_imported_format:
 *
 * Returns: (transfer full): the text that plan_imported_parse() reads
 */
char *
plan_imported_format (PlanImportedType type, gint64 value)
{
  switch (type)
    {
    case PLAN_IMPORTED_BOOLEAN:
      return g_strdup (value ? "1" : "0");
    case PLAN_IMPORTED_INSTANT:
      return plan_ticks_format_iso (value);
    case PLAN_IMPORTED_WORK:
      return format_duration (value);
    case PLAN_IMPORTED_TENTHS:
    case PLAN_IMPORTED_MONEY:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value);
    case PLAN_IMPORTED_PERCENT:
      return plan_decimal_format (value, 2);
    default:
      g_assert_not_reached ();
    }
}
