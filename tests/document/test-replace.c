/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Replacing a text in many cells and putting rows in another order: each is one edit that undo takes back as a whole.
 */

#include "office-fixture.h"
#include "plan-columns.h"
#include "plan-error.h"

static void
test_replace (void)
{
  static const PlanColumnId columns[] = { PLAN_COLUMN_NAME, PLAN_COLUMN_WBS, PLAN_COLUMN_NOTES };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_describe (office->document), *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  /* “d” is in Build, Design and Code; outline numbers are no texts. */
  g_assert_true (plan_edit_replace (office->document, office->project, columns, G_N_ELEMENTS (columns), "D", "dd", &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  office_assert_rows (office, "Buildd 1, ddesign 2, Codde 2, Test 2, Ship 1");
  g_assert_cmpuint (office->n_changes, ==, 1);
  g_assert_true (plan_document_undo (office->document, &error));
  after = office_describe (office->document);
  office_assert_same (after, before);
}

static void
test_replace_nothing (void)
{
  static const PlanColumnId columns[] = { PLAN_COLUMN_NAME };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  guint n;

  office_assert_refused (office, plan_edit_replace (office->document, office->project, columns, 1, "1.2", "x", &n, refusal),
                         PLAN_ERROR_NOT_FOUND);
}

/* People are replaced by name, and somebody new is made when the office has nobody of that name. */
static void
test_replace_people (void)
{
  static const PlanColumnId columns[] = { PLAN_COLUMN_RESOURCES };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  g_autoptr (GError) error = NULL;
  guint n, n_people = plan_model_get_n (model, PLAN_RECORD_RESOURCE);

  g_assert_true (plan_edit_replace (office->document, office->project, columns, 1, "liu wei", "Zhao Min", &n, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (plan_model_get_n (plan_document_get_model (office->document), PLAN_RECORD_RESOURCE), ==, n_people + 1);
}

static void
test_order (void)
{
  static const guint order[] = { 4, 0, 3, 1, 2 };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_describe (office->document), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_tasks_order (office->document, office->project, order, &error));
  office_assert_rows (office, "Ship 1, Build 1, Test 2, Design 2, Code 2");
  g_assert_cmpuint (office->n_changes, ==, 1);
  g_assert_true (plan_document_undo (office->document, &error));
  office_assert_rows (office, "Build 1, Design 2, Code 2, Test 2, Ship 1");
  after = office_describe (office->document);
  office_assert_same (after, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/replace/texts", test_replace);
  g_test_add_func ("/document/replace/nothing", test_replace_nothing);
  g_test_add_func ("/document/replace/people", test_replace_people);
  g_test_add_func ("/document/replace/order", test_order);
  return g_test_run ();
}
