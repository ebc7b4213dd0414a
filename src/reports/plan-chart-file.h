/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlanChartSheets:
 * @width, @height: of each page
 * @draw: draws a page, from 0
 *
 * A drawing on one or more pages.
 */
typedef struct
{
  const char *title;
  double width;
  double height;
  guint n_pages;
  void (*draw) (cairo_t *cr, guint page, gpointer data);
  gpointer data;
} PlanChartSheets;

gboolean plan_chart_write_pdf   (const char *path, const PlanModel *model, const PlanSchedule *schedule, const PlanId *projects,
                                 guint n_projects, const PlanPagesOptions *options, PlanProgress *progress, GError **error);
gboolean plan_chart_write_image (const char *path, const PlanModel *model, const PlanSchedule *schedule, PlanId project,
                                 const PlanPagesOptions *options, double zoom, PlanProgress *progress, GError **error);
gboolean plan_chart_write_sheets (const char *path, const PlanChartSheets *sheets, PlanProgress *progress, GError **error);

G_END_DECLS
