/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

#include <glib.h>

G_BEGIN_DECLS

#define PLAN_NODE_NONE G_MAXUINT32

typedef enum {
  PLAN_NODE_BOUND = 1 << 0,    /* of a summary: before it none of its tasks starts */
  PLAN_NODE_ROLL = 1 << 1,     /* of a summary: from the first start to the last finish of its tasks */
  PLAN_NODE_FIXED = 1 << 2,    /* both dates are given */
  PLAN_NODE_FINISHED = 1 << 3,
  PLAN_NODE_STARTED = 1 << 4,  /* and not finished */
  PLAN_NODE_SPLIT = 1 << 5,    /* started, and the rest waits for predecessors */
  PLAN_NODE_MANUAL = 1 << 6,
  PLAN_NODE_EXTERNAL = 1 << 7,
  PLAN_NODE_ELAPSED = 1 << 8,
  PLAN_NODE_ALAP = 1 << 9,
  PLAN_NODE_MIRROR = 1 << 10,  /* its project is scheduled from the finish */
  PLAN_NODE_TEXT_DATES = 1 << 11,
  PLAN_NODE_SUMMARY = 1 << 12, /* a summary with dates of its own */
  PLAN_NODE_OFF = 1 << 13,     /* inactive: it has dates, but nothing follows from them */
  PLAN_NODE_PARTS = 1 << 14,   /* its resources work by different calendars */
} PlanNodeFlags;

#define PLAN_NODE_PSEUDO (PLAN_NODE_BOUND | PLAN_NODE_ROLL)

/**
 * PlanNode:
 * @project: number in the model
 * @calendar: number in #PlanCalendars of the task's calendar or its project's, for lags and slack
 * @work_calendar: likewise that in which it is worked on, for its duration
 * @duration: ticks, pauses counted; of a started task, those that remain
 * @extra: number of the #PlanExtra of a task that is not quite plain, or 0
 */
typedef struct
{
  guint32 task;
  guint32 project;
  guint16 calendar;
  guint16 work_calendar;
  guint32 extra;
  gint32 duration;
  guint32 flags;
} PlanNode;

typedef enum {
  PLAN_EDGE_ELAPSED = 4,
  PLAN_EDGE_PERCENT = 8,
} PlanEdgeFlags;

/* The other node and in the low four bits a PlanLinkType and PlanEdgeFlags. */
typedef struct
{
  guint32 other;
  gint32 lag;
} PlanEdge;

/* Dates of a node. On the mirrored axis of projects scheduled from the finish until plan_cpm_run() is done. */
typedef struct
{
  PlanTicks early_start;
  PlanTicks early_finish;
  PlanTicks late_start;
  PlanTicks late_finish;
} PlanNodeDates;

#define PLAN_EDGE_NODE(edge) ((edge)->other >> 4)
#define PLAN_EDGE_TYPE(edge) ((PlanLinkType) ((edge)->other & 3))
#define PLAN_CHILD_SUMMARY (1u << 31)
#define PLAN_NETWORK_MAX_NODES (1u << 28)

/**
 * PlanSummary:
 * @parent: number of the summary it belongs to, or %PLAN_NODE_NONE
 * @node: its node when it has dates of its own; @bound and @roll when it has links
 */
typedef struct
{
  guint32 task;
  guint32 parent;
  guint32 node;
  guint32 bound;
  guint32 roll;
  gboolean off;
} PlanSummary;

/**
 * PlanNetwork:
 * @nodes: in an order in which every edge leads forward
 * @dates: of each node; they stay with it when nodes change their places
 * @first_pred: of each node, and one more, its place in @preds; likewise @first_succ
 * @node_of_task: %PLAN_NODE_NONE for summaries and empty lines
 * @group_of_project: a number that projects share between which there are links
 * @ids: of the tasks; @assignment_ids likewise of the assignments
 * @task_of_assignment: by index of the assignment, the index of its task or %PLAN_NODE_NONE
 * @first_assignment: of each task, and one more, its place in @assignments, which are indexes in the model
 * @summary_of_task: number of the summary the task belongs to, or %PLAN_NODE_NONE
 * @first_child: of each summary, and one more, its place in @children: indexes of tasks, or %PLAN_CHILD_SUMMARY and the number of
 *   a summary
 * @summaries: the inner ones before those that they belong to
 * @used_calendars: ids of those that tasks named when the network was made, some more than once
 *
 * The tasks of all projects and what binds them.
 */
typedef struct
{
  guint n_tasks;
  guint n_nodes;
  guint n_edges;
  guint n_summaries;
  guint n_assignments;
  guint n_projects;
  PlanNode *nodes;
  PlanNodeDates *dates;
  guint32 *first_pred;
  guint32 *first_succ;
  PlanEdge *preds;
  PlanEdge *succs;
  guint32 *node_of_task;
  guint32 *summary_of_task;
  guint32 *project_of_task;
  guint32 *group_of_project;
  PlanId *ids;
  PlanId *assignment_ids;
  guint32 *task_of_assignment;
  guint32 *first_assignment;
  guint32 *assignments;
  guint32 *first_child;
  guint32 *children;
  PlanSummary *summaries;
  GArray *used_calendars;
} PlanNetwork;

PlanNetwork *plan_network_new  (const PlanModel *model, GError **error);
void         plan_network_free (PlanNetwork *self);
gsize        plan_network_get_size (const PlanNetwork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanNetwork, plan_network_free)

G_END_DECLS
