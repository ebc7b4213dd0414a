/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for a name in place: Enter or the mark in the entry takes it, Esc leaves all as it was. A name that is refused stays, with the reason below.
 */

#include "plan-name-popover.h"

#include "plan-entry-buttons.h"

struct _PlanNamePopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkEditable *entry;
  GtkLabel *error;
  PlanNameFunc func;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (PlanNamePopover, plan_name_popover, GTK_TYPE_POPOVER)

static void
entry_activate_cb (PlanNamePopover *self)
{
  g_autoptr (GError) error = NULL;

  if (self->func (gtk_editable_get_text (self->entry), self->data, &error))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_label_set_label (self->error, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
entry_changed_cb (PlanNamePopover *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
plan_name_popover_finalize (GObject *object)
{
  PlanNamePopover *self = PLAN_NAME_POPOVER (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  G_OBJECT_CLASS (plan_name_popover_parent_class)->finalize (object);
}

static void
plan_name_popover_class_init (PlanNamePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plan_name_popover_finalize;
}

static void
plan_name_popover_init (PlanNamePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->entry = GTK_EDITABLE (entry);
  self->error = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_label_set_xalign (self->error, 0);
  gtk_label_set_wrap (self->error, TRUE);
  gtk_label_set_max_width_chars (self->error, 30);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_editable_set_width_chars (self->entry, 30);
  plan_entry_add_take (GTK_ENTRY (entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->error));
  gtk_widget_add_css_class (GTK_WIDGET (self), "name-popover");
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * plan_name_popover_new:
 * @title: what is named
 * @name: what the entry begins with
 * @func: takes the name; @destroy frees its @data
 *
 * Returns: (transfer floating): a popover without a parent
 */
GtkPopover *
plan_name_popover_new (const char *title, const char *name, PlanNameFunc func, gpointer data, GDestroyNotify destroy)
{
  PlanNamePopover *self = g_object_new (PLAN_TYPE_NAME_POPOVER, NULL);

  self->func = func;
  self->data = data;
  self->destroy = destroy;
  gtk_label_set_label (self->title, title);
  gtk_editable_set_text (self->entry, name);
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_POPOVER (self);
}
