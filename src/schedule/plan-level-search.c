/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for a short schedule: a population of orders of the jobs, each turned into a schedule by the serial scheme and made
 * shorter by moving all jobs to the right and back (double justification); two-point crossover and mutation give new ones.
 * When none has been better for long, all but the best begin anew. After Valls, Ballestin and Quintanilla (2008) and Debels
 * and Vanhoucke (2007).
 */

#include "plan-level-search.h"

#include <string.h>

#define POPULATION 40

/* So many new schedules without a better one, in populations, and all but the best begin anew. */
#define PATIENCE 60

/* Distance between the keys of neighbours in an order, and how far mutation moves one of @MUTATED jobs. */
#define KEY_GAP 4
#define MUTATION 24
#define MUTATED 20

/* @order: the jobs by their starts */
typedef struct
{
  PlanLevelPlacement placement;
  guint32 *order;
} Member;

typedef struct
{
  const PlanLevelProblem *problem;
  PlanLevelSerial *serial;
  GRand *rand;
  Member members[POPULATION]; /* the best first */
  guint n_members;
  Member child;
  PlanLevelPlacement again;
  gint32 *moved;
  guint8 *taken;
  gint64 spread;              /* of the keys of the first rule */
  guint64 n_done;
  guint64 n_schedules;
  PlanLevelStop stop;
  gpointer data;
  gboolean stopped;
} Search;

static const PlanLevelJob *
get_jobs (const Search *self)
{
  return (const PlanLevelJob *) (gpointer) self->problem->jobs->data;
}

static void
init_member (const Search *self, Member *member)
{
  plan_level_placement_init (&member->placement, self->problem);
  member->order = g_new (guint32, self->problem->jobs->len + 1);
}

static gboolean
is_bound_reached (const Search *self)
{
  return self->n_members > 0 && self->members[0].placement.cost <= plan_level_serial_get_bound (self->serial);
}

static gboolean
may_go_on (Search *self)
{
  if (self->n_members == 0)
    return TRUE;
  self->stopped = self->stopped || is_bound_reached (self) || (self->n_schedules > 0 && self->n_done >= self->n_schedules) ||
                  (self->stop != NULL && self->stop (&self->members[0].placement, self->data));
  return !self->stopped;
}

