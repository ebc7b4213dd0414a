/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo and redo: after any sequence of edits, undoing and redoing everything leads through the same states as the first time.
 */

#include "plan-error.h"
#include "store-fixture.h"

/* Kinds that nothing in the fixture belongs to, so that any of them may be deleted. */
static const PlanRecord leaves[] = {
  PLAN_RECORD_WEEK, PLAN_RECORD_EXCEPTION, PLAN_RECORD_LINK, PLAN_RECORD_AVAILABILITY, PLAN_RECORD_RATE,
  PLAN_RECORD_ASSIGNMENT, PLAN_RECORD_WORK_SPAN, PLAN_RECORD_BASELINE, PLAN_RECORD_CUSTOM_VALUE, PLAN_RECORD_IMPORTED_VALUE,
  PLAN_RECORD_SPLIT,
};

static gboolean
is_structural (PlanFieldId field)
{
  return plan_field_get (field)->flags & PLAN_FIELD_OWNER;
}

static void
update_random (Fixture *fixture)
{
  PlanFieldId field;
  gconstpointer body;
  PlanRecord record;
  PlanValue value;

  do
    field = g_rand_int_range (fixture->rand, 0, PLAN_N_FIELDS);
  while (is_structural (field));
  record = plan_field_get (field)->record;
  if (plan_model_get_n (fixture->model, record) == 0)
    return;
  body = plan_model_get_at (fixture->model, record, 0);
  value = fixture_make_value (fixture, field, body);
  g_assert_true (plan_store_update (fixture->store, field, plan_record_get_id (body), &value, NULL));
}

static void
delete_random (Fixture *fixture)
{
  PlanRecord record = leaves[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (leaves))];
  guint n = plan_model_get_n (fixture->model, record);

  if (n > 0)
    g_assert_true (plan_store_delete (fixture->store, record, plan_record_get_id (plan_model_get_at (fixture->model, record, n - 1)), NULL));
}

static void
edit_random (Fixture *fixture)
{
  fixture_begin (fixture);
  /* Each twice at most: what an edit deletes it must not touch again. */
  for (int i = g_rand_int_range (fixture->rand, 1, 3); i > 0; i--)
    fixture_insert (fixture, g_rand_int_range (fixture->rand, 0, PLAN_N_RECORDS));
  update_random (fixture);
  delete_random (fixture);
  fixture_commit (fixture, "Edit “%s”");
}

static void
check_state (Fixture *fixture, const char *expected)
{
  g_autofree char *memory = fixture_dump (fixture->model), *file = fixture_dump_file (fixture);

  g_assert_cmpstr (memory, ==, expected);
  g_assert_cmpstr (file, ==, expected);
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  const guint n_fill = PLAN_N_RECORDS;

  fixture_fill (fixture, 3);
  g_ptr_array_add (states, fixture_dump (fixture->model));
  for (guint i = 0; i < 60; i++)
    {
      edit_random (fixture);
      g_ptr_array_add (states, fixture_dump (fixture->model));
    }
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = states->len - 1; i-- > 0;)
        {
          g_assert_true (fixture_step (fixture, PLAN_STEP_UNDO));
          check_state (fixture, g_ptr_array_index (states, i));
        }
      for (guint i = 0; i < n_fill; i++)
        g_assert_true (fixture_step (fixture, PLAN_STEP_UNDO));
      check_state (fixture, "");
      g_assert_false (fixture_step (fixture, PLAN_STEP_UNDO));
      fixture_reopen (fixture);
      for (guint i = 0; i < n_fill; i++)
        g_assert_true (fixture_step (fixture, PLAN_STEP_REDO));
      for (guint i = 1; i < states->len; i++)
        {
          g_assert_true (fixture_step (fixture, PLAN_STEP_REDO));
          check_state (fixture, g_ptr_array_index (states, i));
        }
      g_assert_false (fixture_step (fixture, PLAN_STEP_REDO));
    }
  plan_store_check (fixture->store, NULL, &error);
  g_assert_no_error (error);
}

