/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typing into cells of the sheet and pasting blocks: what comes of it, that undo gives back what was, and that a text
 * that cannot be taken leaves everything.
 */

#include "office-fixture.h"
#include "plan-columns.h"
#include "plan-error.h"

#include <string.h>

static char *
get_cell (OfficeFixture *office, PlanColumnId column, guint row, PlanCellStyle style)
{
  const PlanModel *model = plan_document_get_model (office->document);
  g_autoptr (PlanOutline) outline = plan_outline_new (model, office->project);
  g_autoptr (PlanTaskIndex) index = plan_task_index_new (model);
  PlanCellSource source = { model, plan_document_get_schedule (office->document), outline, index, office->document };

  return plan_column_get_text (column, &source, row - 1, style);
}

static void
assert_cell (OfficeFixture *office, PlanColumnId column, guint row, const char *expected)
{
  g_autofree char *text = get_cell (office, column, row, PLAN_CELL_EDITED);

  g_assert_cmpstr (text, ==, expected);
}

static PlanId
get_row (OfficeFixture *office, guint row)
{
  const PlanModel *model = plan_document_get_model (office->document);
  g_autoptr (PlanOutline) outline = plan_outline_new (model, office->project);

  return plan_model_get_task_at (model, outline->rows[row - 1].task)->id;
}

static guint
count (OfficeFixture *office, PlanRecord record)
{
  return plan_model_get_n (plan_document_get_model (office->document), record);
}

/* Rows: 1 Build, 2 Design, 3 Code, 4 Test, 5 Ship. A text that is what the cell says already is no edit. */
static void
test_set (void)
{
  static const struct
  {
    PlanColumnId column;
    guint row;
    const char *typed, *expected;
  } cases[] = {
    { PLAN_COLUMN_NAME, 3, " Coding ", "Coding" },
    { PLAN_COLUMN_NAME, 3, "", "" },
    { PLAN_COLUMN_WBS, 3, "C-7", "C-7" },
    { PLAN_COLUMN_DURATION, 3, "2w", "2 w" },
    { PLAN_COLUMN_DURATION, 3, "", "1 d" },
    { PLAN_COLUMN_START, 3, "2026-03-10", "10 Mar 2026" },
    { PLAN_COLUMN_START, 3, "2026-03-10 10:00", "10 Mar 2026 10:00" },
    { PLAN_COLUMN_FINISH, 3, "2026-03-20", "20 Mar 2026" },
    { PLAN_COLUMN_PREDECESSORS, 3, "", "" },
    { PLAN_COLUMN_PREDECESSORS, 4, "2, 3FF-1d", "3FF-1d; 2" },
    { PLAN_COLUMN_PREDECESSORS, 5, "4；3SS+2天", "4; 3SS+2d" },
    { PLAN_COLUMN_RESOURCES, 3, "liu wei", "Liu Wei" },
    { PLAN_COLUMN_RESOURCES, 3, "刘伟 50%、Zhao Min", "刘伟 50%; Zhao Min" },
    { PLAN_COLUMN_RESOURCES, 2, "Zhao Min [25 %]; Liu Wei", "Liu Wei 50%; Zhao Min 25%" },
    { PLAN_COLUMN_RESOURCES, 2, "Liu Wei 100%", "Liu Wei" },
    { PLAN_COLUMN_RESOURCES, 2, "", "" },
    { PLAN_COLUMN_COMPLETE, 3, "25", "25 %" },
    { PLAN_COLUMN_DEADLINE, 3, "2026-04-01", "1 Apr 2026" },
    { PLAN_COLUMN_CONSTRAINT, 3, "Must start on", "Must start on" },
    { PLAN_COLUMN_CONSTRAINT_DATE, 3, "2026-03-12", "12 Mar 2026" },
    { PLAN_COLUMN_CALENDAR, 3, "standard", "Standard" },
    { PLAN_COLUMN_PRIORITY, 3, "700", "700" },
    { PLAN_COLUMN_MANUAL, 3, "yes", "Yes" },
    { PLAN_COLUMN_ACTUAL_START, 2, "2026-03-03", "3 Mar 2026" },
    { PLAN_COLUMN_ACTUAL_FINISH, 2, "2026-03-05", "5 Mar 2026" },
    { PLAN_COLUMN_NOTES, 3, "one", "one" },
  };

  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = office_write_json (office->document), *after = NULL;
      g_autoptr (GError) error = NULL;
      PlanId task = get_row (office, cases[i].row);
      gint64 revision;

      plan_edit_set_cell (office->document, cases[i].column, task, cases[i].typed, &error);
      g_assert_no_error (error);
      assert_cell (office, cases[i].column, cases[i].row, cases[i].expected);
      revision = plan_document_get_revision (office->document);
      g_assert_true (plan_edit_set_cell (office->document, cases[i].column, task, cases[i].expected, &error));
      g_assert_cmpint (plan_document_get_revision (office->document), ==, revision);
      g_assert_true (plan_document_undo (office->document, &error));
      after = office_write_json (office->document);
      office_assert_same (after, before);
    }
}

