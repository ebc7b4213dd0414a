/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLAN_LEVEL_NO_GROUP G_MAXUINT32

/**
 * PlanLevelEdge:
 *
 * @to starts no sooner than @distance units of time after @from.
 */
typedef struct
{
  guint32 from;
  guint32 to;
  gint32 distance;
} PlanLevelEdge;

/* What a job takes of a resource from its start to its finish. */
typedef struct
{
  guint32 resource;
  gint32 units;
} PlanLevelDemand;

/**
 * PlanLevelJob:
 * @duration: units of time; @release: its earliest start
 * @key: of those that may start, the first rule places that with the smallest one first
 * @group: whose finish counts; or %PLAN_LEVEL_NO_GROUP
 * @first_demand: its place in the demands; @n_demands: how many there are, each of another resource
 * @fixed: it stays at @release
 */
typedef struct
{
  gint32 duration;
  gint32 release;
  gint64 key;
  guint32 group;
  guint32 first_demand;
  guint32 n_demands;
  gboolean fixed;
} PlanLevelJob;

/**
 * PlanLevelProblem:
 * @horizon: units of time; no schedule reaches beyond
 * @jobs: of #PlanLevelJob
 * @demands: of #PlanLevelDemand, in the order of the jobs
 * @edges: of #PlanLevelEdge; jobs are numbered so that they lead to larger numbers
 * @weights: of each of @n_groups, what a unit of time costs by which its finish is later
 * @free: what is there for the jobs of each of @n_resources in each unit of time, @horizon in a row
 *
 * A plan in plain units of time.
 */
typedef struct
{
  gint32 horizon;
  GArray *jobs;
  GArray *demands;
  GArray *edges;
  guint n_groups;
  gint64 *weights;
  guint n_resources;
  gint32 *free;
} PlanLevelProblem;

/**
 * PlanLevelPlacement:
 * @starts: of each job; @finishes: of each group
 * @cost: its finishes by their weights; %G_MAXINT64 when it reaches beyond the horizon
 */
typedef struct
{
  gint32 *starts;
  gint32 *finishes;
  gint64 cost;
} PlanLevelPlacement;

/**
 * PlanLevelSerial:
 *
 * Places jobs one after the other where there is room.
 */
typedef struct _PlanLevelSerial PlanLevelSerial;

void             plan_level_problem_init     (PlanLevelProblem *self);
void             plan_level_problem_clear    (PlanLevelProblem *self);

void             plan_level_placement_init   (PlanLevelPlacement *self, const PlanLevelProblem *problem);
void             plan_level_placement_clear  (PlanLevelPlacement *self);

PlanLevelSerial *plan_level_serial_new       (const PlanLevelProblem *problem);
void             plan_level_serial_free      (PlanLevelSerial *self);
gint64           plan_level_serial_get_bound (const PlanLevelSerial *self);
gint64          *plan_level_serial_get_keys  (PlanLevelSerial *self);
void             plan_level_serial_place     (PlanLevelSerial *self, PlanLevelPlacement *placement);
gboolean         plan_level_serial_push      (PlanLevelSerial *self, const PlanLevelPlacement *placement, gint32 *moved);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanLevelSerial, plan_level_serial_free)

G_END_DECLS
