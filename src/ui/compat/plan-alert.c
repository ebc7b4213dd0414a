/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences that must not be missed, over AdwMessageDialog.
 */

#include "plan-alert.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Of a line, about. */
#define MOST_CHARS 44

static void
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
create_dialog (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, NULL), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  add_label (box, heading, "title-2");
  add_label (box, body, NULL);
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, body,
                                  -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  return dialog;
}

/**
 * plan_alert_show:
 * @heading: what did not happen; @body: why, in one sentence
 *
 * Shows a message with one button. The texts are labels of our own: that of the dialog for the heading does not wrap, and newer
 * GTK warns when a long one is measured.
 */
void
plan_alert_show (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = create_dialog (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_("button", "Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  PlanAlertFunc agreed;
  gpointer data;
  GDestroyNotify free_data;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->free_data != NULL)
    question->free_data (question->data);
  g_free (question);
}

static void
response_cb (GtkWidget *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "do"))
    question->agreed (question->data);
}

/**
 * plan_alert_ask:
 * @heading: the question; @body: what happens and what is kept, in whole sentences
 * @button: what is done
 * @kind: whether Undo takes it back: then Enter does it, else Enter cancels
 * @agreed: called when the person wants it
 * @data: freed by @free_data when the question is answered
 *
 * Asks before something that changes much.
 */
void
plan_alert_ask (GtkWindow *parent, const char *heading, const char *body, const char *button, PlanAlertKind kind,
                PlanAlertFunc agreed, gpointer data, GDestroyNotify free_data)
{
  GtkWidget *dialog = create_dialog (parent, heading, body);
  Question *question = g_new (Question, 1);

  *question = (Question) { agreed, data, free_data };
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", C_("button", "Cancel"), "do", button, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "do", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), kind == PLAN_ALERT_UNDOABLE ? "do" : "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
