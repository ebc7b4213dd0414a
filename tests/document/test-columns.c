/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the cells of the sheet say, in each of the three styles, and that what the editor begins with means the same
 * value when it is read again.
 */

#include "office-fixture.h"
#include "plan-columns.h"

#include <string.h>

typedef struct
{
  PlanOutline *outline;
  PlanTaskIndex *index;
  PlanCellSource source;
} Sheet;

static void
sheet_init (Sheet *self, OfficeFixture *office)
{
  const PlanModel *model = plan_document_get_model (office->document);

  self->outline = plan_outline_new (model, office->project);
  self->index = plan_task_index_new (model);
  self->source = (PlanCellSource) { model, plan_document_get_schedule (office->document), self->outline, self->index, office->document };
}

static void
sheet_clear (Sheet *self)
{
  plan_outline_free (self->outline);
  plan_task_index_free (self->index);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static void
assert_cell (OfficeFixture *office, PlanColumnId column, guint row, PlanCellStyle style, const char *expected)
{
  g_auto (Sheet) sheet = { 0 };
  g_autofree char *text = NULL;

  sheet_init (&sheet, office);
  text = plan_column_get_text (column, &sheet.source, row - 1, style);
  g_assert_cmpstr (text, ==, expected);
}

static void
set_text (OfficeFixture *office, PlanFieldId field, PlanId task, const char *text)
{
  g_autoptr (GError) error = NULL;

  plan_edit_set_text (office->document, field, task, text, &error);
  g_assert_no_error (error);
}

static void
test_table (void)
{
  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    {
      const PlanColumn *row = plan_column_get (column);

      g_assert_cmpuint (plan_column_find (row->name), ==, column);
      g_assert_nonnull (row->label);
      g_assert_cmpint (row->width, >, 0);
      g_assert_true (row->standard == (column <= PLAN_COLUMN_TOTAL_SLACK));
      if (row->field != PLAN_N_FIELDS)
        g_assert_true (plan_field_get (row->field)->record == PLAN_RECORD_TASK);
    }
  g_assert_cmpuint (plan_column_find ("nonsense"), ==, PLAN_N_COLUMNS);
}

/* Rows: 1 Build, 2 Design, 3 Code, 4 Test, 5 Ship. Design: 3 days from Monday 2 March; Code a day after it. */
static void
test_texts (void)
{
  static const struct
  {
    PlanColumnId column;
    guint row;
    const char *shown, *edited, *copied;
  } cases[] = {
    { PLAN_COLUMN_WBS, 3, "1.2", "1.2", "1.2" },
    { PLAN_COLUMN_NAME, 3, "Code", "Code", "Code" },
    { PLAN_COLUMN_DURATION, 1, "9 d", "9 d", "9 d" },
    { PLAN_COLUMN_DURATION, 2, "3 d", "3 d", "3 d" },
    { PLAN_COLUMN_DURATION, 3, "5 d?", "5 d?", "5 d?" },
    { PLAN_COLUMN_DURATION, 4, "2 ed", "2 ed", "2 ed" },
    { PLAN_COLUMN_DURATION, 5, "0 d", "0 d", "0 d" },
    { PLAN_COLUMN_START, 2, "2 Mar", "2 Mar 2026", "2026-03-02" },
    { PLAN_COLUMN_FINISH, 2, "4 Mar", "4 Mar 2026", "2026-03-04" },
    { PLAN_COLUMN_START, 3, "6 Mar", "6 Mar 2026", "2026-03-06" },
    { PLAN_COLUMN_FINISH, 4, "8 Mar", "8 Mar 2026 08:00", "2026-03-08 08:00" },
    { PLAN_COLUMN_FINISH, 5, "12 Mar", "12 Mar 2026", "2026-03-12" },
    { PLAN_COLUMN_PREDECESSORS, 1, "", "", "" },
    { PLAN_COLUMN_PREDECESSORS, 3, "2FS+1d", "2FS+1d", "2FS+1d" },
    { PLAN_COLUMN_PREDECESSORS, 4, "3SS", "3SS", "3SS" },
    { PLAN_COLUMN_PREDECESSORS, 5, "1", "1", "1" },
    { PLAN_COLUMN_RESOURCES, 2, "Liu Wei 50%", "Liu Wei 50%", "Liu Wei 50%" },
    { PLAN_COLUMN_RESOURCES, 3, "", "", "" },
    { PLAN_COLUMN_COMPLETE, 2, "0 %", "0 %", "0 %" },
    { PLAN_COLUMN_TOTAL_SLACK, 1, "", "", "" },
    { PLAN_COLUMN_TOTAL_SLACK, 2, "0 d", "0 d", "0 d" },
    { PLAN_COLUMN_DEADLINE, 2, "", "", "" },
    { PLAN_COLUMN_CONSTRAINT, 2, "As soon as possible", "As soon as possible", "As soon as possible" },
    { PLAN_COLUMN_CONSTRAINT_DATE, 2, "", "", "" },
    { PLAN_COLUMN_CALENDAR, 2, "", "None", "" },
    { PLAN_COLUMN_PRIORITY, 2, "500", "500", "500" },
    { PLAN_COLUMN_MANUAL, 2, "No", "No", "No" },
    { PLAN_COLUMN_ACTUAL_START, 2, "", "", "" },
    { PLAN_COLUMN_LATE_START, 2, "2 Mar", "2 Mar 2026", "2026-03-02" },
    { PLAN_COLUMN_LATE_FINISH, 2, "4 Mar", "4 Mar 2026", "2026-03-04" },
    { PLAN_COLUMN_NOTES, 2, "", "", "" },
  };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_cell (office, cases[i].column, cases[i].row, PLAN_CELL_SHOWN, cases[i].shown);
      assert_cell (office, cases[i].column, cases[i].row, PLAN_CELL_EDITED, cases[i].edited);
      assert_cell (office, cases[i].column, cases[i].row, PLAN_CELL_COPIED, cases[i].copied);
    }
}

