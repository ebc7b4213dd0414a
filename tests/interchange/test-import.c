/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What readers have in common: the texts of imported values, the report, links that go in circles around summaries, and the
 * comparison of the file's dates with the schedule.
 */

#include "plan-import-private.h"
#include "plan-imported.h"

#include <string.h>

static const struct
{
  const char *text;
  gboolean ok;
  PlanTicks ticks;
} durations[] = {
  { "PT16H30M0S", TRUE, 9900 }, { "PT0H0M0S", TRUE, 0 },        { "PT114H17M6S", TRUE, 68571 }, { "-PT1H0M0S", TRUE, -600 },
  { "P1DT2H", TRUE, 15600 },    { "PT0.5S", TRUE, 0 },          { "PT2.5S", TRUE, 0 },          { "PT3S", TRUE, 1 },
  { "P1W", TRUE, 100800 },      { "", FALSE, 0 },               { "P", FALSE, 0 },              { "PT", FALSE, 0 },
  { "PT5", FALSE, 0 },          { "PTH", FALSE, 0 },            { "8h", FALSE, 0 },             { "P1H", FALSE, 0 },
  { "PT1D", FALSE, 0 },         { "PT99999999999999999999H", FALSE, 0 }, { "PT1H junk", FALSE, 0 }, { "NaN", FALSE, 0 },
};

static void
test_durations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      PlanTicks ticks = 0;

      g_assert_cmpint (plan_imported_parse_duration (durations[i].text, &ticks), ==, durations[i].ok);
      if (durations[i].ok)
        g_assert_cmpint (ticks, ==, durations[i].ticks);
    }
}

static void
test_values_return (void)
{
  static const gint64 values[] = { 0, 1, 4800, 68571, 3000000 };

  for (int type = PLAN_IMPORTED_INSTANT; type <= PLAN_IMPORTED_PERCENT; type++)
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      {
        g_autofree char *text = plan_imported_format (type, values[i]);
        gint64 again;

        g_assert_true (plan_imported_parse (type, text, &again));
        g_assert_cmpint (again, ==, values[i]);
      }
}

static void
test_report (void)
{
  g_autoptr (PlanReport) report = plan_report_new ();
  g_autofree char *json = NULL;

  plan_report_keep (report, 3);
  plan_report_add (report, PLAN_REPORT_DROPPED, "View", "No “views” here.", 2);
  plan_report_add (report, PLAN_REPORT_DROPPED, "View", "No “views” here.", 1);
  plan_report_add_value (report, "task", "7", "start", "a", NULL, "b \"c\"");
  g_assert_cmpuint (plan_report_count (report, PLAN_REPORT_DROPPED), ==, 3);
  g_assert_cmpuint (plan_report_count (report, PLAN_REPORT_CHANGED), ==, 1);
  json = plan_report_to_json (report);
  g_assert_cmpstr (json, ==,
                   "{\n \"kept\": 3,\n \"changed\": [\n  {\"record\": \"task\", \"uid\": \"7\", \"field\": \"start\", \"file\": \"a\", "
                   "\"reason\": \"b \\\"c\\\"\"}\n ],\n \"dropped\": [\n  {\"what\": \"View\", \"count\": 3, \"reason\": \"No “views” here.\"}\n ]\n}\n");
}

/* Tasks by number: the parent of each, 0 for none; links as pairs; how many of them stay. */
static const struct
{
  const char *name;
  int parents[6];
  int links[5][2];
  guint n_stay;
} circles[] = {
  { "chain", { 0, 0, 0 }, { { 1, 2 }, { 2, 3 } }, 2 },
  { "ring", { 0, 0, 0 }, { { 1, 2 }, { 2, 3 }, { 3, 1 } }, 2 },
  { "behind-a-ring", { 0, 0, 0, 0 }, { { 1, 2 }, { 2, 1 }, { 2, 3 }, { 3, 4 } }, 3 },
  { "summary-and-its-own", { 0, 1 }, { { 1, 2 } }, 0 },
  { "own-and-its-summary", { 0, 1 }, { { 2, 1 } }, 0 },
  { "two-summaries", { 0, 1, 0, 3 }, { { 2, 3 }, { 4, 1 } }, 1 },
  { "into-a-summary", { 0, 1, 1, 0 }, { { 4, 1 }, { 2, 3 } }, 2 },
  { "through-a-summary", { 0, 1, 1, 0 }, { { 3, 4 }, { 4, 1 } }, 1 },
};

static void
test_circles (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PlanImport) import = plan_import_new ();
  PlanProject project;

  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = 100;
  plan_model_insert (import->model, PLAN_RECORD_PROJECT, &project);
  for (int k = 0; k < 6; k++)
    {
      PlanTask task;

      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = k + 1;
      task.project = project.id;
      task.parent = circles[i].parents[k];
      plan_model_insert (import->model, PLAN_RECORD_TASK, &task);
    }
  for (int k = 0; k < 5 && circles[i].links[k][0] != 0; k++)
    {
      PlanLink link;

      plan_record_init (PLAN_RECORD_LINK, &link);
      link.id = 200 + k;
      link.predecessor = circles[i].links[k][0];
      link.successor = circles[i].links[k][1];
      plan_model_insert (import->model, PLAN_RECORD_LINK, &link);
    }
  g_assert_true (plan_import_complete (import, NULL));
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_LINK), ==, circles[i].n_stay);
}

