/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-columns.h"
#include "plan-document.h"
#include "plan-row-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_ROW_LIST (plan_row_list_get_type ())
G_DECLARE_FINAL_TYPE (PlanRowList, plan_row_list, PLAN, ROW_LIST, GObject)

PlanRowList         *plan_row_list_new              (void);
void                 plan_row_list_set_project      (PlanRowList *self, PlanDocument *document, PlanId project);
PlanDocument        *plan_row_list_get_document     (PlanRowList *self);
PlanId               plan_row_list_get_project      (PlanRowList *self);
const PlanModel     *plan_row_list_get_model        (PlanRowList *self);
const PlanOutline   *plan_row_list_get_outline      (PlanRowList *self);
PlanCellSource       plan_row_list_get_source       (PlanRowList *self);
const PlanGanttRows *plan_row_list_get_rows         (PlanRowList *self);
gboolean             plan_row_list_is_writable      (PlanRowList *self);
guint                plan_row_list_get_serial       (PlanRowList *self);

guint                plan_row_list_get_n            (PlanRowList *self);
guint                plan_row_list_get_n_slots      (PlanRowList *self);
const PlanTask      *plan_row_list_get_task         (PlanRowList *self, guint row);
guint                plan_row_list_get_outline_row  (PlanRowList *self, guint row);
guint                plan_row_list_find             (PlanRowList *self, PlanId task);
guint                plan_row_list_get_level        (PlanRowList *self, guint row);
gboolean             plan_row_list_is_summary       (PlanRowList *self, guint row);
gboolean             plan_row_list_is_collapsed     (PlanRowList *self, guint row);
void                 plan_row_list_set_expanded     (PlanRowList *self, guint row, gboolean expanded);
void                 plan_row_list_expand_all       (PlanRowList *self, gboolean expanded);
gboolean             plan_row_list_show_task        (PlanRowList *self, PlanId task);

void                 plan_row_list_expand_to        (PlanRowList *self, guint level);

void                 plan_row_list_set_sort         (PlanRowList *self, PlanColumnId column, gboolean down);
PlanColumnId         plan_row_list_get_sort         (PlanRowList *self, gboolean *down);

guint               *plan_row_list_list_order       (PlanRowList *self);

gboolean             plan_row_list_is_filtered      (PlanRowList *self);
void                 plan_row_list_set_wish         (PlanRowList *self, const char *text, PlanTicks from, PlanTicks to);
const PlanRowWish   *plan_row_list_get_wish         (PlanRowList *self);
int                  plan_row_list_get_baseline     (PlanRowList *self);
void                 plan_row_list_set_baseline     (PlanRowList *self, int baseline);

PlanRowFilter        plan_row_list_get_filter       (PlanRowList *self);
void                 plan_row_list_set_filter       (PlanRowList *self, PlanRowFilter filter);

PlanId               plan_row_list_get_cursor       (PlanRowList *self);
guint                plan_row_list_get_cursor_row   (PlanRowList *self);
void                 plan_row_list_set_cursor_row   (PlanRowList *self, guint row);
GtkBitset           *plan_row_list_get_selected     (PlanRowList *self);
void                 plan_row_list_select_range     (PlanRowList *self, guint from, guint to);
void                 plan_row_list_toggle_selected  (PlanRowList *self, guint row);
GArray              *plan_row_list_list_selected    (PlanRowList *self);

double               plan_row_list_get_row_height   (PlanRowList *self);
double               plan_row_list_get_text_scale   (PlanRowList *self);
void                 plan_row_list_set_metrics      (PlanRowList *self, double row_height, double text_scale);

G_END_DECLS
