/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli search: finds by words. The words of an office are kept in the user's cache, as the window does; those of
 * other files only in memory.
 */

#include "plan-cli.h"

#include "plan-cli-source.h"
#include "plan-search.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define DEFAULT_LIMIT 20
#define MAX_LIMIT 10000

typedef struct
{
  char **kinds;
  gboolean json;
  int limit;
} SearchRequest;

static gboolean
read_kinds (char **names, guint *wanted)
{
  *wanted = names == NULL ? PLAN_SEARCH_ALL : 0;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      PlanSearchKind kind;

      if (!plan_search_kind_find (names[i], &kind))
        return FALSE;
      *wanted |= 1u << kind;
    }
  return TRUE;
}

static const char *
get_project_name (const PlanSearchHit *hit, const PlanModel *model)
{
  const PlanProject *project = plan_model_get_project (model, plan_search_hit_get_project (hit, model));

  return project != NULL && project->name != NULL ? project->name : "";
}

static void
print_line (const PlanSearchHit *hit, const PlanModel *model)
{
  const char *name = plan_search_hit_get_name (hit, model);

  g_print ("%s\t%s\t%s\t%s\n", _(plan_search_kind_get_label (hit->kind)), get_project_name (hit, model), name != NULL ? name : "",
           hit->text.marks != NULL ? hit->text.text : "");
}

/* A text and where in it, counted in characters, something was found. */
static void
add_text (JsonObject *object, const char *member, const char *marks_member, const PlanSearchText *text)
{
  JsonArray *marks = json_array_new ();

  for (guint i = 0; text->marks != NULL && i < text->marks->len; i++)
    {
      const PlanSearchMark *mark = &g_array_index (text->marks, PlanSearchMark, i);
      JsonArray *pair = json_array_new ();

      json_array_add_int_element (pair, g_utf8_strlen (text->text, mark->start));
      json_array_add_int_element (pair, g_utf8_strlen (text->text, mark->end));
      json_array_add_array_element (marks, pair);
    }
  json_object_set_string_member (object, member, text->text);
  json_object_set_array_member (object, marks_member, marks);
}

static JsonObject *
make_object (const PlanSearchHit *hit, const PlanModel *model)
{
  g_autofree char *uid = g_strdup_printf ("%" G_GINT64_FORMAT, hit->id);
  const char *name = plan_search_hit_get_name (hit, model);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", plan_search_kind_get_key (hit->kind));
  json_object_set_string_member (object, "record", plan_record_get_table (hit->record));
  json_object_set_string_member (object, "uid", uid);
  json_object_set_string_member (object, "name", name != NULL ? name : "");
  json_object_set_string_member (object, "project", get_project_name (hit, model));
  json_object_set_double_member (object, "score", hit->score);
  add_text (object, "name_found", "name_marks", &hit->name);
  add_text (object, "text_found", "text_marks", &hit->text);
  return object;
}

static void
print_json (GPtrArray *hits, const PlanModel *model)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < hits->len; i++)
    json_array_add_object_element (array, make_object (g_ptr_array_index (hits, i), model));
  json_node_take_array (root, array);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static int
run (const SearchRequest *request, guint kinds, const char *path, const char *query, PlanCliClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanCliSource) source = plan_cli_source_open (path, NULL, clock, &error);
  g_autoptr (PlanSearch) search = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *cache = NULL;
  PlanSearchState state = { 0 };

  if (source == NULL)
    return plan_cli_fail (path, error);
  cache = source->stamp != NULL ? plan_search_get_path (path) : NULL;
  state.model = source->model;
  state.stamp = source->stamp != NULL ? source->stamp : "file";
  search = plan_search_open (cache);
  if (!plan_search_update (search, &state, NULL, &error))
    return plan_cli_fail (path, error);
  plan_cli_clock_mark (clock, "index");
  hits = plan_search_find (search, &state, query, kinds, (guint) request->limit, NULL, &error);
  if (hits == NULL)
    return plan_cli_fail (path, error);
  plan_cli_clock_mark (clock, "search");
  g_ptr_array_set_size (hits, (gint) MIN (hits->len, (guint) request->limit));
  if (request->json)
    print_json (hits, source->model);
  else
    for (guint i = 0; i < hits->len; i++)
      print_line (g_ptr_array_index (hits, i), source->model);
  return PLAN_CLI_DONE;
}

/**
 * plan_cli_search:
 *
 * Returns: the exit code; finding nothing is no failure
 */
int
plan_cli_search (const PlanCliVerb *verb, int argc, char **argv)
{
  SearchRequest request = { .limit = DEFAULT_LIMIT };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.kinds,
      N_("Find only these: project, task, resource or calendar; may be given several times"), "KIND" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &request.limit, N_("How many results at most"), "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &request.json, N_("Print the results as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) kinds = NULL;
  PlanCliClock clock;
  guint wanted;
  int exit_code;

  if (!plan_cli_parse (verb, entries, &argc, &argv, 2, 2, &clock, &exit_code))
    return exit_code;
  kinds = request.kinds;
  if (!read_kinds (kinds, &wanted))
    return plan_cli_refuse (verb, _("A kind is “project”, “task”, “resource” or “calendar”."));
  if (request.limit < 1 || request.limit > MAX_LIMIT)
    return plan_cli_refuse (verb, _("The number of results is between 1 and 10000."));
  exit_code = run (&request, wanted, argv[0], argv[1], &clock);
  plan_cli_clock_total (&clock);
  return exit_code;
}
