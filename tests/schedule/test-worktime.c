/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting in working time, calendars derived from others, and the days of exceptions.
 */

#include "plan-worktime.h"

#include "plan-case.h"
#include "plan-error.h"
#include "plan-recurrence.h"

#include <string.h>

typedef enum { OP_ADD, OP_NEXT, OP_PREV, OP_WORK } Op;

static const struct
{
  PlanId calendar;
  Op op;
  const char *from;
  const char *amount;  /* of OP_ADD; a date for OP_WORK */
  const char *expected;
} counts[] = {
  { CASE_STANDARD, OP_ADD, "03-06T13:00", "3d", "03-11T12:00" },
  { CASE_STANDARD, OP_ADD, "03-09T08:00", "-1d", "03-06T08:00" },
  { CASE_STANDARD, OP_ADD, "03-07T10:00", "0d", "03-07T10:00" },
  { CASE_STANDARD, OP_NEXT, "03-06T17:00", NULL, "03-09T08:00" },
  { CASE_STANDARD, OP_PREV, "03-09T08:00", NULL, "03-06T17:00" },
  { CASE_STANDARD, OP_NEXT, "03-04T12:30", NULL, "03-04T13:00" },
  { CASE_STANDARD, OP_PREV, "03-04T12:30", NULL, "03-04T12:00" },
  { CASE_STANDARD, OP_NEXT, "03-04T09:00", NULL, "03-04T09:00" },
  { CASE_STANDARD, OP_WORK, "03-06T12:00", "03-09T13:00", "8h" },
  { CASE_STANDARD, OP_WORK, "03-09T08:00", "03-06T17:00", "0h" },
  { CASE_STANDARD, OP_WORK, "03-09T12:00", "03-06T13:00", "-8h" },
  { CASE_24_HOURS, OP_ADD, "03-06T08:00", "5d", "03-08T00:00" },
  { CASE_24_HOURS, OP_NEXT, "03-08T00:00", NULL, "03-08T00:00" },
  { CASE_24_HOURS, OP_PREV, "03-08T00:00", NULL, "03-08T00:00" },
  { CASE_NIGHT_SHIFT, OP_ADD, "03-02T23:00", "8h", "03-03T08:00" },
  { CASE_NIGHT_SHIFT, OP_ADD, "03-02T23:00", "40h", "03-07T08:00" },
  { CASE_NIGHT_SHIFT, OP_NEXT, "03-07T08:00", NULL, "03-09T23:00" },
  { CASE_NIGHT_SHIFT, OP_ADD, "2008-11-20T23:00", "75h", "2008-12-04T02:00" },
  { CASE_STANDARD, OP_ADD, "2008-01-30T09:00", "450m", "2008-01-31T08:30" }, /* a day of 7.5 h */
  { CASE_STANDARD, OP_ADD, "03-02T08:00", "1mo", "03-27T17:00" },
  { CASE_STANDARD, OP_ADD, "2011-02-07T08:00", "6857.1m", "2011-02-25T10:17:06" },
  { CASE_STANDARD, OP_ADD, "1984-01-02T08:00", "1d", "1984-01-02T17:00" },
  { CASE_STANDARD, OP_ADD, "2149-12-31T08:00", "1d", "2149-12-31T17:00" },
  { CASE_STANDARD, OP_NEXT, "1900-01-01T00:00", NULL, "1900-01-01T08:00" },
  { CASE_STANDARD, OP_ADD, "2199-12-31T08:00", "1d", "2199-12-31T17:00" },
};

static void
check_count (const PlanModel *model, guint i)
{
  g_autoptr (PlanWorktime) worktime = plan_worktime_new_from_model (model, counts[i].calendar, NULL);
  PlanTicks from = case_date (counts[i].from, 0), is, should;

  switch (counts[i].op)
    {
    case OP_ADD:
      is = plan_worktime_add (worktime, from, case_duration (counts[i].amount));
      break;
    case OP_NEXT:
      is = plan_worktime_next (worktime, from);
      break;
    case OP_PREV:
      is = plan_worktime_prev (worktime, from);
      break;
    default:
      is = plan_worktime_work (worktime, from, case_date (counts[i].amount, 0));
    }
  should = counts[i].op == OP_WORK ? case_duration (counts[i].expected) : case_date (counts[i].expected, 0);
  if (is != should)
    g_test_fail_printf ("count %u: %" G_GINT64_FORMAT " ticks off", i, is - should);
}

