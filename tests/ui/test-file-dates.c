/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of dates that are not as in an imported file: what it lists, how it is filtered and sorted, and what its buttons
 * do to the plan.
 */

#include "plan-file-date-row.h"
#include "plan-file-dates-window.h"
#include "plan-import-report.h"
#include "plan-ui-fixture.h"

#include <string.h>

#define HOURS \
  "<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>" \
  "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>"

#define CAUSE_OF_STEEL "In the file it starts later than anything asks for."
#define ROW_OF_STEEL   "2  Order the steel|Start|5 Mar 2026 08:00|2 Mar 2026 08:00|−3 d|" CAUSE_OF_STEEL "|Plan"

static PlanApplication *application;

/* The steel lies later than it has to, the piles before the task that they wait for; the rest follows. */
static const char plan_xml[] =
  "<Project xmlns=\"http://schemas.microsoft.com/project\"><Name>Harbour</Name><Title>Harbour</Title>"
  "<StartDate>2026-03-02T08:00:00</StartDate><MinutesPerDay>480</MinutesPerDay>"
  "<MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth><CalendarUID>1</CalendarUID>"
  "<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>"
  "<WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>"
  "<WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>" HOURS "</WeekDay>"
  "<WeekDay><DayType>3</DayType><DayWorking>1</DayWorking>" HOURS "</WeekDay>"
  "<WeekDay><DayType>4</DayType><DayWorking>1</DayWorking>" HOURS "</WeekDay>"
  "<WeekDay><DayType>5</DayType><DayWorking>1</DayWorking>" HOURS "</WeekDay>"
  "<WeekDay><DayType>6</DayType><DayWorking>1</DayWorking>" HOURS "</WeekDay>"
  "<WeekDay><DayType>7</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays></Calendar></Calendars>"
  "<Tasks>"
  "<Task><UID>1</UID><ID>1</ID><Name>Dredge the channel</Name><Type>0</Type><OutlineLevel>1</OutlineLevel>"
  "<Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T17:00:00</Finish><Duration>PT16H0M0S</Duration>"
  "<DurationFormat>7</DurationFormat></Task>"
  "<Task><UID>2</UID><ID>2</ID><Name>Order the steel</Name><Type>0</Type><OutlineLevel>1</OutlineLevel>"
  "<Start>2026-03-05T08:00:00</Start><Finish>2026-03-06T17:00:00</Finish><Duration>PT16H0M0S</Duration>"
  "<DurationFormat>7</DurationFormat></Task>"
  "<Task><UID>3</UID><ID>3</ID><Name>Drive the piles</Name><Type>0</Type><OutlineLevel>1</OutlineLevel>"
  "<Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T17:00:00</Finish><Duration>PT16H0M0S</Duration>"
  "<DurationFormat>7</DurationFormat><PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type>"
  "</PredecessorLink></Task>"
  "<Task><UID>4</UID><ID>4</ID><Name>Quay wall</Name><Type>0</Type><OutlineLevel>1</OutlineLevel>"
  "<Summary>1</Summary><Start>2026-03-09T08:00:00</Start><Finish>2026-03-12T17:00:00</Finish></Task>"
  "<Task><UID>5</UID><ID>5</ID><Name>Pour the foundation</Name><Type>0</Type><OutlineLevel>2</OutlineLevel>"
  "<Start>2026-03-09T08:00:00</Start><Finish>2026-03-10T17:00:00</Finish><Duration>PT16H0M0S</Duration>"
  "<DurationFormat>7</DurationFormat><PredecessorLink><PredecessorUID>3</PredecessorUID><Type>1</Type>"
  "</PredecessorLink></Task>"
  "<Task><UID>6</UID><ID>6</ID><Name>Set the blocks</Name><Type>0</Type><OutlineLevel>2</OutlineLevel>"
  "<Start>2026-03-11T08:00:00</Start><Finish>2026-03-12T17:00:00</Finish><Duration>PT16H0M0S</Duration>"
  "<DurationFormat>7</DurationFormat><PredecessorLink><PredecessorUID>5</PredecessorUID><Type>1</Type>"
  "</PredecessorLink></Task>"
  "<Task><UID>7</UID><ID>7</ID><Name>Hand over</Name><Type>0</Type><OutlineLevel>1</OutlineLevel>"
  "<Milestone>1</Milestone><Start>2026-03-12T17:00:00</Start><Finish>2026-03-12T17:00:00</Finish>"
  "<Duration>PT0H0M0S</Duration><DurationFormat>7</DurationFormat><PredecessorLink>"
  "<PredecessorUID>4</PredecessorUID><Type>1</Type></PredecessorLink></Task>"
  "</Tasks></Project>";

