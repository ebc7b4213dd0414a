/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendars of the office: a list with those that people have of their own, and beside it the one that is chosen. From
 * here calendars are made, copied and deleted, and the holidays of a year are taken in.
 */

#include "plan-calendar-window.h"

#include "plan-alert.h"
#include "plan-calendar-editor.h"
#include "plan-calendar-forms.h"
#include "plan-file-picker.h"
#include "plan-project-choices.h"
#include "plan-shipped-years.h"
#include "plan-year-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIST_WIDTH 220

struct _PlanCalendarWindow
{
  AdwWindow parent_instance;

  PlanDocument *document;
  GtkListBox *list;
  PlanCalendarEditor *editor;
  GPtrArray *years; /* of PlanHolidays: the shipped ones */
};

G_DEFINE_FINAL_TYPE (PlanCalendarWindow, plan_calendar_window, ADW_TYPE_WINDOW)

static PlanId
get_row_id (gpointer row)
{
  return *(PlanId *) g_object_get_data (G_OBJECT (row), "id");
}

static void
select_calendar (PlanCalendarWindow *self, PlanId calendar)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_row_id (row) == calendar)
      gtk_list_box_select_row (self->list, row);
}

static void
selected_cb (PlanCalendarWindow *self, GtkListBoxRow *row)
{
  if (row != NULL && get_row_id (row) != plan_calendar_editor_get_calendar (self->editor))
    plan_calendar_editor_set_calendar (self->editor, get_row_id (row));
}

static void
append_row (PlanCalendarWindow *self, const PlanCalendar *calendar, const char *name, const char *below)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *label = gtk_label_new (name);
  GtkWidget *second = gtk_label_new (below);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "secondary");
  gtk_widget_set_visible (second, *below != '\0');
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), second);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, *below != '\0' ? below : NULL);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&calendar->id, sizeof calendar->id), g_free);
  gtk_list_box_append (self->list, row);
}

/* "Based on Standard", "Person's own calendar", and who uses it. */
static char *
describe (const PlanModel *model, const PlanCalendar *calendar)
{
  const PlanCalendar *parent = plan_model_get_calendar (model, calendar->parent);
  g_autofree char *uses = plan_calendar_describe_uses (model, calendar->id);

  if (!calendar->base)
    return g_strdup (_("Calendar of one person"));
  if (parent != NULL)
    /* Translators: %s is the name of a calendar */
    return g_strdup_printf (_("Based on “%s”"), parent->name != NULL ? parent->name : "");
  if (uses != NULL)
    /* Translators: %s is a list of projects, tasks and people */
    return g_strdup_printf (_("Used by %s"), uses);
  return g_strdup (_("Not used"));
}

static int
compare_calendars (gconstpointer a, gconstpointer b)
{
  const PlanCalendar *left = *(const PlanCalendar *const *) a, *right = *(const PlanCalendar *const *) b;

  if (left->base != right->base)
    return left->base ? -1 : 1;
  return g_utf8_collate (left->name != NULL ? left->name : "", right->name != NULL ? right->name : "");
}

static GPtrArray *
list_calendars (const PlanModel *model)
{
  GPtrArray *calendars = g_ptr_array_new ();

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CALENDAR); i++)
    g_ptr_array_add (calendars, (gpointer) plan_model_get_at (model, PLAN_RECORD_CALENDAR, i));
  g_ptr_array_sort (calendars, compare_calendars);
  return calendars;
}

static void
fill (PlanCalendarWindow *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  PlanId shown = plan_calendar_editor_get_calendar (self->editor);
  g_autoptr (GPtrArray) calendars = list_calendars (model);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < calendars->len; i++)
    {
      const PlanCalendar *calendar = calendars->pdata[i];
      g_autofree char *below = describe (model, calendar);

      append_row (self, calendar, calendar->name != NULL ? calendar->name : "", below);
    }
  if (plan_model_get_calendar (model, shown) == NULL && calendars->len > 0)
    shown = ((const PlanCalendar *) calendars->pdata[0])->id;
  select_calendar (self, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), calendars->len > 0);
}

static void
update_actions (PlanCalendarWindow *self)
{
  static const char *const names[] = { "calendar.copy", "calendar.derive", "calendar.delete", "calendar.add-year",
                                       "calendar.add-file" };
  static const char *const makers[] = { "calendar.new", "calendar.person" };
  gboolean writable = !plan_document_is_read_only (self->document);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i],
                                   writable && plan_calendar_editor_get_calendar (self->editor) != PLAN_ID_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), makers[i], writable);
}

static void
document_changed_cb (PlanCalendarWindow *self)
{
  fill (self);
  update_actions (self);
}

