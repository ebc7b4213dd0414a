/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: one office, the list of its projects, one of them as a chart. It follows the office's changes and decides
 * what is shown: the plan, the empty page, or why the office could not be opened. Its actions are in -actions.c, the
 * arrangement of its parts in -layout.c, its views in -views.c, opening in -office.c, work on its file in -files.c, its
 * history in -history.c, imports in -import.c, printing and exporting in -export.c, what is done with projects in
 * -projects.c, where a search leads in -search.c.
 */

#include "plan-window-private.h"

#include "plan-actions.h"
#include "plan-alert.h"
#include "plan-banner.h"
#include "plan-empty-page.h"
#include "plan-late-menu.h"
#include "plan-recent-offices.h"
#include "plan-sample.h"
#include "plan-settings.h"

#include <glib/gi18n-lib.h>

#define UNDO_TOAST_SECONDS 10

/* The office is shown first. */
#define BACKUP_DELAY_MS 5000

G_DEFINE_FINAL_TYPE (PlanWindow, plan_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (PlanWindow *self)
{
  const PlanProject *project = self->project != PLAN_ID_NONE
                                 ? plan_model_get_project (plan_document_get_model (self->document), self->project) : NULL;
  g_autofree char *office = plan_recent_offices_get_name (self->path);
  const char *name = project != NULL ? project->name : _("Planwright");
  /* Translators: title of the window in the task switcher: project or program, office */
  g_autofree char *title = g_strdup_printf (C_("window title", "%s – %s"), name, office);

  plan_view_switcher_set_title (self->switcher, name, office);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_page (PlanWindow *self)
{
  gboolean has_projects = plan_model_get_n (plan_document_get_model (self->document), PLAN_RECORD_PROJECT) > 0;

  gtk_stack_set_visible_child_name (self->stack, has_projects ? "plan" : "empty");
  gtk_widget_set_visible (self->sidebar_button, has_projects);
  gtk_widget_set_visible (self->panel_button, has_projects);
  plan_banner_reveal (self->sample_banner, plan_sample_is_present (plan_document_get_model (self->document)) &&
                                             !plan_document_is_read_only (self->document));
}

static void
update (PlanWindow *self)
{
  update_title (self);
  update_page (self);
  plan_window_update_actions (self);
}

/* The projects that the edit brought. */
static GArray *
list_new_projects (const PlanChangeSet *changes)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (PlanId));
  guint n = plan_change_set_get_n (changes);

  for (guint i = 0; i < n; i++)
    {
      PlanChange change;

      plan_change_set_get (changes, i, &change);
      if (change.record == PLAN_RECORD_PROJECT && change.op == PLAN_CHANGE_INSERT)
        g_array_append_val (ids, change.id);
    }
  return ids;
}

/* Of what was imported, or came back by undo, the project that stands first in the list is shown. */
static PlanId
find_new_project (PlanWindow *self, const PlanChangeSet *changes)
{
  g_autoptr (GArray) ids = list_new_projects (changes);

  if (ids->len > 1)
    for (PlanId id = plan_project_list_get_neighbour (self->projects, PLAN_ID_NONE, 1); id != PLAN_ID_NONE;
         id = plan_project_list_get_neighbour (self->projects, id, 1))
      for (guint i = 0; i < ids->len; i++)
        if (g_array_index (ids, PlanId, i) == id)
          return id;
  return ids->len > 0 ? g_array_index (ids, PlanId, 0) : PLAN_ID_NONE;
}

static void
document_changed_cb (PlanDocument *document, const PlanChangeSet *changes, PlanWindow *self)
{
  PlanId project = find_new_project (self, changes);

  if (self->edit_toast != NULL)
    adw_toast_dismiss (self->edit_toast);
  if (project == PLAN_ID_NONE && plan_model_get_project (plan_document_get_model (document), self->project) != NULL)
    update (self);
  else
    plan_window_set_project (self, project != PLAN_ID_NONE ? project : plan_project_list_get_neighbour (self->projects, PLAN_ID_NONE, 1));
}

