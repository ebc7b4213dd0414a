/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lessons: the starter set is complete in both languages and written as it was read; damaged and hostile files give a
 * sentence that says where.
 */

#include "plan-error.h"
#include "plan-lesson-json.h"

#include <string.h>

#define GOOD \
  "{\"format\": \"planwright-lessons\", \"version\": 1, \"lessons\": [" \
  "{\"id\": \"one\", \"title\": {\"en\": \"One\"}, \"situation\": {\"zh\": \"甲\"}, \"recommendation\": {\"en\": \"Do\"}," \
  " \"keywords\": {\"en\": [\"a\", \"b\"]}}," \
  "{\"id\": \"two\", \"category\": \"cost\", \"phase\": \"closing\", \"severity\": \"high\", \"title\": {\"en\": \"Two\"}," \
  " \"situation\": {\"en\": \"S\"}, \"recommendation\": {\"en\": \"R\"}, \"keywords\": {\"zh\": [\"乙\"]}," \
  " \"action\": {\"kind\": \"check\", \"text\": {\"en\": \"Look\"}}}]}"

static PlanLessonList *
read_text (const char *text, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);

  return plan_lessons_read (stream, NULL, error);
}

static char *
to_json (const PlanLessonList *list)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  g_assert_true (plan_lessons_write (list, stream, NULL));
  return g_strndup (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
}

static gboolean
has_chinese (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

static void
assert_both (const PlanBilingual *text, const char *id)
{
  const char *english = text->texts[PLAN_LANGUAGE_ENGLISH], *chinese = text->texts[PLAN_LANGUAGE_CHINESE];

  if (english == NULL || chinese == NULL || has_chinese (english) || !has_chinese (chinese))
    g_error ("%s: “%s” and “%s” are not one text in both languages", id, english, chinese);
}

static void
test_starter (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanLessonList) list = plan_lessons_read_starter (&error);
  guint n_of_category[PLAN_LESSON_TECHNOLOGY + 1] = { 0 };

  g_assert_no_error (error);
  g_assert_cmpuint (list->lessons->len, >=, 60);
  for (guint i = 0; i < list->lessons->len; i++)
    {
      const PlanLesson *lesson = plan_lesson_list_get (list, i);
      const PlanBilingual *texts[] = { &lesson->title, &lesson->situation, &lesson->cause, &lesson->effect, &lesson->recommendation,
                                       &lesson->early_signs, &lesson->action_text };

      for (gsize k = 0; k < G_N_ELEMENTS (texts); k++)
        assert_both (texts[k], lesson->id);
      for (guint k = 0; k < PLAN_N_LANGUAGES; k++)
        g_assert_cmpuint (lesson->n_keywords[k], >=, 4);
      g_assert_cmpint (lesson->action, !=, PLAN_LESSON_NO_ACTION);
      n_of_category[lesson->category]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (n_of_category); i++)
    g_assert_cmpuint (n_of_category[i], >=, 3);
}

static void
test_round_trip (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "lessons", "starter.json", NULL);
  g_autoptr (PlanLessonList) list = plan_lessons_read_starter (NULL);
  g_autofree char *file = NULL, *text = to_json (list), *small_text = NULL, *again_text = NULL;
  g_autoptr (PlanLessonList) small = read_text (GOOD, NULL), again = NULL;
  guint first;

  g_assert_true (g_file_get_contents (path, &file, NULL, NULL));
  g_assert_cmpstr (text, ==, file);
  small_text = to_json (small);
  again = read_text (small_text, NULL);
  again_text = to_json (again);
  g_assert_cmpstr (again_text, ==, small_text);
  first = plan_lesson_list_get (again, 1)->first_keyword[PLAN_LANGUAGE_CHINESE];
  g_assert_cmpstr (g_ptr_array_index (again->keywords[PLAN_LANGUAGE_CHINESE], first), ==, "乙");
}

static const struct
{
  const char *from, *to, *sentence;
} bad[] = {
  { "planwright-lessons", "planwright-template", "planwright-lessons" },
  { "\"version\": 1", "\"version\": 9", "newer version" },
  { "\"lessons\": [", "\"lessons\": {}, \"x\": [", "lessons: A list" },
  { "\"id\": \"two\"", "\"id\": \"one\"", "lessons[1].id: Another" },
  { "\"id\": \"two\"", "\"id\": \"../two\"", "lessons[1].id" },
  { "{\"en\": \"Two\"}", "{}", "lessons[1].title" },
  { "{\"en\": \"S\"}", "{\"en\": \"<img src=x>\"}", "lessons[1].situation.en: The text has HTML" },
  { "{\"en\": \"S\"}", "{\"en\": \"/home/me/secret.doc\"}", "path of a file" },
  { "\"category\": \"cost\"", "\"category\": \"money\"", "lessons[1].category" },
  { "\"kind\": \"check\"", "\"kind\": \"run\"", "lessons[1].action.kind" },
  { "\"kind\": \"check\", ", "", "lessons[1].action" },
  { "[\"a\", \"b\"]", "[\"a\", 5]", "lessons[0].keywords.en" },
  { "[\"a\", \"b\"]", "\"a\"", "lessons[0].keywords.en" },
  { "}]}", "}", "Line 1" },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *at = strstr (GOOD, bad[i].from);
      g_autofree char *head = NULL, *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (at);
      head = g_strndup (GOOD, (gsize) (at - GOOD));
      text = g_strconcat (head, bad[i].to, at + strlen (bad[i].from), NULL);
      g_assert_null (read_text (text, &error));
      if (error->domain != PLAN_ERROR || strstr (error->message, bad[i].sentence) == NULL || strchr (error->message, '\n') != NULL)
        g_error ("“%s” does not say “%s”", error->message, bad[i].sentence);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interchange/lessons/starter", test_starter);
  g_test_add_func ("/interchange/lessons/round-trip", test_round_trip);
  g_test_add_func ("/interchange/lessons/refused", test_refused);
  return g_test_run ();
}
