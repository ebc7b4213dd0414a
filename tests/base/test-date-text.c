/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-error.h"
#include "plan-text.h"

#include <string.h>

#define EIGHT (8 * PLAN_TICKS_PER_HOUR)

/* A Thursday. */
static PlanTicks
get_now (void)
{
  return plan_ticks_from_civil (2026, 3, 12, 9, 40);
}

static void
test_typed (void)
{
  static const struct
  {
    const char *text, *date;
  } cases[] = {
    { "2026-03-04", "2026-03-04T08:00" },         { "2026-03-04 17:30", "2026-03-04T17:30" },
    { "2026-03-04T07:05:00", "2026-03-04T07:05" }, { "2026/3/4", "2026-03-04T08:00" },
    { "2026.3.4", "2026-03-04T08:00" },           { "2026年3月4日", "2026-03-04T08:00" },
    { "2026年3月4日 08:30", "2026-03-04T08:30" },  { "2027年3月4号周四", "2027-03-04T08:00" },
    { "3月4日", "2026-03-04T08:00" },             { "3月4", "2026-03-04T08:00" },
    { "3月4日 周三", "2026-03-04T08:00" },        { "3月4日下午5点半", "2026-03-04T17:30" },
    { "3月4日8点", "2026-03-04T08:00" },          { "3月4日14点05分", "2026-03-04T14:05" },
    { "4 Mar", "2026-03-04T08:00" },              { "4 march 2027", "2027-03-04T08:00" },
    { "Wed 4 Mar", "2026-03-04T08:00" },          { "Wed, 4 Mar 2026 17:00", "2026-03-04T17:00" },
    { "Mar 4", "2026-03-04T08:00" },              { "March 4, 2027", "2027-03-04T08:00" },
    { "Mar 4, 8:30", "2026-03-04T08:30" },        { "4-Mar-27", "2027-03-04T08:00" },
    { "4mar", "2026-03-04T08:00" },               { "4 Mar 5pm", "2026-03-04T17:00" },
    { "4 Mar 12:15 am", "2026-03-04T00:15" },     { "4 Mar 12 pm", "2026-03-04T12:00" },
    { "3/4", "2026-04-03T08:00" },                { "13/4", "2026-04-13T08:00" },
    { "4/13", "2026-04-13T08:00" },               { "3/4/2027", "2027-04-03T08:00" },
    { "3/4/27 24:00", "2027-04-04T00:00" },       { "3/4/98", "1998-04-03T08:00" },
    { "today", "2026-03-12T08:00" },              { "Tomorrow", "2026-03-13T08:00" },
    { "yesterday 17:00", "2026-03-11T17:00" },    { "今天", "2026-03-12T08:00" },
    { "明天 9:00", "2026-03-13T09:00" },          { "后天", "2026-03-14T08:00" },
    { "+5d", "2026-03-17T08:00" },                { "+5", "2026-03-17T08:00" },
    { "-12d", "2026-02-28T08:00" },               { "−12天", "2026-02-28T08:00" },
    { "+2周", "2026-03-26T08:00" },               { "+1w 17:00", "2026-03-19T17:00" },
    { "+1个月", "2026-04-12T08:00" },             { "-3 months", "2025-12-12T08:00" },
    { "fri", "2026-03-13T08:00" },                { "Thursday", "2026-03-12T08:00" },
    { "周三", "2026-03-18T08:00" },               { "星期天", "2026-03-15T08:00" },
    { "下周五", "2026-03-20T08:00" },             { "本周一", "2026-03-09T08:00" },
    { "next fri 10:00", "2026-03-20T10:00" },     { "２０２６－０３－０４　１７：３０", "2026-03-04T17:30" },
    { "1900-01-01", "1900-01-01T08:00" },         { "31 dec 2199", "2199-12-31T08:00" },
    { "29 feb 2028", "2028-02-29T08:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PlanTicks ticks = 0, expected = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_true (plan_ticks_parse_iso (cases[i].date, &expected, NULL));
      plan_date_parse (cases[i].text, get_now (), EIGHT, &ticks, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ticks, ==, expected);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", PLAN_ERROR_PARSE },            { "  ", PLAN_ERROR_PARSE },          { "soon", PLAN_ERROR_PARSE },
    { "08:00", PLAN_ERROR_PARSE },       { "4", PLAN_ERROR_PARSE },           { "2026", PLAN_ERROR_PARSE },
    { "Mar 2026", PLAN_ERROR_PARSE },    { "3月", PLAN_ERROR_PARSE },         { "2026年", PLAN_ERROR_PARSE },
    { "4 Mar 5 Mar", PLAN_ERROR_PARSE }, { "4 Mar today", PLAN_ERROR_PARSE }, { "fri sat", PLAN_ERROR_PARSE },
    { "next", PLAN_ERROR_PARSE },        { "next 4 Mar", PLAN_ERROR_PARSE },  { "4 Mar 25:00", PLAN_ERROR_PARSE },
    { "4 Mar 08:60", PLAN_ERROR_PARSE }, { "4 Mar 24:01", PLAN_ERROR_PARSE }, { "4 Mar pm", PLAN_ERROR_PARSE },
    { "+d", PLAN_ERROR_PARSE },          { "today +5d", PLAN_ERROR_PARSE },   { "3/4/", PLAN_ERROR_PARSE },
    { "3//4", PLAN_ERROR_PARSE },        { "4 Mar 202", PLAN_ERROR_PARSE },   { "2026-03-04T", PLAN_ERROR_PARSE },
    { "\xff\xfe", PLAN_ERROR_PARSE },    { "9999999-01-01", PLAN_ERROR_PARSE }, { "-", PLAN_ERROR_PARSE },
    { "29 feb 2026", PLAN_ERROR_RANGE }, { "31/4", PLAN_ERROR_RANGE },        { "2026-13-01", PLAN_ERROR_RANGE },
    { "0/0", PLAN_ERROR_RANGE },         { "1899-12-31", PLAN_ERROR_RANGE },  { "1 jan 2200", PLAN_ERROR_RANGE },
    { "+999999d", PLAN_ERROR_RANGE },    { "-999999w", PLAN_ERROR_RANGE },    { "+999999mo", PLAN_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PlanTicks ticks = 0;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_false (plan_date_parse (cases[i].text, get_now (), EIGHT, &ticks, &error));
      g_assert_error (error, PLAN_ERROR, cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_styles (void)
{
  static const char *const texts[] = {
    [PLAN_DATE_DAY] = "4 Mar",
    [PLAN_DATE_DAY_YEAR] = "4 Mar 2026",
    [PLAN_DATE_WEEKDAY] = "Wed 4 Mar",
    [PLAN_DATE_LONG] = "Wed 4 Mar 2026",
    [PLAN_DATE_TIME] = "4 Mar 2026 08:05",
    [PLAN_DATE_MONTH] = "Mar",
    [PLAN_DATE_MONTH_YEAR] = "March 2026",
    [PLAN_DATE_MARK] = "4 Mar",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = plan_date_format (plan_ticks_from_civil (2026, 3, 4, 8, 5), (PlanDateStyle) i);
      g_autofree char *none = plan_date_format (PLAN_TICKS_NONE, (PlanDateStyle) i);

      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_cmpstr (none, ==, "");
    }
}

static void
test_ranges (void)
{
  static const struct
  {
    int first[3], last[3];
    const char *text;
  } cases[] = {
    { { 2026, 3, 9 }, { 2026, 3, 15 }, "9–15 March 2026" },
    { { 2026, 2, 27 }, { 2026, 3, 3 }, "27 Feb – 3 Mar 2026" },
    { { 2025, 12, 29 }, { 2026, 1, 4 }, "29 Dec 2025 – 4 Jan 2026" },
    { { 2025, 3, 4 }, { 2026, 3, 8 }, "4 Mar 2025 – 8 Mar 2026" },
    { { 2026, 3, 4 }, { 2026, 3, 4 }, "4 Mar 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        plan_date_range_format (plan_day_from_civil (cases[i].first[0], cases[i].first[1], cases[i].first[2]),
                                plan_day_from_civil (cases[i].last[0], cases[i].last[1], cases[i].last[2]));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What is shown with a year can be typed. */
static void
test_round_trips (void)
{
  static const PlanDateStyle styles[] = { PLAN_DATE_DAY_YEAR, PLAN_DATE_LONG, PLAN_DATE_TIME };

  for (PlanDay day = PLAN_DAY_MIN; day <= PLAN_DAY_MAX; day += 17)
    for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
      {
        PlanTicks before = plan_ticks_from_day (day, EIGHT), after = 0;
        g_autofree char *text = plan_date_format (before, styles[i]);

        g_assert_true (plan_date_parse (text, get_now (), EIGHT, &after, NULL));
        g_assert_cmpint (after, ==, before);
      }
}

static void
test_hostile (void)
{
  static const char *const parts[] = {
    "1", "4", "31", "2026", "999999", "/", "-", ".", ":", ",", "+", " ", "mar", "fri", "next", "today", "pm", "t", "d", "w",
    "mo", "年", "月", "日", "点", "半", "周五", "下", "今天", "上午", "个月", "\xff", "x", "－",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autofree char *huge = g_strnfill (1000 * 1000, '1');
  PlanTicks ticks = 0;

  g_assert_false (plan_date_parse (huge, get_now (), EIGHT, &ticks, NULL));
  for (int i = 0; i < 200000; i++)
    {
      char text[200] = "";

      for (int n = g_rand_int_range (rand, 0, 30); n > 0; n--)
        g_strlcat (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))], sizeof text);
      if (plan_date_parse (text, get_now (), EIGHT, &ticks, NULL))
        g_assert_true (plan_ticks_is_valid (ticks));
    }
  for (int i = 0; i < 200000; i++)
    {
      char text[200] = "";

      for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
        g_strlcat (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))], sizeof text);
      if (plan_date_parse (text, get_now (), EIGHT, &ticks, NULL))
        g_assert_true (plan_ticks_is_valid (ticks));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date-text/typed", test_typed);
  g_test_add_func ("/base/date-text/refused", test_refused);
  g_test_add_func ("/base/date-text/styles", test_styles);
  g_test_add_func ("/base/date-text/ranges", test_ranges);
  g_test_add_func ("/base/date-text/round-trips", test_round_trips);
  g_test_add_func ("/base/date-text/hostile", test_hostile);
  return g_test_run ();
}
