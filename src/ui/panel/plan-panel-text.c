/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text of a side panel that wraps: the name of a task, or its notes. It is handed over when it is left; a single line
 * also by Enter. What is refused stays with the reason below it.
 */

#include "plan-panel-text.h"

#include <string.h>

struct _PlanPanelText
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *view;
  GtkWidget *twin; /* not seen: says how high the text is at a width, which a GtkTextView does not */
  GtkWidget *reason;

  char *text; /* what was set last */
  gboolean editing;
  gboolean failed;
  gboolean single_line;
  PlanPanelApply apply;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (PlanPanelText, plan_panel_text, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SINGLE_LINE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
put_text (PlanPanelText *self, const char *text)
{
  g_autofree char *present = plan_panel_text_dup_text (self);

  if (strcmp (present, text) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text, -1);
}

static void
show_reason (PlanPanelText *self, const char *sentence)
{
  self->failed = sentence != NULL;
  gtk_label_set_label (GTK_LABEL (self->reason), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->reason, sentence != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : "", -1);
  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static gboolean
commit (PlanPanelText *self, GError **error)
{
  g_autofree char *text = plan_panel_text_dup_text (self);
  g_autoptr (GError) own_error = NULL;

  if (self->text == NULL || (!self->editing && !self->failed))
    return TRUE;
  if (self->single_line)
    g_strdelimit (text, "\r\n\t", ' ');
  if (strcmp (text, self->text) == 0 || self->apply == NULL || self->apply (GTK_WIDGET (self), text, self->data, &own_error))
    {
      show_reason (self, NULL);
      g_free (self->text);
      self->text = g_steal_pointer (&text);
      put_text (self, self->text);
      return TRUE;
    }
  show_reason (self, own_error->message);
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

static void
focus_changed_cb (GtkEventControllerFocus *controller, GParamSpec *pspec, PlanPanelText *self)
{
  gboolean focused = gtk_event_controller_focus_contains_focus (controller);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (focused == self->editing)
    return;
  if (focused)
    self->editing = TRUE;
  else if (root == NULL || gtk_root_get_focus (root) != self->view)
    {
      commit (self, NULL);
      self->editing = FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanPanelText *self)
{
  g_autofree char *text = plan_panel_text_dup_text (self);

  if (self->single_line && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      commit (self, NULL);
      return TRUE;
    }
  if (key != GDK_KEY_Escape || self->text == NULL || (!self->failed && strcmp (text, self->text) == 0))
    return FALSE;
  plan_panel_text_reset (self);
  return TRUE;
}

static void
buffer_changed_cb (PlanPanelText *self)
{
  g_autofree char *text = plan_panel_text_dup_text (self);
  /* An empty last line counts, too. */
  g_autofree char *measured = g_strconcat (text, *text == '\0' || g_str_has_suffix (text, "\n") ? " " : "", NULL);

  gtk_label_set_label (GTK_LABEL (self->twin), measured);
}

static GtkWidget *
create_view (PlanPanelText *self)
{
  GtkWidget *overlay = gtk_overlay_new (), *scroller = gtk_scrolled_window_new ();

  self->twin = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->twin), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->twin), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->twin), 0);
  gtk_widget_add_css_class (self->twin, "twin");
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->twin);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), scroller);
  return overlay;
}

static void
plan_panel_text_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, PLAN_PANEL_TEXT (object)->single_line);
}

static void
plan_panel_text_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PLAN_PANEL_TEXT (object)->single_line = g_value_get_boolean (value);
}

static void
plan_panel_text_dispose (GObject *object)
{
  g_clear_pointer (&PLAN_PANEL_TEXT (object)->content, gtk_widget_unparent);
  G_OBJECT_CLASS (plan_panel_text_parent_class)->dispose (object);
}

static void
plan_panel_text_finalize (GObject *object)
{
  g_free (PLAN_PANEL_TEXT (object)->text);
  G_OBJECT_CLASS (plan_panel_text_parent_class)->finalize (object);
}

static gboolean
plan_panel_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLAN_PANEL_TEXT (widget)->view);
}

static void
plan_panel_text_class_init (PlanPanelTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plan_panel_text_get_property;
  object_class->set_property = plan_panel_text_set_property;
  object_class->dispose = plan_panel_text_dispose;
  object_class->finalize = plan_panel_text_finalize;
  widget_class->grab_focus = plan_panel_text_grab_focus;

  /**
   * PlanPanelText:single-line:
   *
   * Whether Enter hands the text over instead of beginning another line.
   */
  props[PROP_SINGLE_LINE] = g_param_spec_boolean ("single-line", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "paneltext");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_panel_text_init (PlanPanelText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->content), create_view (self));
  self->reason = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->reason), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->reason), 0);
  gtk_widget_add_css_class (self->reason, "reason");
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_box_append (GTK_BOX (self->content), self->reason);

  g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (focus_changed_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->view, focus);
  gtk_widget_add_controller (self->view, keys);
}

/**
 * plan_panel_text_set_label:
 * @label: what the text is, for screen readers; translated
 */
void
plan_panel_text_set_label (PlanPanelText *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * plan_panel_text_set_apply:
 * @apply: gets each text that was typed
 */
void
plan_panel_text_set_apply (PlanPanelText *self, PlanPanelApply apply, gpointer data)
{
  self->apply = apply;
  self->data = data;
}

/**
 * plan_panel_text_set_text:
 * @text: what is stored
 *
 * Shows another text. What is being typed, and what was refused, stays.
 */
void
plan_panel_text_set_text (PlanPanelText *self, const char *text, gboolean editable)
{
  g_autofree char *present = NULL;
  gboolean is_touched;

  g_return_if_fail (PLAN_IS_PANEL_TEXT (self));

  present = plan_panel_text_dup_text (self);
  is_touched = self->failed || (self->editing && self->text != NULL && strcmp (present, self->text) != 0);
  g_free (self->text);
  self->text = g_strdup (text);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
  if (!editable || !is_touched)
    put_text (self, text);
}

/**
 * plan_panel_text_finish:
 *
 * Hands over what is being typed, as leaving the text does.
 *
 * Returns: %FALSE with an error when it was refused; it stays
 */
gboolean
plan_panel_text_finish (PlanPanelText *self, GError **error)
{
  g_return_val_if_fail (PLAN_IS_PANEL_TEXT (self), FALSE);

  return commit (self, error);
}

/**
 * plan_panel_text_reset:
 *
 * Gives up what is being typed or was refused.
 */
void
plan_panel_text_reset (PlanPanelText *self)
{
  g_return_if_fail (PLAN_IS_PANEL_TEXT (self));

  show_reason (self, NULL);
  put_text (self, self->text != NULL ? self->text : "");
}

/**
 * plan_panel_text_dup_text:
 *
 * Returns: (transfer full): the text as it is now
 */
char *
plan_panel_text_dup_text (PlanPanelText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}
