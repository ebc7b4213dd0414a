/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-money.h"
#include "plan-time.h"

#include <glib.h>

G_BEGIN_DECLS

/* How the work of an assignment is spread over its duration. The numbers are those of Microsoft Project's XML. */
typedef enum {
  PLAN_CONTOUR_FLAT,
  PLAN_CONTOUR_BACK_LOADED,
  PLAN_CONTOUR_FRONT_LOADED,
  PLAN_CONTOUR_DOUBLE_PEAK,
  PLAN_CONTOUR_EARLY_PEAK,
  PLAN_CONTOUR_LATE_PEAK,
  PLAN_CONTOUR_BELL,
  PLAN_CONTOUR_TURTLE,
  PLAN_CONTOUR_EXPLICIT, /* span by span; as a whole like a flat one */
} PlanContour;

PlanTicks   plan_contour_get_duration (PlanContour contour, PlanTicks work, PlanPercent units);
PlanTicks   plan_contour_get_work     (PlanContour contour, PlanTicks duration, PlanPercent units);
PlanPercent plan_contour_get_units    (PlanContour contour, PlanTicks duration, PlanTicks work);
PlanTicks   plan_contour_get_done     (PlanContour contour, PlanTicks duration, PlanTicks work, PlanTicks within);
PlanTicks   plan_contour_get_within   (PlanContour contour, PlanTicks duration, PlanTicks work, PlanTicks done);

G_END_DECLS
