/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the chart shows only when somebody asks for it: labels at three places, constraints, slips, the progress line.
 */

#include "chart-fixture.h"
#include "plan-gantt-draw.h"
#include "plan-gantt-private.h"

#include <math.h>
#include <string.h>

static const ChartRow rows[] = {
  { 1, "Phase", 0 },
  { 2, "late", 10, "2026-03-09", 20, "Anna,Ben", "2026-03-02", "2026-03-13" },
  { 2, "done", 5, "2026-03-02", 100, "Anna", "2026-03-02", "2026-03-06" },
  { 2, "to come", 5, "2026-04-13", 0, NULL, "2026-04-13", "2026-04-17" },
  { 2, "gate", 0, "2026-04-20", .flags = ROW_GATE },
};

static gboolean
has_label (const PlanGanttLayout *layout, guint row, const char *words, double *x, double *width)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const PlanGanttText *label = &g_array_index (layout->labels, PlanGanttText, i);

      if (label->row != row || strcmp (plan_gantt_get_text (layout, label), words) != 0)
        continue;
      *x = label->x;
      *width = label->width;
      return TRUE;
    }
  return FALSE;
}

static const PlanGanttBar *
get_bar (const PlanGanttLayout *layout, guint row)
{
  for (guint i = 0; i < layout->bars->len; i++)
    if (g_array_index (layout->bars, PlanGanttBar, i).row == row)
      return &g_array_index (layout->bars, PlanGanttBar, i);
  g_assert_not_reached ();
}

static void
test_labels (void)
{
  static const struct
  {
    PlanGanttLabel label;
    const char *words; /* of row 1 */
  } cases[] = {
    { PLAN_LABEL_NAME, "late" },
    { PLAN_LABEL_RESOURCES, "Anna, Ben" },
    { PLAN_LABEL_START, "9 Mar" },
    { PLAN_LABEL_FINISH, "20 Mar" },
    { PLAN_LABEL_DURATION, "10 d" },
    { PLAN_LABEL_COMPLETE, "20 %" },
  };
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));

  plan->input.scale.px_per_day = 12;
  plan->input.x1 = 4000;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (PlanGanttLabelPlace place = 0; place < PLAN_N_LABEL_PLACES; place++)
      {
        g_autoptr (PlanGanttLayout) layout = NULL;
        const PlanGanttBar *bar;
        double x, width;

        memset (plan->input.labels, 0, sizeof plan->input.labels);
        plan->input.labels[PLAN_LABEL_AT_RIGHT] = PLAN_LABEL_NONE;
        plan->input.labels[place] = cases[i].label;
        layout = plan_gantt_layout_new (&plan->input);
        bar = get_bar (layout, 1);
        g_assert_true (has_label (layout, 1, cases[i].words, &x, &width));
        if (place == PLAN_LABEL_AT_RIGHT)
          g_assert_cmpfloat (x, >=, bar->x + bar->width);
        else if (place == PLAN_LABEL_AT_LEFT)
          g_assert_cmpfloat (x + width, <=, bar->x);
        else
          g_assert_true (x >= bar->x && x + width <= bar->x + bar->width);
        /* Summaries have labels, too, when they are asked for; but not in their thin bar. */
        g_assert_cmpint (has_label (layout, 0, "Phase", &x, &width), ==,
                         cases[i].label == PLAN_LABEL_NAME && place != PLAN_LABEL_INSIDE);
      }
}

/* What is usual is what was always there. */
static void
test_usual (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  g_autoptr (PlanGanttLayout) layout = plan_gantt_layout_new (&plan->input);
  double x, width;

  g_assert_true (has_label (layout, 1, "Anna, Ben", &x, &width));
  g_assert_cmpuint (layout->constraints->len, ==, 0);
  g_assert_cmpuint (layout->slips->len, ==, 0);
  g_assert_cmpuint (layout->progress->len, ==, 0);
}

static void
set_constraint (ChartPlan *plan, guint task, PlanConstraint constraint)
{
  PlanId id = plan_model_get_task_at (plan->model, task)->id;

  plan_model_set (plan->model, PLAN_FIELD_TASK_CONSTRAINT, id, &PLAN_VALUE_OF_INTEGER (constraint));
  plan_model_set (plan->model, PLAN_FIELD_TASK_CONSTRAINT_DATE, id, &PLAN_VALUE_OF_INTEGER (chart_day ("2026-03-11")));
}

