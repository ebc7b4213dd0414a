/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The side panel and the status strip: what they say of the selected task, what typing into them does to the office, where
 * their buttons lead, and that they fit into windows of all widths.
 */

#include "plan-columns.h"
#include "plan-details-panel-private.h"
#include "plan-edits.h"
#include "plan-history-row.h"
#include "plan-status-date.h"
#include "plan-ui-fixture.h"
#include "plan-view-switcher.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static PlanApplication *application;

/* Rows of the schedule, in their order. */
enum {
  DURATION,
  START,
  FINISH,
  SLACK,
  COMPLETE,
  DEADLINE,
  CONSTRAINT,
  CONSTRAINT_DATE,
};

static PlanRowList *
get_list (PlanWindow *window)
{
  return plan_plan_page_get_list (plan_window_get_page (window));
}

static PlanDetailsPanel *
get_details (PlanWindow *window)
{
  return plan_side_panel_get_details (plan_window_get_side_panel (window));
}

static PlanHistoryPanel *
get_history (PlanWindow *window)
{
  return plan_side_panel_get_history (plan_window_get_side_panel (window));
}

static const PlanModel *
get_model (PlanWindow *window)
{
  return plan_document_get_model (plan_window_get_document (window));
}

/* A window that is wide enough for the panel beside the chart, with the panel. */
static PlanWindow *
open_wide (PlanWindow *window)
{
  g_autoptr (GVariant) state = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 800);
  plan_fixture_settle (window);
  state = g_action_group_get_action_state (plan_window_get_view_actions (window), "side-panel");
  if (!g_variant_get_boolean (state))
    plan_fixture_activate (window, "view.side-panel");
  g_action_group_change_action_state (plan_window_get_view_actions (window), "panel-page",
                                      g_variant_new_string ("details"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  plan_fixture_settle (window);
  return window;
}

static PlanWindow *
open_sample (void)
{
  return open_wide (plan_fixture_open_sample (application));
}

static void
select_row (PlanWindow *window, guint row)
{
  plan_row_list_set_cursor_row (get_list (window), row);
  plan_fixture_settle (window);
}

/* Selects the first row for which something holds. */
static PlanId
select_task (PlanWindow *window, gboolean (*holds) (const PlanTask *task, const PlanScheduledTask *dates))
{
  PlanRowList *list = get_list (window);

  for (guint row = 0; row < plan_row_list_get_n (list); row++)
    {
      const PlanTask *task = plan_row_list_get_task (list, row);
      guint index = plan_model_find (get_model (window), PLAN_RECORD_TASK, task->id);

      if (holds (task, plan_schedule_get_task (plan_document_get_schedule (plan_window_get_document (window)), index)))
        {
          select_row (window, row);
          return task->id;
        }
    }
  g_assert_not_reached ();
}

static gboolean
is_open_task (const PlanTask *task, const PlanScheduledTask *dates)
{
  return !dates->summary && dates->percent_complete == 0 && dates->duration > 0;
}

static gboolean
is_summary (const PlanTask *task, const PlanScheduledTask *dates)
{
  return dates->summary;
}

/* What a row says is what the cell of the sheet says. */
static void
assert_says_cell (PlanWindow *window, guint field, PlanColumnId column)
{
  PlanDetailsPanel *details = get_details (window);
  PlanCellSource source = plan_row_list_get_source (details->list);
  g_autofree char *text = plan_column_get_text (column, &source, plan_details_get_row (details), PLAN_CELL_SHOWN);

  g_assert_cmpstr (plan_panel_field_get_text (details->fields[field]), ==, text);
}

/* Types into a row as the keyboard does: the row gets the focus, its text is replaced, Enter. */
static void
type_into (PlanWindow *window, guint field, const char *text)
{
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (get_details (window)->fields[field]));
  plan_fixture_settle (window);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
  g_signal_emit_by_name (focus, "activate");
  plan_fixture_settle (window);
}

