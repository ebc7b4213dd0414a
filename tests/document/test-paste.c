/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables from spreadsheets, mails and web pages become tasks: columns are known by their headings in both languages, rows
 * lie below each other as levels, outline numbers or spaces say, predecessors name rows of the table, and whatever is wrong
 * or hostile is told or left out.
 */

#include "office-fixture.h"
#include "plan-error.h"
#include "plan-paste.h"

#include <string.h>

/* Monday 2 March 2026, 08:00 */
#define START plan_ticks_from_day (plan_day_from_civil (2026, 3, 2), 8 * PLAN_TICKS_PER_HOUR)

static PlanPaste *
read_text (const char *text)
{
  return plan_paste_new (plan_text_table_read_text (text));
}

static PlanPaste *
read_html (const char *html)
{
  PlanTextTable *table = plan_text_table_read_html (html, strlen (html));

  g_assert_nonnull (table);
  return plan_paste_new (table);
}

/* Pastes behind the last row. Returns: how many values were left out. */
static guint
paste (OfficeFixture *office, const PlanPaste *pasted)
{
  g_autoptr (GError) error = NULL;
  guint n_left_out;

  g_assert_true (plan_edit_paste_table (office->document, office->project, pasted, PLAN_ID_NONE, &n_left_out, &error));
  g_assert_no_error (error);
  return n_left_out;
}

static void
assert_cell (OfficeFixture *office, PlanColumnId column, guint row, const char *expected)
{
  const PlanModel *model = plan_document_get_model (office->document);
  g_autoptr (PlanOutline) outline = plan_outline_new (model, office->project);
  g_autoptr (PlanTaskIndex) index = plan_task_index_new (model);
  PlanCellSource source = { model, plan_document_get_schedule (office->document), outline, index, office->document };
  g_autofree char *text = plan_column_get_text (column, &source, row - 1, PLAN_CELL_EDITED);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_headings (void)
{
  static const struct { const char *heading; guint meaning; } cases[] = {
    { "Task Name", PLAN_COLUMN_NAME }, { " task  NAME: ", PLAN_COLUMN_NAME }, { "任务名称", PLAN_COLUMN_NAME },
    { "Resource Names", PLAN_COLUMN_RESOURCES }, { "负责人", PLAN_COLUMN_RESOURCES }, { "资源名称", PLAN_COLUMN_RESOURCES },
    { "% Complete", PLAN_COLUMN_COMPLETE }, { "％完成", PLAN_COLUMN_COMPLETE }, { "完成百分比", PLAN_COLUMN_COMPLETE },
    { "开始时间", PLAN_COLUMN_START }, { "Finish", PLAN_COLUMN_FINISH }, { "计划完成（日期）", PLAN_COLUMN_FINISH },
    { "Outline Level", PLAN_PASTE_LEVEL }, { "大纲级别", PLAN_PASTE_LEVEL }, { "ID", PLAN_PASTE_NUMBER }, { "序号", PLAN_PASTE_NUMBER },
    { "前置任务", PLAN_COLUMN_PREDECESSORS }, { "WBS", PLAN_COLUMN_WBS }, { "Total Slack", PLAN_PASTE_SKIPPED },
    { "EAC", PLAN_PASTE_SKIPPED }, { "Weather", PLAN_N_PASTE_MEANINGS }, { "", PLAN_N_PASTE_MEANINGS }, { "…", PLAN_N_PASTE_MEANINGS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].heading);
      g_assert_cmpuint (plan_paste_meaning_find (cases[i].heading), ==, cases[i].meaning);
    }
  /* No column of the sheet is unknown, and those that can be typed into are taken. */
  for (PlanColumnId id = 0; id < PLAN_N_COLUMNS; id++)
    {
      guint meaning = plan_paste_meaning_find (plan_column_get (id)->label);

      g_test_message ("%s", plan_column_get (id)->label);
      g_assert_true (meaning == (guint) id || meaning == PLAN_PASTE_SKIPPED);
    }
}

