/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The offices that were open before, to be opened again. One whose file is gone is told apart and can be taken off the list.
 */

#include "plan-offices.h"

#include "plan-application.h"
#include "plan-recent-offices.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>

#define WIDTH 520
#define HEIGHT 440

static const char *
get_path (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "path");
}

static void
row_activated_cb (GtkWidget *row)
{
  g_autofree char *path = g_strdup (get_path (row));

  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (row)));
  plan_application_open_existing (PLAN_APPLICATION (g_application_get_default ()), path);
}

static void
remove_clicked_cb (GtkWidget *row)
{
  plan_recent_offices_remove (get_path (row));
  gtk_widget_set_visible (row, FALSE);
}

static GtkWidget *
create_row (const char *path)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = plan_recent_offices_get_name (path), *place = g_filename_display_name (path);
  g_autofree char *subtitle = g_markup_escape_text (place, -1);
  gboolean is_there = g_file_test (path, G_FILE_TEST_EXISTS);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (!is_there)
    {
      GtkWidget *label = gtk_label_new (_("Not there"));

      gtk_widget_add_css_class (label, "warn-text");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  plan_tooltip_set (button, _("Take off the list; the file stays"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Take off the list; the file stays"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), is_there);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), row, G_CONNECT_SWAPPED);
  if (is_there)
    g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), NULL);
  return row;
}

static void
add_rows (AdwPreferencesPage *page)
{
  g_auto (GStrv) list = plan_recent_offices_list ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Offices that were open"));
  if (list[0] == NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("None was open yet."));
  for (guint i = 0; list[i] != NULL; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (list[i]));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

/**
 * plan_offices_new:
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_offices_new (GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new (), *page = adw_preferences_page_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_object_set (window, "transient-for", parent, "destroy-with-parent", TRUE, "modal", TRUE, "title", _("Recent offices"),
                "search-enabled", FALSE, "default-width", WIDTH, "default-height", HEIGHT, NULL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  add_rows (ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  return GTK_WINDOW (window);
}