static void
test_typed_texts (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  set_text (office, PLAN_FIELD_TASK_WBS, office->code, "C-7");
  assert_cell (office, PLAN_COLUMN_WBS, 3, PLAN_CELL_SHOWN, "C-7");
  set_text (office, PLAN_FIELD_TASK_NOTES, office->code, "one\ntwo");
  assert_cell (office, PLAN_COLUMN_NOTES, 3, PLAN_CELL_SHOWN, "one two");
  assert_cell (office, PLAN_COLUMN_NOTES, 3, PLAN_CELL_EDITED, "one\ntwo");
  set_text (office, PLAN_FIELD_TASK_DEADLINE, office->code, "2027-01-05");
  assert_cell (office, PLAN_COLUMN_DEADLINE, 3, PLAN_CELL_SHOWN, "5 Jan");
  set_text (office, PLAN_FIELD_TASK_DEADLINE, office->code, "2027-03-01");
  assert_cell (office, PLAN_COLUMN_DEADLINE, 3, PLAN_CELL_SHOWN, "1 Mar 2027");
  set_text (office, PLAN_FIELD_TASK_DEADLINE, office->code, "2026-02-27");
  assert_cell (office, PLAN_COLUMN_DEADLINE, 3, PLAN_CELL_SHOWN, "27 Feb 2026");
  set_text (office, PLAN_FIELD_TASK_DEADLINE, office->code, "2026-03-05 24:00");
  assert_cell (office, PLAN_COLUMN_DEADLINE, 3, PLAN_CELL_SHOWN, "5 Mar");
  assert_cell (office, PLAN_COLUMN_DEADLINE, 3, PLAN_CELL_EDITED, "6 Mar 2026 00:00");
  set_text (office, PLAN_FIELD_TASK_DURATION, office->code, "1000min");
  assert_cell (office, PLAN_COLUMN_DURATION, 3, PLAN_CELL_SHOWN, "1000 min");
  set_text (office, PLAN_FIELD_TASK_DURATION, office->code, "0.333d");
  assert_cell (office, PLAN_COLUMN_DURATION, 3, PLAN_CELL_SHOWN, "0.33 d");
  assert_cell (office, PLAN_COLUMN_DURATION, 3, PLAN_CELL_EDITED, "0.333d");
  set_text (office, PLAN_FIELD_TASK_CALENDAR, office->code, "Standard");
  assert_cell (office, PLAN_COLUMN_CALENDAR, 3, PLAN_CELL_SHOWN, "Standard");
  set_text (office, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->design, "33.33");
  assert_cell (office, PLAN_COLUMN_COMPLETE, 2, PLAN_CELL_SHOWN, "33.33 %");
  assert_cell (office, PLAN_COLUMN_ACTUAL_START, 2, PLAN_CELL_SHOWN, "2 Mar");
  set_text (office, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->design, "100");
  assert_cell (office, PLAN_COLUMN_TOTAL_SLACK, 2, PLAN_CELL_SHOWN, "");
}

