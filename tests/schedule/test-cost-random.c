/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laws of work and cost, on random plans with fixed seeds: what lies between dates adds up to the whole, actual and
 * remaining are the whole, a task has what its assignments have and a fixed cost, a summary what its tasks have, and a
 * baseline just saved says what the plan says.
 */

#include "plan-baseline.h"
#include "plan-case.h"
#include "plan-figures.h"
#include "plan-random-costs.h"

#define N_ROUNDS 150

/* The days, weeks and months of a series are all of it. */
static void
check_buckets (const PlanSeries *series, gint64 total)
{
  PlanTicks start, finish;

  g_assert_cmpint (plan_series_get_total (series), ==, total);
  if (!plan_series_get_ends (series, &start, &finish))
    return;
  for (PlanBucket bucket = PLAN_BUCKET_DAY; bucket <= PLAN_BUCKET_MONTH; bucket++)
    {
      gint64 sum = 0;

      for (PlanTicks at = plan_bucket_start (bucket, PLAN_SUNDAY, start); at < finish; at = plan_bucket_next (bucket, at))
        sum += plan_series_get (series, at, plan_bucket_next (bucket, at));
      g_assert_cmpint (sum, ==, total);
    }
}

static void
check_assignment (PlanCase *self, guint index, gboolean has_dates)
{
  const PlanTotals *totals = plan_costs_get_assignment (self->costs, index);
  const gint64 expected[] = {
    [PLAN_SERIES_WORK] = totals->work,
    [PLAN_SERIES_ACTUAL_WORK] = totals->actual_work,
    [PLAN_SERIES_REMAINING_WORK] = totals->work - totals->actual_work,
    [PLAN_SERIES_BASELINE_WORK] = 0,
    [PLAN_SERIES_COST] = totals->cost,
    [PLAN_SERIES_ACTUAL_COST] = totals->actual_cost,
    [PLAN_SERIES_REMAINING_COST] = totals->cost - totals->actual_cost,
  };

  g_assert_cmpint (totals->actual_work, <=, totals->work);
  g_assert_cmpint (totals->actual_work, >=, 0);
  for (PlanSeriesKind kind = PLAN_SERIES_WORK; kind <= PLAN_SERIES_REMAINING_COST; kind++)
    {
      g_autoptr (PlanSeries) series = plan_costs_spread (self->costs, index, kind, 0);

      if (has_dates)
        check_buckets (series, expected[kind]);
    }
}

static void
check_task (PlanCase *self, guint index)
{
  const PlanTask *task = plan_model_get_task_at (self->model, index);
  PlanTotals sum = { 0 };
  PlanMoney done;
  guint n;
  const guint32 *items = plan_costs_list_assigned (self->costs, index, &n);
  const PlanTotals *totals = plan_costs_get_task (self->costs, index);
  g_autoptr (PlanSeries) fixed = plan_costs_spread_fixed (self->costs, index);

  plan_costs_get_fixed (self->costs, index, &sum.cost, &done);
  sum.actual_cost = done;
  if (plan_schedule_get_task (self->schedule, index)->start != PLAN_TICKS_NONE)
    check_buckets (fixed, sum.cost);
  for (guint i = 0; i < n; i++)
    {
      const PlanTotals *part = plan_costs_get_assignment (self->costs, items[i]);

      sum.work += part->work;
      sum.cost += part->cost;
      sum.actual_cost += part->actual_cost;
    }
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_TASK); i++)
    {
      const PlanTask *child = plan_model_get_task_at (self->model, i);

      if (child->parent != task->id || !child->active)
        continue;
      sum.work += plan_costs_get_task (self->costs, i)->work;
      sum.cost += plan_costs_get_task (self->costs, i)->cost;
      sum.actual_cost += plan_costs_get_task (self->costs, i)->actual_cost;
    }
  g_assert_cmpint (totals->work, ==, sum.work);
  g_assert_cmpint (totals->cost, ==, sum.cost);
  g_assert_cmpint (totals->actual_cost, ==, sum.actual_cost);
}

