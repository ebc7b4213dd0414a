/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A month of a calendar: which days are worked, which are not, and which are an exception. They differ by a word in the
 * corner and by their edge, not by colour alone. Days are buttons, so arrow keys go from day to day; with Shift, a click
 * selects all days up to it.
 */

#include "plan-month-view.h"

#include "plan-hours.h"
#include "plan-text.h"

#include <glib/gi18n-lib.h>

#define N_CELLS 42

struct _PlanMonthView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkWidget *cells[N_CELLS];
  GtkLabel *numbers[N_CELLS];
  GtkLabel *marks[N_CELLS];
  PlanWorktime *worktime;
  int year;
  int month;
  PlanDay first; /* the day of the first cell */
  PlanDay anchor;
  PlanDay selected;
};

/**
 * PlanMonthView::selected: other days are selected.
 * PlanMonthView::activated: a day was clicked twice.
 * PlanMonthView::turned: another month is shown.
 */
enum {
  SELECTED,
  ACTIVATED,
  TURNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlanMonthView, plan_month_view, GTK_TYPE_WIDGET)

/* What a day is, as a class of the style sheet and a word. */
static const struct
{
  const char *css;
  const char *word;
} looks[] = {
  [PLAN_DAY_WORKING] = { "changed", NC_("day", "hours") },
  [PLAN_DAY_WEEKEND] = { "weekend", NULL },
  [PLAN_DAY_HOLIDAY] = { "holiday", NC_("day", "off") },
  [PLAN_DAY_MAKEUP] = { "makeup", NC_("day", "work") },
};

static char *
get_hours (const PlanWorktime *worktime, PlanDay day)
{
  PlanSpan spans[PLAN_MAX_SPANS];
  guint n = plan_worktime_get_spans (worktime, day, spans);
  g_autofree char *hours = plan_hours_format (spans, n);

  return plan_hours_to_text (hours);
}

/**
 * plan_month_view_describe:
 *
 * Returns: (transfer full): the day, its hours and why, as “Sat 14 Feb 2026: 08:00–12:00, 13:00–17:00 (Make-up workday)”
 */
char *
plan_month_view_describe (const PlanWorktime *worktime, PlanDay day)
{
  g_autofree char *date = plan_date_format (plan_ticks_from_day (day, 0), PLAN_DATE_LONG);
  g_autofree char *hours = get_hours (worktime, day);
  const char *name = plan_worktime_get_name (worktime, day);

  if (name == NULL || *name == '\0')
    /* Translators: %1$s is a day, %2$s its working times */
    return g_strdup_printf (C_("calendar", "%1$s: %2$s"), date, hours);
  /* Translators: %1$s is a day, %2$s its working times, %3$s the name of a holiday or the like */
  return g_strdup_printf (C_("calendar", "%1$s: %2$s (%3$s)"), date, hours, name);
}

static gboolean
has_look (const PlanMonthView *self, PlanDay day)
{
  const char *name = plan_worktime_get_name (self->worktime, day);

  return plan_worktime_get_kind (self->worktime, day) != PLAN_DAY_WORKING || (name != NULL && *name != '\0');
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_cell (PlanMonthView *self, guint cell)
{
  PlanDay day = self->first + (PlanDay) cell, today = plan_ticks_get_day (plan_ticks_now ());
  gboolean known = self->worktime != NULL && day >= PLAN_DAY_MIN && day <= PLAN_DAY_MAX;
  PlanDayKind kind = known ? plan_worktime_get_kind (self->worktime, day) : PLAN_DAY_WORKING;
  gboolean special = known && has_look (self, day);
  const char *word = special ? looks[kind].word : NULL;
  g_autofree char *text = known ? plan_month_view_describe (self->worktime, day) : NULL, *number = NULL;
  PlanCivil civil;

  plan_day_to_civil (day, &civil);
  number = g_strdup_printf ("%d", civil.day);
  gtk_label_set_label (self->numbers[cell], number);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    set_class (self->cells[cell], looks[i].css, special && kind == i);
  gtk_label_set_label (self->marks[cell], word != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "day", word) : "");
  set_class (self->cells[cell], "outside", civil.month != self->month);
  set_class (self->cells[cell], "today", day == today);
  set_class (self->cells[cell], "chosen", day >= MIN (self->anchor, self->selected) && day <= MAX (self->anchor, self->selected));
  gtk_widget_set_sensitive (self->cells[cell], known);
  gtk_widget_set_tooltip_text (self->cells[cell], text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[cell]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
}

static void
update (PlanMonthView *self)
{
  PlanDay first = plan_day_from_civil (self->year, self->month, 1);
  g_autofree char *title = plan_date_format (plan_ticks_from_day (first, 0), PLAN_DATE_MONTH_YEAR);

  self->first = first - (PlanDay) plan_day_get_weekday (first);
  gtk_label_set_label (self->title, title);
  for (guint i = 0; i < N_CELLS; i++)
    update_cell (self, i);
}

static void
set_month (PlanMonthView *self, int number)
{
  int year = number / 12, month = number % 12 + 1;

  if (year < 1900 || year > 2199 || (year == self->year && month == self->month))
    return;
  self->year = year;
  self->month = month;
  update (self);
  g_signal_emit (self, signals[TURNED], 0);
}

static void
turn (PlanMonthView *self, int months)
{
  set_month (self, self->year * 12 + self->month - 1 + months);
}

static void
previous_cb (PlanMonthView *self)
{
  turn (self, -1);
}

static void
next_cb (PlanMonthView *self)
{
  turn (self, 1);
}

static void
today_cb (PlanMonthView *self)
{
  plan_month_view_show_day (self, plan_ticks_get_day (plan_ticks_now ()));
}

static guint
find_cell (PlanMonthView *self, gpointer widget)
{
  guint cell = 0;

  while (cell < N_CELLS - 1 && self->cells[cell] != widget)
    cell++;
  return cell;
}

static void
clicked_cb (PlanMonthView *self, GtkWidget *button)
{
  PlanDay day = self->first + (PlanDay) find_cell (self, button);
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (button));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;
  gboolean extend = keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_SHIFT_MASK) != 0;

  self->selected = day;
  if (!extend)
    self->anchor = day;
  update (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanMonthView *self)
{
  if (n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
page_cb (GtkWidget *widget, GVariant *months, gpointer data)
{
  turn (PLAN_MONTH_VIEW (widget), g_variant_get_int32 (months));
  return TRUE;
}

static void
plan_month_view_dispose (GObject *object)
{
  PlanMonthView *self = PLAN_MONTH_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->worktime, plan_worktime_unref);
  G_OBJECT_CLASS (plan_month_view_parent_class)->dispose (object);
}

static void
plan_month_view_class_init (PlanMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_month_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "monthview");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_SHIFT_MASK, page_cb, "i", -12);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_SHIFT_MASK, page_cb, "i", 12);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TURNED] = g_signal_new ("turned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (PlanMonthView *self, GtkWidget *box, const char *icon, const char *text, GCallback callback)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, icon != NULL ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_head (PlanMonthView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  add_button (self, head, "go-previous-symbolic", _("Previous month"), G_CALLBACK (previous_cb));
  add_button (self, head, NULL, C_("button", "Today"), G_CALLBACK (today_cb));
  add_button (self, head, "go-next-symbolic", _("Next month"), G_CALLBACK (next_cb));
  gtk_box_append (GTK_BOX (self->box), head);
}

