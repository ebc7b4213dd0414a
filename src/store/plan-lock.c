/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One process writes an office: whoever holds the lock of the file `.NAME.lock` beside it. The kernel drops the lock with the
 * process, however it ends. It is never taken on the office itself, because closing any other descriptor of a database
 * drops SQLite's own locks. The lock belongs to the open file, so a second one in the same process is refused too.
 */

#define _GNU_SOURCE 1 /* for locks that belong to the open file */

#include "plan-lock.h"

#include "plan-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of what is read of a lock's file, in bytes. */
#define OWNER_LENGTH 500

struct _PlanLock
{
  char *path;
  int fd;
};

static char *
make_lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strconcat (".", base, ".lock", NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
refuse_open (const char *path, int number, GError **error)
{
  if (number == EACCES || number == EROFS || number == EPERM)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_READ_ONLY,
                 /* Translators: %s is the path of a file */
                 _("“%s” can only be read: its folder cannot be written."), path);
  else
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
                 /* Translators: the path of a file, then the system's reason */
                 _("“%s” could not be locked: %s."), path, g_strerror (number));
  return FALSE;
}

/* Tells others who writes. Without room for it they are only told that somebody does. */
static void
write_owner (int fd)
{
  const char *program = g_get_prgname ();
  g_autofree char *text = g_strdup_printf ("%d\n%s\n%s\n", (int) getpid (), g_get_host_name (), program != NULL ? program : "");

  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    return;
}

/* What the lock's file says: process, computer, program. It is not believed further than to be shown. NULL when it says nothing. */
static char **
read_owner (int fd)
{
  char bytes[OWNER_LENGTH + 1];
  gssize n_bytes = pread (fd, bytes, OWNER_LENGTH, 0);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (n_bytes <= 0)
    return NULL;
  text = g_utf8_make_valid (bytes, n_bytes);
  lines = g_strsplit (text, "\n", 4);
  if (g_strv_length (lines) < 4 || g_ascii_strtoull (lines[0], NULL, 10) == 0 || *lines[1] == '\0' || *lines[2] == '\0')
    return NULL;
  return g_steal_pointer (&lines);
}

static void
refuse_busy (const char *path, int fd, GError **error)
{
  g_auto (GStrv) owner = read_owner (fd);
  g_autofree char *sentence = NULL;

  if (owner == NULL || (strcmp (owner[1], g_get_host_name ()) == 0 && g_ascii_strtoll (owner[0], NULL, 10) == getpid ()))
    /* Translators: %s is the path of a file */
    sentence = g_strdup_printf (_("“%s” is open in another window or program that writes it."), path);
  else if (strcmp (owner[1], g_get_host_name ()) == 0)
    /* Translators: the path of a file, the name of a program, the number of its process */
    sentence = g_strdup_printf (_("“%s” is open in the program “%s” (process %s), which writes it."), path, owner[2], owner[0]);
  else
    /* Translators: the path of a file, the name of a program, the name of a computer, the number of a process */
    sentence = g_strdup_printf (_("“%s” is open in the program “%s” on the computer “%s” (process %s), which writes it."), path,
                                owner[2], owner[1], owner[0]);
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_BUSY, sentence);
}

static gboolean
refuse_lock (const char *path, int fd, int number, GError **error)
{
  if (number == EAGAIN || number == EACCES)
    refuse_busy (path, fd, error);
  else
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED,
                 /* Translators: the path of a file, then the system's reason */
                 _("“%s” lies where files cannot be locked (%s). Work on a copy in a folder of this computer."), path,
                 g_strerror (number));
  return FALSE;
}

/* Whoever held the lock before may have removed the file after it was opened here. */
static gboolean
is_in_place (int fd, const char *lock_path)
{
  struct stat opened, named;

  return fstat (fd, &opened) == 0 && g_stat (lock_path, &named) == 0 && opened.st_ino == named.st_ino &&
         opened.st_dev == named.st_dev;
}

/**
 * plan_lock_take:
 * @path: the absolute path of an office, which need not exist
 *
 * Returns: (transfer full): the lock, or %NULL with %PLAN_ERROR_BUSY when another one is held, %PLAN_ERROR_READ_ONLY when the
 *   folder cannot be written, or another error
 */
PlanLock *
plan_lock_take (const char *path, GError **error)
{
  g_autofree char *lock_path = make_lock_path (path);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  PlanLock *self;

  while (TRUE)
    {
      int fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);

      if (fd < 0)
        {
          refuse_open (path, errno, error);
          return NULL;
        }
      if (fcntl (fd, F_OFD_SETLK, &lock) != 0)
        {
          refuse_lock (path, fd, errno, error);
          close (fd);
          return NULL;
        }
      if (is_in_place (fd, lock_path))
        {
          self = g_new0 (PlanLock, 1);
          self->path = g_steal_pointer (&lock_path);
          self->fd = fd;
          write_owner (fd);
          return self;
        }
      close (fd);
    }
}

/**
 * plan_lock_free:
 *
 * Removes the lock's file, while the lock still holds, and gives it up.
 */
void
plan_lock_free (PlanLock *self)
{
  if (is_in_place (self->fd, self->path))
    g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
