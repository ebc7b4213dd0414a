/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-past.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *plan_cli_entry_to_json   (const PlanHistoryEntry *entry, const char *version, GPtrArray *words);
void        plan_cli_print_entry     (const PlanHistoryEntry *entry, const char *version, GPtrArray *words);
void        plan_cli_print_comparison (const PlanPast *past, PlanId project, gboolean json);
void        plan_cli_print_json      (JsonNode *node);

G_END_DECLS
