/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening, refusing and closing: second writers, readers, foreign, damaged and newer files, a full disk, and that nothing is
 * left beside an office that is closed.
 */

#include "plan-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void
expect_refusal (const char *path, PlanStoreFlags flags, PlanError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanStore) store = plan_store_open (path, flags, &error);

  g_assert_null (store);
  g_assert_error (error, PLAN_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dump = fixture_dump_file (fixture), *kind = plan_store_get_meta (fixture->store, "kind");
  g_autofree char *id = plan_store_get_meta (fixture->store, "id"), *none = plan_store_get_meta (fixture->store, "none");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (dump, ==, "");
  g_assert_cmpstr (kind, ==, "office");
  g_assert_cmpuint (strlen (id), ==, 36);
  g_assert_null (none);
  g_assert_cmpint (plan_store_get_revision (fixture->store), ==, 0);
  g_assert_false (plan_store_is_read_only (fixture->store));
  g_assert_true (g_str_has_suffix (plan_store_get_path (fixture->store), "my office 1.planwright"));
  plan_store_check (fixture->store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf about;

  fixture_fill (fixture, 5);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 4);
  g_assert_cmpint (g_stat (wal, &about), ==, 0);
  g_assert_cmpint (about.st_size, >, 0);
  plan_store_checkpoint (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (wal, &about), ==, 0);
  g_assert_cmpint (about.st_size, ==, 0);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

/* An edit that is not committed is not there afterwards, nor after a roll-back. */
static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  fixture_fill (fixture, 2);
  before = fixture_dump_file (fixture);
  fixture_begin (fixture);
  fixture_insert (fixture, PLAN_RECORD_TASK);
  plan_store_rollback (fixture->store);
  fixture_begin (fixture);
  fixture_insert (fixture, PLAN_RECORD_TASK);
  fixture_reopen (fixture);
  after = fixture_dump_file (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_dangling (Fixture *fixture, gconstpointer data)
{
  PlanHistoryEntry entry = { .label = (char *) "Delete" };
  PlanId id;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 2);
  before = fixture_dump_file (fixture);
  id = plan_model_get_task_at (fixture->model, 0)->project;
  fixture_begin (fixture);
  g_assert_true (plan_store_delete (fixture->store, PLAN_RECORD_PROJECT, id, NULL));
  g_assert_false (plan_store_commit (fixture->store, &entry, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_RULE);
  after = fixture_dump_file (fixture);
  g_assert_cmpstr (before, ==, after);
  fixture_begin (fixture);
  fixture_insert (fixture, PLAN_RECORD_TASK);
  fixture_commit (fixture, "Add");
}

static void
test_second_writer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.planwright", NULL);
  int status;
  pid_t pid;

  expect_refusal (fixture->path, 0, PLAN_ERROR_BUSY);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  expect_refusal (fixture->path, 0, PLAN_ERROR_BUSY);
  g_clear_pointer (&fixture->store, plan_store_close);
  /* A writer that was killed leaves no lock. */
  pid = fork ();
  if (pid == 0)
    {
      plan_store_open (fixture->path, 0, NULL);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  fixture->store = plan_store_open (link, 0, NULL);
  g_assert_nonnull (fixture->store);
  expect_refusal (fixture->path, 0, PLAN_ERROR_BUSY);
}

static void
test_readers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlanStore) reader = NULL;
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autofree char *expected = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 3);
  expected = fixture_dump (fixture->model);
  reader = plan_store_open (fixture->path, PLAN_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (plan_store_is_read_only (reader));
  fixture_begin (fixture);
  fixture_insert (fixture, PLAN_RECORD_TASK);
  g_assert_true (plan_store_load (reader, model, NULL, &error));
  found = fixture_dump (model);
  g_assert_cmpstr (found, ==, expected);
  g_assert_false (plan_store_begin (reader, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_READ_ONLY);
  fixture_commit (fixture, "Add");
  g_clear_pointer (&fixture->store, plan_store_close);
  g_clear_pointer (&reader, plan_store_close);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

/* Root may write everywhere, so there the folder is only known to be read-only by its name being gone. */
static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *found = NULL;
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 3);
  before = fixture_dump (fixture->model);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_chmod (fixture->path, 0400);
  g_chmod (fixture->folder, 0500);
  if (geteuid () != 0)
    expect_refusal (fixture->path, 0, PLAN_ERROR_READ_ONLY);
  fixture->store = plan_store_open (fixture->path, PLAN_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (plan_store_load (fixture->store, model, NULL, &error));
  found = fixture_dump (model);
  g_assert_cmpstr (found, ==, before);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_chmod (fixture->folder, 0700);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.planwright", NULL);
  g_autofree char *deep = g_build_filename (fixture->folder, "none", "none.planwright", NULL);
  g_autoptr (GError) error = NULL;

  expect_refusal (path, 0, PLAN_ERROR_NOT_FOUND);
  expect_refusal (path, PLAN_STORE_READ_ONLY, PLAN_ERROR_NOT_FOUND);
  expect_refusal (path, PLAN_STORE_READ_ONLY | PLAN_STORE_CREATE, PLAN_ERROR_NOT_FOUND);
  expect_refusal (fixture->folder, 0, PLAN_ERROR_PARSE);
  g_assert_null (plan_store_open (deep, PLAN_STORE_CREATE, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_IO);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 4);
}

/* What the link led to may be on a disk that is not there just now. */
static void
test_link_to_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.planwright", NULL);

  g_assert_cmpint (symlink ("away/office.planwright", link), ==, 0);
  expect_refusal (link, PLAN_STORE_CREATE, PLAN_ERROR_NOT_FOUND);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link);
}

