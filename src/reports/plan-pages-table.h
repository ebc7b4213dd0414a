/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"
#include "plan-outline.h"
#include "plan-page-text.h"
#include "plan-schedule.h"
#include "plan-theme.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum {
  PLAN_TABLE_COLUMN_NUMBER,
  PLAN_TABLE_COLUMN_WBS,
  PLAN_TABLE_COLUMN_NAME,
  PLAN_TABLE_COLUMN_DURATION,
  PLAN_TABLE_COLUMN_START,
  PLAN_TABLE_COLUMN_FINISH,
  PLAN_TABLE_COLUMN_PREDECESSORS,
  PLAN_TABLE_COLUMN_DONE,
  PLAN_TABLE_COLUMN_SLACK,
  PLAN_N_TABLE_COLUMNS
} PlanTableColumnId;

/**
 * PlanPagesTable:
 * @widths: of the columns, in chart units; 0 for a column that is left out
 * @first_link: by row, where its predecessors begin in @links; one more than there are rows
 * @links: the predecessors of all rows
 * @with_year: the plan touches more than one year, so dates show theirs
 *
 * The columns at the left of a chart.
 */
typedef struct
{
  const PlanModel *model;
  const PlanSchedule *schedule;
  const PlanOutline *outline;
  const PlanProject *project;
  PlanConversion conversion;
  double widths[PLAN_N_TABLE_COLUMNS];
  guint *first_link;
  PlanPredecessor *links;
  gboolean with_year;
} PlanPagesTable;

/**
 * PlanTablePart:
 * @x, @y: the upper left corner of the header; @header_height, @row_height: in chart units
 * @text_size: in chart units
 * @name_extra: added to the width of the column of names
 * @repeated: only the number and the name
 *
 * The rows of a table that stand on one page.
 */
typedef struct
{
  double x, y;
  double header_height;
  double row_height;
  double text_size;
  double name_extra;
  guint first_row;
  guint end_row;
  gboolean repeated;
} PlanTablePart;

void   plan_pages_table_init      (PlanPagesTable *self, const PlanModel *model, const PlanSchedule *schedule,
                                   const PlanOutline *outline, const PlanProject *project);
void   plan_pages_table_clear     (PlanPagesTable *self);
void   plan_pages_table_fit       (PlanPagesTable *self, PlanPageText *text, double text_size, double most);
double plan_pages_table_get_width (const PlanPagesTable *self, gboolean repeated);
void   plan_pages_table_draw      (const PlanPagesTable *self, cairo_t *cr, PlanPageText *text, const PlanChartTheme *theme,
                                   const PlanTablePart *part);

G_END_DECLS
