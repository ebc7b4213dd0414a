/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Imports: one edit, shared people and calendars, nothing that breaks a rule, and the job that reads in a thread.
 */

#include "office-fixture.h"
#include "plan-error.h"
#include "plan-job.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  PlanIdSource ids;
  PlanImport *import;
  PlanId project;
  PlanId calendar;
} Plan;

static PlanId
next_id (Plan *plan)
{
  return plan_id_source_next (&plan->ids);
}

static PlanId
add_task (Plan *plan, PlanId parent, gint64 rank, const char *name)
{
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = next_id (plan);
  task.project = plan->project;
  task.parent = parent;
  task.rank = rank;
  task.source_uid = rank;
  task.name = name;
  task.duration = 4800;
  plan_model_insert (plan->import->model, PLAN_RECORD_TASK, &task);
  return task.id;
}

static void
add_link (Plan *plan, PlanId predecessor, PlanId successor, PlanLinkType type)
{
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = next_id (plan);
  link.predecessor = predecessor;
  link.successor = successor;
  link.type = type;
  plan_model_insert (plan->import->model, PLAN_RECORD_LINK, &link);
}

/* A standard calendar like that of the fixture; @saturday: NULL for off */
static PlanId
add_calendar (Plan *plan, const char *name, gboolean base, PlanId parent, const char *saturday)
{
  PlanCalendar calendar;
  PlanWeek week;

  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.id = next_id (plan);
  calendar.name = name;
  calendar.base = base;
  calendar.parent = parent;
  plan_model_insert (plan->import->model, PLAN_RECORD_CALENDAR, &calendar);
  plan_record_init (PLAN_RECORD_WEEK, &week);
  week.id = next_id (plan);
  week.calendar = calendar.id;
  for (guint day = 0; day < 7; day++)
    week.days[day] = day < 5 ? "08:00-12:00 13:00-17:00" : day == 5 && saturday != NULL ? saturday : "";
  plan_model_insert (plan->import->model, PLAN_RECORD_WEEK, &week);
  return calendar.id;
}

static void
add_assignment (Plan *plan, PlanId task, PlanId resource)
{
  PlanAssignment assignment;

  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = next_id (plan);
  assignment.task = task;
  assignment.resource = resource;
  plan_model_insert (plan->import->model, PLAN_RECORD_ASSIGNMENT, &assignment);
}

static PlanId
add_resource (Plan *plan, const char *name, PlanId calendar, PlanResourceType type)
{
  PlanResource resource;

  plan_record_init (PLAN_RECORD_RESOURCE, &resource);
  resource.id = next_id (plan);
  resource.name = name;
  resource.calendar = calendar;
  resource.type = type;
  plan_model_insert (plan->import->model, PLAN_RECORD_RESOURCE, &resource);
  return resource.id;
}

static void
init_plan (Plan *plan, const char *saturday)
{
  PlanProject project;

  plan_id_source_init (&plan->ids, PLAN_ID_NONE);
  plan->import = plan_import_new ();
  plan->calendar = add_calendar (plan, "Standard", TRUE, PLAN_ID_NONE, saturday);
  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = plan->project = next_id (plan);
  project.name = "Imported";
  project.start = plan_ticks_from_civil (2026, 3, 2, 8, 0);
  project.calendar = plan->calendar;
  plan_model_insert (plan->import->model, PLAN_RECORD_PROJECT, &project);
}

static void
clear_plan (Plan *plan)
{
  plan_id_source_clear (&plan->ids);
  plan_import_free (plan->import);
}

static guint
count (OfficeFixture *office, PlanRecord record)
{
  return plan_model_get_n (plan_document_get_model (office->document), record);
}

/* An office with one project "Mine", whose calendar is the standard one, and one person. */
static OfficeFixture *
new_office (void)
{
  OfficeFixture *office = office_fixture_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_project_add (office->document, "Mine", PLAN_TICKS_NONE, &office->project, &error));
  g_assert_true (plan_edit_resource_add (office->document, "Liu Wei", PLAN_RESOURCE_WORK, &office->resource, &error));
  office->calendar = plan_model_get_project (plan_document_get_model (office->document), office->project)->calendar;
  office->n_changes = 0;
  return office;
}

