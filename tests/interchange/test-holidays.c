/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of holidays: those that are shipped, the same year in three forms, and files that are none.
 */

#include "plan-error.h"
#include "plan-holidays.h"

#include <string.h>

static PlanHolidays *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  PlanHolidays *holidays = plan_holidays_read (text, strlen (text), &error);

  g_assert_no_error (error);
  return holidays;
}

/* "off 2026-02-15..2026-02-23 Spring Festival/春节 1" in one line each. */
static char *
describe (const PlanHolidays *holidays)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < holidays->items->len; i++)
    {
      const PlanHoliday *holiday = &g_array_index (holidays->items, PlanHoliday, i);
      g_autofree char *first = plan_ticks_format_iso (plan_ticks_from_day (holiday->first, 0));
      g_autofree char *last = plan_ticks_format_iso (plan_ticks_from_day (holiday->last, 0));

      g_string_append_printf (text, "%s %.10s..%.10s %s/%s %u\n", holiday->work ? "work" : "off", first, last, holiday->names[0],
                              holiday->names[1], holiday->kind);
    }
  return g_string_free (text, FALSE);
}

/* What the notices of the State Council say: how many days are off and worked, and one day of each year. */
static const struct
{
  const char *file;
  guint n_off, n_work;
  int month, day; /* a make-up workday on a weekend */
} years[] = {
  { "cn-2024.json", 28, 8, 2, 4 },
  { "cn-2025.json", 28, 5, 1, 26 },
  { "cn-2026.json", 33, 6, 2, 14 },
};

static void
test_shipped (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "calendars", years[i].file,
                                                     NULL), *text = NULL;
      g_autoptr (PlanHolidays) holidays = NULL;
      guint n_off = 0, n_work = 0;
      gboolean found = FALSE;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      holidays = read_text (text);
      for (guint j = 0; j < holidays->items->len; j++)
        {
          const PlanHoliday *holiday = &g_array_index (holidays->items, PlanHoliday, j);
          PlanCivil civil;

          *(holiday->work ? &n_work : &n_off) += (guint) (holiday->last - holiday->first + 1);
          g_assert_cmpint (holiday->kind, ==, holiday->work ? PLAN_EXCEPTION_SWAPPED : PLAN_EXCEPTION_STATUTORY);
          plan_day_to_civil (holiday->first, &civil);
          found |= holiday->work && civil.month == years[i].month && civil.day == years[i].day;
          if (holiday->work)
            g_assert_cmpint (civil.weekday, >=, PLAN_SATURDAY);
        }
      g_assert_cmpuint (holidays->n_skipped, ==, 0);
      g_assert_cmpuint (n_off, ==, years[i].n_off);
      g_assert_cmpuint (n_work, ==, years[i].n_work);
      g_assert_true (found);
    }
}

#define EXPECTED \
  "work 2026-02-14..2026-02-14 春节补班/春节补班 2\n" \
  "off 2026-02-15..2026-02-18 春节/春节 1\n"

static void
test_forms (void)
{
  static const char *const texts[] = {
    "{\"format\":\"planwright-holidays\",\"version\":1,\"holidays\":[{\"name\":\"春节\",\"from\":\"2026-02-15\",\"to\":\"2026-02-18\"}],"
    "\"workdays\":[{\"date\":\"2026-02-14\",\"name\":\"春节补班\"}]}",
    "date,kind,name,source\r\n2026-02-14,work,春节补班,x\r\n2026-02-15,off,春节,\"a \"\"b\"\", c\"\r\n2026-02-16,off,春节,\r\n"
    "2026/2/17,off,春节\r\n20260218,off,春节\r\n",
    "\xef\xbb\xbf日期;名称\n2026-02-18;春节\n2026-02-15;春节\n2026-02-16;春节\n2026-02-17;春节\n2026-02-14;春节补班\n",
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260215\r\nDTEND;VALUE=DATE:20260219\r\nSUMMARY:春\r\n 节\r\n"
    "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY;LANGUAGE=zh:春节补班\r\nDTSTART:20260214T080000\r\nDTEND:20260214T170000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlanHolidays) holidays = read_text (texts[i]);
      g_autofree char *text = describe (holidays);

      g_assert_cmpstr (text, ==, EXPECTED);
      g_assert_cmpuint (holidays->n_skipped, ==, 0);
    }
}

/* A day that is worked within a holiday, days named twice, and entries that are none. */
static void
test_untidy (void)
{
  g_autoptr (PlanHolidays) holidays = read_text ("from,to,kind,name\n2026-05-01,2026-05-05,off,A\n2026-05-03,,work,B\n2026-05-04,2026-05-06,off,C\n"
                                                 "2026-02-30,,off,never\nsoon,,off,when\n2026-01-01,2027-06-01,off,long\n2026-06-02,2026-06-01,off,back\n"
                                                 "1200-01-01,,off,early\n");
  g_autofree char *text = describe (holidays);

  g_assert_cmpstr (text, ==,
                   "off 2026-05-01..2026-05-02 A/A 1\nwork 2026-05-03..2026-05-03 B/B 2\noff 2026-05-04..2026-05-05 A/A 1\n"
                   "off 2026-05-06..2026-05-06 C/C 1\n");
  g_assert_cmpuint (holidays->n_skipped, ==, 5);
}

static void
test_refuse (void)
{
  static const char *const texts[] = {
    "", "\n", "name,kind\nx,off\n", "date,kind\n", "date,kind\nnever,off\n", "{", "[]", "{}", "{\"format\":\"planwright-holidays\",\"version\":2}",
    "{\"format\":\"planwright-holidays\",\"version\":\"1\",\"holidays\":7}", "{\"format\":\"planwright-holidays\",\"version\":1,\"holidays\":[1,null,[]]}",
    "{\"format\":\"planwright-holidays\",\"version\":1} x", "[[[[[[[[[[[[[[[[[[[[[[[[[[", "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nRRULE:FREQ=YEARLY\nEND:VEVENT\n", "date\n\xff\xff\n", "PK\x03\x04",
  };
  g_autofree char *large = g_strnfill (2 * 1024 * 1024, 'x');

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      const char *text = i < G_N_ELEMENTS (texts) ? texts[i] : large;
      g_autoptr (GError) error = NULL;

      g_assert_null (plan_holidays_read (text, strlen (text), &error));
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interchange/holidays/shipped", test_shipped);
  g_test_add_func ("/interchange/holidays/forms", test_forms);
  g_test_add_func ("/interchange/holidays/untidy", test_untidy);
  g_test_add_func ("/interchange/holidays/refuse", test_refuse);
  return g_test_run ();
}
