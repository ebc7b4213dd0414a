/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-window.h"

G_BEGIN_DECLS

#define PLAN_TYPE_OFFICE_CARE (plan_office_care_get_type ())
G_DECLARE_FINAL_TYPE (PlanOfficeCare, plan_office_care, PLAN, OFFICE_CARE, AdwPreferencesWindow)

GtkWindow  *plan_office_care_new         (PlanWindow *window);
gboolean    plan_office_care_is_busy     (PlanOfficeCare *self);
const char *plan_office_care_get_result  (PlanOfficeCare *self);
GtkWidget  *plan_office_care_get_button  (PlanOfficeCare *self, const char *what);

G_END_DECLS
