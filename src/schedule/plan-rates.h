/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

#include <glib.h>

G_BEGIN_DECLS

#define PLAN_N_RATE_TABLES 5

/**
 * PlanRates:
 *
 * The rate tables A to E of every resource, sorted.
 */
typedef struct _PlanRates PlanRates;

PlanRates           *plan_rates_new           (const PlanModel *model);
void                 plan_rates_free          (PlanRates *self);
const PlanRateEntry *plan_rates_list          (const PlanRates *self, guint resource, guint table, guint *n);
const PlanRateEntry *plan_rates_find          (const PlanRateEntry *entries, guint n, PlanTicks at);
PlanTicks            plan_rate_unit_get_ticks (PlanRateUnit unit, const PlanProject *project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanRates, plan_rates_free)

G_END_DECLS
