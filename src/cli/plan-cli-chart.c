/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli chart: a Gantt chart, or the load of people, as pages of a PDF or as one picture.
 */

#include "plan-cli-source.h"

#include "plan-chart-file.h"
#include "plan-error.h"
#include "plan-load-pages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BASELINE 10

/* Pages in each direction. */
#define MAX_FIT 999

/* Pixels per day. */
#define MAX_ZOOM 1e6

typedef struct
{
  char *project;
  char *paper;
  gboolean landscape;
  char *fit;
  char *from;
  char *to;
  char *baseline;
  gboolean critical;
  char *theme;
  char *resource;
  double zoom;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->project);
  g_free (self->paper);
  g_free (self->fit);
  g_free (self->from);
  g_free (self->to);
  g_free (self->theme);
  g_free (self->resource);
  g_free (self->baseline);
}

static gboolean
fail_option (const char *option, const char *value, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED,
               /* Translators: %1$s is what was typed, %2$s an option as “--paper” */
               _("“%1$s” does not fit the option %2$s."), value, option);
  return FALSE;
}

static gboolean
read_fit (const char *text, PlanPagesOptions *pages, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 2);
  guint64 width = 0, height = 0;

  if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 0, MAX_FIT, &width, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, MAX_FIT, &height, NULL) || width + height == 0)
    return fail_option ("--fit", text, error);
  pages->fit_width = (guint) width;
  pages->fit_height = (guint) height;
  return TRUE;
}

static gboolean
check_zoom (double zoom, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%g", zoom);

  return (zoom >= 0 && zoom <= MAX_ZOOM) || fail_option ("--zoom", text, error);
}

static gboolean
read_baseline (const char *text, PlanPagesOptions *pages, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 0, MAX_BASELINE, &number, NULL))
    return fail_option ("--baseline", text, error);
  pages->baseline = (int) number;
  pages->show |= PLAN_GANTT_BASELINE;
  return TRUE;
}

static gboolean
read_date (const char *option, const char *text, PlanTicks within, PlanTicks *at, GError **error)
{
  return text == NULL || plan_date_parse (text, plan_ticks_now (), within, at, NULL) || fail_option (option, text, error);
}

static gboolean
read_options (const Options *options, PlanPagesOptions *pages, GError **error)
{
  plan_pages_options_init (pages);
  pages->landscape = options->landscape;
  pages->today = pages->printed = plan_ticks_now ();
  if (options->critical)
    pages->show |= PLAN_GANTT_CRITICAL;
  else
    pages->show &= ~PLAN_GANTT_CRITICAL;
  if (options->baseline != NULL && !read_baseline (options->baseline, pages, error))
    return FALSE;
  if (!check_zoom (options->zoom, error))
    return FALSE;
  if (options->paper != NULL && (pages->paper = plan_paper_by_name (options->paper)) == NULL)
    return fail_option ("--paper", options->paper, error);
  if (options->theme != NULL && !plan_theme_by_name (options->theme, &pages->theme))
    return fail_option ("--theme", options->theme, error);
  if (options->fit != NULL && !read_fit (options->fit, pages, error))
    return FALSE;
  if (!read_date ("--from", options->from, 0, &pages->from, error) ||
      !read_date ("--to", options->to, PLAN_TICKS_PER_DAY, &pages->to, error))
    return FALSE;
  return pages->from == PLAN_TICKS_NONE || pages->to == PLAN_TICKS_NONE || pages->from < pages->to ||
         fail_option ("--to", options->to, error);
}

static gboolean
write_pdf (const PlanCliSource *source, const Options *options, const PlanPagesOptions *pages, const char *path, GError **error)
{
  g_autoptr (GArray) projects = plan_model_list_projects (source->model);
  PlanId project;

  if (projects->len == 0)
    return plan_cli_get_only_project (source->model, &project, error);
  if (options->project != NULL)
    {
      g_array_set_size (projects, 1);
      if (!plan_cli_find_project (source->model, options->project, &g_array_index (projects, PlanId, 0), error))
        return FALSE;
    }
  return plan_chart_write_pdf (path, source->model, source->schedule, (const PlanId *) projects->data, projects->len, pages, NULL, error);
}

static gboolean
write_image (const PlanCliSource *source, const Options *options, const PlanPagesOptions *pages, const char *path, GError **error)
{
  PlanId project = PLAN_ID_NONE;

  if (options->project != NULL ? !plan_cli_find_project (source->model, options->project, &project, error)
                               : !plan_cli_get_only_project (source->model, &project, error))
    return FALSE;
  return plan_chart_write_image (path, source->model, source->schedule, project, pages, options->zoom, NULL, error);
}

static gboolean
works_in (const PlanModel *model, PlanId resource, PlanId project)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);

      if (assignment->resource == resource && plan_model_get_task (model, assignment->task)->project == project)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (PlanLoad *load, const PlanModel *model, guint index, const char *name, PlanId project)
{
  const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, index);
  PlanTicks start, finish;

  if (!plan_load_is_person (load, index))
    return FALSE;
  if (name != NULL && g_strcmp0 (resource->name, name) != 0 && g_strcmp0 (resource->group, name) != 0)
    return FALSE;
  if (project != PLAN_ID_NONE && !works_in (model, resource->id, project))
    return FALSE;
  return name != NULL || plan_load_get_extent (load, index, &start, &finish);
}

