/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-panel-field.h"

G_BEGIN_DECLS

#define PLAN_TYPE_PANEL_TEXT (plan_panel_text_get_type ())
G_DECLARE_FINAL_TYPE (PlanPanelText, plan_panel_text, PLAN, PANEL_TEXT, GtkWidget)

void        plan_panel_text_set_label  (PlanPanelText *self, const char *label);
void        plan_panel_text_set_apply  (PlanPanelText *self, PlanPanelApply apply, gpointer data);
void        plan_panel_text_set_text   (PlanPanelText *self, const char *text, gboolean editable);
gboolean    plan_panel_text_finish     (PlanPanelText *self, GError **error);
void        plan_panel_text_reset      (PlanPanelText *self);
char       *plan_panel_text_dup_text   (PlanPanelText *self);

G_END_DECLS