static GtkWindow *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type))
        return toplevel;
    }
  return NULL;
}

static GListModel *
get_rows (GtkWindow *page)
{
  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (plan_fixture_find_widget (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW))));
}

/* What stands in a row, its columns with a bar between them. */
static char *
get_row (GtkWindow *page, guint position)
{
  g_autoptr (PlanFileDateRow) row = g_list_model_get_item (get_rows (page), position);
  GString *text = g_string_new (NULL);

  for (PlanFileDateColumn column = 0; row != NULL && column < PLAN_N_FILE_DATE_COLUMNS; column++)
    {
      g_autofree char *cell = plan_file_date_row_get_text (row, column);

      g_string_append_printf (text, "%s%s", column > 0 ? "|" : "", cell);
    }
  return g_string_free (text, FALSE);
}

static void
assert_row (GtkWindow *page, guint position, const char *expected)
{
  g_autofree char *text = get_row (page, position);

  g_assert_cmpstr (text, ==, expected);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static GtkWidget *
get_button (GtkWindow *page, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (page), label);

  g_assert_nonnull (button);
  return button;
}

static void
press_button (PlanWindow *window, GtkWindow *page, const char *label)
{
  GtkWidget *button = get_button (page, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  plan_fixture_settle (window);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ACTION_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

/* Imports the file and goes from its report to the table. */
static GtkWindow *
open_table (PlanWindow *window)
{
  g_autofree char *path = plan_fixture_write_file ("harbour.xml", plan_xml);
  GtkWindow *report, *page;
  GtkWidget *row;

  plan_window_import_file (window, path);
  plan_fixture_settle (window);
  plan_fixture_activate (window, "win.import-report");
  plan_fixture_settle (window);
  report = find_toplevel (PLAN_TYPE_IMPORT_REPORT);
  g_assert_nonnull (report);
  row = find_row (GTK_WIDGET (report), "Compare the dates…");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  page = find_toplevel (PLAN_TYPE_FILE_DATES_WINDOW);
  g_assert_nonnull (page);
  while (g_list_model_get_n_items (get_rows (page)) == 0)
    plan_fixture_settle (window);
  gtk_window_destroy (report);
  return page;
}

static const PlanTask *
get_task (PlanWindow *window, const char *name)
{
  const PlanModel *model = plan_document_get_model (plan_window_get_document (window));

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    if (g_strcmp0 (plan_model_get_task_at (model, i)->name, name) == 0)
      return plan_model_get_task_at (model, i);
  g_assert_not_reached ();
}

static void
select_rows (GtkWindow *page, guint first, guint n)
{
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (get_rows (page)), first, n, TRUE);
}

/* Each date with both values, by how much and why, in the order of the plan. */
static void
test_rows (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  GtkWindow *page = open_table (window);

  g_assert_cmpuint (g_list_model_get_n_items (get_rows (page)), ==, 12);
  assert_row (page, 0, ROW_OF_STEEL);
  assert_row (page, 1, "2  Order the steel|Finish|6 Mar 2026 17:00|3 Mar 2026 17:00|−3 d|" CAUSE_OF_STEEL "|Plan");
  assert_row (page, 2, "3  Drive the piles|Start|2 Mar 2026 08:00|4 Mar 2026 08:00|+2 d|"
              "The file was not calculated after its last change: by its own dates a link is broken.|Plan");
  g_assert_false (gtk_widget_is_sensitive (get_button (page, "Keep as constraints")));
  gtk_window_destroy (page);
  plan_fixture_close (window);
}

static void
assert_n_rows (PlanWindow *window, GtkWindow *page, const char *words, guint cause, guint expected)
{
  GtkWidget *search = plan_fixture_find_widget (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *causes = plan_fixture_find_widget (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN);

  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "search-changed");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (causes), cause);
  plan_fixture_settle (window);
  g_test_message ("“%s”, cause %u", words, cause);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (page)), ==, expected);
}

static void
test_filter (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  GtkWindow *page = open_table (window);

  assert_n_rows (window, page, "", 0, 12);
  assert_n_rows (window, page, "STEEL", 0, 2);
  assert_n_rows (window, page, "", 1, 2);
  assert_n_rows (window, page, "steel", 2, 0);
  assert_n_rows (window, page, "no such task", 0, 0);
  assert_n_rows (window, page, "", 0, 12);
  gtk_window_destroy (page);
  plan_fixture_close (window);
}

