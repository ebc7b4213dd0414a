/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-layout.h"
#include "plan-progress.h"

#include <glib.h>

G_BEGIN_DECLS

/* Sizes of a box, in chart units. */
#define PLAN_DIAGRAM_BOX_WIDTH  192.0
#define PLAN_DIAGRAM_BOX_HEIGHT 68.0

/**
 * PlanDiagram:
 *
 * Where the boxes of a network diagram stand and how its links run: follows from the outline and the links alone, so it
 * holds until tasks or links come, go or move.
 */
typedef struct _PlanDiagram PlanDiagram;

/**
 * PlanDiagramPlan:
 * @index: of @model, as it is now; @outline: of one project
 * @hidden: (nullable): by index of the task, whether it has no box
 */
typedef struct
{
  const PlanModel *model;
  const PlanTaskIndex *index;
  const PlanOutline *outline;
  const guint8 *hidden;
} PlanDiagramPlan;

/**
 * PlanDiagramNode:
 * @x, @y: its upper left corner
 * @task: index of the task in the model; @number: of its row, from 1
 * @group: the group it stands in, or %PLAN_INDEX_NONE
 * @layer, @row: its column and line, from 0
 */
typedef struct
{
  double x, y;
  guint task;
  guint number;
  guint group;
  guint layer;
  guint row;
} PlanDiagramNode;

/* The frame around the tasks right below one summary; @task: index of the summary in the model. */
typedef struct
{
  double x, y, width, height;
  guint task;
  guint number;
} PlanDiagramGroup;

/**
 * PlanDiagramPath:
 * @x0, @y0, @x1, @y1: box around its points
 * @from, @to: nodes; @link: index of the link in the model
 *
 * A link: level and upright pieces that run between the boxes.
 */
typedef struct
{
  double x0, y0, x1, y1;
  guint first_point;
  guint n_points;
  guint link;
  guint from;
  guint to;
} PlanDiagramPath;

typedef struct
{
  double x, y;
} PlanDiagramPoint;

/* Where the keys go from a box. */
typedef enum {
  PLAN_DIAGRAM_LEFT,  /* to a predecessor */
  PLAN_DIAGRAM_RIGHT, /* to a successor */
  PLAN_DIAGRAM_UP,    /* to the next box above in the same column */
  PLAN_DIAGRAM_DOWN,
} PlanDiagramStep;

guint8                 *plan_diagram_hide_uncritical (const PlanModel *model, const PlanSchedule *schedule);
PlanDiagram            *plan_diagram_new        (const PlanDiagramPlan *plan, PlanProgress *progress, GError **error);
void                    plan_diagram_free       (PlanDiagram *self);
void                    plan_diagram_get_size   (const PlanDiagram *self, double *width, double *height);
const PlanDiagramNode  *plan_diagram_get_nodes  (const PlanDiagram *self, guint *n_nodes);
const PlanDiagramGroup *plan_diagram_get_groups (const PlanDiagram *self, guint *n_groups);
const PlanDiagramPath  *plan_diagram_get_paths  (const PlanDiagram *self, guint *n_paths);
const PlanDiagramPoint *plan_diagram_get_points (const PlanDiagram *self, const PlanDiagramPath *path);
guint                   plan_diagram_find       (const PlanDiagram *self, guint task);
guint                   plan_diagram_step       (const PlanDiagram *self, guint node, PlanDiagramStep step);
guint                   plan_diagram_node_at    (const PlanDiagram *self, double x, double y);
guint                   plan_diagram_path_at    (const PlanDiagram *self, double x, double y, double reach);
char                   *plan_diagram_to_text    (const PlanDiagram *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanDiagram, plan_diagram_free)

G_END_DECLS