/* Whatever a cell says, in each style, can be typed into it again and changes nothing. */
static void
test_unchanged (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  gint64 revision = plan_document_get_revision (office->document);

  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    for (guint row = 1; row <= 5; row++)
      for (PlanCellStyle style = PLAN_CELL_SHOWN; style <= PLAN_CELL_COPIED; style++)
        {
          g_autofree char *text = get_cell (office, column, row, style);
          g_autoptr (GError) error = NULL;

          plan_edit_set_cell (office->document, column, get_row (office, row), text, &error);
          g_assert_no_error (error);
        }
  g_assert_cmpint (plan_document_get_revision (office->document), ==, revision);
}

static void
test_refused (void)
{
  static const struct
  {
    PlanColumnId column;
    guint row;
    const char *typed;
    int code;
    const char *word;
  } cases[] = {
    { PLAN_COLUMN_DURATION, 1, "3d", PLAN_ERROR_RULE, "Build" },
    { PLAN_COLUMN_START, 1, "2026-03-10", PLAN_ERROR_RULE, "Build" },
    { PLAN_COLUMN_ACTUAL_START, 1, "2026-03-10", PLAN_ERROR_RULE, "Build" },
    { PLAN_COLUMN_TOTAL_SLACK, 2, "3d", PLAN_ERROR_RULE, "Total slack" },
    { PLAN_COLUMN_DURATION, 2, "soon", PLAN_ERROR_PARSE, "soon" },
    { PLAN_COLUMN_START, 2, "someday", PLAN_ERROR_PARSE, "someday" },
    { PLAN_COLUMN_CALENDAR, 2, "Moon", PLAN_ERROR_NOT_FOUND, "Moon" },
    { PLAN_COLUMN_PREDECESSORS, 2, "9", PLAN_ERROR_NOT_FOUND, "9" },
    { PLAN_COLUMN_PREDECESSORS, 2, "x", PLAN_ERROR_PARSE, "x" },
    { PLAN_COLUMN_PREDECESSORS, 2, "2", PLAN_ERROR_RULE, "Design" },
    { PLAN_COLUMN_PREDECESSORS, 2, "1", PLAN_ERROR_RULE, "Build" },
    { PLAN_COLUMN_PREDECESSORS, 1, "3", PLAN_ERROR_RULE, "Code" },
    { PLAN_COLUMN_PREDECESSORS, 5, "3; 3SS", PLAN_ERROR_RULE, "3" },
    { PLAN_COLUMN_PREDECESSORS, 2, "4", PLAN_ERROR_CYCLE, "" },
    { PLAN_COLUMN_RESOURCES, 3, "Liu Wei; LIU WEI 20%", PLAN_ERROR_RULE, "LIU WEI" },
    { PLAN_COLUMN_RESOURCES, 3, "50%", PLAN_ERROR_PARSE, "50" },
    { PLAN_COLUMN_RESOURCES, 3, "Zhao Min 99999999%", PLAN_ERROR_RANGE, "99999999" },
  };

  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      office_assert_refused (office, plan_edit_set_cell (office->document, cases[i].column, get_row (office, cases[i].row),
                                                         cases[i].typed, refusal), cases[i].code);
      g_assert_false (plan_edit_set_cell (office->document, cases[i].column, get_row (office, cases[i].row), cases[i].typed, &error));
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
  office_assert_refused (office, plan_edit_set_cell (office->document, PLAN_COLUMN_NAME, 1, "x", refusal), PLAN_ERROR_NOT_FOUND);
}

