/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people type into fields, and what follows from it in the same record.
 */

#include "office-fixture.h"
#include "plan-error.h"

static PlanTicks
at (int month, int day, int hour)
{
  return plan_ticks_from_civil (2026, month, day, hour, 0);
}

static gint64
get_integer (OfficeFixture *office, PlanFieldId field, PlanId id)
{
  gconstpointer body = plan_model_lookup (plan_document_get_model (office->document), plan_field_get (field)->record, id);
  PlanValue value = plan_field_get_value (field, body);

  return value.kind == PLAN_VALUE_INTEGER ? value.integer : PLAN_TICKS_NONE;
}

static void
set_text (OfficeFixture *office, PlanFieldId field, PlanId id, const char *text)
{
  g_autoptr (GError) error = NULL;

  plan_edit_set_text (office->document, field, id, text, &error);
  g_assert_no_error (error);
}

static void
test_numbers (void)
{
  static const struct
  {
    PlanFieldId field;
    const char *text;
    gint64 expected;
  } cases[] = {
    { PLAN_FIELD_TASK_DURATION, "4d", 19200 },
    { PLAN_FIELD_TASK_DURATION, "4", 19200 },
    { PLAN_FIELD_TASK_DURATION, " 90min ", 900 },
    { PLAN_FIELD_TASK_DURATION, "3天", 14400 },
    { PLAN_FIELD_TASK_PRIORITY, "700", 700 },
    { PLAN_FIELD_TASK_MANUAL, "yes", 1 },
    { PLAN_FIELD_TASK_MANUAL, "否", 0 },
    { PLAN_FIELD_TASK_EFFORT_DRIVEN, "是", 1 },
    { PLAN_FIELD_TASK_EFFORT_DRIVEN, "off", 0 },
    { PLAN_FIELD_TASK_TYPE, "fixed-work", PLAN_TASK_FIXED_WORK },
    { PLAN_FIELD_TASK_TYPE, "fixed duration", PLAN_TASK_FIXED_DURATION },
    { PLAN_FIELD_TASK_DEADLINE, "2026-03-20", 0 },
    { PLAN_FIELD_TASK_DEADLINE, "", PLAN_TICKS_NONE },
    { PLAN_FIELD_TASK_FIXED_COST, "1250.5", 125050 },
    { PLAN_FIELD_TASK_PHYSICAL_PERCENT_COMPLETE, "12.5%", 1250 },
    { PLAN_FIELD_TASK_LEVELLING_DELAY, "-2ed", -28800 },
  };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 expected = cases[i].expected;

      /* A date alone means the usual end of work for a deadline. */
      if (cases[i].field == PLAN_FIELD_TASK_DEADLINE && expected == 0)
        expected = at (3, 20, 17);
      g_test_message ("%s = “%s”", plan_field_get (cases[i].field)->column, cases[i].text);
      set_text (office, cases[i].field, office->code, cases[i].text);
      g_assert_cmpint (get_integer (office, cases[i].field, office->code), ==, expected);
    }
}

static void
test_other_records (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  set_text (office, PLAN_FIELD_LINK_LAG, office->link, "-50%");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_LINK_LAG, office->link), ==, -5000);
  g_assert_cmpint (get_integer (office, PLAN_FIELD_LINK_LAG_UNIT, office->link), ==, PLAN_UNIT_PERCENT);
  set_text (office, PLAN_FIELD_LINK_TYPE, office->link, "ff");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_LINK_TYPE, office->link), ==, PLAN_LINK_FF);
  set_text (office, PLAN_FIELD_RESOURCE_MAX_UNITS, office->resource, "150%");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_RESOURCE_MAX_UNITS, office->resource), ==, 15000);
  set_text (office, PLAN_FIELD_RESOURCE_STANDARD_RATE, office->resource, "88.125");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_RESOURCE_STANDARD_RATE, office->resource), ==, 881250);
  set_text (office, PLAN_FIELD_PROJECT_DEFAULT_START_TIME, office->project, "9:30");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_PROJECT_DEFAULT_START_TIME, office->project), ==, 5700);
  set_text (office, PLAN_FIELD_PROJECT_MINUTES_PER_DAY, office->project, "7.5");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_PROJECT_MINUTES_PER_DAY, office->project), ==, 4500);
  set_text (office, PLAN_FIELD_TASK_CALENDAR, office->design, "standard");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_CALENDAR, office->design), ==, office->calendar);
  set_text (office, PLAN_FIELD_TASK_CALENDAR, office->design, NULL);
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_CALENDAR, office->design), ==, PLAN_TICKS_NONE);
}

