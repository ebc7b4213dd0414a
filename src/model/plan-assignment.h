/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-id.h"
#include "plan-money.h"
#include "plan-time.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanAssignment:
 * @resource: who works, or %PLAN_ID_NONE for work that nobody has yet
 * @units: hundredths of a percent
 * @work: ticks of work in all; @actual_work of them are done, @overtime_work are overtime
 * @delay: working ticks after the task's start; @levelling_delay: clock ticks
 * @contour: 0 flat, 1 to 7 as in scheduling.md 4.5, 8 by its spans
 * @cost: the amount of a cost resource
 * @variable_rate_unit: a #PlanRateUnit: @units of the material are used in each, unless @fixed_material; 0 for none
 * @actual_cost: as typed, where actual costs are
 * @duration: working ticks that it takes without pauses, or 0 when they follow from work and units; its peak follows
 */
typedef struct
{
  PlanId id;
  PlanId task;
  PlanId resource;
  gint64 source_uid;
  const char *notes;
  PlanPercent units;
  PlanTicks work;
  PlanTicks actual_work;
  PlanTicks overtime_work;
  PlanTicks actual_overtime_work;
  PlanTicks delay;
  PlanTicks levelling_delay;
  PlanTicks actual_start;
  PlanTicks actual_finish;
  PlanTicks stop;
  PlanTicks resume;
  PlanMoney cost;
  guint8 contour;
  guint8 rate_table;
  guint8 levelling_delay_unit;
  guint8 fixed_material;
  guint8 variable_rate_unit;
  PlanTicks duration;
  PlanMoney actual_cost;
} PlanAssignment;

/**
 * PlanWorkSpan:
 * @kind: what is spread: the numbers of Microsoft Project's time-phased data (1 remaining work, 2 actual work, ...)
 * @owner: an assignment or a task
 * @value: ticks of work or minor units of cost between @start and @finish
 * @unit: unit code of the file
 */
typedef struct
{
  PlanId id;
  PlanId owner;
  PlanTicks start;
  PlanTicks finish;
  gint64 value;
  gint32 kind;
  gint32 unit;
  guint8 owner_record;
} PlanWorkSpan;

G_END_DECLS
