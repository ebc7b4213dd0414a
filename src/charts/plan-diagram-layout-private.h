/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-gantt-private.h"
#include "plan-diagram-layout.h"

G_BEGIN_DECLS

/* The parts of a box, from its top: early dates, name, late dates. */
#define PLAN_DIAGRAM_DATES 20.0
#define PLAN_DIAGRAM_NAME  (PLAN_DIAGRAM_BOX_HEIGHT - 2 * PLAN_DIAGRAM_DATES)

/* A line of text; @x is its left end and @y its base line. */
typedef struct
{
  double x, y, width, size;
  guint text; /* where it begins in the layout's texts */
  guint8 bold;
  guint8 ink; /* PlanGanttInk */
  guint8 halo;
} PlanDiagramText;

/* A link that is seen; @path: its index in the network. */
typedef struct
{
  guint path;
  gboolean critical;
} PlanDiagramLine;

/**
 * PlanDiagramLayout:
 *
 * What is seen of a network: frames, boxes and links with their words.
 */
struct _PlanDiagramLayout
{
  const PlanDiagram *diagram;
  guint hover;
  GArray *groups; /* PlanDiagramGroup */
  GArray *boxes;
  GArray *lines;
  GArray *labels;
  GString *texts;
};

G_END_DECLS
