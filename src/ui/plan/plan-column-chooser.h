/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-sheet.h"

G_BEGIN_DECLS

#define PLAN_TYPE_COLUMN_CHOOSER (plan_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PlanColumnChooser, plan_column_chooser, PLAN, COLUMN_CHOOSER, GtkPopover)

GtkWidget *plan_column_chooser_new   (PlanSheet *sheet);
void       plan_column_chooser_renew (PlanColumnChooser *self);

G_END_DECLS
