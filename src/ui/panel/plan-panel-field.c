/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a side panel: what a value is called, the value, and beside it what it is compared with. A value that can be
 * edited is a text that is handed over when it is left, or a list to choose from; what is refused stays in the row with
 * the reason below it, until it is corrected or given up with Escape.
 */

#include "plan-panel-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlanPanelField
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *line;
  GtkWidget *label;
  GtkWidget *text;    /* GtkText, or NULL when there are choices */
  GtkWidget *choices; /* GtkDropDown, or NULL */
  GtkWidget *side;
  GtkWidget *reason;

  char *shown;
  char *edited; /* what editing begins with; NULL: the value cannot be edited */
  gboolean editing;
  gboolean failed;
  gboolean filling;
  gboolean bare;  /* the value alone, in a row with others: the reason is its tooltip */
  gboolean mixed; /* stands for several things that differ */
  PlanPanelApply apply;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (PlanPanelField, plan_panel_field, GTK_TYPE_WIDGET)

static void
put_text (PlanPanelField *self, const char *text)
{
  if (self->text != NULL && strcmp (gtk_editable_get_text (GTK_EDITABLE (self->text)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
}

static GtkWidget *
get_input (PlanPanelField *self)
{
  return self->text != NULL ? self->text : self->choices;
}

static void
show_reason (PlanPanelField *self, const char *sentence)
{
  self->failed = sentence != NULL;
  gtk_label_set_label (GTK_LABEL (self->reason), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->reason, sentence != NULL && !self->bare);
  if (self->bare)
    gtk_widget_set_tooltip_text (get_input (self), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_input (self)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : "", -1);
  if (sentence != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (get_input (self)), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (get_input (self)), GTK_ACCESSIBLE_STATE_INVALID);
    }
}

static gboolean
hand_over (PlanPanelField *self, const char *text, GError **error)
{
  g_autoptr (GError) own_error = NULL;

  if (self->apply == NULL || self->apply (GTK_WIDGET (self), text, self->data, &own_error))
    {
      show_reason (self, NULL);
      return TRUE;
    }
  show_reason (self, own_error->message);
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

/* Takes what was typed. What is refused stays. */
static gboolean
commit (PlanPanelField *self, GError **error)
{
  g_autofree char *text = NULL;

  if (self->text == NULL || self->edited == NULL || (!self->editing && !self->failed))
    return TRUE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  if (strcmp (text, self->edited) == 0)
    {
      show_reason (self, NULL);
      return TRUE;
    }
  if (!hand_over (self, text, error))
    return FALSE;
  g_free (self->edited);
  self->edited = g_steal_pointer (&text);
  return TRUE;
}

/* A window that is only left for another one keeps what is being typed. */
static void
focus_changed_cb (GtkEventControllerFocus *controller, GParamSpec *pspec, PlanPanelField *self)
{
  gboolean focused = gtk_event_controller_focus_contains_focus (controller), is_same;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->edited == NULL || focused == self->editing)
    return;
  if (focused)
    {
      self->editing = TRUE;
      if (!self->failed)
        put_text (self, self->edited);
      return;
    }
  if (root != NULL && gtk_root_get_focus (root) == self->text)
    return;
  is_same = strcmp (self->edited, gtk_editable_get_text (GTK_EDITABLE (self->text))) == 0;
  /* What was taken is shown in the program's words once whoever took it sets it. */
  if (commit (self, NULL) && is_same)
    put_text (self, self->shown);
  self->editing = FALSE;
}

static void
activate_cb (GtkText *text, PlanPanelField *self)
{
  if (self->edited != NULL && commit (self, NULL))
    gtk_editable_select_region (GTK_EDITABLE (text), 0, -1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanPanelField *self)
{
  if (key != GDK_KEY_Escape || self->edited == NULL)
    return FALSE;
  if (!self->failed && strcmp (gtk_editable_get_text (GTK_EDITABLE (self->text)), self->edited) == 0)
    return FALSE;
  plan_panel_field_reset (self);
  return TRUE;
}

static void
selected_cb (GtkDropDown *choices, GParamSpec *pspec, PlanPanelField *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (choices);

  if (!self->filling && chosen != NULL)
    hand_over (self, gtk_string_object_get_string (chosen), NULL);
}

static void
plan_panel_field_dispose (GObject *object)
{
  g_clear_pointer (&PLAN_PANEL_FIELD (object)->content, gtk_widget_unparent);
  G_OBJECT_CLASS (plan_panel_field_parent_class)->dispose (object);
}

static void
plan_panel_field_finalize (GObject *object)
{
  PlanPanelField *self = PLAN_PANEL_FIELD (object);

  g_free (self->shown);
  g_free (self->edited);
  G_OBJECT_CLASS (plan_panel_field_parent_class)->finalize (object);
}

static gboolean
plan_panel_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_input (PLAN_PANEL_FIELD (widget)));
}

static void
plan_panel_field_class_init (PlanPanelFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_panel_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_panel_field_finalize;
  widget_class->grab_focus = plan_panel_field_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "panelfield");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_panel_field_init (PlanPanelField *self)
{
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->line, "line");
  gtk_box_append (GTK_BOX (self->content), self->line);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "secondary");
  gtk_box_append (GTK_BOX (self->line), self->label);
}

