/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The load of people: known cases, and laws on random plans with fixed seeds: each cell of any scale is what the
 * assignments have in it, to the tick; parts and shares are the whole; and where something is over is what an instant after
 * the other says.
 */

#include "plan-case.h"
#include "plan-load.h"
#include "plan-random-costs.h"
#include "plan-random-plan.h"
#include "plan-schedule-private.h"

#include <string.h>

#define N_ROUNDS 60
#define H(hours) ((hours) * PLAN_TICKS_PER_HOUR)
#define MAX_EDGES 3000

static const struct
{
  const char *path;
  const char *options;
  const char *plan;
  const char *expected; /* for each day from Monday 2 March on: work/capacity/over@peak */
} cases[] = {
  { "one", "Ann=standard", "A 2d by=Ann; B 1d A by=Ann*50%", "8/8/0@0 8/8/0@0 4/8/0@0 0/8/0@0" },
  { "two at once", "Ann=standard", "A 2d by=Ann; B 1d by=Ann", "16/8/8@200 8/8/0@0 0/8/0@0" },
  { "within a day", "Ann=standard", "A 4h by=Ann; B 4h by=Ann", "8/8/4@200 0/8/0@0" },
  { "side by side", "Ann=standard", "A 2d by=Ann*50%; B 2d by=Ann*50%", "8/8/0@0 8/8/0@0" },
  { "day off", "Ann=standard,03-03", "A 2d by=Ann", "8/8/0@0 0/0/0@0 8/8/0@0" },
  { "night", "Bob=night", "A 8h by=Bob", "1/1/0@0 7/8/0@0" },
  { "contour", "Ann=standard", "A 1d by=Ann*200%,work=16h", "16/8/8@200" },
  { "overtime", "Ann=standard", "A 1d by=Ann,work=10h,over=2h", "10/8/0@0" },
  { "not counted", "Ann=standard", "A 1d by=Ann off", "0/8/0@0" },
};

static char *
write_days (PlanLoad *load, guint resource, guint n)
{
  GString *text = g_string_new (NULL);
  PlanTicks edges[10];
  PlanLoadCell cells[10] = { 0 };

  for (guint i = 0; i <= n; i++)
    edges[i] = case_date ("03-02", 0) + i * PLAN_TICKS_PER_DAY;
  plan_load_read (load, resource, edges, n, cells);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%g/%g/%g@%g", i > 0 ? " " : "", cells[i].work / 600.0, cells[i].capacity / 600.0,
                            cells[i].over / 600.0, cells[i].peak / 100.0);
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data), n = 1;
  g_autoptr (PlanCase) self = plan_case_new (cases[i].options, cases[i].plan);
  g_autoptr (PlanLoad) load = NULL;
  g_autofree char *text = NULL;

  plan_case_compute (self);
  load = plan_load_new (self->costs);
  for (const char *p = cases[i].expected; *p != '\0'; p++)
    n += *p == ' ';
  text = write_days (load, 0, n);
  g_assert_cmpstr (text, ==, cases[i].expected);
}

/* Half of her until the third, then one and a half, and none on the fifth. */
static void
test_units (void)
{
  static const struct { const char *first, *last; PlanPercent units; } rows[] = {
    { NULL, "03-03", 5000 }, { "03-04", "03-04", 15000 }, { "03-05", "03-05", 0 },
  };
  g_autoptr (PlanCase) self = plan_case_new ("Ann=standard", "A 4d by=Ann");
  g_autoptr (PlanLoad) load = NULL;
  g_autofree char *text = NULL;
  guint n_overs;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PlanAvailability row;

      plan_record_init (PLAN_RECORD_AVAILABILITY, &row);
      row.id = 7000000000 + i;
      row.resource = CASE_FIRST_RESOURCE;
      row.start = rows[i].first != NULL ? plan_ticks_get_day (case_date (rows[i].first, 0)) : PLAN_DAY_NONE;
      row.finish = plan_ticks_get_day (case_date (rows[i].last, 0));
      row.units = rows[i].units;
      plan_model_insert (self->model, PLAN_RECORD_AVAILABILITY, &row);
    }
  plan_case_compute (self);
  load = plan_load_new (self->costs);
  text = write_days (load, 0, 5);
  g_assert_cmpstr (text, ==, "8/4/4@100 8/4/4@100 8/12/0@0 8/0/8@100 0/8/0@0");
  plan_load_get_overs (load, 0, &n_overs);
  g_assert_cmpuint (n_overs, ==, 2);
  g_assert_cmpint (plan_load_get_capacity (load, 0, case_date ("03-02T10:00", 0), case_date ("03-03T10:00", 0)), ==, H (4));
}

