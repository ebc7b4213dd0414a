/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-schedule.h"
#include "plan-task-index.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PLAN_DRIVER_NONE,          /* it has no dates */
  PLAN_DRIVER_PROJECT_START,
  PLAN_DRIVER_LINK,
  PLAN_DRIVER_CONSTRAINT,
  PLAN_DRIVER_DELAY,         /* by levelling */
  PLAN_DRIVER_LATE,          /* it waits as long as it can */
  PLAN_DRIVER_ACTUAL,        /* it has started */
  PLAN_DRIVER_MANUAL,        /* its dates are given */
  PLAN_DRIVER_EXTERNAL,      /* it stands for a task of another file */
  PLAN_DRIVER_SUBTASK,       /* it is a summary and starts with the first of its tasks */
} PlanDriverKind;

/**
 * PlanDriver:
 * @owner: index of the task whose link or constraint it is: the task itself or a summary above it
 * @link: index of the link, or %PLAN_INDEX_NONE
 * @other: index of the link's predecessor or of the first task of a summary, or %PLAN_INDEX_NONE
 *
 * What determines when a task starts.
 */
typedef struct
{
  PlanDriverKind kind;
  guint owner;
  guint link;
  guint other;
} PlanDriver;

PlanDriver plan_driver_find (const PlanSchedule *schedule, const PlanModel *model, const PlanTaskIndex *index, guint task);

G_END_DECLS
