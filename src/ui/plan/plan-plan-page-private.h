/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-plan-page.h"

#include "plan-load-pane.h"

G_BEGIN_DECLS

/**
 * PlanPlanPage:
 * @list: the rows of the project that is shown, shared by @sheet and @view
 * @sheet_width: in windows that are not narrow
 * @load_height: of the load of people, as chosen; @load_placed: whether it has its place
 * @view_actions: the group "view"; @task_actions: the group "task"
 */
struct _PlanPlanPage
{
  PlanViewPage parent_instance;

  GtkWidget *content;
  GtkWidget *action_row;
  PlanProjectButton *project_button;
  GtkWidget *show_buttons;
  GtkMenuButton *show_menu;
  GtkMenuButton *filter_button;
  GtkLabel *zoom_label;
  GtkPaned *load_paned;
  GtkPaned *paned;
  PlanLoadPane *load_pane;
  GtkScrolledWindow *sheet_scroller;
  GtkScrolledWindow *view_scroller;
  PlanSheet *sheet;
  PlanGanttView *view;

  PlanRowList *list;
  PlanDocument *document;
  PlanId project;
  int sheet_width;
  int load_height;
  gboolean load_placed;
  gboolean narrow;
  GSimpleActionGroup *view_actions;
  GSimpleActionGroup *task_actions;
};

/* plan-plan-page-tasks.c */
void plan_plan_page_add_task_actions    (PlanPlanPage *self);
void plan_plan_page_update_task_actions (PlanPlanPage *self);

/* plan-plan-page-dates.c */
void plan_plan_page_add_date_actions    (PlanPlanPage *self);

/* plan-plan-page-find.c */
void plan_plan_page_add_find_actions    (PlanPlanPage *self);

/* plan-plan-page-progress.c */
void plan_plan_page_add_progress_actions (PlanPlanPage *self);

/* plan-plan-page-load.c */
void plan_plan_page_init_load           (PlanPlanPage *self);
void plan_plan_page_restore_load        (PlanPlanPage *self);
/* plan-plan-page-baseline.c */
void plan_plan_page_add_baseline_actions (PlanPlanPage *self);

/* plan-plan-page.c */
void plan_plan_page_update_baseline     (PlanPlanPage *self);
void plan_plan_page_tell                (PlanPlanPage *self, const char *sentence);
void plan_plan_page_tell_done           (PlanPlanPage *self, const char *sentence);

G_END_DECLS
