/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-level.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_LEVEL_WINDOW (plan_level_window_get_type ())
G_DECLARE_FINAL_TYPE (PlanLevelWindow, plan_level_window, PLAN, LEVEL_WINDOW, AdwWindow)

GtkWindow *plan_level_window_new      (GtkWindow *parent, PlanDocument *document, PlanId project);
gboolean   plan_level_window_is_ready (PlanLevelWindow *self);
const PlanLevel *plan_level_window_get_level (PlanLevelWindow *self);

G_END_DECLS
