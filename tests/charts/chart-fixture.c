/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans for tests of charts, from tables; and golden texts. Widths are measured by counting characters, so that layouts do
 * not depend on fonts.
 */

#include "chart-fixture.h"

#include <stdlib.h>
#include <string.h>

#define PROJECT 1
#define CALENDAR 2
#define TOLERANCE 24 /* of one channel */
#define FIRST_TASK 1000
#define FIRST_RESOURCE 900
#define FIRST_LINK 100000000
#define FIRST_ASSIGNMENT 200000000
#define FIRST_BASELINE 300000000
#define HOURS "08:00-12:00 13:00-17:00"

/* The plan of the pictures of the visual design. */
const ChartRow chart_shop_rows[] = {
  { 1, "Shop Relaunch", 0 },
  { 2, "Discovery & design", 0 },
  { 3, "Customer interviews", 8, "2026-01-19", 100, "Sofia Martins", "2026-01-19", "2026-01-28" },
  { 3, "UX concept", 9, "2026-01-29", 100, "Chen Yu", "2026-01-29", "2026-02-10", NULL, "3" },
  { 3, "Design system", 16, "2026-02-04", 100, "Anna Keller,Chen Yu", "2026-02-04", "2026-02-27", NULL, "4SS+4d" },
  { 3, "Gate 1: Concept", 0, NULL, 100, NULL, "2026-02-10", "2026-02-10", NULL, "4", ROW_GATE },
  { 2, "Build", 0 },
  { 3, "Storefront", 0 },
  { 4, "Product pages", 15, "2026-02-11", 85, "Zhao Lei", "2026-02-11", "2026-03-05", NULL, "6" },
  { 4, "Search & filters", 12, "2026-03-04", 25, "Priya Nair", "2026-02-28", "2026-03-16", NULL, "9SS+5d; 5" },
  { 4, "Cart & coupons", 9, "2026-03-10", 0, "Zhao Lei", "2026-03-06", "2026-03-18", NULL, "9" },
  { 4, "Storefront complete", 0, NULL, 0, NULL, "2026-03-18", "2026-03-18", NULL, "10; 11", ROW_MILESTONE },
  { 3, "Payment & logistics", 0 },
  { 4, "Payment contract", 14, "2026-02-02", 100, "Wang Min", "2026-02-02", "2026-02-14", NULL, NULL },
  { 4, "Checkout API", 12, "2026-03-04", 25, "Liu Wei", "2026-02-24", "2026-03-10", NULL, "14" },
  { 4, "Alipay & WeChat Pay", 8, NULL, 0, "Liu Wei", "2026-03-11", "2026-03-20", NULL, "15" },
  { 4, "SF Express tracking", 8, "2026-03-09", 0, "Liu Wei,Zhao Lei", "2026-02-28", "2026-03-09", NULL, "15SS+3d" },
  { 3, "Data migration", 0 },
  { 4, "Catalogue clean-up", 20, "2026-02-09", 80, "Priya Nair", "2026-02-09", "2026-03-06", NULL, NULL },
  { 4, "Account rehearsal", 6, "2026-03-17", 0, "Tom Becker", "2026-03-11", "2026-03-18", "2026-04-06", "19FS+2d" },
  { 2, "Launch", 0 },
  { 3, "Load test for 618", 6, NULL, 0, "Zhao Lei", "2026-03-23", "2026-03-30", NULL, "12; 16; 17" },
  { 3, "Pilot in Hangzhou", 6, NULL, 0, "Sofia Martins", "2026-03-31", "2026-04-08", NULL, "22" },
  { 3, "Gate 3: Go-live", 0, NULL, 0, NULL, "2026-04-08", "2026-04-08", NULL, "23; 20", ROW_GATE },
  { 3, "Go live", 0, NULL, 0, NULL, "2026-04-13", "2026-04-13", "2026-04-24", "24FS+3d", ROW_MILESTONE },
};

const guint chart_n_shop_rows = G_N_ELEMENTS (chart_shop_rows);

