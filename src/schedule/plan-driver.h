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
  PLAN_DRIVER_SUBTASK,       /* it is a summary and starts with the first of its tasks, or finishes with the last */
  PLAN_DRIVER_CALENDAR,      /* its calendar has no work where it would lie */
  PLAN_DRIVER_RESOURCE,      /* likewise the calendar of who works on it */
  PLAN_DRIVER_RESOURCE_DELAY, /* who works on it comes later */
  PLAN_DRIVER_RESOURCE_WORK, /* who works on it is done last */
  PLAN_DRIVER_PROGRESS,      /* the rest of it goes on later */
  PLAN_DRIVER_SPLIT,         /* it pauses */
  PLAN_DRIVER_DEADLINE,      /* its late dates follow from its deadline */
  PLAN_N_DRIVERS
} PlanDriverKind;

/* Which date of a task is asked about. */
typedef enum {
  PLAN_DRIVER_OF_START,
  PLAN_DRIVER_OF_FINISH,
} PlanDriverEnd;

/**
 * PlanDriver:
 * @owner: index of the task whose link or constraint it is: the task itself or a summary above it
 * @link: index of the link, or %PLAN_INDEX_NONE
 * @other: index of the link's predecessor or of the first or last task of a summary, or %PLAN_INDEX_NONE
 * @resource: index of who it is about, or %PLAN_INDEX_NONE
 * @instant: what it asks for, before the calendar; of calendars, resources and delays, where they bring the task
 * @amount: by how much a calendar, a resource, a delay or a pause moves it: working ticks of the project, for a delay by
 *   levelling clock ticks
 * @end: which date it determines
 * @reason: (nullable): the name of the exception by which a calendar has no work there
 *
 * One thing that determines when a task starts or finishes. @reason is valid as long as the schedule is.
 */
typedef struct
{
  PlanDriverKind kind;
  guint owner;
  guint link;
  guint other;
  guint resource;
  PlanTicks instant;
  PlanTicks amount;
  const char *reason;
  PlanDriverEnd end;
} PlanDriver;

/**
 * PlanDriverFinder:
 *
 * Finds the drivers of tasks, each in a time that grows with its links and assignments only.
 */
typedef struct _PlanDriverFinder PlanDriverFinder;

PlanDriverFinder *plan_driver_finder_new  (const PlanSchedule *schedule, const PlanModel *model, const PlanTaskIndex *index);
void              plan_driver_finder_free (PlanDriverFinder *self);
void              plan_driver_finder_list (PlanDriverFinder *self, guint task, PlanDriverEnd end, GArray *drivers);
PlanDriver        plan_driver_find        (const PlanSchedule *schedule, const PlanModel *model, const PlanTaskIndex *index, guint task);
const char       *plan_driver_kind_get_key (PlanDriverKind kind);
guint8           *plan_driver_find_longest_path (const PlanSchedule *schedule, const PlanModel *model, PlanId project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanDriverFinder, plan_driver_finder_free)

G_END_DECLS
