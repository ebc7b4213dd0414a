/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Editing in the sheet by real keys and clicks: what is typed is in the document when the cell is left, what cannot be is
 * refused with the text kept, and nothing is lost by Escape, a click elsewhere or closing the window.
 */

#include "plan-day-chooser.h"
#include "plan-edits.h"
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

static const PlanTask *
get_task (PlanWindow *window, guint row)
{
  return plan_row_list_get_task (get_list (window), row);
}

static void
put_cursor (PlanWindow *window, guint row, PlanColumnId column)
{
  plan_sheet_set_cursor (get_sheet (window), row, column);
  plan_fixture_settle (window);
}

/* The descendant of a type with such a property. */
static GtkWidget *
find_labelled (GtkWidget *widget, GType type, const char *property, const char *value)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, type, property, value);
      g_autofree char *text = NULL;

      if (found != NULL)
        return found;
      if (!g_type_is_a (G_OBJECT_TYPE (child), type))
        continue;
      g_object_get (child, property, &text, NULL);
      if (g_strcmp0 (text, value) == 0)
        return child;
    }
  return NULL;
}

static void
test_typing (void)
{
  PlanWindow *window = open_focused ();

  put_cursor (window, 2, PLAN_COLUMN_NAME);
  plan_fixture_type (window, "Interviews & notes");
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (plan_sheet_get_edited_text (get_sheet (window)), ==, "Interviews & notes");
  plan_fixture_input (window, "key Return");
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (get_task (window, 2)->name, ==, "Interviews & notes");
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, 3);
  plan_fixture_input (window, "key ctrl+z");
  g_assert_cmpstr (get_task (window, 2)->name, ==, "Customer interviews");
  plan_fixture_input (window, "key ctrl+shift+z");
  g_assert_cmpstr (get_task (window, 2)->name, ==, "Interviews & notes");
  plan_fixture_close (window);
}

/* F2 keeps the text with the caret at its end, Enter selects it, Escape leaves the cell as it was. */
static void
test_ways_to_edit (void)
{
  PlanWindow *window = open_focused ();

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key F2");
  plan_fixture_type (window, " 2");
  plan_fixture_input (window, "key Return");
  g_assert_cmpstr (get_task (window, 3)->name, ==, "UX concept 2");
  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key Return");
  plan_fixture_type (window, "UX");
  plan_fixture_input (window, "key Tab");
  g_assert_cmpstr (get_task (window, 3)->name, ==, "UX");
  g_assert_cmpint (plan_sheet_get_cursor_column (get_sheet (window)), ==, PLAN_COLUMN_DURATION);
  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_type (window, "nothing");
  plan_fixture_input (window, "key Escape");
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (get_task (window, 3)->name, ==, "UX");
  plan_fixture_close (window);
}

/* A task that is typed into the empty row is gone through by Tab; Enter begins the next one. */
static void
test_new_task (void)
{
  PlanWindow *window = open_focused ();
  guint n = plan_row_list_get_n (get_list (window));

  put_cursor (window, n, PLAN_COLUMN_NAME);
  plan_fixture_type (window, "Retrospective");
  plan_fixture_input (window, "key Tab");
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, n + 1);
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, n);
  g_assert_cmpint (plan_sheet_get_cursor_column (get_sheet (window)), ==, PLAN_COLUMN_DURATION);
  plan_fixture_type (window, "3d");
  plan_fixture_input (window, "key Return");
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, n + 1);
  g_assert_cmpstr (get_task (window, n)->name, ==, "Retrospective");
  g_assert_cmpint (get_task (window, n)->duration, ==, 3 * 8 * PLAN_TICKS_PER_HOUR);
  put_cursor (window, n + 1, PLAN_COLUMN_NAME);
  plan_fixture_type (window, "Party");
  plan_fixture_input (window, "key Return");
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, n + 2);
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, n + 2);
  plan_fixture_close (window);
}

