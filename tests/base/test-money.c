/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-error.h"
#include "plan-money.h"
#include "plan-text.h"

static void
test_decimals (void)
{
  static const struct
  {
    const char *text;
    int places;
    gint64 value;
    const char *again; /* NULL: refused */
  } cases[] = {
    { "12.5", 2, 1250, "12.5" },   { "-0.005", 2, -1, "-0.01" },
    { "0.004", 2, 0, "0" },        { "1e3", 2, 100000, "1000" },
    { "1.5E-1", 4, 1500, "0.15" }, { "+7", 0, 7, "7" },
    { ".5", 1, 5, "0.5" },         { "5.", 1, 50, "5" },
    { "0.00000000000000000000001", 4, 0, "0" },
    { "1e-40", 4, 0, "0" },        { "0e40", 4, 0, "0" },
    { "", 2, 0, NULL },            { "-", 2, 0, NULL },
    { ".", 2, 0, NULL },           { "1,000", 2, 0, NULL },
    { "1e", 2, 0, NULL },          { "1e41", 2, 0, NULL },
    { "1 ", 2, 0, NULL },          { "0x10", 2, 0, NULL },
    { "99999999999999999999", 2, 0, NULL },
    { "nan", 2, 0, NULL },         { "inf", 2, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *again = NULL;
      gint64 value = 0;

      g_test_message ("%s", cases[i].text);
      if (!plan_decimal_parse (cases[i].text, cases[i].places, &value, &error))
        {
          g_assert_null (cases[i].again);
          g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
          continue;
        }
      g_assert_cmpint (value, ==, cases[i].value);
      again = plan_decimal_format (value, cases[i].places);
      g_assert_cmpstr (again, ==, cases[i].again);
    }
}

static void
test_multiply_divide (void)
{
  g_assert_cmpint (plan_multiply_divide (7, 1, 2), ==, 4);
  g_assert_cmpint (plan_multiply_divide (-7, 1, 2), ==, -4);
  g_assert_cmpint (plan_multiply_divide (7, 1, -2), ==, -4);
  g_assert_cmpint (plan_multiply_divide (1, 1, 3), ==, 0);
  g_assert_cmpint (plan_multiply_divide (G_MAXINT64, 1000, 1000), ==, G_MAXINT64);
  g_assert_cmpint (plan_multiply_divide (G_MININT64, 7, 7), ==, G_MININT64);
}

static void
test_money_format (void)
{
  static const struct
  {
    PlanMoney amount;
    const char *symbol;
    int digits;
    const char *text;
  } cases[] = {
    { 123450, "¥", 2, "¥1,234.50" }, { -1250, "¥", 0, "−¥13" },    { 0, NULL, 2, "0.00" },
    { -4, "$", 1, "$0.0" },          { 100, "CNY", 0, "CNY 1" },   { 99999999, "", 0, "1,000,000" },
    { G_MININT64, NULL, 2, "−92,233,720,368,547,758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plan_money_format (cases[i].amount, cases[i].symbol, cases[i].digits);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_number_format (void)
{
  static const struct
  {
    gint64 value;
    int places;
    const char *text;
  } cases[] = {
    { 97, 2, "0.97" }, { -100, 2, "−1.00" }, { 1234567, 0, "1,234,567" }, { 999, 0, "999" },
    { 1000, 0, "1,000" }, { 0, 0, "0" }, { G_MININT64, 0, "−9,223,372,036,854,775,808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plan_number_format (cases[i].value, cases[i].places);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_percents (void)
{
  static const struct
  {
    const char *text;
    PlanPercent percent;
    const char *again; /* NULL: refused */
    int code;
  } cases[] = {
    { "50", 5000, "50 %", 0 },       { "50%", 5000, "50 %", 0 },   { " 12.5 % ", 1250, "12.5 %", 0 },
    { "１００％", 10000, "100 %", 0 }, { "0", 0, "0 %", 0 },         { "-0", 0, "0 %", 0 },
    { "33.335", 3334, "33.34 %", 0 }, { ".5", 50, "0.5 %", 0 },
    { "", 0, NULL, PLAN_ERROR_PARSE }, { "%", 0, NULL, PLAN_ERROR_PARSE }, { "5 %%", 0, NULL, PLAN_ERROR_PARSE },
    { "5 d", 0, NULL, PLAN_ERROR_PARSE }, { "--5", 0, NULL, PLAN_ERROR_PARSE },
    { "-1", 0, NULL, PLAN_ERROR_RANGE }, { "100001", 0, NULL, PLAN_ERROR_RANGE },
    { "99999999999999999999999999", 0, NULL, PLAN_ERROR_RANGE }, { "\xff", 0, NULL, PLAN_ERROR_PARSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *again = NULL;
      PlanPercent percent = 0;

      if (!plan_percent_parse (cases[i].text, &percent, &error))
        {
          g_assert_null (cases[i].again);
          g_assert_error (error, PLAN_ERROR, cases[i].code);
          continue;
        }
      g_assert_cmpint (percent, ==, cases[i].percent);
      again = plan_percent_format (percent);
      g_assert_cmpstr (again, ==, cases[i].again);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/money/decimals", test_decimals);
  g_test_add_func ("/base/money/multiply-divide", test_multiply_divide);
  g_test_add_func ("/base/money/format", test_money_format);
  g_test_add_func ("/base/text/number-format", test_number_format);
  g_test_add_func ("/base/text/percents", test_percents);
  return g_test_run ();
}