static guint
count_children (GtkBox *box)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
test_follows_selection (void)
{
  PlanWindow *window = open_sample ();
  PlanDetailsPanel *details = get_details (window);
  PlanRowList *list = get_list (window);
  g_autofree char *name = NULL;

  for (guint row = 0; row < MIN (plan_row_list_get_n (list), 8); row++)
    {
      g_clear_pointer (&name, g_free);
      select_row (window, row);
      name = plan_panel_text_dup_text (details->name);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (details->stack), ==, "task");
      g_assert_cmpstr (name, ==, plan_row_list_get_task (list, row)->name);
      assert_says_cell (window, DURATION, PLAN_COLUMN_DURATION);
      assert_says_cell (window, START, PLAN_COLUMN_START);
      assert_says_cell (window, FINISH, PLAN_COLUMN_FINISH);
      assert_says_cell (window, COMPLETE, PLAN_COLUMN_COMPLETE);
      assert_says_cell (window, CONSTRAINT, PLAN_COLUMN_CONSTRAINT);
      g_assert_true (gtk_widget_get_visible (details->reason_group));
    }
  plan_row_list_select_range (list, 1, 3);
  plan_fixture_settle (window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (details->stack), ==, "many");
  g_assert_nonnull (strstr (gtk_label_get_label (details->many_title), "3"));
  plan_row_list_set_cursor_row (list, PLAN_INDEX_NONE);
  plan_fixture_settle (window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (details->stack), ==, "project");
  g_assert_cmpuint (count_children (details->project_box), ==, 4);
  plan_fixture_close (window);
}

static void
test_edits (void)
{
  PlanWindow *window = open_sample ();
  PlanDetailsPanel *details = get_details (window);
  PlanId id = select_task (window, is_open_task);
  PlanTicks before = plan_model_get_task (get_model (window), id)->duration;
  g_autofree char *name = NULL;

  type_into (window, DURATION, "3d");
  g_assert_cmpint (plan_model_get_task (get_model (window), id)->duration, ==, 3 * 8 * PLAN_TICKS_PER_HOUR);
  type_into (window, COMPLETE, "50");
  g_assert_cmpint (plan_model_get_task (get_model (window), id)->percent_complete, ==, 5000);
  /* What is left as it was is no edit. */
  plan_fixture_activate (window, "view.history");
  g_assert_cmpint (plan_model_get_task (get_model (window), id)->percent_complete, ==, 5000);
  g_assert_true (plan_document_undo (plan_window_get_document (window), NULL));
  g_assert_true (plan_document_undo (plan_window_get_document (window), NULL));
  g_assert_cmpint (plan_model_get_task (get_model (window), id)->duration, ==, before);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (plan_fixture_find_widget (GTK_WIDGET (details->notes), GTK_TYPE_TEXT_VIEW))),
                            "Two\nlines", -1);
  g_assert_true (plan_details_panel_finish_edit (details));
  g_assert_null (plan_model_get_task (get_model (window), id)->notes);
  plan_fixture_activate (window, "task.details");
  gtk_widget_grab_focus (GTK_WIDGET (details->notes));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window)))), "Two\nlines", -1);
  select_row (window, 0);
  g_assert_cmpstr (plan_model_get_task (get_model (window), id)->notes, ==, "Two\nlines");
  name = plan_panel_text_dup_text (details->notes);
  g_assert_cmpstr (name, !=, "Two\nlines");
  plan_fixture_close (window);
}

