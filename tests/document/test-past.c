/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The past of an office: entries in words, moments compared, versions with names, going back, and what of it a thread finds
 * out while the office is edited.
 */

#include "plan-past.h"

#include "plan-error.h"
#include "office-fixture.h"

#include <string.h>

/* Sentences of the last entry, one a line; what only followed begins with "=> ". */
static char *
explain (OfficeFixture *office, gint64 entry)
{
  g_autoptr (PlanModel) model = plan_document_snapshot (office->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = plan_past_explain (plan_document_get_store (office->document), model,
                                                   plan_document_get_revision (office->document), entry, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const PlanHistoryLine *line = lines->pdata[i];

      g_string_append_printf (text, "%s%s\n", line->follows ? "=> " : "", line->text);
    }
  return g_string_free (text, FALSE);
}

static void
expect (OfficeFixture *office, const char *expected)
{
  g_autofree char *text = explain (office, plan_document_get_revision (office->document));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanDocument *document = office->document;
  PlanLag lag = { 9600, PLAN_UNIT_DAY };

  g_assert_true (plan_edit_set_text (document, PLAN_FIELD_TASK_DURATION, office->design, "8d", NULL));
  expect (office, "Duration of “Design”: 3 d → 8 d\nWork of “Liu Wei” on “Design”: 12 h → 32 h\n"
                  "=> Finish of “Shop”: 12 Mar → 19 Mar (+5 d); 4 tasks moved\n");
  g_assert_true (plan_document_undo (document, NULL));
  expect (office, "Duration of “Design”: 8 d → 3 d\nWork of “Liu Wei” on “Design”: 32 h → 12 h\n"
                  "=> Finish of “Shop”: 19 Mar → 12 Mar (−5 d); 4 tasks moved\n");
  g_assert_true (plan_edit_set_text (document, PLAN_FIELD_TASK_NAME, office->ship, "Launch", NULL));
  expect (office, "Task “Ship” renamed to “Launch”\n");
  g_assert_true (plan_edit_set_text (document, PLAN_FIELD_TASK_DEADLINE, office->ship, "2026-03-20", NULL));
  expect (office, "Deadline of “Launch”: none → 20 Mar\n");
  g_assert_true (plan_edit_set_text (document, PLAN_FIELD_TASK_NOTES, office->ship, "One\nTwo", NULL));
  expect (office, "Notes of “Launch” changed\n");
  g_assert_true (plan_edit_link_add (document, office->design, office->ship, PLAN_LINK_FS, &lag, NULL, NULL));
  expect (office, "Link “Design” → “Launch” (FS+2d) added\n");
  g_assert_true (plan_edit_task_outdent (document, office->test, NULL));
  expect (office, "“Test” moved to the top level\n");
  g_assert_true (plan_edit_task_delete (document, &office->build, 1, NULL));
  expect (office, "Task “Build” deleted with 2 tasks below it\n=> Finish of “Shop”: 12 Mar → 4 Mar (−7 d); 2 tasks moved\n");
}

/* Of many of one kind the first are named. */
static void
test_many (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (PlanId));
  PlanId last = office->ship;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("T%u", i);

      g_assert_true (plan_edit_task_add (office->document, office->project, last, name, "1d", &last, NULL));
      g_array_append_val (tasks, last);
    }
  g_assert_true (plan_edit_task_delete (office->document, (const PlanId *) tasks->data, tasks->len, NULL));
  expect (office, "Task “T0” deleted\nTask “T1” deleted\nTask “T2” deleted\nTask “T3” deleted\nTask “T4” deleted\n"
                  "Also deleted: 7 tasks\n");
  g_assert_true (plan_document_undo (office->document, NULL));
  g_array_set_size (tasks, 6);
  g_assert_true (plan_edit_task_delete (office->document, (const PlanId *) tasks->data, tasks->len, NULL));
  expect (office, "Task “T0” deleted\nTask “T1” deleted\nTask “T2” deleted\nTask “T3” deleted\nTask “T4” deleted\n"
                  "Task “T5” deleted\n");
}

/* Every entry of a random history has words, whatever came after it. */
static void
test_random_words (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  gint64 last;

  for (guint i = 0; i < 200; i++)
    if (g_rand_int_range (rand, 0, 6) == 0)
      plan_document_undo (office->document, NULL);
    else
      office_edit_at_random (office->document, rand);
  last = plan_document_get_revision (office->document);
  g_assert_cmpint (last, >, 60);
  for (gint64 entry = 1; entry <= last; entry += 7)
    {
      g_autofree char *text = explain (office, entry);

      g_assert_cmpuint (strlen (text), >, 0);
      g_assert_null (strstr (text, "(null)"));
    }
}

