/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search in plain units of time: what it finds breaks no link and takes no more than there is, is the same for a seed, and
 * on small problems the best that there is.
 */

#include "plan-level-search.h"

#include <string.h>

#define N_RESOURCES 2
#define HORIZON 200

static const PlanLevelJob *
get_job (const PlanLevelProblem *problem, guint i)
{
  return &g_array_index (problem->jobs, PlanLevelJob, i);
}

static void
add_job (PlanLevelProblem *problem, guint i, GRand *rand)
{
  PlanLevelJob job = { .duration = g_rand_int_range (rand, 0, 8), .group = i % 2, .first_demand = problem->demands->len };

  job.key = g_rand_int_range (rand, 0, 20);
  job.fixed = i == 2;
  if (g_rand_int_range (rand, 0, 4) == 0)
    job.release = g_rand_int_range (rand, 0, 10);
  for (guint32 r = 0; r < N_RESOURCES && !job.fixed; r++)
    if (g_rand_boolean (rand))
      {
        PlanLevelDemand demand = { r, g_rand_int_range (rand, 1, 4) };

        g_array_append_val (problem->demands, demand);
        job.n_demands++;
      }
  g_array_append_val (problem->jobs, job);
  for (guint32 from = 0; from < i; from++)
    if (g_rand_int_range (rand, 0, 5) == 0)
      {
        PlanLevelEdge edge = { from, i, get_job (problem, from)->duration + g_rand_int_range (rand, -2, 3) };

        g_array_append_val (problem->edges, edge);
      }
}

/* Between 20 and 30 there is less of everything. */
static void
make_problem (PlanLevelProblem *problem, guint32 seed, guint n_jobs)
{
  GRand *rand = g_rand_new_with_seed (seed);

  plan_level_problem_init (problem);
  for (guint i = 0; i < n_jobs; i++)
    add_job (problem, i, rand);
  problem->n_groups = 2;
  problem->weights = g_new (gint64, 2);
  problem->weights[0] = 1;
  problem->weights[1] = 1 + g_rand_int_range (rand, 0, 3);
  problem->n_resources = N_RESOURCES;
  problem->horizon = HORIZON;
  problem->free = g_new (gint32, N_RESOURCES * HORIZON);
  for (gint32 t = 0; t < N_RESOURCES * HORIZON; t++)
    problem->free[t] = t % HORIZON >= 20 && t % HORIZON < 30 ? 2 : 4;
  g_rand_free (rand);
}

static void
check_placement (const PlanLevelProblem *problem, const PlanLevelPlacement *placement)
{
  g_autofree gint32 *used = g_new0 (gint32, N_RESOURCES * HORIZON);
  gint32 finishes[2] = { 0, 0 };

  for (guint i = 0; i < problem->jobs->len; i++)
    {
      const PlanLevelJob *job = get_job (problem, i);
      gint32 start = placement->starts[i];

      g_assert_cmpint (start, >=, job->release);
      g_assert_true (!job->fixed || start == job->release);
      finishes[job->group] = MAX (finishes[job->group], start + job->duration);
      for (guint k = job->first_demand; k < job->first_demand + job->n_demands; k++)
        {
          const PlanLevelDemand *demand = &g_array_index (problem->demands, PlanLevelDemand, k);

          for (gint32 t = start; t < start + job->duration; t++)
            used[demand->resource * HORIZON + t] += demand->units;
        }
    }
  for (guint i = 0; i < N_RESOURCES * HORIZON; i++)
    g_assert_cmpint (used[i], <=, problem->free[i]);
  for (guint i = 0; i < problem->edges->len; i++)
    {
      const PlanLevelEdge *edge = &g_array_index (problem->edges, PlanLevelEdge, i);

      if (!get_job (problem, edge->to)->fixed)
        g_assert_cmpint (placement->starts[edge->to], >=, placement->starts[edge->from] + edge->distance);
    }
  g_assert_cmpint (placement->cost, ==, problem->weights[0] * finishes[0] + problem->weights[1] * finishes[1]);
}

static void
test_feasible (void)
{
  for (guint32 seed = 0; seed < 100; seed++)
    {
      PlanLevelProblem problem;
      g_autoptr (PlanLevelSearch) search = NULL, again = NULL, first = NULL;

      make_problem (&problem, seed, 25);
      search = plan_level_search_new (&problem, 600, seed, NULL, NULL);
      again = plan_level_search_new (&problem, 600, seed, NULL, NULL);
      first = plan_level_search_new (&problem, 1, seed, NULL, NULL);
      g_assert_cmpuint (search->n_best, >, 0);
      g_assert_cmpuint (search->n_best, ==, again->n_best);
      g_assert_cmpint (search->best[0].cost, <=, first->best[0].cost);
      g_assert_cmpint (search->best[0].cost, >=, search->bound);
      for (guint i = 0; i < search->n_best; i++)
        {
          check_placement (&problem, &search->best[i]);
          g_assert_cmpmem (search->best[i].starts, sizeof (gint32) * 25, again->best[i].starts, sizeof (gint32) * 25);
        }
      plan_level_problem_clear (&problem);
    }
}

/* The least that any order comes to. */
static gint64
try_orders (PlanLevelSerial *serial, PlanLevelPlacement *placement, guint n, guint placed, gint64 least)
{
  gint64 *keys = plan_level_serial_get_keys (serial);

  if (placed == n)
    {
      plan_level_serial_place (serial, placement);
      return MIN (least, placement->cost);
    }
  for (guint i = 0; i < n; i++)
    if (keys[i] < 0)
      {
        keys[i] = placed;
        least = try_orders (serial, placement, n, placed + 1, least);
        keys[i] = -1;
      }
  return least;
}

static void
test_optimal (void)
{
  enum { N = 6 };

  for (guint32 seed = 0; seed < 60; seed++)
    {
      PlanLevelProblem problem;
      PlanLevelPlacement placement;
      g_autoptr (PlanLevelSearch) search = NULL;
      g_autoptr (PlanLevelSerial) serial = NULL;

      make_problem (&problem, seed, N);
      plan_level_placement_init (&placement, &problem);
      serial = plan_level_serial_new (&problem);
      for (guint i = 0; i < N; i++)
        plan_level_serial_get_keys (serial)[i] = -1;
      search = plan_level_search_new (&problem, 3000, 1, NULL, NULL);
      g_assert_cmpint (search->best[0].cost, <=, try_orders (serial, &placement, N, 0, G_MAXINT64));
      check_placement (&problem, &search->best[0]);
      plan_level_placement_clear (&placement);
      plan_level_problem_clear (&problem);
    }
}

/* Gives up after @data more questions. */
static gboolean
stop_after (const PlanLevelPlacement *best, gpointer data)
{
  guint *left = data;

  g_assert_cmpint (best->cost, <, G_MAXINT64);
  return (*left)-- == 0;
}

static void
test_stop (void)
{
  PlanLevelProblem problem;
  g_autoptr (PlanLevelSearch) search = NULL;
  guint left = 5;

  make_problem (&problem, 3, 25);
  search = plan_level_search_new (&problem, 0, 1, stop_after, &left);
  g_assert_cmpuint (left, ==, G_MAXUINT);
  g_assert_cmpuint (search->n_done, >=, 6);
  g_assert_cmpuint (search->n_done, <=, 18);
  check_placement (&problem, &search->best[0]);
  plan_level_problem_clear (&problem);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/level-search/feasible", test_feasible);
  g_test_add_func ("/schedule/level-search/optimal", test_optimal);
  g_test_add_func ("/schedule/level-search/stop", test_stop);
  return g_test_run ();
}