static void
refuse_bytes (Fixture *fixture, const char *bytes, gsize n_bytes, PlanStoreFlags flags)
{
  g_autofree char *path = g_build_filename (fixture->folder, "foreign file", NULL), *after = NULL;
  gsize n_after;

  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
  expect_refusal (path, flags, PLAN_ERROR_PARSE);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (bytes, n_bytes, after, n_after);
  g_unlink (path);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *office = NULL, *zeros = g_malloc0 (5000);
  gsize n_office;

  fixture_fill (fixture, 2);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &office, &n_office, NULL));
  refuse_bytes (fixture, "", 0, 0);
  refuse_bytes (fixture, "<?xml version=\"1.0\"?>", 21, PLAN_STORE_CREATE);
  refuse_bytes (fixture, zeros, 5000, PLAN_STORE_CREATE);
  refuse_bytes (fixture, office, 99, PLAN_STORE_CREATE);
  refuse_bytes (fixture, office, 4096, 0);
  refuse_bytes (fixture, office, 9000, PLAN_STORE_READ_ONLY);
  office[71] ^= 1; /* application_id */
  refuse_bytes (fixture, office, n_office, PLAN_STORE_CREATE);
}

static void
test_schema (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {
    "CREATE TRIGGER evil AFTER INSERT ON task BEGIN DELETE FROM task; END",
    "CREATE VIEW evil AS SELECT 1",
    "CREATE TABLE evil (id)",
    "CREATE VIRTUAL TABLE evil USING fts5 (text)",
    "CREATE UNIQUE INDEX evil ON task (name)",
    "DROP INDEX task_parent",
    "DROP TABLE baseline",
    "ALTER TABLE task ADD COLUMN evil TEXT",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'NOT NULL', 'NULL    ')",
    "UPDATE meta SET value = 'package' WHERE key = 'kind'",
    "DELETE FROM meta",
    "PRAGMA user_version = 0",
  };
  g_autofree char *office = NULL;
  gsize n_office;

  fixture_fill (fixture, 2);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &office, &n_office, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      fixture_run_sql (fixture->path, changes[i]);
      expect_refusal (fixture->path, PLAN_STORE_CREATE, PLAN_ERROR_PARSE);
      g_assert_true (g_file_set_contents (fixture->path, office, n_office, NULL));
    }
  /* What ANALYZE of another program leaves is no reason to refuse. */
  fixture_run_sql (fixture->path, "ANALYZE");
  fixture_reopen (fixture);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 2);
  expected = fixture_dump (fixture->model);
  g_clear_pointer (&fixture->store, plan_store_close);
  fixture_run_sql (fixture->path, "ALTER TABLE task ADD COLUMN new_field TEXT; CREATE TABLE new_record (id INTEGER PRIMARY KEY) STRICT; "
                                  "PRAGMA user_version = 2");
  expect_refusal (fixture->path, PLAN_STORE_CREATE, PLAN_ERROR_TOO_NEW);
  fixture->store = plan_store_open (fixture->path, PLAN_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  found = fixture_dump_file (fixture);
  g_assert_cmpstr (found, ==, expected);
  g_clear_pointer (&fixture->store, plan_store_close);
  fixture_run_sql (fixture->path, "CREATE VIEW evil AS SELECT 1");
  expect_refusal (fixture->path, PLAN_STORE_READ_ONLY, PLAN_ERROR_PARSE);
  fixture_run_sql (fixture->path, "DROP VIEW evil; CREATE VIRTUAL TABLE evil USING fts5 (text)");
  expect_refusal (fixture->path, PLAN_STORE_READ_ONLY, PLAN_ERROR_PARSE);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *place;
  } cases[] = {
    { "UPDATE task SET duration = -1 WHERE id = (SELECT max (id) FROM task)", "“duration”" },
    { "UPDATE task SET name = CAST (x'ff' AS TEXT)", "“name”" },
    { "UPDATE task SET name = 'a' || char (0) || 'b'", "“name”" },
    { "UPDATE task SET deadline = 9000000000000", "“deadline”" },
    { "UPDATE week SET monday = '25:00'", "“monday”" },
    { "UPDATE baseline SET owner = 5", "“owner”" },
    { "UPDATE baseline SET owner_record = 250", "“owner_record”" },
    { "UPDATE link SET successor = predecessor", "“successor”" },
    { "UPDATE task SET parent = id", "“parent”" },
    { "UPDATE task SET project = 5", "“project”" },
    { "UPDATE link SET type = 9", "“type”" },
    { "UPDATE task SET id = 9223372036854775807 WHERE id = (SELECT max (id) FROM task)", "9223372036854775807" },
  };
  g_autofree char *office = NULL;
  gsize n_office;

  fixture_fill (fixture, 2);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &office, &n_office, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA ignore_check_constraints = ON; %s", cases[i].sql);
      g_autoptr (PlanModel) model = plan_model_new ();
      g_autoptr (GError) error = NULL;

      fixture_run_sql (fixture->path, sql);
      fixture_reopen (fixture);
      g_assert_false (plan_store_load (fixture->store, model, NULL, &error));
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
      g_assert_nonnull (strstr (error->message, cases[i].place));
      g_clear_error (&error);
      g_assert_false (plan_store_check (fixture->store, NULL, &error));
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
      g_clear_pointer (&fixture->store, plan_store_close);
      g_assert_true (g_file_set_contents (fixture->path, office, n_office, NULL));
    }
}

