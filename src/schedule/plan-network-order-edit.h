/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-network-edit.h"

#include <glib.h>

G_BEGIN_DECLS

gboolean plan_network_edit_add_edge    (PlanNetworkEdit *self, guint32 from, guint32 to, PlanEdge edge);
gboolean plan_network_edit_remove_edge (PlanNetworkEdit *self, guint32 from, guint32 to, PlanEdge edge);
guint32  plan_network_edit_add_node    (PlanNetworkEdit *self, const PlanNode *node);
void     plan_network_edit_remove_node (PlanNetworkEdit *self, guint32 number);

G_END_DECLS
