/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What work costs: rate tables, overtime, uses, material, accrual, fixed costs, sums; and where in time it lies. Most
 * figures were computed by Microsoft Project.
 */

#include "plan-case.h"
#include "plan-figures.h"

/* 10 until 13:00 of the first day, then 11; overtime 11, then 12 */
#define TWO_RATES "Ann=standard Ann.rate=10,11@03-02T13:00 Ann.over=11,12@03-02T13:00"
#define LATE_RATE "Ann=standard Ann.rate=10,11@03-03T03:00"

static const PlanCaseRow cases[] = {
  { "two-rates-24h", TWO_RATES, "A 3d by=Ann", "A/Ann cost=260 work=24h; A cost=260 work=24h; project cost=260 work=24h" },
  { "two-rates-8h", TWO_RATES, "A 1d by=Ann", "A cost=84" },
  { "two-rates-16h", TWO_RATES, "A 2d by=Ann", "A cost=172" },
  { "two-rates-pause", TWO_RATES, "A 2d by=Ann pause=1d+1d", "A cost=172 f=03-04" },
  { "two-rates-half-8h", TWO_RATES, "A 2d by=Ann*50%", "A cost=86 work=8h" },
  { "two-rates-half-12h", TWO_RATES, "A 3d by=Ann*50%", "A cost=130" },
  { "overtime-2-of-16h", TWO_RATES, "A ? by=Ann,work=16h,over=2h", "A cost=173.43 work=16h over=2h" },
  { "overtime-3-of-24h", TWO_RATES, "A ? by=Ann,work=24h,over=3h", "A cost=262.43" },
  { "overtime-2-of-26h", TWO_RATES, "A ? by=Ann,work=26h,over=2h", "A cost=283.67" },
  { "late-rate-24h", LATE_RATE, "A 3d by=Ann", "A cost=256" },
  { "late-rate-16h", LATE_RATE, "A 2d by=Ann", "A cost=168" },
  { "per-use", "Ann=standard Ann.rate=9 Ann.use=10", "A 5d by=Ann", "A cost=370" },
  { "per-use-units", "Ann=standard Ann.use=10", "A 5d by=Ann*250%", "A cost=25" },
  { "per-use-of-table", "Ann=standard Ann.rate=9 Ann.use=10", "A 5d by=Ann,table=B", "A cost=0" },
  { "material", "Oil=material Oil.rate=9 Oil.use=10", "A 5d by=Oil*1000%", "A cost=100 work=0h" },
  { "material-per-day", "Oil=material Oil.rate=9", "A 5d by=Oil*200%,per=d", "A cost=90" },
  { "material-per-hour", "Oil=material Oil.rate=2", "A 1d by=Oil*50%,per=h", "A cost=8" },
  { "amount", "Trip=cost", "A 5d by=Trip,amount=123.45", "A cost=123.45 work=0h" },
  { "nobody-works", "Ann=standard", "A 5d by=Ann by=-", "A work=40h" },
  { "nobody", "", "A 5d fixed=12.5", "A cost=12.5 fixed=12.5 actual=0" },
  { "per-day", "Ann=standard Ann.rate=80/d", "A 2d by=Ann", "A cost=160" },
  { "per-week", "Ann=standard Ann.rate=400/w", "A 2d by=Ann", "A cost=160" },
  { "per-month", "Ann=standard Ann.rate=1600/mo", "A 2d by=Ann", "A cost=160" },
  { "per-year", "Ann=standard Ann.rate=20800/y", "A 2d by=Ann", "A cost=160" },
  { "per-minute", "Ann=standard Ann.rate=0.5/m", "A 1d by=Ann", "A cost=240" },
  { "accrue-end", TWO_RATES " Ann.accrue=end", "A 3d pct=50 as=03-02 ad=1.5d by=Ann,done=12h", "A cost=260 actual=0 aw=12h" },
  { "accrue-end-complete", TWO_RATES " Ann.accrue=end", "A 3d pct=100 as=03-02 af=03-04 ad=3d by=Ann,done=24h", "A cost=260 actual=260" },
  { "accrue-start", TWO_RATES " Ann.accrue=start", "A 3d pct=50 as=03-02 ad=1.5d by=Ann,done=12h", "A cost=260 actual=260" },
  { "accrue-start-before", TWO_RATES " Ann.accrue=start", "A 3d by=Ann", "A cost=260 actual=0" },
  { "accrue-prorated", TWO_RATES, "A 3d pct=50 as=03-02 ad=1.5d by=Ann,done=12h", "A cost=260 actual=128" },
  { "accrue-by-progress", TWO_RATES, "A 3d pct=50 as=03-02 ad=1.5d by=Ann", "A cost=260 actual=128 aw=12h" },
  { "use-when-begun", "Ann=standard Ann.rate=9 Ann.use=10", "A 2d pct=50 as=03-02 ad=1d by=Ann", "A cost=154 actual=82" },
  { "actual-overtime", "Ann=standard Ann.rate=10 Ann.over=20", "A ? as=03-02 by=Ann,work=16h,over=4h,done=6h,odone=2h", "A cost=200 actual=80" },
  { "fixed-prorated", "", "A 4d fixed=100 pct=25 as=03-02 ad=1d", "A cost=100 actual=25" },
  { "fixed-start", "", "A 4d fixed=100 accrue=start pct=25 as=03-02 ad=1d", "A actual=100" },
  { "fixed-end", "", "A 4d fixed=100 accrue=end pct=25 as=03-02 ad=1d", "A actual=0" },
  { "fixed-end-complete", "", "A 4d fixed=100 accrue=end pct=100 as=03-02 af=03-05 ad=4d", "A actual=100" },
  { "summary", "Ann=standard Ann.rate=10", "S - fixed=7; T - in=S fixed=5; A 1d in=T by=Ann fixed=1; B 2d in=S by=Ann",
    "A cost=81; T cost=86 fixed=5 work=8h; S cost=253 fixed=7 work=24h; project cost=253 work=24h" },
  { "summary-with-work", "Ann=standard Ann.rate=10", "S -; T - in=S by=Ann,work=4h; A 1d in=T by=Ann; B 2d in=S by=Ann",
    "A work=8h; T cost=120 work=12h; S cost=280 work=28h; project cost=280 work=28h" },
  { "summary-with-work-off", "Ann=standard Ann.rate=10", "S - by=Ann,work=4h off; A 1d in=S by=Ann; B 1d by=Ann",
    "S cost=120 work=12h; project cost=80 work=8h" },
  { "inactive", "Ann=standard Ann.rate=10", "S -; A 1d in=S by=Ann off; B 1d in=S by=Ann", "A cost=80; S cost=80 work=8h; project cost=80" },
  { "typed", "Ann=standard Ann.rate=10 typed=1", "A 2d pct=50 as=03-02 ad=1d by=Ann,spent=95", "A cost=175 actual=95" },
  { "typed-fixed", "typed=1", "A 2d fixed=100 spent=30; B 1d fixed=100 spent=130", "A cost=100 actual=30; B cost=130 actual=130" },
};