static void
test_count (void)
{
  g_autoptr (PlanModel) model = case_new_model ();

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    check_count (model, i);
}

/* Far outside the years that can be planned with nothing overflows. */
static void
test_saturation (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanWorktime) worktime = plan_worktime_new_from_model (model, CASE_STANDARD, NULL);

  g_assert_cmpint (plan_worktime_add (worktime, PLAN_TICKS_MAX, 4800), ==, PLAN_TICKS_MAX);
  g_assert_cmpint (plan_worktime_add (worktime, PLAN_TICKS_MIN, -4800), ==, PLAN_TICKS_MIN);
  g_assert_cmpint (plan_worktime_add (worktime, G_MAXINT64, 4800), ==, PLAN_TICKS_MAX);
  g_assert_cmpint (plan_worktime_add (worktime, PLAN_TICKS_NONE, -PLAN_DURATION_MAX), ==, PLAN_TICKS_MIN);
  g_assert_cmpint (plan_worktime_next (worktime, PLAN_TICKS_MAX), ==, PLAN_TICKS_MAX);
  g_assert_cmpint (plan_worktime_prev (worktime, PLAN_TICKS_MIN), ==, PLAN_TICKS_MIN);
  g_assert_cmpint (plan_worktime_of_day (worktime, PLAN_DAY_MAX + 1), ==, 0);
}

static void
test_exceptions (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanWorktime) worktime = NULL;
  PlanSpan spans[PLAN_MAX_SPANS];

  case_add_exception (model, 500, CASE_STANDARD, "Spring Festival", "02-15", "02-23", "");
  case_add_exception (model, 501, CASE_STANDARD, "Swapped", "02-14", "02-14", "08:00-12:00 13:00-17:00");
  case_add_exception (model, 502, CASE_STANDARD, "Swapped", "02-28", "02-28", "08:00-12:00 13:00-17:00");
  case_add_exception (model, 503, CASE_STANDARD, "Short", "03-04", "03-04", "08:00-12:00");
  worktime = plan_worktime_new_from_model (model, CASE_STANDARD, NULL);
  g_assert_cmpint (plan_worktime_add (worktime, case_date ("02-09T08:00", 0), case_duration ("10d")), ==, case_date ("02-27T17:00", 0));
  g_assert_cmpint (plan_worktime_work (worktime, case_date ("02-09", 0), case_date ("03-01", 0)), ==, case_duration ("11d"));
  g_assert_cmpint (plan_worktime_add (worktime, case_date ("03-02T08:00", 0), case_duration ("4d")), ==, case_date ("03-06T12:00", 0));
  g_assert_cmpint (plan_worktime_get_kind (worktime, plan_day_from_civil (2026, 2, 13)), ==, PLAN_DAY_WORKING);
  g_assert_cmpint (plan_worktime_get_kind (worktime, plan_day_from_civil (2026, 2, 14)), ==, PLAN_DAY_MAKEUP);
  g_assert_cmpint (plan_worktime_get_kind (worktime, plan_day_from_civil (2026, 2, 15)), ==, PLAN_DAY_HOLIDAY);
  g_assert_cmpint (plan_worktime_get_kind (worktime, plan_day_from_civil (2026, 2, 16)), ==, PLAN_DAY_HOLIDAY);
  g_assert_cmpint (plan_worktime_get_kind (worktime, plan_day_from_civil (2026, 3, 4)), ==, PLAN_DAY_WORKING);
  g_assert_cmpint (plan_worktime_get_kind (worktime, plan_day_from_civil (2026, 3, 7)), ==, PLAN_DAY_WEEKEND);
  g_assert_cmpstr (plan_worktime_get_name (worktime, plan_day_from_civil (2026, 2, 23)), ==, "Spring Festival");
  g_assert_null (plan_worktime_get_name (worktime, plan_day_from_civil (2026, 2, 24)));
  g_assert_cmpuint (plan_worktime_get_spans (worktime, plan_day_from_civil (2026, 3, 4), spans), ==, 1);
  g_assert_cmpint (spans[0].finish, ==, 7200);
}

