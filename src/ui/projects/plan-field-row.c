/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One field of a project as a row of preferences: an entry, a switch or a list, by the type of the field. What is typed is
 * taken by Enter and when the row is left; a refused text stays with the reason below.
 */

#include "plan-field-row.h"

#include "plan-edits.h"
#include "plan-entry-buttons.h"
#include "plan-project-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlanFieldRow
{
  GObject parent_instance;

  PlanDocument *document;
  PlanId project;
  PlanFieldId field;

  GtkWidget *row;
  GtkWidget *error_row;
  GtkLabel *error;
  GtkTextBuffer *buffer; /* of notes */
  GtkSwitch *toggle;
  PlanChoices *choices;
  char *shown; /* the text of the field when it was shown last */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PlanFieldRow, plan_field_row, G_TYPE_OBJECT)

static void
show_error (PlanFieldRow *self, const char *message)
{
  GtkWidget *widget = self->row;

  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (self->error_row, message != NULL);
  if (message != NULL)
    {
      gtk_widget_add_css_class (widget, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
    }
  else
    {
      gtk_widget_remove_css_class (widget, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

static gboolean
set_value (PlanFieldRow *self, const PlanValue *value)
{
  g_autoptr (GError) error = NULL;
  gboolean done = plan_edit_set (self->document, self->field, self->project, value, &error);

  show_error (self, done ? NULL : error->message);
  return done;
}

static gboolean
set_text (PlanFieldRow *self, const char *text)
{
  const PlanFieldText value = { self->field, text };
  g_autoptr (GError) error = NULL;
  gboolean done = plan_edit_project_set_info (self->document, self->project, &value, 1, &error);

  show_error (self, done ? NULL : error->message);
  return done;
}

/* What stands in the entry or in the notes. */
static char *
get_typed (PlanFieldRow *self)
{
  GtkTextIter start, end;

  if (self->buffer == NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row)));
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
set_typed (PlanFieldRow *self, const char *text)
{
  if (self->buffer != NULL)
    gtk_text_buffer_set_text (self->buffer, text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->row), text);
}

static gboolean
is_typed (PlanFieldRow *self)
{
  return self->buffer != NULL || ADW_IS_ENTRY_ROW (self->row);
}

static void
apply_cb (PlanFieldRow *self)
{
  plan_field_row_apply (self);
}

static void
toggled_cb (PlanFieldRow *self)
{
  if (!self->updating)
    set_value (self, &PLAN_VALUE_OF_INTEGER (gtk_switch_get_active (self->toggle)));
}

static void
chosen_cb (PlanFieldRow *self)
{
  const PlanField *row = plan_field_get (self->field);
  guint index = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
  PlanId id;

  if (self->updating || index == GTK_INVALID_LIST_POSITION)
    return;
  id = plan_choices_get (self->choices, index);
  /* By its key, so that what a project needs then follows. */
  if (row->type == PLAN_TYPE_ENUM)
    set_text (self, plan_enum_by_value (row->names, id)->key);
  else
    set_value (self, id != PLAN_ID_NONE ? &PLAN_VALUE_OF_INTEGER (id) : &PLAN_VALUE_OF_NULL);
  plan_field_row_update (self);
}

static PlanChoices *
list_choices (PlanFieldRow *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  const PlanField *row = plan_field_get (self->field);
  PlanChoices *choices;

  if (row->type == PLAN_TYPE_ENUM)
    {
      choices = plan_choices_new ();
      for (const PlanEnumName *name = row->names; name->key != NULL; name++)
        plan_choices_add (choices, name->value, g_dgettext (GETTEXT_PACKAGE, name->label));
      return choices;
    }
  if (row->target == PLAN_RECORD_PROGRAMME)
    return plan_choices_new_programmes (model);
  choices = plan_choices_new_calendars (model, self->project);
  plan_choices_add (choices, PLAN_ID_NONE, _("None: round the clock"));
  return choices;
}

static GtkWidget *
create_switch (PlanFieldRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->toggle));
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
create_list (PlanFieldRow *self)
{
  GtkWidget *row = adw_combo_row_new ();

  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
apply_when_left (PlanFieldRow *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

static GtkWidget *
create_entry (PlanFieldRow *self)
{
  GtkWidget *row = adw_entry_row_new ();

  if (plan_field_get (self->field)->type == PLAN_TYPE_INSTANT)
    plan_entry_add_calendar (ADW_ENTRY_ROW (row));
  if (plan_field_get (self->field)->flags & PLAN_FIELD_PERSON)
    {
      g_autoptr (GPtrArray) people = plan_model_list_people (plan_document_get_model (self->document));

      plan_entry_add_choices (ADW_ENTRY_ROW (row), _("Choose a person"), people);
    }
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  apply_when_left (self, row);
  return row;
}

/* Notes have several lines. */
static GtkWidget *
create_notes (PlanFieldRow *self, const char *title)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title), *view = gtk_text_view_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "secondary");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 72);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (box, "notes-box");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  apply_when_left (self, view);
  return row;
}

static GtkWidget *
create_row (PlanFieldRow *self, const char *title)
{
  switch (plan_field_get (self->field)->type)
    {
    case PLAN_TYPE_BOOLEAN:
      return create_switch (self);
    case PLAN_TYPE_ENUM:
    case PLAN_TYPE_ID:
      return create_list (self);
    default:
      return (plan_field_get (self->field)->flags & PLAN_FIELD_NOTE) ? create_notes (self, title) : create_entry (self);
    }
}

