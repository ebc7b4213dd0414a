/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-diagram.h"

G_BEGIN_DECLS

/**
 * PlanDiagramInput:
 * @diagram: of @model, as it is now
 * @critical: whether critical boxes and links are marked
 * @with_words: whether there is anything to read: not when it is too small
 * @x0, @y0, @x1, @y1: the part to lay out, in chart units
 * @selected: (array length=n_selected): indexes of tasks, sorted
 * @hover: index of the path under the pointer, or %PLAN_INDEX_NONE
 */
typedef struct
{
  const PlanDiagram *diagram;
  const PlanModel *model;
  const PlanSchedule *schedule;
  PlanId project;
  gboolean critical;
  gboolean with_words;
  double x0, y0, x1, y1;
  const guint *selected;
  guint n_selected;
  guint hover;
  PlanMeasureFunc measure;
  gpointer measure_data;
} PlanDiagramInput;

/**
 * PlanDiagramBox:
 * @kind: a #PlanBarKind; @done: the finished part of its width
 * @name_x: where the name begins, or 0 when nothing is written
 */
typedef struct
{
  double x, y;
  double done;
  double name_x;
  guint task;
  guint8 kind;
  guint8 critical;
  guint8 selected;
} PlanDiagramBox;

typedef struct _PlanDiagramLayout PlanDiagramLayout;

void                  plan_diagram_sort_tasks       (GArray *tasks);
PlanDiagramLayout    *plan_diagram_layout_new       (const PlanDiagramInput *input);
void                  plan_diagram_layout_free      (PlanDiagramLayout *self);
const PlanDiagramBox *plan_diagram_layout_get_boxes (const PlanDiagramLayout *self, guint *n_boxes);
char                 *plan_diagram_layout_to_text   (const PlanDiagramLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanDiagramLayout, plan_diagram_layout_free)

G_END_DECLS
