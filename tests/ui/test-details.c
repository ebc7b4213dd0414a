/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The details panel beyond its first rows: groups with all other columns, rows that change several tasks at once, and the
 * people and links that are typed over where they stand. What a row says is what the cell of the sheet says.
 */

#include "plan-details-panel-private.h"
#include "plan-edits.h"
#include "plan-ui-fixture.h"

static PlanApplication *application;

static const PlanModel *
get_model (PlanWindow *window)
{
  return plan_document_get_model (plan_window_get_document (window));
}

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

static void
select_row (PlanWindow *window, guint row)
{
  plan_row_list_set_cursor_row (get_list (window), row);
  plan_fixture_settle (window);
}

static PlanWindow *
open_sample (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 800);
  plan_fixture_settle (window);
  select_row (window, 0);
  plan_fixture_activate (window, "task.details");
  plan_fixture_settle (window);
  return window;
}

/* A leaf row that is not begun; with people and predecessors when they are wanted. */
static guint
find_row (PlanWindow *window, guint from, gboolean with_people)
{
  PlanCellSource source = plan_row_list_get_source (get_list (window));

  for (guint row = from; row < plan_row_list_get_n (get_list (window)); row++)
    {
      const PlanTask *task = plan_row_list_get_task (get_list (window), row);
      guint index = plan_model_find (source.model, PLAN_RECORD_TASK, task->id), n_people, n_links;

      plan_task_index_get_assignments (source.index, index, &n_people);
      plan_task_index_get_predecessors (source.index, index, &n_links);
      if (!plan_row_list_is_summary (get_list (window), row) && task->percent_complete == 0 && task->duration > 0 &&
          (!with_people || (n_people > 0 && n_links > 0)))
        return row;
    }
  g_assert_not_reached ();
}

static void
type_into (PlanWindow *window, PlanPanelField *field, const char *text)
{
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (field));
  plan_fixture_settle (window);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (field)));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
  g_signal_emit_by_name (focus, "activate");
  plan_fixture_settle (window);
}

/* The key undoes what is typed as long as a text has the focus; here edits are meant. */
static void
undo (PlanWindow *window)
{
  g_assert_true (plan_document_undo (plan_window_get_document (window), NULL));
  plan_fixture_settle (window);
}

/* Every column is somewhere in the panel, and says what its cell says. */
static void
test_groups (void)
{
  PlanWindow *window = open_sample ();
  PlanDetailsPanel *details = get_details (window);
  PlanCellSource source;
  guint n_shown = 0;

  for (PlanColumnGroup group = 0; group < PLAN_N_DETAILS_GROUPS; group++)
    gtk_expander_set_expanded (GTK_EXPANDER (details->groups[group]), TRUE);
  select_row (window, find_row (window, 0, TRUE));
  source = plan_row_list_get_source (details->list);
  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    {
      g_autofree char *text = NULL;

      if (details->others[column] == NULL)
        continue;
      n_shown++;
      text = plan_column_get_text (column, &source, plan_details_get_row (details),
                                   plan_column_get (column)->editor == PLAN_EDITOR_CHOICE ? PLAN_CELL_EDITED : PLAN_CELL_SHOWN);
      g_assert_cmpstr (plan_panel_field_get_text (details->others[column]), ==, text);
    }
  /* Name, notes, predecessors and resources stand elsewhere, as do those above the groups. */
  g_assert_cmpuint (n_shown, ==, PLAN_N_COLUMNS - 4 - PLAN_N_DETAILS);
  type_into (window, details->others[PLAN_COLUMN_PRIORITY], "700");
  g_assert_cmpint (plan_model_get_task (get_model (window), details->task)->priority, ==, 700);
  type_into (window, details->others[PLAN_COLUMN_PHYSICAL_COMPLETE], "35%");
  g_assert_cmpint (plan_model_get_task (get_model (window), details->task)->physical_percent_complete, ==, 3500);
  type_into (window, details->others[PLAN_COLUMN_PRIORITY], "5000");
  g_assert_nonnull (plan_panel_field_get_reason (details->others[PLAN_COLUMN_PRIORITY]));
  /* Escape gives it back. */
  plan_fixture_focus (window);
  plan_fixture_press (window, "Escape");
  plan_fixture_settle (window);
  g_assert_null (plan_panel_field_get_reason (details->others[PLAN_COLUMN_PRIORITY]));
  g_assert_cmpint (plan_model_get_task (get_model (window), details->task)->priority, ==, 700);
  undo (window);
  undo (window);
  g_assert_cmpint (plan_model_get_task (get_model (window), details->task)->priority, ==, 500);
  for (PlanColumnGroup group = 1; group < PLAN_N_DETAILS_GROUPS; group++)
    gtk_expander_set_expanded (GTK_EXPANDER (details->groups[group]), FALSE);
  plan_fixture_close (window);
}

