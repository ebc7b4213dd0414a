/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search in the header bar, by keys and pointer: results while one types, where they lead, and that the focus comes back.
 */

#include "plan-edits.h"
#include "plan-search-popover.h"
#include "plan-search-row.h"
#include "plan-ui-fixture.h"

#include <string.h>

/* How long an answer may take on a busy machine. */
#define PATIENCE_SECONDS 20

static PlanApplication *application;

static const PlanModel *
get_model (PlanWindow *window)
{
  return plan_document_get_model (plan_window_get_document (window));
}

static PlanSheet *
get_sheet (PlanWindow *window)
{
  return plan_plan_page_get_sheet (plan_window_get_page (window));
}

static GtkWidget *
get_popover (PlanWindow *window)
{
  return plan_fixture_find_widget (GTK_WIDGET (window), PLAN_TYPE_SEARCH_POPOVER);
}

static GtkEditable *
get_entry (PlanWindow *window)
{
  return GTK_EDITABLE (plan_fixture_find_widget (get_popover (window), GTK_TYPE_SEARCH_ENTRY));
}

static GtkListBox *
get_results (PlanWindow *window)
{
  return GTK_LIST_BOX (plan_fixture_find_widget (get_popover (window), GTK_TYPE_LIST_BOX));
}

static gboolean
has_results (PlanWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (get_results (window)));
}

static PlanSearchRow *
get_row (PlanWindow *window, int index)
{
  return PLAN_SEARCH_ROW (gtk_list_box_get_row_at_index (get_results (window), index));
}

static const char *
get_name (PlanWindow *window, PlanSearchRow *row)
{
  PlanFieldId field = plan_field_find (plan_search_row_get_record (row), "name");
  gconstpointer body = plan_model_lookup (get_model (window), plan_search_row_get_record (row), plan_search_row_get_id (row));

  return plan_field_get_value (field, body).text;
}

static gboolean
is_first (PlanWindow *window, const char *name)
{
  return has_results (window) && get_row (window, 0) != NULL && strcmp (get_name (window, get_row (window, 0)), name) == 0;
}

/* Waits until the first result has that name; %NULL until there is none. */
static void
wait_for (PlanWindow *window, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (name != NULL ? !is_first (window, name) : has_results (window))
    {
      if (g_get_monotonic_time () > end)
        g_error ("The results for “%s” are not there: %s", gtk_editable_get_text (get_entry (window)),
                 has_results (window) ? get_name (window, get_row (window, 0)) : "none");
      g_main_context_iteration (NULL, FALSE);
    }
  plan_fixture_settle (window);
}

static PlanWindow *
open_focused (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);

  plan_fixture_resize (window, 1280, 800);
  plan_fixture_focus (window);
  gtk_widget_grab_focus (GTK_WIDGET (get_sheet (window)));
  plan_fixture_settle (window);
  return window;
}

static void
open_search (PlanWindow *window)
{
  plan_fixture_press (window, "ctrl+f");
  plan_fixture_settle (window);
  g_assert_true (gtk_widget_get_mapped (get_popover (window)));
}

static void
search (PlanWindow *window, const char *words, const char *first)
{
  open_search (window);
  plan_fixture_type (window, words);
  wait_for (window, first);
}

static PlanId
find_task (PlanWindow *window, const char *name)
{
  for (guint i = 0; i < plan_model_get_n (get_model (window), PLAN_RECORD_TASK); i++)
    if (g_strcmp0 (plan_model_get_task_at (get_model (window), i)->name, name) == 0)
      return plan_model_get_task_at (get_model (window), i)->id;
  g_assert_not_reached ();
}

static void
rename_task (PlanWindow *window, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;

  plan_edit_set_text (plan_window_get_document (window), PLAN_FIELD_TASK_NAME, find_task (window, from), to, &error);
  g_assert_no_error (error);
  plan_fixture_settle (window);
}

static const char *
get_cursor_name (PlanWindow *window)
{
  PlanRowList *list = plan_plan_page_get_list (plan_window_get_page (window));

  return plan_row_list_get_task (list, plan_row_list_get_cursor_row (list))->name;
}

static gboolean
is_in_sheet (PlanWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && (focus == GTK_WIDGET (get_sheet (window)) ||
                           gtk_widget_is_ancestor (focus, GTK_WIDGET (get_sheet (window))));
}

