/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the pointer finds: bars and their edges, progress, deadlines, links, rows and nothing.
 */

#include "chart-fixture.h"

#include <string.h>

static const ChartRow rows[] = {
  { 1, "half done", 10, "2026-02-02", 40, .deadline = "2026-03-20" },
  { 1, "after it", 5, "2026-03-09", .links = "1" },
  { 1, "a point", 0, "2026-03-09", .flags = ROW_MILESTONE },
  { 1, "short", 1, "2026-02-02" },
};

typedef struct
{
  double dx; /* from the left edge, or from the right one when @from_end */
  gboolean from_end;
  guint bar;
  PlanGanttHitKind kind;
} HitCase;

static void
test_edges (void)
{
  static const HitCase cases[] = {
    { 0, FALSE, 0, PLAN_HIT_BAR_START }, { -3.9, FALSE, 0, PLAN_HIT_BAR_START }, { 3.9, FALSE, 0, PLAN_HIT_BAR_START },
    { 4.1, FALSE, 0, PLAN_HIT_BAR }, { -4.1, FALSE, 0, PLAN_HIT_ROW },
    { 3.9, TRUE, 0, PLAN_HIT_BAR_FINISH }, { -3.9, TRUE, 0, PLAN_HIT_BAR_FINISH }, { -4.1, TRUE, 0, PLAN_HIT_BAR },
    { 0, FALSE, 2, PLAN_HIT_BAR }, { 0, TRUE, 2, PLAN_HIT_BAR }, { -1, FALSE, 2, PLAN_HIT_ROW },
    { 0, FALSE, 3, PLAN_HIT_BAR_START }, { 0, TRUE, 3, PLAN_HIT_BAR_FINISH }, { 2, FALSE, 3, PLAN_HIT_BAR },
  };
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  g_autoptr (PlanGanttLayout) layout = plan_gantt_layout_new (&plan->input);
  guint n_bars;
  const PlanGanttBar *bars = plan_gantt_layout_get_bars (layout, &n_bars);

  g_assert_cmpuint (n_bars, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PlanGanttBar *bar = &bars[cases[i].bar];
      double x = bar->x + cases[i].dx + (cases[i].from_end ? bar->width : 0);
      PlanGanttHit hit = plan_gantt_hit (layout, x, bar->y + bar->height / 2);

      g_assert_cmpuint (hit.kind, ==, cases[i].kind);
      g_assert_cmpuint (hit.row, ==, bar->row);
      g_assert_cmpuint (hit.task, ==, cases[i].kind == PLAN_HIT_ROW ? PLAN_INDEX_NONE : bar->task);
    }
}

static void
test_progress (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  g_autoptr (PlanGanttLayout) layout = plan_gantt_layout_new (&plan->input);
  guint n_bars;
  const PlanGanttBar *bar = plan_gantt_layout_get_bars (layout, &n_bars);
  double edge = bar->x + bar->done;

  g_assert_cmpfloat (bar->done, ==, bar->width * 0.4);
  g_assert_cmpuint (plan_gantt_hit (layout, edge, bar->y + 3).kind, ==, PLAN_HIT_PROGRESS);
  g_assert_cmpuint (plan_gantt_hit (layout, edge - 2.9, bar->y + 3).kind, ==, PLAN_HIT_PROGRESS);
  g_assert_cmpuint (plan_gantt_hit (layout, edge - 3.1, bar->y + 3).kind, ==, PLAN_HIT_BAR);
}

static void
test_deadline (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  g_autoptr (PlanGanttLayout) layout = plan_gantt_layout_new (&plan->input);
  double x = plan_timescale_x (&plan->input.scale, chart_day ("2026-03-20T17:00:00"));

  g_assert_cmpuint (plan_gantt_hit (layout, x, 10).kind, ==, PLAN_HIT_DEADLINE);
  g_assert_cmpuint (plan_gantt_hit (layout, x + 6, 10).kind, ==, PLAN_HIT_ROW);
  g_assert_cmpuint (plan_gantt_hit (layout, x, 22).kind, ==, PLAN_HIT_ROW);
}

static void
test_link (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  g_autoptr (PlanGanttLayout) layout = plan_gantt_layout_new (&plan->input);
  guint n_bars;
  const PlanGanttBar *bar = plan_gantt_layout_get_bars (layout, &n_bars);
  double x = bar->x + bar->width + 6;
  PlanGanttHit hit = plan_gantt_hit (layout, x + 2, 20);

  g_assert_cmpuint (hit.kind, ==, PLAN_HIT_LINK);
  g_assert_cmpuint (hit.link, ==, 0);
  g_assert_cmpuint (plan_gantt_hit (layout, x + 5, 20).kind, ==, PLAN_HIT_ROW);
}

static void
test_outside (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  g_autoptr (PlanGanttLayout) layout = NULL;

  plan->input.first_row = 1;
  plan->input.end_row = 3;
  layout = plan_gantt_layout_new (&plan->input);
  g_assert_cmpuint (plan_gantt_hit (layout, 100, -1).kind, ==, PLAN_HIT_NONE);
  g_assert_cmpuint (plan_gantt_hit (layout, 100, 23).kind, ==, PLAN_HIT_NONE);
  g_assert_cmpuint (plan_gantt_hit (layout, 3, 25).kind, ==, PLAN_HIT_ROW);
  g_assert_cmpuint (plan_gantt_hit (layout, 100, 72).kind, ==, PLAN_HIT_NONE);
  g_assert_cmpuint (plan_gantt_hit (layout, 100, -1).row, ==, PLAN_INDEX_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/gantt-hit/edges", test_edges);
  g_test_add_func ("/charts/gantt-hit/progress", test_progress);
  g_test_add_func ("/charts/gantt-hit/deadline", test_deadline);
  g_test_add_func ("/charts/gantt-hit/link", test_link);
  g_test_add_func ("/charts/gantt-hit/outside", test_outside);
  return g_test_run ();
}
