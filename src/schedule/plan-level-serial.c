/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The serial scheme in plain units of time: jobs are placed one after the other, always that with the smallest key of those
 * whose predecessors are placed, where there is room for it first; or, the other way round, as late as there is. What is taken
 * of a resource is one number for each unit of time; only the part that was used is laid out anew for the next schedule.
 */

#include "plan-level-serial.h"

#include "plan-level-heap.h"

#include <string.h>

struct _PlanLevelSerial
{
  const PlanLevelProblem *problem;
  const PlanLevelJob *jobs;
  const PlanLevelDemand *demands;
  guint32 n_jobs;
  guint32 *first_in;   /* of each job, and one more, its place in @in; likewise @first_out */
  guint32 *first_out;
  PlanLevelEdge *in;
  PlanLevelEdge *out;
  gint32 *free;        /* as in the problem, less what is taken */
  gint32 *from;        /* of each resource, from where and up to where it is taken; likewise @to */
  gint32 *to;
  gint32 *known;       /* of each demand of the job that is being placed, how far there is room */
  gint64 *keys;
  guint32 *waiting;
  PlanLevelHeap ready;
  gint64 bound;
};

/**
 * plan_level_problem_init:
 *
 * Makes it one without jobs and resources.
 */
void
plan_level_problem_init (PlanLevelProblem *self)
{
  *self = (PlanLevelProblem) {
    .jobs = g_array_new (FALSE, TRUE, sizeof (PlanLevelJob)),
    .demands = g_array_new (FALSE, FALSE, sizeof (PlanLevelDemand)),
    .edges = g_array_new (FALSE, FALSE, sizeof (PlanLevelEdge)),
  };
}

/**
 * plan_level_problem_clear:
 */
void
plan_level_problem_clear (PlanLevelProblem *self)
{
  g_clear_pointer (&self->jobs, g_array_unref);
  g_clear_pointer (&self->demands, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->weights, g_free);
  g_clear_pointer (&self->free, g_free);
}

/**
 * plan_level_placement_init:
 *
 * Makes room for a schedule of the problem.
 */
void
plan_level_placement_init (PlanLevelPlacement *self, const PlanLevelProblem *problem)
{
  *self = (PlanLevelPlacement) { g_new0 (gint32, problem->jobs->len + 1), g_new0 (gint32, problem->n_groups + 1), G_MAXINT64 };
}

/**
 * plan_level_placement_clear:
 */
void
plan_level_placement_clear (PlanLevelPlacement *self)
{
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->finishes, g_free);
}

/* The problem's edges by the job at one end of them. */
static void
index_edges (const PlanLevelSerial *self, gboolean by_from, guint32 **first, PlanLevelEdge **list)
{
  const GArray *edges = self->problem->edges;
  guint32 *places = g_new0 (guint32, self->n_jobs + 2);

  *list = g_new (PlanLevelEdge, edges->len + 1);
  for (guint i = 0; i < edges->len; i++)
    {
      const PlanLevelEdge *edge = &g_array_index (edges, PlanLevelEdge, i);

      places[(by_from ? edge->from : edge->to) + 2]++;
    }
  for (guint i = 2; i < self->n_jobs + 2; i++)
    places[i] += places[i - 1];
  for (guint i = 0; i < edges->len; i++)
    {
      const PlanLevelEdge *edge = &g_array_index (edges, PlanLevelEdge, i);

      (*list)[places[(by_from ? edge->from : edge->to) + 1]++] = *edge;
    }
  *first = places;
}

static gint32
get_earliest (const PlanLevelSerial *self, guint32 job, const gint32 *starts)
{
  gint32 start = self->jobs[job].release;

  for (guint32 e = self->first_in[job]; e < self->first_in[job + 1] && !self->jobs[job].fixed; e++)
    start = MAX (start, starts[self->in[e].from] + self->in[e].distance);
  return start;
}

static void
count_cost (const PlanLevelSerial *self, PlanLevelPlacement *placement)
{
  memset (placement->finishes, 0, sizeof (gint32) * self->problem->n_groups);
  for (guint32 i = 0; i < self->n_jobs; i++)
    if (self->jobs[i].group != PLAN_LEVEL_NO_GROUP)
      {
        gint32 *finish = &placement->finishes[self->jobs[i].group];

        *finish = MAX (*finish, placement->starts[i] + self->jobs[i].duration);
      }
  placement->cost = 0;
  for (guint i = 0; i < self->problem->n_groups; i++)
    placement->cost += self->problem->weights[i] * placement->finishes[i];
}

