/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chart in the window: zooming, fitting, scrolling, selection and collapsing, by actions and functions of the view.
 */

#include "plan-ui-fixture.h"

#include "plan-timescale.h"

#include <math.h>

static PlanApplication *application;

static PlanGanttView *
get_view (PlanWindow *window)
{
  return plan_plan_page_get_view (plan_window_get_page (window));
}

static PlanRowList *
get_list (PlanWindow *window)
{
  return plan_plan_page_get_list (plan_window_get_page (window));
}

/* Puts the cursor on a row as a key in the chart does. */
static void
press_key (PlanWindow *window, const char *key)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (get_view (window))));
  plan_fixture_press (window, key);
}

static void
test_zoom_keeps_middle (void)
{
  static const char *const steps[] = { "view.zoom-in", "view.zoom-in", "view.zoom-out", "view.zoom-out", "view.days", "view.zoom-in" };
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanGanttView *view = get_view (window);
  GtkAdjustment *adjustment = plan_fixture_get_adjustment (window, GTK_ORIENTATION_HORIZONTAL);
  double middle = gtk_adjustment_get_page_size (adjustment) / 2;
  PlanTicks at;

  plan_fixture_activate (window, "view.days");
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  at = plan_gantt_view_get_ticks_at (view, middle);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double px_per_tick;

      plan_fixture_activate (window, steps[i]);
      px_per_tick = plan_gantt_view_get_zoom (view) / PLAN_TICKS_PER_DAY;
      g_assert_cmpfloat (ABS (plan_gantt_view_get_ticks_at (view, middle) - at) * px_per_tick, <=, (i + 1) * 1.0);
    }
  plan_fixture_close (window);
}

static void
test_zoom_limits (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanGanttView *view = get_view (window);
  GActionGroup *actions = plan_window_get_view_actions (window);

  plan_gantt_view_set_zoom (view, 1e9);
  plan_fixture_settle (window);
  g_assert_cmpfloat (plan_gantt_view_get_zoom (view), ==, PLAN_ZOOM_MOST);
  g_assert_false (g_action_group_get_action_enabled (actions, "zoom-in"));
  plan_gantt_view_set_zoom (view, 0);
  plan_fixture_settle (window);
  g_assert_cmpfloat (plan_gantt_view_get_zoom (view), ==, PLAN_ZOOM_LEAST);
  g_assert_false (g_action_group_get_action_enabled (actions, "zoom-out"));
  g_assert_true (g_action_group_get_action_enabled (actions, "zoom-in"));
  plan_fixture_close (window);
}

static void
test_fit (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanGanttView *view = get_view (window);
  GtkAdjustment *adjustment = plan_fixture_get_adjustment (window, GTK_ORIENTATION_HORIZONTAL);
  PlanDocument *document = plan_window_get_document (window);
  const PlanScheduledProject *project = plan_schedule_get_project (plan_document_get_schedule (document), plan_window_get_project (window));

  plan_gantt_view_set_zoom (view, 200);
  plan_fixture_activate (window, "view.fit");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=, gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpint (plan_gantt_view_get_ticks_at (view, 0), <=, project->start);
  g_assert_cmpint (plan_gantt_view_get_ticks_at (view, gtk_adjustment_get_page_size (adjustment)), >=, project->finish);
  plan_fixture_close (window);
}

static void
test_today (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanGanttView *view = get_view (window);
  PlanTicks now = plan_ticks_now ();

  plan_fixture_activate (window, "view.today");
  g_assert_cmpint (plan_gantt_view_get_ticks_at (view, 0), <=, now);
  g_assert_cmpint (plan_gantt_view_get_ticks_at (view, gtk_widget_get_width (GTK_WIDGET (view))), >=, now);
  plan_fixture_close (window);
}

static void
test_selection (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanRowList *list = get_list (window);
  GtkAdjustment *adjustment = plan_fixture_get_adjustment (window, GTK_ORIENTATION_VERTICAL);
  guint last = plan_row_list_get_n (list) - 1;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 480);
  plan_fixture_settle (window);
  press_key (window, "End");
  g_assert_cmpuint (plan_row_list_get_cursor_row (list), ==, last);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment), >=,
                     (last + 1) * plan_row_list_get_row_height (list));
  press_key (window, "Home");
  g_assert_cmpuint (plan_row_list_get_cursor_row (list), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  plan_fixture_close (window);
}

static void
test_collapse (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanRowList *list = get_list (window);
  guint n_rows = plan_row_list_get_n (list);

  press_key (window, "Home");
  press_key (window, "Left");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, 1);
  g_assert_cmpuint (plan_row_list_get_cursor_row (list), ==, 0);
  press_key (window, "Right");
  g_assert_cmpuint (plan_row_list_get_n (list), ==, n_rows);
  press_key (window, "Right");
  g_assert_cmpuint (plan_row_list_get_cursor_row (list), ==, 1);
  plan_fixture_close (window);
}

static void
test_show (void)
{
  static const struct
  {
    const char *action;
    PlanGanttShow show;
  } cases[] = {
    { "view.critical", PLAN_GANTT_CRITICAL },
    { "view.slack", PLAN_GANTT_SLACK },
    { "view.baseline", PLAN_GANTT_BASELINE },
  };
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanGanttView *view = get_view (window);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (plan_gantt_view_get_show (view) & cases[i].show);
      plan_fixture_activate (window, cases[i].action);
      g_assert_false (plan_gantt_view_get_show (view) & cases[i].show);
      plan_fixture_activate (window, cases[i].action);
      g_assert_true (plan_gantt_view_get_show (view) & cases[i].show);
    }
  plan_fixture_close (window);
}

static void
test_accessible (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanGanttView *view = get_view (window);
  PlanDocument *document = plan_window_get_document (window);
  const PlanProject *project = plan_model_get_project (plan_document_get_model (document), plan_window_get_project (window));
  const PlanScheduledProject *result = plan_schedule_get_project (plan_document_get_schedule (document), project->id);
  g_autofree char *finish = plan_date_format (result->finish, PLAN_DATE_LONG);
  g_autofree char *label = g_strdup_printf ("Gantt chart of %s: %u tasks, finish %s, %u critical", project->name,
                                            result->n_tasks, finish, result->n_critical);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  plan_row_list_set_cursor_row (get_list (window), PLAN_INDEX_NONE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "No task is selected.");
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/gantt-view/zoom-keeps-middle", test_zoom_keeps_middle);
  plan_fixture_add_test ("/ui/gantt-view/zoom-limits", test_zoom_limits);
  plan_fixture_add_test ("/ui/gantt-view/fit", test_fit);
  plan_fixture_add_test ("/ui/gantt-view/today", test_today);
  plan_fixture_add_test ("/ui/gantt-view/selection", test_selection);
  plan_fixture_add_test ("/ui/gantt-view/collapse", test_collapse);
  plan_fixture_add_test ("/ui/gantt-view/show", test_show);
  plan_fixture_add_test ("/ui/gantt-view/accessible", test_accessible);
  return plan_fixture_run (application);
}
