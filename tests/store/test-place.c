/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file of an office in its folder: who has it open, that nothing drops the locks on it, what happens when it is removed or
 * replaced while it is open, where files cannot be locked, copying and moving.
 */

#include "fault-vfs.h"
#include "plan-backup.h"
#include "plan-error.h"
#include "store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char *
make_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* Another program: whether it finds the file locked. */
static gboolean
is_locked (const char *path)
{
  int status;
  pid_t pid = fork ();

  if (pid == 0)
    {
      struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
      int fd = open (path, O_RDWR);

      _exit (fd < 0 || fcntl (fd, F_GETLK, &lock) != 0 ? 2 : lock.l_type != F_UNLCK);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) < 2);
  return WEXITSTATUS (status) == 1;
}

static void
insert (Fixture *fixture)
{
  fixture_begin (fixture);
  fixture_insert (fixture, PLAN_RECORD_TASK);
  fixture_commit (fixture, "Add");
}

/* Returns: the sentence with which an edit is refused, and nothing of it is left. */
static char *
refuse_edit (Fixture *fixture, int code)
{
  const PlanHistoryEntry entry = { .author = (char *) "Li", .label = (char *) "Add" };
  PlanValue value = PLAN_VALUE_OF_TEXT ("lost");
  gint64 revision = plan_store_get_revision (fixture->store);
  g_autoptr (GError) error = NULL;

  fixture_begin (fixture);
  g_assert_true (plan_store_update (fixture->store, PLAN_FIELD_TASK_NOTES,
                                    plan_record_get_id (plan_model_get_at (fixture->model, PLAN_RECORD_TASK, 0)), &value, NULL));
  g_assert_false (plan_store_commit (fixture->store, &entry, NULL, &error));
  g_assert_error (error, PLAN_ERROR, code);
  g_assert_cmpint (plan_store_get_revision (fixture->store), ==, revision);
  return g_strdup (error->message);
}

/* Backups, a look at what the file is, another attempt to open it: SQLite's locks on the office stay. */
static void
test_locks_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, 28, 15, 30, 12);
  g_autofree char *backup = NULL, *link = make_path (fixture, "link.planwright");

  fixture_fill (fixture, 2);
  g_assert_true (is_locked (fixture->path));
  backup = plan_backup_make (fixture->path, PLAN_BACKUP_BY_HAND, now, NULL);
  g_assert_nonnull (backup);
  g_assert_true (is_locked (fixture->path));
  g_assert_true (plan_store_is_database (fixture->path));
  g_assert_true (is_locked (fixture->path));
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_null (plan_store_open (link, 0, NULL));
  g_assert_true (is_locked (fixture->path));
  insert (fixture);
  g_assert_true (plan_store_check_place (fixture->store, NULL));
  /* As they would not, had the file been opened past SQLite. */
  close (open (fixture->path, O_RDONLY));
  g_assert_false (is_locked (fixture->path));
}

static char *
refuse_second (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plan_store_open (fixture->path, 0, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_BUSY);
  return g_strdup (error->message);
}

static void
write_lock (Fixture *fixture, const char *text)
{
  g_autofree char *path = make_path (fixture, ".my office 1.planwright.lock");
  int fd = open (path, O_RDWR | O_TRUNC);

  g_assert_cmpint (write (fd, text, strlen (text)), ==, (int) strlen (text));
  close (fd);
}

/* What the lock's file says of the other program is told; what it should not say is not. */
static void
test_owner (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "", "x", "12\n", "12\nhost\n", "-\nhost\nprogram\n", "0\nhost\nprogram\n", "12\n\n\n" };
  g_autofree char *own = refuse_second (fixture), *here = NULL, *away = NULL, *text = NULL;

  g_assert_nonnull (strstr (own, "another window"));
  text = g_strdup_printf ("1\n%s\nplan-writer\n", g_get_host_name ());
  write_lock (fixture, text);
  here = refuse_second (fixture);
  g_assert_nonnull (strstr (here, "“plan-writer” (process 1)"));
  write_lock (fixture, "77\nanother-host\nplan-writer\n");
  away = refuse_second (fixture);
  g_assert_nonnull (strstr (away, "on the computer “another-host” (process 77)"));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *sentence = NULL;

      write_lock (fixture, wrong[i]);
      sentence = refuse_second (fixture);
      g_assert_cmpstr (sentence, ==, own);
    }
}

/* Not one edit is acknowledged once the name leads nowhere or elsewhere; all before are in the copy of what is held open. */
static void
test_lost (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = make_path (fixture, "other.planwright"), *copy = make_path (fixture, "copy.planwright");
  g_autofree char *expected = NULL, *found = NULL, *gone = NULL, *replaced = NULL, *other_after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *other_before = NULL;

  fixture_fill (fixture, 2);
  g_assert_true (plan_backup_copy (fixture->path, other, NULL));
  other_before = fixture_dump_path (other);
  insert (fixture);
  expected = fixture_dump (fixture->model);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_false (plan_store_check_place (fixture->store, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_LOST);
  gone = refuse_edit (fixture, PLAN_ERROR_LOST);
  g_assert_nonnull (strstr (gone, "removed or moved"));
  g_assert_true (plan_store_checkpoint (fixture->store, NULL));
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  replaced = refuse_edit (fixture, PLAN_ERROR_LOST);
  g_assert_nonnull (strstr (replaced, "replaced"));
  g_assert_true (plan_store_copy (fixture->store, copy, &error));
  found = fixture_dump_path (copy);
  g_assert_cmpstr (found, ==, expected);
  /* Closing what was held open does no harm to what took its place. */
  g_clear_pointer (&fixture->store, plan_store_close);
  other_after = fixture_dump_path (fixture->path);
  g_assert_cmpstr (other_after, ==, other_before);
}

/* Moved away and back: work goes on. */
static void
test_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = make_path (fixture, "away"), *sentence = NULL;

  fixture_fill (fixture, 2);
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  sentence = refuse_edit (fixture, PLAN_ERROR_LOST);
  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  insert (fixture);
}

