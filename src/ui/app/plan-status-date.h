/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_STATUS_DATE (plan_status_date_get_type ())
G_DECLARE_FINAL_TYPE (PlanStatusDate, plan_status_date, PLAN, STATUS_DATE, GtkWidget)

void plan_status_date_set_project (PlanStatusDate *self, PlanDocument *document, PlanId project);
void plan_status_date_set_narrow  (PlanStatusDate *self, gboolean narrow);
void plan_status_date_choose      (PlanStatusDate *self, const char *text);

G_END_DECLS
