/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli history: what was done to an office, by whom, and what followed; versions that have names, how two moments
 * differ, and going back to one.
 */

#include "plan-cli-history-print.h"
#include "plan-cli-office.h"
#include "plan-cli-source.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define USUAL_LIMIT 50

/**
 * HistoryRequest:
 * @arguments: after the office, ended by %NULL
 * @after, @before: from when to when entries are wanted; UTC, microseconds since 1970, both 0 for any time
 */
typedef struct
{
  const char *office;
  char **arguments;
  char *project;
  char *author;
  char *text;
  char *from;
  char *to;
  int limit;
  gboolean words;
  gboolean json;
  gint64 after;
  gint64 before;
} HistoryRequest;

/**
 * Walk:
 * @model: what the office held after entry @at, taken back while entries are explained; %NULL when none are
 */
typedef struct
{
  PlanStore *store;
  PlanModel *model;
  gint64 at;
  GPtrArray *marks;
} Walk;

static const char *
get_version (const Walk *self, gint64 entry)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (((const PlanMark *) self->marks->pdata[i])->revision == entry)
      return ((const PlanMark *) self->marks->pdata[i])->name;
  return NULL;
}

static gboolean
begin_walk (Walk *self, PlanStore *store, GError **error)
{
  *self = (Walk) { .store = store, .at = plan_store_get_revision (store) };
  self->marks = plan_store_list_marks (store, error);
  self->model = plan_model_new ();
  return self->marks != NULL && plan_store_load (store, self->model, NULL, error);
}

static void
end_walk (Walk *self)
{
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->model, plan_model_unref);
}

static gboolean
print_entry (Walk *self, const HistoryRequest *request, const PlanHistoryEntry *entry, JsonArray *array, GError **error)
{
  g_autoptr (GPtrArray) words = NULL;

  if (request->words)
    {
      words = plan_past_explain (self->store, self->model, self->at, entry->id, NULL, error);
      if (words == NULL)
        return FALSE;
      self->at = entry->id - 1;
    }
  if (array != NULL)
    json_array_add_object_element (array, plan_cli_entry_to_json (entry, get_version (self, entry->id), words));
  else
    plan_cli_print_entry (entry, get_version (self, entry->id), words);
  return TRUE;
}

static gboolean
print_entries (Walk *self, const HistoryRequest *request, JsonArray *array, GError **error)
{
  PlanHistoryQuery query = { .author = request->author, .text = request->text, .from = request->after, .to = request->before };
  gint64 reached = G_MAXINT64;
  guint left = request->limit;

  if (request->project != NULL && !plan_cli_find_project (self->model, request->project, &query.project, error))
    return FALSE;
  while (left > 0 && reached > 0)
    {
      g_autoptr (GPtrArray) entries = plan_past_find (self->store, &query, reached, left, &reached, error);

      if (entries == NULL)
        return FALSE;
      for (guint i = 0; i < entries->len; i++)
        if (!print_entry (self, request, entries->pdata[i], array, error))
          return FALSE;
      left -= entries->len;
    }
  return TRUE;
}

static gboolean
list_entries (const HistoryRequest *request, PlanStore *store, GError **error)
{
  JsonArray *array = request->json ? json_array_new () : NULL;
  Walk walk;
  gboolean ok = begin_walk (&walk, store, error) && print_entries (&walk, request, array, error);

  end_walk (&walk);
  if (array != NULL)
    {
      JsonNode *root = json_node_new (JSON_NODE_ARRAY);

      json_node_take_array (root, array);
      if (ok)
        plan_cli_print_json (root);
      else
        json_node_unref (root);
    }
  return ok;
}

static gboolean
print_one (Walk *walk, const HistoryRequest *request, const PlanHistoryEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) words = plan_past_explain (walk->store, walk->model, walk->at, entry->id, NULL, error);
  JsonNode *root;

  if (words == NULL)
    return FALSE;
  if (!request->json)
    {
      plan_cli_print_entry (entry, get_version (walk, entry->id), words);
      return TRUE;
    }
  root = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (root, plan_cli_entry_to_json (entry, get_version (walk, entry->id), words));
  plan_cli_print_json (root);
  return TRUE;
}

static gboolean
show_entry (const HistoryRequest *request, PlanStore *store, GError **error)
{
  PlanHistoryEntry entry = { 0 };
  gint64 revision;
  Walk walk;
  gboolean ok = begin_walk (&walk, store, error) && plan_past_get_revision (store, request->arguments[0], &revision, error) &&
                plan_store_read_entry (store, revision, &entry, error) && print_one (&walk, request, &entry, error);

  plan_history_entry_clear (&entry);
  end_walk (&walk);
  return ok;
}

static gboolean
compare (const HistoryRequest *request, PlanStore *store, GError **error)
{
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autoptr (PlanPast) past = NULL;
  const char *to = request->arguments[1] != NULL ? request->arguments[1] : "now";
  PlanId project = PLAN_ID_NONE;
  gint64 revisions[2];

  if (!plan_past_get_revision (store, request->arguments[0], &revisions[0], error) ||
      !plan_past_get_revision (store, to, &revisions[1], error) || !plan_store_load (store, model, NULL, error))
    return FALSE;
  if (request->project != NULL && !plan_cli_find_project (model, request->project, &project, error))
    return FALSE;
  past = plan_past_new (store, model, plan_store_get_revision (store), revisions[0], revisions[1], NULL, error);
  if (past == NULL)
    return FALSE;
  plan_cli_print_comparison (past, project, request->json);
  return TRUE;
}