/* Each way to say how the rows lie below each other makes the same plan, in both languages. */
static void
test_outline (void)
{
  static const char *const tables[] = {
    "Task name\tDuration\nPrepare\t\n  Permits\t2w\n  Survey\t3d\n    Soil\t1d\nBuild\t10d\n",
    "Task name\tOutline level\tDuration\nPrepare\t1\t\nPermits\t2\t2w\nSurvey\t2\t3d\nSoil\t3\t1d\nBuild\t1\t10d\n",
    "WBS\tName\tDuration\n1\tPrepare\t\n1.1\tPermits\t2w\n1.2\tSurvey\t3d\n1.2.1\tSoil\t1d\n2\tBuild\t10d\n",
    "大纲级别\t任务名称\t工期\n0\tPrepare\t\n1\tPermits\t2周\n1\tSurvey\t3天\n2\tSoil\t1天\n0\tBuild\t10天\n",
    "任务\t工期\nPrepare\t\n　Permits\t2周\n　Survey\t3天\n　　Soil\t1天\nBuild\t10天\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (OfficeFixture) office = office_fixture_new ();
      g_autoptr (PlanPaste) pasted = read_text (tables[i]);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", tables[i]);
      g_assert_true (plan_edit_project_add (office->document, "New", START, &office->project, &error));
      g_assert_cmpuint (pasted->first_line, ==, 1);
      g_assert_true (pasted->is_known);
      g_assert_cmpuint (paste (office, pasted), ==, 0);
      office_assert_rows (office, "Prepare 1, Permits 2, Survey 2, Soil 3, Build 1");
      assert_cell (office, PLAN_COLUMN_DURATION, 2, "2 w");
      assert_cell (office, PLAN_COLUMN_DURATION, 4, "1 d");
      assert_cell (office, PLAN_COLUMN_WBS, 4, "1.2.1");
      g_assert_true (plan_document_undo (office->document, &error));
      office_assert_rows (office, "");
    }
}

/* Lists from mails: tabs or bullets. */
static void
test_lists (void)
{
  static const char *const lists[] = {
    "Prepare\n\tPermits\n\tSurvey\n\t\tSoil\nBuild\n",
    "- Prepare\n  - Permits\n  - Survey\n    - Soil\n- Build\n",
    "• Prepare\r\n\t• Permits\r\n\r\n\t• Survey\r\n\t\t• Soil\r\n• Build",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (OfficeFixture) office = office_fixture_new ();
      g_autoptr (PlanPaste) pasted = read_text (lists[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (plan_edit_project_add (office->document, "New", START, &office->project, &error));
      g_assert_true (pasted->is_outline);
      g_assert_cmpuint (paste (office, pasted), ==, 0);
      office_assert_rows (office, "Prepare 1, Permits 2, Survey 2, Soil 3, Build 1");
    }
}

/* Predecessors name rows of the table, wherever it is pasted; where there are some, typed dates make no constraint. */
static void
test_predecessors (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanPaste) counted = read_text ("Name\tDuration\tPredecessors\nA\t2d\t\n\t\t\nB\t3d\t1\nC\t1d\t1SS+1d; 3\n");
  g_autoptr (PlanPaste) numbered =
    read_text ("ID\tTask Name\tStart\tFinish\tPredecessors\n10\tD\t2026-03-02\t2026-03-03\t\n20\tE\t2026-03-04\t2026-03-10\t10FS\n");
  const PlanTask *task;

  g_assert_cmpuint (paste (office, counted), ==, 0);
  office_assert_rows (office, "Build 1, Design 2, Code 2, Test 2, Ship 1, A 1, B 1, C 1");
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 7, "6");
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 8, "6SS+1d; 7");
  g_assert_cmpuint (paste (office, numbered), ==, 0);
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 10, "9");
  assert_cell (office, PLAN_COLUMN_DURATION, 9, "2 d");
  assert_cell (office, PLAN_COLUMN_DURATION, 10, "5 d");
  task = plan_model_get_task (plan_document_get_model (office->document), office_find_task (office, "D"));
  g_assert_cmpint (task->constraint, ==, PLAN_CONSTRAINT_SNET);
  task = plan_model_get_task (plan_document_get_model (office->document), office_find_task (office, "E"));
  g_assert_cmpint (task->constraint, ==, PLAN_CONSTRAINT_ASAP);
}

