/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-details-panel.h"
#include "plan-history-panel.h"

G_BEGIN_DECLS

#define PLAN_TYPE_SIDE_PANEL (plan_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlanSidePanel, plan_side_panel, PLAN, SIDE_PANEL, GtkWidget)

gboolean          plan_side_panel_has_page    (const char *page);
void              plan_side_panel_set_page    (PlanSidePanel *self, const char *page);
const char       *plan_side_panel_get_page    (PlanSidePanel *self);
PlanDetailsPanel *plan_side_panel_get_details (PlanSidePanel *self);
PlanHistoryPanel *plan_side_panel_get_history (PlanSidePanel *self);

G_END_DECLS