static void
test_errors_stay (void)
{
  PlanWindow *window = open_sample ();
  PlanDetailsPanel *details = get_details (window);
  PlanId id = select_task (window, is_open_task);
  PlanTicks before = plan_model_get_task (get_model (window), id)->duration;
  gint64 revision = plan_document_get_revision (plan_window_get_document (window));

  type_into (window, DURATION, "soon");
  g_assert_cmpint (plan_model_get_task (get_model (window), id)->duration, ==, before);
  g_assert_nonnull (plan_panel_field_get_reason (details->fields[DURATION]));
  g_assert_cmpstr (plan_panel_field_get_text (details->fields[DURATION]), ==, "soon");
  /* Neither leaving the row nor another edit takes it away. */
  type_into (window, COMPLETE, "20");
  g_assert_cmpstr (plan_panel_field_get_text (details->fields[DURATION]), ==, "soon");
  g_assert_nonnull (plan_panel_field_get_reason (details->fields[DURATION]));
  g_assert_cmpint (plan_document_get_revision (plan_window_get_document (window)), ==, revision + 1);
  /* The window stays, too. */
  gtk_window_close (GTK_WINDOW (window));
  plan_fixture_settle (window);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  type_into (window, DURATION, "2d");
  g_assert_null (plan_panel_field_get_reason (details->fields[DURATION]));
  assert_says_cell (window, DURATION, PLAN_COLUMN_DURATION);
  plan_fixture_close (window);
}

static void
test_summary (void)
{
  PlanWindow *window = open_sample ();
  PlanDetailsPanel *details = get_details (window);
  GtkWidget *focus;

  select_task (window, is_summary);
  gtk_widget_grab_focus (GTK_WIDGET (details->fields[DURATION]));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (focus)));
  select_task (window, is_open_task);
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (focus)));
  plan_fixture_close (window);
}

/* The button in a row of a card. */
static GtkWidget *
find_button (GtkWidget *widget, gboolean last)
{
  for (GtkWidget *child = last ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget); child != NULL;
       child = last ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      return child;
  return NULL;
}

static void
test_people (void)
{
  PlanWindow *window = open_sample ();
  PlanDetailsPanel *details = get_details (window);
  guint n_before, n_resources;

  select_task (window, is_open_task);
  n_before = count_children (details->people_box);
  n_resources = plan_model_get_n (get_model (window), PLAN_RECORD_RESOURCE);
  plan_panel_adder_type (details->people_adder, "Somebody New 50%");
  plan_fixture_settle (window);
  g_assert_null (plan_panel_adder_get_reason (details->people_adder));
  g_assert_cmpuint (plan_model_get_n (get_model (window), PLAN_RECORD_RESOURCE), ==, n_resources + 1);
  g_assert_cmpuint (count_children (details->people_box), ==, n_before + 1);
  plan_panel_adder_type (details->people_adder, "Somebody New");
  g_assert_nonnull (plan_panel_adder_get_reason (details->people_adder));
  g_signal_emit_by_name (find_button (gtk_widget_get_last_child (GTK_WIDGET (details->people_box)), TRUE), "clicked");
  plan_fixture_settle (window);
  g_assert_cmpuint (count_children (details->people_box), ==, n_before);
  plan_fixture_close (window);
}

static void
test_links (void)
{
  PlanWindow *window = open_sample ();
  PlanDetailsPanel *details = get_details (window);
  PlanId id = select_task (window, is_open_task), other;
  const PlanModel *model = get_model (window);
  guint n_links = plan_model_get_n (model, PLAN_RECORD_LINK);
  GtkWidget *button;

  /* The first child of the card is a predecessor: the sample's first open task has one. */
  button = find_button (gtk_widget_get_first_child (GTK_WIDGET (details->links_box)), FALSE);
  g_assert_nonnull (button);
  other = *(const PlanId *) g_object_get_data (G_OBJECT (button), "id");
  g_signal_emit_by_name (button, "clicked");
  plan_fixture_settle (window);
  g_assert_cmpint (plan_row_list_get_cursor (get_list (window)), ==, other);
  g_assert_cmpint (details->task, ==, other);

  plan_row_list_show_task (get_list (window), id);
  plan_fixture_settle (window);
  plan_panel_adder_type (details->links_adder, "9999");
  g_assert_nonnull (plan_panel_adder_get_reason (details->links_adder));
  plan_panel_adder_type (details->links_adder, "3SS+2d");
  plan_fixture_settle (window);
  g_assert_cmpuint (plan_model_get_n (model, PLAN_RECORD_LINK), ==, n_links + 1);
  g_signal_emit_by_name (find_button (gtk_widget_get_first_child (GTK_WIDGET (details->links_box)), TRUE), "clicked");
  plan_fixture_settle (window);
  g_assert_cmpuint (plan_model_get_n (model, PLAN_RECORD_LINK), ==, n_links);
  plan_fixture_close (window);
}

