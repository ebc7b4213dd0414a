/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-past.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a row of the list says. */
typedef enum {
  PLAN_COMPARE_NAME,
  PLAN_COMPARE_WHAT,
  PLAN_COMPARE_BEFORE,
  PLAN_COMPARE_AFTER,
  PLAN_COMPARE_SLIP,
  PLAN_N_COMPARE_COLUMNS
} PlanCompareColumn;

#define PLAN_TYPE_COMPARE_ROW (plan_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (PlanCompareRow, plan_compare_row, PLAN, COMPARE_ROW, GObject)

#define PLAN_TYPE_COMPARE_LIST (plan_compare_list_get_type ())
G_DECLARE_FINAL_TYPE (PlanCompareList, plan_compare_list, PLAN, COMPARE_LIST, GObject)

PlanCompareList *plan_compare_list_new       (void);
void             plan_compare_list_set_past  (PlanCompareList *self, PlanPast *past);
void             plan_compare_list_set_words (PlanCompareList *self, const char *words);
char            *plan_compare_row_get_text   (PlanCompareRow *self, PlanCompareColumn column);
PlanId           plan_compare_row_get_task   (PlanCompareRow *self);

G_END_DECLS
