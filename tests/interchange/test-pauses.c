/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pauses in other programs' words: Microsoft Project's XML has them as work spread over time with days between, JSON as
 * pauses and as the dates of the parts. A plan that is written and read again has the same dates.
 */

#include "plan-case.h"

#include "plan-json.h"
#include "plan-mspdi.h"

#include <string.h>

typedef gboolean (*WriteFunc) (const PlanExport *what, GOutputStream *stream, PlanProgress *progress, GError **error);
typedef PlanImport *(*ReadFunc) (GInputStream *stream, const char *name, PlanIdSource *ids, PlanProgress *progress, GError **error);

static const struct
{
  const char *path;
  const char *options;
  const char *plan;
} rows[] = {
  { "none", "", "A 4d; B 1d A" },
  { "nobody", "", "A 4d pause=1d+2d; B 1d A" },
  { "at-noon", "", "A 2d pause=0.5d+1d; B 1d A" },
  { "several", "", "A 6d pause=1d+2d pause=2d+1d pause=5d+3d" },
  { "started", "", "A 6d as=03-02 ad=1.5d pause=1d+1d pause=3d+2d" },
  { "stood-still", "", "A 4d as=03-02 ad=1d resume=03-06; B 1d A" },
  { "one", "Ann=standard,03-04", "A 4d by=Ann pause=1d+1d; B 1d A" },
  { "one-with-progress", "Ann=standard", "A 4d by=Ann,done=16h as=03-02 ad=2d pause=1d+1d pause=3d+1d" },
  { "two-alike", "Ann=standard Bob=standard", "A 4d by=Ann by=Bob pause=2d+2d" },
  { "half", "Ann=standard", "A 4d by=Ann*50% pause=2d+2d" },
  { "contour", "Ann=standard", "A 10d by=Ann,work=48h,contour=2 pause=3d+2d" },
  { "elapsed", "", "A 4ed pause=1ed+2ed" },
};

static char *
write_plan (const PlanModel *model, const PlanSchedule *schedule, WriteFunc write)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  PlanExport what = { model, schedule, PLAN_ID_NONE, FALSE, NULL };
  g_autoptr (GError) error = NULL;

  write (&what, stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  return g_strdup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)));
}

static PlanImport *
read_plan (const char *text, ReadFunc read)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GError) error = NULL;
  PlanIdSource ids;
  PlanImport *import;

  plan_id_source_init (&ids, G_GINT64_CONSTANT (1) << 60);
  import = read (stream, "plan", &ids, NULL, &error);
  g_assert_no_error (error);
  plan_id_source_clear (&ids);
  return import;
}

static void
assert_same_dates (const PlanCase *plan, const PlanModel *model)
{
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (GError) error = NULL;

  plan_schedule_compute (schedule, model, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan_model_get_n (model, PLAN_RECORD_TASK), ==, plan_model_get_n (plan->model, PLAN_RECORD_TASK));
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    {
      const PlanScheduledTask *before = plan_schedule_get_task (plan->schedule, i), *after = plan_schedule_get_task (schedule, i);

      g_assert_cmpstr (plan_model_get_task_at (model, i)->name, ==, plan_model_get_task_at (plan->model, i)->name);
      g_assert_cmpint (after->start, ==, before->start);
      g_assert_cmpint (after->finish, ==, before->finish);
      g_assert_cmpint (after->duration, ==, before->duration);
      g_assert_cmpint (after->actual_duration, ==, before->actual_duration);
    }
}

static void
test_mspdi (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PlanCase) plan = plan_case_new (rows[i].options, rows[i].plan);
  g_autoptr (PlanImport) import = NULL;
  g_autofree char *text = NULL;

  g_assert_true (plan_schedule_compute (plan->schedule, plan->model, NULL, NULL));
  text = write_plan (plan->model, plan->schedule, plan_mspdi_write);
  g_assert_cmpint (strstr (text, "<TimephasedData>") != NULL, ==, i > 0);
  import = read_plan (text, plan_mspdi_read);
  assert_same_dates (plan, import->model);
}

static void
test_json (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PlanCase) plan = plan_case_new (rows[i].options, rows[i].plan);
  g_autoptr (PlanImport) import = NULL;
  g_autofree char *text = NULL;

  g_assert_true (plan_schedule_compute (plan->schedule, plan->model, NULL, NULL));
  text = write_plan (plan->model, plan->schedule, plan_json_write);
  g_assert_cmpint (strstr (text, "\"splits\"") != NULL, ==, i > 0);
  import = read_plan (text, plan_json_read);
  assert_same_dates (plan, import->model);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_SPLIT), ==, plan_model_get_n (plan->model, PLAN_RECORD_SPLIT));
}

/* Another program says only when the parts are. */
static void
test_dates_alone (void)
{
  g_autoptr (PlanCase) plan = plan_case_new ("", "A 4d pause=1d+2d pause=3d+1d");
  g_autoptr (PlanImport) import = NULL;
  g_autofree char *text = NULL;
  char *pauses, *end;

  g_assert_true (plan_schedule_compute (plan->schedule, plan->model, NULL, NULL));
  text = write_plan (plan->model, plan->schedule, plan_json_write);
  pauses = strstr (text, "\"pauses\"");
  g_assert_nonnull (pauses);
  end = strchr (pauses, ']');
  memcpy (pauses, "\"notes\": \"", 10);
  memset (pauses + 10, ' ', end - pauses - 10);
  *end = '"';
  import = read_plan (text, plan_json_read);
  assert_same_dates (plan, import->model);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_SPLIT), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *mspdi = g_strconcat ("/interchange/pauses/mspdi/", rows[i].path, NULL);
      g_autofree char *json = g_strconcat ("/interchange/pauses/json/", rows[i].path, NULL);

      g_test_add_data_func (mspdi, GUINT_TO_POINTER (i), test_mspdi);
      g_test_add_data_func (json, GUINT_TO_POINTER (i), test_json);
    }
  g_test_add_func ("/interchange/pauses/json/dates-alone", test_dates_alone);
  return g_test_run ();
}
