/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

G_BEGIN_DECLS

gboolean plan_rules_allow_values (const PlanChangeSet *changes, GError **error);
gboolean plan_rules_allow        (const PlanModel *model, const PlanChangeSet *changes, GError **error);
gboolean plan_rules_allow_link   (const PlanModel *model, const PlanLink *link, gboolean successor_is_summary, GError **error);
gboolean plan_rules_is_below     (const PlanModel *model, PlanId task, PlanId summary);

G_END_DECLS
