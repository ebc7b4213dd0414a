/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The work weeks of a calendar and its exceptions in one year, a row for each with buttons that change and delete it.
 */

#include "plan-calendar-lists.h"

#include "plan-alert.h"
#include "plan-calendar-forms.h"
#include "plan-edits.h"
#include "plan-hours.h"
#include "plan-recurrence.h"
#include "plan-text.h"

#include <glib/gi18n-lib.h>

struct _PlanCalendarLists
{
  AdwBin parent_instance;

  PlanDocument *document;
  PlanId calendar;
  int year;
  PlanDay first; /* the selected days, for what is added */
  PlanDay last;
  AdwPreferencesGroup *weeks;
  AdwPreferencesGroup *exceptions;
  GtkWidget *add_week;
  GtkWidget *add_exception;
  GPtrArray *week_rows;
  GPtrArray *exception_rows;
};

G_DEFINE_FINAL_TYPE (PlanCalendarLists, plan_calendar_lists, ADW_TYPE_BIN)

static GtkWindow *
get_window (PlanCalendarLists *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static PlanId
get_id (GtkWidget *button)
{
  return *(PlanId *) g_object_get_data (G_OBJECT (button), "id");
}

static void
add_week_cb (PlanCalendarLists *self)
{
  plan_calendar_ask_week (get_window (self), self->document, self->calendar, PLAN_ID_NONE, self->first, self->last);
}

static void
change_week_cb (PlanCalendarLists *self, GtkWidget *button)
{
  plan_calendar_ask_week (get_window (self), self->document, self->calendar, get_id (button), self->first, self->last);
}

static void
hours_cb (PlanCalendarLists *self, GtkWidget *button)
{
  plan_calendar_ask_hours (get_window (self), self->document, self->calendar, get_id (button));
}

static void
delete_week_cb (PlanCalendarLists *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->add_week);
  if (!plan_edit_week_delete (self->document, get_id (button), &error))
    plan_alert_show (get_window (self), _("The work week could not be deleted"), error->message);
}

static void
add_exception_cb (PlanCalendarLists *self)
{
  plan_calendar_ask_exception (get_window (self), self->document, self->calendar, PLAN_ID_NONE, self->first, self->last);
}

static void
change_exception_cb (PlanCalendarLists *self, GtkWidget *button)
{
  plan_calendar_ask_exception (get_window (self), self->document, self->calendar, get_id (button), self->first, self->last);
}

static void
delete_exception_cb (PlanCalendarLists *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->add_exception);
  if (!plan_edit_exception_delete (self->document, get_id (button), &error))
    plan_alert_show (get_window (self), _("The exception could not be deleted"), error->message);
}

