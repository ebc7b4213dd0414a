/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cost.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanLoadCell:
 * @work: ticks of work in all projects, overtime with it
 * @overtime: what of it is overtime
 * @capacity: ticks for which the person is there
 * @over: ticks of regular work for which nobody is there, also when another hour of the cell would be free
 * @peak: units that are asked for at the worst instant of it, hundredths of a percent; 0 when nothing is over
 *
 * The load of a stretch of time.
 */
typedef struct
{
  PlanTicks work;
  PlanTicks overtime;
  PlanTicks capacity;
  PlanTicks over;
  PlanPercent peak;
} PlanLoadCell;

/**
 * PlanLoadShare:
 * @assignment: index in the model; @task and @project likewise
 * @work: ticks
 *
 * What one assignment has of a stretch of time.
 */
typedef struct
{
  guint assignment;
  guint task;
  guint project;
  PlanTicks work;
} PlanLoadShare;

/**
 * PlanLoadOver:
 * @worktime: (nullable): the time in which it is so, or %NULL for the clock
 * @units: that are asked for, hundredths of a percent; @free: that there are
 *
 * A stretch of time in which more is asked of a person than there is.
 */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  const PlanWorktime *worktime;
  PlanPercent units;
  PlanPercent free;
} PlanLoadOver;

/**
 * PlanLoad:
 *
 * How much there is to do for each person at each time, over all projects, and how much there is of the person.
 */
typedef struct _PlanLoad PlanLoad;

PlanLoad           *plan_load_new           (PlanCosts *costs);
void                plan_load_free          (PlanLoad *self);
gboolean            plan_load_is_person     (const PlanLoad *self, guint resource);
gboolean            plan_load_get_extent    (PlanLoad *self, guint resource, PlanTicks *start, PlanTicks *finish);
void                plan_load_read          (PlanLoad *self, guint resource, const PlanTicks *edges, guint n_cells,
                                             PlanLoadCell *cells);
void                plan_load_read_parts    (PlanLoad *self, guint resource, const PlanTicks *edges, guint n_cells,
                                             const guint *part_of_project, PlanTicks *work);
void                plan_load_list_shares   (PlanLoad *self, guint resource, PlanTicks from, PlanTicks to, GArray *shares);
void                plan_load_sort_shares   (GArray *shares);
PlanTicks           plan_load_get_capacity  (PlanLoad *self, guint resource, PlanTicks from, PlanTicks to);
const PlanLoadOver *plan_load_get_overs     (PlanLoad *self, guint resource, guint *n_overs);
const PlanWorktime *plan_load_get_worktime  (PlanLoad *self, guint resource);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanLoad, plan_load_free)

G_END_DECLS
