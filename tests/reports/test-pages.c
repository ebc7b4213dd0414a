/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of plans of many sizes: every row and every bar stands on the pages exactly once, no page is empty, nothing is
 * drawn outside the margins, and what was asked to fit does.
 */

#include "report-fixture.h"

#include <math.h>

static const struct
{
  guint n_tasks;
  guint n_days;
} plans[] = {
  { 1, 1 }, { 1, 400 }, { 7, 2 }, { 18, 60 }, { 25, 100 }, { 26, 100 }, { 60, 3650 }, { 300, 365 }, { 5000, 1500 },
};

static const struct
{
  const char *paper;
  gboolean landscape;
  guint fit_width;
  guint fit_height;
} sheets[] = {
  { "a4", TRUE, 0, 0 }, { "a4", FALSE, 0, 0 }, { "a3", TRUE, 0, 0 }, { "a5", FALSE, 0, 0 }, { "letter", TRUE, 1, 1 },
  { "a3", TRUE, 1, 0 }, { "a4", TRUE, 3, 2 }, { "a0", FALSE, 2, 1 },
};

static void
set_sheet (PlanPagesOptions *options, guint sheet)
{
  plan_pages_options_init (options);
  options->paper = plan_paper_by_name (sheets[sheet].paper);
  options->landscape = sheets[sheet].landscape;
  options->fit_width = sheets[sheet].fit_width;
  options->fit_height = sheets[sheet].fit_height;
  options->printed = report_date ("2026-03-12T09:40");
  options->today = report_date ("2026-03-12T09:40");
}

static PlanTicks
get_overlap (const PlanScheduledTask *task, const PlanPagesPart *part)
{
  return MAX (MIN (task->finish, part->finish) - MAX (task->start, part->start), 0);
}

/* Every row is on one sheet with the table, and all of its bar is on one page or another, once. */
static void
check_rows (const PlanPages *pages, const PlanSchedule *schedule, const PlanOutline *outline)
{
  PlanPagesPart first;
  g_autofree guint *tables = g_new0 (guint, outline->n_rows + 1);
  g_autofree PlanTicks *shown = g_new0 (PlanTicks, outline->n_rows + 1);

  plan_pages_get_part (pages, 0, &first);
  for (guint page = 0; page < plan_pages_get_n (pages); page++)
    {
      PlanPagesPart part;

      plan_pages_get_part (pages, page, &part);
      g_assert_cmpuint (part.end_row, >, part.first_row);
      g_assert_cmpint (part.finish, >, part.start);
      for (guint row = part.first_row; row < part.end_row; row++)
        {
          tables[row] += part.start == first.start;
          shown[row] += get_overlap (plan_schedule_get_task (schedule, outline->rows[row].task), &part);
        }
    }
  for (guint row = 0; row < outline->n_rows; row++)
    {
      const PlanScheduledTask *task = plan_schedule_get_task (schedule, outline->rows[row].task);

      g_assert_cmpuint (tables[row], ==, 1);
      g_assert_cmpint (shown[row], ==, task->finish - task->start);
    }
}

/* A page further right exists only for bars on it. */
static void
check_not_empty (const PlanPages *pages, const PlanSchedule *schedule, const PlanOutline *outline)
{
  PlanPagesPart first, part;

  plan_pages_get_part (pages, 0, &first);
  for (guint page = 1; page < plan_pages_get_n (pages); page++)
    {
      guint n_marks = 0;

      plan_pages_get_part (pages, page, &part);
      if (part.start == first.start)
        continue;
      for (guint row = part.first_row; row < part.end_row; row++)
        {
          const PlanScheduledTask *task = plan_schedule_get_task (schedule, outline->rows[row].task);

          n_marks += task->start < part.finish && task->finish >= part.start;
        }
      g_assert_cmpuint (n_marks, >, 0);
    }
}

static void
check_fit (const PlanPages *pages, guint sheet, guint n_rows)
{
  guint n = plan_pages_get_n (pages), columns = 0, bands = 0, last_row = G_MAXUINT;
  PlanTicks last_start = G_MININT64;

  for (guint page = 0; page < n; page++)
    {
      PlanPagesPart part;

      plan_pages_get_part (pages, page, &part);
      columns += part.start > last_start;
      last_start = MAX (last_start, part.start);
      bands += part.first_row != last_row;
      last_row = part.first_row;
    }
  if (sheets[sheet].fit_width > 0)
    g_assert_cmpuint (columns, <=, sheets[sheet].fit_width);
  if (sheets[sheet].fit_height > 0 && n_rows <= 30 * sheets[sheet].fit_height)
    g_assert_cmpuint (bands, <=, sheets[sheet].fit_height);
}

static void
test_partition (gconstpointer data)
{
  guint plan = GPOINTER_TO_UINT (data);
  g_autoptr (PlanModel) model = report_plan_new (plans[plan].n_tasks, plans[plan].n_days);
  g_autoptr (PlanSchedule) schedule = report_schedule_new (model);
  g_autoptr (PlanOutline) outline = plan_outline_new (model, 1);

  for (guint sheet = 0; sheet < (plans[plan].n_tasks > 1000 ? 3 : G_N_ELEMENTS (sheets)); sheet++)
    {
      g_autoptr (PlanPages) pages = NULL;
      PlanPagesOptions options;

      set_sheet (&options, sheet);
      pages = plan_pages_new (model, schedule, 1, &options);
      check_rows (pages, schedule, outline);
      check_not_empty (pages, schedule, outline);
      check_fit (pages, sheet, plans[plan].n_tasks);
    }
}

