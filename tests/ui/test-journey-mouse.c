/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that is made by the mouse alone, but for the letters of names, from an office that nothing was put into: what the
 * office file then holds is the plan that the same edits make without a window. The short form makes the first tasks only.
 */

#include "plan-ui-compare.h"
#include "plan-ui-fixture.h"

#include "plan-edits.h"
#include "plan-gantt-view-private.h"
#include "plan-panel-adder.h"
#include "plan-project-page.h"
#include "plan-settings.h"
#include "plan-sheet-private.h"

#include <string.h>

#define N_TASKS       20
#define N_TASKS_SHORT 6

#define PROJECT "Warehouse"

#define HOUR PLAN_TICKS_PER_HOUR
#define DAY  (8 * HOUR)

/* Pixels per day at which bars of days, and of hours, are dragged. */
#define ZOOM_DAYS  24
#define ZOOM_HOURS 96

/* The mouse, and where it is moved to. */
typedef struct
{
  PlanWindow *window;
  PlanSheet *sheet;
  PlanGanttView *view;
  PlanRowList *list;
} Hand;

/* The same without a window. */
typedef struct
{
  PlanDocument *document;
  PlanId project;
  PlanId tasks[N_TASKS];
} Pen;

typedef struct _Step Step;

/* One kind of step, in both ways. */
typedef struct
{
  void (*by_hand) (Hand *hand, const Step *step);
  void (*by_pen) (Pen *pen, const Step *step, GError **error);
} StepKind;

/* @task, @other: by their place in the names; @value: ticks or percent; @undone: a mistake, which is taken back at once. */
struct _Step
{
  const StepKind *kind;
  guint task;
  guint other;
  gint64 value;
  const char *text;
  gboolean undone;
};

static const char *const names[N_TASKS] = {
  "Preparation", "Requirements", "Permits", "Site survey", "Start signal", "Design", "Concept", "Drawings", "Review", "Approval", "Tender",
  "Construction", "Foundations", "Steel", "Roof", "Floor", "Doors", "Electricity", "Inspection", "Handover",
};

static PlanApplication *application;

/* What a step is made of. */

static guint
find_row (Hand *hand, guint task)
{
  for (guint row = 0; row < plan_row_list_get_n (hand->list); row++)
    if (g_strcmp0 (plan_row_list_get_task (hand->list, row)->name, names[task]) == 0)
      return row;
  g_error ("no row is called “%s”", names[task]);
}

