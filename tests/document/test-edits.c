/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits by what the user wants: rows, links, people, days off, whole projects; and the rules that refuse them.
 */

#include "office-fixture.h"
#include "plan-error.h"

static guint
count (OfficeFixture *office, PlanRecord record)
{
  return plan_model_get_n (plan_document_get_model (office->document), record);
}

static void
test_task_add (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  g_autoptr (GError) error = NULL;
  PlanId id, other = PLAN_ID_NONE;

  g_assert_true (plan_edit_task_add (office->document, office->project, office->design, "Review", "4h", &id, &error));
  office_assert_rows (office, "Build 1, Design 2, Review 2, Code 2, Test 2, Ship 1");
  g_assert_cmpint (plan_model_get_task (model, id)->duration, ==, 2400);
  g_assert_true (plan_edit_task_add (office->document, office->project, PLAN_ID_NONE, "Thanks", NULL, NULL, &error));
  office_assert_rows (office, "Build 1, Design 2, Review 2, Code 2, Test 2, Ship 1, Thanks 1");
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    if (plan_record_get_id (plan_model_get_at (model, PLAN_RECORD_PROJECT, i)) != office->project)
      other = plan_record_get_id (plan_model_get_at (model, PLAN_RECORD_PROJECT, i));
  office_assert_refused (office, plan_edit_task_add (office->document, 1, PLAN_ID_NONE, "x", NULL, NULL, refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_task_add (office->document, office->project, 1, "x", NULL, NULL, refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_task_add (office->document, other, office->code, "x", NULL, NULL, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_task_add (office->document, office->project, PLAN_ID_NONE, "x", "soon", NULL, refusal),
                         PLAN_ERROR_PARSE);
}

/* Always into the same gap: it is used up after twenty rows, and the order stays. */
static void
test_rank_gap (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GString) expected = g_string_new ("Build 1, Design 2");
  g_autoptr (GError) error = NULL;

  for (guint i = 40; i > 0; i--)
    {
      g_autofree char *name = g_strdup_printf ("T%u", i);

      g_assert_true (plan_edit_task_add (office->document, office->project, office->design, name, NULL, NULL, &error));
    }
  for (guint i = 1; i <= 40; i++)
    g_string_append_printf (expected, ", T%u 2", i);
  g_string_append (expected, ", Code 2, Test 2, Ship 1");
  office_assert_rows (office, expected->str);
}

static void
test_task_delete (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  PlanId both[2] = { office->design, office->ship };

  g_assert_true (plan_edit_task_delete (office->document, both, 2, &error));
  office_assert_rows (office, "Build 1, Code 2, Test 2");
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, 1);
  g_assert_cmpuint (count (office, PLAN_RECORD_ASSIGNMENT), ==, 0);
  g_assert_cmpuint (count (office, PLAN_RECORD_WORK_SPAN), ==, 0);
  g_assert_cmpuint (count (office, PLAN_RECORD_BASELINE), ==, 0);
  g_assert_cmpuint (count (office, PLAN_RECORD_CUSTOM_VALUE), ==, 0);
  g_assert_cmpuint (count (office, PLAN_RECORD_IMPORTED_VALUE), ==, 0);
  g_assert_cmpuint (count (office, PLAN_RECORD_CUSTOM_FIELD), ==, 1);
  g_assert_true (plan_edit_task_delete (office->document, &office->build, 1, &error));
  office_assert_rows (office, "");
  office_assert_refused (office, plan_edit_task_delete (office->document, both, 2, refusal), PLAN_ERROR_NOT_FOUND);
}

static void
test_task_move (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_task_move (office->document, office->test, office->build, PLAN_ID_NONE, &error));
  office_assert_rows (office, "Build 1, Test 2, Design 2, Code 2, Ship 1");
  g_assert_true (plan_edit_task_move (office->document, office->test, PLAN_ID_NONE, office->ship, &error));
  office_assert_rows (office, "Build 1, Design 2, Code 2, Ship 1, Test 1");
  g_assert_true (plan_edit_task_move (office->document, office->build, PLAN_ID_NONE, office->test, &error));
  office_assert_rows (office, "Ship 1, Test 1, Build 1, Design 2, Code 2");
  office_assert_refused (office, plan_edit_task_move (office->document, office->build, office->code, PLAN_ID_NONE, refusal),
                         PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_task_move (office->document, office->build, office->build, PLAN_ID_NONE, refusal),
                         PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_task_move (office->document, office->ship, office->build, office->test, refusal),
                         PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_task_move (office->document, office->ship, 1, PLAN_ID_NONE, refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_task_move (office->document, office->ship, office->build, PLAN_ID_NONE, refusal),
                         PLAN_ERROR_RULE);
}

static void
test_indent (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;

  /* The task below would come to lie under the one that it waits for. */
  office_assert_refused (office, plan_edit_task_outdent (office->document, office->design, refusal), PLAN_ERROR_RULE);
  g_assert_true (plan_edit_link_delete (office->document, office->link, &error));
  g_assert_true (plan_edit_task_outdent (office->document, office->design, &error));
  office_assert_rows (office, "Build 1, Design 1, Code 2, Test 2, Ship 1");
  g_assert_true (plan_edit_task_indent (office->document, office->design, &error));
  office_assert_rows (office, "Build 1, Design 2, Code 3, Test 3, Ship 1");
  g_assert_true (plan_document_undo (office->document, &error));
  g_assert_true (plan_document_undo (office->document, &error));
  office_assert_rows (office, "Build 1, Design 2, Code 2, Test 2, Ship 1");
  office_assert_refused (office, plan_edit_task_outdent (office->document, office->build, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_task_indent (office->document, office->design, refusal), PLAN_ERROR_RULE);
  /* It is linked to what would become its summary. */
  office_assert_refused (office, plan_edit_task_indent (office->document, office->ship, refusal), PLAN_ERROR_RULE);
}

static void
test_too_deep (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  PlanId last = office->ship;

  for (guint level = 2; level <= PLAN_OUTLINE_MAX_LEVEL; level++)
    {
      g_assert_true (plan_edit_task_add (office->document, office->project, last, "Deep", NULL, &last, &error));
      g_assert_true (plan_edit_task_indent (office->document, last, &error));
    }
  g_assert_true (plan_edit_task_add (office->document, office->project, last, "Too deep", NULL, &last, &error));
  office_assert_refused (office, plan_edit_task_indent (office->document, last, refusal), PLAN_ERROR_RULE);
  g_assert_true (plan_edit_task_add (office->document, office->project, office->build, "Over", NULL, &last, &error));
  office_assert_refused (office, plan_edit_task_move (office->document, office->ship, last, PLAN_ID_NONE, refusal), PLAN_ERROR_RULE);
}

static void
test_start (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  PlanTicks tenth = plan_ticks_from_civil (2026, 3, 10, 8, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_task_set_start (office->document, office->design, tenth, &error));
  g_assert_cmpint (plan_model_get_task (model, office->design)->constraint, ==, PLAN_CONSTRAINT_SNET);
  g_assert_cmpint (plan_schedule_get_task (plan_document_get_schedule (office->document),
                                           plan_model_find (model, PLAN_RECORD_TASK, office->design))->start, ==, tenth);
  g_assert_true (plan_edit_task_set_finish (office->document, office->design, tenth, &error));
  g_assert_cmpint (plan_model_get_task (model, office->design)->constraint, ==, PLAN_CONSTRAINT_FNET);
  g_assert_true (plan_edit_set_text (office->document, PLAN_FIELD_TASK_MANUAL, office->code, "yes", &error));
  g_assert_true (plan_edit_task_set_start (office->document, office->code, tenth, &error));
  g_assert_cmpint (plan_model_get_task (model, office->code)->manual_start, ==, tenth);
  office_assert_refused (office, plan_edit_task_set_start (office->document, office->design, PLAN_TICKS_MAX + 1, refusal), PLAN_ERROR_RANGE);
}

/* Moved by its start, a task whose dates were typed stays as long as it is. */
static void
test_start_by_hand (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  const PlanSchedule *schedule = plan_document_get_schedule (office->document);
  guint code = plan_model_find (model, PLAN_RECORD_TASK, office->code);
  g_autoptr (GError) error = NULL;

  plan_edit_set_text (office->document, PLAN_FIELD_TASK_MANUAL, office->code, "yes", &error);
  g_assert_no_error (error);
  plan_edit_task_set_start (office->document, office->code, plan_ticks_from_civil (2026, 3, 10, 8, 0), &error);
  g_assert_no_error (error);
  plan_edit_task_set_finish (office->document, office->code, plan_ticks_from_civil (2026, 3, 12, 17, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan_schedule_get_task (schedule, code)->finish, ==, plan_ticks_from_civil (2026, 3, 12, 17, 0));
  plan_edit_task_set_start (office->document, office->code, plan_ticks_from_civil (2026, 3, 17, 8, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan_schedule_get_task (schedule, code)->start, ==, plan_ticks_from_civil (2026, 3, 17, 8, 0));
  g_assert_cmpint (plan_schedule_get_task (schedule, code)->finish, ==, plan_ticks_from_civil (2026, 3, 19, 17, 0));
}

static void
test_links (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  PlanId id;

  office_assert_refused (office, plan_edit_link_add (office->document, office->code, office->code, PLAN_LINK_FS, NULL, NULL, refusal),
                         PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_link_add (office->document, office->design, office->code, PLAN_LINK_SS, NULL, NULL, refusal),
                         PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_link_add (office->document, office->design, office->build, PLAN_LINK_FS, NULL, NULL, refusal),
                         PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_link_add (office->document, office->build, office->design, PLAN_LINK_FS, NULL, NULL, refusal),
                         PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_link_add (office->document, 1, office->design, PLAN_LINK_FS, NULL, NULL, refusal),
                         PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_link_delete (office->document, 1, refusal), PLAN_ERROR_NOT_FOUND);
  g_assert_true (plan_edit_link_delete (office->document, office->link, &error));
  g_assert_true (plan_edit_link_add (office->document, office->design, office->code, PLAN_LINK_FF, NULL, &id, &error));
  g_assert_cmpint (((const PlanLink *) plan_model_lookup (plan_document_get_model (office->document), PLAN_RECORD_LINK, id))->type, ==,
                   PLAN_LINK_FF);
}

static void
test_link_into_summary (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  PlanId first, link, below;

  g_assert_true (plan_edit_task_add (office->document, office->project, PLAN_ID_NONE, "First", NULL, &first, &error));
  office_assert_refused (office, plan_edit_link_add (office->document, first, office->build, PLAN_LINK_FF, NULL, NULL, refusal),
                         PLAN_ERROR_RULE);
  g_assert_true (plan_edit_link_add (office->document, first, office->build, PLAN_LINK_FS, NULL, &link, &error));
  office_assert_refused (office, plan_edit_set_text (office->document, PLAN_FIELD_LINK_TYPE, link, "SF", refusal), PLAN_ERROR_RULE);
  /* A task whose finish is driven cannot become a summary either. */
  g_assert_true (plan_edit_link_delete (office->document, link, &error));
  g_assert_true (plan_edit_link_add (office->document, office->code, first, PLAN_LINK_FF, NULL, NULL, &error));
  g_assert_true (plan_edit_task_add (office->document, office->project, first, "Below", NULL, &below, &error));
  office_assert_refused (office, plan_edit_task_indent (office->document, below, refusal), PLAN_ERROR_RULE);
}

static void
test_resources (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  g_autoptr (GError) error = NULL;
  PlanId id;

  office_assert_refused (office, plan_edit_resource_add (office->document, "", PLAN_RESOURCE_WORK, NULL, refusal), PLAN_ERROR_RANGE);
  office_assert_refused (office, plan_edit_assignment_add (office->document, office->design, office->resource, 10000, NULL, refusal),
                         PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_assignment_add (office->document, office->code, office->resource, -1, NULL, refusal),
                         PLAN_ERROR_RANGE);
  g_assert_true (plan_edit_assignment_add (office->document, office->code, office->resource, 5000, &id, &error));
  g_assert_cmpint (((const PlanAssignment *) plan_model_lookup (model, PLAN_RECORD_ASSIGNMENT, id))->work, ==, 12000);
  g_assert_true (plan_edit_assignment_delete (office->document, id, &error));
  g_assert_true (plan_edit_resource_delete (office->document, office->resource, &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_ASSIGNMENT), ==, 0);
  g_assert_cmpuint (count (office, PLAN_RECORD_AVAILABILITY), ==, 0);
  g_assert_cmpuint (count (office, PLAN_RECORD_RATE), ==, 0);
  office_assert_refused (office, plan_edit_resource_delete (office->document, office->resource, refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_assignment_delete (office->document, office->assignment, refusal), PLAN_ERROR_NOT_FOUND);
}

static void
test_exceptions (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  PlanDay second = plan_day_from_civil (2026, 3, 2);
  g_autoptr (GError) error = NULL;
  PlanId id;

  g_assert_true (plan_edit_exception_add (office->document, office->calendar, "Off", second, second + 1, "", &id, &error));
  g_assert_cmpint (plan_schedule_get_task (plan_document_get_schedule (office->document),
                                           plan_model_find (model, PLAN_RECORD_TASK, office->design))->start, ==,
                   plan_ticks_from_civil (2026, 3, 4, 8, 0));
  g_assert_true (plan_edit_exception_delete (office->document, id, &error));
  office_assert_refused (office, plan_edit_exception_add (office->document, office->calendar, "Off", second, second - 1, "", NULL, refusal),
                         PLAN_ERROR_RANGE);
  office_assert_refused (office, plan_edit_exception_add (office->document, office->calendar, "Off", second, second, "morning", NULL, refusal),
                         PLAN_ERROR_RANGE);
  office_assert_refused (office, plan_edit_exception_add (office->document, 1, "Off", second, second, "", NULL, refusal),
                         PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_exception_delete (office->document, id, refusal), PLAN_ERROR_NOT_FOUND);
}

static void
test_projects (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  g_autofree char *before = office_dump (office->document), *after = NULL;
  g_autoptr (GError) error = NULL;
  PlanId id;

  office_assert_refused (office, plan_edit_project_add (office->document, "", PLAN_TICKS_NONE, NULL, refusal), PLAN_ERROR_RANGE);
  g_assert_true (plan_edit_project_add (office->document, "Third", PLAN_TICKS_NONE, &id, &error));
  g_assert_cmpint (plan_model_get_project (model, id)->colour, ==, 2);
  g_assert_cmpint (plan_model_get_project (model, id)->calendar, ==, office->calendar);
  g_assert_true (plan_edit_project_delete (office->document, id, &error));
  g_assert_true (plan_edit_project_delete (office->document, office->project, &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_TASK), ==, 1);
  g_assert_cmpuint (count (office, PLAN_RECORD_CUSTOM_FIELD), ==, 0);
  g_assert_cmpuint (count (office, PLAN_RECORD_RESOURCE), ==, 1);
  g_assert_cmpuint (count (office, PLAN_RECORD_CALENDAR), ==, 1);
  for (guint i = 0; i < 3; i++)
    g_assert_true (plan_document_undo (office->document, &error));
  after = office_dump (office->document);
  office_assert_same (after, before);
  office_assert_refused (office, plan_edit_project_delete (office->document, 1, refusal), PLAN_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/edits/task-add", test_task_add);
  g_test_add_func ("/document/edits/rank-gap", test_rank_gap);
  g_test_add_func ("/document/edits/task-delete", test_task_delete);
  g_test_add_func ("/document/edits/task-move", test_task_move);
  g_test_add_func ("/document/edits/indent", test_indent);
  g_test_add_func ("/document/edits/too-deep", test_too_deep);
  g_test_add_func ("/document/edits/start", test_start);
  g_test_add_func ("/document/edits/start-by-hand", test_start_by_hand);
  g_test_add_func ("/document/edits/links", test_links);
  g_test_add_func ("/document/edits/link-into-summary", test_link_into_summary);
  g_test_add_func ("/document/edits/resources", test_resources);
  g_test_add_func ("/document/edits/exceptions", test_exceptions);
  g_test_add_func ("/document/edits/projects", test_projects);
  return g_test_run ();
}