static void
name_project (Fixture *fixture, const char *name)
{
  PlanHistoryEntry entry = { .at = 5, .label = (char *) "Name “%s”", .subject = (char *) name };
  PlanValue value = PLAN_VALUE_OF_TEXT (name);
  g_autoptr (GError) error = NULL;

  fixture_begin (fixture);
  plan_store_update (fixture->store, PLAN_FIELD_PROGRAMME_NAME, 1001, &value, &error);
  g_assert_no_error (error);
  plan_store_commit (fixture->store, &entry, NULL, &error);
  g_assert_no_error (error);
}

static void
check_peek (Fixture *fixture, PlanStep step, const char *subject)
{
  PlanHistoryEntry entry = { 0 };

  g_assert_cmpint (plan_store_peek_step (fixture->store, step, &entry), ==, subject != NULL);
  g_assert_cmpstr (entry.subject, ==, subject);
  plan_history_entry_clear (&entry);
}

static void
step (Fixture *fixture, PlanStep which)
{
  PlanHistoryEntry entry = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_begin (fixture);
  plan_store_step (fixture->store, which, &entry, &error);
  g_assert_no_error (error);
  g_assert_cmpint (entry.undoes != 0, ==, which == PLAN_STEP_UNDO);
  g_assert_cmpint (entry.redoes != 0, ==, which == PLAN_STEP_REDO);
  plan_store_commit (fixture->store, &entry, NULL, &error);
  g_assert_no_error (error);
  plan_history_entry_clear (&entry);
}

static void
test_stacks (Fixture *fixture, gconstpointer data)
{
  fixture_begin (fixture);
  fixture_insert (fixture, PLAN_RECORD_PROGRAMME);
  fixture_commit (fixture, "Add");
  name_project (fixture, "a");
  name_project (fixture, "b");
  name_project (fixture, "c");
  check_peek (fixture, PLAN_STEP_UNDO, "c");
  check_peek (fixture, PLAN_STEP_REDO, NULL);
  step (fixture, PLAN_STEP_UNDO);
  step (fixture, PLAN_STEP_UNDO);
  check_peek (fixture, PLAN_STEP_UNDO, "a");
  check_peek (fixture, PLAN_STEP_REDO, "b");
  step (fixture, PLAN_STEP_REDO);
  fixture_reopen (fixture);
  check_peek (fixture, PLAN_STEP_UNDO, "b");
  check_peek (fixture, PLAN_STEP_REDO, "c");
  name_project (fixture, "d");
  check_peek (fixture, PLAN_STEP_REDO, NULL);
  step (fixture, PLAN_STEP_UNDO);
  fixture_reopen (fixture);
  check_peek (fixture, PLAN_STEP_UNDO, "b");
  check_peek (fixture, PLAN_STEP_REDO, "d");
  g_assert_cmpint (plan_store_get_revision (fixture->store), ==, 9);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  const PlanHistoryEntry *entry;
  PlanStoreInfo info;

  fixture_fill (fixture, 2);
  step (fixture, PLAN_STEP_UNDO);
  entries = plan_store_list_history (fixture->store, G_MAXINT64, 2, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->id, ==, PLAN_N_RECORDS + 1);
  g_assert_cmpint (entry->undoes, ==, PLAN_N_RECORDS);
  g_assert_cmpint (entry->size, ==, 0);
  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpint (entry->id, ==, PLAN_N_RECORDS);
  g_assert_cmpint (entry->at, ==, 1700000000000000);
  g_assert_cmpstr (entry->author, ==, "Li");
  g_assert_cmpstr (entry->label, ==, "Fill");
  g_assert_cmpint (entry->project, ==, 7);
  g_assert_cmpint (entry->size, >, 0);
  g_ptr_array_unref (entries);
  entries = plan_store_list_history (fixture->store, PLAN_N_RECORDS, 3, NULL);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpint (((PlanHistoryEntry *) g_ptr_array_index (entries, 0))->id, ==, PLAN_N_RECORDS - 1);
  g_assert_true (plan_store_get_info (fixture->store, &info, NULL));
  g_assert_cmpint (info.n_history, ==, PLAN_N_RECORDS + 1);
  g_assert_cmpint (info.revision, ==, PLAN_N_RECORDS + 1);
  g_assert_cmpint (info.schema_version, ==, 1);
  g_assert_cmpint (info.history_size, >, 0);
}