static void
test_go_back (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_dump (office->document), *after = NULL, *again = NULL;
  gint64 point = plan_document_get_revision (office->document);
  g_autofree char *label = NULL;

  g_assert_true (plan_edit_task_delete (office->document, &office->build, 1, NULL));
  g_assert_true (plan_edit_set_text (office->document, PLAN_FIELD_TASK_NAME, office->ship, "Launch", NULL));
  after = office_dump (office->document);
  office->n_changes = 0;
  g_assert_true (plan_document_set_mark (office->document, point, "  Plan A ", NULL));
  g_assert_cmpuint (office->n_changes, ==, 0);
  g_assert_true (plan_edit_go_back (office->document, point, NULL));
  g_assert_cmpuint (office->n_changes, ==, 1);
  again = office_dump (office->document);
  office_assert_same (again, before);
  label = plan_document_get_step_label (office->document, PLAN_STEP_UNDO);
  g_assert_cmpstr (label, ==, "Return to the version “Plan A”");
  g_assert_true (plan_document_undo (office->document, NULL));
  g_clear_pointer (&again, g_free);
  again = office_dump (office->document);
  office_assert_same (again, after);
  office_assert_refused (office, plan_edit_go_back (office->document, 9999, refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_go_back (office->document, -7, refusal), PLAN_ERROR_NOT_FOUND);
}

/* Going back to where the office is leaves no trace. */
static void
test_go_nowhere (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  gint64 revision = plan_document_get_revision (office->document);

  g_assert_true (plan_edit_go_back (office->document, revision, NULL));
  g_assert_cmpint (plan_document_get_revision (office->document), ==, revision);
  g_assert_cmpuint (office->n_changes, ==, 0);
  g_assert_true (plan_edit_go_back (office->document, 0, NULL));
  g_assert_cmpuint (plan_model_get_n (plan_document_get_model (office->document), PLAN_RECORD_TASK), ==, 0);
  g_assert_true (plan_document_undo (office->document, NULL));
}

static void
assert_mark (OfficeFixture *office, gint64 revision, const char *expected)
{
  g_autofree char *name = plan_document_get_mark (office->document, revision);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_marks (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanStore *store = plan_document_get_store (office->document);
  g_autoptr (GError) error = NULL;
  gint64 revision;

  g_assert_true (plan_document_set_mark (office->document, 2, "A", NULL));
  g_assert_true (plan_document_set_mark (office->document, 3, "B", NULL));
  g_assert_true (plan_document_set_mark (office->document, 4, "A", NULL));
  assert_mark (office, 2, NULL);
  assert_mark (office, 3, "B");
  assert_mark (office, 4, "A");
  g_assert_true (plan_document_set_mark (office->document, 3, NULL, NULL));
  assert_mark (office, 3, NULL);
  g_assert_false (plan_document_set_mark (office->document, 3, " ", &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_false (plan_document_set_mark (office->document, 999, "C", &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND);
  g_assert_true (plan_past_get_revision (store, "A", &revision, NULL));
  g_assert_cmpint (revision, ==, 4);
  g_assert_true (plan_past_get_revision (store, "now", &revision, NULL));
  g_assert_cmpint (revision, ==, plan_document_get_revision (office->document));
  g_assert_true (plan_past_get_revision (store, "3", &revision, NULL));
  g_assert_cmpint (revision, ==, 3);
  g_assert_false (plan_past_get_revision (store, "B", &revision, NULL));
  g_assert_false (plan_past_get_revision (store, "999", &revision, NULL));
  office_fixture_reopen (office, PLAN_STORE_READ_ONLY);
  assert_mark (office, 4, "A");
  g_clear_error (&error);
  g_assert_false (plan_document_set_mark (office->document, 4, "C", &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_READ_ONLY);
}

/* Numbers of the entries that are found, newest first, a page of two at a time. */
static char *
find (OfficeFixture *office, const PlanHistoryQuery *query)
{
  GString *text = g_string_new (NULL);
  gint64 reached = G_MAXINT64;

  while (reached > 0)
    {
      g_autoptr (GPtrArray) entries = plan_past_find (plan_document_get_store (office->document), query, reached, 2, &reached, NULL);

      g_assert_cmpuint (entries->len, <=, 2);
      for (guint i = 0; i < entries->len; i++)
        g_string_append_printf (text, "%" G_GINT64_FORMAT " ", ((const PlanHistoryEntry *) entries->pdata[i])->id);
    }
  return g_string_free (text, FALSE);
}

static void
assert_found (OfficeFixture *office, const PlanHistoryQuery *query, const char *expected)
{
  g_autofree char *text = find (office, query);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_find (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  PlanId first, second, task;

  plan_document_set_author (office->document, "Ann");
  g_assert_true (plan_edit_project_add (office->document, "Shop", 0, &first, NULL));                              /* 1 */
  g_assert_true (plan_edit_project_add (office->document, "App", 0, &second, NULL));                              /* 2 */
  g_assert_true (plan_edit_task_add (office->document, first, PLAN_ID_NONE, "Straße", "1d", &task, NULL));        /* 3 */
  plan_document_set_author (office->document, "李伟");
  g_assert_true (plan_edit_set_text (office->document, PLAN_FIELD_TASK_DURATION, task, "2d", NULL));              /* 4 */
  g_assert_true (plan_document_undo (office->document, NULL));                                                    /* 5 */
  g_assert_true (plan_document_set_mark (office->document, 2, "Two projects", NULL));
  assert_found (office, &(PlanHistoryQuery) { 0 }, "5 4 3 2 1 ");
  assert_found (office, &(PlanHistoryQuery) { .project = second }, "2 ");
  assert_found (office, &(PlanHistoryQuery) { .author = "Ann" }, "3 2 1 ");
  assert_found (office, &(PlanHistoryQuery) { .author = "Ann", .with_steps = TRUE }, "5 3 2 1 ");
  assert_found (office, &(PlanHistoryQuery) { .text = "DURATION" }, "5 4 ");
  assert_found (office, &(PlanHistoryQuery) { .text = "straße" }, "5 4 3 ");
  assert_found (office, &(PlanHistoryQuery) { .text = "李" }, "5 4 ");
  assert_found (office, &(PlanHistoryQuery) { .text = "two proj" }, "2 ");
  assert_found (office, &(PlanHistoryQuery) { .text = "undone" }, "5 ");
  assert_found (office, &(PlanHistoryQuery) { .from = G_MAXINT64 - 1, .to = G_MAXINT64 }, "");
  assert_found (office, &(PlanHistoryQuery) { .to = 1 }, "");
}

/* What a thread tells. */
typedef struct
{
  GMainLoop *loop;
  PlanPast *past;
  GPtrArray *lines;
  GError *error;
} Answer;

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  self->past = plan_document_compare_finish (result, &self->error);
  g_main_loop_quit (self->loop);
}

static void
explained_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  self->lines = plan_document_explain_finish (result, &self->error);
  g_main_loop_quit (self->loop);
}

/* The thread sees the office as it was when it was asked, while texts and records are written. */
static void
test_thread (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gint64 point = plan_document_get_revision (office->document);
  g_autofree char *before = office_dump_model (plan_document_get_model (office->document));
  g_autofree char *asked = NULL, *first = NULL, *second = NULL;
  Answer answer = { .loop = loop };

  for (guint i = 0; i < 60; i++)
    office_edit_at_random (office->document, rand);
  asked = office_dump_model (plan_document_get_model (office->document));
  plan_document_compare_async (office->document, point, PLAN_REVISION_NOW, NULL, compared_cb, &answer);
  for (guint i = 0; i < 60; i++)
    office_edit_at_random (office->document, rand);
  g_main_loop_run (loop);
  g_assert_no_error (answer.error);
  first = office_dump_model (answer.past->models[0]);
  second = office_dump_model (answer.past->models[1]);
  office_assert_same (first, before);
  office_assert_same (second, asked);
  plan_past_unref (answer.past);
  plan_document_explain_async (office->document, point + 1, NULL, explained_cb, &answer);
  g_main_loop_run (loop);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.lines->len, >, 0);
  g_ptr_array_unref (answer.lines);
  plan_document_explain_async (office->document, 100000, NULL, explained_cb, &answer);
  g_main_loop_run (loop);
  g_assert_error (answer.error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND);
  g_clear_error (&answer.error);
}

static void
test_cancel (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  PlanProgress progress = { 0 };
  Answer answer = { .loop = loop };

  plan_progress_cancel (&progress);
  plan_document_compare_async (office->document, 1, PLAN_REVISION_NOW, &progress, compared_cb, &answer);
  g_main_loop_run (loop);
  g_assert_error (answer.error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/past/words", test_words);
  g_test_add_func ("/document/past/many", test_many);
  g_test_add_func ("/document/past/random-words", test_random_words);
  g_test_add_func ("/document/past/go-back", test_go_back);
  g_test_add_func ("/document/past/go-nowhere", test_go_nowhere);
  g_test_add_func ("/document/past/marks", test_marks);
  g_test_add_func ("/document/past/find", test_find);
  g_test_add_func ("/document/past/thread", test_thread);
  g_test_add_func ("/document/past/cancel", test_cancel);
  return g_test_run ();
}
