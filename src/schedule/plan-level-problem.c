/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan in plain units of time, for the search: each node of the network is a job of the same number, all on the axis of
 * the calendar that most tasks work by. What links ask for is measured where the plan stands without levelling, so lags,
 * calendars and all four types come to one distance between two starts. Where all tasks work by one calendar this is exact;
 * else it is near enough to tell good orders, which are then placed on the plan itself.
 */

#include "plan-level-problem.h"

#include <string.h>

/* No more units of time than that, and no more of them for all resources together. */
#define MAX_UNITS 16384
#define MAX_CELLS (8 << 20)

#define STAYS (PLAN_NODE_FIXED | PLAN_NODE_FINISHED | PLAN_NODE_STARTED | PLAN_NODE_MANUAL | PLAN_NODE_EXTERNAL | \
               PLAN_NODE_ALAP | PLAN_NODE_MIRROR | PLAN_NODE_SUMMARY | PLAN_NODE_OFF)

/* @slots: of each resource of the model, its number in the problem; or -1 */
typedef struct
{
  PlanLevelProblem *problem;
  PlanLevelAxis *axis;
  PlanLevelPlan *plan;
  PlanPass pass;
  gint32 *slots;
} Reader;

/* Working ticks of the axis. */
static PlanTicks
measure (const Reader *self, PlanTicks from, PlanTicks to)
{
  return from == PLAN_TICKS_NONE || to == PLAN_TICKS_NONE ? 0 : plan_worktime_work (self->axis->worktime, from, to);
}

/* Units of time that all of the ticks fit in. */
static gint32
count_units (const Reader *self, PlanTicks ticks)
{
  PlanTicks units = ticks / self->axis->unit + (ticks % self->axis->unit > 0);

  return (gint32) CLAMP (units, -G_MAXINT32 / 4, G_MAXINT32 / 4);
}

static const PlanNode *
get_node (const Reader *self, guint32 node)
{
  return &self->plan->cpm.network->nodes[node];
}

static PlanLevelStay
get_stay (const Reader *self, guint32 node)
{
  const PlanNodeDates *dates = &self->plan->before[node];

  if (self->plan->roles[node] & PLAN_LEVEL_TAKES)
    return self->plan->kept[node];
  /* A roll is where its last task finishes. */
  if (get_node (self, node)->flags & PLAN_NODE_ROLL)
    return (PlanLevelStay) { dates->early_finish, dates->early_finish };
  if (get_node (self, node)->flags & PLAN_NODE_PSEUDO)
    return (PlanLevelStay) { dates->early_start, dates->early_start };
  return (PlanLevelStay) { dates->early_start, dates->early_finish };
}

/* From the start of the one to that of the other, as the link asks; FALSE when it asks for nothing. */
static gboolean
measure_link (const Reader *self, const PlanEdge *edge, guint32 to, PlanTicks *distance, PlanLogic *logic)
{
  PlanLevelStay stay = get_stay (self, PLAN_EDGE_NODE (edge));
  PlanLogic asked = { PLAN_TICKS_NONE, PLAN_TICKS_NONE };

  if (get_node (self, to)->flags & PLAN_NODE_ROLL)
    {
      *distance = measure (self, stay.start, stay.finish);
      return TRUE;
    }
  plan_pass_follow_link (&self->pass, edge, to, &asked);
  if (asked.start == PLAN_TICKS_NONE || stay.start == PLAN_TICKS_NONE)
    return FALSE;
  logic->start = MAX (logic->start, asked.start);
  *distance = measure (self, stay.start, asked.start);
  return TRUE;
}

static void
choose_axis (Reader *self)
{
  const PlanNetwork *network = self->plan->cpm.network;
  g_autoptr (GHashTable) uses = g_hash_table_new (NULL, NULL);
  guint most = 0;

  self->axis->origin = PLAN_TICKS_MAX;
  for (guint32 i = 0; i < network->n_nodes; i++)
    if (self->plan->roles[i] & PLAN_LEVEL_MOVES)
      {
        gpointer calendar = GUINT_TO_POINTER (network->nodes[i].work_calendar);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (uses, calendar)) + 1;

        g_hash_table_insert (uses, calendar, GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            self->axis->worktime = self->plan->cpm.worktimes[network->nodes[i].work_calendar];
          }
        self->axis->origin = MIN (self->axis->origin, self->plan->before[i].early_start);
      }
}

static PlanTicks
find_divisor (PlanTicks a, PlanTicks b)
{
  while (b != 0)
    {
      PlanTicks rest = a % b;

      a = b;
      b = rest;
    }
  return ABS (a);
}

