/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Milliseconds to lay out and to draw 40 rows of plans of any size, scrolled to another place with each frame.
 */

#include "chart-fixture.h"
#include "plan-gantt-draw.h"

#define FRAMES 200
#define ROWS 40
#define WIDTH 1200

static void
measure_frames (guint n_tasks, guint n_links)
{
  g_autoptr (ChartPlan) plan = chart_plan_new_long (n_tasks, n_links, 3);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, ROWS * 24 + 42);
  cairo_t *cr = cairo_create (surface);
  const PlanChartTheme *theme = plan_theme_get (PLAN_THEME_LIGHT);
  gint64 first = 0, layout_time = 0, draw_time = 0;

  plan->input.measure = plan_chart_measure;
  for (guint i = 0; i <= FRAMES; i++)
    {
      g_autoptr (PlanGanttLayout) layout = NULL;
      guint first_row = (guint) ((guint64) i * (n_tasks - MIN (n_tasks, ROWS)) / FRAMES);
      const PlanScheduledTask *task = plan_schedule_get_task (plan->schedule, plan->rows->task[first_row]);
      double x = plan_timescale_x (&plan->input.scale, task->start);
      gint64 begin = g_get_monotonic_time ();

      plan->input.first_row = first_row;
      plan->input.end_row = first_row + ROWS;
      plan->input.x0 = x - 300;
      plan->input.x1 = plan->input.x0 + WIDTH;
      layout = plan_gantt_layout_new (&plan->input);
      if (i == 0)
        {
          first = g_get_monotonic_time () - begin;
          continue;
        }
      layout_time += g_get_monotonic_time () - begin;
      begin = g_get_monotonic_time ();
      cairo_save (cr);
      cairo_translate (cr, -plan->input.x0, 0);
      plan_gantt_draw_header (cr, layout, theme, &(PlanGanttClip) { plan->input.x0, 0, WIDTH, 42 });
      cairo_translate (cr, 0, 42 - first_row * 24.0);
      plan_gantt_draw_body (cr, layout, theme, &(PlanGanttClip) { plan->input.x0, first_row * 24.0, WIDTH, ROWS * 24 });
      cairo_restore (cr);
      draw_time += g_get_monotonic_time () - begin;
    }
  g_print ("%u tasks, %u links: first layout %.2f ms; per frame layout %.2f ms, drawing %.2f ms\n", n_tasks, n_links,
           (double) first / 1000, (double) layout_time / FRAMES / 1000, (double) draw_time / FRAMES / 1000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (void)
{
  measure_frames (100, 150);
  measure_frames (10000, 15000);
  measure_frames (100000, 150000);
  return 0;
}