/* The first widget below @widget that can be seen and clicked, with an action, or showing a text; or NULL. */
static GtkWidget *
find_widget (GtkWidget *widget, const char *action, const char *text)
{
  g_autofree char *shown = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (action != NULL && GTK_IS_ACTIONABLE (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  if (text != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (widget), GTK_IS_LABEL (widget) ? "label" : "text") != NULL)
    g_object_get (widget, GTK_IS_LABEL (widget) ? "label" : "text", &shown, NULL);
  if (text != NULL && g_strcmp0 (shown, text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, action, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click_widget (Hand *hand, GtkWidget *widget)
{
  g_assert_nonnull (widget);
  plan_fixture_click (hand->window, widget, gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2, 1, 1);
}

static void
click_button (Hand *hand, const char *action)
{
  GtkWidget *button = find_widget (GTK_WIDGET (hand->window), action, NULL);

  if (button == NULL || !gtk_widget_is_sensitive (button))
    g_error ("no button does “%s” now", action);
  click_widget (hand, button);
}

/* Chooses from the menu that is open. */
static void
click_item (Hand *hand, const char *text)
{
  GtkWidget *item = NULL;
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while ((item = find_widget (GTK_WIDGET (hand->window), NULL, text)) == NULL && g_get_monotonic_time () < end)
    plan_fixture_settle (hand->window);
  if (item == NULL)
    g_error ("no item is called “%s”", text);
  click_widget (hand, item);
  plan_fixture_settle (hand->window);
}

static double
get_number_y (Hand *hand, guint row)
{
  graphene_rect_t area;

  g_assert_true (plan_sheet_get_cell_area (hand->sheet, row, PLAN_COLUMN_NAME, &area));
  return area.origin.y + area.size.height / 2;
}

/* On the number of a row. */
static void
click_number (Hand *hand, guint task, int button)
{
  plan_fixture_click (hand->window, GTK_WIDGET (hand->sheet), hand->sheet->number_width / 2, get_number_y (hand, find_row (hand, task)),
                      button, 1);
}

static void
select_rows (Hand *hand, guint first, guint last)
{
  double x = hand->sheet->number_width / 2;

  click_number (hand, last, 1);
  if (first == last)
    return;
  plan_fixture_drag (hand->window, GTK_WIDGET (hand->sheet), x, get_number_y (hand, find_row (hand, first)), x,
                     get_number_y (hand, find_row (hand, last)));
  g_assert_cmpuint (gtk_bitset_get_size (plan_row_list_get_selected (hand->list)), ==, last - first + 1);
}

static void
zoom_to (Hand *hand, double px_per_day)
{
  while (plan_gantt_view_get_zoom (hand->view) < px_per_day)
    click_button (hand, "view.zoom-in");
  while (plan_gantt_view_get_zoom (hand->view) > px_per_day)
    click_button (hand, "view.zoom-out");
}

static guint
get_index (Hand *hand, guint task)
{
  return plan_row_list_get_rows (hand->list)->task[find_row (hand, task)];
}

/* The bar of a task in pixels of the view, its y being that of its middle; whether it can be seen. */
static gboolean
find_bar (Hand *hand, guint task, PlanGanttBar *bar)
{
  if (!plan_gantt_view_find_bar (hand->view, get_index (hand, task), bar))
    return FALSE;
  bar->x -= plan_gantt_view_get_offset (hand->view, GTK_ORIENTATION_HORIZONTAL);
  bar->y += plan_gantt_view_get_header_height (hand->view) - plan_gantt_view_get_offset (hand->view, GTK_ORIENTATION_VERTICAL) +
            bar->height / 2;
  return bar->x >= 0 && bar->x + bar->width <= gtk_widget_get_width (GTK_WIDGET (hand->view));
}

/* The same, after scrolling to it when it cannot be seen. */
static PlanGanttBar
get_bar (Hand *hand, guint task)
{
  PlanGanttBar bar;

  if (find_bar (hand, task, &bar))
    return bar;
  click_number (hand, task, 3);
  click_item (hand, "Show the bar in the chart");
  find_bar (hand, task, &bar);
  return bar;
}

static void
drag_in_chart (Hand *hand, double x0, double y0, double x1, double y1)
{
  plan_fixture_drag (hand->window, GTK_WIDGET (hand->view), x0, y0, x1, y1);
}

static void
open_bar_menu (Hand *hand, guint task)
{
  PlanGanttBar bar;

  /* The edit before may have moved the chart. */
  gtk_test_widget_wait_for_draw (GTK_WIDGET (hand->window));
  plan_fixture_settle (hand->window);
  bar = get_bar (hand, task);
  plan_fixture_click (hand->window, GTK_WIDGET (hand->view), bar.x + bar.width / 2, bar.y, 3, 1);
}

/* Kinds of steps. */

static void
name_by_hand (Hand *hand, const Step *step)
{
  click_button (hand, "task.add");
  g_assert_true (plan_sheet_is_editing (hand->sheet));
  plan_fixture_type (hand->window, names[step->task]);
}

static void
name_by_pen (Pen *pen, const Step *step, GError **error)
{
  PlanId after = step->task > 0 ? pen->tasks[step->task - 1] : PLAN_ID_NONE;

  plan_edit_task_insert (pen->document, pen->project, PLAN_ID_NONE, after, names[step->task], NULL, &pen->tasks[step->task], error);
}

static void
indent_by_hand (Hand *hand, const Step *step)
{
  select_rows (hand, step->task, step->other);
  click_button (hand, "task.indent");
}

static void
indent_by_pen (Pen *pen, const Step *step, GError **error)
{
  plan_edit_tasks_indent (pen->document, pen->tasks + step->task, step->other - step->task + 1, error);
}

/* Taken by its number, a row is let go on the border below another one. The server hands it over after the button is let go. */
static void
move_by_hand (Hand *hand, const Step *step)
{
  double x = hand->sheet->number_width / 2, height = plan_row_list_get_row_height (hand->list);

  click_number (hand, step->task, 1);
  plan_fixture_drag (hand->window, GTK_WIDGET (hand->sheet), x, get_number_y (hand, find_row (hand, step->task)), x,
                     get_number_y (hand, find_row (hand, step->other)) + height / 2);
  for (guint i = 0; i < 50 && find_row (hand, step->task) != find_row (hand, step->other) + 1; i++)
    plan_fixture_settle (hand->window);
}

static void
move_by_pen (Pen *pen, const Step *step, GError **error)
{
  const PlanTask *other = plan_model_get_task (plan_document_get_model (pen->document), pen->tasks[step->other]);

  plan_edit_tasks_move (pen->document, &pen->tasks[step->task], 1, other->parent, other->id, error);
}

/* The end of the bar is dragged by as much as there is from the old finish to the new one. */
static void
duration_by_hand (Hand *hand, const Step *step)
{
  PlanDocument *document = plan_window_get_document (hand->window);
  const PlanSchedule *schedule = plan_document_get_schedule (document);
  guint index = get_index (hand, step->task);
  const PlanWorktime *worktime = plan_schedule_get_task_worktime (schedule, plan_document_get_model (document), index);
  PlanScheduledTask dates = *plan_schedule_get_task (schedule, index);
  PlanGanttBar bar;
  double way, end;

  zoom_to (hand, step->value % DAY != 0 ? ZOOM_HOURS : ZOOM_DAYS);
  bar = get_bar (hand, step->task);
  end = bar.x + bar.width - 1;
  way = plan_timescale_x (&hand->view->scale, plan_worktime_add (worktime, dates.start, step->value)) -
        plan_timescale_x (&hand->view->scale, dates.finish);
  drag_in_chart (hand, end, bar.y, end + way, bar.y);
}

static void
duration_by_pen (Pen *pen, const Step *step, GError **error)
{
  PlanValue value = PLAN_VALUE_OF_INTEGER (step->value);

  plan_edit_set (pen->document, PLAN_FIELD_TASK_DURATION, pen->tasks[step->task], &value, error);
}

/* A task of a day gets none: a milestone. */
static void
milestone_by_hand (Hand *hand, const Step *step)
{
  open_bar_menu (hand, step->task);
  click_item (hand, "A day shorter");
}

static void
order_by_hand (Hand *hand, const Step *step)
{
  select_rows (hand, step->task, step->other);
  click_button (hand, "task.link");
}

static void
order_by_pen (Pen *pen, const Step *step, GError **error)
{
  plan_edit_tasks_link (pen->document, pen->tasks + step->task, step->other - step->task + 1, error);
}

static void
point_at (Hand *hand, double x, double y)
{
  plan_fixture_point (hand->window, GTK_WIDGET (hand->view), x, y);
}

/* From bar to bar, with all of the plan in view; first up or down, as the way begins. Near an edge of the view, the other bar comes along while it scrolls. */
static void
link_by_hand (Hand *hand, const Step *step)
{
  PlanGanttBar from, to;
  double last = G_MAXDOUBLE;

  click_button (hand, "view.fit");
  from = get_bar (hand, step->task);
  find_bar (hand, step->other, &to);
  point_at (hand, from.x + from.width / 2, from.y);
  plan_fixture_button (hand->window, 1, TRUE);
  point_at (hand, from.x + from.width / 2, from.y + (to.y > from.y ? 12 : -12));
  for (guint i = 0; i < 100 && last != to.x; i++)
    {
      last = to.x;
      point_at (hand, to.x + to.width / 2, to.y);
      find_bar (hand, step->other, &to);
    }
  plan_fixture_button (hand->window, 1, FALSE);
}

static void
link_by_pen (Pen *pen, const Step *step, GError **error)
{
  plan_edit_link_add (pen->document, pen->tasks[step->task], pen->tasks[step->other], PLAN_LINK_FS, NULL, NULL, error);
}

/* In the menu of the task that waits. */
static void
type_by_hand (Hand *hand, const Step *step)
{
  g_autofree char *link = g_strdup_printf ("Link from %s", names[step->task]);

  open_bar_menu (hand, step->other);
  click_item (hand, link);
  click_item (hand, step->text);
}

static void
type_by_pen (Pen *pen, const Step *step, GError **error)
{
  const PlanModel *model = plan_document_get_model (pen->document);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_LINK); i++)
    {
      const PlanLink *link = plan_model_get_link_at (model, i);

      if (link->predecessor == pen->tasks[step->task] && link->successor == pen->tasks[step->other])
        {
          plan_edit_set_text (pen->document, PLAN_FIELD_LINK_TYPE, link->id, "SS", error);
          return;
        }
    }
  g_assert_not_reached ();
}

/* Progress begins at the start of a bar. */
static void
progress_by_hand (Hand *hand, const Step *step)
{
  PlanGanttBar bar;

  zoom_to (hand, ZOOM_DAYS);
  bar = get_bar (hand, step->task);
  drag_in_chart (hand, bar.x + 1, bar.y, bar.x + bar.width * step->value / PLAN_PERCENT_HUNDRED, bar.y);
}

static void
progress_by_pen (Pen *pen, const Step *step, GError **error)
{
  PlanValue value = PLAN_VALUE_OF_INTEGER (step->value);

  plan_edit_set (pen->document, PLAN_FIELD_TASK_PERCENT_COMPLETE, pen->tasks[step->task], &value, error);
}

/* Opens the people of a task in the side panel. */
static GtkWidget *
open_adder (Hand *hand, guint task)
{
  GtkWidget *panel = GTK_WIDGET (plan_window_get_side_panel (hand->window));

  if (!gtk_widget_get_mapped (panel))
    click_button (hand, "view.side-panel");
  click_number (hand, task, 1);
  click_widget (hand, plan_fixture_find_widget (panel, PLAN_TYPE_PANEL_ADDER));
  return plan_fixture_find_widget (panel, PLAN_TYPE_PANEL_ADDER);
}

/* A name that is new is typed, and taken by the mark beside it. */
static void
newcomer_by_hand (Hand *hand, const Step *step)
{
  GtkWidget *entry = plan_fixture_find_widget (open_adder (hand, step->task), GTK_TYPE_ENTRY);
  GdkRectangle icon;

  plan_fixture_type (hand->window, step->text);
  gtk_entry_get_icon_area (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, &icon);
  plan_fixture_click (hand->window, entry, icon.x + icon.width / 2, icon.y + icon.height / 2, 1, 1);
}

static void
colleague_by_hand (Hand *hand, const Step *step)
{
  GtkWidget *adder = open_adder (hand, step->task);

  click_widget (hand, find_widget (adder, NULL, step->text));
}

static void
people_by_pen (Pen *pen, const Step *step, GError **error)
{
  plan_edit_set_cell (pen->document, PLAN_COLUMN_RESOURCES, pen->tasks[step->task], step->text, error);
}

static const StepKind name = { name_by_hand, name_by_pen };
static const StepKind indent = { indent_by_hand, indent_by_pen };
static const StepKind move = { move_by_hand, move_by_pen };
static const StepKind duration = { duration_by_hand, duration_by_pen };
static const StepKind milestone = { milestone_by_hand, duration_by_pen };
static const StepKind in_order = { order_by_hand, order_by_pen };
static const StepKind link_bars = { link_by_hand, link_by_pen };
static const StepKind type = { type_by_hand, type_by_pen };
static const StepKind progress = { progress_by_hand, progress_by_pen };
static const StepKind newcomer = { newcomer_by_hand, people_by_pen };
static const StepKind colleague = { colleague_by_hand, people_by_pen };

static const Step steps[] = {
  { &name, 0 }, { &name, 1 }, { &name, 2 }, { &name, 3 }, { &name, 4 }, { &name, 5 }, { &name, 6 }, { &name, 7 }, { &name, 8 }, { &name, 9 },
  { &name, 10 }, { &name, 11 }, { &name, 12 }, { &name, 13 }, { &name, 14 }, { &name, 15 }, { &name, 16 }, { &name, 17 }, { &name, 18 },
  { &name, 19 },
  { &indent, 1, 4 }, { &indent, 5, 5, .undone = TRUE }, { &indent, 6, 10 }, { &indent, 12, 18 },
  { &move, 2, 3 }, { &move, 4, 0, .undone = TRUE },
  { &duration, 1, .value = 3 * DAY }, { &duration, 2, .value = 10 * DAY }, { &duration, 3, .value = 2 * DAY },
  { &duration, 3, .value = 6 * DAY, .undone = TRUE }, { &duration, 6, .value = 5 * DAY }, { &duration, 7, .value = 8 * DAY },
  { &duration, 10, .value = 10 * DAY }, { &duration, 12, .value = 10 * DAY }, { &duration, 13, .value = 15 * DAY },
  { &duration, 14, .value = 5 * DAY }, { &duration, 15, .value = 6 * DAY }, { &duration, 17, .value = 12 * DAY },
  { &milestone, 4 }, { &milestone, 9 }, { &milestone, 19 }, { &duration, 16, .value = 4 * HOUR },
  { &link_bars, 1, 3 }, { &link_bars, 3, 2 }, { &link_bars, 2, 4 }, { &link_bars, 1, 4, .undone = TRUE }, { &in_order, 6, 9 },
  { &link_bars, 4, 6 }, { &link_bars, 7, 10 }, { &type, 7, 10, .text = "Start-to-start (SS)" }, { &in_order, 12, 16 }, { &link_bars, 10, 12 },
  { &link_bars, 14, 17 }, { &link_bars, 17, 18 }, { &link_bars, 16, 18 }, { &link_bars, 18, 19 },
  { &progress, 1, .value = PLAN_PERCENT_HUNDRED }, { &progress, 3, .value = PLAN_PERCENT_HUNDRED },
  { &progress, 2, .value = 40 * PLAN_PERCENT_ONE },
  { &newcomer, 1, .text = "Li Na" }, { &colleague, 3, .text = "Li Na" }, { &newcomer, 7, .text = "Zhao Lei" },
  { &colleague, 6, .text = "Zhao Lei" }, { &colleague, 13, .text = "Li Na" },
};

static gboolean
is_left_out (const Step *step, guint n_tasks)
{
  return step->task >= n_tasks || step->other >= n_tasks;
}

static GtkNative *
find_project_page (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkNative) window = g_list_model_get_item (windows, i);

      if (PLAN_IS_PROJECT_PAGE (window))
        return window;
    }
  return NULL;
}

