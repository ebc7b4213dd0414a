/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What would move: ghosts of the rows that differ and of no others, deadlines, and links that are being drawn.
 */

#include "chart-fixture.h"
#include "plan-gantt-preview.h"

static const ChartRow rows[] = {
  { 1, "half done", 10, "2026-02-02", 40, .deadline = "2026-03-20" },
  { 1, "after it", 5, "2026-03-09", .links = "1" },
  { 1, "a point", 0, .links = "2", .flags = ROW_MILESTONE },
  { 1, "alone", 3, "2026-03-02" },
};

typedef struct
{
  PlanModel *model;
  PlanSchedule *schedule;
  PlanGanttLayout *layout;
} After;

static void
after_init (After *self, ChartPlan *plan, PlanFieldId field, guint task, gint64 value)
{
  PlanValue boxed = PLAN_VALUE_OF_INTEGER (value);

  self->layout = plan_gantt_layout_new (&plan->input);
  self->model = plan_model_snapshot (plan->model);
  self->schedule = plan_schedule_new ();
  plan_model_set (self->model, field, plan_model_get_task_at (plan->model, task)->id, &boxed);
  g_assert_true (plan_schedule_compute (self->schedule, self->model, NULL, NULL));
}

static void
after_clear (After *self)
{
  plan_gantt_layout_free (self->layout);
  plan_schedule_free (self->schedule);
  plan_model_unref (self->model);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (After, after_clear)

static PlanGanttPreview *
make_preview (ChartPlan *plan, const After *after, guint task)
{
  return plan_gantt_preview_new (after->layout, &plan->input, after->model, after->schedule, task);
}

static void
check (PlanFieldId field, guint task, gint64 value, const char *expected)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  g_auto (After) after = { 0 };
  g_autoptr (PlanGanttPreview) preview = NULL;
  g_autofree char *text = NULL;

  after_init (&after, plan, field, task, value);
  preview = make_preview (plan, &after, task);
  text = plan_gantt_preview_to_text (preview);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_ghosts (void)
{
  check (PLAN_FIELD_TASK_DURATION, 1, 5 * 4800, "");
  check (PLAN_FIELD_TASK_DURATION, 3, 5 * 4800, "ghost 3 217.7 76.0 22.5 12.0 dragged\n");
  check (PLAN_FIELD_TASK_DURATION, 1, 10 * 4800,
         "ghost 1 253.7 28.0 58.5 12.0 dragged\nghost 2 306.2 52.0 12.0 12.0\n");
  check (PLAN_FIELD_TASK_CONSTRAINT_DATE, 1, chart_day ("2026-03-16T08:00:00"),
         "ghost 1 289.7 28.0 22.5 12.0 dragged\nghost 2 306.2 52.0 12.0 12.0\n");
}

static void
test_progress (void)
{
  check (PLAN_FIELD_TASK_PERCENT_COMPLETE, 0, 8000, "ghost 0 73.7 4.0 58.5 12.0 done 46.8 dragged\n");
}

static void
test_deadline (void)
{
  check (PLAN_FIELD_TASK_DEADLINE, 0, chart_day ("2026-03-13T17:00:00"), "deadline 276.2 4.5\n");
}

static void
test_band (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  g_auto (After) after = { 0 };
  g_autoptr (PlanGanttPreview) preview = NULL;
  guint n_bars;
  const PlanGanttBar *bar;
  g_autofree char *allowed = NULL, *refused = NULL;

  after_init (&after, plan, PLAN_FIELD_TASK_DURATION, 3, 3 * 4800);
  preview = make_preview (plan, &after, 3);
  bar = plan_gantt_layout_get_bars (after.layout, &n_bars);
  plan_gantt_preview_set_band (preview, bar, 300, 60, TRUE);
  allowed = plan_gantt_preview_to_text (preview);
  plan_gantt_preview_set_band (preview, bar, 300, 60, FALSE);
  refused = plan_gantt_preview_to_text (preview);
  g_assert_cmpstr (allowed, ==, "band 132.2 10.0 300.0 60.0\n");
  g_assert_cmpstr (refused, ==, "band 132.2 10.0 300.0 60.0 refused\n");
}

/* The ghosts of a row lie where the chart will draw its bar. */
static void
test_is_next_chart (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  g_auto (After) after = { 0 };
  g_autoptr (PlanGanttPreview) preview = NULL;
  g_autoptr (PlanGanttLayout) next = NULL;
  guint n_bars;
  const PlanGanttBar *bars;

  after_init (&after, plan, PLAN_FIELD_TASK_DURATION, 0, 25 * 4800);
  preview = make_preview (plan, &after, 0);
  plan->input.model = after.model;
  plan->input.schedule = after.schedule;
  next = plan_gantt_layout_new (&plan->input);
  bars = plan_gantt_layout_get_bars (next, &n_bars);
  g_assert_cmpuint (preview->ghosts->len, >, 1);
  for (guint i = 0; i < preview->ghosts->len; i++)
    {
      const PlanGanttGhost *ghost = &g_array_index (preview->ghosts, PlanGanttGhost, i);

      g_assert_cmpuint (ghost->bar.row, <, n_bars);
      g_assert_cmpmem (&ghost->bar, sizeof ghost->bar, &bars[ghost->bar.row], sizeof (PlanGanttBar));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/gantt-preview/ghosts", test_ghosts);
  g_test_add_func ("/charts/gantt-preview/progress", test_progress);
  g_test_add_func ("/charts/gantt-preview/deadline", test_deadline);
  g_test_add_func ("/charts/gantt-preview/band", test_band);
  g_test_add_func ("/charts/gantt-preview/is-next-chart", test_is_next_chart);
  return g_test_run ();
}
