/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-row-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *plan_link_menu_create_task_menu (GtkWidget *owner, PlanRowList *list, GSimpleActionGroup *group, guint task);
GMenuModel *plan_link_menu_create           (GtkWidget *owner, PlanRowList *list, GSimpleActionGroup *group, guint link);

G_END_DECLS
