/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-columns.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLAN_TYPE_BASELINE_ROW (plan_baseline_row_get_type ())
G_DECLARE_FINAL_TYPE (PlanBaselineRow, plan_baseline_row, PLAN, BASELINE_ROW, GObject)

#define PLAN_TYPE_BASELINE_LIST (plan_baseline_list_get_type ())
G_DECLARE_FINAL_TYPE (PlanBaselineList, plan_baseline_list, PLAN, BASELINE_LIST, GObject)

PlanBaselineList *plan_baseline_list_new       (PlanDocument *document, PlanId project);
void              plan_baseline_list_set       (PlanBaselineList *self, int baseline, gboolean only_different);
int               plan_baseline_list_get_baseline (PlanBaselineList *self);
guint             plan_baseline_list_get_n_later (PlanBaselineList *self);
guint             plan_baseline_list_get_n_tasks (PlanBaselineList *self);

PlanId            plan_baseline_row_get_task   (PlanBaselineRow *self);
guint             plan_baseline_row_get_level  (PlanBaselineRow *self);
char             *plan_baseline_row_get_text   (PlanBaselineRow *self, PlanColumnId column);
gboolean          plan_baseline_row_is_over    (PlanBaselineRow *self, PlanColumnId column);

G_END_DECLS
