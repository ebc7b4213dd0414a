/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-schedule.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanAssigned:
 * @start: %PLAN_TICKS_NONE, as @finish, when the task has no dates
 * @worktime: (transfer none): the calendar in which it is worked on
 * @drives: whether the dates of the task follow from it
 * @peak: units at the peak of the work, hundredths of a percent; of work only
 *
 * What follows from the schedule for an assignment.
 */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  PlanPercent peak;
  const PlanWorktime *worktime;
  gboolean drives;
} PlanAssigned;

PlanAssigned *plan_assigned_list (const PlanSchedule *schedule, const PlanModel *model);

G_END_DECLS
