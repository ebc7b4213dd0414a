/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"
#include "plan-report.h"
#include "plan-schedule.h"

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of work on a task, as a file tells it by dates. */
typedef struct
{
  PlanId task;
  PlanTicks start;
  PlanTicks finish;
} PlanSegment;

/**
 * PlanImport:
 * @model: the records of the file, with fresh ids; all references are within it and right
 * @report: what became of the file's content
 * @segments: of #PlanSegment, those of one task together and in order, of tasks whose work pauses
 * @incomplete: ids of tasks that have lost a link which could not be taken
 *
 * What a reader makes of a file: complete, checked, and not yet part of any office.
 */
typedef struct
{
  PlanModel *model;
  PlanReport *report;
  GArray *segments;
  GHashTable *incomplete;
} PlanImport;

/**
 * PlanDateDifference:
 * @is_finish: whether it is the finish of the task, else the start
 * @file: the date in the file; @ours: the one that follows from the plan
 * @work: working ticks of the task from the one to the other, negative when ours comes first
 * @file_start, @file_finish: both dates of the task in the file, %PLAN_TICKS_NONE for one that it does not have
 * @cause: why, a sentence in the reader's language that stays
 *
 * A date of a task that is not as in the file it came from.
 */
typedef struct
{
  PlanId task;
  PlanTicks file;
  PlanTicks ours;
  PlanTicks work;
  PlanTicks file_start;
  PlanTicks file_finish;
  const char *cause;
  guint8 is_finish;
} PlanDateDifference;

PlanImport *plan_import_new     (void);
void        plan_import_free    (PlanImport *self);
void        plan_import_compare (PlanImport *self, const PlanSchedule *schedule);
GArray     *plan_import_list_differences (const PlanModel *model, const PlanSchedule *schedule, PlanId project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanImport, plan_import_free)

G_END_DECLS
