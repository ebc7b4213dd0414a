/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dragging in the chart: by the functions that gestures call, with coordinates at each level of zoom, and with a real
 * pointer and real keys.
 */

#include "plan-ui-fixture.h"

#include "plan-edits.h"
#include "plan-gantt-view-private.h"

#include <math.h>

#define DAY PLAN_TICKS_PER_DAY

static PlanApplication *application;

/* A window on a plan that the test knows: "First" and "Second" of five days from Mon 2 March, linked, then "Third" alone
 * and a summary "Group" with "Inside". */
typedef struct
{
  PlanWindow *window;
  PlanDocument *document;
  PlanGanttView *view;
  PlanId first, second, third, group, inside;
  char *status;
  guint n_told, n_done;
} Chart;

static PlanId
add_task (Chart *self, PlanId project, const char *name, const char *duration)
{
  PlanId id;

  g_assert_true (plan_edit_task_add (self->document, project, PLAN_ID_NONE, name, duration, &id, NULL));
  return id;
}

static void
status_cb (Chart *self, const char *status)
{
  g_free (self->status);
  self->status = g_strdup (status);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
chart_open (Chart *self)
{
  PlanId project;
  PlanPlanPage *page;

  *self = (Chart) { .window = plan_fixture_open_empty (application) };
  self->document = plan_window_get_document (self->window);
  g_assert_true (plan_edit_project_add (self->document, "Plan", plan_ticks_from_civil (2026, 3, 2, 8, 0), &project, NULL));
  self->first = add_task (self, project, "First", "5d");
  self->second = add_task (self, project, "Second", "5d");
  self->third = add_task (self, project, "Third", "3d");
  self->group = add_task (self, project, "Group", "1d");
  self->inside = add_task (self, project, "Inside", "2d");
  g_assert_true (plan_edit_tasks_indent (self->document, &self->inside, 1, NULL));
  g_assert_true (plan_edit_link_add (self->document, self->first, self->second, PLAN_LINK_FS, NULL, NULL, NULL));
  plan_window_set_project (self->window, project);
  plan_fixture_settle (self->window);
  page = plan_window_get_page (self->window);
  self->view = plan_plan_page_get_view (page);
  g_signal_connect_swapped (self->view, "drag-status", G_CALLBACK (status_cb), self);
  g_signal_connect_swapped (self->view, "tell", G_CALLBACK (count_cb), &self->n_told);
  g_signal_connect_swapped (self->view, "done", G_CALLBACK (count_cb), &self->n_done);
}

static void
chart_close (Chart *self)
{
  plan_fixture_close (self->window);
  g_free (self->status);
}

static const PlanScheduledTask *
get_dates (Chart *self, PlanId task)
{
  guint index = plan_model_find (plan_document_get_model (self->document), PLAN_RECORD_TASK, task);

  return plan_schedule_get_task (plan_document_get_schedule (self->document), index);
}

/* Where an instant is on the screen, and the middle of a task's row. */
static double
get_x (Chart *self, PlanTicks at)
{
  return plan_timescale_x (&self->view->scale, at) - plan_gantt_view_get_offset (self->view, GTK_ORIENTATION_HORIZONTAL);
}

static double
get_y (Chart *self, PlanId task)
{
  guint row = plan_row_list_find (self->view->list, task);

  return plan_gantt_view_get_header_height (self->view) + (row + 0.5) * self->view->metrics.row_height -
         plan_gantt_view_get_offset (self->view, GTK_ORIENTATION_VERTICAL);
}

static void
zoom_to (Chart *self, double px_per_day, PlanTicks at)
{
  plan_gantt_view_set_zoom (self->view, px_per_day);
  plan_fixture_settle (self->window);
  plan_gantt_view_scroll_to (self->view, GTK_ORIENTATION_HORIZONTAL, plan_timescale_x (&self->view->scale, at) - 200);
  plan_fixture_settle (self->window);
}

static void
drag (Chart *self, PlanId task, double x, double to)
{
  double y = get_y (self, task);

  g_assert_true (plan_gantt_view_drag_press (self->view, x, y));
  g_assert_true (plan_gantt_view_drag_move (self->view, to, y));
}

static void
undo (Chart *self)
{
  g_autoptr (GError) error = NULL;

  plan_document_undo (self->document, &error);
  g_assert_no_error (error);
  plan_fixture_settle (self->window);
}

/* At each zoom a bar goes to where it is dragged: by days, or by hours and quarters where these can be seen. */
static void
test_zooms (void)
{
  static const struct
  {
    double zoom;
    PlanTicks by, grain;
  } cases[] = {
    { 1.7, 28 * DAY, DAY }, { 3, 14 * DAY, DAY }, { 36.0 / 7, 7 * DAY, DAY }, { 12, 3 * DAY, DAY }, { 24, DAY, DAY }, { 48, 2 * DAY, DAY },
    { 96, DAY + 2 * PLAN_TICKS_PER_HOUR, PLAN_TICKS_PER_HOUR }, { 192, 3 * PLAN_TICKS_PER_HOUR, PLAN_TICKS_PER_HOUR },
    { 480, 45 * PLAN_TICKS_PER_MINUTE, 15 * PLAN_TICKS_PER_MINUTE },
  };
  Chart chart;

  chart_open (&chart);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanTicks start = get_dates (&chart, chart.third)->start;
      double x, step;

      zoom_to (&chart, cases[i].zoom, start);
      g_assert_cmpint (plan_gantt_view_get_grain (chart.view), ==, cases[i].grain);
      x = (get_x (&chart, start) + get_x (&chart, get_dates (&chart, chart.third)->finish)) / 2;
      step = cases[i].by * cases[i].zoom / DAY;
      drag (&chart, chart.third, x, x + step);
      g_assert_nonnull (chart.status);
      plan_gantt_view_drag_drop (chart.view);
      g_assert_null (chart.status);
      g_assert_cmpint (get_dates (&chart, chart.third)->start, ==, start + cases[i].by);
      undo (&chart);
      g_assert_cmpint (get_dates (&chart, chart.third)->start, ==, start);
    }
  chart_close (&chart);
}

