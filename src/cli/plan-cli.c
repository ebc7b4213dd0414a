/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all verbs share: the table of verbs and the help made from it, language, options, one sentence for each failure and
 * the clock of --timings.
 */

#include "plan-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const PlanCliVerb verbs[] = {
  { "convert", "IN OUT", N_("Writes a plan in another format"), plan_cli_convert },
  { "import", "OFFICE FILE…", N_("Adds plans to an office"), plan_cli_import },
  { "formats", "", N_("Lists the formats that can be read and written"), plan_cli_formats },
  { "chart", "gantt|load IN OUT", N_("Draws a chart as PDF, SVG or PNG"), plan_cli_chart },
  { "search", "IN QUERY", N_("Finds projects, tasks, people and calendars by their words"), plan_cli_search },
  { "level", "IN OUT", N_("Delays tasks until their resources are free"), plan_cli_level },
  { "edit", "OFFICE", N_("Makes edits read from standard input, one JSON object a line"), plan_cli_edit },
  { "history", "WHAT OFFICE [POINT…]", N_("Says what was done to an office, compares moments of it and goes back to one"), plan_cli_history },
  { "template", "WHAT [TEMPLATE [OUT]]", N_("Lists, shows, checks and writes templates of projects"), plan_cli_template },
  { "office", "WHAT FILE [BACKUP]", N_("Looks after an office: what it holds, whether it is whole, backups, size"), plan_cli_office },
};

/* Column of the summaries in the help. */
#define USAGE_WIDTH 26

static void
print_help (void)
{
  g_print (_("Usage: %s VERB [OPTION…] ARGUMENT…\n\nVerbs:\n"), "planwright-cli");
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *usage = g_strdup_printf ("%s %s", verbs[i].name, verbs[i].arguments);

      g_print ("  %s%*s%s\n", usage, (int) (USAGE_WIDTH - g_utf8_strlen (usage, -1)), "", _(verbs[i].summary));
    }
  g_print ("\n%s\n", _("“planwright-cli VERB --help” lists the options of a verb."));
}

/* --locale has to be known before the first text, so before options are parsed. */
static const char *
find_locale (int argc, char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    {
      if (g_str_has_prefix (argv[i], "--locale="))
        return argv[i] + strlen ("--locale=");
      if (strcmp (argv[i], "--locale") == 0 && i + 1 < argc)
        return argv[i + 1];
    }
  return NULL;
}

