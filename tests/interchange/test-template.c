/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Templates: those that come with the program are complete in both languages and good plans, and are written as they were
 * read; what damaged and hostile files give is a sentence that says where.
 */

#include "plan-error.h"
#include "plan-template-json.h"
#include "plan-template-library.h"
#include "plan-template-use.h"

#include <string.h>

#define GOOD \
  "{\"format\": \"planwright-template\", \"version\": 1," \
  " \"template\": {\"id\": \"small\", \"name\": {\"en\": \"Small\"}}," \
  " \"roles\": [{\"id\": \"who\", \"name\": {\"en\": \"Who\"}}]," \
  " \"options\": [{\"id\": \"more\", \"name\": {\"en\": \"More\"}, \"default\": true}]," \
  " \"tasks\": [{\"id\": \"top\", \"outline_level\": 1, \"name\": {\"en\": \"Top\"}}," \
  "  {\"id\": \"one\", \"outline_level\": 2, \"name\": {\"en\": \"One\"}, \"duration\": 480, \"roles\": [{\"role\": \"who\"}]}," \
  "  {\"id\": \"two\", \"outline_level\": 2, \"name\": {\"en\": \"Two\"}, \"duration\": 960, \"optimistic\": 480, \"option\": \"more\"}," \
  "  {\"id\": \"end\", \"outline_level\": 1, \"name\": {\"en\": \"End\"}, \"duration\": 480, \"checklist\": [{\"en\": \"Look\"}]}]," \
  " \"links\": [{\"predecessor\": \"one\", \"successor\": \"two\"}, {\"predecessor\": \"two\", \"successor\": \"end\"}]," \
  " \"risks\": [{\"task\": \"two\", \"description\": {\"en\": \"Late\"}}]}"

static PlanTemplate *
read_text (const char *text, gsize length, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) length, NULL);

  return plan_template_read (stream, NULL, error);
}

static char *
to_json (const PlanTemplate *template)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  g_assert_true (plan_template_write (template, stream, NULL));
  return g_strndup (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
}

static PlanTemplate *
read_shipped (const char *id)
{
  g_autoptr (GError) error = NULL;
  PlanTemplate *template = plan_template_library_read (id, &error);

  g_assert_no_error (error);
  return template;
}

