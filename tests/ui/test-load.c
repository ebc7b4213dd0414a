/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The load of people under the plan: it lies under the same time scale, follows selection and edits, tells and leads to
 * tasks by pointer and keys, and is remembered.
 */

#include "plan-edits.h"
#include "plan-load-pane-private.h"
#include "plan-settings.h"
#include "plan-ui-fixture.h"

#include <string.h>

static PlanApplication *application;

static PlanLoadPane *
get_pane (PlanWindow *window)
{
  return PLAN_LOAD_PANE (plan_fixture_find_widget (GTK_WIDGET (plan_window_get_page (window)), PLAN_TYPE_LOAD_PANE));
}

static PlanRowList *
get_list (PlanWindow *window)
{
  return plan_plan_page_get_list (plan_window_get_page (window));
}

static PlanWindow *
open_shown (void)
{
  PlanWindow *window;

  plan_settings_set_boolean ("load-shown", TRUE);
  window = plan_fixture_open_sample (application);
  plan_fixture_resize (window, 1280, 800);
  plan_fixture_settle (window);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_pane (window))));
  return window;
}

static void
select_task (PlanWindow *window, const char *name)
{
  PlanRowList *list = get_list (window);

  for (guint row = 0; row < plan_row_list_get_n (list); row++)
    if (g_strcmp0 (plan_row_list_get_task (list, row)->name, name) == 0)
      {
        plan_row_list_set_cursor_row (list, row);
        plan_fixture_settle (window);
        return;
      }
  g_assert_not_reached ();
}

static void
show_people (PlanWindow *window, const char *who)
{
  gtk_widget_activate_action (GTK_WIDGET (get_pane (window)), "load.show", "s", who);
  plan_fixture_settle (window);
}

static guint
count_listed (PlanWindow *window)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_pane (window)->people));
}

static char *
get_names (PlanWindow *window)
{
  const PlanModel *model = plan_document_get_model (plan_window_get_document (window));
  g_autoptr (GArray) shown = plan_load_pane_list_shown (get_pane (window));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, g_array_index (shown, guint, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", resource->name);
    }
  return g_string_free (names, FALSE);
}

static guint
find_over (PlanWindow *window, PlanLoadBar *bar)
{
  guint n;
  const PlanLoadBar *bars = plan_load_layout_get_bars (plan_load_pane_get_layout (get_pane (window)), &n);

  for (guint i = 0; i < n; i++)
    if (bars[i].load.over > 0)
      {
        *bar = bars[i];
        return i;
      }
  g_assert_not_reached ();
}

/* Exactly below the chart, wherever it is scrolled and zoomed to; F8 hides and shows it. */
static void
test_axis (void)
{
  PlanWindow *window = open_shown ();
  PlanLoadPane *pane = get_pane (window);
  PlanGanttView *view = plan_plan_page_get_view (plan_window_get_page (window));
  GtkAdjustment *adjustment = plan_fixture_get_adjustment (window, GTK_ORIENTATION_HORIZONTAL);
  static const char *const steps[] = { "view.fit", "view.days", "view.months", "view.weeks", "view.today", "view.zoom-in" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double x, y;
      guint n;
      const PlanLoadBar *bars;

      plan_fixture_activate (window, steps[i]);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 3);
      plan_fixture_settle (window);
      gtk_widget_translate_coordinates (pane->chart, GTK_WIDGET (view), 0, 0, &x, &y);
      g_assert_cmpfloat (x, ==, 0);
      g_assert_cmpint (gtk_widget_get_width (pane->chart), ==, gtk_widget_get_width (GTK_WIDGET (view)));
      bars = plan_load_layout_get_bars (plan_load_pane_get_layout (pane), &n);
      g_assert_cmpuint (n, >, 1);
      g_assert_cmpint (ABS (plan_gantt_view_get_ticks_at (view, bars[1].left - pane->left) - bars[1].start), <=,
                       1 + (PlanTicks) (PLAN_TICKS_PER_DAY / plan_gantt_view_get_zoom (view)));
    }
  plan_fixture_focus (window);
  plan_fixture_press (window, "F8");
  plan_fixture_settle (window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pane)));
  plan_fixture_press (window, "F8");
  plan_fixture_settle (window);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (pane)));
  plan_fixture_close (window);
}

