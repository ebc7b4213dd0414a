/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-batch.h"

G_BEGIN_DECLS

/**
 * PlanProgressEntry:
 * @start: when the task began
 * @done: ticks of its duration that are done
 * @pauses: working ticks of the pauses between
 * @resume: when the rest begins, or %PLAN_TICKS_NONE for at once
 *
 * Progress while it is entered.
 */
typedef struct
{
  PlanTicks start;
  PlanTicks done;
  PlanTicks pauses;
  PlanTicks resume;
} PlanProgressEntry;

void     plan_edit_keep_gap        (PlanDocument *document, PlanBatch *batch, const PlanTask *task, const PlanWorktime *worktime,
                                    PlanProgressEntry *entry);
void     plan_edit_heed_status     (PlanDocument *document, const PlanTask *task, const PlanWorktime *worktime,
                                    PlanProgressEntry *entry, PlanTicks *finish);

/* plan-edits-progress.c */
void     plan_edit_collect_done    (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks done);

/* plan-edits-actuals.c */
void     plan_edit_drop_spans      (const PlanModel *model, PlanBatch *batch, PlanId assignment);
void     plan_edit_spread_progress (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks done, PlanTicks whole,
                                    PlanPercent percent);
void     plan_edit_follow_actual_work (PlanDocument *document, PlanBatch *batch, const PlanAssignment *assignment, PlanTicks done);

/* plan-edits-update.c */
gboolean plan_edit_spread_percent  (PlanDocument *document, PlanBatch *batch, const PlanTask *summary, PlanPercent percent,
                                    GError **error);

G_END_DECLS
