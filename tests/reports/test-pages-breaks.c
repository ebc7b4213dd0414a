/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Breaks of pages: time without gap or overlap, at Mondays and ticks, never wider than the page; rows all taken.
 */

#include "plan-pages-breaks.h"
#include "plan-timescale.h"

static const struct
{
  const char *path;
  double px_per_day;
  int year, month, day, hour; /* the break before 2026-08-13 (a Thursday) 15:30 */
} units[] = {
  { "/reports/breaks/hour", 300, 2026, 8, 13, 15 },
  { "/reports/breaks/day", 40, 2026, 8, 13, 0 },
  { "/reports/breaks/week-of-days", 24, 2026, 8, 10, 0 },
  { "/reports/breaks/week", 4, 2026, 8, 10, 0 },
  { "/reports/breaks/month", 1.3, 2026, 8, 1, 0 },
  { "/reports/breaks/quarter", 0.4, 2026, 7, 1, 0 },
  { "/reports/breaks/year", 0.2, 2026, 1, 1, 0 },
};

static void
test_unit (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  PlanTicks at = plan_ticks_from_civil (2026, 8, 13, 15, 30);
  PlanTicks expected = plan_ticks_from_civil (units[i].year, units[i].month, units[i].day, units[i].hour, 0);

  g_assert_cmpint (plan_time_break_before (at, units[i].px_per_day), ==, expected);
  g_assert_cmpint (plan_time_break_before (expected, units[i].px_per_day), ==, expected);
}

/* Charts begin with a week even where pages break at months. */
static void
test_start (void)
{
  PlanTicks at = plan_ticks_from_civil (2026, 8, 13, 15, 30);

  g_assert_cmpint (plan_time_start_before (at, 2), ==, plan_ticks_from_civil (2026, 8, 10, 0, 0));
  g_assert_cmpint (plan_time_start_before (at, 0.5), ==, plan_ticks_from_civil (2026, 7, 1, 0, 0));
}

static void
check_time (PlanTicks start, PlanTicks finish, double zoom, double first_width, double next_width)
{
  g_autoptr (GArray) breaks = plan_time_breaks_new (start, finish, zoom, first_width, next_width);
  PlanTicks at = start;

  for (guint i = 0; i < breaks->len; i++)
    {
      const PlanTimeBreak *item = &g_array_index (breaks, PlanTimeBreak, i);
      double width = (double) (item->finish - item->start) / PLAN_TICKS_PER_DAY * zoom;

      g_assert_cmpint (item->start, ==, at);
      g_assert_cmpint (item->finish, >, item->start);
      g_assert_cmpfloat (width, <=, (i == 0 ? first_width : next_width) + zoom / PLAN_TICKS_PER_DAY + 1e-6);
      at = item->finish;
    }
  g_assert_cmpint (at, ==, finish);
}

static void
test_time (void)
{
  static const int days[] = { 1, 3, 20, 100, 365, 1000, 3652, 100000 };
  static const double zooms[] = { 0.1, 0.3, 0.5, 1.7, 3, 36 / 7.0, 9, 24, 48, 96, 480 };
  PlanTicks start = plan_ticks_from_civil (2026, 1, 7, 9, 0);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (guint j = 0; j < G_N_ELEMENTS (zooms); j++)
      {
        check_time (start, start + days[i] * PLAN_TICKS_PER_DAY, zooms[j], 200, 330);
        check_time (start, start + days[i] * PLAN_TICKS_PER_DAY, zooms[j], 5, 7);   /* narrower than a week */
      }
}

static void
test_zoom (void)
{
  static const int days[] = { 1, 3, 20, 100, 365, 1000, 3652 };
  PlanTicks start = plan_ticks_from_civil (2026, 1, 7, 9, 0);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (guint n = 1; n < 6; n++)
      {
        PlanTicks finish = start + days[i] * PLAN_TICKS_PER_DAY;
        double zoom = plan_time_breaks_zoom (start, finish, 0, 800, 1200, n);
        g_autoptr (GArray) fits = plan_time_breaks_new (start, finish, zoom, 800, 1200);
        g_autoptr (GArray) more = plan_time_breaks_new (start, finish, zoom * 1.01, 800, 1200);

        g_assert_cmpuint (fits->len, <=, n);
        if (zoom < PLAN_ZOOM_MOST)
          g_assert_cmpuint (more->len, >, n);
      }
}

static void
test_rows (void)
{
  for (guint full = 1; full < 40; full += 3)
    for (guint last = 0; last <= full; last += 2)
      for (guint n = 0; n < 300; n += 7)
        {
          guint rest = n, pages = 0;

          do
            {
              guint next = plan_row_breaks_next (rest, full, last);

              g_assert_cmpuint (next, <=, full);
              if (rest > 0)
                g_assert_cmpuint (next, >, 0);
              rest -= next;
              pages++;
              if (rest == 0 && last > 0)
                g_assert_cmpuint (next, <=, last);   /* the legend has its room */
            }
          while (rest > 0);
          g_assert_cmpuint (pages, ==, plan_row_breaks_count (n, full, last));
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    g_test_add_data_func (units[i].path, GUINT_TO_POINTER (i), test_unit);
  g_test_add_func ("/reports/breaks/start", test_start);
  g_test_add_func ("/reports/breaks/time", test_time);
  g_test_add_func ("/reports/breaks/zoom", test_zoom);
  g_test_add_func ("/reports/breaks/rows", test_rows);
  return g_test_run ();
}
