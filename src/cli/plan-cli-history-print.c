/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How entries of the history and comparisons are printed: a line each for people and line tools, or JSON.
 */

#include "plan-cli-history-print.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static const char *const kind_names[PLAN_N_DIFFERENCES] = {
  [PLAN_DIFFERENCE_ADDED] = "added",
  [PLAN_DIFFERENCE_DELETED] = "deleted",
  [PLAN_DIFFERENCE_CHANGED] = "changed",
};

/* A string, as in all our JSON: not every reader keeps such numbers whole. */
static void
set_id (JsonObject *object, const char *name, PlanId id)
{
  g_autofree char *text = g_strdup_printf ("%" PRId64, id);

  if (id != PLAN_ID_NONE)
    json_object_set_string_member (object, name, text);
}

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
}

static void
set_number (JsonObject *object, const char *name, gint64 number)
{
  if (number != 0)
    json_object_set_int_member (object, name, number);
}

static JsonArray *
words_to_json (GPtrArray *words)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < words->len; i++)
    {
      const PlanHistoryLine *line = words->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "text", line->text);
      set_id (object, "project", line->project);
      set_id (object, "task", line->task);
      json_object_set_boolean_member (object, "follows", line->follows);
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * plan_cli_entry_to_json:
 * @version: (nullable): the name of the version after it
 * @words: (nullable) (element-type PlanHistoryLine): what it did
 *
 * Returns: (transfer full): the entry
 */
JsonObject *
plan_cli_entry_to_json (const PlanHistoryEntry *entry, const char *version, GPtrArray *words)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (entry->at / G_USEC_PER_SEC);
  g_autofree char *iso = at != NULL ? g_date_time_format_iso8601 (at) : NULL;
  g_autofree char *what = plan_history_describe (entry);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "entry", entry->id);
  set_text (object, "at", iso);
  set_text (object, "author", entry->author);
  json_object_set_string_member (object, "what", what);
  set_id (object, "project", entry->project);
  set_number (object, "undoes", entry->undoes);
  set_number (object, "redoes", entry->redoes);
  set_text (object, "version", version);
  if (words != NULL)
    json_object_set_array_member (object, "words", words_to_json (words));
  return object;
}

/**
 * plan_cli_print_entry:
 *
 * Prints an entry as a line with tabs: number, local time, person, what, name of the version; then its words, indented.
 */
void
plan_cli_print_entry (const PlanHistoryEntry *entry, const char *version, GPtrArray *words)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (entry->at / G_USEC_PER_SEC);
  g_autofree char *time = at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M") : NULL;
  g_autofree char *what = plan_history_describe (entry);

  g_print ("%" PRId64 "\t%s\t%s\t%s", entry->id, time != NULL ? time : "", entry->author != NULL ? entry->author : "", what);
  g_print (version != NULL ? "\t[%s]\n" : "\n", version);
  for (guint i = 0; words != NULL && i < words->len; i++)
    g_print ("\t%s\n", ((const PlanHistoryLine *) words->pdata[i])->text);
}

static void
set_dates (JsonObject *object, const char *name, const PlanTicks at[2])
{
  JsonArray *array;

  if (at[0] == at[1])
    return;
  array = json_array_new ();
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = at[i] != PLAN_TICKS_NONE ? plan_ticks_format_iso (at[i]) : NULL;

      if (text != NULL)
        json_array_add_string_element (array, text);
      else
        json_array_add_null_element (array);
    }
  json_object_set_array_member (object, name, array);
}

static JsonArray *
fields_to_json (const PlanDifference *item)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < item->fields->len; i++)
    {
      const PlanFieldDifference *field = item->fields->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "field", plan_field_difference_get_key (field));
      json_object_set_string_member (object, "label", plan_field_difference_get_label (field));
      json_object_set_string_member (object, "old", field->old_text);
      json_object_set_string_member (object, "new", field->new_text);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
