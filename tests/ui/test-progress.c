/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The windows that enter progress, split tasks and add recurring ones: what is asked for is done as one edit that can be
 * undone, and what cannot be done is told while the window stays.
 */

#include "plan-form.h"
#include "plan-ui-fixture.h"

static PlanApplication *application;

static const PlanModel *
get_model (PlanWindow *window)
{
  return plan_document_get_model (plan_window_get_document (window));
}

/* A leaf row with the cursor on it. */
static const PlanTask *
choose_task (PlanWindow *window, PlanTicks *start)
{
  PlanPlanPage *page = plan_window_get_page (window);
  PlanRowList *list = plan_plan_page_get_list (page);

  for (guint row = 0; row < plan_row_list_get_n (list); row++)
    {
      const PlanTask *task = plan_row_list_get_task (list, row);

      if (plan_row_list_is_summary (list, row) || task->duration < 2 * 4800 || task->actual_start != PLAN_TICKS_NONE || task->manual)
        continue;
      plan_sheet_set_cursor (plan_plan_page_get_sheet (page), row, PLAN_COLUMN_NAME);
      plan_fixture_settle (window);
      *start = plan_schedule_get_task (plan_document_get_schedule (plan_window_get_document (window)),
                                       plan_model_find (get_model (window), PLAN_RECORD_TASK, task->id))->start;
      return task;
    }
  g_error ("the sample has no such task");
}

static PlanForm *
open_form (PlanWindow *window, const char *action)
{
  g_autoptr (GList) windows = NULL;

  plan_fixture_activate (window, action);
  plan_fixture_settle (window);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (PLAN_IS_FORM (l->data))
      return l->data;
  g_error ("%s opens no window", action);
}

static gboolean
is_open (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (PLAN_IS_FORM (l->data) && gtk_widget_get_visible (l->data))
      return TRUE;
  return FALSE;
}

static void
set_date (PlanForm *form, guint row, PlanTicks at)
{
  g_autofree char *text = plan_date_format (at, PLAN_DATE_DAY_YEAR);

  plan_form_set_text (form, row, text);
}

static void
apply (PlanWindow *window, PlanForm *form, gboolean done)
{
  plan_form_apply (form);
  plan_fixture_settle (window);
  g_assert_cmpint (is_open (), ==, !done);
}

static void
test_split (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanTicks start;
  const PlanTask *task = choose_task (window, &start);
  PlanId id = task->id;
  PlanForm *form = open_form (window, "task.split");
  guint n_splits = plan_model_get_n (get_model (window), PLAN_RECORD_SPLIT);

  set_date (form, 0, start - 30 * PLAN_TICKS_PER_DAY);
  apply (window, form, FALSE);
  g_assert_cmpuint (plan_model_get_n (get_model (window), PLAN_RECORD_SPLIT), ==, n_splits);
  set_date (form, 0, start + PLAN_TICKS_PER_DAY);
  plan_form_set_text (form, 1, "2d");
  apply (window, form, TRUE);
  g_assert_cmpuint (plan_model_get_n (get_model (window), PLAN_RECORD_SPLIT), ==, n_splits + 1);
  g_assert_cmpint (((const PlanSplit *) plan_model_get_at (get_model (window), PLAN_RECORD_SPLIT, n_splits))->owner, ==, id);
  plan_fixture_activate (window, "task.join");
  g_assert_cmpuint (plan_model_get_n (get_model (window), PLAN_RECORD_SPLIT), ==, n_splits);
  plan_fixture_activate (window, "win.undo");
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpuint (plan_model_get_n (get_model (window), PLAN_RECORD_SPLIT), ==, n_splits);
  plan_fixture_close (window);
}

static void
test_update (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanTicks start;
  PlanId id = choose_task (window, &start)->id;
  PlanForm *form = open_form (window, "task.update");

  plan_form_set_text (form, 0, "someday");
  apply (window, form, FALSE);
  set_date (form, 0, start + 200 * PLAN_TICKS_PER_DAY);
  plan_form_set_choice (form, 1, 1);
  apply (window, form, TRUE);
  g_assert_cmpint (plan_model_get_task (get_model (window), id)->percent_complete, ==, PLAN_PERCENT_HUNDRED);
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpint (plan_model_get_task (get_model (window), id)->percent_complete, ==, 0);
  plan_fixture_close (window);
}

static void
test_reschedule (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanTicks start;
  PlanId id = choose_task (window, &start)->id;
  PlanForm *form = open_form (window, "task.reschedule");

  set_date (form, 0, start + 100 * PLAN_TICKS_PER_DAY);
  plan_form_set_choice (form, 1, 1);
  apply (window, form, TRUE);
  g_assert_cmpint (plan_model_get_task (get_model (window), id)->constraint, ==, PLAN_CONSTRAINT_SNET);
  g_assert_cmpint (plan_model_get_task (get_model (window), id)->constraint_date, >, start + 90 * PLAN_TICKS_PER_DAY);
  plan_fixture_close (window);
}

static void
test_recurring (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  guint n_tasks = plan_model_get_n (get_model (window), PLAN_RECORD_TASK);
  PlanForm *form = open_form (window, "task.add-recurring");
  g_autofree char *preview = NULL;

  plan_form_set_text (form, 0, "Meeting");
  plan_form_set_text (form, 4, "often");
  apply (window, form, FALSE);
  preview = plan_form_get_preview (form);
  g_assert_cmpstr (preview, ==, "");
  g_clear_pointer (&preview, g_free);
  plan_form_set_text (form, 4, "2");
  plan_form_set_text (form, 6, "4");
  preview = plan_form_get_preview (form);
  g_assert_true (g_str_has_prefix (preview, "4 times: "));
  apply (window, form, TRUE);
  g_assert_cmpuint (plan_model_get_n (get_model (window), PLAN_RECORD_TASK), ==, n_tasks + 5);
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpuint (plan_model_get_n (get_model (window), PLAN_RECORD_TASK), ==, n_tasks);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/progress/split", test_split);
  plan_fixture_add_test ("/ui/progress/update", test_update);
  plan_fixture_add_test ("/ui/progress/reschedule", test_reschedule);
  plan_fixture_add_test ("/ui/progress/recurring", test_recurring);
  return plan_fixture_run (application);
}
