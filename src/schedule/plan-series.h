/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-worktime.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanRun:
 * @start: before @finish
 * @value: what is spread evenly over the working time between the two
 * @done: whether it is actual
 */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  gint64 value;
  gboolean done;
} PlanRun;

/**
 * PlanSeries:
 * @runs: (element-type PlanRun): in any order; they may overlap
 * @worktime: (nullable): in which they are spread, or %NULL for the clock
 * @scale: how many units of the runs are one of the results
 *
 * A value spread over time.
 */
typedef struct
{
  GArray *runs;
  const PlanWorktime *worktime;
  gint64 scale;
} PlanSeries;

/* How time is cut. */
typedef enum {
  PLAN_BUCKET_DAY,
  PLAN_BUCKET_WEEK,
  PLAN_BUCKET_MONTH,
} PlanBucket;

gint64      plan_run_get_until    (const PlanRun *run, const PlanWorktime *worktime, PlanTicks until);
PlanSeries *plan_series_new       (const PlanWorktime *worktime, gint64 scale);
void        plan_series_free      (PlanSeries *self);
void        plan_series_add       (PlanSeries *self, PlanTicks start, PlanTicks finish, gint64 value, gboolean done);
void        plan_series_keep      (PlanSeries *self, gboolean done);
gint64      plan_series_get_until (const PlanSeries *self, PlanTicks until);
gint64      plan_series_get       (const PlanSeries *self, PlanTicks from, PlanTicks to);
gint64      plan_series_get_total (const PlanSeries *self);
gboolean    plan_series_get_ends  (const PlanSeries *self, PlanTicks *start, PlanTicks *finish);
PlanTicks   plan_bucket_start     (PlanBucket bucket, PlanWeekday week_start, PlanTicks at);
PlanTicks   plan_bucket_next      (PlanBucket bucket, PlanTicks start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanSeries, plan_series_free)

G_END_DECLS
