/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program that dies, or is refused, between any two calls that change names or make them durable, while it makes a backup,
 * compacts or restores. The calls of the C library are replaced by ones that count down; the child that reaches zero ends there
 * and then. After each, the office is opened: it must hold what it held, or what was restored, and nothing half-made may lie
 * beside it.
 */

#define _GNU_SOURCE 1 /* for RTLD_NEXT */

#include "plan-backup.h"
#include "plan-error.h"
#include "store-fixture.h"

#include <dlfcn.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define EXIT_CRASHED 99
#define EXIT_DONE 0
#define EXIT_REFUSED 1
#define EXIT_IGNORED 2 /* a call failed and nothing was the worse for it */

static int countdown;
static gboolean dies;

/* Whether this call is the one that fails. */
static gboolean
is_hit (void)
{
  if (countdown == 0 || --countdown > 0)
    return FALSE;
  if (dies)
    _exit (EXIT_CRASHED);
  errno = EIO;
  return TRUE;
}

int
rename (const char *from, const char *to)
{
  static int (*real) (const char *, const char *);

  real = real != NULL ? real : (int (*) (const char *, const char *)) dlsym (RTLD_NEXT, "rename");
  return is_hit () ? -1 : real (from, to);
}

int
link (const char *from, const char *to)
{
  static int (*real) (const char *, const char *);

  real = real != NULL ? real : (int (*) (const char *, const char *)) dlsym (RTLD_NEXT, "link");
  return is_hit () ? -1 : real (from, to);
}

int
unlink (const char *path)
{
  static int (*real) (const char *);

  real = real != NULL ? real : (int (*) (const char *)) dlsym (RTLD_NEXT, "unlink");
  return is_hit () ? -1 : real (path);
}

int
fsync (int fd)
{
  static int (*real) (int);

  real = real != NULL ? real : (int (*) (int)) dlsym (RTLD_NEXT, "fsync");
  return is_hit () ? -1 : real (fd);
}

int
fdatasync (int fd)
{
  static int (*real) (int);

  real = real != NULL ? real : (int (*) (int)) dlsym (RTLD_NEXT, "fdatasync");
  return is_hit () ? -1 : real (fd);
}

/* What the child does; its answer is its exit code. */
typedef gboolean (*Work) (Fixture *fixture, const char *backup);

static gboolean
restore (Fixture *fixture, const char *backup)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, 29, 8, 0, 0);

  return plan_backup_restore (fixture->path, backup, now, NULL, NULL);
}

static gboolean
make_backup (Fixture *fixture, const char *backup)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, 29, 8, 0, 0);

  return plan_backup_daily (fixture->path, now, NULL, NULL);
}

static gboolean
compact (Fixture *fixture, const char *backup)
{
  g_autoptr (PlanStore) store = plan_store_open (fixture->path, 0, NULL);
  gint64 n;

  return store != NULL && plan_store_compact (store, G_MAXINT64, &n, NULL);
}

/* Returns: how the child ended when the call number @at failed or was its last. */
static int
run_child (Fixture *fixture, Work work, const char *backup, int at, gboolean die)
{
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      countdown = at;
      dies = die;
      _exit (!work (fixture, backup) ? EXIT_REFUSED : countdown > 0 ? EXIT_DONE : EXIT_IGNORED);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static char *
dump_office (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text;

  fixture->store = plan_store_open (fixture->path, 0, &error);
  g_assert_no_error (error);
  plan_store_check (fixture->store, NULL, &error);
  g_assert_no_error (error);
  text = fixture_dump_file (fixture);
  g_clear_pointer (&fixture->store, plan_store_close);
  return text;
}

/* What was replaced may have kept its log. */
static gboolean
is_kept_log (const char *name)
{
  return strstr (name, ".replaced-") != NULL && g_str_has_suffix (name, ".planwright-wal");
}

/* Nothing but whole offices and the backup lie in the folder, and none is the office under a second name. */
static void
check_folder (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GStatBuf office, about;
  const char *next;

  g_assert_cmpint (g_stat (fixture->path, &office), ==, 0);
  /* Before any is opened, which makes files beside it for a while. */
  while ((next = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (next));
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlanStore) store = NULL;

      if (is_kept_log (name))
        continue;
      if (!g_str_has_suffix (name, ".planwright") || *name == '.')
        g_error ("“%s” was left", name);
      store = plan_store_open (path, PLAN_STORE_READ_ONLY, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (path, &about), ==, 0);
      g_assert_true (g_strcmp0 (path, fixture->path) == 0 || about.st_ino != office.st_ino);
    }
}

static void
put_back (Fixture *fixture, const char *bytes, gsize size, const char *backup)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      if (g_strcmp0 (path, backup) != 0)
        g_unlink (path);
    }
  g_assert_true (g_file_set_contents (fixture->path, bytes, size, NULL));
}

/* @changes: whether the work puts the backup in place of the office */
static void
try_all (Fixture *fixture, Work work, gboolean changes)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, 28, 8, 0, 0);
  g_autofree char *backup = NULL, *old = NULL, *new = NULL, *bytes = NULL;
  gsize size;

  fixture_fill (fixture, 2);
  new = fixture_dump_file (fixture);
  backup = plan_backup_make (fixture->path, PLAN_BACKUP_BY_HAND, now, NULL);
  g_assert_nonnull (backup);
  fixture_fill (fixture, 1);
  old = fixture_dump_file (fixture);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  for (int die = 0; die < 2; die++)
    {
      int at = 1, code = -1;

      while (code != EXIT_DONE)
        {
          g_autofree char *found = NULL;

          put_back (fixture, bytes, size, backup);
          code = run_child (fixture, work, backup, at++, die);
          found = dump_office (fixture);
          g_assert_true (g_strcmp0 (found, old) == 0 || (changes && g_strcmp0 (found, new) == 0));
          if (changes && (code == EXIT_DONE || code == EXIT_IGNORED))
            g_assert_cmpstr (found, ==, new);
          check_folder (fixture);
          g_assert_cmpint (at, <, 1000);
        }
      g_test_message ("%s after each of %d calls", die ? "crash" : "failure", at - 2);
    }
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  try_all (fixture, restore, TRUE);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  try_all (fixture, make_backup, FALSE);
}

static void
test_compact (Fixture *fixture, gconstpointer data)
{
  try_all (fixture, compact, FALSE);
}

#define ADD(name, func) g_test_add ("/store/crash/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("restore", test_restore);
  ADD ("backup", test_backup);
  ADD ("compact", test_compact);
  return g_test_run ();
}
