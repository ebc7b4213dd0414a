/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Earned value and earned schedule: the formulas by known figures, and the values that go into them by plans with a
 * baseline and progress.
 */

#include "plan-baseline.h"
#include "plan-case.h"
#include "plan-figures.h"

static void
test_formulas (void)
{
  PlanEarnedValue value = { .bac = 400000, .pv = 200000, .ev = 160000, .ac = 180000 };
  PlanEarnedValue nothing = { .bac = 5000 };

  plan_earned_value_derive (&value);
  g_assert_cmpint (value.sv, ==, -40000);
  g_assert_cmpint (value.cv, ==, -20000);
  g_assert_cmpint (value.sv_percent, ==, -2000);
  g_assert_cmpint (value.cv_percent, ==, -1250);
  g_assert_cmpint (value.spi, ==, 8000);
  g_assert_cmpint (value.cpi, ==, 8889);
  g_assert_cmpint (value.eac, ==, 450000);
  g_assert_cmpint (value.etc, ==, 270000);
  g_assert_cmpint (value.vac, ==, -50000);
  g_assert_cmpint (value.tcpi, ==, 10909);
  g_assert_cmpint (value.eac_by_plan, ==, 420000);
  g_assert_cmpint (value.eac_by_both, ==, 517500);
  plan_earned_value_derive (&nothing);
  g_assert_cmpint (nothing.eac, ==, 5000);
  g_assert_cmpint (nothing.eac_by_both, ==, 5000);
  g_assert_cmpint (nothing.spi, ==, 0);
  g_assert_cmpint (nothing.cpi, ==, 0);
  g_assert_cmpint (nothing.tcpi, ==, 10000);
}

static void
test_earned_schedule (void)
{
  static const PlanMoney pv[] = { 10000, 25000, 45000, 70000, 100000 };
  PlanEarnedSchedule schedule = { .at = 40000, .pd = 50000 };

  plan_earned_schedule_derive (&schedule, pv, G_N_ELEMENTS (pv), 38000);
  g_assert_cmpint (schedule.es, ==, 26500);
  g_assert_cmpint (schedule.sv_t, ==, -13500);
  g_assert_cmpint (schedule.spi_t, ==, 6625);
  g_assert_cmpint (schedule.ieac_t, ==, 75472);
  plan_earned_schedule_derive (&schedule, pv, G_N_ELEMENTS (pv), 5000);
  g_assert_cmpint (schedule.es, ==, 5000);
  plan_earned_schedule_derive (&schedule, pv, G_N_ELEMENTS (pv), 0);
  g_assert_cmpint (schedule.es, ==, 0);
  g_assert_cmpint (schedule.ieac_t, ==, 0);
  plan_earned_schedule_derive (&schedule, pv, G_N_ELEMENTS (pv), 100000);
  g_assert_cmpint (schedule.es, ==, 50000);
  plan_earned_schedule_derive (&schedule, pv, G_N_ELEMENTS (pv), 120000);
  g_assert_cmpint (schedule.es, ==, 50000);
}

static void
insert_all (PlanModel *model, PlanRecord record, GArray *records, PlanId first)
{
  guint size = plan_record_get_size (record);

  for (guint i = 0; i < records->len; i++)
    {
      PlanId *body = (PlanId *) (gpointer) (records->data + i * size);

      *body = first + i;
      plan_model_insert (model, record, body);
    }
}

/* The plan as it is becomes baseline 0. */
static void
save_baseline (PlanCase *self)
{
  g_autoptr (PlanBaselineSet) set = plan_baseline_set_new (0);

  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_TASK); i++)
    plan_baseline_set_take (set, self->costs, self->schedule, self->model, i);
  insert_all (self->model, PLAN_RECORD_BASELINE, set->baselines, 5000000000);
  insert_all (self->model, PLAN_RECORD_WORK_SPAN, set->spans, 6000000000);
  plan_case_compute (self);
}

static void
set_task (PlanCase *self, const char *name, PlanFieldId field, gint64 value)
{
  PlanValue boxed = PLAN_VALUE_OF_INTEGER (value);

  plan_model_set (self->model, field, plan_case_find (self, name), &boxed);
}

