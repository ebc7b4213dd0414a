/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether two projects are the same plan, though they were made in two offices at two times.
 */

#include "plan-ui-compare.h"

#include "plan-format.h"

#include <json-glib/json-glib.h>
#include <string.h>

static gboolean
number_id_cb (const GMatchInfo *info, GString *result, gpointer data)
{
  GHashTable *numbers = data;
  g_autofree char *id = g_match_info_fetch (info, 0);
  gpointer number = g_hash_table_lookup (numbers, id);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, g_steal_pointer (&id), number);
    }
  g_string_append_printf (result, "id %u", GPOINTER_TO_UINT (number));
  return FALSE;
}

/* Ids are other ones in each office: they become numbers in the order in which they appear. */
static char *
number_ids (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b[0-9]{15,}\\b", 0, 0, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return g_regex_replace_eval (regex, text, -1, 0, 0, number_id_cb, numbers, NULL);
}

static gint64
get_id (JsonNode *link, const char *member)
{
  return g_ascii_strtoll (json_object_get_string_member (json_node_get_object (link), member), NULL, 10);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  JsonNode *x = *(JsonNode *const *) a, *y = *(JsonNode *const *) b;
  gint64 difference = get_id (x, "successor") - get_id (y, "successor");

  if (difference == 0)
    difference = get_id (x, "predecessor") - get_id (y, "predecessor");
  return difference < 0 ? -1 : difference > 0;
}

/* In which order links were drawn is not in the plan: they come in the order of the tasks, whose ids count up. */
static void
sort_links (JsonObject *root)
{
  JsonArray *links = json_object_has_member (root, "links") ? json_object_get_array_member (root, "links") : NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (JsonArray) sorted = json_array_new ();

  if (links == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (links); i++)
    g_ptr_array_add (nodes, json_array_dup_element (links, i));
  g_ptr_array_sort (nodes, compare_links);
  for (guint i = 0; i < nodes->len; i++)
    json_array_add_element (sorted, nodes->pdata[i]);
  json_object_set_array_member (root, "links", g_steal_pointer (&sorted));
}

/* All of a project as JSON, one value a line; the caller frees it. */
char *
plan_compare_describe (PlanDocument *document, PlanId project)
{
  const PlanExport what = { .model = plan_document_get_model (document), .schedule = plan_document_get_schedule (document), .project = project };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  plan_format_by_name ("json")->write (&what, stream, NULL, &error);
  g_assert_no_error (error);
  json_parser_load_from_data (parser, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                              (gssize) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), &error);
  g_assert_no_error (error);
  sort_links (json_node_get_object (json_parser_get_root (parser)));
  text = json_to_string (json_parser_get_root (parser), TRUE);
  return number_ids (text);
}

/* When something was made is not what was made. */
static gboolean
is_time (const char *line)
{
  return strstr (line, "\"created\" : ") != NULL;
}

/* Ends the test where two descriptions differ in anything but when things were made. */
void
plan_compare_assert_same (const char *made, const char *expected)
{
  g_auto (GStrv) made_lines = g_strsplit (made, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; made_lines[i] != NULL && expected_lines[i] != NULL; i++)
    if (strcmp (made_lines[i], expected_lines[i]) != 0 && !(is_time (made_lines[i]) && is_time (expected_lines[i])))
      g_error ("line %u: “%s”, not “%s”", i + 1, made_lines[i], expected_lines[i]);
  g_assert_cmpuint (g_strv_length (made_lines), ==, g_strv_length (expected_lines));
}
