/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-diagram.h"

G_BEGIN_DECLS

/* From the top of one line of boxes to the next. Below a box lie channels for links, then the lower edge of its frame, then
 * the upper edge and the title of the next frame. */
#define PLAN_DIAGRAM_PITCH      (PLAN_DIAGRAM_BOX_HEIGHT + 50)
#define PLAN_DIAGRAM_MARGIN     24.0
#define PLAN_DIAGRAM_TITLE      22.0 /* from the top of a frame to its boxes */
#define PLAN_DIAGRAM_FRAME_FOOT 22.0
#define PLAN_DIAGRAM_FRAME_SIDE 10.0

/* A link between two boxes; @type: a PlanLinkType. */
typedef struct
{
  guint from;
  guint to;
  guint link;
  guint8 type;
} PlanDiagramEdge;

/* Boxes of one group and one column, as a run of @order. */
typedef struct
{
  guint first;
  guint n;
  guint group;
  guint layer;
} PlanDiagramCell;

/* The cells of a group, its lines and where they begin. */
typedef struct
{
  guint first_cell;
  guint n_cells;
  guint first_layer;
  guint last_layer;
  guint n_rows;
  guint top;
  guint outline_row; /* of the summary, or PLAN_INDEX_NONE */
} PlanDiagramBand;

/**
 * PlanDiagram:
 * @node_of_task: by index of the task, or %PLAN_INDEX_NONE
 * @edges: by predecessor; those of node i are from @out_first[i] on
 * @in_edges: indexes of edges by successor; those of node i are from @in_first[i] on
 * @order: nodes by group, layer and place in it; @cells: its runs; @bands: runs of cells
 * @by_row: nodes by line and column
 */
struct _PlanDiagram
{
  GArray *nodes;
  GArray *groups;
  GArray *paths;
  GArray *points;
  guint n_tasks;
  guint *node_of_task;
  GArray *edges;
  guint *out_first;
  guint *in_edges;
  guint *in_first;
  guint n_layers;
  guint n_rows;
  guint *order;
  GArray *cells;
  GArray *bands;
  guint *by_row;
  double width;
  double height;
};

#define plan_diagram_node(self, i) (&g_array_index ((self)->nodes, PlanDiagramNode, i))
#define plan_diagram_edge(self, i) (&g_array_index ((self)->edges, PlanDiagramEdge, i))

void plan_diagram_set_layers  (PlanDiagram *self);
void plan_diagram_set_rows    (PlanDiagram *self);
void plan_diagram_pack        (PlanDiagram *self);
void plan_diagram_route       (PlanDiagram *self);

G_END_DECLS
