/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups of an office, in its folder: `office.planwright` has `office.backup-2026-11-28.planwright` of a day, and such with the
 * time of day for those made by hand or before the format is brought up to date. Each is a whole office that can be opened.
 * It is copied by SQLite from one moment of the office, synced, checked from end to end and only then given its name, so
 * whatever happens there is never half a backup. Kept are seven days and, of the days before, the last of each of four weeks.
 */

#include "plan-backup-private.h"

#include "plan-db.h"
#include "plan-error.h"
#include "plan-migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_DAYS 7
#define N_WEEKS 4
#define DATE_LENGTH 10

static const struct
{
  const char *infix;
  const char *date_format; /* of g_date_time_format() */
} kinds[] = {
  [PLAN_BACKUP_DAILY] = { PLAN_BACKUP_INFIX, "%Y-%m-%d" },
  [PLAN_BACKUP_BY_HAND] = { PLAN_BACKUP_INFIX, PLAN_BACKUP_MOMENT },
  [PLAN_BACKUP_BEFORE_UPDATE] = { PLAN_BACKUP_UPDATE_INFIX, PLAN_BACKUP_MOMENT },
};

/**
 * plan_backup_free:
 *
 * Frees what plan_backup_list() says of a backup; the file stays.
 */
void
plan_backup_free (PlanBackup *self)
{
  g_free (self->path);
  g_free (self->date);
  g_free (self);
}

/**
 * plan_backup_make_stem:
 *
 * Returns: (transfer full): the path or name of an office without its suffix
 */
char *
plan_backup_make_stem (const char *office)
{
  gsize length = strlen (office);

  return g_strndup (office, g_str_has_suffix (office, PLAN_BACKUP_SUFFIX) ? length - strlen (PLAN_BACKUP_SUFFIX) : length);
}

/**
 * plan_backup_make_path:
 * @infix: what stands between the name of the office and the date
 * @date_format: of g_date_time_format()
 *
 * Returns: (transfer full): the path of a file that belongs to the office
 */
char *
plan_backup_make_path (const char *office, const char *infix, const char *date_format, GDateTime *now)
{
  g_autofree char *stem = plan_backup_make_stem (office), *date = g_date_time_format (now, date_format);

  return g_strconcat (stem, infix, date, PLAN_BACKUP_SUFFIX, NULL);
}

/**
 * plan_backup_refuse_file:
 * @number: the system's error number
 *
 * Says that a file could not be written.
 *
 * Returns: %FALSE
 */
gboolean
plan_backup_refuse_file (const char *path, int number, GError **error)
{
  g_set_error (error, PLAN_ERROR, number == EACCES || number == EROFS ? PLAN_ERROR_READ_ONLY : PLAN_ERROR_IO,
               /* Translators: the path of a file, then the system's reason */
               _("“%s” could not be written: %s."), path, g_strerror (number));
  return FALSE;
}

/* "2026-11-28", with or without "-153012". */
static gboolean
is_date (const char *text)
{
  for (guint i = 0; i < strlen (text); i++)
    if (i == 4 || i == 7 || i == DATE_LENGTH ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  return strlen (text) == DATE_LENGTH || strlen (text) == DATE_LENGTH + 7;
}

static PlanBackup *
read_name (const char *folder, const char *stem, const char *name)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autofree char *prefix = g_strconcat (stem, kinds[kind].infix, NULL), *date = NULL;
      GStatBuf about = { 0 };
      PlanBackup *self;

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, PLAN_BACKUP_SUFFIX) || strlen (name) < strlen (prefix) + strlen (PLAN_BACKUP_SUFFIX))
        continue;
      date = g_strndup (name + strlen (prefix), strlen (name) - strlen (prefix) - strlen (PLAN_BACKUP_SUFFIX));
      if (!is_date (date) || (kind == PLAN_BACKUP_DAILY) != (strlen (date) == DATE_LENGTH))
        continue;
      self = g_new0 (PlanBackup, 1);
      self->path = g_build_filename (folder, name, NULL);
      self->date = g_steal_pointer (&date);
      self->kind = kind;
      g_stat (self->path, &about);
      self->size = about.st_size;
      return self;
    }
  return NULL;
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const PlanBackup *first = *(PlanBackup *const *) a, *second = *(PlanBackup *const *) b;

  return -strcmp (first->date, second->date);
}

/**
 * plan_backup_list:
 * @office: the path of an office, which need not exist
 *
 * Returns: (transfer full) (element-type PlanBackup): its backups, newest first, or %NULL with an error when the folder cannot
 *   be read
 */
GPtrArray *
plan_backup_list (const char *office, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_backup_free);
  g_autofree char *folder = g_path_get_dirname (office), *base = g_path_get_basename (office), *stem = plan_backup_make_stem (base);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  if (directory == NULL)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                   /* Translators: %s is the path of a folder */
                   _("The folder “%s” could not be read."), folder);
      return NULL;
    }
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      PlanBackup *backup = read_name (folder, stem, name);

      if (backup != NULL)
        g_ptr_array_add (list, backup);
    }
  g_ptr_array_sort (list, compare_newest);
  return g_steal_pointer (&list);
}