/* Midnight of "2026-03-04", or that instant with a time. */
PlanTicks
chart_day (const char *iso)
{
  PlanTicks ticks;
  g_autofree char *text = strchr (iso, 'T') != NULL ? g_strdup (iso) : g_strconcat (iso, "T00:00:00", NULL);

  g_assert_true (plan_ticks_parse_iso (text, &ticks, NULL));
  return ticks;
}

/* Half the size for each character, the whole size for wide ones. */
double
chart_measure (const char *text, double size, gboolean bold, gpointer data)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? size : size / 2;
  return bold ? width * 1.1 : width;
}

static void
insert_exception (PlanModel *model, PlanId id, const char *name, const char *hours, const char *first, const char *last)
{
  PlanException body;

  plan_record_init (PLAN_RECORD_EXCEPTION, &body);
  body.id = id;
  body.calendar = CALENDAR;
  body.name = name;
  body.hours = hours;
  body.start = plan_ticks_get_day (chart_day (first));
  body.finish = plan_ticks_get_day (chart_day (last));
  body.recurrence = PLAN_RECURRENCE_RANGE;
  plan_model_insert (model, PLAN_RECORD_EXCEPTION, &body);
}

static void
insert_calendar (PlanModel *model)
{
  PlanCalendar calendar;
  PlanWeek week;

  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.id = CALENDAR;
  calendar.name = "Office";
  calendar.base = TRUE;
  plan_model_insert (model, PLAN_RECORD_CALENDAR, &calendar);
  plan_record_init (PLAN_RECORD_WEEK, &week);
  week.id = 3;
  week.calendar = CALENDAR;
  for (guint i = 0; i < 7; i++)
    week.days[i] = i < 5 ? HOURS : "";
  plan_model_insert (model, PLAN_RECORD_WEEK, &week);
  insert_exception (model, 10, "Spring Festival", "", "2026-02-15", "2026-02-23");
  insert_exception (model, 11, "Make-up day", HOURS, "2026-02-14", "2026-02-14");
  insert_exception (model, 12, "Make-up day", HOURS, "2026-02-28", "2026-02-28");
  insert_exception (model, 13, "Qingming", "", "2026-04-04", "2026-04-06");
  insert_exception (model, 14, "劳动节", "", "2026-05-01", "2026-05-05");
}

static void
insert_project (PlanModel *model)
{
  PlanProject project;

  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = PROJECT;
  project.name = "Shop Relaunch";
  project.start = chart_day ("2026-01-19T08:00:00");
  project.calendar = CALENDAR;
  project.status_date = chart_day ("2026-03-06T17:00:00");
  plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
}

static PlanId
find_resource (PlanModel *model, const char *name)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_RESOURCE);
  PlanResource body;

  for (guint i = 0; i < n; i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);

      if (g_str_equal (resource->name, name))
        return resource->id;
    }
  plan_record_init (PLAN_RECORD_RESOURCE, &body);
  body.id = FIRST_RESOURCE + n;
  body.name = name;
  body.type = PLAN_RESOURCE_WORK;
  plan_model_insert (model, PLAN_RECORD_RESOURCE, &body);
  return body.id;
}

static void
insert_people (PlanModel *model, PlanId task, const char *people)
{
  g_auto (GStrv) names = g_strsplit (people, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      PlanAssignment body;

      plan_record_init (PLAN_RECORD_ASSIGNMENT, &body);
      body.id = FIRST_ASSIGNMENT + plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT);
      body.task = task;
      body.resource = find_resource (model, names[i]);
      body.units = PLAN_PERCENT_HUNDRED;
      plan_model_insert (model, PLAN_RECORD_ASSIGNMENT, &body);
    }
}

static void
insert_baseline (PlanModel *model, PlanId task, const ChartRow *row)
{
  PlanBaseline body;

  plan_record_init (PLAN_RECORD_BASELINE, &body);
  body.id = FIRST_BASELINE + plan_model_get_n (model, PLAN_RECORD_BASELINE);
  body.owner = task;
  body.owner_record = PLAN_RECORD_TASK;
  body.start = chart_day (row->baseline_start) + 8 * PLAN_TICKS_PER_HOUR;
  body.finish = chart_day (row->baseline_finish) + 17 * PLAN_TICKS_PER_HOUR;
  plan_model_insert (model, PLAN_RECORD_BASELINE, &body);
}