/* Without its name the log would be gone with the process. */
static void
test_lost_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL), *expected = NULL, *found = NULL, *sentence = NULL;

  fixture_fill (fixture, 2);
  expected = fixture_dump (fixture->model);
  g_assert_cmpint (g_unlink (log), ==, 0);
  sentence = refuse_edit (fixture, PLAN_ERROR_LOST);
  fixture_reopen (fixture);
  found = fixture_dump_file (fixture);
  g_assert_cmpstr (found, ==, expected);
  insert (fixture);
}

static void
test_no_locks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = make_path (fixture, "copy.planwright"), *expected = NULL, *found = NULL;
  g_autofree char *copied = NULL, *log = NULL;
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 2);
  expected = fixture_dump (fixture->model);
  g_clear_pointer (&fixture->store, plan_store_close);
  fault_vfs_refuse_locks (fixture->path);
  g_assert_null (plan_store_open (fixture->path, 0, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "cannot be locked"));
  g_clear_error (&error);
  fixture->store = plan_store_open (fixture->path, PLAN_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  found = fixture_dump_file (fixture);
  g_assert_cmpstr (found, ==, expected);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_assert_true (plan_backup_copy (fixture->path, copy, NULL));
  copied = fixture_dump_path (copy);
  g_assert_cmpstr (copied, ==, expected);
  /* With a part of it in a log that cannot be read safely, it is not read at all. */
  log = g_strconcat (fixture->path, "-wal", NULL);
  g_assert_true (g_file_set_contents (log, "something", -1, NULL));
  g_assert_null (plan_store_open (fixture->path, PLAN_STORE_READ_ONLY, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED);
  fault_vfs_refuse_locks (NULL);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = make_path (fixture, "新的 place.planwright"), *expected = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 3);
  expected = fixture_dump (fixture->model);
  g_assert_false (plan_store_move (fixture->path, target, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_assert_true (g_file_set_contents (target, "mine", -1, NULL));
  g_assert_false (plan_store_move (fixture->path, target, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_RULE);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (target), ==, 0);
  g_assert_true (plan_store_move (fixture->path, target, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
  found = fixture_dump_path (target);
  g_assert_cmpstr (found, ==, expected);
}

/* Stopped, or without room, it stays where it was, and errors name what the person named. */
static void
test_move_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = make_path (fixture, "target.planwright"), *expected = NULL, *found = NULL;
  struct rlimit before, small;
  PlanProgress progress = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, 20);
  expected = fixture_dump (fixture->model);
  g_clear_pointer (&fixture->store, plan_store_close);
  plan_progress_cancel (&progress);
  g_assert_false (plan_store_move (fixture->path, target, &progress, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
  g_clear_error (&error);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 32768;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (plan_store_move (fixture->path, target, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_IO);
  g_assert_nonnull (strstr (error->message, target));
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
  found = fixture_dump_path (fixture->path);
  g_assert_cmpstr (found, ==, expected);
}

/* An office that somebody writes is not replaced by a copy; one that crashed does not leave its log to it. */
static void
test_copy_over (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = make_path (fixture, "target.planwright"), *expected = NULL, *found = NULL, *log = NULL;
  g_autoptr (PlanStore) other = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  pid_t pid;

  fixture_fill (fixture, 2);
  expected = fixture_dump (fixture->model);
  g_assert_true (plan_backup_copy (fixture->path, target, NULL));
  other = plan_store_open (target, 0, NULL);
  g_assert_false (plan_backup_copy (fixture->path, target, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_BUSY);
  g_clear_pointer (&other, plan_store_close);
  g_clear_pointer (&fixture->store, plan_store_close);
  log = g_strconcat (target, "-wal", NULL);
  pid = fork ();
  if (pid == 0)
    {
      fixture->store = plan_store_open (target, 0, NULL);
      insert (fixture);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  plan_backup_copy (fixture->path, target, &error);
  g_assert_no_error (error);
  found = fixture_dump_path (target);
  g_assert_cmpstr (found, ==, expected);
}

/* What is no file is not waited for. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_path (fixture, "pipe.planwright");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (plan_store_open (path, 0, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
  g_assert_false (plan_store_is_database (path));
}

#define ADD(name, func) g_test_add ("/store/place/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  ADD ("locks-stay", test_locks_stay);
  ADD ("owner", test_owner);
  ADD ("lost", test_lost);
  ADD ("back", test_back);
  ADD ("lost-log", test_lost_log);
  ADD ("no-locks", test_no_locks);
  ADD ("move", test_move);
  ADD ("move-fails", test_move_fails);
  ADD ("copy-over", test_copy_over);
  ADD ("pipe", test_pipe);
  return g_test_run ();
}
