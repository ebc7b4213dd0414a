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
  guint number = plan_model_find (model, PLAN_RECORD_TASK, task);
  PlanDriver driver = plan_driver_find (schedule, model, index, number);
  g_autofree char *text = plan_driver_describe (&driver, model, outline, number);

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

/* A driver of each kind that has a sentence of its own; task and resource are those of the fixture. */
static void
test_sentences (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  guint task = plan_model_find (model, PLAN_RECORD_TASK, office->code);
  PlanTicks monday = plan_ticks_from_civil (2026, 3, 9, 8, 0);
  static const struct
  {
    PlanDriverKind kind;
    PlanDriverEnd end;
    const char *reason, *sentence;
  } cases[] = {
    { PLAN_DRIVER_CALENDAR, PLAN_DRIVER_OF_START, NULL, "No working time before 9 Mar 2026" },
    { PLAN_DRIVER_CALENDAR, PLAN_DRIVER_OF_START, "Holiday", "No working time before 9 Mar 2026: Holiday" },
    { PLAN_DRIVER_CALENDAR, PLAN_DRIVER_OF_FINISH, NULL, "Finishes 2 d later by its calendar" },
    { PLAN_DRIVER_CALENDAR, PLAN_DRIVER_OF_FINISH, "Holiday", "Finishes 2 d later by its calendar: Holiday" },
    { PLAN_DRIVER_RESOURCE_DELAY, PLAN_DRIVER_OF_START, NULL, "Work that nobody has yet starts 2 d later" },
    { PLAN_DRIVER_RESOURCE_WORK, PLAN_DRIVER_OF_FINISH, NULL, "Work that nobody has yet takes longest: 2 d" },
    { PLAN_DRIVER_PROGRESS, PLAN_DRIVER_OF_FINISH, NULL, "The rest of it goes on on 9 Mar 2026" },
    { PLAN_DRIVER_SPLIT, PLAN_DRIVER_OF_FINISH, NULL, "Pauses for 2 d" },
    { PLAN_DRIVER_DEADLINE, PLAN_DRIVER_OF_FINISH, NULL, "Its late dates follow from its deadline, 9 Mar 2026" },
    { PLAN_DRIVER_ACTUAL, PLAN_DRIVER_OF_START, NULL, "Has started" },
    { PLAN_DRIVER_ACTUAL, PLAN_DRIVER_OF_FINISH, NULL, "Is finished" },
    { PLAN_DRIVER_LATE, PLAN_DRIVER_OF_START, NULL, "Starts as late as possible" },
    { PLAN_DRIVER_EXTERNAL, PLAN_DRIVER_OF_START, NULL, "Belongs to another file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanDriver driver = { .kind = cases[i].kind, .owner = task, .link = PLAN_INDEX_NONE, .other = PLAN_INDEX_NONE,
                            .resource = PLAN_INDEX_NONE, .instant = monday, .amount = 9600, .reason = cases[i].reason, .end = cases[i].end };
      g_autofree char *text = plan_driver_describe (&driver, model, NULL, task);

      g_assert_cmpstr (text, ==, cases[i].sentence);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/driver-text/links", test_links);
  g_test_add_func ("/document/driver-text/constraints", test_constraints);
  g_test_add_func ("/document/driver-text/sentences", test_sentences);
  return g_test_run ();
}
