/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The status date of a project: up to which day what is done has been entered. A button that opens a calendar, with today
 * and no date at all as buttons of their own.
 */

#include "plan-status-date.h"

#include "plan-edits.h"

#include <glib/gi18n-lib.h>

struct _PlanStatusDate
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *calendar;
  GtkWidget *none;
  GtkWidget *reason;

  PlanDocument *document;
  PlanId project;
  gboolean narrow;
  gboolean filling;
  int page; /* the month that the calendar shows, counted from the year 0 */
};

G_DEFINE_FINAL_TYPE (PlanStatusDate, plan_status_date, GTK_TYPE_WIDGET)

static const PlanProject *
get_project (PlanStatusDate *self)
{
  return self->document != NULL ? plan_model_get_project (plan_document_get_model (self->document), self->project) : NULL;
}

static void
update (PlanStatusDate *self)
{
  const PlanProject *project = get_project (self);
  g_autofree char *date = project != NULL ? plan_date_format (project->status_date, self->narrow ? PLAN_DATE_DAY : PLAN_DATE_DAY_YEAR) : NULL;
  g_autofree char *markup = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), project != NULL);
  if (project == NULL)
    return;
  if (*date == '\0')
    markup = g_strdup (C_("status strip", "No status date"));
  else if (self->narrow)
    /* Translators: status strip of narrow windows; %s is a date; keep the <b> around it */
    markup = g_strdup_printf (C_("status strip", "Status <b>%s</b>"), date);
  else
    markup = g_strdup_printf (C_("status strip", "Status date <b>%s</b>"), date);
  gtk_label_set_markup (GTK_LABEL (self->label), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->label)), -1);
  gtk_widget_set_sensitive (self->button, !plan_document_is_read_only (self->document));
  gtk_widget_set_sensitive (self->none, *date != '\0');
}

static void
take (PlanStatusDate *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (plan_edit_set_text (self->document, PLAN_FIELD_PROJECT_STATUS_DATE, self->project, text, &error))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else
    gtk_label_set_label (GTK_LABEL (self->reason), error->message);
  gtk_widget_set_visible (self->reason, error != NULL);
}

static void
take_day (PlanStatusDate *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  take (self, text);
}

static int
get_page (PlanStatusDate *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));

  return g_date_time_get_year (date) * 12 + g_date_time_get_month (date);
}

static void
page_turned_cb (PlanStatusDate *self)
{
  self->page = get_page (self);
}

/* Turning the pages of the calendar moves the day along, but then nobody chose it. */
static void
day_selected_cb (GtkCalendar *calendar, PlanStatusDate *self)
{
  gboolean is_turned = get_page (self) != self->page;

  self->page = get_page (self);
  if (!self->filling && !is_turned)
    take_day (self);
}

static void
today_cb (GtkButton *button, PlanStatusDate *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%d");

  take (self, text);
}

static void
none_cb (GtkButton *button, PlanStatusDate *self)
{
  take (self, NULL);
}

static void
select_day (PlanStatusDate *self, GDateTime *date)
{
  self->filling = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  self->page = get_page (self);
  self->filling = FALSE;
}

/* GtkCalendar's own keyboard mark does not begin at the chosen day, so its keys are handled here. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanStatusDate *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autoptr (GDateTime) other = NULL;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      other = g_date_time_add_days (date, key == GDK_KEY_Left ? -1 : 1);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      other = g_date_time_add_days (date, key == GDK_KEY_Up ? -7 : 7);
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      other = g_date_time_add_months (date, key == GDK_KEY_Page_Up ? -1 : 1);
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      take_day (self);
      return TRUE;
    default:
      return FALSE;
    }
  select_day (self, other);
  return TRUE;
}

static void
show_cb (GtkWidget *popover, PlanStatusDate *self)
{
  const PlanProject *project = get_project (self);
  g_autofree char *iso = plan_ticks_format_iso (project != NULL && plan_ticks_is_valid (project->status_date) ? project->status_date : plan_ticks_now ());
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (iso, zone);

  gtk_widget_set_visible (self->reason, FALSE);
  if (date != NULL)
    select_day (self, date);
  gtk_widget_grab_focus (self->calendar);
}

static void
plan_status_date_dispose (GObject *object)
{
  PlanStatusDate *self = PLAN_STATUS_DATE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (plan_status_date_parent_class)->dispose (object);
}

static void
plan_status_date_class_init (PlanStatusDateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_status_date_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_button (GtkWidget *box, const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_popover (PlanStatusDate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *const turns[] = { "next-month", "prev-month", "next-year", "prev-year" };
  GtkWidget *today;

  self->calendar = gtk_calendar_new ();
  self->popover = gtk_popover_new ();
  self->reason = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->reason), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->reason), 30);
  gtk_widget_add_css_class (self->reason, "reason");
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), buttons);
  today = add_button (buttons, C_("status date", "Today"));
  self->none = add_button (buttons, C_("status date", "None"));
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->calendar, keys);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    g_signal_connect_object (self->calendar, turns[i], G_CALLBACK (page_turned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "clicked", G_CALLBACK (today_cb), self, 0);
  g_signal_connect_object (self->none, "clicked", G_CALLBACK (none_cb), self, 0);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (show_cb), self, G_CONNECT_AFTER);
}

static void
plan_status_date_init (PlanStatusDate *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (line), self->label);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), line);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _("Up to when what is done has been entered"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  add_popover (self);
}

/**
 * plan_status_date_set_project:
 * @document: (nullable): the office, or %NULL to show nothing
 * @project: a project of it
 *
 * Shows the status date of a project and follows it.
 */
void
plan_status_date_set_project (PlanStatusDate *self, PlanDocument *document, PlanId project)
{
  g_return_if_fail (PLAN_IS_STATUS_DATE (self));

  if (self->document != document)
    {
      if (self->document != NULL)
        g_signal_handlers_disconnect_by_func (self->document, update, self);
      g_set_object (&self->document, document);
      if (document != NULL)
        g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  self->project = project;
  update (self);
}

/**
 * plan_status_date_set_narrow:
 * @narrow: whether fewer words are to be used
 */
void
plan_status_date_set_narrow (PlanStatusDate *self, gboolean narrow)
{
  g_return_if_fail (PLAN_IS_STATUS_DATE (self));

  self->narrow = narrow;
  update (self);
}

/**
 * plan_status_date_choose:
 * @text: (nullable): a date as people type it, or %NULL for none
 *
 * Does what choosing a day does.
 */
void
plan_status_date_choose (PlanStatusDate *self, const char *text)
{
  g_return_if_fail (PLAN_IS_STATUS_DATE (self) && get_project (self) != NULL);

  take (self, text);
}
