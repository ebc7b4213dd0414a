/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences that must not be missed, over AdwMessageDialog.
 */

#include "plan-alert.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * plan_alert_show:
 * @heading: what did not happen; @body: why, in one sentence
 *
 * Shows a message with one button.
 */
void
plan_alert_show (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_("button", "Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