static PlanHistoryRow *
get_history_row (PlanWindow *window, int number)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (get_history (window)), PLAN_TYPE_HISTORY_PANEL, "list"));

  return PLAN_HISTORY_ROW (gtk_list_box_get_row_at_index (list, number));
}

/* A click on what drives a task goes to that task. */
static void
test_reason (void)
{
  PlanWindow *window = open_sample ();
  PlanDetailsPanel *details = get_details (window);
  PlanRowList *list = get_list (window);
  GtkWidget *cause;
  PlanId id;

  for (guint row = 0; row < plan_row_list_get_n (list); row++)
    {
      select_row (window, row);
      cause = gtk_widget_get_first_child (GTK_WIDGET (details->reason_box));
      if (plan_row_list_is_summary (list, row) || !GTK_IS_BUTTON (cause))
        continue;
      id = *(PlanId *) g_object_get_data (G_OBJECT (cause), "id");
      plan_fixture_click (window, cause, gtk_widget_get_width (cause) / 2, gtk_widget_get_height (cause) / 2, 1, 1);
      g_assert_cmpuint (plan_row_list_get_cursor_row (list), ==, plan_row_list_find (list, id));
      g_assert_cmpuint (plan_row_list_get_cursor_row (list), <, row);
      plan_fixture_close (window);
      return;
    }
  g_assert_not_reached ();
}

static void
test_history (void)
{
  PlanWindow *window = open_sample ();
  PlanDocument *document = plan_window_get_document (window);
  PlanId id = select_task (window, is_open_task), first = plan_window_get_project (window);
  g_autofree char *text = NULL;
  guint n_before;

  plan_fixture_activate (window, "view.history");
  n_before = plan_history_panel_get_n_rows (get_history (window));
  g_assert_true (plan_edit_set_text (document, PLAN_FIELD_TASK_NAME, id, "Another name", NULL));
  plan_fixture_settle (window);
  g_assert_cmpuint (plan_history_panel_get_n_rows (get_history (window)), ==, n_before + 1);
  text = plan_document_get_step_label (document, PLAN_STEP_UNDO);
  g_assert_cmpstr (plan_history_row_get_text (get_history_row (window, 0)), ==, text);
  g_assert_false (plan_history_row_is_undone (get_history_row (window, 0)));

  plan_fixture_activate (window, "win.undo");
  g_assert_cmpuint (plan_history_panel_get_n_rows (get_history (window)), ==, n_before + 1);
  g_assert_true (plan_history_row_is_undone (get_history_row (window, 0)));
  plan_fixture_activate (window, "win.redo");
  g_assert_false (plan_history_row_is_undone (get_history_row (window, 0)));

  plan_fixture_activate (window, "project.next");
  g_assert_cmpint (plan_window_get_project (window), !=, first);
  gtk_widget_activate_action (GTK_WIDGET (get_history_row (window, 0)), "history.show-project", "x", (gint64) first);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_window_get_project (window), ==, first);
  plan_fixture_close (window);
}

/* Older pages are read when they are scrolled to; a page of edits that were undone hides none before it. */
static void
test_long_history (void)
{
  PlanWindow *window = open_sample ();
  PlanDocument *document = plan_window_get_document (window);
  PlanId id = select_task (window, is_open_task);
  GtkScrolledWindow *scroller;
  GtkAdjustment *adjustment;

  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %u", i);

      g_assert_true (plan_edit_set_text (document, PLAN_FIELD_TASK_NAME, id, name, NULL));
    }
  plan_fixture_activate (window, "view.history");
  g_assert_cmpuint (plan_history_panel_get_n_rows (get_history (window)), ==, 100);
  scroller = GTK_SCROLLED_WINDOW (gtk_widget_get_template_child (GTK_WIDGET (get_history (window)), PLAN_TYPE_HISTORY_PANEL, "scroller"));
  adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  for (guint i = 0; i < 50 && plan_history_panel_get_n_rows (get_history (window)) < 251; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      plan_fixture_settle (window);
    }
  g_assert_cmpuint (plan_history_panel_get_n_rows (get_history (window)), >=, 251);
  plan_fixture_close (window);
}

