/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_TEXT_TABLE (plan_text_table_get_type ())
G_DECLARE_FINAL_TYPE (PlanTextTable, plan_text_table, PLAN, TEXT_TABLE, AdwBin)

/**
 * PlanTextColumn:
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
} PlanTextColumn;

/* Returns: (transfer full): what stands in a cell. */
typedef char *(*PlanTextFunc) (guint row, guint column, gpointer data);

/* Whether the box of a row is ticked, and what to do when that is changed. */
typedef gboolean (*PlanCheckFunc) (guint row, gpointer data);
typedef void (*PlanChecked) (guint row, gboolean checked, gpointer data);

GtkWidget *plan_text_table_new        (const char *label, const PlanTextColumn *columns, guint n_columns);
void       plan_text_table_set_rows   (PlanTextTable *self, guint n_rows, PlanTextFunc get_text, gpointer data);
void       plan_text_table_add_checks (PlanTextTable *self, const char *title, PlanCheckFunc is_checked, PlanChecked checked);
guint      plan_text_table_get_n      (PlanTextTable *self);

G_END_DECLS
