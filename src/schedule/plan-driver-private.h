/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-driver.h"
#include "plan-schedule-private.h"

G_BEGIN_DECLS

/**
 * PlanDriverFinder:
 * @worktimes: by number of the calendar, as @cpm has them
 * @reader: of assignments; read only once @has_reader
 * @summary_of: number of the summary by index of its task, made when first needed
 */
struct _PlanDriverFinder
{
  const PlanSchedule *schedule;
  const PlanModel *model;
  const PlanTaskIndex *index;
  const PlanWorktime **worktimes;
  PlanCpm cpm;
  PlanPartsReader reader;
  guint32 *summary_of;
  gboolean has_schedule;
  gboolean has_reader;
};

static inline const PlanNode *
plan_driver_get_node (const PlanDriverFinder *self, guint32 number)
{
  return &self->cpm.network->nodes[number];
}

/* A plain task has none: the extra of number 0 says nothing. */
static inline const PlanExtra *
plan_driver_get_extra (const PlanDriverFinder *self, const PlanNode *node)
{
  static const PlanExtra nothing = { .constraint_date = PLAN_TICKS_NONE, .floor = PLAN_TICKS_NONE, .ceiling = PLAN_TICKS_NONE };

  return node->extra != 0 ? &self->cpm.extras[node->extra] : &nothing;
}

static inline gboolean
plan_driver_is_same (const PlanDriverFinder *self, const PlanNode *node, PlanTicks a, PlanTicks b)
{
  return a != PLAN_TICKS_NONE && b != PLAN_TICKS_NONE && plan_worktime_same (self->worktimes[node->work_calendar], a, b);
}

/* plan-driver.c */
PlanDriver *plan_driver_add           (GArray *drivers, PlanDriverKind kind, guint owner, PlanTicks instant);
guint       plan_driver_list_parts    (PlanDriverFinder *self, guint task, const PlanNode *node, PlanDriverPart parts[PLAN_MAX_PARTS]);
guint       plan_driver_get_resource  (const PlanDriverFinder *self, guint assignment);

/* plan-driver-link.c */
PlanTicks   plan_driver_get_logic     (PlanDriverFinder *self, guint32 number, guint32 ignored_flags);
void        plan_driver_list_links    (PlanDriverFinder *self, guint32 number, PlanTicks logic, guint32 ignored_flags, GArray *drivers);
gboolean    plan_driver_is_edge       (PlanDriverFinder *self, guint32 to, guint32 edge, PlanTicks logic);

/* plan-driver-finish.c */
void        plan_driver_list_calendar (PlanDriverFinder *self, guint32 number, PlanTicks from, PlanTicks start, GArray *drivers);
void        plan_driver_list_finish   (PlanDriverFinder *self, guint task, guint32 number, GArray *drivers);

G_END_DECLS
