/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Giving the plan that is shown to others: on paper, or as a file that a job writes, with progress and Cancel, then a
 * toast that opens it. The chart and its marks are those of the screen.
 */

#include "plan-window-private.h"

#include "plan-alert.h"
#include "plan-error.h"
#include "plan-export.h"
#include "plan-file-picker.h"
#include "plan-launch.h"
#include "plan-print.h"

#include <glib/gi18n-lib.h>

#define OPEN_TOAST_SECONDS 10

/* An export whose place is being chosen. */
typedef struct
{
  PlanWindow *window;
  PlanId project;
  const PlanExportKind *kind;
} Choice;

static void choose_place (PlanWindow *self, PlanId project, const PlanExportKind *kind, GFile *folder, const char *name);

static void
get_view (PlanWindow *self, PlanPrintView *view)
{
  g_autoptr (GVariant) critical = g_action_group_get_action_state (G_ACTION_GROUP (self->view_actions), "critical");

  plan_print_view_init (view, plan_gantt_view_get_show (plan_plan_page_get_view (self->page)));
  if (view->baseline >= 0)
    view->baseline = plan_row_list_get_baseline (plan_plan_page_get_list (self->page));
  if (!g_str_equal (plan_window_get_view (self), "network"))
    return;
  view->chart = PLAN_PAGES_NETWORK;
  view->baseline = -1;
  view->show = g_variant_get_boolean (critical) ? PLAN_GANTT_CRITICAL : 0;
}

static char *
get_display_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

/* Says where the file is, with Open in reach. */
static void
show_exported (PlanWindow *self, GFile *file, const char *name)
{
  /* Translators: %s is a file name */
  g_autofree char *title = g_strdup_printf (_("Exported “%s”"), name);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *uri = g_file_get_uri (file);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, C_("button", "Open"));
  adw_toast_set_action_name (toast, "win.open-exported");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_set_timeout (toast, OPEN_TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlanWindow) self = data;
  g_autoptr (GFile) file = g_steal_pointer (&self->exporting);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = get_display_name (file);
  gboolean done = plan_export_run_finish (result, &error);

  plan_job_banner_stop (self->export_banner);
  plan_window_update_actions (self);
  if (done)
    show_exported (self, file, name);
  else if (!g_error_matches (error, PLAN_ERROR, PLAN_ERROR_CANCELLED))
    {
      /* Translators: %s is a file name */
      g_autofree char *heading = g_strdup_printf (_("“%s” was not exported"), name);

      plan_window_show_error (self, heading, error);
    }
  plan_window_job_ended (self);
}

/**
 * plan_window_export:
 * @kind: a row of the table of exports
 * @file: where to; a file that is there is replaced
 *
 * Writes a project as it is now to a file, while the window can be used.
 */
void
plan_window_export (PlanWindow *self, PlanId project, const PlanExportKind *kind, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = get_display_name (file);
  /* Translators: %s is a file name */
  g_autofree char *text = g_strdup_printf (_("Exporting “%s”…"), name);
  PlanPrintView view;

  g_return_if_fail (PLAN_IS_WINDOW (self));
  g_return_if_fail (self->exporting == NULL);
  g_return_if_fail (path != NULL);

  get_view (self, &view);
  self->exporting = g_object_ref (file);
  self->export_progress = (PlanProgress){ 0 };
  plan_job_banner_start (self->export_banner, text, &self->export_progress);
  plan_window_update_actions (self);
  plan_export_run_async (self->document, project, kind, &view, path, &self->export_progress, exported_cb,
                         g_object_ref (self));
}

static void
show_no_path (PlanWindow *self, GFile *file)
{
  g_autofree char *name = get_display_name (file);
  /* Translators: %s is a file name */
  g_autofree char *heading = g_strdup_printf (_("“%s” was not exported"), name);

  plan_alert_show (GTK_WINDOW (self), heading, _("Files can only be written to folders of this computer."));
}

/* When the suffix was added, the dialog has not asked about the file that would be replaced: then it is shown again. */
static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (PlanWindow) self = choice->window;
  g_autoptr (GFile) chosen = plan_file_picker_save_finish (result);
  g_autofree char *path = chosen != NULL ? g_file_get_path (chosen) : NULL;
  g_autofree char *whole = path != NULL ? plan_export_add_suffix (choice->kind, path) : NULL;
  g_autoptr (GFile) file = whole != NULL ? g_file_new_for_path (whole) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (chosen == NULL || self->document == NULL)
    return;
  if (file == NULL)
    {
      show_no_path (self, chosen);
      return;
    }
  g_set_object (&self->export_folder, folder);
  if (!g_str_equal (whole, path) && g_file_test (whole, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = get_display_name (file);

      choose_place (self, choice->project, choice->kind, folder, name);
    }
  else if (self->exporting == NULL)
    plan_window_export (self, choice->project, choice->kind, file);
}

static GListModel *
create_filters (const PlanExportKind *kind)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, g_dgettext (GETTEXT_PACKAGE, kind->label));
  gtk_file_filter_add_suffix (filter, kind->suffix + 1);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

static void
choose_place (PlanWindow *self, PlanId project, const PlanExportKind *kind, GFile *folder, const char *name)
{
  g_autoptr (GListModel) filters = create_filters (kind);
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { g_object_ref (self), project, kind };
  plan_file_picker_save_async (GTK_WINDOW (self), _("Export the plan"), filters, folder, name, place_chosen_cb, choice);
}

/* Where the last export went, else the user's documents. */
static GFile *
get_folder (PlanWindow *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (self->export_folder != NULL)
    return g_object_ref (self->export_folder);
  return documents != NULL ? g_file_new_for_path (documents) : NULL;
}

/* Lets the user choose where the plan that is shown is exported to. */
void
plan_window_choose_export (PlanWindow *self, const char *kind_name)
{
  const PlanExportKind *kind = plan_export_find (kind_name);
  const PlanProject *project = plan_model_get_project (plan_document_get_model (self->document), self->project);
  g_autoptr (GFile) folder = get_folder (self);
  g_autofree char *name = NULL;

  if (kind == NULL || project == NULL)
    return;
  name = plan_print_file_name (project->name, kind->suffix);
  choose_place (self, self->project, kind, folder, name);
}

/* Prints the plan that is shown. */
void
plan_window_print (PlanWindow *self)
{
  PlanPrintView view;

  get_view (self, &view);
  plan_print_run (GTK_WINDOW (self), self->document, self->project, &view);
}

/* Shows an exported file in its program. */
void
plan_window_open_exported (PlanWindow *self, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  plan_launch_file (GTK_WINDOW (self), file);
}

/**
 * plan_window_is_exporting:
 *
 * Returns: whether a file is being written
 */
gboolean
plan_window_is_exporting (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), FALSE);

  return self->exporting != NULL;
}
