/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"
#include "plan-outline.h"
#include "plan-schedule.h"
#include "plan-task-index.h"
#include "plan-theme.h"
#include "plan-timescale.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the chart shows besides bars. */
typedef enum {
  PLAN_GANTT_CRITICAL = 1 << 0,
  PLAN_GANTT_SLACK = 1 << 1,
  PLAN_GANTT_LINKS = 1 << 2,
  PLAN_GANTT_LABELS = 1 << 3,
  PLAN_GANTT_BASELINE = 1 << 4,
  PLAN_GANTT_NON_WORKING = 1 << 5,
  PLAN_GANTT_TODAY = 1 << 6,
  PLAN_GANTT_BREAKS = 1 << 7, /* on paper: links that leave the page end there with the number of the other row */
  PLAN_GANTT_CONSTRAINTS = 1 << 8, /* where a constraint holds a task */
  PLAN_GANTT_PROGRESS = 1 << 9,    /* a line from task to task: left of the status date who is behind, right of it who is ahead */
  PLAN_GANTT_SLIPS = 1 << 10,      /* from the finish that the baseline has to the finish now */
} PlanGanttShow;

/* What the label of a bar says. */
typedef enum {
  PLAN_LABEL_USUAL, /* at the right, the people of a task and the date of a milestone; elsewhere nothing */
  PLAN_LABEL_NONE,
  PLAN_LABEL_NAME,
  PLAN_LABEL_RESOURCES,
  PLAN_LABEL_START,
  PLAN_LABEL_FINISH,
  PLAN_LABEL_DATES,
  PLAN_LABEL_DURATION,
  PLAN_LABEL_COMPLETE,
  PLAN_N_LABELS
} PlanGanttLabel;

/* Where labels stand. */
typedef enum {
  PLAN_LABEL_AT_RIGHT,
  PLAN_LABEL_AT_LEFT,
  PLAN_LABEL_INSIDE, /* of bars that are long enough */
  PLAN_N_LABEL_PLACES
} PlanGanttLabelPlace;

#define PLAN_GANTT_SHOW_DEFAULT (PLAN_GANTT_CRITICAL | PLAN_GANTT_SLACK | PLAN_GANTT_LINKS | PLAN_GANTT_LABELS | PLAN_GANTT_NON_WORKING | PLAN_GANTT_TODAY)

typedef struct _PlanGanttSpans PlanGanttSpans;

/**
 * PlanGanttRows:
 * @task: index of the task in the model for each visible row, PLAN_INDEX_NONE for an empty one
 * @number: for each visible row, its number in the outline, from 1
 * @row_of_task: visible row by index of the task, or %PLAN_INDEX_NONE
 * @spans: from which row to which the links go, filled by the first layout
 *
 * Which rows the chart shows: an outline with the collapsed parts left out. To be made anew after each edit that adds,
 * removes or moves tasks or links. Not to be laid out by two threads at the same time.
 */
typedef struct
{
  guint n_rows;
  guint n_tasks;
  guint *task;
  guint *number;
  guint *row_of_task;
  PlanGanttSpans *spans;
} PlanGanttRows;

/* What is not seen of an outline. */
typedef enum {
  PLAN_GANTT_ROW_COLLAPSED = 1 << 0, /* nothing below the row */
  PLAN_GANTT_ROW_HIDDEN = 1 << 1,    /* not the row itself */
} PlanGanttRowState;

PlanGanttRows *plan_gantt_rows_new  (const PlanOutline *outline, const guint8 *state);
PlanGanttRows *plan_gantt_rows_new_ordered (const PlanOutline *outline, const guint8 *state, const guint *order);
void           plan_gantt_rows_free (PlanGanttRows *self);

/**
 * PlanGanttPast:
 * @schedule: of @model
 *
 * Another moment of the office, with which the chart compares.
 */
typedef struct
{
  const PlanModel *model;
  const PlanSchedule *schedule;
} PlanGanttPast;

/**
 * PlanGanttInput:
 * @index: of @model, as it is now
 * @project: whose calendar shades the chart and whose status date is drawn
 * @first_row, @end_row: the rows to lay out; y = 0 is the top of row 0
 * @x0, @x1: the stretch to lay out, in chart units
 * @foot: y of the lower edge of what is seen, for the names of holidays; 0 = the end of the last row
 * @today: the instant of the today line, or %PLAN_TICKS_NONE
 * @baseline: number of the baseline to show
 * @past: (nullable): shown in the place of the baseline
 * @labels: what the labels of bars say, by their place
 * @selected_rows: (nullable): highlighted rows, in any order
 */
typedef struct
{
  const PlanModel *model;
  const PlanSchedule *schedule;
  const PlanTaskIndex *index;
  const PlanGanttRows *rows;
  PlanId project;
  PlanTimescale scale;
  const PlanChartMetrics *metrics;
  PlanGanttShow show;
  int baseline;
  const PlanGanttPast *past;
  PlanGanttLabel labels[PLAN_N_LABEL_PLACES];
  guint first_row;
  guint end_row;
  double x0;
  double x1;
  double foot;
  PlanTicks today;
  const guint *selected_rows;
  guint n_selected_rows;
  PlanMeasureFunc measure;
  gpointer measure_data;
} PlanGanttInput;

typedef enum {
  PLAN_BAR_TASK,
  PLAN_BAR_SUMMARY,
  PLAN_BAR_MILESTONE,
  PLAN_BAR_GATE,
} PlanBarKind;

/**
 * PlanGanttBar:
 * @x, @y, @width, @height: its rectangle; of milestones and gates, the square around the diamond
 * @done: width of the finished part
 */
typedef struct
{
  double x, y, width, height;
  double done;
  guint row;
  guint task;
  guint8 kind;
  guint8 critical;
  guint8 complete;
  guint8 manual;
} PlanGanttBar;

typedef struct _PlanGanttLayout PlanGanttLayout;

typedef enum {
  PLAN_HIT_NONE,
  PLAN_HIT_BAR,
  PLAN_HIT_BAR_START,
  PLAN_HIT_BAR_FINISH,
  PLAN_HIT_PROGRESS,
  PLAN_HIT_LINK,
  PLAN_HIT_DEADLINE,
  PLAN_HIT_ROW,
} PlanGanttHitKind;

/**
 * PlanGanttHit:
 * @task: index of the task in the model, or %PLAN_INDEX_NONE; @link: index of the link
 */
typedef struct
{
  PlanGanttHitKind kind;
  guint row;
  guint task;
  guint link;
} PlanGanttHit;

PlanGanttLayout    *plan_gantt_layout_new      (const PlanGanttInput *input);
void                plan_gantt_layout_free     (PlanGanttLayout *self);
const PlanGanttBar *plan_gantt_layout_get_bars (const PlanGanttLayout *self, guint *n_bars);
PlanGanttHit        plan_gantt_hit             (const PlanGanttLayout *self, double x, double y);
void                plan_gantt_layout_set_hover (PlanGanttLayout *self, guint link);
char               *plan_gantt_layout_to_text  (const PlanGanttLayout *self);
gboolean            plan_gantt_get_extent      (const PlanModel *model, const PlanSchedule *schedule, const PlanGanttRows *rows,
                                                PlanTicks *start, PlanTicks *finish);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanGanttLayout, plan_gantt_layout_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanGanttRows, plan_gantt_rows_free)

G_END_DECLS
