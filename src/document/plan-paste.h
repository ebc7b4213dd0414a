/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-columns.h"
#include "plan-text-table.h"

G_BEGIN_DECLS

/* What a column of a foreign table may mean besides a column of the sheet. */
enum {
  PLAN_PASTE_SKIPPED = PLAN_N_COLUMNS, /* nothing that is taken */
  PLAN_PASTE_LEVEL,                    /* the outline level, from 1 */
  PLAN_PASTE_NUMBER,                   /* the number by which predecessors name the row */
  PLAN_N_PASTE_MEANINGS
};

/**
 * PlanPaste:
 * @table: what was copied
 * @first_line: 1 when the first line holds headings
 * @meanings: for each column, a #PlanColumnId or one of the others
 * @is_known: every heading is known, so that nothing has to be asked
 * @is_outline: one column of names, indented or with bullets
 *
 * A foreign table on its way to become tasks.
 */
typedef struct
{
  PlanTextTable *table;
  guint first_line;
  guint *meanings;
  gboolean is_known;
  gboolean is_outline;
} PlanPaste;

/**
 * PlanPasteProblem:
 * @line: of the table; @column: of the table
 * @reason: why the value is not taken
 */
typedef struct
{
  guint line;
  guint column;
  char *reason;
} PlanPasteProblem;

PlanPaste  *plan_paste_new              (PlanTextTable *table);
void        plan_paste_free             (PlanPaste *self);
void        plan_paste_set_headings     (PlanPaste *self, gboolean headings);
void        plan_paste_set_meaning      (PlanPaste *self, guint column, guint meaning);
guint       plan_paste_find_column      (const PlanPaste *self, guint meaning);
guint      *plan_paste_list_levels      (const PlanPaste *self);
char       *plan_paste_get_name         (const PlanPaste *self, guint line);
gboolean    plan_paste_is_empty_line    (const PlanPaste *self, guint line);

guint       plan_paste_meaning_find     (const char *heading);
gboolean    plan_paste_meaning_is_taken (guint meaning);
const char *plan_paste_meaning_get_label (guint meaning);

/* Each is one edit: checked, on disk and undoable as a whole when it returns TRUE. */
GPtrArray  *plan_edit_check_table       (PlanDocument *document, PlanId project, const PlanPaste *paste, guint most);
gboolean    plan_edit_paste_table       (PlanDocument *document, PlanId project, const PlanPaste *paste, PlanId after,
                                         guint *n_left_out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanPaste, plan_paste_free)

G_END_DECLS