static gboolean
has_chinese (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

/* Names such as "ISO 9001" are the same in both. */
static void
assert_both (const PlanBilingual *text, const char *place)
{
  const char *english = text->texts[PLAN_LANGUAGE_ENGLISH], *chinese = text->texts[PLAN_LANGUAGE_CHINESE];

  if (english == NULL || chinese == NULL || has_chinese (english) || !has_chinese (chinese))
    g_error ("%s: “%s” and “%s” are not one text in both languages", place, english, chinese);
}

static void
test_both_languages (gconstpointer data)
{
  g_autoptr (PlanTemplate) template = read_shipped (data);

  assert_both (&template->name, "name");
  assert_both (&template->summary, "summary");
  assert_both (&template->calendar_hint, "calendar_hint");
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    g_assert_cmpuint (template->keywords[i]->len, >=, 5);
  for (guint i = 0; i < template->roles->len; i++)
    assert_both (&g_array_index (template->roles, PlanTemplateRole, i).name, "role");
  for (guint i = 0; i < template->options->len; i++)
    {
      assert_both (&g_array_index (template->options, PlanTemplateOption, i).name, "option");
      assert_both (&g_array_index (template->options, PlanTemplateOption, i).description, "option");
    }
  for (guint i = 0; i < template->tasks->len; i++)
    {
      const PlanTemplateTask *task = plan_template_get_task (template, i);

      assert_both (&task->name, task->id);
      if (plan_bilingual_is_set (&task->guidance))
        assert_both (&task->guidance, task->id);
    }
  for (guint i = 0; i < template->items->len; i++)
    assert_both (&g_array_index (template->items, PlanTemplateItem, i).text, "item");
  for (guint i = 0; i < template->risks->len; i++)
    {
      assert_both (&g_array_index (template->risks, PlanTemplateRisk, i).description, "risk");
      assert_both (&g_array_index (template->risks, PlanTemplateRisk, i).response, "response");
    }
}

static gboolean
is_used (const PlanTemplate *template, guint role)
{
  for (guint i = 0; i < template->work->len; i++)
    if (g_array_index (template->work, PlanTemplateWork, i).role == role)
      return TRUE;
  return FALSE;
}

static gboolean
has_work (const PlanTemplate *template, guint task)
{
  for (guint i = 0; i < template->work->len; i++)
    if (g_array_index (template->work, PlanTemplateWork, i).task == task)
      return TRUE;
  return FALSE;
}

static guint
count_items (const PlanTemplate *template, guint task, PlanTemplateItemKind kind)
{
  guint n = 0;

  for (guint i = plan_template_get_task (template, task)->first_item; i < template->items->len; i++)
    {
      const PlanTemplateItem *item = &g_array_index (template->items, PlanTemplateItem, i);

      n += item->task == task && item->kind == kind;
    }
  return n;
}

/* Gates have criteria; all else that is no milestone has three estimates and somebody who does it. */
static void
check_leaf (const PlanTemplate *template, guint number, guint *n_gates, guint *n_guided)
{
  const PlanTemplateTask *task = plan_template_get_task (template, number);

  *n_gates += task->gate;
  *n_guided += plan_bilingual_is_set (&task->guidance);
  if (task->gate)
    g_assert_cmpuint (count_items (template, number, PLAN_TEMPLATE_CRITERION), >=, 2);
  g_assert_true (!task->gate || task->milestone);
  g_assert_cmpint (task->duration > 0, ==, !task->milestone);
  g_assert_true (task->milestone || has_work (template, number));
}

static void
test_content (gconstpointer data)
{
  g_autoptr (PlanTemplate) template = read_shipped (data);
  guint n_leaves = 0, n_gates = 0, n_guided = 0, n_sure = 0, n_papers = 0;

  g_assert_cmpstr (template->id, ==, data);
  g_assert_cmpint (template->kind, !=, 0);
  g_assert_cmpuint (template->tasks->len, >=, 30);
  g_assert_cmpuint (template->tasks->len, <=, 120);
  for (guint i = 0; i < template->tasks->len; i++)
    {
      const PlanTemplateTask *task = plan_template_get_task (template, i);

      if (plan_template_is_summary (template, i))
        continue;
      n_leaves++;
      n_sure += !task->milestone && task->optimistic == task->pessimistic;
      check_leaf (template, i, &n_gates, &n_guided);
    }
  g_assert_cmpuint (n_gates, >=, 2);
  g_assert_cmpuint (n_guided, >=, n_leaves / 5);
  g_assert_cmpuint (n_sure, <=, n_leaves / 10);
  g_assert_cmpuint (template->risks->len, >=, 5);
  g_assert_cmpuint (plan_template_count (template, PLAN_TEMPLATE_CHECK), >=, 3);
  n_papers = plan_template_count (template, PLAN_TEMPLATE_DOCUMENT) + plan_template_count (template, PLAN_TEMPLATE_DELIVERABLE);
  g_assert_cmpuint (n_papers, >=, 2);
  for (guint i = 0; i < template->roles->len; i++)
    g_assert_true (is_used (template, i));
}

/* Only the first row waits for nothing and nothing waits only for the last, whatever options are on. */
static void
check_ends (const PlanTemplate *template, const gboolean *options)
{
  PlanTemplateUse use = { .options = options, .branch = PLAN_TEMPLATE_NONE };
  g_autofree gboolean *rows = plan_template_choose_rows (template, &use);
  g_autoptr (GArray) links = plan_template_list_links (template, rows);
  g_autofree guint *before = g_new0 (guint, template->tasks->len);
  g_autofree guint *after = g_new0 (guint, template->tasks->len);
  guint n_open = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const PlanTemplateLink *link = &g_array_index (links, PlanTemplateLink, i);

      g_assert_true (rows[link->predecessor] && rows[link->successor]);
      before[link->successor]++;
      after[link->predecessor]++;
    }
  for (guint i = 0; i < template->tasks->len; i++)
    if (rows[i] && !plan_template_is_summary (template, i))
      {
        if ((before[i] == 0) + (after[i] == 0) > 0)
          g_test_message ("%s has an open end", plan_template_get_task (template, i)->id);
        n_open += (before[i] == 0) + (after[i] == 0);
      }
  g_assert_cmpuint (n_open, ==, 2);
}

