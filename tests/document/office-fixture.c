/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An office with one record of every kind at least, its content as text to compare, and random edits of it.
 */

#include "office-fixture.h"

#include "plan-columns.h"
#include "plan-json.h"
#include "plan-result-fields.h"

#include <glib/gstdio.h>
#include <string.h>

#define START "2026-03-02T08:00:00"

static void
changed_cb (PlanDocument *document, const PlanChangeSet *changes, OfficeFixture *self)
{
  g_assert_cmpuint (plan_change_set_get_n (changes), >, 0);
  self->n_changes++;
}

/* Closes what is open and opens the same file. */
void
office_fixture_reopen (OfficeFixture *self, PlanStoreFlags flags)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->document);
  self->document = plan_document_open (self->path, flags, &error);
  g_assert_no_error (error);
  plan_document_set_author (self->document, "Test");
  g_signal_connect (self->document, "changed", G_CALLBACK (changed_cb), self);
  self->n_changes = 0;
}

OfficeFixture *
office_fixture_new (void)
{
  OfficeFixture *self = g_new0 (OfficeFixture, 1);

  self->folder = g_dir_make_tmp ("plan-document-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "office.planwright", NULL);
  office_fixture_reopen (self, PLAN_STORE_CREATE);
  return self;
}

void
office_fixture_free (OfficeFixture *self)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&self->document);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

static PlanId
next_id (OfficeFixture *self)
{
  return plan_id_source_next (plan_document_get_ids (self->document));
}

static PlanTicks
at (const char *text)
{
  PlanTicks ticks;

  g_assert_true (plan_ticks_parse_iso (text, &ticks, NULL));
  return ticks;
}

/* Kinds of records that no edit makes yet. */
static gboolean
write_rest (PlanDocument *document, PlanStore *store, gpointer data, GError **error)
{
  OfficeFixture *self = data;
  PlanProgramme programme;
  PlanAvailability availability;
  PlanRateEntry rate;
  PlanWorkSpan span;
  PlanBaseline baseline;
  PlanCustomField field;
  PlanCustomValue value;
  PlanImportedValue imported;

  plan_record_init (PLAN_RECORD_PROGRAMME, &programme);
  plan_record_init (PLAN_RECORD_AVAILABILITY, &availability);
  plan_record_init (PLAN_RECORD_RATE, &rate);
  plan_record_init (PLAN_RECORD_WORK_SPAN, &span);
  plan_record_init (PLAN_RECORD_BASELINE, &baseline);
  plan_record_init (PLAN_RECORD_CUSTOM_FIELD, &field);
  plan_record_init (PLAN_RECORD_CUSTOM_VALUE, &value);
  plan_record_init (PLAN_RECORD_IMPORTED_VALUE, &imported);
  programme.id = self->programme = next_id (self);
  programme.name = "电商";
  availability.id = next_id (self);
  availability.resource = self->resource;
  availability.start = plan_day_from_civil (2026, 3, 1);
  availability.finish = plan_day_from_civil (2026, 6, 30);
  rate.id = next_id (self);
  rate.resource = self->resource;
  rate.standard_rate = 450 * PLAN_RATE_ONE;
  span.id = next_id (self);
  span.owner = self->assignment;
  span.owner_record = PLAN_RECORD_ASSIGNMENT;
  span.start = at (START);
  span.finish = at ("2026-03-02T17:00:00");
  span.value = 4800;
  span.kind = 1;
  baseline.id = next_id (self);
  baseline.owner = self->design;
  baseline.owner_record = PLAN_RECORD_TASK;
  baseline.start = at (START);
  baseline.finish = at ("2026-03-04T17:00:00");
  field.id = next_id (self);
  field.project = self->project;
  field.key = "Text1";
  field.alias = "Owner";
  field.owner_record = PLAN_RECORD_TASK;
  value.id = next_id (self);
  value.owner = self->design;
  value.field = field.id;
  value.owner_record = PLAN_RECORD_TASK;
  value.value = "“quoted” \\ text";
  imported.id = next_id (self);
  imported.owner = self->design;
  imported.owner_record = PLAN_RECORD_TASK;
  imported.text = "Start=" START;
  return plan_store_insert (store, PLAN_RECORD_PROGRAMME, &programme, error) &&
         plan_store_insert (store, PLAN_RECORD_AVAILABILITY, &availability, error) &&
         plan_store_insert (store, PLAN_RECORD_RATE, &rate, error) &&
         plan_store_insert (store, PLAN_RECORD_WORK_SPAN, &span, error) &&
         plan_store_insert (store, PLAN_RECORD_BASELINE, &baseline, error) &&
         plan_store_insert (store, PLAN_RECORD_CUSTOM_FIELD, &field, error) &&
         plan_store_insert (store, PLAN_RECORD_CUSTOM_VALUE, &value, error) &&
         plan_store_insert (store, PLAN_RECORD_IMPORTED_VALUE, &imported, error);
}

