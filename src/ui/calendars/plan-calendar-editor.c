/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One calendar: a month of it, its name and base calendar, the hours of its usual week, its exceptions and work weeks. Each
 * change is an edit as soon as it is made; the editor follows the office, so that undo is seen here, too.
 */

#include "plan-calendar-editor.h"

#include "plan-calendar-forms.h"
#include "plan-calendar-lists.h"
#include "plan-edits.h"
#include "plan-hours.h"
#include "plan-month-view.h"
#include "plan-project-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlanCalendarEditor
{
  AdwBin parent_instance;

  PlanDocument *document;
  PlanId calendar;
  PlanMonthView *month;
  GtkLabel *day;
  GtkWidget *name;
  GtkWidget *base;
  GtkWidget *days[7];
  GtkWidget *resets[7];
  GtkLabel *reason;
  AdwPreferencesGroup *week;
  PlanCalendarLists *lists;
  PlanChoices *choices;
  PlanWorktime *worktime;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PlanCalendarEditor, plan_calendar_editor, ADW_TYPE_BIN)

static const PlanCalendar *
get_calendar (PlanCalendarEditor *self)
{
  return self->document != NULL ? plan_model_get_calendar (plan_document_get_model (self->document), self->calendar) : NULL;
}

static void
show_reason (PlanCalendarEditor *self, const GError *error)
{
  gtk_label_set_label (self->reason, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), error != NULL);
}

/* The hours of a weekday, and the calendar that says so. */
static const char *
find_hours (const PlanModel *model, PlanId calendar, guint day, PlanId *by)
{
  for (guint depth = 0; calendar != PLAN_ID_NONE && depth < PLAN_CALENDAR_MAX_DEPTH; depth++)
    {
      const PlanWeek *week = plan_calendar_find_week (model, calendar, PLAN_ID_NONE);

      *by = calendar;
      if (week != NULL && week->days[day] != NULL)
        return week->days[day];
      calendar = plan_model_get_calendar (model, calendar)->parent;
    }
  return "";
}

static char *
get_shown_hours (PlanCalendarEditor *self, guint day)
{
  PlanId by = self->calendar;

  return plan_hours_to_text (find_hours (plan_document_get_model (self->document), self->calendar, day, &by));
}

static void
set_entry (GtkWidget *row, const char *text)
{
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
update_days (PlanCalendarEditor *self, const PlanModel *model)
{
  for (guint day = 0; day < 7; day++)
    {
      PlanId by = self->calendar;
      g_autofree char *hours = plan_hours_to_text (find_hours (model, self->calendar, day, &by)), *title = NULL;
      const char *name = g_dgettext (GETTEXT_PACKAGE, plan_field_get (PLAN_FIELD_WEEK_MONDAY + day)->label);

      if (by != self->calendar)
        /* Translators: %1$s is a weekday, %2$s the calendar from which it has its hours */
        title = g_strdup_printf (C_("calendar", "%1$s, as in %2$s"), name, plan_model_get_calendar (model, by)->name);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->days[day]), title != NULL ? title : name);
      set_entry (self->days[day], hours);
      gtk_widget_set_visible (self->resets[day], get_calendar (self)->parent != PLAN_ID_NONE && by == self->calendar);
    }
}

/* Itself and what is derived from it are no base for a calendar. */
static gboolean
can_be_base (const PlanModel *model, PlanId calendar, PlanId of)
{
  for (guint depth = 0; calendar != PLAN_ID_NONE && depth < PLAN_CALENDAR_MAX_DEPTH; depth++)
    {
      if (calendar == of)
        return FALSE;
      calendar = plan_model_get_calendar (model, calendar)->parent;
    }
  return TRUE;
}

static void
update_base (PlanCalendarEditor *self, const PlanModel *model)
{
  g_autoptr (PlanChoices) all = plan_choices_new_calendars (model, PLAN_ID_NONE);
  PlanChoices *choices = plan_choices_new ();

  plan_choices_add (choices, PLAN_ID_NONE, C_("base calendar", "None"));
  for (guint i = 0; i < all->ids->len; i++)
    if (can_be_base (model, plan_choices_get (all, i), self->calendar))
      plan_choices_add (choices, plan_choices_get (all, i), gtk_string_list_get_string (all->names, i));
  if (self->choices == NULL || !plan_choices_equal (self->choices, choices))
    adw_combo_row_set_model (ADW_COMBO_ROW (self->base), G_LIST_MODEL (choices->names));
  g_clear_pointer (&self->choices, plan_choices_free);
  self->choices = choices;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->base), plan_choices_find (choices, get_calendar (self)->parent));
}

