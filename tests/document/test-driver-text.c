/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a task starts when it starts, in words.
 */

#include "office-fixture.h"
#include "plan-driver-text.h"

static void
assert_sentence (OfficeFixture *office, PlanId task, const char *expected)
{
  const PlanModel *model = plan_document_get_model (office->document);
  const PlanSchedule *schedule = plan_document_get_schedule (office->document);
  PlanOutline *outline = plan_outline_new (model, office->project);
  g_autoptr (PlanTaskIndex) index = plan_task_index_new (model);
  PlanCellSource source = { model, schedule, outline, index, NULL };
  guint number = plan_model_find (model, PLAN_RECORD_TASK, task);
  PlanDriver driver = plan_driver_find (schedule, model, index, number);
  g_autofree char *text = plan_driver_describe (&driver, &source, number);

  g_assert_cmpstr (text, ==, expected);
  plan_outline_free (outline);
}

static void
set_text (OfficeFixture *office, PlanFieldId field, PlanId task, const char *text)
{
  g_autoptr (GError) error = NULL;

  plan_edit_set_text (office->document, field, task, text, &error);
  g_assert_no_error (error);
}

static void
set_predecessors (OfficeFixture *office, PlanId task, const char *text)
{
  g_autoptr (GError) error = NULL;

  plan_edit_task_set_predecessors (office->document, task, text, &error);
  g_assert_no_error (error);
}

static void
test_links (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  set_predecessors (office, office->code, "2FS+1d");
  set_predecessors (office, office->test, "");
  assert_sentence (office, office->design, "Starts with the project");
  assert_sentence (office, office->code, "Waits for 2 Design (FS+1d)");
  assert_sentence (office, office->build, "Starts with its task 2 Design");
  set_text (office, PLAN_FIELD_TASK_NAME, office->design, "");
  assert_sentence (office, office->build, "Starts with its task 2");
  set_predecessors (office, office->ship, "");
  set_text (office, PLAN_FIELD_TASK_DURATION, office->ship, "3d");
  set_predecessors (office, office->build, "5");
  assert_sentence (office, office->test, "Its summary “Build” waits for 5 Ship (FS)");
}

static void
test_constraints (void)
{
  static const char *const cases[][2] = {
    { "MSO", "Must start on 17 Mar 2026" },
    { "MFO", "Must finish on 17 Mar 2026" },
    { "SNET", "Starts no earlier than 17 Mar 2026" },
    { "FNET", "Finishes no earlier than 17 Mar 2026" },
  };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  set_predecessors (office, office->code, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_text (office, PLAN_FIELD_TASK_CONSTRAINT, office->code, cases[i][0]);
      set_text (office, PLAN_FIELD_TASK_CONSTRAINT_DATE, office->code, "17 Mar 2026");
      assert_sentence (office, office->code, cases[i][1]);
    }
  set_text (office, PLAN_FIELD_TASK_MANUAL, office->code, "yes");
  assert_sentence (office, office->code, "Is scheduled by hand");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/driver-text/links", test_links);
  g_test_add_func ("/document/driver-text/constraints", test_constraints);
  return g_test_run ();
}
