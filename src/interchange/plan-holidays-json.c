/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holidays in our own form: {"format": "planwright-holidays", "version": 1, "holidays": [{"name": …, "from": …, "to": …}],
 * "workdays": [{"name": …, "date": …}]}. A name is a text or an object with a text for each language; "kind" is "statutory"
 * or "swapped".
 */

#include "plan-holidays-private.h"

#include "plan-json-scan.h"
#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FORMAT "planwright-holidays"
#define VERSION 1
#define MAX_DEPTH 16

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  gboolean is_text = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;

  return is_text ? json_node_get_string (node) : NULL;
}

static void
get_names (JsonObject *object, const char **english, const char **chinese)
{
  JsonNode *node = json_object_get_member (object, "name");

  *english = *chinese = get_text (object, "name");
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  *english = get_text (json_node_get_object (node), "en");
  *chinese = get_text (json_node_get_object (node), "zh_CN");
}

static gboolean
read_item (PlanHolidays *self, JsonNode *node, gboolean work)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *from, *to, *kind, *english, *chinese;
  PlanDay first, last;
  gboolean swapped;

  if (object == NULL)
    return FALSE;
  from = get_text (object, json_object_has_member (object, "from") ? "from" : "date");
  to = json_object_has_member (object, "to") ? get_text (object, "to") : from;
  kind = get_text (object, "kind");
  if (from == NULL || to == NULL || !plan_holidays_parse_day (from, &first) || !plan_holidays_parse_day (to, &last))
    return FALSE;
  get_names (object, &english, &chinese);
  swapped = kind != NULL ? strcmp (kind, "swapped") == 0 : work;
  return plan_holidays_add (self, english, chinese, first, last, work,
                            swapped ? PLAN_EXCEPTION_SWAPPED : PLAN_EXCEPTION_STATUTORY);
}

static void
read_list (PlanHolidays *self, JsonObject *object, const char *name, gboolean work)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    if (!read_item (self, json_array_get_element (list, i), work))
      self->n_skipped++;
}

static gboolean
is_known (JsonObject *object)
{
  JsonNode *version = json_object_get_member (object, "version");

  return g_strcmp0 (get_text (object, "format"), FORMAT) == 0 && version != NULL && JSON_NODE_HOLDS_VALUE (version) &&
         json_node_get_value_type (version) == G_TYPE_INT64 && json_node_get_int (version) == VERSION;
}

/*
 * plan_holidays_read_json:
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when it is not JSON of that form
 */
gboolean
plan_holidays_read_json (PlanHolidays *self, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  gsize at;

  if (plan_json_scan (data, length, MAX_DEPTH, &at) != PLAN_JSON_SCANNED || data[at + strspn (data + at, " \t\r\n")] != '\0' ||
      !json_parser_load_from_data (parser, data, (gssize) length, NULL))
    return plan_text_fail (error, PLAN_ERROR_PARSE, _("The file is not JSON, or is cut off."));
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) || !is_known (json_node_get_object (root)))
    return plan_text_fail (error, PLAN_ERROR_PARSE, _("The file is no list of holidays that this version reads."));
  read_list (self, json_node_get_object (root), "holidays", FALSE);
  read_list (self, json_node_get_object (root), "workdays", TRUE);
  return TRUE;
}
