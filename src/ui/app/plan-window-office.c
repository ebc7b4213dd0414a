/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening an office. Small ones are there before the first frame; for large ones the window shows at once and a job reads
 * the file. An office that another program writes is opened to be read.
 */

#include "plan-window-private.h"

#include "plan-error.h"
#include "plan-sample.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Larger files are read by a job; up to this size it takes less than a few frames. */
#define LARGE_BYTES (4 * 1024 * 1024)

#define OFFICE_SUFFIX ".planwright"

/* How every SQLite file begins. */
#define OFFICE_MAGIC "SQLite format 3"

/* What a job needs to open an office; the window is kept alive by the callback's data. */
typedef struct
{
  char *path;
  PlanStoreFlags flags;
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening);
}

/* Whether a file is an office and not something to import. */
gboolean
plan_window_is_office (const char *path)
{
  char magic[sizeof OFFICE_MAGIC];
  FILE *file;
  gsize n_read;

  if (g_str_has_suffix (path, OFFICE_SUFFIX))
    return TRUE;
  file = g_fopen (path, "rb");
  if (file == NULL)
    return FALSE;
  n_read = fread (magic, 1, sizeof magic, file);
  fclose (file);
  return n_read == sizeof magic && memcmp (magic, OFFICE_MAGIC, sizeof magic) == 0;
}

/* Another program writes it, nobody can write here, or a newer version wrote it. */
static gboolean
may_be_read (const GError *error)
{
  return g_error_matches (error, PLAN_ERROR, PLAN_ERROR_BUSY) || g_error_matches (error, PLAN_ERROR, PLAN_ERROR_READ_ONLY) ||
         g_error_matches (error, PLAN_ERROR, PLAN_ERROR_TOO_NEW);
}

/* Opens for writing when that is possible, else for reading. Runs in any thread. */
static gpointer
open_document (PlanProgress *progress, gpointer data, GError **error)
{
  Opening *opening = data;
  g_autoptr (GError) first_error = NULL;
  PlanDocument *document = plan_document_open (opening->path, opening->flags, &first_error);

  if (document == NULL && may_be_read (first_error))
    return plan_document_open (opening->path, PLAN_STORE_READ_ONLY, error);
  if (document == NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));
  return document;
}

static void
show_failure (PlanWindow *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed_page, text);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
show_document (PlanWindow *self, PlanDocument *document, gboolean with_sample)
{
  g_autoptr (GError) error = NULL;

  if (with_sample && !plan_document_is_read_only (document) && !plan_sample_add (document, &error))
    plan_window_show_error (self, _("The sample office could not be made"), error);
  plan_window_take_document (self, document);
  plan_window_start_imports (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlanWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanDocument) document = plan_job_run_finish (result, &error);

  /* The window may have been closed meanwhile. */
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;
  if (document != NULL)
    show_document (self, document, FALSE);
  else
    show_failure (self, error);
}

/**
 * plan_window_open_office:
 * @path: an office file; it is made when it does not exist
 * @with_sample: whether a new office gets the sample projects
 *
 * Opens the office that this window is for.
 */
void
plan_window_open_office (PlanWindow *self, const char *path, gboolean with_sample)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);
  Opening *opening = g_new0 (Opening, 1);
  GStatBuf status;

  g_return_if_fail (PLAN_IS_WINDOW (self));
  g_return_if_fail (self->document == NULL);

  self->path = g_strdup (path);
  opening->path = g_strdup (path);
  opening->flags = exists ? 0 : PLAN_STORE_CREATE;
  if (!exists)
    g_mkdir_with_parents (folder, 0700);
  if (exists && g_stat (path, &status) == 0 && status.st_size > LARGE_BYTES)
    plan_job_run_async (open_document, opening, free_opening, g_object_unref, &self->progress, opened_cb, g_object_ref (self));
  else
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlanDocument) document = open_document (NULL, opening, &error);

      free_opening (opening);
      if (document != NULL)
        show_document (self, document, with_sample && !exists);
      else
        show_failure (self, error);
    }
}
