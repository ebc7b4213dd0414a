/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From instants to chart units and back, steps of the zoom, and the cells of every level.
 */

#include "chart-fixture.h"
#include "plan-timescale.h"

#include <math.h>

static void
test_round_trip (void)
{
  static const double zooms[] = { 0.1, 0.35, 1.7, 36 / 7.0, 24, 96, 480 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      PlanTimescale scale = { chart_day ("2026-01-01"), zooms[i] };

      for (PlanTicks at = chart_day ("1990-05-03T07:31:00"); at < chart_day ("2080-01-01"); at += 9876543)
        g_assert_cmpint (plan_timescale_ticks (&scale, plan_timescale_x (&scale, at)), ==, at);
      for (double x = -2000; x < 2000; x += 12.34)
        g_assert_cmpfloat (fabs (plan_timescale_x (&scale, plan_timescale_ticks (&scale, x)) - x), <, 0.04);
    }
}

static void
test_limits (void)
{
  PlanTimescale scale = { chart_day ("2026-01-01"), 0.1 };
  g_autoptr (GArray) first = plan_timescale_upper (&scale, -1e9, -4000);
  g_autoptr (GArray) last = plan_timescale_lower (&scale, 6000, 1e9);

  g_assert_cmpint (plan_timescale_ticks (&scale, -1e12), ==, PLAN_TICKS_MIN);
  g_assert_cmpint (plan_timescale_ticks (&scale, 1e12), ==, PLAN_TICKS_MAX);
  g_assert_cmpint (g_array_index (first, PlanTick, 0).start, ==, PLAN_TICKS_MIN);
  g_assert_cmpstr (g_array_index (last, PlanTick, last->len - 1).label, ==, "2199");
}

static void
test_steps (void)
{
  double zoom = PLAN_ZOOM_LEAST;
  guint n = 0;

  for (; zoom < PLAN_ZOOM_MOST; n++)
    {
      double next = plan_zoom_step (zoom, 1);

      g_assert_cmpfloat (next, >, zoom);
      g_assert_cmpfloat (plan_zoom_step (next, -1), ==, zoom);
      zoom = next;
    }
  g_assert_cmpuint (n, ==, 16);
  g_assert_cmpfloat (plan_zoom_step (zoom, 1), ==, PLAN_ZOOM_MOST);
  g_assert_cmpfloat (plan_zoom_step (PLAN_ZOOM_LEAST, -1), ==, PLAN_ZOOM_LEAST);
  g_assert_cmpfloat (plan_zoom_step (5, 1), ==, 36 / 7.0);
}

static void
test_names (void)
{
  static const struct { double zoom; const char *name; } cases[] = {
    { 480, "Hours" }, { 96, "Hours" }, { 95, "Days" }, { 24, "Days" }, { 15, "Days" }, { 14.9, "Weeks" }, { 36 / 7.0, "Weeks" },
    { 4, "Weeks" }, { 3, "Months" }, { 1.2, "Months" }, { 1, "Quarters" }, { 0.35, "Quarters" }, { 0.25, "Years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (plan_zoom_name (cases[i].zoom), ==, cases[i].name);
}

static void
test_fit (void)
{
  PlanTimescale scale = { 0, 1 };

  plan_timescale_fit (&scale, chart_day ("2026-01-01"), chart_day ("2026-04-11"), 500);
  g_assert_cmpfloat (plan_timescale_x (&scale, chart_day ("2026-01-01")), ==, 0);
  g_assert_cmpfloat (plan_timescale_x (&scale, chart_day ("2026-04-11")), ==, 500);
  plan_timescale_fit (&scale, chart_day ("2026-01-01"), chart_day ("2026-01-01"), 5000);
  g_assert_cmpfloat (scale.px_per_day, ==, PLAN_ZOOM_MOST);
}

static void
append_cells (GString *text, const char *tier, GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const PlanTick *tick = &g_array_index (cells, PlanTick, i);
      g_autofree char *start = plan_ticks_format_iso (tick->start);

      g_string_append_printf (text, "%s %s %.1f %.1f “%s” “%s” %d%s\n", tier, start, tick->x, tick->end, tick->label,
                              tick->short_label, tick->mark, tick->is_day ? " day" : "");
    }
}

static void
test_cells (void)
{
  static const double zooms[] = { 480, 192, 96, 48, 36, 24, 18, 36 / 7.0, 3, 1.7, 1, 0.5, 0.25, 0.1 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      PlanTimescale scale = { chart_day ("2025-12-29T10:00:00"), zooms[i] };
      g_autoptr (GArray) upper = plan_timescale_upper (&scale, 0, 400);
      g_autoptr (GArray) lower = plan_timescale_lower (&scale, 0, 400);

      g_string_append_printf (text, "zoom %.2f\n", zooms[i]);
      append_cells (text, "upper", upper);
      append_cells (text, "lower", lower);
    }
  chart_check_golden ("timescale", text->str);
}

/* Cells join without gaps, and cover what was asked for. */
static void
test_cover (void)
{
  for (double zoom = PLAN_ZOOM_LEAST; zoom < PLAN_ZOOM_MOST; zoom *= 1.25)
    for (guint tier = 0; tier < 2; tier++)
      {
        PlanTimescale scale = { chart_day ("2024-02-28T13:17:00"), zoom };
        g_autoptr (GArray) cells = tier == 0 ? plan_timescale_upper (&scale, -777, 1900) : plan_timescale_lower (&scale, -777, 1900);

        g_assert_cmpuint (cells->len, >, 0);
        g_assert_cmpuint (cells->len, <, 400);
        g_assert_cmpfloat (g_array_index (cells, PlanTick, 0).x, <=, -777 + 0.04);
        g_assert_cmpfloat (g_array_index (cells, PlanTick, cells->len - 1).end, >=, 1900 - 0.04);
        for (guint i = 1; i < cells->len; i++)
          g_assert_cmpfloat (g_array_index (cells, PlanTick, i - 1).end, ==, g_array_index (cells, PlanTick, i).x);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/timescale/round-trip", test_round_trip);
  g_test_add_func ("/charts/timescale/limits", test_limits);
  g_test_add_func ("/charts/timescale/steps", test_steps);
  g_test_add_func ("/charts/timescale/names", test_names);
  g_test_add_func ("/charts/timescale/fit", test_fit);
  g_test_add_func ("/charts/timescale/cells", test_cells);
  g_test_add_func ("/charts/timescale/cover", test_cover);
  return g_test_run ();
}
