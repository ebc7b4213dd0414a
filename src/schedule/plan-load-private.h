/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cost-private.h"
#include "plan-level-profile.h"
#include "plan-load.h"

G_BEGIN_DECLS

/**
 * PlanLoadRun:
 * @run: of @assignment; its value is all work
 * @reach: the latest finish of this run and those before it, by which they are found
 * @overtime: what of the work is overtime
 * @length: working ticks between its ends
 */
typedef struct
{
  PlanRun run;
  PlanTicks reach;
  PlanTicks overtime;
  PlanTicks length;
  const PlanWorktime *worktime;
  guint32 assignment;
} PlanLoadRun;

/**
 * PlanLoadPerson:
 * @first_assignment: of those in the list of the load; likewise @n_assignments
 * @runs: (nullable): of #PlanLoadRun, by start; made when somebody asks
 * @overs: (nullable): of #PlanLoadOver, by start; likewise
 */
typedef struct
{
  guint first_assignment;
  guint n_assignments;
  GArray *runs;
  GArray *overs;
  const PlanWorktime *worktime;
} PlanLoadPerson;

/* @assignments: indexes, grouped by resource; @stretches: of the assignment that is looked at */
struct _PlanLoad
{
  PlanCosts *costs;
  PlanCalendars *calendars; /* of people that no task asks for; made when there are any */
  PlanLevelProfile *units;
  PlanLoadPerson *people;
  guint32 *assignments;
  guint n_people;
  GArray *stretches;
};

GArray *plan_load_get_runs  (PlanLoad *self, guint resource);
guint   plan_load_find_run  (const GArray *runs, PlanTicks from);
GArray *plan_load_find_over (const GArray *runs, const PlanLevelProfile *units);

G_END_DECLS
