/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Microsoft Project's XML: files as Project writes them, compared as a whole with the JSON that becomes of them, and
 * what damaged and hostile files give. PLAN_UPDATE_GOLDEN=1 writes the expected files anew.
 */

#include "plan-error.h"
#include "plan-json.h"
#include "plan-mspdi.h"
#include "plan-outline.h"

#include <string.h>

#define HEAD "<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><StartDate>2026-03-02T08:00:00</StartDate>"

static PlanImport *
read_bytes (const char *data, gssize length, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, length, NULL);
  PlanIdSource ids;
  PlanImport *import;

  plan_id_source_init (&ids, G_GINT64_CONSTANT (1) << 60);
  import = plan_mspdi_read (stream, "plan.xml", &ids, NULL, error);
  plan_id_source_clear (&ids);
  g_assert_true (import == NULL || plan_model_check (import->model, NULL));
  return import;
}

static char *
to_json (const PlanImport *import)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  PlanExport what = { import->model, NULL, PLAN_ID_NONE, TRUE, import->report };
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  g_assert_true (plan_json_write (&what, stream, NULL, NULL));
  return g_strndup (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
}

static void
test_golden (gconstpointer data)
{
  const char *name = data;
  g_autofree char *xml_name = g_strconcat (name, ".xml", NULL);
  g_autofree char *json_name = g_strconcat (name, ".json", NULL);
  g_autofree char *xml_path = g_test_build_filename (G_TEST_DIST, "fixtures", "mspdi", xml_name, NULL);
  g_autofree char *json_path = g_test_build_filename (G_TEST_DIST, "fixtures", "mspdi", json_name, NULL);
  g_autofree char *xml = NULL, *expected = NULL, *got = NULL;
  g_autoptr (PlanImport) import = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (xml_path, &xml, &length, NULL));
  import = read_bytes (xml, (gssize) length, &error);
  g_assert_no_error (error);
  got = to_json (import);
  if (g_getenv ("PLAN_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (json_path, got, -1, NULL));
  g_assert_true (g_file_get_contents (json_path, &expected, NULL, NULL));
  g_assert_cmpstr (got, ==, expected);
}

#define SPAN(type, start, finish, hours) \
  "<TimephasedData><Type>" type "</Type><UID>1</UID><Start>2026-03-" start "</Start><Finish>2026-03-" finish "</Finish><Unit>2</Unit>" \
  "<Value>PT" hours "H0M0S</Value></TimephasedData>"

/* Calendar and people are round the clock, so that instants are easy to follow. */
static const struct
{
  const char *name;
  const char *duration;
  const char *finish;
  const char *spans;
  guint n_splits;
  PlanTicks after;
  PlanTicks length;
} works[] = {
  { "gap", "48", "05T08:00:00", SPAN ("1", "02T08:00:00", "03T08:00:00", "24") SPAN ("1", "04T08:00:00", "05T08:00:00", "24"), 1, 14400, 14400 },
  { "gap-after-what-is-done", "48", "05T08:00:00", SPAN ("1", "04T08:00:00", "05T08:00:00", "24") SPAN ("2", "02T08:00:00", "03T08:00:00", "24"), 1, 14400, 14400 },
  { "empty-span", "48", "05T08:00:00",
    SPAN ("1", "02T08:00:00", "03T08:00:00", "24") SPAN ("1", "03T08:00:00", "04T08:00:00", "0") SPAN ("1", "04T08:00:00", "05T08:00:00", "24"), 1, 14400, 14400 },
  { "no-gap", "48", "04T08:00:00", SPAN ("1", "02T08:00:00", "03T08:00:00", "24") SPAN ("1", "03T08:00:00", "04T08:00:00", "24"), 0, 0, 0 },
  { "no-room", "48", "04T08:00:00", SPAN ("1", "02T08:00:00", "03T08:00:00", "24") SPAN ("1", "04T08:00:00", "05T08:00:00", "24"), 0, 0, 0 },
  { "other-work", "48", "05T08:00:00", SPAN ("1", "02T08:00:00", "03T08:00:00", "4") SPAN ("1", "04T08:00:00", "05T08:00:00", "4"), 0, 0, 0 },
};

static void
test_splits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autofree char *text = g_strdup_printf (
        HEAD "<Tasks><Task><UID>1</UID><ID>1</ID><Name>A</Name><OutlineLevel>1</OutlineLevel><Duration>PT%sH0M0S</Duration>"
        "<Start>2026-03-02T08:00:00</Start><Finish>2026-03-%s</Finish></Task></Tasks><Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID>"
        "<ResourceUID>-65535</ResourceUID><Units>1</Units><Work>PT%sH0M0S</Work><Start>2026-03-02T08:00:00</Start><Finish>2026-03-%s</Finish>%s"
        "</Assignment></Assignments></Project>", works[i].duration, works[i].finish, works[i].duration, works[i].finish, works[i].spans);
      g_autoptr (PlanImport) import = read_bytes (text, -1, NULL);
      const PlanSplit *split;

      g_assert_nonnull (import);
      g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_SPLIT), ==, works[i].n_splits);
      if (works[i].n_splits == 0)
        continue;
      split = plan_model_get_at (import->model, PLAN_RECORD_SPLIT, 0);
      g_assert_cmpint (split->owner, ==, plan_model_get_task_at (import->model, 0)->id);
      g_assert_cmpint (split->after, ==, works[i].after);
      g_assert_cmpint (split->length, ==, works[i].length);
    }
}

