/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of whole projects and of programmes: what a new one begins with, its information, its place, putting it away; each
 * is taken back by one undo.
 */

#include "office-fixture.h"
#include "plan-error.h"
#include "plan-health-text.h"

#include <string.h>

static const PlanModel *
get_model (OfficeFixture *office)
{
  return plan_document_get_model (office->document);
}

static const PlanProject *
get_project (OfficeFixture *office)
{
  return plan_model_get_project (get_model (office), office->project);
}

static PlanId
find_project (OfficeFixture *office, const char *name)
{
  const PlanModel *model = get_model (office);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);

      if (strcmp (project->name, name) == 0)
        return project->id;
    }
  return PLAN_ID_NONE;
}

static void
assert_undone (OfficeFixture *office, const char *before)
{
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  plan_document_undo (office->document, &error);
  g_assert_no_error (error);
  after = office_dump (office->document);
  office_assert_same (after, before);
}

/* Names of projects in their order. */
static void
assert_projects (OfficeFixture *office, const char *expected)
{
  g_autoptr (GArray) ids = plan_model_list_projects (get_model (office));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, i == 0 ? "%s" : " %s", plan_model_get_project (get_model (office), g_array_index (ids, PlanId, i))->name);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Names of programmes in their order. */
static void
assert_programmes (OfficeFixture *office, const char *expected)
{
  const PlanModel *model = get_model (office);
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 last = G_MININT64;

  for (guint n = 0; n < plan_model_get_n (model, PLAN_RECORD_PROGRAMME); n++)
    {
      const PlanProgramme *next = NULL;

      for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROGRAMME); i++)
        {
          const PlanProgramme *programme = plan_model_get_at (model, PLAN_RECORD_PROGRAMME, i);

          if (programme->rank > last && (next == NULL || programme->rank < next->rank))
            next = programme;
        }
      g_assert_nonnull (next);
      last = next->rank;
      g_string_append_printf (text, n == 0 ? "%s" : " %s", next->name);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_create (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_dump (office->document);
  PlanTicks start = plan_ticks_from_civil (2026, 5, 4, 8, 0);
  const PlanNewProject what = { .name = "Third", .start = start, .new_programme = "Operations", .calendar = office->calendar,
                                .manager = "Zhao Min" };
  const PlanProject *project;
  g_autoptr (GError) error = NULL;
  PlanId id;

  g_assert_true (plan_edit_project_create (office->document, &what, &id, &error));
  g_assert_cmpuint (office->n_changes, ==, 1);
  project = plan_model_get_project (get_model (office), id);
  g_assert_cmpstr (project->name, ==, "Third");
  g_assert_cmpstr (project->manager, ==, "Zhao Min");
  g_assert_cmpint (project->start, ==, start);
  g_assert_cmpint (project->calendar, ==, office->calendar);
  assert_programmes (office, "电商 Operations");
  assert_projects (office, "Shop App Third");
  assert_undone (office, before);
}

static void
test_create_in_programme (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanNewProject chosen = { .name = "Third", .start = PLAN_TICKS_NONE, .programme = office->programme };
  const PlanNewProject typed = { .name = "Fourth", .start = PLAN_TICKS_NONE, .new_programme = "电商", .manager = "" };
  g_autoptr (GError) error = NULL;
  PlanId id;

  g_assert_true (plan_edit_project_create (office->document, &chosen, &id, &error));
  g_assert_cmpint (plan_model_get_project (get_model (office), id)->programme, ==, office->programme);
  g_assert_true (plan_edit_project_create (office->document, &typed, &id, &error));
  g_assert_cmpint (plan_model_get_project (get_model (office), id)->programme, ==, office->programme);
  g_assert_null (plan_model_get_project (get_model (office), id)->manager);
  assert_programmes (office, "电商");
}

