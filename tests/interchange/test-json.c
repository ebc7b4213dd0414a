/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Planwright JSON: what is written, read and written again is the same, for models with records of every kind and random
 * values in every field; an office of several projects; and what damaged and hostile files give.
 */

#include "plan-error.h"
#include "plan-json-fields.h"
#include "plan-json.h"
#include "plan-outline.h"

#include <string.h>

static PlanImport *
read_text (const char *text, gssize length, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);
  PlanIdSource ids;
  PlanImport *import;

  plan_id_source_init (&ids, G_GINT64_CONSTANT (1) << 60);
  import = plan_json_read (stream, "plan.json", &ids, NULL, error);
  plan_id_source_clear (&ids);
  g_assert_true (import == NULL || plan_model_check (import->model, NULL));
  return import;
}

static char *
to_json (const PlanModel *model, PlanId project)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  PlanExport what = { model, NULL, project, TRUE, NULL };
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_json_write (&what, stream, NULL, &error));
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
}

static gint64
pick (GRand *rand, gint64 low, gint64 high)
{
  guint64 span = (guint64) high - (guint64) low;
  guint64 drawn = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);

  return (gint64) ((guint64) low + (span == G_MAXUINT64 ? drawn : drawn % (span + 1)));
}

static gint64
pick_integer (GRand *rand, const PlanField *field)
{
  switch (field->type)
    {
    case PLAN_TYPE_BOOLEAN:
      return pick (rand, 0, 1);
    case PLAN_TYPE_ENUM:
      {
        guint n = 0;

        while (field->names[n].key != NULL)
          n++;
        return field->names[pick (rand, 0, n - 1)].value;
      }
    case PLAN_TYPE_UNIT:
      return pick (rand, PLAN_UNIT_MINUTE, PLAN_UNIT_ELAPSED_MONTH);
    case PLAN_TYPE_INSTANT:
      return pick (rand, PLAN_TICKS_MIN, PLAN_TICKS_MAX - 1);
    case PLAN_TYPE_DAY:
      return pick (rand, PLAN_DAY_MIN, PLAN_DAY_MAX);
    case PLAN_TYPE_MONEY:
    case PLAN_TYPE_RATE:
      return pick (rand, -PLAN_MONEY_MAX / 2, PLAN_MONEY_MAX / 2);
    default:
      return pick (rand, field->min, field->max);
    }
}

static const char *
pick_text (GRand *rand, PlanModel *model, PlanFieldType type)
{
  static const char *const texts[] = { "", "plain", "两行\n字", "quote \" and \\ back", "\ttab \x01 control \x7f", "=a=b", "😀" };
  static const char *const hours[] = { "", "00:00-24:00", "08:00-12:00 13:00-17:00", "08:00.5-09:00 22:00-24:00" };

  if (type == PLAN_TYPE_HOURS)
    return plan_model_keep_text (model, hours[pick (rand, 0, G_N_ELEMENTS (hours) - 1)]);
  return plan_model_keep_text (model, texts[pick (rand, 0, G_N_ELEMENTS (texts) - 1)]);
}

/* Random values in all fields that stand as such in the file; each may also be as in a new record. */
static void
fill (GRand *rand, PlanModel *model, PlanRecord record, gpointer body)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);

  for (PlanFieldId id = first; id < end; id++)
    {
      const PlanField *field = plan_field_get (id);
      PlanValue value;

      if (!plan_json_field_is_plain (id) || g_rand_int_range (rand, 0, 4) == 0)
        continue;
      value = plan_field_is_text (id) ? PLAN_VALUE_OF_TEXT (pick_text (rand, model, field->type)) :
                                        PLAN_VALUE_OF_INTEGER (pick_integer (rand, field));
      g_assert_true (plan_field_check (id, &value, NULL));
      plan_field_set_value (id, body, &value);
    }
}

typedef struct
{
  GRand *rand;
  PlanModel *model;
  PlanIdSource ids;
} Maker;

static void
start (Maker *self, PlanRecord record, gpointer body)
{
  plan_record_init (record, body);
  *(PlanId *) body = plan_id_source_next (&self->ids);
  fill (self->rand, self->model, record, body);
}