static void
test_shares (void)
{
  g_autoptr (PlanCase) self = plan_case_new ("Ann=standard Oil=material", "A 2d by=Ann by=Oil; B 1d by=Ann*25%");
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (PlanLoadShare));
  g_autoptr (PlanLoad) load = NULL;
  PlanTicks start, finish;

  plan_case_compute (self);
  load = plan_load_new (self->costs);
  g_assert_true (plan_load_is_person (load, 0));
  g_assert_false (plan_load_is_person (load, 1));
  g_assert_false (plan_load_get_extent (load, 1, &start, &finish));
  g_assert_true (plan_load_get_extent (load, 0, &start, &finish));
  g_assert_cmpint (start, ==, case_date ("03-02T08:00", 0));
  g_assert_cmpint (finish, ==, case_date ("03-03T17:00", 0));
  plan_load_list_shares (load, 0, case_date ("03-02T10:00", 0), case_date ("03-03T10:00", 0), shares);
  plan_load_sort_shares (shares);
  g_assert_cmpuint (shares->len, ==, 2);
  g_assert_cmpuint (g_array_index (shares, PlanLoadShare, 0).task, ==, plan_case_index (self, "A"));
  g_assert_cmpint (g_array_index (shares, PlanLoadShare, 0).work, ==, H (8));
  g_assert_cmpint (g_array_index (shares, PlanLoadShare, 1).work, ==, 900);
}

/* Edges of a scale over all that there is; 0 to 3 hours to months, else of any length. */
static guint
list_edges (GRand *rand, guint scale, PlanTicks start, PlanTicks finish, PlanTicks edges[MAX_EDGES])
{
  guint n = 0;
  PlanTicks at = scale == 0 ? start - start % 600 - 600 : start - 1;

  if (scale > 0 && scale < 4)
    at = plan_bucket_start ((PlanBucket) (scale - 1), PLAN_MONDAY, start);

  do
    {
      edges[n++] = at;
      at = scale == 0 ? at + 600 : scale < 4 ? plan_bucket_next ((PlanBucket) (scale - 1), at)
                                             : at + g_rand_int_range (rand, 1, 9000);
    }
  while (edges[n - 1] <= finish && n < MAX_EDGES);
  return n;
}

/* Whether the task and all above it are planned with. */
static gboolean
counts (const PlanModel *model, const PlanAssignment *assignment)
{
  const PlanTask *task = plan_model_get_task (model, assignment->task);

  while (task != NULL && plan_costs_counts (task))
    {
      if (task->parent == PLAN_ID_NONE)
        return TRUE;
      task = plan_model_get_task (model, task->parent);
    }
  return FALSE;
}

static void
check_cells (PlanCosts *costs, const PlanModel *model, PlanLoad *load, guint resource, const PlanTicks *edges, guint n)
{
  g_autofree PlanLoadCell *cells = g_new0 (PlanLoadCell, n);
  g_autofree gint64 *parts = g_new0 (gint64, n * 2), *expected = g_new0 (gint64, n);
  g_autofree guint *part_of = g_new0 (guint, plan_model_get_n (model, PLAN_RECORD_PROJECT));
  const PlanResource *body = plan_model_get_at (model, PLAN_RECORD_RESOURCE, resource);
  PlanTicks capacity = 0;

  part_of[plan_model_get_n (model, PLAN_RECORD_PROJECT) - 1] = 1;
  plan_load_read (load, resource, edges, n, cells);
  plan_load_read_parts (load, resource, edges, n, part_of, parts);
  for (guint k = 0; k < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); k++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, k);
      g_autoptr (PlanSeries) series = plan_costs_spread (costs, k, PLAN_SERIES_WORK, 0);

      for (guint i = 0; i < n && assignment->resource == body->id && counts (model, assignment); i++)
        expected[i] += plan_series_get (series, edges[i], edges[i + 1]);
    }
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (cells[i].work, ==, expected[i]);
      g_assert_cmpint (parts[i] + parts[n + i], ==, expected[i]);
      g_assert_cmpint (cells[i].over, >=, cells[i].work - cells[i].overtime - cells[i].capacity);
      capacity += cells[i].capacity;
    }
  g_assert_cmpint (capacity, ==, plan_load_get_capacity (load, resource, edges[0], edges[n]));
}

static void
check_shares (PlanLoad *load, guint resource, PlanTicks from, PlanTicks to)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (PlanLoadShare));
  PlanTicks edges[2] = { from, to }, sum = 0;
  PlanLoadCell cell = { 0 };

  plan_load_read (load, resource, edges, 1, &cell);
  plan_load_list_shares (load, resource, from, to, shares);
  for (guint i = 0; i < shares->len; i++)
    sum += g_array_index (shares, PlanLoadShare, i).work;
  g_assert_cmpint (sum, ==, cell.work);
}

