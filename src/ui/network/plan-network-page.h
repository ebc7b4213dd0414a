/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-network-view.h"
#include "plan-view-page.h"

G_BEGIN_DECLS

#define PLAN_TYPE_NETWORK_PAGE (plan_network_page_get_type ())
G_DECLARE_FINAL_TYPE (PlanNetworkPage, plan_network_page, PLAN, NETWORK_PAGE, PlanViewPage)

PlanNetworkView *plan_network_page_get_view (PlanNetworkPage *self);

G_END_DECLS
