/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-columns.h"
#include "plan-row-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_SHEET (plan_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlanSheet, plan_sheet, PLAN, SHEET, GtkWidget)

void         plan_sheet_set_list          (PlanSheet *self, PlanRowList *list);
void         plan_sheet_set_theme         (PlanSheet *self, PlanThemeKind kind);
void         plan_sheet_set_header_height (PlanSheet *self, int height);

void         plan_sheet_set_columns       (PlanSheet *self, const char *const *names);
char       **plan_sheet_dup_columns       (PlanSheet *self);
void         plan_sheet_set_column_width  (PlanSheet *self, PlanColumnId column, int width);
int          plan_sheet_get_column_width  (PlanSheet *self, PlanColumnId column);
void         plan_sheet_show_column       (PlanSheet *self, PlanColumnId column, gboolean shown);
void         plan_sheet_fit_column        (PlanSheet *self, PlanColumnId column);

void         plan_sheet_set_cursor        (PlanSheet *self, guint row, PlanColumnId column);
PlanColumnId plan_sheet_get_cursor_column (PlanSheet *self);
void         plan_sheet_select_all        (PlanSheet *self);
gboolean     plan_sheet_has_whole_rows    (PlanSheet *self);
gboolean     plan_sheet_get_cell_area     (PlanSheet *self, guint row, PlanColumnId column, graphene_rect_t *area);
gboolean     plan_sheet_get_number_area   (PlanSheet *self, guint row, graphene_rect_t *area);

void         plan_sheet_edit              (PlanSheet *self);
gboolean     plan_sheet_is_editing        (PlanSheet *self);
const char  *plan_sheet_get_edited_text   (PlanSheet *self);
gboolean     plan_sheet_finish_edit       (PlanSheet *self);
void         plan_sheet_cancel_edit       (PlanSheet *self);

void         plan_sheet_copy              (PlanSheet *self);
void         plan_sheet_paste             (PlanSheet *self);
void         plan_sheet_paste_table       (PlanSheet *self);
void         plan_sheet_clear             (PlanSheet *self);
void         plan_sheet_open_picker       (PlanSheet *self);
void         plan_sheet_open_menu         (PlanSheet *self);
void         plan_sheet_open_column_menu  (PlanSheet *self);
void         plan_sheet_choose_columns    (PlanSheet *self);

G_END_DECLS
