/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing Microsoft Project's XML: plans that were made here, what is written of values that people changed since the
 * import, numbers of new records, and what must not break the file. That nothing of a file gets lost is compared element by
 * element in tests/cli/check-mspdi.py.
 */

#include "mspdi-fixture.h"
#include "plan-error.h"
#include "plan-json.h"
#include "plan-mspdi.h"

#include <string.h>

#define OWN                                                                                                                  \
  "{\"format\": \"planwright\", \"version\": 1, \"project\": {\"name\": \"Own\", \"start\": \"2026-03-02T08:00:00\", \"calendar\": 1},"   \
  "\"calendars\": [{\"uid\": 1, \"name\": \"Standard\", \"week\": {\"mon\": [[\"08:00\",\"16:00\"]], \"tue\": [[\"08:00\",\"16:00\"]],"    \
  "\"wed\": [[\"08:00\",\"16:00\"]], \"thu\": [[\"08:00\",\"16:00\"]], \"fri\": [[\"08:00\",\"16:00\"]], \"sat\": [], \"sun\": []},"       \
  "\"exceptions\": []}],"                                                                                                    \
  "\"tasks\": [{\"uid\": \"a\", \"outline_level\": 1, \"name\": \"Phase\"},"                                                 \
  "{\"uid\": 7, \"outline_level\": 2, \"name\": \"One\", \"duration\": 960%s},"                                              \
  "{\"uid\": \"c\", \"outline_level\": 2, \"name\": \"Two\", \"duration\": 480, \"percent_complete\": 33.33}],"              \
  "\"links\": [{\"predecessor\": 7, \"successor\": \"c\", \"type\": \"SS\", \"lag\": 50, \"lag_unit\": \"%%\"}],"            \
  "\"resources\": [], \"assignments\": []}"

typedef PlanImport *(*ReadFunc) (GInputStream *stream, const char *name, PlanIdSource *ids, PlanProgress *progress, GError **error);

static PlanImport *
read_text (ReadFunc read, const char *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GError) error = NULL;
  PlanIdSource ids;
  PlanImport *import;

  plan_id_source_init (&ids, G_GINT64_CONSTANT (1) << 60);
  import = read (stream, "plan.xml", &ids, NULL, &error);
  plan_id_source_clear (&ids);
  g_assert_no_error (error);
  return import;
}

static PlanImport *
read_own (const char *more)
{
  g_autofree char *text = g_strdup_printf (OWN, more);

  return read_text (plan_json_read, text);
}

static void
assert_reads_again (const char *text)
{
  g_autoptr (PlanImport) import = read_text (plan_mspdi_read, text);
  g_autofree char *again = mspdi_write_text (import->model, PLAN_ID_NONE, TRUE);

  g_assert_cmpstr (again, ==, text);
}

static void
test_own (void)
{
  static const char *const parts[] = {
    "<Project xmlns=\"http://schemas.microsoft.com/project\">", "<SaveVersion>14</SaveVersion>", "<Name>Own</Name>",
    "<ScheduleFromStart>1</ScheduleFromStart>", "<StartDate>2026-03-02T08:00:00</StartDate>", "<FinishDate>2026-03-03T16:00:00</FinishDate>",
    "<CalendarUID>1</CalendarUID>", "<MinutesPerDay>480</MinutesPerDay>", "<DayType>1</DayType>", "<DayWorking>0</DayWorking>",
    "<DayType>2</DayType>", "<FromTime>08:00:00</FromTime>",
    /* the project's own row */
    "<UID>0</UID>", "<ID>0</ID>", "<Name>Own</Name>", "<OutlineNumber>0</OutlineNumber>", "<OutlineLevel>0</OutlineLevel>",
    "<Duration>PT16H0M0S</Duration>", "<Summary>1</Summary>",
    /* a summary */
    "<UID>8</UID>", "<ID>1</ID>", "<Name>Phase</Name>", "<Active>1</Active>", "<Manual>0</Manual>", "<WBS>1</WBS>",
    "<Finish>2026-03-03T16:00:00</Finish>", "<Duration>PT16H0M0S</Duration>", "<Summary>1</Summary>",
    /* its tasks */
    "<UID>7</UID>", "<ID>2</ID>", "<OutlineNumber>1.1</OutlineNumber>", "<OutlineLevel>2</OutlineLevel>", "<Start>2026-03-02T08:00:00</Start>",
    "<DurationFormat>7</DurationFormat>", "<Critical>1</Critical>", "<RemainingDuration>PT16H0M0S</RemainingDuration>",
    "<UID>9</UID>", "<ID>3</ID>", "<OutlineNumber>1.2</OutlineNumber>", "<Start>2026-03-03T08:00:00</Start>", "<PercentComplete>33</PercentComplete>",
    "<PredecessorUID>7</PredecessorUID>", "<Type>3</Type>", "<CrossProject>0</CrossProject>", "<LinkLag>50</LinkLag>", "<LagFormat>19</LagFormat>",
    "<Resources/>", "<Assignments/>", NULL
  };
  g_autoptr (PlanImport) import = read_own ("");
  g_autofree char *text = mspdi_write_text (import->model, PLAN_ID_NONE, FALSE);

  mspdi_assert_in_order (text, parts);
  assert_reads_again (text);
}

