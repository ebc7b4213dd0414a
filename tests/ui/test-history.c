/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person does with the history, by keys and the mouse: opening an edit to what it changed, going to its task, finding
 * edits, naming a version, comparing with it while the plan is edited, and going back.
 */

#include "plan-compare-list.h"
#include "plan-compare-window.h"
#include "plan-edits.h"
#include "plan-history-finder.h"
#include "plan-history-row.h"
#include "plan-past.h"
#include "plan-ui-fixture.h"

#include <string.h>

static PlanApplication *application;

static PlanHistoryPanel *
get_history (PlanWindow *window)
{
  return plan_side_panel_get_history (plan_window_get_side_panel (window));
}

static gpointer
get_child (PlanWindow *window, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (get_history (window)), PLAN_TYPE_HISTORY_PANEL, name);
}

static gpointer
get_finder (PlanWindow *window, const char *name)
{
  return gtk_widget_get_template_child (get_child (window, "finder"), PLAN_TYPE_HISTORY_FINDER, name);
}

static PlanHistoryRow *
get_row (PlanWindow *window, int number)
{
  return PLAN_HISTORY_ROW (gtk_list_box_get_row_at_index (get_child (window, "list"), number));
}

static PlanRowList *
get_list (PlanWindow *window)
{
  return plan_plan_page_get_list (plan_window_get_page (window));
}

/* A task that moves others when it takes longer. */
static PlanId
find_task (PlanWindow *window)
{
  const PlanModel *model = plan_document_get_model (plan_window_get_document (window));
  const PlanTaskIndex *index = plan_document_get_index (plan_window_get_document (window));

  for (guint row = 0; row < plan_row_list_get_n (get_list (window)); row++)
    {
      const PlanTask *task = plan_row_list_get_task (get_list (window), row);
      guint n;

      plan_task_index_get_successors (index, plan_model_find (model, PLAN_RECORD_TASK, task->id), &n);
      if (n > 0 && !plan_row_list_is_summary (get_list (window), row) && task->percent_complete == 0 && task->duration > 0)
        return task->id;
    }
  g_assert_not_reached ();
}

static PlanWindow *
open_history (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 800);
  plan_fixture_settle (window);
  plan_document_set_author (plan_window_get_document (window), "Ann");
  plan_fixture_activate (window, "view.history");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  plan_fixture_settle (window);
  return window;
}

static void
click (PlanWindow *window, GtkWidget *widget)
{
  plan_fixture_click (window, widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0, 1, 1);
}

static GtkWidget *
get_words (PlanHistoryRow *row)
{
  return gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
}

static gboolean
has_link (PlanHistoryRow *row)
{
  return plan_history_row_is_expanded (row) && GTK_IS_BUTTON (gtk_widget_get_first_child (get_words (row)));
}

static void
lengthen (PlanWindow *window, PlanId task)
{
  g_assert_true (plan_edit_set_text (plan_window_get_document (window), PLAN_FIELD_TASK_DURATION, task, "90d", NULL));
  plan_fixture_settle (window);
}

/* An edit opens by a click, says what it changed, and leads to the task. */
static void
test_words (void)
{
  PlanWindow *window = open_history ();
  PlanId task = find_task (window);
  GtkWidget *link, *last;

  lengthen (window, task);
  g_assert_false (plan_history_row_is_expanded (get_row (window, 0)));
  plan_fixture_click (window, GTK_WIDGET (get_row (window, 0)), 60, 12, 1, 1);
  while (!has_link (get_row (window, 0)))
    g_main_context_iteration (NULL, TRUE);
  link = gtk_widget_get_first_child (get_words (get_row (window, 0)));
  last = gtk_widget_get_last_child (get_words (get_row (window, 0)));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link)))), "→ 90 d"));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (last)), "moved"));
  plan_fixture_settle (window);
  click (window, link);
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, plan_row_list_find (get_list (window), task));

  /* By keys; what is known is there at once. */
  gtk_widget_grab_focus (GTK_WIDGET (get_row (window, 0)));
  plan_fixture_press (window, "Left");
  g_assert_false (plan_history_row_is_expanded (get_row (window, 0)));
  plan_fixture_press (window, "Right");
  g_assert_true (has_link (get_row (window, 0)));
  plan_fixture_press (window, "Return");
  g_assert_false (plan_history_row_is_expanded (get_row (window, 0)));
  plan_fixture_close (window);
}

