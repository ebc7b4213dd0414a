/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-calendar.h"

#include <glib.h>

G_BEGIN_DECLS

/* Days one after the other, both included. */
typedef struct
{
  PlanDay first;
  PlanDay last;
} PlanDayRange;

/* Which exception rules when several of one calendar fall on the same day: the larger one. */
typedef enum {
  PLAN_PRECEDENCE_WEEKLY,
  PLAN_PRECEDENCE_MONTHLY,
  PLAN_PRECEDENCE_YEARLY,
  PLAN_PRECEDENCE_DAILY,
  PLAN_PRECEDENCE_ONCE,
} PlanPrecedence;

PlanPrecedence plan_recurrence_expand (const PlanException *exception, GArray *ranges);

G_END_DECLS