static void
make_project (Hand *hand)
{
  GtkWidget *page;

  click_widget (hand, find_widget (GTK_WIDGET (hand->window), NULL, "New"));
  click_item (hand, "New project…");
  page = GTK_WIDGET (find_project_page ());
  g_assert_nonnull (page);
  plan_fixture_focus_native (hand->window, GTK_NATIVE (page));
  click_widget (hand, plan_fixture_find_widget (page, ADW_TYPE_ENTRY_ROW));
  plan_fixture_type (hand->window, PROJECT);
  click_widget (hand, find_widget (page, NULL, "Create"));
  for (guint i = 0; i < 50 && find_project_page () != NULL; i++)
    plan_fixture_settle (hand->window);
  g_assert_null (find_project_page ());
  plan_fixture_focus (hand->window);
}

static void
make_by_hand (Hand *hand, guint n_tasks)
{
  make_project (hand);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (is_left_out (&steps[i], n_tasks))
        continue;
      steps[i].kind->by_hand (hand, &steps[i]);
      /* Taken back, done again, and taken back once more. */
      if (steps[i].undone)
        {
          click_button (hand, "win.undo");
          click_button (hand, "win.redo");
          click_button (hand, "win.undo");
        }
    }
}

static void
make_by_pen (Pen *pen, guint n_tasks, PlanTicks start)
{
  const PlanNewProject what = { .name = PROJECT, .start = start };
  g_autoptr (GError) error = NULL;

  plan_edit_project_create (pen->document, &what, &pen->project, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (is_left_out (&steps[i], n_tasks) || steps[i].undone)
        continue;
      steps[i].kind->by_pen (pen, &steps[i], &error);
      g_assert_no_error (error);
    }
}

