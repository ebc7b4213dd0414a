/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions win.*, those that go from project to project, and which of all of them can be used now.
 */

#include "plan-window-private.h"

#include "plan-actions.h"
#include "plan-edits.h"
#include "plan-print.h"
#include "plan-sample.h"
#include "plan-settings.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>

/* In a text that is being typed, a step is one of the text. Returns: whether it was. */
static gboolean
step_in_text (PlanWindow *self, PlanStep direction)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!GTK_IS_EDITABLE (focus) && !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  gtk_widget_activate_action (focus, direction == PLAN_STEP_UNDO ? "text.undo" : "text.redo", NULL);
  return TRUE;
}

/* Undo and redo are one way with two directions; a toast says what was taken back or done again. */
static void
step (PlanWindow *self, PlanStep direction)
{
  g_autofree char *label = plan_document_get_step_label (self->document, direction);
  g_autoptr (GError) error = NULL;

  if (step_in_text (self, direction))
    return;
  if (!(direction == PLAN_STEP_UNDO ? plan_document_undo (self->document, &error) : plan_document_redo (self->document, &error)))
    {
      plan_window_show_error (self, direction == PLAN_STEP_UNDO ? _("Undo was not possible") : _("Redo was not possible"), error);
      return;
    }
  /* Translators: %s is an edit, for instance “Import plan.xml” */
  plan_window_show_done (self, g_strdup_printf (direction == PLAN_STEP_UNDO ? _("Undone: %s") : _("Done again: %s"), label));
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, PLAN_STEP_UNDO);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, PLAN_STEP_REDO);
}

static void
add_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (!plan_sample_add (self->document, &error))
    plan_window_show_error (self, _("The sample office could not be made"), error);
}

static void
remove_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (plan_edit_sample_delete (self->document, &error))
    plan_window_show_undo (self, g_strdup (_("The sample was removed.")));
  else
    plan_window_show_error (self, _("The sample could not be removed"), error);
}

static void
import_report_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_window_show_report (data);
}

static void
file_dates_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_window_show_file_dates (data, plan_window_get_project (data));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_window_print (data);
}

static void
page_setup_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_print_run_page_setup (data);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_window_choose_export (data, g_variant_get_string (parameter, NULL));
}

static void
open_exported_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_window_open_exported (data, g_variant_get_string (parameter, NULL));
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (data);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;
  PlanId next = plan_project_list_get_neighbour (self->projects, self->project, 1);

  if (next != PLAN_ID_NONE)
    plan_window_set_project (self, next);
}

static void
previous_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;
  PlanId previous = plan_project_list_get_neighbour (self->projects, self->project, -1);

  if (previous != PLAN_ID_NONE)
    plan_window_set_project (self, previous);
}

/* What is chosen in a narrow window, which has no room for the sidebar, holds for that window only. */
static void
change_sidebar_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  PlanWindow *self = data;

  gtk_widget_set_visible (self->sidebar, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
  if (!self->narrow && !self->view->of_office)
    plan_settings_set_boolean ("sidebar-shown", g_variant_get_boolean (state));
}

static const GActionEntry window_entries[] = {
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "add-sample", add_sample_cb },
  { "remove-sample", remove_sample_cb },
  { "import-report", import_report_cb },
  { "file-dates", file_dates_cb },
  { "print", print_cb },
  { "page-setup", page_setup_cb },
  { "export", export_cb, "s" },
  { "open-exported", open_exported_cb, "s" },
  { "close", close_cb },
};

static const GActionEntry project_entries[] = {
  { "next", next_cb },
  { "previous", previous_cb },
};

static const GActionEntry view_entries[] = {
  { "sidebar", NULL, NULL, "true", change_sidebar_cb },
};

/* Makes the actions of a new window. */
void
plan_window_add_actions (PlanWindow *self)
{
  g_autoptr (GSimpleActionGroup) project = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), window_entries, G_N_ELEMENTS (window_entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (project), project_entries, G_N_ELEMENTS (project_entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->view_actions), view_entries, G_N_ELEMENTS (view_entries), self);
  plan_window_add_file_actions (self);
  plan_window_init_projects (self, G_ACTION_MAP (project));
  self->project_actions = G_ACTION_MAP (project);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "project", G_ACTION_GROUP (project));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (self->view_actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "task", plan_plan_page_get_task_actions (self->page));
}

/* A step can be made when there is one; its button says which. Returns: whether there is one. */
static gboolean
update_step (PlanWindow *self, PlanStep direction, const char *name, GtkWidget *button)
{
  g_autofree char *label = self->document != NULL ? plan_document_get_step_label (self->document, direction) : NULL;
  g_autofree char *action = g_strconcat ("win.", name, NULL);
  g_autofree char *text = NULL;
  g_autofree char *tooltip = NULL;

  if (label != NULL)
    /* Translators: tooltip of the undo and redo buttons; %s is an edit, for instance “Import plan.xml” */
    text = g_strdup_printf (direction == PLAN_STEP_UNDO ? _("Undo: %s") : _("Redo: %s"), label);
  tooltip = plan_actions_get_tooltip (action, text);
  plan_tooltip_set (button, tooltip);
  return label != NULL;
}

/* Enables what can be done now. */
void
plan_window_update_actions (PlanWindow *self)
{
  gboolean has_sample = self->document != NULL && plan_sample_is_present (plan_document_get_model (self->document));
  PlanNeeds met = has_sample ? PLAN_NEEDS_SAMPLE : PLAN_NEEDS_NO_SAMPLE;

  if (self->document != NULL)
    met |= PLAN_NEEDS_OFFICE;
  if (self->document != NULL && !plan_document_is_read_only (self->document))
    met |= PLAN_NEEDS_WRITABLE;
  if (self->project != PLAN_ID_NONE)
    met |= PLAN_NEEDS_PROJECT;
  if (self->report != NULL)
    met |= PLAN_NEEDS_REPORT;
  if (self->comparison != NULL)
    met |= PLAN_NEEDS_COMPARISON;
  if (update_step (self, PLAN_STEP_UNDO, "undo", self->undo_button))
    met |= PLAN_NEEDS_UNDO;
  if (update_step (self, PLAN_STEP_REDO, "redo", self->redo_button))
    met |= PLAN_NEEDS_REDO;
  plan_actions_update (G_ACTION_MAP (self), "win", met);
  plan_actions_update (self->project_actions, "project", met);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "export")),
                               self->project != PLAN_ID_NONE && self->exporting == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->share_button), self->project != PLAN_ID_NONE);
}