static gboolean
mark (const HistoryRequest *request, PlanDocument *document, GError **error)
{
  gint64 revision;

  return plan_past_get_revision (plan_document_get_store (document), request->arguments[0], &revision, error) &&
         plan_document_set_mark (document, revision, request->arguments[1], error);
}

static gboolean
go_back (const HistoryRequest *request, PlanDocument *document, GError **error)
{
  gint64 revision;

  if (request->author != NULL)
    plan_document_set_author (document, request->author);
  if (!plan_past_get_revision (plan_document_get_store (document), request->arguments[0], &revision, error) ||
      !plan_edit_go_back (document, revision, error))
    return FALSE;
  plan_cli_back_up (document);
  return TRUE;
}

/**
 * HistoryVerb:
 * @least: arguments after the office at least, @most: at most
 * @read: for one who only reads; @edit: for one who writes; one of the two
 */
typedef struct
{
  const char *name;
  int least;
  int most;
  gboolean (*read) (const HistoryRequest *request, PlanStore *store, GError **error);
  gboolean (*edit) (const HistoryRequest *request, PlanDocument *document, GError **error);
} HistoryVerb;

static const HistoryVerb verbs[] = {
  { "list", 0, 0, list_entries, NULL },
  { "show", 1, 1, show_entry, NULL },
  { "compare", 1, 2, compare, NULL },
  { "go-back", 1, 1, NULL, go_back },
  { "mark", 2, 2, NULL, mark },
  { "unmark", 1, 1, NULL, mark },
};

static const HistoryVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

/* A day of local time as a moment of UTC; @days after its beginning. */
static gboolean
read_day (const char *option, const char *text, int days, gint64 *moment, GError **error)
{
  g_autoptr (GDateTime) time = NULL;
  PlanTicks at;
  PlanCivil civil;

  if (text == NULL)
    return TRUE;
  if (plan_date_parse (text, plan_ticks_now (), 0, &at, NULL))
    {
      plan_day_to_civil (plan_ticks_get_day (at) + days, &civil);
      time = g_date_time_new_local (civil.year, civil.month, civil.day, 0, 0, 0);
    }
  if (time == NULL)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
                   /* Translators: %1$s is what was typed, %2$s an option as “--paper” */
                   _("“%1$s” does not fit the option %2$s."), text, option);
      return FALSE;
    }
  *moment = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  return TRUE;
}

static int
run (const HistoryVerb *what, const HistoryRequest *request)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (what->read != NULL)
    {
      g_autoptr (PlanStore) store = plan_store_open (request->office, PLAN_STORE_READ_ONLY, &error);

      done = store != NULL && what->read (request, store, &error);
    }
  else
    {
      g_autoptr (PlanDocument) document = plan_document_open (request->office, 0, &error);

      done = document != NULL && what->edit (request, document, &error);
    }
  return done ? PLAN_CLI_DONE : plan_cli_fail (request->office, error);
}

static int
check_and_run (const PlanCliVerb *verb, int argc, char **argv, HistoryRequest *request)
{
  const HistoryVerb *what = find_verb (argv[0]);
  g_autoptr (GError) error = NULL;

  if (what == NULL)
    return plan_cli_refuse (verb, _("What to do with the history is “list”, “show”, “compare”, “go-back”, “mark” or “unmark”."));
  if (argc - 2 < what->least || argc - 2 > what->most)
    return plan_cli_refuse (verb, argc - 2 < what->least ? _("An argument is missing.") : _("There are too many arguments."));
  if (request->limit < 1)
    return plan_cli_refuse (verb, _("The limit is a number from 1."));
  if (!read_day ("--from", request->from, 0, &request->after, &error) || !read_day ("--to", request->to, 1, &request->before, &error))
    return plan_cli_refuse (verb, error->message);
  request->office = argv[1];
  request->arguments = argv + 2;
  return run (what, request);
}

static void
clear_request (HistoryRequest *request)
{
  g_free (request->project);
  g_free (request->author);
  g_free (request->text);
  g_free (request->from);
  g_free (request->to);
}

/**
 * plan_cli_history:
 *
 * Returns: the exit code
 */
int
plan_cli_history (const PlanCliVerb *verb, int argc, char **argv)
{
  HistoryRequest request = { .limit = USUAL_LIMIT };
  const GOptionEntry entries[] = {
    { "project", 0, 0, G_OPTION_ARG_STRING, &request.project, N_("Only what is about this project"), "NAME" },
    { "author", 0, 0, G_OPTION_ARG_STRING, &request.author, N_("Only what this person did; with “go-back”, who goes back"), "NAME" },
    { "text", 0, 0, G_OPTION_ARG_STRING, &request.text, N_("Only entries with these words"), "WORDS" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &request.from, N_("Only entries from this day on"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &request.to, N_("Only entries up to this day"), "DATE" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &request.limit, N_("So many entries at most, the latest; 50 unless given"), "N" },
    { "words", 0, 0, G_OPTION_ARG_NONE, &request.words, N_("Say of each entry what changed and what followed"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &request.json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  PlanCliClock clock;
  int exit_code;

  if (plan_cli_parse (verb, entries, &argc, &argv, 2, 4, &clock, &exit_code))
    {
      exit_code = check_and_run (verb, argc, argv, &request);
      plan_cli_clock_total (&clock);
    }
  clear_request (&request);
  return exit_code;
}