static void
test_create_refused (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  static const struct
  {
    PlanNewProject what;
    int code;
  } cases[] = {
    { { .name = NULL }, PLAN_ERROR_RANGE },
    { { .name = "" }, PLAN_ERROR_RANGE },
    { { .name = "x", .start = PLAN_TICKS_NONE, .programme = 1 }, PLAN_ERROR_NOT_FOUND },
    { { .name = "x", .start = PLAN_TICKS_NONE, .calendar = 1 }, PLAN_ERROR_NOT_FOUND },
    { { .name = "x", .start = PLAN_TICKS_MAX + 1 }, PLAN_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    office_assert_refused (office, plan_edit_project_create (office->document, &cases[i].what, NULL, refusal), cases[i].code);
}

static void
test_archive (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_dump (office->document), *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_project_set_archived (office->document, office->project, TRUE, &error));
  g_assert_true (get_project (office)->archived);
  label = plan_document_get_step_label (office->document, PLAN_STEP_UNDO);
  g_assert_cmpstr (label, ==, "Archiving of the project “Shop”");
  g_assert_true (plan_edit_project_set_archived (office->document, office->project, FALSE, &error));
  g_assert_false (get_project (office)->archived);
  g_assert_true (plan_document_undo (office->document, &error));
  assert_undone (office, before);
  office_assert_refused (office, plan_edit_project_set_archived (office->document, 1, TRUE, refusal), PLAN_ERROR_NOT_FOUND);
}

static void
test_info (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_dump (office->document);
  const PlanFieldText values[] = {
    { PLAN_FIELD_PROJECT_MANAGER, " Zhao Min " },
    { PLAN_FIELD_PROJECT_START, "2026-03-09" },
    { PLAN_FIELD_PROJECT_NAME, "Shop" },
    { PLAN_FIELD_PROJECT_MINUTES_PER_WEEK, "35" },
    { PLAN_FIELD_PROJECT_PRIORITY, "700" },
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_project_set_info (office->document, office->project, values, G_N_ELEMENTS (values), &error));
  g_assert_cmpuint (office->n_changes, ==, 1);
  g_assert_cmpstr (get_project (office)->manager, ==, "Zhao Min");
  g_assert_cmpint (get_project (office)->start, ==, plan_ticks_from_civil (2026, 3, 9, 8, 0));
  g_assert_cmpint (get_project (office)->minutes_per_week, ==, 35 * PLAN_TICKS_PER_HOUR);
  g_assert_cmpint (get_project (office)->priority, ==, 700);
  assert_undone (office, before);
}

/* What is there already leaves no trace in the history. */
static void
test_info_unchanged (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanFieldText values[] = { { PLAN_FIELD_PROJECT_NAME, "Shop" }, { PLAN_FIELD_PROJECT_SPONSOR, "" } };
  gint64 revision = plan_document_get_revision (office->document);
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_project_set_info (office->document, office->project, values, G_N_ELEMENTS (values), &error));
  g_assert_cmpint (plan_document_get_revision (office->document), ==, revision);
  g_assert_cmpuint (office->n_changes, ==, 0);
}

