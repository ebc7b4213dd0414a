/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-load-layout.h"

G_BEGIN_DECLS

/* What one project has of a bar; @colour is the index that is stored with it. */
typedef struct
{
  double x, y, width, height;
  guint bar;
  guint project;
  guint colour;
} PlanLoadSegment;

/* A line of the scale, with its number of hours. */
typedef struct
{
  double y;
  char label[16];
} PlanLoadMark;

/* The number above a bar. */
typedef struct
{
  double x, y;
  char words[24];
  gboolean over;
} PlanLoadNumber;

/**
 * PlanLoadLayout:
 * @ground: time scale, shading and lines, without any row
 * @projects: of guint: those that occur, in the order in which they are stacked
 *
 * Numbers only, in chart units.
 */
struct _PlanLoadLayout
{
  PlanGanttLayout *ground;
  PlanGanttRows rows; /* none */
  PlanChartMetrics metrics;
  double height;
  double top;
  GArray *bars;
  GArray *segments;
  GArray *marks;
  GArray *numbers;
  GArray *projects;
};

G_END_DECLS
