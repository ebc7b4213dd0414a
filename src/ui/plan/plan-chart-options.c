/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the chart shows of one project: which baseline, which marks beside the usual ones, and what the labels of bars say.
 * Each choice is seen at once and remembered for the project; none is an edit of the plan.
 */

#include "plan-chart-options.h"

#include "plan-baseline-window.h"
#include "plan-baseline.h"
#include "plan-project-options.h"

#include <glib/gi18n-lib.h>

#define MARKS_OPTION "marks"

static const struct
{
  PlanGanttShow show;
  const char *title;
  const char *subtitle;
} marks[] = {
  { PLAN_GANTT_CONSTRAINTS, N_("Constraints"), N_("Where a constraint holds a task; the arrow points to where it may be") },
  { PLAN_GANTT_PROGRESS, N_("Progress line"), N_("Left of the status date where work is behind, right of it where it is ahead") },
  { PLAN_GANTT_SLIPS, N_("Slips"), N_("From the finish of the baseline to the finish now") },
};

static const struct
{
  const char *option;
  const char *title;
} places[PLAN_N_LABEL_PLACES] = {
  [PLAN_LABEL_AT_RIGHT] = { "label-right", N_("Right of the bar") },
  [PLAN_LABEL_AT_LEFT] = { "label-left", N_("Left of the bar") },
  [PLAN_LABEL_INSIDE] = { "label-inside", N_("In the bar") },
};

static const char *const labels[PLAN_N_LABELS] = {
  [PLAN_LABEL_NONE] = NC_("label of a bar", "Nothing"),
  [PLAN_LABEL_NAME] = NC_("label of a bar", "Task name"),
  [PLAN_LABEL_RESOURCES] = NC_("label of a bar", "Resources"),
  [PLAN_LABEL_START] = NC_("label of a bar", "Start"),
  [PLAN_LABEL_FINISH] = NC_("label of a bar", "Finish"),
  [PLAN_LABEL_DATES] = NC_("label of a bar", "Start and finish"),
  [PLAN_LABEL_DURATION] = NC_("label of a bar", "Duration"),
  /* xgettext:no-c-format */
  [PLAN_LABEL_COMPLETE] = NC_("label of a bar", "% complete"),
};

struct _PlanChartOptions
{
  AdwPreferencesWindow parent_instance;

  PlanPlanPage *page; /* cleared when it is gone */
  PlanDocument *document;
  PlanId project;
  GtkWidget *baseline;
  GtkWidget *switches[G_N_ELEMENTS (marks)];
  GtkWidget *labels[PLAN_N_LABEL_PLACES];
  int numbers[PLAN_N_BASELINES];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PlanChartOptions, plan_chart_options, ADW_TYPE_PREFERENCES_WINDOW)

static gint64
get_marks (PlanId project)
{
  return plan_project_options_get_integer (project, MARKS_OPTION, 0);
}

/* Where a label stands in the list of a place: but at the right, the usual is nothing, which need not be said twice. */
static guint
get_position (PlanGanttLabelPlace place, gint64 label)
{
  if (label <= PLAN_LABEL_USUAL || label >= PLAN_N_LABELS)
    return 0;
  return (guint) label - (place != PLAN_LABEL_AT_RIGHT);
}

static PlanGanttLabel
get_label (PlanGanttLabelPlace place, guint position)
{
  if (position == 0 || position >= PLAN_N_LABELS)
    return PLAN_LABEL_USUAL;
  return (PlanGanttLabel) position + (place != PLAN_LABEL_AT_RIGHT);
}

/**
 * plan_chart_options_restore:
 * @project: the project that the chart shows
 *
 * Shows in the chart what was chosen for the project.
 */
void
plan_chart_options_restore (PlanGanttView *view, PlanId project)
{
  gint64 shown = get_marks (project);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    plan_gantt_view_set_show (view, marks[i].show, (shown & marks[i].show) != 0);
  for (PlanGanttLabelPlace place = 0; place < PLAN_N_LABEL_PLACES; place++)
    {
      gint64 label = plan_project_options_get_integer (project, places[place].option, PLAN_LABEL_USUAL);

      plan_gantt_view_set_label (view, place, label >= 0 && label < PLAN_N_LABELS ? (PlanGanttLabel) label : PLAN_LABEL_USUAL);
    }
}

/* The window belongs to the project it was opened for, which the page need not show any more. */
static void
restore (PlanChartOptions *self)
{
  if (self->page != NULL && plan_row_list_get_project (plan_plan_page_get_list (self->page)) == self->project)
    plan_chart_options_restore (plan_plan_page_get_view (self->page), self->project);
}

static void
switched_cb (GtkWidget *widget, GParamSpec *pspec, PlanChartOptions *self)
{
  gint64 shown = 0;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (gtk_switch_get_active (GTK_SWITCH (self->switches[i])))
      shown |= marks[i].show;
  plan_project_options_set_integer (self->project, MARKS_OPTION, shown);
  restore (self);
}

static void
label_cb (GtkWidget *widget, GParamSpec *pspec, PlanChartOptions *self)
{
  for (PlanGanttLabelPlace place = 0; place < PLAN_N_LABEL_PLACES; place++)
    if (widget == self->labels[place])
      plan_project_options_set_integer (self->project, places[place].option,
                                        get_label (place, adw_combo_row_get_selected (ADW_COMBO_ROW (widget))));
  restore (self);
}

static void
baseline_cb (GtkWidget *widget, GParamSpec *pspec, PlanChartOptions *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (widget));

  if (self->filling || self->page == NULL || chosen >= PLAN_N_BASELINES ||
      plan_row_list_get_project (plan_plan_page_get_list (self->page)) != self->project)
    return;
  plan_plan_page_set_baseline (self->page, self->numbers[chosen]);
}

