/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-batch.h"
#include "plan-equation.h"

G_BEGIN_DECLS

/**
 * PlanWorkEdit:
 * @task: as it is before the edit
 * @equation: its work, duration and units, to be changed
 * @ids: (element-type PlanId): the assignments of its shares; %PLAN_ID_NONE for new ones
 *
 * An edit of who works on a task, and how much.
 */
typedef struct
{
  PlanDocument *document;
  PlanBatch *batch;
  const PlanTask *task;
  PlanEquation equation;
  GArray *ids;
} PlanWorkEdit;

PlanWorkEdit    *plan_work_edit_new      (PlanDocument *document, PlanBatch *batch, const PlanTask *task);
void             plan_work_edit_free     (PlanWorkEdit *self);
gboolean         plan_work_edit_find     (const PlanWorkEdit *self, PlanId assignment, guint *share);
void             plan_work_edit_add      (PlanWorkEdit *self, const PlanAssignment *assignment);
void             plan_work_edit_take     (const PlanWorkEdit *self, PlanAssignment *assignment);
void             plan_work_edit_remove   (PlanWorkEdit *self, PlanId assignment);
void             plan_work_edit_write    (PlanWorkEdit *self);

void             plan_edit_follow_work   (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks duration);
void             plan_edit_follow_assignment (PlanDocument *document, PlanBatch *batch, PlanFieldId field,
                                          const PlanAssignment *assignment, gint64 value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanWorkEdit, plan_work_edit_free)

G_END_DECLS
