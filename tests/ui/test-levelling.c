/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The proposal of a levelling: a pass at once, a move that is refused and the rest worked out again, a search that is stopped,
 * and one edit that undo takes back.
 */

#include "plan-edits.h"
#include "plan-level-window.h"
#include "plan-list-table.h"
#include "plan-ui-fixture.h"

#define PATIENCE_SECONDS 30

static PlanApplication *application;

static PlanLevelWindow *
find_window (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (PLAN_IS_LEVEL_WINDOW (window))
        return PLAN_LEVEL_WINDOW (window);
    }
  return NULL;
}

static void
wait_until_ready (PlanLevelWindow *window)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (!plan_level_window_is_ready (window))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static PlanTicks
get_start (PlanDocument *document, PlanId task)
{
  guint index = plan_model_find (plan_document_get_model (document), PLAN_RECORD_TASK, task);

  return plan_schedule_get_task (plan_document_get_schedule (document), index)->start;
}

/* Two tasks of one person at the same time, the longer one first. */
static PlanWindow *
open_overloaded (PlanId tasks[2])
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanDocument *document = plan_window_get_document (window);
  PlanId project, person;

  g_assert_true (plan_edit_project_add (document, "CRM", plan_ticks_from_civil (2026, 3, 2, 8, 0), &project, NULL));
  g_assert_true (plan_edit_resource_add (document, "Li Wei", PLAN_RESOURCE_WORK, &person, NULL));
  g_assert_true (plan_edit_task_add (document, project, PLAN_ID_NONE, "Build", "3d", &tasks[0], NULL));
  g_assert_true (plan_edit_task_add (document, project, tasks[0], "Test", "2d", &tasks[1], NULL));
  for (guint i = 0; i < 2; i++)
    g_assert_true (plan_edit_assignment_add (document, tasks[i], person, PLAN_PERCENT_HUNDRED, NULL, NULL));
  plan_window_set_project (window, project);
  plan_fixture_settle (window);
  plan_fixture_activate (window, "win.level");
  wait_until_ready (find_window ());
  return window;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_BUTTON (child) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)),
                                                             label) == 0 ? child : find_label (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_rows (void)
{
  return plan_list_table_get_n (PLAN_LIST_TABLE (plan_fixture_find_widget (GTK_WIDGET (find_window ()), PLAN_TYPE_LIST_TABLE)));
}

static void
test_apply (void)
{
  PlanId tasks[2];
  PlanWindow *window = open_overloaded (tasks);
  PlanDocument *document = plan_window_get_document (window);
  PlanTicks start = get_start (document, tasks[0]);

  g_assert_cmpuint (count_rows (), ==, 1);
  g_assert_cmpint (get_start (document, tasks[1]), ==, start);
  g_signal_emit_by_name (find_label (GTK_WIDGET (find_window ()), "Apply"), "clicked");
  plan_fixture_settle (window);
  g_assert_null (find_window ());
  g_assert_cmpint (get_start (document, tasks[0]) == start, !=, get_start (document, tasks[1]) == start);
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpint (get_start (document, tasks[0]), ==, start);
  g_assert_cmpint (get_start (document, tasks[1]), ==, start);
  plan_fixture_close (window);
}

/* A move whose box is cleared is not made: the other task waits instead. */
static void
test_refuse (void)
{
  PlanId tasks[2];
  PlanWindow *window = open_overloaded (tasks);
  PlanDocument *document = plan_window_get_document (window);
  GtkWidget *box;
  PlanTicks start = get_start (document, tasks[0]);
  GtkWindow *levelling = GTK_WINDOW (find_window ());

  plan_fixture_settle (window);
  box = plan_fixture_find_widget (GTK_WIDGET (levelling), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (box)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), FALSE);
  plan_fixture_settle (window);
  wait_until_ready (find_window ());
  g_assert_cmpuint (count_rows (), ==, 2);
  g_signal_emit_by_name (find_label (GTK_WIDGET (levelling), "Apply"), "clicked");
  plan_fixture_settle (window);
  g_assert_cmpint (get_start (document, tasks[1]), ==, start);
  g_assert_cmpint (get_start (document, tasks[0]), >, start);
  plan_fixture_close (window);
}

/* A search goes on until it is stopped, and what it found can be applied; a window that is closed ends it. */
static void
test_search (void)
{
  PlanId tasks[2];
  PlanWindow *window = open_overloaded (tasks);
  GtkWidget *levelling = GTK_WIDGET (find_window ()), *search = find_label (levelling, "Search for better");

  g_signal_emit_by_name (search, "clicked");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (search)), ==, "Stop");
  g_assert_false (plan_level_window_is_ready (PLAN_LEVEL_WINDOW (levelling)));
  plan_fixture_settle (window);
  g_signal_emit_by_name (search, "clicked");
  wait_until_ready (PLAN_LEVEL_WINDOW (levelling));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (search)), ==, "Search for better");
  g_signal_emit_by_name (search, "clicked");
  gtk_window_close (GTK_WINDOW (levelling));
  plan_fixture_settle (window);
  g_assert_null (find_window ());
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/levelling/apply", test_apply);
  plan_fixture_add_test ("/ui/levelling/refuse", test_refuse);
  plan_fixture_add_test ("/ui/levelling/search", test_search);
  return plan_fixture_run (application);
}
