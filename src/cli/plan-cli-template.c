/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli template: lists the templates that come with the program, shows what stands in one, checks the file of one
 * and writes one as a file that can be changed and mailed.
 */

#include "plan-cli-template.h"

#include "plan-cli.h"

#include "plan-error.h"
#include "plan-template-json.h"
#include "plan-template-library.h"
#include "plan-template-use.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

/**
 * TemplateRequest:
 * @source: (nullable): the id of a template that comes with the program, or the path of a file
 * @out: (nullable): the path to write
 */
typedef struct
{
  const char *source;
  const char *out;
  gboolean json;
  PlanLanguage language;
} TemplateRequest;

/**
 * plan_cli_template_get_language:
 *
 * Returns: the language of templates that is nearest to that of the messages
 */
PlanLanguage
plan_cli_template_get_language (void)
{
  PlanLanguage language = PLAN_LANGUAGE_ENGLISH;

  for (const char *const *names = g_get_language_names (); *names != NULL; names++)
    if (plan_language_find (*names, &language))
      break;
  return language;
}

/**
 * plan_cli_template_open:
 * @source: the id of a template that comes with the program, or the path of a file
 *
 * Returns: (transfer full): the template, or %NULL with an error
 */
PlanTemplate *
plan_cli_template_open (const char *source, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;

  if (g_strv_contains (plan_template_library_list (), source) || strpbrk (source, "./") == NULL)
    return plan_template_library_read (source, error);
  file = g_file_new_for_commandline_arg (source);
  stream = g_file_read (file, NULL, &cause);
  if (stream != NULL)
    return plan_template_read (G_INPUT_STREAM (stream), NULL, error);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: %s is what the system says, as “Input/output error” */
               _("The file cannot be read: %s"), cause->message);
  return NULL;
}

static guint
count_leaves (const PlanTemplate *template)
{
  guint n = 0;

  for (guint i = 0; i < template->tasks->len; i++)
    n += !plan_template_is_summary (template, i);
  return n;
}

static char *
format_weeks (const PlanTemplate *template)
{
  static const PlanTicks weeks[] = { 24000, 28800, 33600 };
  PlanTicks week = weeks[template->calendar];
  g_autofree char *number = plan_number_format ((template->typical_duration + week / 2) / week, 0);

  /* Translators: %s is a number of weeks */
  return g_strdup_printf (_("%s weeks"), number);
}

static JsonNode *
describe (const PlanTemplate *template, PlanLanguage language)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "id", template->id);
  json_object_set_int_member (object, "version", template->version);
  json_object_set_string_member (object, "kind", plan_enum_by_value (plan_template_kinds, template->kind)->key);
  json_object_set_string_member (object, "name", plan_bilingual_get (&template->name, language));
  json_object_set_string_member (object, "summary", plan_bilingual_get (&template->summary, language));
  json_object_set_int_member (object, "tasks", count_leaves (template));
  json_object_set_double_member (object, "typical_duration", (double) template->typical_duration / 10);
  json_node_take_object (node, object);
  return node;
}

static void
print_line (const PlanTemplate *template, PlanLanguage language)
{
  guint n = count_leaves (template);
  g_autofree char *weeks = format_weeks (template);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", n), n);
  const char *kind = _(plan_enum_by_value (plan_template_kinds, template->kind)->label);

  g_print ("%s\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\n", template->id, template->version, kind, count, weeks,
           plan_bilingual_get (&template->name, language));
}

static void
print_json (JsonNode *root)
{
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}

static gboolean
list_templates (const TemplateRequest *request, GError **error)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  json_node_take_array (root, array);
  for (const char *const *ids = plan_template_library_list (); *ids != NULL; ids++)
    {
      g_autoptr (PlanTemplate) template = plan_template_library_read (*ids, error);

      if (template == NULL)
        return FALSE;
      if (request->json)
        json_array_add_element (array, describe (template, request->language));
      else
        print_line (template, request->language);
    }
  if (request->json)
    print_json (root);
  return TRUE;
}

