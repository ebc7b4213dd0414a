/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window from the first start to the empty page: driven by its actions, judged by the office and by what is shown.
 */

#include "plan-edits.h"
#include "plan-ui-fixture.h"

static PlanApplication *application;

#define WORKDAY(number)                                                                                               \
  "<WeekDay><DayType>" number "</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>"                        \
  "<FromTime>08:00:00</FromTime><ToTime>16:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>"

static const char plan_xml[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
  "<Project xmlns=\"http://schemas.microsoft.com/project\"><Name>Small plan</Name><StartDate>2026-03-02T08:00:00</StartDate>"
  "<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>"
  WORKDAY ("2") WORKDAY ("3") WORKDAY ("4") WORKDAY ("5") WORKDAY ("6")
  "</WeekDays></Calendar></Calendars><Tasks>"
  "<Task><UID>1</UID><ID>1</ID><Name>Design</Name><OutlineLevel>1</OutlineLevel><Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat></Task>"
  "<Task><UID>2</UID><ID>2</ID><Name>Build</Name><OutlineLevel>1</OutlineLevel><Duration>PT24H0M0S</Duration><DurationFormat>7</DurationFormat>"
  "<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task>"
  "</Tasks></Project>";

static const PlanModel *
get_model (PlanWindow *window)
{
  return plan_document_get_model (plan_window_get_document (window));
}

static guint
count_projects (PlanWindow *window)
{
  return plan_model_get_n (get_model (window), PLAN_RECORD_PROJECT);
}

static gboolean
is_enabled (PlanWindow *window, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), name);
}

static void
test_first_start (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanId first = plan_window_get_project (window);

  g_assert_cmpstr (plan_window_get_state (window), ==, "plan");
  g_assert_cmpuint (count_projects (window), >=, 3);
  g_assert_true (is_enabled (window, "remove-sample"));
  g_assert_cmpint (first, !=, PLAN_ID_NONE);
  plan_fixture_activate (window, "project.next");
  g_assert_cmpint (plan_window_get_project (window), !=, first);
  plan_fixture_activate (window, "project.previous");
  g_assert_cmpint (plan_window_get_project (window), ==, first);
  plan_fixture_close (window);
}

static void
test_second_start (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  guint n_projects = count_projects (window);

  g_assert_true (plan_fixture_open_sample (application) == window);
  plan_fixture_activate (window, "project.next");
  plan_fixture_close (window);
  window = plan_fixture_open_sample (application);
  g_assert_cmpuint (count_projects (window), ==, n_projects);
  plan_fixture_close (window);
}

static void
test_remove_sample (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  guint n_projects = count_projects (window);

  plan_fixture_activate (window, "win.remove-sample");
  g_assert_cmpstr (plan_window_get_state (window), ==, "empty");
  g_assert_cmpuint (plan_model_get_n (get_model (window), PLAN_RECORD_TASK), ==, 0);
  g_assert_cmpuint (plan_model_get_n (get_model (window), PLAN_RECORD_RESOURCE), ==, 0);
  g_assert_false (is_enabled (window, "remove-sample"));
  g_assert_true (is_enabled (window, "undo"));
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpstr (plan_window_get_state (window), ==, "plan");
  g_assert_cmpuint (count_projects (window), ==, n_projects);
  plan_fixture_activate (window, "win.redo");
  g_assert_cmpstr (plan_window_get_state (window), ==, "empty");
  plan_fixture_activate (window, "win.add-sample");
  g_assert_cmpuint (count_projects (window), ==, n_projects);
  plan_fixture_close (window);
}

static void
test_own_project_stays (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autoptr (GError) error = NULL;
  PlanId own;

  plan_edit_project_add (plan_window_get_document (window), "Mine", PLAN_TICKS_NONE, &own, &error);
  g_assert_no_error (error);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_window_get_project (window), ==, own);
  plan_fixture_activate (window, "win.remove-sample");
  g_assert_cmpuint (count_projects (window), ==, 1);
  g_assert_cmpint (plan_window_get_project (window), ==, own);
  g_assert_nonnull (plan_model_get_calendar (get_model (window), plan_model_get_project (get_model (window), own)->calendar));
  plan_fixture_close (window);
}

