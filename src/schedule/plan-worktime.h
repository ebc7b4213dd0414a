/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanWorktime:
 *
 * A calendar compiled for counting: working spans with prefix sums over the whole time that can be planned with.
 * Immutable and free of locks; shared between threads.
 */
typedef struct _PlanWorktime PlanWorktime;

/* What kind of day it is, for shading. */
typedef enum {
  PLAN_DAY_WORKING,
  PLAN_DAY_WEEKEND, /* the normal week has no work */
  PLAN_DAY_HOLIDAY, /* an exception takes the work of a normal working day or covers a weekend within a holiday */
  PLAN_DAY_MAKEUP,  /* an exception gives work to a day that has none in the normal week */
} PlanDayKind;

PlanWorktime *plan_worktime_new_from_model   (const PlanModel *model, PlanId calendar, GError **error);
PlanWorktime *plan_worktime_new_derived      (const PlanModel *model, PlanId calendar, PlanWorktime *parent);
PlanWorktime *plan_worktime_new_intersection (const PlanWorktime *a, const PlanWorktime *b);
PlanWorktime *plan_worktime_new_round_the_clock (void);
PlanWorktime *plan_worktime_ref              (PlanWorktime *self);
void          plan_worktime_unref            (PlanWorktime *self);

PlanTicks     plan_worktime_add              (const PlanWorktime *self, PlanTicks at, PlanTicks amount);
PlanTicks     plan_worktime_work             (const PlanWorktime *self, PlanTicks from, PlanTicks to);
PlanTicks     plan_worktime_next             (const PlanWorktime *self, PlanTicks at);
PlanTicks     plan_worktime_prev             (const PlanWorktime *self, PlanTicks at);
gboolean      plan_worktime_same             (const PlanWorktime *self, PlanTicks a, PlanTicks b);
gboolean      plan_worktime_equal            (const PlanWorktime *a, const PlanWorktime *b);
PlanTicks     plan_worktime_work_of_any      (const PlanWorktime *const *worktimes, guint n, PlanTicks from, PlanTicks to);
PlanTicks     plan_worktime_of_day           (const PlanWorktime *self, PlanDay day);
guint         plan_worktime_get_spans        (const PlanWorktime *self, PlanDay day, PlanSpan spans[PLAN_MAX_SPANS]);
PlanDayKind   plan_worktime_get_kind         (const PlanWorktime *self, PlanDay day);
const char   *plan_worktime_get_name         (const PlanWorktime *self, PlanDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanWorktime, plan_worktime_unref)

G_END_DECLS