/* Each column of the issue takes what a planner types into it. */
static void
test_columns (void)
{
  static const struct
  {
    guint row;
    PlanColumnId column;
    const char *typed;
    const char *shown;
  } cases[] = {
    { 2, PLAN_COLUMN_DURATION, "10d", "10 d" },
    { 2, PLAN_COLUMN_DURATION, "2w", "2 w" },
    { 14, PLAN_COLUMN_PREDECESSORS, "14FS+2d", "14FS+2d" },
    { 10, PLAN_COLUMN_RESOURCES, "Zhao Lei 50%; Priya Nair", "Zhao Lei 50%; Priya Nair" },
    { 10, PLAN_COLUMN_COMPLETE, "40", "40 %" },
  };
  PlanWindow *window = open_focused ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *cell;

      g_test_message ("%s", cases[i].typed);
      put_cursor (window, cases[i].row, cases[i].column);
      plan_fixture_type (window, cases[i].typed);
      plan_fixture_input (window, "key Return");
      g_assert_false (plan_sheet_is_editing (get_sheet (window)));
      put_cursor (window, cases[i].row, cases[i].column);
      cell = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_cmpstr (gtk_inscription_get_text (GTK_INSCRIPTION (cell)), ==, cases[i].shown);
    }
  plan_fixture_close (window);
}

static void
test_refused (void)
{
  PlanWindow *window = open_focused ();
  PlanTicks duration = get_task (window, 2)->duration;

  put_cursor (window, 2, PLAN_COLUMN_DURATION);
  plan_fixture_type (window, "soon");
  plan_fixture_input (window, "key Return");
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (plan_sheet_get_edited_text (get_sheet (window)), ==, "soon");
  g_assert_cmpint (get_task (window, 2)->duration, ==, duration);
  /* Corrected, it is taken. */
  plan_fixture_input (window, "key ctrl+a");
  plan_fixture_type (window, "10d");
  plan_fixture_input (window, "key Return");
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpint (get_task (window, 2)->duration, ==, 10 * 4800);
  plan_fixture_close (window);
}

/* A circle is refused like any other value that cannot be. */
static void
test_refused_circle (void)
{
  PlanWindow *window = open_focused ();

  put_cursor (window, 2, PLAN_COLUMN_PREDECESSORS);
  plan_fixture_type (window, "4");
  plan_fixture_input (window, "key Return");
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  plan_fixture_input (window, "key Escape");
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  plan_fixture_close (window);
}

static void
test_click_elsewhere (void)
{
  PlanWindow *window = open_focused ();
  graphene_rect_t area;

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_type (window, "Kept");
  plan_sheet_get_cell_area (get_sheet (window), 9, PLAN_COLUMN_NAME, &area);
  plan_fixture_click (window, GTK_WIDGET (get_sheet (window)), area.origin.x + 60, area.origin.y + 10, 1, 1);
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (get_task (window, 3)->name, ==, "Kept");
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, 9);
  /* Into the chart. */
  put_cursor (window, 4, PLAN_COLUMN_NAME);
  plan_fixture_type (window, "Kept too");
  plan_fixture_click (window, GTK_WIDGET (plan_plan_page_get_view (plan_window_get_page (window))), 200, 400, 1, 1);
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (get_task (window, 4)->name, ==, "Kept too");
  /* A refused text keeps the click from going anywhere. */
  put_cursor (window, 5, PLAN_COLUMN_DURATION);
  plan_fixture_type (window, "never");
  plan_fixture_click (window, GTK_WIDGET (get_sheet (window)), area.origin.x + 60, area.origin.y + 10, 1, 1);
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (plan_sheet_get_edited_text (get_sheet (window)), ==, "never");
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, 5);
  plan_fixture_input (window, "key Escape");
  plan_fixture_close (window);
}

/* The window takes what is being typed along when it closes, and stays when it cannot. */
static void
test_close_while_editing (void)
{
  PlanWindow *window = open_focused ();

  put_cursor (window, 2, PLAN_COLUMN_DURATION);
  plan_fixture_type (window, "whenever");
  gtk_window_close (GTK_WINDOW (window));
  plan_fixture_settle (window);
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  plan_fixture_input (window, "key Escape");
  put_cursor (window, 2, PLAN_COLUMN_NAME);
  plan_fixture_type (window, "Typed at the last moment");
  plan_fixture_close (window);
  window = plan_fixture_open_sample (application);
  g_assert_cmpstr (get_task (window, 2)->name, ==, "Typed at the last moment");
  plan_fixture_close (window);
}

/* Scrolled out of sight, the edit goes on and is taken. */
static void
test_scrolled_away (void)
{
  PlanWindow *window = open_focused ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 480);
  plan_fixture_settle (window);
  put_cursor (window, 2, PLAN_COLUMN_NAME);
  plan_fixture_type (window, "Far");
  gtk_adjustment_set_value (plan_fixture_get_adjustment (window, GTK_ORIENTATION_VERTICAL), 400);
  plan_fixture_settle (window);
  plan_fixture_type (window, " away");
  plan_fixture_input (window, "key Return");
  g_assert_cmpstr (get_task (window, 2)->name, ==, "Far away");
  plan_fixture_close (window);
}