/* A task is shown although it was collapsed and filtered away. */
static void
test_task (void)
{
  PlanWindow *window = open_focused ();
  GActionGroup *view = plan_window_get_view_actions (window);

  plan_fixture_activate (window, "view.collapse-all");
  g_action_group_change_action_state (view, "filter", g_variant_new_string (plan_row_filter_get_name (PLAN_N_ROW_FILTERS - 1)));
  plan_fixture_settle (window);
  search (window, "pilot hang", "Pilot in Hangzhou");
  g_assert_true (plan_search_row_get_kind (get_row (window, 0)) == PLAN_SEARCH_TASK);
  plan_fixture_press (window, "Return");
  plan_fixture_settle (window);
  g_assert_false (gtk_widget_get_mapped (get_popover (window)));
  g_assert_cmpstr (get_cursor_name (window), ==, "Pilot in Hangzhou");
  g_assert_true (is_in_sheet (window));
  plan_fixture_close (window);
}

/* The words that were looked for stay, selected, so that others can be typed at once. */
static void
test_other_project (void)
{
  PlanWindow *window = open_focused ();
  PlanId before = plan_window_get_project (window);

  search (window, "app 5.0", "App 5.0");
  plan_fixture_press (window, "Return");
  plan_fixture_settle (window);
  g_assert_true (plan_window_get_project (window) != before);
  g_assert_cmpstr (plan_model_get_project (get_model (window), plan_window_get_project (window))->name, ==, "App 5.0");
  search (window, "checkout", "Checkout API");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (window)), ==, "checkout");
  plan_fixture_press (window, "Return");
  plan_fixture_settle (window);
  g_assert_true (plan_window_get_project (window) == before);
  g_assert_cmpstr (get_cursor_name (window), ==, "Checkout API");
  plan_fixture_close (window);
}

static void
test_chinese (void)
{
  PlanWindow *window = open_focused ();

  rename_task (window, "Design system", "混凝土浇筑 Guß");
  search (window, "混凝", "混凝土浇筑 Guß");
  plan_fixture_press (window, "ctrl+a");
  plan_fixture_type (window, "浇");
  wait_for (window, "混凝土浇筑 Guß");
  plan_fixture_press (window, "Return");
  plan_fixture_settle (window);
  g_assert_cmpstr (get_cursor_name (window), ==, "混凝土浇筑 Guß");
  /* What is edited afterwards is found as it is then. */
  rename_task (window, "混凝土浇筑 Guß", "图纸审批");
  open_search (window);
  wait_for (window, NULL);
  plan_fixture_type (window, "图纸");
  wait_for (window, "图纸审批");
  plan_fixture_close (window);
}

/* While keys are composed, nothing is looked for, and the results stay. */
static void
test_composing (void)
{
  PlanWindow *window = open_focused ();

  rename_task (window, "Design system", "Café");
  search (window, "checkout", "Checkout API");
  plan_fixture_input (window, "key --delay 150 Multi_key apostrophe");
  plan_fixture_settle (window);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (window)), ==, "checkout");
  wait_for (window, "Checkout API");
  plan_fixture_input (window, "key --delay 150 e");
  plan_fixture_settle (window);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (window)), ==, "checkouté");
  plan_fixture_press (window, "ctrl+a");
  plan_fixture_type (window, "caf");
  plan_fixture_input (window, "key --delay 150 Multi_key apostrophe e");
  wait_for (window, "Café");
  plan_fixture_close (window);
}

static void
test_escape (void)
{
  PlanWindow *window = open_focused ();
  GtkWidget *focus;

  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (is_in_sheet (window));
  search (window, "checkout", "Checkout API");
  g_assert_false (is_in_sheet (window));
  plan_fixture_press (window, "Escape");
  plan_fixture_settle (window);
  g_assert_false (gtk_widget_get_mapped (get_popover (window)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  search (window, "ux conc", "UX concept");
  plan_fixture_press (window, "Down");
  plan_fixture_press (window, "Escape");
  plan_fixture_settle (window);
  g_assert_false (gtk_widget_get_mapped (get_popover (window)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  plan_fixture_close (window);
}

/* Down and Up go between the field and the results; typing goes to the field. */
static void
test_keys (void)
{
  PlanWindow *window = open_focused ();
  g_autofree char *second = NULL;

  search (window, "go", "Go live");
  second = g_strdup (get_name (window, get_row (window, 1)));
  plan_fixture_press (window, "Down");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (get_row (window, 0)));
  plan_fixture_press (window, "Up");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (get_entry (window))));
  plan_fixture_press (window, "Down");
  plan_fixture_press (window, "Down");
  plan_fixture_press (window, "Return");
  plan_fixture_settle (window);
  g_assert_cmpstr (get_cursor_name (window), ==, second);
  search (window, "go", "Go live");
  plan_fixture_press (window, "Down");
  plan_fixture_press (window, "Down");
  plan_fixture_type (window, "x");
  wait_for (window, NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (window)), ==, "gox");
  plan_fixture_press (window, "BackSpace");
  wait_for (window, "Go live");
  plan_fixture_close (window);
}

