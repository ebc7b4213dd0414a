/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of costs, baselines and interim plans: each is one edit that one undo takes back, replaces only what it is told,
 * and is refused as a whole.
 */

#include "office-fixture.h"

#include "plan-baseline.h"
#include "plan-columns.h"
#include "plan-error.h"

static void
set (OfficeFixture *office, PlanFieldId field, PlanId id, gint64 value)
{
  PlanValue boxed = PLAN_VALUE_OF_INTEGER (value);
  g_autoptr (GError) error = NULL;

  plan_edit_set (office->document, field, id, &boxed, &error);
  g_assert_no_error (error);
}

static guint
find_index (OfficeFixture *office, PlanId task)
{
  return plan_model_find (plan_document_get_model (office->document), PLAN_RECORD_TASK, task);
}

static const PlanTotals *
get_totals (OfficeFixture *office, PlanId task)
{
  return plan_costs_get_task (plan_document_get_costs (office->document), find_index (office, task));
}

static const PlanBaseline *
find_baseline (OfficeFixture *office, PlanId owner, int number)
{
  return plan_costs_find_baseline (plan_document_get_costs (office->document), owner, number);
}

static guint
count_saved (OfficeFixture *office, int number)
{
  const PlanModel *model = plan_document_get_model (office->document);
  guint n = 0;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_BASELINE); i++)
    n += ((const PlanBaseline *) plan_model_get_at (model, PLAN_RECORD_BASELINE, i))->number == number;
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_WORK_SPAN); i++)
    n += plan_span_is_of_baseline (plan_model_get_at (model, PLAN_RECORD_WORK_SPAN, i), number);
  return n;
}

/* Liu Wei costs 10 an hour; the plan that the fixture made has no other costs. */
static OfficeFixture *
new_office (void)
{
  OfficeFixture *office = office_fixture_new_filled ();

  set (office, PLAN_FIELD_RESOURCE_STANDARD_RATE, office->resource, 10 * PLAN_RATE_ONE);
  return office;
}

static void
test_costs_follow (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  PlanMoney before = get_totals (office, office->design)->cost;

  g_assert_cmpint (before, >, 0);
  set (office, PLAN_FIELD_RESOURCE_STANDARD_RATE, office->resource, 20 * PLAN_RATE_ONE);
  g_assert_cmpint (get_totals (office, office->design)->cost, >, before);
  g_assert_true (plan_document_undo (office->document, NULL));
  g_assert_cmpint (get_totals (office, office->design)->cost, ==, before);
}

