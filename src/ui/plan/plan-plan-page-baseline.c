/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions about baselines: setting and clearing one, comparing the plan with one, and what the chart shows of them and
 * else. That is remembered for each project.
 */

#include "plan-plan-page-private.h"

#include "plan-baseline-window.h"
#include "plan-baseline.h"
#include "plan-chart-options.h"
#include "plan-edits.h"
#include "plan-error.h"
#include "plan-form.h"
#include "plan-project-options.h"

#include <glib/gi18n-lib.h>

#define OPTION "baseline"

static const char *const extents[] = { N_("Whole project"), N_("Selected tasks"), NULL };

/* By PlanBaselineRollup. */
static const char *const rollups[] = { N_("Stay as they are"), N_("Above the tasks: sum up what is saved below them"),
                                       N_("Among the tasks: sum up what is saved below them"), N_("All: sum up what is saved below them"), NULL };

static const char *const none[] = { NULL };

enum { ROW_NUMBER, ROW_EXTENT, ROW_ROLLUP };

static const PlanFormRow set_rows[] = { { N_("Save as"), none }, { N_("Tasks"), extents }, { N_("Summary tasks"), rollups } };

static const PlanFormRow clear_rows[] = { { N_("Clear"), none }, { N_("Tasks"), extents } };

static const PlanModel *
get_model (PlanPlanPage *self)
{
  return plan_document_get_model (self->document);
}

/**
 * plan_plan_page_get_baseline:
 *
 * Returns: the number of the baseline that is shown: the one that was chosen, or the first that something is saved in
 */
int
plan_plan_page_get_baseline (PlanPlanPage *self)
{
  int chosen = (int) plan_project_options_get_integer (self->project, OPTION, 0);

  if (chosen >= 0 && chosen < PLAN_N_BASELINES && plan_model_has_baseline (get_model (self), self->project, chosen))
    return chosen;
  for (int number = 0; number < PLAN_N_BASELINES; number++)
    if (plan_model_has_baseline (get_model (self), self->project, number))
      return number;
  return 0;
}

/**
 * plan_plan_page_set_baseline:
 * @number: 0 to 10
 *
 * Shows that baseline of the project from now on.
 */
void
plan_plan_page_set_baseline (PlanPlanPage *self, int number)
{
  plan_project_options_set_integer (self->project, OPTION, number);
  plan_plan_page_update_baseline (self);
}

/* The selected tasks when they are chosen in the row; none stands for the whole project. */
static GArray *
list_extent (PlanPlanPage *self, PlanForm *form)
{
  if (plan_form_get_choice (form, ROW_EXTENT) == 1)
    return plan_row_list_list_selected (self->list);
  return NULL;
}

static gboolean
apply_set (PlanForm *form, gpointer data, GError **error)
{
  PlanPlanPage *self = data;
  g_autoptr (GArray) tasks = list_extent (self, form);
  guint rollup = plan_form_get_choice (form, ROW_ROLLUP);

  if (!plan_edit_baseline_set (self->document, self->project, (int) plan_form_get_choice (form, ROW_NUMBER),
                               tasks != NULL ? (const PlanId *) (gpointer) tasks->data : NULL, tasks != NULL ? tasks->len : 0,
                               tasks != NULL ? (PlanBaselineRollup) rollup : PLAN_BASELINE_NO_ROLLUP, error))
    return FALSE;
  plan_plan_page_set_baseline (self, (int) plan_form_get_choice (form, ROW_NUMBER));
  return TRUE;
}

static gboolean
apply_clear (PlanForm *form, gpointer data, GError **error)
{
  PlanPlanPage *self = data;
  g_autoptr (GArray) tasks = list_extent (self, form);
  int numbers[PLAN_N_BASELINES] = { 0 };
  g_auto (GStrv) names = plan_baseline_list_used (get_model (self), self->project, FALSE, numbers);
  guint chosen = plan_form_get_choice (form, ROW_NUMBER);

  if (chosen >= g_strv_length (names))
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("The project has no baseline."));
      return FALSE;
    }
  return plan_edit_baseline_clear (self->document, self->project, numbers[chosen],
                                   tasks != NULL ? (const PlanId *) (gpointer) tasks->data : NULL, tasks != NULL ? tasks->len : 0, error);
}

/* What is saved under that number goes, which is worth saying before. */
static char *
preview_set (PlanForm *form, gpointer data)
{
  PlanPlanPage *self = data;

  if (!plan_model_has_baseline (get_model (self), self->project, (int) plan_form_get_choice (form, ROW_NUMBER)))
    return NULL;
  return g_strdup (plan_form_get_choice (form, ROW_EXTENT) == 1 ? _("What is saved of the selected tasks is replaced.")
                                                                : _("What is saved there is replaced."));
}

static PlanForm *
show_form (PlanPlanPage *self, const char *title, const char *button, const PlanFormRow *rows, guint n_rows, PlanFormApply apply)
{
  int numbers[PLAN_N_BASELINES];
  g_auto (GStrv) names = NULL;
  PlanForm *form;

  if (self->project == PLAN_ID_NONE || !plan_sheet_finish_edit (self->sheet))
    return NULL;
  form = plan_form_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title, button, rows, n_rows);
  names = plan_baseline_list_used (get_model (self), self->project, rows == set_rows, numbers);
  plan_form_set_choices (form, ROW_NUMBER, (const char *const *) names);
  plan_form_set_apply (form, apply, self);
  gtk_window_present (GTK_WINDOW (form));
  return form;
}

static void
set_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanForm *form = show_form (data, _("Set baseline"), C_("button", "Set"), set_rows, G_N_ELEMENTS (set_rows), apply_set);

  if (form != NULL)
    plan_form_set_preview (form, preview_set);
}

static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_form (data, _("Clear baseline"), C_("button", "Clear"), clear_rows, G_N_ELEMENTS (clear_rows), apply_clear);
}

static void
task_chosen_cb (PlanPlanPage *self, gint64 task)
{
  guint row;

  plan_row_list_show_task (self->list, task);
  row = plan_row_list_find (self->list, task);
  if (row == PLAN_INDEX_NONE)
    return;
  plan_sheet_set_cursor (self->sheet, row, PLAN_COLUMN_NAME);
  plan_gantt_view_reveal_bar (self->view, row);
}

static void
baseline_chosen_cb (PlanPlanPage *self, int number)
{
  plan_plan_page_set_baseline (self, number);
}

static void
compare_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  GtkWindow *window;

  if (self->project == PLAN_ID_NONE)
    return;
  window = plan_baseline_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document, self->project,
                                     plan_plan_page_get_baseline (self));
  g_signal_connect_object (window, "task-chosen", G_CALLBACK (task_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "baseline-chosen", G_CALLBACK (baseline_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
options_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;

  if (self->project != PLAN_ID_NONE)
    gtk_window_present (plan_chart_options_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self));
}

static const GActionEntry view_entries[] = {
  { "chart-options", options_cb },
};

static const GActionEntry entries[] = {
  { "set-baseline", set_cb },
  { "clear-baseline", clear_cb },
  { "compare-baseline", compare_cb },
};

/* Adds these actions to the groups "task" and "view". */
void
plan_plan_page_add_baseline_actions (PlanPlanPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->view_actions), view_entries, G_N_ELEMENTS (view_entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->task_actions), entries, G_N_ELEMENTS (entries), self);
}