static void
insert_links (PlanModel *model, PlanId task, const char *links)
{
  PlanConversion conversion = PLAN_CONVERSION_DEFAULT;
  g_autoptr (GArray) items = plan_predecessors_parse (links, &conversion, NULL);

  g_assert_nonnull (items);
  for (guint i = 0; i < items->len; i++)
    {
      const PlanPredecessor *item = &g_array_index (items, PlanPredecessor, i);
      PlanLink body;

      plan_record_init (PLAN_RECORD_LINK, &body);
      body.id = FIRST_LINK + plan_model_get_n (model, PLAN_RECORD_LINK);
      body.predecessor = FIRST_TASK + item->row;
      body.successor = task;
      body.type = (guint8) item->type;
      body.lag = item->lag.value;
      body.lag_unit = (guint8) item->lag.unit;
      plan_model_insert (model, PLAN_RECORD_LINK, &body);
    }
}

static void
insert_row (PlanModel *model, const ChartRow *row, guint number, PlanId parent)
{
  PlanTask body;

  plan_record_init (PLAN_RECORD_TASK, &body);
  body.id = FIRST_TASK + number;
  body.project = PROJECT;
  body.parent = parent;
  body.rank = number;
  body.name = row->name;
  body.duration = row->days * 4800;
  body.percent_complete = row->percent * 100;
  body.milestone = (row->flags & ROW_MILESTONE) != 0;
  body.gate = (row->flags & ROW_GATE) != 0;
  body.manual = (row->flags & ROW_MANUAL) != 0;
  body.blank = (row->flags & ROW_BLANK) != 0;
  if (row->deadline != NULL)
    body.deadline = chart_day (row->deadline) + 17 * PLAN_TICKS_PER_HOUR;
  if (row->start != NULL && body.manual)
    {
      body.manual_start = chart_day (row->start) + 8 * PLAN_TICKS_PER_HOUR;
      body.manual_finish = body.manual_start + (row->days - 1) * PLAN_TICKS_PER_DAY + 9 * PLAN_TICKS_PER_HOUR;
    }
  else if (row->start != NULL)
    {
      body.constraint = PLAN_CONSTRAINT_SNET;
      body.constraint_date = chart_day (row->start) + 8 * PLAN_TICKS_PER_HOUR;
    }
  plan_model_insert (model, PLAN_RECORD_TASK, &body);
}

static ChartPlan *
finish_plan (PlanModel *model)
{
  ChartPlan *self = g_new0 (ChartPlan, 1);
  g_autoptr (GError) error = NULL;

  self->model = model;
  self->schedule = plan_schedule_new ();
  plan_schedule_compute (self->schedule, self->model, NULL, &error);
  g_assert_no_error (error);
  self->outline = plan_outline_new (self->model, PROJECT);
  self->rows = plan_gantt_rows_new (self->outline, NULL);
  self->index = plan_task_index_new (self->model);
  self->input = (PlanGanttInput) {
    .model = self->model,
    .schedule = self->schedule,
    .index = self->index,
    .rows = self->rows,
    .project = PROJECT,
    .scale = { chart_day ("2026-01-19"), 36 / 7.0 },
    .metrics = plan_metrics_get (PLAN_DENSITY_STANDARD),
    .show = PLAN_GANTT_SHOW_DEFAULT | PLAN_GANTT_BASELINE,
    .end_row = self->rows->n_rows,
    .x1 = 516,
    .today = chart_day ("2026-03-12T09:40:00"),
    .measure = chart_measure,
  };
  return self;
}

