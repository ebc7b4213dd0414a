/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanTaskIndex:
 *
 * The links, assignments and baselines of each task, by index of the task in the model. Made anew when tasks, links,
 * assignments or baselines came or went; what else changes in them leaves it true.
 */
typedef struct _PlanTaskIndex PlanTaskIndex;

PlanTaskIndex        *plan_task_index_new              (const PlanModel *model);
void                  plan_task_index_free             (PlanTaskIndex *self);
const guint          *plan_task_index_get_predecessors (const PlanTaskIndex *self, guint task, guint *n);
const guint          *plan_task_index_get_successors   (const PlanTaskIndex *self, guint task, guint *n);
const guint          *plan_task_index_get_assignments  (const PlanTaskIndex *self, guint task, guint *n);
const PlanBaseline   *plan_task_index_find_baseline   (const PlanTaskIndex *self, const PlanModel *model, guint task,
                                                        int number);
void                  plan_task_index_get_ends        (const PlanTaskIndex *self, guint link, guint *from, guint *to);
const PlanAssignment *plan_task_index_find_assignment  (const PlanTaskIndex *self, const PlanModel *model, guint task,
                                                        PlanId resource);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanTaskIndex, plan_task_index_free)

G_END_DECLS
