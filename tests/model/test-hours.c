/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Working times as they are typed in both languages, shifts over midnight, and what is refused.
 */

#include "plan-error.h"
#include "plan-hours.h"

static const struct
{
  const char *text;
  const char *hours;
  gint32 carry;
} cases[] = {
  { "8:00-12:00; 13:00-17:00", "08:00-12:00 13:00-17:00", 0 },
  { "8-12, 13-17", "08:00-12:00 13:00-17:00", 0 },
  { " 13:00–17:30,8:00—12:00 ", "08:00-12:00 13:00-17:30", 0 },
  { "８：００－１２：００；１３：００～１７：００", "08:00-12:00 13:00-17:00", 0 },
  { "上午8点至12点，下午1点半到5点", "08:00-12:00 13:30-17:00", 0 },
  { "9时–12时30分、14时–18时", "09:00-12:30 14:00-18:00", 0 },
  { "9am to 12pm and 1 p.m. to 5:30pm", "09:00-12:00 13:00-17:30", 0 },
  { "0830-1200 1300-1700", "08:30-12:00 13:00-17:00", 0 },
  { "22:00-6:00", "22:00-24:00", 6 * PLAN_TICKS_PER_HOUR },
  { "20-24", "20:00-24:00", 0 },
  { "16:00-0:00", "16:00-24:00", 0 },
  { "", "", 0 },
  { "No work", "", 0 },
  { "休息", "", 0 },
  { "24h", "00:00-24:00", 0 },
  { "全天", "00:00-24:00", 0 },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *hours = NULL, *shown = NULL, *again = NULL;
      gint32 carry;

      plan_hours_read (cases[i].text, &hours, &carry, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (hours, ==, cases[i].hours);
      g_assert_cmpint (carry, ==, cases[i].carry);
      shown = plan_hours_to_text (hours);
      g_assert_true (plan_hours_read (shown, &again, &carry, NULL));
      g_assert_cmpstr (again, ==, hours);
      g_assert_cmpint (carry, ==, 0);
    }
}

static void
test_refuse (void)
{
  static const char *const texts[] = { "8", "8-", "8-8", "25-26", "8:70-9", "8-12 11-15", "22-6; 20-5", "8..9", "13am-14", "nonsense",
                                       "8:-9", "12345-13", "24-25", "8-12-13" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *hours = NULL;
      gint32 carry;

      g_test_message ("%s", texts[i]);
      g_assert_false (plan_hours_read (texts[i], &hours, &carry, &error));
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
      g_assert_null (hours);
    }
}

static void
expect_carried (const char *hours, gint32 until, const char *expected)
{
  g_autofree char *carried = plan_hours_carry (hours, until * (gint32) PLAN_TICKS_PER_HOUR);

  g_assert_cmpstr (carried, ==, expected);
}

static void
test_carry (void)
{
  expect_carried ("", 6, "00:00-06:00");
  expect_carried ("22:00-24:00", 6, "00:00-06:00 22:00-24:00");
  expect_carried ("05:00-07:00 08:00-12:00", 6, "00:00-07:00 08:00-12:00");
  expect_carried ("06:00-07:00", 6, "00:00-07:00");
  expect_carried ("01:00-02:00", 6, "00:00-06:00");
  expect_carried ("08:00-12:00", 0, "08:00-12:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/hours/read", test_read);
  g_test_add_func ("/model/hours/refuse", test_refuse);
  g_test_add_func ("/model/hours/carry", test_carry);
  return g_test_run ();
}
