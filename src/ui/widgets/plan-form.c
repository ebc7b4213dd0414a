/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small window that asks for a few values and does one thing with them: rows of a table, a button, and below the rows the
 * reason when it cannot be done, while all that was typed stays.
 */

#include "plan-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlanForm
{
  AdwWindow parent_instance;

  GtkWidget *group;
  GtkWidget *button;
  GtkWidget *reason;
  GtkWidget *outlook; /* what would come of it, or hidden */
  GPtrArray *rows; /* of GtkWidget, borrowed */
  PlanFormApply apply;
  PlanFormPreview preview;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (PlanForm, plan_form, ADW_TYPE_WINDOW)

static void
plan_form_finalize (GObject *object)
{
  g_ptr_array_unref (PLAN_FORM (object)->rows);
  G_OBJECT_CLASS (plan_form_parent_class)->finalize (object);
}

static void
plan_form_class_init (PlanFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plan_form_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
create_header (PlanForm *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_label (C_("button", "Cancel"));

  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->button);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (plan_form_apply), self, G_CONNECT_SWAPPED);
  return header;
}

/* A text below the rows, hidden at first. */
static GtkWidget *
create_note (const char *css_class)
{
  GtkWidget *note = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (note), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_add_css_class (note, css_class);
  gtk_widget_set_visible (note, FALSE);
  gtk_widget_set_margin_start (note, 24);
  gtk_widget_set_margin_end (note, 24);
  gtk_widget_set_margin_bottom (note, 18);
  return note;
}

static void
plan_form_init (PlanForm *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *page = adw_preferences_page_new ();

  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  self->reason = create_note ("reason");
  self->outlook = create_note ("secondary");
  gtk_widget_set_vexpand (page, TRUE);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->group));
  gtk_box_append (GTK_BOX (content), create_header (self));
  gtk_box_append (GTK_BOX (content), page);
  gtk_box_append (GTK_BOX (content), self->outlook);
  gtk_box_append (GTK_BOX (content), self->reason);
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->button);
}

static void
update_preview (PlanForm *self)
{
  g_autofree char *text = self->preview != NULL ? self->preview (self, self->data) : NULL;

  gtk_label_set_label (GTK_LABEL (self->outlook), text != NULL ? text : "");
  gtk_widget_set_visible (self->outlook, text != NULL);
}

static GtkWidget *
create_choices (const char *const *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i] != NULL; i++)
    gtk_string_list_append (list, g_dgettext (GETTEXT_PACKAGE, choices[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  return row;
}

static void
add_row (PlanForm *self, const PlanFormRow *what)
{
  GtkWidget *row = what->choices != NULL ? create_choices (what->choices) : adw_entry_row_new ();

  g_signal_connect_object (row, what->choices != NULL ? "notify::selected" : "changed", G_CALLBACK (update_preview), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_dgettext (GETTEXT_PACKAGE, what->title));
  if (what->choices == NULL)
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->rows, row);
}

/**
 * plan_form_new:
 * @title: of the window; @button: of the button that does it; both translated
 * @rows: what is asked for
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
PlanForm *
plan_form_new (GtkWindow *parent, const char *title, const char *button, const PlanFormRow *rows, guint n_rows)
{
  PlanForm *self = g_object_new (PLAN_TYPE_FORM,
                                 "transient-for", parent,
                                 "destroy-with-parent", TRUE,
                                 "modal", TRUE,
                                 "title", title,
                                 "default-width", 480,
                                 "default-height", (int) (150 + 60 * n_rows),
                                 NULL);

  gtk_button_set_label (GTK_BUTTON (self->button), button);
  for (guint i = 0; i < n_rows; i++)
    add_row (self, &rows[i]);
  if (n_rows > 0)
    gtk_widget_grab_focus (self->rows->pdata[0]);
  return self;
}

/**
 * plan_form_set_apply:
 * @data: it must live as long as the window
 *
 * Sets what the button does.
 */
void
plan_form_set_apply (PlanForm *self, PlanFormApply apply, gpointer data)
{
  g_return_if_fail (PLAN_IS_FORM (self));

  self->apply = apply;
  self->data = data;
}

/**
 * plan_form_set_preview:
 * @preview: gets the data of plan_form_set_apply()
 *
 * Lets the form say below its rows what would come of the values, as they are typed.
 */
void
plan_form_set_preview (PlanForm *self, PlanFormPreview preview)
{
  g_return_if_fail (PLAN_IS_FORM (self));

  self->preview = preview;
  update_preview (self);
}

/**
 * plan_form_get_preview:
 *
 * Returns: (transfer full): what the form says of the values, "" for nothing
 */
char *
plan_form_get_preview (PlanForm *self)
{
  g_return_val_if_fail (PLAN_IS_FORM (self), NULL);

  return g_strdup (gtk_label_get_label (GTK_LABEL (self->outlook)));
}

/**
 * plan_form_set_choices:
 * @row: a row with choices
 * @choices: %NULL ended, translated
 *
 * Sets what can be chosen, when it is not the same for all.
 */
void
plan_form_set_choices (PlanForm *self, guint row, const char *const *choices)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  g_return_if_fail (PLAN_IS_FORM (self) && row < self->rows->len);

  adw_combo_row_set_model (ADW_COMBO_ROW (self->rows->pdata[row]), G_LIST_MODEL (list));
}

/**
 * plan_form_set_text:
 * @row: a row for a text
 */
void
plan_form_set_text (PlanForm *self, guint row, const char *text)
{
  g_return_if_fail (PLAN_IS_FORM (self) && row < self->rows->len);

  gtk_editable_set_text (GTK_EDITABLE (self->rows->pdata[row]), text);
}

/**
 * plan_form_get_text:
 * @row: a row for a text
 *
 * Returns: (transfer full): what stands in it, without blanks around it
 */
char *
plan_form_get_text (PlanForm *self, guint row)
{
  g_return_val_if_fail (PLAN_IS_FORM (self) && row < self->rows->len, NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows->pdata[row]))));
}

/**
 * plan_form_set_choice:
 * @row: a row with choices
 */
void
plan_form_set_choice (PlanForm *self, guint row, guint choice)
{
  g_return_if_fail (PLAN_IS_FORM (self) && row < self->rows->len);

  adw_combo_row_set_selected (ADW_COMBO_ROW (self->rows->pdata[row]), choice);
}

/**
 * plan_form_get_choice:
 * @row: a row with choices
 *
 * Returns: the number of what is chosen
 */
guint
plan_form_get_choice (PlanForm *self, guint row)
{
  g_return_val_if_fail (PLAN_IS_FORM (self) && row < self->rows->len, 0);

  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows->pdata[row]));
}

/**
 * plan_form_apply:
 *
 * Does what the button does: closes the window when it could be done, else says why not.
 */
void
plan_form_apply (PlanForm *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLAN_IS_FORM (self) && self->apply != NULL);

  if (self->apply (self, self->data, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->reason), error->message);
  gtk_widget_set_visible (self->reason, TRUE);
}
