/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli convert: from any format that can be read, or from an office, to any that can be written.
 */

#include "plan-cli-target.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gboolean reschedule;
  char *project;
  char *resource;
  char *from;
  char *to;
  char *report;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->project);
  g_free (self->resource);
  g_free (self->from);
  g_free (self->to);
  g_free (self->report);
}

static gboolean
write_report (const PlanCliSource *source, const char *path, GError **error)
{
  g_autofree char *text = NULL;

  if (path == NULL || source->import == NULL)
    return TRUE;
  text = plan_report_to_json (source->import->report);
  return g_file_set_contents (path, text, -1, error);
}

static int
convert (const Options *options, const char *in, const char *out, PlanCliClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanCliSource) source = NULL;
  const PlanFormat *format = plan_cli_target_find (options->to, out, &error);

  if (format == NULL)
    return plan_cli_fail (NULL, error);
  source = plan_cli_source_open (in, options->from, clock, &error);
  if (source == NULL)
    return plan_cli_fail (in, error);
  if (!write_report (source, options->report, &error))
    return plan_cli_fail (options->report, error);
  if (!plan_cli_target_write (source, format, options->project, options->resource, !options->reschedule, out, &error))
    return plan_cli_fail (g_error_matches (error, PLAN_ERROR, PLAN_ERROR_IO) ? out : in, error);
  plan_cli_clock_mark (clock, "write");
  plan_cli_clock_total (clock);
  return PLAN_CLI_DONE;
}

/**
 * plan_cli_convert:
 *
 * Returns: the exit code
 */
int
plan_cli_convert (const PlanCliVerb *verb, int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "reschedule", 0, 0, G_OPTION_ARG_NONE, &options.reschedule, N_("Compute all dates anew instead of writing those of the file"), NULL },
    { "project", 0, 0, G_OPTION_ARG_STRING, &options.project, N_("The project to write, when there are several"), "NAME" },
    { "resource", 0, 0, G_OPTION_ARG_STRING, &options.resource, N_("Write the tasks of this resource, in iCalendar"), "NAME" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("Format of the input; else it is told by the content"), "FORMAT" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("Format of the output; else it is told by the suffix"), "FORMAT" },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options.report, N_("Write what became of the file’s content"), "REPORT.json" },
    G_OPTION_ENTRY_NULL
  };
  PlanCliClock clock;
  int exit_code;

  if (plan_cli_parse (verb, entries, &argc, &argv, 2, 2, &clock, &exit_code))
    exit_code = convert (&options, argv[0], argv[1], &clock);
  clear_options (&options);
  return exit_code;
}
