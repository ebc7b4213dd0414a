/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-edits-cells.h"

G_BEGIN_DECLS

/**
 * PlanPasteLine:
 * @texts: by column, without spaces around them; %NULL for what the line does not have
 * @dates_follow: the dates follow from predecessors, so that they make no constraint
 *
 * One line of a block that is pasted.
 */
typedef struct
{
  char *texts[PLAN_N_COLUMNS];
  gboolean dates_follow;
} PlanPasteLine;

const PlanColumnId *plan_paste_get_order (guint *n);
gboolean            plan_paste_set_cell  (PlanCells *cells, PlanColumnId column, PlanId task, const PlanPasteLine *line,
                                          GError **error);
void                plan_paste_add_rows  (PlanCells *cells, PlanId after, const PlanPasteLine *lines, const guint *levels,
                                          guint first, guint n_lines, PlanId *rows);

G_END_DECLS
