/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing: every theme on every kind of surface, pictures without words against golden ones, and that parts drawn one by
 * one make the same picture as the whole.
 */

#include "chart-fixture.h"
#include "plan-gantt-draw.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 516
#define HEIGHT 600

static const guint selected_row = 14;

static void
draw (cairo_t *cr, const PlanGanttLayout *layout, PlanThemeKind theme, const PlanGanttClip *clip)
{
  const PlanGanttClip header = { 0, 0, WIDTH, 42 };

  plan_gantt_draw_header (cr, layout, plan_theme_get (theme), &header);
  plan_gantt_draw_body (cr, layout, plan_theme_get (theme), clip);
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_surfaces (void)
{
  const PlanGanttClip clip = { 0, 0, WIDTH, HEIGHT };
  g_autoptr (ChartPlan) plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);

  plan->input.measure = plan_chart_measure;
  plan->input.selected_rows = &selected_row;
  plan->input.n_selected_rows = 1;
  for (guint i = 0; i < PLAN_N_THEMES * 3; i++)
    {
      g_autoptr (PlanGanttLayout) layout = plan_gantt_layout_new (&plan->input);
      gsize n_bytes = 0;
      cairo_surface_t *surface = i % 3 == 0   ? cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT)
                                 : i % 3 == 1 ? cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, WIDTH, HEIGHT)
                                              : cairo_svg_surface_create_for_stream (count_bytes, &n_bytes, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);

      draw (cr, layout, (PlanThemeKind) (i / 3), &clip);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      if (i % 3 != 0)
        g_assert_cmpuint (n_bytes, >, 5000);
      cairo_surface_destroy (surface);
    }
}

/* The pixels of a body without words. */
static cairo_surface_t *
draw_wordless (PlanThemeKind theme, guint n_parts)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PlanGanttLayout) layout = NULL;

  plan->input.show &= ~PLAN_GANTT_LABELS;
  plan->input.foot = 1; /* no room for the names of holidays */
  plan->input.selected_rows = &selected_row;
  plan->input.n_selected_rows = 1;
  layout = plan_gantt_layout_new (&plan->input);
  for (guint i = 0; i < n_parts; i++)
    {
      const PlanGanttClip clip = { 0, HEIGHT / n_parts * i, WIDTH, HEIGHT / n_parts };

      plan_gantt_draw_body (cr, layout, plan_theme_get (theme), &clip);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_golden (gconstpointer data)
{
  PlanThemeKind theme = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strconcat ("shop-", plan_theme_get (theme)->name, NULL);
  cairo_surface_t *drawn = draw_wordless (theme, 1);

  chart_check_image (name, drawn);
  cairo_surface_destroy (drawn);
}

static void
test_parts (void)
{
  cairo_surface_t *whole = draw_wordless (PLAN_THEME_LIGHT, 1);
  cairo_surface_t *parts = draw_wordless (PLAN_THEME_LIGHT, 5);

  g_assert_cmpuint (chart_count_different (whole, parts), <=, CHART_MOST_DIFFERENT);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (parts);
}

static void
test_measure (void)
{
  double narrow = plan_chart_measure ("11", 12, FALSE, NULL);

  g_assert_cmpfloat (narrow, >, 6);
  g_assert_cmpfloat (narrow, <, 24);
  g_assert_cmpfloat (plan_chart_measure ("11", 12, FALSE, NULL), ==, narrow);
  g_assert_cmpfloat (plan_chart_measure ("11", 24, FALSE, NULL), >, 1.8 * narrow);
  g_assert_cmpfloat (plan_chart_measure ("11", 12, TRUE, NULL), >=, narrow);
  g_assert_cmpfloat (plan_chart_measure ("1111", 12, FALSE, NULL), >, narrow);
}

static void
test_legend (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  g_autoptr (ChartPlan) empty = chart_plan_new (NULL, 0);
  g_autoptr (PlanGanttLayout) layout = plan_gantt_layout_new (&plan->input);
  g_autoptr (PlanGanttLayout) nothing = NULL;
  g_autofree char *today = plan_gantt_legend_label (layout, PLAN_LEGEND_TODAY);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 40 * PLAN_N_LEGENDS);
  cairo_t *cr = cairo_create (surface);

  empty->input.show = 0;
  empty->input.x1 = 1;
  nothing = plan_gantt_layout_new (&empty->input);
  g_assert_cmpuint (plan_gantt_get_legend (layout), ==, (1u << PLAN_N_LEGENDS) - 1);
  g_assert_cmpuint (plan_gantt_get_legend (nothing), ==, 0);
  g_assert_cmpstr (today, ==, "Today, 12 Mar 2026");
  for (guint i = 0; i < PLAN_N_LEGENDS; i++)
    {
      const guint32 *row;
      guint n = 0;

      plan_gantt_draw_legend (cr, i, plan_theme_get (PLAN_THEME_PRINT), plan_metrics_get (PLAN_DENSITY_PAPER), 20, 40 * i + 20, 50);
      cairo_surface_flush (surface);
      for (guint y = 40 * i; y < 40 * (i + 1); y++)
        {
          row = (const guint32 *) (cairo_image_surface_get_data (surface) + y * (guint) cairo_image_surface_get_stride (surface));
          for (guint x = 0; x < 100; x++)
            n += (row[x] & 0xffffff) != 0;
        }
      g_assert_cmpuint (n, >, 8);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/gantt-draw/surfaces", test_surfaces);
  g_test_add_data_func ("/charts/gantt-draw/golden-light", GUINT_TO_POINTER (PLAN_THEME_LIGHT), test_golden);
  g_test_add_data_func ("/charts/gantt-draw/golden-high-contrast-dark", GUINT_TO_POINTER (PLAN_THEME_HIGH_CONTRAST_DARK), test_golden);
  g_test_add_data_func ("/charts/gantt-draw/golden-grey", GUINT_TO_POINTER (PLAN_THEME_PRINT_GREY), test_golden);
  g_test_add_func ("/charts/gantt-draw/parts", test_parts);
  g_test_add_func ("/charts/gantt-draw/measure", test_measure);
  g_test_add_func ("/charts/gantt-draw/legend", test_legend);
  return g_test_run ();
}