static PlanId
make_calendar (Maker *self, PlanId parent, PlanId project)
{
  PlanCalendar calendar;
  PlanWeek week;
  PlanException exception;

  start (self, PLAN_RECORD_CALENDAR, &calendar);
  calendar.parent = parent;
  calendar.project = project;
  plan_model_insert (self->model, PLAN_RECORD_CALENDAR, &calendar);
  for (guint i = 0; i < 3; i++)
    {
      start (self, PLAN_RECORD_WEEK, &week);
      week.calendar = calendar.id;
      week.start = i == 0 ? PLAN_DAY_NONE : week.start;
      week.finish = i == 0 ? PLAN_DAY_NONE : week.finish;
      plan_model_insert (self->model, PLAN_RECORD_WEEK, &week);
      start (self, PLAN_RECORD_EXCEPTION, &exception);
      exception.calendar = calendar.id;
      exception.start = 20000 + (gint32) i;
      exception.finish = exception.start + (gint32) i;
      exception.hours = exception.hours != NULL ? exception.hours : "";
      plan_model_insert (self->model, PLAN_RECORD_EXCEPTION, &exception);
    }
  return calendar.id;
}

static void
make_children (Maker *self, PlanRecord record, PlanId owner, PlanId field)
{
  PlanBaseline baseline;
  PlanCustomValue value;
  PlanWorkSpan span;
  PlanSplit split;
  PlanImportedValue imported;

  for (gint32 number = 0; number <= 10; number += 5)
    {
      start (self, PLAN_RECORD_BASELINE, &baseline);
      baseline.owner = owner;
      baseline.owner_record = record;
      baseline.number = number;
      plan_model_insert (self->model, PLAN_RECORD_BASELINE, &baseline);
    }
  start (self, PLAN_RECORD_CUSTOM_VALUE, &value);
  value.owner = owner;
  value.owner_record = record;
  value.field = field;
  plan_model_insert (self->model, PLAN_RECORD_CUSTOM_VALUE, &value);
  start (self, PLAN_RECORD_WORK_SPAN, &span);
  span.owner = owner;
  span.owner_record = record;
  plan_model_insert (self->model, PLAN_RECORD_WORK_SPAN, &span);
  start (self, PLAN_RECORD_SPLIT, &split);
  split.owner = owner;
  split.owner_record = record;
  plan_model_insert (self->model, PLAN_RECORD_SPLIT, &split);
  plan_record_init (PLAN_RECORD_IMPORTED_VALUE, &imported);
  imported.id = plan_id_source_next (&self->ids);
  imported.owner = owner;
  imported.owner_record = record;
  imported.text = "GUID=A\\\\B\nTwice=1\nTwice=2\nStart=2026-03-02T08:00:00\nWork=PT1H30M6S\n";
  plan_model_insert (self->model, PLAN_RECORD_IMPORTED_VALUE, &imported);
}

static PlanId
make_field (Maker *self, PlanId project, PlanRecord record)
{
  PlanCustomField field;

  start (self, PLAN_RECORD_CUSTOM_FIELD, &field);
  field.project = project;
  field.owner_record = record;
  field.key = "Text1";
  plan_model_insert (self->model, PLAN_RECORD_CUSTOM_FIELD, &field);
  return field.id;
}

static PlanId
make_resource (Maker *self, PlanId calendar, gint64 rank)
{
  PlanResource resource;
  PlanRateEntry rate;
  PlanAvailability availability;

  start (self, PLAN_RECORD_RESOURCE, &resource);
  resource.calendar = calendar;
  resource.rank = rank;
  plan_model_insert (self->model, PLAN_RECORD_RESOURCE, &resource);
  start (self, PLAN_RECORD_RATE, &rate);
  rate.resource = resource.id;
  plan_model_insert (self->model, PLAN_RECORD_RATE, &rate);
  start (self, PLAN_RECORD_AVAILABILITY, &availability);
  availability.resource = resource.id;
  plan_model_insert (self->model, PLAN_RECORD_AVAILABILITY, &availability);
  return resource.id;
}