static void
test_sort (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  GtkWindow *page = open_table (window);
  GtkColumnView *view = GTK_COLUMN_VIEW (plan_fixture_find_widget (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW));
  GListModel *list = gtk_column_view_get_columns (view);

  for (guint i = 0; i < PLAN_N_FILE_DATE_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
      gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
      plan_fixture_settle (window);
      for (guint k = 1; k < g_list_model_get_n_items (get_rows (page)); k++)
        {
          g_autoptr (PlanFileDateRow) before = g_list_model_get_item (get_rows (page), k - 1);
          g_autoptr (PlanFileDateRow) row = g_list_model_get_item (get_rows (page), k);

          g_assert_cmpint (plan_file_date_row_compare (before, row, i), <=, 0);
        }
    }
  gtk_window_destroy (page);
  plan_fixture_close (window);
}

/* For the selected: as constraints, then manually, then the plan's again; each is one step of undo. */
static void
test_choices (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  GtkWindow *page = open_table (window);
  PlanTicks monday = plan_ticks_from_civil (2026, 3, 2, 8, 0), thursday = plan_ticks_from_civil (2026, 3, 5, 8, 0);
  const PlanModel *model = plan_document_get_model (plan_window_get_document (window));

  select_rows (page, 0, 1);
  press_button (window, page, "Keep as constraints");
  g_assert_cmpint (get_task (window, "Order the steel")->constraint, ==, PLAN_CONSTRAINT_SNET);
  g_assert_cmpint (get_task (window, "Order the steel")->constraint_date, ==, thursday);
  assert_row (page, 0, "2  Order the steel|Start|5 Mar 2026 08:00|5 Mar 2026 08:00|0 d|" CAUSE_OF_STEEL "|File, as a constraint");

  press_button (window, page, "Keep manually");
  g_assert_true (get_task (window, "Order the steel")->manual);
  g_assert_cmpint (get_task (window, "Order the steel")->constraint, ==, PLAN_CONSTRAINT_ASAP);

  press_button (window, page, "Take the plan’s");
  g_assert_false (get_task (window, "Order the steel")->manual);
  g_assert_cmpint (get_task (window, "Order the steel")->manual_start, ==, PLAN_TICKS_NONE);
  assert_row (page, 0, ROW_OF_STEEL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "dates.undo", NULL));
  plan_fixture_settle (window);
  g_assert_true (get_task (window, "Order the steel")->manual);
  for (guint i = 0; i < 2; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "dates.undo", NULL));
  plan_fixture_settle (window);
  g_assert_cmpint (get_task (window, "Order the steel")->constraint, ==, PLAN_CONSTRAINT_ASAP);
  assert_row (page, 0, ROW_OF_STEEL);

  press_button (window, page, "Select all");
  press_button (window, page, "Keep manually");
  g_assert_cmpint (get_task (window, "Drive the piles")->manual_start, ==, monday);
  g_assert_true (get_task (window, "Order the steel")->manual);
  g_assert_cmpuint (plan_model_get_n (model, PLAN_RECORD_PROJECT), ==, 1);
  gtk_window_destroy (page);
  plan_fixture_close (window);
}

static void
chosen_cb (GtkWindow *page, gint64 task, gint64 *chosen)
{
  *chosen = task;
}

/* A row leads to its task; later, the table of the project is as long as what differs then. */
static void
test_go_and_again (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  GtkWindow *page = open_table (window);
  GtkWidget *view = plan_fixture_find_widget (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW);
  gint64 chosen = 0;

  g_signal_connect (page, "task-chosen", G_CALLBACK (chosen_cb), &chosen);
  g_signal_emit_by_name (view, "activate", 0u);
  g_assert_cmpint (chosen, ==, get_task (window, "Order the steel")->id);
  press_button (window, page, "Select all");
  press_button (window, page, "Keep manually");
  gtk_window_destroy (page);

  plan_fixture_activate (window, "win.file-dates");
  page = find_toplevel (PLAN_TYPE_FILE_DATES_WINDOW);
  g_assert_nonnull (page);
  for (guint i = 0; i < 20; i++)
    plan_fixture_settle (window);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (page)), ==, 0);
  gtk_window_destroy (page);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/file-dates/rows", test_rows);
  plan_fixture_add_test ("/ui/file-dates/filter", test_filter);
  plan_fixture_add_test ("/ui/file-dates/sort", test_sort);
  plan_fixture_add_test ("/ui/file-dates/choices", test_choices);
  plan_fixture_add_test ("/ui/file-dates/go-and-again", test_go_and_again);
  return plan_fixture_run (application);
}
