/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Pixels that may differ from a golden picture. */
#define CHART_MOST_DIFFERENT 200

typedef enum {
  ROW_MILESTONE = 1 << 0,
  ROW_GATE = 1 << 1,
  ROW_MANUAL = 1 << 2,
  ROW_BLANK = 1 << 3,
} ChartRowFlags;

/* One row of a test plan. @start is the day on which it may begin at the earliest; @links as in the column of predecessors. */
typedef struct
{
  int level;
  const char *name;
  int days;
  const char *start;
  int percent;
  const char *people;
  const char *baseline_start;
  const char *baseline_finish;
  const char *deadline;
  const char *links;
  guint flags;
} ChartRow;

/* A plan with its schedule and rows; the calendar has Spring Festival 2026 with two make-up Saturdays. */
typedef struct
{
  PlanModel *model;
  PlanSchedule *schedule;
  PlanOutline *outline;
  PlanTaskIndex *index;
  PlanGanttRows *rows;
  PlanGanttInput input;
} ChartPlan;

extern const ChartRow chart_shop_rows[];
extern const guint chart_n_shop_rows;

ChartPlan *chart_plan_new      (const ChartRow *rows, guint n_rows);
ChartPlan *chart_plan_new_long (guint n_tasks, guint n_links, guint32 seed);
void       chart_plan_free     (ChartPlan *self);
double     chart_measure       (const char *text, double size, gboolean bold, gpointer data);
PlanTicks  chart_day           (const char *iso);
void       chart_check_golden  (const char *name, const char *text);
guint      chart_count_different (cairo_surface_t *a, cairo_surface_t *b);
void       chart_check_image   (const char *name, cairo_surface_t *drawn);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChartPlan, chart_plan_free)

G_END_DECLS
