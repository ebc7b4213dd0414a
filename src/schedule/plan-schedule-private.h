/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cpm.h"
#include "plan-schedule.h"

G_BEGIN_DECLS

gboolean       plan_schedule_get_cpm       (const PlanSchedule *self, const PlanModel *model, PlanCpm *cpm);
PlanCalendars *plan_schedule_get_calendars (const PlanSchedule *self);

G_END_DECLS
