/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-layout.h"
#include "plan-model.h"
#include "plan-outline.h"
#include "plan-progress.h"
#include "plan-schedule.h"
#include "plan-theme.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Paper in millimetres. */
typedef struct
{
  const char *name; /* "a4": on the command line */
  const char *label;
  double width;
  double height;
} PlanPaper;

const PlanPaper *plan_papers_get    (guint *n_papers);
const PlanPaper *plan_paper_by_name (const char *name);

/* What stands on the pages. */
typedef enum {
  PLAN_PAGES_GANTT,
  PLAN_PAGES_NETWORK, /* without time scale and baseline */
} PlanPagesChart;

/**
 * PlanPagesOptions:
 * @paper: the paper; @landscape: turned
 * @fit_width, @fit_height: number of pages to fit into; 0 = as many as are needed
 * @from, @to: the stretch of time, or %PLAN_TICKS_NONE for all
 * @baseline: number of the baseline to draw, or -1
 * @printed: the instant to print as "Printed"
 */
typedef struct
{
  PlanPagesChart chart;
  const PlanPaper *paper;
  gboolean landscape;
  guint fit_width;
  guint fit_height;
  PlanTicks from;
  PlanTicks to;
  int baseline;
  PlanGanttShow show;
  PlanThemeKind theme;
  PlanTicks today;
  PlanTicks printed;
} PlanPagesOptions;

/**
 * PlanPages:
 *
 * The pages of one project's Gantt chart or network diagram: laid out once, then drawn page by page on any Cairo surface.
 */
typedef struct _PlanPages PlanPages;

/**
 * PlanPagesPart:
 * @first_row, @end_row: rows of the project, from 0
 * @start, @finish: the stretch of time
 *
 * What stands on one page.
 */
typedef struct
{
  guint first_row;
  guint end_row;
  PlanTicks start;
  PlanTicks finish;
} PlanPagesPart;

void       plan_pages_options_init (PlanPagesOptions *options);
PlanPages *plan_pages_new          (const PlanModel *model, const PlanSchedule *schedule, PlanId project, const PlanPagesOptions *options);
void       plan_pages_free         (PlanPages *self);
guint      plan_pages_get_n        (const PlanPages *self);
void       plan_pages_get_size     (const PlanPages *self, double *width_pt, double *height_pt);
void       plan_pages_get_part     (const PlanPages *self, guint page, PlanPagesPart *part);
void       plan_pages_draw         (PlanPages *self, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanPages, plan_pages_free)

G_END_DECLS
