/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of PlanRowList share.
 */
#pragma once

#include "plan-row-list.h"

G_BEGIN_DECLS

struct _PlanRowList
{
  GObject parent_instance;

  PlanDocument *document;
  PlanId project;
  const PlanOutline *outline; /* the document's */
  PlanGanttRows *rows;
  GHashTable *collapsed; /* ids of summaries */
  PlanRowFilter filter;
  PlanRowWish wish;
  PlanColumnId sort_column; /* PLAN_N_COLUMNS: as the plan stands */
  gboolean sort_down;
  int baseline;          /* the one that the plan is compared with */
  guint serial;          /* of the values; grows with each change */

  PlanId cursor;          /* task, or PLAN_ID_NONE */
  guint cursor_row;       /* of the task; kept for when the task is gone */
  gboolean cursor_is_new; /* the cursor is on the empty row at the end */
  GtkBitset *selected;    /* visible rows */
  GArray *selected_ids;   /* their tasks, which outlive a change of the rows */

  double row_height;
  double text_scale;
};

void plan_row_list_tell_selection (PlanRowList *self);
void plan_row_list_make_rows      (PlanRowList *self);
void plan_row_list_unfilter       (PlanRowList *self);

G_END_DECLS