/* A form may be open longer than this window: it is its child and goes with it. */
static void
made_cb (PlanId calendar, gpointer data)
{
  select_calendar (data, calendar);
}

/* What can be made, by the parameter of the action. */
static const struct
{
  const char *key;
  const char *name;
  PlanWeekPattern week;
  gboolean holidays;
} kinds[] = {
  { "standard", NC_("calendar", "Standard"), PLAN_WEEK_STANDARD, FALSE },
  { "24-hours", NC_("calendar", "24 hours"), PLAN_WEEK_ROUND_THE_CLOCK, FALSE },
  { "night", NC_("calendar", "Night shift"), PLAN_WEEK_NIGHT_SHIFT, FALSE },
  { "china", NC_("calendar", "China"), PLAN_WEEK_STANDARD, TRUE },
};

static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlanCalendarWindow *self = PLAN_CALENDAR_WINDOW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].key, g_variant_get_string (parameter, NULL)) == 0)
      {
        PlanNewCalendar what = { .name = g_dpgettext2 (GETTEXT_PACKAGE, "calendar", kinds[i].name), .week = kinds[i].week,
                                 .years = kinds[i].holidays ? self->years : NULL };

        plan_calendar_ask_new (GTK_WINDOW (self), self->document, &what, made_cb, self);
      }
}

static void
derive_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlanCalendarWindow *self = PLAN_CALENDAR_WINDOW (widget);
  PlanNewCalendar what = { .name = "", .week = PLAN_WEEK_AS_PARENT, .parent = plan_calendar_editor_get_calendar (self->editor) };

  plan_calendar_ask_new (GTK_WINDOW (self), self->document, &what, made_cb, self);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlanCalendarWindow *self = PLAN_CALENDAR_WINDOW (widget);

  plan_calendar_ask_copy (GTK_WINDOW (self), self->document, plan_calendar_editor_get_calendar (self->editor), made_cb, self);
}

static void
person_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlanCalendarWindow *self = PLAN_CALENDAR_WINDOW (widget);

  plan_calendar_ask_person (GTK_WINDOW (self), self->document, made_cb, self);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlanCalendarWindow *self = PLAN_CALENDAR_WINDOW (widget);
  PlanId calendar = plan_calendar_editor_get_calendar (self->editor);
  g_autofree char *uses = plan_calendar_describe_uses (plan_document_get_model (self->document), calendar);
  g_autoptr (GError) error = NULL;

  if (uses != NULL)
    plan_calendar_ask_replacement (GTK_WINDOW (self), self->document, calendar, made_cb, self);
  else if (!plan_edit_calendar_delete (self->document, calendar, PLAN_ID_NONE, &error))
    plan_alert_show (GTK_WINDOW (self), _("The calendar could not be deleted"), error->message);
}

static void
show_year (PlanCalendarWindow *self, PlanHolidays *holidays)
{
  gtk_window_present (plan_year_window_new (GTK_WINDOW (self), self->document,
                                            plan_calendar_editor_get_calendar (self->editor), holidays));
}

static void
add_year_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_year (PLAN_CALENDAR_WINDOW (widget), plan_shipped_years_open (g_variant_get_string (parameter, NULL)));
}

/* Such files are small; a large one is refused by its size before it is read. */
static PlanHolidays *
read_file (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *data = g_malloc (2 * 1024 * 1024);
  gsize length;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), data, 2 * 1024 * 1024, &length, NULL, error))
    return NULL;
  return plan_holidays_read (data, length, error);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlanCalendarWindow) self = data;
  g_autoptr (GListModel) files = plan_file_picker_open_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autoptr (GError) error = NULL;
  PlanHolidays *holidays;

  if (file == NULL || self->document == NULL)
    return;
  holidays = read_file (file, &error);
  if (holidays != NULL)
    show_year (self, holidays);
  else
    plan_alert_show (GTK_WINDOW (self), _("The holidays could not be read"), error->message);
}

static void
add_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Holidays: JSON, CSV, iCalendar"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "ics");
  g_list_store_append (filters, filter);
  g_object_unref (filter);
  plan_file_picker_open_async (GTK_WINDOW (widget), _("Add holidays"), G_LIST_MODEL (filters), FALSE, file_chosen_cb,
                               g_object_ref (widget));
  g_object_unref (filters);
}

/* Undo and redo are those of the window of the office; a reference to it would keep both alive. */
static void
step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), strcmp (action, "calendar.undo") == 0 ? "win.undo" : "win.redo", NULL);
}

static void
plan_calendar_window_dispose (GObject *object)
{
  PlanCalendarWindow *self = PLAN_CALENDAR_WINDOW (object);

  g_clear_object (&self->document);
  G_OBJECT_CLASS (plan_calendar_window_parent_class)->dispose (object);
}

