/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views of the window: a page for each row of the table of views, made when it is shown for the first time, so that a
 * start costs no more than the plan. What is typed is taken before another view is shown. The actions "view.*" are those of
 * the window and those of the page that is shown; a key means what it means in the view one looks at.
 */

#include "plan-window-private.h"

#include "plan-actions.h"
#include "plan-views.h"

#include <glib/gi18n-lib.h>

static const PlanView *
find_view (const char *name)
{
  guint n_views;
  const PlanView *views = plan_views_get (&n_views);

  for (guint i = 0; i < n_views; i++)
    if (g_strcmp0 (plan_view_get_name (&views[i]), name) == 0)
      return &views[i];
  return NULL;
}

/* Returns: (nullable): the page of a view, if it was made */
static PlanViewPage *
get_page (PlanWindow *self, const PlanView *view)
{
  GtkWidget *bin = adw_view_stack_get_child_by_name (self->views, plan_view_get_name (view));

  return PLAN_VIEW_PAGE (adw_bin_get_child (ADW_BIN (bin)));
}

/* The keys and buttons of the page count while it is shown. */
static void
offer_actions (PlanWindow *self, PlanViewPage *page, gboolean offered)
{
  GActionMap *actions = plan_view_page_get_actions (page);
  g_auto (GStrv) names = actions != NULL ? g_action_group_list_actions (G_ACTION_GROUP (actions)) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (offered)
      g_action_map_add_action (G_ACTION_MAP (self->view_actions), g_action_map_lookup_action (actions, names[i]));
    else
      g_action_map_remove_action (G_ACTION_MAP (self->view_actions), names[i]);
}

/* Makes the page of a view. */
static PlanViewPage *
make_page (PlanWindow *self, const PlanView *view)
{
  GtkWidget *bin = adw_view_stack_get_child_by_name (self->views, plan_view_get_name (view));
  GtkWidget *page = g_object_new (view->get_type (), NULL);

  adw_bin_set_child (ADW_BIN (bin), page);
  g_signal_connect_object (page, "tell", G_CALLBACK (plan_window_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "done", G_CALLBACK (plan_window_tell_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "drag-status", G_CALLBACK (plan_status_strip_set_hint), self->status, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "project-chosen", G_CALLBACK (plan_window_set_project), self, G_CONNECT_SWAPPED);
  return PLAN_VIEW_PAGE (page);
}

static PlanViewPage *
ensure_page (PlanWindow *self, const PlanView *view)
{
  PlanViewPage *page = get_page (self, view);

  if (page != NULL)
    return page;
  page = make_page (self, view);
  if (!view->of_office)
    plan_view_page_set_list (page, plan_plan_page_get_list (self->page));
  plan_view_page_arrange (page, self->narrow, self->compact);
  plan_view_page_set_project (page, self->document, self->project);
  return page;
}

static void
set_page_state (PlanWindow *self)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->view_actions), "page")),
                             g_variant_new_string (plan_view_get_name (self->view)));
}

/* Focus that was in the page that goes, or nowhere, is in the page that comes. */
static void
move_focus (PlanWindow *self, PlanViewPage *from)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (from)) || !gtk_widget_get_mapped (focus))
    plan_window_focus_view (self);
}

/* What is being typed is taken first; when it cannot be, the view stays. */
static void
visible_changed_cb (PlanWindow *self)
{
  const PlanView *view = find_view (adw_view_stack_get_visible_child_name (self->views));
  PlanViewPage *from = get_page (self, self->view);

  if (view == NULL || view == self->view)
    return;
  if (!plan_window_finish_edit (self))
    {
      adw_view_stack_set_visible_child_name (self->views, plan_view_get_name (self->view));
      return;
    }
  offer_actions (self, from, FALSE);
  self->view = view;
  offer_actions (self, ensure_page (self, view), TRUE);
  set_page_state (self);
  plan_window_update_side_panes (self);
  move_focus (self, from);
}

static void
change_page_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  plan_window_show_view (data, g_variant_get_string (state, NULL));
}

static const GActionEntry entries[] = {
  { "page", NULL, "s", "'plan'", change_page_cb },
};

/* Makes the places of all pages and the page of the plan. */
void
plan_window_init_views (PlanWindow *self)
{
  guint n_views;
  const PlanView *views = plan_views_get (&n_views);

  for (guint i = 0; i < n_views; i++)
    {
      const PlanAction *action = plan_actions_find (views[i].action);

      adw_view_stack_add_titled_with_icon (self->views, adw_bin_new (), plan_view_get_name (&views[i]),
                                           g_dgettext (GETTEXT_PACKAGE, action->label), action->icon);
    }
  self->view_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->view_actions), entries, G_N_ELEMENTS (entries), self);
  self->view = find_view ("plan");
  self->page = PLAN_PLAN_PAGE (make_page (self, self->view));
  offer_actions (self, PLAN_VIEW_PAGE (self->page), TRUE);
  plan_window_show_view (self, "plan");
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (visible_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Shows a project in all views that were looked at; of views that are not, the page does it when it is. */
void
plan_window_set_views_project (PlanWindow *self, PlanDocument *document, PlanId project)
{
  guint n_views;
  const PlanView *views = plan_views_get (&n_views);

  /* Their rows come from the plan, which therefore comes first. */
  plan_view_page_set_project (PLAN_VIEW_PAGE (self->page), document, project);
  for (guint i = 0; i < n_views; i++)
    {
      PlanViewPage *page = get_page (self, &views[i]);

      if (page != NULL && page != PLAN_VIEW_PAGE (self->page))
        plan_view_page_set_project (page, document, project);
    }
}

/* Tells the pages how much room there is. */
void
plan_window_arrange_views (PlanWindow *self)
{
  guint n_views;
  const PlanView *views = plan_views_get (&n_views);

  for (guint i = 0; i < n_views; i++)
    {
      PlanViewPage *page = get_page (self, &views[i]);

      if (page != NULL)
        plan_view_page_arrange (page, self->narrow, self->compact);
    }
}

/* The keys go to the view that is shown. */
void
plan_window_focus_view (PlanWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (plan_window_get_view_page (self)));
}

/* Shows one of the views; a name that is none is passed over. */
void
plan_window_show_view (PlanWindow *self, const char *name)
{
  if (find_view (name) != NULL)
    adw_view_stack_set_visible_child_name (self->views, name);
}

/**
 * plan_window_get_view:
 *
 * Returns: (transfer none): the name of the view that is shown: "plan"
 */
const char *
plan_window_get_view (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), NULL);

  return plan_view_get_name (self->view);
}

/**
 * plan_window_get_view_page:
 *
 * Returns: (transfer none): the page that is shown
 */
PlanViewPage *
plan_window_get_view_page (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), NULL);

  return get_page (self, self->view);
}

/**
 * plan_window_get_view_actions:
 *
 * Returns: (transfer none): the actions of the group "view": those of the window and of the view that is shown
 */
GActionGroup *
plan_window_get_view_actions (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), NULL);

  return G_ACTION_GROUP (self->view_actions);
}
