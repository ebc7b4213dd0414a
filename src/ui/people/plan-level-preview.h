/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-level.h"
#include "plan-past.h"

G_BEGIN_DECLS

void      plan_level_preview_async  (PlanDocument *document, const PlanLevel *level, GAsyncReadyCallback callback, gpointer data);
PlanPast *plan_level_preview_finish (GAsyncResult *result);

G_END_DECLS
