/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-chart-pen.h"
#include "plan-gantt-private.h"

G_BEGIN_DECLS

void plan_gantt_draw_text    (PlanPen *pen, const PlanGanttLayout *layout, const PlanGanttText *text);
void plan_gantt_prepare_text (const PlanPen *pen, const PlanGanttLayout *layout, const PlanGanttText *text);
void plan_gantt_draw_gaps    (const PlanPen *pen, const PlanGanttLayout *layout, const PlanGanttText *text, PlanColour ground);

/* plan-gantt-draw-extras.c */
void plan_gantt_draw_slips       (const PlanPen *pen, const PlanGanttLayout *layout);
void plan_gantt_draw_constraints (const PlanPen *pen, const PlanGanttLayout *layout);
void plan_gantt_draw_progress    (const PlanPen *pen, const PlanGanttLayout *layout);

G_END_DECLS