static void
test_weekend (void)
{
  Chart chart;
  PlanTicks start;
  double x;

  chart_open (&chart);
  start = get_dates (&chart, chart.third)->start;
  zoom_to (&chart, 24, start);
  x = get_x (&chart, start) + 20;
  drag (&chart, chart.third, x, x + 5 * 24); /* to Saturday */
  plan_gantt_view_drag_drop (chart.view);
  g_assert_cmpint (get_dates (&chart, chart.third)->start, ==, start + 7 * DAY);
  chart_close (&chart);
}

static void
test_duration (void)
{
  Chart chart;
  PlanTicks finish, next;
  double x;

  chart_open (&chart);
  finish = get_dates (&chart, chart.first)->finish;
  next = get_dates (&chart, chart.second)->start;
  zoom_to (&chart, 24, finish);
  x = get_x (&chart, finish);
  drag (&chart, chart.first, x, x + 4 * 24); /* from Friday to Tuesday */
  plan_gantt_view_drag_drop (chart.view);
  g_assert_cmpint (get_dates (&chart, chart.first)->duration, ==, 7 * 4800);
  g_assert_cmpint (get_dates (&chart, chart.first)->finish, ==, finish + 4 * DAY);
  g_assert_cmpint (get_dates (&chart, chart.second)->start, ==, next + 2 * DAY);
  g_assert_cmpuint (chart.n_done, ==, 1);
  x = get_x (&chart, finish + 4 * DAY);
  drag (&chart, chart.first, x, x - 60 * 24); /* never shorter than a day */
  plan_gantt_view_drag_drop (chart.view);
  g_assert_cmpint (get_dates (&chart, chart.first)->duration, ==, 4800);
  chart_close (&chart);
}

