/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of many rows at once: one edit each, the rows in their order, summaries with what lies below them, and all of it
 * taken back by one undo.
 */

#include "office-fixture.h"
#include "plan-error.h"

#include <string.h>

#define MOST 32
#define N_MANY 3000

/* Makes a project of rows like "A 1, B 2" in an empty office. */
static OfficeFixture *
new_plan (const char *rows)
{
  OfficeFixture *office = office_fixture_new ();
  g_auto (GStrv) parts = g_strsplit (rows, ", ", -1);
  PlanId parents[MOST] = { PLAN_ID_NONE }, last[MOST] = { PLAN_ID_NONE };
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_project_add (office->document, "Plan", plan_ticks_from_civil (2026, 3, 2, 8, 0), &office->project, &error));
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", 2);
      guint level = (guint) g_ascii_strtoull (words[1], NULL, 10);

      plan_edit_task_insert (office->document, office->project, parents[level - 1], last[level], words[0], "1d", &last[level], &error);
      g_assert_no_error (error);
      parents[level] = last[level];
      last[level + 1] = PLAN_ID_NONE;
    }
  return office;
}

static guint
find_tasks (OfficeFixture *office, const char *names, PlanId tasks[MOST])
{
  g_auto (GStrv) words = g_strsplit (names, " ", -1);
  guint n = 0;

  for (; words[n] != NULL; n++)
    tasks[n] = office_find_task (office, words[n]);
  return n;
}

typedef enum {
  INDENT,
  OUTDENT,
  MOVE,
  DUPLICATE,
} Operation;

static gboolean
operate (OfficeFixture *office, Operation operation, const PlanId *tasks, guint n, const char *parent, const char *after, GError **error)
{
  PlanId below = parent != NULL ? office_find_task (office, parent) : PLAN_ID_NONE;
  PlanId behind = after != NULL ? office_find_task (office, after) : PLAN_ID_NONE;

  switch (operation)
    {
    case INDENT:
      return plan_edit_tasks_indent (office->document, tasks, n, error);
    case OUTDENT:
      return plan_edit_tasks_outdent (office->document, tasks, n, error);
    case MOVE:
      return plan_edit_tasks_move (office->document, tasks, n, below, behind, error);
    default:
      return plan_edit_tasks_duplicate (office->document, tasks, n, error);
    }
}

