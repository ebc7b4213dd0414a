/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-id.h"
#include "plan-money.h"
#include "plan-time.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PLAN_RESOURCE_MATERIAL = 0,
  PLAN_RESOURCE_WORK = 1,
  PLAN_RESOURCE_COST = 2,
} PlanResourceType;

/* What a rate counts by. The numbers are those of Microsoft Project's XML. */
typedef enum {
  PLAN_PER_MINUTE = 1,
  PLAN_PER_HOUR = 2,
  PLAN_PER_DAY = 3,
  PLAN_PER_WEEK = 4,
  PLAN_PER_MONTH = 5,
  PLAN_PER_YEAR = 7,
  PLAN_PER_PIECE = 8,
} PlanRateUnit;

/**
 * PlanResource:
 * @max_units: hundredths of a percent: 10,000 is one person
 * @source_uid: its number in the file it was imported from, or -1
 *
 * A person, a group, a machine, a material or a kind of cost, shared by all projects of the office.
 */
typedef struct
{
  PlanId id;
  PlanId calendar;
  gint64 source_uid;
  gint64 rank;
  const char *name;
  const char *initials;
  const char *group;
  const char *role;
  const char *email;
  const char *code;
  const char *notes;
  const char *material_unit;
  PlanPercent max_units;
  PlanRate standard_rate;
  PlanRate overtime_rate;
  PlanMoney cost_per_use;
  guint8 type;
  guint8 standard_rate_unit;
  guint8 overtime_rate_unit;
  guint8 accrual;
  guint8 budget;
  guint8 generic;
  guint8 inactive;
  guint8 can_level;
} PlanResource;

/**
 * PlanAvailability:
 *
 * Units of a resource from @start to @finish (days, both included; %PLAN_DAY_NONE is open).
 */
typedef struct
{
  PlanId id;
  PlanId resource;
  PlanDay start;
  PlanDay finish;
  PlanPercent units;
} PlanAvailability;

/**
 * PlanRateEntry:
 * @table: 0 to 4 for the tables A to E
 * @start: the instant from which it holds, or %PLAN_TICKS_NONE for the first
 */
typedef struct
{
  PlanId id;
  PlanId resource;
  PlanTicks start;
  PlanRate standard_rate;
  PlanRate overtime_rate;
  PlanMoney cost_per_use;
  gint32 table;
  guint8 standard_rate_unit;
  guint8 overtime_rate_unit;
} PlanRateEntry;

G_END_DECLS