static void
test_info_refused (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  static const struct
  {
    PlanFieldText values[2];
    int code;
  } cases[] = {
    { { { PLAN_FIELD_PROJECT_MANAGER, "x" }, { PLAN_FIELD_PROJECT_NAME, "  " } }, PLAN_ERROR_RANGE },
    { { { PLAN_FIELD_PROJECT_MANAGER, "x" }, { PLAN_FIELD_PROJECT_START, "soon" } }, PLAN_ERROR_PARSE },
    { { { PLAN_FIELD_PROJECT_MANAGER, "x" }, { PLAN_FIELD_PROJECT_START, "" } }, PLAN_ERROR_RULE },
    { { { PLAN_FIELD_PROJECT_MANAGER, "x" }, { PLAN_FIELD_PROJECT_DAYS_PER_MONTH, "32" } }, PLAN_ERROR_RANGE },
    { { { PLAN_FIELD_PROJECT_MANAGER, "x" }, { PLAN_FIELD_PROJECT_DAYS_PER_MONTH, "" } }, PLAN_ERROR_RANGE },
    { { { PLAN_FIELD_PROJECT_MANAGER, "x" }, { PLAN_FIELD_PROJECT_CALENDAR, "Nobody's" } }, PLAN_ERROR_NOT_FOUND },
    { { { PLAN_FIELD_PROJECT_MANAGER, "x" }, { PLAN_FIELD_PROJECT_CREATED, "2026-01-01" } }, PLAN_ERROR_RULE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    office_assert_refused (office, plan_edit_project_set_info (office->document, office->project, cases[i].values, 2, refusal), cases[i].code);
  office_assert_refused (office, plan_edit_project_set_info (office->document, 1, cases[0].values, 1, refusal), PLAN_ERROR_NOT_FOUND);
}

/* A project that is to be scheduled from its finish keeps the finish that it has. */
static void
test_schedule_from (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_dump (office->document);
  PlanTicks finish = plan_schedule_get_project (plan_document_get_schedule (office->document), office->project)->finish;
  const PlanFieldText from_finish = { PLAN_FIELD_PROJECT_SCHEDULE_FROM, "finish" };
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_project_set_info (office->document, office->project, &from_finish, 1, &error));
  g_assert_cmpint (get_project (office)->schedule_from, ==, PLAN_SCHEDULE_FROM_FINISH);
  g_assert_cmpint (get_project (office)->finish, ==, finish);
  assert_undone (office, before);
}

/* What is shown of a field means the same when it is typed. */
static void
test_texts (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanFieldId first = plan_field_first (PLAN_RECORD_PROJECT), end = first + plan_field_count (PLAN_RECORD_PROJECT);
  const PlanFieldText values[] = {
    { PLAN_FIELD_PROJECT_STATUS_DATE, "2026-03-20" }, { PLAN_FIELD_PROJECT_FINISH, "2026-12-01T10:30:00" },
    { PLAN_FIELD_PROJECT_CRITICAL_SLACK, "-1.5d" },   { PLAN_FIELD_PROJECT_MINUTES_PER_DAY, "7.5" },
    { PLAN_FIELD_PROJECT_NOTES, "Two\nlines" },       { PLAN_FIELD_PROJECT_DEFAULT_START_TIME, "09:30" },
    { PLAN_FIELD_PROJECT_NEW_TASKS_MANUAL, "yes" },   { PLAN_FIELD_PROJECT_WORK_UNIT, "d" },
  };
  gint64 revision;
  g_autoptr (GError) error = NULL;

  plan_edit_project_set_info (office->document, office->project, values, G_N_ELEMENTS (values), &error);
  g_assert_no_error (error);
  revision = plan_document_get_revision (office->document);
  for (PlanFieldId field = first; field < end; field++)
    {
      g_autofree char *text = plan_project_get_text (get_model (office), office->project, field);
      const PlanFieldText value = { field, text };

      if (!(plan_field_get (field)->flags & PLAN_FIELD_EDITABLE))
        continue;
      g_test_message ("%s: %s", plan_field_get (field)->column, text);
      plan_edit_project_set_info (office->document, office->project, &value, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpint (plan_document_get_revision (office->document), ==, revision);
    }
}

static void
test_programmes (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_dump (office->document);
  g_autoptr (GError) error = NULL;
  PlanId operations, data;

  g_assert_true (plan_edit_programme_add (office->document, "Operations", &operations, &error));
  g_assert_true (plan_edit_programme_add (office->document, "Data", &data, &error));
  assert_programmes (office, "电商 Operations Data");
  g_assert_true (plan_edit_programme_move (office->document, data, PLAN_ID_NONE, &error));
  assert_programmes (office, "Data 电商 Operations");
  g_assert_true (plan_edit_programme_move (office->document, data, office->programme, &error));
  assert_programmes (office, "电商 Data Operations");
  g_assert_true (plan_edit_programme_move (office->document, data, data, &error));
  g_assert_true (plan_edit_programme_rename (office->document, data, " Figures ", &error));
  g_assert_true (plan_edit_programme_rename (office->document, data, "FIGURES", &error));
  assert_programmes (office, "电商 FIGURES Operations");
  g_assert_true (plan_edit_programme_delete (office->document, office->programme, &error));
  assert_programmes (office, "FIGURES Operations");
  g_assert_cmpint (get_project (office)->programme, ==, PLAN_ID_NONE);
  office_assert_refused (office, plan_edit_programme_add (office->document, "figures", NULL, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_programme_add (office->document, "", NULL, refusal), PLAN_ERROR_RANGE);
  office_assert_refused (office, plan_edit_programme_rename (office->document, data, " ", refusal), PLAN_ERROR_RANGE);
  office_assert_refused (office, plan_edit_programme_rename (office->document, data, "Operations", refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_programme_rename (office->document, 1, "x", refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_programme_move (office->document, data, 1, refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_programme_delete (office->document, office->programme, refusal), PLAN_ERROR_NOT_FOUND);
  for (guint i = 0; i < 6; i++)
    g_assert_true (plan_document_undo (office->document, &error));
  assert_undone (office, before);
}

static void
test_project_move (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_dump (office->document);
  PlanId app = find_project (office, "App");
  g_autoptr (GError) error = NULL;

  office_assert_refused (office, plan_edit_project_move (office->document, app, PLAN_ID_NONE, office->project, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_project_move (office->document, app, PLAN_ID_NONE, app, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_project_move (office->document, app, 1, PLAN_ID_NONE, refusal), PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_project_move (office->document, 1, PLAN_ID_NONE, PLAN_ID_NONE, refusal), PLAN_ERROR_NOT_FOUND);
  g_assert_true (plan_edit_project_move (office->document, app, office->programme, PLAN_ID_NONE, &error));
  assert_projects (office, "App Shop");
  g_assert_cmpint (plan_model_get_project (get_model (office), app)->programme, ==, office->programme);
  g_assert_true (plan_edit_project_move (office->document, app, office->programme, office->project, &error));
  assert_projects (office, "Shop App");
  g_assert_true (plan_edit_project_move (office->document, app, PLAN_ID_NONE, PLAN_ID_NONE, &error));
  g_assert_cmpint (plan_model_get_project (get_model (office), app)->programme, ==, PLAN_ID_NONE);
  g_assert_true (plan_document_undo (office->document, &error));
  g_assert_true (plan_document_undo (office->document, &error));
  assert_undone (office, before);
}

static void
test_move_to_new (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_dump (office->document);
  g_autoptr (GError) error = NULL;

  office_assert_refused (office, plan_edit_project_move_to_new (office->document, office->project, "电商", refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_project_move_to_new (office->document, office->project, " ", refusal), PLAN_ERROR_RANGE);
  g_assert_true (plan_edit_project_move_to_new (office->document, office->project, "Operations ", &error));
  assert_programmes (office, "电商 Operations");
  g_assert_cmpint (get_project (office)->programme, !=, office->programme);
  assert_undone (office, before);
}

/* Always to the same place: the gap is used up, and the order stays. */
static void
test_project_move_often (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanId app = find_project (office, "App"), last, other;
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_set (office->document, PLAN_FIELD_PROJECT_PROGRAMME, app, &PLAN_VALUE_OF_INTEGER (office->programme), &error));
  g_assert_true (plan_edit_project_add (office->document, "Y", PLAN_TICKS_NONE, &last, &error));
  g_assert_true (plan_edit_project_add (office->document, "Z", PLAN_TICKS_NONE, &other, &error));
  for (guint i = 0; i < 50; i++)
    {
      PlanId moved = i % 2 == 0 ? last : other;

      g_assert_true (plan_edit_project_move (office->document, moved, office->programme, office->project, &error));
      assert_projects (office, i == 0 ? "Shop Y App Z" : i % 2 == 0 ? "Shop Y Z App" : "Shop Z Y App");
    }
}

static void
test_health_words (void)
{
  static const struct
  {
    PlanHealthReason reason;
    const char *text;
  } cases[] = {
    { { PLAN_HEALTH_ARCHIVED, 0, PLAN_TICKS_NONE }, "The project is archived." },
    { { PLAN_HEALTH_COMPLETE, 0, PLAN_TICKS_NONE }, "All tasks are complete." },
    { { PLAN_HEALTH_DEADLINES, 1, PLAN_TICKS_NONE }, "1 task misses its deadline." },
    { { PLAN_HEALTH_DEADLINES, 2, PLAN_TICKS_NONE }, "2 tasks miss their deadlines." },
    { { PLAN_HEALTH_FAR_BEHIND, 0, 12 * 4800 }, "The finish is 12 d later than in the baseline." },
    { { PLAN_HEALTH_BEHIND, 0, 7200 }, "The finish is 1.5 d later than in the baseline." },
    { { PLAN_HEALTH_UNSTARTED, 1, 0 }, "1 task should have started by the status date." },
    { { PLAN_HEALTH_EMPTY, 0, PLAN_TICKS_NONE }, "There are no tasks yet." },
    { { PLAN_HEALTH_NO_PROGRESS, 0, 0 }, "No task has started." },
    { { PLAN_HEALTH_WITHIN_BASELINE, 0, -4800 }, "The finish is not later than in the baseline." },
    { { PLAN_HEALTH_WITHOUT_BASELINE, 0, PLAN_TICKS_NONE }, "Nothing is late, and there is no baseline to compare with." },
  };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plan_health_get_reason (&cases[i].reason, get_project (office));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_cmpstr (plan_health_get_name (PLAN_HEALTH_AT_RISK), ==, "At risk");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/edits-project/create", test_create);
  g_test_add_func ("/document/edits-project/create-in-programme", test_create_in_programme);
  g_test_add_func ("/document/edits-project/create-refused", test_create_refused);
  g_test_add_func ("/document/edits-project/archive", test_archive);
  g_test_add_func ("/document/edits-project/info", test_info);
  g_test_add_func ("/document/edits-project/info-unchanged", test_info_unchanged);
  g_test_add_func ("/document/edits-project/info-refused", test_info_refused);
  g_test_add_func ("/document/edits-project/schedule-from", test_schedule_from);
  g_test_add_func ("/document/edits-project/texts", test_texts);
  g_test_add_func ("/document/edits-project/programmes", test_programmes);
  g_test_add_func ("/document/edits-project/project-move", test_project_move);
  g_test_add_func ("/document/edits-project/project-move-often", test_project_move_often);
  g_test_add_func ("/document/edits-project/move-to-new", test_move_to_new);
  g_test_add_func ("/document/edits-project/health-words", test_health_words);
  return g_test_run ();
}
