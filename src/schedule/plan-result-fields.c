/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of what is computed for a task, in the shape of the field table, so that sheet, filters and files treat typed
 * and computed fields alike.
 */

#include "plan-result-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RESULT(key, member) \
  .name = key, .offset = G_STRUCT_OFFSET (PlanScheduledTask, member), .size = sizeof (((PlanScheduledTask *) 0)->member)

static const PlanResultField results[PLAN_N_RESULTS] = {
  [PLAN_RESULT_START] = { RESULT ("start", start), PLAN_TYPE_INSTANT, N_("Start") },
  [PLAN_RESULT_FINISH] = { RESULT ("finish", finish), PLAN_TYPE_INSTANT, N_("Finish") },
  [PLAN_RESULT_DURATION] = { RESULT ("scheduled_duration", duration), PLAN_TYPE_DURATION, N_("Duration") },
  [PLAN_RESULT_EARLY_START] = { RESULT ("early_start", early_start), PLAN_TYPE_INSTANT, N_("Early start") },
  [PLAN_RESULT_EARLY_FINISH] = { RESULT ("early_finish", early_finish), PLAN_TYPE_INSTANT, N_("Early finish") },
  [PLAN_RESULT_LATE_START] = { RESULT ("late_start", late_start), PLAN_TYPE_INSTANT, N_("Late start") },
  [PLAN_RESULT_LATE_FINISH] = { RESULT ("late_finish", late_finish), PLAN_TYPE_INSTANT, N_("Late finish") },
  [PLAN_RESULT_START_SLACK] = { RESULT ("start_slack", start_slack), PLAN_TYPE_DURATION, N_("Start slack") },
  [PLAN_RESULT_FINISH_SLACK] = { RESULT ("finish_slack", finish_slack), PLAN_TYPE_DURATION, N_("Finish slack") },
  [PLAN_RESULT_TOTAL_SLACK] = { RESULT ("total_slack", total_slack), PLAN_TYPE_DURATION, N_("Total slack") },
  [PLAN_RESULT_FREE_SLACK] = { RESULT ("free_slack", free_slack), PLAN_TYPE_DURATION, N_("Free slack") },
  /* xgettext:no-c-format */
  [PLAN_RESULT_PERCENT_COMPLETE] = { RESULT ("percent", percent_complete), PLAN_TYPE_PERCENT, N_("% complete") },
  [PLAN_RESULT_CRITICAL] = { RESULT ("critical", critical), PLAN_TYPE_BOOLEAN, N_("Critical") },
  [PLAN_RESULT_SUMMARY] = { RESULT ("summary", summary), PLAN_TYPE_BOOLEAN, N_("Summary") },
  [PLAN_RESULT_DEADLINE_MISSED] = { RESULT ("deadline_missed", deadline_missed), PLAN_TYPE_BOOLEAN, N_("Deadline missed") },
  [PLAN_RESULT_STOP] = { RESULT ("scheduled_stop", stop), PLAN_TYPE_INSTANT, N_("Stop") },
  [PLAN_RESULT_RESUME] = { RESULT ("scheduled_resume", resume), PLAN_TYPE_INSTANT, N_("Resume") },
  [PLAN_RESULT_ACTUAL_DURATION] = { RESULT ("done_duration", actual_duration), PLAN_TYPE_DURATION, N_("Actual duration") },
};

/**
 * plan_result_get:
 *
 * Returns: (transfer none): the row of the table
 */
const PlanResultField *
plan_result_get (PlanResultId result)
{
  g_return_val_if_fail ((guint) result < PLAN_N_RESULTS, NULL);
  return &results[result];
}

/**
 * plan_result_find:
 *
 * Returns: the computed field of that name, or %PLAN_N_RESULTS
 */
PlanResultId
plan_result_find (const char *name)
{
  for (PlanResultId result = 0; result < PLAN_N_RESULTS; result++)
    if (strcmp (results[result].name, name) == 0)
      return result;
  return PLAN_N_RESULTS;
}

/**
 * plan_result_get_value:
 *
 * Returns: the value for the task; nothing for a date that it does not have
 */
PlanValue
plan_result_get_value (PlanResultId result, const PlanScheduledTask *task)
{
  const PlanResultField *row = &results[result];
  gconstpointer at = (const guint8 *) task + row->offset;
  gint64 value = row->size == 1 ? *(const guint8 *) at : row->size == 4 ? *(const gint32 *) at : *(const gint64 *) at;

  if (row->type == PLAN_TYPE_INSTANT && value == PLAN_TICKS_NONE)
    return PLAN_VALUE_OF_NULL;
  return PLAN_VALUE_OF_INTEGER (value);
}