/* Bytes changed anywhere: refused, or loaded with values that fit; never a crash. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *office = NULL;
  gsize n_office;

  fixture_fill (fixture, 4);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &office, &n_office, NULL));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *copy = g_memdup2 (office, n_office);
      g_autoptr (PlanModel) model = plan_model_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PlanStore) store = NULL;

      for (guint k = 0; k < 1 + i * 5; k++)
        copy[g_rand_int_range (fixture->rand, 100, n_office)] = (char) g_rand_int (fixture->rand);
      g_assert_true (g_file_set_contents (fixture->path, copy, i % 4 == 0 ? n_office / 2 : n_office, NULL));
      store = plan_store_open (fixture->path, 0, &error);
      if (store == NULL || !plan_store_load (store, model, NULL, &error) || !plan_store_check (store, NULL, &error))
        g_assert_nonnull (error);
    }
}

static gboolean
try_large_edit (Fixture *fixture, guint n, GError **error)
{
  PlanHistoryEntry entry = { .label = (char *) "Large" };
  g_autofree char *notes = g_strnfill (4000, 'n');
  PlanTask task;

  if (!plan_store_begin (fixture->store, error))
    return FALSE;
  plan_record_init (PLAN_RECORD_TASK, &task);
  task.project = plan_record_get_id (plan_model_get_at (fixture->model, PLAN_RECORD_PROJECT, 0));
  task.notes = notes;
  for (guint i = 0; i < n; i++)
    {
      task.id = 1000000 + i;
      if (!plan_store_insert (fixture->store, PLAN_RECORD_TASK, &task, error))
        {
          plan_store_rollback (fixture->store);
          return FALSE;
        }
    }
  return plan_store_commit (fixture->store, &entry, NULL, error);
}

/* No file may grow beyond a size that a large edit needs: it fails, everything else stays usable. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  struct rlimit before, limit;
  g_autofree char *expected = NULL, *found = NULL;

  fixture_fill (fixture, 2);
  expected = fixture_dump (fixture->model);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 1024 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  /* The first fails while it commits, the second while it still writes. */
  for (guint n = 500; n <= 8000; n += 7500)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (try_large_edit (fixture, n, &error));
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_IO);
    }
  found = fixture_dump_file (fixture);
  g_assert_cmpstr (found, ==, expected);
  fixture_begin (fixture);
  fixture_insert (fixture, PLAN_RECORD_TASK);
  fixture_commit (fixture, "Small");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_true (try_large_edit (fixture, 500, NULL));
  g_assert_true (plan_store_check (fixture->store, NULL, NULL));
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  PlanProgress progress = { 0 };
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 2);
  g_assert_true (try_large_edit (fixture, 5000, NULL));
  plan_progress_cancel (&progress);
  g_assert_false (plan_store_load (fixture->store, model, &progress, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
  fixture_begin (fixture);
  plan_store_rollback (fixture->store);
}

#define ADD(name, func) g_test_add ("/store/store/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty", test_empty);
  ADD ("close", test_close);
  ADD ("rollback", test_rollback);
  ADD ("dangling", test_dangling);
  ADD ("second-writer", test_second_writer);
  ADD ("readers", test_readers);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("missing", test_missing);
  ADD ("link-to-nothing", test_link_to_nothing);
  ADD ("foreign", test_foreign);
  ADD ("schema", test_schema);
  ADD ("newer", test_newer);
  ADD ("values", test_values);
  ADD ("damaged", test_damaged);
  ADD ("full-disk", test_full_disk);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
