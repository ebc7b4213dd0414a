/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Resources drive dates: their calendars, units, contours, delays and overtime. Where a year stands in a date, Microsoft
 * Project itself computed the values.
 */

#include "plan-case.h"
#include "plan-contour.h"

static const PlanCaseRow cases[] = {
  { "day-off", "start=2011-12-07 Ann=standard,2011-12-12", "A 10d by=Ann", "A s=2011-12-07 f=2011-12-21 d=10d; A/Ann f=2011-12-21 p=100" },
  { "no-calendar", "Ann=none", "A 3d by=Ann cal=24", "A f=03-03T08:00 d=3d" },
  { "nobody", "", "A 3d", "A f=03-04" },
  { "two-alike", "Ann=standard Bob=standard", "A 5d by=Ann by=Bob*50%,work=10h", "A f=03-06; A/Ann f=03-06; A/Bob f=03-04T12:00" },
  { "union", "start=2006-08-25 Wade=standard Jon=standard Brian=night",
    "A 3d by=Wade,work=24h by=Jon,work=24h by=Brian,work=24h",
    "A s=2006-08-25 f=2006-08-30T08:00 d=6d; A/Wade s=2006-08-25 f=2006-08-29; A/Jon f=2006-08-29; A/Brian s=2006-08-25T23:00 f=2006-08-30T08:00" },
  { "shares-of-time", "start=2003-01-07 One=standard Two=night", "A 50d by=One*50%,work=200h by=Two*75%,work=300h; M 0d",
    "A f=2003-03-18T08:00 d=100d ts=0d; A/One f=2003-03-17; A/Two s=2003-01-07T23:00 f=2003-03-18T08:00; "
    "M s=2003-01-07 ls=2003-03-18T08:00 lf=2003-03-18T08:00 ts=50d" },
  { "union-overlaps", "Ann=standard Bob=24", "A 1d by=Ann,work=16h by=Bob,work=8h", "A f=03-03 d=33h" },
  { "front-loaded", "start=2011-02-07 Ann=standard", "A ? by=Ann,work=80h,contour=2", "A f=2011-03-01T14:20 d=8000m" },
  { "back-loaded", "start=2011-02-07 Ann=standard", "A ? by=Ann,work=80h,contour=1", "A f=2011-03-01T14:20 d=8000m" },
  { "double-peak", "start=2011-02-07 Ann=standard", "A ? by=Ann,work=80h,contour=3", "A f=2011-03-04 d=160h" },
  { "early-peak", "start=2011-02-07 Ann=standard", "A ? by=Ann,work=80h,contour=4", "A f=2011-03-04" },
  { "late-peak", "start=2011-02-07 Ann=standard", "A ? by=Ann,work=80h,contour=5", "A f=2011-03-04" },
  { "bell", "start=2011-02-07 Ann=standard", "A ? by=Ann,work=80h,contour=6", "A f=2011-03-04" },
  { "turtle", "start=2011-02-07 Ann=standard", "A ? by=Ann,work=80h,contour=7", "A f=2011-02-25T10:17:06" },
  { "short-turtle", "Ann=standard", "A ? by=Ann,work=40h,contour=7", "A f=03-11T09:08:36" },
  { "overtime", "start=2011-12-07 Ann=standard", "A ? by=Ann,work=80h,over=10h", "A d=70h f=2011-12-19T15:00" },
  { "slack-not-by-resource", "start=2011-02-07 Ann=standard,2011-02-09", "A ? by=Ann,work=80h,contour=2; X 20d",
    "A f=2011-03-02T14:20 ls=2011-02-10T10:40 lf=2011-03-04 ss=1600m fns=1120m ts=1120m" },
  { "delay-and-overtime", "start=2011-07-06 Ann=standard", "A ? by=Ann*25%,work=23h,over=20h,delay=55m",
    "A s=2011-07-06T08:55 f=2011-07-07T13:55; A/Ann s=2011-07-06T08:55 f=2011-07-07T13:55" },
  { "delay-of-one", "Ann=standard Bob=standard", "A 5d by=Ann,work=16h by=Bob,work=16h,delay=3d", "A s=03-02 f=03-06; A/Ann f=03-03; A/Bob s=03-05 f=03-06" },
  { "delay-of-one-elsewhere", "Ann=standard Bob=24", "A 2d by=Ann,work=16h by=Bob,work=16h,delay=48h", "A s=03-02 f=03-05T00:00; A/Bob s=03-04" },
  { "levelling-of-all", "Ann=standard Bob=standard", "A 2d by=Ann,wait=1ed by=Bob,wait=1ed", "A s=03-03 f=03-04" },
  { "span-not-as-units", "Ann=standard Bob=night", "A 4d by=Ann,work=16h,span=4d by=Bob,work=8h", "A s=03-02 f=03-05; A/Ann f=03-05 p=50; A/Bob f=03-03T08:00" },
  { "material-drives-nothing", "Ann=standard Sand=material,03-03 Fee=cost", "A 2d by=Ann by=Sand*1000%,work=100h by=Fee", "A f=03-03; A/Sand s=03-02 f=03-03" },
  { "no-units-drive-nothing", "Ann=standard,03-03 Bob=standard", "A 2d by=Ann*0%,work=8h by=Bob", "A f=03-03" },
  { "no-work-drives-nothing", "Ann=standard,03-03 Bob=standard", "A 2d by=Ann,work=0h by=Bob", "A f=03-03" },
  { "no-common-time", "Ann=standard", "A 1d cal=night by=Ann", "A s=03-02T23:00 f=03-03T08:00" },
  { "both-calendars", "Ann=standard,03-03", "A 2d cal=24 by=Ann", "A f=03-04" },
  { "resources-ignored", "Ann=standard,03-03", "A 2d cal=24 ignore by=Ann", "A f=03-03T00:00" },
  { "ignoring-needs-a-calendar", "Ann=standard,03-03", "A 2d ignore by=Ann", "A f=03-04" },
  { "fixed-duration", "Ann=standard,03-03", "A 2d type=1 by=Ann", "A f=03-03" },
  { "elapsed-ignores", "Ann=standard,03-03", "A 2ed by=Ann", "A f=03-04T08:00" },
  { "summary", "Ann=standard Bob=night", "S - by=Ann,work=8h by=Bob,work=4h; A 1d in=S; B 2d A in=S",
    "S s=03-02 f=03-04 d=3d; S/Ann s=03-02 f=03-04; S/Bob s=03-02 f=03-04; A f=03-02" },
  { "manual-ignores", "Ann=standard,03-03", "A 2d from=03-02 to=03-03 by=Ann", "A f=03-03" },
  { "lag-not-by-resource", "Ann=standard,03-04", "A 1d; B 1d A+1d by=Ann", "B s=03-05" },
  { "ff-by-resource", "Ann=standard,03-05", "A 5d; B 2d FF(A) by=Ann", "B s=03-04 f=03-06" },
  { "fnet-by-resource", "Ann=standard,03-05", "A 2d FNET=03-06 by=Ann", "A s=03-04 f=03-06" },
  { "late-by-resource", "Ann=standard,03-09", "A 2d by=Ann; B 1d A; X 7d", "A ls=03-05 lf=03-06 ts=3d; B ls=03-10" },
  { "night-among-days", "Ann=night", "A 1d by=Ann; B 1d A", "A s=03-02T23:00 f=03-03T08:00; B s=03-03" },
  { "started", "Ann=standard,03-05", "A 4d as=03-03 ad=1d by=Ann", "A ef=03-09" },
  { "started-parts", "Ann=standard Bob=night", "A 3d as=03-02 ad=1.5d by=Ann,work=24h by=Bob,work=16h", "A f=03-04T17:00" },
  { "from-finish", "finish=03-20 Ann=standard,03-18", "A 3d ALAP by=Ann", "A s=03-17 f=03-20" },
  { "from-finish-parts", "finish=03-20 Ann=standard Bob=night", "A 2d ALAP by=Ann,work=16h by=Bob,work=16h", "A s=03-18T23:00 f=03-20" },
  { "same-days-off", "Ann=standard,03-04 Bob=standard,03-04 Eve=standard,03-07", "A 3d by=Ann by=Bob,work=4h; B 3d by=Eve by=Ann*0%",
    "A f=03-05 d=3d; B f=03-04" },
  { "same-hours", "Ann=standard Bob=none", "A 2d by=Ann by=Bob,work=4h", "A f=03-03 d=2d" },
};

