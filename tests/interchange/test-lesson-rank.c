/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which lessons are shown beside a task, measured with the labelled tasks of tests/lessons; the reasons that are given; and
 * how votes and a large office change it.
 */

#include "plan-lesson-json.h"
#include "plan-lesson-rank.h"
#include "plan-lesson-words.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define SHOWN 3
#define LEAST_SHARE 80

static char *
get_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "lessons", name, NULL);
}

static PlanLessonList *
read_file (const char *name)
{
  g_autofree char *path = get_path (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  PlanLessonList *list = stream != NULL ? plan_lessons_read (G_INPUT_STREAM (stream), NULL, &error) : NULL;

  g_assert_no_error (error);
  return list;
}

/* The lessons of @more behind those of @list, which do not outlive it. */
static void
append (PlanLessonList *list, const PlanLessonList *more)
{
  for (guint i = 0; i < more->lessons->len; i++)
    {
      PlanLesson lesson = *plan_lesson_list_get (more, i);

      for (guint k = 0; k < PLAN_N_LANGUAGES; k++)
        {
          guint first = lesson.first_keyword[k];

          lesson.first_keyword[k] = list->keywords[k]->len;
          for (guint n = 0; n < lesson.n_keywords[k]; n++)
            g_ptr_array_add (list->keywords[k], g_ptr_array_index (more->keywords[k], first + n));
        }
      g_assert_true (plan_lesson_list_add (list, &lesson));
    }
}

static GArray *
rank_task (const PlanLessonIndex *index, JsonObject *task, const gint16 *votes, guint most)
{
  JsonArray *array = json_object_get_array_member (task, "parents");
  guint n = json_array_get_length (array);
  g_autofree const char **parents = g_new0 (const char *, n);
  PlanLessonQuery query = { json_object_get_string_member (task, "task"), parents, n, votes };

  for (guint i = 0; i < n; i++)
    parents[i] = json_array_get_string_element (array, i);
  return plan_lesson_index_rank (index, &query, most);
}

static gboolean
is_right (JsonObject *task, const char *id)
{
  JsonArray *right = json_object_get_array_member (task, "right");

  for (guint i = 0; i < json_array_get_length (right); i++)
    if (strcmp (json_array_get_string_element (right, i), id) == 0)
      return TRUE;
  return FALSE;
}

static void
test_share (gconstpointer data)
{
  g_autoptr (PlanLessonList) more = read_file ("lessons.json"), list = plan_lessons_read_starter (NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (PlanLessonIndex) index = NULL;
  g_autofree char *path = get_path (data);
  guint n_found = 0, n_chinese = 0, n;
  JsonArray *tasks;

  append (list, more);
  g_assert_cmpuint (list->lessons->len, >=, 400);
  index = plan_lesson_index_new (list);
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  tasks = json_node_get_array (json_parser_get_root (parser));
  n = json_array_get_length (tasks);
  g_assert_cmpuint (n, >=, 60);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *task = json_array_get_object_element (tasks, i);
      g_autoptr (GArray) matches = rank_task (index, task, NULL, SHOWN);
      gboolean found = FALSE;

      for (guint k = 0; k < matches->len; k++)
        found = found || is_right (task, plan_lesson_list_get (list, g_array_index (matches, PlanLessonMatch, k).lesson)->id);
      n_found += found;
      n_chinese += strcmp (json_object_get_string_member (task, "language"), "zh") == 0;
      if (!found)
        g_test_message ("not found: %s", json_object_get_string_member (task, "task"));
    }
  g_assert_cmpuint (n_chinese, >=, n / 3);
  g_print ("# %s: the right lesson among the first %d of %u for %u of %u tasks\n", (const char *) data, SHOWN,
           list->lessons->len, n_found, n);
  g_assert_cmpuint (n_found * 100, >=, n * LEAST_SHARE);
}

/* Why a lesson is shown, as the words stand in it; a vote takes one away or brings it up. */
static void
test_reasons (void)
{
  g_autoptr (PlanLessonList) list = read_file ("lessons.json");
  g_autoptr (PlanLessonIndex) index = plan_lesson_index_new (list);
  const char *parents[] = { "House", "Roof" };
  g_autofree gint16 *votes = g_new0 (gint16, list->lessons->len);
  PlanLessonQuery query = { "Water test of the roofs", parents, 2, NULL };
  g_autoptr (GArray) matches = plan_lesson_index_rank (index, &query, 5), voted = NULL, again = NULL;
  const PlanLessonMatch *first = &g_array_index (matches, PlanLessonMatch, 0);

  g_assert_cmpuint (matches->len, ==, 5);
  g_assert_cmpstr (plan_lesson_list_get (list, first->lesson)->id, ==, "roof-leak");
  g_assert_true (g_strv_contains ((const char *const[]) { "roof", "water", "test", NULL }, first->reasons[0]));
  g_assert_nonnull (first->reasons[2]);
  votes[first->lesson] = -20;
  query.votes = votes;
  voted = plan_lesson_index_rank (index, &query, 5);
  g_assert_cmpuint (g_array_index (voted, PlanLessonMatch, 0).lesson, !=, first->lesson);
  votes[first->lesson] = 20;
  again = plan_lesson_index_rank (index, &query, 5);
  g_assert_cmpuint (g_array_index (again, PlanLessonMatch, 0).lesson, ==, first->lesson);
  g_assert_cmpfloat (g_array_index (again, PlanLessonMatch, 0).score, >, first->score);
}

static void
test_nothing (void)
{
  g_autoptr (PlanLessonList) list = read_file ("lessons.json"), empty = plan_lesson_list_new ();
  g_autoptr (PlanLessonIndex) index = plan_lesson_index_new (list), none = plan_lesson_index_new (empty);
  const char *const texts[] = { NULL, "", "  ", "the of and", "qqqqzzzz", "!?—…", "\xf0\x9f\x98\x80" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const PlanLessonQuery query = { texts[i], NULL, 0, NULL };
      g_autoptr (GArray) matches = plan_lesson_index_rank (index, &query, 3), of_none = plan_lesson_index_rank (none, &query, 3);

      g_assert_cmpuint (matches->len, ==, 0);
      g_assert_cmpuint (of_none->len, ==, 0);
    }
}

static void
note_word (const char *word, const char *written, gpointer data)
{
  g_string_append_printf (data, "%s|", word);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text, *words;
  } cases[] = {
    { "Orders, ordering and THE order", "ord|order|ord|" },
    { "消防验收与备案", "消防|防验|验收|收与|与备|备案|" },
    { "税", "税|" },
    { "ERP上线 v2", "erp|上线|v2|" },
    { "Größe", "größ|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);

      plan_lesson_words_foreach (cases[i].text, note_word, words);
      g_assert_cmpstr (words->str, ==, cases[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/interchange/lesson-rank/tuning", "tasks-tuning.json", test_share);
  g_test_add_data_func ("/interchange/lesson-rank/kept-apart", "tasks-kept-apart.json", test_share);
  g_test_add_func ("/interchange/lesson-rank/reasons", test_reasons);
  g_test_add_func ("/interchange/lesson-rank/nothing", test_nothing);
  g_test_add_func ("/interchange/lesson-rank/words", test_words);
  return g_test_run ();
}
