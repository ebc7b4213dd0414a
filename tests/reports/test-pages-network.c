/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of network diagrams: each box stands whole on one page, no page is empty, what was asked to fit does, and something
 * is drawn on each page.
 */

#include "report-fixture.h"

#include <string.h>

static PlanPages *
create_pages (const PlanModel *model, const PlanSchedule *schedule, const char *paper, guint fit_width, guint fit_height)
{
  PlanPagesOptions options;

  plan_pages_options_init (&options);
  options.chart = PLAN_PAGES_NETWORK;
  options.paper = plan_paper_by_name (paper);
  options.fit_width = fit_width;
  options.fit_height = fit_height;
  options.printed = options.today = report_date ("2026-03-12T09:40");
  return plan_pages_new (model, schedule, 1, &options);
}

/* Pixels of a page inside of its frame that are not white; boxes are tinted, so an empty page has hardly any. */
static guint
count_ink (PlanPages *pages, guint page)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  guint n = 0;

  plan_pages_get_size (pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  plan_pages_draw (pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 80; y < (int) height - 60; y++)
    {
      const guint8 *data = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
      const guint32 *row = (const guint32 *) (gconstpointer) data;

      for (int x = 60; x < (int) width - 60; x++)
        n += (row[x] & 0xffffff) == 0xcfe2f7 || (row[x] & 0xffffff) == 0xfbd5cf;
    }
  cairo_surface_destroy (surface);
  return n;
}

static void
test_one_page (void)
{
  g_autoptr (PlanModel) model = report_shop_new ();
  g_autoptr (PlanSchedule) schedule = report_schedule_new (model);
  g_autoptr (PlanPages) pages = create_pages (model, schedule, "a3", 1, 1);

  g_assert_cmpuint (plan_pages_get_n (pages), ==, 1);
  g_assert_cmpuint (count_ink (pages, 0), >, 200);
}

static void
test_many_pages (void)
{
  g_autoptr (PlanModel) model = report_plan_new (300, 365);
  g_autoptr (PlanSchedule) schedule = report_schedule_new (model);
  g_autoptr (PlanPages) pages = create_pages (model, schedule, "a4", 0, 0);
  guint n = plan_pages_get_n (pages);

  g_assert_cmpuint (n, >, 3);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (count_ink (pages, i), >, 200);
}

static void
test_fit (void)
{
  g_autoptr (PlanModel) model = report_plan_new (300, 365);
  g_autoptr (PlanSchedule) schedule = report_schedule_new (model);

  for (guint width = 1; width <= 3; width++)
    {
      g_autoptr (PlanPages) across = create_pages (model, schedule, "a3", width, 0);
      g_autoptr (PlanPages) both = create_pages (model, schedule, "a3", width, 2);

      g_assert_cmpuint (plan_pages_get_n (both), <=, 2 * width);
      g_assert_cmpuint (plan_pages_get_n (across), >=, plan_pages_get_n (both));
    }
}

static void
test_empty (void)
{
  g_autoptr (PlanModel) model = report_plan_new (0, 1);
  g_autoptr (PlanSchedule) schedule = report_schedule_new (model);
  g_autoptr (PlanPages) pages = create_pages (model, schedule, "a4", 0, 0);

  g_assert_cmpuint (plan_pages_get_n (pages), ==, 1);
  g_assert_cmpuint (count_ink (pages, 0), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/pages-network/one-page", test_one_page);
  g_test_add_func ("/reports/pages-network/many-pages", test_many_pages);
  g_test_add_func ("/reports/pages-network/fit", test_fit);
  g_test_add_func ("/reports/pages-network/empty", test_empty);
  return g_test_run ();
}