/* Delete empties cells, of whole rows the rows. */
static void
test_clear_and_delete (void)
{
  PlanWindow *window = open_focused ();
  guint n_rows = plan_row_list_get_n (get_list (window));

  put_cursor (window, 10, PLAN_COLUMN_RESOURCES);
  plan_fixture_input (window, "key Delete");
  g_assert_cmpstr (gtk_inscription_get_text (GTK_INSCRIPTION (gtk_window_get_focus (GTK_WINDOW (window)))), ==, "");
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, n_rows);
  plan_fixture_input (window, "key ctrl+z shift+space Delete");
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, n_rows - 1);
  plan_fixture_input (window, "key ctrl+z");
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, n_rows);
  plan_fixture_close (window);
}

/* Where nothing can be typed, nothing can be emptied: a computed cell, the empty row. */
static void
test_clear_nothing (void)
{
  PlanWindow *window = open_focused ();
  guint n_rows = plan_row_list_get_n (get_list (window));
  gint64 revision = plan_document_get_revision (plan_window_get_document (window));

  put_cursor (window, 10, PLAN_COLUMN_TOTAL_SLACK);
  plan_fixture_input (window, "key Delete");
  put_cursor (window, n_rows, PLAN_COLUMN_NAME);
  plan_fixture_activate (window, "task.clear");
  g_assert_cmpint (plan_document_get_revision (plan_window_get_document (window)), ==, revision);
  plan_fixture_close (window);
}

static void
test_outline_keys (void)
{
  PlanWindow *window = open_focused ();
  PlanId task;

  put_cursor (window, 16, PLAN_COLUMN_NAME);
  task = get_task (window, 16)->id;
  plan_fixture_input (window, "key alt+shift+Right");
  g_assert_cmpint (get_task (window, 16)->parent, ==, get_task (window, 15)->id);
  plan_fixture_input (window, "key alt+shift+Left");
  g_assert_cmpint (get_task (window, 16)->parent, ==, get_task (window, 12)->id);
  plan_fixture_input (window, "key alt+shift+Up");
  g_assert_cmpint (get_task (window, 15)->id, ==, task);
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, 15);
  plan_fixture_input (window, "key alt+shift+Down");
  g_assert_cmpint (get_task (window, 16)->id, ==, task);
  plan_fixture_close (window);
}

/* An edit that is refused after it was tried leaves rows that can be worked with. */
static void
test_refused_outline (void)
{
  PlanWindow *window = open_focused ();
  PlanId parent = get_task (window, 3)->parent;
  guint n_rows = plan_row_list_get_n (get_list (window));

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key alt+shift+Right");
  g_assert_cmpint (get_task (window, 3)->parent, ==, parent);
  plan_fixture_input (window, "key ctrl+Return");
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, n_rows + 1);
  plan_fixture_input (window, "key Escape");
  plan_fixture_close (window);
}

static void
test_row_drag (void)
{
  PlanWindow *window = open_focused ();
  GtkWidget *sheet = GTK_WIDGET (get_sheet (window));
  PlanId task = get_task (window, 8)->id;
  graphene_rect_t from, to;

  plan_sheet_get_number_area (get_sheet (window), 8, &from);
  plan_sheet_get_number_area (get_sheet (window), 10, &to);
  plan_fixture_click (window, sheet, 20, from.origin.y + 12, 1, 1);
  plan_fixture_drag (window, sheet, 20, from.origin.y + 12, 22, to.origin.y + to.size.height - 2);
  /* The server hands the drop over after the button is let go. */
  for (guint i = 0; i < 50 && get_task (window, 10)->id != task; i++)
    plan_fixture_settle (window);
  g_assert_cmpint (get_task (window, 10)->id, ==, task);
  plan_fixture_input (window, "key ctrl+z");
  g_assert_cmpint (get_task (window, 8)->id, ==, task);
  plan_fixture_close (window);
}

