/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-row-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_DETAILS_PANEL (plan_details_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlanDetailsPanel, plan_details_panel, PLAN, DETAILS_PANEL, GtkWidget)

void     plan_details_panel_set_list    (PlanDetailsPanel *self, PlanRowList *list);
gboolean plan_details_panel_finish_edit (PlanDetailsPanel *self);

G_END_DECLS
