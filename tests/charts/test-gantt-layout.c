/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layouts as text for plans with every mark and every way of a link, and what must hold for any plan at any zoom.
 */

#include "chart-fixture.h"
#include "plan-gantt-private.h"

#include <math.h>
#include <string.h>

static void
check_layout (const ChartPlan *plan, const char *name)
{
  g_autoptr (PlanGanttLayout) layout = plan_gantt_layout_new (&plan->input);
  g_autofree char *text = plan_gantt_layout_to_text (layout);

  chart_check_golden (name, text);
}

static void
test_shop (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);

  check_layout (plan, "shop");
}

/* Without a baseline bars are higher; without the critical path nothing is critical. */
static void
test_plain (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);

  plan->input.show = PLAN_GANTT_LINKS;
  check_layout (plan, "plain");
}

static void
test_days (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);

  plan->input.scale.px_per_day = 48;
  plan->input.x0 = 1100;
  plan->input.x1 = 2000;
  check_layout (plan, "days");
}

/* A page of paper: links that leave it end at its edge with the number of the other row. */
static void
test_page (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);

  plan->input.show |= PLAN_GANTT_BREAKS;
  plan->input.metrics = plan_metrics_get (PLAN_DENSITY_PAPER);
  plan->input.first_row = 13;
  plan->input.end_row = 20;
  plan->input.x0 = 160;
  plan->input.x1 = 400;
  check_layout (plan, "page");
}

/* Pairs of rows, a predecessor and its successor, for each kind of link, far and near, downwards and upwards. */
static void
test_links (void)
{
  static const ChartRow rows[] = {
    { 1, "over, then down", 5, "2026-03-02" },
    { 1, "", 5, "2026-03-09", .links = "1" },
    { 1, "stub, gutter, into the top", 5, "2026-03-02" },
    { 1, "", 5, "2026-03-23", .links = "3" },
    { 1, "back, in from the left", 5, "2026-03-02" },
    { 1, "", 5, "2026-03-02", .links = "5FS-4d" },
    { 1, "milestone at the end", 5, "2026-03-02" },
    { 1, "", 0, .links = "7", .flags = ROW_MILESTONE },
    { 1, "from a milestone", 0, "2026-03-02", .flags = ROW_GATE },
    { 1, "", 5, .links = "9" },
    { 1, "start to start", 5, "2026-03-09" },
    { 1, "", 5, "2026-03-02", .links = "11SS" },
    { 1, "finish to finish", 5, "2026-03-02" },
    { 1, "", 2, .links = "13FF" },
    { 1, "start to finish", 5, "2026-03-09" },
    { 1, "", 5, "2026-03-02", .links = "15SF" },
    { 1, "upwards, near", 5, "2026-03-09", .links = "18" },
    { 1, "", 5, "2026-03-02" },
    { 1, "upwards, far", 5, "2026-03-30", .links = "20" },
    { 1, "", 5, "2026-03-02" },
    { 1, "upwards, milestone at the end", 0, .links = "22", .flags = ROW_MILESTONE },
    { 1, "", 5, "2026-03-02" },
    { 1, "upwards, back", 5, "2026-03-02", .links = "24FS-4d" },
    { 1, "", 5, "2026-03-02" },
    { 1, "one below the other", 0, "2026-03-02", .flags = ROW_MILESTONE },
    { 1, "", 0, .links = "25", .flags = ROW_MILESTONE },
  };
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));

  plan->input.show = PLAN_GANTT_LINKS;
  check_layout (plan, "links");
}

