/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_LIST_TABLE (plan_list_table_get_type ())
G_DECLARE_FINAL_TYPE (PlanListTable, plan_list_table, PLAN, LIST_TABLE, AdwBin)

/**
 * PlanListColumn:
 * @title: N_()
 * @chars: least width in characters
 * @numeric: aligned at its end
 * @expand: takes what room is left
 */
typedef struct
{
  const char *title;
  guint chars;
  gboolean numeric;
  gboolean expand;
} PlanListColumn;

/* Returns: (transfer full): what stands in a cell. */
typedef char *(*PlanTextFunc) (guint row, guint column, gpointer data);

/* Whether the box of a row is ticked, and what to do when that is changed. */
typedef gboolean (*PlanCheckFunc) (guint row, gpointer data);
typedef void (*PlanChecked) (guint row, gboolean checked, gpointer data);

GtkWidget *plan_list_table_new        (const char *label, const PlanListColumn *columns, guint n_columns);
void       plan_list_table_set_rows   (PlanListTable *self, guint n_rows, PlanTextFunc get_text, gpointer data);
void       plan_list_table_add_checks (PlanListTable *self, const char *title, PlanCheckFunc is_checked, PlanChecked checked);
guint      plan_list_table_get_n      (PlanListTable *self);

G_END_DECLS
