/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-calendars.h"
#include "plan-network.h"
#include "plan-node-set.h"
#include "plan-parts.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanExtra:
 * @start: of a fixed or started task; @finish: of a fixed one
 * @stop: until when a started task is done, and @asked: when it may go on; both by the clock on every axis
 * @rest: where the rest of it begins, as far as its progress says; @resume: as it was placed, pauses not counted
 * @constraint_date: %PLAN_TICKS_NONE for none, as the other dates
 * @floor: no start before it, from the constraints of summaries; @ceiling: no finish after it
 * @logic: start by links alone, when a constraint pulls the task before it
 * @deadline: the task's, turned as the axis
 * @delay: clock ticks, by levelling; @work_delay: working ticks until the first resource starts
 * @whole: duration without pauses, also of a started task
 * @n_parts: how many parts from @first_part on drive the task, each by its own calendar, or 0
 *
 * What a task has that is not quite plain; all dates on the axis of its project.
 */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  PlanTicks stop;
  PlanTicks asked;
  PlanTicks rest;
  PlanTicks resume;
  PlanTicks constraint_date;
  PlanTicks deadline;
  PlanTicks floor;
  PlanTicks ceiling;
  PlanTicks delay;
  PlanTicks logic;
  gint32 work_delay;
  gint32 whole;
  guint32 first_part;
  guint16 n_parts;
  guint8 constraint;
} PlanExtra;

/**
 * PlanProjectState:
 * @start: on the axis of the project, as @finish
 * @alap: a task waits as long as it can
 * @idle: the project keeps its dates in the next run of the passes
 * @lost: the task that made its finish does so no more
 * @ends: its first start and last finish are to be looked for
 *
 * A project while it is scheduled.
 */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  PlanTicks critical_slack;
  guint32 calendar;
  guint8 honour;
  guint8 several_paths;
  guint8 mirror;
  guint8 extends; /* a late constraint may lie after the finish */
  guint8 alap;
  guint8 idle;
  guint8 lost;
  guint8 ends;
} PlanProjectState;

/**
 * PlanCpm:
 * @worktimes: by number of the calendar
 * @has_alap: a task of a project that is not idle waits as long as it can
 * @has_mirror: a project that is not idle is scheduled from its finish
 * @has_idle: some projects are idle
 *
 * The passes and what they work on.
 */
typedef struct
{
  const PlanModel *model;
  PlanNetwork *network;
  const PlanWorktime **worktimes;
  PlanNodeDates *dates;
  PlanExtra *extras;
  const PlanPart *parts;
  PlanProjectState *projects;
  guint n_projects;
  gboolean has_alap;
  gboolean has_mirror;
  gboolean has_idle;
} PlanCpm;

void      plan_cpm_run             (PlanCpm *self);
gboolean  plan_cpm_update          (PlanCpm *self, PlanNodeSet *early, PlanNodeSet *late, PlanNodeSet *changed);
PlanTicks plan_cpm_get_asked_start (PlanCpm *self, guint32 to, guint32 edge);
PlanTicks plan_cpm_snap_start      (PlanCpm *self, guint32 number, PlanTicks at);

G_END_DECLS