static void
update_selection (PlanCalendarEditor *self)
{
  PlanDay first, last;

  if (self->calendar == PLAN_ID_NONE)
    return;
  plan_month_view_get_selection (self->month, &first, &last);
  if (self->worktime != NULL && first >= PLAN_DAY_MIN && last <= PLAN_DAY_MAX)
    {
      g_autofree char *text = plan_month_view_describe (self->worktime, last);

      gtk_label_set_label (self->day, text);
    }
  plan_calendar_lists_set (self->lists, self->calendar, plan_month_view_get_year (self->month), first, last);
}

static void
update (PlanCalendarEditor *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  const PlanCalendar *calendar = get_calendar (self);

  if (calendar == NULL)
    return;
  self->updating = TRUE;
  g_clear_pointer (&self->worktime, plan_worktime_unref);
  self->worktime = plan_worktime_new_from_model (model, self->calendar, NULL);
  plan_month_view_set_worktime (self->month, self->worktime);
  set_entry (self->name, calendar->name != NULL ? calendar->name : "");
  gtk_widget_set_visible (self->name, calendar->base);
  update_base (self, model);
  update_days (self, model);
  update_selection (self);
  self->updating = FALSE;
}

static void
document_changed_cb (PlanCalendarEditor *self)
{
  update (self);
}

static void
apply_name (PlanCalendarEditor *self)
{
  const PlanCalendar *calendar = get_calendar (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->name));
  g_autoptr (GError) error = NULL;

  if (calendar == NULL || !calendar->base || g_strcmp0 (text, calendar->name) == 0)
    return;
  plan_edit_calendar_rename (self->document, self->calendar, text, &error);
  show_reason (self, error);
}

static guint
find_day (PlanCalendarEditor *self, gpointer widget)
{
  guint day = 0;

  while (day < 6 && self->days[day] != widget && self->resets[day] != widget)
    day++;
  return day;
}

static void
apply_day (PlanCalendarEditor *self, GtkWidget *row)
{
  guint day = find_day (self, row);
  g_autofree char *shown = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;

  if (get_calendar (self) == NULL)
    return;
  shown = get_shown_hours (self, day);
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  if (strcmp (shown, text) == 0)
    return;
  plan_edit_calendar_set_hours (self->document, self->calendar, PLAN_ID_NONE, 1u << day, text, &error);
  show_reason (self, error);
}

static void
left_cb (PlanCalendarEditor *self, GtkEventController *focus)
{
  GtkWidget *row = gtk_event_controller_get_widget (focus);

  if (row == self->name)
    apply_name (self);
  else
    apply_day (self, row);
}

static void
reset_cb (PlanCalendarEditor *self, GtkWidget *button)
{
  guint day = find_day (self, button);
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->days[day]);
  plan_edit_calendar_set_hours (self->document, self->calendar, PLAN_ID_NONE, 1u << day, NULL, &error);
  show_reason (self, error);
}

static void
base_cb (PlanCalendarEditor *self)
{
  guint index = adw_combo_row_get_selected (ADW_COMBO_ROW (self->base));
  PlanId id;
  g_autoptr (GError) error = NULL;

  if (self->updating || index == GTK_INVALID_LIST_POSITION || get_calendar (self) == NULL)
    return;
  id = plan_choices_get (self->choices, index);
  if (id == get_calendar (self)->parent)
    return;
  plan_edit_set (self->document, PLAN_FIELD_CALENDAR_PARENT, self->calendar,
                 id != PLAN_ID_NONE ? &PLAN_VALUE_OF_INTEGER (id) : &PLAN_VALUE_OF_NULL,
                 &error);
  show_reason (self, error);
  update (self);
}

static void
several_cb (PlanCalendarEditor *self)
{
  plan_calendar_ask_hours (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document, self->calendar, PLAN_ID_NONE);
}

static void
activated_cb (PlanCalendarEditor *self)
{
  PlanDay first, last;

  if (plan_document_is_read_only (self->document))
    return;
  plan_month_view_get_selection (self->month, &first, &last);
  plan_calendar_ask_exception (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document, self->calendar,
                               PLAN_ID_NONE, first, last);
}

