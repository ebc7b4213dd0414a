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

PlanImport *plan_import_new     (void);
void        plan_import_free    (PlanImport *self);
void        plan_import_compare (PlanImport *self, const PlanSchedule *schedule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanImport, plan_import_free)

G_END_DECLS