static void
check_project (PlanCase *self)
{
  const PlanTotals *totals = plan_costs_get_project (self->costs, CASE_PROJECT);
  PlanMoney cost = 0;
  PlanTicks work = 0;

  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_TASK); i++)
    {
      const PlanTask *task = plan_model_get_task_at (self->model, i);

      if (task->parent != PLAN_ID_NONE || !task->active)
        continue;
      cost += plan_costs_get_task (self->costs, i)->cost;
      work += plan_costs_get_task (self->costs, i)->work;
    }
  g_assert_cmpint (totals->cost, ==, cost);
  g_assert_cmpint (totals->work, ==, work);
}

static void
insert_all (PlanModel *model, PlanRecord record, GArray *records, PlanId first)
{
  for (guint i = 0; i < records->len; i++)
    {
      PlanId *body = (PlanId *) (gpointer) (records->data + i * plan_record_get_size (record));

      *body = first + i;
      plan_model_insert (model, record, body);
    }
}

/* The budget is what the plan costs, the baseline of each assignment is the assignment, and nothing varies. */
static void
check_baseline (PlanCase *self)
{
  g_autoptr (PlanBaselineSet) set = plan_baseline_set_new (0);
  guint n_tasks = plan_model_get_n (self->model, PLAN_RECORD_TASK);

  for (guint i = 0; i < n_tasks; i++)
    plan_baseline_set_take (set, self->costs, self->schedule, self->model, i);
  insert_all (self->model, PLAN_RECORD_BASELINE, set->baselines, 5000000000);
  insert_all (self->model, PLAN_RECORD_WORK_SPAN, set->spans, 6000000000);
  plan_case_compute (self);
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      g_autoptr (PlanSeries) work = plan_costs_spread (self->costs, i, PLAN_SERIES_BASELINE_WORK, 0);
      g_autoptr (PlanSeries) cost = plan_costs_spread (self->costs, i, PLAN_SERIES_BASELINE_COST, 0);

      if (plan_spread_get_assigned (plan_costs_get_spread (self->costs), i)->start == PLAN_TICKS_NONE)
        continue;
      check_buckets (work, plan_costs_get_assignment (self->costs, i)->work);
      check_buckets (cost, plan_costs_get_assignment (self->costs, i)->cost);
    }
  for (guint i = 0; i < n_tasks; i++)
    {
      PlanFigures figures;

      plan_figures_read (&figures, self->costs, i, 0);
      g_assert_true (figures.has_baseline);
      g_assert_cmpint (figures.start_variance, ==, 0);
      g_assert_cmpint (figures.finish_variance, ==, 0);
      g_assert_cmpint (figures.duration_variance, ==, 0);
      g_assert_cmpint (figures.work_variance, ==, 0);
      g_assert_cmpint (figures.cost_variance, ==, 0);
      g_assert_cmpint (figures.earned.pv, <=, figures.earned.bac);
      g_assert_cmpint (figures.earned.ev, <=, figures.earned.bac);
      if (plan_case_get (self, "S")->start != PLAN_TICKS_NONE && plan_case_get (self, "T")->start != PLAN_TICKS_NONE &&
          plan_schedule_get_task (self->schedule, i)->start != PLAN_TICKS_NONE)
        g_assert_cmpint (figures.earned.bac, ==, figures.totals.cost);
    }
}

static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *options = case_random_options (rand);
      g_autofree char *plan = case_random_costs (rand);
      g_autoptr (PlanCase) self = plan_case_new (options, plan);

      g_test_message ("%s | %s", options, plan);
      plan_case_compute (self);
      for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_ASSIGNMENT); i++)
        check_assignment (self, i, plan_spread_get_assigned (plan_costs_get_spread (self->costs), i)->start != PLAN_TICKS_NONE);
      for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_TASK); i++)
        check_task (self, i);
      check_project (self);
      check_baseline (self);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/cost-random/laws", test_laws);
  return g_test_run ();
}
