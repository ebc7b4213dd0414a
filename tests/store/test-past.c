/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The past of an office: after random edits, undo and redo, what it held after each entry is what was seen then; going back
 * to any point is an edit like others; entries are found by project, author and time; points have names.
 */

#include "plan-error.h"
#include "store-fixture.h"

#define N_EDITS (PLAN_N_RECORDS + 30)

/* What the office held after each revision, from 0. */
static GPtrArray *
make_history (Fixture *fixture)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, fixture_dump (fixture->model));
  for (guint i = 0; i < N_EDITS; i++)
    {
      guint kind = g_rand_int_range (fixture->rand, 0, 6);

      /* Without a project, tasks would name nothing. */
      if (i < PLAN_N_RECORDS || kind > 2 || !fixture_step (fixture, kind == 0 ? PLAN_STEP_REDO : PLAN_STEP_UNDO))
        {
          fixture_begin (fixture);
          for (guint n = 0; n < 2; n++)
            fixture_insert (fixture, i < PLAN_N_RECORDS ? i : PLAN_RECORD_TASK);
          fixture_commit (fixture, "Add");
        }
      g_ptr_array_add (states, fixture_dump (fixture->model));
    }
  g_assert_cmpint (plan_store_get_revision (fixture->store), ==, states->len - 1);
  return states;
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) states = make_history (fixture);

  for (guint i = 0; i < states->len; i++)
    {
      g_autoptr (PlanModel) model = plan_model_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL;

      plan_store_load_at (fixture->store, i, model, NULL, &error);
      g_assert_no_error (error);
      found = fixture_dump (model);
      g_assert_cmpstr (found, ==, g_ptr_array_index (states, i));
    }
}

static void
go_back (Fixture *fixture, gint64 revision)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (fixture);
  plan_store_go_back (fixture->store, revision, &error);
  g_assert_no_error (error);
  fixture_commit (fixture, "Back");
}

static void
expect (Fixture *fixture, const char *expected)
{
  g_autofree char *model = fixture_dump (fixture->model), *file = fixture_dump_file (fixture);

  g_assert_cmpstr (model, ==, expected);
  g_assert_cmpstr (file, ==, expected);
}

/* Each time from where the last one led; then all of them are undone. */
static void
test_go_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) states = make_history (fixture);
  const char *last = g_ptr_array_index (states, states->len - 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < states->len; i++)
    {
      guint to = i * 7 % states->len;

      go_back (fixture, to);
      expect (fixture, g_ptr_array_index (states, to));
    }
  plan_store_check (fixture->store, NULL, &error);
  g_assert_no_error (error);
  fixture_reopen (fixture);
  go_back (fixture, states->len - 1);
  expect (fixture, last);
  g_assert_true (fixture_step (fixture, PLAN_STEP_UNDO));
  expect (fixture, g_ptr_array_index (states, (states->len - 1) * 7 % states->len));
  g_assert_true (fixture_step (fixture, PLAN_STEP_REDO));
  expect (fixture, last);
}

/* Where the history does not reach nothing changes, and the store can be used on. */
static void
test_forgotten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autofree char *expected = NULL;
  gint64 points[] = { 0, -1, 1000, 3 }, n;

  fixture_fill (fixture, 2);
  expected = fixture_dump_file (fixture);
  g_assert_true (plan_store_compact (fixture->store, G_MAXINT64, &n, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture_begin (fixture);
      g_assert_false (plan_store_go_back (fixture->store, points[i], &error));
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND);
      plan_store_rollback (fixture->store);
    }
  expect (fixture, expected);
  go_back (fixture, plan_store_get_revision (fixture->store) - 1);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  const gint64 at = 1700000000000000;
  const struct
  {
    PlanHistoryFilter filter;
    gboolean all;
  } cases[] = {
    { { PLAN_ID_NONE, NULL, G_MININT64, G_MAXINT64 }, TRUE },
    { { 7, "Li", at, at + 1 }, TRUE },
    { { 8, NULL, G_MININT64, G_MAXINT64 }, FALSE },
    { { PLAN_ID_NONE, "Wang", G_MININT64, G_MAXINT64 }, FALSE },
    { { PLAN_ID_NONE, NULL, at + 1, G_MAXINT64 }, FALSE },
    { { PLAN_ID_NONE, NULL, G_MININT64, at }, FALSE },
  };

  fixture_fill (fixture, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = plan_store_find_history (fixture->store, &cases[i].filter, 6, 3, NULL);

      g_assert_cmpuint (found->len, ==, cases[i].all ? 3 : 0);
      for (guint j = 0; j < found->len; j++)
        g_assert_cmpint (((PlanHistoryEntry *) g_ptr_array_index (found, j))->id, ==, 5 - j);
    }
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 2);
  g_assert_true (plan_store_set_mark (fixture->store, 2, "Sent to the client", &error));
  g_assert_true (plan_store_set_mark (fixture->store, 10, "批准", &error));
  g_assert_true (plan_store_set_mark (fixture->store, 3, "wrong", &error));
  g_assert_true (plan_store_set_mark (fixture->store, 3, NULL, &error));
  g_assert_false (plan_store_set_mark (fixture->store, 1000, "later", &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND);
  go_back (fixture, 1);
  fixture_reopen (fixture);
  marks = plan_store_list_marks (fixture->store, NULL);
  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_cmpint (((PlanMark *) g_ptr_array_index (marks, 0))->revision, ==, 10);
  g_assert_cmpstr (((PlanMark *) g_ptr_array_index (marks, 0))->name, ==, "批准");
  g_assert_cmpstr (((PlanMark *) g_ptr_array_index (marks, 1))->name, ==, "Sent to the client");
}

#define ADD(name, func) g_test_add ("/store/past/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("load", test_load);
  ADD ("go-back", test_go_back);
  ADD ("forgotten", test_forgotten);
  ADD ("find", test_find);
  ADD ("marks", test_marks);
  return g_test_run ();
}
