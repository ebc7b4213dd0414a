/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan view: the row of actions and below it the task sheet and the Gantt chart, row beside row. It owns the actions
 * view.* and task.* (-tasks.c), which the window offers to menus and keys. In narrow windows the buttons of what is shown
 * become a menu and the list of projects a button.
 */

#include "plan-plan-page-private.h"

#include "plan-actions.h"
#include "plan-chart-options.h"
#include "plan-late-menu.h"
#include "plan-settings.h"
#include "plan-style.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* Of the sheet beside the chart, until the user drags the line between them. */
#define SHEET_WIDTH      420
/* In a narrow window it ends behind the column of the starts. */
#define SHEET_MOST_NARROW 360

/* Pixels per day of the levels that have a key. */
#define ZOOM_DAYS   36.0
#define ZOOM_WEEKS  (36.0 / 7)
#define ZOOM_MONTHS 1.7

G_DEFINE_FINAL_TYPE (PlanPlanPage, plan_plan_page, PLAN_TYPE_VIEW_PAGE)

/* Which marks of the chart a toggle shows; the settings remember it by the same name. */
static const struct
{
  const char *action;
  PlanGanttShow show;
} toggles[] = {
  { "critical", PLAN_GANTT_CRITICAL },
  { "slack", PLAN_GANTT_SLACK },
  { "baseline", PLAN_GANTT_BASELINE },
};

/* Says a sentence to whoever shows such: why something was not done. */
void
plan_plan_page_tell (PlanPlanPage *self, const char *sentence)
{
  plan_view_page_tell (PLAN_VIEW_PAGE (self), sentence);
}

/* Says what was done, to be shown with Undo. */
void
plan_plan_page_tell_done (PlanPlanPage *self, const char *sentence)
{
  plan_view_page_tell_done (PLAN_VIEW_PAGE (self), sentence);
}

static void
set_enabled (PlanPlanPage *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->view_actions), name)), enabled);
}

/* A project without a baseline has nothing to compare with: its toggle is off and cannot be used. */
void
plan_plan_page_update_baseline (PlanPlanPage *self)
{
  int number = self->project != PLAN_ID_NONE ? plan_plan_page_get_baseline (self) : 0;
  gboolean enabled = self->project != PLAN_ID_NONE &&
                     plan_model_has_baseline (plan_document_get_model (self->document), self->project, number);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->view_actions), "baseline");
  g_autoptr (GVariant) state = g_action_get_state (action);

  set_enabled (self, "baseline", enabled);
  plan_row_list_set_baseline (self->list, number);
  plan_gantt_view_set_show (self->view, PLAN_GANTT_BASELINE, enabled && g_variant_get_boolean (state));
}

static void
update_zoom (PlanPlanPage *self)
{
  double zoom = plan_gantt_view_get_zoom (self->view);

  gtk_label_set_label (self->zoom_label, plan_zoom_name (zoom));
  set_enabled (self, "zoom-in", zoom < PLAN_ZOOM_MOST);
  set_enabled (self, "zoom-out", zoom > PLAN_ZOOM_LEAST);
}

static void
update_theme (PlanPlanPage *self)
{
  plan_gantt_view_set_theme (self->view, plan_style_get_theme ());
  plan_sheet_set_theme (self->sheet, plan_style_get_theme ());
}

static void
change_toggle_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  PlanPlanPage *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), toggles[i].action))
      plan_gantt_view_set_show (self->view, toggles[i].show, g_variant_get_boolean (state));
  plan_settings_set_boolean (g_action_get_name (G_ACTION (action)), g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
restore_toggles (PlanPlanPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self->view_actions), toggles[i].action),
                           g_variant_new_boolean (plan_settings_get_boolean (toggles[i].action)));
}

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_gantt_view_zoom_step (PLAN_PLAN_PAGE (data)->view, 1);
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_gantt_view_zoom_step (PLAN_PLAN_PAGE (data)->view, -1);
}

static void
fit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_gantt_view_fit (PLAN_PLAN_PAGE (data)->view);
}

static void
today_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_gantt_view_show_today (PLAN_PLAN_PAGE (data)->view);
}