/* What is opened stays so when something is edited. */
static void
test_stays_open (void)
{
  PlanWindow *window = open_history ();
  PlanId task = find_task (window);

  lengthen (window, task);
  plan_fixture_click (window, GTK_WIDGET (get_row (window, 0)), 60, 12, 1, 1);
  g_assert_true (plan_edit_set_text (plan_window_get_document (window), PLAN_FIELD_TASK_NAME, task, "Another name", NULL));
  plan_fixture_settle (window);
  g_assert_false (plan_history_row_is_expanded (get_row (window, 0)));
  while (!has_link (get_row (window, 1)))
    g_main_context_iteration (NULL, TRUE);
  plan_fixture_close (window);
}

static void
wait_for_rows (PlanWindow *window, guint n)
{
  for (guint i = 0; i < 100 && plan_history_panel_get_n_rows (get_history (window)) != n; i++)
    {
      g_usleep (10000);
      plan_fixture_settle (window);
    }
  g_assert_cmpuint (plan_history_panel_get_n_rows (get_history (window)), ==, n);
}

static void
test_filters (void)
{
  PlanWindow *window = open_history ();
  PlanDocument *document = plan_window_get_document (window);
  PlanId task = find_task (window);
  guint n = plan_history_panel_get_n_rows (get_history (window));

  lengthen (window, task);
  plan_document_set_author (document, "Bo");
  g_assert_true (plan_edit_set_text (document, PLAN_FIELD_TASK_NAME, task, "Zebra", NULL));
  plan_fixture_settle (window);
  wait_for_rows (window, n + 2);
  click (window, get_finder (window, "search"));
  plan_fixture_type (window, "duration of");
  wait_for_rows (window, 1);
  plan_fixture_type (window, " nothing");
  wait_for_rows (window, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (window, "found")), ==, "nothing");
  plan_fixture_press (window, "ctrl+a");
  plan_fixture_press (window, "BackSpace");
  wait_for_rows (window, n + 2);
  gtk_drop_down_set_selected (get_finder (window, "person"), 2);
  wait_for_rows (window, 1);
  /* Who undid it does not count: it is undone. */
  plan_document_set_author (document, "Cy");
  gtk_widget_grab_focus (GTK_WIDGET (get_row (window, 0)));
  plan_fixture_activate (window, "win.undo");
  wait_for_rows (window, 1);
  g_assert_true (plan_history_row_is_undone (get_row (window, 0)));
  gtk_drop_down_set_selected (get_finder (window, "person"), 0);
  gtk_drop_down_set_selected (get_finder (window, "scope"), 1);
  wait_for_rows (window, n + 2);
  plan_fixture_activate (window, "project.next");
  wait_for_rows (window, 0);
  plan_fixture_close (window);
}

/* From the menu of a row, by keys only. */
static void
test_version (void)
{
  PlanWindow *window = open_history ();
  PlanDocument *document = plan_window_get_document (window);
  gint64 revision;

  lengthen (window, find_task (window));
  revision = plan_document_get_revision (document);
  gtk_widget_grab_focus (GTK_WIDGET (get_row (window, 0)));
  plan_fixture_press (window, "Menu");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (
    gtk_menu_button_get_popover (GTK_MENU_BUTTON (plan_history_row_get_menu_button (get_row (window, 0)))))));
  for (guint i = 0; i < 3; i++)
    plan_fixture_press (window, "Down");
  plan_fixture_press (window, "Return");
  plan_fixture_type (window, "Plan B");
  plan_fixture_press (window, "Return");
  wait_for_rows (window, plan_history_panel_get_n_rows (get_history (window)));
  g_assert_cmpstr (plan_history_row_get_version (get_row (window, 0)), ==, "Plan B");
  gtk_widget_activate_action (GTK_WIDGET (get_row (window, 0)), "history.unname", "x", revision);
  plan_fixture_settle (window);
  g_assert_null (plan_history_row_get_version (get_row (window, 0)));
  plan_fixture_close (window);
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static GtkWidget *
wait_for_window (GType type)
{
  GtkWidget *window;

  while ((window = find_window (type)) == NULL || !gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static guint
count_changes (GtkWidget *page)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_widget_get_template_child (page, PLAN_TYPE_COMPARE_WINDOW, "view"));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

static GtkWidget *
get_banner (PlanWindow *window)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), PLAN_TYPE_WINDOW, "compare_banner"));
}