static PlanId
add_task (OfficeFixture *self, PlanId after, const char *name, const char *duration)
{
  g_autoptr (GError) error = NULL;
  PlanId id = PLAN_ID_NONE;

  plan_edit_task_add (self->document, self->project, after, name, duration, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
add_tasks (OfficeFixture *self)
{
  g_autoptr (GError) error = NULL;
  PlanLag lag = { 4800, PLAN_UNIT_DAY };

  self->build = add_task (self, PLAN_ID_NONE, "Build", NULL);
  self->design = add_task (self, PLAN_ID_NONE, "Design", "3d");
  self->code = add_task (self, PLAN_ID_NONE, "Code", "5d?");
  self->test = add_task (self, PLAN_ID_NONE, "Test", "2ed");
  self->ship = add_task (self, PLAN_ID_NONE, "Ship", "0d");
  g_assert_true (plan_edit_task_indent (self->document, self->design, &error));
  g_assert_true (plan_edit_task_indent (self->document, self->code, &error));
  g_assert_true (plan_edit_task_indent (self->document, self->test, &error));
  g_assert_true (plan_edit_link_add (self->document, self->design, self->code, PLAN_LINK_FS, &lag, &self->link, &error));
  g_assert_true (plan_edit_link_add (self->document, self->code, self->test, PLAN_LINK_SS, NULL, NULL, &error));
  g_assert_true (plan_edit_link_add (self->document, self->build, self->ship, PLAN_LINK_FS, NULL, NULL, &error));
}

OfficeFixture *
office_fixture_new_filled (void)
{
  OfficeFixture *self = office_fixture_new ();
  g_autoptr (GError) error = NULL;
  PlanId project;

  g_assert_true (plan_edit_project_add (self->document, "Shop", at (START), &self->project, &error));
  self->calendar = plan_model_get_project (plan_document_get_model (self->document), self->project)->calendar;
  add_tasks (self);
  g_assert_true (plan_edit_exception_add (self->document, self->calendar, "清明节", plan_day_from_civil (2026, 4, 4),
                                          plan_day_from_civil (2026, 4, 6), "", NULL, &error));
  g_assert_true (plan_edit_resource_add (self->document, "Liu Wei", PLAN_RESOURCE_WORK, &self->resource, &error));
  g_assert_true (plan_edit_assignment_add (self->document, self->design, self->resource, 5000, &self->assignment, &error));
  g_assert_true (plan_document_edit (self->document, "Rest", NULL, PLAN_ID_NONE, write_rest, self, &error));
  g_assert_true (plan_edit_set (self->document, PLAN_FIELD_PROJECT_PROGRAMME, self->project, &PLAN_VALUE_OF_INTEGER (self->programme), &error));
  g_assert_true (plan_edit_project_add (self->document, "App", at (START), &project, &error));
  g_assert_true (plan_edit_task_add (self->document, project, PLAN_ID_NONE, "Alone", "4h", NULL, &error));
  self->n_changes = 0;
  return self;
}

static void
dump_record (GString *text, PlanRecord record, gconstpointer body)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);

  g_string_append_printf (text, "%s %" G_GINT64_FORMAT, plan_record_get_table (record), plan_record_get_id (body));
  for (PlanFieldId field = first; field < end; field++)
    {
      PlanValue value = plan_field_get_value (field, body);

      if (value.kind == PLAN_VALUE_TEXT)
        g_string_append_printf (text, " %s=\"%s\"", plan_field_get (field)->column, value.text);
      else if (value.kind == PLAN_VALUE_INTEGER)
        g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, plan_field_get (field)->column, value.integer);
    }
  g_string_append_c (text, '\n');
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  PlanId x = **(const PlanId *const *) a, y = **(const PlanId *const *) b;

  return x < y ? -1 : x > y;
}

