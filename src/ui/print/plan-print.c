/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing of a project's chart. The plan may be edited while pages go to the printer one after the other, so they are
 * drawn from a snapshot, with the same code as the pages of a PDF file. They have margins of their own and are laid out
 * for the whole paper.
 */

#include "plan-print.h"

#include "plan-alert.h"
#include "plan-error.h"
#include "plan-launch.h"
#include "plan-print-options.h"
#include "plan-print-preview.h"
#include "plan-print-settings.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* Head, foot and margins of a page need as much at least. */
#define PAPER_LEAST_MM 90

/**
 * Printing:
 * @parent: the window, or %NULL once it is gone
 * @paper: that of @options
 * @pages: once laid out for the paper
 * @preview: that is being drawn, or %NULL
 *
 * What one print operation works on.
 */
typedef struct
{
  GtkWindow *parent;
  PlanModel *model;
  PlanSchedule *schedule;
  const PlanProject *project;
  PlanPagesOptions options;
  PlanPaper paper;
  PlanPages *pages;
  PlanPrintPreview *preview;
} Printing;

static void
free_printing (gpointer data)
{
  Printing *self = data;

  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->pages, plan_pages_free);
  g_clear_pointer (&self->preview, plan_print_preview_free);
  plan_schedule_free (self->schedule);
  plan_model_unref (self->model);
  g_free (self);
}

static void
tell (Printing *self, const char *reason)
{
  /* Translators: %s is the name of a project */
  g_autofree char *heading = g_strdup_printf (_("“%s” was not printed"), self->project->name);

  if (self->parent != NULL)
    plan_alert_show (self->parent, heading, reason);
}

static GObject *
create_options_cb (GtkPrintOperation *operation, Printing *self)
{
  const PlanScheduledProject *result = plan_schedule_get_project (self->schedule, self->project->id);
  gboolean has_baseline = plan_model_has_baseline (self->model, self->project->id, MAX (self->options.baseline, 0));
  GtkWidget *options = plan_print_options_new (result->start, result->finish, has_baseline);

  plan_print_options_set (PLAN_PRINT_OPTIONS (options), &self->options);
  return G_OBJECT (options);
}

static void
apply_options_cb (GtkPrintOperation *operation, GtkWidget *options, Printing *self)
{
  plan_print_options_get (PLAN_PRINT_OPTIONS (options), &self->options);
}

/* Readers of a PDF show its title above the page. */
static void
set_title (Printing *self, GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_get_target (gtk_print_context_get_cairo_context (context));

  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_PDF && self->project->name != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->project->name);
}

/* Lays the pages out for the paper; called again when the paper or an option has changed since a preview. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Printing *self)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM);

  g_clear_pointer (&self->pages, plan_pages_free);
  if (MIN (width, height) < PAPER_LEAST_MM)
    {
      tell (self, _("The paper is too small for a chart."));
      gtk_print_operation_cancel (operation);
      return;
    }
  self->paper = (PlanPaper) { "printer", "", MIN (width, height), MAX (width, height) };
  self->options.paper = &self->paper;
  self->options.landscape = width > height;
  self->pages = plan_pages_new (self->model, self->schedule, self->project->id, &self->options);
  set_title (self, context);
  gtk_print_operation_set_n_pages (operation, (int) plan_pages_get_n (self->pages));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *self)
{
  plan_pages_draw (self->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* GTK's own way is taken when the program for it is there. */
static gboolean
preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview, GtkPrintContext *context, GtkWindow *parent,
            Printing *self)
{
  g_autoptr (GError) error = NULL;

  if (!plan_print_preview_is_needed ())
    return FALSE;
  g_clear_pointer (&self->preview, plan_print_preview_free);
  self->preview = plan_print_preview_new (context, &error);
  if (self->preview == NULL)
    tell (self, error->message);
  return self->preview != NULL;
}

/* The pages are laid out: they are drawn by the code of every other surface, not turned by GTK. */
static void
ready_cb (GtkPrintOperationPreview *preview, GtkPrintContext *context, Printing *self)
{
  g_autoptr (GError) error = NULL;
  GFile *file = NULL;

  if (self->preview == NULL)
    return;
  if (self->pages != NULL)
    file = plan_print_preview_draw (self->preview, self->pages, &error);
  if (file != NULL && self->parent != NULL)
    plan_launch_file (self->parent, file);
  else if (error != NULL)
    tell (self, error->message);
  g_clear_pointer (&self->preview, plan_print_preview_free);
  gtk_print_operation_preview_end_preview (preview);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      plan_print_settings_set (gtk_print_operation_get_print_settings (operation));
      plan_print_settings_set_page_setup (gtk_print_operation_get_default_page_setup (operation));
      plan_print_settings_save_options (&self->options);
    }
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    tell (self, error->message);
}

/* What does not depend on the plan. */
static void
set_up (GtkPrintOperation *operation)
{
  gtk_print_operation_set_default_page_setup (operation, plan_print_settings_get_page_setup ());
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, C_("print dialog", "Chart"));
}

static void
set_names (GtkPrintOperation *operation, const PlanProject *project)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_copy (plan_print_settings_get ());
  g_autofree char *name = plan_print_file_name (project->name, "");

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, name);
}

/**
 * plan_print_create_operation:
 * @parent: (nullable): the window that errors are told in
 * @project: a project of @document
 * @view: the marks of the screen, which are suggested
 *
 * Returns: (transfer full) (nullable): an operation that prints the chart as it is now, or %NULL with
 *   %PLAN_ERROR_NOT_FOUND
 */
GtkPrintOperation *
plan_print_create_operation (GtkWindow *parent, PlanDocument *document, PlanId project, const PlanPrintView *view,
                             GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Printing *self = g_new0 (Printing, 1);

  g_object_set_data_full (G_OBJECT (operation), "printing", self, free_printing);
  self->model = plan_document_snapshot (document);
  self->schedule = plan_schedule_new ();
  self->project = plan_model_get_project (self->model, project);
  g_set_weak_pointer (&self->parent, parent);
  if (self->project == NULL)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                           _("The project whose chart is wanted does not exist."));
      return NULL;
    }
  if (!plan_schedule_compute (self->schedule, self->model, NULL, error))
    return NULL;
  plan_print_view_get_options (view, &self->options);
  plan_print_settings_load_options (&self->options);

  set_up (operation);
  set_names (operation, self->project);
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_options_cb), self);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_options_cb), self);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), self);
  g_signal_connect (operation, "ready", G_CALLBACK (ready_cb), self);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), self);
  return g_steal_pointer (&operation);
}

/**
 * plan_print_run:
 * @project: a project of @document
 * @view: the marks of the screen, which are suggested
 *
 * Shows the print dialog and prints what is chosen there; the window can be used while pages are drawn.
 */
void
plan_print_run (GtkWindow *parent, PlanDocument *document, PlanId project, const PlanPrintView *view)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = plan_print_create_operation (parent, document, project, view, &error);

  /* Later errors are told when the operation is done. */
  if (operation != NULL)
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
  else
    plan_alert_show (parent, _("The plan was not printed"), error->message);
}

static void
page_setup_done_cb (GtkPageSetup *setup, gpointer data)
{
  if (setup != NULL)
    plan_print_settings_set_page_setup (setup);
}

/**
 * plan_print_run_page_setup:
 *
 * Lets the user choose the paper that is printed on.
 */
void
plan_print_run_page_setup (GtkWindow *parent)
{
  gtk_print_run_page_setup_dialog_async (parent, plan_print_settings_get_page_setup (), plan_print_settings_get (),
                                         page_setup_done_cb, NULL);
}
