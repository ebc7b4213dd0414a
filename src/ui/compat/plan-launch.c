/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening files with the program that the desktop has for them, over gtk_show_uri_full().
 */

#include "plan-launch.h"

#include "plan-alert.h"

#include <glib/gi18n-lib.h>

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *heading = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Translators: %s is a file name */
  heading = g_strdup_printf (_("“%s” could not be opened"), name);
  plan_alert_show (GTK_WINDOW (source), heading, error->message);
}

/**
 * plan_launch_file:
 * @parent: what a question or an error stands above
 *
 * Shows a file in its usual program; says so when there is none.
 */
void
plan_launch_file (GtkWindow *parent, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (file));
}
