/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-fields.h"
#include "plan-json-writer.h"
#include "plan-text.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

const char *plan_json_field_get_key   (PlanFieldId field);
gboolean    plan_json_field_is_plain  (PlanFieldId field);
gboolean    plan_json_field_is_always (PlanFieldId field);
void        plan_json_field_write     (PlanJsonWriter *writer, PlanFieldId field, gconstpointer body);
gboolean    plan_json_field_parse     (PlanFieldId field, JsonNode *node, PlanUnit unit, PlanValue *value, char **text);

void        plan_json_hours_write     (PlanJsonWriter *writer, const char *key, const char *hours);
char       *plan_json_hours_parse     (JsonNode *node);
const char *plan_json_node_get_text   (JsonNode *node);
gboolean    plan_json_decimal_parse   (JsonNode *node, int places, gint64 *value);

G_END_DECLS
