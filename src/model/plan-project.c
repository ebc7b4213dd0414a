/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A project's options in the shape that others need.
 */

#include "plan-project.h"

/**
 * plan_project_get_conversion:
 * @conversion: (out): how much work a day, a week and a month stand for in durations of this project
 */
void
plan_project_get_conversion (const PlanProject *self, PlanConversion *conversion)
{
  conversion->per_day = self->minutes_per_day;
  conversion->per_week = self->minutes_per_week;
  conversion->per_month = self->days_per_month * self->minutes_per_day;
}