static const struct
{
  const char *action;
  double zoom;
} zooms[] = {
  { "days", ZOOM_DAYS },
  { "weeks", ZOOM_WEEKS },
  { "months", ZOOM_MONTHS },
};

static void
zoom_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), zooms[i].action))
      plan_gantt_view_set_zoom (PLAN_PLAN_PAGE (data)->view, zooms[i].zoom);
}

static void
collapse_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_row_list_expand_all (PLAN_PLAN_PAGE (data)->list, FALSE);
}

static void
expand_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_row_list_expand_all (PLAN_PLAN_PAGE (data)->list, TRUE);
}

static void
columns_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_sheet_choose_columns (PLAN_PLAN_PAGE (data)->sheet);
}

static void
column_menu_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_sheet_open_column_menu (PLAN_PLAN_PAGE (data)->sheet);
}

static void
change_filter_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  PlanPlanPage *self = data;

  if (!plan_sheet_finish_edit (self->sheet))
    return;
  for (PlanRowFilter filter = 0; filter < PLAN_N_ROW_FILTERS; filter++)
    if (g_str_equal (plan_row_filter_get_name (filter), g_variant_get_string (state, NULL)))
      plan_row_list_set_filter (self->list, filter);
}

static const GActionEntry entries[] = {
  { "filter", NULL, "s", "'all'", change_filter_cb },
  { "collapse-all", collapse_all_cb },
  { "expand-all", expand_all_cb },
  { "columns", columns_cb },
  { "column-menu", column_menu_cb },
  { "critical", NULL, NULL, "true", change_toggle_cb },
  { "slack", NULL, NULL, "true", change_toggle_cb },
  { "baseline", NULL, NULL, "true", change_toggle_cb },
  { "zoom-in", zoom_in_cb },
  { "zoom-out", zoom_out_cb },
  { "fit", fit_cb },
  { "today", today_cb },
  { "days", zoom_cb },
  { "weeks", zoom_cb },
  { "months", zoom_cb },
};

static void
update_sheet_width (PlanPlanPage *self)
{
  int width = (int) (self->sheet_width * plan_row_list_get_text_scale (self->list));

  gtk_paned_set_position (self->paned, self->narrow ? MIN (width, SHEET_MOST_NARROW) : width);
}

static void
update_name (PlanPlanPage *self)
{
  const PlanProject *project =
    self->project != PLAN_ID_NONE ? plan_model_get_project (plan_document_get_model (self->document), self->project) : NULL;

  gtk_label_set_label (self->project_label, project != NULL ? project->name : "");
}

static void
document_changed_cb (PlanPlanPage *self)
{
  if (plan_model_get_project (plan_document_get_model (self->document), self->project) == NULL)
    return;
  update_name (self);
  plan_plan_page_update_baseline (self);
}

static void
plan_plan_page_set_project (PlanViewPage *page, PlanDocument *document, PlanId project)
{
  PlanPlanPage *self = PLAN_PLAN_PAGE (page);

  if (self->document != document)
    {
      if (self->document != NULL)
        g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
      g_set_object (&self->document, document);
      if (document != NULL)
        g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
    }
  self->project = project;
  plan_project_list_set_document (self->project_list, document);
  plan_project_list_select (self->project_list, project);
  plan_row_list_set_project (self->list, project != PLAN_ID_NONE ? document : NULL, project);
  plan_chart_options_restore (self->view, project);
  update_name (self);
  plan_plan_page_update_baseline (self);
}

/* Narrow windows have no sidebar; compact ones have no room for a button for each mark of the chart. */
static void
plan_plan_page_arrange (PlanViewPage *page, gboolean narrow, gboolean compact)
{
  PlanPlanPage *self = PLAN_PLAN_PAGE (page);

  gtk_widget_set_visible (GTK_WIDGET (self->project_button), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->show_menu), compact);
  gtk_widget_set_visible (self->show_buttons, !compact);
  if (self->narrow != narrow)
    {
      self->narrow = narrow;
      plan_plan_page_restore_load (self);
    }
  update_sheet_width (self);
}