/* What holds in a derived calendar, strongest first: its exceptions, the base's, its work weeks, the base's, weekdays. */
static void
test_derived (void)
{
  static const char *const half_wednesday[7] = { NULL, NULL, "08:00-12:00", NULL, NULL, NULL, NULL };
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanWorktime) worktime = NULL;
  PlanWeek week;

  case_add_calendar (model, 20, CASE_STANDARD, "Ann", half_wednesday);
  case_add_exception (model, 500, CASE_STANDARD, "Holiday", "03-04", "03-05", "");
  case_add_exception (model, 501, 20, "At work", "03-05", "03-05", "08:00-10:00");
  plan_record_init (PLAN_RECORD_WEEK, &week);
  week.id = 300;
  week.calendar = CASE_STANDARD;
  week.start = plan_day_from_civil (2026, 3, 9);
  week.finish = plan_day_from_civil (2026, 3, 20);
  week.days[0] = "09:00-10:00";
  week.days[2] = "09:00-11:00";
  plan_model_insert (model, PLAN_RECORD_WEEK, &week);
  week.id = 301;
  week.calendar = 20;
  week.start = plan_day_from_civil (2026, 3, 16);
  week.days[0] = "09:00-12:00";
  week.days[2] = NULL;
  plan_model_insert (model, PLAN_RECORD_WEEK, &week);
  worktime = plan_worktime_new_from_model (model, 20, NULL);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 3, 3)), ==, 4800);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 3, 4)), ==, 0);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 3, 5)), ==, 1200);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 3, 9)), ==, 600);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 3, 11)), ==, 1200);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 3, 16)), ==, 1800);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 3, 18)), ==, 4800);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 3, 25)), ==, 2400);
}

static const struct
{
  PlanException exception;
  const char *days;
} recurrences[] = {
  { { .recurrence = PLAN_RECURRENCE_MONTHLY_DAY, .month_day = 31, .period = 1, .occurrences = 5 }, "01-31 02-28 03-31 04-30 05-31" },
  { { .recurrence = PLAN_RECURRENCE_WEEKLY, .weekdays = 2 | 8, .period = 2, .occurrences = 5 }, "03-05 03-17 03-19 03-31 04-02" },
  { { .recurrence = PLAN_RECURRENCE_MONTHLY_POSITION, .position = 3, .position_item = 4, .period = 1, .occurrences = 3 }, "03-20 04-17 05-15" },
  { { .recurrence = PLAN_RECURRENCE_MONTHLY_POSITION, .position = 5, .position_item = 4, .period = 1, .occurrences = 3 }, "03-27 04-24 05-29" },
  { { .recurrence = PLAN_RECURRENCE_MONTHLY_DAY, .month_day = 5, .period = 2, .occurrences = 2 }, "04-05 06-05" },
  { { .recurrence = PLAN_RECURRENCE_DAILY, .period = 3, .occurrences = 3 }, "03-01 03-04 03-07" },
  { { .recurrence = PLAN_RECURRENCE_DAILY, .period = 1, .occurrences = 3 }, "03-01 03-02 03-03" },
  { { .recurrence = PLAN_RECURRENCE_YEARLY_DAY, .month = 2, .month_day = 29, .occurrences = 3 }, "2026-02-28 2027-02-28 2028-02-29" },
  { { .recurrence = PLAN_RECURRENCE_YEARLY_POSITION, .month = 1, .position = 1, .position_item = 0, .occurrences = 2 }, "2027-01-04 2028-01-03" },
  { { .recurrence = PLAN_RECURRENCE_MONTHLY_POSITION, .position = 1, .position_item = 8, .period = 1, .occurrences = 2 }, "03-02 04-01" },
  { { .recurrence = PLAN_RECURRENCE_RANGE }, "03-01 03-02" },
};
static const char *const recurrence_starts[] = { "01-31", "03-04", "03-01", "03-01", "03-10", "03-01", "03-01", "02-01", "03-01", "03-01", "03-01" };

