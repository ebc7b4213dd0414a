/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-fields.h"
#include "plan-schedule.h"

#include <glib.h>

G_BEGIN_DECLS

/* Every computed field of a task; the table has the same shape as that of the stored ones. */
typedef enum {
  PLAN_RESULT_START,
  PLAN_RESULT_FINISH,
  PLAN_RESULT_DURATION,
  PLAN_RESULT_EARLY_START,
  PLAN_RESULT_EARLY_FINISH,
  PLAN_RESULT_LATE_START,
  PLAN_RESULT_LATE_FINISH,
  PLAN_RESULT_START_SLACK,
  PLAN_RESULT_FINISH_SLACK,
  PLAN_RESULT_TOTAL_SLACK,
  PLAN_RESULT_FREE_SLACK,
  PLAN_RESULT_PERCENT_COMPLETE,
  PLAN_RESULT_CRITICAL,
  PLAN_RESULT_SUMMARY,
  PLAN_RESULT_DEADLINE_MISSED,
  PLAN_RESULT_STOP,
  PLAN_RESULT_RESUME,
  PLAN_RESULT_ACTUAL_DURATION,
  PLAN_N_RESULTS
} PlanResultId;

/**
 * PlanResultField:
 * @name: in files and scripts
 */
typedef struct
{
  const char *name;
  gsize offset;
  gsize size;
  PlanFieldType type;
  const char *label;
} PlanResultField;

const PlanResultField *plan_result_get       (PlanResultId result);
PlanResultId           plan_result_find      (const char *name);
PlanValue              plan_result_get_value (PlanResultId result, const PlanScheduledTask *task);

G_END_DECLS