/* Those of the selected tasks, of what lies below a summary, of a group, and everybody. */
static void
test_people (void)
{
  PlanWindow *window = open_shown ();
  g_autofree char *one = NULL, *group = NULL;
  guint n_below;

  select_task (window, "Checkout API");
  one = get_names (window);
  g_assert_cmpstr (one, ==, "Liu Wei");
  select_task (window, "Payment & logistics");
  n_below = count_listed (window);
  g_assert_cmpuint (n_below, >, 1);
  show_people (window, "all");
  g_assert_cmpuint (count_listed (window), >, n_below);
  show_people (window, "group:Engineering");
  g_assert_cmpuint (count_listed (window), >, 1);
  gtk_selection_model_select_item (get_pane (window)->selection, 0, TRUE);
  plan_fixture_settle (window);
  group = get_names (window);
  g_assert_null (strchr (group, ','));
  show_people (window, "tasks");
  g_assert_cmpuint (count_listed (window), ==, n_below);
  select_task (window, "Gate 1: Concept");
  g_assert_cmpuint (count_listed (window), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pane (window)->people_stack), ==, "nobody");
  plan_fixture_close (window);
}

/* An edit, and its undo, are seen with the next frame. */
static void
test_edit (void)
{
  PlanWindow *window = open_shown ();
  PlanLoadPane *pane = get_pane (window);
  PlanDocument *document = plan_window_get_document (window);
  g_autofree char *before = NULL, *after = NULL, *back = NULL;
  PlanTicks at;
  PlanId task;
  PlanLoadBar bar;
  GError *error = NULL;
  guint cell, n;

  select_task (window, "Checkout API");
  cell = find_over (window, &bar);
  before = plan_load_pane_describe (pane, cell);
  g_assert_nonnull (strstr (before, "Checkout API"));
  g_assert_nonnull (strstr (before, "over capacity"));
  at = bar.load.work;
  task = plan_row_list_get_cursor (get_list (window));
  plan_edit_task_delete (document, &task, 1, &error);
  g_assert_no_error (error);
  show_people (window, "all");
  after = plan_load_pane_describe (pane, cell);
  g_assert_true (after == NULL || strstr (after, "Checkout API") == NULL);
  plan_fixture_activate (window, "win.undo");
  select_task (window, "Checkout API");
  show_people (window, "tasks");
  back = plan_load_pane_describe (pane, cell);
  g_assert_cmpstr (back, ==, before);
  g_assert_cmpint (plan_load_layout_get_bars (plan_load_pane_get_layout (pane), &n)[cell].load.work, ==, at);
  plan_fixture_close (window);
}

/* A click on a bar of one task goes to the task. */
static void
test_click (void)
{
  PlanWindow *window = open_shown ();
  PlanLoadPane *pane = get_pane (window);
  const PlanLoadBar *bars;
  guint n;

  select_task (window, "Customer interviews");
  plan_fixture_activate (window, "view.fit");
  bars = plan_load_layout_get_bars (plan_load_pane_get_layout (pane), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = plan_load_pane_describe (pane, i);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      if (g_strv_length (lines) != 3 || strstr (text, "Pilot in Hangzhou") == NULL)
        continue;
      plan_fixture_click (window, pane->chart, (bars[i].left + bars[i].right) / 2 - pane->left, pane->tall - 4, 1, 1);
      plan_fixture_settle (window);
      g_assert_cmpstr (plan_row_list_get_task (get_list (window), plan_row_list_get_cursor_row (get_list (window)))->name, ==,
                       "Pilot in Hangzhou");
      plan_fixture_close (window);
      return;
    }
  g_assert_not_reached ();
}

/* What is said of the one person that is shown. */
static char *
describe_all (PlanWindow *window)
{
  PlanLoad *load = plan_document_get_load (plan_window_get_document (window));
  g_autoptr (GArray) shown = plan_load_pane_list_shown (get_pane (window));
  guint person = g_array_index (shown, guint, 0);
  g_autofree char *work = NULL, *capacity = NULL, *over = NULL;
  PlanLoadCell cell = { 0 };
  PlanTicks edges[2];

  g_assert_cmpuint (shown->len, ==, 1);
  g_assert_true (plan_load_get_extent (load, person, &edges[0], &edges[1]));
  plan_load_read (load, person, edges, 1, &cell);
  work = plan_load_format_work (cell.work);
  capacity = plan_load_format_work (cell.capacity);
  over = plan_load_format_work (cell.over);
  return g_strdup_printf ("Load of 1 person: %s of %s, %s over capacity", work, capacity, over);
}

