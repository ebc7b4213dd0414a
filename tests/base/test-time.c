/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-error.h"
#include "plan-time.h"

static void
test_known_days (void)
{
  static const struct
  {
    int year, month, day;
    PlanDay number;
    PlanWeekday weekday;
  } cases[] = {
    { 1970, 1, 1, 0, PLAN_THURSDAY },
    { 1969, 12, 31, -1, PLAN_WEDNESDAY },
    { 2000, 2, 29, 11016, PLAN_TUESDAY },
    { 2026, 3, 4, 20516, PLAN_WEDNESDAY },
    { 1900, 1, 1, PLAN_DAY_MIN, PLAN_MONDAY },
    { 2199, 12, 31, PLAN_DAY_MAX, PLAN_TUESDAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCivil civil;

      g_assert_cmpint (plan_day_from_civil (cases[i].year, cases[i].month, cases[i].day), ==, cases[i].number);
      g_assert_cmpint (plan_day_get_weekday (cases[i].number), ==, cases[i].weekday);
      plan_day_to_civil (cases[i].number, &civil);
      g_assert_cmpint (civil.year, ==, cases[i].year);
      g_assert_cmpint (civil.month, ==, cases[i].month);
      g_assert_cmpint (civil.day, ==, cases[i].day);
    }
}

/* Every day that can be planned with follows the one before it. */
static void
test_every_day (void)
{
  int year = 1900, month = 1, day = 1;

  for (PlanDay number = PLAN_DAY_MIN; number <= PLAN_DAY_MAX; number++)
    {
      PlanCivil civil;

      plan_day_to_civil (number, &civil);
      g_assert_true (civil.year == year && civil.month == month && civil.day == day);
      g_assert_true (plan_civil_is_valid (year, month, day));
      g_assert_cmpint (plan_day_from_civil (year, month, day), ==, number);
      g_assert_cmpint ((int) civil.weekday, ==, (number - PLAN_DAY_MIN) % 7);
      if (++day > plan_days_in_month (year, month))
        {
          g_assert_false (plan_civil_is_valid (year, month, day));
          day = 1;
          month = month % 12 + 1;
          year += month == 1;
        }
    }
  g_assert_cmpint (year, ==, 2200);
}

static void
test_within (void)
{
  PlanTicks before = plan_ticks_from_civil (1969, 12, 31, 23, 59);
  PlanCivil civil;

  g_assert_cmpint (before, ==, -10);
  g_assert_cmpint (plan_ticks_get_day (before), ==, -1);
  g_assert_cmpint (plan_ticks_get_within (before), ==, PLAN_TICKS_PER_DAY - 10);
  plan_ticks_to_civil (before + 3, &civil);
  g_assert_cmpint (civil.hour, ==, 23);
  g_assert_cmpint (civil.minute, ==, 59);
  g_assert_cmpint (civil.second, ==, 18);
  g_assert_cmpint (plan_ticks_from_civil (2026, 3, 4, 24, 0), ==, plan_ticks_from_civil (2026, 3, 5, 0, 0));
  g_assert_false (plan_ticks_is_valid (PLAN_TICKS_NONE));
  g_assert_true (plan_ticks_is_valid (PLAN_TICKS_MAX));
  g_assert_false (plan_ticks_is_valid (PLAN_TICKS_MAX + 1));
}

static void
test_iso (void)
{
  static const struct
  {
    const char *text, *again; /* NULL: refused */
    int code;
  } cases[] = {
    { "2026-03-02T08:00:00", "2026-03-02T08:00:00", 0 },
    { "2026-03-02 08:00", "2026-03-02T08:00:00", 0 },
    { "2026-03-02", "2026-03-02T00:00:00", 0 },
    { "2026-03-02T08:00:14.5Z", "2026-03-02T08:00:12", 0 },
    { "2026-03-02T08:00:15+08:00", "2026-03-02T08:00:18", 0 },
    { "2026-03-02T24:00:00", "2026-03-03T00:00:00", 0 },
    { "2199-12-31T24:00:00", "2199-12-31T24:00:00", 0 },
    { "", NULL, PLAN_ERROR_PARSE },
    { "2026-3-2", NULL, PLAN_ERROR_PARSE },
    { "2026-03-02T08", NULL, PLAN_ERROR_PARSE },
    { "2026-03-02T25:00", NULL, PLAN_ERROR_PARSE },
    { "2026-03-02T08:00:00+8", NULL, PLAN_ERROR_PARSE },
    { "2026-03-02x", NULL, PLAN_ERROR_PARSE },
    { "2026-02-29", NULL, PLAN_ERROR_RANGE },
    { "1899-12-31", NULL, PLAN_ERROR_RANGE },
    { "2200-01-01", NULL, PLAN_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *again = NULL;
      PlanTicks ticks = 0;

      g_test_message ("%s", cases[i].text);
      if (!plan_ticks_parse_iso (cases[i].text, &ticks, &error))
        {
          g_assert_null (cases[i].again);
          g_assert_error (error, PLAN_ERROR, cases[i].code);
          continue;
        }
      again = plan_ticks_format_iso (ticks);
      g_assert_cmpstr (again, ==, cases[i].again);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/time/known-days", test_known_days);
  g_test_add_func ("/base/time/every-day", test_every_day);
  g_test_add_func ("/base/time/within", test_within);
  g_test_add_func ("/base/time/iso", test_iso);
  return g_test_run ();
}
