/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-level.h"

G_BEGIN_DECLS

gboolean plan_cli_level_parse_order (const char *text, PlanLevelOrder *order, GError **error);
char    *plan_cli_level_explain     (const PlanLevel *level, const PlanModel *model);

G_END_DECLS