static void
plan_calendar_editor_dispose (GObject *object)
{
  PlanCalendarEditor *self = PLAN_CALENDAR_EDITOR (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->choices, plan_choices_free);
  g_clear_pointer (&self->worktime, plan_worktime_unref);
  self->calendar = PLAN_ID_NONE;
  G_OBJECT_CLASS (plan_calendar_editor_parent_class)->dispose (object);
}

static void
plan_calendar_editor_class_init (PlanCalendarEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_calendar_editor_dispose;
}

static GtkWidget *
create_entry (PlanCalendarEditor *self, GCallback apply)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_signal_connect_object (row, "entry-activated", apply, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  return row;
}

static void
add_day (PlanCalendarEditor *self, guint day)
{
  GtkWidget *reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  self->days[day] = create_entry (self, G_CALLBACK (apply_day));
  self->resets[day] = reset;
  gtk_widget_add_css_class (reset, "flat");
  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (reset, _("As in the base calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reset), GTK_ACCESSIBLE_PROPERTY_LABEL, _("As in the base calendar"), -1);
  g_signal_connect_object (reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->days[day]), reset);
  adw_preferences_group_add (self->week, self->days[day]);
}

static GtkWidget *
create_general (PlanCalendarEditor *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->name = create_entry (self, G_CALLBACK (apply_name));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Name"));
  self->base = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->base), _("Base calendar"));
  g_signal_connect_object (self->base, "notify::selected", G_CALLBACK (base_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->base);
  return group;
}

static GtkWidget *
create_week (PlanCalendarEditor *self)
{
  GtkWidget *several = gtk_button_new_with_label (_("Several days…"));

  self->week = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->week, _("Usual week"));
  gtk_widget_add_css_class (several, "flat");
  gtk_widget_set_valign (several, GTK_ALIGN_CENTER);
  g_signal_connect_object (several, "clicked", G_CALLBACK (several_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->week, several);
  for (guint day = 0; day < 7; day++)
    add_day (self, day);
  return GTK_WIDGET (self->week);
}

static GtkWidget *
create_month (PlanCalendarEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->month = PLAN_MONTH_VIEW (plan_month_view_new ());
  self->day = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->day, 0);
  gtk_label_set_wrap (self->day, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->month));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->day));
  g_signal_connect_object (self->month, "selected", G_CALLBACK (update_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->month, "turned", G_CALLBACK (update_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->month, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
plan_calendar_editor_init (PlanCalendarEditor *self)
{
  self->reason = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL));
  gtk_label_set_wrap (self->reason, TRUE);
  gtk_label_set_xalign (self->reason, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "reason");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
}

/**
 * plan_calendar_editor_new:
 *
 * Returns: (transfer floating): an editor without a calendar
 */
GtkWidget *
plan_calendar_editor_new (PlanDocument *document)
{
  PlanCalendarEditor *self = g_object_new (PLAN_TYPE_CALENDAR_EDITOR, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gboolean writable = !plan_document_is_read_only (document);

  self->document = g_object_ref (document);
  self->lists = PLAN_CALENDAR_LISTS (plan_calendar_lists_new (document));
  gtk_box_append (GTK_BOX (box), create_month (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (box), create_general (self));
  gtk_box_append (GTK_BOX (box), create_week (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lists));
  gtk_widget_add_css_class (box, "calendar-editor");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_widget_set_sensitive (self->name, writable);
  gtk_widget_set_sensitive (self->base, writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->week), writable);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * plan_calendar_editor_set_calendar:
 * @calendar: the calendar that is edited from now on
 */
void
plan_calendar_editor_set_calendar (PlanCalendarEditor *self, PlanId calendar)
{
  g_return_if_fail (PLAN_IS_CALENDAR_EDITOR (self));

  self->calendar = calendar;
  show_reason (self, NULL);
  update (self);
}

/**
 * plan_calendar_editor_get_calendar:
 *
 * Returns: the calendar that is edited, or %PLAN_ID_NONE
 */
PlanId
plan_calendar_editor_get_calendar (PlanCalendarEditor *self)
{
  g_return_val_if_fail (PLAN_IS_CALENDAR_EDITOR (self), PLAN_ID_NONE);

  return self->calendar;
}

/**
 * plan_calendar_editor_show_day:
 *
 * Shows the month of the day and selects the day.
 */
void
plan_calendar_editor_show_day (PlanCalendarEditor *self, PlanDay day)
{
  g_return_if_fail (PLAN_IS_CALENDAR_EDITOR (self));

  plan_month_view_show_day (self->month, day);
}