static void
press (PlanWindow *window, const char *button)
{
  g_signal_emit_by_name (plan_status_strip_get_button (plan_window_get_status_strip (window), button), "clicked");
  plan_fixture_settle (window);
}

/* The numbers that the strip says are those of the rows that its buttons show. */
static void
test_status_filters (void)
{
  static const struct
  {
    const char *button;
    PlanRowFilter filter;
  } cases[] = {
    { "critical", PLAN_ROWS_CRITICAL },
    { "deadlines", PLAN_ROWS_DEADLINES },
  };
  PlanWindow *window = open_sample ();
  PlanRowList *list = get_list (window);
  guint n_all = plan_row_list_get_n (list);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_counted, n_leaves = 0;

      plan_row_filter_count (&cases[i].filter, 1, get_model (window), plan_document_get_schedule (plan_window_get_document (window)),
                             plan_row_list_get_outline (list), &n_counted);
      press (window, cases[i].button);
      g_assert_cmpint (plan_row_list_get_filter (list), ==, cases[i].filter);
      for (guint row = 0; row < plan_row_list_get_n (list); row++)
        n_leaves += !plan_row_list_is_summary (list, row);
      g_assert_cmpuint (n_counted, >, 0);
      g_assert_cmpuint (n_leaves, ==, n_counted);
      g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (plan_status_strip_get_button (plan_window_get_status_strip (window), "show_all"))));
      press (window, "show_all");
      g_assert_cmpuint (plan_row_list_get_n (list), ==, n_all);
    }
  press (window, "finish");
  {
    const PlanTask *task = plan_row_list_get_task (list, plan_row_list_get_cursor_row (list));
    guint index = plan_model_find (get_model (window), PLAN_RECORD_TASK, task->id);
    const PlanSchedule *schedule = plan_document_get_schedule (plan_window_get_document (window));

    g_assert_cmpint (plan_schedule_get_task (schedule, index)->finish, ==,
                     plan_schedule_get_project (schedule, plan_window_get_project (window))->finish);
  }
  plan_fixture_close (window);
}

static PlanTicks
get_status_date (PlanWindow *window)
{
  return plan_model_get_project (get_model (window), plan_window_get_project (window))->status_date;
}

static void
test_status_date (void)
{
  PlanWindow *window = open_sample ();
  PlanStatusDate *date = PLAN_STATUS_DATE (plan_status_strip_get_button (plan_window_get_status_strip (window), "status_date"));
  PlanTicks before = get_status_date (window);

  plan_status_date_choose (date, "2026-04-01");
  g_assert_cmpint (plan_ticks_get_day (get_status_date (window)), ==, plan_day_from_civil (2026, 4, 1));
  plan_status_date_choose (date, NULL);
  g_assert_cmpint (get_status_date (window), ==, PLAN_TICKS_NONE);
  plan_fixture_activate (window, "win.undo");
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpint (get_status_date (window), ==, before);
  plan_fixture_close (window);
}

