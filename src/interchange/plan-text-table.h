/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More is no plan that somebody copied: bytes, lines and columns. What is behind the last column is left out. */
#define PLAN_TEXT_TABLE_MOST_BYTES (16 * 1024 * 1024)
#define PLAN_TEXT_TABLE_MOST_LINES 100000
#define PLAN_TEXT_TABLE_MOST_COLUMNS 64

/**
 * PlanTextTable:
 * @lines: (element-type GStrv): the cells of each line with the spaces before them; as many as @n_columns
 *
 * A table from a spreadsheet, a mail or a web page.
 */
typedef struct
{
  GPtrArray *lines;
  guint n_columns;
} PlanTextTable;

PlanTextTable *plan_text_table_read_text (const char *text);
PlanTextTable *plan_text_table_read_html (const char *html, gsize length);
PlanTextTable *plan_text_table_copy      (const PlanTextTable *self);
void           plan_text_table_free      (PlanTextTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanTextTable, plan_text_table_free)

G_END_DECLS
