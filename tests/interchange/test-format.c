/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files: formats told by content and by name, sentences for what cannot be read, and writing that never leaves half a file.
 */

#include "plan-error.h"
#include "plan-format.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *directory;
  PlanIdSource ids;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->directory = g_dir_make_tmp ("plan-format-XXXXXX", NULL);
  g_assert_nonnull (self->directory);
  plan_id_source_init (&self->ids, PLAN_ID_NONE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) directory = g_dir_open (self->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->directory, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->directory);
  g_free (self->directory);
  plan_id_source_clear (&self->ids);
}

static const struct
{
  const char *name;
  const char *content;
  const char *format; /* what it is read as, or NULL */
  const char *message;
} files[] = {
  { "plan.xml", "<?xml version=\"1.0\"?>\n<Project xmlns=\"http://schemas.microsoft.com/project\"/>", "mspdi", NULL },
  { "plan.json", "<Project xmlns=\"http://schemas.microsoft.com/project\"><Name>a</Name></Project>", "mspdi", NULL },
  { "plan.dat", "  {\"format\": \"planwright\", \"version\": 1}", "json", NULL },
  { "empty.xml", "", NULL, "“*/empty.xml” is empty." },
  { "picture.png", "\x89PNG\r\n", NULL, "“*/picture.png” is of no format that Planwright can read." },
  { "broken.xml", "hello", NULL, "“*/broken.xml”: Line 1: The file is not XML." },
  { "broken.json", "{\"a\":", NULL, "“*/broken.json”: Line 1: The file is not JSON, or is cut off." },
};

static void
test_read (Fixture *self, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = g_build_filename (self->directory, files[i].name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = NULL;
  const PlanProject *project;

  g_assert_true (g_file_set_contents (path, files[i].content, -1, NULL));
  import = plan_format_read_file (path, NULL, &self->ids, NULL, &error);
  if (files[i].format == NULL)
    {
      g_assert_null (import);
      g_assert_cmpuint (error->domain, ==, PLAN_ERROR);
      if (!g_pattern_match_simple (files[i].message, error->message))
        g_error ("“%s” is not as “%s”", error->message, files[i].message);
      return;
    }
  g_assert_no_error (error);
  project = plan_model_get_at (import->model, PLAN_RECORD_PROJECT, 0);
  g_assert_cmpstr (project->source_format != NULL ? project->source_format : "json", ==, files[i].format);
}

static void
check_unreadable (Fixture *self, const char *path, const char *pattern)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plan_format_read_file (path, NULL, &self->ids, NULL, &error));
  g_assert_cmpuint (error->domain, ==, PLAN_ERROR);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("“%s” is not as “%s”", error->message, pattern);
}

static void
test_missing_and_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->directory, "missing.xml", NULL);

  check_unreadable (self, missing, "“*/missing.xml” cannot be read: *");
  check_unreadable (self, self->directory, "“*” is a folder, not a file.");
}

/* Ten gigabytes of nothing take no room on the disk, and no time. */
static void
test_too_large (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->directory, "large.xml", NULL);

  g_assert_true (g_file_set_contents (path, "<Project/>", -1, NULL));
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (10) << 30), ==, 0);
  check_unreadable (self, path, "“*/large.xml” is larger than 2 GB; no project file is.");
}

static PlanImport *
make_import (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->directory, "in.xml", NULL);
  PlanImport *import;

  g_assert_true (g_file_set_contents (path, files[0].content, -1, NULL));
  import = plan_format_read_file (path, NULL, &self->ids, NULL, NULL);
  g_assert_nonnull (import);
  g_remove (path);
  return import;
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) directory = g_dir_open (self->directory, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (directory) != NULL)
    n++;
  return n;
}

static void
test_write (Fixture *self, gconstpointer data)
{
  g_autoptr (PlanImport) import = make_import (self);
  PlanExport what = { import->model, NULL, PLAN_ID_NONE, TRUE, NULL };
  g_autofree char *path = g_build_filename (self->directory, "out.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_true (plan_format_write_file (path, plan_format_by_path (path), &what, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "{\n \"format\": \"planwright\""));
  g_assert_cmpuint (count_files (self), ==, 1);
}

/* What fails leaves the old file, and nothing beside it. */
static void
test_write_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (PlanImport) import = make_import (self);
  PlanExport what = { import->model, NULL, PLAN_ID_NONE, TRUE, NULL };
  g_autofree char *path = g_build_filename (self->directory, "out.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  PlanProgress progress = { 0 };

  plan_progress_cancel (&progress);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (plan_format_write_file (path, plan_format_by_name ("json"), &what, &progress, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_write_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (PlanImport) import = make_import (self);
  PlanExport what = { import->model, NULL, PLAN_ID_NONE, TRUE, NULL };
  g_autofree char *path = g_build_filename (self->directory, "no", "such", "out.json", NULL);
  PlanFormat only_read = *plan_format_by_name ("mspdi");
  g_autoptr (GError) error = NULL;

  only_read.write = NULL;
  g_assert_false (plan_format_write_file (path, plan_format_by_name ("json"), &what, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (plan_format_write_file (path, &only_read, &what, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED);
  g_clear_error (&error);
  what.project = 77;
  g_assert_false (plan_format_write_file ("-", plan_format_by_name ("json"), &what, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND);
}

/* Links stay links, and what is no file is not replaced by one. */
static void
test_write_through_link (Fixture *self, gconstpointer data)
{
  g_autoptr (PlanImport) import = make_import (self);
  PlanExport what = { import->model, NULL, PLAN_ID_NONE, TRUE, NULL };
  g_autofree char *file = g_build_filename (self->directory, "real.json", NULL);
  g_autofree char *link = g_build_filename (self->directory, "link.json", NULL);
  g_autofree char *device = g_build_filename (self->directory, "device.json", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (file, "old", -1, NULL));
  g_assert_cmpint (symlink ("real.json", link), ==, 0);
  g_assert_cmpint (symlink ("/dev/null", device), ==, 0);
  g_assert_true (plan_format_write_file (link, plan_format_by_name ("json"), &what, NULL, NULL));
  g_assert_true (plan_format_write_file (device, plan_format_by_name ("json"), &what, NULL, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (device, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "{\n"));
}

static void
test_disk_full (Fixture *self, gconstpointer data)
{
  g_autoptr (PlanImport) import = make_import (self);
  PlanExport what = { import->model, NULL, PLAN_ID_NONE, TRUE, NULL };
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  g_autoptr (GFileIOStream) full = g_file_open_readwrite (file, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (full);
  g_assert_false (plan_format_by_name ("json")->write (&what, g_io_stream_get_output_stream (G_IO_STREAM (full)), NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/interchange/format/read/", files[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_read, tear_down);
    }
  g_test_add ("/interchange/format/missing-and-folder", Fixture, NULL, set_up, test_missing_and_folder, tear_down);
  g_test_add ("/interchange/format/too-large", Fixture, NULL, set_up, test_too_large, tear_down);
  g_test_add ("/interchange/format/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/interchange/format/write-cancelled", Fixture, NULL, set_up, test_write_cancelled, tear_down);
  g_test_add ("/interchange/format/write-refused", Fixture, NULL, set_up, test_write_refused, tear_down);
  g_test_add ("/interchange/format/write-through-link", Fixture, NULL, set_up, test_write_through_link, tear_down);
  g_test_add ("/interchange/format/disk-full", Fixture, NULL, set_up, test_disk_full, tear_down);
  return g_test_run ();
}