static void
print_rows (const PlanTemplate *template, PlanLanguage language)
{
  for (guint i = 0; i < template->tasks->len; i++)
    {
      const PlanTemplateTask *task = plan_template_get_task (template, i);
      g_autofree char *notes = plan_template_is_summary (template, i) ? NULL : plan_template_write_notes (template, i, language);

      g_print ("\n%*s%s\n", (int) (2 * (task->level - 1)), "", plan_bilingual_get (&task->name, language));
      if (notes != NULL)
        {
          g_auto (GStrv) lines = g_strsplit (notes, "\n", -1);

          for (guint k = 0; lines[k] != NULL; k++)
            if (*lines[k] != '\0')
              g_print ("%*s%s\n", (int) (2 * task->level), "", lines[k]);
        }
    }
}

static gboolean
show_template (const TemplateRequest *request, GError **error)
{
  g_autoptr (PlanTemplate) template = plan_cli_template_open (request->source, error);
  g_autofree char *summary = NULL;

  if (template == NULL)
    return FALSE;
  if (request->json)
    {
      g_autoptr (JsonNode) node = describe (template, request->language);

      print_json (node);
      return TRUE;
    }
  print_line (template, request->language);
  summary = plan_template_write_summary (template, request->language);
  if (summary != NULL)
    g_print ("\n%s\n", summary);
  for (guint i = 0; i < template->options->len; i++)
    {
      const PlanTemplateOption *option = &g_array_index (template->options, PlanTemplateOption, i);

      g_print ("%s%s %s: %s\n", i == 0 ? "\n" : "", option->is_on ? "+" : "-", option->id,
               plan_bilingual_get (&option->name, request->language));
    }
  print_rows (template, request->language);
  return TRUE;
}

static gboolean
check_template (const TemplateRequest *request, GError **error)
{
  g_autoptr (PlanTemplate) template = plan_cli_template_open (request->source, error);

  if (template != NULL)
    print_line (template, request->language);
  return template != NULL;
}

/* All or nothing: the file is there when it is whole. */
static gboolean
export_template (const TemplateRequest *request, GError **error)
{
  g_autoptr (PlanTemplate) template = plan_cli_template_open (request->source, error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *bytes = G_MEMORY_OUTPUT_STREAM (memory);

  if (template == NULL || !plan_template_write (template, memory, error))
    return FALSE;
  if (request->out == NULL || strcmp (request->out, "-") == 0)
    {
      g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      return g_output_stream_write_all (output, g_memory_output_stream_get_data (bytes), g_memory_output_stream_get_data_size (bytes),
                                        NULL, NULL, error);
    }
  return g_file_set_contents (request->out, g_memory_output_stream_get_data (bytes),
                              (gssize) g_memory_output_stream_get_data_size (bytes), error);
}

static const struct
{
  const char *name;
  int least, most; /* arguments after it */
  gboolean (*run) (const TemplateRequest *request, GError **error);
} verbs[] = {
  { "list", 0, 0, list_templates },
  { "show", 1, 1, show_template },
  { "check", 1, 1, check_template },
  { "export", 1, 2, export_template },
};

/**
 * plan_cli_template:
 *
 * Returns: the exit code
 */
int
plan_cli_template (const PlanCliVerb *verb, int argc, char **argv)
{
  TemplateRequest request = { 0 };
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &request.json, N_("Print the information as JSON"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_("Language of the template, “en” or “zh”"), "LANGUAGE" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GError) error = NULL;
  PlanCliClock clock;
  int exit_code;

  if (!plan_cli_parse (verb, entries, &argc, &argv, 1, 3, &clock, &exit_code))
    return exit_code;
  request.language = plan_cli_template_get_language ();
  if (language != NULL && !plan_language_find (language, &request.language))
    return plan_cli_refuse (verb, _("The language of templates is “en” or “zh”."));
  request.source = argc > 1 ? argv[1] : NULL;
  request.out = argc > 2 ? argv[2] : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (strcmp (verbs[i].name, argv[0]) != 0)
        continue;
      if (argc - 1 < verbs[i].least)
        return plan_cli_refuse (verb, _("An argument is missing."));
      if (argc - 1 > verbs[i].most)
        return plan_cli_refuse (verb, _("There are too many arguments."));
      exit_code = verbs[i].run (&request, &error) ? PLAN_CLI_DONE : plan_cli_fail (request.source, error);
      plan_cli_clock_total (&clock);
      return exit_code;
    }
  return plan_cli_refuse (verb, _("What to do with templates is “list”, “show”, “check” or “export”."));
}
