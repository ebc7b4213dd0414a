/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The field table and schema.sql say the same, and every field of every record goes into the file and comes back.
 */

#include "plan-error.h"
#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

static const char *
get_type (PlanFieldId field)
{
  return plan_field_is_text (field) ? "TEXT" : "INTEGER";
}

/* Column by column: same name, same type, same place, no default, and nothing after the last field. */
static void
compare_table (sqlite3 *db, PlanRecord record)
{
  PlanFieldId first = plan_field_first (record);
  guint n_fields = plan_field_count (record), column = 0;
  g_autofree char *sql = g_strdup_printf ("PRAGMA table_xinfo (\"%s\")", plan_record_get_table (record));
  sqlite3_stmt *row;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  for (; sqlite3_step (row) == SQLITE_ROW; column++)
    {
      const char *name = (const char *) sqlite3_column_text (row, 1);
      const char *type = (const char *) sqlite3_column_text (row, 2);

      g_assert_cmpuint (column, <=, n_fields);
      g_assert_cmpstr (name, ==, column == 0 ? "id" : plan_field_get (first + column - 1)->column);
      g_assert_cmpstr (type, ==, column == 0 ? "INTEGER" : get_type (first + column - 1));
      g_assert_cmpint (sqlite3_column_int (row, 5), ==, column == 0);
    }
  g_assert_cmpuint (column, ==, n_fields + 1);
  sqlite3_finalize (row);
}

static void
compare_references (sqlite3 *db, PlanRecord record)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
  g_autofree char *sql = g_strdup_printf ("SELECT \"table\", on_delete, on_update FROM pragma_foreign_key_list (?1) WHERE \"from\" = ?2");
  sqlite3_stmt *row;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  for (PlanFieldId id_field = first; id_field < end; id_field++)
    {
      const PlanField *field = plan_field_get (id_field);

      sqlite3_bind_text (row, 1, plan_record_get_table (record), -1, SQLITE_STATIC);
      sqlite3_bind_text (row, 2, field->column, -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (row), ==, field->type == PLAN_TYPE_ID ? SQLITE_ROW : SQLITE_DONE);
      if (field->type == PLAN_TYPE_ID)
        {
          g_assert_cmpstr ((const char *) sqlite3_column_text (row, 0), ==, plan_record_get_table (field->target));
          g_assert_cmpstr ((const char *) sqlite3_column_text (row, 1), ==, "NO ACTION");
          g_assert_cmpstr ((const char *) sqlite3_column_text (row, 2), ==, "NO ACTION");
        }
      sqlite3_reset (row);
    }
  sqlite3_finalize (row);
}

static void
test_schema (Fixture *fixture, gconstpointer data)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      compare_table (db, record);
      compare_references (db, record);
    }
  sqlite3_close (db);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = NULL, *found = NULL;

  fixture_fill (fixture, 40);
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    g_assert_cmpuint (plan_model_get_n (fixture->model, record), ==, 40);
  fixture_reopen (fixture);
  expected = fixture_dump (fixture->model);
  found = fixture_dump_file (fixture);
  g_assert_cmpstr (found, ==, expected);
}

static PlanValue
make_other_value (Fixture *fixture, PlanFieldId field, gconstpointer body)
{
  PlanValue old_value = plan_field_get_value (field, body), value;

  for (guint i = 0; i < 100; i++)
    {
      value = fixture_make_value (fixture, field, body);
      if (!plan_value_equal (&value, &old_value))
        return value;
    }
  return old_value;
}

static void
update_field (Fixture *fixture, PlanFieldId field)
{
  gconstpointer body = plan_model_get_at (fixture->model, plan_field_get (field)->record, 1);
  PlanId id = plan_record_get_id (body);
  PlanValue old_value = plan_field_get_value (field, body), new_value = make_other_value (fixture, field, body);
  g_autoptr (GError) error = NULL;
  PlanChange change;

  /* The kind of an owner and the top of an outline have only one value here. */
  if (plan_value_equal (&old_value, &new_value))
    return;
  fixture_begin (fixture);
  plan_store_update (fixture->store, field, id, &new_value, &error);
  g_assert_no_error (error);
  fixture_commit (fixture, "Set");
  g_assert_cmpuint (plan_change_set_get_n (fixture->changes), ==, 1);
  plan_change_set_get (fixture->changes, 0, &change);
  g_assert_cmpint (change.op, ==, PLAN_CHANGE_UPDATE);
  g_assert_cmpint (change.field, ==, field);
  g_assert_cmpint (change.id, ==, id);
  g_assert_true (plan_value_equal (&change.old_value, &old_value));
  g_assert_true (plan_value_equal (&change.new_value, &new_value));
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  fixture_fill (fixture, 4);
  for (guint field = 0; field < PLAN_N_FIELDS; field++)
    update_field (fixture, field);
  before = fixture_dump (fixture->model);
  after = fixture_dump_file (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    PlanFieldId field;
    PlanValue value;
  } cases[] = {
    { PLAN_FIELD_TASK_DURATION, { PLAN_VALUE_INTEGER, -1, NULL } },
    { PLAN_FIELD_TASK_DURATION, { PLAN_VALUE_NULL, 0, NULL } },
    { PLAN_FIELD_TASK_DURATION, { PLAN_VALUE_TEXT, 0, "1" } },
    { PLAN_FIELD_TASK_NAME, { PLAN_VALUE_TEXT, 0, "\xff" } },
    { PLAN_FIELD_TASK_NAME, { PLAN_VALUE_INTEGER, 1, NULL } },
    { PLAN_FIELD_TASK_MILESTONE, { PLAN_VALUE_INTEGER, 2, NULL } },
    { PLAN_FIELD_TASK_CALENDAR, { PLAN_VALUE_INTEGER, -5, NULL } },
    { PLAN_FIELD_TASK_DEADLINE, { PLAN_VALUE_INTEGER, PLAN_TICKS_MAX + 1, NULL } },
  };

  fixture_fill (fixture, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanId id = plan_model_get_task_at (fixture->model, 0)->id;
      g_autoptr (GError) error = NULL;

      fixture_begin (fixture);
      g_assert_false (plan_store_update (fixture->store, cases[i].field, id, &cases[i].value, &error));
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_RANGE);
      plan_store_rollback (fixture->store);
    }
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  PlanValue value = PLAN_VALUE_OF_TEXT ("x");
  PlanTask task;
  g_autoptr (GError) error = NULL;

  fixture_begin (fixture);
  g_assert_false (plan_store_update (fixture->store, PLAN_FIELD_TASK_NAME, 99, &value, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (plan_store_delete (fixture->store, PLAN_RECORD_TASK, 99, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  plan_record_init (PLAN_RECORD_TASK, &task);
  g_assert_false (plan_store_insert (fixture->store, PLAN_RECORD_TASK, &task, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_RANGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/record-sql/schema", Fixture, NULL, fixture_set_up, test_schema, fixture_tear_down);
  g_test_add ("/store/record-sql/round-trip", Fixture, NULL, fixture_set_up, test_round_trip, fixture_tear_down);
  g_test_add ("/store/record-sql/update", Fixture, NULL, fixture_set_up, test_update, fixture_tear_down);
  g_test_add ("/store/record-sql/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/store/record-sql/missing", Fixture, NULL, fixture_set_up, test_missing, fixture_tear_down);
  return g_test_run ();
}