/* In the middle of a plan, at the level of the row above; what is behind moves down. */
static void
test_after (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanPaste) pasted = read_text ("Name\tPred\n X\t\n  Y\t\n Z\t2\n");
  g_autoptr (GError) error = NULL;
  guint n_left_out;

  g_assert_true (plan_edit_paste_table (office->document, office->project, pasted, office->design, &n_left_out, &error));
  g_assert_cmpuint (n_left_out, ==, 0);
  office_assert_rows (office, "Build 1, Design 2, X 2, Y 3, Z 2, Code 2, Test 2, Ship 1");
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 5, "4");
}

/* What cannot be read is told with its reason and left out; the rest is pasted. */
static void
test_problems (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanPaste) pasted = read_text ("Name\tDuration\tStart\tPredecessors\nA\tsoon\t2026-13-45\t7\nB\t2d\t\t1\nC\t1d\t\tB\n");
  g_autoptr (GPtrArray) problems = plan_edit_check_table (office->document, office->project, pasted, 100);
  static const struct { guint line, column; } expected[] = { { 1, 1 }, { 1, 2 }, { 1, 3 }, { 3, 3 } };

  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    {
      const PlanPasteProblem *problem = problems->pdata[i];

      g_assert_cmpuint (problem->line, ==, expected[i].line);
      g_assert_cmpuint (problem->column, ==, expected[i].column);
      g_assert_cmpuint (strlen (problem->reason), >, 10);
    }
  g_assert_cmpuint (office->n_changes, ==, 0);
  g_assert_cmpuint (paste (office, pasted), ==, 4);
  office_assert_rows (office, "Build 1, Design 2, Code 2, Test 2, Ship 1, A 1, B 1, C 1");
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 7, "6");
  assert_cell (office, PLAN_COLUMN_PREDECESSORS, 8, "");
}

static void
test_circle (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanPaste) pasted = read_text ("Name\tPredecessors\nA\t2\nB\t1\n");
  guint n_left_out;

  office_assert_refused (office,
                         plan_edit_paste_table (office->document, office->project, pasted, PLAN_ID_NONE, &n_left_out, refusal),
                         PLAN_ERROR_CYCLE);
}

static void
test_meanings (void)
{
  g_autoptr (PlanPaste) known = read_text ("Task\tWeather\tFrom\nA\train\t2026-03-02\n");
  g_autoptr (PlanPaste) guessed = read_text ("1\tDig\t3d\t2026-03-02\t2026-03-04\t50%\t1.1\tLi Na\n2\tPour\t2d\t2026-03-05\t2026-03-06\t0%\t1.2\t\n");
  static const guint expected[] = { PLAN_PASTE_NUMBER, PLAN_COLUMN_NAME, PLAN_COLUMN_DURATION, PLAN_COLUMN_START,
                                    PLAN_COLUMN_FINISH, PLAN_COLUMN_COMPLETE, PLAN_COLUMN_WBS, PLAN_COLUMN_RESOURCES };

  g_assert_false (known->is_known);
  g_assert_cmpuint (known->meanings[1], ==, PLAN_PASTE_SKIPPED);
  plan_paste_set_meaning (known, 1, PLAN_COLUMN_NOTES);
  g_assert_cmpuint (known->meanings[1], ==, PLAN_COLUMN_NOTES);
  plan_paste_set_meaning (known, 1, PLAN_COLUMN_NAME);
  g_assert_cmpuint (known->meanings[0], ==, PLAN_PASTE_SKIPPED);
  g_assert_cmpuint (guessed->first_line, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (guessed->meanings[i], ==, expected[i]);
}

/* As Calc, Excel and mails write it. */
static void
test_html (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  g_autoptr (PlanPaste) pasted = read_html (
    "<html><head><meta charset=utf-8><style>td { color: red }</style></head><body><!--StartFragment--><table border=0>"
    "<col width=80><thead><tr><th>Task&nbsp;Name<th>Duration<th colspan=2>Resource\n Names</tr></thead>"
    "<tbody><tr><td>Prepare</td><td></td><td></td></tr>"
    "<tr><td style='padding-left:9px;mso-char-indent-count:1'><b>Perm</b>its &amp; papers</td><td>2 w</td><td>Li Wei 50%; Zhao Min</td></tr>"
    "<tr><td>&nbsp;Survey<br>of the site</td><td>3 d</td><td>赵敏</td></tr><tr><td>Build<td>10 d</tbody></table>");
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_project_add (office->document, "New", START, &office->project, &error));
  g_assert_cmpuint (paste (office, pasted), ==, 0);
  office_assert_rows (office, "Prepare 1, Permits & papers 2, Survey of the site 2, Build 1");
  assert_cell (office, PLAN_COLUMN_DURATION, 2, "2 w");
  assert_cell (office, PLAN_COLUMN_RESOURCES, 2, "Li Wei 50%; Zhao Min");
}