/* By keys: to what is over, to its tasks, and to one of them in another project. */
static void
test_keys (void)
{
  PlanWindow *window = open_shown ();
  PlanLoadPane *pane = get_pane (window);
  PlanLoadBar bar;
  PlanTicks marked;
  g_autofree char *label = NULL;

  select_task (window, "Checkout API");
  plan_fixture_activate (window, "view.fit");
  find_over (window, &bar);
  g_assert_true (gtk_widget_grab_focus (pane->chart));
  plan_fixture_press (window, "ctrl+Right");
  plan_fixture_settle (window);
  g_assert_cmpint (pane->cell, ==, bar.start);
  plan_fixture_press (window, "Left");
  g_assert_cmpint (pane->cell, <, bar.start);
  plan_fixture_press (window, "Right");
  g_assert_cmpint (pane->cell, ==, bar.start);
  marked = pane->cell;
  plan_fixture_press (window, "Return");
  plan_fixture_settle (window);
  g_assert_nonnull (pane->menu);
  g_assert_true (gtk_widget_get_visible (pane->menu));
  gtk_popover_popdown (GTK_POPOVER (pane->menu));
  plan_fixture_settle (window);
  g_assert_cmpint (pane->cell, ==, marked);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (pane->chart), GTK_ACCESSIBLE_ROLE_IMG);
  label = describe_all (window);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pane->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  plan_fixture_close (window);
}

/* A task of another project is gone to in its project. */
static void
test_other_project (void)
{
  PlanWindow *window = open_shown ();
  PlanLoadPane *pane = get_pane (window);
  PlanDocument *document = plan_window_get_document (window);
  const PlanModel *model = plan_document_get_model (document);
  PlanId other = PLAN_ID_NONE;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT) && other == PLAN_ID_NONE; i++)
    {
      const PlanTask *task = plan_model_get_task (model, plan_model_get_assignment_at (model, i)->task);

      if (task->project != plan_window_get_project (window))
        other = task->id;
    }
  gtk_widget_activate_action (GTK_WIDGET (pane), "load.go", "x", other);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_window_get_project (window), ==, plan_model_get_task (model, other)->project);
  g_assert_cmpint (plan_row_list_get_cursor (get_list (window)), ==, other);
  plan_fixture_close (window);
}

/* Shown or not, and how high, as in the run before; a low window takes nothing of that. */
static void
test_remembered (void)
{
  PlanWindow *window = open_shown ();
  GtkPaned *paned = GTK_PANED (gtk_widget_get_parent (GTK_WIDGET (get_pane (window))));
  int height = gtk_widget_get_height (GTK_WIDGET (get_pane (window)));

  g_assert_cmpint (height, ==, 138);
  gtk_paned_set_position (paned, gtk_paned_get_position (paned) - 60);
  plan_fixture_settle (window);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (get_pane (window))), ==, height + 60);
  plan_fixture_resize (window, 1280, 600);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (get_pane (window))), ==, height + 60);
  plan_fixture_resize (window, 900, 600);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_pane (window))));
  plan_fixture_resize (window, 1280, 800);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_pane (window))));
  plan_fixture_close (window);
  g_assert_cmpint (plan_settings_get_int ("load-height"), ==, height + 60);
  window = plan_fixture_open_sample (application);
  plan_fixture_resize (window, 1280, 800);
  plan_fixture_settle (window);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_pane (window))));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (get_pane (window))), ==, height + 60);
  plan_fixture_close (window);
  plan_settings_set_int ("load-height", 138);
}

/* Without a project, and without people. */
static void
test_empty (void)
{
  PlanWindow *window;

  plan_settings_set_boolean ("load-shown", TRUE);
  window = plan_fixture_open_empty (application);
  plan_fixture_settle (window);
  show_people (window, "all");
  g_assert_cmpuint (count_listed (window), ==, 0);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/load/axis", test_axis);
  plan_fixture_add_test ("/ui/load/people", test_people);
  plan_fixture_add_test ("/ui/load/edit", test_edit);
  plan_fixture_add_test ("/ui/load/click", test_click);
  plan_fixture_add_test ("/ui/load/keys", test_keys);
  plan_fixture_add_test ("/ui/load/other-project", test_other_project);
  plan_fixture_add_test ("/ui/load/remembered", test_remembered);
  plan_fixture_add_test ("/ui/load/empty", test_empty);
  return plan_fixture_run (application);
}
