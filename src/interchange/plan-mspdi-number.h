/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

#include <glib.h>

G_BEGIN_DECLS

GHashTable *plan_mspdi_number_records (const PlanModel *model, PlanRecord kind, const GArray *ids);
GHashTable *plan_mspdi_number_tasks   (const PlanModel *model, PlanId project);

G_END_DECLS