static void
test_refused (void)
{
  static const struct
  {
    PlanFieldId field;
    const char *text;
    int code;
  } cases[] = {
    { PLAN_FIELD_TASK_DURATION, "x", PLAN_ERROR_PARSE },
    { PLAN_FIELD_TASK_DURATION, "-1d", PLAN_ERROR_RANGE },
    { PLAN_FIELD_TASK_DURATION, "", PLAN_ERROR_RANGE },
    { PLAN_FIELD_TASK_LEVELLING_DELAY, "50%", PLAN_ERROR_PARSE },
    { PLAN_FIELD_TASK_PERCENT_COMPLETE, "101", PLAN_ERROR_RANGE },
    { PLAN_FIELD_TASK_PRIORITY, "1001", PLAN_ERROR_RANGE },
    { PLAN_FIELD_TASK_PRIORITY, "high", PLAN_ERROR_PARSE },
    { PLAN_FIELD_TASK_MANUAL, "perhaps", PLAN_ERROR_PARSE },
    { PLAN_FIELD_TASK_TYPE, "fixed", PLAN_ERROR_PARSE },
    { PLAN_FIELD_TASK_CALENDAR, "Night", PLAN_ERROR_NOT_FOUND },
    { PLAN_FIELD_TASK_DEADLINE, "someday", PLAN_ERROR_PARSE },
    { PLAN_FIELD_TASK_RANK, "5", PLAN_ERROR_RULE },
    { PLAN_FIELD_TASK_PARENT, "5", PLAN_ERROR_NOT_FOUND },
    { PLAN_FIELD_TASK_CREATED, "2026-01-01", PLAN_ERROR_RULE },
  };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s = “%s”", plan_field_get (cases[i].field)->column, cases[i].text);
      office_assert_refused (office, plan_edit_set_text (office->document, cases[i].field, office->code, cases[i].text, refusal),
                             cases[i].code);
    }
  office_assert_refused (office, plan_edit_set_text (office->document, PLAN_FIELD_TASK_NAME, 1, "x", refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_set_text (office->document, PLAN_FIELD_PROJECT_NAME, office->project, " ", refusal),
                         PLAN_ERROR_RANGE);
}

static void
test_duration (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  set_text (office, PLAN_FIELD_TASK_DURATION, office->code, "2ew?");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_DURATION_UNIT, office->code), ==, PLAN_UNIT_ELAPSED_WEEK);
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_ESTIMATED, office->code), ==, TRUE);
  set_text (office, PLAN_FIELD_TASK_DURATION, office->code, "0");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_MILESTONE, office->code), ==, TRUE);
  set_text (office, PLAN_FIELD_TASK_DURATION, office->code, "1h");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_MILESTONE, office->code), ==, FALSE);
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_DURATION_UNIT, office->code), ==, PLAN_UNIT_HOUR);
  g_assert_true (plan_document_undo (office->document, NULL));
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_MILESTONE, office->code), ==, TRUE);
  office_assert_refused (office, plan_edit_set_text (office->document, PLAN_FIELD_TASK_DURATION, office->build, "3d", refusal),
                         PLAN_ERROR_RULE);
}

