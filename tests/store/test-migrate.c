/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing an office of an older version up to date, with steps that only this test has. The file of version 1 is frozen with
 * the first release; before that, PLAN_UPDATE_GOLDEN=1 makes it anew when the schema has changed.
 */

#include "plan-backup.h"
#include "plan-error.h"
#include "plan-migrate.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
add_table (PlanDb *db, gpointer data, GError **error)
{
  return plan_db_exec (db, "ADD_TABLE", "CREATE TABLE \"later\" (\"id\" INTEGER PRIMARY KEY) STRICT; INSERT INTO later VALUES (7)", error);
}

static gboolean
add_column (PlanDb *db, gpointer data, GError **error)
{
  return plan_db_exec (db, "ADD_COLUMN", "ALTER TABLE \"later\" ADD COLUMN \"text\" TEXT", error);
}

/* Writes first. */
static gboolean
fail (PlanDb *db, gpointer data, GError **error)
{
  return add_column (db, data, error) && plan_db_exec (db, "FAIL", "INSERT INTO nothing VALUES (1)", error);
}

static const PlanDbFunc good_steps[] = { add_table, add_column };
static const PlanDbFunc bad_steps[] = { add_table, fail };

static char *
get_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", "office", name, NULL);
}

static void
write_fixture (Fixture *fixture)
{
  g_autofree char *path = get_fixture ("version-1.planwright"), *dump_path = get_fixture ("version-1.txt");
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 2);
  fixture_step (fixture, PLAN_STEP_UNDO);
  dump = fixture_dump_file (fixture);
  g_assert_true (plan_backup_copy (fixture->path, path, &error));
  g_assert_true (g_file_set_contents (dump_path, dump, -1, &error));
}

/* The office of the fixture becomes that of the frozen file. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_fixture ("version-1.planwright"), *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  fixture_set_up (fixture, data);
  if (g_getenv ("PLAN_UPDATE_GOLDEN") != NULL)
    write_fixture (fixture);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (fixture->path, bytes, size, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plan_migrate_add_steps (NULL, 0);
  fixture_tear_down (fixture, data);
}

static void
check_dump (Fixture *fixture)
{
  g_autofree char *path = get_fixture ("version-1.txt"), *expected = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;

  plan_store_check (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  found = fixture_dump_file (fixture);
  g_assert_cmpstr (found, ==, expected);
}

static void
expect_version (Fixture *fixture, gint64 version)
{
  PlanStoreInfo info;

  g_assert_true (plan_store_get_info (fixture->store, &info, NULL));
  g_assert_cmpint (info.schema_version, ==, version);
}

/* What this version makes and what it made when it was frozen are the same. */
static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->store = plan_store_open (fixture->path, 0, &error);
  if (error != NULL)
    g_error ("The schema has changed: after the first release add a step to plan-migrate.c; before, make the file anew "
             "with PLAN_UPDATE_GOLDEN=1. %s", error->message);
  expect_version (fixture, 1);
  check_dump (fixture);
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  const PlanBackup *backup;

  plan_migrate_add_steps (good_steps, 2);
  fixture->store = plan_store_open (fixture->path, 0, &error);
  g_assert_no_error (error);
  expect_version (fixture, 3);
  check_dump (fixture);
  /* What is older can be undone as before. */
  g_assert_true (plan_store_get_revision (fixture->store) > 0);
  g_clear_pointer (&fixture->store, plan_store_close);
  backups = plan_backup_list (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpint (backup->kind, ==, PLAN_BACKUP_BEFORE_UPDATE);
  plan_migrate_add_steps (NULL, 0);
  fixture->store = plan_store_open (backup->path, 0, &error);
  g_assert_no_error (error);
  expect_version (fixture, 1);
  check_dump (fixture);
  g_clear_pointer (&fixture->store, plan_store_close);
  /* And now the office is one of a newer program. */
  g_assert_null (plan_store_open (fixture->path, 0, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_TOO_NEW);
  g_assert_nonnull (strstr (error->message, "newer version of Planwright"));
  g_clear_error (&error);
  fixture->store = plan_store_open (fixture->path, PLAN_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  check_dump (fixture);
}

static void
expect_bytes (Fixture *fixture)
{
  g_autofree char *path = get_fixture ("version-1.planwright"), *expected = NULL, *found = NULL;
  gsize n_expected, n_found;

  g_assert_true (g_file_get_contents (path, &expected, &n_expected, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &found, &n_found, NULL));
  g_assert_cmpmem (found, n_found, expected, n_expected);
}

/* Who may only read gets the new form in memory. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  plan_migrate_add_steps (good_steps, 2);
  fixture->store = plan_store_open (fixture->path, PLAN_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  expect_version (fixture, 3);
  check_dump (fixture);
  g_assert_false (plan_store_begin (fixture->store, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_READ_ONLY);
  g_clear_pointer (&fixture->store, plan_store_close);
  expect_bytes (fixture);
}

/* The first step stands, the second left nothing; the next program goes on from there. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  plan_migrate_add_steps (bad_steps, 2);
  g_assert_null (plan_store_open (fixture->path, 0, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  plan_migrate_add_steps (good_steps, 1);
  fixture->store = plan_store_open (fixture->path, 0, &error);
  g_assert_no_error (error);
  expect_version (fixture, 2);
  g_clear_pointer (&fixture->store, plan_store_close);
  plan_migrate_add_steps (good_steps, 2);
  fixture->store = plan_store_open (fixture->path, 0, &error);
  g_assert_no_error (error);
  expect_version (fixture, 3);
  check_dump (fixture);
}

/* A stranger among the objects of an older office is found before anything is written. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  fixture_run_sql (fixture->path, "CREATE TRIGGER evil AFTER INSERT ON task BEGIN DELETE FROM task; END");
  plan_migrate_add_steps (good_steps, 2);
  for (int read_only = 0; read_only < 2; read_only++)
    {
      g_assert_null (plan_store_open (fixture->path, read_only ? PLAN_STORE_READ_ONLY : 0, &error));
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
      g_clear_error (&error);
    }
  backups = plan_backup_list (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 0);
}

/* Where no backup can be made, nothing is brought up to date. */
static void
test_no_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;

  /* A folder in the place of each backup of the next minute. */
  for (int second = 0; second < 60; second++)
    {
      g_autoptr (GDateTime) moment = g_date_time_add_seconds (now, second);
      g_autofree char *date = g_date_time_format (moment, "%Y-%m-%d-%H%M%S");
      g_autofree char *name = g_strdup_printf ("my office 1.before-update-%s.planwright", date);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    }
  plan_migrate_add_steps (good_steps, 2);
  g_assert_null (plan_store_open (fixture->path, 0, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_IO);
  expect_bytes (fixture);
}

#define ADD(name, func) g_test_add ("/store/migrate/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("frozen", test_frozen);
  ADD ("update", test_update);
  ADD ("read-only", test_read_only);
  ADD ("failure", test_failure);
  ADD ("hostile", test_hostile);
  ADD ("no-backup", test_no_backup);
  return g_test_run ();
}