/* Enter before the answer goes to the first result when it comes. */
static void
test_hasty (void)
{
  PlanWindow *window = open_focused ();
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  open_search (window);
  gtk_editable_set_text (get_entry (window), "checkout");
  g_signal_emit_by_name (get_entry (window), "activate");
  while (gtk_widget_get_mapped (get_popover (window)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  plan_fixture_settle (window);
  g_assert_cmpstr (get_cursor_name (window), ==, "Checkout API");
  plan_fixture_close (window);
}

static void
test_pointer (void)
{
  PlanWindow *window = open_focused ();
  GtkWidget *button = gtk_widget_get_ancestor (get_popover (window), GTK_TYPE_MENU_BUTTON);

  plan_fixture_click (window, button, gtk_widget_get_width (button) / 2, gtk_widget_get_height (button) / 2, 1, 1);
  plan_fixture_settle (window);
  plan_fixture_type (window, "checkout");
  wait_for (window, "Checkout API");
  plan_fixture_click (window, GTK_WIDGET (get_row (window, 0)), 30, 12, 1, 1);
  plan_fixture_settle (window);
  g_assert_false (gtk_widget_get_mapped (get_popover (window)));
  g_assert_cmpstr (get_cursor_name (window), ==, "Checkout API");
  plan_fixture_close (window);
}

/* A person is where their work is. */
static void
test_person (void)
{
  PlanWindow *window = open_focused ();
  gboolean works_there = FALSE;
  PlanId person;
  const char *name;

  search (window, "liu wei", "Liu Wei");
  g_assert_true (plan_search_row_get_kind (get_row (window, 0)) == PLAN_SEARCH_RESOURCE);
  person = plan_search_row_get_id (get_row (window, 0));
  plan_fixture_press (window, "Return");
  plan_fixture_settle (window);
  name = get_cursor_name (window);
  for (guint i = 0; i < plan_model_get_n (get_model (window), PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (get_model (window), i);

      works_there |= assignment->resource == person &&
                     g_strcmp0 (plan_model_get_task (get_model (window), assignment->task)->name, name) == 0;
    }
  g_assert_true (works_there);
  plan_fixture_close (window);
}

static void
test_messages (void)
{
  PlanWindow *window = open_focused ();
  GtkWidget *message;

  open_search (window);
  message = gtk_widget_get_next_sibling (GTK_WIDGET (get_entry (window)));
  g_assert_true (gtk_widget_get_mapped (message));
  g_assert_false (has_results (window));
  plan_fixture_type (window, "checkout");
  wait_for (window, "Checkout API");
  g_assert_false (gtk_widget_get_mapped (message));
  plan_fixture_type (window, "zzz");
  wait_for (window, NULL);
  g_assert_true (gtk_widget_get_mapped (message));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (message)), "checkoutzzz"));
  plan_fixture_press (window, "Return");
  g_assert_true (gtk_widget_get_mapped (get_popover (window)));
  plan_fixture_close (window);
}

static void
test_accessible (void)
{
  PlanWindow *window = open_focused ();
  GtkWidget *button = gtk_widget_get_ancestor (get_popover (window), GTK_TYPE_MENU_BUTTON);

  search (window, "checkout", "Checkout API");
  gtk_test_accessible_assert_role (get_entry (window), GTK_ACCESSIBLE_ROLE_SEARCH_BOX);
  gtk_test_accessible_assert_property (get_entry (window), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search the office");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search the office");
  gtk_test_accessible_assert_property (get_results (window), GTK_ACCESSIBLE_PROPERTY_LABEL, "Results");
  gtk_test_accessible_assert_property (get_row (window, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Checkout API");
  plan_fixture_close (window);
}

int
main (int argc, char *argv[])
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/search/task", test_task);
  plan_fixture_add_test ("/ui/search/other-project", test_other_project);
  plan_fixture_add_test ("/ui/search/chinese", test_chinese);
  plan_fixture_add_test ("/ui/search/composing", test_composing);
  plan_fixture_add_test ("/ui/search/escape", test_escape);
  plan_fixture_add_test ("/ui/search/keys", test_keys);
  plan_fixture_add_test ("/ui/search/hasty", test_hasty);
  plan_fixture_add_test ("/ui/search/pointer", test_pointer);
  plan_fixture_add_test ("/ui/search/person", test_person);
  plan_fixture_add_test ("/ui/search/messages", test_messages);
  plan_fixture_add_test ("/ui/search/accessible", test_accessible);
  return plan_fixture_run (application);
}
