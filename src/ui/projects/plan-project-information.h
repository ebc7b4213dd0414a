/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_PROJECT_INFORMATION (plan_project_information_get_type ())
G_DECLARE_FINAL_TYPE (PlanProjectInformation, plan_project_information, PLAN, PROJECT_INFORMATION, AdwPreferencesWindow)

GtkWindow *plan_project_information_new     (GtkWindow *parent, PlanDocument *document, PlanId project);
GtkWidget *plan_project_information_get_row (PlanProjectInformation *self, PlanFieldId field);

G_END_DECLS
