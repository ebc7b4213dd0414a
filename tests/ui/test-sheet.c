/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The task sheet beside the chart, by real keys and clicks: cursor, selection, collapsing, columns, rows in step with the
 * chart at each size of text.
 */

#include "plan-ui-fixture.h"

#include <math.h>
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

static void
click_cell (PlanWindow *window, guint row, PlanColumnId column, int button, int n_clicks)
{
  graphene_rect_t area;

  g_assert_true (plan_sheet_get_cell_area (get_sheet (window), row, column, &area));
  plan_fixture_click (window, GTK_WIDGET (get_sheet (window)), area.origin.x + 30, area.origin.y + area.size.height / 2, button, n_clicks);
}

static void
test_arrow_keys (void)
{
  static const struct
  {
    const char *keys;
    guint row;
    PlanColumnId column;
  } cases[] = {
    { "key Down Down", 2, PLAN_COLUMN_NAME },
    { "key Right", 2, PLAN_COLUMN_DURATION },
    { "key Up", 1, PLAN_COLUMN_DURATION },
    { "key End", 1, PLAN_COLUMN_TOTAL_SLACK },
    { "key Tab", 2, PLAN_COLUMN_NAME },
    { "key shift+Tab", 1, PLAN_COLUMN_TOTAL_SLACK },
    { "key Home", 1, PLAN_COLUMN_NAME },
    { "key ctrl+End", 25, PLAN_COLUMN_TOTAL_SLACK },
    { "key Down", 25, PLAN_COLUMN_TOTAL_SLACK },
    { "key ctrl+Home", 0, PLAN_COLUMN_NAME },
    { "key Up", 0, PLAN_COLUMN_NAME },
    { "key ctrl+Down", 25, PLAN_COLUMN_NAME },
    { "key Page_Up Page_Up Page_Up", 0, PLAN_COLUMN_NAME },
  };
  PlanWindow *window = open_focused ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].keys);
      plan_fixture_input (window, "%s", cases[i].keys);
      g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, cases[i].row);
      g_assert_cmpint (plan_sheet_get_cursor_column (get_sheet (window)), ==, cases[i].column);
    }
  plan_fixture_close (window);
}

/* The focus sits on a cell, whose name says what is there; it survives being scrolled away. */
static void
test_focus (void)
{
  PlanWindow *window = open_focused ();
  GtkWidget *focus;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 480);
  plan_fixture_settle (window);
  plan_fixture_input (window, "key Down Down");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Task name, row 3");
  g_assert_true (GTK_IS_INSCRIPTION (focus));
  g_assert_cmpstr (gtk_inscription_get_text (GTK_INSCRIPTION (focus)), ==, "Customer interviews");
  gtk_adjustment_set_value (plan_fixture_get_adjustment (window, GTK_ORIENTATION_VERTICAL), 400);
  plan_fixture_settle (window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  g_assert_cmpstr (gtk_inscription_get_text (GTK_INSCRIPTION (focus)), ==, "Customer interviews");
  plan_fixture_input (window, "key Down");
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, 3);
  g_assert_cmpfloat (gtk_adjustment_get_value (plan_fixture_get_adjustment (window, GTK_ORIENTATION_VERTICAL)), <=, 3 * plan_row_list_get_row_height (get_list (window)));
  plan_fixture_close (window);
}

static void
test_click (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);

  click_cell (window, 4, PLAN_COLUMN_NAME, 1, 1);
  g_assert_cmpuint (plan_row_list_get_cursor_row (list), ==, 4);
  g_assert_cmpint (plan_sheet_get_cursor_column (get_sheet (window)), ==, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "keydown shift");
  click_cell (window, 9, PLAN_COLUMN_NAME, 1, 1);
  plan_fixture_input (window, "keyup shift");
  g_assert_cmpuint (gtk_bitset_get_size (plan_row_list_get_selected (list)), ==, 6);
  g_assert_false (plan_sheet_has_whole_rows (get_sheet (window)));
  plan_fixture_close (window);
}

static void
test_row_numbers (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);
  GtkWidget *sheet = GTK_WIDGET (get_sheet (window));
  graphene_rect_t first, last;

  plan_sheet_get_number_area (get_sheet (window), 3, &first);
  plan_sheet_get_number_area (get_sheet (window), 6, &last);
  plan_fixture_drag (window, sheet, 20, first.origin.y + 12, 20, last.origin.y + 12);
  g_assert_cmpuint (gtk_bitset_get_size (plan_row_list_get_selected (list)), ==, 4);
  g_assert_true (plan_sheet_has_whole_rows (get_sheet (window)));
  plan_fixture_input (window, "keydown ctrl");
  plan_fixture_click (window, sheet, 20, last.origin.y + 12 + 48, 1, 1);
  plan_fixture_input (window, "keyup ctrl");
  g_assert_cmpuint (gtk_bitset_get_size (plan_row_list_get_selected (list)), ==, 5);
  g_assert_true (gtk_bitset_contains (plan_row_list_get_selected (list), 8));
  /* A plain click on one of them selects it alone. */
  plan_fixture_click (window, sheet, 20, first.origin.y + 12, 1, 1);
  g_assert_cmpuint (gtk_bitset_get_size (plan_row_list_get_selected (list)), ==, 1);
  plan_fixture_input (window, "key ctrl+a");
  g_assert_cmpuint (gtk_bitset_get_size (plan_row_list_get_selected (list)), ==, plan_row_list_get_n (list));
  plan_fixture_close (window);
}

