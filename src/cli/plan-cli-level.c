/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli level: lets tasks wait until their resources are free, and writes the plan with the delays.
 */

#include "plan-cli-level.h"

#include "plan-cli-target.h"
#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *project;
  char *from;
  char *to;
  char *order;
  char *explain;
  double seconds;
  gint64 n_schedules;
  gint64 seed;
  gboolean within_slack;
  gboolean from_status_date;
  gboolean clear;
  gint64 until; /* of the monotonic clock */
} Options;

static const struct
{
  const char *name;
  PlanLevelOrder order;
} orders[] = {
  { "standard", PLAN_LEVEL_STANDARD },
  { "priority", PLAN_LEVEL_PRIORITY },
  { "id", PLAN_LEVEL_ID },
};

static void
clear_options (Options *self)
{
  g_free (self->project);
  g_free (self->from);
  g_free (self->to);
  g_free (self->order);
  g_free (self->explain);
}

/**
 * plan_cli_level_parse_order:
 * @text: (nullable): the name of an order; %NULL is the first one
 *
 * Returns: whether there is such an order
 */
gboolean
plan_cli_level_parse_order (const char *text, PlanLevelOrder *order, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (text == NULL || strcmp (orders[i].name, text) == 0)
      {
        *order = orders[i].order;
        return TRUE;
      }
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %s is what was given; the words in quotes stay as they are */
               _("“%s” is none of “standard”, “priority” and “id”."), text);
  return FALSE;
}

static gboolean
check_options (const Options *self, PlanLevelOrder *order, GError **error)
{
  if (!plan_cli_level_parse_order (self->order, order, error))
    return FALSE;
  if (self->seconds >= 0 && self->seconds <= 1e6 && self->n_schedules >= 0 && self->seed >= 0 && self->seed <= G_MAXUINT32)
    return TRUE;
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("Seconds, schedules and seed must be numbers from 0."));
  return FALSE;
}

static gboolean
is_time_over (PlanTicks finish G_GNUC_UNUSED, gpointer data)
{
  return g_get_monotonic_time () >= ((const Options *) data)->until;
}

static PlanLevel *
run (Options *options, PlanLevelOrder order, PlanCliSource *source, GError **error)
{
  PlanId project;
  PlanLevelOptions how = {
    .order = order,
    .within_slack = options->within_slack,
    .from_status_date = options->from_status_date,
    .search = options->seconds > 0 || options->n_schedules > 0,
    .n_schedules = (guint64) options->n_schedules,
    .seed = (guint32) options->seed,
    .watch = options->seconds > 0 ? is_time_over : NULL,
    .data = options,
  };

  if (options->project != NULL)
    {
      if (!plan_cli_find_project (source->model, options->project, &project, error))
        return NULL;
      how.projects = &project;
      how.n_projects = 1;
    }
  return options->clear ? plan_level_clear (source->model, &how, error) : plan_level_run (source->model, &how, error);
}

static gboolean
write_explanation (const PlanLevel *level, const PlanCliSource *source, const char *path, GError **error)
{
  g_autofree char *text = NULL;

  if (path == NULL)
    return TRUE;
  text = plan_cli_level_explain (level, source->model);
  return g_file_set_contents (path, text, -1, error);
}

static int
level (Options *options, PlanLevelOrder order, const char *in, const char *out, PlanCliClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanCliSource) source = NULL;
  g_autoptr (PlanLevel) result = NULL;
  const PlanFormat *format = plan_cli_target_find (options->to, out, &error);

  if (format == NULL)
    return plan_cli_fail (NULL, error);
  source = plan_cli_source_open (in, options->from, clock, &error);
  if (source == NULL)
    return plan_cli_fail (in, error);
  options->until = g_get_monotonic_time () + (gint64) (options->seconds * G_USEC_PER_SEC);
  result = run (options, order, source, &error);
  if (result == NULL)
    return plan_cli_fail (in, error);
  plan_cli_clock_mark (clock, "level");
  plan_level_apply (result, source->model);
  if (!plan_schedule_compute (source->schedule, source->model, NULL, &error))
    return plan_cli_fail (in, error);
  if (!write_explanation (result, source, options->explain, &error))
    return plan_cli_fail (options->explain, error);
  if (!plan_cli_target_write (source, format, options->project, NULL, FALSE, out, &error))
    return plan_cli_fail (g_error_matches (error, PLAN_ERROR, PLAN_ERROR_IO) ? out : in, error);
  plan_cli_clock_mark (clock, "write");
  plan_cli_clock_total (clock);
  return PLAN_CLI_DONE;
}

/**
 * plan_cli_level:
 *
 * Returns: the exit code
 */
int
plan_cli_level (const PlanCliVerb *verb, int argc, char **argv)
{
  Options options = { .seed = 1 };
  const GOptionEntry entries[] = {
    { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &options.seconds, N_("Look for a better order for so long"), "N" },
    { "schedules", 0, 0, G_OPTION_ARG_INT64, &options.n_schedules, N_("Look for a better order in about so many schedules"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_("Begin the search elsewhere"), "N" },
    { "order", 0, 0, G_OPTION_ARG_STRING, &options.order, N_("Which tasks keep their place: standard, priority or id"), "ORDER" },
    { "within-slack", 0, 0, G_OPTION_ARG_NONE, &options.within_slack, N_("Delay no task beyond its slack"), NULL },
    { "from-status-date", 0, 0, G_OPTION_ARG_NONE, &options.from_status_date, N_("Move nothing that starts before the status date"), NULL },
    { "clear", 0, 0, G_OPTION_ARG_NONE, &options.clear, N_("Take all levelling delays away"), NULL },
    { "explain", 0, 0, G_OPTION_ARG_FILENAME, &options.explain, N_("Write each move with its reason"), "FILE.json" },
    { "project", 0, 0, G_OPTION_ARG_STRING, &options.project, N_("The project to level and to write, when there are several"), "NAME" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("Format of the input; else it is told by the content"), "FORMAT" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("Format of the output; else it is told by the suffix"), "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GError) error = NULL;
  PlanLevelOrder order;
  PlanCliClock clock;
  int exit_code;

  if (plan_cli_parse (verb, entries, &argc, &argv, 2, 2, &clock, &exit_code))
    exit_code = check_options (&options, &order, &error) ? level (&options, order, argv[0], argv[1], &clock)
                                                          : plan_cli_refuse (verb, error->message);
  clear_options (&options);
  return exit_code;
}