static void
test_recurrences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (recurrences); i++)
    {
      PlanException exception = recurrences[i].exception;
      g_auto (GStrv) days = g_strsplit (recurrences[i].days, " ", -1);
      g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PlanDayRange));
      guint n = 0;

      exception.start = plan_ticks_get_day (case_date (recurrence_starts[i], 0));
      exception.finish = exception.recurrence == PLAN_RECURRENCE_RANGE ? exception.start + 1 : PLAN_DAY_NONE;
      plan_recurrence_expand (&exception, ranges);
      for (guint j = 0; j < ranges->len; j++)
        for (PlanDay day = g_array_index (ranges, PlanDayRange, j).first; day <= g_array_index (ranges, PlanDayRange, j).last; day++)
          {
            g_assert_nonnull (days[n]);
            g_assert_cmpint (day, ==, plan_ticks_get_day (case_date (days[n++], 0)));
          }
      g_assert_null (days[n]);
    }
}

/* A single exception beats recurring ones, and these each other in a fixed order. */
static void
test_precedence (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanWorktime) worktime = NULL;
  PlanException weekly;

  plan_record_init (PLAN_RECORD_EXCEPTION, &weekly);
  weekly.id = 500;
  weekly.calendar = CASE_STANDARD;
  weekly.recurrence = PLAN_RECURRENCE_WEEKLY;
  weekly.weekdays = 1 << PLAN_FRIDAY;
  weekly.start = plan_day_from_civil (2026, 1, 1);
  weekly.finish = plan_day_from_civil (2026, 12, 31);
  plan_model_insert (model, PLAN_RECORD_EXCEPTION, &weekly);
  weekly.id = 502;
  weekly.recurrence = PLAN_RECURRENCE_MONTHLY_DAY;
  weekly.month_day = 13;
  weekly.hours = "08:00-09:00";
  plan_model_insert (model, PLAN_RECORD_EXCEPTION, &weekly);
  case_add_exception (model, 501, CASE_STANDARD, NULL, "03-06", "03-06", "08:00-12:00");
  worktime = plan_worktime_new_from_model (model, CASE_STANDARD, NULL);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 3, 6)), ==, 2400);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 3, 13)), ==, 600);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 3, 20)), ==, 0);
}

static void
test_intersection (void)
{
  static const char *const shop[7] = { "06:00-14:00", "06:00-14:00", "06:00-14:00", "06:00-14:00", "06:00-14:00", "06:00-14:00", "06:00-14:00" };
  static const char *const sunday[7] = { "", "", "", "", "", "", "08:00-12:00" };
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanWorktime) standard = NULL, other = NULL, never = NULL, both = NULL;
  PlanTicks start;

  case_add_calendar (model, 20, PLAN_ID_NONE, "Shop", shop);
  case_add_calendar (model, 21, PLAN_ID_NONE, "Sunday", sunday);
  standard = plan_worktime_new_from_model (model, CASE_STANDARD, NULL);
  other = plan_worktime_new_from_model (model, 20, NULL);
  never = plan_worktime_new_from_model (model, 21, NULL);
  both = plan_worktime_new_intersection (other, standard);
  start = plan_worktime_next (both, case_date ("03-02T06:00", 0));
  g_assert_cmpint (start, ==, case_date ("03-02T08:00", 0));
  g_assert_cmpint (plan_worktime_add (both, start, case_duration ("10h")), ==, case_date ("03-03T14:00", 0));
  g_assert_null (plan_worktime_new_intersection (standard, never));
}

