/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-time.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the values of a column are; all but texts are 64-bit numbers. */
typedef enum {
  PLAN_GRID_TEXT,
  PLAN_GRID_INSTANT,  /* ticks */
  PLAN_GRID_DURATION, /* ticks, counted in days of PlanGrid.ticks_per_day */
  PLAN_GRID_WORK,     /* ticks, counted in hours */
  PLAN_GRID_MONEY,    /* hundredths */
  PLAN_GRID_RATIO,    /* ten-thousandths */
  PLAN_GRID_PERCENT,  /* hundredths of a percent */
  PLAN_GRID_INTEGER,
} PlanGridKind;

#define PLAN_GRID_NO_COLUMN G_MAXUINT

/* What a row is drawn as where a table has bars beside it. */
typedef enum {
  PLAN_GRID_NO_BAR,
  PLAN_GRID_BAR,
  PLAN_GRID_CRITICAL_BAR,
  PLAN_GRID_SUMMARY_BAR,
  PLAN_GRID_MILESTONE,
} PlanGridBar;

/**
 * PlanGridColumn:
 * @name: in scripts; @heading: for people, translated; both borrowed
 * @width: in pixels of the screen at 100 %
 */
typedef struct
{
  const char *name;
  const char *heading;
  PlanGridKind kind;
  int width;
} PlanGridColumn;

/**
 * PlanGridRow:
 * @level: in the outline, from 0
 * @blank: an empty line, of which nothing is written
 * @start: of the bar, %PLAN_TICKS_NONE without one; @finish likewise
 * @done: until when it is done; @start when nothing is
 */
typedef struct
{
  guint level;
  gboolean summary;
  gboolean blank;
  PlanGridBar bar;
  PlanTicks start;
  PlanTicks finish;
  PlanTicks done;
} PlanGridRow;

typedef struct _PlanGrid PlanGrid;

/**
 * PlanGrid:
 * @title: of the whole, as a project's name
 * @start: the first instant of the bars, %PLAN_TICKS_NONE without any; @finish the last
 * @name_column: which column is indented by the outline
 * @start_column: which column says where a bar begins, or %PLAN_GRID_NO_COLUMN; @finish_column and @complete_column likewise
 * @get_text: (transfer full): what a cell says; empty for nothing
 * @get_value: the number of a cell that is no text; %FALSE for nothing
 * @is_day_off: (nullable): whether nobody works on a day
 *
 * A table of a plan as formats of spreadsheets need it, whoever knows what its columns are: rows are asked for one after the other,
 * so that a table takes no memory of its own.
 */
struct _PlanGrid
{
  const char *title;
  const PlanGridColumn *columns;
  guint n_columns;
  guint n_rows;
  guint name_column;
  guint start_column;
  guint finish_column;
  guint complete_column;
  PlanTicks ticks_per_day;
  PlanTicks start;
  PlanTicks finish;
  void (*get_row) (const PlanGrid *self, guint row, PlanGridRow *values);
  char *(*get_text) (const PlanGrid *self, guint row, guint column);
  gboolean (*get_value) (const PlanGrid *self, guint row, guint column, gint64 *value);
  gboolean (*is_day_off) (const PlanGrid *self, PlanDay day);
};

G_END_DECLS
