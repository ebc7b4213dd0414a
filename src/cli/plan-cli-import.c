/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli import: adds plans to an office, each file as one edit, as the window does. All files are read before the
 * first is added, so that a wrong one leaves the office as it was.
 */

#include "plan-cli-office.h"
#include "plan-cli-source.h"

#include "plan-edits.h"
#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What --keep-dates takes. */
static const struct
{
  const char *name;
  PlanKeepDates keep;
} keep_names[] = {
  { "constraints", PLAN_KEEP_AS_CONSTRAINTS },
  { "manual", PLAN_KEEP_AS_MANUAL },
};

typedef struct
{
  char *report;
  char *keep_dates;
} Options;

static gboolean
write_reports (GPtrArray *sources, const char *path, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (path == NULL)
    return TRUE;
  for (guint i = 0; i < sources->len; i++)
    {
      const PlanCliSource *source = sources->pdata[i];
      g_autofree char *report = plan_report_to_json (source->import->report);

      if (i > 0)
        g_string_append (text, ",\n");
      g_string_append (text, report);
    }
  if (sources->len > 1)
    {
      g_string_prepend (text, "[\n");
      g_string_append (text, "\n]\n");
    }
  return g_file_set_contents (path, text->str, text->len, error);
}

static void
print_result (const PlanCliSource *source, const char *path)
{
  guint n_tasks = plan_model_get_n (source->model, PLAN_RECORD_TASK);

  /* Translators: %1$s is the path of a file, %2$u a number of tasks */
  g_print (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u task imported", "%1$s: %2$u tasks imported", n_tasks), path, n_tasks);
  /* Translators: two numbers of values in an imported file */
  g_print (_(" (%1$u changed, %2$u dropped)\n"), plan_report_count (source->import->report, PLAN_REPORT_CHANGED),
           plan_report_count (source->import->report, PLAN_REPORT_DROPPED));
}

static GPtrArray *
read_files (char **paths, int n_paths, PlanCliClock *clock, int *exit_code)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_cli_source_free);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < n_paths; i++)
    {
      PlanCliSource *source = plan_cli_source_open (paths[i], NULL, clock, &error);

      if (source == NULL)
        {
          *exit_code = plan_cli_fail (paths[i], error);
          return NULL;
        }
      g_ptr_array_add (sources, source);
      if (source->import != NULL)
        continue;
      g_set_error_literal (&error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED, _("An office cannot be imported into another."));
      *exit_code = plan_cli_fail (paths[i], error);
      return NULL;
    }
  return g_steal_pointer (&sources);
}

/* Keeps the dates of the files in all projects that came from them. */
static gboolean
keep_dates (PlanDocument *document, const PlanCliSource *source, const char *name, GError **error)
{
  guint n_left = 0, n;
  guint kind = 0;

  if (name == NULL)
    return TRUE;
  while (strcmp (keep_names[kind].name, name) != 0)
    kind++;
  for (guint i = 0; i < plan_model_get_n (source->model, PLAN_RECORD_PROJECT); i++)
    {
      PlanId project = plan_record_get_id (plan_model_get_at (source->model, PLAN_RECORD_PROJECT, i));

      if (!plan_edit_keep_file_dates (document, project, keep_names[kind].keep, &n, error))
        return FALSE;
      n_left += n;
    }
  if (n_left > 0)
    /* Translators: %u is a number of tasks whose dates in a file could not be kept */
    g_print (g_dngettext (GETTEXT_PACKAGE, "%u task still lies elsewhere than in the file\n",
                          "%u tasks still lie elsewhere than in the file\n", n_left), n_left);
  return TRUE;
}

static gboolean
is_keep_known (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (keep_names); i++)
    if (name == NULL || strcmp (keep_names[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

static int
import_files (const char *office, char **paths, int n_paths, const Options *options, PlanCliClock *clock)
{
  int exit_code = PLAN_CLI_DONE;
  g_autoptr (GPtrArray) sources = read_files (paths, n_paths, clock, &exit_code);
  g_autoptr (PlanDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (sources == NULL)
    return exit_code;
  document = plan_document_open (office, PLAN_STORE_CREATE, &error);
  if (document == NULL)
    return plan_cli_fail (office, error);
  plan_cli_clock_mark (clock, "open");
  /* First, so that a report that cannot be written leaves the office as it was. */
  if (!write_reports (sources, options->report, &error))
    return plan_cli_fail (options->report, error);
  for (guint i = 0; i < sources->len; i++)
    {
      const PlanCliSource *source = sources->pdata[i];
      g_autofree char *name = g_path_get_basename (paths[i]);

      if (!plan_edit_import (document, source->import, name, &error))
        return plan_cli_fail (paths[i], error);
      print_result (source, paths[i]);
      if (!keep_dates (document, source, options->keep_dates, &error))
        return plan_cli_fail (paths[i], error);
    }
  plan_cli_back_up (document);
  plan_document_close (document);
  plan_cli_clock_mark (clock, "write");
  plan_cli_clock_total (clock);
  return PLAN_CLI_DONE;
}

/**
 * plan_cli_import:
 *
 * Returns: the exit code
 */
int
plan_cli_import (const PlanCliVerb *verb, int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options.report, N_("Write what became of the files’ content"), "REPORT.json" },
    { "keep-dates", 0, 0, G_OPTION_ARG_STRING, &options.keep_dates, N_("Keep the files’ dates where the plan gives others"), "constraints|manual" },
    G_OPTION_ENTRY_NULL
  };
  PlanCliClock clock;
  int exit_code;

  if (plan_cli_parse (verb, entries, &argc, &argv, 2, -1, &clock, &exit_code))
    exit_code = is_keep_known (options.keep_dates)
                  ? import_files (argv[0], argv + 1, argc - 1, &options, &clock)
                  /* Translators: the two words in quotation marks are typed as they are */
                  : plan_cli_refuse (verb, _("Dates are kept as “constraints” or as “manual”."));
  g_free (options.report);
  g_free (options.keep_dates);
  return exit_code;
}