/* What a button does is said with what it does it to. */
static void
add_button (PlanCalendarLists *self, GtkWidget *row, PlanId id, const char *icon, const char *text, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = g_strdup_printf ("%s: %s", text, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_sensitive (button, !plan_document_is_read_only (self->document));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
create_row (const char *name, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL && *name != '\0' ? name : _("Without a name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/* "1 Jun – 31 Aug 2026; Friday 08:00–13:00". */
static char *
describe_week (const PlanWeek *week)
{
  g_autofree char *range = plan_date_range_format (week->start, week->finish);
  GString *text = g_string_new (range);

  for (guint day = 0; day < 7; day++)
    if (week->days[day] != NULL)
      {
        const char *name = plan_field_get (PLAN_FIELD_WEEK_MONDAY + day)->label;
        g_autofree char *hours = plan_hours_to_text (week->days[day]);

        /* Translators: between a range of days or the hours of a weekday and those of the next one */
        g_string_append (text, C_("list", "; "));
        g_string_append_printf (text, "%s %s", g_dgettext (GETTEXT_PACKAGE, name), hours);
      }
  return g_string_free (text, FALSE);
}

static void
append_name (GString *text, PlanFieldId field, int value)
{
  const PlanEnumName *name = plan_enum_by_value (plan_field_get (field)->names, value);

  g_string_append_printf (text, "%s%s", C_("list", "; "), g_dgettext (GETTEXT_PACKAGE, name->label));
}

static char *
describe_exception (const PlanException *exception)
{
  g_autofree char *hours = plan_hours_to_text (exception->hours);
  g_autofree char *days = exception->finish != PLAN_DAY_NONE && exception->occurrences == 0
                            ? plan_date_range_format (exception->start, exception->finish)
                            : plan_date_format (plan_ticks_from_day (exception->start, 0), PLAN_DATE_DAY_YEAR);
  GString *text = g_string_new (days);

  g_string_append_printf (text, "%s%s", C_("list", "; "), hours);
  if (exception->recurrence != PLAN_RECURRENCE_RANGE)
    append_name (text, PLAN_FIELD_EXCEPTION_RECURRENCE, exception->recurrence);
  if (exception->kind != PLAN_EXCEPTION_OTHER)
    append_name (text, PLAN_FIELD_EXCEPTION_KIND, exception->kind);
  return g_string_free (text, FALSE);
}

static gboolean
is_in_year (const PlanException *exception, int year)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PlanDayRange));
  PlanDay first = plan_day_from_civil (year, 1, 1), last = plan_day_from_civil (year, 12, 31);

  plan_recurrence_expand (exception, ranges);
  for (guint i = 0; i < ranges->len; i++)
    if (g_array_index (ranges, PlanDayRange, i).first <= last && g_array_index (ranges, PlanDayRange, i).last >= first)
      return TRUE;
  return FALSE;
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
add_row (AdwPreferencesGroup *group, GPtrArray *rows, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

static void
fill_weeks (PlanCalendarLists *self, const PlanModel *model)
{
  clear_rows (self->weeks, self->week_rows);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_WEEK); i++)
    {
      const PlanWeek *week = plan_model_get_at (model, PLAN_RECORD_WEEK, i);
      g_autofree char *text = NULL;
      GtkWidget *row;

      if (week->calendar != self->calendar || week->start == PLAN_DAY_NONE)
        continue;
      text = describe_week (week);
      row = create_row (week->name, text);
      add_button (self, row, week->id, "preferences-system-time-symbolic", _("Working times"), G_CALLBACK (hours_cb));
      add_button (self, row, week->id, "document-edit-symbolic", _("Change"), G_CALLBACK (change_week_cb));
      add_button (self, row, week->id, "user-trash-symbolic", _("Delete"), G_CALLBACK (delete_week_cb));
      add_row (self->weeks, self->week_rows, row);
    }
}

static int
compare_exceptions (gconstpointer a, gconstpointer b)
{
  const PlanException *left = *(const PlanException *const *) a, *right = *(const PlanException *const *) b;

  return left->start < right->start ? -1 : left->start > right->start;
}

static void
fill_exceptions (PlanCalendarLists *self, const PlanModel *model)
{
  g_autoptr (GPtrArray) exceptions = g_ptr_array_new ();
  /* Translators: heading of a list; %d is a year */
  g_autofree char *title = g_strdup_printf (_("Exceptions in %d"), self->year);

  adw_preferences_group_set_title (self->exceptions, title);
  clear_rows (self->exceptions, self->exception_rows);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_EXCEPTION); i++)
    {
      const PlanException *exception = plan_model_get_at (model, PLAN_RECORD_EXCEPTION, i);

      if (exception->calendar == self->calendar && is_in_year (exception, self->year))
        g_ptr_array_add (exceptions, (gpointer) exception);
    }
  g_ptr_array_sort (exceptions, compare_exceptions);
  for (guint i = 0; i < exceptions->len; i++)
    {
      const PlanException *exception = exceptions->pdata[i];
      g_autofree char *text = describe_exception (exception);
      GtkWidget *row = create_row (exception->name, text);

      add_button (self, row, exception->id, "document-edit-symbolic", _("Change"), G_CALLBACK (change_exception_cb));
      add_button (self, row, exception->id, "user-trash-symbolic", _("Delete"), G_CALLBACK (delete_exception_cb));
      add_row (self->exceptions, self->exception_rows, row);
    }
  adw_preferences_group_set_description (self->exceptions, exceptions->len == 0
                                         ? _("None. Select days in the month and add one.") : NULL);
}

static void
plan_calendar_lists_dispose (GObject *object)
{
  PlanCalendarLists *self = PLAN_CALENDAR_LISTS (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->week_rows, g_ptr_array_unref);
  g_clear_pointer (&self->exception_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (plan_calendar_lists_parent_class)->dispose (object);
}

static void
plan_calendar_lists_class_init (PlanCalendarListsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_calendar_lists_dispose;
}

static GtkWidget *
create_adder (PlanCalendarLists *self, AdwPreferencesGroup *group, const char *text, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, button);
  return button;
}

static void
plan_calendar_lists_init (PlanCalendarLists *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->week_rows = g_ptr_array_new ();
  self->exception_rows = g_ptr_array_new ();
  self->exceptions = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->weeks = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->weeks, _("Work weeks"));
  adw_preferences_group_set_description (self->weeks, _("Other hours for a time, as a summer timetable."));
  self->add_exception = create_adder (self, self->exceptions, _("Add exception…"), G_CALLBACK (add_exception_cb));
  self->add_week = create_adder (self, self->weeks, _("Add work week…"), G_CALLBACK (add_week_cb));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->exceptions));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->weeks));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * plan_calendar_lists_new:
 *
 * Returns: (transfer floating): lists of no calendar yet
 */
GtkWidget *
plan_calendar_lists_new (PlanDocument *document)
{
  PlanCalendarLists *self = g_object_new (PLAN_TYPE_CALENDAR_LISTS, NULL);

  self->document = g_object_ref (document);
  gtk_widget_set_sensitive (self->add_week, !plan_document_is_read_only (document));
  gtk_widget_set_sensitive (self->add_exception, !plan_document_is_read_only (document));
  return GTK_WIDGET (self);
}

/**
 * plan_calendar_lists_set:
 * @calendar: a calendar of the office
 * @year: exceptions of this year are listed
 * @first: the first day that a new one is offered; @last: the last one
 */
void
plan_calendar_lists_set (PlanCalendarLists *self, PlanId calendar, int year, PlanDay first, PlanDay last)
{
  const PlanModel *model = plan_document_get_model (self->document);

  g_return_if_fail (PLAN_IS_CALENDAR_LISTS (self));

  self->calendar = calendar;
  self->year = year;
  self->first = first;
  self->last = last;
  fill_weeks (self, model);
  fill_exceptions (self, model);
}
