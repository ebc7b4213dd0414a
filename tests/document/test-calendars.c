/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendars: new ones and copies, hours over midnight, deletion of what is used, a person's own, and the holidays of a year
 * with the plans that they move, before and after they are taken in.
 */

#include "office-fixture.h"
#include "plan-edits-calendar.h"
#include "plan-error.h"
#include "plan-mspdi.h"

#include <string.h>

static const PlanWeek *
get_week (OfficeFixture *office, PlanId calendar)
{
  return plan_calendar_find_week (plan_document_get_model (office->document), calendar, PLAN_ID_NONE);
}

static void
expect_week (OfficeFixture *office, PlanId calendar, const char *const expected[7])
{
  for (guint day = 0; day < 7; day++)
    g_assert_cmpstr (get_week (office, calendar)->days[day], ==, expected[day]);
}

/* An edit that undo takes back as a whole. */
static void
expect_undoable (OfficeFixture *office, const char *before)
{
  g_autofree char *done = office_dump (office->document), *undone = NULL, *redone = NULL;

  g_assert_cmpstr (done, !=, before);
  g_assert_true (plan_document_undo (office->document, NULL));
  undone = office_dump (office->document);
  office_assert_same (undone, before);
  g_assert_true (plan_document_redo (office->document, NULL));
  redone = office_dump (office->document);
  office_assert_same (redone, done);
}

static void
test_new (void)
{
  static const char *const night[7] = { "23:00-24:00", "00:00-03:00 04:00-08:00 23:00-24:00",
                                        "00:00-03:00 04:00-08:00 23:00-24:00",
                                        "00:00-03:00 04:00-08:00 23:00-24:00", "00:00-03:00 04:00-08:00 23:00-24:00", "00:00-03:00 04:00-08:00", "" };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_dump (office->document);
  PlanNewCalendar what = { .name = "Night", .week = PLAN_WEEK_NIGHT_SHIFT };
  PlanId id, copy;

  g_assert_true (plan_edit_calendar_add (office->document, &what, &id, NULL));
  expect_week (office, id, night);
  expect_undoable (office, before);
  office_assert_refused (office, plan_edit_calendar_add (office->document, &what, NULL, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_calendar_copy (office->document, id, "Night", NULL, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_calendar_rename (office->document, id, "", refusal), PLAN_ERROR_RANGE);
  g_assert_true (plan_edit_calendar_copy (office->document, id, "Night 2", &copy, NULL));
  expect_week (office, copy, night);
  g_assert_true (plan_edit_calendar_rename (office->document, copy, "Late", NULL));
  g_assert_cmpstr (plan_model_get_calendar (plan_document_get_model (office->document), copy)->name, ==, "Late");
}

static void
test_hours (void)
{
  static const char *const late[7] = { "22:00-24:00", "00:00-06:00 22:00-24:00", "00:00-06:00 22:00-24:00",
                                       "00:00-06:00 22:00-24:00",
                                       "00:00-06:00 22:00-24:00", "00:00-06:00", "" };
  static const char *const early[7] = { "06:00-14:00", "06:00-14:00", "06:00-14:00", "06:00-14:00", "06:00-14:00", "", "" };
  static const char *const around[7] = { "08:00-12:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00",
                                         "00:00-24:00", "00:00-24:00" };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanNewCalendar what = { .name = "Shifts" }, derived = { .name = "Derived", .week = PLAN_WEEK_AS_PARENT };
  g_autofree char *before = NULL;
  PlanId id, below;

  g_assert_true (plan_edit_calendar_add (office->document, &what, &id, NULL));
  before = office_dump (office->document);
  g_assert_true (plan_edit_calendar_set_hours (office->document, id, PLAN_ID_NONE, 31, "22:00-6:00", NULL));
  expect_week (office, id, late);
  expect_undoable (office, before);
  office_assert_refused (office, plan_edit_calendar_set_hours (office->document, id, PLAN_ID_NONE, 31, "22:00",
                                                               refusal), PLAN_ERROR_PARSE);
  g_assert_true (plan_edit_calendar_set_hours (office->document, id, PLAN_ID_NONE, 31, "6-14", NULL));
  expect_week (office, id, early);
  g_assert_true (plan_edit_calendar_set_hours (office->document, id, PLAN_ID_NONE, 127, "24h", NULL));
  g_assert_true (plan_edit_calendar_set_hours (office->document, id, PLAN_ID_NONE, 1, "8-12", NULL));
  expect_week (office, id, around);
  derived.parent = id;
  g_assert_true (plan_edit_calendar_add (office->document, &derived, &below, NULL));
  g_assert_null (get_week (office, below)->days[0]);
  g_assert_true (plan_edit_calendar_set_hours (office->document, below, PLAN_ID_NONE, 1, "9-10", NULL));
  g_assert_cmpstr (get_week (office, below)->days[0], ==, "09:00-10:00");
  g_assert_true (plan_edit_calendar_set_hours (office->document, below, PLAN_ID_NONE, 1, NULL, NULL));
  g_assert_null (get_week (office, below)->days[0]);
}

static void
test_weeks (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanDay first = plan_day_from_civil (2026, 6, 1), last = plan_day_from_civil (2026, 8, 31);
  PlanException exception = { .calendar = office->calendar, .name = "Stocktaking", .hours = "", .start = first,
                              .finish = PLAN_DAY_NONE,
                              .period = 1, .recurrence = PLAN_RECURRENCE_MONTHLY_POSITION, .position = 5, .position_item = PLAN_FRIDAY,
                              .occurrences = 4 };
  const PlanWeek *week;
  const PlanWorktime *worktime;
  PlanId id;

  g_assert_true (plan_edit_week_add (office->document, office->calendar, "Summer", first, last, &id, NULL));
  g_assert_true (plan_edit_calendar_set_hours (office->document, office->calendar, id, 16, "8-13", NULL));
  week = plan_calendar_find_week (plan_document_get_model (office->document), office->calendar, id);
  g_assert_cmpstr (week->days[PLAN_FRIDAY], ==, "08:00-13:00");
  g_assert_null (week->days[PLAN_MONDAY]);
  worktime = plan_schedule_get_worktime (plan_document_get_schedule (office->document), office->calendar);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 7, 3)), ==, 5 * PLAN_TICKS_PER_HOUR);
  g_assert_true (plan_edit_exception_put (office->document, &exception, &exception.id, NULL));
  worktime = plan_schedule_get_worktime (plan_document_get_schedule (office->document), office->calendar);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 7, 31)), ==, 0);
  exception.hours = "10:00-12:00";
  exception.finish = PLAN_DAY_NONE;
  g_assert_true (plan_edit_exception_put (office->document, &exception, NULL, NULL));
  worktime = plan_schedule_get_worktime (plan_document_get_schedule (office->document), office->calendar);
  g_assert_cmpint (plan_worktime_of_day (worktime, plan_day_from_civil (2026, 7, 31)), ==, 2 * PLAN_TICKS_PER_HOUR);
  exception.finish = first - 1;
  office_assert_refused (office, plan_edit_exception_put (office->document, &exception, NULL, refusal), PLAN_ERROR_RANGE);
  office_assert_refused (office, plan_edit_week_set (office->document, id, "Summer", last, first, refusal), PLAN_ERROR_RANGE);
  g_assert_true (plan_edit_week_set (office->document, id, "Long summer", first, last + 30, NULL));
  g_assert_true (plan_edit_week_delete (office->document, id, NULL));
  office_assert_refused (office, plan_edit_week_delete (office->document, id, refusal), PLAN_ERROR_NOT_FOUND);
}

