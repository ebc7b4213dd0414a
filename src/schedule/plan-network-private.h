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

gboolean plan_network_order (PlanNetwork *self, const PlanRawEdge *edges, guint n_edges, const PlanModel *model, GError **error);

G_END_DECLS
