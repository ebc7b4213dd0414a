/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much processor time a PDF takes: plans of 1,000 and 10,000 tasks on A3, the second one to be done in 1.2 s in a release build.
 */

#include "plan-chart-file.h"
#include "report-fixture.h"

#include <glib/gstdio.h>
#include <time.h>

static gint64
to_ms (clock_t ticks)
{
  return (gint64) ticks * 1000 / CLOCKS_PER_SEC;
}

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
  clock_t start, laid_out, written;

  plan_pages_options_init (&options);
  options.paper = plan_paper_by_name ("a3");
  options.fit_width = 1;
  options.printed = report_date ("2026-03-12T09:40");
  start = clock ();
  pages = plan_pages_new (model, schedule, project, &options);
  laid_out = clock ();
  if (!plan_chart_write_pdf (path, model, schedule, &project, 1, &options, NULL, &error))
    g_error ("%s", error->message);
  written = clock ();
  g_print ("%6u tasks: %3u pages, layout %4" G_GINT64_FORMAT " ms, PDF %5" G_GINT64_FORMAT " ms, %" G_GINT64_FORMAT " kB\n",
           n_tasks, plan_pages_get_n (pages), to_ms (laid_out - start), to_ms (written - laid_out),
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