static void
test_empty (void)
{
  static const char *const nothing[7] = { "", "", "", "", "", "", "" };
  g_autoptr (PlanCase) self = plan_case_new ("", "A 1d");
  g_autoptr (GError) error = NULL;
  PlanValue calendar = PLAN_VALUE_OF_INTEGER (20);

  case_add_calendar (self->model, 20, PLAN_ID_NONE, "Holidays", nothing);
  g_assert_true (plan_schedule_compute (self->schedule, self->model, NULL, &error));
  plan_model_set (self->model, PLAN_FIELD_TASK_CALENDAR, plan_case_find (self, "A"), &calendar);
  g_assert_false (plan_schedule_compute (self->schedule, self->model, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "Holidays"));
}

/* Work on one day in the whole time: found without searching the centuries around it. */
static void
test_sparse (void)
{
  static const char *const nothing[7] = { "", "", "", "", "", "", "" };
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanWorktime) worktime = NULL;

  case_add_calendar (model, 20, PLAN_ID_NONE, "Rare", nothing);
  case_add_exception (model, 500, 20, NULL, "1950-06-01", "1950-06-01", "08:00-09:00");
  case_add_exception (model, 501, 20, NULL, "2150-06-01", "2150-06-01", "08:00-09:00");
  worktime = plan_worktime_new_from_model (model, 20, NULL);
  g_assert_cmpint (plan_worktime_next (worktime, case_date ("03-02", 0)), ==, case_date ("2150-06-01T08:00", 0));
  g_assert_cmpint (plan_worktime_prev (worktime, case_date ("03-02", 0)), ==, case_date ("1950-06-01T09:00", 0));
  for (guint i = 0; i < 100000; i++)
    g_assert_cmpint (plan_worktime_add (worktime, case_date ("1950-06-01T08:30", 0), 600), ==, case_date ("2150-06-01T08:30", 0));
}

static void
test_many_exceptions (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanWorktime) worktime = NULL;

  plan_model_reserve (model, PLAN_RECORD_EXCEPTION, 50000);
  for (guint i = 0; i < 50000; i++)
    {
      PlanException exception;

      plan_record_init (PLAN_RECORD_EXCEPTION, &exception);
      exception.id = 1000 + i;
      exception.calendar = CASE_STANDARD;
      exception.start = exception.finish = (PlanDay) i;
      exception.hours = i % 2 ? "09:00-10:00" : "";
      plan_model_insert (model, PLAN_RECORD_EXCEPTION, &exception);
    }
  worktime = plan_worktime_new_from_model (model, CASE_STANDARD, NULL);
  g_assert_cmpint (plan_worktime_work (worktime, 0, 50000 * PLAN_TICKS_PER_DAY), ==, 25000 * 600);
}

static void
compare_worktimes (const PlanWorktime *a, const PlanWorktime *b, GRand *rand)
{
  for (guint i = 0; i < 20000; i++)
    {
      PlanTicks at = case_date ("01-01", 0) + g_rand_int_range (rand, -1000000, 6000000);
      PlanTicks other = at + g_rand_int_range (rand, -300000, 300000), amount = g_rand_int_range (rand, -200000, 200000);
      PlanDay day = plan_ticks_get_day (at);

      g_assert_cmpint (plan_worktime_add (a, at, amount), ==, plan_worktime_add (b, at, amount));
      g_assert_cmpint (plan_worktime_work (a, at, other), ==, plan_worktime_work (b, at, other));
      g_assert_cmpint (plan_worktime_next (a, at), ==, plan_worktime_next (b, at));
      g_assert_cmpint (plan_worktime_prev (a, at), ==, plan_worktime_prev (b, at));
      g_assert_cmpint (plan_worktime_of_day (a, day), ==, plan_worktime_of_day (b, day));
      g_assert_cmpstr (plan_worktime_get_name (a, day), ==, plan_worktime_get_name (b, day));
    }
  g_assert_cmpint (plan_worktime_next (a, PLAN_TICKS_MIN), ==, plan_worktime_next (b, PLAN_TICKS_MIN));
  g_assert_cmpint (plan_worktime_prev (a, PLAN_TICKS_MAX), ==, plan_worktime_prev (b, PLAN_TICKS_MAX));
  g_assert_cmpint (plan_worktime_add (a, PLAN_TICKS_MIN, PLAN_DURATION_MAX), ==, plan_worktime_add (b, PLAN_TICKS_MIN, PLAN_DURATION_MAX));
}

