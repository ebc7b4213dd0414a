/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-health.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_PROJECT_ROW (plan_project_row_get_type ())
G_DECLARE_FINAL_TYPE (PlanProjectRow, plan_project_row, PLAN, PROJECT_ROW, GtkListBoxRow)

GtkWidget *plan_project_row_new         (const PlanProject *project);
PlanId     plan_project_row_get_project (PlanProjectRow *self);
void       plan_project_row_show_health (PlanProjectRow *self, const PlanProject *project, const PlanProjectHealth *health);

G_END_DECLS