static void
test_clipboard (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);
  guint n_rows = plan_row_list_get_n (list);
  g_autofree char *name = g_strdup (get_task (window, 2)->name);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));

  put_cursor (window, 2, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key ctrl+c");
  put_cursor (window, 4, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key ctrl+v");
  plan_fixture_settle (window);
  g_assert_cmpstr (get_task (window, 4)->name, ==, name);
  /* What is more than there are rows becomes tasks. */
  put_cursor (window, n_rows, PLAN_COLUMN_NAME);
  gdk_clipboard_set_text (clipboard, "Pack\t2d\r\nShip\t1d\r\n\"A \"\"quoted\"\" name\"\t3d\r\n");
  plan_fixture_input (window, "key ctrl+v");
  plan_fixture_settle (window);
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n_rows + 3);
  g_assert_cmpstr (get_task (window, n_rows)->name, ==, "Pack");
  g_assert_cmpint (get_task (window, n_rows)->duration, ==, 2 * 4800);
  g_assert_cmpstr (get_task (window, n_rows + 2)->name, ==, "A \"quoted\" name");
  plan_fixture_input (window, "key ctrl+z");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n_rows);
  plan_fixture_close (window);
}

static void
test_calendar (void)
{
  PlanWindow *window = open_focused ();
  PlanTicks start = plan_schedule_get_task (plan_document_get_schedule (plan_window_get_document (window)),
                                            plan_row_list_get_rows (get_list (window))->task[22])->start;

  put_cursor (window, 22, PLAN_COLUMN_START);
  plan_fixture_input (window, "key alt+Down");
  plan_fixture_input (window, "key Down Return");
  g_assert_cmpint (get_task (window, 22)->constraint, ==, PLAN_CONSTRAINT_SNET);
  g_assert_cmpint (get_task (window, 22)->constraint_date, ==, start + 7 * PLAN_TICKS_PER_DAY);
  g_assert_true (GTK_IS_INSCRIPTION (gtk_window_get_focus (GTK_WINDOW (window))));
  plan_fixture_close (window);
}

/* Turning to another month shows it: nothing is chosen, and the calendar stays open. */
static void
test_calendar_pages (void)
{
  PlanWindow *window = open_focused ();
  PlanConstraint constraint = get_task (window, 22)->constraint;
  GtkWidget *calendar, *arrow;
  PlanDay day;

  put_cursor (window, 22, PLAN_COLUMN_START);
  plan_fixture_input (window, "key alt+Down");
  calendar = plan_fixture_find_widget (GTK_WIDGET (get_sheet (window)), PLAN_TYPE_DAY_CHOOSER);
  day = plan_day_chooser_get_day (PLAN_DAY_CHOOSER (calendar));
  arrow = find_labelled (calendar, GTK_TYPE_BUTTON, "icon-name", "pan-end-symbolic");
  plan_fixture_click (window, arrow, gtk_widget_get_width (arrow) / 2.0, gtk_widget_get_height (arrow) / 2.0, 1, 1);
  g_assert_cmpint (plan_day_chooser_get_day (PLAN_DAY_CHOOSER (calendar)), >, day + 27);
  g_assert_true (gtk_widget_get_mapped (calendar));
  g_assert_cmpint (get_task (window, 22)->constraint, ==, constraint);
  plan_fixture_input (window, "key Escape");
  g_assert_cmpint (get_task (window, 22)->constraint, ==, constraint);
  plan_fixture_close (window);
}

static void
toggle_person (PlanWindow *window, const char *name)
{
  GtkWidget *check = find_labelled (GTK_WIDGET (get_sheet (window)), GTK_TYPE_CHECK_BUTTON, "label", name);

  gtk_widget_grab_focus (check);
  plan_fixture_input (window, "key space");
}

/* Who works on the task, and how much. */
static void
assert_people (PlanWindow *window, guint row, const char *expected)
{
  const PlanModel *model = plan_row_list_get_model (get_list (window));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);

      if (assignment->task == get_task (window, row)->id)
        g_string_append_printf (text, "%s %d, ", plan_model_get_resource (model, assignment->resource)->name,
                                (int) (assignment->units * 100 / PLAN_PERCENT_HUNDRED));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Ticked and unticked by who they are: "Li" is not the beginning of "Li Na". */
static void
test_people (void)
{
  PlanWindow *window = open_focused ();
  g_autoptr (GError) error = NULL;

  put_cursor (window, 22, PLAN_COLUMN_RESOURCES);
  plan_edit_set_cell (plan_window_get_document (window), PLAN_COLUMN_RESOURCES, get_task (window, 22)->id, "Li Na 50%, Li", &error);
  g_assert_no_error (error);
  plan_fixture_input (window, "key alt+Down");
  toggle_person (window, "Li");
  assert_people (window, 22, "Li Na 50, ");
  toggle_person (window, "Li");
  assert_people (window, 22, "Li Na 50, Li 100, ");
  plan_fixture_input (window, "key Escape");
  plan_fixture_close (window);
}