static void
add_text (PlanPanelField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* A plain GtkText is unknown to screen readers. */
  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, "hexpand", TRUE,
                             "xalign", 1.0f, "editable", FALSE, NULL);
  gtk_text_set_propagate_text_width (GTK_TEXT (self->text), FALSE);
  gtk_box_append (GTK_BOX (self->line), self->text);
  g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (focus_changed_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->text, focus);
  gtk_widget_add_controller (self->text, keys);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (activate_cb), self, 0);
}

static void
add_choices (PlanPanelField *self)
{
  self->choices = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_hexpand (self->choices, TRUE);
  gtk_widget_set_halign (self->choices, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->choices, "flat");
  gtk_box_append (GTK_BOX (self->line), self->choices);
  g_signal_connect_object (self->choices, "notify::selected", G_CALLBACK (selected_cb), self, 0);
}

static void
add_rest (PlanPanelField *self)
{
  self->side = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->side), 1);
  gtk_label_set_width_chars (GTK_LABEL (self->side), 6);
  gtk_widget_add_css_class (self->side, "side");
  gtk_widget_set_visible (self->side, FALSE);
  gtk_box_append (GTK_BOX (self->line), self->side);
  self->reason = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->reason), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->reason), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->reason), 0);
  gtk_widget_add_css_class (self->reason, "reason");
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_box_append (GTK_BOX (self->content), self->reason);
}

/**
 * plan_panel_field_new:
 * @label: what the value is called, translated
 * @with_choices: whether it is one of a list, not a text
 *
 * Returns: (transfer floating): a row without a value
 */
PlanPanelField *
plan_panel_field_new (const char *label, gboolean with_choices)
{
  PlanPanelField *self = g_object_new (PLAN_TYPE_PANEL_FIELD, NULL);

  gtk_label_set_label (GTK_LABEL (self->label), label);
  if (with_choices)
    add_choices (self);
  else
    add_text (self);
  add_rest (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_input (self)), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (get_input (self)), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
  return self;
}

/**
 * plan_panel_field_new_bare:
 * @label: what the value is called, for screen readers
 * @n_chars: how wide it is
 *
 * Returns: (transfer floating): a value to stand in a row with others
 */
PlanPanelField *
plan_panel_field_new_bare (const char *label, guint n_chars)
{
  PlanPanelField *self = plan_panel_field_new (label, FALSE);

  self->bare = TRUE;
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_hexpand (self->text, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), (int) n_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->text), (int) n_chars);
  gtk_widget_add_css_class (GTK_WIDGET (self), "bare");
  return self;
}

/**
 * plan_panel_field_set_mixed:
 * @mixed: whether the value stands for several things that differ
 *
 * Lets a row without a value say why it has none; to be called before the value is set.
 */
void
plan_panel_field_set_mixed (PlanPanelField *self, gboolean mixed)
{
  g_return_if_fail (PLAN_IS_PANEL_FIELD (self));

  self->mixed = mixed;
}

/**
 * plan_panel_field_set_apply:
 * @apply: gets each text that was typed or chosen
 */
void
plan_panel_field_set_apply (PlanPanelField *self, PlanPanelApply apply, gpointer data)
{
  self->apply = apply;
  self->data = data;
}

/**
 * plan_panel_field_set_text:
 * @shown: the value
 * @edited: (nullable): what editing begins with, or %NULL when the value cannot be edited
 *
 * Shows another value. What is being typed, and what was refused, stays.
 */
