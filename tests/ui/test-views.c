/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views of the window: made when they are shown, with the keys of their own, and what is typed taken before. The network
 * diagram: cursor and selection of the sheet, keys along links, links drawn by hand, refused circles, filter and zoom.
 */

#include "plan-edits.h"
#include "plan-network-page.h"
#include "plan-ui-fixture.h"

static PlanApplication *application;

static PlanRowList *
get_list (PlanWindow *window)
{
  return plan_plan_page_get_list (plan_window_get_page (window));
}

static void
show_view (PlanWindow *window, const char *name)
{
  g_action_group_change_action_state (plan_window_get_view_actions (window), "page", g_variant_new_string (name));
  plan_fixture_settle (window);
}

static PlanNetworkView *
show_network (PlanWindow *window)
{
  show_view (window, "network");
  return plan_network_page_get_view (PLAN_NETWORK_PAGE (plan_window_get_view_page (window)));
}

static PlanId
find_task (PlanWindow *window, guint number)
{
  const PlanOutline *outline = plan_row_list_get_outline (get_list (window));

  return plan_model_get_task_at (plan_row_list_get_model (get_list (window)), outline->rows[number - 1].task)->id;
}

static void
test_switch (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  GActionGroup *actions = plan_window_get_view_actions (window);
  g_autoptr (GVariant) state = NULL;

  g_assert_cmpstr (plan_window_get_view (window), ==, "plan");
  g_assert_true (g_action_group_has_action (actions, "columns"));
  show_view (window, "network");
  g_assert_cmpstr (plan_window_get_view (window), ==, "network");
  state = g_action_group_get_action_state (actions, "page");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "network");
  g_assert_false (g_action_group_has_action (actions, "columns"));
  g_assert_true (g_action_group_has_action (actions, "zoom-in"));
  g_assert_true (g_action_group_has_action (actions, "sidebar"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (plan_window_get_view_page (window))));
  show_view (window, "nothing of that name");
  g_assert_cmpstr (plan_window_get_view (window), ==, "network");
  show_view (window, "plan");
  g_assert_true (g_action_group_has_action (actions, "columns"));
  plan_fixture_close (window);
}

static void
type_duration (PlanWindow *window, const char *text)
{
  PlanSheet *sheet = plan_plan_page_get_sheet (plan_window_get_page (window));

  plan_fixture_focus (window);
  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  plan_sheet_set_cursor (sheet, 2, PLAN_COLUMN_DURATION);
  plan_fixture_settle (window);
  plan_fixture_type (window, text);
  plan_fixture_settle (window);
  g_assert_true (plan_sheet_is_editing (sheet));
}

/* What cannot be taken keeps the view. */
static void
test_typing (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanSheet *sheet = plan_plan_page_get_sheet (plan_window_get_page (window));

  type_duration (window, "nonsense");
  show_view (window, "network");
  g_assert_cmpstr (plan_window_get_view (window), ==, "plan");
  g_assert_true (plan_sheet_is_editing (sheet));
  plan_sheet_cancel_edit (sheet);
  type_duration (window, "9d");
  show_view (window, "network");
  g_assert_cmpstr (plan_window_get_view (window), ==, "network");
  g_assert_cmpint (plan_row_list_get_task (get_list (window), 2)->duration, ==, 9 * 4800);
  plan_fixture_close (window);
}

static void
test_shared_cursor (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanNetworkView *view;
  graphene_rect_t area;
  int width;

  plan_row_list_set_cursor_row (get_list (window), 23);
  view = show_network (window);
  g_assert_true (plan_network_view_is_ready (view));
  width = gtk_widget_get_width (GTK_WIDGET (view));
  g_assert_true (plan_network_view_get_box_area (view, find_task (window, 24), &area));
  g_assert_cmpfloat (area.origin.x, >=, 0);
  g_assert_cmpfloat (area.origin.x + area.size.width, <=, width);
  plan_row_list_set_cursor_row (get_list (window), 2);
  plan_fixture_settle (window);
  g_assert_true (plan_network_view_get_box_area (view, find_task (window, 3), &area));
  g_assert_cmpfloat (area.origin.x, >=, 0);
  plan_fixture_click (window, GTK_WIDGET (view), area.origin.x + 20, area.origin.y + 30, 1, 1);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_row_list_get_cursor (get_list (window)), ==, find_task (window, 3));
  plan_fixture_close (window);
}

/* A task that is collapsed in the sheet is opened there when its box is chosen. */
static void
test_collapsed (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanId task = find_task (window, 15);
  PlanNetworkView *view;
  graphene_rect_t area;

  plan_row_list_expand_all (get_list (window), FALSE);
  view = show_network (window);
  g_assert_cmpuint (plan_network_view_get_n_boxes (view), ==, 18);
  g_assert_cmpuint (plan_row_list_find (get_list (window), task), ==, PLAN_INDEX_NONE);
  g_assert_true (plan_network_view_get_box_area (view, task, &area));
  plan_fixture_click (window, GTK_WIDGET (view), area.origin.x + 20, area.origin.y + 30, 1, 1);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_row_list_get_cursor (get_list (window)), ==, task);
  g_assert_cmpuint (plan_row_list_find (get_list (window), task), !=, PLAN_INDEX_NONE);
  plan_fixture_close (window);
}

static void
test_filter (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanNetworkView *view = show_network (window);
  guint all = plan_network_view_get_n_boxes (view);

  g_action_group_change_action_state (plan_window_get_view_actions (window), "filter", g_variant_new_string ("critical"));
  plan_fixture_settle (window);
  g_assert_cmpint (plan_row_list_get_filter (get_list (window)), ==, PLAN_ROWS_CRITICAL);
  g_assert_cmpuint (plan_network_view_get_n_boxes (view), ==, 6);
  g_action_group_change_action_state (plan_window_get_view_actions (window), "filter", g_variant_new_string ("all"));
  plan_fixture_settle (window);
  g_assert_cmpuint (plan_network_view_get_n_boxes (view), ==, all);
  plan_fixture_close (window);
}