/* Without @expected, the edit is refused. */
static const struct
{
  Operation operation;
  const char *rows;
  const char *tasks;
  const char *parent;
  const char *after;
  const char *expected;
} cases[] = {
  { INDENT, "A 1, B 1, C 1", "B", NULL, NULL, "A 1, B 2, C 1" },
  { INDENT, "A 1, B 1, C 1, D 1", "B C", NULL, NULL, "A 1, B 2, C 2, D 1" },
  { INDENT, "A 1, B 1, C 1, D 1", "C B", NULL, NULL, "A 1, B 2, C 2, D 1" },
  { INDENT, "A 1, B 1, C 1, D 1", "B D", NULL, NULL, "A 1, B 2, C 1, D 2" },
  { INDENT, "A 1, B 1, C 2, D 2, E 1", "B C D", NULL, NULL, "A 1, B 2, C 3, D 3, E 1" },
  { INDENT, "A 1, B 2, C 1, D 1", "C D", NULL, NULL, "A 1, B 2, C 2, D 2" },
  { INDENT, "A 1, B 1, C 1", "A B C", NULL, NULL, "A 1, B 2, C 2" },
  { INDENT, "A 1, B 2, C 2", "B C", NULL, NULL, "A 1, B 2, C 3" },
  { INDENT, "A 1, B 2", "A", NULL, NULL, NULL },
  { INDENT, "A 1, B 2", "A B", NULL, NULL, NULL },
  { OUTDENT, "A 1, B 2, C 2, D 2", "B", NULL, NULL, "A 1, B 1, C 2, D 2" },
  { OUTDENT, "A 1, B 2, C 2, D 2", "B C", NULL, NULL, "A 1, B 1, C 1, D 2" },
  { OUTDENT, "A 1, B 2, C 2, D 2, E 2", "B D", NULL, NULL, "A 1, B 1, C 2, D 1, E 2" },
  { OUTDENT, "A 1, B 2, C 3, D 3, E 2", "C D", NULL, NULL, "A 1, B 2, C 2, D 2, E 2" },
  { OUTDENT, "A 1, B 2, C 3, D 3, E 2", "B C D", NULL, NULL, "A 1, B 1, C 2, D 2, E 2" },
  { OUTDENT, "A 1, B 2, C 3, D 2, E 3", "C D", NULL, NULL, "A 1, B 2, C 2, D 1, E 2" },
  { OUTDENT, "A 1, B 2, C 1", "B C", NULL, NULL, "A 1, B 1, C 1" },
  { OUTDENT, "A 1, B 1", "A B", NULL, NULL, NULL },
  { MOVE, "A 1, B 1, C 1, D 1", "C D", NULL, NULL, "C 1, D 1, A 1, B 1" },
  { MOVE, "A 1, B 1, C 1, D 1", "D B", NULL, "C", "A 1, C 1, B 1, D 1" },
  { MOVE, "A 1, B 2, C 2, D 1, E 1", "D E", "A", "B", "A 1, B 2, D 2, E 2, C 2" },
  { MOVE, "A 1, B 2, C 1, D 2", "B A", NULL, "C", "C 1, D 2, A 1, B 2" },
  { MOVE, "A 1, B 1, C 1", "B C", NULL, "C", "A 1, B 1, C 1" },
  { MOVE, "A 1, B 1, C 1", "A C", NULL, "A", "A 1, C 1, B 1" },
  { MOVE, "A 1, B 2, C 3", "A", "C", NULL, NULL },
  { MOVE, "A 1, B 2, C 1", "C A", "B", NULL, NULL },
  { MOVE, "A 1, B 2, C 1", "C", NULL, "B", NULL },
  { DUPLICATE, "A 1, B 1, C 1", "A", NULL, NULL, "A 1, A 1, B 1, C 1" },
  { DUPLICATE, "A 1, B 2, C 2, D 1", "A B", NULL, NULL, "A 1, B 2, C 2, A 1, B 2, C 2, D 1" },
  { DUPLICATE, "A 1, B 2, C 2, D 1", "A C B", NULL, NULL, "A 1, B 2, C 2, A 1, B 2, C 2, D 1" },
  { DUPLICATE, "A 1, B 2, C 1, D 1", "D B", NULL, NULL, "A 1, B 2, C 1, D 1, B 1, D 1" },
};

static void
test_places (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OfficeFixture) office = new_plan (cases[i].rows);
      g_autofree char *before = office_write_json (office->document), *after = NULL;
      g_autoptr (GError) error = NULL;
      PlanId tasks[MOST];
      guint n = find_tasks (office, cases[i].tasks, tasks);

      office_assert_rows (office, cases[i].rows);
      if (cases[i].expected == NULL)
        {
          office_assert_refused (office, operate (office, cases[i].operation, tasks, n, cases[i].parent, cases[i].after, refusal),
                                 PLAN_ERROR_RULE);
          continue;
        }
      operate (office, cases[i].operation, tasks, n, cases[i].parent, cases[i].after, &error);
      g_assert_no_error (error);
      office_assert_rows (office, cases[i].expected);
      if (strcmp (cases[i].expected, cases[i].rows) == 0)
        continue;
      g_assert_true (plan_document_undo (office->document, &error));
      after = office_write_json (office->document);
      office_assert_same (after, before);
    }
}

static gboolean
make_blank (PlanDocument *document, PlanStore *store, gpointer data, GError **error)
{
  return plan_store_update (store, PLAN_FIELD_TASK_BLANK, *(const PlanId *) data, &PLAN_VALUE_OF_INTEGER (TRUE), error);
}

/* An empty line above a task that is indented goes below the same summary. */
static void
test_blank (void)
{
  g_autoptr (OfficeFixture) office = new_plan ("A 1, B 1, C 1, D 1");
  PlanId line = office_find_task (office, "B"), tasks[] = { office_find_task (office, "C"), line, office_find_task (office, "A") };
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_document_edit (office->document, "Blank", NULL, PLAN_ID_NONE, make_blank, &line, &error));
  g_assert_true (plan_edit_tasks_indent (office->document, tasks, 1, &error));
  office_assert_rows (office, "A 1, B 2, C 2, D 1");
  g_assert_true (plan_document_undo (office->document, &error));
  g_assert_true (plan_edit_tasks_link (office->document, tasks, 3, &error));
  g_assert_cmpuint (plan_model_get_n (plan_document_get_model (office->document), PLAN_RECORD_LINK), ==, 1);
}