static void
test_empty_office (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);

  g_assert_cmpstr (plan_window_get_state (window), ==, "empty");
  g_assert_false (is_enabled (window, "undo"));
  g_assert_false (is_enabled (window, "redo"));
  g_assert_false (is_enabled (window, "import-report"));
  plan_fixture_close (window);
}

static void
test_import (void)
{
  g_autofree char *path = plan_fixture_write_file ("small.xml", plan_xml);
  PlanWindow *window = plan_fixture_open_empty (application);
  const PlanProject *project;

  plan_window_import_file (window, path);
  plan_window_import_file (window, path);
  plan_fixture_settle (window);
  g_assert_cmpuint (count_projects (window), ==, 2);
  g_assert_cmpstr (plan_window_get_state (window), ==, "plan");
  project = plan_model_get_project (get_model (window), plan_window_get_project (window));
  g_assert_cmpstr (project->name, ==, "Small plan");
  g_assert_cmpuint (plan_row_list_get_n (plan_plan_page_get_list (plan_window_get_page (window))), ==, 2);
  g_assert_true (is_enabled (window, "import-report"));
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpuint (count_projects (window), ==, 1);
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpstr (plan_window_get_state (window), ==, "empty");
  plan_fixture_close (window);
}

static void
test_import_beside_sample (void)
{
  g_autofree char *path = plan_fixture_write_file ("small.xml", plan_xml);
  PlanWindow *window = plan_fixture_open_sample (application);
  guint n_projects = count_projects (window);

  plan_row_list_set_cursor_row (plan_plan_page_get_list (plan_window_get_page (window)), 20);
  plan_window_import_file (window, path);
  plan_fixture_settle (window);
  g_assert_cmpuint (count_projects (window), ==, n_projects + 1);
  plan_fixture_activate (window, "win.remove-sample");
  g_assert_cmpuint (count_projects (window), ==, 1);
  plan_fixture_close (window);
}

static void
test_report (void)
{
  g_autofree char *path = plan_fixture_write_file ("small.xml", plan_xml);
  PlanWindow *window = plan_fixture_open_empty (application);
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint before;

  plan_window_import_file (window, path);
  plan_fixture_settle (window);
  before = g_list_model_get_n_items (toplevels);
  plan_fixture_activate (window, "win.import-report");
  g_assert_cmpuint (g_list_model_get_n_items (toplevels), ==, before + 1);
  plan_fixture_close (window);
  g_assert_cmpuint (g_list_model_get_n_items (toplevels), ==, 0);
}

static void
test_bad_file (void)
{
  g_autofree char *path = plan_fixture_write_file ("bad.xml", "<Project><Tasks>");
  PlanWindow *window = plan_fixture_open_empty (application);

  plan_window_import_file (window, path);
  plan_fixture_settle (window);
  g_assert_cmpuint (count_projects (window), ==, 0);
  g_assert_false (is_enabled (window, "undo"));
  g_assert_cmpstr (plan_window_get_state (window), ==, "empty");
  plan_fixture_close (window);
}

static void
test_close_while_importing (void)
{
  g_autofree char *path = plan_fixture_write_file ("small.xml", plan_xml);
  PlanWindow *window = plan_fixture_open_empty (application);

  plan_window_import_file (window, path);
  g_assert_true (plan_window_is_importing (window));
  plan_fixture_close (window);
}

static void
test_damaged_office (void)
{
  g_autofree char *path = plan_fixture_write_file ("damaged.planwright", "This is not an office.");
  PlanWindow *window = plan_application_open_office (application, path);
  g_autofree char *text = NULL;

  plan_fixture_settle (window);
  g_assert_cmpstr (plan_window_get_state (window), ==, "failed");
  plan_fixture_close (window);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "This is not an office.");
}