/* Summaries, an empty line at the end of one, links forward, assignments with and without a person. */
static void
make_tasks (Maker *self, PlanId project, PlanId calendar, PlanId resource)
{
  PlanId field = make_field (self, project, PLAN_RECORD_TASK), resource_field = make_field (self, project, PLAN_RECORD_ASSIGNMENT);
  PlanId tasks[12];

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      PlanTask task;
      PlanLink link;
      PlanAssignment assignment;

      start (self, PLAN_RECORD_TASK, &task);
      task.project = project;
      task.parent = i % 4 != 0 ? tasks[i - i % 4] : PLAN_ID_NONE;
      task.rank = i;
      task.blank = i % 4 == 3;
      task.calendar = i % 2 ? calendar : PLAN_ID_NONE;
      task.source_uid = i % 3 == 0 ? (gint64) i : -1;
      tasks[i] = task.id;
      plan_model_insert (self->model, PLAN_RECORD_TASK, &task);
      make_children (self, PLAN_RECORD_TASK, task.id, field);
      start (self, PLAN_RECORD_ASSIGNMENT, &assignment);
      assignment.task = task.id;
      assignment.resource = i % 2 ? resource : PLAN_ID_NONE;
      plan_model_insert (self->model, PLAN_RECORD_ASSIGNMENT, &assignment);
      make_children (self, PLAN_RECORD_ASSIGNMENT, assignment.id, resource_field);
      if (i < 4)
        continue;
      start (self, PLAN_RECORD_LINK, &link);
      link.predecessor = tasks[i - 4];
      link.successor = task.id;
      plan_model_insert (self->model, PLAN_RECORD_LINK, &link);
    }
}

static PlanModel *
make_model (guint32 seed, guint n_projects)
{
  Maker self = { g_rand_new_with_seed (seed), plan_model_new (), { 0 } };
  PlanId office_calendar, resource;

  plan_id_source_init (&self.ids, (G_GINT64_CONSTANT (1) << 60) + seed);
  office_calendar = make_calendar (&self, PLAN_ID_NONE, PLAN_ID_NONE);
  resource = make_resource (&self, make_calendar (&self, office_calendar, PLAN_ID_NONE), 1);
  for (guint i = 0; i < n_projects; i++)
    {
      PlanProject project;
      PlanProgramme programme;

      start (&self, PLAN_RECORD_PROGRAMME, &programme);
      programme.rank = i;
      programme.name = i == 0 ? "One" : "Two";
      plan_model_insert (self.model, PLAN_RECORD_PROGRAMME, &programme);
      start (&self, PLAN_RECORD_PROJECT, &project);
      project.name = "Project";
      project.rank = i;
      project.programme = programme.id;
      project.calendar = make_calendar (&self, office_calendar, project.id);
      plan_model_insert (self.model, PLAN_RECORD_PROJECT, &project);
      make_children (&self, PLAN_RECORD_PROJECT, project.id, make_field (&self, project.id, PLAN_RECORD_PROJECT));
      make_tasks (&self, project.id, project.calendar, resource);
    }
  plan_id_source_clear (&self.ids);
  g_rand_free (self.rand);
  return self.model;
}

static void
check_round_trip (const PlanModel *model)
{
  g_autofree char *first = to_json (model, PLAN_ID_NONE), *second = NULL, *third = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = read_text (first, -1, &error);
  g_autoptr (PlanImport) again = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < import->report->items->len; i++)
    {
      const PlanReportItem *item = import->report->items->pdata[i];

      g_error ("not read as written: %s: %s (%s)", item->what, item->reason, item->file);
    }
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    g_assert_cmpuint (plan_model_get_n (import->model, record), ==, plan_model_get_n (model, record));
  second = to_json (import->model, PLAN_ID_NONE);
  g_assert_cmpstr (first, ==, second);
  again = read_text (second, -1, NULL);
  third = to_json (again->model, PLAN_ID_NONE);
  g_assert_cmpstr (second, ==, third);
}

static void
test_round_trip_single (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (PlanModel) model = make_model (seed, 1);

      check_round_trip (model);
    }
}

static void
test_round_trip_office (void)
{
  for (guint32 seed = 100; seed < 120; seed++)
    {
      g_autoptr (PlanModel) model = make_model (seed, 2);

      check_round_trip (model);
    }
}

