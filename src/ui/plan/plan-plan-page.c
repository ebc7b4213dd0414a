/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan view: the row of actions and below it the Gantt chart. It owns the actions view.*, which the window offers to
 * menus and keys. In narrow windows the buttons of what is shown become a menu and the list of projects a button.
 */

#include "plan-plan-page.h"

#include "plan-actions.h"
#include "plan-style.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define NAMES_WIDTH        280
#define NAMES_WIDTH_NARROW 220

/* Pixels per day of the levels that have a key. */
#define ZOOM_DAYS   36.0
#define ZOOM_WEEKS  (36.0 / 7)
#define ZOOM_MONTHS 1.7

struct _PlanPlanPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *action_row;
  GtkMenuButton *project_button;
  GtkLabel *project_label;
  GtkPopover *project_popover;
  PlanProjectList *project_list;
  GtkWidget *show_buttons;
  GtkMenuButton *show_menu;
  GtkLabel *zoom_label;
  PlanGanttView *view;

  PlanDocument *document;
  PlanId project;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (PlanPlanPage, plan_plan_page, GTK_TYPE_WIDGET)

/* Which marks of the chart a toggle shows. */
static const struct
{
  const char *action;
  PlanGanttShow show;
} toggles[] = {
  { "critical", PLAN_GANTT_CRITICAL },
  { "slack", PLAN_GANTT_SLACK },
  { "baseline", PLAN_GANTT_BASELINE },
};

static gboolean
has_baseline (PlanPlanPage *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  guint n = plan_model_get_n (model, PLAN_RECORD_BASELINE);

  for (guint i = 0; i < n; i++)
    {
      const PlanBaseline *baseline = plan_model_get_at (model, PLAN_RECORD_BASELINE, i);
      const PlanTask *task = baseline->owner_record == PLAN_RECORD_TASK ? plan_model_get_task (model, baseline->owner) : NULL;

      if (task != NULL && task->project == self->project && baseline->number == 0)
        return TRUE;
    }
  return FALSE;
}

static void
set_enabled (PlanPlanPage *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

/* A project without a baseline has nothing to compare with: its toggle is off and cannot be used. */
static void
update_baseline (PlanPlanPage *self)
{
  gboolean enabled = self->project != PLAN_ID_NONE && has_baseline (self);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "baseline");
  g_autoptr (GVariant) state = g_action_get_state (action);

  set_enabled (self, "baseline", enabled);
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
}

static void
change_toggle_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  PlanPlanPage *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), toggles[i].action))
      plan_gantt_view_set_show (self->view, toggles[i].show, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
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

static void
days_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_gantt_view_set_zoom (PLAN_PLAN_PAGE (data)->view, ZOOM_DAYS);
}

static void
weeks_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_gantt_view_set_zoom (PLAN_PLAN_PAGE (data)->view, ZOOM_WEEKS);
}

static void
months_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_gantt_view_set_zoom (PLAN_PLAN_PAGE (data)->view, ZOOM_MONTHS);
}

static const GActionEntry entries[] = {
  { "critical", NULL, NULL, "true", change_toggle_cb },
  { "slack", NULL, NULL, "true", change_toggle_cb },
  { "baseline", NULL, NULL, "true", change_toggle_cb },
  { "zoom-in", zoom_in_cb },
  { "zoom-out", zoom_out_cb },
  { "fit", fit_cb },
  { "today", today_cb },
  { "days", days_cb },
  { "weeks", weeks_cb },
  { "months", months_cb },
};

static void
plan_plan_page_dispose (GObject *object)
{
  PlanPlanPage *self = PLAN_PLAN_PAGE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_PLAN_PAGE);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (plan_plan_page_parent_class)->dispose (object);
}

static gboolean
plan_plan_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLAN_PLAN_PAGE (widget)->view));
}

static void
plan_plan_page_class_init (PlanPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plan_plan_page_dispose;
  widget_class->grab_focus = plan_plan_page_grab_focus;

  g_type_ensure (PLAN_TYPE_GANTT_VIEW);
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
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, PlanPlanPage, view);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_plan_page_init (PlanPlanPage *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  plan_actions_decorate (self->action_row);
  menu = plan_actions_create_show_menu ();
  gtk_menu_button_set_menu_model (self->show_menu, menu);

  g_signal_connect_object (self->project_list, "project-chosen", G_CALLBACK (gtk_popover_popdown), self->project_popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::zoom", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  plan_style_follow (G_OBJECT (self), G_CALLBACK (update_theme));
  update_theme (self);
  update_zoom (self);
  set_enabled (self, "baseline", FALSE);
}

static void
document_changed_cb (PlanPlanPage *self)
{
  if (plan_model_get_project (plan_document_get_model (self->document), self->project) != NULL)
    update_baseline (self);
}

/**
 * plan_plan_page_set_project:
 * @document: (nullable): the office, or %NULL to show nothing
 * @project: a project of it, or %PLAN_ID_NONE
 *
 * Shows a project.
 */
void
plan_plan_page_set_project (PlanPlanPage *self, PlanDocument *document, PlanId project)
{
  const PlanProject *record;

  g_return_if_fail (PLAN_IS_PLAN_PAGE (self));

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
  plan_gantt_view_set_project (self->view, project != PLAN_ID_NONE ? document : NULL, project);
  record = project != PLAN_ID_NONE ? plan_model_get_project (plan_document_get_model (document), project) : NULL;
  gtk_label_set_label (self->project_label, record != NULL ? record->name : "");
  update_baseline (self);
}

/**
 * plan_plan_page_set_narrow:
 *
 * Makes the action row fit into a narrow window.
 */
void
plan_plan_page_set_narrow (PlanPlanPage *self, gboolean narrow)
{
  g_return_if_fail (PLAN_IS_PLAN_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->project_button), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->show_menu), narrow);
  gtk_widget_set_visible (self->show_buttons, !narrow);
  plan_gantt_view_set_names_width (self->view, narrow ? NAMES_WIDTH_NARROW : NAMES_WIDTH);
}

/**
 * plan_plan_page_get_actions:
 *
 * Returns: (transfer none): the actions of the group "view"
 */
GActionMap *
plan_plan_page_get_actions (PlanPlanPage *self)
{
  g_return_val_if_fail (PLAN_IS_PLAN_PAGE (self), NULL);

  return G_ACTION_MAP (self->actions);
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