static void
plan_calendar_window_finalize (GObject *object)
{
  g_ptr_array_unref (PLAN_CALENDAR_WINDOW (object)->years);
  G_OBJECT_CLASS (plan_calendar_window_parent_class)->finalize (object);
}

static void
plan_calendar_window_class_init (PlanCalendarWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_calendar_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_calendar_window_finalize;
  gtk_widget_class_install_action (widget_class, "calendar.new", "s", new_cb);
  gtk_widget_class_install_action (widget_class, "calendar.derive", NULL, derive_cb);
  gtk_widget_class_install_action (widget_class, "calendar.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "calendar.person", NULL, person_cb);
  gtk_widget_class_install_action (widget_class, "calendar.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "calendar.add-year", "s", add_year_cb);
  gtk_widget_class_install_action (widget_class, "calendar.add-file", NULL, add_file_cb);
  gtk_widget_class_install_action (widget_class, "calendar.undo", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "calendar.redo", NULL, step_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "calendar.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "calendar.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "calendar.new", "s", "standard");
}

static GMenuModel *
create_new_menu (void)
{
  GMenu *menu = g_menu_new (), *kinds_section = g_menu_new (), *others = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *action = g_strdup_printf ("calendar.new::%s", kinds[i].key);

      g_menu_append (kinds_section, g_dpgettext2 (GETTEXT_PACKAGE, "calendar", kinds[i].name), action);
    }
  g_menu_append (others, _("Based on the shown one"), "calendar.derive");
  g_menu_append (others, _("Copy of the shown one"), "calendar.copy");
  g_menu_append (others, _("Calendar of a person…"), "calendar.person");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds_section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  g_object_unref (kinds_section);
  g_object_unref (others);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_year_menu (void)
{
  g_autoptr (GPtrArray) names = plan_shipped_years_list ();
  GMenu *menu = g_menu_new (), *shipped = g_menu_new (), *files = g_menu_new ();

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *action = g_strdup_printf ("calendar.add-year::%s", (const char *) names->pdata[i]);
      /* Translators: %d is a year */
      g_autofree char *label = g_strdup_printf (C_("calendar", "China %d"),
                                                atoi ((const char *) names->pdata[i] + strlen ("cn-")));

      g_menu_append (shipped, label, action);
    }
  g_menu_append (files, _("From a file…"), "calendar.add-file");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shipped));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_object_unref (shipped);
  g_object_unref (files);
  return G_MENU_MODEL (menu);
}

static void
add_menu (GtkWidget *header, const char *label, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);
  g_object_unref (menu);
}

static GtkWidget *
create_header (void)
{
  GtkWidget *header = adw_header_bar_new (), *trash = gtk_button_new_from_icon_name ("user-trash-symbolic");

  add_menu (header, C_("button", "New"), create_new_menu ());
  add_menu (header, C_("button", "Add a year"), create_year_menu ());
  gtk_actionable_set_action_name (GTK_ACTIONABLE (trash), "calendar.delete");
  gtk_widget_set_tooltip_text (trash, _("Delete the calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (trash), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete the calendar"), -1);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), trash);
  return header;
}

static void
plan_calendar_window_init (PlanCalendarWindow *self)
{
  self->years = plan_shipped_years_read ();
}

/**
 * plan_calendar_window_new:
 * @parent: the window of the office; its undo and redo are this window's, too
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_calendar_window_new (GtkWindow *parent, PlanDocument *document)
{
  PlanCalendarWindow *self = g_object_new (PLAN_TYPE_CALENDAR_WINDOW, "transient-for", parent, "destroy-with-parent",
                                           TRUE, "title", _("Calendars"),
                                           "default-width", 860, "default-height", 700, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->document = g_object_ref (document);
  self->editor = PLAN_CALENDAR_EDITOR (plan_calendar_editor_new (document));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendars"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scrolled, 160, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), scrolled);
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->editor));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), LIST_WIDTH);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_box_append (GTK_BOX (box), create_header ());
  gtk_box_append (GTK_BOX (box), paned);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  document_changed_cb (self);
  return GTK_WINDOW (self);
}

/**
 * plan_calendar_window_show:
 * @calendar: the calendar to show
 * @day: the day whose month is shown
 */
void
plan_calendar_window_show (PlanCalendarWindow *self, PlanId calendar, PlanDay day)
{
  g_return_if_fail (PLAN_IS_CALENDAR_WINDOW (self));

  select_calendar (self, calendar);
  plan_calendar_editor_show_day (self->editor, day);
}