/* One of two projects: all that it refers to comes along, what only the other has does not. */
static void
test_one_of_two (void)
{
  g_autoptr (PlanModel) model = make_model (7, 2);
  g_autoptr (GArray) projects = plan_model_list_projects (model);
  g_autofree char *text = to_json (model, g_array_index (projects, PlanId, 0));
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = read_text (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->report->items->len, ==, 0);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_PROJECT), ==, 1);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_TASK), ==, 12);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_CALENDAR), ==, 3);
}

/* A person of two documents is one person when the number is a text; whole numbers are each document's own. */
static void
test_office_shares (void)
{
  static const char text[] =
    "\xef\xbb\xbf{\"format\":\"planwright-office\",\"version\":1,\"projects\":["
    "{\"project\":{\"name\":\"A\",\"programme\":\"Shop\",\"calendar\":\"cn\"},\"calendars\":[{\"uid\":\"cn\",\"name\":\"CN\","
    "\"exceptions\":[{\"name\":\"春节\",\"from\":\"2026-02-15\",\"to\":\"2026-02-23\",\"hours\":[],\"kind\":\"statutory\"}]}],"
    "\"resources\":[{\"uid\":\"li\",\"name\":\"Li\",\"calendar\":\"cn\"},{\"uid\":1,\"name\":\"X\"}],"
    "\"tasks\":[{\"uid\":1,\"name\":\"a\",\"gate\":true,\"duration\":480.5}],\"assignments\":[{\"task\":1,\"resource\":\"li\"}]},"
    "{\"project\":{\"name\":\"B\",\"programme\":\"Shop\",\"calendar\":\"cn\"},\"calendars\":[{\"uid\":\"cn\",\"name\":\"CN\"}],"
    "\"resources\":[{\"uid\":\"li\",\"name\":\"Li\"},{\"uid\":1,\"name\":\"Y\"}],"
    "\"tasks\":[{\"uid\":1,\"name\":\"b\"}],\"assignments\":[{\"task\":1,\"resource\":\"li\"},{\"task\":1,\"resource\":1}]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = read_text (text, -1, &error);
  const PlanAssignment *last;

  g_assert_no_error (error);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_PROGRAMME), ==, 1);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_PROJECT), ==, 2);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_CALENDAR), ==, 1);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_EXCEPTION), ==, 1);
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_RESOURCE), ==, 3);
  last = plan_model_get_assignment_at (import->model, 2);
  g_assert_cmpstr (plan_model_get_resource (import->model, last->resource)->name, ==, "Y");
  g_assert_cmpstr (plan_model_get_task (import->model, last->task)->name, ==, "b");
  g_assert_cmpint (plan_model_get_task_at (import->model, 0)->duration, ==, 4805);
  g_assert_true (plan_model_get_task_at (import->model, 0)->gate);
}

static const struct
{
  const char *name;
  const char *text;
  int code;
  const char *message;
} refused[] = {
  { "empty", "", PLAN_ERROR_PARSE, "*" },
  { "cut-off", "{\"format\":\"planwright\",\n\"version\":1,\n\"tasks\":[{\"name\":\"a", PLAN_ERROR_PARSE, "Line 3: The file is not JSON, or is cut off." },
  { "other", "{\"format\":\"geo\"}", PLAN_ERROR_PARSE, "The file is JSON, but not Planwright’s." },
  { "list", "[1,2,3]", PLAN_ERROR_PARSE, "The file is JSON, but not Planwright’s." },
  { "newer", "{\"format\":\"planwright\",\"version\":2}", PLAN_ERROR_TOO_NEW, "The file was written by a newer version of Planwright." },
  { "encoding", "{\"format\":\n\"planwright\",\"x\":\"\xff\"}", PLAN_ERROR_PARSE, "Line 2: The file contains characters*" },
};

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (refused[i].text, (gssize) strlen (refused[i].text), &error));
  g_assert_error (error, PLAN_ERROR, refused[i].code);
  g_assert_true (g_pattern_match_simple (refused[i].message, error->message));
}

