/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that is made by keyboard alone, from an office that nothing was put into, is the plan that the same edits make
 * without a window.
 */

#include "plan-journey.h"
#include "plan-project-page.h"
#include "plan-ui-compare.h"
#include "plan-ui-fixture.h"

#include <string.h>

static PlanApplication *application;

static PlanRowList *
get_list (PlanWindow *window)
{
  return plan_plan_page_get_list (plan_window_get_page (window));
}

static GtkNative *
find_project_page (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkNative) window = g_list_model_get_item (windows, i);

      if (PLAN_IS_PROJECT_PAGE (window))
        return window;
    }
  return NULL;
}

static void
make_project (PlanWindow *window, const PlanJourney *plan)
{
  GtkNative *page;

  plan_fixture_input (window, "key ctrl+n");
  page = find_project_page ();
  g_assert_nonnull (page);
  plan_fixture_focus_native (window, page);
  plan_fixture_type (window, plan->project);
  plan_fixture_input (window, "key Return");
  /* Its button is pressed for a moment first. */
  for (guint i = 0; i < 50 && find_project_page () != NULL; i++)
    plan_fixture_settle (window);
  g_assert_null (find_project_page ());
  plan_fixture_focus (window);
  g_assert_cmpint (plan_window_get_project (window), !=, PLAN_ID_NONE);
}

/* Goes from wherever the cursor is to a cell. */
static void
go_to (PlanWindow *window, guint row, guint column)
{
  g_autoptr (GString) keys = g_string_new ("key ctrl+Home");

  for (guint i = 0; i < row; i++)
    g_string_append (keys, " Down");
  for (guint i = 0; i < column; i++)
    g_string_append (keys, " Right");
  plan_fixture_input (window, "%s", keys->str);
}

static void
select_rows (PlanWindow *window, const PlanJourneyRange *range)
{
  go_to (window, range->first, 0);
  plan_fixture_input (window, "key --repeat %u shift+Down", range->last - range->first);
}

static void
type_column (PlanWindow *window, const PlanJourney *plan, guint column)
{
  for (guint i = 0; i < PLAN_JOURNEY_TASKS; i++)
    {
      const char *text = plan_journey_get_cell (&plan->rows[i], column);

      if (text == NULL)
        continue;
      go_to (window, i, column);
      plan_fixture_type (window, text);
      plan_fixture_input (window, "key Return");
      g_assert_false (plan_sheet_is_editing (plan_plan_page_get_sheet (plan_window_get_page (window))));
    }
}

static void
make_by_keyboard (PlanWindow *window, const PlanJourney *plan)
{
  make_project (window, plan);
  for (guint i = 0; i < PLAN_JOURNEY_TASKS; i++)
    {
      plan_fixture_type (window, plan->rows[i].name);
      plan_fixture_input (window, "key Return");
      g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, i + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (plan_journey_indented); i++)
    {
      select_rows (window, &plan_journey_indented[i]);
      plan_fixture_input (window, "key alt+shift+Right");
    }
  type_column (window, plan, TO_DURATION);
  for (guint i = 0; i < G_N_ELEMENTS (plan_journey_linked); i++)
    {
      select_rows (window, &plan_journey_linked[i]);
      plan_fixture_input (window, "key ctrl+l");
    }
  type_column (window, plan, TO_PREDECESSORS);
  type_column (window, plan, TO_RESOURCES);
  type_column (window, plan, TO_COMPLETE);
}

static void
run_journey (const PlanJourney *plan)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "edits.planwright", NULL);
  g_autoptr (GError) error = NULL;
  PlanDocument *document = plan_document_open (path, PLAN_STORE_CREATE, &error);
  g_autofree char *made = NULL;
  g_autofree char *expected = NULL;
  PlanId project;

  g_assert_no_error (error);
  plan_fixture_focus (window);
  make_by_keyboard (window, plan);
  project = plan_window_get_project (window);
  made = plan_compare_describe (plan_window_get_document (window), project);
  project = plan_journey_make_by_edits (document, plan, plan_model_get_project (plan_document_get_model (plan_window_get_document (window)), project)->start);
  expected = plan_compare_describe (document, project);
  plan_compare_assert_same (made, expected);
  g_assert_nonnull (strstr (made, plan->rows[PLAN_JOURNEY_TASKS - 1].name));
  plan_document_close (document);
  g_object_unref (document);
  plan_fixture_close (window);
}

static void
test_english (void)
{
  run_journey (&plan_journey_english);
}

static void
test_chinese (void)
{
  run_journey (&plan_journey_chinese);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  if (g_test_slow ())
    plan_fixture_add_test ("/ui/journey/chinese", test_chinese);
  else
    plan_fixture_add_test ("/ui/journey/english", test_english);
  return plan_fixture_run (application);
}