/**
 * plan_backup_sync_folder:
 * @path: a file
 *
 * Makes the names in the folder of a file as durable as its content.
 *
 * Returns: %FALSE with an error
 */
gboolean
plan_backup_sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0), number;
  gboolean ok = fd >= 0 && (fsync (fd) == 0 || errno == EINVAL);

  number = errno;
  if (fd >= 0)
    close (fd);
  return ok || plan_backup_refuse_file (path, number, error);
}

static gboolean
copy_to (const char *office, const char *temporary, GError **error)
{
  g_autoptr (PlanDb) source = NULL, target = NULL;
  gboolean is_empty;
  GStatBuf about;

  source = plan_migrate_sniff (office, &is_empty, error) ? plan_db_open_to_read (office, error) : NULL;
  target = source != NULL ? plan_db_open (temporary, PLAN_DB_WRITE, error) : NULL;
  /* One file, without a log beside it. */
  if (target == NULL || !plan_db_copy_pages (source, target, error) ||
      !plan_db_run (target, PLAN_STMT_USE_NO_WAL, error) || !plan_db_check_integrity (target, error))
    return FALSE;
  if (g_stat (office, &about) == 0)
    g_chmod (temporary, about.st_mode & 0777);
  return TRUE;
}

static gboolean
put_in_place (const char *temporary, const char *target, GError **error)
{
  return g_rename (temporary, target) == 0 ? plan_backup_sync_folder (target, error)
                                           : plan_backup_refuse_file (target, errno, error);
}

/**
 * plan_backup_copy:
 * @office: an office that may be open here or elsewhere, or a backup
 * @target: where the copy is to be; a file that is there is replaced, in one step
 *
 * Copies one moment of an office and checks the copy. Safe to be called in any thread.
 *
 * Returns: %FALSE with an error; nothing is changed then
 */
gboolean
plan_backup_copy (const char *office, const char *target, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target), *base = g_path_get_basename (target);
  g_autofree char *hidden = g_strconcat (".", base, ".XXXXXX", NULL), *temporary = g_build_filename (folder, hidden, NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  gboolean ok;

  if (fd < 0)
    return plan_backup_refuse_file (target, errno, error);
  /* Says that somebody is at it, else plan_backup_tidy() takes it for a leftover. */
  flock (fd, LOCK_EX | LOCK_NB);
  ok = copy_to (office, temporary, error) && put_in_place (temporary, target, error);
  if (!ok)
    g_unlink (temporary);
  close (fd);
  return ok;
}

/**
 * plan_backup_make:
 * @now: local time, which names the backup
 *
 * Makes a backup beside the office; one with the same name is replaced.
 *
 * Returns: (transfer full): its path, or %NULL with an error
 */
char *
plan_backup_make (const char *office, PlanBackupKind kind, GDateTime *now, GError **error)
{
  g_autofree char *path = plan_backup_make_path (office, kinds[kind].infix, kinds[kind].date_format, now);

  return plan_backup_copy (office, path, error) ? g_steal_pointer (&path) : NULL;
}

/* A number that grows by one with each week, which begins on Monday. */
static gint64
get_week (const char *date)
{
  g_autofree char *text = g_strdup_printf ("%sT00:00:00Z", date);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (text, NULL);

  /* 1970-01-01 was a Thursday. */
  return day != NULL ? (g_date_time_to_unix (day) / 86400 + 3) / 7 : -1;
}

/* The one that was just made stays even when there are later days, because the clock went back. */
static void
remove_old (const GPtrArray *backups, const char *today)
{
  guint n_days = 0, n_weeks = 0;
  gint64 last_week = -1;

  for (guint i = 0; i < backups->len; i++)
    {
      const PlanBackup *backup = g_ptr_array_index (backups, i);
      gint64 week;

      if (backup->kind != PLAN_BACKUP_DAILY || n_days++ < N_DAYS)
        continue;
      week = get_week (backup->date);
      if (week != last_week && n_weeks < N_WEEKS)
        n_weeks++;
      else if (strcmp (backup->date, today) != 0)
        g_unlink (backup->path);
      last_week = week;
    }
}

/**
 * plan_backup_daily:
 * @now: local time
 * @made: (out) (optional): whether there was none of this day
 *
 * Makes the backup of the day if there is none yet, and then removes those that are not to be kept. For any thread.
 *
 * Returns: %FALSE with an error when it could not be made; nothing is removed then
 */
gboolean
plan_backup_daily (const char *office, GDateTime *now, gboolean *made, GError **error)
{
  const char *date_format = kinds[PLAN_BACKUP_DAILY].date_format;
  g_autofree char *path = plan_backup_make_path (office, kinds[PLAN_BACKUP_DAILY].infix, date_format, now);
  g_autofree char *today = g_date_time_format (now, date_format);
  gboolean is_due = !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (GPtrArray) backups = NULL;

  if (made != NULL)
    *made = is_due;
  if (!is_due)
    return TRUE;
  if (!plan_backup_copy (office, path, error))
    return FALSE;
  backups = plan_backup_list (office, error);
  if (backups == NULL)
    return FALSE;
  remove_old (backups, today);
  return TRUE;
}
