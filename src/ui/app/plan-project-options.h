/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-id.h"

#include <glib.h>

G_BEGIN_DECLS

/* How a project is looked at: no part of the plan, so nothing of it is an edit. */
gint64   plan_project_options_get_integer (PlanId project, const char *key, gint64 fallback);
gboolean plan_project_options_set_integer (PlanId project, const char *key, gint64 value);

G_END_DECLS