static void
test_typed_total (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autoptr (GError) error = NULL;
  PlanMoney work = get_totals (office, office->design)->cost - get_totals (office, office->design)->fixed_cost;

  g_assert_true (plan_edit_task_set_cost (office->document, office->design, work + 12345, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_totals (office, office->design)->cost, ==, work + 12345);
  g_assert_cmpint (plan_model_get_task (plan_document_get_model (office->document), office->design)->fixed_cost, ==, 12345);
  g_assert_true (plan_edit_set_cell (office->document, PLAN_COLUMN_COST, office->design, "¥1,000.5", &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_totals (office, office->design)->cost, ==, 100050);
  /* what a summary costs more is its own fixed cost */
  g_assert_true (plan_edit_set_cell (office->document, PLAN_COLUMN_COST, office->build, "2000", &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_totals (office, office->build)->cost, ==, 200000);
  g_assert_cmpint (get_totals (office, office->design)->cost, ==, 100050);
  g_assert_true (plan_document_undo (office->document, NULL));
  g_assert_cmpint (get_totals (office, office->design)->cost, ==, 100050);
  office_assert_refused (office, plan_edit_set_cell (office->document, PLAN_COLUMN_COST, office->design, "much", refusal), PLAN_ERROR_PARSE);
  office_assert_refused (office, plan_edit_set_cell (office->document, PLAN_COLUMN_EV, office->design, "1", refusal), PLAN_ERROR_RULE);
}

static void
test_typed_actual (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autoptr (GError) error = NULL;

  office_assert_refused (office, plan_edit_task_set_actual_cost (office->document, office->code, 5000, refusal), PLAN_ERROR_RULE);
  set (office, PLAN_FIELD_PROJECT_EDITABLE_ACTUAL_COSTS, office->project, TRUE);
  g_assert_true (plan_edit_task_set_actual_cost (office->document, office->code, 5000, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_totals (office, office->code)->actual_cost, ==, 5000);
  g_assert_true (plan_edit_set_cell (office->document, PLAN_COLUMN_ACTUAL_COST, office->code, "60", &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_totals (office, office->code)->actual_cost, ==, 6000);
}

static void
set_baseline (OfficeFixture *office, int number, const PlanId *tasks, guint n, PlanBaselineRollup rollup)
{
  g_autoptr (GError) error = NULL;

  plan_edit_baseline_set (office->document, office->project, number, tasks, n, rollup, &error);
  g_assert_no_error (error);
}

static void
test_whole_project (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = office_dump (office->document), *saved = NULL, *after = NULL;
  const PlanBaseline *baseline;
  const PlanScheduledTask *result;

  set_baseline (office, 3, NULL, 0, PLAN_BASELINE_NO_ROLLUP);
  saved = office_dump (office->document);
  baseline = find_baseline (office, office->design, 3);
  result = plan_schedule_get_task (plan_document_get_schedule (office->document), find_index (office, office->design));
  g_assert_nonnull (baseline);
  g_assert_cmpint (baseline->start, ==, result->start);
  g_assert_cmpint (baseline->finish, ==, result->finish);
  g_assert_cmpint (baseline->duration, ==, result->duration);
  g_assert_cmpint (baseline->work, ==, get_totals (office, office->design)->work);
  g_assert_cmpint (baseline->cost, ==, get_totals (office, office->design)->cost);
  g_assert_nonnull (find_baseline (office, office->build, 3));
  g_assert_nonnull (find_baseline (office, office->assignment, 3));
  g_assert_true (plan_document_undo (office->document, NULL));
  after = office_dump (office->document);
  office_assert_same (after, before);
  g_assert_true (plan_document_redo (office->document, NULL));
  g_clear_pointer (&after, g_free);
  after = office_dump (office->document);
  office_assert_same (after, saved);
  g_assert_true (plan_edit_baseline_clear (office->document, office->project, 3, NULL, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_saved (office, 3), ==, 0);
}

/* Setting it again replaces what was saved, of the chosen tasks alone. */
static void
test_chosen_tasks (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  const PlanId chosen[] = { office->code };
  PlanTicks code, design;
  guint n;

  set_baseline (office, 1, NULL, 0, PLAN_BASELINE_NO_ROLLUP);
  n = count_saved (office, 1);
  design = find_baseline (office, office->design, 1)->duration;
  code = find_baseline (office, office->code, 1)->duration;
  set (office, PLAN_FIELD_TASK_DURATION, office->design, design + 4800);
  set (office, PLAN_FIELD_TASK_DURATION, office->code, code + 4800);
  set_baseline (office, 1, chosen, 1, PLAN_BASELINE_NO_ROLLUP);
  g_assert_cmpuint (count_saved (office, 1), ==, n);
  g_assert_cmpint (find_baseline (office, office->code, 1)->duration, ==, code + 4800);
  g_assert_cmpint (find_baseline (office, office->design, 1)->duration, ==, design);
}

/* New work below a summary is in its baseline only when that is told to follow. */
static void
test_rollup (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  const PlanId code[] = { office->code }, build[] = { office->build };
  PlanTicks finish;
  PlanMoney cost;

  set_baseline (office, 0, NULL, 0, PLAN_BASELINE_NO_ROLLUP);
  finish = find_baseline (office, office->build, 0)->finish;
  cost = find_baseline (office, office->build, 0)->cost;
  set (office, PLAN_FIELD_TASK_DURATION, office->code, 40 * 4800);
  set (office, PLAN_FIELD_TASK_FIXED_COST, office->code, 77700);
  set_baseline (office, 0, code, 1, PLAN_BASELINE_NO_ROLLUP);
  g_assert_cmpint (find_baseline (office, office->build, 0)->finish, ==, finish);
  set_baseline (office, 0, code, 1, PLAN_BASELINE_TO_SUMMARIES);
  g_assert_cmpint (find_baseline (office, office->build, 0)->finish, ==, find_baseline (office, office->code, 0)->finish);
  g_assert_cmpint (find_baseline (office, office->build, 0)->cost, ==, cost + 77700);
  /* the summary by what is saved below it, not by what is planned now */
  set (office, PLAN_FIELD_TASK_DURATION, office->code, 50 * 4800);
  set_baseline (office, 0, build, 1, PLAN_BASELINE_FROM_SUBTASKS);
  g_assert_cmpint (find_baseline (office, office->build, 0)->finish, ==, find_baseline (office, office->code, 0)->finish);
  set_baseline (office, 0, build, 1, PLAN_BASELINE_NO_ROLLUP);
  g_assert_cmpint (find_baseline (office, office->build, 0)->finish, >, find_baseline (office, office->code, 0)->finish);
}

/* The work of a contour is saved span by span. */
static void
test_spans (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  guint n_even;

  set_baseline (office, 2, NULL, 0, PLAN_BASELINE_NO_ROLLUP);
  n_even = count_saved (office, 2);
  set (office, PLAN_FIELD_ASSIGNMENT_CONTOUR, office->assignment, 7);
  set_baseline (office, 2, NULL, 0, PLAN_BASELINE_NO_ROLLUP);
  g_assert_cmpuint (count_saved (office, 2), >=, n_even + 20);
}

static void
test_refused (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  const PlanId nothing[] = { 12345 };

  office_assert_refused (office, plan_edit_baseline_set (office->document, office->project, 11, NULL, 0, 0, refusal), PLAN_ERROR_RANGE);
  office_assert_refused (office, plan_edit_baseline_clear (office->document, office->project, -1, NULL, 0, refusal), PLAN_ERROR_RANGE);
  office_assert_refused (office, plan_edit_interim_set (office->document, office->project, 0, NULL, 0, refusal), PLAN_ERROR_RANGE);
  office_assert_refused (office, plan_edit_baseline_set (office->document, office->project, 0, nothing, 1, 0, refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_baseline_set (office->document, 12345, 0, NULL, 0, 0, refusal), PLAN_ERROR_NOT_FOUND);
}

static char *
get_custom (OfficeFixture *office, const char *key, PlanId task)
{
  const PlanModel *model = plan_document_get_model (office->document);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CUSTOM_VALUE); i++)
    {
      const PlanCustomValue *value = plan_model_get_at (model, PLAN_RECORD_CUSTOM_VALUE, i);
      const PlanCustomField *field = plan_model_lookup (model, PLAN_RECORD_CUSTOM_FIELD, value->field);

      if (value->owner == task && g_strcmp0 (field->key, key) == 0)
        return g_strdup (value->value);
    }
  return NULL;
}

static void
test_interim (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *second = NULL, *finish = NULL, *none = NULL, *expected = NULL;

  g_assert_true (plan_edit_interim_set (office->document, office->project, 6, NULL, 0, &error));
  g_assert_no_error (error);
  first = get_custom (office, "Start6", office->code);
  expected = plan_ticks_format_iso (plan_schedule_get_task (plan_document_get_schedule (office->document), find_index (office, office->code))->start);
  g_assert_cmpstr (first, ==, expected);
  finish = get_custom (office, "Finish6", office->code);
  g_assert_nonnull (finish);
  set (office, PLAN_FIELD_TASK_DURATION, office->design, 20 * 4800);
  g_assert_true (plan_edit_interim_set (office->document, office->project, 6, NULL, 0, &error));
  second = get_custom (office, "Start6", office->code);
  g_assert_cmpstr (second, >, first);
  g_assert_true (plan_edit_interim_clear (office->document, office->project, 6, NULL, 0, &error));
  none = get_custom (office, "Start6", office->code);
  g_assert_null (none);
}

/* A rate that is typed is that which holds today. */
static void
test_rate_table (void)
{
  g_autoptr (OfficeFixture) office = new_office ();
  const PlanModel *model = plan_document_get_model (office->document);
  guint n = 0;

  set (office, PLAN_FIELD_RESOURCE_STANDARD_RATE, office->resource, 30 * PLAN_RATE_ONE);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RATE); i++)
    {
      const PlanRateEntry *entry = plan_model_get_at (model, PLAN_RECORD_RATE, i);

      n += entry->resource == office->resource && entry->table == 0 && entry->standard_rate == 30 * PLAN_RATE_ONE;
    }
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/edits-cost/costs-follow", test_costs_follow);
  g_test_add_func ("/document/edits-cost/typed-total", test_typed_total);
  g_test_add_func ("/document/edits-cost/typed-actual", test_typed_actual);
  g_test_add_func ("/document/edits-cost/whole-project", test_whole_project);
  g_test_add_func ("/document/edits-cost/chosen-tasks", test_chosen_tasks);
  g_test_add_func ("/document/edits-cost/rollup", test_rollup);
  g_test_add_func ("/document/edits-cost/spans", test_spans);
  g_test_add_func ("/document/edits-cost/refused", test_refused);
  g_test_add_func ("/document/edits-cost/interim", test_interim);
  g_test_add_func ("/document/edits-cost/rate-table", test_rate_table);
  return g_test_run ();
}
