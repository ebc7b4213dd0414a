/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-diagram.h"
#include "plan-gantt-draw.h"
#include "plan-pages-breaks.h"
#include "plan-pages-table.h"
#include "plan-pages.h"

G_BEGIN_DECLS

/* Everything on a page is in chart units: a quarter of a millimetre; a picture's are pixels. */
#define PLAN_MM(mm) ((mm) * 4.0)
#define PLAN_PT(pt) ((pt) * 4 * 25.4 / 72)
#define PLAN_FOOT_LINE_MM 7
#define PLAN_PT_PER_UNIT (72 / 25.4 / 4)

/**
 * PlanPageBand:
 *
 * The rows of one row of pages.
 */
typedef struct
{
  guint first_row;
  guint end_row;
} PlanPageBand;

/**
 * PlanPageCell:
 *
 * One page: a band of rows and a stretch of time.
 */
typedef struct
{
  guint band;
  guint column;
} PlanPageCell;

/**
 * PlanPagesFoot:
 * @height: of legend and title block, with the room above them; 0 when there is none
 * @legend_lines: marks in one column of the legend; @legend_x: where each column begins
 * @stacked: the title block stands below the legend, not at its right
 */
typedef struct
{
  double height;
  double legend_width;
  double legend_height;
  double block_width;
  double block_height;
  guint legend_lines;
  double legend_x[PLAN_N_LEGENDS + 1];
  gboolean stacked;
} PlanPagesFoot;

/**
 * PlanPages:
 * @frame_x, @frame_y, @frame_width: of the body; @bottom: lowest y of a page's contents
 * @legend: bit mask of the marks that occur; @whole: the chart laid out without breaks, for the legend's words
 * @baseline_finish: the latest finish in the baseline that is drawn, or %PLAN_TICKS_NONE
 * @picture: one picture without head, foot and frame
 * @diagram: of a network, and then @break_x and @break_y: where pages begin in it, and where the last one ends
 */
struct _PlanPages
{
  PlanPagesOptions options;
  const PlanModel *model;
  const PlanSchedule *schedule;
  const PlanProject *project;
  const PlanChartTheme *theme;
  PlanChartMetrics metrics;
  PlanOutline *outline;
  PlanTaskIndex *index;
  PlanGanttRows *rows;
  PlanGanttLayout *whole;
  PlanPageText *text;
  PlanPagesTable table;
  PlanPagesFoot foot;
  PlanTimescale scale;
  PlanTicks end;
  PlanTicks baseline_finish;
  gboolean end_is_fixed;
  double page_width, page_height;
  double frame_x, frame_y, frame_width, bottom;
  double header_height;
  double text_size;
  guint legend;
  GArray *columns; /* PlanTimeBreak */
  GArray *bands;   /* PlanPageBand */
  GArray *cells;   /* PlanPageCell */
  gboolean picture;
  PlanDiagram *diagram;
  double diagram_scale;
  GArray *break_x;
  GArray *break_y;
};

PlanPages *plan_pages_new_picture      (const PlanModel *model, const PlanSchedule *schedule, PlanId project,
                                        const PlanPagesOptions *options, double px_per_day);
guint      plan_pages_find_row         (const PlanPages *self, guint row);
void       plan_pages_lay_out          (PlanPages *self);
void       plan_pages_lay_out_picture  (PlanPages *self, double px_per_day);
void       plan_pages_set_paper        (PlanPages *self);
void       plan_pages_lay_out_network  (PlanPages *self);
void       plan_pages_lay_out_network_picture (PlanPages *self);
void       plan_pages_draw_network     (PlanPages *self, cairo_t *cr, guint page);
void       plan_pages_lay_out_foot     (PlanPages *self);
void       plan_pages_draw_head        (PlanPages *self, cairo_t *cr);
void       plan_pages_draw_foot        (PlanPages *self, cairo_t *cr, guint page);

G_END_DECLS