/* Rows of another project, with its name before them. */
static void
test_other_project (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  g_autoptr (GError) error = NULL;
  guint n = count (office, PLAN_RECORD_LINK);

  g_assert_true (plan_edit_task_set_predecessors (office->document, office->code, "2; APP ！1SS+1d", &error));
  g_assert_no_error (error);
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 3, "2; App!1SS+1d");
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, n + 1);
  office_assert_refused (office, plan_edit_task_set_predecessors (office->document, office->code, "Nobody!1", refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_task_set_predecessors (office->document, office->code, "App!2", refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_task_set_predecessors (office->document, office->code, "App!1; App!1FF", refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_task_set_predecessors (office->document, office_find_task (office, "Alone"), "App!1", refusal),
                         PLAN_ERROR_RULE);
  g_assert_true (plan_edit_project_add (office->document, "app", plan_model_get_project (model, office->project)->start, NULL, &error));
  office_assert_refused (office, plan_edit_task_set_predecessors (office->document, office->test, "App!1", refusal), PLAN_ERROR_RULE);
  g_assert_true (plan_edit_task_set_predecessors (office->document, office->code, "2", &error)); /* what cannot be said stays */
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, n + 1);
}

/* What stays keeps its id; only the rest is written. */
static void
test_difference (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  g_autoptr (GError) error = NULL;
  PlanId foreign = office_find_task (office, "Alone");
  const PlanLink *link;
  const PlanAssignment *assignment;

  g_assert_true (plan_edit_link_add (office->document, foreign, office->code, PLAN_LINK_FS, NULL, NULL, &error));
  g_assert_true (plan_edit_task_set_predecessors (office->document, office->code, "2SS-4h; app!1", &error));
  link = plan_model_lookup (model, PLAN_RECORD_LINK, office->link);
  g_assert_nonnull (link);
  g_assert_cmpint (link->type, ==, PLAN_LINK_SS);
  g_assert_cmpint (link->lag, ==, -2400);
  g_assert_cmpint (link->lag_unit, ==, PLAN_UNIT_HOUR);
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, 4);
  g_assert_true (plan_edit_task_set_predecessors (office->document, office->code, NULL, &error));
  g_assert_null (plan_model_lookup (model, PLAN_RECORD_LINK, office->link));
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, 2);

  g_assert_true (plan_edit_task_set_resources (office->document, office->design, "Zhao Min; Liu Wei", &error));
  assignment = plan_model_lookup (model, PLAN_RECORD_ASSIGNMENT, office->assignment);
  g_assert_cmpint (assignment->units, ==, 5000);
  g_assert_cmpint (assignment->work, ==, 7200);
  g_assert_true (plan_edit_task_set_resources (office->document, office->design, "Liu Wei 25%", &error));
  assignment = plan_model_lookup (model, PLAN_RECORD_ASSIGNMENT, office->assignment);
  g_assert_cmpint (assignment->units, ==, 2500);
  g_assert_cmpint (assignment->work, ==, 7200); /* its units are fixed: half of them need twice the time */
  g_assert_cmpint (plan_model_get_task (model, office->design)->duration, ==, 28800);
  g_assert_cmpuint (count (office, PLAN_RECORD_ASSIGNMENT), ==, 1);
  g_assert_cmpuint (count (office, PLAN_RECORD_RESOURCE), ==, 2);
}

/* Names with signs in them, and names that look like units. */
static void
test_names (void)
{
  static const struct
  {
    const char *typed, *expected;
  } cases[] = {
    { "Smith, John", "Smith, John" },
    { "smith, john 50%, Liu Wei", "Smith, John 50%; Liu Wei" },
    { "Liu Wei，Smith", "Liu Wei; Smith" },
    { "Paint 20%", "Paint 20%" },
    { "Paint 20% 30%", "Paint 20% 30%" },
    { "Room 3 40％", "Room 3 40%" },
    { ";; Liu Wei ,, ", "Liu Wei" },
    { "Li [team]", "Li [team]" },
  };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_resource_add (office->document, "Smith, John", PLAN_RESOURCE_WORK, NULL, &error));
  g_assert_true (plan_edit_resource_add (office->document, "Paint 20%", PLAN_RESOURCE_MATERIAL, NULL, &error));
  g_assert_true (plan_edit_resource_add (office->document, "Li [team]", PLAN_RESOURCE_WORK, NULL, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plan_edit_task_set_resources (office->document, office->code, cases[i].typed, &error);
      g_assert_no_error (error);
      assert_cell (office, PLAN_COLUMN_RESOURCES, 3, cases[i].expected);
      g_assert_true (plan_document_undo (office->document, &error));
    }
}

/* Taking a date away takes the constraint that typing it made, and none that somebody chose. */
static void
test_clear_date (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanDocument *document = office->document;
  const PlanModel *model = plan_document_get_model (document);
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_set_cell (document, PLAN_COLUMN_FINISH, office->code, "2026-03-20", &error));
  g_assert_cmpint (plan_model_get_task (model, office->code)->constraint, ==, PLAN_CONSTRAINT_FNET);
  g_assert_true (plan_edit_set_cell (document, PLAN_COLUMN_START, office->code, NULL, &error));
  g_assert_cmpint (plan_model_get_task (model, office->code)->constraint, ==, PLAN_CONSTRAINT_ASAP);
  g_assert_cmpint (plan_model_get_task (model, office->code)->constraint_date, ==, PLAN_TICKS_NONE);
  g_assert_true (plan_edit_set_cell (document, PLAN_COLUMN_CONSTRAINT, office->code, "MSO", &error));
  g_assert_true (plan_edit_set_cell (document, PLAN_COLUMN_START, office->code, "", &error));
  g_assert_cmpint (plan_model_get_task (model, office->code)->constraint, ==, PLAN_CONSTRAINT_MSO);
}