/* Whole files that give nothing but a sentence. */
static const struct
{
  const char *name;
  const char *text;
  gssize length; /* -1: up to the end */
  const char *message;
} refused[] = {
  { "empty", "", 0, "*The file is not XML.*" },
  { "not-xml", "PK\003\004 something", -1, "Line 1: The file is not XML." },
  { "other-xml", "<?xml version=\"1.0\"?><svg/>", -1, "Line 1: The file is XML, but not a project of Microsoft Project." },
  { "cut-off", HEAD "\n<Tasks><Task><UID>1</UID><Name>Pa", -1, "Line 2: The file is cut off." },
  { "cut-in-tag", HEAD "\n<Tasks><Task><UI", -1, "Line 2:*" },
  { "mismatch", HEAD "<Tasks></Task></Project>", -1, "Line 1: An element is closed that was not opened*" },
  { "encoding", HEAD "\n\n<Name>caf\xe9</Name></Project>", -1, "Line 3: The file contains characters that its encoding does not have." },
  { "doctype", "<!DOCTYPE Project [<!ENTITY a \"aaaa\">]><Project/>", -1, "Line 1: The file has a document type*" },
  { "entity-bomb",
    "<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">"
    "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]><Project><Name>&d;&d;&d;&d;</Name></Project>", -1, "Line 1: *, which Planwright does not read." },
  { "outside-entity", "<!DOCTYPE p SYSTEM \"file:///etc/passwd\"><Project/>", -1, "*The file has a document type*" },
  { "unknown-entity", HEAD "<Name>&nbsp;</Name></Project>", -1, "Line 1: The file uses an entity*" },
};

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = read_bytes (refused[i].text, refused[i].length >= 0 ? refused[i].length : (gssize) strlen (refused[i].text), &error);

  g_assert_null (import);
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
  if (!g_pattern_match_simple (refused[i].message, error->message))
    g_error ("%s: “%s” is not as “%s”", refused[i].name, error->message, refused[i].message);
}

static void
test_utf16 (void)
{
  static const char text[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><Project xmlns=\"http://schemas.microsoft.com/project\">"
                             "<Name>计划</Name></Project>";
  gsize length;
  g_autofree char *wide = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = read_bytes (wide, (gssize) length, &error);

  g_assert_no_error (error);
  g_assert_true (plan_mspdi_sniff ((const guint8 *) wide, length));
  g_assert_cmpstr (((const PlanProject *) plan_model_get_at (import->model, PLAN_RECORD_PROJECT, 0))->name, ==, "计划");
}

static void
append_tasks (GString *text, guint n, guint level_step)
{
  g_string_append (text, "<Tasks>");
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "<Task><UID>%u</UID><Name>Task %u</Name><OutlineLevel>%u</OutlineLevel></Task>", i, i, 1 + (i - 1) * level_step);
  g_string_append (text, "</Tasks></Project>");
}

static void
test_outline_too_deep (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = NULL;

  append_tasks (text, 5000, 1);
  import = read_bytes (text->str, (gssize) text->len, &error);
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
  g_assert_cmpstr (error->message, ==, "Line 1: The task “Task 256” lies deeper than 255 levels.");
}

static void
test_outline_deepest (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (PlanImport) import = NULL;

  append_tasks (text, PLAN_OUTLINE_MAX_LEVEL, 1);
  import = read_bytes (text->str, (gssize) text->len, NULL);
  g_assert_nonnull (import);
}