static void
test_one_edit (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autofree char *before = office_dump (office->document), *after = NULL, *label = NULL;
  g_autoptr (GError) error = NULL;
  Plan plan;

  init_plan (&plan, NULL);
  add_link (&plan, add_task (&plan, PLAN_ID_NONE, 1, "A"), add_task (&plan, PLAN_ID_NONE, 2, "B"), PLAN_LINK_FS);
  plan_edit_import (office->document, plan.import, "plan.xml", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (office->n_changes, ==, 1);
  g_assert_cmpuint (count (office, PLAN_RECORD_PROJECT), ==, 2);
  g_assert_cmpint (plan_model_get_project (plan_document_get_model (office->document), plan.project)->colour, ==, 1);
  label = plan_document_get_step_label (office->document, PLAN_STEP_UNDO);
  g_assert_cmpstr (label, ==, "Import of “plan.xml”");
  g_assert_true (plan_document_undo (office->document, &error));
  after = office_dump (office->document);
  office_assert_same (after, before);
  clear_plan (&plan);
}

static void
test_shared (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  const PlanModel *model = plan_document_get_model (office->document);
  g_autoptr (GError) error = NULL;
  Plan plan;
  PlanId task, known, other;

  init_plan (&plan, NULL);
  task = add_task (&plan, PLAN_ID_NONE, 1, "A");
  known = add_resource (&plan, "Liu Wei", add_calendar (&plan, NULL, FALSE, plan.calendar, NULL), PLAN_RESOURCE_WORK);
  other = add_resource (&plan, "Liu Wei", PLAN_ID_NONE, PLAN_RESOURCE_MATERIAL);
  add_assignment (&plan, task, known);
  add_assignment (&plan, task, other);
  g_assert_true (plan_edit_import (office->document, plan.import, "plan.xml", &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_CALENDAR), ==, 1);
  g_assert_cmpuint (count (office, PLAN_RECORD_WEEK), ==, 1);
  g_assert_cmpuint (count (office, PLAN_RECORD_RESOURCE), ==, 2);
  g_assert_cmpint (plan_model_get_project (model, plan.project)->calendar, ==, office->calendar);
  g_assert_null (plan_model_get_resource (model, known));
  g_assert_nonnull (plan_model_get_resource (model, other));
  g_assert_cmpuint (count (office, PLAN_RECORD_ASSIGNMENT), ==, 2);
  clear_plan (&plan);
}

static void
test_other_calendar (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autoptr (GError) error = NULL;
  Plan plan;

  init_plan (&plan, "08:00-12:00");
  g_assert_true (plan_edit_import (office->document, plan.import, "plan.xml", &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_CALENDAR), ==, 2);
  g_assert_cmpint (plan_model_get_project (plan_document_get_model (office->document), plan.project)->calendar, ==, plan.calendar);
  clear_plan (&plan);
}

/* Two of one name in the file stay two. */
static void
test_namesakes (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autoptr (GError) error = NULL;
  Plan plan;

  init_plan (&plan, NULL);
  add_resource (&plan, "Liu Wei", PLAN_ID_NONE, PLAN_RESOURCE_WORK);
  add_resource (&plan, "Liu Wei", PLAN_ID_NONE, PLAN_RESOURCE_WORK);
  g_assert_true (plan_edit_import (office->document, plan.import, "plan.xml", &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_RESOURCE), ==, 2);
  clear_plan (&plan);
}

static void
test_twice (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autoptr (GError) error = NULL;
  Plan plan;

  init_plan (&plan, NULL);
  add_link (&plan, add_task (&plan, PLAN_ID_NONE, 1, "A"), add_task (&plan, PLAN_ID_NONE, 2, "B"), PLAN_LINK_FS);
  g_assert_true (plan_edit_import (office->document, plan.import, "plan.xml", &error));
  g_assert_true (plan_edit_import (office->document, plan.import, "plan.xml", &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_PROJECT), ==, 3);
  g_assert_cmpuint (count (office, PLAN_RECORD_TASK), ==, 4);
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, 2);
  clear_plan (&plan);
}

static void
test_left_out (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autoptr (GError) error = NULL;
  Plan plan;
  PlanId summary, below, other;

  init_plan (&plan, NULL);
  summary = add_task (&plan, PLAN_ID_NONE, 1, "Summary");
  below = add_task (&plan, summary, 1, "Below");
  other = add_task (&plan, PLAN_ID_NONE, 2, "Other");
  add_link (&plan, summary, below, PLAN_LINK_FS);
  add_link (&plan, other, summary, PLAN_LINK_FF);
  add_link (&plan, below, other, PLAN_LINK_FS);
  add_link (&plan, below, other, PLAN_LINK_SS);
  g_assert_true (plan_edit_import (office->document, plan.import, "plan.xml", &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, 1);
  g_assert_cmpuint (plan_report_count (plan.import->report, PLAN_REPORT_DROPPED), ==, 3);
  clear_plan (&plan);
}

static void
test_cycle (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  Plan plan;
  PlanId a, b;

  init_plan (&plan, NULL);
  a = add_task (&plan, PLAN_ID_NONE, 1, "A");
  b = add_task (&plan, PLAN_ID_NONE, 2, "B");
  add_link (&plan, a, b, PLAN_LINK_FS);
  add_link (&plan, b, a, PLAN_LINK_FS);
  office_assert_refused (office, plan_edit_import (office->document, plan.import, "plan.xml", refusal), PLAN_ERROR_CYCLE);
  clear_plan (&plan);
}

typedef struct
{
  GMainLoop *loop;
  PlanReport *report;
  GError *error;
} JobEnd;

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  JobEnd *end = data;

  end->report = plan_document_import_finish (PLAN_DOCUMENT (source), result, &end->error);
  g_main_loop_quit (end->loop);
}