static void
test_progress (void)
{
  Chart chart;
  PlanTicks start;
  PlanValue value = PLAN_VALUE_OF_INTEGER (2000);
  double left, width;

  chart_open (&chart);
  g_assert_true (plan_edit_set (chart.document, PLAN_FIELD_TASK_PERCENT_COMPLETE, chart.first, &value, NULL));
  start = get_dates (&chart, chart.first)->start;
  zoom_to (&chart, 24, start);
  left = get_x (&chart, start);
  width = get_x (&chart, get_dates (&chart, chart.first)->finish) - left;
  drag (&chart, chart.first, left + 0.2 * width, left + 0.61 * width);
  plan_gantt_view_drag_drop (chart.view);
  g_assert_cmpint (get_dates (&chart, chart.first)->percent_complete, ==, 6000);
  /* Where there is none yet, it begins at the start of the bar; to another row the same place begins a link. */
  left = get_x (&chart, get_dates (&chart, chart.third)->start);
  width = get_x (&chart, get_dates (&chart, chart.third)->finish) - left;
  g_assert_true (plan_gantt_view_drag_press (chart.view, left + 1, get_y (&chart, chart.third)));
  g_assert_true (plan_gantt_view_drag_move (chart.view, left + 2, get_y (&chart, chart.third) - 20));
  g_assert_cmpint (chart.view->drag.kind, ==, PLAN_DRAG_LINK);
  plan_gantt_view_drag_cancel (chart.view);
  drag (&chart, chart.third, left + 1, left + 0.3 * width);
  plan_gantt_view_drag_drop (chart.view);
  g_assert_cmpint (get_dates (&chart, chart.third)->percent_complete, ==, 3000);
  chart_close (&chart);
}

static void
test_deadline (void)
{
  Chart chart;
  PlanTicks deadline = plan_ticks_from_civil (2026, 3, 13, 17, 0);
  PlanValue value = PLAN_VALUE_OF_INTEGER (deadline);
  double x;

  chart_open (&chart);
  g_assert_true (plan_edit_set (chart.document, PLAN_FIELD_TASK_DEADLINE, chart.third, &value, NULL));
  zoom_to (&chart, 24, deadline);
  x = get_x (&chart, deadline);
  drag (&chart, chart.third, x, x - 2 * 24);
  plan_gantt_view_drag_drop (chart.view);
  g_assert_cmpint (plan_model_get_task (plan_document_get_model (chart.document), chart.third)->deadline, ==, deadline - 2 * DAY);
  chart_close (&chart);
}

static void
drag_link (Chart *self, PlanId from, PlanId to)
{
  double x = get_x (self, get_dates (self, from)->start) + 30;

  g_assert_true (plan_gantt_view_drag_press (self->view, x, get_y (self, from)));
  g_assert_true (plan_gantt_view_drag_move (self->view, x, get_y (self, from) + (get_y (self, to) > get_y (self, from) ? 10 : -10)));
  g_assert_true (plan_gantt_view_drag_move (self->view, get_x (self, get_dates (self, to)->start) + 30, get_y (self, to)));
}

static void
test_link (void)
{
  Chart chart;
  guint n_links;

  chart_open (&chart);
  zoom_to (&chart, 24, get_dates (&chart, chart.first)->start);
  n_links = plan_model_get_n (plan_document_get_model (chart.document), PLAN_RECORD_LINK);
  drag_link (&chart, chart.first, chart.third);
  plan_gantt_view_drag_drop (chart.view);
  g_assert_cmpuint (plan_model_get_n (plan_document_get_model (chart.document), PLAN_RECORD_LINK), ==, n_links + 1);
  g_assert_cmpint (get_dates (&chart, chart.third)->start, >, get_dates (&chart, chart.first)->finish);
  drag_link (&chart, chart.second, chart.first); /* a circle */
  g_assert_true (chart.view->drag.refused);
  g_assert_nonnull (chart.status);
  plan_gantt_view_drag_drop (chart.view);
  g_assert_cmpuint (chart.n_told, ==, 1);
  g_assert_cmpuint (plan_model_get_n (plan_document_get_model (chart.document), PLAN_RECORD_LINK), ==, n_links + 1);
  chart_close (&chart);
}

