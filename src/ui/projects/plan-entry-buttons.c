/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Buttons at the end of a row with an entry that fill it: a calendar for dates, and a list of what was typed elsewhere. What
 * is chosen stands in the entry as if it had been typed, and the row says so by its signal "entry-activated". And the mark
 * at the end of a lone entry that takes what was typed, for the pointer.
 */

#include "plan-entry-buttons.h"

#include "plan-day-chooser.h"
#include "plan-text.h"
#include "plan-tooltip.h"

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
set_popover (GtkMenuButton *button, GtkWidget *child)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_menu_button_set_popover (button, popover);
  return popover;
}

static GtkMenuButton *
add_button (AdwEntryRow *row, const char *icon, const char *tooltip)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  plan_tooltip_set (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (row, button);
  return GTK_MENU_BUTTON (button);
}

static void
chosen_cb (PlanDayChooser *calendar, AdwEntryRow *row)
{
  g_autofree char *text = plan_date_format (plan_ticks_from_day (plan_day_chooser_get_day (calendar), 0), PLAN_DATE_DAY_YEAR);

  gtk_popover_popdown (find_popover (GTK_WIDGET (calendar)));
  set_text (row, text);
}

/* Begins with the date in the entry, if it is one. */
static void
calendar_shown_cb (GtkPopover *popover, AdwEntryRow *row)
{
  GtkWidget *calendar = gtk_popover_get_child (popover);
  PlanTicks at = plan_ticks_now (), typed;

  if (plan_date_parse (gtk_editable_get_text (GTK_EDITABLE (row)), at, 0, &typed, NULL))
    at = typed;
  plan_day_chooser_set_day (PLAN_DAY_CHOOSER (calendar), plan_ticks_get_day (at));
  gtk_widget_grab_focus (calendar);
}

/* A calendar has many widgets: it is made when it is first opened. */
static void
create_calendar_cb (GtkMenuButton *button, gpointer row)
{
  GtkWidget *calendar, *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  calendar = plan_day_chooser_new ();
  popover = set_popover (button, calendar);
  g_signal_connect_object (calendar, "chosen", G_CALLBACK (chosen_cb), row, 0);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), row, G_CONNECT_AFTER);
}

/**
 * plan_entry_add_calendar:
 *
 * Adds a button with a calendar to a row for a date.
 */
void
plan_entry_add_calendar (AdwEntryRow *row)
{
  GtkMenuButton *button = add_button (row, "x-office-calendar-symbolic", _("Choose a date"));

  gtk_menu_button_set_create_popup_func (button, create_calendar_cb, row, NULL);
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
  set_popover (add_button (row, "pan-down-symbolic", tooltip), scroller);
}

static void
icon_released_cb (GtkEntry *entry, GtkEntryIconPosition position, gpointer data)
{
  g_signal_emit_by_name (entry, "activate");
}

/**
 * plan_entry_add_take:
 *
 * Adds a mark to an entry that does what Enter does.
 */
void
plan_entry_add_take (GtkEntry *entry)
{
  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY, "object-select-symbolic");
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, _("Take what was typed"));
  g_signal_connect (entry, "icon-release", G_CALLBACK (icon_released_cb), NULL);
}