static void
create_error_row (PlanFieldRow *self)
{
  self->error_row = gtk_list_box_row_new ();
  self->error = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL));
  gtk_label_set_xalign (self->error, 0);
  gtk_label_set_wrap (self->error, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "row-error");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->error_row), GTK_WIDGET (self->error));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->error_row), FALSE);
  gtk_widget_set_focusable (self->error_row, FALSE);
  gtk_widget_set_visible (self->error_row, FALSE);
}

static void
plan_field_row_finalize (GObject *object)
{
  PlanFieldRow *self = PLAN_FIELD_ROW (object);

  g_object_unref (self->document);
  g_clear_object (&self->row);
  g_clear_object (&self->error_row);
  g_clear_pointer (&self->choices, plan_choices_free);
  g_free (self->shown);
  G_OBJECT_CLASS (plan_field_row_parent_class)->finalize (object);
}

static void
plan_field_row_class_init (PlanFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plan_field_row_finalize;
}

static void
plan_field_row_init (PlanFieldRow *self)
{
}

/**
 * plan_field_row_new:
 * @field: a field of projects that people may change
 *
 * Returns: (transfer full): a row for the field, empty until plan_field_row_update()
 */
PlanFieldRow *
plan_field_row_new (PlanDocument *document, PlanId project, PlanFieldId field)
{
  PlanFieldRow *self = g_object_new (PLAN_TYPE_FIELD_ROW, NULL);
  const char *title = g_dgettext (GETTEXT_PACKAGE, plan_field_get (field)->label);

  self->document = g_object_ref (document);
  self->project = project;
  self->field = field;
  self->row = g_object_ref_sink (create_row (self, title));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  create_error_row (self);
  g_object_ref_sink (self->error_row);
  gtk_widget_set_sensitive (self->row, !plan_document_is_read_only (document));
  return self;
}

/**
 * plan_field_row_add_to:
 *
 * Appends the row to a group.
 */
void
plan_field_row_add_to (PlanFieldRow *self, AdwPreferencesGroup *group)
{
  g_return_if_fail (PLAN_IS_FIELD_ROW (self));

  adw_preferences_group_add (group, self->row);
  adw_preferences_group_add (group, self->error_row);
}

/**
 * plan_field_row_set_visible:
 *
 * Shows the row or hides it.
 */
void
plan_field_row_set_visible (PlanFieldRow *self, gboolean visible)
{
  g_return_if_fail (PLAN_IS_FIELD_ROW (self));

  gtk_widget_set_visible (self->row, visible);
}

static void
update_choices (PlanFieldRow *self, const PlanValue *value)
{
  g_autoptr (PlanChoices) choices = list_choices (self);
  PlanId id = value->kind == PLAN_VALUE_INTEGER ? value->integer : PLAN_ID_NONE;

  if (self->choices == NULL || !plan_choices_equal (self->choices, choices))
    {
      g_clear_pointer (&self->choices, plan_choices_free);
      self->choices = g_steal_pointer (&choices);
      adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (self->choices->names));
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), plan_choices_find (self->choices, id));
}

/* What is being typed, or was refused, is not overwritten. */
static void
update_text (PlanFieldRow *self)
{
  g_autofree char *text = plan_project_get_text (plan_document_get_model (self->document), self->project, self->field);
  g_autofree char *typed = get_typed (self);

  if (self->shown != NULL && strcmp (typed, self->shown) != 0)
    return;
  if (g_strcmp0 (self->shown, text) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  set_typed (self, self->shown);
}

/**
 * plan_field_row_update:
 *
 * Shows the value that the field has now.
 */
void
plan_field_row_update (PlanFieldRow *self)
{
  const PlanProject *project = plan_model_get_project (plan_document_get_model (self->document), self->project);
  PlanValue value;

  g_return_if_fail (PLAN_IS_FIELD_ROW (self) && project != NULL);

  value = plan_field_get_value (self->field, project);
  self->updating = TRUE;
  if (is_typed (self))
    update_text (self);
  else if (self->toggle != NULL)
    gtk_switch_set_active (self->toggle, value.integer != 0);
  else
    update_choices (self, &value);
  self->updating = FALSE;
}

/**
 * plan_field_row_apply:
 *
 * Takes what was typed, if it differs from what was shown.
 *
 * Returns: %FALSE when it was refused; the row says why
 */
gboolean
plan_field_row_apply (PlanFieldRow *self)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (PLAN_IS_FIELD_ROW (self), TRUE);

  if (!is_typed (self) || self->shown == NULL ||
      plan_model_get_project (plan_document_get_model (self->document), self->project) == NULL)
    return TRUE;
  typed = get_typed (self);
  if (strcmp (typed, self->shown) == 0)
    {
      show_error (self, NULL);
      return TRUE;
    }
  if (!set_text (self, typed))
    return FALSE;
  /* The value may be written otherwise than it was typed. */
  g_clear_pointer (&self->shown, g_free);
  plan_field_row_update (self);
  return TRUE;
}

/**
 * plan_field_row_get_widget:
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
plan_field_row_get_widget (PlanFieldRow *self)
{
  g_return_val_if_fail (PLAN_IS_FIELD_ROW (self), NULL);

  return self->row;
}
