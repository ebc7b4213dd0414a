/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The centre of the header bar: which view is shown, once there is more than one to choose from, else the title of the
 * window. AdwViewSwitcher cannot leave out its words, so where there is no room for them stand buttons with icons of our own.
 */

#include "plan-view-switcher.h"

#include "plan-actions.h"
#include "plan-tooltip.h"

struct _PlanViewSwitcher
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *words;
  GtkWidget *icons;
  AdwViewStack *views;
  GtkSelectionModel *pages;
  gboolean narrow;
  gboolean fits;
};

G_DEFINE_FINAL_TYPE (PlanViewSwitcher, plan_view_switcher, GTK_TYPE_WIDGET)

/* The title, or the words while there is room for them, or the icons. */
static GtkWidget *
get_shown (PlanViewSwitcher *self)
{
  if (self->pages == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->pages)) < 2)
    return self->title;
  return self->narrow || !self->fits ? self->icons : self->words;
}

static void
update_shown (PlanViewSwitcher *self)
{
  GtkWidget *shown = get_shown (self);

  gtk_widget_set_child_visible (self->title, shown == self->title);
  gtk_widget_set_child_visible (self->words, shown == self->words);
  gtk_widget_set_child_visible (self->icons, shown == self->icons);
}

static void
icon_toggled_cb (GtkToggleButton *button, PlanViewSwitcher *self)
{
  if (gtk_toggle_button_get_active (button))
    adw_view_stack_set_visible_child_name (self->views, g_object_get_data (G_OBJECT (button), "view"));
}

static void
visible_changed_cb (PlanViewSwitcher *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->icons); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (button), "view"), adw_view_stack_get_visible_child_name (self->views)) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
add_icon (PlanViewSwitcher *self, AdwViewStackPage *page)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *first = gtk_widget_get_first_child (self->icons);
  const char *title = adw_view_stack_page_get_title (page);
  g_autofree char *action = g_strconcat ("view.page::", adw_view_stack_page_get_name (page), NULL);
  g_autofree char *tooltip = plan_actions_find (action) != NULL ? plan_actions_get_tooltip (action, NULL) : g_strdup (title);

  gtk_button_set_icon_name (GTK_BUTTON (button), adw_view_stack_page_get_icon_name (page));
  plan_tooltip_set (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (button), "view", g_strdup (adw_view_stack_page_get_name (page)), g_free);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_box_append (GTK_BOX (self->icons), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (icon_toggled_cb), self, 0);
}

static void
pages_changed_cb (PlanViewSwitcher *self)
{
  guint n_views = g_list_model_get_n_items (G_LIST_MODEL (self->pages));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->icons)) != NULL)
    gtk_box_remove (GTK_BOX (self->icons), child);
  for (guint i = 0; i < n_views; i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (self->pages), i);

      add_icon (self, page);
    }
  visible_changed_cb (self);
  update_shown (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
plan_view_switcher_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  PlanViewSwitcher *self = PLAN_VIEW_SWITCHER (widget);
  GtkWidget *shown = get_shown (self);
  int least = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL || shown == self->title || self->narrow)
    {
      gtk_widget_measure (shown, orientation, -1, minimum, natural, NULL, NULL);
      return;
    }
  gtk_widget_measure (self->icons, orientation, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->words, orientation, -1, NULL, natural, NULL, NULL);
  *minimum = MIN (least, *natural);
}

static void
plan_view_switcher_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlanViewSwitcher *self = PLAN_VIEW_SWITCHER (widget);
  int needed;

  gtk_widget_measure (self->words, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &needed, NULL, NULL);
  self->fits = width >= needed;
  update_shown (self);
  gtk_widget_allocate (get_shown (self), width, height, baseline, NULL);
}

static void
plan_view_switcher_dispose (GObject *object)
{
  PlanViewSwitcher *self = PLAN_VIEW_SWITCHER (object);

  g_clear_object (&self->pages);
  g_clear_object (&self->views);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->icons, gtk_widget_unparent);
  G_OBJECT_CLASS (plan_view_switcher_parent_class)->dispose (object);
}

static void
plan_view_switcher_class_init (PlanViewSwitcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_view_switcher_dispose;
  GTK_WIDGET_CLASS (klass)->measure = plan_view_switcher_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = plan_view_switcher_size_allocate;
}

static void
plan_view_switcher_init (PlanViewSwitcher *self)
{
  self->title = adw_window_title_new ("", "");
  self->words = g_object_new (ADW_TYPE_VIEW_SWITCHER, "policy", ADW_VIEW_SWITCHER_POLICY_WIDE, NULL);
  self->icons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_widget_set_halign (self->icons, GTK_ALIGN_CENTER);
  self->fits = TRUE;
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->icons, GTK_WIDGET (self));
  update_shown (self);
}

/**
 * plan_view_switcher_set_views:
 * @views: the views to choose from; set once
 */
void
plan_view_switcher_set_views (PlanViewSwitcher *self, AdwViewStack *views)
{
  g_return_if_fail (PLAN_IS_VIEW_SWITCHER (self) && self->views == NULL);

  self->views = g_object_ref (views);
  self->pages = adw_view_stack_get_pages (views);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->words), views);
  g_signal_connect_object (self->pages, "items-changed", G_CALLBACK (pages_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (views, "notify::visible-child", G_CALLBACK (visible_changed_cb), self, G_CONNECT_SWAPPED);
  pages_changed_cb (self);
}

/**
 * plan_view_switcher_set_title:
 * @title: of the window; @subtitle: below it; shown while there is nothing to choose
 */
void
plan_view_switcher_set_title (PlanViewSwitcher *self, const char *title, const char *subtitle)
{
  g_return_if_fail (PLAN_IS_VIEW_SWITCHER (self));

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle);
}

/**
 * plan_view_switcher_set_narrow:
 * @narrow: whether there is no room for words
 */
void
plan_view_switcher_set_narrow (PlanViewSwitcher *self, gboolean narrow)
{
  g_return_if_fail (PLAN_IS_VIEW_SWITCHER (self));

  self->narrow = narrow;
  update_shown (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * plan_view_switcher_get_shown:
 *
 * Returns: (transfer none): what is shown: "title", "words" or "icons"
 */
const char *
plan_view_switcher_get_shown (PlanViewSwitcher *self)
{
  GtkWidget *shown;

  g_return_val_if_fail (PLAN_IS_VIEW_SWITCHER (self), NULL);

  shown = get_shown (self);
  return shown == self->title ? "title" : shown == self->words ? "words" : "icons";
}
