/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-network-edit.h"
#include "plan-schedule-private.h"

G_BEGIN_DECLS

/**
 * PlanScheduleUpdate:
 * @tasks: (element-type PlanTask): tasks whose values are to be read, as they were, or as they are when they are new
 * @removed: (element-type PlanTask): tasks that are gone
 * @summaries: (element-type PlanId): summaries of which only what is shown changed
 * @indexes: (element-type guint32): of @tasks, when the network is edited
 * @leaving: (element-type PlanLeaving): tasks that are no more, or not as before, what their summaries knew
 * @moves: (element-type guint32): indexes of removed tasks in their order, with %PLAN_NODE_NONE for each that is new
 * @switched: (element-type PlanId): tasks that were made active or inactive; then nothing is structural
 * @n_structural: records that came, went or moved
 *
 * An edit on its way into the schedule.
 */
typedef struct
{
  PlanSchedule *schedule;
  const PlanModel *model;
  const PlanChangeSet *changes;
  GArray *tasks;
  GArray *removed;
  GArray *summaries;
  GArray *indexes;
  GArray *leaving;
  GArray *moves;
  GArray *switched;
  guint n_structural;
  PlanNetworkEdit edit;
} PlanScheduleUpdate;

void     plan_schedule_update_init     (PlanScheduleUpdate *self, PlanSchedule *schedule, const PlanModel *model,
                                        const PlanChangeSet *changes);
void     plan_schedule_update_clear    (PlanScheduleUpdate *self);
gboolean plan_schedule_update_sort     (PlanScheduleUpdate *self);
gboolean plan_schedule_update_network  (PlanScheduleUpdate *self);
gboolean plan_schedule_update_is_new   (const PlanScheduleUpdate *self, PlanId task);
gboolean plan_schedule_update_is_other (const PlanTask *before, const PlanTask *after);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanScheduleUpdate, plan_schedule_update_clear)

G_END_DECLS