/* Manual and blank rows, missed deadlines, wide characters, and labels that have to move or find no place. */
static void
test_labels (void)
{
  static const ChartRow rows[] = {
    { 1, "right of the bar", 5, "2026-02-02", .people = "Anna,Ben" },
    { 1, "right of the deadline", 5, "2026-02-02", .people = "Anna", .deadline = "2026-03-02" },
    { 1, "deadline missed", 5, "2026-02-02", .people = "Anna", .deadline = "2026-02-03" },
    { 1, "left of the bar", 5, "2026-04-22", .people = "Anna" },
    { 1, "left of the milestone", 0, "2026-04-28", .flags = ROW_MILESTONE },
    { 1, "left of the gate", 0, "2026-04-28", .flags = ROW_GATE },
    { 1, "no place", 60, "2026-01-20", .people = "Somebody with a very long name indeed, who has three of them" },
    { 1, "manual", 5, "2026-02-02", .people = "陈宇,刘伟", .flags = ROW_MANUAL },
    { 1, "blank", 0, .flags = ROW_BLANK },
    { 1, "crossed by a link", 2, "2026-02-02", .people = "Ben" },
    { 1, "predecessor", 3, "2026-02-02" },
    { 1, "its people stand right of a vertical", 2, "2026-02-02", .people = "Ben" },
    { 1, "successor", 3, "2026-02-04", .links = "11" },
    { 1, "", 3, "2026-02-02", .links = "10" },
  };
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));

  plan->input.show &= ~PLAN_GANTT_SLACK;
  check_layout (plan, "labels");
}

/* Rows below a collapsed summary are gone, and so are their links. */
static void
test_collapsed (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  g_autofree guint8 *collapsed = g_new0 (guint8, chart_n_shop_rows);
  PlanGanttRows *rows;
  guint n_bars;

  collapsed[1] = collapsed[6] = TRUE;
  rows = plan_gantt_rows_new (plan->outline, collapsed);
  plan->input.rows = rows;
  plan->input.end_row = rows->n_rows;
  {
    g_autoptr (PlanGanttLayout) layout = plan_gantt_layout_new (&plan->input);

    g_assert_cmpuint (rows->n_rows, ==, 8);
    g_assert_cmpuint (rows->number[2], ==, 7);
    g_assert_cmpuint (rows->number[3], ==, 21);
    plan_gantt_layout_get_bars (layout, &n_bars);
    g_assert_cmpuint (n_bars, ==, 8);
    g_assert_cmpuint (layout->paths->len, ==, 3);
  }
  plan_gantt_rows_free (rows);
}

static void
test_extent (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  g_autoptr (ChartPlan) empty = chart_plan_new (NULL, 0);
  g_autoptr (PlanGanttLayout) layout = plan_gantt_layout_new (&empty->input);
  PlanTicks start, finish;

  g_assert_true (plan_gantt_get_extent (plan->model, plan->schedule, plan->rows, &start, &finish));
  g_assert_cmpint (start, ==, chart_day ("2026-01-19T08:00:00"));
  g_assert_cmpint (plan_ticks_get_day (finish), ==, plan_ticks_get_day (chart_day ("2026-04-22")));
  g_assert_false (plan_gantt_get_extent (empty->model, empty->schedule, empty->rows, &start, &finish));
  g_assert_cmpuint (layout->bars->len, ==, 0);
}

static void
check_texts (const PlanGanttLayout *layout)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const PlanGanttText *label = &g_array_index (layout->labels, PlanGanttText, i);

      g_assert_true (isfinite (label->x) && isfinite (label->y) && label->width > 0);
      if (label->run == PLAN_RUN_HORIZONTAL)
        g_assert_cmpfloat (label->x + label->width, <=, layout->x1);
    }
  for (guint i = 0; i < layout->header_texts->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const PlanGanttText *a = &g_array_index (layout->header_texts, PlanGanttText, k);
        const PlanGanttText *b = &g_array_index (layout->header_texts, PlanGanttText, i);

        if ((a->y < layout->metrics.tier_height) == (b->y < layout->metrics.tier_height))
          g_assert_true (a->x + a->width <= b->x || b->x + b->width <= a->x);
      }
}

