/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The load of people in numbers, against golden texts, and drawn: every theme on every kind of surface, and pictures
 * without words against golden ones.
 */

#include "chart-fixture.h"
#include "plan-load-draw.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define WIDTH 516
#define HEIGHT 138
#define OTHER_PROJECT 5000

typedef struct
{
  ChartPlan *plan;
  PlanCosts *costs;
  PlanLoad *load;
  GArray *people;
  PlanLoadInput input;
} Fixture;

/* Nothing fits anywhere, so that there are no words. */
static double
measure_wide (const char *text, double size, gboolean bold, gpointer data)
{
  return 1e6;
}

/* The work of each assignment is what its units do in the duration of the task. */
static void
add_work (const ChartPlan *plan)
{
  for (guint i = 0; i < plan_model_get_n (plan->model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (plan->model, i);
      PlanTicks work = plan_model_get_task (plan->model, assignment->task)->duration;

      plan_model_set (plan->model, PLAN_FIELD_ASSIGNMENT_WORK, assignment->id, &PLAN_VALUE_OF_INTEGER (work));
    }
}

/* Another project, which asks for half of Liu Wei from the middle of a day on. */
static void
add_other_project (const ChartPlan *plan, PlanId resource)
{
  PlanProject project = *(const PlanProject *) plan_model_get_at (plan->model, PLAN_RECORD_PROJECT, 0);
  PlanAssignment assignment;
  PlanTask task;

  project.id = OTHER_PROJECT;
  project.name = "App 5.0";
  project.rank++;
  project.colour = 9;
  plan_model_insert (plan->model, PLAN_RECORD_PROJECT, &project);
  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = OTHER_PROJECT + 1;
  task.project = OTHER_PROJECT;
  task.name = "Push service";
  task.duration = 12 * 8 * PLAN_TICKS_PER_HOUR;
  task.constraint = PLAN_CONSTRAINT_SNET;
  task.constraint_date = chart_day ("2026-03-12T13:00:00");
  plan_model_insert (plan->model, PLAN_RECORD_TASK, &task);
  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = OTHER_PROJECT + 2;
  assignment.task = task.id;
  assignment.resource = resource;
  assignment.units = PLAN_PERCENT_HUNDRED / 2;
  assignment.work = task.duration / 2;
  plan_model_insert (plan->model, PLAN_RECORD_ASSIGNMENT, &assignment);
}

static void
fixture_init (Fixture *self, const char *const *names)
{
  self->plan = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  add_work (self->plan);
  for (guint i = 0; i < plan_model_get_n (self->plan->model, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (self->plan->model, PLAN_RECORD_RESOURCE, i);

      if (strcmp (resource->name, "Liu Wei") == 0)
        add_other_project (self->plan, resource->id);
    }
  g_assert_true (plan_schedule_compute (self->plan->schedule, self->plan->model, NULL, NULL));
  self->costs = plan_costs_new (self->plan->schedule, self->plan->model, chart_day ("2026-03-12"));
  self->load = plan_load_new (self->costs);
  self->people = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < plan_model_get_n (self->plan->model, PLAN_RECORD_RESOURCE); i++)
    if (g_strv_contains (names, ((const PlanResource *) plan_model_get_at (self->plan->model, PLAN_RECORD_RESOURCE, i))->name))
      g_array_append_val (self->people, i);
  g_assert_cmpuint (self->people->len, ==, g_strv_length ((char **) names));
  self->input = (PlanLoadInput) {
    .model = self->plan->model, .schedule = self->plan->schedule, .load = self->load,
    .people = (const guint *) (gpointer) self->people->data, .n_people = self->people->len,
    .project = self->plan->input.project, .scale = self->plan->input.scale, .metrics = self->plan->input.metrics,
    .x0 = 0, .x1 = WIDTH, .height = HEIGHT, .today = self->plan->input.today, .measure = chart_measure,
  };
}

static void
fixture_clear (Fixture *self)
{
  g_array_unref (self->people);
  plan_load_free (self->load);
  plan_costs_free (self->costs);
  chart_plan_free (self->plan);
}

static const char *const liu[] = { "Liu Wei", NULL };
static const char *const two[] = { "Liu Wei", "Zhao Lei", NULL };

static void
check_layout (const PlanLoadInput *input, const char *name)
{
  g_autoptr (PlanLoadLayout) layout = plan_load_layout_new (input);
  g_autofree char *text = plan_load_layout_to_text (layout);

  chart_check_golden (name, text);
}

static void
test_weeks (void)
{
  Fixture self;

  fixture_init (&self, liu);
  check_layout (&self.input, "load-weeks");
  fixture_clear (&self);
}

static void
test_days (void)
{
  Fixture self;

  fixture_init (&self, two);
  self.input.scale.px_per_day = 30;
  self.input.x0 = plan_timescale_x (&self.input.scale, chart_day ("2026-03-02"));
  self.input.x1 = self.input.x0 + WIDTH;
  check_layout (&self.input, "load-days");
  fixture_clear (&self);
}

/* The bars of every zoom are the load of their cells, and lie where the chart has them. */
static void
test_zooms (void)
{
  Fixture self;

  fixture_init (&self, two);
  for (double zoom = PLAN_ZOOM_LEAST; zoom <= PLAN_ZOOM_MOST; zoom = plan_zoom_step (zoom, 1))
    {
      g_autoptr (PlanLoadLayout) layout = NULL;
      const PlanLoadBar *bars;
      guint n;

      self.input.scale.px_per_day = zoom;
      self.input.x0 = plan_timescale_x (&self.input.scale, chart_day ("2026-03-02"));
      self.input.x1 = self.input.x0 + WIDTH;
      self.input.top = plan_load_find_top (&self.input);
      layout = plan_load_layout_new (&self.input);
      bars = plan_load_layout_get_bars (layout, &n);
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpfloat (bars[0].left, <=, self.input.x0);
      g_assert_cmpfloat (bars[n - 1].right, >=, self.input.x1);
      for (guint i = 0; i < n; i++)
        {
          PlanTicks edges[2] = { bars[i].start, bars[i].finish };
          PlanLoadCell cell = { 0 };
          guint project;

          plan_load_read (self.load, self.input.people[0], edges, 1, &cell);
          plan_load_read (self.load, self.input.people[1], edges, 1, &cell);
          g_assert_cmpint (cell.work, ==, bars[i].load.work);
          g_assert_cmpint (cell.over, ==, bars[i].load.over);
          g_assert_cmpfloat (bars[i].left, ==, plan_timescale_x (&self.input.scale, bars[i].start));
          g_assert_cmpuint (plan_load_layout_hit (layout, (bars[i].left + bars[i].right) / 2, &project, HEIGHT - 0.01), ==, i);
          g_assert_true ((project != PLAN_INDEX_NONE) == (HEIGHT - bars[i].y > 0.01));
          g_assert_cmpfloat (bars[i].y, >=, 0);
        }
      if (zoom == PLAN_ZOOM_MOST)
        break;
    }
  fixture_clear (&self);
}

/* Nobody, and people without work. */
static void
test_empty (void)
{
  Fixture self;
  g_autoptr (PlanLoadLayout) layout = NULL;
  const PlanLoadBar *bars;
  guint n;

  fixture_init (&self, liu);
  self.input.n_people = 0;
  g_assert_cmpint (plan_load_find_top (&self.input), ==, 0);
  layout = plan_load_layout_new (&self.input);
  bars = plan_load_layout_get_bars (layout, &n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (bars[i].load.work, ==, 0);
  fixture_clear (&self);
}

static void
draw (cairo_t *cr, const PlanLoadInput *input, PlanThemeKind theme)
{
  const PlanGanttClip clip = { 0, 0, WIDTH, HEIGHT };
  g_autoptr (PlanLoadLayout) layout = plan_load_layout_new (input);

  plan_load_draw_body (cr, layout, plan_theme_get (theme), &clip);
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
  Fixture self;

  fixture_init (&self, two);
  self.input.measure = plan_chart_measure;
  for (guint i = 0; i < PLAN_N_THEMES * 2; i++)
    {
      gsize n_bytes = 0;
      cairo_surface_t *surface = i % 2 == 0 ? cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, WIDTH, HEIGHT)
                                            : cairo_svg_surface_create_for_stream (count_bytes, &n_bytes, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);

      draw (cr, &self.input, (PlanThemeKind) (i / 2));
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      g_assert_cmpuint (n_bytes, >, 3000);
      cairo_surface_destroy (surface);
    }
  fixture_clear (&self);
}

static void
test_golden (gconstpointer data)
{
  PlanThemeKind theme = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strconcat ("load-", plan_theme_get (theme)->name, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  Fixture self;

  fixture_init (&self, two);
  self.input.measure = measure_wide;
  draw (cr, &self.input, theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  chart_check_image (name, surface);
  cairo_surface_destroy (surface);
  fixture_clear (&self);
}

static void
test_words (void)
{
  g_autofree char *whole = plan_load_format_work (40 * PLAN_TICKS_PER_HOUR), *part = plan_load_format_work (22500);
  g_autofree char *hours = plan_load_format_hours (22499);

  g_assert_cmpstr (whole, ==, "40 h");
  g_assert_cmpstr (part, ==, "37.5 h");
  g_assert_cmpstr (hours, ==, "37.5");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/load/weeks", test_weeks);
  g_test_add_func ("/charts/load/days", test_days);
  g_test_add_func ("/charts/load/zooms", test_zooms);
  g_test_add_func ("/charts/load/empty", test_empty);
  g_test_add_func ("/charts/load/surfaces", test_surfaces);
  g_test_add_func ("/charts/load/words", test_words);
  g_test_add_data_func ("/charts/load/light", GUINT_TO_POINTER (PLAN_THEME_LIGHT), test_golden);
  g_test_add_data_func ("/charts/load/dark", GUINT_TO_POINTER (PLAN_THEME_DARK), test_golden);
  g_test_add_data_func ("/charts/load/print-grey", GUINT_TO_POINTER (PLAN_THEME_PRINT_GREY), test_golden);
  return g_test_run ();
}