static GPtrArray *
sort_records (const PlanModel *model, PlanRecord record)
{
  GPtrArray *bodies = g_ptr_array_new ();

  for (guint i = 0; i < plan_model_get_n (model, record); i++)
    g_ptr_array_add (bodies, (gpointer) plan_model_get_at (model, record, i));
  g_ptr_array_sort (bodies, compare_ids);
  return bodies;
}

/* All records as text, the same for models with the same content. */
char *
office_dump_model (const PlanModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      g_autoptr (GPtrArray) bodies = sort_records (model, record);

      for (guint i = 0; i < bodies->len; i++)
        dump_record (text, record, bodies->pdata[i]);
    }
  return g_string_free (text, FALSE);
}

static void
dump_schedule (GString *text, const PlanModel *model, const PlanSchedule *schedule)
{
  g_autoptr (GPtrArray) tasks = sort_records (model, PLAN_RECORD_TASK);

  g_assert_cmpuint (plan_schedule_get_n (schedule), ==, tasks->len);
  for (guint i = 0; i < tasks->len; i++)
    {
      const PlanTask *task = tasks->pdata[i];
      const PlanScheduledTask *scheduled = plan_schedule_get_task (schedule, plan_model_find (model, PLAN_RECORD_TASK, task->id));

      g_string_append_printf (text, "scheduled %" G_GINT64_FORMAT ":", task->id);
      for (PlanResultId result = 0; result < PLAN_N_RESULTS; result++)
        g_string_append_printf (text, " %" G_GINT64_FORMAT, plan_result_get_value (result, scheduled).integer);
      g_string_append_c (text, '\n');
    }
}

/* Both texts are long; says only the first line that differs. */
void
office_assert_same (const char *text, const char *expected)
{
  g_auto (GStrv) lines = NULL, expected_lines = NULL;

  if (strcmp (text, expected) == 0)
    return;
  lines = g_strsplit (text, "\n", -1);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_not_reached ();
}

/* Model and schedule as text, the same for offices with the same content. */
char *
office_describe (PlanDocument *document)
{
  const PlanModel *model = plan_document_get_model (document);
  g_autofree char *records = office_dump_model (model);
  GString *text = g_string_new (records);

  dump_schedule (text, model, plan_document_get_schedule (document));
  return g_string_free (text, FALSE);
}

/* The schedule is what scheduling everything anew gives. */
void
office_check_schedule (PlanDocument *document)
{
  const PlanModel *model = plan_document_get_model (document);
  g_autoptr (PlanSchedule) anew = plan_schedule_new ();
  g_autoptr (GString) text = g_string_new (NULL), expected = g_string_new (NULL);

  g_assert_true (plan_schedule_compute (anew, model, NULL, NULL));
  dump_schedule (text, model, plan_document_get_schedule (document));
  dump_schedule (expected, model, anew);
  office_assert_same (text->str, expected->str);
}

/* office_describe() with office_check_schedule(). */
char *
office_dump (PlanDocument *document)
{
  office_check_schedule (document);
  return office_describe (document);
}

