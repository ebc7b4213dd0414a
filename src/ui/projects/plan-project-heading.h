/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-id.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_PROJECT_HEADING (plan_project_heading_get_type ())
G_DECLARE_FINAL_TYPE (PlanProjectHeading, plan_project_heading, PLAN, PROJECT_HEADING, GtkListBoxRow)

GtkWidget *plan_project_heading_new          (PlanId group, const char *title, guint n_projects);
PlanId     plan_project_heading_get_group    (PlanProjectHeading *self);
gboolean   plan_project_heading_is_expanded  (PlanProjectHeading *self);
void       plan_project_heading_set_expanded (PlanProjectHeading *self, gboolean expanded);

G_END_DECLS
