/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one frame of sheet and chart together costs with 100,000 tasks, in CPU of the whole program: scrolling, moving the
 * cursor, and edits from the text to the repainted frame. Prints one line for each.
 */

#include "plan-edits.h"
#include "plan-settings.h"
#include "plan-ui-fixture.h"

#define N_FRAMES 60
#define N_EDITS  20

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

static void
wheel (PlanWindow *window, guint frame)
{
  gtk_adjustment_set_value (plan_fixture_get_adjustment (window, GTK_ORIENTATION_VERTICAL), 90.0 * (frame + 1));
}

static void
jump (PlanWindow *window, guint frame)
{
  GtkAdjustment *adjustment = plan_fixture_get_adjustment (window, GTK_ORIENTATION_VERTICAL);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / (N_FRAMES + 1) * (frame + 1));
}

static void
cursor_down (PlanWindow *window, guint frame)
{
  plan_sheet_set_cursor (get_sheet (window), 500 + frame, PLAN_COLUMN_NAME);
}

static void
cursor_right (PlanWindow *window, guint frame)
{
  plan_sheet_set_cursor (get_sheet (window), 500, frame % 2 == 0 ? PLAN_COLUMN_DURATION : PLAN_COLUMN_START);
}

static void
page_down (PlanWindow *window, guint frame)
{
  plan_sheet_set_cursor (get_sheet (window), 1000 + 30 * frame, PLAN_COLUMN_NAME);
}

static void
set_duration (PlanWindow *window, guint frame)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("%ud", 2 + frame);

  plan_edit_set_cell (plan_window_get_document (window), PLAN_COLUMN_DURATION, plan_row_list_get_task (get_list (window), 502)->id, text,
                      &error);
  g_assert_no_error (error);
}

static void
add_task (PlanWindow *window, guint frame)
{
  const PlanTask *task = plan_row_list_get_task (get_list (window), 505);
  g_autoptr (GError) error = NULL;

  plan_edit_task_insert (plan_window_get_document (window), task->project, task->parent, task->id, "New", NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
collapse (PlanWindow *window, guint frame)
{
  plan_row_list_expand_all (get_list (window), frame % 2 != 0);
}

static void
filter (PlanWindow *window, guint frame)
{
  plan_row_list_set_filter (get_list (window), frame % 2 == 0 ? PLAN_ROWS_CRITICAL : PLAN_ROWS_ALL);
}

static void
filter_text (PlanWindow *window, guint frame)
{
  plan_row_list_set_wish (get_list (window), frame % 2 == 0 ? "task 77" : NULL, PLAN_TICKS_NONE, PLAN_TICKS_NONE);
}

static void
sort_by_duration (PlanWindow *window, guint frame)
{
  plan_row_list_set_sort (get_list (window), PLAN_COLUMN_DURATION, frame % 2 == 0);
}

static void
sort_by_name (PlanWindow *window, guint frame)
{
  plan_row_list_set_sort (get_list (window), PLAN_COLUMN_NAME, frame % 2 == 0);
}

static void
bench (void)
{
  PlanWindow *window;

  plan_settings_set_int ("window-width", 1900);
  plan_settings_set_int ("window-height", 1000);
  window = plan_fixture_open_large (application);
  plan_fixture_measure (window, "wheel step", N_FRAMES, wheel);
  plan_fixture_measure (window, "jump", N_FRAMES, jump);
  plan_fixture_measure (window, "cursor down", N_FRAMES, cursor_down);
  plan_fixture_measure (window, "cursor right", N_FRAMES, cursor_right);
  plan_fixture_measure (window, "page down", N_FRAMES, page_down);
  plan_fixture_measure (window, "duration to repainted frame", N_EDITS, set_duration);
  plan_fixture_measure (window, "new task to repainted frame", N_EDITS, add_task);
  plan_fixture_measure (window, "collapse or expand all", N_EDITS, collapse);
  plan_fixture_measure (window, "filter", N_EDITS, filter);
  plan_fixture_measure (window, "filter by a text", N_EDITS, filter_text);
  plan_row_list_set_filter (get_list (window), PLAN_ROWS_ALL);
  plan_fixture_measure (window, "sort by duration", N_EDITS, sort_by_duration);
  plan_fixture_measure (window, "sort by name", N_EDITS, sort_by_name);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/bench-sheet", bench);
  return plan_fixture_run (application);
}
