/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Contrast of every theme as WCAG computes it, names of themes, and sizes that belong together.
 */

#include "plan-theme.h"

#include <math.h>

static double
get_luminance (PlanColour colour)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };
  double sum = 0;

  for (int i = 0; i < 3; i++)
    {
      double part = (colour >> 8 * i & 0xff) / 255.0;

      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static double
get_contrast (PlanColour a, PlanColour b)
{
  double light = MAX (get_luminance (a), get_luminance (b));
  double dark = MIN (get_luminance (a), get_luminance (b));

  return (light + 0.05) / (dark + 0.05);
}

static void
test_contrast (void)
{
  for (guint i = 0; i < PLAN_N_THEMES; i++)
    {
      const PlanChartTheme *t = plan_theme_get (i);
      const PlanColour words[] = { t->ink, t->ink2, t->holiday_ink, t->makeup_ink, t->critical_line, t->ok, t->bad, t->warn, t->none };
      const PlanColour marks[] = { t->task_line, t->critical_line, t->summary, t->summary_done, t->baseline, t->slack, t->link,
                                   t->today, t->overload_line, t->capacity, t->warn_shape };

      for (guint k = 0; k < G_N_ELEMENTS (words); k++)
        g_assert_cmpfloat (get_contrast (words[k], t->background), >=, 4.5);
      for (guint k = 0; k < G_N_ELEMENTS (marks); k++)
        g_assert_cmpfloat (get_contrast (marks[k], t->background), >=, 3.0);
      g_assert_cmpfloat (get_contrast (t->today_text, t->today), >=, 4.5);
      g_assert_cmpfloat (get_contrast (t->task_line, t->task), >=, 3.0);
      g_assert_cmpfloat (get_contrast (t->critical_line, t->critical), >=, 3.0);
      g_assert_cmpfloat (get_contrast (t->baseline, t->weekend), >=, 3.0);
      g_assert_cmpfloat (get_contrast (t->baseline, t->holiday), >=, 3.0);
      if (t->has_selection)
        g_assert_cmpfloat (get_contrast (t->ink2, t->selected), >=, 4.5);
    }
}

static void
test_grey (void)
{
  const PlanChartTheme *theme = plan_theme_get (PLAN_THEME_PRINT_GREY);
  const PlanColour *colours = &theme->background;
  guint n = (guint) (&theme->none - colours) + 1;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (colours[i] & 0xff, ==, colours[i] >> 8 & 0xff);
      g_assert_cmpuint (colours[i] & 0xff, ==, colours[i] >> 16 & 0xff);
    }
  g_assert_true (theme->patterns);
}

/* Drawing adds the difference to a dark background, and multiplies a white one. */
static void
test_selection (void)
{
  for (guint i = 0; i < PLAN_N_THEMES; i++)
    {
      const PlanChartTheme *theme = plan_theme_get (i);

      for (int shift = 0; shift <= 16 && theme->has_selection && theme->background != 0xffffff; shift += 8)
        g_assert_cmpuint (theme->selected >> shift & 0xff, >=, theme->background >> shift & 0xff);
    }
}

static void
test_names (void)
{
  PlanThemeKind kind = PLAN_THEME_LIGHT;

  for (guint i = 0; i < PLAN_N_THEMES; i++)
    {
      g_assert_true (plan_theme_by_name (plan_theme_get (i)->name, &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (plan_theme_by_name ("sepia", &kind));
  g_assert_false (plan_theme_by_name (NULL, &kind));
}

static void
test_metrics (void)
{
  for (guint i = PLAN_DENSITY_COMPACT; i <= PLAN_DENSITY_PAPER; i++)
    {
      const PlanChartMetrics *m = plan_metrics_get (i);

      g_assert_cmpfloat (m->bar_y_baseline + m->bar_height_baseline, <=, m->baseline_y);
      g_assert_cmpfloat (m->baseline_y + m->baseline_height, <, m->row_height);
      g_assert_cmpfloat (m->bar_y + m->bar_height, <, m->row_height);
      g_assert_cmpfloat (m->summary_y + m->summary_height + m->foot_height, <, m->row_height);
      g_assert_cmpfloat (2 * m->gate_outer, <, m->row_height);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/theme/contrast", test_contrast);
  g_test_add_func ("/charts/theme/grey", test_grey);
  g_test_add_func ("/charts/theme/selection", test_selection);
  g_test_add_func ("/charts/theme/names", test_names);
  g_test_add_func ("/charts/theme/metrics", test_metrics);
  return g_test_run ();
}
