/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_HISTORY_PANEL (plan_history_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlanHistoryPanel, plan_history_panel, PLAN, HISTORY_PANEL, GtkWidget)

void  plan_history_panel_set_project (PlanHistoryPanel *self, PlanDocument *document, PlanId project);
guint plan_history_panel_get_n_rows  (PlanHistoryPanel *self);
GtkWidget *plan_history_panel_find_row (PlanHistoryPanel *self, gint64 entry);

G_END_DECLS
