/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"
#include "plan-progress.h"
#include "plan-worktime.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanSchedule:
 *
 * What follows from the model: dates, slack, critical path of every task of every project. Indexed by the index of the
 * task in the model it was computed from (plan_model_find()).
 */
typedef struct _PlanSchedule PlanSchedule;

/**
 * PlanScheduledTask:
 * @duration: working ticks from start to finish for summaries, else the task's
 * @late_start: %PLAN_TICKS_NONE for blank and inactive tasks, as all other dates
 * @total_slack: working ticks; @free_slack likewise
 * @stop: until when a started task is done; @resume: when it goes on
 * @actual_duration: ticks of the duration that are done
 * @percent_complete: hundredths of a percent; of a summary, from its leaves
 *
 * Everything that is computed for one task.
 */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  PlanTicks early_start;
  PlanTicks early_finish;
  PlanTicks late_start;
  PlanTicks late_finish;
  PlanTicks duration;
  PlanTicks start_slack;
  PlanTicks finish_slack;
  PlanTicks total_slack;
  PlanTicks free_slack;
  PlanTicks stop;
  PlanTicks resume;
  PlanTicks actual_duration;
  gint32 percent_complete;
  guint8 critical;
  guint8 summary;
  guint8 deadline_missed;
} PlanScheduledTask;

/**
 * PlanScheduledProject:
 * @start: the earliest start of its tasks, or its own start when it has none; @finish likewise the latest finish
 * @duration: working ticks of its calendar between them
 * @percent_complete: hundredths of a percent, from all leaf tasks; @actual_duration: that much of the duration
 */
typedef struct
{
  PlanId id;
  PlanTicks start;
  PlanTicks finish;
  PlanTicks duration;
  PlanTicks actual_duration;
  gint32 percent_complete;
  guint n_tasks;    /* leaf tasks, blank lines not counted */
  guint n_critical; /* of them critical */
} PlanScheduledProject;

PlanSchedule               *plan_schedule_new           (void);
void                        plan_schedule_free          (PlanSchedule *self);
gboolean                    plan_schedule_compute       (PlanSchedule *self, const PlanModel *model, PlanProgress *progress, GError **error);
gboolean                    plan_schedule_update        (PlanSchedule *self, const PlanModel *model, const PlanChangeSet *changes, GError **error);
guint                       plan_schedule_get_n         (const PlanSchedule *self);
const PlanScheduledTask    *plan_schedule_get_task      (const PlanSchedule *self, guint index);
const PlanScheduledProject *plan_schedule_get_project   (const PlanSchedule *self, PlanId id);
const PlanWorktime         *plan_schedule_get_worktime  (const PlanSchedule *self, PlanId calendar);
const PlanWorktime         *plan_schedule_get_task_worktime (const PlanSchedule *self, const PlanModel *model, guint index);
const PlanWorktime         *plan_schedule_get_work_worktime (const PlanSchedule *self, const PlanModel *model, guint index);
gsize                       plan_schedule_get_size      (const PlanSchedule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanSchedule, plan_schedule_free)

G_END_DECLS