static PlanDocument *
open_document (const char *base, PlanStoreFlags flags)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), base, NULL);
  g_autoptr (GError) error = NULL;
  PlanDocument *document = plan_document_open (path, flags, &error);

  g_assert_no_error (error);
  return document;
}

static void
close_document (PlanDocument *document)
{
  plan_document_close (document);
  g_object_unref (document);
}

static void
test_mouse (void)
{
  guint n_tasks = g_test_slow () ? N_TASKS : N_TASKS_SHORT;
  PlanWindow *window;
  PlanPlanPage *page;
  Pen pen = { NULL };
  PlanDocument *document;
  PlanId project;
  PlanTicks start;
  g_autofree char *made = NULL;
  g_autofree char *expected = NULL;

  plan_settings_set_int ("window-width", 1580);
  plan_settings_set_int ("window-height", 880);
  window = plan_fixture_open_empty (application);
  page = plan_window_get_page (window);
  plan_fixture_focus (window);
  make_by_hand (&(Hand) { window, plan_plan_page_get_sheet (page), plan_plan_page_get_view (page), plan_plan_page_get_list (page) }, n_tasks);
  project = plan_window_get_project (window);
  plan_fixture_close (window);

  document = open_document ("empty.planwright", 0);
  start = plan_model_get_project (plan_document_get_model (document), project)->start;
  made = plan_compare_describe (document, project);
  close_document (document);
  pen.document = open_document ("edits.planwright", PLAN_STORE_CREATE);
  make_by_pen (&pen, n_tasks, start);
  expected = plan_compare_describe (pen.document, pen.project);
  close_document (pen.document);
  plan_compare_assert_same (made, expected);
  g_assert_nonnull (strstr (made, names[n_tasks - 1]));
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/journey-mouse/plan", test_mouse);
  return plan_fixture_run (application);
}
