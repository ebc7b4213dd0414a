/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of foreign formats, and files: what a file is is told by its content, then by its name. Writing goes to a
 * temporary file beside the target that takes its place when all is on the disk, so that nothing is ever half written.
 */

#include "plan-format.h"

#include "plan-csv.h"
#include "plan-error.h"
#include "plan-ical.h"
#include "plan-json.h"
#include "plan-mspdi.h"
#include "plan-xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SNIFF_LENGTH 4096
#define MAX_SIZE     (G_GINT64_CONSTANT (2) << 30)

static const PlanFormat formats[] = {
  { "json", N_("Planwright JSON"), NULL, ".json", TRUE, PLAN_FORMAT_PLAN, plan_json_sniff, plan_json_read, plan_json_write },
  { "mspdi", N_("Microsoft Project XML"), NULL, ".xml", FALSE, PLAN_FORMAT_PLAN, plan_mspdi_sniff, plan_mspdi_read, plan_mspdi_write },
  { "xlsx", N_("Excel workbook"), NULL, ".xlsx", FALSE, PLAN_FORMAT_TABLE, NULL, NULL, plan_xlsx_write },
  { "csv", N_("CSV table"), NULL, ".csv", FALSE, PLAN_FORMAT_TABLE, NULL, NULL, plan_csv_write },
  { "ical", N_("iCalendar"), N_("Milestones as iCalendar…"), ".ics", TRUE, PLAN_FORMAT_CALENDAR, NULL, NULL, plan_ical_write },
};

/**
 * plan_formats_get:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none): all formats
 */
const PlanFormat *
plan_formats_get (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * plan_format_by_name:
 *
 * Returns: (transfer none) (nullable): the format of that name
 */
const PlanFormat *
plan_format_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].name, name) == 0)
      return &formats[i];
  return NULL;
}

static gboolean
has_suffix (const char *path, const char *suffix)
{
  gsize length = strlen (path), suffix_length = strlen (suffix);

  return length > suffix_length && g_ascii_strcasecmp (path + length - suffix_length, suffix) == 0;
}

/**
 * plan_format_by_path:
 *
 * Returns: (transfer none) (nullable): the format whose suffix the name has
 */
const PlanFormat *
plan_format_by_path (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_auto (GStrv) suffixes = g_strsplit (formats[i].suffixes, " ", -1);

      for (guint k = 0; suffixes[k] != NULL; k++)
        if (has_suffix (path, suffixes[k]))
          return &formats[i];
    }
  return NULL;
}

/**
 * plan_format_of_content:
 * @data: the first bytes of a file; some thousand are enough
 *
 * Returns: (transfer none) (nullable): the format that they are of
 */
const PlanFormat *
plan_format_of_content (const guint8 *data, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].sniff != NULL && formats[i].sniff (data, length))
      return &formats[i];
  return NULL;
}

static void
fail_by_system (const char *path, const GError *cause, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: a file name, and what the system says, as “Permission denied” */
               _("“%s” cannot be read: %s"), path, cause->message);
}

static gboolean
check_size (const char *path, GFileInputStream *stream, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, &cause);

  if (info == NULL)
    {
      fail_by_system (path, cause, error);
      return FALSE;
    }
  if (g_file_info_get_size (info) <= MAX_SIZE)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RANGE,
               /* Translators: %s is a file name */
               _("“%s” is larger than 2 GB; no project file is."), path);
  return FALSE;
}

static GFileInputStream *
open_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
                   /* Translators: %s is a file name */
                   _("“%s” is a folder, not a file."), path);
      return NULL;
    }
  stream = g_file_read (file, NULL, &cause);
  if (stream == NULL)
    fail_by_system (path, cause, error);
  return stream != NULL && check_size (path, stream, error) ? g_steal_pointer (&stream) : NULL;
}

static const PlanFormat *
choose_format (const char *path, GBufferedInputStream *stream, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const PlanFormat *format;
  gconstpointer data;
  gsize length;

  if (g_buffered_input_stream_fill (stream, SNIFF_LENGTH, NULL, &cause) < 0)
    {
      fail_by_system (path, cause, error);
      return NULL;
    }
  data = g_buffered_input_stream_peek_buffer (stream, &length);
  if (length == 0)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
                   /* Translators: %s is a file name */
                   _("“%s” is empty."), path);
      return NULL;
    }
  format = plan_format_of_content (data, length);
  if (format == NULL)
    format = plan_format_by_path (path);
  if (format == NULL)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED,
                 /* Translators: %s is a file name */
                 _("“%s” is of no format that Planwright can read."), path);
  return format;
}