static void
run_import (OfficeFixture *office, const char *path, PlanProgress *progress, JobEnd *end)
{
  *end = (JobEnd) { .loop = g_main_loop_new (NULL, FALSE) };
  plan_document_import_async (office->document, path, progress, imported_cb, end);
  g_main_loop_run (end->loop);
  g_main_loop_unref (end->loop);
}

static void
test_job (void)
{
  g_autoptr (OfficeFixture) from = office_fixture_new_filled (), to = office_fixture_new ();
  g_autofree char *json = office_write_json (from->document), *path = g_build_filename (to->folder, "plan.json", NULL);
  PlanProgress progress = { 0 };
  JobEnd end;

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  run_import (to, path, &progress, &end);
  g_assert_no_error (end.error);
  g_assert_nonnull (end.report);
  plan_report_free (end.report);
  g_assert_cmpuint (to->n_changes, ==, 1);
  g_assert_cmpuint (count (to, PLAN_RECORD_TASK), ==, 6);
}

static void
test_job_fails (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  g_autofree char *path = g_build_filename (office->folder, "plan.json", NULL);
  PlanProgress progress = { 0 };
  JobEnd end;

  g_assert_true (g_file_set_contents (path, "{ \"format\": \"planwright\", \"version\": 1, ", -1, NULL));
  run_import (office, path, &progress, &end);
  g_assert_nonnull (end.error);
  g_assert_null (end.report);
  g_assert_cmpuint (office->n_changes, ==, 0);
  g_error_free (end.error);
}