static void
test_collapse (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);
  guint n_rows = plan_row_list_get_n (list);

  plan_fixture_input (window, "key Down alt+Left");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n_rows - 4);
  g_assert_cmpuint (plan_row_list_get_cursor_row (list), ==, 1);
  plan_fixture_input (window, "key alt+Right");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n_rows);
  /* The cursor of a hidden row goes to its summary. */
  plan_fixture_input (window, "key Down Down");
  plan_fixture_activate (window, "view.collapse-all");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, 1);
  g_assert_cmpuint (plan_row_list_get_cursor_row (list), ==, 0);
  g_assert_true (GTK_IS_INSCRIPTION (gtk_window_get_focus (GTK_WINDOW (window))));
  plan_fixture_activate (window, "view.expand-all");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n_rows);
  plan_fixture_close (window);
}

static void
test_arrow_click (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);
  guint n_rows = plan_row_list_get_n (list);
  graphene_rect_t area;

  plan_sheet_get_cell_area (get_sheet (window), 0, PLAN_COLUMN_NAME, &area);
  plan_fixture_click (window, GTK_WIDGET (get_sheet (window)), area.origin.x + 7, area.origin.y + 12, 1, 1);
  g_assert_cmpuint (plan_row_list_get_n (list), ==, 1);
  plan_fixture_click (window, GTK_WIDGET (get_sheet (window)), area.origin.x + 7, area.origin.y + 12, 1, 1);
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n_rows);
  plan_fixture_close (window);
}

static void
test_filters (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);
  const PlanSchedule *schedule = plan_document_get_schedule (plan_window_get_document (window));

  for (PlanRowFilter filter = 0; filter < PLAN_N_ROW_FILTERS; filter++)
    {
      g_autofree char *action = g_strdup_printf ("view.filter::%s", plan_row_filter_get_name (filter));
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (action, &name, &target, NULL));
      g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target));
      plan_fixture_settle (window);
      g_assert_cmpint (plan_row_list_get_filter (list), ==, filter);
      /* Summaries above what matches are shown along, leaves that do not match are not. */
      for (guint row = 0; row < plan_row_list_get_n (list); row++)
        {
          const PlanScheduledTask *dates = plan_schedule_get_task (schedule, plan_row_list_get_rows (list)->task[row]);

          if (!plan_row_list_is_summary (list, row) && filter == PLAN_ROWS_CRITICAL)
            g_assert_true (dates->critical);
          if (!plan_row_list_is_summary (list, row) && filter == PLAN_ROWS_UNFINISHED)
            g_assert_cmpint (dates->percent_complete, <, 10000);
        }
    }
  plan_fixture_close (window);
}

static void
test_columns (void)
{
  static const char *const names[] = { "name=150", "unknown", "finish=70", "duration=52", NULL };
  PlanWindow *window = open_focused ();
  PlanSheet *sheet = get_sheet (window);
  g_auto (GStrv) standard = plan_sheet_dup_columns (sheet);
  g_auto (GStrv) shown = NULL;
  g_autofree char *text = NULL;
  graphene_rect_t area;

  plan_sheet_set_columns (sheet, names);
  plan_fixture_settle (window);
  shown = plan_sheet_dup_columns (sheet);
  text = g_strjoinv (" ", shown);
  g_assert_cmpstr (text, ==, "name=150 finish=70 duration=52");
  /* Dragging the border of the name makes it wider; a double click makes it fit. */
  plan_sheet_get_cell_area (sheet, 0, PLAN_COLUMN_NAME, &area);
  plan_fixture_drag (window, GTK_WIDGET (sheet), area.origin.x + 150, 30, area.origin.x + 190, 30);
  g_assert_cmpint (plan_sheet_get_column_width (sheet, PLAN_COLUMN_NAME), ==, 190);
  plan_fixture_click (window, GTK_WIDGET (sheet), area.origin.x + 190, 30, 1, 2);
  g_assert_cmpint (plan_sheet_get_column_width (sheet, PLAN_COLUMN_NAME), !=, 190);
  /* The finish is dragged behind the duration. */
  plan_sheet_get_cell_area (sheet, 0, PLAN_COLUMN_FINISH, &area);
  plan_fixture_drag (window, GTK_WIDGET (sheet), area.origin.x + 30, 30, area.origin.x + 115, 30);
  g_clear_pointer (&shown, g_strfreev);
  shown = plan_sheet_dup_columns (sheet);
  g_assert_true (g_str_has_prefix (shown[1], "duration"));
  plan_sheet_set_columns (sheet, NULL);
  g_clear_pointer (&shown, g_strfreev);
  shown = plan_sheet_dup_columns (sheet);
  g_assert_true (g_strv_equal ((const char *const *) shown, (const char *const *) standard));
  plan_fixture_close (window);
}