/**
 * plan_format_read_file:
 * @path: the file; the caller gives "/dev/stdin" for the standard input
 * @format: (nullable): its format, or %NULL to tell it by its content, then by its name
 *
 * Returns: (transfer full): what was read, or %NULL with a sentence that names the file, and where known the place
 */
PlanImport *
plan_format_read_file (const char *path, const PlanFormat *format, PlanIdSource *ids, PlanProgress *progress, GError **error)
{
  g_autoptr (GFileInputStream) file = open_file (path, error);
  g_autoptr (GInputStream) stream = NULL;
  PlanImport *import;
  GError *cause = NULL;

  if (file == NULL)
    return NULL;
  stream = g_buffered_input_stream_new_sized (G_INPUT_STREAM (file), 256 * 1024);
  if (format == NULL)
    format = choose_format (path, G_BUFFERED_INPUT_STREAM (stream), error);
  if (format == NULL)
    return NULL;
  if (format->read == NULL)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED,
                   /* Translators: %s is the name of a format */
                   _("Planwright cannot read %s."), _(format->label));
      return NULL;
    }
  import = format->read (stream, path, ids, progress, &cause);
  if (cause != NULL)
    /* Translators: a file name, then a whole sentence that says what is wrong with it */
    g_propagate_prefixed_error (error, cause, _("“%s”: "), path);
  return import;
}

static gboolean
sync_and_rename (int fd, const char *temporary, const char *path, GError **error)
{
  gboolean is_synced = fsync (fd) == 0;

  if (close (fd) == 0 && is_synced && g_rename (temporary, path) == 0)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: a file name, and what the system says, as “No space left on device” */
               _("“%s” cannot be written: %s"), path, g_strerror (errno));
  return FALSE;
}

/* A device or a pipe stays what it is and gets the bytes as they come. */
static gboolean
write_in_place (const char *path, const PlanFormat *format, const PlanExport *what, PlanProgress *progress, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  g_autoptr (GOutputStream) stream = fd >= 0 ? g_unix_output_stream_new (fd, TRUE) : NULL;

  if (stream == NULL)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
                   /* Translators: a file name, and what the system says, as “Permission denied” */
                   _("“%s” cannot be written: %s"), path, g_strerror (errno));
      return FALSE;
    }
  return format->write (what, stream, progress, error);
}

static gboolean
is_no_file (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode);
}

static gboolean
write_target (const char *path, const PlanFormat *format, const PlanExport *what, PlanProgress *progress, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".%s.XXXXXX", base);
  g_autofree char *temporary = g_build_filename (directory, name, NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  g_autoptr (GOutputStream) stream = NULL;

  if (fd < 0)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
                   /* Translators: a file name, and what the system says, as “Permission denied” */
                   _("“%s” cannot be written: %s"), path, g_strerror (errno));
      return FALSE;
    }
  stream = g_unix_output_stream_new (fd, FALSE);
  if (format->write (what, stream, progress, error))
    {
      if (sync_and_rename (fd, temporary, path, error))
        return TRUE;
    }
  else
    close (fd);
  g_unlink (temporary);
  return FALSE;
}

/**
 * plan_format_write_file:
 * @path: the file, or "-" for the standard output
 * @format: a format that can be written
 *
 * Writes to a file that takes its place when it is complete and on the disk. What is no file, as a pipe, is written to.
 *
 * Returns: %FALSE with %PLAN_ERROR_IO; the file is then as before
 */
gboolean
plan_format_write_file (const char *path, const PlanFormat *format, const PlanExport *what, PlanProgress *progress, GError **error)
{
  g_autofree char *real_path = NULL;

  if (format->write == NULL)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED,
                   /* Translators: %s is the name of a format */
                   _("Planwright cannot write %s."), _(format->label));
      return FALSE;
    }
  if (strcmp (path, "-") == 0)
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      return format->write (what, stream, progress, error);
    }
  if (is_no_file (path))
    return write_in_place (path, format, what, progress, error);
  /* Not the link, but the file it leads to is written anew. */
  real_path = realpath (path, NULL);
  return write_target (real_path != NULL ? real_path : path, format, what, progress, error);
}