static void
test_links (gconstpointer data)
{
  g_autoptr (PlanTemplate) template = read_shipped (data);
  g_autofree gboolean *options = g_new0 (gboolean, template->options->len);
  guint n_lags = 0, n_others = 0;

  for (guint i = 0; i < template->links->len; i++)
    {
      const PlanTemplateLink *link = &g_array_index (template->links, PlanTemplateLink, i);

      g_assert_cmpint (link->lag, >=, 0);
      n_lags += link->lag > 0;
      n_others += link->type != PLAN_LINK_FS;
    }
  g_assert_cmpuint (n_lags, >=, 1);
  g_assert_cmpuint (n_lags * 20, <=, template->links->len);
  g_assert_cmpuint (n_others * 10, <=, template->links->len);
  check_ends (template, NULL);
  for (guint mask = 0; mask < 1u << template->options->len; mask++)
    {
      for (guint i = 0; i < template->options->len; i++)
        options[i] = mask >> i & 1;
      check_ends (template, options);
    }
}

static void
test_round_trip (gconstpointer data)
{
  g_autoptr (GBytes) bytes = plan_template_library_get_bytes (data, NULL);
  g_autoptr (PlanTemplate) template = read_shipped (data);
  g_autofree char *text = to_json (template);
  gsize size;
  const char *file = g_bytes_get_data (bytes, &size);

  g_assert_cmpmem (text, strlen (text), file, size);
}

static void
test_small (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanTemplate) template = read_text (GOOD, strlen (GOOD), &error);
  g_autofree char *notes = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (template->tasks->len, ==, 4);
  g_assert_cmpuint (plan_template_get_task (template, 0)->end, ==, 3);
  g_assert_cmpuint (plan_template_get_task (template, 1)->parent, ==, 0);
  g_assert_cmpuint (plan_template_get_task (template, 3)->parent, ==, PLAN_TEMPLATE_NONE);
  g_assert_cmpint (plan_template_get_task (template, 2)->pessimistic, ==, 9600);
  notes = plan_template_write_notes (template, 2, PLAN_LANGUAGE_CHINESE);
  g_assert_cmpstr (notes, ==, "典型风险\n• Late（概率中，影响中）\n\n三点估算：1 天 – 2 天 – 2 天（乐观 – 最可能 – 悲观）");
}

