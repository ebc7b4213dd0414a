/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding one's way in a sheet by real keys and clicks: sorting from the heading, keeping the order, filters with a text or
 * dates, levels, going to a task, replacing, and columns that are remembered by project.
 */

#include "plan-edits.h"
#include "plan-form.h"
#include "plan-ui-fixture.h"

#include <string.h>

static PlanApplication *application;

static PlanSheet *
get_sheet (PlanWindow *window)
{
  return plan_plan_page_get_sheet (plan_window_get_page (window));
}

static PlanRowList *
get_list (PlanWindow *window)
{
  return plan_plan_page_get_list (plan_window_get_page (window));
}

static PlanWindow *
open_focused (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);

  plan_fixture_focus (window);
  gtk_widget_grab_focus (GTK_WIDGET (get_sheet (window)));
  plan_fixture_settle (window);
  return window;
}

static PlanForm *
find_form (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (PLAN_IS_FORM (window))
        return PLAN_FORM (window);
    }
  return NULL;
}

/* Opens a form by its key, types into it and presses Enter. */
static void
fill_form (PlanWindow *window, const char *key, const char *first, const char *second)
{
  plan_fixture_input (window, "key %s", key);
  plan_fixture_settle (window);
  g_assert_nonnull (find_form ());
  plan_fixture_focus_native (window, GTK_NATIVE (find_form ()));
  plan_fixture_type (window, first);
  if (second != NULL)
    {
      plan_fixture_input (window, "key Tab");
      plan_fixture_type (window, second);
    }
  plan_fixture_input (window, "key Return");
  for (guint i = 0; i < 50 && find_form () != NULL; i++)
    plan_fixture_settle (window);
}

static void
click_title (PlanWindow *window, PlanColumnId column)
{
  graphene_rect_t area;

  plan_sheet_get_cell_area (get_sheet (window), 0, column, &area);
  plan_fixture_click (window, GTK_WIDGET (get_sheet (window)), area.origin.x + area.size.width / 2, 30, 1, 1);
  plan_fixture_settle (window);
}

/* Siblings are in order, summaries stand before what lies below them, and nobody was lost. */
static void
assert_sorted (PlanWindow *window, gboolean down)
{
  PlanRowList *list = get_list (window);
  const PlanSchedule *schedule = plan_document_get_schedule (plan_window_get_document (window));
  PlanTicks last[16] = { 0 };
  PlanId parents[16] = { 0 };

  for (guint row = 0; row < plan_row_list_get_n (list); row++)
    {
      const PlanTask *task = plan_row_list_get_task (list, row);
      guint level = plan_row_list_get_level (list, row);
      PlanTicks duration = plan_schedule_get_task (schedule, plan_row_list_get_rows (list)->task[row])->duration;

      if (level > 1)
        g_assert_cmpint (task->parent, ==, plan_row_list_get_task (list, plan_row_list_find (list, task->parent))->id);
      if (parents[level] == task->parent && row > 0 && last[level] >= 0)
        g_assert_true (down ? duration <= last[level] : duration >= last[level]);
      parents[level] = task->parent;
      last[level] = duration;
      for (guint deeper = level + 1; deeper < G_N_ELEMENTS (last); deeper++)
        last[deeper] = -1;
    }
}

static void
test_sort (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);
  guint n = plan_row_list_get_n (list), moved = 0;
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (PlanId));
  gboolean down;

  for (guint row = 0; row < n; row++)
    g_array_append_val (before, plan_row_list_get_task (list, row)->id);
  click_title (window, PLAN_COLUMN_DURATION);
  g_assert_cmpint (plan_row_list_get_sort (list, &down), ==, PLAN_COLUMN_DURATION);
  g_assert_false (down);
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n);
  assert_sorted (window, FALSE);
  click_title (window, PLAN_COLUMN_DURATION);
  assert_sorted (window, TRUE);
  for (guint row = 0; row < n; row++)
    moved += plan_row_list_get_task (list, row)->id != g_array_index (before, PlanId, row);
  g_assert_cmpuint (moved, >, 0);
  /* The plan is as it was; a third click shows it so. */
  click_title (window, PLAN_COLUMN_DURATION);
  for (guint row = 0; row < n; row++)
    g_assert_cmpint (plan_row_list_get_task (list, row)->id, ==, g_array_index (before, PlanId, row));
  /* Kept, it is one edit. */
  plan_sheet_set_cursor (get_sheet (window), 3, PLAN_COLUMN_DURATION);
  plan_fixture_input (window, "key ctrl+alt+Down");
  assert_sorted (window, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "task.keep-order", NULL);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_row_list_get_sort (list, NULL), ==, PLAN_N_COLUMNS);
  assert_sorted (window, TRUE);
  plan_fixture_input (window, "key ctrl+z");
  for (guint row = 0; row < n; row++)
    g_assert_cmpint (plan_row_list_get_task (list, row)->id, ==, g_array_index (before, PlanId, row));
  plan_fixture_close (window);
}

