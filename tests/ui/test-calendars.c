/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window with the calendars: opened by its key, edited in its rows and by forms, undone from where it is, and the
 * holidays of a year with what they move.
 */

#include "plan-calendar-editor.h"
#include "plan-calendar-window.h"
#include "plan-edits-calendar.h"
#include "plan-edits.h"
#include "plan-form.h"
#include "plan-month-view.h"
#include "plan-list-table.h"
#include "plan-ui-fixture.h"
#include "plan-year-window.h"

#define PATIENCE_SECONDS 20

static PlanApplication *application;

static GtkWindow *
find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static const PlanModel *
get_model (PlanWindow *window)
{
  return plan_document_get_model (plan_window_get_document (window));
}

/* An empty office with one project over the Spring Festival of 2026 and its calendar. */
static PlanWindow *
open_festival (PlanId *calendar)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanDocument *document = plan_window_get_document (window);
  PlanNewCalendar standard = { .name = "Plain" };
  PlanId project;

  g_assert_true (plan_edit_calendar_add (document, &standard, calendar, NULL));
  g_assert_true (plan_edit_project_create (document, &(PlanNewProject){ .name = "Festival",
                                                                        .start = plan_ticks_from_civil (2026, 2, 12, 8,
                                                                                                        0), .calendar = *calendar },
                                           &project, NULL));
  g_assert_true (plan_edit_task_add (document, project, PLAN_ID_NONE, "Work", "4d", NULL, NULL));
  plan_window_set_project (window, project);
  plan_fixture_settle (window);
  plan_fixture_activate (window, "win.calendars");
  plan_fixture_settle (window);
  return window;
}

static PlanCalendarEditor *
get_editor (void)
{
  return PLAN_CALENDAR_EDITOR (plan_fixture_find_widget (GTK_WIDGET (find_window (PLAN_TYPE_CALENDAR_WINDOW)),
                                                         PLAN_TYPE_CALENDAR_EDITOR));
}

/* The row whose title begins so. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ADW_IS_ENTRY_ROW (child) && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title)
                           ? child
                           : find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
enter (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

/* The window must not be kept alive by anything. */
static void
close_calendars (PlanWindow *window)
{
  GtkWindow *calendars = find_window (PLAN_TYPE_CALENDAR_WINDOW);

  g_object_add_weak_pointer (G_OBJECT (calendars), (gpointer *) &calendars);
  gtk_window_close (calendars);
  plan_fixture_settle (window);
  g_assert_null (calendars);
}

static void
test_edit (void)
{
  PlanId calendar;
  PlanWindow *window = open_festival (&calendar);
  GtkWidget *calendars = GTK_WIDGET (find_window (PLAN_TYPE_CALENDAR_WINDOW));
  GtkWidget *monday = find_row (calendars, "Monday");
  const char *const *days = plan_calendar_find_week (get_model (window), calendar, PLAN_ID_NONE)->days;

  g_assert_cmpint (plan_calendar_editor_get_calendar (get_editor ()), ==, calendar);
  enter (monday, "9-12; 13-18");
  days = plan_calendar_find_week (get_model (window), calendar, PLAN_ID_NONE)->days;
  g_assert_cmpstr (days[PLAN_MONDAY], ==, "09:00-12:00 13:00-18:00");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (monday)), ==, "09:00–12:00, 13:00–18:00");
  /* What is not understood stays, and nothing is edited. */
  enter (monday, "nine to five");
  days = plan_calendar_find_week (get_model (window), calendar, PLAN_ID_NONE)->days;
  g_assert_cmpstr (days[PLAN_MONDAY], ==, "09:00-12:00 13:00-18:00");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (monday)), ==, "nine to five");
  enter (find_row (calendars, "Name"), "Ours");
  g_assert_cmpstr (plan_model_get_calendar (get_model (window), calendar)->name, ==, "Ours");
  gtk_widget_activate_action (calendars, "calendar.undo", NULL);
  g_assert_cmpstr (plan_model_get_calendar (get_model (window), calendar)->name, ==, "Plain");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (calendars, "Name"))), ==, "Plain");
  close_calendars (window);
  plan_fixture_close (window);
}

static void
test_new_and_delete (void)
{
  PlanId calendar, made;
  PlanWindow *window = open_festival (&calendar);
  GtkWidget *calendars = GTK_WIDGET (find_window (PLAN_TYPE_CALENDAR_WINDOW));
  PlanWorktime *worktime;

  gtk_widget_activate_action (calendars, "calendar.new", "s", "china");
  plan_form_apply (PLAN_FORM (find_window (PLAN_TYPE_FORM)));
  plan_fixture_settle (window);
  made = plan_calendar_editor_get_calendar (get_editor ());
  g_assert_cmpint (made, !=, calendar);
  g_assert_cmpstr (plan_model_get_calendar (get_model (window), made)->name, ==, "China");
  worktime = plan_worktime_new_from_model (get_model (window), made, NULL);
  g_assert_cmpint (plan_worktime_get_kind (worktime, plan_day_from_civil (2026, 2, 14)), ==, PLAN_DAY_MAKEUP);
  g_assert_cmpint (plan_worktime_get_kind (worktime, plan_day_from_civil (2024, 10, 1)), ==, PLAN_DAY_HOLIDAY);
  plan_worktime_unref (worktime);
  /* A calendar that is used asks what takes its place. */
  plan_calendar_window_show (PLAN_CALENDAR_WINDOW (calendars), calendar, plan_day_from_civil (2026, 2, 14));
  gtk_widget_activate_action (calendars, "calendar.delete", NULL);
  plan_form_apply (PLAN_FORM (find_window (PLAN_TYPE_FORM)));
  plan_fixture_settle (window);
  g_assert_null (plan_model_get_calendar (get_model (window), calendar));
  g_assert_cmpint (((const PlanProject *) plan_model_get_at (get_model (window), PLAN_RECORD_PROJECT, 0))->calendar, ==, made);
  close_calendars (window);
  plan_fixture_close (window);
}

static void
test_year (void)
{
  PlanId calendar;
  PlanWindow *window = open_festival (&calendar);
  GtkWidget *calendars = GTK_WIDGET (find_window (PLAN_TYPE_CALENDAR_WINDOW)), *apply;
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  const PlanScheduledTask *task;
  GtkWindow *year;

  gtk_widget_activate_action (calendars, "calendar.add-year", "s", "cn-2026.json");
  year = find_window (PLAN_TYPE_YEAR_WINDOW);
  while (plan_list_table_get_n (PLAN_LIST_TABLE (plan_fixture_find_widget (GTK_WIDGET (year), PLAN_TYPE_LIST_TABLE))) == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (plan_list_table_get_n (PLAN_LIST_TABLE (plan_fixture_find_widget (GTK_WIDGET (year),
                                                                                      PLAN_TYPE_LIST_TABLE))), ==, 1);
  apply = gtk_window_get_default_widget (year);
  g_assert_true (gtk_widget_get_sensitive (apply));
  g_signal_emit_by_name (apply, "clicked");
  plan_fixture_settle (window);
  g_assert_null (find_window (PLAN_TYPE_YEAR_WINDOW));
  task = plan_schedule_get_task (plan_document_get_schedule (plan_window_get_document (window)), 0);
  g_assert_cmpint (task->finish, ==, plan_ticks_from_civil (2026, 2, 24, 17, 0));
  close_calendars (window);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/calendars/edit", test_edit);
  plan_fixture_add_test ("/ui/calendars/new-and-delete", test_new_and_delete);
  plan_fixture_add_test ("/ui/calendars/year", test_year);
  return plan_fixture_run (application);
}