static void
test_themes (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (adw_style_manager_get_dark (manager));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  plan_fixture_close (window);
}

static void
test_sidebar (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  GActionGroup *view = plan_window_get_view_actions (window);
  int wide = gtk_widget_get_width (GTK_WIDGET (plan_window_get_page (window)));
  g_autoptr (GVariant) state = NULL;

  plan_fixture_activate (window, "view.sidebar");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (plan_window_get_page (window))), >, wide);
  plan_fixture_activate (window, "view.sidebar");
  plan_fixture_resize (window, 900, 600);
  state = g_action_group_get_action_state (view, "sidebar");
  g_assert_false (g_variant_get_boolean (state));
  plan_fixture_resize (window, 1280, 800);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (plan_window_get_page (window))), ==, wide);
  plan_fixture_close (window);
}

/* Size, sidebar and toggles of a window are those of the last one; what narrowness hides comes back. */
static void
test_remembers (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autoptr (GVariant) sidebar = NULL;
  g_autoptr (GVariant) slack = NULL;
  GActionGroup *view;
  int width, height;

  plan_fixture_activate (window, "view.slack");
  plan_fixture_activate (window, "view.sidebar");
  plan_fixture_resize (window, 900, 620);
  plan_fixture_close (window);

  window = plan_fixture_open_sample (application);
  view = plan_window_get_view_actions (window);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 620);
  slack = g_action_group_get_action_state (view, "slack");
  g_assert_false (g_variant_get_boolean (slack));
  g_assert_false (plan_gantt_view_get_show (plan_plan_page_get_view (plan_window_get_page (window))) & PLAN_GANTT_SLACK);
  plan_fixture_resize (window, 1280, 800);
  sidebar = g_action_group_get_action_state (view, "sidebar");
  g_assert_false (g_variant_get_boolean (sidebar));
  plan_fixture_activate (window, "view.slack");
  plan_fixture_activate (window, "view.sidebar");
  plan_fixture_close (window);
}

static void
count_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

/* What nobody touches asks for no frames: a spinner on a page that is not shown once drew fifty a second. */
static void
test_rest (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  guint n_frames = 0;
  gulong handler;

  for (guint i = 0; i < 20; i++)
    plan_fixture_settle (window);
  handler = g_signal_connect (clock, "layout", G_CALLBACK (count_cb), &n_frames);
  for (guint i = 0; i < 20; i++)
    plan_fixture_settle (window);
  g_assert_cmpuint (n_frames, <=, 4);
  g_signal_handler_disconnect (clock, handler);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/window/first-start", test_first_start);
  plan_fixture_add_test ("/ui/window/second-start", test_second_start);
  plan_fixture_add_test ("/ui/window/remove-sample", test_remove_sample);
  plan_fixture_add_test ("/ui/window/own-project-stays", test_own_project_stays);
  plan_fixture_add_test ("/ui/window/empty-office", test_empty_office);
  plan_fixture_add_test ("/ui/window/import", test_import);
  plan_fixture_add_test ("/ui/window/import-beside-sample", test_import_beside_sample);
  plan_fixture_add_test ("/ui/window/report", test_report);
  plan_fixture_add_test ("/ui/window/bad-file", test_bad_file);
  plan_fixture_add_test ("/ui/window/close-while-importing", test_close_while_importing);
  plan_fixture_add_test ("/ui/window/damaged-office", test_damaged_office);
  plan_fixture_add_test ("/ui/window/themes", test_themes);
  plan_fixture_add_test ("/ui/window/sidebar", test_sidebar);
  plan_fixture_add_test ("/ui/window/remembers", test_remembers);
  plan_fixture_add_test ("/ui/window/rest", test_rest);
  return plan_fixture_run (application);
}
