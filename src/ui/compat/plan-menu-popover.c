/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Context menus that stay when they are closed. A popover that is taken away then may be what GTK 4.8 believes the pointer to be
 * in, because the last events of the pointer come after it was hidden; the next layout of the window asks the surface of that
 * popover for a motion event, and a popover without a parent has none: a crash. So each widget has one for all of its menus.
 */

#include "plan-menu-popover.h"

static gboolean
empty_cb (gpointer data)
{
  if (!gtk_widget_get_visible (data))
    gtk_popover_menu_set_menu_model (data, NULL);
  return G_SOURCE_REMOVE;
}

/* What was chosen is still to be done when a menu closes; after that its items need not follow their actions any more. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, empty_cb, g_object_ref (popover), g_object_unref);
}

/**
 * plan_menu_popover_prepare:
 * @popover: (inout): where @parent keeps it: %NULL at first; @parent unparents it when it is disposed of, and presents it when it is
 *   given its size
 * @model: what to choose from
 *
 * Readies the menu of a widget for being pointed to a place and popped up.
 *
 * Returns: (transfer none): the popover
 */
GtkPopover *
plan_menu_popover_prepare (GtkWidget **popover, GtkWidget *parent, GMenuModel *model)
{
  if (*popover == NULL)
    {
      *popover = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (*popover, parent);
      g_signal_connect (*popover, "closed", G_CALLBACK (closed_cb), NULL);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (*popover), model);
  return GTK_POPOVER (*popover);
}
