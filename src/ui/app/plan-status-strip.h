/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_STATUS_STRIP (plan_status_strip_get_type ())
G_DECLARE_FINAL_TYPE (PlanStatusStrip, plan_status_strip, PLAN, STATUS_STRIP, GtkWidget)

void plan_status_strip_update (PlanStatusStrip *self, PlanDocument *document, PlanId project);
void plan_status_strip_set_hint (PlanStatusStrip *self, const char *hint);

G_END_DECLS
