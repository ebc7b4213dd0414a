/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cost.h"

#include <glib.h>

G_BEGIN_DECLS

#define PLAN_N_BASELINES 11

/**
 * PlanBaselineSet:
 * @number: 0 to 10
 * @baselines: (element-type PlanBaseline): of tasks and assignments, without ids
 * @spans: (element-type PlanWorkSpan): of assignments whose work or cost is not even, without ids
 *
 * What is saved as a baseline.
 */
typedef struct
{
  int number;
  GArray *baselines;
  GArray *spans;
} PlanBaselineSet;

PlanBaselineSet *plan_baseline_set_new  (int number);
void             plan_baseline_set_free (PlanBaselineSet *self);
void             plan_baseline_set_take (PlanBaselineSet *self, PlanCosts *costs, const PlanSchedule *schedule, const PlanModel *model,
                                         guint task);
gboolean         plan_span_is_of_baseline (const PlanWorkSpan *span, int number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanBaselineSet, plan_baseline_set_free)

G_END_DECLS