static void
check_numbers (const PlanGanttLayout *layout)
{
  double height = layout->metrics.row_height;

  for (guint i = 0; i < layout->bars->len; i++)
    {
      const PlanGanttBar *bar = &g_array_index (layout->bars, PlanGanttBar, i);
      PlanGanttHit hit = plan_gantt_hit (layout, bar->x + bar->width / 2, bar->y + bar->height / 2);

      g_assert_true (isfinite (bar->x) && isfinite (bar->width) && bar->width > 0);
      g_assert_cmpfloat (bar->y, >=, bar->row * height);
      g_assert_cmpfloat (bar->y + bar->height, <=, (bar->row + 1) * height);
      g_assert_cmpfloat (bar->done, <=, bar->width);
      g_assert_cmpuint (hit.row, ==, bar->row);
      g_assert_cmpuint (hit.kind, ==, PLAN_HIT_BAR);
      g_assert_cmpuint (hit.task, ==, bar->task);
    }
  for (guint i = 0; i < layout->paths->len; i++)
    {
      const PlanGanttPath *path = &g_array_index (layout->paths, PlanGanttPath, i);

      g_assert_cmpuint (path->n_points, >=, 2);
      for (guint k = 1; k < path->n_points; k++)
        {
          const PlanGanttPoint *points = &g_array_index (layout->points, PlanGanttPoint, path->first_point + k - 1);

          g_assert_true (isfinite (points[1].x) && isfinite (points[1].y));
          g_assert_true (points[0].x == points[1].x || points[0].y == points[1].y);
        }
    }
}

/* The name of the today line is seen as a whole as long as the line is. */
static void
test_pill (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  double today = plan_timescale_x (&plan->input.scale, plan->input.today);
  const double starts[] = { today, today - 3, today - 200, today - 497, today - 500 };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (PlanGanttLayout) layout = NULL;

      plan->input.x0 = starts[i];
      plan->input.x1 = starts[i] + 500;
      layout = plan_gantt_layout_new (&plan->input);
      g_assert_cmpfloat (layout->pill_x, >=, layout->x0);
      g_assert_cmpfloat (layout->pill_x + layout->pill_width, <=, layout->x1);
    }
}

static void
test_random (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new_long (300, 450, 20260312);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      PlanGanttInput *input = &plan->input;

      input->scale.px_per_day = PLAN_ZOOM_LEAST * pow (PLAN_ZOOM_MOST / PLAN_ZOOM_LEAST, g_rand_double (rand));
      input->metrics = plan_metrics_get (g_rand_int_range (rand, 0, 4));
      input->show = (PlanGanttShow) g_rand_int_range (rand, 0, 256);
      input->first_row = (guint) g_rand_int_range (rand, 0, 310);
      input->end_row = input->first_row + (guint) g_rand_int_range (rand, 0, 60);
      input->x0 = g_rand_double_range (rand, -500, 400 * input->scale.px_per_day);
      input->x1 = input->x0 + g_rand_double_range (rand, 0, 1900);
      {
        g_autoptr (PlanGanttLayout) layout = plan_gantt_layout_new (input);

        check_numbers (layout);
        check_texts (layout);
      }
    }
}

/* A window into the plan shows the same marks as the whole plan. */
static void
test_window (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new_long (200, 300, 5);
  g_autoptr (PlanGanttLayout) whole = NULL;
  g_autoptr (PlanGanttLayout) window = NULL;
  guint n = 0;

  plan->input.x1 = 2000;
  whole = plan_gantt_layout_new (&plan->input);
  plan->input.first_row = 50;
  plan->input.end_row = 90;
  window = plan_gantt_layout_new (&plan->input);
  for (guint i = 0; i < whole->bars->len; i++)
    {
      const PlanGanttBar *bar = &g_array_index (whole->bars, PlanGanttBar, i);

      if (bar->row >= 50 && bar->row < 90)
        g_assert_cmpmem (bar, sizeof *bar, &g_array_index (window->bars, PlanGanttBar, n++), sizeof *bar);
    }
  g_assert_cmpuint (n, ==, window->bars->len);
  n = 0;
  for (guint i = 0; i < whole->paths->len; i++)
    {
      const PlanGanttPath *path = &g_array_index (whole->paths, PlanGanttPath, i);

      if (path->y1 >= 50 * 24 && path->y0 <= 90 * 24)
        {
          const PlanGanttPath *found = &g_array_index (window->paths, PlanGanttPath, n++);

          g_assert_cmpuint (found->link, ==, path->link);
          g_assert_cmpfloat (found->x1, ==, path->x1);
        }
    }
  g_assert_cmpuint (n, ==, window->paths->len);
}