static void
test_delete (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanNewCalendar what = { .name = "Other" };
  const PlanModel *model = plan_document_get_model (office->document);
  g_autofree char *uses = plan_calendar_describe_uses (model, office->calendar), *before = NULL;
  PlanId other;

  g_assert_nonnull (uses);
  g_assert_true (plan_edit_calendar_add (office->document, &what, &other, NULL));
  g_assert_null (plan_calendar_describe_uses (model, other));
  office_assert_refused (office, plan_edit_calendar_delete (office->document, office->calendar, PLAN_ID_NONE, refusal),
                         PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_calendar_delete (office->document, office->calendar, office->calendar,
                                                            refusal), PLAN_ERROR_RULE);
  before = office_dump (office->document);
  g_assert_true (plan_edit_calendar_delete (office->document, office->calendar, other, NULL));
  model = plan_document_get_model (office->document);
  g_assert_cmpint (plan_model_get_project (model, office->project)->calendar, ==, other);
  g_assert_null (plan_model_get_calendar (model, office->calendar));
  expect_undoable (office, before);
}

static void
test_own (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanId person, own, again;
  gint64 revision;

  g_assert_true (plan_edit_resource_add (office->document, "Li Wei", PLAN_RESOURCE_WORK, &person, NULL));
  g_assert_true (plan_edit_resource_own_calendar (office->document, person, &own, NULL));
  g_assert_false (plan_model_get_calendar (plan_document_get_model (office->document), own)->base);
  g_assert_cmpint (plan_model_get_calendar (plan_document_get_model (office->document), own)->parent, ==, office->calendar);
  revision = plan_document_get_revision (office->document);
  g_assert_true (plan_edit_resource_own_calendar (office->document, person, &again, NULL));
  g_assert_cmpint (again, ==, own);
  g_assert_cmpint (plan_document_get_revision (office->document), ==, revision);
}