/* Makes the child from the keys, then moves everything to the right and back. */
static void
make_child (Search *self)
{
  PlanLevelPlacement *placement = &self->child.placement;
  gint64 *keys = plan_level_serial_get_keys (self->serial);

  plan_level_serial_place (self->serial, placement);
  self->n_done++;
  if (placement->cost == G_MAXINT64 || placement->cost <= plan_level_serial_get_bound (self->serial))
    return;
  self->n_done++;
  if (!plan_level_serial_push (self->serial, placement, self->moved))
    return;
  for (guint i = 0; i < self->problem->jobs->len; i++)
    keys[i] = self->moved[i];
  plan_level_serial_place (self->serial, &self->again);
  self->n_done++;
  if (self->again.cost <= placement->cost)
    {
      PlanLevelPlacement other = *placement;

      *placement = self->again;
      self->again = other;
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  const gint32 *starts = data;
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  if (starts[first] != starts[second])
    return starts[first] < starts[second] ? -1 : 1;
  return (first > second) - (first < second);
}

static gboolean
is_known (const Search *self)
{
  const PlanLevelPlacement *child = &self->child.placement;

  for (guint i = 0; i < self->n_members; i++)
    {
      const PlanLevelPlacement *member = &self->members[i].placement;

      if (member->cost == child->cost &&
          memcmp (member->starts, child->starts, sizeof (gint32) * self->problem->jobs->len) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Puts the child among the members when it is no worse than the last of a full population; returns whether it is the best. */
static gboolean
take_child (Search *self)
{
  Member child = self->child;
  guint n = self->problem->jobs->len, place;
  gboolean full = self->n_members == POPULATION;

  if (child.placement.cost == G_MAXINT64 && self->n_members > 0)
    return FALSE;
  if ((full && child.placement.cost > self->members[POPULATION - 1].placement.cost) || is_known (self))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    child.order[i] = i;
  g_qsort_with_data (child.order, (gint) n, sizeof (guint32), compare_starts, child.placement.starts);
  place = full ? POPULATION - 1 : self->n_members++;
  if (full)
    self->child = self->members[place];
  else
    init_member (self, &self->child);
  for (; place > 0 && self->members[place - 1].placement.cost > child.placement.cost; place--)
    self->members[place] = self->members[place - 1];
  self->members[place] = child;
  return place == 0;
}

static void
set_random_keys (Search *self, gint64 spread)
{
  gint64 *keys = plan_level_serial_get_keys (self->serial);

  for (guint i = 0; i < self->problem->jobs->len; i++)
    keys[i] = get_jobs (self)[i].key + (spread > 0 ? g_rand_int_range (self->rand, 0, (gint32) spread) : 0);
}

/* Fills the population with schedules by the first rule, the very first one excepted disturbed. */
static void
fill (Search *self)
{
  gint64 spread = CLAMP (self->spread / 3, 2, G_MAXINT32 / 2);

  for (guint i = 0; i < 2 * POPULATION && self->n_members < POPULATION && may_go_on (self); i++)
    {
      set_random_keys (self, self->n_members == 0 ? 0 : spread);
      make_child (self);
      take_child (self);
    }
}

/* The jobs between two points in the order of the father, all others in that of the mother; a few change their places. */
static void
cross (Search *self, const guint32 *mother, const guint32 *father)
{
  gint32 n = (gint32) self->problem->jobs->len, a = g_rand_int_range (self->rand, 0, n), b = g_rand_int_range (self->rand, 0, n);
  gint32 low = MIN (a, b), high = MAX (a, b), key = 0;
  gint64 *keys = plan_level_serial_get_keys (self->serial);

  memset (self->taken, 0, (gsize) n);
  for (; key < low; key++)
    {
      self->taken[mother[key]] = TRUE;
      keys[mother[key]] = (gint64) key * KEY_GAP;
    }
  for (gint32 i = 0; i < n && key < high; i++)
    if (!self->taken[father[i]])
      {
        self->taken[father[i]] = TRUE;
        keys[father[i]] = (gint64) key++ * KEY_GAP;
      }
  for (gint32 i = low; i < n; i++)
    if (!self->taken[mother[i]])
      keys[mother[i]] = (gint64) key++ * KEY_GAP;
  for (gint32 i = 0; i < n; i++)
    if (g_rand_int_range (self->rand, 0, MUTATED) == 0)
      keys[i] += g_rand_int_range (self->rand, -MUTATION, MUTATION + 1);
}

static void
drop_members (Search *self, guint n_left)
{
  for (guint i = n_left; i < self->n_members; i++)
    {
      plan_level_placement_clear (&self->members[i].placement);
      g_free (self->members[i].order);
    }
  self->n_members = MIN (self->n_members, n_left);
}

static void
evolve (Search *self)
{
  guint since_better = 0;

  while (may_go_on (self))
    {
      gint32 n = (gint32) self->n_members;
      gint32 a = MIN (g_rand_int_range (self->rand, 0, n), g_rand_int_range (self->rand, 0, n));
      gint32 b = g_rand_int_range (self->rand, 0, n);

      cross (self, self->members[a].order, self->members[b].order);
      make_child (self);
      since_better = take_child (self) ? 0 : since_better + 1;
      if (since_better < PATIENCE * POPULATION)
        continue;
      since_better = 0;
      drop_members (self, 1);
      fill (self);
    }
}

/**
 * plan_level_search_new:
 * @problem: with a job at least
 * @n_schedules: about how many schedules to make, or 0 for any number; one is made in any case
 * @stop: (nullable): asked between schedules
 *
 * The same seed gives the same result unless @stop ends it.
 *
 * Returns: (transfer full): the schedules that were found; the first rule alone gives one of them or it is worse
 */
PlanLevelSearch *
plan_level_search_new (const PlanLevelProblem *problem, guint64 n_schedules, guint32 seed, PlanLevelStop stop, gpointer data)
{
  guint n = problem->jobs->len;
  Search self = {
    .problem = problem,
    .serial = plan_level_serial_new (problem),
    .rand = g_rand_new_with_seed (seed),
    .n_schedules = n_schedules,
    .stop = stop,
    .data = data,
    .moved = g_new (gint32, n + 1),
    .taken = g_new (guint8, n + 1),
  };
  PlanLevelSearch *result = g_new0 (PlanLevelSearch, 1);

  for (guint i = 0; i < n; i++)
    self.spread = MAX (self.spread, ABS (get_jobs (&self)[i].key));
  init_member (&self, &self.child);
  plan_level_placement_init (&self.again, problem);
  fill (&self);
  evolve (&self);
  *result = (PlanLevelSearch) { g_new (PlanLevelPlacement, POPULATION), self.n_members,
                                plan_level_serial_get_bound (self.serial), self.n_done };
  for (guint i = 0; i < self.n_members; i++)
    {
      result->best[i] = self.members[i].placement;
      g_free (self.members[i].order);
    }
  plan_level_placement_clear (&self.child.placement);
  plan_level_placement_clear (&self.again);
  g_free (self.child.order);
  g_free (self.moved);
  g_free (self.taken);
  g_rand_free (self.rand);
  plan_level_serial_free (self.serial);
  return result;
}

/**
 * plan_level_search_free:
 */
void
plan_level_search_free (PlanLevelSearch *self)
{
  for (guint i = 0; i < self->n_best; i++)
    plan_level_placement_clear (&self->best[i]);
  g_free (self->best);
  g_free (self);
}
