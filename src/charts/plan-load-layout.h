/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-layout.h"
#include "plan-load.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanLoadInput:
 * @people: (array length=n_people): indexes of those whose load is added up, each once
 * @project: whose calendar shades the chart and whose status date is drawn, or %PLAN_ID_NONE
 * @x0, @x1: the stretch to lay out, in chart units
 * @height: of the whole chart without the header; y = 0 is its upper edge
 * @top: ticks of work of the highest bar, or 0 for that of the stretch; see plan_load_find_top()
 * @today: the instant of the today line, or %PLAN_TICKS_NONE
 */
typedef struct
{
  const PlanModel *model;
  const PlanSchedule *schedule;
  PlanLoad *load;
  const guint *people;
  guint n_people;
  PlanId project;
  PlanTimescale scale;
  const PlanChartMetrics *metrics;
  double x0;
  double x1;
  double height;
  PlanTicks top;
  PlanTicks today;
  PlanMeasureFunc measure;
  gpointer measure_data;
} PlanLoadInput;

/**
 * PlanLoadBar:
 * @x, @width: of the bar; @y: its upper edge
 * @left, @right: of the cell in which it stands
 * @capacity_y: where the capacity is
 * @over_y: lower edge of what is over, above which it is marked; @y when nothing is
 *
 * A cell of time.
 */
typedef struct
{
  double x, y, width;
  double left, right;
  double capacity_y;
  double over_y;
  PlanTicks start;
  PlanTicks finish;
  PlanLoadCell load;
} PlanLoadBar;

typedef struct _PlanLoadLayout PlanLoadLayout;

#define PLAN_LOAD_NO_CELL G_MAXUINT

PlanTicks          plan_load_find_top           (const PlanLoadInput *input);
PlanLoadLayout    *plan_load_layout_new         (const PlanLoadInput *input);
void               plan_load_layout_free        (PlanLoadLayout *self);
const PlanLoadBar *plan_load_layout_get_bars    (const PlanLoadLayout *self, guint *n_bars);
guint              plan_load_layout_hit         (const PlanLoadLayout *self, double x, guint *project, double y);
guint              plan_load_layout_get_projects (const PlanLoadLayout *self, const guint **projects);
char              *plan_load_layout_to_text     (const PlanLoadLayout *self);
char              *plan_load_format_hours       (PlanTicks work);
char              *plan_load_format_work        (PlanTicks work);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanLoadLayout, plan_load_layout_free)

G_END_DECLS
