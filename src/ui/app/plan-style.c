/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which theme what is drawn by itself has on the screen: light or dark, with high contrast or without, as the desktop says.
 */

#include "plan-style.h"

#include <adwaita.h>

/**
 * plan_style_get_theme:
 *
 * Returns: the theme of charts and shapes on the screen now
 */
PlanThemeKind
plan_style_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? PLAN_THEME_HIGH_CONTRAST_DARK : PLAN_THEME_HIGH_CONTRAST;
  return dark ? PLAN_THEME_DARK : PLAN_THEME_LIGHT;
}

/**
 * plan_style_follow:
 * @object: called with it, as long as it lives
 *
 * Has @callback called each time the theme has changed.
 */
void
plan_style_follow (GObject *object, GCallback callback)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", callback, object, G_CONNECT_SWAPPED);
}
