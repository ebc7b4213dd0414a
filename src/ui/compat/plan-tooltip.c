/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tooltips that cost nothing until they are shown. gtk_widget_set_tooltip_text() looks at once whether the pointer is above the
 * widget: on X11 three round trips to the server for each text, and rows change theirs with each step of scrolling.
 */

#include "plan-tooltip.h"

#define TEXT "plan-tooltip"

static gboolean
query_cb (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, plan_tooltip_get (widget));
  return TRUE;
}

/**
 * plan_tooltip_set:
 * @text: (nullable): one or more lines; %NULL or empty: no tooltip
 *
 * Sets the tooltip of a widget, which is also what a screen reader adds to its name. One that is shown at that moment changes when
 * the pointer moves next.
 */
void
plan_tooltip_set (GtkWidget *widget, const char *text)
{
  gboolean is_new;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (text, plan_tooltip_get (widget)) == 0)
    return;
  is_new = g_object_get_data (G_OBJECT (widget), TEXT) == NULL;
  g_object_set_data_full (G_OBJECT (widget), TEXT, g_strdup (text != NULL ? text : ""), g_free);
  if (is_new)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_cb), NULL);
  gtk_widget_set_has_tooltip (widget, text != NULL);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Returns: (nullable): the text that was set. */
const char *
plan_tooltip_get (GtkWidget *widget)
{
  const char *text = g_object_get_data (G_OBJECT (widget), TEXT);

  return text != NULL && *text != '\0' ? text : NULL;
}
