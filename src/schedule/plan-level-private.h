/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cpm-pass.h"
#include "plan-level-profile.h"
#include "plan-level.h"

G_BEGIN_DECLS

/* What a task takes: @resource is an index in the model. */
typedef struct
{
  guint32 resource;
  PlanPercent units;
} PlanLevelNeed;

/* From when to when a task has its resources. */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
} PlanLevelStay;

typedef enum {
  PLAN_LEVEL_MOVES = 1 << 0, /* waits until its resources are free */
  PLAN_LEVEL_TAKES = 1 << 1, /* keeps its place and takes its resources before all others */
} PlanLevelRole;

/**
 * PlanLevelPlan:
 * @model: a copy of the office without the delays of tasks that may be moved
 * @roles: of each node, #PlanLevelRole; @waits: its delay without levelling
 * @floors: (nullable): of each node, before which it is not placed
 * @before: dates of each node without waiting
 * @kept: of each node that keeps its place, from when to when
 * @needs: of #PlanLevelNeed; @first_need: of each task, and one more, its place in them
 * @units: of each resource, what there is of it
 *
 * A plan made ready for levelling.
 */
typedef struct
{
  PlanModel *model;
  const PlanLevelOptions *options;
  PlanSchedule *schedule;
  PlanCpm cpm;
  guint8 *roles;
  PlanTicks *waits;
  PlanTicks *floors;
  PlanNodeDates *before;
  PlanLevelStay *kept;
  GArray *needs;
  guint32 *first_need;
  guint n_resources;
  PlanLevelProfile *units;
} PlanLevelPlan;

/**
 * PlanLevelTrial:
 * @delays: of each node, elapsed ticks; @dates: its dates with them
 * @conflicts: of each node, number in @reasons and one, or 0
 * @reasons: of #PlanLevelChange
 * @unresolved: of #PlanId
 * @cost: finishes of the projects by their priorities; @waiting: ticks that all tasks wait
 *
 * What comes of one order.
 */
typedef struct
{
  PlanTicks *delays;
  PlanNodeDates *dates;
  guint32 *conflicts;
  GArray *reasons;
  GArray *unresolved;
  gint64 cost;
  gint64 waiting;
} PlanLevelTrial;

/* plan-level-plan.c */
gboolean       plan_level_options_have  (const PlanLevelOptions *options, PlanId project);
PlanLevelPlan *plan_level_plan_new      (PlanModel *model, const PlanLevelOptions *options, GError **error);
void           plan_level_plan_free     (PlanLevelPlan *self);
const PlanTask *plan_level_plan_get_task (const PlanLevelPlan *self, guint32 node);
gboolean       plan_level_plan_set_delays (PlanLevelPlan *self, const PlanTicks *delays, GError **error);
gboolean       plan_level_plan_keep     (PlanLevelPlan *self);

/* plan-level-place.c */
void           plan_level_trial_init    (PlanLevelTrial *self, const PlanLevelPlan *plan);
void           plan_level_trial_clear   (PlanLevelTrial *self);
void           plan_level_trial_run     (PlanLevelTrial *self, PlanLevelPlan *plan, const gint64 *keys);
void           plan_level_trial_look_again (PlanLevelTrial *self, PlanLevelPlan *plan);
gboolean       plan_level_trial_is_better (const PlanLevelTrial *self, const PlanLevelTrial *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanLevelPlan, plan_level_plan_free)

G_END_DECLS
