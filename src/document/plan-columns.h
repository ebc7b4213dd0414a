/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-figures.h"
#include "plan-result-fields.h"
#include "plan-task-index.h"

G_BEGIN_DECLS

/* The columns of the task sheet. */
typedef enum {
  PLAN_COLUMN_NAME,
  PLAN_COLUMN_DURATION,
  PLAN_COLUMN_START,
  PLAN_COLUMN_FINISH,
  PLAN_COLUMN_WBS,
  PLAN_COLUMN_PREDECESSORS,
  PLAN_COLUMN_RESOURCES,
  PLAN_COLUMN_COMPLETE,
  PLAN_COLUMN_TOTAL_SLACK,
  /* not shown at first: */
  PLAN_COLUMN_FREE_SLACK,
  PLAN_COLUMN_DEADLINE,
  PLAN_COLUMN_CONSTRAINT,
  PLAN_COLUMN_CONSTRAINT_DATE,
  PLAN_COLUMN_CALENDAR,
  PLAN_COLUMN_PRIORITY,
  PLAN_COLUMN_MANUAL,
  PLAN_COLUMN_ACTUAL_START,
  PLAN_COLUMN_ACTUAL_FINISH,
  PLAN_COLUMN_LATE_START,
  PLAN_COLUMN_LATE_FINISH,
  PLAN_COLUMN_NOTES,
  PLAN_COLUMN_WORK,
  PLAN_COLUMN_ACTUAL_WORK,
  PLAN_COLUMN_REMAINING_WORK,
  PLAN_COLUMN_COST,
  PLAN_COLUMN_FIXED_COST,
  PLAN_COLUMN_ACTUAL_COST,
  PLAN_COLUMN_REMAINING_COST,
  PLAN_COLUMN_BASELINE_START,
  PLAN_COLUMN_BASELINE_FINISH,
  PLAN_COLUMN_BASELINE_DURATION,
  PLAN_COLUMN_BASELINE_WORK,
  PLAN_COLUMN_BASELINE_COST,
  PLAN_COLUMN_START_VARIANCE,
  PLAN_COLUMN_FINISH_VARIANCE,
  PLAN_COLUMN_DURATION_VARIANCE,
  PLAN_COLUMN_WORK_VARIANCE,
  PLAN_COLUMN_COST_VARIANCE,
  PLAN_COLUMN_PV,
  PLAN_COLUMN_EV,
  PLAN_COLUMN_AC,
  PLAN_COLUMN_SV,
  PLAN_COLUMN_CV,
  PLAN_COLUMN_SPI,
  PLAN_COLUMN_CPI,
  PLAN_COLUMN_BAC,
  PLAN_COLUMN_EAC,
  PLAN_COLUMN_ETC,
  PLAN_COLUMN_VAC,
  PLAN_COLUMN_TCPI,
  PLAN_COLUMN_TYPE,
  PLAN_COLUMN_EFFORT_DRIVEN,
  PLAN_COLUMN_ACTIVE,
  PLAN_COLUMN_MILESTONE,
  PLAN_COLUMN_GATE,
  PLAN_COLUMN_CONTACT,
  PLAN_COLUMN_ACTUAL_DURATION,
  PLAN_COLUMN_LEVELLING_DELAY,
  PLAN_COLUMN_IGNORE_RESOURCE_CALENDAR,
  PLAN_COLUMN_LEVELLING_CAN_SPLIT,
  PLAN_COLUMN_PHYSICAL_COMPLETE,
  PLAN_COLUMN_PERCENT_WORK,
  PLAN_COLUMN_OVERTIME_WORK,
  PLAN_COLUMN_FIXED_COST_ACCRUAL,
  PLAN_N_COLUMNS
} PlanColumnId;

typedef enum {
  PLAN_EDITOR_NONE,
  PLAN_EDITOR_TEXT,
  PLAN_EDITOR_DATE,
  PLAN_EDITOR_CHOICE,
} PlanCellEditor;

