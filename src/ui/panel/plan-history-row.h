/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-past.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_HISTORY_ROW (plan_history_row_get_type ())
G_DECLARE_FINAL_TYPE (PlanHistoryRow, plan_history_row, PLAN, HISTORY_ROW, GtkListBoxRow)

GtkWidget  *plan_history_row_new         (const PlanHistoryEntry *entry, const char *project_name, gboolean undone);
void        plan_history_row_set_step    (PlanHistoryRow *self, gboolean can_undo, gboolean can_redo);
void        plan_history_row_set_version (PlanHistoryRow *self, const char *name);
void        plan_history_row_set_menu    (PlanHistoryRow *self, gboolean latest, gboolean writable);
gint64      plan_history_row_get_id      (PlanHistoryRow *self);
PlanId      plan_history_row_get_project (PlanHistoryRow *self);
PlanDay     plan_history_row_get_day     (PlanHistoryRow *self);
gboolean    plan_history_row_is_undone   (PlanHistoryRow *self);
const char *plan_history_row_get_text    (PlanHistoryRow *self);
const char *plan_history_row_get_version (PlanHistoryRow *self);
GtkWidget  *plan_history_row_get_menu_button (PlanHistoryRow *self);
gboolean    plan_history_row_is_expanded (PlanHistoryRow *self);
void        plan_history_row_set_expanded (PlanHistoryRow *self, gboolean expanded);
void        plan_history_row_set_words   (PlanHistoryRow *self, GPtrArray *lines, const char *reason);
char       *plan_history_describe_day    (PlanDay day);

G_END_DECLS
