/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_EMPTY_PAGE (plan_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (PlanEmptyPage, plan_empty_page, PLAN, EMPTY_PAGE, GtkWidget)

G_END_DECLS
