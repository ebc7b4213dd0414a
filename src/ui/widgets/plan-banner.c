/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines above the plan that come and go. A revealer measures its child also while it shows nothing of it, so the child of
 * each is invisible in its template, and costs nothing until it is wanted.
 */

#include "plan-banner.h"

/**
 * plan_banner_reveal:
 * @reveal: whether it is to be seen
 *
 * Lets a banner come or go.
 */
void
plan_banner_reveal (GtkRevealer *banner, gboolean reveal)
{
  g_return_if_fail (GTK_IS_REVEALER (banner));

  if (reveal)
    gtk_widget_set_visible (gtk_revealer_get_child (banner), TRUE);
  gtk_revealer_set_reveal_child (banner, reveal);
}
