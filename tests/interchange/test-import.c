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
  return g_test_run ();
}
