/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups while the office is written, which of them are kept, putting one back, and compacting.
 */

#include "plan-backup.h"
#include "plan-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static GDateTime *
make_time (int month, int day)
{
  return g_date_time_new_local (2026, month, day, 15, 30, 12);
}

static char *
dump_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanStore) store = plan_store_open (path, PLAN_STORE_READ_ONLY, &error);
  g_autoptr (PlanModel) model = plan_model_new ();

  g_assert_no_error (error);
  plan_store_check (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (plan_store_load (store, model, NULL, NULL));
  return fixture_dump (model);
}

/* A backup beside the writer, in the middle of an edit, holds what was committed and nothing lies beside it. */
static void
test_make (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = make_time (11, 28);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *path = NULL, *expected = NULL, *found = NULL, *name = NULL;
  const PlanBackup *backup;

  fixture_fill (fixture, 3);
  expected = fixture_dump (fixture->model);
  fixture_begin (fixture);
  fixture_insert (fixture, PLAN_RECORD_TASK);
  path = plan_backup_make (fixture->path, PLAN_BACKUP_BY_HAND, now, &error);
  g_assert_no_error (error);
  fixture_commit (fixture, "Add");
  name = g_path_get_basename (path);
  g_assert_cmpstr (name, ==, "my office 1.backup-2026-11-28-153012.planwright");
  found = dump_path (path);
  g_assert_cmpstr (found, ==, expected);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 2);
  list = plan_backup_list (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  backup = g_ptr_array_index (list, 0);
  g_assert_cmpstr (backup->path, ==, path);
  g_assert_cmpstr (backup->date, ==, "2026-11-28-153012");
  g_assert_cmpint (backup->kind, ==, PLAN_BACKUP_BY_HAND);
  g_assert_cmpint (backup->size, >, 4096);
}

static void
make_daily (Fixture *fixture, int month, int day, gboolean expected)
{
  g_autoptr (GDateTime) now = make_time (month, day);
  g_autoptr (GError) error = NULL;
  gboolean made;

  g_assert_true (plan_backup_daily (fixture->path, now, &made, &error));
  g_assert_no_error (error);
  g_assert_cmpint (made, ==, expected);
}

/* Of two months: seven days, then the last day of each of four weeks. What is no daily backup is left alone. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  static const char *const kept[] = {
    "2026-11-30", "2026-11-29", "2026-11-28", "2026-11-27", "2026-11-26", "2026-11-25", "2026-11-24",
    "2026-11-23", "2026-11-22", "2026-11-15", "2026-11-08", "2026-10-03-153012",
  };
  g_autoptr (GDateTime) early = make_time (10, 3);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *stranger = g_build_filename (fixture->folder, "my office 1.backup-2026-10-0x.planwright", NULL);
  g_autofree char *by_hand = plan_backup_make (fixture->path, PLAN_BACKUP_BEFORE_UPDATE, early, NULL);

  g_assert_nonnull (by_hand);
  g_assert_true (g_file_set_contents (stranger, "x", 1, NULL));
  for (int day = 1; day <= 61; day++)
    make_daily (fixture, day <= 31 ? 10 : 11, day <= 31 ? day : day - 31, TRUE);
  make_daily (fixture, 11, 30, FALSE);
  list = plan_backup_list (fixture->path, NULL);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (((PlanBackup *) g_ptr_array_index (list, i))->date, ==, i < G_N_ELEMENTS (kept) ? kept[i] : "none");
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (kept));
  g_assert_true (g_file_test (stranger, G_FILE_TEST_EXISTS));
}

static void
restore (Fixture *fixture, const char *backup, gboolean had_office, const char *expected)
{
  g_autoptr (GDateTime) now = make_time (11, 29);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL, *found = NULL;

  plan_backup_restore (fixture->path, backup, now, &kept, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kept != NULL, ==, had_office);
  if (kept != NULL)
    {
      g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
      g_unlink (kept);
    }
  found = dump_path (fixture->path);
  g_assert_cmpstr (found, ==, expected);
}

/* Twice in one second: what was replaced first is not replaced itself. */
static void
restore_twice (Fixture *fixture, const char *backup)
{
  g_autoptr (GDateTime) now = make_time (11, 29);
  g_autofree char *first = NULL, *second = NULL;

  g_assert_true (plan_backup_restore (fixture->path, backup, now, &first, NULL));
  g_assert_true (plan_backup_restore (fixture->path, backup, now, &second, NULL));
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpint (g_unlink (first), ==, 0);
  g_assert_cmpint (g_unlink (second), ==, 0);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = make_time (11, 28);
  g_autofree char *backup = NULL, *expected = NULL;
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 3);
  expected = fixture_dump (fixture->model);
  backup = plan_backup_make (fixture->path, PLAN_BACKUP_DAILY, now, NULL);
  fixture_fill (fixture, 1);
  g_assert_false (plan_backup_restore (fixture->path, backup, now, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_pointer (&fixture->store, plan_store_close);
  restore (fixture, backup, TRUE, expected);
  restore_twice (fixture, backup);
  g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
  restore (fixture, backup, TRUE, expected);
  g_unlink (fixture->path);
  restore (fixture, backup, FALSE, expected);
  /* A backup that is damaged itself changes nothing. */
  g_assert_true (g_file_set_contents (backup, "damaged", -1, NULL));
  g_assert_false (plan_backup_restore (fixture->path, backup, now, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 2);
}

/* Damage in the middle of the office is found in the copy, which then gets no name. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = make_time (11, 28);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  fixture_fill (fixture, 40);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  memset (bytes + size / 2, 0x55, 20000);
  g_assert_true (g_file_set_contents (fixture->path, bytes, size, NULL));
  g_assert_null (plan_backup_make (fixture->path, PLAN_BACKUP_DAILY, now, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

static void
test_compact (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;
  PlanStoreInfo info;
  gint64 n, revision;

  fixture_fill (fixture, 2);
  g_assert_true (fixture_step (fixture, PLAN_STEP_UNDO));
  expected = fixture_dump_file (fixture);
  revision = plan_store_get_revision (fixture->store);
  g_assert_true (plan_store_compact (fixture->store, G_MININT64, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 0);
  /* The undo refers to the entry before it, so both stay. */
  g_assert_true (plan_store_compact (fixture->store, G_MAXINT64, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, revision - 2);
  g_assert_true (plan_store_get_info (fixture->store, &info, NULL));
  g_assert_cmpint (info.n_history, ==, 2);
  found = fixture_dump_file (fixture);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (plan_store_get_revision (fixture->store), ==, revision);
  fixture_reopen (fixture);
  g_assert_true (plan_store_check (fixture->store, NULL, NULL));
  g_assert_true (fixture_step (fixture, PLAN_STEP_REDO));
  g_assert_true (fixture_step (fixture, PLAN_STEP_UNDO));
  g_assert_false (fixture_step (fixture, PLAN_STEP_UNDO));
}

#define ADD(name, func) g_test_add ("/store/backup/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("make", test_make);
  ADD ("kept", test_kept);
  ADD ("restore", test_restore);
  ADD ("damaged", test_damaged);
  ADD ("compact", test_compact);
  return g_test_run ();
}
