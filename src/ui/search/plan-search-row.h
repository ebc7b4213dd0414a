/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_SEARCH_ROW (plan_search_row_get_type ())
G_DECLARE_FINAL_TYPE (PlanSearchRow, plan_search_row, PLAN, SEARCH_ROW, GtkListBoxRow)

GtkWidget     *plan_search_row_new        (const PlanSearchHit *hit, const PlanModel *model);
PlanSearchKind plan_search_row_get_kind   (PlanSearchRow *self);
PlanRecord     plan_search_row_get_record (PlanSearchRow *self);
PlanId         plan_search_row_get_id     (PlanSearchRow *self);

G_END_DECLS