/* Cost in ten-thousandths, as the figures of Project are known. */
static void
test_exact (void)
{
  static const struct { const char *plan; gint64 cost; } exact[] = {
    { "A ? by=Ann,work=16h,over=2h", 1734286 }, { "A ? by=Ann,work=24h,over=3h", 2624286 }, { "A ? by=Ann,work=26h,over=2h", 2836667 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (exact); i++)
    {
      g_autoptr (PlanCase) self = plan_case_new (TWO_RATES, exact[i].plan);
      g_autoptr (PlanSeries) series = NULL;
      gint64 sum = 0;

      plan_case_compute (self);
      series = plan_costs_spread (self->costs, 0, PLAN_SERIES_COST, 0);
      for (guint k = 0; k < series->runs->len; k++)
        sum += g_array_index (series->runs, PlanRun, k).value;
      g_assert_cmpint (sum, ==, exact[i].cost);
    }
}

/* One assignment, and what of it lies between dates. */
static const struct
{
  const char *options;
  const char *plan;
  PlanSeriesKind kind;
  const char *from;
  const char *to;
  gint64 value;
} pieces[] = {
  { TWO_RATES, "A 3d by=Ann", PLAN_SERIES_COST, "03-02T00:00", "03-02T13:00", 4000 },
  { TWO_RATES, "A 3d by=Ann", PLAN_SERIES_COST, "03-02T00:00", "03-03T00:00", 8400 },
  { TWO_RATES, "A 3d by=Ann", PLAN_SERIES_COST, "03-03T00:00", "03-04T00:00", 8800 },
  { TWO_RATES, "A 3d by=Ann", PLAN_SERIES_WORK, "03-03T09:00", "03-03T14:00", 4 * 600 },
  { TWO_RATES, "A 3d by=Ann", PLAN_SERIES_WORK, "03-03T12:00", "03-03T13:00", 0 },
  { TWO_RATES, "A 3d by=Ann*50%", PLAN_SERIES_WORK, "03-03T09:00", "03-03T14:00", 2 * 600 },
  { "Ann=standard", "A 2d by=Ann pause=1d+1d", PLAN_SERIES_WORK, "03-03T00:00", "03-04T00:00", 0 },
  { "Ann=standard", "A 2d by=Ann pause=1d+1d", PLAN_SERIES_WORK, "03-04T00:00", "03-05T00:00", 4800 },
  { "Ann=standard", "A 4d as=03-02 ad=1d pct=25 resume=03-05 by=Ann", PLAN_SERIES_WORK, "03-03T00:00", "03-05T00:00", 0 },
  { "Ann=standard", "A 4d as=03-02 ad=1d pct=25 resume=03-05 by=Ann", PLAN_SERIES_ACTUAL_WORK, "03-02T00:00", "03-03T00:00", 4800 },
  { "Ann=standard", "A 4d as=03-02 ad=1d pct=25 resume=03-05 by=Ann", PLAN_SERIES_REMAINING_WORK, "03-05T00:00", "03-06T00:00", 4800 },
  /* 0.8 h on the first day of a back-loaded contour, then 10 %, 15 %, 25 % */
  { "Ann=standard", "A ? by=Ann,work=80h,contour=1", PLAN_SERIES_WORK, "03-02T00:00", "03-03T00:00", 480 },
  { "Ann=standard", "A ? by=Ann,work=80h,contour=1", PLAN_SERIES_WORK, "03-02T00:00", "03-03T14:20", 800 },
  { "Ann=standard", "A ? by=Ann,work=80h,contour=1", PLAN_SERIES_WORK, "03-02T00:00", "03-05T10:40", 2000 },
  { "Ann=standard Ann.rate=9 Ann.use=10", "A 2d by=Ann", PLAN_SERIES_COST, "03-02T00:00", "03-03T00:00", 8200 },
  { "Ann=standard Ann.rate=9 Ann.use=10 Ann.accrue=end", "A 2d by=Ann", PLAN_SERIES_COST, "03-02T00:00", "03-03T16:00", 0 },
  { "Ann=standard Ann.rate=9 Ann.use=10 Ann.accrue=end", "A 2d by=Ann", PLAN_SERIES_COST, "03-03T00:00", "03-04T00:00", 15400 },
  { "Ann=standard Ann.rate=9 Ann.use=10 Ann.accrue=start", "A 2d by=Ann", PLAN_SERIES_COST, "03-02T00:00", "03-02T09:00", 15400 },
  { "Oil=material Oil.rate=9", "A 5d by=Oil*1000%", PLAN_SERIES_COST, "03-02T00:00", "03-03T00:00", 1800 },
  { "Ann=night Ann.rate=10", "A 1d from=03-07 to=03-07 by=Ann,work=8h", PLAN_SERIES_COST, "03-07T00:00", "03-08T00:00", 8000 },
};

static void
test_pieces (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (PlanCase) self = plan_case_new (pieces[i].options, pieces[i].plan);
      g_autoptr (PlanSeries) series = NULL;
      gint64 value;

      plan_case_compute (self);
      series = plan_costs_spread (self->costs, 0, pieces[i].kind, 0);
      value = plan_series_get (series, case_date (pieces[i].from, 0), case_date (pieces[i].to, 0));
      if (value != pieces[i].value)
        g_test_fail_printf ("%u: %s from %s is %" G_GINT64_FORMAT, i, pieces[i].plan, pieces[i].from, value);
    }
}