/* What another program would read in the file now. */
char *
office_dump_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanStore) store = plan_store_open (path, PLAN_STORE_READ_ONLY, &error);
  g_autoptr (PlanModel) model = plan_model_new ();

  g_assert_no_error (error);
  g_assert_true (plan_store_load (store, model, NULL, &error));
  return office_dump_model (model);
}

char *
office_write_json (PlanDocument *document)
{
  PlanExport what = { .model = plan_document_get_model (document), .schedule = plan_document_get_schedule (document) };
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_json_write (&what, memory, NULL, &error));
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)));
}

/* Names in row order with their level: "Build 1, Design 2". */
void
office_assert_rows (OfficeFixture *self, const char *expected)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_autoptr (PlanOutline) outline = plan_outline_new (model, self->project);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint row = 0; row < outline->n_rows; row++)
    {
      const PlanTask *task = plan_model_get_task_at (model, outline->rows[row].task);

      g_string_append_printf (text, row == 0 ? "%s %u" : ", %s %u", task->name != NULL ? task->name : "-", outline->rows[row].level);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Returns: the task of that name, which the office has */
PlanId
office_find_task (OfficeFixture *self, const char *name)
{
  const PlanModel *model = plan_document_get_model (self->document);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    if (g_strcmp0 (plan_model_get_task_at (model, i)->name, name) == 0)
      return plan_model_get_task_at (model, i)->id;
  g_assert_not_reached ();
}

static PlanId
pick (PlanDocument *document, PlanRecord record, GRand *rand)
{
  const PlanModel *model = plan_document_get_model (document);
  guint n = plan_model_get_n (model, record);

  return n > 0 ? plan_record_get_id (plan_model_get_at (model, record, g_rand_int_range (rand, 0, n))) : PLAN_ID_NONE;
}

/* A text that may or may not fit the field. */
static const char *
pick_text (PlanFieldType type, GRand *rand)
{
  static const char *const durations[] = { "3d", "0", "2ed", "90min", "1.5w?", "2天", "-1d", "x" };
  static const char *const dates[] = { "2026-03-10", "2026-04-05T10:00:00", "", "2031-01-01", "nonsense" };
  static const char *const percents[] = { "0", "50%", "100", "33.33", "101", "" };
  static const char *const texts[] = { "Name", "名称", "", "a \"b\" \\ c\nd" };
  static const char *const others[] = { "yes", "no", "1", "SNET", "ASAP", "MFO", "Fixed work", "08:00-12:00", "Standard", "Liu Wei", "" };

  switch (type)
    {
    case PLAN_TYPE_DURATION:
    case PLAN_TYPE_WORK:
    case PLAN_TYPE_LAG:
      return durations[g_rand_int_range (rand, 0, G_N_ELEMENTS (durations))];
    case PLAN_TYPE_INSTANT:
    case PLAN_TYPE_DAY:
      return dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))];
    case PLAN_TYPE_PERCENT:
      return percents[g_rand_int_range (rand, 0, G_N_ELEMENTS (percents))];
    case PLAN_TYPE_TEXT:
      return texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
    default:
      return others[g_rand_int_range (rand, 0, G_N_ELEMENTS (others))];
    }
}

