/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-view-page.h"

G_BEGIN_DECLS

/**
 * PlanView:
 * @action: the row of the table of actions that shows it: "view.page::plan"; label, icon and key stand there
 * @get_type: the class of its page, a #PlanViewPage that is made when it is shown for the first time
 * @of_office: whether it shows the whole office instead of one project; then there are no list of projects and no details
 *   of a task beside it
 *
 * One of the views of the window.
 */
typedef struct
{
  const char *action;
  GType (*get_type) (void);
  gboolean of_office;
} PlanView;

const PlanView *plan_views_get      (guint *n_views);
const char     *plan_view_get_name  (const PlanView *view);

G_END_DECLS
