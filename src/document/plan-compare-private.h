/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-compare.h"
#include "plan-outline.h"

G_BEGIN_DECLS

/**
 * PlanCompareSides:
 * @before, @after: what is compared
 * @outlines: of all projects before and after, made when they are needed
 */
typedef struct
{
  const PlanMoment *before;
  const PlanMoment *after;
  PlanOutline *outlines[2];
} PlanCompareSides;

PlanDifference *plan_difference_new       (PlanCompareSides *sides, PlanRecord record, PlanId id);
void            plan_difference_free      (PlanDifference *self);
gboolean        plan_compare_knows_record (PlanRecord record);
const PlanOutline *plan_compare_get_outline (PlanCompareSides *sides, guint side);
gboolean        plan_compare_say_dates    (const PlanProject *project, const PlanTicks at[2], gboolean is_finish, char *texts[2]);
PlanTicks       plan_compare_get_slip     (PlanCompareSides *sides, guint task, PlanTicks was, PlanTicks is);

G_END_DECLS