/* Another moment stands in the place of the baseline: its dates by task, wherever the task lies in its model; new tasks have none. */
static void
test_past (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  g_autoptr (PlanModel) model = plan_model_snapshot (plan->model);
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (PlanGanttLayout) layout = NULL;
  PlanGanttPast past = { model, schedule };
  guint n_bars, n_marks = 0;
  const PlanGanttBar *bars;

  /* Gone from the past: the last row; twice as long there: "Pilot in Hangzhou". The last task takes the place of the removed one. */
  plan_model_set (model, PLAN_FIELD_TASK_DURATION, plan_model_get_task_at (model, 22)->id, &PLAN_VALUE_OF_INTEGER (12 * 4800));
  for (guint i = plan_model_get_n (model, PLAN_RECORD_LINK); i-- > 0;)
    if (plan_model_get_link_at (model, i)->successor == plan_model_get_task_at (model, 24)->id)
      plan_model_remove (model, PLAN_RECORD_LINK, plan_model_get_link_at (model, i)->id);
  plan_model_remove (model, PLAN_RECORD_TASK, plan_model_get_task_at (model, 24)->id);
  g_assert_true (plan_schedule_compute (schedule, model, NULL, NULL));
  plan->input.past = &past;
  plan->input.show |= PLAN_GANTT_BASELINE;
  layout = plan_gantt_layout_new (&plan->input);
  bars = plan_gantt_layout_get_bars (layout, &n_bars);
  for (guint i = 0; i < n_bars; i++)
    for (guint k = 0; k < layout->baselines->len; k++)
      {
        const PlanGanttBaseline *mark = &g_array_index (layout->baselines, PlanGanttBaseline, k);
        PlanId id = plan_model_get_task_at (plan->model, bars[i].task)->id;
        guint index = plan_model_find (model, PLAN_RECORD_TASK, id);

        if (mark->row != bars[i].row)
          continue;
        g_assert_cmpuint (index, !=, PLAN_INDEX_NONE);
        n_marks++;
        if (!mark->diamond)
          g_assert_cmpfloat (mark->x, ==, plan_timescale_x (&layout->scale, plan_schedule_get_task (schedule, index)->start));
        if (!mark->diamond && bars[i].task != 22)
          g_assert_cmpfloat (mark->width, ==, bars[i].width);
        else if (!mark->diamond)
          g_assert_cmpfloat (mark->width, >, bars[i].width * 1.5);
      }
  g_assert_cmpuint (n_marks, ==, layout->baselines->len);
  g_assert_cmpuint (n_marks, ==, 17);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/gantt-layout/shop", test_shop);
  g_test_add_func ("/charts/gantt-layout/plain", test_plain);
  g_test_add_func ("/charts/gantt-layout/days", test_days);
  g_test_add_func ("/charts/gantt-layout/page", test_page);
  g_test_add_func ("/charts/gantt-layout/links", test_links);
  g_test_add_func ("/charts/gantt-layout/labels", test_labels);
  g_test_add_func ("/charts/gantt-layout/collapsed", test_collapsed);
  g_test_add_func ("/charts/gantt-layout/extent", test_extent);
  g_test_add_func ("/charts/gantt-layout/pill", test_pill);
  g_test_add_func ("/charts/gantt-layout/random", test_random);
  g_test_add_func ("/charts/gantt-layout/window", test_window);
  g_test_add_func ("/charts/gantt-layout/past", test_past);
  return g_test_run ();
}