static void
test_insert (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanDocument *document = office->document;
  g_autoptr (GError) error = NULL;
  PlanId id;

  g_assert_true (plan_edit_task_insert (document, office->project, PLAN_ID_NONE, PLAN_ID_NONE, "First", "4h", &id, &error));
  g_assert_cmpint (plan_model_get_task (plan_document_get_model (document), id)->duration, ==, 2400);
  g_assert_true (plan_edit_task_insert (document, office->project, office->build, PLAN_ID_NONE, "Plan", NULL, NULL, &error));
  g_assert_true (plan_edit_task_insert (document, office->project, office->build, office->code, "Review", NULL, NULL, &error));
  office_assert_rows (office, "First 1, Build 1, Plan 2, Design 2, Code 2, Review 2, Test 2, Ship 1");
  office_assert_refused (office, plan_edit_task_insert (document, 1, PLAN_ID_NONE, PLAN_ID_NONE, "x", NULL, NULL, refusal),
                         PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_task_insert (document, office->project, office->build, office->ship, "x", NULL, NULL, refusal),
                         PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_task_insert (document, office->project, 1, PLAN_ID_NONE, "x", NULL, NULL, refusal),
                         PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_task_insert (document, office->project, PLAN_ID_NONE, PLAN_ID_NONE, "x", "soon", NULL, refusal),
                         PLAN_ERROR_PARSE);
}

static guint
count (OfficeFixture *office, PlanRecord record)
{
  return plan_model_get_n (plan_document_get_model (office->document), record);
}