static void
test_constraints (void)
{
  static const struct
  {
    PlanConstraint constraint;
    gboolean not_before, not_after;
  } cases[] = {
    { PLAN_CONSTRAINT_SNET, TRUE, FALSE }, { PLAN_CONSTRAINT_FNET, TRUE, FALSE }, { PLAN_CONSTRAINT_SNLT, FALSE, TRUE },
    { PLAN_CONSTRAINT_FNLT, FALSE, TRUE }, { PLAN_CONSTRAINT_MSO, TRUE, TRUE },   { PLAN_CONSTRAINT_MFO, TRUE, TRUE },
  };
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));

  plan->input.show |= PLAN_GANTT_CONSTRAINTS;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlanGanttLayout) layout = NULL;
      const PlanGanttConstraint *mark = NULL;

      set_constraint (plan, 1, cases[i].constraint);
      layout = plan_gantt_layout_new (&plan->input);
      for (guint k = 0; k < layout->constraints->len; k++)
        if (g_array_index (layout->constraints, PlanGanttConstraint, k).row == 1)
          mark = &g_array_index (layout->constraints, PlanGanttConstraint, k);
      g_assert_nonnull (mark);
      g_assert_cmpint (mark->not_before, ==, cases[i].not_before);
      g_assert_cmpint (mark->not_after, ==, cases[i].not_after);
      g_assert_cmpfloat (mark->x, ==, plan_timescale_x (&layout->scale, chart_day ("2026-03-11")));
    }
}

static void
test_slips (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  g_autoptr (PlanGanttLayout) layout = NULL;
  const PlanGanttSlip *slip;

  plan->input.show |= PLAN_GANTT_BASELINE | PLAN_GANTT_SLIPS;
  layout = plan_gantt_layout_new (&plan->input);
  g_assert_cmpuint (layout->slips->len, ==, 1);
  slip = &g_array_index (layout->slips, PlanGanttSlip, 0);
  g_assert_cmpuint (slip->row, ==, 1);
  g_assert_cmpfloat (slip->end, ==, get_bar (layout, 1)->x + get_bar (layout, 1)->width);
  g_assert_cmpfloat (slip->x, <, slip->end);
}

static void
test_progress (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  g_autoptr (PlanGanttLayout) layout = NULL;
  double status, late;

  plan->input.show |= PLAN_GANTT_PROGRESS;
  plan_model_set (plan->model, PLAN_FIELD_PROJECT_STATUS_DATE, plan->input.project, &PLAN_VALUE_OF_NULL);
  layout = plan_gantt_layout_new (&plan->input);
  g_assert_cmpuint (layout->progress->len, ==, 0);
  g_clear_pointer (&layout, plan_gantt_layout_free);

  plan_model_set (plan->model, PLAN_FIELD_PROJECT_STATUS_DATE, plan->input.project,
                  &PLAN_VALUE_OF_INTEGER (chart_day ("2026-03-18")));
  layout = plan_gantt_layout_new (&plan->input);
  status = layout->status_x;
  g_assert_cmpuint (layout->progress->len, ==, 3 * G_N_ELEMENTS (rows));
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      const PlanGanttPoint *points = &g_array_index (layout->progress, PlanGanttPoint, 3 * row);

      g_assert_cmpfloat (points[0].x, ==, status);
      g_assert_cmpfloat (points[2].x, ==, status);
      g_assert_cmpfloat (points[2].y - points[0].y, ==, layout->metrics.row_height);
      if (row != 1) /* done before, or not to be begun yet, or a summary */
        g_assert_cmpfloat (points[1].x, ==, status);
    }
  late = g_array_index (layout->progress, PlanGanttPoint, 4).x;
  g_assert_cmpfloat (late, <, status);
  g_assert_cmpfloat (late, ==, get_bar (layout, 1)->x + get_bar (layout, 1)->done);
}

/* All of it is drawn, each mark with pixels of its own. */
static void
test_draw (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new (rows, G_N_ELEMENTS (rows));
  static const PlanGanttShow shows[] = { 0, PLAN_GANTT_CONSTRAINTS, PLAN_GANTT_PROGRESS, PLAN_GANTT_SLIPS };
  guint64 sums[G_N_ELEMENTS (shows)] = { 0 };

  set_constraint (plan, 1, PLAN_CONSTRAINT_MSO);
  plan_model_set (plan->model, PLAN_FIELD_PROJECT_STATUS_DATE, plan->input.project,
                  &PLAN_VALUE_OF_INTEGER (chart_day ("2026-03-18")));
  plan->input.show |= PLAN_GANTT_BASELINE;
  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    {
      g_autoptr (PlanGanttLayout) layout = NULL;
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1600, 200);
      cairo_t *cr = cairo_create (surface);
      PlanGanttInput input = plan->input;

      input.show |= shows[i];
      layout = plan_gantt_layout_new (&input);
      plan_gantt_draw_body (cr, layout, plan_theme_get (PLAN_THEME_LIGHT), &(PlanGanttClip) { 0, 0, 1600, 200 });
      cairo_surface_flush (surface);
      for (int k = 0; k < cairo_image_surface_get_stride (surface) * 200; k++)
        sums[i] += cairo_image_surface_get_data (surface)[k];
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      for (guint k = 0; k < i; k++)
        g_assert_cmpuint (sums[i], !=, sums[k]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/gantt-extras/labels", test_labels);
  g_test_add_func ("/charts/gantt-extras/usual", test_usual);
  g_test_add_func ("/charts/gantt-extras/constraints", test_constraints);
  g_test_add_func ("/charts/gantt-extras/slips", test_slips);
  g_test_add_func ("/charts/gantt-extras/progress", test_progress);
  g_test_add_func ("/charts/gantt-extras/draw", test_draw);
  return g_test_run ();
}