void
plan_panel_field_set_text (PlanPanelField *self, const char *shown, const char *edited)
{
  gboolean is_touched;

  g_return_if_fail (PLAN_IS_PANEL_FIELD (self) && self->text != NULL);

  is_touched = self->failed || (self->editing && self->edited != NULL &&
                                strcmp (gtk_editable_get_text (GTK_EDITABLE (self->text)), self->edited) != 0);
  g_free (self->shown);
  self->shown = g_strdup (shown);
  g_free (self->edited);
  self->edited = g_strdup (edited);
  gtk_editable_set_editable (GTK_EDITABLE (self->text), edited != NULL);
  /* Translators: in the side panel, of a value that is not set */
  gtk_text_set_placeholder_text (GTK_TEXT (self->text), self->mixed ? C_("panel", "Various") : edited != NULL ? C_("panel", "None") : NULL);
  if (edited != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "editable");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "editable");
  if (edited == NULL || !is_touched)
    put_text (self, self->editing && edited != NULL ? edited : shown);
}

/**
 * plan_panel_field_set_choices:
 * @choices: %NULL ended
 * @chosen: (nullable): one of them
 *
 * Shows a choice. The same choices are not replaced, so that an open list stays.
 */
void
plan_panel_field_set_choices (PlanPanelField *self, const char *const *choices, const char *chosen)
{
  GListModel *present;
  guint n = 0;
  gboolean is_same;

  g_return_if_fail (PLAN_IS_PANEL_FIELD (self) && self->choices != NULL);

  present = gtk_drop_down_get_model (GTK_DROP_DOWN (self->choices));
  is_same = present != NULL && g_list_model_get_n_items (present) == g_strv_length ((char **) choices);
  self->filling = TRUE;
  for (; choices[n] != NULL && is_same; n++)
    is_same = strcmp (gtk_string_list_get_string (GTK_STRING_LIST (present), n), choices[n]) == 0;
  if (!is_same)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

      gtk_drop_down_set_model (GTK_DROP_DOWN (self->choices), G_LIST_MODEL (list));
    }
  if (chosen == NULL || self->mixed)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices), GTK_INVALID_LIST_POSITION);
  for (n = 0; choices[n] != NULL && !self->mixed; n++)
    if (g_strcmp0 (choices[n], chosen) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices), n);
  self->filling = FALSE;
}

/**
 * plan_panel_field_set_side:
 * @text: (nullable): what the value is compared with
 * @css_class: (nullable): how it is coloured
 *
 * Shows something at the right of the value; with %NULL nothing, and no room for it.
 */
void
plan_panel_field_set_side (PlanPanelField *self, const char *text, const char *css_class)
{
  const char *classes[] = { "side", css_class, NULL };

  g_return_if_fail (PLAN_IS_PANEL_FIELD (self));

  gtk_label_set_label (GTK_LABEL (self->side), text != NULL ? text : "");
  gtk_widget_set_visible (self->side, text != NULL);
  gtk_widget_set_css_classes (self->side, classes);
}

/**
 * plan_panel_field_add_bar:
 * @bar: (transfer full): stands before the value
 */
void
plan_panel_field_add_bar (PlanPanelField *self, GtkWidget *bar)
{
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_hexpand (self->text, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 6);
  gtk_box_insert_child_after (GTK_BOX (self->line), bar, self->label);
}

/**
 * plan_panel_field_finish:
 *
 * Hands over what is being typed, as leaving the row does.
 *
 * Returns: %FALSE with an error when it was refused; it stays in the row
 */
gboolean
plan_panel_field_finish (PlanPanelField *self, GError **error)
{
  g_return_val_if_fail (PLAN_IS_PANEL_FIELD (self), FALSE);

  return commit (self, error);
}

/**
 * plan_panel_field_reset:
 *
 * Gives up what is being typed or was refused.
 */
void
plan_panel_field_reset (PlanPanelField *self)
{
  g_return_if_fail (PLAN_IS_PANEL_FIELD (self));

  show_reason (self, NULL);
  if (self->text != NULL && self->shown != NULL)
    put_text (self, self->editing && self->edited != NULL ? self->edited : self->shown);
}

/**
 * plan_panel_field_get_text:
 *
 * Returns: (transfer none): the text in the row as it is now
 */
const char *
plan_panel_field_get_text (PlanPanelField *self)
{
  GtkStringObject *chosen;

  if (self->text != NULL)
    return gtk_editable_get_text (GTK_EDITABLE (self->text));
  chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->choices));
  return chosen != NULL ? gtk_string_object_get_string (chosen) : "";
}

/**
 * plan_panel_field_get_reason:
 *
 * Returns: (transfer none) (nullable): why the text was refused
 */
const char *
plan_panel_field_get_reason (PlanPanelField *self)
{
  return self->failed ? gtk_label_get_label (GTK_LABEL (self->reason)) : NULL;
}