static gboolean
has_column (PlanWindow *window, const char *name)
{
  g_auto (GStrv) columns = plan_sheet_dup_columns (get_sheet (window));

  for (guint i = 0; columns[i] != NULL; i++)
    if (g_str_has_prefix (columns[i], name) && columns[i][strlen (name)] == '=')
      return TRUE;
  return FALSE;
}

/* From the list of all columns, by its search and a tick; the list stays open. */
static void
test_choose_columns (void)
{
  PlanWindow *window = open_focused ();

  g_assert_false (has_column (window, "eac"));
  plan_fixture_press (window, "ctrl+alt+k");
  plan_fixture_settle (window);
  plan_fixture_input (window, "type EAC");
  plan_fixture_settle (window);
  plan_fixture_input (window, "key Tab key space");
  plan_fixture_settle (window);
  g_assert_true (has_column (window, "eac"));
  plan_fixture_input (window, "key space");
  plan_fixture_settle (window);
  g_assert_false (has_column (window, "eac"));
  plan_fixture_input (window, "key Escape");
  plan_fixture_settle (window);
  plan_fixture_close (window);
}

/* Rows of the sheet and of the chart are the same height and equally scrolled, whatever the size of text. */
static void
test_in_step (void)
{
  static const int dpis[] = { 96, 120, 144, 192 };
  PlanWindow *window = open_focused ();
  PlanGanttView *view = plan_plan_page_get_view (plan_window_get_page (window));
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 480);
  for (guint i = 0; i < G_N_ELEMENTS (dpis); i++)
    {
      GtkAdjustment *adjustment = plan_fixture_get_adjustment (window, GTK_ORIENTATION_VERTICAL);
      graphene_rect_t area;
      graphene_point_t point;

      g_object_set (settings, "gtk-xft-dpi", dpis[i] * 1024, NULL);
      plan_fixture_settle (window);
      gtk_adjustment_set_value (adjustment, 97);
      plan_fixture_settle (window);
      g_assert_true (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_sheet (window))) == adjustment);
      g_assert_true (plan_sheet_get_cell_area (get_sheet (window), 10, PLAN_COLUMN_NAME, &area));
      g_assert_true (gtk_widget_compute_point (GTK_WIDGET (get_sheet (window)), GTK_WIDGET (view), &area.origin, &point));
      g_assert_cmpfloat (point.y, ==, plan_gantt_view_get_header_height (view) + 10 * plan_row_list_get_row_height (get_list (window)) -
                                        gtk_adjustment_get_value (adjustment));
      g_assert_cmpfloat (fmod (plan_row_list_get_row_height (get_list (window)), 2), ==, 0);
    }
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  plan_fixture_close (window);
}

/* Columns and the place of the sheet grow with the text; what is remembered of them does not. */
static void
test_text_size (void)
{
  static const char *const names[] = { "name=150", "finish=70", NULL };
  PlanWindow *window = open_focused ();
  PlanSheet *sheet = get_sheet (window);
  PlanPlanPage *page = plan_window_get_page (window);
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));
  g_autofree char *text = NULL;
  g_auto (GStrv) shown = NULL;
  int remembered = plan_plan_page_get_sheet_width (page), width = gtk_widget_get_width (GTK_WIDGET (sheet));
  double scale;

  plan_sheet_set_columns (sheet, names);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  plan_fixture_settle (window);
  scale = plan_row_list_get_text_scale (get_list (window));
  g_assert_cmpfloat (scale, >, 1.2);
  g_assert_cmpint (plan_sheet_get_column_width (sheet, PLAN_COLUMN_FINISH), ==, (int) round (70 * scale));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (sheet)), >, width * 1.2);
  shown = plan_sheet_dup_columns (sheet);
  text = g_strjoinv (" ", shown);
  g_assert_cmpstr (text, ==, "name=150 finish=70");
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_sheet_get_column_width (sheet, PLAN_COLUMN_FINISH), ==, 70);
  g_assert_cmpint (ABS (plan_plan_page_get_sheet_width (page) - remembered), <=, 1);
  plan_sheet_set_columns (sheet, NULL);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/sheet/arrow-keys", test_arrow_keys);
  plan_fixture_add_test ("/ui/sheet/focus", test_focus);
  plan_fixture_add_test ("/ui/sheet/click", test_click);
  plan_fixture_add_test ("/ui/sheet/row-numbers", test_row_numbers);
  plan_fixture_add_test ("/ui/sheet/collapse", test_collapse);
  plan_fixture_add_test ("/ui/sheet/arrow-click", test_arrow_click);
  plan_fixture_add_test ("/ui/sheet/filters", test_filters);
  plan_fixture_add_test ("/ui/sheet/columns", test_columns);
  plan_fixture_add_test ("/ui/sheet/choose-columns", test_choose_columns);
  plan_fixture_add_test ("/ui/sheet/in-step", test_in_step);
  plan_fixture_add_test ("/ui/sheet/text-size", test_text_size);
  return plan_fixture_run (application);
}