/* What ends a drag without an edit: being cancelled, another edit, undo; and what cannot be dragged. */
static void
test_nothing (void)
{
  Chart chart;
  PlanTicks start;
  gint64 revision;
  double x;

  chart_open (&chart);
  start = get_dates (&chart, chart.third)->start;
  zoom_to (&chart, 24, start);
  x = get_x (&chart, start) + 20;
  revision = plan_document_get_revision (chart.document);

  drag (&chart, chart.third, x, x + 48);
  plan_gantt_view_drag_cancel (chart.view);
  g_assert_null (chart.status);
  drag (&chart, chart.third, x, x + 9); /* less than half a day */
  plan_gantt_view_drag_drop (chart.view);
  g_assert_true (plan_gantt_view_drag_press (chart.view, x, get_y (&chart, chart.third)));
  g_assert_false (plan_gantt_view_drag_move (chart.view, x + 3, get_y (&chart, chart.third)));
  plan_gantt_view_drag_drop (chart.view);
  g_assert_false (plan_gantt_view_drag_press (chart.view, x - 100, get_y (&chart, chart.third)));
  g_assert_cmpuint (chart.n_told, ==, 0);
  drag (&chart, chart.group, x, x + 48);
  plan_gantt_view_drag_drop (chart.view);
  g_assert_cmpuint (chart.n_told, ==, 1);
  g_assert_cmpint (plan_document_get_revision (chart.document), ==, revision);

  drag (&chart, chart.third, x, x + 48);
  undo (&chart);
  g_assert_cmpint (chart.view->drag.kind, ==, PLAN_DRAG_NONE);
  g_assert_null (chart.status);
  plan_gantt_view_drag_drop (chart.view);
  g_assert_cmpint (get_dates (&chart, chart.third)->start, ==, start);
  chart_close (&chart);
}

/* With a real pointer: a drag, one that Escape ends, and the selection that goes with it. */
static void
test_pointer (void)
{
  Chart chart;
  PlanTicks start;
  double x, y;

  chart_open (&chart);
  start = get_dates (&chart, chart.third)->start;
  zoom_to (&chart, 24, start);
  x = get_x (&chart, start) + 20;
  y = get_y (&chart, chart.third);

  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x, y);
  plan_fixture_button (chart.window, 1, TRUE);
  g_assert_cmpint (plan_row_list_get_cursor (chart.view->list), ==, chart.third);
  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x + 12, y);
  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x + 48, y);
  g_assert_cmpint (chart.view->drag.kind, ==, PLAN_DRAG_MOVE);
  plan_fixture_press (chart.window, "Escape");
  g_assert_cmpint (chart.view->drag.kind, ==, PLAN_DRAG_NONE);
  plan_fixture_button (chart.window, 1, FALSE);
  g_assert_cmpint (get_dates (&chart, chart.third)->start, ==, start);

  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x, y);
  plan_fixture_button (chart.window, 1, TRUE);
  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x + 12, y);
  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x + 48, y);
  plan_fixture_button (chart.window, 1, FALSE);
  g_assert_cmpint (get_dates (&chart, chart.third)->start, ==, start + 2 * DAY);
  chart_close (&chart);
}

static void
test_keys (void)
{
  Chart chart;
  PlanTicks start;

  chart_open (&chart);
  start = get_dates (&chart, chart.third)->start;
  plan_row_list_set_cursor_row (chart.view->list, plan_row_list_find (chart.view->list, chart.third));
  gtk_widget_grab_focus (GTK_WIDGET (chart.view));
  plan_fixture_press (chart.window, "shift+Right");
  g_assert_cmpint (get_dates (&chart, chart.third)->start, ==, start + DAY);
  plan_fixture_press (chart.window, "shift+Left");
  g_assert_cmpint (get_dates (&chart, chart.third)->start, ==, start);
  plan_fixture_press (chart.window, "alt+Right");
  g_assert_cmpint (get_dates (&chart, chart.third)->duration, ==, 4 * 4800);
  plan_fixture_press (chart.window, "alt+Left");
  g_assert_cmpint (get_dates (&chart, chart.third)->duration, ==, 3 * 4800);
  plan_fixture_press (chart.window, "shift+F10");
  g_assert_true (gtk_widget_get_visible (chart.view->menu));
  plan_fixture_press (chart.window, "Escape");
  g_assert_false (gtk_widget_get_visible (chart.view->menu));
  plan_fixture_settle (chart.window);
  /* GTK 4.8 may ask it for the pointer's last events even now. */
  g_assert_nonnull (gtk_native_get_surface (GTK_NATIVE (chart.view->menu)));
  chart_close (&chart);
}

