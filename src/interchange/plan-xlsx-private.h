/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-grid.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

#define PLAN_XLSX_MAX_INDENT 15
#define PLAN_XLSX_HEAD_COLOR 0xEBEBED

/* Spreadsheets count the 29 February 1900, which never was; what lies before it they count otherwise. */
#define PLAN_XLSX_FIRST_DATE plan_ticks_from_civil (1900, 3, 1, 0, 0)

/**
 * PlanXlsxBars:
 * @grid: the table; @table: the name of its sheet
 * @sheet: (nullable): the sheet of the chart; %NULL without one
 *
 * The Gantt chart of cells, on a sheet of its own.
 */
typedef struct
{
  const PlanGrid *grid;
  const char *table;
  lxw_worksheet *sheet;
  lxw_format *names[PLAN_XLSX_MAX_INDENT + 1][2];
  lxw_format *date;
  lxw_format *percent;
} PlanXlsxBars;

lxw_format *plan_xlsx_create_format  (lxw_workbook *book, const char *number_format, gboolean is_bold, guint indent);
void        plan_xlsx_set_up_page    (lxw_worksheet *sheet, guint n_frozen);
void        plan_xlsx_write_group    (lxw_worksheet *sheet, guint row, const PlanGridRow *values);
double      plan_xlsx_get_serial     (PlanTicks ticks);
void        plan_xlsx_bars_init      (PlanXlsxBars *self, const PlanGrid *grid, lxw_workbook *book, const char *table);
void        plan_xlsx_bars_write_row (const PlanXlsxBars *self, guint row, const PlanGridRow *values);

G_END_DECLS