/* The largest unit that all durations, distances and starts are made of; a larger one when there would be too many. */
static void
choose_unit (Reader *self, PlanTicks finish)
{
  const PlanNetwork *network = self->plan->cpm.network;
  PlanTicks unit = 0, reach = 2 * measure (self, self->axis->origin, finish), most, distance;
  PlanLogic logic = { PLAN_TICKS_NONE, PLAN_TICKS_NONE };

  for (guint32 i = 0; i < network->n_nodes && unit != 1; i++)
    {
      const PlanNodeDates *dates = &self->plan->before[i];

      if (self->plan->roles[i] & PLAN_LEVEL_MOVES)
        unit = find_divisor (find_divisor (unit, measure (self, dates->early_start, dates->early_finish)),
                             measure (self, self->axis->origin, dates->early_start));
      for (guint32 e = network->first_pred[i]; e < network->first_pred[i + 1]; e++)
        if (measure_link (self, &network->preds[e], i, &distance, &logic))
          unit = find_divisor (unit, distance);
    }
  unit = MAX (unit, 1);
  most = MIN (MAX_UNITS, MAX_CELLS / MAX (1, self->problem->n_resources));
  self->axis->unit = unit * MAX (1, reach / unit / most + 1);
}

/* Numbers the resources that tasks wait for. */
static void
number_resources (Reader *self)
{
  const PlanLevelPlan *plan = self->plan;

  self->slots = g_new (gint32, plan->n_resources + 1);
  for (guint i = 0; i < plan->n_resources; i++)
    self->slots[i] = -1;
  for (guint32 i = 0; i < plan->cpm.network->n_nodes; i++)
    if (plan->roles[i] & PLAN_LEVEL_MOVES)
      for (guint32 k = plan->first_need[get_node (self, i)->task]; k < plan->first_need[get_node (self, i)->task + 1]; k++)
        {
          gint32 *slot = &self->slots[g_array_index (plan->needs, PlanLevelNeed, k).resource];

          if (*slot < 0)
            *slot = (gint32) self->problem->n_resources++;
        }
}

/* What is free from one step to the next, in all units of time that are touched by it. */
static void
fill_free (const Reader *self, gint32 *free, const PlanLevelProfile *profile)
{
  gint32 horizon = self->problem->horizon;

  for (gint32 i = 0; i < horizon; i++)
    free[i] = G_MAXINT32;
  for (guint i = 0; i < profile->steps->len; i++)
    {
      const PlanLevelStep *step = &g_array_index (profile->steps, PlanLevelStep, i);
      PlanTicks from = MAX (0, measure (self, self->axis->origin, MAX (step->at, PLAN_TICKS_MIN)));
      gint32 first = (gint32) MIN (from / self->axis->unit, horizon), end = horizon;

      if (i + 1 < profile->steps->len)
        end = MIN (end, count_units (self, measure (self, self->axis->origin, step[1].at)));
      for (gint32 at = first; at < end; at++)
        free[at] = (gint32) MIN (free[at], CLAMP (step->free, -G_MAXINT32 / 2, G_MAXINT32 / 2));
    }
}

static void
read_free (Reader *self)
{
  const PlanLevelPlan *plan = self->plan;
  PlanLevelProfile *profiles = g_new (PlanLevelProfile, plan->n_resources + 1);

  self->problem->free = g_new (gint32, self->problem->n_resources * (gsize) self->problem->horizon + 1);
  for (guint i = 0; i < plan->n_resources; i++)
    plan_level_profile_copy (&profiles[i], &plan->units[i]);
  for (guint32 i = 0; i < plan->cpm.network->n_nodes; i++)
    for (guint32 k = plan->first_need[get_node (self, i)->task];
         (plan->roles[i] & PLAN_LEVEL_TAKES) && k < plan->first_need[get_node (self, i)->task + 1]; k++)
      {
        const PlanLevelNeed *need = &g_array_index (plan->needs, PlanLevelNeed, k);

        plan_level_profile_add (&profiles[need->resource], plan->kept[i].start, plan->kept[i].finish, -need->units);
      }
  for (guint i = 0; i < plan->n_resources; i++)
    {
      if (self->slots[i] >= 0)
        fill_free (self, self->problem->free + self->slots[i] * (gsize) self->problem->horizon, &profiles[i]);
      plan_level_profile_clear (&profiles[i]);
    }
  g_free (profiles);
}

/* What there will never be enough of is not asked for. */
static void
read_demands (Reader *self, guint32 node, PlanLevelJob *job)
{
  const PlanLevelPlan *plan = self->plan;
  guint32 task = get_node (self, node)->task;

  for (guint32 k = plan->first_need[task]; (plan->roles[node] & PLAN_LEVEL_MOVES) && k < plan->first_need[task + 1]; k++)
    {
      const PlanLevelNeed *need = &g_array_index (plan->needs, PlanLevelNeed, k);
      PlanLevelDemand demand = { (guint32) self->slots[need->resource], (gint32) MIN (need->units, G_MAXINT32 / 2) };

      if (plan_level_profile_get (&plan->units[need->resource], PLAN_TICKS_MAX) < need->units)
        continue;
      g_array_append_val (self->problem->demands, demand);
      job->n_demands++;
    }
}

