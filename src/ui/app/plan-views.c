/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the window's views, in the order of the switcher. A view is a row here, a row of the table of actions and a
 * class.
 */

#include "plan-views.h"

#include "plan-network-page.h"
#include "plan-plan-page.h"

#include <string.h>

/* The plan comes first: it is there from the start, and its rows are those of the other views of a project. */
static const PlanView views[] = {
  { "view.page::plan", plan_plan_page_get_type, FALSE },
  { "view.page::network", plan_network_page_get_type, FALSE },
};

/**
 * plan_views_get:
 * @n_views: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_views): the table
 */
const PlanView *
plan_views_get (guint *n_views)
{
  *n_views = G_N_ELEMENTS (views);
  return views;
}

/**
 * plan_view_get_name:
 *
 * Returns: (transfer none): its name in the stack: "plan"
 */
const char *
plan_view_get_name (const PlanView *view)
{
  return strstr (view->action, "::") + strlen ("::");
}