static gboolean
set_at_random (PlanDocument *document, GRand *rand)
{
  /* Fields that dates follow from come more often than others. */
  static const PlanFieldId driving[] = {
    PLAN_FIELD_TASK_DURATION, PLAN_FIELD_TASK_PERCENT_COMPLETE, PLAN_FIELD_TASK_CONSTRAINT, PLAN_FIELD_TASK_CONSTRAINT_DATE,
    PLAN_FIELD_TASK_DEADLINE, PLAN_FIELD_TASK_CALENDAR, PLAN_FIELD_TASK_ACTUAL_START, PLAN_FIELD_TASK_ACTUAL_FINISH,
    PLAN_FIELD_TASK_MANUAL, PLAN_FIELD_TASK_ACTIVE, PLAN_FIELD_LINK_LAG, PLAN_FIELD_LINK_TYPE, PLAN_FIELD_PROJECT_START,
    PLAN_FIELD_PROJECT_CALENDAR,
  };
  static const PlanRecord records[] = {
    PLAN_RECORD_TASK, PLAN_RECORD_TASK, PLAN_RECORD_LINK, PLAN_RECORD_PROJECT, PLAN_RECORD_RESOURCE, PLAN_RECORD_ASSIGNMENT,
    PLAN_RECORD_EXCEPTION, PLAN_RECORD_WEEK, PLAN_RECORD_CALENDAR, PLAN_RECORD_BASELINE, PLAN_RECORD_CUSTOM_VALUE, PLAN_RECORD_RATE,
  };
  PlanRecord record = records[g_rand_int_range (rand, 0, G_N_ELEMENTS (records))];
  PlanFieldId field = plan_field_first (record) + g_rand_int_range (rand, 0, plan_field_count (record));

  if (g_rand_boolean (rand))
    field = driving[g_rand_int_range (rand, 0, G_N_ELEMENTS (driving))];
  record = plan_field_get (field)->record;
  return plan_edit_set_text (document, field, pick (document, record, rand), pick_text (plan_field_get (field)->type, rand), NULL);
}

/* Tasks of one project, some of them perhaps twice or below each other. */
static gboolean
edit_tasks_at_random (PlanDocument *document, GRand *rand)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanTask *first = plan_model_get_task (model, pick (document, PLAN_RECORD_TASK, rand));
  PlanId tasks[5], other = pick (document, PLAN_RECORD_TASK, rand);
  guint n_tasks = 0;

  for (guint tries = g_rand_int_range (rand, 1, 6); first != NULL && tries > 0; tries--)
    {
      const PlanTask *task = plan_model_get_task (model, pick (document, PLAN_RECORD_TASK, rand));

      if (task->project == first->project)
        tasks[n_tasks++] = task->id;
    }
  if (n_tasks == 0)
    return FALSE;
  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      return plan_edit_tasks_indent (document, tasks, n_tasks, NULL);
    case 1:
      return plan_edit_tasks_outdent (document, tasks, n_tasks, NULL);
    case 2:
      return plan_edit_tasks_move (document, tasks, n_tasks, plan_model_get_task (model, other)->parent, other, NULL);
    case 3:
      return plan_edit_tasks_link (document, tasks, n_tasks, NULL);
    case 4:
      return plan_edit_tasks_unlink (document, tasks, n_tasks, NULL);
    case 5:
      return plan_edit_tasks_duplicate (document, tasks, MIN (n_tasks, 2), NULL);
    default:
      return plan_edit_task_insert (document, first->project, other, PLAN_ID_NONE, "Inserted", "2d", NULL, NULL);
    }
}

static gboolean
edit_task_at_random (PlanDocument *document, GRand *rand)
{
  PlanId task = pick (document, PLAN_RECORD_TASK, rand), other = pick (document, PLAN_RECORD_TASK, rand);
  PlanTicks at_random = plan_ticks_from_civil (2026, 3, 2, 8, 0) + g_rand_int_range (rand, 0, 100) * PLAN_TICKS_PER_DAY;

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 8:
      return edit_tasks_at_random (document, rand);
    case 0:
    case 1:
      return plan_edit_task_add (document, pick (document, PLAN_RECORD_PROJECT, rand), PLAN_ID_NONE, "New", "1d", NULL, NULL);
    case 2:
      return plan_edit_task_add (document, pick (document, PLAN_RECORD_PROJECT, rand), task, "新", NULL, NULL, NULL);
    case 3:
      return plan_edit_task_delete (document, &task, 1, NULL);
    case 4:
      return plan_edit_task_move (document, task, g_rand_boolean (rand) ? other : PLAN_ID_NONE, PLAN_ID_NONE, NULL);
    case 5:
      return plan_edit_task_indent (document, task, NULL);
    case 6:
      return plan_edit_task_outdent (document, task, NULL);
    default:
      return g_rand_boolean (rand) ? plan_edit_task_set_start (document, task, at_random, NULL)
                                   : plan_edit_task_set_finish (document, task, at_random, NULL);
    }
}