/* Shows an error that the user has to know of. */
void
plan_window_show_error (PlanWindow *self, const char *heading, const GError *error)
{
  plan_alert_show (GTK_WINDOW (self), heading, error->message);
}

static void
toast_dismissed_cb (AdwToast *toast, PlanWindow *self)
{
  if (self->edit_toast == toast)
    self->edit_toast = NULL;
}

/* Says what was done last, until something else is done. Takes @text. */
AdwToast *
plan_window_show_done (PlanWindow *self, char *text)
{
  g_autofree char *title = text;
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  AdwToast *toast = adw_toast_new (escaped);

  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  self->edit_toast = toast;
  adw_toast_overlay_add_toast (self->toasts, toast);
  return toast;
}

/* Says what was done, with Undo in reach. Takes @text. */
void
plan_window_show_undo (PlanWindow *self, char *text)
{
  AdwToast *toast = plan_window_show_done (self, text);

  adw_toast_set_button_label (toast, C_("button", "Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, UNDO_TOAST_SECONDS);
}

static void
backup_failed_cb (const char *sentence, gpointer data)
{
  /* Translators: %s is a whole sentence that says why */
  g_autofree char *text = g_strdup_printf (_("Today’s backup could not be made. %s"), sentence);

  plan_window_tell (data, text);
}

/* Shows an office that was opened. */
void
plan_window_take_document (PlanWindow *self, PlanDocument *document)
{
  self->document = g_object_ref (document);
  self->backup = plan_daily_backup_new (document, BACKUP_DELAY_MS, backup_failed_cb, self);
  /* After the list of projects, from which the next project is taken. */
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_AFTER);
  plan_project_list_set_document (self->projects, document);
  plan_window_set_searched (self, document);
  plan_window_set_project (self, plan_project_list_get_neighbour (self->projects, PLAN_ID_NONE, 1));
  plan_window_focus_view (self);
}

/* Lets go of the office; nothing of it is shown any more. */
void
plan_window_release_document (PlanWindow *self)
{
  g_clear_pointer (&self->backup, plan_daily_backup_free);
  if (self->document == NULL)
    return;
  plan_window_end_comparison (self);
  plan_window_close_people (self);
  g_signal_handlers_disconnect_by_data (self->document, self);
  plan_window_set_views_project (self, NULL, PLAN_ID_NONE);
  plan_history_panel_set_project (plan_side_panel_get_history (self->panel), NULL, PLAN_ID_NONE);
  plan_status_strip_set_project (self->status, NULL, PLAN_ID_NONE);
  plan_project_list_set_document (self->projects, NULL);
  plan_window_set_searched (self, NULL);
  plan_document_close (self->document);
  g_clear_object (&self->document);
  self->project = PLAN_ID_NONE;
}

static void
project_chosen_cb (PlanWindow *self, gint64 project)
{
  plan_window_set_project (self, project);
}

/* An import or an export has ended: the window that waited for the last one closes. */
void
plan_window_job_ended (PlanWindow *self)
{
  if (self->close_after_jobs && self->importing == NULL && self->exporting == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
plan_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlanWindow *self = PLAN_WINDOW (widget);

  GTK_WIDGET_CLASS (plan_window_parent_class)->size_allocate (widget, width, height, baseline);
  /* It grows when a name is refused; newer GTK closes what is smaller than it needs to be. */
  if (self->name_popover != NULL)
    gtk_popover_present (self->name_popover);
  /* Widgets must not appear or go while sizes are handed out. */
  plan_window_queue_layout (self);
}

static void
restore_size (PlanWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), plan_settings_get_int ("window-width"), plan_settings_get_int ("window-height"));
  if (plan_settings_get_boolean ("window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* The default size follows the size of the window while it is not maximized. */
static void
save_size (PlanWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  plan_settings_set_int ("window-width", width);
  plan_settings_set_int ("window-height", height);
  plan_settings_set_boolean ("window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

/* Returns: %FALSE when what is being typed was refused; then it stays where it is */
gboolean
plan_window_finish_edit (PlanWindow *self)
{
  return plan_sheet_finish_edit (plan_plan_page_get_sheet (self->page)) &&
         plan_details_panel_finish_edit (plan_side_panel_get_details (self->panel));
}

static gboolean
plan_window_close_request (GtkWindow *window)
{
  PlanWindow *self = PLAN_WINDOW (window);

  /* What is being edited is taken first; when it cannot be, it says why and the window stays. */
  if (!plan_window_finish_edit (self))
    return TRUE;
  self->close_after_jobs = self->importing != NULL || self->exporting != NULL;
  if (self->importing != NULL)
    plan_window_cancel_import (self);
  if (self->exporting != NULL)
    plan_progress_cancel (&self->export_progress);
  if (self->close_after_jobs)
    return TRUE;
  if (self->office_busy)
    plan_progress_cancel (&self->office_progress);
  save_size (self);
  plan_window_save_layout (self);
  return GTK_WINDOW_CLASS (plan_window_parent_class)->close_request (window);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, PlanWindow *self)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr (GSList) files = gdk_file_list_get_files (list);

  for (GSList *item = files; item != NULL; item = item->next)
    {
      g_autofree char *path = g_file_get_path (item->data);

      if (path != NULL && plan_window_is_office (path))
        g_application_open (g_application_get_default (), (GFile **) &item->data, 1, "");
      else if (path != NULL)
        plan_window_import_file (self, path);
    }
  return files != NULL;
}

/* Says why something was not done; it goes by itself. */
void
plan_window_tell (PlanWindow *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* Says what was done, with Undo in reach. */
void
plan_window_tell_done (PlanWindow *self, const char *sentence)
{
  plan_window_show_undo (self, g_strdup (sentence));
}

static void
import_cancelled_cb (PlanWindow *self)
{
  plan_window_cancel_import (self);
}

static void
dismiss_report_cb (PlanWindow *self)
{
  plan_banner_reveal (self->report_banner, FALSE);
}

static void
plan_window_dispose (GObject *object)
{
  PlanWindow *self = PLAN_WINDOW (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  plan_window_dispose_import (self);
  g_clear_object (&self->export_folder);
  plan_window_dispose_projects (self);
  plan_window_release_document (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_WINDOW);
  g_clear_object (&self->view_actions);
  G_OBJECT_CLASS (plan_window_parent_class)->dispose (object);
}

static void
plan_window_finalize (GObject *object)
{
  PlanWindow *self = PLAN_WINDOW (object);

  g_free (self->path);
  G_OBJECT_CLASS (plan_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, share_button);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, share_label);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, new_label);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, project_search);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, panel_button);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, search);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, sample_banner);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, import_banner);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, export_banner);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, compare_banner);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, compare_label);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, report_banner);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, office_job);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, office_notice);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, notice_again);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, notice_copy);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, report_label);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, stack);
  /* A spinner that nobody sees would ask for a frame each time one is over. */
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_start);
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_stop);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, sidebar_paned);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, views);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, panel_paned);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, panel_revealer);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, projects);
  gtk_widget_class_bind_template_child (widget_class, PlanWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, import_cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_report_cb);
}

