/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-load.h"
#include "plan-pages.h"

G_BEGIN_DECLS

/**
 * PlanLoadPagesInput:
 * @people: (array length=n_people): indexes of those with a chart each
 * @zoom: pixels a day of a picture, or 0 to choose one
 */
typedef struct
{
  const PlanModel *model;
  const PlanSchedule *schedule;
  PlanLoad *load;
  const guint *people;
  guint n_people;
  double zoom;
} PlanLoadPagesInput;

gboolean plan_load_write_chart (const char *path, const PlanLoadPagesInput *input, const PlanPagesOptions *options,
                                PlanProgress *progress, GError **error);

G_END_DECLS