/* What is replaced in the good file, and what the sentence has to say. */
static const struct
{
  const char *name, *from, *to, *sentence;
} bad[] = {
  { "cut-off", "\"risks\"", "", "Line 1" },
  { "no-object", "{\"format\"", "[{\"format\"", "Line 1" },
  { "comment", "\"risks\"", "/* a */ \"risks\"", "not JSON" },
  { "other-format", "planwright-template", "planwright", "planwright-template" },
  { "no-version", "\"version\": 1", "\"version\": \"x\"", "which version" },
  { "new-version", "\"version\": 1", "\"version\": 2", "newer version" },
  { "no-name", "\"name\": {\"en\": \"Small\"}", "\"name\": {}", "template.name" },
  { "name-no-text", "{\"en\": \"Small\"}", "{\"en\": 5}", "template.name.en" },
  { "kind", "\"id\": \"small\"", "\"id\": \"small\", \"kind\": \"odd\"", "template.kind" },
  { "id-is-path", "\"id\": \"small\"", "\"id\": \"../../etc\"", "template.id" },
  { "id-large", "\"id\": \"one\"", "\"id\": \"One\"", "tasks[1].id" },
  { "id-double", "\"id\": \"two\"", "\"id\": \"one\"", "tasks[2].id" },
  { "html", "\"One\"", "\"<script>alert (1)</script>\"", "tasks[1].name.en" },
  { "html-end", "\"One\"", "\"a </b\"", "HTML" },
  { "control", "\"One\"", "\"a\\u0007\"", "control characters" },
  { "direction", "\"One\"", "\"a\\u202egpj\"", "control characters" },
  { "line-in-name", "\"One\"", "\"a\\nb\"", "control characters" },
  { "path", "\"Look\"", "\"/etc/passwd\"", "tasks[3].checklist[0].en: The text is the path" },
  { "path-up", "\"Look\"", "\"see ../../secret\"", "path of a file" },
  { "path-drive", "\"Look\"", "\"C:\\\\Windows\"", "path of a file" },
  { "path-url", "\"Look\"", "\"file:///etc/passwd\"", "path of a file" },
  { "level", "\"outline_level\": 1, \"name\": {\"en\": \"Top\"}", "\"outline_level\": 2, \"name\": {\"en\": \"Top\"}", "Task “top”" },
  { "level-zero", "\"outline_level\": 1, \"name\": {\"en\": \"Top\"}", "\"outline_level\": 0, \"name\": {\"en\": \"Top\"}",
    "tasks[0].outline_level" },
  { "summary-works", "{\"en\": \"Top\"}", "{\"en\": \"Top\"}, \"roles\": [{\"role\": \"who\"}]", "Task “top”" },
  { "summary-duration", "{\"en\": \"Top\"}", "{\"en\": \"Top\"}, \"duration\": 5", "Task “top”" },
  { "order", "\"optimistic\": 480", "\"optimistic\": 4800", "Task “two”" },
  { "duration-text", "\"duration\": 960", "\"duration\": \"long\"", "tasks[2].duration" },
  { "duration-negative", "\"duration\": 960", "\"duration\": -960", "tasks[2].duration" },
  { "duration-huge", "\"duration\": 960", "\"duration\": 1e300", "tasks[2].duration" },
  { "unit-percent", "\"duration\": 960", "\"duration\": 960, \"duration_unit\": \"%\"", "tasks[2].duration_unit" },
  { "unit-unknown", "\"duration\": 960", "\"duration\": 960, \"duration_unit\": \"y\"", "tasks[2].duration_unit" },
  { "role-unknown", "{\"role\": \"who\"}", "{\"role\": \"nobody\"}", "tasks[1].roles[0].role" },
  { "role-twice", "{\"role\": \"who\"}", "{\"role\": \"who\"}, {\"role\": \"who\"}", "Task “one”" },
  { "units-negative", "{\"role\": \"who\"}", "{\"role\": \"who\", \"units\": -1}", "tasks[1].roles[0].units" },
  { "option-unknown", "\"option\": \"more\"", "\"option\": \"less\"", "tasks[2].option" },
  { "default-no-boolean", "\"default\": true", "\"default\": 1", "options[0].default" },
  { "list-no-list", "\"risks\": [", "\"risks\": 5, \"other\": [", "risks" },
  { "element", "\"risks\": [", "\"risks\": [7, ", "risks[0]" },
  { "no-tasks", "\"tasks\"", "\"taskz\"", "Nothing in the file" },
  { "link-nowhere", "\"successor\": \"end\"", "\"successor\": \"gone\"", "links[1].successor" },
  { "link-itself", "\"successor\": \"end\"", "\"successor\": \"two\"", "Task “two”" },
  { "link-own-summary", "\"successor\": \"end\"", "\"successor\": \"top\"", "Task “top”" },
  { "link-twice", "\"predecessor\": \"two\", \"successor\": \"end\"", "\"predecessor\": \"one\", \"successor\": \"two\"", "Task “two”" },
  { "link-to-finish", "\"predecessor\": \"two\", \"successor\": \"end\"",
    "\"predecessor\": \"end\", \"successor\": \"top\", \"type\": \"FF\"", "Task “top”" },
  { "circle", "\"predecessor\": \"two\", \"successor\": \"end\"", "\"predecessor\": \"two\", \"successor\": \"one\"", "circle" },
  { "circle-summary", "\"predecessor\": \"two\", \"successor\": \"end\"}",
    "\"predecessor\": \"two\", \"successor\": \"end\"}, {\"predecessor\": \"end\", \"successor\": \"top\"}", "circle" },
  { "link-type", "\"successor\": \"end\"", "\"successor\": \"end\", \"type\": \"XX\"", "links[1].type" },
  { "risk-level", "{\"en\": \"Late\"}", "{\"en\": \"Late\"}, \"impact\": \"huge\"", "low, medium, high" },
};