/* Characters that XML does not have would make the file unreadable. */
static void
test_characters (void)
{
  static const char *const parts[] = { "<Notes>a &lt;b&gt; &amp; \"c\"\nd效e</Notes>", NULL };
  g_autoptr (PlanImport) import = read_own (", \"notes\": \"a <b> & \\\"c\\\"\\nd\\u000b\\u0001\\uffff效\\u001fe\"");
  g_autofree char *text = mspdi_write_text (import->model, PLAN_ID_NONE, FALSE);

  mspdi_assert_in_order (text, parts);
  assert_reads_again (text);
}

/* What other ways bring into imported values must not break the file either. */
static void
test_hostile_kept (void)
{
  static const char *const parts[] = { "<OutlineCode>", "<FieldID>1</FieldID>", "</OutlineCode>", "<Odd.Name-1>x</Odd.Name-1>", NULL };
  g_autoptr (PlanImport) import = read_own (", \"imported\": [[\"a b\", \"1\"], [\"x><y\", \"2\"], [\"1st\", \"3\"], [\"/\", \"4\"],"
                                            "[\"a//b\", \"5\"], [\"-\", \"6\"], [\"../Task\", \"7\"], [\"Odd.Name-1\", \"x\"],"
                                            "[\"OutlineCode/\", \"\"], [\"OutlineCode/FieldID\", \"1\"]]");
  g_autofree char *text = mspdi_write_text (import->model, PLAN_ID_NONE, FALSE);

  mspdi_assert_in_order (text, parts);
  g_assert_null (strstr (text, "1st"));
  g_assert_null (strstr (text, "a b"));
  assert_reads_again (text);
}

#define TASK                                                                                                                 \
  "<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><Name>a.xml</Name><StartDate>2026-03-02T08:00:00</StartDate>" \
  "<Tasks><Task><UID>3</UID><ID>1</ID><Name>One</Name><Priority>5000</Priority><Start>2026-03-05T08:00:00</Start>"          \
  "<Finish>2026-03-06T08:00:00</Finish><Duration>PT8H0M2.5S</Duration><DurationFormat>53</DurationFormat><Estimated>1</Estimated>" \
  "<Cost>700</Cost><Odd>x</Odd></Task></Tasks></Project>"

static void
set_field (PlanImport *import, PlanFieldId field, gint64 value)
{
  PlanId id = plan_model_get_task_at (import->model, 0)->id;

  plan_model_set (import->model, field, id, &PLAN_VALUE_OF_INTEGER (value));
}

/* Values that the field cannot hold, or not exactly, come back as they were. */
static void
test_unchanged (void)
{
  static const char *const parts[] = {
    "<Name>a.xml</Name>", "<UID>3</UID>", "<Priority>5000</Priority>", "<Start>2026-03-05T08:00:00</Start>", "<Duration>PT8H0M2.5S</Duration>",
    "<DurationFormat>53</DurationFormat>", "<Cost>700</Cost>", "<Odd>x</Odd>", NULL
  };
  g_autoptr (PlanImport) import = read_text (plan_mspdi_read, TASK);
  g_autofree char *text = mspdi_write_text (import->model, PLAN_ID_NONE, TRUE);

  mspdi_assert_in_order (text, parts);
  g_assert_null (strstr (text, "SaveVersion"));
}

/* What people changed since wins over what the file said. */
static void
test_changed (void)
{
  static const char *const parts[] = {
    "<UID>3</UID>", "<Priority>600</Priority>", "<Start>2026-03-02T08:00:00</Start>", "<Duration>PT16H0M0S</Duration>",
    "<DurationFormat>41</DurationFormat>", "<Cost>0</Cost>", "<Odd>x</Odd>", NULL
  };
  g_autoptr (PlanImport) import = read_text (plan_mspdi_read, TASK);
  g_autofree char *text = NULL;

  set_field (import, PLAN_FIELD_TASK_PRIORITY, 600);
  set_field (import, PLAN_FIELD_TASK_DURATION, 16 * 60 * PLAN_TICKS_PER_MINUTE);
  set_field (import, PLAN_FIELD_TASK_DURATION_UNIT, PLAN_UNIT_WEEK);
  text = mspdi_write_text (import->model, PLAN_ID_NONE, FALSE);
  mspdi_assert_in_order (text, parts);
  g_assert_null (strstr (text, "5000"));
  g_assert_null (strstr (text, "2026-03-05"));
}

