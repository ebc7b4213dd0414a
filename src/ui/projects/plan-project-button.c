/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of projects behind a button with the name of the one that is shown: for windows too narrow for the sidebar.
 */

#include "plan-project-button.h"

#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>

#define LIST_WIDTH 240
#define LIST_HEIGHT 320
#define NAME_CHARS 24

struct _PlanProjectButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  PlanProjectList *list;
  PlanDocument *document;
  PlanId project;
};

G_DEFINE_FINAL_TYPE (PlanProjectButton, plan_project_button, GTK_TYPE_WIDGET)

static void
plan_project_button_dispose (GObject *object)
{
  PlanProjectButton *self = PLAN_PROJECT_BUTTON (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (plan_project_button_parent_class)->dispose (object);
}

static void
plan_project_button_class_init (PlanProjectButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_project_button_dispose;

  /**
   * PlanProjectButton::project-chosen:
   * @project: another project
   */
  g_signal_new ("project-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
chosen_cb (PlanProjectButton *self, gint64 project)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit_by_name (self, "project-chosen", project);
}

static void
plan_project_button_init (PlanProjectButton *self)
{
  self->label = gtk_label_new ("");
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), NAME_CHARS);
  self->list = g_object_new (PLAN_TYPE_PROJECT_LIST, "width-request", LIST_WIDTH, "height-request", LIST_HEIGHT, NULL);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "project-popover");
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "project-button");
  plan_tooltip_set (self->button, _("Choose a project"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a project"), -1);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "project-chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
update_name (PlanProjectButton *self)
{
  const PlanProject *project =
    self->project != PLAN_ID_NONE ? plan_model_get_project (plan_document_get_model (self->document), self->project) : NULL;

  gtk_label_set_label (GTK_LABEL (self->label), project != NULL && project->name != NULL ? project->name : "");
}

/**
 * plan_project_button_set_project:
 * @document: (nullable): the office
 * @project: the one that is shown, or %PLAN_ID_NONE
 */
void
plan_project_button_set_project (PlanProjectButton *self, PlanDocument *document, PlanId project)
{
  g_return_if_fail (PLAN_IS_PROJECT_BUTTON (self));

  if (self->document != document)
    {
      if (self->document != NULL)
        g_signal_handlers_disconnect_by_func (self->document, update_name, self);
      g_set_object (&self->document, document);
      if (document != NULL)
        g_signal_connect_object (document, "changed", G_CALLBACK (update_name), self, G_CONNECT_SWAPPED);
    }
  self->project = project;
  plan_project_list_set_document (self->list, document);
  plan_project_list_select (self->list, project);
  update_name (self);
}