/* What a schedule costs in which nobody has to wait. */
static gint64
find_bound (const PlanLevelSerial *self)
{
  PlanLevelPlacement early;
  gint64 bound;

  plan_level_placement_init (&early, self->problem);
  for (guint32 i = 0; i < self->n_jobs; i++)
    early.starts[i] = get_earliest (self, i, early.starts);
  count_cost (self, &early);
  bound = early.cost;
  plan_level_placement_clear (&early);
  return bound;
}

/**
 * plan_level_serial_new:
 * @problem: must outlive it
 *
 * Returns: (transfer full):
 */
PlanLevelSerial *
plan_level_serial_new (const PlanLevelProblem *problem)
{
  PlanLevelSerial *self = g_new0 (PlanLevelSerial, 1);
  gsize size = problem->n_resources * (gsize) problem->horizon;

  self->problem = problem;
  self->jobs = (const PlanLevelJob *) (gpointer) problem->jobs->data;
  self->demands = (const PlanLevelDemand *) (gpointer) problem->demands->data;
  self->n_jobs = problem->jobs->len;
  index_edges (self, FALSE, &self->first_in, &self->in);
  index_edges (self, TRUE, &self->first_out, &self->out);
  self->free = g_new (gint32, size + 1);
  if (size > 0)
    memcpy (self->free, problem->free, sizeof (gint32) * size);
  self->from = g_new (gint32, problem->n_resources + 1);
  self->to = g_new0 (gint32, problem->n_resources + 1);
  for (guint i = 0; i < problem->n_resources; i++)
    self->from[i] = problem->horizon;
  self->known = g_new (gint32, problem->n_resources + 1);
  self->keys = g_new0 (gint64, self->n_jobs + 1);
  self->waiting = g_new (guint32, self->n_jobs + 1);
  self->ready = (PlanLevelHeap) { g_new (guint32, self->n_jobs + 1), 0, self->keys };
  self->bound = find_bound (self);
  return self;
}

/**
 * plan_level_serial_free:
 */
void
plan_level_serial_free (PlanLevelSerial *self)
{
  g_free (self->first_in);
  g_free (self->first_out);
  g_free (self->in);
  g_free (self->out);
  g_free (self->free);
  g_free (self->from);
  g_free (self->to);
  g_free (self->known);
  g_free (self->keys);
  g_free (self->waiting);
  g_free (self->ready.items);
  g_free (self);
}

/**
 * plan_level_serial_get_bound:
 *
 * Returns: no schedule costs less
 */
gint64
plan_level_serial_get_bound (const PlanLevelSerial *self)
{
  return self->bound;
}

/**
 * plan_level_serial_get_keys:
 *
 * Returns: (transfer none) (array): for each job, by which plan_level_serial_place() goes
 */
gint64 *
plan_level_serial_get_keys (PlanLevelSerial *self)
{
  return self->keys;
}

/* The first start from @start on with room for all of the job; beyond the horizon when there is none. */
static gint32
find_room (PlanLevelSerial *self, const PlanLevelJob *job, gint32 start)
{
  const PlanLevelDemand *demands = self->demands + job->first_demand;
  gint32 horizon = self->problem->horizon;

  for (guint i = 0; i < job->n_demands; i++)
    self->known[i] = start;
  for (guint i = 0; i < job->n_demands && start + job->duration <= horizon;)
    {
      const gint32 *free = self->free + demands[i].resource * (gsize) horizon;
      gint32 end = start + job->duration, at = end - 1, least = MAX (start, self->known[i]);

      while (at >= least && free[at] >= demands[i].units)
        at--;
      self->known[i] = end;
      if (at >= least)
        {
          start = at + 1;
          i = 0;
        }
      else
        i++;
    }
  return start;
}

/* The last start up to @start with room for all of the job; before 0 when there is none. */
static gint32
find_room_back (PlanLevelSerial *self, const PlanLevelJob *job, gint32 start)
{
  const PlanLevelDemand *demands = self->demands + job->first_demand;

  for (guint i = 0; i < job->n_demands; i++)
    self->known[i] = start + job->duration;
  for (guint i = 0; i < job->n_demands && start >= 0;)
    {
      const gint32 *free = self->free + demands[i].resource * (gsize) self->problem->horizon;
      gint32 at = start, most = MIN (start + job->duration, self->known[i]);

      while (at < most && free[at] >= demands[i].units)
        at++;
      self->known[i] = start;
      if (at < most)
        {
          start = at - job->duration;
          i = 0;
        }
      else
        i++;
    }
  return start;
}

