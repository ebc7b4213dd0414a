/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-layout.h"

G_BEGIN_DECLS

/* Which rows are seen; with each of them the summaries above it. */
typedef enum {
  PLAN_ROWS_ALL,
  PLAN_ROWS_CRITICAL,
  PLAN_ROWS_UNFINISHED,
  PLAN_ROWS_LATE,       /* later than the baseline */
  PLAN_ROWS_DEADLINES,  /* with a deadline */
  PLAN_ROWS_MISSED,     /* with a deadline that is missed */
  PLAN_ROWS_MILESTONES,
  PLAN_ROWS_UNASSIGNED, /* tasks that nobody does */
  PLAN_ROWS_MINE,       /* of whoever sits here */
  PLAN_ROWS_THIS_MONTH,
  PLAN_N_ROW_FILTERS
} PlanRowFilter;

/**
 * PlanRowWish:
 * @text: (nullable): that name, WBS code, notes or people of a task have
 * @from, @to: the stretch in which a task is worked on, or %PLAN_TICKS_NONE
 *
 * What rows must meet besides a filter.
 */
typedef struct
{
  char *text;
  PlanTicks from;
  PlanTicks to;
} PlanRowWish;

const char *plan_row_filter_get_name  (PlanRowFilter filter);
const char *plan_row_filter_get_label (PlanRowFilter filter);
void        plan_row_filter_apply     (PlanRowFilter filter, const PlanRowWish *wish, const PlanModel *model, const PlanSchedule *schedule,
                                       const PlanOutline *outline, guint8 *state);
void        plan_row_filter_count     (const PlanRowFilter *wanted, guint n_filters, const PlanModel *model,
                                       const PlanSchedule *schedule, const PlanOutline *outline, guint *counts);

G_END_DECLS
