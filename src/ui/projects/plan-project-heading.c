/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The heading of a group in the list of projects: an arrow, the name, and while the projects are hidden, how many they are.
 */

#include "plan-project-heading.h"

#include <glib/gi18n-lib.h>

struct _PlanProjectHeading
{
  GtkListBoxRow parent_instance;

  GtkImage *arrow;
  GtkLabel *title;
  GtkLabel *count;
  PlanId group;
  gboolean expanded;
};

G_DEFINE_FINAL_TYPE (PlanProjectHeading, plan_project_heading, GTK_TYPE_LIST_BOX_ROW)

static void
plan_project_heading_class_init (PlanProjectHeadingClass *klass)
{
}

static void
plan_project_heading_init (PlanProjectHeading *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->arrow = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "caption-heading");
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrow));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "group-heading");
}

/**
 * plan_project_heading_new:
 * @group: key of the group
 *
 * Returns: (transfer floating): the heading of a group whose projects are shown
 */
GtkWidget *
plan_project_heading_new (PlanId group, const char *title, guint n_projects)
{
  PlanProjectHeading *self = g_object_new (PLAN_TYPE_PROJECT_HEADING, NULL);
  g_autofree char *count = g_strdup_printf ("%u", n_projects), *label = NULL;

  self->group = group;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->count, count);
  /* Translators: what a screen reader says of a group of projects: its name and how many there are */
  label = g_strdup_printf (ngettext ("%1$s, %2$u project", "%1$s, %2$u projects", n_projects), title, n_projects);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  plan_project_heading_set_expanded (self, TRUE);
  return GTK_WIDGET (self);
}

/**
 * plan_project_heading_get_group:
 *
 * Returns: the key of its group
 */
PlanId
plan_project_heading_get_group (PlanProjectHeading *self)
{
  g_return_val_if_fail (PLAN_IS_PROJECT_HEADING (self), PLAN_ID_NONE);

  return self->group;
}

/**
 * plan_project_heading_is_expanded:
 *
 * Returns: whether the projects below it are shown
 */
gboolean
plan_project_heading_is_expanded (PlanProjectHeading *self)
{
  g_return_val_if_fail (PLAN_IS_PROJECT_HEADING (self), FALSE);

  return self->expanded;
}

/**
 * plan_project_heading_set_expanded:
 *
 * Shows whether the projects below it are shown.
 */
void
plan_project_heading_set_expanded (PlanProjectHeading *self, gboolean expanded)
{
  g_return_if_fail (PLAN_IS_PROJECT_HEADING (self));

  self->expanded = expanded;
  gtk_image_set_from_icon_name (self->arrow, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->count), !expanded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}