item_to_json (const PlanDifference *item)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", kind_names[item->kind]);
  json_object_set_string_member (object, "record", plan_record_get_table (item->record));
  set_id (object, "uid", item->id);
  json_object_set_string_member (object, "name", item->title);
  set_id (object, "project", item->project);
  set_id (object, "task", item->task);
  set_number (object, "tasks_below", item->n_below);
  if (item->move != PLAN_MOVE_NONE)
    json_object_set_boolean_member (object, "moved", TRUE);
  set_dates (object, "start", item->start);
  set_dates (object, "finish", item->finish);
  set_number (object, "slip_minutes", item->slip / PLAN_TICKS_PER_MINUTE);
  if (item->fields->len > 0)
    json_object_set_array_member (object, "fields", fields_to_json (item));
  return object;
}

static JsonObject *
project_to_json (const PlanProjectDifference *project)
{
  JsonObject *object = json_object_new ();

  set_id (object, "uid", project->id);
  json_object_set_string_member (object, "name", project->name != NULL ? project->name : "");
  set_dates (object, "start", project->start);
  set_dates (object, "finish", project->finish);
  set_number (object, "slip_minutes", project->slip / PLAN_TICKS_PER_MINUTE);
  json_object_set_int_member (object, "tasks_moved", project->n_moved);
  json_object_set_int_member (object, "tasks_later", project->n_later);
  json_object_set_int_member (object, "tasks_earlier", project->n_earlier);
  return object;
}

static gboolean
is_shown (PlanId wanted, PlanId project)
{
  return wanted == PLAN_ID_NONE || project == PLAN_ID_NONE || project == wanted;
}

/**
 * plan_cli_print_json:
 * @node: (transfer full): what to print
 */
void
plan_cli_print_json (JsonNode *node)
{
  g_autoptr (JsonNode) root = node;
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}

static void
print_as_json (const PlanPast *past, PlanId project)
{
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_new (), *projects = json_array_new ();
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);
  const PlanComparison *comparison = past->comparison;

  json_object_set_int_member (object, "from", past->revisions[0]);
  json_object_set_int_member (object, "to", past->revisions[1]);
  for (guint i = 0; i < comparison->projects->len; i++)
    if (is_shown (project, ((const PlanProjectDifference *) comparison->projects->pdata[i])->id))
      json_array_add_object_element (projects, project_to_json (comparison->projects->pdata[i]));
  for (guint i = 0; i < comparison->items->len; i++)
    if (is_shown (project, ((const PlanDifference *) comparison->items->pdata[i])->project))
      json_array_add_object_element (items, item_to_json (comparison->items->pdata[i]));
  json_object_set_array_member (object, "projects", projects);
  json_object_set_array_member (object, "differences", items);
  json_node_take_object (root, object);
  plan_cli_print_json (root);
}

static void
print_item (const PlanDifference *item)
{
  for (guint change = 0; change < plan_difference_count (item); change++)
    {
      g_autofree char *text = plan_difference_to_text (item, change);

      g_print ("%s\n", text);
    }
}

/**
 * plan_cli_print_comparison:
 * @project: only this one and what belongs to none, or %PLAN_ID_NONE for all
 *
 * Prints what differs, a line each, then how far projects have moved; or JSON.
 */
void
plan_cli_print_comparison (const PlanPast *past, PlanId project, gboolean json)
{
  const PlanComparison *comparison = past->comparison;

  if (json)
    {
      print_as_json (past, project);
      return;
    }
  if (plan_comparison_is_empty (comparison))
    g_print ("%s\n", _("Nothing differs."));
  for (guint i = 0; i < comparison->items->len; i++)
    if (is_shown (project, ((const PlanDifference *) comparison->items->pdata[i])->project))
      print_item (comparison->items->pdata[i]);
  for (guint i = 0; i < comparison->projects->len; i++)
    if (is_shown (project, ((const PlanProjectDifference *) comparison->projects->pdata[i])->id))
      {
        g_autofree char *text = plan_project_difference_to_text (comparison->projects->pdata[i]);

        g_print ("%s\n", text);
      }
}
