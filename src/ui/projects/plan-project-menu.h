/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *plan_project_menu_new   (const PlanModel *model, PlanId project, gboolean writable);
GMenuModel *plan_programme_menu_new (PlanId programme);

G_END_DECLS
