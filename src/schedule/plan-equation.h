/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-contour.h"
#include "plan-task.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanShare:
 * @work: ticks in all; @actual_work of them are done, @overtime_work are overtime
 * @units: as typed, hundredths of a percent
 * @duration: working ticks that it takes, or 0 when they follow from work and units
 *
 * What one resource does of a task.
 */
typedef struct
{
  PlanTicks work;
  PlanTicks actual_work;
  PlanTicks overtime_work;
  PlanPercent units;
  PlanTicks duration;
  PlanContour contour;
} PlanShare;

/**
 * PlanEquation:
 * @duration: of the task, ticks
 * @shares: (element-type PlanShare): of all who work on it
 *
 * Work = duration × units, for a task.
 */
typedef struct
{
  PlanTaskType type;
  gboolean effort_driven;
  PlanTicks duration;
  GArray *shares;
} PlanEquation;

PlanTicks   plan_share_get_duration    (const PlanShare *self);
PlanPercent plan_share_get_peak        (const PlanShare *self);

void        plan_equation_set_duration (PlanEquation *self, PlanTicks duration);
void        plan_equation_set_work     (PlanEquation *self, guint share, PlanTicks work);
void        plan_equation_set_units    (PlanEquation *self, guint share, PlanPercent units);
void        plan_equation_set_spread   (PlanEquation *self, guint share, PlanContour contour, PlanTicks overtime_work);
void        plan_equation_add          (PlanEquation *self, PlanPercent units);
void        plan_equation_remove       (PlanEquation *self, guint share);

G_END_DECLS