static gboolean
edit_other_at_random (PlanDocument *document, GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      return plan_edit_resource_add (document, "Someone", g_rand_int_range (rand, 0, 3), NULL, NULL);
    case 1:
      return plan_edit_resource_delete (document, pick (document, PLAN_RECORD_RESOURCE, rand), NULL);
    case 2:
    case 3:
      return plan_edit_assignment_add (document, pick (document, PLAN_RECORD_TASK, rand), pick (document, PLAN_RECORD_RESOURCE, rand),
                                       g_rand_int_range (rand, 0, 20000), NULL, NULL);
    case 4:
      return plan_edit_assignment_delete (document, pick (document, PLAN_RECORD_ASSIGNMENT, rand), NULL);
    case 5:
      return plan_edit_exception_add (document, pick (document, PLAN_RECORD_CALENDAR, rand), "Day off", plan_day_from_civil (2026, 3, 9),
                                      plan_day_from_civil (2026, 3, g_rand_int_range (rand, 5, 20)), "", NULL, NULL);
    case 6:
      return plan_edit_exception_delete (document, pick (document, PLAN_RECORD_EXCEPTION, rand), NULL);
    default:
      return g_rand_int_range (rand, 0, 8) == 0 ? plan_edit_project_delete (document, pick (document, PLAN_RECORD_PROJECT, rand), NULL)
                                                : plan_edit_project_add (document, "Project", PLAN_TICKS_NONE, NULL, NULL);
    }
}

/* Cells in the order of the sheet's columns, with texts that fit some of them. */
static gboolean
edit_cells_at_random (PlanDocument *document, GRand *rand)
{
  static const char *const texts[] = {
    "", "2", "1; 3SS", "4FF-1d", "Liu Wei 50%; Zhao Min", "zhao min", "3d?", "50%", "2026-03-12", "2026-03-20 10:00", "Standard",
    "MSO", "yes", "no", "名称",
  };
  const PlanModel *model = plan_document_get_model (document);
  const PlanTask *task = plan_model_get_task (model, pick (document, PLAN_RECORD_TASK, rand));
  PlanColumnId columns[4];
  char *words[5] = { NULL }, **lines[2] = { words, words + 3 };
  PlanCellText cells[4];
  g_autofree char *space = g_new0 (char, 5 * 64);
  guint n = g_rand_int_range (rand, 1, 5);

  if (task == NULL)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      columns[i] = g_rand_int_range (rand, 0, PLAN_N_COLUMNS);
      cells[i] = (PlanCellText) { columns[i], task->id, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))] };
      words[i] = space + 64 * i;
      g_strlcpy (words[i], cells[i].text, 64);
    }
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return plan_edit_paste (document, task->project, columns, 4, lines, 2, &task->id, g_rand_int_range (rand, 0, 2), task->id, NULL);
    case 1:
      return plan_edit_task_set_predecessors (document, task->id, texts[g_rand_int_range (rand, 0, 4)], NULL);
    case 2:
      return plan_edit_task_set_resources (document, task->id, texts[g_rand_int_range (rand, 3, 6)], NULL);
    default:
      return plan_edit_set_cells (document, cells, n, NULL);
    }
}

