/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli convert: from any format that can be read, or from an office, to any that can be written.
 */

#include "plan-cli-source.h"

#include "plan-error.h"
#include "plan-format.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  gboolean reschedule;
  char *project;
  char *from;
  char *to;
  char *report;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->project);
  g_free (self->from);
  g_free (self->to);
  g_free (self->report);
}

static const PlanFormat *
find_target (const Options *options, const char *path, GError **error)
{
  const PlanFormat *format = options->to != NULL ? plan_format_by_name (options->to) : plan_format_by_path (path);

  if (format != NULL && format->write != NULL)
    return format;
  if (options->to != NULL)
    /* Translators: %s is the name of a format */
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED, _("The format “%s” cannot be written."), options->to);
  else
    /* Translators: %s is the path of a file */
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED, _("No format that can be written has the suffix of “%s”; choose one with --to."), path);
  return NULL;
}

/* Standard output gets all or nothing, too. */
static gboolean
write_standard_output (const PlanFormat *format, const PlanExport *what, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  GMemoryOutputStream *bytes = G_MEMORY_OUTPUT_STREAM (memory);

  return format->write (what, memory, NULL, error) &&
         g_output_stream_write_all (output, g_memory_output_stream_get_data (bytes), g_memory_output_stream_get_data_size (bytes),
                                    NULL, NULL, error);
}

static gboolean
choose_project (const PlanCliSource *source, const Options *options, const PlanFormat *format, PlanId *project, GError **error)
{
  if (options->project != NULL)
    return plan_cli_find_project (source->model, options->project, project, error);
  return format->several || plan_cli_get_only_project (source->model, project, error);
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

static gboolean
write_target (const PlanCliSource *source, const Options *options, const PlanFormat *format, const char *path, GError **error)
{
  PlanExport what = {
    .model = source->model,
    .schedule = source->schedule,
    .project = PLAN_ID_NONE,
    .file_dates = !options->reschedule,
    .report = source->import != NULL ? source->import->report : NULL,
  };

  if (!choose_project (source, options, format, &what.project, error))
    return FALSE;
  if (strcmp (path, "-") == 0)
    return write_standard_output (format, &what, error);
  return plan_format_write_file (path, format, &what, NULL, error);
}

static int
convert (const Options *options, const char *in, const char *out, PlanCliClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanCliSource) source = NULL;
  const PlanFormat *format = find_target (options, out, &error);

  if (format == NULL)
    return plan_cli_fail (NULL, error);
  source = plan_cli_source_open (in, options->from, clock, &error);
  if (source == NULL)
    return plan_cli_fail (in, error);
  if (!write_report (source, options->report, &error))
    return plan_cli_fail (options->report, error);
  if (!write_target (source, options, format, out, &error))
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