static GActionMap *
plan_plan_page_get_view_actions (PlanViewPage *page)
{
  return G_ACTION_MAP (PLAN_PLAN_PAGE (page)->view_actions);
}

static void
plan_plan_page_dispose (GObject *object)
{
  PlanPlanPage *self = PLAN_PLAN_PAGE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_PLAN_PAGE);
  g_clear_object (&self->view_actions);
  g_clear_object (&self->task_actions);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (plan_plan_page_parent_class)->dispose (object);
}

static gboolean
plan_plan_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLAN_PLAN_PAGE (widget)->sheet));
}

static void
plan_plan_page_class_init (PlanPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlanViewPageClass *page_class = PLAN_VIEW_PAGE_CLASS (klass);

  object_class->dispose = plan_plan_page_dispose;
  widget_class->grab_focus = plan_plan_page_grab_focus;
  page_class->get_actions = plan_plan_page_get_view_actions;
  page_class->set_project = plan_plan_page_set_project;
  page_class->arrange = plan_plan_page_arrange;

  /**
   * PlanPlanPage::task-chosen:
   * @task: id of a task of any project that is to be shown
   */
  g_signal_new ("task-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (PLAN_TYPE_GANTT_VIEW);
  g_type_ensure (PLAN_TYPE_LOAD_PANE);
  g_type_ensure (PLAN_TYPE_SHEET);
  g_type_ensure (PLAN_TYPE_PROJECT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, content);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, action_row);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, project_button);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, project_label);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, project_popover);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, project_list);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, show_buttons);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, show_menu);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, load_paned);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, paned);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, load_pane);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, sheet_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, view_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, view);
}

static GMenuModel *
create_filter_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) named = g_menu_new (), asked = g_menu_new ();

  for (PlanRowFilter filter = 0; filter < PLAN_N_ROW_FILTERS; filter++)
    {
      g_autofree char *action = g_strconcat ("view.filter::", plan_row_filter_get_name (filter), NULL);

      g_menu_append (named, plan_row_filter_get_label (filter), action);
    }
  plan_actions_append (asked, "view.filter-text");
  plan_actions_append (asked, "view.filter-dates");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (named));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (asked));
  return G_MENU_MODEL (menu);
}

static void
rows_changed_cb (PlanPlanPage *self)
{
  PlanRowFilter filter = plan_row_list_get_filter (self->list);
  g_autofree char *label = plan_plan_page_describe_filter (self);

  gtk_menu_button_set_label (self->filter_button, label);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->view_actions), "filter")),
                             g_variant_new_string (plan_row_filter_get_name (filter)));
  plan_plan_page_update_task_actions (self);
}

/* The chart's time scale and the sheet's heading are equally high. */
static void
update_heading (PlanPlanPage *self)
{
  plan_sheet_set_header_height (self->sheet, (int) plan_gantt_view_get_header_height (self->view));
}