static void
test_job_cancelled (void)
{
  g_autoptr (OfficeFixture) from = office_fixture_new_filled (), to = office_fixture_new ();
  g_autofree char *json = office_write_json (from->document), *path = g_build_filename (to->folder, "plan.json", NULL);
  PlanProgress progress = { 0 };
  JobEnd end;

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  plan_progress_cancel (&progress);
  run_import (to, path, &progress, &end);
  g_assert_error (end.error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
  g_assert_cmpuint (to->n_changes, ==, 0);
  g_error_free (end.error);
}

static void
add_file_dates (Plan *plan, PlanId task, const char *text)
{
  PlanImportedValue value;

  plan_record_init (PLAN_RECORD_IMPORTED_VALUE, &value);
  value.id = next_id (plan);
  value.owner = task;
  value.owner_record = PLAN_RECORD_TASK;
  value.text = text;
  plan_model_insert (plan->import->model, PLAN_RECORD_IMPORTED_VALUE, &value);
}

static PlanTicks
get_start (OfficeFixture *office, PlanId task)
{
  guint index = plan_model_find (plan_document_get_model (office->document), PLAN_RECORD_TASK, task);

  return plan_schedule_get_task (plan_document_get_schedule (office->document), index)->start;
}

/* The file has one task later than the plan and one earlier: a constraint keeps only the first, scheduling by hand both; one
 * undo takes it back, and what lies as in the file is left alone. */
static void
test_keep_dates (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autoptr (GError) error = NULL;
  PlanTicks monday = plan_ticks_from_civil (2026, 3, 2, 8, 0), tuesday = plan_ticks_from_civil (2026, 3, 3, 8, 0);
  PlanTicks thursday = plan_ticks_from_civil (2026, 3, 5, 8, 0);
  PlanId first, later, earlier;
  guint n_left;
  Plan plan;

  init_plan (&plan, NULL);
  first = add_task (&plan, PLAN_ID_NONE, 1, "First");
  later = add_task (&plan, PLAN_ID_NONE, 2, "Later");
  earlier = add_task (&plan, PLAN_ID_NONE, 3, "Earlier");
  add_link (&plan, first, earlier, PLAN_LINK_FS);
  add_file_dates (&plan, first, "Start=2026-03-02T08:00:00\nFinish=2026-03-02T17:00:00\n");
  add_file_dates (&plan, later, "Start=2026-03-05T08:00:00\nFinish=2026-03-05T17:00:00\n");
  add_file_dates (&plan, earlier, "Start=2026-03-02T08:00:00\nFinish=2026-03-02T17:00:00\n");
  g_assert_true (plan_edit_import (office->document, plan.import, "plan.xml", &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_start (office, later), ==, monday);
  g_assert_cmpint (get_start (office, earlier), ==, tuesday);

  g_assert_true (plan_edit_keep_file_dates (office->document, plan.project, PLAN_KEEP_AS_CONSTRAINTS, &n_left, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_left, ==, 1);
  g_assert_cmpint (get_start (office, later), ==, thursday);
  g_assert_cmpint (get_start (office, earlier), ==, tuesday);
  g_assert_cmpint (plan_model_get_task (plan_document_get_model (office->document), first)->constraint, ==, PLAN_CONSTRAINT_ASAP);
  g_assert_true (plan_document_undo (office->document, &error));
  g_assert_cmpint (get_start (office, later), ==, monday);

  g_assert_true (plan_edit_keep_file_dates (office->document, plan.project, PLAN_KEEP_AS_MANUAL, &n_left, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_left, ==, 0);
  g_assert_cmpint (get_start (office, later), ==, thursday);
  g_assert_cmpint (get_start (office, earlier), ==, monday);
  g_assert_false (plan_model_get_task (plan_document_get_model (office->document), first)->manual);
  clear_plan (&plan);
}

static void
add_choice (OfficeFixture *office, GArray *choices, PlanId id, PlanTicks start)
{
  const PlanTask *task = plan_model_get_task (plan_document_get_model (office->document), id);
  PlanDateChoice choice = { id, start, start + 9 * 60 * PLAN_TICKS_PER_MINUTE, task->constraint_date, task->manual_start,
                            task->manual_finish, task->constraint, task->manual };

  g_array_append_val (choices, choice);
}

static void
assert_choose (OfficeFixture *office, PlanId project, const GArray *choices, PlanKeepDates keep, guint expected_left)
{
  g_autoptr (GError) error = NULL;
  guint n_left = 0;

  g_assert_true (plan_edit_choose_dates (office->document, project, choices, keep, &n_left, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_left, ==, expected_left);
}

/* For some tasks only, and back again to what they were before, also from one choice to another; summaries and tasks that
 * have begun do not take part. */
static void
test_choose_dates (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (PlanDateChoice));
  g_autoptr (GError) error = NULL;
  PlanTicks monday = plan_ticks_from_civil (2026, 3, 2, 8, 0), tuesday = plan_ticks_from_civil (2026, 3, 3, 8, 0);
  PlanTicks thursday = plan_ticks_from_civil (2026, 3, 5, 8, 0);
  const PlanModel *model = plan_document_get_model (office->document);
  PlanId first, later, earlier, begun;
  Plan plan;

  init_plan (&plan, NULL);
  first = add_task (&plan, PLAN_ID_NONE, 1, "First");
  later = add_task (&plan, PLAN_ID_NONE, 2, "Later");
  earlier = add_task (&plan, PLAN_ID_NONE, 3, "Earlier");
  begun = add_task (&plan, PLAN_ID_NONE, 4, "Begun");
  plan_model_set (plan.import->model, PLAN_FIELD_TASK_ACTUAL_START, begun, &PLAN_VALUE_OF_INTEGER (monday));
  add_link (&plan, first, earlier, PLAN_LINK_FS);
  g_assert_true (plan_edit_import (office->document, plan.import, "plan.xml", &error));
  g_assert_no_error (error);
  g_assert_true (plan_edit_can_choose_dates (office->document, later));
  g_assert_false (plan_edit_can_choose_dates (office->document, begun));
  add_choice (office, choices, later, thursday);
  add_choice (office, choices, earlier, monday);
  add_choice (office, choices, begun, thursday);

  assert_choose (office, plan.project, choices, PLAN_KEEP_AS_CONSTRAINTS, 1);
  g_assert_cmpint (get_start (office, later), ==, thursday);
  g_assert_cmpint (get_start (office, earlier), ==, tuesday);
  assert_choose (office, plan.project, choices, PLAN_KEEP_AS_MANUAL, 0);
  g_assert_cmpint (get_start (office, earlier), ==, monday);
  g_assert_cmpint (plan_model_get_task (model, later)->constraint, ==, PLAN_CONSTRAINT_ASAP);
  g_assert_cmpint (get_start (office, begun), ==, monday);
  assert_choose (office, plan.project, choices, PLAN_KEEP_NOTHING, 2);
  g_assert_cmpint (get_start (office, later), ==, monday);
  g_assert_cmpint (get_start (office, earlier), ==, tuesday);
  g_assert_false (plan_model_get_task (model, later)->manual);
  g_assert_cmpint (plan_model_get_task (model, later)->manual_start, ==, PLAN_TICKS_NONE);
  g_assert_true (plan_document_undo (office->document, &error));
  g_assert_cmpint (get_start (office, later), ==, thursday);
  clear_plan (&plan);
}

/* In a plan from its finish tasks lie as late as they can: a constraint keeps a file's earlier date. */
static void
test_keep_dates_from_finish (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autoptr (GError) error = NULL;
  PlanTicks friday = plan_ticks_from_civil (2026, 3, 20, 17, 0);
  const PlanTask *kept;
  PlanId earlier, later, last;
  guint n_left;
  Plan plan;

  init_plan (&plan, NULL);
  plan_model_set (plan.import->model, PLAN_FIELD_PROJECT_SCHEDULE_FROM, plan.project, &PLAN_VALUE_OF_INTEGER (PLAN_SCHEDULE_FROM_FINISH));
  plan_model_set (plan.import->model, PLAN_FIELD_PROJECT_FINISH, plan.project, &PLAN_VALUE_OF_INTEGER (friday));
  earlier = add_task (&plan, PLAN_ID_NONE, 1, "Earlier");
  later = add_task (&plan, PLAN_ID_NONE, 2, "Later");
  last = add_task (&plan, PLAN_ID_NONE, 3, "Last");
  add_link (&plan, later, last, PLAN_LINK_FS);
  plan_model_set (plan.import->model, PLAN_FIELD_TASK_CONSTRAINT, earlier, &PLAN_VALUE_OF_INTEGER (PLAN_CONSTRAINT_ALAP));
  plan_model_set (plan.import->model, PLAN_FIELD_TASK_CONSTRAINT, later, &PLAN_VALUE_OF_INTEGER (PLAN_CONSTRAINT_ALAP));
  plan_model_set (plan.import->model, PLAN_FIELD_TASK_CONSTRAINT, last, &PLAN_VALUE_OF_INTEGER (PLAN_CONSTRAINT_ALAP));
  add_file_dates (&plan, earlier, "Start=2026-03-17T08:00:00\nFinish=2026-03-17T17:00:00\n");
  add_file_dates (&plan, later, "Start=2026-03-24T08:00:00\nFinish=2026-03-24T17:00:00\n");
  g_assert_true (plan_edit_import (office->document, plan.import, "plan.xml", &error));
  g_assert_cmpint (get_start (office, earlier), ==, plan_ticks_from_civil (2026, 3, 20, 8, 0));

  g_assert_true (plan_edit_keep_file_dates (office->document, plan.project, PLAN_KEEP_AS_CONSTRAINTS, &n_left, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_left, ==, 1);
  g_assert_cmpint (get_start (office, earlier), ==, plan_ticks_from_civil (2026, 3, 17, 8, 0));
  kept = plan_model_get_task (plan_document_get_model (office->document), earlier);
  g_assert_cmpint (kept->constraint, ==, PLAN_CONSTRAINT_FNLT);
  g_assert_cmpint (kept->constraint_date, ==, plan_ticks_from_civil (2026, 3, 17, 17, 0));
  g_assert_cmpint (get_start (office, later), ==, plan_ticks_from_civil (2026, 3, 19, 8, 0));
  clear_plan (&plan);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/import/one-edit", test_one_edit);
  g_test_add_func ("/document/import/shared", test_shared);
  g_test_add_func ("/document/import/other-calendar", test_other_calendar);
  g_test_add_func ("/document/import/namesakes", test_namesakes);
  g_test_add_func ("/document/import/twice", test_twice);
  g_test_add_func ("/document/import/left-out", test_left_out);
  g_test_add_func ("/document/import/cycle", test_cycle);
  g_test_add_func ("/document/import/job", test_job);
  g_test_add_func ("/document/import/job-fails", test_job_fails);
  g_test_add_func ("/document/import/job-cancelled", test_job_cancelled);
  g_test_add_func ("/document/import/keep-dates", test_keep_dates);
  g_test_add_func ("/document/import/choose-dates", test_choose_dates);
  g_test_add_func ("/document/import/keep-dates-from-finish", test_keep_dates_from_finish);
  return g_test_run ();
}
