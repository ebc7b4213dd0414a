/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-network.h"

#include <glib.h>

G_BEGIN_DECLS

/* An edge before the nodes are in order; @kind is the low four bits of PlanEdge. */
typedef struct
{
  guint32 from;
  guint32 to;
  gint32 lag;
  guint32 kind;
} PlanRawEdge;

/* @is_in_order: whether each of them leads to a node behind the one that it leaves */
typedef struct
{
  PlanRawEdge *edges;
  guint n;
  gboolean is_in_order;
} PlanRawEdges;

/**
 * PlanLinkEnd:
 * @summary: number of the summary that the task is, or %PLAN_NODE_NONE
 * @has_dates: whether it is more than an empty line
 * @off: whether it is inactive
 *
 * A task at one end of a link.
 */
typedef struct
{
  guint32 task;
  guint32 summary;
  gboolean has_dates;
  gboolean off;
} PlanLinkEnd;

gboolean plan_network_order            (PlanNetwork *self, const PlanRawEdges *edges, const PlanModel *model, GError **error);
PlanEdge plan_network_get_edge         (const PlanLink *link);
gboolean plan_network_takes_link       (const PlanNetwork *self, const PlanModel *model, const PlanLinkEnd *from,
                                        const PlanLinkEnd *to, PlanLinkType type);
void     plan_network_join_projects    (PlanNetwork *self, guint32 a, guint32 b);
guint32  plan_network_get_group        (const PlanNetwork *self, guint32 project);
void     plan_network_pack_assignments (PlanNetwork *self);

G_END_DECLS
