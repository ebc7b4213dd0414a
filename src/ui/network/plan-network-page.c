/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view of the network diagram: a row of buttons and the diagram. Its actions view.* take the place of those of the plan
 * while it is shown.
 */

#include "plan-network-page.h"

#include "plan-actions.h"
#include "plan-filter-menu.h"
#include "plan-project-button.h"
#include "plan-settings.h"
#include "plan-style.h"

#include <glib/gi18n-lib.h>

struct _PlanNetworkPage
{
  PlanViewPage parent_instance;

  GtkWidget *content;
  GtkWidget *action_row;
  PlanProjectButton *project_button;
  GtkMenuButton *filter_button;
  GtkLabel *zoom_label;
  PlanNetworkView *view;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (PlanNetworkPage, plan_network_page, PLAN_TYPE_VIEW_PAGE)

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_network_view_zoom_step (PLAN_NETWORK_PAGE (data)->view, 1);
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_network_view_zoom_step (PLAN_NETWORK_PAGE (data)->view, -1);
}

static void
fit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_network_view_fit (PLAN_NETWORK_PAGE (data)->view);
}

/* As in the plan, whose setting it is. */
static void
change_critical_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  plan_network_view_set_critical (PLAN_NETWORK_PAGE (data)->view, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static const GActionEntry entries[] = {
  { "zoom-in", zoom_in_cb },
  { "zoom-out", zoom_out_cb },
  { "fit", fit_cb },
  { "critical", NULL, NULL, "true", change_critical_cb },
};

static GActionMap *
plan_network_page_get_actions (PlanViewPage *page)
{
  return G_ACTION_MAP (PLAN_NETWORK_PAGE (page)->actions);
}

static void
plan_network_page_set_list (PlanViewPage *page, PlanRowList *list)
{
  PlanNetworkPage *self = PLAN_NETWORK_PAGE (page);

  plan_network_view_set_list (self->view, list);
  plan_filter_menu_attach (self->filter_button, G_ACTION_MAP (self->actions), list, NULL, NULL);
}

static void
plan_network_page_set_project (PlanViewPage *page, PlanDocument *document, PlanId project)
{
  plan_project_button_set_project (PLAN_NETWORK_PAGE (page)->project_button, document, project);
}

static void
plan_network_page_arrange (PlanViewPage *page, gboolean narrow, gboolean compact)
{
  gtk_widget_set_visible (GTK_WIDGET (PLAN_NETWORK_PAGE (page)->project_button), narrow);
}

static gboolean
plan_network_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLAN_NETWORK_PAGE (widget)->view));
}

static void
plan_network_page_dispose (GObject *object)
{
  PlanNetworkPage *self = PLAN_NETWORK_PAGE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_NETWORK_PAGE);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (plan_network_page_parent_class)->dispose (object);
}

static void
plan_network_page_class_init (PlanNetworkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlanViewPageClass *page_class = PLAN_VIEW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_network_page_dispose;
  widget_class->grab_focus = plan_network_page_grab_focus;
  page_class->get_actions = plan_network_page_get_actions;
  page_class->set_list = plan_network_page_set_list;
  page_class->set_project = plan_network_page_set_project;
  page_class->arrange = plan_network_page_arrange;

  g_type_ensure (PLAN_TYPE_NETWORK_VIEW);
  g_type_ensure (PLAN_TYPE_PROJECT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-network-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanNetworkPage, content);
  gtk_widget_class_bind_template_child (widget_class, PlanNetworkPage, action_row);
  gtk_widget_class_bind_template_child (widget_class, PlanNetworkPage, project_button);
  gtk_widget_class_bind_template_child (widget_class, PlanNetworkPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, PlanNetworkPage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, PlanNetworkPage, view);
}

static void
set_enabled (PlanNetworkPage *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
update_zoom (PlanNetworkPage *self)
{
  double zoom = plan_network_view_get_zoom (self->view);
  g_autofree char *percent = plan_percent_format ((PlanPercent) (zoom * 100 + 0.5) * PLAN_PERCENT_ONE);

  gtk_label_set_label (self->zoom_label, percent);
  set_enabled (self, "zoom-in", zoom < PLAN_NETWORK_ZOOM_MOST);
  set_enabled (self, "zoom-out", zoom > PLAN_NETWORK_ZOOM_LEAST);
}

static void
update_theme (PlanNetworkPage *self)
{
  plan_network_view_set_theme (self->view, plan_style_get_theme ());
}

static void
plan_network_page_init (PlanNetworkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "critical",
                                      g_variant_new_boolean (plan_settings_get_boolean ("critical")));
  plan_actions_decorate (self->action_row);
  g_signal_connect_object (self->project_button, "project-chosen", G_CALLBACK (plan_view_page_choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::zoom", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "tell", G_CALLBACK (plan_view_page_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "done", G_CALLBACK (plan_view_page_tell_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "drag-status", G_CALLBACK (plan_view_page_tell_drag), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (plan_network_view_show_cursor), self->view, G_CONNECT_SWAPPED);
  plan_style_follow (G_OBJECT (self), G_CALLBACK (update_theme));
  update_theme (self);
  update_zoom (self);
}

/**
 * plan_network_page_get_view:
 *
 * Returns: (transfer none): the diagram
 */
PlanNetworkView *
plan_network_page_get_view (PlanNetworkPage *self)
{
  g_return_val_if_fail (PLAN_IS_NETWORK_PAGE (self), NULL);

  return self->view;
}
