/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-network-private.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanNetworkEdit:
 * @early: (element-type guint32): nodes whose early dates may be others now; they are renumbered with the network
 * @late: (element-type guint32): likewise late dates and slack
 *
 * Changes of a network that leave the rest of it in its place.
 */
typedef struct
{
  PlanNetwork *network;
  const PlanModel *model;
  GArray *early;
  GArray *late;
} PlanNetworkEdit;

void     plan_network_edit_init              (PlanNetworkEdit *self, PlanNetwork *network, const PlanModel *model);
void     plan_network_edit_clear             (PlanNetworkEdit *self);
guint32  plan_network_find_summary           (const PlanNetwork *self, guint32 task);
gboolean plan_network_edit_link              (PlanNetworkEdit *self, const PlanLink *link, guint32 predecessor,
                                              guint32 successor);
gboolean plan_network_edit_unlink            (PlanNetworkEdit *self, const PlanLink *link, guint32 predecessor,
                                              guint32 successor);
gboolean plan_network_edit_insert_task       (PlanNetworkEdit *self, const PlanTask *task);
gboolean plan_network_edit_remove_task       (PlanNetworkEdit *self, guint32 task);
gboolean plan_network_edit_set_parent        (PlanNetworkEdit *self, guint32 task, PlanId parent);
gboolean plan_network_edit_switch_task       (PlanNetworkEdit *self, guint32 task);
void     plan_network_edit_insert_assignment (PlanNetworkEdit *self, const PlanAssignment *assignment);
gboolean plan_network_edit_remove_assignment (PlanNetworkEdit *self, PlanId assignment);
gboolean plan_network_edit_finish            (PlanNetworkEdit *self, gboolean assignments);

G_END_DECLS
