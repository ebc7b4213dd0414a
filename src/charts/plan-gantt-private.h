/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-layout.h"

G_BEGIN_DECLS

/* From one upright character of a stacked run to the next, in parts of the size. */
#define PLAN_STACK_PITCH 1.25

/* Which colour of the theme a text has. */
typedef enum {
  PLAN_INK_TEXT,
  PLAN_INK_SECOND,
  PLAN_INK_CRITICAL,
  PLAN_INK_HOLIDAY,
  PLAN_INK_MAKEUP,
  PLAN_INK_TODAY, /* on the pill */
  PLAN_INK_LINK,
} PlanGanttInk;

typedef enum {
  PLAN_RUN_HORIZONTAL,
  PLAN_RUN_TURNED,  /* reads upwards */
  PLAN_RUN_STACKED, /* upright characters, one below the other */
} PlanGanttRun;

/* A run of days of one kind. */
typedef struct
{
  double x;
  double width;
  PlanDay first;
  PlanDay last;
  guint8 kind; /* PlanDayKind */
} PlanGanttShade;

/* A vertical line of the body. */
typedef struct
{
  double x;
  gboolean major;
} PlanGanttLine;

/* What was once planned: a bar, or a diamond of which @x and @y are the centre and @height the half diagonal. */
typedef struct
{
  double x, y, width, height;
  guint row;
  gboolean diamond;
} PlanGanttBaseline;

/* How far a task can slip; @y is the centre of the line. */
typedef struct
{
  double x, end, y;
  guint row;
} PlanGanttSlack;

/* @x is its centre, @y its top. */
typedef struct
{
  double x, y;
  guint row;
  guint task;
  gboolean missed;
} PlanGanttDeadline;

/* Where a constraint holds a task; @x is the instant, @y the top. */
typedef struct
{
  double x, y, height;
  guint row;
  gboolean not_before;
  gboolean not_after;
} PlanGanttConstraint;

/* By how much a task finishes later than it was to; @y is the centre of the line. */
typedef struct
{
  double x, end, y;
  guint row;
} PlanGanttSlip;

typedef struct
{
  double x, y;
} PlanGanttPoint;

/* A link: points of a rectilinear line, with an arrow head at its last point. */
typedef struct
{
  double x0, y0, x1, y1; /* box around the points */
  guint first_point;
  guint n_points;
  guint link;
  guint predecessor; /* index of the task; likewise @successor */
  guint successor;
  gboolean critical;
} PlanGanttPath;

/* A line of text; @x is its left end and @y its base line; of turned and stacked runs, @x is the middle and @y the foot. */
typedef struct
{
  double x, y, width, size;
  guint text; /* where it begins in the layout's texts */
  guint row;  /* or PLAN_INDEX_NONE */
  guint8 bold;
  guint8 ink;
  guint8 run;
  guint8 halo;
} PlanGanttText;

/* A cell of the header; the label, if there is one, is among the header's texts. */
typedef struct
{
  double x;
  gboolean upper;
} PlanGanttCell;

/**
 * PlanGanttLayout:
 * @hover: index of the link under the pointer, or %PLAN_INDEX_NONE
 * @selected: of each row from @first_row on, whether it is highlighted
 * @row_bar: index of the bar of each row from @first_row on, or %PLAN_INDEX_NONE
 * @own_vertical: x of the right-most first vertical of the row's own links, or -infinity
 * @verticals: vertical pieces of links, sorted by x; only while labels are placed
 * @texts: all words, each ended by a zero byte
 * @today_x: or NAN; likewise @status_x
 *
 * Numbers only, in chart units; what the drawing code draws and the pointer hits.
 */
struct _PlanGanttLayout
{
  PlanChartMetrics metrics;
  PlanTimescale scale;
  PlanGanttShow show;
  guint first_row;
  guint end_row;
  guint hover;
  double x0;
  double x1;
  double foot;
  PlanTicks today;
  PlanTicks status;
  double today_x;
  double status_x;
  double pill_x;
  double pill_width;
  gboolean strips;
  gboolean makeup_edges;
  guint8 *selected;
  guint *row_bar;
  double *own_vertical;
  GArray *shades;
  GArray *lines;
  GArray *bars;
  GArray *baselines;
  GArray *slacks;
  GArray *deadlines;
  GArray *constraints;
  GArray *slips;
  GArray *progress; /* points of the progress line */
  GArray *paths;
  GArray *points;
  GArray *verticals;
  GArray *labels;
  GArray *cells;
  GArray *header_texts;
  GString *texts;
};

/* A vertical piece of a link. */
typedef struct
{
  double x, y0, y1;
} PlanGanttVertical;

PlanGanttSpans     *plan_gantt_spans_new      (void);
void                plan_gantt_spans_free     (PlanGanttSpans *self);
void                plan_gantt_spans_foreach  (const PlanGanttInput *input, guint first_row, guint end_row,
                                               void (*func) (guint link, gpointer data), gpointer data);

gboolean            plan_gantt_shape_bar      (const PlanGanttLayout *self, const PlanGanttInput *input, guint task, guint row,
                                               PlanGanttBar *bar);
gboolean            plan_gantt_row_is_selected (const PlanGanttLayout *self, guint row);
double              plan_gantt_row_middle     (const PlanGanttLayout *self, guint row);
double              plan_gantt_deadline_top   (const PlanGanttLayout *self, guint row);
guint               plan_gantt_add_text       (PlanGanttLayout *self, const char *text);
const char         *plan_gantt_get_text       (const PlanGanttLayout *self, const PlanGanttText *text);
void                plan_gantt_add_shading    (PlanGanttLayout *self, const PlanGanttInput *input);
void                plan_gantt_add_links      (PlanGanttLayout *self, const PlanGanttInput *input);
void                plan_gantt_route_link     (PlanGanttLayout *self, PlanLinkType type, const PlanGanttBar *from, const PlanGanttBar *to);
void                plan_gantt_add_labels     (PlanGanttLayout *self, const PlanGanttInput *input);
gboolean            plan_gantt_describe_bar   (GString *text, const PlanGanttInput *input, const PlanGanttBar *bar,
                                               PlanGanttLabelPlace place);
void                plan_gantt_add_constraint (PlanGanttLayout *self, const PlanGanttInput *input, const PlanGanttBar *bar);
void                plan_gantt_add_slip       (PlanGanttLayout *self, const PlanGanttBar *bar, PlanTicks finish);
void                plan_gantt_add_progress   (PlanGanttLayout *self, const PlanGanttInput *input, const PlanGanttBar *bar);
void                plan_gantt_add_names      (PlanGanttLayout *self, const PlanGanttInput *input);
void                plan_gantt_add_header     (PlanGanttLayout *self, const PlanGanttInput *input);

G_END_DECLS
