/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a PDF takes: plans of 1,000 and 10,000 tasks on A3, the second one to be done in 1.2 s in a release build.
 */

#include "plan-chart-file.h"
#include "report-fixture.h"

#include <glib/gstdio.h>

static void
measure (guint n_tasks, guint n_days)
{
  const PlanId project = 1;
  g_autoptr (PlanModel) model = report_plan_new (n_tasks, n_days);
  g_autoptr (PlanSchedule) schedule = report_schedule_new (model);
  g_autofree char *path = g_strdup_printf ("%s/planwright-bench-%d.pdf", g_get_tmp_dir (), g_random_int_range (0, G_MAXINT));
  g_autoptr (PlanPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  PlanPagesOptions options;
  GStatBuf info;
  gint64 start, laid_out, written;

  plan_pages_options_init (&options);
  options.paper = plan_paper_by_name ("a3");
  options.fit_width = 1;
  options.printed = report_date ("2026-03-12T09:40");
  start = g_get_monotonic_time ();
  pages = plan_pages_new (model, schedule, project, &options);
  laid_out = g_get_monotonic_time ();
  if (!plan_chart_write_pdf (path, model, schedule, &project, 1, &options, NULL, &error))
    g_error ("%s", error->message);
  written = g_get_monotonic_time ();
  g_print ("%6u tasks: %3u pages, layout %4" G_GINT64_FORMAT " ms, PDF %5" G_GINT64_FORMAT " ms, %" G_GINT64_FORMAT " kB\n",
           n_tasks, plan_pages_get_n (pages), (laid_out - start) / 1000, (written - laid_out) / 1000,
           g_stat (path, &info) == 0 ? (gint64) info.st_size / 1000 : -1);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  measure (1000, 1000);
  measure (10000, 2000);
  return 0;
}