static void
test_set_cells (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  g_autofree char *before = office_write_json (office->document), *after = NULL, *label = NULL;
  g_autoptr (GError) error = NULL;
  const PlanCellText cells[] = {
    { PLAN_COLUMN_START, office->code, "2026-03-16" },
    { PLAN_COLUMN_COMPLETE, office->code, "50%" },
    { PLAN_COLUMN_RESOURCES, office->code, "Zhao Min" },
    { PLAN_COLUMN_RESOURCES, office->test, "zhao min 50%" },
    { PLAN_COLUMN_NAME, office->test, NULL },
  };
  const PlanCellText bad[] = { cells[0], cells[1], { PLAN_COLUMN_DURATION, office->test, "soon" } };
  const PlanCellText foreign[] = { cells[0], { PLAN_COLUMN_NAME, office_find_task (office, "Alone"), "x" } };

  g_assert_true (plan_edit_set_cells (office->document, cells, G_N_ELEMENTS (cells), &error));
  /* What was begun began when it was planned to by then. */
  assert_cell (office, PLAN_COLUMN_ACTUAL_START, 3, "16 Mar 2026");
  assert_cell (office, PLAN_COLUMN_RESOURCES, 3, "Zhao Min");
  assert_cell (office, PLAN_COLUMN_RESOURCES, 4, "Zhao Min 50%");
  g_assert_null (plan_model_get_task (model, office->test)->name);
  g_assert_cmpuint (count (office, PLAN_RECORD_RESOURCE), ==, 2);
  label = plan_document_get_step_label (office->document, PLAN_STEP_UNDO);
  g_assert_cmpstr (label, ==, "Change of “Code” and others");
  g_assert_true (plan_document_undo (office->document, &error));
  after = office_write_json (office->document);
  office_assert_same (after, before);
  office_assert_refused (office, plan_edit_set_cells (office->document, bad, 3, refusal), PLAN_ERROR_PARSE);
  office_assert_refused (office, plan_edit_set_cells (office->document, foreign, 2, refusal), PLAN_ERROR_RULE);
}

static gboolean
paste (OfficeFixture *office, const PlanColumnId *columns, guint n_columns, const char *block, const PlanId *tasks, guint n_tasks,
       PlanId after, GError **error)
{
  g_auto (GStrv) rows = g_strsplit (block, "\n", -1);
  guint n = g_strv_length (rows);
  g_autofree char ***lines = g_new (char **, n);
  gboolean done;

  for (guint i = 0; i < n; i++)
    lines[i] = g_strsplit (rows[i], "\t", -1);
  done = plan_edit_paste (office->document, office->project, columns, n_columns, lines, n, tasks, n_tasks, after, error);
  for (guint i = 0; i < n; i++)
    g_strfreev (lines[i]);
  return done;
}