/* The person or the group of that name, or all who have something to do. */
static gboolean
list_people (PlanLoad *load, const PlanModel *model, const Options *options, GArray *people, GError **error)
{
  PlanId project = PLAN_ID_NONE;

  if (options->project != NULL && !plan_cli_find_project (model, options->project, &project, error))
    return FALSE;
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    if (is_wanted (load, model, i, options->resource, project))
      g_array_append_val (people, i);
  if (people->len > 0)
    return TRUE;
  if (options->resource != NULL)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                 /* Translators: %s is a name that was typed */
                 _("There is no person and no group “%s” that works."), options->resource);
  else
    g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("Nobody has anything to do."));
  return FALSE;
}

static gboolean
write_load (const PlanCliSource *source, const Options *options, const PlanPagesOptions *pages, const char *path, GError **error)
{
  PlanCosts *costs = plan_costs_new (source->schedule, source->model, plan_ticks_now ());
  PlanLoad *load = plan_load_new (costs);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean ok = list_people (load, source->model, options, people, error);

  if (ok)
    {
      const PlanLoadPagesInput input = { source->model, source->schedule, load, (const guint *) (gpointer) people->data, people->len,
                                         options->zoom };

      ok = plan_load_write_chart (path, &input, pages, NULL, error);
    }
  plan_load_free (load);
  plan_costs_free (costs);
  return ok;
}

static gboolean
write_chart (const char *chart, const PlanCliSource *source, const Options *options, const PlanPagesOptions *pages,
             const char *path, GError **error)
{
  if (strcmp (chart, "load") == 0)
    return write_load (source, options, pages, path, error);
  return g_str_has_suffix (path, ".pdf") ? write_pdf (source, options, pages, path, error)
                                         : write_image (source, options, pages, path, error);
}

static int
draw_chart (const Options *options, const char *chart, const char *in, const char *out, PlanCliClock *clock)
{
  g_autoptr (PlanCliSource) source = NULL;
  g_autoptr (GError) error = NULL;
  PlanPagesOptions pages;

  if (!read_options (options, &pages, &error))
    {
      plan_cli_fail (NULL, error);
      return PLAN_CLI_WRONG_USAGE;
    }
  source = plan_cli_source_open (in, NULL, clock, &error);
  if (source == NULL)
    return plan_cli_fail (in, error);
  if (!write_chart (chart, source, options, &pages, out, &error))
    return plan_cli_fail (g_error_matches (error, PLAN_ERROR, PLAN_ERROR_IO) ? out : in, error);
  plan_cli_clock_mark (clock, "draw");
  plan_cli_clock_total (clock);
  return PLAN_CLI_DONE;
}

static int
run (const PlanCliVerb *verb, int argc, char **argv, const Options *options, PlanCliClock *clock)
{
  if (strcmp (argv[0], "gantt") != 0 && strcmp (argv[0], "load") != 0)
    return plan_cli_refuse (verb, _("The charts are “gantt” and “load”."));
  if (strcmp (argv[0], "gantt") == 0 && options->resource != NULL)
    return plan_cli_refuse (verb, _("Only the load is drawn for a person or a group."));
  if (!g_str_has_suffix (argv[2], ".pdf") && !g_str_has_suffix (argv[2], ".svg") && !g_str_has_suffix (argv[2], ".png"))
    return plan_cli_refuse (verb, _("The chart is written to a file that ends with .pdf, .svg or .png."));
  return draw_chart (options, argv[0], argv[1], argv[2], clock);
}

/**
 * plan_cli_chart:
 *
 * Returns: the exit code
 */
int
plan_cli_chart (const PlanCliVerb *verb, int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "project", 0, 0, G_OPTION_ARG_STRING, &options.project, N_("The project to draw, when there are several"), "NAME" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_("Paper of the pages, as a4, a3 or letter"), "PAPER" },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &options.landscape, N_("Use the paper in landscape"), NULL },
    { "fit", 0, 0, G_OPTION_ARG_STRING, &options.fit, N_("Fit into so many pages across and down; 0 is as many as are needed"), "WxH" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("The first day to draw"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("The last day to draw"), "DATE" },
    { "baseline", 0, 0, G_OPTION_ARG_STRING, &options.baseline, N_("Draw the baseline of that number, too"), "N" },
    { "critical", 0, 0, G_OPTION_ARG_NONE, &options.critical, N_("Mark the critical path"), NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.theme, N_("Colours: light, dark or print"), "THEME" },
    { "resource", 0, 0, G_OPTION_ARG_STRING, &options.resource, N_("The person or the group whose load is drawn"), "NAME" },
    { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, &options.zoom, N_("Pixels per day of a picture; 0 is what fits"), "PIXELS" },
    G_OPTION_ENTRY_NULL
  };
  PlanCliClock clock;
  int exit_code;

  if (plan_cli_parse (verb, entries, &argc, &argv, 3, 3, &clock, &exit_code))
    exit_code = run (verb, argc, argv, &options, &clock);
  clear_options (&options);
  return exit_code;
}