static PlanHolidays *
read_year (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "calendars", "cn-2026.json", NULL), *text = NULL;
  g_autoptr (GError) error = NULL;
  PlanHolidays *holidays;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  holidays = plan_holidays_read (text, strlen (text), &error);
  g_assert_no_error (error);
  return holidays;
}

static PlanTicks
get_finish (OfficeFixture *office, PlanId task)
{
  guint index = plan_model_find (plan_document_get_model (office->document), PLAN_RECORD_TASK, task);

  return plan_schedule_get_task (plan_document_get_schedule (office->document), index)->finish;
}

static const PlanYearDay *
find_day (const PlanYearEffect *effect, PlanDay day)
{
  for (guint i = 0; i < effect->days->len; i++)
    if (g_array_index (effect->days, PlanYearDay, i).day == day)
      return &g_array_index (effect->days, PlanYearDay, i);
  return NULL;
}

/* Four days from Thursday 12 February 2026: over the make-up Saturday and the Spring Festival to Tuesday 24 February. */
static void
test_year (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanHolidays) holidays = read_year ();
  g_autoptr (PlanModel) model = NULL;
  g_autoptr (PlanYearEffect) effect = NULL, again = NULL;
  PlanTicks start = plan_ticks_from_civil (2026, 2, 12, 8, 0);
  PlanNewCalendar standard = { .name = "Plain" };
  PlanId calendar, project, task;
  g_autofree char *before = NULL;

  g_assert_true (plan_edit_calendar_add (office->document, &standard, &calendar, NULL));
  g_assert_true (plan_edit_project_create (office->document, &(PlanNewProject){ .name = "Festival", .start = start,
                                                                                .calendar = calendar }, &project, NULL));
  g_assert_true (plan_edit_task_add (office->document, project, PLAN_ID_NONE, "Work", "4d", &task, NULL));
  g_assert_cmpint (get_finish (office, task), ==, plan_ticks_from_civil (2026, 2, 17, 17, 0));
  before = office_dump (office->document);
  model = plan_document_snapshot (office->document);
  effect = plan_year_effect_new (model, calendar, holidays, NULL, NULL);
  g_assert_cmpuint (effect->tasks->len, ==, 1);
  g_assert_cmpint (g_array_index (effect->tasks, PlanYearMove, 0).task, ==, task);
  g_assert_cmpint (g_array_index (effect->tasks, PlanYearMove, 0).after, ==, plan_ticks_from_civil (2026, 2, 24, 17, 0));
  g_assert_cmpuint (effect->projects->len, ==, 1);
  g_assert_cmpstr (find_day (effect, plan_day_from_civil (2026, 2, 14))->after, ==, "08:00-12:00 13:00-17:00");
  g_assert_cmpstr (find_day (effect, plan_day_from_civil (2026, 2, 16))->after, ==, "");
  g_assert_null (find_day (effect, plan_day_from_civil (2026, 2, 15)));
  g_assert_true (plan_edit_year_add (office->document, calendar, holidays, NULL));
  g_assert_cmpint (get_finish (office, task), ==, plan_ticks_from_civil (2026, 2, 24, 17, 0));
  expect_undoable (office, before);
  /* The same list once more changes nothing. */
  plan_model_unref (g_steal_pointer (&model));
  model = plan_document_snapshot (office->document);
  again = plan_year_effect_new (model, calendar, holidays, NULL, NULL);
  g_assert_cmpuint (again->days->len + again->tasks->len + again->projects->len, ==, 0);
}

