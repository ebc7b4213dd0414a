/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-schedule.h"

#include <glib.h>

G_BEGIN_DECLS

/* How a project does, from its plan alone. */
typedef enum {
  PLAN_HEALTH_ON_TRACK,
  PLAN_HEALTH_AT_RISK,
  PLAN_HEALTH_OFF_TRACK,
  PLAN_HEALTH_NOT_STARTED,
  PLAN_HEALTH_CLOSED,
  PLAN_N_HEALTHS
} PlanHealth;

/* What decided; for each there is one sentence. */
typedef enum {
  PLAN_HEALTH_ARCHIVED,          /* closed */
  PLAN_HEALTH_COMPLETE,          /* closed: all tasks are */
  PLAN_HEALTH_DEADLINES,         /* off track: @count tasks miss their deadlines */
  PLAN_HEALTH_FAR_BEHIND,        /* off track: @variance */
  PLAN_HEALTH_BEHIND,            /* at risk: @variance */
  PLAN_HEALTH_UNSTARTED,         /* at risk: @count tasks should have begun by the status date */
  PLAN_HEALTH_EMPTY,             /* not started: there is nothing to do */
  PLAN_HEALTH_NO_PROGRESS,       /* not started: no task has begun */
  PLAN_HEALTH_WITHIN_BASELINE,   /* on track */
  PLAN_HEALTH_WITHOUT_BASELINE,  /* on track: nothing to compare with, and nothing is missed */
} PlanHealthCause;

/**
 * PlanHealthReason:
 * @count: how many tasks are meant, for causes that count
 * @variance: working ticks by which the finish is later than the baseline's, negative when earlier; %PLAN_TICKS_NONE
 *   without a baseline
 */
typedef struct
{
  PlanHealthCause cause;
  guint count;
  PlanTicks variance;
} PlanHealthReason;

/* The health of one of all projects. */
typedef struct
{
  PlanId project;
  PlanHealth health;
  PlanHealthReason reason;
} PlanProjectHealth;

PlanHealth  plan_health_of_project (const PlanModel *model, const PlanSchedule *schedule, PlanId project, PlanHealthReason *reason);
GArray     *plan_health_of_office  (const PlanModel *model, const PlanSchedule *schedule);

G_END_DECLS