/* Deleting and inserting the same record in one edit, and taking back what it changed, leave no trace. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  PlanId id;

  fixture_fill (fixture, 2);
  fixture_begin (fixture);
  id = fixture_insert (fixture, PLAN_RECORD_PROGRAMME);
  g_assert_true (plan_store_delete (fixture->store, PLAN_RECORD_PROGRAMME, id, NULL));
  fixture_commit (fixture, "Nothing");
  g_assert_cmpuint (plan_change_set_get_n (fixture->changes), ==, 0);
  g_assert_cmpint (plan_store_get_revision (fixture->store), ==, PLAN_N_RECORDS);
}

static void
expect_damage (Fixture *fixture, const char *sql, PlanError code)
{
  PlanHistoryEntry entry = { 0 };
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->store, plan_store_close);
  fixture_run_sql (fixture->path, sql);
  fixture_reopen (fixture);
  before = fixture_dump_file (fixture);
  fixture_begin (fixture);
  g_assert_false (plan_store_step (fixture->store, PLAN_STEP_UNDO, &entry, &error));
  g_assert_error (error, PLAN_ERROR, (int) code);
  /* Nothing of it can be committed. */
  g_assert_false (plan_store_commit (fixture->store, &entry, NULL, NULL));
  after = fixture_dump_file (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 30);
  expect_damage (fixture, "UPDATE split SET length = (length = 0) WHERE id = (SELECT max (id) FROM split)", PLAN_ERROR_RULE);
  expect_damage (fixture, "UPDATE history SET size = 1000000000 WHERE id = 17", PLAN_ERROR_PARSE);
  g_assert_false (plan_store_check (fixture->store, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
  expect_damage (fixture, "UPDATE history SET size = 0, changeset = x'54010074' WHERE id = 17", PLAN_ERROR_PARSE);
  expect_damage (fixture, "UPDATE history SET size = 0, changeset = zeroblob (5000) WHERE id = 17", PLAN_ERROR_PARSE);
  /* A table that is not one of records: "meta", one column, a row inserted. */
  expect_damage (fixture, "UPDATE history SET size = 0, changeset = x'5401016d65746100120003036b6579' WHERE id = 17", PLAN_ERROR_PARSE);
  /* "programme" with its key in another column, which SQLite itself would pass over. */
  expect_damage (fixture,
                 "UPDATE history SET size = 0, changeset = x'540300010070726f6772616d6d6500120001000000000000000101000000000000000105' WHERE id = 17",
                 PLAN_ERROR_PARSE);
}

/* Any bytes at all in place of a changeset are refused or fit; they never crash. */
static void
test_garbage (Fixture *fixture, gconstpointer data)
{
  fixture_fill (fixture, 3);
  for (guint i = 0; i < 300; i++)
    {
      PlanHistoryEntry entry = { 0 };
      g_autofree char *sql = g_strdup_printf ("UPDATE history SET changeset = CAST (substr (changeset, 1, %u) || x'%02x' || substr (changeset, %u) AS BLOB) "
                                              "WHERE id = (SELECT max (id) FROM history) AND size = 0",
                                              i, g_rand_int_range (fixture->rand, 0, 256), i + 2);

      fixture_run_sql (fixture->path, sql);
      fixture_begin (fixture);
      if (plan_store_step (fixture->store, PLAN_STEP_UNDO, &entry, NULL))
        {
          g_autoptr (PlanChangeSet) changes = plan_store_take_changes (fixture->store, NULL);

          g_assert_nonnull (changes);
        }
      plan_history_entry_clear (&entry);
      plan_store_rollback (fixture->store);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/history/random", Fixture, NULL, fixture_set_up, test_random, fixture_tear_down);
  g_test_add ("/store/history/stacks", Fixture, NULL, fixture_set_up, test_stacks, fixture_tear_down);
  g_test_add ("/store/history/list", Fixture, NULL, fixture_set_up, test_list, fixture_tear_down);
  g_test_add ("/store/history/nothing", Fixture, NULL, fixture_set_up, test_nothing, fixture_tear_down);
  g_test_add ("/store/history/damaged", Fixture, NULL, fixture_set_up, test_damaged, fixture_tear_down);
  g_test_add ("/store/history/garbage", Fixture, NULL, fixture_set_up, test_garbage, fixture_tear_down);
  return g_test_run ();
}
