/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanLevelProfile:
 * @steps: of #PlanLevelStep, by time; the first one holds from the beginning of time on
 *
 * What is free of a resource over time.
 */
typedef struct
{
  GArray *steps;
} PlanLevelProfile;

/* From @at on, @free hundredths of a percent are free; negative when more is taken than there is. */
typedef struct
{
  PlanTicks at;
  gint64 free;
} PlanLevelStep;

/**
 * PlanLevelLack:
 * @from: when it begins; @until: when it ends, or %PLAN_TICKS_MAX
 * @free: hundredths of a percent that are free at least
 *
 * A time in which there is not enough.
 */
typedef struct
{
  PlanTicks from;
  PlanTicks until;
  gint64 free;
} PlanLevelLack;

void     plan_level_profile_init  (PlanLevelProfile *self, PlanPercent units);
void     plan_level_profile_copy  (PlanLevelProfile *self, const PlanLevelProfile *other);
void     plan_level_profile_clear (PlanLevelProfile *self);
void     plan_level_profile_add   (PlanLevelProfile *self, PlanTicks from, PlanTicks to, gint64 units);
gint64   plan_level_profile_get   (const PlanLevelProfile *self, PlanTicks at);
gboolean plan_level_profile_fits  (const PlanLevelProfile *self, PlanTicks from, PlanTicks to, gint64 units, PlanLevelLack *lack);
PlanLevelProfile *plan_level_profile_list (const PlanModel *model);
void     plan_level_profile_free_list (PlanLevelProfile *list, guint n);

G_END_DECLS
