/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Buttons at the end of a row with an entry that fill it: a calendar for dates, and a list of what was typed elsewhere. What
 * is chosen stands in the entry as if it had been typed, and the row says so by its signal "entry-activated".
 */

#include "plan-entry-buttons.h"

#include "plan-text.h"

#include <glib/gi18n-lib.h>

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

static GtkPopover *
find_popover (GtkWidget *widget)
{
  return GTK_POPOVER (gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER));
}

static GtkWidget *
add_button (AdwEntryRow *row, const char *icon, const char *tooltip, GtkWidget *child)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (row, button);
  return popover;
}

static int
get_month (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);

  return g_date_time_get_year (date) * 12 + g_date_time_get_month (date);
}

/* Going to another month chooses a day in it, too; only a day of the month that was shown ends it. */
static void
day_selected_cb (GtkCalendar *calendar, AdwEntryRow *row)
{
  int shown = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (calendar), "month"));
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  PlanTicks at = plan_ticks_from_civil (g_date_time_get_year (date), g_date_time_get_month (date),
                                        g_date_time_get_day_of_month (date), 0, 0);
  g_autofree char *text = plan_date_format (at, PLAN_DATE_DAY_YEAR);

  if (get_month (calendar) != shown)
    {
      g_object_set_data (G_OBJECT (calendar), "month", GINT_TO_POINTER (get_month (calendar)));
      return;
    }
  gtk_popover_popdown (find_popover (GTK_WIDGET (calendar)));
  set_text (row, text);
}

/* Begins with the date in the entry, if it is one. */
static void
calendar_shown_cb (GtkPopover *popover, AdwEntryRow *row)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (popover));
  PlanTicks at = plan_ticks_now (), typed;
  g_autoptr (GDateTime) date = NULL;
  PlanCivil civil;

  if (plan_date_parse (gtk_editable_get_text (GTK_EDITABLE (row)), at, 0, &typed, NULL))
    at = typed;
  plan_ticks_to_civil (at, &civil);
  date = g_date_time_new_local (civil.year, civil.month, civil.day, 0, 0, 0);
  g_signal_handlers_block_by_func (calendar, day_selected_cb, row);
  gtk_calendar_select_day (calendar, date);
  g_signal_handlers_unblock_by_func (calendar, day_selected_cb, row);
  g_object_set_data (G_OBJECT (calendar), "month", GINT_TO_POINTER (get_month (calendar)));
}

/**
 * plan_entry_add_calendar:
 *
 * Adds a button with a calendar to a row for a date.
 */
void
plan_entry_add_calendar (AdwEntryRow *row)
{
  GtkWidget *calendar = gtk_calendar_new ();
  GtkWidget *popover = add_button (row, "x-office-calendar-symbolic", _("Choose a date"), calendar);

  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), row, 0);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), row, 0);
}

static void
choice_activated_cb (GtkListBox *list, GtkListBoxRow *choice, AdwEntryRow *row)
{
  gtk_popover_popdown (find_popover (GTK_WIDGET (list)));
  set_text (row, gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (choice))));
}

/**
 * plan_entry_add_choices:
 * @tooltip: what the button offers
 * @choices: (element-type utf8): copied; without any there is no button
 *
 * Adds a button with a list of texts to a row.
 */
void
plan_entry_add_choices (AdwEntryRow *row, const char *tooltip, GPtrArray *choices)
{
  GtkWidget *list, *scroller;

  if (choices->len == 0)
    return;
  list = gtk_list_box_new ();
  scroller = gtk_scrolled_window_new ();
  for (guint i = 0; i < choices->len; i++)
    {
      GtkWidget *label = gtk_label_new (choices->pdata[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "choice-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (choice_activated_cb), row, 0);
  add_button (row, "pan-down-symbolic", tooltip, scroller);
}
