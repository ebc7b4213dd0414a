/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The preview of what is printed. GTK starts the program that its setting names and says nothing when it is not
 * installed; then the pages go to a file that the desktop's reader of PDF files shows. The file is private, and it is
 * removed with the next one or when the application ends.
 */

#include "plan-print-preview.h"

#include "plan-error.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* The last file, with the application. */
#define FILE_KEY "print-preview"

struct _PlanPrintPreview
{
  GFile *file;
  cairo_surface_t *surface;
};

/**
 * plan_print_preview_is_needed:
 *
 * Returns: whether GTK would start a program that is not there
 */
gboolean
plan_print_preview_is_needed (void)
{
  g_autofree char *command = NULL;
  g_autofree char *program = NULL;
  g_auto (GStrv) arguments = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-print-preview-command", &command, NULL);
  if (command == NULL || !g_shell_parse_argv (command, NULL, &arguments, NULL))
    return TRUE;
  program = g_find_program_in_path (arguments[0]);
  return program == NULL;
}

static void
delete_file (gpointer data)
{
  g_autoptr (GFile) file = data;

  g_file_delete (file, NULL, NULL);
}

/* GTK may keep the application to the very end, so its data would not be freed. */
static void
forget_file (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_object_set_data (G_OBJECT (application), FILE_KEY, NULL);
}

/* Takes @file. */
static void
keep_file (GFile *file)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      atexit (forget_file);
      g_once_init_leave (&once, 1);
    }
  g_object_set_data_full (G_OBJECT (g_application_get_default ()), FILE_KEY, file, delete_file);
}

/**
 * plan_print_preview_new:
 * @context: of the preview; gets a surface of the size of its paper
 *
 * Returns: (transfer full): a preview without pages yet, or %NULL with an error of the system
 */
PlanPrintPreview *
plan_print_preview_new (GtkPrintContext *context, GError **error)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("planwright-XXXXXX.pdf", &stream, error);
  PlanPrintPreview *self;
  cairo_t *cr;

  if (file == NULL)
    return NULL;
  self = g_new0 (PlanPrintPreview, 1);
  self->file = g_object_ref (file);
  self->surface = cairo_pdf_surface_create (g_file_peek_path (file), gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                            gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
  keep_file (g_steal_pointer (&file));
  cr = cairo_create (self->surface);
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  return self;
}

/**
 * plan_print_preview_draw:
 *
 * Draws all pages; nothing can be added afterwards.
 *
 * Returns: (transfer none): the file, or %NULL with %PLAN_ERROR_IO
 */
GFile *
plan_print_preview_draw (PlanPrintPreview *self, PlanPages *pages, GError **error)
{
  cairo_t *cr = cairo_create (self->surface);
  cairo_status_t status;

  for (guint i = 0; i < plan_pages_get_n (pages); i++)
    {
      plan_pages_draw (pages, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return self->file;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: %s is the reason given by the drawing library */
               _("The preview could not be drawn: %s."), cairo_status_to_string (status));
  return NULL;
}

/**
 * plan_print_preview_free:
 *
 * The file stays for whoever reads it.
 */
void
plan_print_preview_free (PlanPrintPreview *self)
{
  cairo_surface_destroy (self->surface);
  g_object_unref (self->file);
  g_free (self);
}
