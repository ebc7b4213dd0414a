/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-error.h"
#include "plan-text.h"

#include <string.h>

static const PlanConversion conversion = PLAN_CONVERSION_DEFAULT;

static void
test_durations (void)
{
  static const struct
  {
    const char *text;
    PlanTicks ticks;
    const char *typed, *shown;
  } cases[] = {
    { "3d", 14400, "3d", "3 d" },            { "4h", 2400, "4h", "4 h" },
    { "1.5w", 36000, "1.5w", "1.5 w" },      { "2ed", 28800, "2ed", "2 ed" },
    { "90min", 900, "90min", "90 min" },     { "90m", 900, "90min", "90 min" },
    { "3mo", 288000, "3mo", "3 mo" },        { "3d?", 14400, "3d?", "3 d?" },
    { "3 days", 14400, "3d", "3 d" },        { " 1 DAY ? ", 4800, "1d?", "1 d?" },
    { "3", 14400, "3d", "3 d" },             { "3?", 14400, "3d?", "3 d?" },
    { "0d", 0, "0d", "0 d" },                { ".5d", 2400, "0.5d", "0.5 d" },
    { "3天", 14400, "3d", "3 d" },           { "2周", 48000, "2w", "2 w" },
    { "1.5个月", 144000, "1.5mo", "1.5 mo" }, { "4小时", 2400, "4h", "4 h" },
    { "4 工时", 2400, "4h", "4 h" },         { "30分钟", 300, "30min", "30 min" },
    { "2个工作日", 9600, "2d", "2 d" },      { "2日历天", 28800, "2ed", "2 ed" },
    { "2连续天", 28800, "2ed", "2 ed" },     { "2e天", 28800, "2ed", "2 ed" },
    { "2个自然日", 28800, "2ed", "2 ed" },   { "2 elapsed weeks", 201600, "2ew", "2 ew" },
    { "２．５ｄ？", 12000, "2.5d?", "2.5 d?" }, { "1emo", 432000, "1emo", "1 emo" },
    { "5eh", 3000, "5eh", "5 eh" },          { "5emin", 50, "5emin", "5 emin" },
    { "+3d", 14400, "3d", "3 d" },           { "-0d", 0, "0d", "0 d" },
    { "0.01min", 0, "0min", "0 min" },       { "0.333333333d", 1600, "0.3333d", "0.33 d" },
    { "0.00010416667d", 1, "0.0002d", "0 d" }, { "100000d", 480000000, "100000d", "100000 d" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *typed = NULL, *shown = NULL;
      PlanDuration duration;

      g_test_message ("%s", cases[i].text);
      plan_duration_parse (cases[i].text, &conversion, PLAN_UNIT_DAY, &duration, &error);
      g_assert_no_error (error);
      g_assert_cmpint (duration.ticks, ==, cases[i].ticks);
      typed = plan_duration_to_text (&duration, &conversion);
      g_assert_cmpstr (typed, ==, cases[i].typed);
      shown = plan_duration_format (&duration, &conversion);
      g_assert_cmpstr (shown, ==, cases[i].shown);
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
    { "", PLAN_ERROR_PARSE },       { "?", PLAN_ERROR_PARSE },      { "d", PLAN_ERROR_PARSE },
    { "3x", PLAN_ERROR_PARSE },     { "3d4h", PLAN_ERROR_PARSE },   { "3..d", PLAN_ERROR_PARSE },
    { "1,5d", PLAN_ERROR_PARSE },   { "3%", PLAN_ERROR_PARSE },     { "3e", PLAN_ERROR_PARSE },
    { "3eed", PLAN_ERROR_PARSE },   { "--3d", PLAN_ERROR_PARSE },   { "1e3d", PLAN_ERROR_PARSE },
    { "3d\xff", PLAN_ERROR_PARSE }, { "\xe5\xa4", PLAN_ERROR_PARSE }, { "3\xe5\xa4", PLAN_ERROR_PARSE },
    { "3 d x", PLAN_ERROR_PARSE },  { "三天", PLAN_ERROR_PARSE },   { "%s%n", PLAN_ERROR_PARSE },
    { "-3d", PLAN_ERROR_RANGE },    { "301 ew ?", 0 },              { "400000d", PLAN_ERROR_RANGE },
    { "4000emo", PLAN_ERROR_RANGE }, { "999999999999999999999999999d", PLAN_ERROR_RANGE },
    { "1000000000", PLAN_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PlanDuration duration;

      if (plan_duration_parse (cases[i].text, &conversion, PLAN_UNIT_DAY, &duration, &error))
        g_assert_cmpint (cases[i].code, ==, 0);
      else
        {
          g_assert_error (error, PLAN_ERROR, cases[i].code);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
    }
}

static void
test_fallback (void)
{
  static const PlanConversion short_days = { 3600, 18000, 72000 }, broken = { 0, -1, 0 };
  PlanDuration duration;

  g_assert_true (plan_duration_parse ("2", &conversion, PLAN_UNIT_WEEK, &duration, NULL));
  g_assert_cmpint (duration.ticks, ==, 48000);
  g_assert_true (plan_duration_parse ("2d", &short_days, PLAN_UNIT_WEEK, &duration, NULL));
  g_assert_cmpint (duration.ticks, ==, 7200);
  g_assert_true (plan_duration_parse ("2w", &broken, PLAN_UNIT_DAY, &duration, NULL));
  g_assert_cmpint (duration.ticks, ==, 48000);
}

static void
test_lags (void)
{
  static const struct
  {
    const char *text;
    gint64 value;
    PlanUnit unit;
    const char *typed; /* NULL: refused */
  } cases[] = {
    { "2d", 9600, PLAN_UNIT_DAY, "2d" },       { "-1d", -4800, PLAN_UNIT_DAY, "-1d" },
    { "+50%", 5000, PLAN_UNIT_PERCENT, "50%" }, { "50e%", 5000, PLAN_UNIT_ELAPSED_PERCENT, "50e%" },
    { "-10%", -1000, PLAN_UNIT_PERCENT, "-10%" }, { "2ed", 28800, PLAN_UNIT_ELAPSED_DAY, "2ed" },
    { "2天", 9600, PLAN_UNIT_DAY, "2d" },      { "2", 9600, PLAN_UNIT_DAY, "2d" },
    { "−2 d", -9600, PLAN_UNIT_DAY, "-2d" },   { "－１２．５％", -1250, PLAN_UNIT_PERCENT, "-12.5%" },
    { "- 3 小时", -1800, PLAN_UNIT_HOUR, "-3h" }, { "0", 0, PLAN_UNIT_DAY, "0d" },
    { "", 0, 0, NULL }, { "+", 0, 0, NULL }, { "2d?", 0, 0, NULL }, { "10001%", 0, 0, NULL }, { "-400000d", 0, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *typed = NULL;
      PlanLag lag;

      g_test_message ("%s", cases[i].text);
      if (!plan_lag_parse (cases[i].text, &conversion, &lag, &error))
        {
          g_assert_null (cases[i].typed);
          g_assert_nonnull (strstr (error->message, cases[i].text));
          continue;
        }
      g_assert_cmpint (lag.value, ==, cases[i].value);
      g_assert_cmpint (lag.unit, ==, cases[i].unit);
      typed = plan_lag_to_text (&lag, &conversion);
      g_assert_cmpstr (typed, ==, cases[i].typed);
    }
}

static void
test_units (void)
{
  for (int unit = -5; unit < 60; unit++)
    {
      gboolean known = (unit >= 3 && unit <= 12) || unit == 19 || unit == 20;

      g_assert_cmpint (plan_unit_is_known (unit), ==, known);
      g_assert_cmpint (plan_unit_is_elapsed (unit), ==, known && unit % 2 == 0);
      g_assert_nonnull (plan_unit_get_symbol (unit));
      if (known && !plan_unit_is_percent (unit))
        g_assert_cmpint (plan_unit_get_ticks (unit, &conversion), >, 0);
    }
  g_assert_cmpstr (plan_unit_get_symbol (99), ==, "d");
}

static void
test_variances (void)
{
  static const struct
  {
    PlanTicks ticks;
    const char *text;
  } cases[] = {
    { 33600, "+7 d" }, { -9600, "−2 d" }, { 0, "0 d" }, { 2400, "+0.5 d" }, { -10, "0 d" }, { 10, "0 d" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plan_variance_format (cases[i].ticks, &conversion);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What is written can be read again, to the tick, whatever the unit and the project's factors are. */
static void
test_round_trips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260304);

  for (int i = 0; i < 50000; i++)
    {
      PlanConversion odd = { g_rand_int_range (rand, 60, 14401), g_rand_int_range (rand, 60, 100801), g_rand_int_range (rand, 60, 446401) };
      PlanDuration before = { g_rand_int_range (rand, 0, 1 << g_rand_int_range (rand, 1, 30)),
                              (PlanUnit) g_rand_int_range (rand, PLAN_UNIT_MINUTE, PLAN_UNIT_ELAPSED_MONTH + 1),
                              g_rand_boolean (rand) };
      PlanLag lag_before = { g_rand_boolean (rand) ? -before.ticks : before.ticks, before.unit }, lag;
      g_autofree char *text = plan_duration_to_text (&before, &odd);
      g_autofree char *lag_text = plan_lag_to_text (&lag_before, &odd);
      PlanDuration after;

      g_assert_true (plan_duration_parse (text, &odd, PLAN_UNIT_DAY, &after, NULL));
      g_assert_cmpint (after.ticks, ==, before.ticks);
      g_assert_cmpint (after.unit, ==, before.unit);
      g_assert_cmpint (after.estimated, ==, before.estimated);
      g_assert_true (plan_lag_parse (lag_text, &odd, &lag, NULL));
      g_assert_cmpint (lag.value, ==, lag_before.value);
    }
}

static void
test_hostile (void)
{
  static const char letters[] = "0123456789.+-?%edwmohin \xe5\xa4\xa9\xef\xbc\x91\xff";
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *huge = g_strnfill (10 * 1000 * 1000, '9');

  for (int i = 0; i < 100000; i++)
    {
      g_autoptr (GError) error = NULL;
      char text[24] = "";
      PlanDuration duration;

      for (int n = g_rand_int_range (rand, 0, sizeof text), k = 0; k < n; k++)
        text[k] = letters[g_rand_int_range (rand, 0, sizeof letters - 1)];
      if (plan_duration_parse (text, &conversion, PLAN_UNIT_DAY, &duration, &error))
        g_assert_true (duration.ticks >= 0 && plan_unit_is_known (duration.unit));
      else
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      PlanDuration duration;

      g_assert_false (plan_duration_parse (huge, &conversion, PLAN_UNIT_DAY, &duration, &error));
      g_assert_cmpuint (strlen (error->message), <, 500);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/duration/parse", test_durations);
  g_test_add_func ("/base/duration/refused", test_refused);
  g_test_add_func ("/base/duration/fallback", test_fallback);
  g_test_add_func ("/base/duration/lags", test_lags);
  g_test_add_func ("/base/duration/units", test_units);
  g_test_add_func ("/base/duration/variances", test_variances);
  g_test_add_func ("/base/duration/round-trips", test_round_trips);
  g_test_add_func ("/base/duration/hostile", test_hostile);
  return g_test_run ();
}
