/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching an open office: answers follow the edits, the last question is the one that is answered, and nobody is told of
 * anything after the end.
 */

#include "office-fixture.h"
#include "plan-finder.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  OfficeFixture *office;
  PlanFinder *finder;
  char *cache;
  GPtrArray *names; /* of the last answer */
  guint n_answers;
} Finding;

static void
set_up (Finding *self, gconstpointer data)
{
  self->office = office_fixture_new_filled ();
  self->cache = g_build_filename (self->office->folder, "words.sqlite", NULL);
  self->finder = plan_finder_new (self->office->document, self->cache);
}

static void
tear_down (Finding *self, gconstpointer data)
{
  g_clear_pointer (&self->finder, plan_finder_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_unlink (self->cache);
  g_free (self->cache);
  office_fixture_free (self->office);
}

static void
answer_cb (GPtrArray *hits, const GError *error, gpointer data)
{
  Finding *self = data;

  g_assert_no_error (error);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (self->names, g_strdup (plan_search_hit_get_name (g_ptr_array_index (hits, i),
                                                                      plan_document_get_model (self->office->document))));
  self->n_answers++;
}

static void
wait_for_answer (Finding *self, guint n)
{
  while (self->n_answers < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
expect (Finding *self, const char *query, const char *name)
{
  guint n = self->n_answers + 1;

  plan_finder_find (self->finder, query, 5, answer_cb, self);
  wait_for_answer (self, n);
  g_assert_cmpuint (self->n_answers, ==, n);
  g_assert_cmpuint (self->names->len, ==, name != NULL);
  if (name != NULL)
    g_assert_cmpstr (g_ptr_array_index (self->names, 0), ==, name);
}

static void
rename_task (Finding *self, PlanId id, const char *name)
{
  PlanValue value = PLAN_VALUE_OF_TEXT (name);
  g_autoptr (GError) error = NULL;

  plan_edit_set (self->office->document, PLAN_FIELD_TASK_NAME, id, &value, &error);
  g_assert_no_error (error);
}

static void
test_follows (Finding *self, gconstpointer data)
{
  expect (self, "desig", "Design");
  rename_task (self, self->office->design, "图纸 Drawings");
  expect (self, "design", NULL);
  expect (self, "图纸", "图纸 Drawings");
  g_assert_true (plan_document_undo (self->office->document, NULL));
  expect (self, "图纸", NULL);
  expect (self, "design", "Design");
}

/* What was edited before the first question is found, too, in a file of an earlier session. */
static void
test_next_session (Finding *self, gconstpointer data)
{
  expect (self, "design", "Design");
  g_clear_pointer (&self->finder, plan_finder_free);
  rename_task (self, self->office->code, "Unseen");
  self->finder = plan_finder_new (self->office->document, self->cache);
  rename_task (self, self->office->design, "Seen");
  expect (self, "unseen", "Unseen");
  expect (self, "seen", "Seen");
  expect (self, "design", NULL);
}

/* Questions that come before the answer are passed over but for the last. */
static void
test_last_question (Finding *self, gconstpointer data)
{
  static const char *const typed[] = { "d", "de", "des", "desi", "desig", "code" };

  for (guint round = 0; round < 20; round++)
    {
      guint n = self->n_answers;

      for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
        plan_finder_find (self->finder, typed[i], 5, answer_cb, self);
      wait_for_answer (self, n + 1);
      g_assert_cmpuint (self->n_answers, ==, n + 1);
      g_assert_cmpstr (g_ptr_array_index (self->names, 0), ==, "Code");
      rename_task (self, self->office->test, round % 2 ? "Test" : "Trial");
    }
}

static gboolean
end_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  gboolean ended = FALSE;

  g_timeout_add (ms, end_cb, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_cancel (Finding *self, gconstpointer data)
{
  plan_finder_find (self->finder, "design", 5, answer_cb, self);
  plan_finder_cancel (self->finder);
  run_for (300);
  g_assert_cmpuint (self->n_answers, ==, 0);
  expect (self, "design", "Design");
  plan_finder_find (self->finder, "design", 5, answer_cb, self);
  g_clear_pointer (&self->finder, plan_finder_free);
  run_for (300);
  g_assert_cmpuint (self->n_answers, ==, 1);
}

/* Without a question the file follows a moment after the edit. */
static void
test_idle (Finding *self, gconstpointer data)
{
  g_autofree char *stamp = NULL;
  PlanSearchState state = { plan_document_get_model (self->office->document) };
  g_autoptr (GPtrArray) hits = NULL;
  PlanSearch *reader;

  expect (self, "design", "Design");
  rename_task (self, self->office->design, "图纸");
  run_for (2500);
  stamp = plan_search_make_stamp (plan_document_get_store (self->office->document));
  state.stamp = stamp;
  /* Another model would be read only if the file were not up to date. */
  reader = plan_search_open (self->cache);
  {
    g_autoptr (PlanModel) nothing = plan_model_new ();

    state.model = nothing;
    hits = plan_search_find (reader, &state, "图纸", PLAN_SEARCH_ALL, 5, NULL, NULL);
  }
  plan_search_close (reader);
  g_assert_cmpuint (hits->len, ==, 1);
}

static void
test_closed (Finding *self, gconstpointer data)
{
  expect (self, "design", "Design");
  plan_document_close (self->office->document);
  plan_finder_find (self->finder, "design", 5, answer_cb, self);
  run_for (200);
  g_assert_cmpuint (self->n_answers, ==, 1);
}

#define ADD(name, func) g_test_add ("/document/finder/" name, Finding, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("follows", test_follows);
  ADD ("next-session", test_next_session);
  ADD ("last-question", test_last_question);
  ADD ("cancel", test_cancel);
  ADD ("idle", test_idle);
  ADD ("closed", test_closed);
  return g_test_run ();
}