static void
check_person (GRand *rand, PlanCosts *costs, const PlanModel *model, PlanLoad *load, guint resource)
{
  static PlanTicks edges[MAX_EDGES];
  PlanTicks start, finish;

  if (!plan_load_is_person (load, resource) || !plan_load_get_extent (load, resource, &start, &finish))
    return;
  for (guint scale = 0; scale < 6; scale++)
    {
      guint n = list_edges (rand, scale, start, finish, edges);

      check_cells (costs, model, load, resource, edges, n - 1);
      check_shares (load, resource, edges[n / 3], edges[n - 1 - n / 4]);
    }
}

/* What is asked for at an instant, said without the load. */
static double
count_units (PlanCosts *costs, const PlanModel *model, PlanId resource, PlanTicks at)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (PlanWorkStretch));
  double units = 0;

  for (guint k = 0; k < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); k++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, k);
      const PlanTotals *totals = plan_costs_get_assignment (costs, k);
      const PlanWorktime *worktime = plan_spread_get_worktime (plan_costs_get_spread (costs), k);
      PlanAmount amount = { totals->work - totals->overtime_work, totals->overtime_work,
                            totals->actual_work - totals->actual_overtime_work, totals->actual_overtime_work };

      if (assignment->resource != resource || !counts (model, assignment) ||
          (worktime != NULL && plan_worktime_work (worktime, at, at + 1) == 0))
        continue;
      g_array_set_size (stretches, 0);
      plan_spread_list (plan_costs_get_spread (costs), k, &amount, stretches);
      for (guint i = 0; i < stretches->len; i++)
        {
          const PlanWorkStretch *s = &g_array_index (stretches, PlanWorkStretch, i);

          if (s->start <= at && at < s->finish)
            {
              PlanTicks clock = s->finish - s->start;

              units += 10000.0 * s->regular / (worktime != NULL ? plan_worktime_work (worktime, s->start, s->finish) : clock);
            }
        }
    }
  return units;
}

static void
check_instant (PlanCosts *costs, const PlanModel *model, PlanLoad *load, guint resource, PlanTicks at)
{
  const PlanResource *body = plan_model_get_at (model, PLAN_RECORD_RESOURCE, resource);
  double units = count_units (costs, model, body->id, at);
  PlanPercent found = 0;
  guint n;
  const PlanLoadOver *overs = plan_load_get_overs (load, resource, &n);

  for (guint i = 0; i < n; i++)
    if (overs[i].start <= at && at < overs[i].finish &&
        (overs[i].worktime == NULL || plan_worktime_work (overs[i].worktime, at, at + 1) > 0))
      found = overs[i].units;
  if (units > body->max_units + 120)
    g_assert_cmpfloat (ABS (found - units), <, 20);
  else if (units < body->max_units + 80)
    g_assert_cmpint (found, ==, 0);
}

static void
check_all (GRand *rand, PlanCosts *costs, const PlanModel *model)
{
  g_autoptr (PlanLoad) load = plan_load_new (costs);
  PlanTicks start, finish;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    {
      check_person (rand, costs, model, load, i);
      if (!plan_load_is_person (load, i) || !plan_load_get_extent (load, i, &start, &finish))
        continue;
      for (guint k = 0; k < 60; k++)
        check_instant (costs, model, load, i, start + g_rand_int_range (rand, 0, (gint32) MIN (finish - start, 400000) + 1));
    }
}

static void
test_costs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *options = case_random_options (rand);
      g_autofree char *plan = case_random_costs (rand);
      g_autoptr (PlanCase) self = plan_case_new (options, plan);

      g_test_message ("%s | %s", options, plan);
      plan_case_compute (self);
      check_all (rand, self->costs, self->model);
    }
}

static void
test_plans (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  const CaseIngredients with = (CASE_EVERYTHING & ~(guint) CASE_WITH_ALAP) | CASE_WITH_PROJECTS;
  guint n_checked = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      CasePlan plan;
      g_autoptr (PlanModel) model = NULL;
      g_autoptr (PlanSchedule) schedule = NULL;
      g_autoptr (PlanCosts) costs = NULL;

      case_random_plan (&plan, rand, with);
      model = case_build_plan (&plan, FALSE);
      case_add_projects (model, with);
      schedule = case_compute (model);
      if (schedule == NULL || n_checked == N_ROUNDS / 3) /* some have cycles */
        continue;
      n_checked++;
      costs = plan_costs_new (schedule, model, case_date ("03-02", 0));
      check_all (rand, costs, model);
    }
  g_assert_cmpuint (n_checked, >, N_ROUNDS / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/schedule/load/case/%s", cases[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/schedule/load/units", test_units);
  g_test_add_func ("/schedule/load/shares", test_shares);
  g_test_add_func ("/schedule/load/random-costs", test_costs);
  g_test_add_func ("/schedule/load/random-plans", test_plans);
  return g_test_run ();
}