static void
add_task (PlanImport *import, PlanId id, gint64 uid)
{
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = id;
  task.project = plan_record_get_id (plan_model_get_at (import->model, PLAN_RECORD_PROJECT, 0));
  task.rank = id;
  task.source_uid = uid;
  task.name = "New";
  plan_model_insert (import->model, PLAN_RECORD_TASK, &task);
}

/* The first one with a number keeps it; the others, and those without one, get numbers that nobody has. */
static void
test_numbers (void)
{
  static const char *const parts[] = { "<UID>3</UID>", "<UID>41</UID>", "<UID>40</UID>", "<Active>1</Active>", "<UID>42</UID>", NULL };
  g_autoptr (PlanImport) import = read_text (plan_mspdi_read, TASK);
  g_autofree char *text = NULL;

  add_task (import, G_GINT64_CONSTANT (1) << 61, 3);
  add_task (import, (G_GINT64_CONSTANT (1) << 61) + 1, 40);
  add_task (import, (G_GINT64_CONSTANT (1) << 61) + 2, -1);
  text = mspdi_write_text (import->model, PLAN_ID_NONE, TRUE);
  mspdi_assert_in_order (text, parts);
}

/* Project counts to 2,147,483,647. */
static void
test_largest_number (void)
{
  static const char *const parts[] = { "<UID>3</UID>", "<UID>2147483647</UID>", "<UID>1</UID>", "<UID>2</UID>", "<UID>4</UID>", NULL };
  g_autoptr (PlanImport) import = read_text (plan_mspdi_read, TASK);
  g_autofree char *text = NULL;

  add_task (import, G_GINT64_CONSTANT (1) << 61, G_MAXINT32);
  for (guint i = 1; i < 4; i++)
    add_task (import, (G_GINT64_CONSTANT (1) << 61) + i, -1);
  text = mspdi_write_text (import->model, PLAN_ID_NONE, TRUE);
  mspdi_assert_in_order (text, parts);
}

static void
test_fixture (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "mspdi", data, NULL);
  g_autofree char *source = NULL, *text = NULL;
  g_autoptr (PlanImport) import = NULL;

  g_assert_true (g_file_get_contents (path, &source, NULL, NULL));
  import = read_text (plan_mspdi_read, source);
  text = mspdi_write_text (import->model, PLAN_ID_NONE, TRUE);
  assert_reads_again (text);
}

static void
test_full_disk (void)
{
  char space[2000];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (space, sizeof space, NULL, NULL);
  g_autoptr (PlanImport) import = read_own ("");
  g_autoptr (GError) error = NULL;
  PlanExport what = { import->model, NULL, PLAN_ID_NONE, TRUE, NULL };

  g_assert_false (plan_mspdi_write (&what, stream, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_IO);
}

static void
test_cancelled (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PlanImport) import = read_own ("");
  g_autoptr (GError) error = NULL;
  PlanExport what = { import->model, NULL, PLAN_ID_NONE, TRUE, NULL };
  PlanProgress progress = { 0 };

  plan_progress_cancel (&progress);
  g_assert_false (plan_mspdi_write (&what, stream, &progress, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
}

static void
test_no_project (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PlanImport) import = read_own ("");
  g_autoptr (GError) error = NULL;
  PlanExport what = { import->model, NULL, 77, TRUE, NULL };

  g_assert_false (plan_mspdi_write (&what, stream, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interchange/mspdi-write/own", test_own);
  g_test_add_func ("/interchange/mspdi-write/characters", test_characters);
  g_test_add_func ("/interchange/mspdi-write/hostile-kept", test_hostile_kept);
  g_test_add_func ("/interchange/mspdi-write/unchanged", test_unchanged);
  g_test_add_func ("/interchange/mspdi-write/changed", test_changed);
  g_test_add_func ("/interchange/mspdi-write/numbers", test_numbers);
  g_test_add_func ("/interchange/mspdi-write/largest-number", test_largest_number);
  g_test_add_data_func ("/interchange/mspdi-write/fixture/round-trip-2003", "round-trip-2003.xml", test_fixture);
  g_test_add_data_func ("/interchange/mspdi-write/fixture/round-trip-2019", "round-trip-2019.xml", test_fixture);
  g_test_add_func ("/interchange/mspdi-write/full-disk", test_full_disk);
  g_test_add_func ("/interchange/mspdi-write/cancelled", test_cancelled);
  g_test_add_func ("/interchange/mspdi-write/no-project", test_no_project);
  return g_test_run ();
}