static void
read_job (Reader *self, guint32 node, PlanLevelJob *job)
{
  const PlanLevelPlan *plan = self->plan;
  const PlanNetwork *network = plan->cpm.network;
  PlanLogic logic = { PLAN_TICKS_NONE, PLAN_TICKS_NONE };
  PlanLevelStay stay = get_stay (self, node);
  PlanTicks distance;

  *job = (PlanLevelJob) { .group = plan->roles[node] != 0 ? get_node (self, node)->project : PLAN_LEVEL_NO_GROUP,
                          .first_demand = self->problem->demands->len,
                          .fixed = !(get_node (self, node)->flags & PLAN_NODE_PSEUDO) && (get_node (self, node)->flags & STAYS) };
  job->duration = MAX (0, count_units (self, measure (self, stay.start, stay.finish)));
  job->key = count_units (self, measure (self, self->axis->origin, plan->before[node].late_finish));
  for (guint32 e = network->first_pred[node]; e < network->first_pred[node + 1]; e++)
    if (measure_link (self, &network->preds[e], node, &distance, &logic) && !job->fixed)
      {
        PlanLevelEdge edge = { PLAN_EDGE_NODE (&network->preds[e]), node, count_units (self, distance) };

        g_array_append_val (self->problem->edges, edge);
      }
  /* What starts where links put it may start with them; all else does not start before its constraint or its project. */
  if (!(get_node (self, node)->flags & PLAN_NODE_PSEUDO) &&
      (job->fixed || logic.start == PLAN_TICKS_NONE || measure (self, logic.start, stay.start) > 0))
    job->release = MAX (0, count_units (self, measure (self, self->axis->origin, stay.start)));
  if (plan->floors[node] != PLAN_TICKS_NONE && !job->fixed)
    job->release = MAX (job->release, count_units (self, measure (self, self->axis->origin, plan->floors[node])));
  read_demands (self, node, job);
}

static void
read_groups (Reader *self)
{
  const PlanLevelPlan *plan = self->plan;

  self->problem->n_groups = plan->cpm.n_projects;
  self->problem->weights = g_new (gint64, plan->cpm.n_projects + 1);
  for (guint i = 0; i < plan->cpm.n_projects; i++)
    self->problem->weights[i] = ((const PlanProject *) plan_model_get_at (plan->model, PLAN_RECORD_PROJECT, i))->priority + 1;
}

/* Twice as far as @first comes, which is never needed; or all jobs one after the other. */
static void
choose_horizon (Reader *self, PlanTicks finish)
{
  gint64 last = count_units (self, measure (self, self->axis->origin, finish)), longest = 1, total = last + 1;

  for (guint i = 0; i < self->problem->jobs->len; i++)
    {
      const PlanLevelJob *job = &g_array_index (self->problem->jobs, PlanLevelJob, i);

      longest = MAX (longest, job->duration);
      total += job->duration;
    }
  self->problem->horizon = (gint32) MIN (2 * last + longest, total + last);
}

/**
 * plan_level_problem_read:
 * @self: (out): cleared with plan_level_problem_clear() in any case
 * @axis: (out): points to calendars of @plan
 * @first: what one order came to
 *
 * Returns: whether there is anything to search
 */
gboolean
plan_level_problem_read (PlanLevelProblem *self, PlanLevelAxis *axis, PlanLevelPlan *plan, const PlanLevelTrial *first)
{
  Reader reader = { .problem = self, .axis = axis, .plan = plan };
  guint n = plan->cpm.network->n_nodes;
  PlanTicks finish = PLAN_TICKS_NONE;

  plan_level_problem_init (self);
  *axis = (PlanLevelAxis) { NULL, 0, 1 };
  memcpy (plan->cpm.dates, plan->before, sizeof (PlanNodeDates) * n);
  plan_pass_init (&reader.pass, &plan->cpm, FALSE);
  reader.pass.late = plan->cpm.has_alap;
  for (guint32 i = 0; i < n; i++)
    if (plan->roles[i] != 0)
      finish = MAX (finish, first->dates[i].early_finish);
  number_resources (&reader);
  choose_axis (&reader);
  if (axis->worktime != NULL && self->n_resources > 0)
    {
      choose_unit (&reader, finish);
      read_groups (&reader);
      g_array_set_size (self->jobs, n);
      for (guint32 i = 0; i < n; i++)
        read_job (&reader, i, &g_array_index (self->jobs, PlanLevelJob, i));
      choose_horizon (&reader, finish);
      read_free (&reader);
    }
  g_free (reader.slots);
  return self->jobs->len > 0;
}

/**
 * plan_level_axis_get_instant:
 * @at: units of time
 *
 * Returns: when that is in the plan
 */
PlanTicks
plan_level_axis_get_instant (const PlanLevelAxis *self, gint32 at)
{
  return plan_worktime_add (self->worktime, self->origin, at * self->unit);
}
