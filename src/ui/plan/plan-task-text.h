/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-row-list.h"

G_BEGIN_DECLS

char *plan_task_text_describe       (PlanRowList *list, guint index);
char *plan_task_text_in_markup      (PlanRowList *list, guint index);
char *plan_task_text_link_in_markup (PlanRowList *list, guint index);

G_END_DECLS
