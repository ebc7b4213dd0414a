/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Menus whose widgets are made when they are first opened: most of them never are.
 */

#include "plan-late-menu.h"

static void
create_popup_cb (GtkMenuButton *button, gpointer model)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, model);
}

/**
 * plan_late_menu_set:
 * @model: (transfer none): what the menu of the button holds
 *
 * Gives a button its menu.
 */
void
plan_late_menu_set (GtkMenuButton *button, GMenuModel *model)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button) && G_IS_MENU_MODEL (model));

  gtk_menu_button_set_create_popup_func (button, create_popup_cb, g_object_ref (model), g_object_unref);
}