static void
test_percent (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  set_text (office, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->design, "50");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_ACTUAL_START, office->design), ==, at (3, 2, 8));
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_ACTUAL_DURATION, office->design), ==, 7200);
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_ACTUAL_FINISH, office->design), ==, PLAN_TICKS_NONE);
  set_text (office, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->design, "100%");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_ACTUAL_FINISH, office->design), ==, at (3, 4, 17));
  set_text (office, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->design, "0");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_ACTUAL_START, office->design), ==, PLAN_TICKS_NONE);
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_ACTUAL_FINISH, office->design), ==, PLAN_TICKS_NONE);
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_ACTUAL_DURATION, office->design), ==, 0);
  set_text (office, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->build, "100");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_ACTUAL_FINISH, office->design), ==, at (3, 4, 17));
  office_assert_refused (office, plan_edit_set_text (office->document, PLAN_FIELD_TASK_ACTUAL_START, office->build, "2026-03-02", refusal),
                         PLAN_ERROR_RULE);
}

static void
test_actuals (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  set_text (office, PLAN_FIELD_TASK_ACTUAL_START, office->design, "2026-03-03");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_ACTUAL_START, office->design), ==, at (3, 3, 8));
  set_text (office, PLAN_FIELD_TASK_ACTUAL_FINISH, office->design, "2026-03-06");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_DURATION, office->design), ==, 4 * 4800);
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->design), ==, 10000);
  office_assert_refused (office, plan_edit_set_text (office->document, PLAN_FIELD_TASK_ACTUAL_START, office->design, "2026-03-09", refusal),
                         PLAN_ERROR_RULE);
  set_text (office, PLAN_FIELD_TASK_ACTUAL_START, office->design, "");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->design), ==, 0);
  set_text (office, PLAN_FIELD_TASK_ACTUAL_DURATION, office->design, "1d");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->design), ==, 2500);
  set_text (office, PLAN_FIELD_TASK_DURATION, office->design, "2d");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->design), ==, 5000);
  office_assert_refused (office, plan_edit_set_text (office->document, PLAN_FIELD_TASK_DURATION, office->design, "4h", refusal),
                         PLAN_ERROR_RANGE);
  set_text (office, PLAN_FIELD_TASK_ACTUAL_DURATION, office->design, "3d");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_DURATION, office->design), ==, 3 * 4800);
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->design), ==, 10000);
}

static void
test_constraint (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  set_text (office, PLAN_FIELD_TASK_CONSTRAINT_DATE, office->design, "2026-03-10");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_CONSTRAINT, office->design), ==, PLAN_CONSTRAINT_SNET);
  set_text (office, PLAN_FIELD_TASK_CONSTRAINT, office->design, "ASAP");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_CONSTRAINT_DATE, office->design), ==, PLAN_TICKS_NONE);
  set_text (office, PLAN_FIELD_TASK_CONSTRAINT, office->design, "Finish no earlier than");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_CONSTRAINT_DATE, office->design), ==, at (3, 4, 17));
  set_text (office, PLAN_FIELD_TASK_CONSTRAINT_DATE, office->design, "2026-03-12");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_CONSTRAINT_DATE, office->design), ==, at (3, 12, 17));
  set_text (office, PLAN_FIELD_TASK_CONSTRAINT_DATE, office->design, "");
  g_assert_cmpint (get_integer (office, PLAN_FIELD_TASK_CONSTRAINT, office->design), ==, PLAN_CONSTRAINT_ASAP);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/edits-text/numbers", test_numbers);
  g_test_add_func ("/document/edits-text/other-records", test_other_records);
  g_test_add_func ("/document/edits-text/refused", test_refused);
  g_test_add_func ("/document/edits-text/duration", test_duration);
  g_test_add_func ("/document/edits-text/percent", test_percent);
  g_test_add_func ("/document/edits-text/actuals", test_actuals);
  g_test_add_func ("/document/edits-text/constraint", test_constraint);
  return g_test_run ();
}