static void
test_zoom (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanNetworkView *view = show_network (window);
  GActionGroup *actions = plan_window_get_view_actions (window);
  double plan_zoom = plan_gantt_view_get_zoom (plan_plan_page_get_view (plan_window_get_page (window)));
  double before = plan_network_view_get_zoom (view);

  g_action_group_activate_action (actions, "zoom-in", NULL);
  g_assert_cmpfloat (plan_network_view_get_zoom (view), >, before);
  g_assert_cmpfloat (plan_gantt_view_get_zoom (plan_plan_page_get_view (plan_window_get_page (window))), ==, plan_zoom);
  g_action_group_activate_action (actions, "fit", NULL);
  plan_fixture_settle (window);
  g_assert_cmpfloat (plan_network_view_get_zoom (view), <=, 1);
  for (guint i = 0; i < 40; i++)
    g_action_group_activate_action (actions, "zoom-out", NULL);
  plan_fixture_settle (window);
  g_assert_cmpfloat (plan_network_view_get_zoom (view), ==, PLAN_NETWORK_ZOOM_LEAST);
  g_assert_false (g_action_group_get_action_enabled (actions, "zoom-out"));
  plan_fixture_close (window);
}

/* The diagram follows edits, undo and other projects, also while it is not seen. */
static void
test_follows (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanDocument *document = plan_window_get_document (window);
  PlanNetworkView *view = show_network (window);
  guint n = plan_network_view_get_n_boxes (view);
  g_autoptr (GError) error = NULL;

  plan_row_list_set_cursor_row (get_list (window), 2);
  plan_fixture_activate (window, "task.delete");
  plan_fixture_settle (window);
  g_assert_cmpuint (plan_network_view_get_n_boxes (view), ==, n - 1);
  plan_document_undo (document, &error);
  g_assert_no_error (error);
  plan_fixture_settle (window);
  g_assert_cmpuint (plan_network_view_get_n_boxes (view), ==, n);
  show_view (window, "plan");
  plan_row_list_set_cursor_row (get_list (window), 3);
  plan_fixture_activate (window, "task.delete");
  show_view (window, "network");
  g_assert_cmpuint (plan_network_view_get_n_boxes (view), ==, n - 1);
  plan_fixture_activate (window, "project.next");
  plan_fixture_settle (window);
  g_assert_cmpuint (plan_network_view_get_n_boxes (view), >, 0);
  plan_fixture_close (window);
}

static guint
count_links (PlanWindow *window)
{
  return plan_model_get_n (plan_document_get_model (plan_window_get_document (window)), PLAN_RECORD_LINK);
}

static void
drag_link (PlanWindow *window, PlanNetworkView *view, guint from, guint to)
{
  graphene_rect_t first, last;

  g_assert_true (plan_network_view_get_box_area (view, find_task (window, from), &first));
  g_assert_true (plan_network_view_get_box_area (view, find_task (window, to), &last));
  plan_fixture_drag (window, GTK_WIDGET (view), first.origin.x + 20, first.origin.y + 10, last.origin.x + 20, last.origin.y + 10);
  plan_fixture_settle (window);
}

/* A link is drawn by hand; one that closes a circle is refused, and nothing changes. */
static void
test_link (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanNetworkView *view = show_network (window);
  guint n = count_links (window);

  plan_fixture_focus (window);
  drag_link (window, view, 14, 20);
  g_assert_cmpuint (count_links (window), ==, n + 1);
  drag_link (window, view, 20, 14);
  g_assert_cmpuint (count_links (window), ==, n + 1);
  drag_link (window, view, 3, 3);
  g_assert_cmpuint (count_links (window), ==, n + 1);
  plan_fixture_close (window);
}

/* Arrows go along the links and from line to line; the ends stay. */
static void
test_arrows (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);

  plan_row_list_set_cursor_row (get_list (window), 13);
  show_network (window);
  plan_fixture_focus (window);
  plan_fixture_press (window, "Right");
  g_assert_cmpint (plan_row_list_get_cursor (get_list (window)), ==, find_task (window, 15));
  plan_fixture_press (window, "Left");
  g_assert_cmpint (plan_row_list_get_cursor (get_list (window)), ==, find_task (window, 14));
  plan_fixture_press (window, "Left");
  g_assert_cmpint (plan_row_list_get_cursor (get_list (window)), ==, find_task (window, 14));
  plan_fixture_press (window, "Up");
  g_assert_cmpint (plan_row_list_get_cursor (get_list (window)), ==, find_task (window, 3));
  plan_fixture_press (window, "Home");
  g_assert_cmpint (plan_row_list_get_cursor (get_list (window)), ==, find_task (window, 3));
  plan_fixture_press (window, "End");
  g_assert_cmpint (plan_row_list_get_cursor (get_list (window)), ==, find_task (window, 25));
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/views/switch", test_switch);
  plan_fixture_add_test ("/ui/views/typing", test_typing);
  plan_fixture_add_test ("/ui/views/shared-cursor", test_shared_cursor);
  plan_fixture_add_test ("/ui/views/collapsed", test_collapsed);
  plan_fixture_add_test ("/ui/views/filter", test_filter);
  plan_fixture_add_test ("/ui/views/zoom", test_zoom);
  plan_fixture_add_test ("/ui/views/follows", test_follows);
  plan_fixture_add_test ("/ui/views/link", test_link);
  plan_fixture_add_test ("/ui/views/arrows", test_arrows);
  return plan_fixture_run (application);
}