static void
take (PlanLevelSerial *self, const PlanLevelJob *job, gint32 start)
{
  for (guint i = 0; i < job->n_demands; i++)
    {
      const PlanLevelDemand *demand = &self->demands[job->first_demand + i];
      gint32 *free = self->free + demand->resource * (gsize) self->problem->horizon;

      for (gint32 at = start; at < start + job->duration; at++)
        free[at] -= demand->units;
      self->from[demand->resource] = MIN (self->from[demand->resource], start);
      self->to[demand->resource] = MAX (self->to[demand->resource], start + job->duration);
    }
}

/* Gives everything back and finds the jobs that nothing is before. */
static void
begin (PlanLevelSerial *self, const guint32 *first)
{
  for (guint i = 0; i < self->problem->n_resources; i++)
    {
      gsize row = i * (gsize) self->problem->horizon + (gsize) self->from[i];

      if (self->from[i] < self->to[i])
        memcpy (self->free + row, self->problem->free + row, sizeof (gint32) * (gsize) (self->to[i] - self->from[i]));
      self->from[i] = self->problem->horizon;
      self->to[i] = 0;
    }
  self->ready.n = 0;
  for (guint32 i = 0; i < self->n_jobs; i++)
    {
      self->waiting[i] = first[i + 1] - first[i];
      if (self->waiting[i] == 0)
        plan_level_heap_push (&self->ready, i);
    }
}

/**
 * plan_level_serial_place:
 * @placement: (inout): gets the schedule; one that reaches beyond the horizon is of no use but for its cost
 *
 * Places all jobs by the keys, each as early as there is room.
 */
void
plan_level_serial_place (PlanLevelSerial *self, PlanLevelPlacement *placement)
{
  begin (self, self->first_in);
  placement->cost = G_MAXINT64;
  while (self->ready.n > 0)
    {
      guint32 number = plan_level_heap_pop (&self->ready);
      const PlanLevelJob *job = &self->jobs[number];
      gint32 start = get_earliest (self, number, placement->starts);

      if (job->duration > 0 && job->n_demands > 0)
        start = find_room (self, job, start);
      if (start + job->duration > self->problem->horizon)
        return;
      take (self, job, start);
      placement->starts[number] = start;
      for (guint32 e = self->first_out[number]; e < self->first_out[number + 1]; e++)
        if (--self->waiting[self->out[e].to] == 0)
          plan_level_heap_push (&self->ready, self->out[e].to);
    }
  count_cost (self, placement);
}

/* Where a job is at the latest when its group is to finish no later. */
static gint32
get_latest (const PlanLevelSerial *self, guint32 number, const PlanLevelPlacement *placement, gint32 last, const gint32 *moved)
{
  const PlanLevelJob *job = &self->jobs[number];
  gint32 start = (job->group != PLAN_LEVEL_NO_GROUP ? placement->finishes[job->group] : last) - job->duration;

  for (guint32 e = self->first_out[number]; e < self->first_out[number + 1]; e++)
    if (!self->jobs[self->out[e].to].fixed)
      start = MIN (start, moved[self->out[e].to] - self->out[e].distance);
  return start;
}

/**
 * plan_level_serial_push:
 * @placement: a schedule
 * @moved: (out) (array): for each job, where it starts when all are moved to the right, the last ones first, and no group
 *   finishes later
 *
 * Changes the keys.
 *
 * Returns: %FALSE when there is no room for one of them in that order
 */
gboolean
plan_level_serial_push (PlanLevelSerial *self, const PlanLevelPlacement *placement, gint32 *moved)
{
  gint32 last = 0;

  for (guint32 i = 0; i < self->n_jobs; i++)
    {
      gint32 finish = placement->starts[i] + self->jobs[i].duration;

      self->keys[i] = -(gint64) finish;
      last = MAX (last, finish);
    }
  begin (self, self->first_out);
  while (self->ready.n > 0)
    {
      guint32 number = plan_level_heap_pop (&self->ready);
      const PlanLevelJob *job = &self->jobs[number];
      gint32 start = job->fixed ? job->release : get_latest (self, number, placement, last, moved);

      if (job->duration > 0 && job->n_demands > 0 && start >= 0)
        start = find_room_back (self, job, start);
      if (start < 0)
        return FALSE;
      take (self, job, start);
      moved[number] = start;
      for (guint32 e = self->first_in[number]; e < self->first_in[number + 1]; e++)
        if (--self->waiting[self->in[e].from] == 0)
          plan_level_heap_push (&self->ready, self->in[e].from);
    }
  return TRUE;
}