static void
test_buckets (void)
{
  PlanTicks wednesday = case_date ("03-04T12:00", 0);

  g_assert_cmpint (plan_bucket_start (PLAN_BUCKET_DAY, PLAN_MONDAY, wednesday), ==, case_date ("03-04", 0));
  g_assert_cmpint (plan_bucket_start (PLAN_BUCKET_WEEK, PLAN_MONDAY, wednesday), ==, case_date ("03-02", 0));
  g_assert_cmpint (plan_bucket_start (PLAN_BUCKET_WEEK, PLAN_SUNDAY, wednesday), ==, case_date ("03-01", 0));
  g_assert_cmpint (plan_bucket_start (PLAN_BUCKET_WEEK, PLAN_THURSDAY, wednesday), ==, case_date ("02-26", 0));
  g_assert_cmpint (plan_bucket_start (PLAN_BUCKET_MONTH, PLAN_MONDAY, wednesday), ==, case_date ("03-01", 0));
  g_assert_cmpint (plan_bucket_next (PLAN_BUCKET_DAY, case_date ("02-28", 0)), ==, case_date ("03-01", 0));
  g_assert_cmpint (plan_bucket_next (PLAN_BUCKET_WEEK, case_date ("02-23", 0)), ==, case_date ("03-02", 0));
  g_assert_cmpint (plan_bucket_next (PLAN_BUCKET_MONTH, case_date ("02-01", 0)), ==, case_date ("03-01", 0));
}