static void
plan_window_class_init (PlanWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plan_window_dispose;
  object_class->finalize = plan_window_finalize;
  widget_class->size_allocate = plan_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = plan_window_close_request;

  g_type_ensure (PLAN_TYPE_EMPTY_PAGE);
  g_type_ensure (PLAN_TYPE_JOB_BANNER);
  g_type_ensure (PLAN_TYPE_PROJECT_LIST);
  g_type_ensure (PLAN_TYPE_SEARCH_POPOVER);
  g_type_ensure (PLAN_TYPE_SIDE_PANEL);
  g_type_ensure (PLAN_TYPE_STATUS_STRIP);
  g_type_ensure (PLAN_TYPE_VIEW_SWITCHER);
  bind_template (widget_class);
}

static void
plan_window_init (PlanWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autoptr (GMenuModel) menu = plan_actions_create_main_menu ();
  g_autoptr (GMenuModel) share = plan_export_create_menu ();
  g_autoptr (GMenuModel) new_menu = plan_actions_create_new_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  plan_window_init_views (self);
  plan_window_init_import (self);
  plan_window_init_office (self);
  plan_window_add_actions (self);
  plan_window_init_search (self);
  plan_window_init_layout (self);
  plan_window_init_history (self);
  plan_status_strip_set_list (self->status, plan_plan_page_get_list (self->page));
  restore_size (self);
  plan_late_menu_set (self->menu_button, menu);
  plan_late_menu_set (self->share_button, share);
  plan_late_menu_set (self->new_button, new_menu);
  plan_actions_decorate (self->header_bar);
  plan_actions_decorate (self->sidebar);
  g_signal_connect_object (self->projects, "project-chosen", G_CALLBACK (project_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * plan_window_new:
 *
 * Returns: (transfer none): a window without an office; like all windows it belongs to GTK
 */
PlanWindow *
plan_window_new (AdwApplication *application)
{
  return g_object_new (PLAN_TYPE_WINDOW, "application", application, NULL);
}

/**
 * plan_window_get_office_path:
 *
 * Returns: (transfer none) (nullable): the office that is open or being opened
 */
const char *
plan_window_get_office_path (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), NULL);

  return self->path;
}

/**
 * plan_window_get_document:
 *
 * Returns: (transfer none) (nullable): the office, once it is open
 */
PlanDocument *
plan_window_get_document (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * plan_window_get_page:
 *
 * Returns: (transfer none): the plan view
 */
PlanPlanPage *
plan_window_get_page (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), NULL);

  return self->page;
}