/* @days are done of a task that takes @whole. */
static void
set_progress (PlanCase *self, const char *name, double days, double whole)
{
  const PlanScheduledTask *result = plan_case_get (self, name);
  PlanTicks start = result->start, finish = result->finish;

  set_task (self, name, PLAN_FIELD_TASK_ACTUAL_START, start);
  if (days >= whole)
    set_task (self, name, PLAN_FIELD_TASK_ACTUAL_FINISH, finish);
  set_task (self, name, PLAN_FIELD_TASK_ACTUAL_DURATION, (gint64) (days * 4800));
  set_task (self, name, PLAN_FIELD_TASK_PERCENT_COMPLETE, (gint64) (days / whole * 10000));
}

/* A day costs 10, 10, 20, 20: "done" days of four are done; by the status date so much is planned, earned and spent. */
static const struct
{
  const char *path;
  const char *options;
  const char *plan;
  double done;
  gint64 pv, ev, ac, bac;
} rows[] = {
  { "half", "status=03-03", "A 4d by=Ann", 2, 2000, 2000, 2000, 6000 },
  { "three-quarters", "status=03-03", "A 4d by=Ann", 3, 2000, 2000, 2000, 6000 }, /* progress after the status date does not count */
  { "three-quarters-late", "status=03-05", "A 4d by=Ann", 3, 6000, 4000, 4000, 6000 },
  { "behind", "status=03-04", "A 4d by=Ann", 1, 4000, 1000, 1000, 6000 },
  { "complete", "status=03-05", "A 4d by=Ann", 4, 6000, 6000, 6000, 6000 },
  { "nothing", "status=03-03", "A 4d by=Ann", 0, 2000, 0, 0, 6000 },
  { "no-status-is-today", "", "A 4d by=Ann", 1, 1000, 1000, 1000, 6000 },
  { "physical", "status=03-03", "A 4d by=Ann phys=40", 2, 2000, 2400, 2000, 6000 },
  { "fixed", "status=03-03", "A 4d by=Ann fixed=4", 2, 2200, 2200, 2200, 6400 },
  { "fixed-at-start", "status=03-03", "A 4d by=Ann fixed=4 accrue=start", 2, 2400, 2400, 2400, 6400 },
  { "fixed-at-end", "status=03-03", "A 4d by=Ann fixed=4 accrue=end", 2, 2000, 2000, 2000, 6400 },
  { "summary", "status=03-03", "S - fixed=4; A 4d by=Ann in=S", 2, 2200, 2200, 2200, 6400 },
};

#define RATES "Ann=standard Ann.rate=1.25,2.5@03-04 "

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *options = g_strconcat (RATES, rows[i].options, NULL);
  g_autoptr (PlanCase) self = plan_case_new (options, rows[i].plan);
  const PlanEarnedValue *value;

  plan_case_compute (self);
  save_baseline (self);
  if (rows[i].done > 0)
    set_progress (self, "A", rows[i].done, 4);
  plan_case_compute (self);
  value = plan_earned_value_of_task (self->costs, 0);
  g_assert_cmpint (value->bac, ==, rows[i].bac);
  g_assert_cmpint (value->pv, ==, rows[i].pv);
  g_assert_cmpint (value->ev, ==, rows[i].ev);
  g_assert_cmpint (value->ac, ==, rows[i].ac);
  value = plan_earned_value_of_project (self->costs, CASE_PROJECT);
  g_assert_cmpint (value->pv, ==, rows[i].pv);
  g_assert_cmpint (value->ac, ==, rows[i].ac);
}

