/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_PROJECT_LIST (plan_project_list_get_type ())
G_DECLARE_FINAL_TYPE (PlanProjectList, plan_project_list, PLAN, PROJECT_LIST, GtkWidget)

void       plan_project_list_set_document  (PlanProjectList *self, PlanDocument *document);
void       plan_project_list_set_words     (PlanProjectList *self, const char *words);
void       plan_project_list_select        (PlanProjectList *self, PlanId project);
PlanId     plan_project_list_get_neighbour (PlanProjectList *self, PlanId project, int direction);
GtkWidget *plan_project_list_find_project  (PlanProjectList *self, PlanId project);
GtkWidget *plan_project_list_find_group    (PlanProjectList *self, PlanId group);
gboolean   plan_project_list_is_expanded   (PlanProjectList *self, PlanId group);
void       plan_project_list_set_expanded  (PlanProjectList *self, PlanId group, gboolean expanded);

G_END_DECLS
