/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The load of people under the plan: shown and hidden by its action, as high as the user dragged it, with its line between
 * list and chart where the sheet ends.
 */

#include "plan-plan-page-private.h"

#include "plan-settings.h"
#include "plan-style.h"

/* The line between two panes. */
#define HANDLE_HEIGHT 1

static gboolean
is_shown (PlanPlanPage *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->load_pane));
}

/* Where the line goes for the pane to be as high as it was. */
static void
place_pane (PlanPlanPage *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->load_paned));

  if (height <= 0)
    return;
  gtk_paned_set_position (self->load_paned, MAX (0, height - self->load_height - HANDLE_HEIGHT));
  plan_load_pane_set_height (self->load_pane, 0);
}

static gboolean
place_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlanPlanPage *self = PLAN_PLAN_PAGE (widget);

  if (!is_shown (self) || gtk_widget_get_height (GTK_WIDGET (self->load_pane)) > 0)
    {
      place_pane (self);
      self->load_placed = is_shown (self);
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

static void
show_pane (PlanPlanPage *self, gboolean shown)
{
  if (is_shown (self) == shown)
    return;
  self->load_placed = FALSE;
  if (shown)
    plan_load_pane_set_height (self->load_pane, self->load_height);
  gtk_widget_set_visible (GTK_WIDGET (self->load_pane), shown);
  if (shown)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), place_cb, NULL, NULL);
}

static void
change_load_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  PlanPlanPage *self = data;

  show_pane (self, g_variant_get_boolean (state));
  if (!self->narrow)
    plan_settings_set_boolean ("load-shown", g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static const GActionEntry entries[] = {
  { "load", NULL, NULL, "false", change_load_cb },
};

/* What a window that is too low leaves of the pane was not chosen. */
static void
position_changed_cb (PlanPlanPage *self)
{
  int position = gtk_paned_get_position (self->load_paned), least;

  g_object_get (self->load_paned, "min-position", &least, NULL);
  if (self->load_placed && is_shown (self) && gtk_widget_get_mapped (GTK_WIDGET (self->load_paned)) && position > least)
    self->load_height = gtk_widget_get_height (GTK_WIDGET (self->load_paned)) - position - HANDLE_HEIGHT;
}

static void
task_chosen_cb (PlanPlanPage *self, gint64 task)
{
  g_signal_emit_by_name (self, "task-chosen", task);
}

/* Shows the pane as it was shown in the last run; a narrow window begins without it. */
void
plan_plan_page_restore_load (PlanPlanPage *self)
{
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self->view_actions), "load"),
                         g_variant_new_boolean (!self->narrow && plan_settings_get_boolean ("load-shown")));
}

/**
 * plan_plan_page_save_load:
 *
 * Remembers how high the load of people is.
 */
void
plan_plan_page_save_load (PlanPlanPage *self)
{
  g_return_if_fail (PLAN_IS_PLAN_PAGE (self));

  plan_settings_set_int ("load-height", self->load_height);
}

static void
update_theme (PlanPlanPage *self)
{
  plan_load_pane_set_theme (self->load_pane, plan_style_get_theme ());
}

/* Readies the pane of a new page. */
void
plan_plan_page_init_load (PlanPlanPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->view_actions), entries, G_N_ELEMENTS (entries), self);
  self->load_height = plan_settings_get_int ("load-height");
  plan_load_pane_set_plan (self->load_pane, self->list, self->view);
  g_object_bind_property (self->paned, "position", plan_load_pane_get_halves (self->load_pane), "position",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  /* A pane in a pane: GTK 4.8 loses track of the outer one when only the inner one is given its size anew and what is in it
     asks for another meanwhile, as a scrolled window does whose bar comes or goes. */
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (gtk_widget_queue_allocate), self->load_paned, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->load_pane, "task-chosen", G_CALLBACK (task_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->load_paned, "notify::position", G_CALLBACK (position_changed_cb), self, G_CONNECT_SWAPPED);
  plan_style_follow (G_OBJECT (self), G_CALLBACK (update_theme));
  update_theme (self);
  plan_plan_page_restore_load (self);
}