/* Nothing that another program says harms: it is read as far as it goes or refused. */
static void
test_hostile (void)
{
  static const char *const pages[] = {
    "", "<", "<table", "<table><tr", "<table><tr><td colspan=99999999>x", "<table><table><table><tr><td>x<table><tr><td>y</table>",
    "<table><tr><td style='padding-left:99999999999999999999px'>x", "<table><tr><td colspan=-5>\x80\xff\xfe</td></tr></table>",
    "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><table><tr><td>&b;", "<table><tr></tr></table>", "\xff\xfe<\0t\0",
    "<script><table><tr><td>x</td></tr></table></script>",
  };
  g_autoptr (GString) deep = g_string_new (NULL), wide = g_string_new ("<table>"), many = g_string_new (NULL);
  PlanTextTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      table = plan_text_table_read_html (pages[i], strlen (pages[i]));
      g_test_message ("%s: %u", pages[i], table != NULL ? table->lines->len : 0);
      g_assert_true (table == NULL || table->n_columns <= PLAN_TEXT_TABLE_MOST_COLUMNS);
      for (guint line = 0; table != NULL && line < table->lines->len; line++)
        for (guint column = 0; column < table->n_columns; column++)
          g_assert_true (g_utf8_validate (((char **) table->lines->pdata[line])[column], -1, NULL));
      plan_text_table_free (table);
    }
  for (guint i = 0; i < 20000; i++)
    g_string_append (deep, "<table><tr><td><div>");
  table = plan_text_table_read_html (deep->str, deep->len);
  plan_text_table_free (table);
  g_string_append (wide, "<tr>");
  for (guint i = 0; i < 20000; i++)
    g_string_append (wide, "<td>x");
  table = plan_text_table_read_html (wide->str, wide->len);
  g_assert_cmpuint (table->n_columns, ==, PLAN_TEXT_TABLE_MOST_COLUMNS);
  plan_text_table_free (table);
  for (guint i = 0; i <= PLAN_TEXT_TABLE_MOST_LINES; i++)
    g_string_append (many, "x\n");
  g_assert_null (plan_text_table_read_text (many->str));
  for (guint i = 0; i < 7; i++)
    g_string_append_len (many, many->str, (gssize) many->len);
  g_assert_null (plan_text_table_read_text (many->str));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/paste/headings", test_headings);
  g_test_add_func ("/document/paste/outline", test_outline);
  g_test_add_func ("/document/paste/lists", test_lists);
  g_test_add_func ("/document/paste/predecessors", test_predecessors);
  g_test_add_func ("/document/paste/after", test_after);
  g_test_add_func ("/document/paste/problems", test_problems);
  g_test_add_func ("/document/paste/circle", test_circle);
  g_test_add_func ("/document/paste/meanings", test_meanings);
  g_test_add_func ("/document/paste/html", test_html);
  g_test_add_func ("/document/paste/hostile", test_hostile);
  return g_test_run ();
}