/* The double click on a bar goes where its name can be edited. */
static void
row_activated_cb (PlanPlanPage *self, guint row)
{
  plan_sheet_set_cursor (self->sheet, row, PLAN_COLUMN_NAME);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
metrics_changed_cb (PlanPlanPage *self)
{
  update_heading (self);
  update_sheet_width (self);
}

static void
connect_rows (PlanPlanPage *self)
{
  self->list = plan_row_list_new ();
  /* The heights of rows are the sheet's to say, so it comes first. */
  plan_sheet_set_list (self->sheet, self->list);
  plan_gantt_view_set_list (self->view, self->list);
  gtk_scrolled_window_set_vadjustment (self->sheet_scroller, gtk_scrolled_window_get_vadjustment (self->view_scroller));
  g_signal_connect_object (self->list, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "selection-changed", G_CALLBACK (plan_plan_page_update_task_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "metrics-changed", G_CALLBACK (metrics_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "tell", G_CALLBACK (plan_plan_page_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "done", G_CALLBACK (plan_plan_page_tell_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "tell", G_CALLBACK (plan_plan_page_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "done", G_CALLBACK (plan_plan_page_tell_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  update_heading (self);
}

/* Where the sheet ends for want of room it was not put. */
static void
position_changed_cb (PlanPlanPage *self)
{
  int position = gtk_paned_get_position (self->paned), most;

  g_object_get (self->paned, "max-position", &most, NULL);
  if (!self->narrow && gtk_widget_get_mapped (GTK_WIDGET (self->paned)) && position < most)
    self->sheet_width = (int) round (position / plan_row_list_get_text_scale (self->list));
}

static void
plan_plan_page_init (PlanPlanPage *self)
{
  g_autoptr (GMenuModel) menu = NULL, filters = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->view_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->view_actions), entries, G_N_ELEMENTS (entries), self);
  plan_plan_page_add_task_actions (self);
  self->sheet_width = SHEET_WIDTH;
  restore_toggles (self);
  plan_actions_decorate (self->action_row);
  menu = plan_actions_create_show_menu ();
  plan_late_menu_set (self->show_menu, menu);
  filters = create_filter_menu ();
  plan_late_menu_set (self->filter_button, filters);
  connect_rows (self);
  plan_plan_page_init_load (self);

  g_signal_connect_object (self->project_list, "project-chosen", G_CALLBACK (gtk_popover_popdown), self->project_popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (position_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::zoom", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  plan_style_follow (G_OBJECT (self), G_CALLBACK (update_theme));
  update_theme (self);
  update_zoom (self);
  rows_changed_cb (self);
  set_enabled (self, "baseline", FALSE);
}

/**
 * plan_plan_page_set_sheet_width:
 * @width: of the sheet beside the chart, in pixels at the usual size of text
 */
void
plan_plan_page_set_sheet_width (PlanPlanPage *self, int width)
{
  g_return_if_fail (PLAN_IS_PLAN_PAGE (self));

  self->sheet_width = width;
  update_sheet_width (self);
}

/**
 * plan_plan_page_get_sheet_width:
 *
 * Returns: the width that the sheet has, or would have in a window that is not narrow, in pixels at the usual size of text
 */
int
plan_plan_page_get_sheet_width (PlanPlanPage *self)
{
  g_return_val_if_fail (PLAN_IS_PLAN_PAGE (self), 0);

  return self->sheet_width;
}

/**
 * plan_plan_page_get_task_actions:
 *
 * Returns: (transfer none): the actions of the group "task"
 */
GActionGroup *
plan_plan_page_get_task_actions (PlanPlanPage *self)
{
  g_return_val_if_fail (PLAN_IS_PLAN_PAGE (self), NULL);

  return G_ACTION_GROUP (self->task_actions);
}

/**
 * plan_plan_page_get_list:
 *
 * Returns: (transfer none): the rows that are shown, their cursor and selection
 */
PlanRowList *
plan_plan_page_get_list (PlanPlanPage *self)
{
  g_return_val_if_fail (PLAN_IS_PLAN_PAGE (self), NULL);

  return self->list;
}

/**
 * plan_plan_page_set_past:
 * @past: (nullable): a comparison whose first moment the chart shows in the place of the baseline
 */
void
plan_plan_page_set_past (PlanPlanPage *self, PlanPast *past)
{
  g_return_if_fail (PLAN_IS_PLAN_PAGE (self));

  plan_gantt_view_set_past (self->view, past);
}

/**
 * plan_plan_page_get_sheet:
 *
 * Returns: (transfer none): the task sheet
 */
PlanSheet *
plan_plan_page_get_sheet (PlanPlanPage *self)
{
  g_return_val_if_fail (PLAN_IS_PLAN_PAGE (self), NULL);

  return self->sheet;
}

/**
 * plan_plan_page_get_view:
 *
 * Returns: (transfer none): the chart
 */
PlanGanttView *
plan_plan_page_get_view (PlanPlanPage *self)
{
  g_return_val_if_fail (PLAN_IS_PLAN_PAGE (self), NULL);

  return self->view;
}

/**
 * plan_plan_page_get_project_list:
 *
 * Returns: (transfer none): the list behind the project button of narrow windows
 */
PlanProjectList *
plan_plan_page_get_project_list (PlanPlanPage *self)
{
  g_return_val_if_fail (PLAN_IS_PLAN_PAGE (self), NULL);

  return self->project_list;
}