/**
 * plan_window_get_side_panel:
 *
 * Returns: (transfer none): the panel at the right
 */
PlanSidePanel *
plan_window_get_side_panel (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), NULL);

  return self->panel;
}

/**
 * plan_window_get_status_strip:
 *
 * Returns: (transfer none): the strip at the foot
 */
PlanStatusStrip *
plan_window_get_status_strip (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), NULL);

  return self->status;
}

/**
 * plan_window_get_state:
 *
 * Returns: (transfer none): what the window shows: "opening", "failed", "empty" or "plan"
 */
const char *
plan_window_get_state (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

/**
 * plan_window_get_project:
 *
 * Returns: the project that is shown, or %PLAN_ID_NONE
 */
PlanId
plan_window_get_project (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), PLAN_ID_NONE);

  return self->project;
}

/* Keys go on in the sheet when they were meant for it, or when there was no plan before. */
static void
keep_focus (PlanWindow *self, gboolean was_in_sheet)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->project != PLAN_ID_NONE && (was_in_sheet || focus == NULL || !gtk_widget_get_mapped (focus)))
    plan_window_focus_view (self);
}

/**
 * plan_window_set_project:
 * @project: a project of the office, or %PLAN_ID_NONE when there is none
 *
 * Shows another project.
 */
void
plan_window_set_project (PlanWindow *self, PlanId project)
{
  GtkWidget *focus;
  gboolean was_in_sheet;

  g_return_if_fail (PLAN_IS_WINDOW (self));
  g_return_if_fail (self->document != NULL);

  if (!plan_window_finish_edit (self))
    {
      plan_project_list_select (self->projects, self->project);
      return;
    }
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  was_in_sheet = !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "plan") ||
                 (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (plan_plan_page_get_sheet (self->page))));
  self->project = project;
  plan_project_list_select (self->projects, project);
  plan_window_set_views_project (self, self->document, project);
  plan_history_panel_set_project (plan_side_panel_get_history (self->panel), self->document, project);
  plan_status_strip_set_project (self->status, self->document, project);
  update (self);
  keep_focus (self, was_in_sheet);
}