/* What a person has said of a day stays. */
static void
test_year_keeps (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanHolidays) holidays = read_year ();
  g_autoptr (PlanModel) model = NULL;
  g_autoptr (PlanYearEffect) effect = NULL;
  PlanDay day = plan_day_from_civil (2026, 2, 17);
  PlanNewCalendar standard = { .name = "Plain" };
  const PlanWorktime *worktime;
  PlanId calendar;

  g_assert_true (plan_edit_calendar_add (office->document, &standard, &calendar, NULL));
  g_assert_true (plan_edit_exception_add (office->document, calendar, "Move of the servers", day, day, "08:00-12:00",
                                          NULL, NULL));
  model = plan_document_snapshot (office->document);
  effect = plan_year_effect_new (model, calendar, holidays, NULL, NULL);
  g_assert_cmpuint (effect->n_kept, ==, 1);
  g_assert_null (find_day (effect, day));
  g_assert_true (plan_edit_year_add (office->document, calendar, holidays, NULL));
  g_assert_true (plan_edit_year_add (office->document, calendar, holidays, NULL));
  g_assert_true (plan_edit_project_create (office->document, &(PlanNewProject){ .name = "P", .start = PLAN_TICKS_NONE,
                                                                                .calendar = calendar }, NULL, NULL));
  worktime = plan_schedule_get_worktime (plan_document_get_schedule (office->document), calendar);
  g_assert_cmpint (plan_worktime_of_day (worktime, day), ==, 4 * PLAN_TICKS_PER_HOUR);
  g_assert_cmpint (plan_worktime_of_day (worktime, day + 1), ==, 0);
  g_assert_cmpint (plan_worktime_of_day (worktime, day - 3), ==, 8 * PLAN_TICKS_PER_HOUR);
}

static PlanImport *
write_and_read (OfficeFixture *office, PlanId project)
{
  PlanExport what = { .model = plan_document_get_model (office->document), .schedule = plan_document_get_schedule (office->document), .project = project };
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  PlanImport *import;
  PlanIdSource ids;

  g_assert_true (plan_mspdi_write (&what, memory, NULL, &error));
  stream = g_memory_input_stream_new_from_data (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                                                (gssize) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)), NULL);
  plan_id_source_init (&ids, PLAN_ID_NONE);
  import = plan_mspdi_read (stream, "festival.xml", &ids, NULL, &error);
  plan_id_source_clear (&ids);
  g_assert_no_error (error);
  return import;
}

/* Over Microsoft Project's XML, the festival and its make-up Saturday stay, and a levelling delay does. */
static void
test_festival_xml (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanHolidays) holidays = read_year ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (PlanImport) import = NULL;
  PlanNewCalendar standard = { .name = "China" };
  const PlanWorktime *worktime;
  PlanId calendar, project, task;

  g_assert_true (plan_edit_calendar_add (office->document, &standard, &calendar, NULL));
  g_assert_true (plan_edit_year_add (office->document, calendar, holidays, NULL));
  g_assert_true (plan_edit_project_create (office->document, &(PlanNewProject){ .name = "Festival", .start = plan_ticks_from_civil (2026, 2, 12, 8, 0), .calendar = calendar },
                                           &project, NULL));
  g_assert_true (plan_edit_task_add (office->document, project, PLAN_ID_NONE, "Work", "4d", &task, NULL));
  g_assert_true (plan_edit_set (office->document, PLAN_FIELD_TASK_LEVELLING_DELAY, task, &PLAN_VALUE_OF_INTEGER (PLAN_TICKS_PER_DAY), NULL));
  import = write_and_read (office, project);
  g_assert_true (plan_schedule_compute (schedule, import->model, NULL, NULL));
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_TASK), ==, 1);
  g_assert_cmpint (plan_model_get_task_at (import->model, 0)->levelling_delay, ==, PLAN_TICKS_PER_DAY);
  g_assert_cmpint (plan_schedule_get_task (schedule, 0)->start, ==, plan_ticks_from_civil (2026, 2, 13, 8, 0));
  g_assert_cmpint (plan_schedule_get_task (schedule, 0)->finish, ==, get_finish (office, task));
  g_assert_cmpint (get_finish (office, task), ==, plan_ticks_from_civil (2026, 2, 25, 17, 0));
  worktime = plan_schedule_get_worktime (schedule, ((const PlanProject *) plan_model_get_at (import->model, PLAN_RECORD_PROJECT, 0))->calendar);
  g_assert_cmpint (plan_worktime_get_kind (worktime, plan_day_from_civil (2026, 2, 14)), ==, PLAN_DAY_MAKEUP);
  g_assert_cmpint (plan_worktime_get_kind (worktime, plan_day_from_civil (2026, 2, 16)), ==, PLAN_DAY_HOLIDAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/calendars/new", test_new);
  g_test_add_func ("/document/calendars/hours", test_hours);
  g_test_add_func ("/document/calendars/weeks", test_weeks);
  g_test_add_func ("/document/calendars/delete", test_delete);
  g_test_add_func ("/document/calendars/own", test_own);
  g_test_add_func ("/document/calendars/year", test_year);
  g_test_add_func ("/document/calendars/year-keeps", test_year_keeps);
  g_test_add_func ("/document/calendars/festival-xml", test_festival_xml);
  return g_test_run ();
}
