/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_BASELINE_WINDOW (plan_baseline_window_get_type ())
G_DECLARE_FINAL_TYPE (PlanBaselineWindow, plan_baseline_window, PLAN, BASELINE_WINDOW, AdwWindow)

GtkWindow *plan_baseline_window_new          (GtkWindow *parent, PlanDocument *document, PlanId project, int baseline);
void       plan_baseline_window_set_baseline (PlanBaselineWindow *self, int baseline);
void       plan_baseline_window_set_measure  (PlanBaselineWindow *self, guint measure);
void       plan_baseline_window_set_only_different (PlanBaselineWindow *self, gboolean only_different);
GListModel *plan_baseline_window_get_list    (PlanBaselineWindow *self);
const char *plan_baseline_window_get_summary (PlanBaselineWindow *self);
void       plan_baseline_window_choose_row   (PlanBaselineWindow *self, guint position);

char      *plan_baseline_describe            (int number);
char     **plan_baseline_list_used           (const PlanModel *model, PlanId project, gboolean all, int *numbers);

G_END_DECLS
