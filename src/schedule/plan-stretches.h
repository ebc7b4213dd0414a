/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-parts.h"
#include "plan-schedule.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanStretch:
 * @start: when this part of the task begins; @finish: when it ends
 * @from: ticks of the duration that come before it; @to: those that are done at its end
 *
 * A part of a task in which work goes on.
 */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  PlanTicks from;
  PlanTicks to;
} PlanStretch;

/**
 * PlanStretches:
 *
 * Tells of each task when it is worked on: from its start to its finish without the pauses.
 */
typedef struct _PlanStretches PlanStretches;

PlanStretches       *plan_stretches_new          (const PlanSchedule *schedule, const PlanModel *model);
void                 plan_stretches_free         (PlanStretches *self);
const PlanStretch   *plan_stretches_list         (PlanStretches *self, guint index, guint *n_stretches);
const PlanWorktime  *plan_stretches_get_worktime (PlanStretches *self, guint index);
gboolean             plan_stretches_has_parts    (PlanStretches *self, guint index);
PlanTicks            plan_stretches_get_done     (PlanStretches *self, guint index, PlanTicks at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanStretches, plan_stretches_free)

G_END_DECLS
