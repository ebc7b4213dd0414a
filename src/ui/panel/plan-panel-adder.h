/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-panel-field.h"

G_BEGIN_DECLS

#define PLAN_TYPE_PANEL_ADDER (plan_panel_adder_get_type ())
G_DECLARE_FINAL_TYPE (PlanPanelAdder, plan_panel_adder, PLAN, PANEL_ADDER, GtkWidget)

/* Returns: (transfer full) (nullable): what can be chosen now, %NULL ended */
typedef char **(*PlanPanelChoices) (gpointer data);

void        plan_panel_adder_set_texts (PlanPanelAdder *self, const char *tooltip, const char *hint);
void        plan_panel_adder_set_apply (PlanPanelAdder *self, PlanPanelApply apply, PlanPanelChoices choices, gpointer data);
void        plan_panel_adder_open      (PlanPanelAdder *self);
void        plan_panel_adder_type      (PlanPanelAdder *self, const char *text);
const char *plan_panel_adder_get_reason (PlanPanelAdder *self);

G_END_DECLS
