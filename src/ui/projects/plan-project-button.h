/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-project-list.h"

G_BEGIN_DECLS

#define PLAN_TYPE_PROJECT_BUTTON (plan_project_button_get_type ())
G_DECLARE_FINAL_TYPE (PlanProjectButton, plan_project_button, PLAN, PROJECT_BUTTON, GtkWidget)

void plan_project_button_set_project (PlanProjectButton *self, PlanDocument *document, PlanId project);

G_END_DECLS