/* The first pages of each plan stay inside the margins of 15 or 20 mm at the left and 10 mm elsewhere. */
static void
test_margins (gconstpointer data)
{
  guint sheet = GPOINTER_TO_UINT (data);
  gboolean large = sheets[sheet].paper[1] == '3' || sheets[sheet].paper[1] == '0';
  double mm = 72 / 25.4, left = (large ? 20 : 15) * mm, width_pt, height_pt, line = 0.3 * mm;

  for (guint plan = 0; plan < G_N_ELEMENTS (plans) - 2; plan++)
    {
      g_autoptr (PlanModel) model = report_plan_new (plans[plan].n_tasks, plans[plan].n_days);
      g_autoptr (PlanSchedule) schedule = report_schedule_new (model);
      g_autoptr (PlanPages) pages = NULL;
      PlanPagesOptions options;

      set_sheet (&options, sheet);
      pages = plan_pages_new (model, schedule, 1, &options);
      plan_pages_get_size (pages, &width_pt, &height_pt);
      g_assert_cmpfloat_with_epsilon (MAX (width_pt, height_pt), MAX (options.paper->width, options.paper->height) * mm, 0.01);
      for (guint page = 0; page < MIN (plan_pages_get_n (pages), 3); page++)
        {
          cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo_t *cr = cairo_create (surface);
          double x, y, width, height;

          plan_pages_draw (pages, page, cr);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
          g_assert_cmpfloat (x, >=, left - line - 1);
          g_assert_cmpfloat (y, >=, 10 * mm - line - 1);
          g_assert_cmpfloat (x + width, <=, width_pt - 10 * mm + line + 1);
          g_assert_cmpfloat (y + height, <=, height_pt - 10 * mm + line + 1);
          g_assert_cmpfloat (width, >, width_pt / 2);
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
    }
}

/* Without being told, pages are not put side by side when weeks can be read, and the last one is not nearly empty. */
static void
test_choice (void)
{
  PlanPagesOptions options;

  set_sheet (&options, 2);
  for (guint n_tasks = 20; n_tasks <= 100; n_tasks++)
    {
      g_autoptr (PlanModel) model = report_plan_new (n_tasks, 100);
      g_autoptr (PlanSchedule) schedule = report_schedule_new (model);
      g_autoptr (PlanPages) pages = plan_pages_new (model, schedule, 1, &options);
      PlanPagesPart first, last;
      guint n = plan_pages_get_n (pages);

      plan_pages_get_part (pages, 0, &first);
      plan_pages_get_part (pages, n - 1, &last);
      g_assert_cmpint (first.start, ==, last.start);
      g_assert_cmpint (first.finish, ==, last.finish);
      if (n_tasks <= 33)
        g_assert_cmpuint (n, ==, 1);
      else
        g_assert_cmpuint (4 * (last.end_row - last.first_row), >=, first.end_row - first.first_row);
    }
}

/* The stretch of time that was asked for, to the tick. */
static void
test_range (void)
{
  g_autoptr (PlanModel) model = report_shop_new ();
  g_autoptr (PlanSchedule) schedule = report_schedule_new (model);
  g_autoptr (PlanPages) pages = NULL;
  PlanPagesOptions options;
  PlanPagesPart part;

  set_sheet (&options, 0);
  options.from = report_date ("2026-02-04");
  options.to = report_date ("2026-03-19T12:00");
  options.fit_width = 2;
  pages = plan_pages_new (model, schedule, 1, &options);
  g_assert_cmpuint (plan_pages_get_n (pages), >=, 2);
  plan_pages_get_part (pages, 0, &part);
  g_assert_cmpint (part.start, ==, options.from);
  g_assert_cmpint (plan_day_get_weekday (plan_ticks_get_day (part.finish)), ==, PLAN_MONDAY);
  plan_pages_get_part (pages, 1, &part);
  g_assert_cmpint (part.finish, ==, options.to);
}

static void
test_no_tasks (void)
{
  g_autoptr (PlanModel) model = report_plan_new (0, 10);
  g_autoptr (PlanSchedule) schedule = report_schedule_new (model);
  g_autoptr (PlanPages) pages = NULL;
  PlanPagesOptions options;

  set_sheet (&options, 0);
  pages = plan_pages_new (model, schedule, 1, &options);
  g_assert_cmpuint (plan_pages_get_n (pages), ==, 1);
  g_assert_null (plan_pages_new (model, schedule, 77, &options));
}

static void
test_papers (void)
{
  guint n;
  const PlanPaper *papers = plan_papers_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (plan_paper_by_name (papers[i].name) == &papers[i]);
      g_assert_cmpfloat (papers[i].width, <, papers[i].height);
    }
  g_assert_true (plan_paper_by_name ("A3") == plan_paper_by_name ("a3"));
  g_assert_null (plan_paper_by_name ("a33"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reports/pages/partition/%u-tasks-%u-days", plans[i].n_tasks, plans[i].n_days);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_partition);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reports/pages/margins/%u-%s", i, sheets[i].paper);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_margins);
    }
  g_test_add_func ("/reports/pages/choice", test_choice);
  g_test_add_func ("/reports/pages/range", test_range);
  g_test_add_func ("/reports/pages/no-tasks", test_no_tasks);
  g_test_add_func ("/reports/pages/papers", test_papers);
  return g_test_run ();
}