/* Elements and not tasks lie within one another: refused wherever it is noticed. */
static void
test_elements_too_deep (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "<Task>");
  g_assert_null (read_bytes (text->str, (gssize) text->len, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
  g_assert_true (strstr (error->message, "too deep") != NULL);
}

static void
test_huge_text (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<Name>");
  g_autoptr (GError) error = NULL;
  g_autofree char *block = g_strnfill (1 << 20, 'x');

  for (guint i = 0; i < 20; i++)
    g_string_append (text, block);
  g_string_append (text, "</Name></Project>");
  g_assert_null (read_bytes (text->str, (gssize) text->len, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
}

/* One wrong value each: the plan is read, the value is reported, and the field is as in a new task. */
static const struct
{
  const char *name;
  const char *element;
  const char *file;
} wrong_values[] = {
  { "year-0", "<ConstraintDate>0000-01-01T08:00:00</ConstraintDate>", "0000-01-01T08:00:00" },
  { "no-date", "<Deadline>tomorrow</Deadline>", "tomorrow" },
  { "duration-1", "<Duration>-PT1H0M0S</Duration>", "-PT1H0M0S" },
  { "duration-number", "<Duration>-1</Duration>", "-1" },
  { "duration-huge", "<Duration>PT99999999999999H0M0S</Duration>", "PT99999999999999H0M0S" },
  { "duration-nan", "<Duration>NaN</Duration>", "NaN" },
  { "percent", "<PercentComplete>101</PercentComplete>", "101" },
  { "priority", "<Priority>-3</Priority>", "-3" },
  { "type", "<Type>9</Type>", "9" },
  { "constraint", "<ConstraintType>8</ConstraintType>", "8" },
  { "format", "<DurationFormat>25</DurationFormat>", "25" },
  { "boolean", "<Milestone>maybe</Milestone>", "maybe" },
  { "cost", "<FixedCost>1e30</FixedCost>", "1e30" },
  { "start", "<Start>2500-01-01T08:00:00</Start>", "2500-01-01T08:00:00" },
};

static void
test_wrong_value (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup_printf (HEAD "<Tasks><Task><UID>7</UID>%s</Task></Tasks></Project>", wrong_values[i].element);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = read_bytes (text, (gssize) strlen (text), &error);
  const PlanReportItem *item;
  const PlanImportedValue *kept;

  g_assert_no_error (error);
  g_assert_cmpuint (import->report->items->len, ==, 1);
  item = import->report->items->pdata[0];
  g_assert_cmpint (item->kind, ==, PLAN_REPORT_CHANGED);
  g_assert_cmpstr (item->record, ==, "task");
  g_assert_cmpstr (item->uid, ==, "7");
  g_assert_cmpstr (item->file, ==, wrong_values[i].file);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_IMPORTED_VALUE), ==, 1);
  kept = plan_model_get_at (import->model, PLAN_RECORD_IMPORTED_VALUE, 0);
  g_assert_true (strstr (kept->text, wrong_values[i].file) != NULL);
}

static void
test_cyclic_links (void)
{
  static const char text[] = HEAD "<Tasks>"
                             "<Task><UID>1</UID><Name>A</Name><PredecessorLink><PredecessorUID>3</PredecessorUID><Type>1</Type></PredecessorLink></Task>"
                             "<Task><UID>2</UID><Name>B</Name><PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task>"
                             "<Task><UID>3</UID><Name>C</Name><PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type></PredecessorLink>"
                             "<PredecessorLink><PredecessorUID>3</PredecessorUID><Type>1</Type></PredecessorLink></Task>"
                             "</Tasks></Project>";
  g_autoptr (PlanImport) import = read_bytes (text, (gssize) strlen (text), NULL);
  const PlanReportItem *item;

  g_assert_nonnull (import);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_LINK), ==, 2);
  g_assert_cmpuint (plan_report_count (import->report, PLAN_REPORT_DROPPED), ==, 2);
  item = import->report->items->pdata[1];
  g_assert_cmpstr (item->reason, ==, "The link from “B” to “C” closes a circle of links and was not taken.");
}

/* Derived from one another; the first stays derived from one that is then a base calendar. */
static void
test_cyclic_calendars (void)
{
  static const char text[] = HEAD "<CalendarUID>1</CalendarUID><Calendars>"
                             "<Calendar><UID>1</UID><Name>A</Name><BaseCalendarUID>2</BaseCalendarUID></Calendar>"
                             "<Calendar><UID>2</UID><Name>B</Name><BaseCalendarUID>1</BaseCalendarUID></Calendar>"
                             "</Calendars></Project>";
  g_autoptr (PlanImport) import = read_bytes (text, (gssize) strlen (text), NULL);

  g_assert_nonnull (import);
  g_assert_cmpuint (plan_report_count (import->report, PLAN_REPORT_CHANGED), ==, 1);
}