/* Spans that a file gave: half of the work on the first day, the rest on the next two. */
static void
test_spans (void)
{
  static const struct { const char *from, *to; gint64 value; } spans[] = {
    { "03-02T08:00", "03-02T17:00", 4800 }, { "03-03T08:00", "03-04T17:00", 4800 },
  };
  g_autoptr (PlanCase) self = plan_case_new ("Ann=standard", "A 3d by=Ann,work=16h,contour=8,span=3d; B 1d");
  g_autoptr (PlanSeries) series = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      PlanWorkSpan span;

      plan_record_init (PLAN_RECORD_WORK_SPAN, &span);
      span.id = CASE_FIRST_SPLIT + i;
      span.owner = CASE_FIRST_ASSIGNMENT;
      span.owner_record = PLAN_RECORD_ASSIGNMENT;
      span.kind = PLAN_SPAN_REMAINING_WORK;
      span.start = case_date (spans[i].from, 0);
      span.finish = case_date (spans[i].to, 0);
      span.value = spans[i].value;
      plan_model_insert (self->model, PLAN_RECORD_WORK_SPAN, &span);
    }
  plan_case_compute (self);
  series = plan_costs_spread (self->costs, 0, PLAN_SERIES_WORK, 0);
  g_assert_cmpint (plan_series_get_until (series, case_date ("03-03", 0)), ==, 4800);
  g_assert_cmpint (plan_series_get_until (series, case_date ("03-04", 0)), ==, 7200);
  g_assert_cmpint (plan_series_get_total (series), ==, 9600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_case_add_tests ("/schedule/cost/", cases, G_N_ELEMENTS (cases), plan_case_test);
  g_test_add_func ("/schedule/cost/exact", test_exact);
  g_test_add_func ("/schedule/cost/pieces", test_pieces);
  g_test_add_func ("/schedule/cost/buckets", test_buckets);
  g_test_add_func ("/schedule/cost/spans", test_spans);
  return g_test_run ();
}