static void
plan_chart_options_dispose (GObject *object)
{
  PlanChartOptions *self = PLAN_CHART_OPTIONS (object);

  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (plan_chart_options_parent_class)->dispose (object);
}

static void
plan_chart_options_class_init (PlanChartOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_chart_options_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plan_chart_options_init (PlanChartOptions *self)
{
}

static GtkWidget *
add_group (GtkWidget *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

static void
add_switch (PlanChartOptions *self, GtkWidget *group, guint i)
{
  GtkWidget *row = adw_action_row_new ();

  self->switches[i] = gtk_switch_new ();
  gtk_widget_set_valign (self->switches[i], GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (self->switches[i]), (get_marks (self->project) & marks[i].show) != 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(marks[i].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(marks[i].subtitle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->switches[i]);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->switches[i]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (self->switches[i], "notify::active", G_CALLBACK (switched_cb), self, 0);
}

static GtkWidget *
add_choice (GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_label (PlanChartOptions *self, GtkWidget *group, PlanGanttLabelPlace place)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  if (place == PLAN_LABEL_AT_RIGHT)
    gtk_string_list_append (list, C_("label of a bar", "People, or the date of a milestone"));
  for (PlanGanttLabel label = PLAN_LABEL_NONE; label < PLAN_N_LABELS; label++)
    gtk_string_list_append (list, g_dpgettext2 (GETTEXT_PACKAGE, "label of a bar", labels[label]));
  self->labels[place] = add_choice (group, _(places[place].title));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->labels[place]), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->labels[place]),
                              get_position (place, plan_project_options_get_integer (self->project, places[place].option, PLAN_LABEL_USUAL)));
  g_signal_connect_object (self->labels[place], "notify::selected", G_CALLBACK (label_cb), self, 0);
}

/* Those that something is saved in; the first is shown when there is none. */
static void
update_baselines (PlanChartOptions *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_auto (GStrv) names = plan_baseline_list_used (model, self->project, FALSE, self->numbers);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) names);
  int shown = self->page != NULL ? plan_plan_page_get_baseline (self->page) : 0;

  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self->baseline), G_LIST_MODEL (list));
  gtk_widget_set_sensitive (self->baseline, names[0] != NULL);
  for (guint i = 0; names[i] != NULL; i++)
    if (self->numbers[i] == shown)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->baseline), i);
  self->filling = FALSE;
}

static void
document_changed_cb (PlanChartOptions *self)
{
  if (plan_model_get_project (plan_document_get_model (self->document), self->project) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->page != NULL && plan_row_list_get_project (plan_plan_page_get_list (self->page)) == self->project)
    update_baselines (self);
}

static void
add_rows (PlanChartOptions *self)
{
  GtkWidget *page = adw_preferences_page_new (), *group;

  group = add_group (page, C_("baseline", "Baseline"));
  self->baseline = add_choice (group, _("Shown baseline"));
  update_baselines (self);
  g_signal_connect_object (self->baseline, "notify::selected", G_CALLBACK (baseline_cb), self, 0);
  group = add_group (page, _("Marks"));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    add_switch (self, group, i);
  group = add_group (page, _("Labels of bars"));
  for (PlanGanttLabelPlace place = 0; place < PLAN_N_LABEL_PLACES; place++)
    add_label (self, group, place);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
}

/**
 * plan_chart_options_new:
 * @page: shows the project and its chart
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_chart_options_new (GtkWindow *parent, PlanPlanPage *page)
{
  PlanChartOptions *self = g_object_new (PLAN_TYPE_CHART_OPTIONS,
                                         "transient-for", parent,
                                         "destroy-with-parent", TRUE,
                                         "title", _("Chart options"),
                                         "default-width", 520,
                                         "default-height", 600,
                                         "modal", FALSE,
                                         "search-enabled", FALSE,
                                         NULL);

  g_set_weak_pointer (&self->page, page);
  self->document = g_object_ref (plan_row_list_get_document (plan_plan_page_get_list (page)));
  self->project = plan_row_list_get_project (plan_plan_page_get_list (page));
  add_rows (self);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return GTK_WINDOW (self);
}

/**
 * plan_chart_options_set_shown:
 * @what: one of the marks of the window
 *
 * Does what the switch of the mark does.
 */
void
plan_chart_options_set_shown (PlanChartOptions *self, PlanGanttShow what, gboolean shown)
{
  g_return_if_fail (PLAN_IS_CHART_OPTIONS (self));

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].show == what)
      gtk_switch_set_active (GTK_SWITCH (self->switches[i]), shown);
}

/**
 * plan_chart_options_set_label:
 *
 * Does what choosing a label does.
 */
void
plan_chart_options_set_label (PlanChartOptions *self, PlanGanttLabelPlace place, PlanGanttLabel label)
{
  g_return_if_fail (PLAN_IS_CHART_OPTIONS (self) && place < PLAN_N_LABEL_PLACES);

  adw_combo_row_set_selected (ADW_COMBO_ROW (self->labels[place]), get_position (place, label));
}

/**
 * plan_chart_options_set_baseline:
 * @number: one that something is saved in
 *
 * Does what choosing a baseline does.
 */
void
plan_chart_options_set_baseline (PlanChartOptions *self, int number)
{
  guint n = g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (self->baseline)));

  g_return_if_fail (PLAN_IS_CHART_OPTIONS (self));

  for (guint i = 0; i < n; i++)
    if (self->numbers[i] == number)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->baseline), i);
}