/* Whoever was ticked works on the task that the list was opened for, or on none. */
static void
test_people_of_lost_task (void)
{
  PlanWindow *window = open_focused ();
  PlanDocument *document = plan_window_get_document (window);
  guint n_assignments = plan_model_get_n (plan_document_get_model (document), PLAN_RECORD_ASSIGNMENT);
  PlanId task;
  g_autoptr (GError) error = NULL;

  plan_edit_task_insert (document, get_task (window, 22)->project, get_task (window, 22)->parent, get_task (window, 22)->id, "Lost", NULL,
                         &task, &error);
  g_assert_no_error (error);
  plan_fixture_settle (window);
  put_cursor (window, plan_row_list_find (get_list (window), task), PLAN_COLUMN_RESOURCES);
  plan_fixture_input (window, "key alt+Down");
  g_assert_nonnull (plan_fixture_find_widget (GTK_WIDGET (get_sheet (window)), GTK_TYPE_CHECK_BUTTON));
  plan_document_undo (document, &error);
  g_assert_no_error (error);
  plan_fixture_settle (window);
  g_assert_null (plan_fixture_find_widget (GTK_WIDGET (get_sheet (window)), GTK_TYPE_CHECK_BUTTON));
  g_assert_cmpuint (plan_model_get_n (plan_document_get_model (document), PLAN_RECORD_ASSIGNMENT), ==, n_assignments);
  plan_fixture_close (window);
}

/* With a filter that hides what was finished, Enter goes to the next row all the same. */
static void
test_enter_filtered (void)
{
  PlanWindow *window = open_focused ();
  PlanRowList *list = get_list (window);
  guint row = 0;
  PlanId next;

  plan_row_list_set_filter (list, PLAN_ROWS_UNFINISHED);
  plan_fixture_settle (window);
  while (plan_row_list_is_summary (list, row) || plan_row_list_is_summary (list, row + 1))
    row++;
  next = plan_row_list_get_task (list, row + 1)->id;
  put_cursor (window, row, PLAN_COLUMN_COMPLETE);
  plan_fixture_type (window, "100");
  plan_fixture_input (window, "key Return");
  g_assert_cmpint (plan_row_list_get_cursor (list), ==, next);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/sheet-edit/typing", test_typing);
  plan_fixture_add_test ("/ui/sheet-edit/ways-to-edit", test_ways_to_edit);
  plan_fixture_add_test ("/ui/sheet-edit/new-task", test_new_task);
  plan_fixture_add_test ("/ui/sheet-edit/columns", test_columns);
  plan_fixture_add_test ("/ui/sheet-edit/refused", test_refused);
  plan_fixture_add_test ("/ui/sheet-edit/refused-circle", test_refused_circle);
  plan_fixture_add_test ("/ui/sheet-edit/click-elsewhere", test_click_elsewhere);
  plan_fixture_add_test ("/ui/sheet-edit/close-while-editing", test_close_while_editing);
  plan_fixture_add_test ("/ui/sheet-edit/scrolled-away", test_scrolled_away);
  plan_fixture_add_test ("/ui/sheet-edit/clear-and-delete", test_clear_and_delete);
  plan_fixture_add_test ("/ui/sheet-edit/clear-nothing", test_clear_nothing);
  plan_fixture_add_test ("/ui/sheet-edit/outline-keys", test_outline_keys);
  plan_fixture_add_test ("/ui/sheet-edit/refused-outline", test_refused_outline);
  plan_fixture_add_test ("/ui/sheet-edit/row-drag", test_row_drag);
  plan_fixture_add_test ("/ui/sheet-edit/clipboard", test_clipboard);
  plan_fixture_add_test ("/ui/sheet-edit/calendar", test_calendar);
  plan_fixture_add_test ("/ui/sheet-edit/calendar-pages", test_calendar_pages);
  plan_fixture_add_test ("/ui/sheet-edit/people", test_people);
  plan_fixture_add_test ("/ui/sheet-edit/people-of-lost-task", test_people_of_lost_task);
  plan_fixture_add_test ("/ui/sheet-edit/enter-filtered", test_enter_filtered);
  return plan_fixture_run (application);
}
