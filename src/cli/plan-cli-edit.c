/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli edit: one JSON object a line in, one a line out. A line is answered when its edit is on the disk, so
 * whoever reads the answers knows what was kept, whatever happens next.
 */

#include "plan-cli-edit.h"

#include "plan-cli-office.h"
#include "plan-cli-source.h"

#include "plan-error.h"
#include "plan-json-scan.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A line longer than that is no edit that anybody wrote. */
#define MAX_LINE (16 * 1024 * 1024)

/* Members are texts, numbers and truth values. */
#define MAX_DEPTH 16

/* The parser takes the first of several objects for all, which must not pass in silence. */
static gboolean
is_one_object (const char *line, gsize length)
{
  gsize end;

  return plan_json_scan (line, length, MAX_DEPTH, &end) == PLAN_JSON_SCANNED && end + strspn (line + end, " \t\r\n") == length;
}

static JsonParser *
parse_line (const char *line, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) cause = NULL;

  if (length > MAX_LINE || !g_utf8_validate (line, length, NULL))
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_PARSE, _("The line is too long or not UTF-8."));
      return NULL;
    }
  if (!is_one_object (line, (gsize) length))
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_PARSE, _("The line is not a single JSON object."));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, line, length, &cause))
    {
      /* Translators: %s is what the JSON library says, in English */
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE, _("The line is not JSON (%s)."), cause->message);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_PARSE, _("The line is not a JSON object."));
      return NULL;
    }
  return g_steal_pointer (&parser);
}

static gboolean
make_edit (PlanCliEdit *self, const char *line, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = parse_line (line, length, error);
  gboolean done;

  self->added = self->task = PLAN_ID_NONE;
  if (parser == NULL)
    return FALSE;
  self->request = json_node_get_object (json_parser_get_root (parser));
  done = plan_cli_edit_make (self, error);
  self->request = NULL;
  return done;
}

/* As in JSON files: the number a record has in the file it came from, else our own id as a string. */
static void
add_uid (PlanCliEdit *self, JsonObject *answer)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->added);

  json_object_set_string_member (answer, "uid", id);
}

static void
add_dates (PlanCliEdit *self, JsonObject *answer)
{
  guint index = plan_model_find (plan_document_get_model (self->document), PLAN_RECORD_TASK, self->task);
  const PlanScheduledTask *scheduled;

  if (index == PLAN_INDEX_NONE)
    return;
  scheduled = plan_schedule_get_task (plan_document_get_schedule (self->document), index);
  if (scheduled->start != PLAN_TICKS_NONE)
    {
      g_autofree char *start = plan_ticks_format_iso (scheduled->start);
      g_autofree char *finish = plan_ticks_format_iso (scheduled->finish);

      json_object_set_string_member (answer, "start", start);
      json_object_set_string_member (answer, "finish", finish);
    }
}

static void
print_answer (JsonObject *answer)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_set_object (node, answer);
  text = json_to_string (node, FALSE);
  fputs (text, stdout);
  fputc ('\n', stdout);
  fflush (stdout);
}

static gboolean
answer_line (PlanCliEdit *self, const char *line, gssize length)
{
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (GError) error = NULL;
  gboolean done = make_edit (self, line, length, &error);

  json_object_set_boolean_member (answer, "ok", done);
  if (done)
    {
      json_object_set_int_member (answer, "revision", plan_document_get_revision (self->document));
      if (self->added != PLAN_ID_NONE)
        add_uid (self, answer);
      if (self->task != PLAN_ID_NONE)
        add_dates (self, answer);
    }
  else
    json_object_set_string_member (answer, "error", error->message);
  print_answer (answer);
  return done;
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\r\n")] == '\0';
}

static guint
answer_lines (PlanCliEdit *self)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  guint n_refused = 0;

  /* Nobody would know of further edits when answers cannot be written. */
  while (!ferror (stdout) && (length = getline (&line, &size, stdin)) >= 0)
    if (!is_blank (line) && !answer_line (self, line, length))
      n_refused++;
  free (line);
  return n_refused;
}

static int
run (const char *office, const char *project, const char *author)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanDocument) document = plan_document_open (office, PLAN_STORE_CREATE, &error);
  PlanCliEdit self = { .document = document };
  guint n_refused;

  if (document == NULL)
    return plan_cli_fail (office, error);
  if (project != NULL && !plan_cli_find_project (plan_document_get_model (document), project, &self.project, &error))
    return plan_cli_fail (office, error);
  if (author != NULL)
    plan_document_set_author (document, author);
  n_refused = answer_lines (&self);
  plan_cli_back_up (document);
  if (n_refused == 0)
    return PLAN_CLI_DONE;
  /* Translators: %1$s is the path of a file, %2$u a number of edits */
  g_printerr (g_dngettext (GETTEXT_PACKAGE, "planwright-cli: %1$s: %2$u edit was refused.\n",
                           "planwright-cli: %1$s: %2$u edits were refused.\n", n_refused), office, n_refused);
  return PLAN_CLI_FAILED;
}

/**
 * plan_cli_edit:
 *
 * Returns: the exit code
 */
int
plan_cli_edit (const PlanCliVerb *verb, int argc, char **argv)
{
  g_autofree char *project = NULL;
  g_autofree char *author = NULL;
  const GOptionEntry entries[] = {
    { "project", 0, 0, G_OPTION_ARG_STRING, &project, N_("The project whose rows and numbers are meant"), "NAME" },
    { "author", 0, 0, G_OPTION_ARG_STRING, &author, N_("Who makes the edits, for the history"), "NAME" },
    G_OPTION_ENTRY_NULL
  };
  PlanCliClock clock;
  int exit_code;

  if (!plan_cli_parse (verb, entries, &argc, &argv, 1, 1, &clock, &exit_code))
    return exit_code;
  exit_code = run (argv[0], project, author);
  plan_cli_clock_total (&clock);
  return exit_code;
}