/* A link over the border of projects is told as it is typed; without a name that tells the project from others it is only
 * shown. */
static void
test_foreign (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    {
      PlanId task = plan_model_get_task_at (model, i)->id;

      if (plan_model_get_task_at (model, i)->project == office->project)
        continue;
      g_assert_true (plan_edit_link_add (office->document, task, office->code, PLAN_LINK_FS, NULL, NULL, &error));
      break;
    }
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 3, PLAN_CELL_SHOWN, "2FS+1d; App!1");
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 3, PLAN_CELL_EDITED, "2FS+1d; App!1");
  g_assert_true (plan_edit_project_add (office->document, "APP", plan_model_get_project (model, office->project)->start, NULL, &error));
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 3, PLAN_CELL_SHOWN, "2FS+1d; Alone in App");
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 3, PLAN_CELL_EDITED, "2FS+1d");
}

static void
test_editable (void)
{
  static const struct
  {
    PlanColumnId column;
    gboolean summary, task;
  } cases[] = {
    { PLAN_COLUMN_WBS, TRUE, TRUE },
    { PLAN_COLUMN_NAME, TRUE, TRUE },
    { PLAN_COLUMN_DURATION, FALSE, TRUE },
    { PLAN_COLUMN_START, FALSE, TRUE },
    { PLAN_COLUMN_FINISH, FALSE, TRUE },
    { PLAN_COLUMN_PREDECESSORS, TRUE, TRUE },
    { PLAN_COLUMN_RESOURCES, TRUE, TRUE },
    { PLAN_COLUMN_COMPLETE, TRUE, TRUE },
    { PLAN_COLUMN_TOTAL_SLACK, FALSE, FALSE },
    { PLAN_COLUMN_DEADLINE, TRUE, TRUE },
    { PLAN_COLUMN_ACTUAL_START, FALSE, TRUE },
    { PLAN_COLUMN_LATE_START, FALSE, FALSE },
    { PLAN_COLUMN_NOTES, TRUE, TRUE },
  };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_auto (Sheet) sheet = { 0 };

  sheet_init (&sheet, office);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (plan_column_is_editable (cases[i].column, &sheet.source, 0), ==, cases[i].summary);
      g_assert_cmpint (plan_column_is_editable (cases[i].column, &sheet.source, 1), ==, cases[i].task);
    }
  set_text (office, PLAN_FIELD_TASK_MANUAL, office->build, "yes");
  g_assert_true (plan_column_is_editable (PLAN_COLUMN_START, &sheet.source, 0));
  g_assert_true (plan_column_is_editable (PLAN_COLUMN_DURATION, &sheet.source, 0));
  g_assert_false (plan_column_is_editable (PLAN_COLUMN_ACTUAL_START, &sheet.source, 0));
}

/* What the editor begins with is one of the choices. */
static void
test_choices (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_auto (Sheet) sheet = { 0 };

  sheet_init (&sheet, office);
  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    {
      g_auto (GStrv) choices = plan_column_list_choices (column, &sheet.source, 1);
      g_autofree char *text = plan_column_get_text (column, &sheet.source, 1, PLAN_CELL_EDITED);

      g_assert_true ((choices != NULL) == (plan_column_get (column)->editor == PLAN_EDITOR_CHOICE));
      if (choices != NULL)
        g_assert_true (g_strv_contains ((const char *const *) choices, text));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/columns/table", test_table);
  g_test_add_func ("/document/columns/texts", test_texts);
  g_test_add_func ("/document/columns/typed-texts", test_typed_texts);
  g_test_add_func ("/document/columns/foreign", test_foreign);
  g_test_add_func ("/document/columns/editable", test_editable);
  g_test_add_func ("/document/columns/choices", test_choices);
  return g_test_run ();
}