static void
test_paste (void)
{
  static const PlanColumnId columns[] = { PLAN_COLUMN_NAME, PLAN_COLUMN_DURATION, PLAN_COLUMN_PREDECESSORS, PLAN_COLUMN_RESOURCES };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_write_json (office->document), *after = NULL;
  g_autoptr (GError) error = NULL;
  PlanId over[] = { office->code, office->test };

  paste (office, columns, 4, "Write\t8d\t2\tZhao Min\nTry\n\nNew\t2d?\t4\tZhao Min 50%; Qian\nNext\t\t6; 3", over, 2, office->test, &error);
  g_assert_no_error (error);
  office_assert_rows (office, "Build 1, Design 2, Write 2, Try 2, - 2, New 2, Next 2, Ship 1");
  assert_cell (office, PLAN_COLUMN_DURATION, 3, "8 d");
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 3, "2");
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 4, "3SS");
  assert_cell (office, PLAN_COLUMN_NAME, 5, "");
  assert_cell (office, PLAN_COLUMN_DURATION, 6, "2 d?");
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 6, "4");
  assert_cell (office, PLAN_COLUMN_RESOURCES, 6, "Zhao Min 50%; Qian");
  assert_cell (office, PLAN_COLUMN_DURATION, 7, "1 d");
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 7, "6; 3");
  g_assert_cmpuint (count (office, PLAN_RECORD_RESOURCE), ==, 3);

  /* A name in an empty line makes it a task. */
  g_assert_true (plan_edit_set_cell (office->document, PLAN_COLUMN_NAME, get_row (office, 5), "Filled", &error));
  assert_cell (office, PLAN_COLUMN_DURATION, 5, "1 d");
  g_assert_true (plan_document_undo (office->document, &error));
  office_assert_refused (office, plan_edit_set_cell (office->document, PLAN_COLUMN_PREDECESSORS, office->ship, "5", refusal), PLAN_ERROR_RULE);
  g_assert_true (plan_document_undo (office->document, &error));
  after = office_write_json (office->document);
  office_assert_same (after, before);

  office_assert_refused (office, paste (office, columns, 4, "a\t1d\nb\tsoon", NULL, 0, PLAN_ID_NONE, refusal), PLAN_ERROR_PARSE);
  office_assert_refused (office, paste (office, columns, 4, "a\t1d\t9", NULL, 0, PLAN_ID_NONE, refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, paste (office, columns, 4, "a\t1d\t6", NULL, 0, PLAN_ID_NONE, refusal), PLAN_ERROR_RULE);
}

/* All columns of rows that were copied make the same tasks elsewhere. */
static void
test_paste_copied (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GString) block = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  PlanColumnId columns[PLAN_N_COLUMNS];

  g_assert_true (plan_edit_set_cell (office->document, PLAN_COLUMN_COMPLETE, office->design, "50", &error));
  for (guint row = 2; row <= 4; row++)
    for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
      {
        g_autofree char *text = column != PLAN_COLUMN_PREDECESSORS ? get_cell (office, column, row, PLAN_CELL_COPIED) : g_strdup ("");

        columns[column] = column;
        g_string_append_printf (block, column == 0 ? "%s%s" : "\t%s%s", row > 2 && column == 0 ? "\n" : "", text);
      }
  paste (office, columns, PLAN_N_COLUMNS, block->str, NULL, 0, PLAN_ID_NONE, &error);
  g_assert_no_error (error);
  office_assert_rows (office, "Build 1, Design 2, Code 2, Test 2, Ship 1, Design 1, Code 1, Test 1");
  for (guint row = 2; row <= 4; row++)
    for (PlanColumnId column = PLAN_COLUMN_NAME; column < PLAN_N_COLUMNS; column++)
      if (plan_column_get (column)->editor != PLAN_EDITOR_NONE && column != PLAN_COLUMN_PREDECESSORS &&
          column != PLAN_COLUMN_START && column != PLAN_COLUMN_FINISH && column != PLAN_COLUMN_WBS)
        {
          g_autofree char *text = get_cell (office, column, row, PLAN_CELL_EDITED);

          assert_cell (office, column, row + 4, text);
        }
  assert_cell (office, PLAN_COLUMN_WBS, 6, "3");
}

/* A spreadsheet has start and finish; the duration is what lies between. */
static void
test_paste_span (void)
{
  static const PlanColumnId columns[] = { PLAN_COLUMN_NAME, PLAN_COLUMN_START, PLAN_COLUMN_FINISH, PLAN_COLUMN_COMPLETE };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;

  paste (office, columns, 4, "Move\t2026-03-05\t2026-03-10\t100%", NULL, 0, PLAN_ID_NONE, &error);
  g_assert_no_error (error);
  assert_cell (office, PLAN_COLUMN_START, 6, "5 Mar 2026");
  assert_cell (office, PLAN_COLUMN_FINISH, 6, "10 Mar 2026");
  assert_cell (office, PLAN_COLUMN_DURATION, 6, "4 d");
  assert_cell (office, PLAN_COLUMN_ACTUAL_FINISH, 6, "10 Mar 2026");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/cells/set", test_set);
  g_test_add_func ("/document/cells/unchanged", test_unchanged);
  g_test_add_func ("/document/cells/refused", test_refused);
  g_test_add_func ("/document/cells/difference", test_difference);
  g_test_add_func ("/document/cells/other-project", test_other_project);
  g_test_add_func ("/document/cells/names", test_names);
  g_test_add_func ("/document/cells/clear-date", test_clear_date);
  g_test_add_func ("/document/cells/set-cells", test_set_cells);
  g_test_add_func ("/document/cells/paste", test_paste);
  g_test_add_func ("/document/cells/paste-copied", test_paste_copied);
  g_test_add_func ("/document/cells/paste-span", test_paste_span);
  return g_test_run ();
}