static GtkWidget *
create_cell (PlanMonthView *self, guint cell)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *click = gtk_gesture_click_new ();

  self->numbers[cell] = GTK_LABEL (gtk_label_new (NULL));
  self->marks[cell] = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->marks[cell]), "mark");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->numbers[cell]));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->marks[cell]));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "day");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
plan_month_view_init (PlanMonthView *self)
{
  static const char *const weekdays[] = { NC_("weekday", "Mon"), NC_("weekday", "Tue"), NC_("weekday", "Wed"),
                                          NC_("weekday", "Thu"),
                                          NC_("weekday", "Fri"), NC_("weekday", "Sat"), NC_("weekday", "Sun") };
  GtkWidget *grid = gtk_grid_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_head (self);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 2);
  for (int i = 0; i < 7; i++)
    {
      GtkWidget *label = gtk_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "weekday", weekdays[i]));

      gtk_widget_add_css_class (label, "secondary");
      gtk_grid_attach (GTK_GRID (grid), label, i, 0, 1, 1);
    }
  for (guint i = 0; i < N_CELLS; i++)
    {
      self->cells[i] = create_cell (self, i);
      gtk_grid_attach (GTK_GRID (grid), self->cells[i], (int) i % 7, 1 + (int) i / 7, 1, 1);
    }
  gtk_box_append (GTK_BOX (self->box), grid);
  plan_month_view_show_day (self, plan_ticks_get_day (plan_ticks_now ()));
}

/**
 * plan_month_view_new:
 *
 * Returns: (transfer floating): shows this month once it has a calendar
 */
GtkWidget *
plan_month_view_new (void)
{
  return g_object_new (PLAN_TYPE_MONTH_VIEW, NULL);
}

/**
 * plan_month_view_set_worktime:
 * @worktime: (nullable): the calendar that is shown
 */
void
plan_month_view_set_worktime (PlanMonthView *self, PlanWorktime *worktime)
{
  g_return_if_fail (PLAN_IS_MONTH_VIEW (self));

  if (worktime != NULL)
    plan_worktime_ref (worktime);
  g_clear_pointer (&self->worktime, plan_worktime_unref);
  self->worktime = worktime;
  update (self);
}

/**
 * plan_month_view_show_day:
 *
 * Shows the month of the day and selects the day.
 */
void
plan_month_view_show_day (PlanMonthView *self, PlanDay day)
{
  PlanCivil civil;

  g_return_if_fail (PLAN_IS_MONTH_VIEW (self));

  plan_day_to_civil (day, &civil);
  self->anchor = self->selected = day;
  set_month (self, civil.year * 12 + civil.month - 1);
  update (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

/**
 * plan_month_view_get_selection:
 * @first: (out): the first selected day; @last: (out): the last one
 */
void
plan_month_view_get_selection (PlanMonthView *self, PlanDay *first, PlanDay *last)
{
  g_return_if_fail (PLAN_IS_MONTH_VIEW (self));

  *first = MIN (self->anchor, self->selected);
  *last = MAX (self->anchor, self->selected);
}

/**
 * plan_month_view_get_year:
 *
 * Returns: the year that is shown
 */
int
plan_month_view_get_year (PlanMonthView *self)
{
  g_return_val_if_fail (PLAN_IS_MONTH_VIEW (self), 0);

  return self->year;
}