static const struct
{
  PlanContour contour;
  PlanTicks duration;
  PlanTicks work;
  PlanTicks within;
  PlanTicks done;
} spreads[] = {
  { PLAN_CONTOUR_FLAT, 4800, 4800, 1200, 1200 },
  { PLAN_CONTOUR_FLAT, 4800, 2400, 1200, 600 },
  { PLAN_CONTOUR_BACK_LOADED, 80000, 48000, 4800, 480 },   /* 0.8 h on the first day */
  { PLAN_CONTOUR_BACK_LOADED, 80000, 48000, 8000, 800 },   /* a tenth at 10 % */
  { PLAN_CONTOUR_BACK_LOADED, 80000, 48000, 16000, 2000 }, /* then one at 15 % */
  { PLAN_CONTOUR_BACK_LOADED, 80000, 48000, 24000, 4000 }, /* and one at 25 % */
  { PLAN_CONTOUR_BACK_LOADED, 80000, 48000, 80000, 48000 },
  { PLAN_CONTOUR_FRONT_LOADED, 80000, 48000, 24000, 24000 },
  { PLAN_CONTOUR_BELL, 96000, 48000, 48000, 24000 },
  { PLAN_CONTOUR_EXPLICIT, 4800, 4800, 2400, 2400 },
};