/* A language whose locale is not installed is reached through LANGUAGE, which glibc honours in any locale but C. */
static void
set_language (const char *locale)
{
  g_autofree char *name = locale != NULL ? g_strconcat (locale, ".UTF-8", NULL) : NULL;
  const char *directory = g_getenv ("PLAN_LOCALEDIR");

  if (locale == NULL)
    setlocale (LC_ALL, "");
  else
    {
      g_setenv ("LANGUAGE", locale, TRUE);
      g_unsetenv ("LC_ALL");
      if (setlocale (LC_ALL, name) == NULL)
        setlocale (LC_ALL, "C.UTF-8");
    }
  /* Names in arguments are UTF-8 whatever the environment says. */
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : PLAN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * plan_cli_fail:
 * @path: (nullable): the file it is about
 *
 * Prints the error as one sentence that names the file.
 *
 * Returns: the exit code
 */
int
plan_cli_fail (const char *path, const GError *error)
{
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

  if (name == NULL || strstr (error->message, name) != NULL)
    g_printerr ("planwright-cli: %s\n", error->message);
  else
    g_printerr ("planwright-cli: %s: %s\n", path, error->message);
  return PLAN_CLI_FAILED;
}

/**
 * plan_cli_refuse:
 * @verb: (nullable): the verb that was used wrongly
 * @sentence: what is wrong
 *
 * Returns: the exit code of wrong usage
 */
int
plan_cli_refuse (const PlanCliVerb *verb, const char *sentence)
{
  g_printerr ("planwright-cli: %s\n", sentence);
  if (verb != NULL)
    /* Translators: %1$s is the name of a verb, %2$s its arguments */
    g_printerr (_("Usage: planwright-cli %1$s [OPTION…] %2$s\n"), verb->name, verb->arguments);
  return PLAN_CLI_WRONG_USAGE;
}

static GOptionContext *
new_context (const PlanCliVerb *verb, const GOptionEntry *entries, PlanCliClock *clock, char **locale)
{
  g_autofree char *program = g_strdup_printf ("planwright-cli %s", verb->name);
  GOptionContext *context = g_option_context_new (verb->arguments);
  const GOptionEntry common[] = {
    { "timings", 0, 0, G_OPTION_ARG_NONE, &clock->enabled, N_("Say on standard error how long each phase takes"), NULL },
    { "locale", 0, 0, G_OPTION_ARG_STRING, locale, N_("Language of texts, as zh_CN"), "LOCALE" },
    G_OPTION_ENTRY_NULL
  };

  /* The usage line begins with it. */
  g_set_prgname (program);
  g_option_context_set_summary (context, _(verb->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, TRUE);
  return context;
}

/**
 * plan_cli_parse:
 * @entries: (nullable): the options of the verb
 * @argc: number of arguments after the verb; then, of those that are no options
 * @least: the smallest number of them; @most: the largest, -1 for any
 * @clock: (out): started
 * @exit_code: (out): what to end with when %FALSE is returned
 *
 * Returns: whether the verb can go on
 */
gboolean
plan_cli_parse (const PlanCliVerb *verb, const GOptionEntry *entries, int *argc, char ***argv, int least, int most,
                PlanCliClock *clock, int *exit_code)
{
  g_autofree char *locale = NULL;
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;

  *clock = (PlanCliClock) { .begun = g_get_monotonic_time () };
  clock->last = clock->begun;
  context = new_context (verb, entries, clock, &locale);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *exit_code = plan_cli_refuse (verb, error->message);
      return FALSE;
    }
  /* The first one is the name of the program. */
  (*argc)--;
  (*argv)++;
  if (*argc > 0 && strcmp (**argv, "--") == 0)
    {
      (*argc)--;
      (*argv)++;
    }
  if (*argc >= least && (most < 0 || *argc <= most))
    return TRUE;
  *exit_code = plan_cli_refuse (verb, *argc < least ? _("An argument is missing.") : _("There are too many arguments."));
  return FALSE;
}

static void
print_time (const char *phase, gint64 microseconds)
{
  g_printerr ("%s\t%.1f\n", phase, microseconds / 1000.0);
}

/**
 * plan_cli_clock_mark:
 * @phase: what has just ended
 */
void
plan_cli_clock_mark (PlanCliClock *self, const char *phase)
{
  gint64 now = g_get_monotonic_time ();

  if (self->enabled)
    print_time (phase, now - self->last);
  self->last = now;
}

/**
 * plan_cli_clock_total:
 *
 * Says how long everything took.
 */
void
plan_cli_clock_total (PlanCliClock *self)
{
  if (self->enabled)
    print_time ("total", g_get_monotonic_time () - self->begun);
}

static const PlanCliVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

/* Options that all verbs have may stand before the verb, too. */
static int
find_verb_argument (int argc, char **argv)
{
  int i = 1;

  while (i < argc && (strcmp (argv[i], "--locale") == 0 || g_str_has_prefix (argv[i], "--locale=")))
    i += argv[i][strlen ("--locale")] == '=' ? 1 : 2;
  return MIN (i, argc);
}

/* What was printed may still be lost, as when the disk is full. */
static int
finish_output (int exit_code)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return exit_code;
  g_printerr ("planwright-cli: %s\n", _("Standard output could not be written."));
  return PLAN_CLI_FAILED;
}

/**
 * plan_cli_main:
 *
 * Returns: the exit code of the program: 0 done, 1 the input or the task failed, 2 wrong usage
 */
int
plan_cli_main (int argc, char **argv)
{
  int at = find_verb_argument (argc, argv);
  const PlanCliVerb *verb;
  g_autofree char *sentence = NULL;

  set_language (find_locale (argc, argv));
  g_set_prgname ("planwright-cli");
  if (at == argc)
    {
      print_help ();
      return PLAN_CLI_WRONG_USAGE;
    }
  if (strcmp (argv[at], "--help") == 0 || strcmp (argv[at], "-h") == 0 || strcmp (argv[at], "help") == 0)
    {
      print_help ();
      return finish_output (PLAN_CLI_DONE);
    }
  if (strcmp (argv[at], "--version") == 0)
    {
      g_print ("planwright-cli %s\n", PLAN_VERSION);
      return finish_output (PLAN_CLI_DONE);
    }
  verb = find_verb (argv[at]);
  if (verb != NULL)
    return finish_output (verb->run (verb, argc - at, argv + at));
  /* Translators: %s is what was typed as a verb */
  sentence = g_strdup_printf (_("There is no verb “%s”; “planwright-cli --help” lists them."), argv[at]);
  return plan_cli_refuse (NULL, sentence);
}