/* An edit that could not be written says so until one could. */
static void
test_saved_state (void)
{
  PlanWindow *window = open_sample ();
  PlanStatusStrip *strip = plan_window_get_status_strip (window);
  PlanDocument *document = plan_window_get_document (window);
  PlanId id = select_task (window, is_open_task);
  struct rlimit before, small;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (plan_status_strip_get_saved (strip), ==, PLAN_SAVED);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (plan_edit_set_text (document, PLAN_FIELD_TASK_NAME, id, "Not on disk", &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_assert_cmpint (plan_status_strip_get_saved (strip), ==, PLAN_NOT_SAVED);
  /* A value that the office refuses says nothing of the disk. */
  g_assert_false (plan_edit_set_text (document, PLAN_FIELD_TASK_DURATION, id, "soon", NULL));
  g_assert_cmpint (plan_status_strip_get_saved (strip), ==, PLAN_NOT_SAVED);
  g_assert_true (plan_edit_set_text (document, PLAN_FIELD_TASK_NAME, id, "On disk", NULL));
  g_assert_cmpint (plan_status_strip_get_saved (strip), ==, PLAN_SAVED);
  plan_status_strip_set_busy (strip, TRUE);
  g_assert_cmpint (plan_status_strip_get_saved (strip), ==, PLAN_SAVING);
  plan_status_strip_set_busy (strip, FALSE);
  plan_fixture_close (window);
}

/* The size counts the frame that is drawn around a window on a display without a compositor. */
#define FRAME_SIZE 20

static void
resize (PlanWindow *window, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  for (guint i = 0; i < 50 && ABS (gtk_widget_get_width (GTK_WIDGET (window)) - width) > FRAME_SIZE; i++)
    plan_fixture_settle (window);
  for (guint i = 0; i < 3; i++)
    {
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      plan_fixture_settle (window);
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, width);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), >=, width - FRAME_SIZE);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), <=, height);
}

/* Widths of panes are divided while the frame of the window is still on its way; it is wider in newer versions. */
static void
assert_near (int width, int expected)
{
  g_assert_cmpint (ABS (width - expected), <=, 8);
}

/* Beside the chart in wide windows, over it in others; it leaves no room unused and asks for none. */
static void
test_layout (void)
{
  PlanWindow *window = open_sample ();
  GtkWidget *page = GTK_WIDGET (plan_window_get_page (window)), *panel = GTK_WIDGET (plan_window_get_side_panel (window));
  int beside;

  resize (window, 1300, 800);
  g_assert_true (gtk_widget_get_mapped (panel));
  assert_near (gtk_widget_get_width (panel), 300);
  beside = gtk_widget_get_width (page);
  plan_fixture_activate (window, "view.side-panel");
  g_assert_false (gtk_widget_get_mapped (panel));
  g_assert_cmpint (gtk_widget_get_width (page), >, beside);
  plan_fixture_activate (window, "view.side-panel");

  resize (window, 1100, 700);
  g_assert_false (gtk_widget_get_mapped (panel));
  beside = gtk_widget_get_width (page);
  plan_fixture_activate (window, "view.side-panel");
  g_assert_true (gtk_widget_get_mapped (panel));
  g_assert_cmpint (gtk_widget_get_width (page), ==, beside);

  resize (window, 720, 480);
  plan_fixture_activate (window, "view.sidebar");
  resize (window, 720, 480);
  plan_fixture_activate (window, "view.sidebar");

  resize (window, 1300, 800);
  g_assert_true (gtk_widget_get_mapped (panel));
  assert_near (gtk_widget_get_width (panel), 300);
  plan_fixture_activate (window, "view.side-panel");
  plan_fixture_close (window);
}

/* The panel keeps its width and the name of a task its height, whatever is shown first. */
static void
test_sizes (void)
{
  PlanWindow *window = open_sample ();
  GtkWidget *panel = GTK_WIDGET (plan_window_get_side_panel (window));
  int height;

  resize (window, 1300, 800);
  plan_fixture_activate (window, "view.side-panel");
  plan_fixture_activate (window, "view.side-panel");
  plan_row_list_set_cursor_row (get_list (window), PLAN_INDEX_NONE);
  plan_fixture_settle (window);
  assert_near (gtk_widget_get_width (panel), 300);
  select_row (window, 4);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  plan_fixture_settle (window);
  height = gtk_widget_get_height (GTK_WIDGET (get_details (window)->name));
  assert_near (gtk_widget_get_width (panel), 300);
  g_assert_cmpint (height, >, 0);
  g_assert_cmpint (height, <, 40);
  select_row (window, 5);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (get_details (window)->name)), ==, height);
  plan_fixture_close (window);
}