static void
test_filter_text (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);
  guint n = plan_row_list_get_n (list);

  fill_form (window, "ctrl+shift+f", "CUSTOMER int", NULL);
  g_assert_true (plan_row_list_is_filtered (list));
  g_assert_cmpuint (plan_row_list_get_n (list), <, 6);
  g_assert_cmpstr (plan_row_list_get_task (list, plan_row_list_get_n (list) - 1)->name, ==, "Customer interviews");
  gtk_widget_activate_action (GTK_WIDGET (window), "view.filter", "s", "all");
  plan_fixture_settle (window);
  g_assert_false (plan_row_list_is_filtered (list));
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n);
  /* By whoever works on it. */
  fill_form (window, "ctrl+shift+f", "priya", NULL);
  g_assert_cmpuint (plan_row_list_get_n (list), >, 1);
  g_assert_cmpuint (plan_row_list_get_n (list), <, n);
  plan_fixture_close (window);
}

static void
test_filter_dates (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);
  const PlanSchedule *schedule = plan_document_get_schedule (plan_window_get_document (window));
  PlanTicks from = plan_ticks_from_day (plan_day_from_civil (2026, 2, 1), 0), to = plan_ticks_from_day (plan_day_from_civil (2026, 2, 11), 0);
  guint n_found = 0, n_expected = 0, n = plan_row_list_get_n (list);

  for (guint row = 0; row < n; row++)
    {
      const PlanScheduledTask *task = plan_schedule_get_task (schedule, plan_row_list_get_rows (list)->task[row]);

      n_expected += !task->summary && task->start < to && task->finish > from;
    }
  plan_row_list_set_wish (list, NULL, from, to);
  for (guint row = 0; row < plan_row_list_get_n (list); row++)
    n_found += !plan_row_list_is_summary (list, row);
  g_assert_cmpuint (n_expected, >, 0);
  g_assert_cmpuint (n_found, ==, n_expected);
  plan_row_list_set_wish (list, NULL, PLAN_TICKS_NONE, PLAN_TICKS_NONE);
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n);
  gtk_widget_activate_action (GTK_WIDGET (window), "view.filter-dates", NULL);
  plan_fixture_settle (window);
  g_assert_nonnull (find_form ());
  plan_form_set_text (find_form (), 0, "2026-02-01");
  plan_form_set_text (find_form (), 1, "2026-01-01");
  plan_form_apply (find_form ());
  g_assert_nonnull (find_form ());
  g_assert_false (plan_row_list_is_filtered (list));
  plan_form_set_text (find_form (), 1, "2026-02-10");
  plan_form_apply (find_form ());
  plan_fixture_settle (window);
  g_assert_cmpint (plan_row_list_get_wish (list)->from, ==, from);
  g_assert_cmpint (plan_row_list_get_wish (list)->to, ==, to);
  plan_fixture_close (window);
}

static void
test_levels (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);
  guint n = plan_row_list_get_n (list), previous = 0;

  for (guint level = 1; level <= 4; level++)
    {
      plan_fixture_input (window, "key ctrl+alt+%u", level);
      for (guint row = 0; row < plan_row_list_get_n (list); row++)
        g_assert_cmpuint (plan_row_list_get_level (list, row), <=, level);
      g_assert_cmpuint (plan_row_list_get_n (list), >=, previous);
      previous = plan_row_list_get_n (list);
    }
  g_assert_cmpuint (previous, ==, n);
  plan_fixture_close (window);
}

static void
test_go_to (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);

  plan_fixture_input (window, "key ctrl+alt+1");
  fill_form (window, "ctrl+g", "11", NULL);
  g_assert_cmpuint (plan_row_list_get_outline_row (list, plan_row_list_get_cursor_row (list)), ==, 10);
  fill_form (window, "ctrl+g", "2.1.1", NULL);
  g_assert_cmpuint (plan_row_list_get_outline_row (list, plan_row_list_get_cursor_row (list)), ==, 8);
  fill_form (window, "ctrl+g", "ux con", NULL);
  g_assert_cmpstr (plan_row_list_get_task (list, plan_row_list_get_cursor_row (list))->name, ==, "UX concept");
  plan_fixture_close (window);
}

static void
test_replace (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);

  fill_form (window, "ctrl+h", "CUSTOMER", "Client");
  g_assert_cmpstr (plan_row_list_get_task (list, 2)->name, ==, "Client interviews");
  plan_fixture_input (window, "key ctrl+z");
  g_assert_cmpstr (plan_row_list_get_task (list, 2)->name, ==, "Customer interviews");
  /* What is nowhere is said in the form, which stays. */
  fill_form (window, "ctrl+h", "no such text", "x");
  g_assert_nonnull (find_form ());
  gtk_window_close (GTK_WINDOW (find_form ()));
  plan_fixture_settle (window);
  plan_fixture_close (window);
}

