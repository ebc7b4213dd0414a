/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel at the right of a window: one of several pages, chosen by the buttons at its head. Which one is shown is a
 * state of the action view.panel-page, so that buttons, keys and what is remembered never differ.
 */

#include "plan-side-panel.h"

#include <string.h>

struct _PlanSidePanel
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *switcher;
  GtkStack *stack;
  PlanDetailsPanel *details;
  PlanHistoryPanel *history;
};

G_DEFINE_FINAL_TYPE (PlanSidePanel, plan_side_panel, GTK_TYPE_WIDGET)

enum {
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const pages[] = { "details", "history" };

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanSidePanel *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  g_signal_emit (self, signals[LEAVE], 0);
  return TRUE;
}

static void
plan_side_panel_dispose (GObject *object)
{
  g_clear_pointer (&PLAN_SIDE_PANEL (object)->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLAN_TYPE_SIDE_PANEL);
  G_OBJECT_CLASS (plan_side_panel_parent_class)->dispose (object);
}

static gboolean
plan_side_panel_grab_focus (GtkWidget *widget)
{
  PlanSidePanel *self = PLAN_SIDE_PANEL (widget);

  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->history) && gtk_widget_grab_focus (GTK_WIDGET (self->history)))
    return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD) || gtk_widget_child_focus (self->switcher, GTK_DIR_TAB_FORWARD);
}

static void
plan_side_panel_class_init (PlanSidePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_side_panel_dispose;
  widget_class->grab_focus = plan_side_panel_grab_focus;

  /**
   * PlanSidePanel::leave:
   *
   * The user is done with the panel.
   */
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PLAN_TYPE_DETAILS_PANEL);
  g_type_ensure (PLAN_TYPE_HISTORY_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-side-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanSidePanel, content);
  gtk_widget_class_bind_template_child (widget_class, PlanSidePanel, switcher);
  gtk_widget_class_bind_template_child (widget_class, PlanSidePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, PlanSidePanel, details);
  gtk_widget_class_bind_template_child (widget_class, PlanSidePanel, history);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_side_panel_init (PlanSidePanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * plan_side_panel_has_page:
 *
 * Returns: whether there is a page of that name
 */
gboolean
plan_side_panel_has_page (const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (strcmp (pages[i], page) == 0)
      return TRUE;
  return FALSE;
}

/**
 * plan_side_panel_set_page:
 * @page: "details" or "history"
 */
void
plan_side_panel_set_page (PlanSidePanel *self, const char *page)
{
  g_return_if_fail (PLAN_IS_SIDE_PANEL (self) && plan_side_panel_has_page (page));

  gtk_stack_set_visible_child_name (self->stack, page);
}

/**
 * plan_side_panel_get_page:
 *
 * Returns: (transfer none): the name of the page that is shown
 */
const char *
plan_side_panel_get_page (PlanSidePanel *self)
{
  g_return_val_if_fail (PLAN_IS_SIDE_PANEL (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

/**
 * plan_side_panel_get_details:
 *
 * Returns: (transfer none): the page "details"
 */
PlanDetailsPanel *
plan_side_panel_get_details (PlanSidePanel *self)
{
  g_return_val_if_fail (PLAN_IS_SIDE_PANEL (self), NULL);

  return self->details;
}

/**
 * plan_side_panel_get_history:
 *
 * Returns: (transfer none): the page "history"
 */
PlanHistoryPanel *
plan_side_panel_get_history (PlanSidePanel *self)
{
  g_return_val_if_fail (PLAN_IS_SIDE_PANEL (self), NULL);

  return self->history;
}
