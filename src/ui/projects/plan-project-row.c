/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A project in the list of projects: the shape of its health, its name, and by how much its finish differs from the
 * baseline. The health in words and its reason are the tooltip and what a screen reader says.
 */

#include "plan-project-row.h"

#include "plan-health-draw.h"
#include "plan-health-text.h"
#include "plan-style.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>

struct _PlanProjectRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *shape;
  GtkLabel *name;
  GtkLabel *variance;
  PlanId project;
  PlanHealth health;
};

G_DEFINE_FINAL_TYPE (PlanProjectRow, plan_project_row, GTK_TYPE_LIST_BOX_ROW)

static void
draw_shape_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  PlanProjectRow *self = data;

  plan_health_draw (cr, self->health, plan_theme_get (plan_style_get_theme ()), 0,
                    (height - PLAN_HEALTH_SIZE) / 2.0, PLAN_HEALTH_SIZE);
}

static void
plan_project_row_class_init (PlanProjectRowClass *klass)
{
}

static void
plan_project_row_init (PlanProjectRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->health = PLAN_HEALTH_NOT_STARTED;
  self->shape = g_object_new (GTK_TYPE_DRAWING_AREA,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "content-width", PLAN_HEALTH_SIZE,
                              "content-height", PLAN_HEALTH_SIZE,
                              "valign", GTK_ALIGN_CENTER,
                              NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->shape), draw_shape_cb, self, NULL);
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  self->variance = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->variance), "variance");
  gtk_box_append (GTK_BOX (box), self->shape);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->variance));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/* Only what is late has a colour; the others are quiet. */
static void
colour_variance (PlanProjectRow *self)
{
  gboolean late = self->health == PLAN_HEALTH_AT_RISK || self->health == PLAN_HEALTH_OFF_TRACK;
  PlanColour colour = plan_health_get_text_colour (self->health, plan_theme_get (plan_style_get_theme ()));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (late)
    {
      pango_attr_list_insert (attributes, pango_attr_foreground_new ((colour >> 16 & 0xff) * 257, (colour >> 8 & 0xff) * 257,
                                                                     (colour & 0xff) * 257));
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
    }
  gtk_label_set_attributes (self->variance, attributes);
  if (late)
    gtk_widget_remove_css_class (GTK_WIDGET (self->variance), "secondary");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->variance), "secondary");
}

/**
 * plan_project_row_new:
 *
 * Returns: (transfer floating): a row with the name of a project
 */
GtkWidget *
plan_project_row_new (const PlanProject *project)
{
  PlanProjectRow *self = g_object_new (PLAN_TYPE_PROJECT_ROW, NULL);

  self->project = project->id;
  gtk_label_set_label (self->name, project->name);
  return GTK_WIDGET (self);
}

/**
 * plan_project_row_get_project:
 *
 * Returns: whose row it is
 */
PlanId
plan_project_row_get_project (PlanProjectRow *self)
{
  g_return_val_if_fail (PLAN_IS_PROJECT_ROW (self), PLAN_ID_NONE);

  return self->project;
}

/**
 * plan_project_row_show_health:
 * @project: the project of the row as it is now
 *
 * Shows how the project does.
 */
void
plan_project_row_show_health (PlanProjectRow *self, const PlanProject *project, const PlanProjectHealth *health)
{
  g_autofree char *reason = plan_health_get_reason (&health->reason, project);
  g_autofree char *variance = NULL, *tooltip = NULL, *label = NULL;
  PlanConversion conversion;

  g_return_if_fail (PLAN_IS_PROJECT_ROW (self));

  plan_project_get_conversion (project, &conversion);
  variance = health->reason.variance != PLAN_TICKS_NONE ? plan_variance_format (health->reason.variance, &conversion)
                                                         : g_strdup ("");
  self->health = health->health;
  gtk_label_set_label (self->variance, variance);
  colour_variance (self);
  gtk_widget_queue_draw (self->shape);
  /* Translators: tooltip of a project: its name, the word for its health, and why */
  tooltip = g_strdup_printf (_("%1$s\n%2$s: %3$s"), project->name, plan_health_get_name (health->health), reason);
  plan_tooltip_set (GTK_WIDGET (self), tooltip);
  /* Translators: what a screen reader says of a project: its name, by how much its finish differs from the baseline (may be
   * empty), the word for its health, and why */
  label = g_strdup_printf (_("%1$s %2$s, %3$s: %4$s"), project->name, variance,
                           plan_health_get_name (health->health), reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
