/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-draw.h"

G_BEGIN_DECLS

/**
 * PlanGanttGhost:
 * @bar: the mark at the place it would get
 * @dragged: it is the one that is dragged; the others follow from it
 */
typedef struct
{
  PlanGanttBar bar;
  gboolean dragged;
} PlanGanttGhost;

/**
 * PlanGanttPreview:
 * @ghosts: of #PlanGanttGhost, by row
 * @deadline_x: of the deadline of the task that is dragged, or NAN when it stays; @deadline_y: its top
 * @has_band: a link is being drawn, from @from_x, @from_y to @to_x, @to_y
 * @allowed: it can be made
 *
 * What would move, in chart units.
 */
typedef struct
{
  GArray *ghosts;
  double deadline_x, deadline_y;
  gboolean has_band;
  gboolean allowed;
  double from_x, from_y, to_x, to_y;
} PlanGanttPreview;

PlanGanttPreview *plan_gantt_preview_new     (const PlanGanttLayout *layout, const PlanGanttInput *input, const PlanModel *model,
                                              const PlanSchedule *schedule, guint task);
void              plan_gantt_preview_free    (PlanGanttPreview *self);
void              plan_gantt_preview_set_band (PlanGanttPreview *self, const PlanGanttBar *from, double x, double y,
                                               gboolean allowed);
char             *plan_gantt_preview_to_text (const PlanGanttPreview *self);
void              plan_gantt_draw_preview    (cairo_t *cr, const PlanGanttLayout *layout, const PlanGanttPreview *preview,
                                              const PlanChartTheme *theme, const PlanGanttClip *clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanGanttPreview, plan_gantt_preview_free)

G_END_DECLS