/* One project of tasks that last a day each from Monday, 2026-03-02; the file says when they are. */
static void
add_task (PlanImport *import, PlanId id, const char *imported, PlanTicks actual_start)
{
  PlanImportedValue value;
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = id;
  task.project = 100;
  task.source_uid = id;
  task.duration = 4800;
  task.actual_start = actual_start;
  plan_model_insert (import->model, PLAN_RECORD_TASK, &task);
  plan_record_init (PLAN_RECORD_IMPORTED_VALUE, &value);
  value.id = 300 + id;
  value.owner = id;
  value.owner_record = PLAN_RECORD_TASK;
  value.text = imported;
  plan_model_insert (import->model, PLAN_RECORD_IMPORTED_VALUE, &value);
}

static void
test_compare (void)
{
  g_autoptr (PlanImport) import = plan_import_new ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (GError) error = NULL;
  const PlanReportItem *item;
  PlanProject project;

  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = 100;
  project.start = plan_ticks_from_civil (2026, 3, 2, 8, 0);
  plan_model_insert (import->model, PLAN_RECORD_PROJECT, &project);
  add_task (import, 1, "Start=2026-03-02T08:00:00\n", PLAN_TICKS_NONE);
  add_task (import, 2, "Start=2026-03-05T08:00:00\n", PLAN_TICKS_NONE);
  add_task (import, 3, "Start=2026-03-09T08:00:00\n", plan_ticks_from_civil (2026, 3, 3, 8, 0));
  g_assert_true (plan_schedule_compute (schedule, import->model, NULL, &error));
  g_assert_no_error (error);
  plan_import_compare (import, schedule);
  g_assert_cmpuint (import->report->items->len, ==, 2);
  item = import->report->items->pdata[0];
  g_assert_cmpstr (item->uid, ==, "2");
  g_assert_cmpstr (item->field, ==, "start");
  g_assert_cmpstr (item->file, ==, "2026-03-05T08:00:00");
  g_assert_cmpstr (item->planwright, ==, "2026-03-02T08:00:00");
  item = import->report->items->pdata[1];
  g_assert_cmpstr (item->reason, ==, "The task is in progress.");
}

/* One difference and the cause that is told; dates of the file are those of task 2, task 1 lies on Monday in both. */
static const struct
{
  const char *name, *imported, *cause;
  struct
  {
    gboolean linked, manual, external, lost, moved_before;
    PlanTicks levelling, resume;
    int percent;
  } of;
} causes[] = {
  { "later", "Start=2026-03-05T08:00:00\n", "In the file it starts later than anything asks for.", { 0 } },
  { "manual", "Start=2026-03-05T08:00:00\n", "The task is scheduled manually.", { .manual = TRUE } },
  { "external", "Start=2026-03-05T08:00:00\n", "The task lies in another file.", { .external = TRUE } },
  { "lost-link", "Start=2026-03-05T08:00:00\n", "A link of the task could not be taken.", { .lost = TRUE } },
  { "outer-link", "Start=2026-03-05T08:00:00\nCrossProjectName=a.mpp\n", "A link of the task could not be taken.", { 0 } },
  { "after-moved", "Start=2026-03-05T08:00:00\n", "A task before it lies elsewhere.", { .linked = TRUE, .moved_before = TRUE } },
  { "not-calculated", "Start=2026-03-02T08:00:00\n",
    "The file was not calculated after its last change: by its own dates a link is broken.", { .linked = TRUE } },
  { "in-progress", "Start=2026-03-05T08:00:00\n", "The task is in progress.", { .percent = 5000 } },
  { "levelled", "Start=2026-03-05T08:00:00\n", "The task was delayed by levelling.", { .levelling = 14400 } },
  { "before-project", "Start=2026-02-26T08:00:00\n", "In the file it starts before its project.", { 0 } },
  { "no-work", "Start=2026-03-07T08:00:00\n", "In the file it starts when its calendar has no work.", { 0 } },
  { "does-not-fit", "Start=2026-03-05T08:00:00\nFinish=2026-03-06T17:00:00\n",
    "In the file its start, finish and duration do not fit together.", { 0 } },
};

/* A project from Monday on, by the standard week. */
static void
add_project (PlanImport *import)
{
  PlanCalendar calendar;
  PlanProject project;
  PlanWeek week;

  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.id = 500;
  calendar.base = TRUE;
  plan_model_insert (import->model, PLAN_RECORD_CALENDAR, &calendar);
  plan_record_init (PLAN_RECORD_WEEK, &week);
  week.id = 501;
  week.calendar = calendar.id;
  for (guint day = 0; day < 7; day++)
    week.days[day] = day < 5 ? "08:00-12:00 13:00-17:00" : "";
  plan_model_insert (import->model, PLAN_RECORD_WEEK, &week);
  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = 100;
  project.calendar = calendar.id;
  project.start = plan_ticks_from_civil (2026, 3, 2, 8, 0);
  plan_model_insert (import->model, PLAN_RECORD_PROJECT, &project);
}

