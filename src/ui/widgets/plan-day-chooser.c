/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A calendar that tells apart what GtkCalendar does not: a day that somebody chose, and one that came along when the pages
 * were turned or the keys moved. GtkCalendar's own keyboard mark does not begin at the chosen day, so keys are handled here.
 */

#include "plan-day-chooser.h"

struct _PlanDayChooser
{
  GtkWidget parent_instance;

  GtkWidget *calendar;
  int month; /* that the calendar shows, counted from the year 0 */
  gboolean moving;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlanDayChooser, plan_day_chooser, GTK_TYPE_WIDGET)

static int
get_month (PlanDayChooser *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));

  return g_date_time_get_year (date) * 12 + g_date_time_get_month (date);
}

static void
move_to (PlanDayChooser *self, GDateTime *date)
{
  if (date == NULL)
    return;
  self->moving = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  self->month = get_month (self);
  self->moving = FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanDayChooser *self)
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
      g_signal_emit (self, signals[CHOSEN], 0);
      return TRUE;
    default:
      return FALSE;
    }
  move_to (self, other);
  return TRUE;
}

static void
page_turned_cb (PlanDayChooser *self)
{
  self->month = get_month (self);
}

/* Turning the pages moves the day along, but then nobody chose it. */
static void
day_selected_cb (PlanDayChooser *self)
{
  gboolean is_turned = get_month (self) != self->month;

  self->month = get_month (self);
  if (!self->moving && !is_turned)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
plan_day_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLAN_DAY_CHOOSER (widget)->calendar);
}

static void
plan_day_chooser_dispose (GObject *object)
{
  g_clear_pointer (&PLAN_DAY_CHOOSER (object)->calendar, gtk_widget_unparent);
  G_OBJECT_CLASS (plan_day_chooser_parent_class)->dispose (object);
}

static void
plan_day_chooser_class_init (PlanDayChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_day_chooser_dispose;
  widget_class->grab_focus = plan_day_chooser_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * PlanDayChooser::chosen:
   *
   * A day was clicked, or the present one confirmed by a key.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plan_day_chooser_init (PlanDayChooser *self)
{
  const char *const turns[] = { "next-month", "prev-month", "next-year", "prev-year" };
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->calendar = gtk_calendar_new ();
  gtk_widget_set_parent (self->calendar, GTK_WIDGET (self));
  self->month = get_month (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->calendar, keys);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    g_signal_connect_object (self->calendar, turns[i], G_CALLBACK (page_turned_cb), self, G_CONNECT_SWAPPED);
}

/**
 * plan_day_chooser_new:
 *
 * Returns: (transfer floating): a calendar on which today is marked
 */
GtkWidget *
plan_day_chooser_new (void)
{
  return g_object_new (PLAN_TYPE_DAY_CHOOSER, NULL);
}

/**
 * plan_day_chooser_get_day:
 *
 * Returns: the marked day
 */
PlanDay
plan_day_chooser_get_day (PlanDayChooser *self)
{
  g_autoptr (GDateTime) date = NULL;

  g_return_val_if_fail (PLAN_IS_DAY_CHOOSER (self), 0);

  date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  return plan_day_from_civil (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}

/**
 * plan_day_chooser_set_day:
 * @day: to be marked and shown; nobody is told
 */
void
plan_day_chooser_set_day (PlanDayChooser *self, PlanDay day)
{
  g_autoptr (GDateTime) date = NULL;
  PlanCivil civil;

  g_return_if_fail (PLAN_IS_DAY_CHOOSER (self));

  plan_day_to_civil (day, &civil);
  date = g_date_time_new_local (civil.year, civil.month, civil.day, 0, 0, 0);
  move_to (self, date);
}
