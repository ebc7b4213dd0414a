/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The button that adds to a list of a side panel: it opens an entry, and below it what the office knows already, narrowed
 * by what is typed. What is refused stays in the entry with the reason.
 */

#include "plan-panel-adder.h"

#include "plan-entry-buttons.h"
#include "plan-tooltip.h"

#include <string.h>

/* More rows are not of use to anyone who can type. */
#define MOST_CHOICES 50
#define LIST_MOST_HEIGHT 240

struct _PlanPanelAdder
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *hint;
  GtkWidget *reason;
  GtkWidget *scroller;
  GtkWidget *list;

  char **all;
  PlanPanelApply apply;
  PlanPanelChoices choices;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (PlanPanelAdder, plan_panel_adder, GTK_TYPE_WIDGET)

static void
show_reason (PlanPanelAdder *self, const char *sentence)
{
  gtk_label_set_label (GTK_LABEL (self->reason), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->reason, sentence != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : "", -1);
  if (sentence != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
add_choice (PlanPanelAdder *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_append (GTK_LIST_BOX (self->list), label);
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *own = g_utf8_casefold (text, -1);

  return strstr (own, folded) != NULL;
}

static void
fill (PlanPanelAdder *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; self->all != NULL && self->all[i] != NULL && n < MOST_CHOICES; i++)
    if (contains (self->all[i], folded))
      {
        add_choice (self, self->all[i]);
        n++;
      }
  gtk_widget_set_visible (self->scroller, n > 0);
}

static void
apply (PlanPanelAdder *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_strstrip (g_strdup (text));

  if (*copy == '\0')
    return;
  if (self->apply (GTK_WIDGET (self), copy, self->data, &error))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else
    show_reason (self, error->message);
}

static void
activate_cb (GtkEntry *entry, PlanPanelAdder *self)
{
  apply (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
changed_cb (GtkEditable *entry, PlanPanelAdder *self)
{
  show_reason (self, NULL);
  fill (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, PlanPanelAdder *self)
{
  apply (self, gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));
}

static void
show_cb (GtkWidget *popover, PlanPanelAdder *self)
{
  g_clear_pointer (&self->all, g_strfreev);
  self->all = self->choices != NULL ? self->choices (self->data) : NULL;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show_reason (self, NULL);
  fill (self);
  gtk_widget_grab_focus (self->entry);
}

static void
plan_panel_adder_dispose (GObject *object)
{
  g_clear_pointer (&PLAN_PANEL_ADDER (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (plan_panel_adder_parent_class)->dispose (object);
}

static void
plan_panel_adder_finalize (GObject *object)
{
  g_strfreev (PLAN_PANEL_ADDER (object)->all);
  G_OBJECT_CLASS (plan_panel_adder_parent_class)->finalize (object);
}

static void
plan_panel_adder_class_init (PlanPanelAdderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_panel_adder_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_panel_adder_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_list (PlanPanelAdder *self, GtkWidget *box)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), LIST_MOST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_box_append (GTK_BOX (box), self->scroller);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
}

static void
plan_panel_adder_init (PlanPanelAdder *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "list-add-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_add_css_class (self->popover, "adder");
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 26);
  plan_entry_add_take (GTK_ENTRY (self->entry));
  gtk_box_append (GTK_BOX (box), self->entry);
  self->reason = add_label (box, "reason");
  gtk_widget_set_visible (self->reason, FALSE);
  self->hint = add_label (box, "secondary");
  gtk_widget_add_css_class (self->hint, "caption");
  add_list (self, box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (show_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, 0);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, 0);
}

/**
 * plan_panel_adder_set_texts:
 * @tooltip: what the button does; @hint: what can be typed; translated
 */
void
plan_panel_adder_set_texts (PlanPanelAdder *self, const char *tooltip, const char *hint)
{
  g_return_if_fail (PLAN_IS_PANEL_ADDER (self));

  plan_tooltip_set (self->button, tooltip);
  gtk_label_set_label (GTK_LABEL (self->hint), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

/**
 * plan_panel_adder_set_apply:
 * @apply: gets what was typed or chosen
 * @choices: (nullable): asked each time the entry opens
 */
void
plan_panel_adder_set_apply (PlanPanelAdder *self, PlanPanelApply apply_func, PlanPanelChoices choices, gpointer data)
{
  g_return_if_fail (PLAN_IS_PANEL_ADDER (self));

  self->apply = apply_func;
  self->choices = choices;
  self->data = data;
}

/**
 * plan_panel_adder_open:
 *
 * Opens the entry, as the button does.
 */
void
plan_panel_adder_open (PlanPanelAdder *self)
{
  g_return_if_fail (PLAN_IS_PANEL_ADDER (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

/**
 * plan_panel_adder_type:
 *
 * Does what typing a text into the entry and Enter do.
 */
void
plan_panel_adder_type (PlanPanelAdder *self, const char *text)
{
  g_return_if_fail (PLAN_IS_PANEL_ADDER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  apply (self, text);
}

/**
 * plan_panel_adder_get_reason:
 *
 * Returns: (transfer none) (nullable): why what was typed is refused
 */
const char *
plan_panel_adder_get_reason (PlanPanelAdder *self)
{
  return gtk_widget_get_visible (self->reason) ? gtk_label_get_label (GTK_LABEL (self->reason)) : NULL;
}
