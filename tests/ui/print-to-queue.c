/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * print-to-queue QUEUE JOB: prints the first project of the sample office on a printer, by the dialog, and writes the
 * number of pages to the standard output. (GTK 4.8 crashes when it shall find a printer without its dialog.)
 */

#include "plan-print.h"
#include "plan-ui-fixture.h"

#include <gtk/gtkunixprint.h>

typedef struct
{
  GtkPrintOperationResult result;
  int n_pages;
  gboolean done;
} Outcome;

/* After the pages have been counted by the operation's own handler. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Outcome *outcome)
{
  g_object_get (operation, "n-pages", &outcome->n_pages, NULL);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Outcome *outcome)
{
  outcome->result = result;
  outcome->done = TRUE;
}

/* Presses Print once the printer has been found and selected. */
static gboolean
press_print_cb (gpointer data)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);
      GtkPrinter *printer = GTK_IS_PRINT_UNIX_DIALOG (window)
                              ? gtk_print_unix_dialog_get_selected_printer (GTK_PRINT_UNIX_DIALOG (window)) : NULL;

      if (printer != NULL && gtk_printer_has_details (printer) && g_str_equal (gtk_printer_get_name (printer), data))
        {
          gtk_dialog_response (GTK_DIALOG (window), GTK_RESPONSE_OK);
          return G_SOURCE_REMOVE;
        }
    }
  return G_SOURCE_CONTINUE;
}

int
main (int argc, char **argv)
{
  PlanApplication *application = plan_fixture_start (&argc, &argv);
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 };
  PlanPrintView view;

  g_assert_cmpint (argc, ==, 3);
  /* GTK warns when there is no colour management for printers. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  plan_print_view_init (&view, PLAN_GANTT_SHOW_DEFAULT);
  operation = plan_print_create_operation (GTK_WINDOW (window), plan_window_get_document (window),
                                           plan_window_get_project (window), &view, &error);
  g_assert_no_error (error);
  gtk_print_settings_set_printer (settings, argv[1]);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, argv[2]);
  g_signal_connect_after (operation, "begin-print", G_CALLBACK (begin_print_cb), &outcome);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &outcome);
  g_timeout_add (200, press_print_cb, argv[1]);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window), &error);
  g_assert_no_error (error);
  while (!outcome.done || !gtk_print_operation_is_finished (operation))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (outcome.result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_print ("pages: %d\n", outcome.n_pages);
  plan_fixture_close (window);
  return plan_fixture_run (application);
}
