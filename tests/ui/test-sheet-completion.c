/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list under the editor by real keys: people and predecessors are completed, what is typed is never lost, and keys that
 * the list does not need do what they always do.
 */

#include "plan-edits.h"
#include "plan-sheet-private.h"
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
open_at (guint row, PlanColumnId column)
{
  PlanWindow *window = plan_fixture_open_sample (application);

  plan_fixture_focus (window);
  plan_sheet_set_cursor (get_sheet (window), row, column);
  plan_fixture_settle (window);
  return window;
}

static void
assert_cell (PlanWindow *window, guint row, PlanColumnId column, const char *expected)
{
  g_autofree char *text = plan_sheet_get_text (get_sheet (window), row, column, PLAN_CELL_EDITED);

  g_assert_cmpstr (text, ==, expected);
}

static GtkListBox *
get_completion (PlanWindow *window)
{
  return GTK_LIST_BOX (plan_sheet_get_completion (get_sheet (window)));
}

/* Row 10 of the sample is a task; nobody's name has to be typed as a whole. */
static void
test_people (void)
{
  PlanWindow *window = open_at (10, PLAN_COLUMN_RESOURCES);

  plan_fixture_type (window, "zhao");
  g_assert_nonnull (plan_sheet_get_completion (get_sheet (window)));
  g_assert_null (gtk_list_box_get_selected_row (get_completion (window)));
  plan_fixture_input (window, "key Down");
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (get_completion (window))), ==, 0);
  plan_fixture_input (window, "key Return");
  g_assert_null (plan_sheet_get_completion (get_sheet (window)));
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (plan_sheet_get_edited_text (get_sheet (window)), ==, "Zhao Lei");
  plan_fixture_type (window, " 50%; priy");
  plan_fixture_input (window, "key Down Tab");
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  assert_cell (window, 10, PLAN_COLUMN_RESOURCES, "Zhao Lei 50%; Priya Nair");
  g_assert_cmpint (plan_sheet_get_cursor_column (get_sheet (window)), ==, PLAN_COLUMN_COMPLETE);
  plan_fixture_close (window);
}

/* Enter takes what is typed while nothing is marked: a new name can begin like an old one. */
static void
test_new_name (void)
{
  PlanWindow *window = open_at (10, PLAN_COLUMN_RESOURCES);

  plan_fixture_type (window, "Zhao Le");
  g_assert_nonnull (plan_sheet_get_completion (get_sheet (window)));
  plan_fixture_input (window, "key Return");
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  assert_cell (window, 10, PLAN_COLUMN_RESOURCES, "Zhao Le");
  plan_fixture_close (window);
}

/* The first Escape closes the list, the second one leaves the cell as it was. */
static void
test_escape (void)
{
  PlanWindow *window = open_at (10, PLAN_COLUMN_RESOURCES);
  g_autofree char *before = plan_sheet_get_text (get_sheet (window), 10, PLAN_COLUMN_RESOURCES, PLAN_CELL_EDITED);

  plan_fixture_type (window, "zhao");
  plan_fixture_input (window, "key Escape");
  g_assert_null (plan_sheet_get_completion (get_sheet (window)));
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (plan_sheet_get_edited_text (get_sheet (window)), ==, "zhao");
  plan_fixture_input (window, "key Escape");
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  assert_cell (window, 10, PLAN_COLUMN_RESOURCES, before);
  plan_fixture_close (window);
}

/* A name means nothing as a predecessor, so its best task is marked at once; type and lag go on behind the number. */
static void
test_predecessors (void)
{
  PlanWindow *window = open_at (14, PLAN_COLUMN_PREDECESSORS);
  guint wanted = 3;
  g_autofree char *first = NULL, *both = NULL;

  plan_fixture_type (window, "ux con");
  g_assert_nonnull (plan_sheet_get_completion (get_sheet (window)));
  plan_fixture_input (window, "key Return");
  first = g_strdup_printf ("%u", wanted + 1);
  g_assert_cmpstr (plan_sheet_get_edited_text (get_sheet (window)), ==, first);
  plan_fixture_type (window, "SS+2d; 14");
  plan_fixture_input (window, "key Return");
  both = g_strdup_printf ("14; %uSS+2d", wanted + 1);
  assert_cell (window, 14, PLAN_COLUMN_PREDECESSORS, both);
  plan_fixture_close (window);
}

/* A click takes an item; the editor keeps the focus. Leaving by a click elsewhere keeps what was typed. */
static void
test_pointer (void)
{
  PlanWindow *window = open_at (10, PLAN_COLUMN_RESOURCES);
  graphene_rect_t area;

  plan_fixture_type (window, "priy");
  g_assert_nonnull (plan_sheet_get_completion (get_sheet (window)));
  plan_fixture_click (window, GTK_WIDGET (gtk_list_box_get_row_at_index (get_completion (window), 0)), 20, 8, 1, 1);
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (plan_sheet_get_edited_text (get_sheet (window)), ==, "Priya Nair");
  plan_fixture_type (window, "; Zha");
  plan_sheet_get_cell_area (get_sheet (window), 4, PLAN_COLUMN_RESOURCES, &area);
  plan_fixture_click (window, GTK_WIDGET (get_sheet (window)), area.origin.x + 60, area.origin.y + 10, 1, 1);
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_null (plan_sheet_get_completion (get_sheet (window)));
  assert_cell (window, 10, PLAN_COLUMN_RESOURCES, "Priya Nair; Zha");
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, 4);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/sheet-completion/people", test_people);
  plan_fixture_add_test ("/ui/sheet-completion/new-name", test_new_name);
  plan_fixture_add_test ("/ui/sheet-completion/escape", test_escape);
  plan_fixture_add_test ("/ui/sheet-completion/predecessors", test_predecessors);
  plan_fixture_add_test ("/ui/sheet-completion/pointer", test_pointer);
  return plan_fixture_run (application);
}