/* The page lists what has changed, leads to it, follows further edits, and ends with the comparison. */
static void
test_compare (void)
{
  PlanWindow *window = open_history ();
  PlanId task = find_task (window);
  GtkWidget *page, *view;
  guint n;

  lengthen (window, task);
  gtk_widget_activate_action (GTK_WIDGET (get_row (window, 0)), "history.compare", "x",
                              plan_history_row_get_id (get_row (window, 0)) - 1);
  page = wait_for_window (PLAN_TYPE_COMPARE_WINDOW);
  plan_fixture_settle (window);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (get_banner (window))));
  n = count_changes (page);
  g_assert_cmpuint (n, >, 2);
  view = GTK_WIDGET (gtk_widget_get_template_child (page, PLAN_TYPE_COMPARE_WINDOW, "view"));
  g_signal_emit_by_name (view, "activate", 0);
  plan_fixture_settle (window);
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), !=, PLAN_INDEX_NONE);
  g_assert_true (plan_edit_set_text (plan_window_get_document (window), PLAN_FIELD_TASK_NAME, task, "Another name", NULL));
  while (count_changes (page) != n + 1)
    g_main_context_iteration (NULL, TRUE);

  plan_fixture_activate (window, "win.end-comparison");
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (get_banner (window))));
  g_assert_null (find_window (PLAN_TYPE_COMPARE_WINDOW));
  plan_fixture_close (window);
}

/* Closing the page goes on comparing; closing the window while a comparison is being made stops it. */
static void
test_close (void)
{
  PlanWindow *window = open_history ();
  GtkWidget *page;

  lengthen (window, find_task (window));
  gtk_widget_activate_action (GTK_WIDGET (get_row (window, 0)), "history.compare", "x", (gint64) 0);
  page = wait_for_window (PLAN_TYPE_COMPARE_WINDOW);
  gtk_window_close (GTK_WINDOW (page));
  plan_fixture_settle (window);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (get_banner (window))));
  plan_fixture_activate (window, "win.show-comparison");
  g_assert_nonnull (wait_for_window (PLAN_TYPE_COMPARE_WINDOW));
  gtk_widget_activate_action (GTK_WIDGET (get_row (window, 0)), "history.compare", "x", (gint64) 0);
  plan_fixture_close (window);
}

/* Asks first; then undo takes it back. */
static void
test_go_back (void)
{
  PlanWindow *window = open_history ();
  PlanDocument *document = plan_window_get_document (window);
  PlanId task = find_task (window);
  PlanTicks before = plan_model_get_task (plan_document_get_model (document), task)->duration, after;
  gint64 revision = plan_document_get_revision (document);

  lengthen (window, task);
  after = plan_model_get_task (plan_document_get_model (document), task)->duration;
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *dialog;

      gtk_widget_activate_action (GTK_WIDGET (get_row (window, 0)), "history.go-back", "x", revision);
      dialog = wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
      gtk_test_widget_wait_for_draw (dialog);
      plan_fixture_settle (window);
      plan_fixture_focus_native (window, GTK_NATIVE (dialog));
      plan_fixture_input (window, "key %s", i == 0 ? "Escape" : "Return");
      while (find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (plan_model_get_task (plan_document_get_model (document), task)->duration, ==, i == 0 ? after : before);
    }
  plan_fixture_focus (window);
  g_assert_cmpint (plan_document_get_revision (document), ==, revision + 2);
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpint (plan_model_get_task (plan_document_get_model (document), task)->duration, ==, after);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/history/words", test_words);
  plan_fixture_add_test ("/ui/history/stays-open", test_stays_open);
  plan_fixture_add_test ("/ui/history/filters", test_filters);
  plan_fixture_add_test ("/ui/history/version", test_version);
  plan_fixture_add_test ("/ui/history/compare", test_compare);
  plan_fixture_add_test ("/ui/history/close", test_close);
  plan_fixture_add_test ("/ui/history/go-back", test_go_back);
  return plan_fixture_run (application);
}