/* A plan of the rows of a table. */
ChartPlan *
chart_plan_new (const ChartRow *rows, guint n_rows)
{
  PlanModel *model = plan_model_new ();
  PlanId parents[8] = { PLAN_ID_NONE };

  insert_calendar (model);
  insert_project (model);
  for (guint i = 0; i < n_rows; i++)
    {
      insert_row (model, &rows[i], i + 1, parents[rows[i].level - 1]);
      parents[rows[i].level] = FIRST_TASK + i + 1;
    }
  for (guint i = 0; i < n_rows; i++)
    {
      if (rows[i].people != NULL)
        insert_people (model, FIRST_TASK + i + 1, rows[i].people);
      if (rows[i].baseline_start != NULL)
        insert_baseline (model, FIRST_TASK + i + 1, &rows[i]);
      if (rows[i].links != NULL)
        insert_links (model, FIRST_TASK + i + 1, rows[i].links);
    }
  return finish_plan (model);
}

/* A long plan without summaries; links go from earlier rows to later ones, most of them to near rows. */
ChartPlan *
chart_plan_new_long (guint n_tasks, guint n_links, guint32 seed)
{
  static const char *const people[] = { "Anna Keller", "Chen Yu", "Liu Wei", "Priya Nair", "Tom Becker", "Wang Min", "Zhao Lei" };
  PlanModel *model = plan_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  insert_calendar (model);
  insert_project (model);
  for (guint i = 0; i < n_tasks; i++)
    {
      ChartRow row = { 1, "Task", g_rand_int_range (rand, 0, 12), NULL, g_rand_int_range (rand, 0, 5) * 25 };

      row.flags = row.days == 0 && g_rand_boolean (rand) ? ROW_GATE : 0;
      insert_row (model, &row, i + 1, PLAN_ID_NONE);
      if (row.days > 0)
        insert_people (model, FIRST_TASK + i + 1, people[g_rand_int_range (rand, 0, G_N_ELEMENTS (people))]);
    }
  for (guint i = 0; i < n_links && n_tasks > 1; i++)
    {
      guint to = (guint) g_rand_int_range (rand, 1, (gint32) n_tasks);
      guint far = g_rand_int_range (rand, 0, 100) == 0 ? 1000 : 20;
      guint reach = MIN (to, far);
      char link[32];

      g_snprintf (link, sizeof link, "%u%s", to - (guint) g_rand_int_range (rand, 0, (gint32) reach),
                  plan_link_type_get_symbol ((PlanLinkType) g_rand_int_range (rand, 0, 8) % 4));
      insert_links (model, FIRST_TASK + to + 1, link);
    }
  return finish_plan (model);
}

void
chart_plan_free (ChartPlan *self)
{
  plan_gantt_rows_free (self->rows);
  plan_task_index_free (self->index);
  plan_outline_free (self->outline);
  plan_schedule_free (self->schedule);
  plan_model_unref (self->model);
  g_free (self);
}

/* Compares with tests/fixtures/charts/NAME.txt; PLAN_UPDATE_GOLDEN=1 writes it. */
void
chart_check_golden (const char *name, const char *text)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "charts", file, NULL);
  g_autofree char *expected = NULL;

  if (g_getenv ("PLAN_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/* Pixels that differ more than by rounding. */
guint
chart_count_different (cairo_surface_t *a, cairo_surface_t *b)
{
  const guint8 *first = cairo_image_surface_get_data (a);
  const guint8 *second = cairo_image_surface_get_data (b);
  int stride = cairo_image_surface_get_stride (a);
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  guint n = 0;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  g_assert_cmpint (cairo_image_surface_get_stride (b), ==, stride);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *p = first + y * stride + x * 4;
        const guint8 *q = second + y * stride + x * 4;

        n += abs (p[0] - q[0]) > TOLERANCE || abs (p[1] - q[1]) > TOLERANCE || abs (p[2] - q[2]) > TOLERANCE;
      }
  return n;
}

/* A picture without words against the golden one. */
void
chart_check_image (const char *name, cairo_surface_t *drawn)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "charts", file, NULL);
  cairo_surface_t *golden;

  if (g_getenv ("PLAN_UPDATE_GOLDEN") != NULL)
    g_assert_cmpint (cairo_surface_write_to_png (drawn, path), ==, CAIRO_STATUS_SUCCESS);
  golden = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (chart_count_different (drawn, golden), <=, CHART_MOST_DIFFERENT);
  cairo_surface_destroy (golden);
}