/* The menu of a row changes the type of its links and removes them. */
static void
test_menu (void)
{
  Chart chart;

  chart_open (&chart);
  plan_row_list_set_cursor_row (chart.view->list, plan_row_list_find (chart.view->list, chart.first));
  plan_gantt_view_open_menu (chart.view);
  plan_fixture_settle (chart.window);
  gtk_popover_popdown (GTK_POPOVER (chart.view->menu));
  plan_fixture_settle (chart.window);
  g_assert_cmpint (get_dates (&chart, chart.second)->start, >, get_dates (&chart, chart.first)->finish);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart.view), "link.type-0", "s", "SS"));
  g_assert_cmpint (get_dates (&chart, chart.second)->start, ==, get_dates (&chart, chart.first)->start);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart.view), "link.remove-0", NULL));
  g_assert_cmpuint (plan_model_get_n (plan_document_get_model (chart.document), PLAN_RECORD_LINK), ==, 0);
  g_assert_cmpuint (chart.n_done, ==, 1);
  chart_close (&chart);
}

/* The link under the pointer stands out, and no longer when the pointer has gone. */
static void
test_hover (void)
{
  Chart chart;
  PlanTicks finish;
  double x, y;

  chart_open (&chart);
  finish = get_dates (&chart, chart.first)->finish;
  zoom_to (&chart, 24, finish);
  x = get_x (&chart, finish);
  y = (get_y (&chart, chart.first) + get_y (&chart, chart.second)) / 2;
  while (x < gtk_widget_get_width (GTK_WIDGET (chart.view)) && plan_gantt_view_hit_at (chart.view, x, y).kind != PLAN_HIT_LINK)
    x++;
  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x + 1, y);
  g_assert_cmpuint (chart.view->hover, ==, 0);
  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x + 200, y);
  g_assert_cmpuint (chart.view->hover, ==, PLAN_INDEX_NONE);
  chart_close (&chart);
}

/* Ctrl and Shift extend the selection; a double click goes to the name in the sheet. */
static void
test_selection (void)
{
  Chart chart;
  double x;

  chart_open (&chart);
  zoom_to (&chart, 24, get_dates (&chart, chart.third)->start);
  x = get_x (&chart, get_dates (&chart, chart.third)->start) + 20;
  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x, get_y (&chart, chart.first));
  plan_fixture_button (chart.window, 1, TRUE);
  plan_fixture_button (chart.window, 1, FALSE);
  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x, get_y (&chart, chart.third));
  plan_fixture_modified_click (chart.window, "shift");
  g_assert_cmpuint (gtk_bitset_get_size (plan_row_list_get_selected (chart.view->list)), ==, 3);
  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x, get_y (&chart, chart.second));
  plan_fixture_modified_click (chart.window, "ctrl");
  g_assert_cmpuint (gtk_bitset_get_size (plan_row_list_get_selected (chart.view->list)), ==, 2);
  g_assert_false (gtk_bitset_contains (plan_row_list_get_selected (chart.view->list), plan_row_list_find (chart.view->list, chart.second)));
  plan_fixture_point (chart.window, GTK_WIDGET (chart.view), x, get_y (&chart, chart.third));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (chart.view)));
  plan_fixture_double_click (chart.window);
  g_assert_false (gtk_widget_has_focus (GTK_WIDGET (chart.view)));
  g_assert_cmpint (plan_sheet_get_cursor_column (plan_plan_page_get_sheet (plan_window_get_page (chart.window))), ==, PLAN_COLUMN_NAME);
  g_assert_cmpint (plan_row_list_get_cursor (chart.view->list), ==, chart.third);
  chart_close (&chart);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/gantt-drag/zooms", test_zooms);
  plan_fixture_add_test ("/ui/gantt-drag/weekend", test_weekend);
  plan_fixture_add_test ("/ui/gantt-drag/duration", test_duration);
  plan_fixture_add_test ("/ui/gantt-drag/progress", test_progress);
  plan_fixture_add_test ("/ui/gantt-drag/deadline", test_deadline);
  plan_fixture_add_test ("/ui/gantt-drag/link", test_link);
  plan_fixture_add_test ("/ui/gantt-drag/nothing", test_nothing);
  plan_fixture_add_test ("/ui/gantt-drag/pointer", test_pointer);
  plan_fixture_add_test ("/ui/gantt-drag/keys", test_keys);
  plan_fixture_add_test ("/ui/gantt-drag/menu", test_menu);
  plan_fixture_add_test ("/ui/gantt-drag/hover", test_hover);
  plan_fixture_add_test ("/ui/gantt-drag/selection", test_selection);
  return plan_fixture_run (application);
}