/* A calendar that is another one with some days changed counts as one that was compiled for itself. */
static void
test_changed (void)
{
  static const char *const nothing[7] = { NULL };
  static const char *const hours[] = { "", "09:00-10:00", "00:00-24:00", "06:00-12:00 14:00-20:00" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (PlanModel) model = case_new_model ();
      g_autoptr (PlanWorktime) parent = NULL, changed = NULL, compiled = NULL, both = NULL, of_both = NULL;

      case_add_calendar (model, 20, round % 2 ? CASE_STANDARD : CASE_NIGHT_SHIFT, "Ann", nothing);
      case_add_exception (model, 400, CASE_STANDARD, "Holiday", "05-01", "05-05", "");
      for (guint i = 0; i < round; i++)
        {
          PlanException exception;

          plan_record_init (PLAN_RECORD_EXCEPTION, &exception);
          exception.id = 500 + i;
          exception.calendar = 20;
          exception.name = i % 3 ? "Leave" : NULL;
          exception.hours = hours[g_rand_int_range (rand, 0, 4)];
          exception.start = plan_day_from_civil (2026, 1, 1) + g_rand_int_range (rand, 0, 300);
          exception.finish = exception.start + g_rand_int_range (rand, 0, 12);
          exception.recurrence = i % 7 == 6 ? PLAN_RECURRENCE_WEEKLY : PLAN_RECURRENCE_RANGE;
          plan_model_insert (model, PLAN_RECORD_EXCEPTION, &exception);
        }
      parent = plan_worktime_new_from_model (model, round % 2 ? CASE_STANDARD : CASE_NIGHT_SHIFT, NULL);
      changed = plan_worktime_new_derived (model, 20, parent);
      compiled = plan_worktime_new_from_model (model, 20, NULL);
      g_assert_nonnull (changed);
      compare_worktimes (changed, compiled, rand);
      both = plan_worktime_new_intersection (changed, parent);
      of_both = plan_worktime_new_intersection (compiled, parent);
      for (guint i = 0; i < 2000; i++)
        {
          PlanTicks at = case_date ("01-01", 0) + g_rand_int_range (rand, 0, 5000000);

          g_assert_cmpint (plan_worktime_add (both, at, 4800), ==, plan_worktime_add (of_both, at, 4800));
        }
    }
}

/* Weeks of its own, or too many days, make it one that is compiled for itself. */
static void
test_not_changed (void)
{
  static const char *const short_friday[7] = { NULL, NULL, NULL, NULL, "08:00-12:00", NULL, NULL };
  static const char *const nothing[7] = { NULL };
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanWorktime) parent = plan_worktime_new_from_model (model, CASE_STANDARD, NULL);

  case_add_calendar (model, 20, CASE_STANDARD, "Ann", short_friday);
  case_add_calendar (model, 21, CASE_STANDARD, "Bob", nothing);
  case_add_exception (model, 500, 21, NULL, "2001-01-01", "2040-01-01", "");
  g_assert_null (plan_worktime_new_derived (model, 20, parent));
  g_assert_null (plan_worktime_new_derived (model, 21, parent));
}