static void
test_spread (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++)
    {
      g_assert_cmpint (plan_contour_get_done (spreads[i].contour, spreads[i].duration, spreads[i].work, spreads[i].within), ==, spreads[i].done);
      g_assert_cmpint (plan_contour_get_within (spreads[i].contour, spreads[i].duration, spreads[i].work, spreads[i].done), ==, spreads[i].within);
    }
  g_assert_cmpint (plan_contour_get_done (PLAN_CONTOUR_BELL, 0, 10, 5), ==, 0);
  g_assert_cmpint (plan_contour_get_within (PLAN_CONTOUR_BELL, 10, 0, 5), ==, 0);
}

/* Work, duration and units of all contours follow from one another. */
static void
test_equation (void)
{
  static const gint64 tenths[] = { 10000, 6000, 6000, 5000, 5000, 5000, 5000, 7000, 10000 };

  for (PlanContour contour = PLAN_CONTOUR_FLAT; contour <= PLAN_CONTOUR_EXPLICIT; contour++)
    {
      PlanTicks work = plan_contour_get_work (contour, 42000, 5000);

      g_assert_cmpint (work, ==, 42000 * tenths[contour] / 20000);
      g_assert_cmpint (plan_contour_get_duration (contour, work, 5000), ==, 42000);
      g_assert_cmpint (plan_contour_get_units (contour, 42000, work), ==, 5000);
    }
  g_assert_cmpint (plan_contour_get_duration (PLAN_CONTOUR_FLAT, 4800, 0), ==, 0);
  g_assert_cmpint (plan_contour_get_units (PLAN_CONTOUR_FLAT, 0, 4800), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_case_add_tests ("/schedule/assignments/", cases, G_N_ELEMENTS (cases), plan_case_test);
  g_test_add_func ("/schedule/assignments/spread", test_spread);
  g_test_add_func ("/schedule/assignments/equation", test_equation);
  return g_test_run ();
}