/* What belongs together where columns are chosen. */
typedef enum {
  PLAN_COLUMNS_TASK,
  PLAN_COLUMNS_DATES,
  PLAN_COLUMNS_WORK,
  PLAN_COLUMNS_BASELINE,
  PLAN_COLUMNS_EARNED_VALUE,
} PlanColumnGroup;

/**
 * PlanColumn:
 * @name: in settings and scripts
 * @label: for people, to be translated in the context "column"
 * @heading: (nullable): a shorter one for the head of a narrow column; likewise translated
 * @field: the stored field behind it, or %PLAN_N_FIELDS
 * @result: the computed field behind it, or %PLAN_N_RESULTS
 * @figure: the work, cost, baseline or earned value behind it, or %PLAN_FIGURE_NONE
 * @editor: how a cell is edited; %PLAN_EDITOR_NONE: it follows from others
 * @numeric: aligned right
 * @standard: shown at first
 * @width: in pixels at 100 %
 * @group: under which it is found
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *heading;
  PlanFieldId field;
  PlanResultId result;
  PlanCellEditor editor;
  gboolean numeric;
  gboolean standard;
  int width;
  PlanFigureId figure;
  PlanColumnGroup group;
} PlanColumn;

/**
 * PlanCellSource:
 * @outline: of one project
 * @document: (nullable): computes figures when somebody looks at their columns, and knows the rows of other projects; without it the
 *   figures come from @costs, and tasks of other projects are shown, but not as they are typed
 * @costs: (nullable): figures where there is no @document; without both they are empty
 * @baseline: 0 to 10, the one that figures are compared with
 *
 * What texts of cells are made from, all of the same state of the office; all borrowed.
 */
typedef struct
{
  const PlanModel *model;
  const PlanSchedule *schedule;
  const PlanOutline *outline;
  const PlanTaskIndex *index;
  PlanDocument *document;
  PlanCosts *costs;
  int baseline;
} PlanCellSource;

typedef enum {
  PLAN_CELL_SHOWN,  /* as the sheet shows it: short dates */
  PLAN_CELL_EDITED, /* as the editor begins with it: all that is stored; read again it means the same value */
  PLAN_CELL_COPIED, /* for the clipboard: dates as numbers, that spreadsheets take for dates */
} PlanCellStyle;

/**
 * PlanCellText:
 * @text: (nullable): what is typed into the cell; empty or %NULL clears it
 */
typedef struct
{
  PlanColumnId column;
  PlanId task;
  const char *text;
} PlanCellText;

const PlanColumn *plan_column_get          (PlanColumnId column);
PlanColumnId      plan_column_find         (const char *name);
const char       *plan_column_get_label    (PlanColumnId column);
const char       *plan_column_get_heading  (PlanColumnId column);
const char       *plan_column_group_get_label (PlanColumnGroup group);
char             *plan_column_get_text     (PlanColumnId column, const PlanCellSource *source, guint row,
                                            PlanCellStyle style);
gboolean          plan_column_is_editable  (PlanColumnId column, const PlanCellSource *source, guint row);
char            **plan_column_list_choices (PlanColumnId column, const PlanCellSource *source, guint row);

/* Each is one edit: checked, on disk and undoable as a whole when it returns TRUE. */
gboolean          plan_edit_set_cell       (PlanDocument *document, PlanColumnId column, PlanId task, const char *text,
                                            GError **error);
gboolean          plan_edit_set_cells      (PlanDocument *document, const PlanCellText *cells, guint n_cells, GError **error);
gboolean          plan_edit_paste          (PlanDocument *document, PlanId project, const PlanColumnId *columns, guint n_columns,
                                            char ***lines, guint n_lines, const PlanId *tasks, guint n_tasks,
                                            PlanId after, GError **error);
gboolean          plan_edit_replace        (PlanDocument *document, PlanId project, const PlanColumnId *columns,
                                            guint n_columns, const char *wanted, const char *with, guint *n_replaced,
                                            GError **error);
gboolean          plan_edit_tasks_order    (PlanDocument *document, PlanId project, const guint *order, GError **error);

G_END_DECLS