/* Each project has its columns. */
static void
test_columns (void)
{
  PlanWindow *window = open_focused ();
  PlanSheet *sheet = get_sheet (window);
  PlanId first = plan_window_get_project (window), other = PLAN_ID_NONE;
  const PlanModel *model = plan_document_get_model (plan_window_get_document (window));

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    if (plan_record_get_id (plan_model_get_at (model, PLAN_RECORD_PROJECT, i)) != first)
      other = plan_record_get_id (plan_model_get_at (model, PLAN_RECORD_PROJECT, i));
  plan_sheet_show_column (sheet, PLAN_COLUMN_DEADLINE, TRUE);
  plan_sheet_set_column_width (sheet, PLAN_COLUMN_DEADLINE, 123);
  g_signal_emit_by_name (sheet, "columns-changed");
  plan_window_set_project (window, other);
  plan_fixture_settle (window);
  plan_sheet_show_column (sheet, PLAN_COLUMN_DEADLINE, FALSE);
  plan_sheet_show_column (sheet, PLAN_COLUMN_BASELINE_START, TRUE);
  g_signal_emit_by_name (sheet, "columns-changed");
  plan_window_set_project (window, first);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_sheet_get_column_width (sheet, PLAN_COLUMN_DEADLINE), ==, 123);
  g_assert_cmpint (plan_sheet_get_column_width (sheet, PLAN_COLUMN_BASELINE_START), ==, 0);
  plan_window_set_project (window, other);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_sheet_get_column_width (sheet, PLAN_COLUMN_DEADLINE), ==, 0);
  g_assert_cmpint (plan_sheet_get_column_width (sheet, PLAN_COLUMN_BASELINE_START), >, 0);
  plan_fixture_close (window);
}

/* What is done with rows is done with all that are selected, and with what lies below them. */
static void
test_several (void)
{
  PlanWindow *window = open_focused ();
  PlanSheet *sheet = get_sheet (window);
  PlanRowList *list = get_list (window);
  guint n = plan_row_list_get_n (list), level;
  PlanId a;

  plan_sheet_set_cursor (sheet, n, PLAN_COLUMN_NAME);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "A\nB\nC\nD");
  plan_fixture_input (window, "key ctrl+v");
  plan_fixture_settle (window);
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n + 4);
  a = plan_row_list_get_task (list, n)->id;
  plan_sheet_set_cursor (sheet, n + 1, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key shift+Down shift+Down alt+shift+Right");
  for (guint row = n + 1; row < n + 4; row++)
    g_assert_cmpint (plan_row_list_get_task (list, row)->parent, ==, a);
  plan_sheet_set_cursor (sheet, n + 2, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key shift+Down alt+shift+Left");
  g_assert_cmpint (plan_row_list_get_task (list, n + 1)->parent, ==, a);
  g_assert_cmpint (plan_row_list_get_task (list, n + 2)->parent, !=, a);
  g_assert_cmpint (plan_row_list_get_task (list, n + 3)->parent, !=, a);
  plan_fixture_input (window, "key ctrl+z");
  /* A whole branch. */
  level = plan_row_list_get_level (list, n);
  g_assert_cmpuint (level, >, 1);
  plan_sheet_set_cursor (sheet, n, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key alt+shift+Left");
  g_assert_cmpuint (plan_row_list_get_level (list, n), ==, level - 1);
  g_assert_cmpuint (plan_row_list_get_level (list, n + 3), ==, level);
  plan_fixture_input (window, "key alt+Left");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n + 1);
  plan_fixture_input (window, "key alt+Right");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n + 4);
  plan_sheet_set_cursor (sheet, n + 1, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key shift+Down ctrl+d");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n + 6);
  plan_fixture_input (window, "key ctrl+z");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n + 4);
  plan_sheet_set_cursor (sheet, n + 1, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key shift+space shift+Down Delete");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n + 2);
  g_assert_cmpstr (plan_row_list_get_task (list, n + 1)->name, ==, "D");
  plan_sheet_set_cursor (sheet, n + 1, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key Insert");
  plan_fixture_type (window, "Above D");
  plan_fixture_input (window, "key Return");
  g_assert_cmpstr (plan_row_list_get_task (list, n + 1)->name, ==, "Above D");
  g_assert_cmpint (plan_row_list_get_task (list, n + 1)->parent, ==, a);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/sheet-view/sort", test_sort);
  plan_fixture_add_test ("/ui/sheet-view/filter-text", test_filter_text);
  plan_fixture_add_test ("/ui/sheet-view/filter-dates", test_filter_dates);
  plan_fixture_add_test ("/ui/sheet-view/levels", test_levels);
  plan_fixture_add_test ("/ui/sheet-view/go-to", test_go_to);
  plan_fixture_add_test ("/ui/sheet-view/replace", test_replace);
  plan_fixture_add_test ("/ui/sheet-view/columns", test_columns);
  plan_fixture_add_test ("/ui/sheet-view/several", test_several);
  return plan_fixture_run (application);
}
