/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Baselines in the window: they are set and cleared as edits that can be undone, compared with the plan in a table, and the
 * one that was chosen is shown by the chart and remembered for the project.
 */

#include "plan-baseline-list.h"
#include "plan-baseline-window.h"
#include "plan-edits.h"
#include "plan-form.h"
#include "plan-project-options.h"
#include "plan-ui-fixture.h"

static PlanApplication *application;

static gpointer
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type) && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

static gpointer
open_window (PlanWindow *window, const char *action, GType type)
{
  gpointer opened;

  plan_fixture_activate (window, action);
  plan_fixture_settle (window);
  opened = find_window (type);
  g_assert_nonnull (opened);
  return opened;
}

static gboolean
has_baseline (PlanWindow *window, int number)
{
  PlanRowList *list = plan_plan_page_get_list (plan_window_get_page (window));

  return plan_model_has_baseline (plan_row_list_get_model (list), plan_row_list_get_project (list), number);
}

static guint
count_baselines (PlanWindow *window)
{
  return plan_model_get_n (plan_document_get_model (plan_window_get_document (window)), PLAN_RECORD_BASELINE);
}

static void
test_set (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanPlanPage *page = plan_window_get_page (window);
  PlanForm *form = open_window (window, "task.set-baseline", PLAN_TYPE_FORM);
  guint n_before = count_baselines (window);
  g_autofree char *preview = NULL;

  g_assert_true (has_baseline (window, 0));
  preview = plan_form_get_preview (form);
  g_assert_cmpstr (preview, !=, "");
  g_assert_false (has_baseline (window, 3));
  plan_form_set_choice (form, 0, 3);
  g_clear_pointer (&preview, g_free);
  preview = plan_form_get_preview (form);
  g_assert_cmpstr (preview, ==, "");
  plan_form_apply (form);
  plan_fixture_settle (window);
  g_assert_null (find_window (PLAN_TYPE_FORM));
  g_assert_true (has_baseline (window, 3));
  g_assert_cmpint (plan_plan_page_get_baseline (page), ==, 3);
  g_assert_cmpint (plan_row_list_get_baseline (plan_plan_page_get_list (page)), ==, 3);
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpuint (count_baselines (window), ==, n_before);
  g_assert_cmpint (plan_plan_page_get_baseline (page), ==, 0);
  plan_fixture_activate (window, "win.redo");
  g_assert_cmpint (plan_plan_page_get_baseline (page), ==, 3);
  plan_fixture_close (window);
}

/* Of the selected tasks alone, and their summaries when they are told to follow. */
static void
test_selected (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanRowList *list = plan_plan_page_get_list (plan_window_get_page (window));
  guint row = 0, n_before = count_baselines (window), n_alone;
  PlanForm *form;

  while (plan_row_list_is_summary (list, row))
    row++;
  plan_sheet_set_cursor (plan_plan_page_get_sheet (plan_window_get_page (window)), row, PLAN_COLUMN_NAME);
  plan_fixture_settle (window);
  for (guint rollup = 0; rollup < 2; rollup++)
    {
      form = open_window (window, "task.set-baseline", PLAN_TYPE_FORM);
      plan_form_set_choice (form, 0, 4);
      plan_form_set_choice (form, 1, 1);
      plan_form_set_choice (form, 2, rollup);
      plan_form_apply (form);
      plan_fixture_settle (window);
      if (rollup == 0)
        n_alone = count_baselines (window) - n_before;
      else
        g_assert_cmpuint (count_baselines (window) - n_before, ==, n_alone + plan_row_list_get_level (list, row) - 1);
    }
  form = open_window (window, "task.clear-baseline", PLAN_TYPE_FORM);
  plan_form_set_choice (form, 0, 1);
  plan_form_apply (form);
  plan_fixture_settle (window);
  g_assert_false (has_baseline (window, 4));
  g_assert_true (has_baseline (window, 0));
  plan_fixture_activate (window, "win.undo");
  g_assert_true (has_baseline (window, 4));
  plan_fixture_close (window);
}

static char *
get_variance (GListModel *list, PlanId task, PlanColumnId column)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PlanBaselineRow) row = g_list_model_get_item (list, i);

      if (plan_baseline_row_get_task (row) == task)
        return plan_baseline_row_get_text (row, column);
    }
  return NULL;
}

static void
test_compare (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanPlanPage *page = plan_window_get_page (window);
  PlanRowList *rows = plan_plan_page_get_list (page);
  PlanDocument *document = plan_window_get_document (window);
  PlanBaselineWindow *comparison;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *summary = NULL;
  guint row = plan_row_list_get_n (rows) - 1;
  PlanId task;

  while (plan_row_list_is_summary (rows, row) || plan_row_list_get_task (rows, row)->duration == 0 ||
         plan_row_list_get_task (rows, row)->percent_complete > 0)
    row--;
  task = plan_row_list_get_task (rows, row)->id;
  g_assert_true (plan_edit_baseline_set (document, plan_row_list_get_project (rows), 2, NULL, 0, PLAN_BASELINE_NO_ROLLUP, &error));
  comparison = open_window (window, "task.compare-baseline", PLAN_TYPE_BASELINE_WINDOW);
  plan_baseline_window_set_baseline (comparison, 2);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_plan_page_get_baseline (page), ==, 2);
  g_assert_cmpint (plan_project_options_get_integer (plan_row_list_get_project (rows), "baseline", 0), ==, 2);
  before = get_variance (plan_baseline_window_get_list (comparison), task, PLAN_COLUMN_DURATION_VARIANCE);
  g_assert_true (g_str_has_prefix (before, "0"));
  plan_baseline_window_set_only_different (comparison, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (plan_baseline_window_get_list (comparison)), ==, 0);
  summary = g_strdup (plan_baseline_window_get_summary (comparison));
  g_assert_true (g_str_has_prefix (summary, "0 of "));

  g_assert_true (plan_edit_set_text (document, PLAN_FIELD_TASK_DURATION, task, "200d", &error));
  plan_fixture_settle (window);
  after = get_variance (plan_baseline_window_get_list (comparison), task, PLAN_COLUMN_DURATION_VARIANCE);
  g_assert_true (g_str_has_prefix (after, "+"));
  g_assert_cmpstr (plan_baseline_window_get_summary (comparison), !=, summary);
  plan_baseline_window_set_measure (comparison, 1);
  plan_baseline_window_set_measure (comparison, 2);
  plan_baseline_window_choose_row (comparison, 0);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_row_list_get_cursor (rows), !=, PLAN_ID_NONE);
  gtk_window_close (GTK_WINDOW (comparison));
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/baseline/set", test_set);
  plan_fixture_add_test ("/ui/baseline/selected", test_selected);
  plan_fixture_add_test ("/ui/baseline/compare", test_compare);
  return plan_fixture_run (application);
}
