/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-window.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_APPLICATION (plan_application_get_type ())
G_DECLARE_FINAL_TYPE (PlanApplication, plan_application, PLAN, APPLICATION, AdwApplication)

PlanApplication *plan_application_new         (GApplicationFlags flags);
PlanWindow      *plan_application_open_office (PlanApplication *self, const char *path);
void             plan_application_open_existing (PlanApplication *self, const char *path);

G_END_DECLS
