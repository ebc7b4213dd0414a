/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_PROJECT_PAGE (plan_project_page_get_type ())
G_DECLARE_FINAL_TYPE (PlanProjectPage, plan_project_page, PLAN, PROJECT_PAGE, AdwWindow)

GtkWindow *plan_project_page_new (GtkWindow *parent, PlanDocument *document, PlanId beside);

G_END_DECLS
