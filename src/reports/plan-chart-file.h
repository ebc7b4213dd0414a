/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean plan_chart_write_pdf   (const char *path, const PlanModel *model, const PlanSchedule *schedule, const PlanId *projects,
                                 guint n_projects, const PlanPagesOptions *options, PlanProgress *progress, GError **error);
gboolean plan_chart_write_image (const char *path, const PlanModel *model, const PlanSchedule *schedule, PlanId project,
                                 const PlanPagesOptions *options, double zoom, PlanProgress *progress, GError **error);

G_END_DECLS
