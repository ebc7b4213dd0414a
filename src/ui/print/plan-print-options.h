/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-pages.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_PRINT_OPTIONS (plan_print_options_get_type ())
G_DECLARE_FINAL_TYPE (PlanPrintOptions, plan_print_options, PLAN, PRINT_OPTIONS, GtkWidget)

GtkWidget *plan_print_options_new  (PlanTicks start, PlanTicks finish, gboolean has_baseline);
void       plan_print_options_set  (PlanPrintOptions *self, const PlanPagesOptions *options);
void       plan_print_options_get  (PlanPrintOptions *self, PlanPagesOptions *options);

G_END_DECLS