static gboolean
add_recurring_at_random (PlanDocument *document, GRand *rand)
{
  PlanNewRecurring what = { .name = "Meeting", .duration = "2h", .time = -1, .days_off = g_rand_int_range (rand, 0, 3) };

  what.pattern = (PlanException) { .start = plan_day_from_civil (2026, 3, g_rand_int_range (rand, 1, 29)), .finish = PLAN_DAY_NONE,
                                   .occurrences = g_rand_int_range (rand, 0, 4), .period = g_rand_int_range (rand, 1, 3), .month_day = 31,
                                   .weekdays = g_rand_int_range (rand, 0, 128), .position = 5, .month = 2,
                                   .recurrence = g_rand_int_range (rand, PLAN_RECURRENCE_DAILY, PLAN_RECURRENCE_RANGE + 1) };
  return plan_edit_recurring_add (document, pick (document, PLAN_RECORD_PROJECT, rand), PLAN_ID_NONE, &what, NULL, NULL);
}

/* Progress and pauses. */
static gboolean
edit_progress_at_random (PlanDocument *document, GRand *rand)
{
  PlanId task = pick (document, PLAN_RECORD_TASK, rand), project = pick (document, PLAN_RECORD_PROJECT, rand);
  PlanTicks at_random = plan_ticks_from_civil (2026, 3, 2, 12, 0) + g_rand_int_range (rand, 0, 40) * PLAN_TICKS_PER_DAY / 2;
  PlanTicks hours = g_rand_int_range (rand, 0, 40) * PLAN_TICKS_PER_HOUR;
  PlanFieldId options = PLAN_FIELD_PROJECT_MOVE_COMPLETED_BACK;

  switch (g_rand_int_range (rand, 0, 11))
    {
    case 0:
      return plan_edit_progress_update (document, project, &task, g_rand_int_range (rand, 0, 2), at_random, g_rand_boolean (rand), NULL);
    case 1:
      return plan_edit_work_reschedule (document, project, &task, g_rand_int_range (rand, 0, 2), at_random, NULL);
    case 2:
    case 3:
      return plan_edit_task_split (document, task, at_random, hours, NULL);
    case 4:
      return plan_edit_task_move_part (document, task, g_rand_int_range (rand, 1, 3), at_random, NULL);
    case 5:
      return plan_edit_task_join (document, task, NULL);
    case 6:
      return plan_edit_task_set_remaining_duration (document, task, hours, NULL);
    case 7:
      return plan_edit_task_set_actual_work (document, task, hours, NULL);
    case 8:
      return plan_edit_set (document, PLAN_FIELD_ASSIGNMENT_ACTUAL_WORK, pick (document, PLAN_RECORD_ASSIGNMENT, rand),
                            &PLAN_VALUE_OF_INTEGER (hours), NULL);
    case 9:
      return plan_edit_set (document, options + g_rand_int_range (rand, 0, 4), project, &PLAN_VALUE_OF_INTEGER (g_rand_boolean (rand)), NULL);
    default:
      return add_recurring_at_random (document, rand);
    }
}

/* Tries one edit of any kind, most of them possible. Returns: whether it was made */
gboolean
office_edit_at_random (PlanDocument *document, GRand *rand)
{
  PlanLag lag = { g_rand_int_range (rand, -5, 6) * 2400, PLAN_UNIT_DAY };

  switch (g_rand_int_range (rand, 0, 15))
    {
    case 12:
    case 13:
    case 14:
      return edit_progress_at_random (document, rand);
    case 0:
    case 1:
    case 2:
      return edit_task_at_random (document, rand);
    case 10:
    case 11:
      return edit_cells_at_random (document, rand);
    case 3:
    case 4:
      return plan_edit_link_add (document, pick (document, PLAN_RECORD_TASK, rand), pick (document, PLAN_RECORD_TASK, rand),
                                 g_rand_int_range (rand, 0, 4), &lag, NULL, NULL);
    case 5:
      return plan_edit_link_delete (document, pick (document, PLAN_RECORD_LINK, rand), NULL);
    case 6:
      return edit_other_at_random (document, rand);
    default:
      return set_at_random (document, rand);
    }
}