static void
test_too_deep (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"planwright\",\"x\":");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  g_assert_null (read_text (text->str, (gssize) text->len, &error));
  g_assert_cmpstr (error->message, ==, "Line 1: Lists and objects lie too deep within one another.");
}

/* The library reads more than JSON; brackets must not hide from counting in it. */
static void
test_hidden_depth (void)
{
  static const char *const openings[] = { "['\"',", "[/* \" */", "[// \"\n" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr (GString) text = g_string_new ("{\"format\":\"planwright\",\"x\":");
      g_autoptr (GError) error = NULL;

      g_string_append (text, openings[i]);
      for (guint n = 0; n < 300000; n++)
        g_string_append_c (text, '[');
      g_assert_null (read_text (text->str, (gssize) text->len, &error));
      g_assert_cmpstr (error->message, ==, "Line 1: The file is not JSON, or is cut off.");
    }
}

/* One thing wrong each: read nevertheless, with one item in the report. */
static const struct
{
  const char *name;
  const char *members;
} wrong[] = {
  { "baseline-number", "\"tasks\":[{\"uid\":1,\"baselines\":{\"4294967296\":{}}}]" },
  { "baseline-zeros", "\"tasks\":[{\"uid\":1,\"baselines\":{\"00\":{}}}]" },
  { "year-0", "\"tasks\":[{\"uid\":1,\"deadline\":\"0000-01-01T00:00:00\"}]" },
  { "duration-1", "\"tasks\":[{\"uid\":1,\"duration\":-1}]" },
  { "duration-huge", "\"tasks\":[{\"uid\":1,\"duration\":1e300}]" },
  { "duration-text", "\"tasks\":[{\"uid\":1,\"duration\":\"two days\"}]" },
  { "type", "\"tasks\":[{\"uid\":1,\"type\":\"loose\"}]" },
  { "flag", "\"tasks\":[{\"uid\":1,\"milestone\":1}]" },
  { "unknown", "\"tasks\":[{\"uid\":1,\"colour_of_hat\":1}]" },
  { "tasks-no-list", "\"tasks\":3" },
  { "no-project", "\"project\":\"x\",\"tasks\":[]" },
  { "level-text", "\"tasks\":[{\"uid\":1,\"outline_level\":\"x\"}]" },
  { "level-too-deep", "\"tasks\":[{\"uid\":1,\"outline_level\":300}]" },
  { "no-object", "\"tasks\":[7]" },
  { "no-list", "\"links\":7" },
  { "no-task", "\"assignments\":[{\"uid\":1}]" },
  { "same-uid", "\"tasks\":[{\"uid\":1},{\"uid\":1}]" },
  { "level", "\"tasks\":[{\"uid\":1,\"outline_level\":9}]" },
  { "own-predecessor", "\"tasks\":[{\"uid\":1}],\"links\":[{\"predecessor\":1,\"successor\":1}]" },
  { "circle", "\"tasks\":[{\"uid\":1},{\"uid\":2}],\"links\":[{\"predecessor\":1,\"successor\":2},{\"predecessor\":2,\"successor\":1}]" },
  { "calendar", "\"tasks\":[{\"uid\":1,\"calendar\":5}]" },
  { "baseline", "\"tasks\":[{\"uid\":1,\"baselines\":{\"11\":{}}}]" },
  { "custom", "\"tasks\":[{\"uid\":1,\"custom\":{\"Text1\":[]}}]" },
  { "top", "\"gadgets\":[]" },
};

static void
test_wrong (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup_printf ("{\"format\":\"planwright\",\"version\":1,%s}", wrong[i].members);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = read_text (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->report->items->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interchange/json/round-trip-single", test_round_trip_single);
  g_test_add_func ("/interchange/json/round-trip-office", test_round_trip_office);
  g_test_add_func ("/interchange/json/one-of-two", test_one_of_two);
  g_test_add_func ("/interchange/json/office-shares", test_office_shares);
  g_test_add_func ("/interchange/json/too-deep", test_too_deep);
  g_test_add_func ("/interchange/json/hidden-depth", test_hidden_depth);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/interchange/json/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strconcat ("/interchange/json/wrong/", wrong[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wrong);
    }
  return g_test_run ();
}