static void
set_up_cause (PlanImport *import, guint i)
{
  PlanTask task = *plan_model_get_task (import->model, 2);
  PlanLink link;

  task.manual = causes[i].of.manual;
  task.external = causes[i].of.external;
  task.manual_start = task.manual || task.external ? plan_ticks_from_civil (2026, 3, 2, 8, 0) : PLAN_TICKS_NONE;
  task.manual_finish = task.manual || task.external ? plan_ticks_from_civil (2026, 3, 2, 17, 0) : PLAN_TICKS_NONE;
  task.levelling_delay = causes[i].of.levelling;
  task.percent_complete = causes[i].of.percent;
  plan_model_remove (import->model, PLAN_RECORD_TASK, 2);
  plan_model_insert (import->model, PLAN_RECORD_TASK, &task);
  if (causes[i].of.lost)
    g_hash_table_add (import->incomplete, g_memdup2 (&task.id, sizeof task.id));
  if (!causes[i].of.linked)
    return;
  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = 400;
  link.predecessor = 1;
  link.successor = 2;
  plan_model_insert (import->model, PLAN_RECORD_LINK, &link);
}

static void
test_cause (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PlanImport) import = plan_import_new ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (GError) error = NULL;
  const PlanReportItem *item = NULL;

  add_project (import);
  add_task (import, 1, causes[i].of.moved_before ? "Start=2026-03-04T08:00:00\n" : "Start=2026-03-02T08:00:00\nFinish=2026-03-02T17:00:00\n",
            PLAN_TICKS_NONE);
  add_task (import, 2, causes[i].imported, PLAN_TICKS_NONE);
  set_up_cause (import, i);
  g_assert_true (plan_schedule_compute (schedule, import->model, NULL, &error));
  g_assert_no_error (error);
  plan_import_compare (import, schedule);
  for (guint k = 0; k < import->report->items->len && item == NULL; k++)
    if (strcmp (((PlanReportItem *) import->report->items->pdata[k])->uid, "2") == 0)
      item = import->report->items->pdata[k];
  g_assert_nonnull (item);
  g_assert_cmpstr (item->reason, ==, causes[i].cause);
  g_assert_cmpint (item->task, ==, 2);
}

/* Slack is told apart from dates: first as following from them, then as old, then without a reason. */
static void
test_slack (void)
{
  static const struct { const char *first, *cause; } cases[] = {
    { "Start=2026-03-04T08:00:00\nFinish=2026-03-04T17:00:00\n", "Slack follows from dates, and dates of the plan differ." },
    { "Start=2026-03-02T08:00:00\nFinish=2026-03-02T17:00:00\nLateFinish=2026-03-09T17:00:00\n",
      "The late dates of the file are those of an earlier calculation." },
    { "Start=2026-03-02T08:00:00\nFinish=2026-03-02T17:00:00\nLateFinish=2026-03-02T17:00:00\n", "Reason not found." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlanImport) import = plan_import_new ();
      g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
      const PlanReportItem *slack, *critical;

      add_project (import);
      add_task (import, 1, cases[i].first, PLAN_TICKS_NONE);
      add_task (import, 2, "TotalSlack=9600\nCritical=0\n", PLAN_TICKS_NONE);
      g_assert_true (plan_schedule_compute (schedule, import->model, NULL, NULL));
      plan_import_compare (import, schedule);
      g_assert_cmpuint (import->report->items->len, >=, 2);
      slack = import->report->items->pdata[import->report->items->len - 2];
      critical = import->report->items->pdata[import->report->items->len - 1];
      g_assert_cmpstr (slack->field, ==, "total_slack");
      g_assert_cmpstr (slack->file, ==, "960");
      g_assert_cmpstr (slack->planwright, ==, "0");
      g_assert_cmpstr (slack->reason, ==, cases[i].cause);
      g_assert_cmpstr (critical->field, ==, "critical");
      g_assert_cmpstr (critical->planwright, ==, "true");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interchange/import/durations", test_durations);
  g_test_add_func ("/interchange/import/values-return", test_values_return);
  g_test_add_func ("/interchange/import/report", test_report);
  for (guint i = 0; i < G_N_ELEMENTS (circles); i++)
    {
      g_autofree char *path = g_strconcat ("/interchange/import/circles/", circles[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_circles);
    }
  g_test_add_func ("/interchange/import/compare", test_compare);
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      g_autofree char *path = g_strconcat ("/interchange/import/causes/", causes[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_cause);
    }
  g_test_add_func ("/interchange/import/slack", test_slack);
  return g_test_run ();
}
