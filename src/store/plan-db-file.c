/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of a database as the system sees them: what they begin with, and whether they still are where they were opened.
 * A database is never opened by anything but SQLite: closing another descriptor of it drops the locks of this process,
 * whereupon any reader that ends takes itself for the last one and removes the log under the writer.
 */

#include "plan-db-file.h"

#include "plan-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gssize
refuse_reading (const char *path, int number, GError **error)
{
  g_set_error (error, PLAN_ERROR, number == ENOENT ? PLAN_ERROR_NOT_FOUND : PLAN_ERROR_IO,
               /* Translators: the path of a file, then the system's reason */
               _("“%s” could not be read: %s."), path, g_strerror (number));
  return -1;
}

static int
read_start (sqlite3_file *file, gpointer buffer, gsize size, gint64 *file_size)
{
  sqlite3_int64 length = 0;
  int code = file->pMethods->xFileSize (file, &length);

  *file_size = length;
  return code != SQLITE_OK || length == 0 ? code
                                          : file->pMethods->xRead (file, buffer, (int) MIN (size, (gsize) length), 0);
}

/**
 * plan_db_file_read_header:
 * @buffer: (out): room for @size bytes
 * @file_size: (out): bytes of the whole file
 *
 * Reads how a file begins, of whatever kind it is.
 *
 * Returns: how many bytes there are, at most @size; 0 for what is no ordinary file; -1 with %PLAN_ERROR_NOT_FOUND or
 *   %PLAN_ERROR_IO
 */
gssize
plan_db_file_read_header (const char *path, gpointer buffer, gsize size, gint64 *file_size, GError **error)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  sqlite3_filename name;
  struct stat about;
  int code, flags;

  *file_size = 0;
  if (g_stat (path, &about) != 0 || (S_ISREG (about.st_mode) && g_access (path, R_OK) != 0))
    return refuse_reading (path, errno, error);
  if (!S_ISREG (about.st_mode))
    return 0;
  name = sqlite3_create_filename (path, "", "", 0, NULL);
  code = vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, &flags);
  if (code == SQLITE_OK)
    code = read_start (file, buffer, size, file_size);
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);
  return code == SQLITE_OK ? (gssize) MIN ((gint64) size, *file_size) : refuse_reading (path, EIO, error);
}

static gboolean
read_mark (const char *path, PlanFileMark *mark)
{
  GStatBuf about;

  if (g_stat (path, &about) != 0)
    return FALSE;
  *mark = (PlanFileMark) { (guint64) about.st_dev, (guint64) about.st_ino };
  return TRUE;
}

/**
 * plan_db_file_mark_log:
 * @db: a database that has just been opened, with a log
 * @mark: (out): its log
 *
 * Returns: whether there is one
 */
gboolean
plan_db_file_mark_log (PlanDb *db, PlanFileMark *mark)
{
  g_autofree char *log = g_strconcat (plan_db_get_path (db), "-wal", NULL);

  return read_mark (log, mark);
}

/**
 * plan_db_file_is_in_place:
 * @log: (nullable): what plan_db_file_mark_log() gave
 *
 * Returns: whether the names of the database and of its log still lead to what is open; costs two calls of the system
 */
gboolean
plan_db_file_is_in_place (PlanDb *db, const PlanFileMark *log)
{
  PlanFileMark found;
  int moved = 0;

  if (sqlite3_file_control (plan_db_get_handle (db), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved)
    return FALSE;
  return log == NULL || (plan_db_file_mark_log (db, &found) && found.device == log->device && found.inode == log->inode);
}