static void
test_same_uid (void)
{
  static const char text[] = HEAD "<Tasks><Task><UID>1</UID><Name>A</Name></Task><Task><UID>1</UID><Name>B</Name></Task>"
                             "<Task><UID>999999999999</UID><PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink></Task></Tasks></Project>";
  g_autoptr (PlanImport) import = read_bytes (text, (gssize) strlen (text), NULL);

  g_assert_nonnull (import);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_TASK), ==, 3);
  g_assert_cmpuint (plan_report_count (import->report, PLAN_REPORT_CHANGED), ==, 1);
  g_assert_cmpstr (plan_model_get_task (import->model, plan_model_get_link_at (import->model, 0)->predecessor)->name, ==, "A");
}

/* Every task wrong in the same way: the report stays small and says how many there are. */
static void
test_report_is_bounded (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<Tasks>");
  g_autoptr (PlanImport) import = NULL;

  for (guint i = 1; i <= 5000; i++)
    g_string_append_printf (text, "<Task><UID>%u</UID><Duration>x</Duration></Task>", i);
  g_string_append (text, "</Tasks></Project>");
  import = read_bytes (text->str, (gssize) text->len, NULL);
  g_assert_nonnull (import);
  g_assert_cmpuint (import->report->items->len, <=, 1001);
  g_assert_cmpuint (plan_report_count (import->report, PLAN_REPORT_CHANGED), ==, 5000);
}

/* A ring through every task, and a link from each to each of the hundred before: what is dropped is found in bounded time. */
static void
test_many_circles (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<Tasks>");
  g_autoptr (PlanImport) import = NULL;

  for (int i = 1; i <= 2000; i++)
    {
      g_string_append_printf (text, "<Task><UID>%d</UID>", i);
      for (int k = -10; k <= 10; k++)
        if (k != 0)
          g_string_append_printf (text, "<PredecessorLink><PredecessorUID>%d</PredecessorUID></PredecessorLink>", (i + k + 1999) % 2000 + 1);
      g_string_append (text, "</Task>");
    }
  g_string_append (text, "</Tasks></Project>");
  import = read_bytes (text->str, (gssize) text->len, NULL);
  g_assert_nonnull (import);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_LINK), >, 2000);
  g_assert_cmpuint (plan_report_count (import->report, PLAN_REPORT_DROPPED), >, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (HEAD "</Project>", -1, NULL);
  g_autoptr (GError) error = NULL;
  PlanProgress progress = { 0 };
  PlanIdSource ids;

  plan_id_source_init (&ids, PLAN_ID_NONE);
  plan_progress_cancel (&progress);
  g_assert_null (plan_mspdi_read (stream, "plan.xml", &ids, &progress, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
  plan_id_source_clear (&ids);
}

static void
add_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/interchange/mspdi/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong_values); i++)
    {
      g_autofree char *path = g_strconcat ("/interchange/mspdi/wrong-value/", wrong_values[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wrong_value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/interchange/mspdi/golden/project-2003", "project-2003", test_golden);
  g_test_add_data_func ("/interchange/mspdi/golden/project-2019", "project-2019", test_golden);
  add_cases ();
  g_test_add_func ("/interchange/mspdi/utf16", test_utf16);
  g_test_add_func ("/interchange/mspdi/outline-too-deep", test_outline_too_deep);
  g_test_add_func ("/interchange/mspdi/outline-deepest", test_outline_deepest);
  g_test_add_func ("/interchange/mspdi/elements-too-deep", test_elements_too_deep);
  g_test_add_func ("/interchange/mspdi/huge-text", test_huge_text);
  g_test_add_func ("/interchange/mspdi/cyclic-links", test_cyclic_links);
  g_test_add_func ("/interchange/mspdi/cyclic-calendars", test_cyclic_calendars);
  g_test_add_func ("/interchange/mspdi/same-uid", test_same_uid);
  g_test_add_func ("/interchange/mspdi/report-is-bounded", test_report_is_bounded);
  g_test_add_func ("/interchange/mspdi/many-circles", test_many_circles);
  g_test_add_func ("/interchange/mspdi/cancelled", test_cancelled);
  g_test_add_func ("/interchange/mspdi/splits", test_splits);
  return g_test_run ();
}