static void
test_remembers (void)
{
  PlanWindow *window = open_sample ();
  GtkPaned *paned = GTK_PANED (gtk_widget_get_template_child (GTK_WIDGET (window), PLAN_TYPE_WINDOW, "panel_paned"));
  PlanSheet *sheet = plan_plan_page_get_sheet (plan_window_get_page (window));

  resize (window, 1300, 800);
  gtk_paned_set_position (paned, gtk_widget_get_width (GTK_WIDGET (paned)) - 351);
  plan_sheet_set_column_width (sheet, PLAN_COLUMN_DURATION, 90);
  g_signal_emit_by_name (sheet, "columns-changed");
  plan_fixture_activate (window, "view.history");
  plan_fixture_close (window);

  window = plan_fixture_open_sample (application);
  resize (window, 1300, 800);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_history (window))));
  assert_near (gtk_widget_get_width (GTK_WIDGET (plan_window_get_side_panel (window))), 350);
  g_assert_cmpint (plan_sheet_get_column_width (plan_plan_page_get_sheet (plan_window_get_page (window)), PLAN_COLUMN_DURATION), ==, 90);
  paned = GTK_PANED (gtk_widget_get_template_child (GTK_WIDGET (window), PLAN_TYPE_WINDOW, "panel_paned"));
  gtk_paned_set_position (paned, gtk_widget_get_width (GTK_WIDGET (paned)) - 301);
  plan_fixture_close (window);
}

/* One view needs no switcher. */
static void
test_switcher (void)
{
  PlanViewSwitcher *switcher = g_object_ref_sink (g_object_new (PLAN_TYPE_VIEW_SWITCHER, NULL));
  AdwViewStack *views = g_object_ref_sink (ADW_VIEW_STACK (adw_view_stack_new ()));

  adw_view_stack_add_titled_with_icon (views, gtk_label_new ("Plan"), "plan", "Plan", "x-office-calendar-symbolic");
  plan_view_switcher_set_views (switcher, views);
  g_assert_cmpstr (plan_view_switcher_get_shown (switcher), ==, "title");
  adw_view_stack_add_titled_with_icon (views, gtk_label_new ("Risks"), "risks", "Risks", "dialog-warning-symbolic");
  g_assert_cmpstr (plan_view_switcher_get_shown (switcher), ==, "words");
  plan_view_switcher_set_narrow (switcher, TRUE);
  g_assert_cmpstr (plan_view_switcher_get_shown (switcher), ==, "icons");
  g_object_unref (switcher);
  g_object_unref (views);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/panels/follows-selection", test_follows_selection);
  plan_fixture_add_test ("/ui/panels/edits", test_edits);
  plan_fixture_add_test ("/ui/panels/errors-stay", test_errors_stay);
  plan_fixture_add_test ("/ui/panels/summary", test_summary);
  plan_fixture_add_test ("/ui/panels/people", test_people);
  plan_fixture_add_test ("/ui/panels/links", test_links);
  plan_fixture_add_test ("/ui/panels/reason", test_reason);
  plan_fixture_add_test ("/ui/panels/history", test_history);
  plan_fixture_add_test ("/ui/panels/long-history", test_long_history);
  plan_fixture_add_test ("/ui/panels/status-filters", test_status_filters);
  plan_fixture_add_test ("/ui/panels/status-date", test_status_date);
  plan_fixture_add_test ("/ui/panels/saved-state", test_saved_state);
  plan_fixture_add_test ("/ui/panels/layout", test_layout);
  plan_fixture_add_test ("/ui/panels/sizes", test_sizes);
  plan_fixture_add_test ("/ui/panels/remembers", test_remembers);
  plan_fixture_add_test ("/ui/panels/switcher", test_switcher);
  return plan_fixture_run (application);
}