static void
test_many (void)
{
  PlanWindow *window = open_sample ();
  PlanDetailsPanel *details = get_details (window);
  guint first = find_row (window, 0, FALSE), second = find_row (window, first + 1, FALSE);
  PlanId a = plan_row_list_get_task (get_list (window), first)->id, b = plan_row_list_get_task (get_list (window), second)->id;
  gint64 revision = plan_document_get_revision (plan_window_get_document (window));
  PlanTicks before = plan_model_get_task (get_model (window), a)->duration;

  plan_row_list_set_cursor_row (get_list (window), first);
  plan_row_list_toggle_selected (get_list (window), second);
  plan_fixture_settle (window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (details->stack), ==, "many");
  type_into (window, details->shared[PLAN_COLUMN_DURATION], "7d");
  g_assert_cmpint (plan_model_get_task (get_model (window), a)->duration, ==, 7 * 4800);
  g_assert_cmpint (plan_model_get_task (get_model (window), b)->duration, ==, 7 * 4800);
  g_assert_cmpint (plan_document_get_revision (plan_window_get_document (window)), ==, revision + 1);
  /* A value in which they differ is not shown as that of one of them. */
  g_assert_true (plan_edit_set_cell (plan_window_get_document (window), PLAN_COLUMN_PRIORITY, a, "600", NULL));
  plan_fixture_settle (window);
  g_assert_cmpstr (plan_panel_field_get_text (details->shared[PLAN_COLUMN_PRIORITY]), ==, "");
  type_into (window, details->shared[PLAN_COLUMN_PRIORITY], "9999");
  g_assert_nonnull (plan_panel_field_get_reason (details->shared[PLAN_COLUMN_PRIORITY]));
  g_assert_cmpint (plan_model_get_task (get_model (window), a)->priority, ==, 600);
  plan_panel_field_reset (details->shared[PLAN_COLUMN_PRIORITY]);
  undo (window);
  undo (window);
  g_assert_cmpint (plan_model_get_task (get_model (window), a)->duration, ==, before);
  plan_fixture_close (window);
}

static PlanPanelField *
get_part (GtkBox *box, const char *part)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_first_child (GTK_WIDGET (box))), part);
}

static const PlanAssignment *
get_assignment (PlanWindow *window)
{
  return plan_model_lookup (get_model (window), PLAN_RECORD_ASSIGNMENT, g_array_index (get_details (window)->people, PlanId, 0));
}

static void
test_people (void)
{
  PlanWindow *window = open_sample ();
  PlanDetailsPanel *details = get_details (window);
  PlanPercent units;

  select_row (window, find_row (window, 0, TRUE));
  units = get_assignment (window)->units;
  type_into (window, get_part (details->people_box, "units"), "40%");
  g_assert_cmpint (get_assignment (window)->units, ==, 4000);
  g_assert_cmpstr (plan_panel_field_get_text (get_part (details->people_box, "units")), !=, "");
  type_into (window, get_part (details->people_box, "work"), "24h");
  g_assert_cmpint (get_assignment (window)->work, ==, 24 * PLAN_TICKS_PER_HOUR);
  type_into (window, get_part (details->people_box, "work"), "much");
  g_assert_cmpint (get_assignment (window)->work, ==, 24 * PLAN_TICKS_PER_HOUR);
  undo (window);
  undo (window);
  g_assert_cmpint (get_assignment (window)->units, ==, units);
  plan_fixture_close (window);
}

static const PlanLink *
get_link (PlanWindow *window)
{
  return plan_model_lookup (get_model (window), PLAN_RECORD_LINK, g_array_index (get_details (window)->links, PlanId, 0));
}

static void
test_links (void)
{
  PlanWindow *window = open_sample ();
  PlanDetailsPanel *details = get_details (window);
  PlanLinkType type;
  PlanTicks lag;

  select_row (window, find_row (window, 0, TRUE));
  type = get_link (window)->type;
  lag = get_link (window)->lag;
  type_into (window, get_part (details->links_box, "kind"), "ss+3d");
  g_assert_cmpint (get_link (window)->type, ==, PLAN_LINK_SS);
  g_assert_cmpint (get_link (window)->lag, ==, 3 * 4800);
  g_assert_cmpstr (plan_panel_field_get_text (get_part (details->links_box, "kind")), ==, "SS+3d");
  for (guint i = 0; i < 2; i++)
    {
      type_into (window, get_part (details->links_box, "kind"), i == 0 ? "often" : "7");
      g_assert_cmpint (get_link (window)->type, ==, PLAN_LINK_SS);
      g_assert_cmpint (get_link (window)->lag, ==, 3 * 4800);
    }
  undo (window);
  g_assert_cmpint (get_link (window)->type, ==, type);
  g_assert_cmpint (get_link (window)->lag, ==, lag);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/details/groups", test_groups);
  plan_fixture_add_test ("/ui/details/many", test_many);
  plan_fixture_add_test ("/ui/details/people", test_people);
  plan_fixture_add_test ("/ui/details/links", test_links);
  return plan_fixture_run (application);
}
