/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-row-list.h"

G_BEGIN_DECLS

/* Whether the rows may be others now. */
typedef gboolean (*PlanFilterMay) (gpointer owner);

void plan_filter_menu_attach (GtkMenuButton *button, GActionMap *actions, PlanRowList *list, PlanFilterMay may_change,
                              gpointer owner);

G_END_DECLS
