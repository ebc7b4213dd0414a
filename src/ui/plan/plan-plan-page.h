/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-view.h"
#include "plan-project-list.h"
#include "plan-sheet.h"
#include "plan-view-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_PLAN_PAGE (plan_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (PlanPlanPage, plan_plan_page, PLAN, PLAN_PAGE, PlanViewPage)

void           plan_plan_page_set_sheet_width (PlanPlanPage *self, int width);
int            plan_plan_page_get_sheet_width (PlanPlanPage *self);
void           plan_plan_page_save_load   (PlanPlanPage *self);
GActionGroup  *plan_plan_page_get_task_actions (PlanPlanPage *self);
PlanRowList   *plan_plan_page_get_list    (PlanPlanPage *self);
int            plan_plan_page_get_baseline (PlanPlanPage *self);
void           plan_plan_page_set_baseline (PlanPlanPage *self, int number);
void           plan_plan_page_set_past    (PlanPlanPage *self, PlanPast *past);
PlanSheet     *plan_plan_page_get_sheet   (PlanPlanPage *self);
PlanGanttView *plan_plan_page_get_view    (PlanPlanPage *self);
PlanProjectList *plan_plan_page_get_project_list (PlanPlanPage *self);

G_END_DECLS