static char *
replace (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);
  g_autofree char *head = NULL;

  g_assert_nonnull (at);
  head = g_strndup (text, (gsize) (at - text));
  return g_strconcat (head, to, at + strlen (from), NULL);
}

static void
assert_refused (const char *text, gsize length, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, length, &error));
  g_assert_true (error != NULL && error->domain == PLAN_ERROR);
  if (strstr (error->message, sentence) == NULL)
    g_error ("“%s” does not say “%s”", error->message, sentence);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = replace (GOOD, bad[i].from, bad[i].to);

      g_test_message ("%s", bad[i].name);
      assert_refused (text, strlen (text), bad[i].sentence);
    }
  assert_refused ("", 0, "Line 1");
  assert_refused ("null", 4, "planwright-template");
  assert_refused (GOOD "\xff", strlen (GOOD) + 1, "Line 1");
}

/* A list of that many small tasks. */
static char *
make_many (guint n)
{
  GString *text = g_string_new ("{\"format\":\"planwright-template\",\"version\":1,"
                                "\"template\":{\"id\":\"m\",\"name\":{\"en\":\"M\"}},\"tasks\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"t%u\",\"name\":{\"en\":\"T\"}}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
test_large (void)
{
  g_autofree char *most = make_many (PLAN_TEMPLATE_MAX_TASKS), *more = make_many (PLAN_TEMPLATE_MAX_TASKS + 1);
  g_autofree char *million = make_many (1000000), *long_text = g_strnfill (5000, 'a'), *long_name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanTemplate) template = read_text (most, strlen (most), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (template->tasks->len, ==, PLAN_TEMPLATE_MAX_TASKS);
  assert_refused (more, strlen (more), "tasks");
  assert_refused (million, strlen (million), "8 MB");
  long_name = replace (GOOD, "Late", long_text);
  assert_refused (long_name, strlen (long_name), "risks[0].description.en: The text is too long.");
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plan_template_library_read ("../sample/office.en", &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } tests[] = {
    { "both-languages", test_both_languages },
    { "content", test_content },
    { "links", test_links },
    { "round-trip", test_round_trip },
  };

  g_test_init (&argc, &argv, NULL);
  for (const char *const *ids = plan_template_library_list (); *ids != NULL; ids++)
    for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
      {
        g_autofree char *path = g_strdup_printf ("/interchange/template/%s/%s", *ids, tests[i].name);

        g_test_add_data_func (path, *ids, tests[i].func);
      }
  g_test_add_func ("/interchange/template/small", test_small);
  g_test_add_func ("/interchange/template/refused", test_refused);
  g_test_add_func ("/interchange/template/large", test_large);
  g_test_add_func ("/interchange/template/unknown", test_unknown);
  return g_test_run ();
}