/* Ten days at 80 each; after six of them four are earned. */
static void
test_project_schedule (void)
{
  g_autoptr (PlanCase) self = plan_case_new ("status=03-07T08:00 Ann=24 Ann.rate=10", "A 10ed cal=24 by=Ann,work=80h");
  PlanEarnedSchedule schedule;

  plan_case_compute (self);
  g_assert_false (plan_earned_schedule_of_project (self->costs, CASE_PROJECT, PLAN_BUCKET_DAY, &schedule));
  save_baseline (self);
  set_task (self, "A", PLAN_FIELD_TASK_ACTUAL_START, case_date ("03-02T08:00", 0));
  set_task (self, "A", PLAN_FIELD_TASK_ACTUAL_DURATION, 4 * PLAN_TICKS_PER_DAY);
  set_task (self, "A", PLAN_FIELD_TASK_PERCENT_COMPLETE, 4000);
  plan_case_compute (self);
  g_assert_true (plan_earned_schedule_of_project (self->costs, CASE_PROJECT, PLAN_BUCKET_DAY, &schedule));
  g_assert_cmpint (schedule.pd, ==, 100000);
  g_assert_cmpint (schedule.at, ==, 50000);
  g_assert_cmpint (schedule.es, ==, 40000);
  g_assert_cmpint (schedule.spi_t, ==, 8000);
  g_assert_cmpint (schedule.ieac_t, ==, 125000);
}

static gint64
get_figure (PlanCase *self, const char *name, PlanFigureId figure)
{
  return plan_figure_get_value (figure, self->costs, plan_case_index (self, name)).integer;
}

static void
test_variances (void)
{
  g_autoptr (PlanCase) self = plan_case_new (RATES, "A 2d by=Ann; B 1d A");

  plan_case_compute (self);
  g_assert_cmpint (plan_figure_get_value (PLAN_FIGURE_START_VARIANCE, self->costs, 0).kind, ==, PLAN_VALUE_NULL);
  save_baseline (self);
  set_task (self, "A", PLAN_FIELD_TASK_CONSTRAINT, PLAN_CONSTRAINT_SNET);
  set_task (self, "A", PLAN_FIELD_TASK_CONSTRAINT_DATE, case_date ("03-03T08:00", 0));
  set_task (self, "A", PLAN_FIELD_TASK_DURATION, 3 * 4800);
  {
    PlanValue work = PLAN_VALUE_OF_INTEGER (3 * 4800);

    plan_model_set (self->model, PLAN_FIELD_ASSIGNMENT_WORK, CASE_FIRST_ASSIGNMENT, &work);
  }
  plan_case_compute (self);
  g_assert_cmpint (get_figure (self, "A", PLAN_FIGURE_START_VARIANCE), ==, 4800);
  g_assert_cmpint (get_figure (self, "A", PLAN_FIGURE_FINISH_VARIANCE), ==, 2 * 4800);
  g_assert_cmpint (get_figure (self, "A", PLAN_FIGURE_DURATION_VARIANCE), ==, 4800);
  g_assert_cmpint (get_figure (self, "A", PLAN_FIGURE_WORK_VARIANCE), ==, 4800);
  g_assert_cmpint (get_figure (self, "A", PLAN_FIGURE_COST_VARIANCE), ==, 5000 - 2000);
  g_assert_cmpint (get_figure (self, "B", PLAN_FIGURE_START_VARIANCE), ==, 2 * 4800);
  g_assert_cmpint (get_figure (self, "B", PLAN_FIGURE_DURATION_VARIANCE), ==, 0);
}

/* Every figure has a name, a label and a value of the right size. */
static void
test_table (void)
{
  for (PlanFigureId figure = PLAN_FIGURE_NONE + 1; figure < PLAN_N_FIGURES; figure++)
    {
      g_assert_nonnull (plan_figure_get (figure)->label);
      g_assert_cmpint (plan_figure_find (plan_figure_get (figure)->name), ==, figure);
    }
  g_assert_cmpint (plan_figure_find ("nothing"), ==, PLAN_FIGURE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/earned-value/formulas", test_formulas);
  g_test_add_func ("/schedule/earned-value/earned-schedule", test_earned_schedule);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/schedule/earned-value/", rows[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/schedule/earned-value/project-schedule", test_project_schedule);
  g_test_add_func ("/schedule/earned-value/variances", test_variances);
  g_test_add_func ("/schedule/earned-value/table", test_table);
  return g_test_run ();
}