/* Thousands of people with days off of their own are no burden. */
static void
test_many_people (void)
{
  static const char *const nothing[7] = { NULL };
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (GError) error = NULL;
  const guint n = 3000;

  for (guint i = 0; i < n; i++)
    {
      PlanResource resource;
      PlanTask task;
      PlanAssignment assignment;

      case_add_calendar (model, 10000 + i * 2, CASE_STANDARD, "Person", nothing);
      case_add_exception (model, 20000 + i, 10000 + i * 2, NULL, "03-03", "03-03", i % 2 ? "" : "08:00-12:00");
      plan_record_init (PLAN_RECORD_RESOURCE, &resource);
      resource.id = 30000 + i;
      resource.type = PLAN_RESOURCE_WORK;
      resource.calendar = 10000 + i * 2;
      plan_model_insert (model, PLAN_RECORD_RESOURCE, &resource);
      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = 40000 + i;
      task.project = CASE_PROJECT;
      task.duration = 3 * 4800;
      plan_model_insert (model, PLAN_RECORD_TASK, &task);
      plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
      assignment.id = 50000 + i;
      assignment.task = task.id;
      assignment.resource = resource.id;
      assignment.work = 3 * 4800;
      plan_model_insert (model, PLAN_RECORD_ASSIGNMENT, &assignment);
    }
  plan_schedule_compute (schedule, model, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (plan_schedule_get_task (schedule, i)->finish, ==, case_date (i % 2 ? "03-05T17:00" : "03-05T12:00", 0));
}

/* A file with thousands of calendars does not take all memory. */
static void
test_too_many (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *hours = g_strdup_printf ("08:00-%02u:%02u", 9 + i / 60, i % 60);
      const char *const days[7] = { hours };
      PlanTask task;

      case_add_calendar (model, 10000 + i, PLAN_ID_NONE, "One of many", days);
      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = 20000 + i;
      task.project = CASE_PROJECT;
      task.calendar = 10000 + i;
      plan_model_insert (model, PLAN_RECORD_TASK, &task);
    }
  g_assert_false (plan_schedule_compute (schedule, model, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_RANGE);
}

/* Laws that hold for every calendar, checked at random places with a fixed seed. */
static void
test_laws (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  case_add_exception (model, 500, CASE_STANDARD, NULL, "02-15", "02-23", "");
  case_add_exception (model, 501, CASE_STANDARD, NULL, "02-28", "02-28", "00:00-06:00 22:00-24:00");
  for (PlanId calendar = CASE_STANDARD; calendar < CASE_N_CALENDARS; calendar++)
    {
      g_autoptr (PlanWorktime) worktime = plan_worktime_new_from_model (model, calendar, NULL);

      for (guint i = 0; i < 50000; i++)
        {
          PlanTicks at = case_date ("01-01", 0) + g_rand_int_range (rand, 0, 365 * 14400), amount = g_rand_int_range (rand, 1, 50000);
          PlanTicks there = plan_worktime_add (worktime, at, amount), back = plan_worktime_add (worktime, there, -amount);
          PlanTicks next = plan_worktime_next (worktime, at), prev = plan_worktime_prev (worktime, at);

          g_assert_cmpint (plan_worktime_work (worktime, at, there), ==, amount);
          g_assert_true (plan_worktime_same (worktime, at, back));
          g_assert_cmpint (back, ==, next);
          g_assert_cmpint (plan_worktime_prev (worktime, there), ==, there);
          g_assert_cmpint (plan_worktime_next (worktime, next), ==, next);
          g_assert_true (prev <= at && at <= next && plan_worktime_same (worktime, prev, next));
          g_assert_cmpint (plan_worktime_add (worktime, plan_worktime_add (worktime, at, amount / 2), amount - amount / 2), ==, there);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/worktime/count", test_count);
  g_test_add_func ("/schedule/worktime/saturation", test_saturation);
  g_test_add_func ("/schedule/worktime/exceptions", test_exceptions);
  g_test_add_func ("/schedule/worktime/derived", test_derived);
  g_test_add_func ("/schedule/worktime/recurrences", test_recurrences);
  g_test_add_func ("/schedule/worktime/precedence", test_precedence);
  g_test_add_func ("/schedule/worktime/intersection", test_intersection);
  g_test_add_func ("/schedule/worktime/empty", test_empty);
  g_test_add_func ("/schedule/worktime/too-many", test_too_many);
  g_test_add_func ("/schedule/worktime/changed", test_changed);
  g_test_add_func ("/schedule/worktime/not-changed", test_not_changed);
  g_test_add_func ("/schedule/worktime/many-people", test_many_people);
  g_test_add_func ("/schedule/worktime/sparse", test_sparse);
  g_test_add_func ("/schedule/worktime/many-exceptions", test_many_exceptions);
  g_test_add_func ("/schedule/worktime/laws", test_laws);
  return g_test_run ();
}
