/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-schedule.h"

G_BEGIN_DECLS

/* Which task keeps its place in the first pass, as Microsoft Project decides it. */
typedef enum {
  PLAN_LEVEL_STANDARD,
  PLAN_LEVEL_PRIORITY,
  PLAN_LEVEL_ID,
  PLAN_LEVEL_SHORTEST, /* by late finish */
  PLAN_LEVEL_N_ORDERS
} PlanLevelOrder;

/* @finish: when the last project finishes by what was found so far, about. Returns whether to search no more. */
typedef gboolean (*PlanLevelWatch) (PlanTicks finish, gpointer data);

/**
 * PlanLevelOptions:
 * @projects: (nullable) (array): in which tasks may be moved, @n_projects of them; %NULL for all
 * @kept: (nullable) (array): tasks that are not moved, @n_kept of them
 * @within_slack: no task goes beyond its late finish; nothing is searched
 * @from_status_date: tasks that start before the status date of their project keep their place
 * @search: whether to look for a better order than that of one pass
 * @clear: only takes levelling delays away; see plan_level_clear()
 * @n_schedules: about how many schedules to try then, or 0 for as many as @watch lets pass; with a number and without @watch
 *   the result depends on @seed alone
 * @watch: (nullable): asked between schedules
 */
typedef struct
{
  PlanLevelOrder order;
  const PlanId *projects;
  guint n_projects;
  const PlanId *kept;
  guint n_kept;
  gboolean clear;
  gboolean within_slack;
  gboolean from_status_date;
  gboolean search;
  guint64 n_schedules;
  guint32 seed;
  PlanLevelWatch watch;
  gpointer data;
} PlanLevelOptions;

/**
 * PlanLevelChange:
 * @from: where the plan starts the task when nothing is delayed by levelling, and @to: where it starts now
 * @resource: for which it waited last, or %PLAN_ID_NONE when it waits for the status date
 * @by: a task that had it, or %PLAN_ID_NONE when there is not that much of it
 * @busy_from: when it would have been overloaded, and @busy_to: until when
 * @units: hundredths of a percent that the task asked for, and @free: that were free; @load: what all would have used
 *
 * A task that is moved, and why.
 */
typedef struct
{
  PlanId task;
  PlanTicks from;
  PlanTicks to;
  PlanId resource;
  PlanId by;
  PlanTicks busy_from;
  PlanTicks busy_to;
  PlanPercent units;
  PlanPercent free;
  PlanPercent load;
} PlanLevelChange;

/* A levelling delay to be set, elapsed ticks. */
typedef struct
{
  PlanId task;
  PlanTicks delay;
} PlanLevelDelay;

/* How a project finishes before and after. */
typedef struct
{
  PlanId project;
  PlanTicks before;
  PlanTicks after;
} PlanLevelEffect;

/**
 * PlanLevel:
 * @delays: of #PlanLevelDelay, those that differ from the model's
 * @changes: of #PlanLevelChange, by the start that they have now
 * @effects: of #PlanLevelEffect, for each project
 * @unresolved: of #PlanId, tasks whose resources stay overloaded: they keep their place, or need more than there is
 * @n_schedules: how many schedules were made
 */
typedef struct
{
  GArray *delays;
  GArray *changes;
  GArray *effects;
  GArray *unresolved;
  guint64 n_schedules;
} PlanLevel;

PlanLevel *plan_level_run   (PlanModel *model, const PlanLevelOptions *options, GError **error);
PlanLevel *plan_level_clear (PlanModel *model, const PlanLevelOptions *options, GError **error);
void       plan_level_apply (const PlanLevel *self, PlanModel *model);
void       plan_level_free  (PlanLevel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanLevel, plan_level_free)

G_END_DECLS