static void
test_link (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanId all[] = { office->build, office->design, office->code, office->test, office->ship };
  PlanId back[] = { office->ship, office->design };
  PlanId foreign[] = { office->design, office_find_task (office, "Alone") };
  g_autofree char *before = office_write_json (office->document), *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_links = count (office, PLAN_RECORD_LINK);

  /* Design to Code and Code to Test are there; the summary of three of them is passed over. */
  g_assert_true (plan_edit_tasks_link (office->document, all, 5, &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, n_links + 1);
  g_assert_true (plan_document_undo (office->document, &error));
  after = office_write_json (office->document);
  office_assert_same (after, before);
  office_assert_refused (office, plan_edit_tasks_link (office->document, back, 2, refusal), PLAN_ERROR_CYCLE);
  office_assert_refused (office, plan_edit_tasks_link (office->document, all, 1, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_tasks_link (office->document, all, 2, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_tasks_link (office->document, foreign, 2, refusal), PLAN_ERROR_RULE);
}

static void
test_unlink (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanId two[] = { office->test, office->code }, others[] = { office->design, office->ship };
  g_autofree char *before = office_write_json (office->document), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_tasks_unlink (office->document, two, 2, &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, 2);
  office_assert_refused (office, plan_edit_tasks_unlink (office->document, two, 2, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_tasks_unlink (office->document, others, 2, refusal), PLAN_ERROR_RULE);
  g_assert_true (plan_edit_tasks_unlink (office->document, &office->code, 1, &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, 1);
  office_assert_refused (office, plan_edit_tasks_unlink (office->document, &office->code, 1, refusal), PLAN_ERROR_RULE);
  g_assert_true (plan_document_undo (office->document, &error));
  g_assert_true (plan_document_undo (office->document, &error));
  after = office_write_json (office->document);
  office_assert_same (after, before);
}

/* What belongs to the tasks is copied with them, and names the copies; the link to a task outside is not. */
static void
test_duplicate (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_write_json (office->document), *after = NULL;
  g_autoptr (GError) error = NULL;
  const PlanModel *model = plan_document_get_model (office->document);
  guint n_links = count (office, PLAN_RECORD_LINK), n_baselines = count (office, PLAN_RECORD_BASELINE);

  g_assert_true (plan_edit_tasks_duplicate (office->document, &office->build, 1, &error));
  office_assert_rows (office, "Build 1, Design 2, Code 2, Test 2, Build 1, Design 2, Code 2, Test 2, Ship 1");
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, n_links + 2);
  g_assert_cmpuint (count (office, PLAN_RECORD_ASSIGNMENT), ==, 2);
  g_assert_cmpuint (count (office, PLAN_RECORD_WORK_SPAN), ==, 2);
  g_assert_cmpuint (count (office, PLAN_RECORD_CUSTOM_VALUE), ==, 2);
  g_assert_cmpuint (count (office, PLAN_RECORD_BASELINE), ==, n_baselines);
  for (guint i = 0; i < 2; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);

      g_assert_cmpstr (plan_model_get_task (model, assignment->task)->name, ==, "Design");
      g_assert_cmpint (assignment->units, ==, 5000);
    }
  g_assert_cmpint (plan_model_get_assignment_at (model, 0)->task, !=, plan_model_get_assignment_at (model, 1)->task);
  g_assert_true (plan_document_undo (office->document, &error));
  after = office_write_json (office->document);
  office_assert_same (after, before);
}

static void
test_refused (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanId foreign[] = { office->design, office_find_task (office, "Alone") }, missing[] = { office->design, 1 };
  PlanId linked[] = { office->code, office->test };

  for (Operation operation = INDENT; operation <= DUPLICATE; operation++)
    {
      office_assert_refused (office, operate (office, operation, foreign, 2, NULL, NULL, refusal), PLAN_ERROR_RULE);
      office_assert_refused (office, operate (office, operation, missing, 2, NULL, NULL, refusal), PLAN_ERROR_NOT_FOUND);
    }
  /* Both would lie below the task that the first of them waits for. */
  office_assert_refused (office, plan_edit_tasks_indent (office->document, linked, 2, refusal), PLAN_ERROR_RULE);
}

/* Thousands of neighbours, into one gap between two ranks and out again. */
static void
test_many (void)
{
  g_autoptr (OfficeFixture) office = new_plan ("A 1, Z 1");
  g_autofree PlanId *tasks = g_new (PlanId, N_MANY);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  tasks[0] = office_find_task (office, "A");
  g_assert_true (plan_edit_tasks_duplicate (office->document, tasks, 1, &error));
  for (guint n = 2; count (office, PLAN_RECORD_TASK) < N_MANY + 2; n = count (office, PLAN_RECORD_TASK) - 1)
    {
      const PlanModel *model = plan_document_get_model (office->document);
      g_autoptr (PlanOutline) outline = plan_outline_new (model, office->project);

      n = MIN (n, N_MANY + 2 - outline->n_rows);
      for (guint i = 0; i < n; i++)
        tasks[i] = plan_model_get_task_at (model, outline->rows[i].task)->id;
      g_assert_true (plan_edit_tasks_duplicate (office->document, tasks, n, &error));
    }
  before = office_write_json (office->document);
  for (guint i = 0; i < N_MANY; i++)
    {
      const PlanModel *model = plan_document_get_model (office->document);

      tasks[i] = plan_model_get_task_at (model, i)->id;
    }
  g_assert_true (plan_edit_tasks_link (office->document, tasks, N_MANY, &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, N_MANY - 1);
  g_assert_true (plan_edit_tasks_unlink (office->document, tasks, N_MANY, &error));
  g_assert_true (plan_edit_tasks_indent (office->document, tasks, N_MANY, &error));
  g_assert_true (plan_edit_tasks_outdent (office->document, tasks, N_MANY, &error));
  g_assert_true (plan_edit_task_delete (office->document, tasks, N_MANY, &error));
  g_assert_cmpuint (count (office, PLAN_RECORD_TASK), ==, 2);
  for (guint i = 0; i < 5; i++)
    g_assert_true (plan_document_undo (office->document, &error));
  after = office_write_json (office->document);
  office_assert_same (after, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/edits-tasks/places", test_places);
  g_test_add_func ("/document/edits-tasks/blank", test_blank);
  g_test_add_func ("/document/edits-tasks/insert", test_insert);
  g_test_add_func ("/document/edits-tasks/link", test_link);
  g_test_add_func ("/document/edits-tasks/unlink", test_unlink);
  g_test_add_func ("/document/edits-tasks/duplicate", test_duplicate);
  g_test_add_func ("/document/edits-tasks/refused", test_refused);
  g_test_add_func ("/document/edits-tasks/many", test_many);
  return g_test_run ();
}
