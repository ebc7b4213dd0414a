/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-assigned.h"

#include <glib.h>

G_BEGIN_DECLS

/* An amount and what of it is done, each with what comes beside it as overtime. */
typedef struct
{
  gint64 regular;
  gint64 overtime;
  gint64 regular_done;
  gint64 overtime_done;
} PlanAmount;

/* Where an even part of an amount lies. */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  gint64 regular;
  gint64 overtime;
  gboolean done;
} PlanWorkStretch;

/* Kinds of time-phased spans: the numbers of Microsoft Project. */
typedef enum {
  PLAN_SPAN_REMAINING_WORK = 1,
  PLAN_SPAN_ACTUAL_WORK = 2,
} PlanSpanKind;

#define PLAN_SPAN_BASELINE_WORK(number) ((number) == 0 ? 4 : 10 + 6 * (number))
#define PLAN_SPAN_BASELINE_COST(number) (PLAN_SPAN_BASELINE_WORK (number) + 1)

/**
 * PlanSpread:
 *
 * How what is assigned lies over time.
 */
typedef struct _PlanSpread PlanSpread;

PlanSpread         *plan_spread_new          (const PlanSchedule *schedule, const PlanModel *model);
void                plan_spread_free         (PlanSpread *self);
const PlanAssigned *plan_spread_get_assigned (const PlanSpread *self, guint assignment);
const PlanWorktime *plan_spread_get_worktime (const PlanSpread *self, guint assignment);
void                plan_spread_find_done    (const PlanSpread *self, guint assignment, PlanAmount *amount);
void                plan_spread_list         (const PlanSpread *self, guint assignment, const PlanAmount *amount, GArray *stretches);
const PlanWorkSpan *plan_spread_find_spans   (const PlanSpread *self, PlanId owner, gint kind, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanSpread, plan_spread_free)

G_END_DECLS
