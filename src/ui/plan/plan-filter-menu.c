/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which tasks the views of a project show: a button with the name of the filter and the menu of all filters. The filter is
 * one of the rows that the views share, so each view has its own button and action and all say the same.
 */

#include "plan-filter-menu.h"

#include "plan-actions.h"
#include "plan-late-menu.h"

#include <glib/gi18n-lib.h>

#define ACTION "filter"

/* What a button is attached to. */
typedef struct
{
  PlanRowList *list;
  GSimpleAction *action;
  PlanFilterMay may_change;
  gpointer owner;
} Attached;

static void
free_attached (gpointer data)
{
  Attached *self = data;

  g_object_unref (self->list);
  g_object_unref (self->action);
  g_free (self);
}

static Attached *
get_attached (GtkMenuButton *button)
{
  return g_object_get_data (G_OBJECT (button), ACTION);
}

static void
change_cb (GSimpleAction *action, GVariant *state, GtkMenuButton *button)
{
  Attached *attached = get_attached (button);

  if (attached->may_change != NULL && !attached->may_change (attached->owner))
    return;
  for (PlanRowFilter filter = 0; filter < PLAN_N_ROW_FILTERS; filter++)
    if (g_str_equal (plan_row_filter_get_name (filter), g_variant_get_string (state, NULL)))
      plan_row_list_set_filter (attached->list, filter);
}

/* What is seen, in words: caller frees. */
static char *
describe (PlanRowList *list)
{
  const PlanRowWish *wish = plan_row_list_get_wish (list);
  PlanRowFilter filter = plan_row_list_get_filter (list);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (filter != PLAN_ROWS_ALL || !plan_row_list_is_filtered (list))
    g_ptr_array_add (parts, g_strdup (plan_row_filter_get_label (filter)));
  if (wish->text != NULL)
    /* Translators: on the button of the filters: only tasks with the text %s are seen */
    g_ptr_array_add (parts, g_strdup_printf (C_("filter", "“%s”"), wish->text));
  if (wish->from != PLAN_TICKS_NONE)
    {
      g_autofree char *from = plan_date_format (wish->from, PLAN_DATE_DAY), *to = plan_date_format (wish->to - 1, PLAN_DATE_DAY);

      /* Translators: on the button of the filters: only tasks between two dates are seen */
      g_ptr_array_add (parts, g_strdup_printf (C_("filter", "%1$s – %2$s"), from, to));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_("list", ", "), (char **) parts->pdata);
}

static void
update (GtkMenuButton *button)
{
  Attached *attached = get_attached (button);
  PlanRowFilter filter = plan_row_list_get_filter (attached->list);
  g_autofree char *label = describe (attached->list);

  gtk_menu_button_set_label (button, label);
  g_simple_action_set_state (attached->action, g_variant_new_string (plan_row_filter_get_name (filter)));
}

/* The filters with a name, then those that ask for a text or dates, in a view that has them. */
static GMenuModel *
create_menu (GActionMap *actions)
{
  static const char *const asking[] = { "filter-text", "filter-dates" };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) named = g_menu_new (), asked = g_menu_new ();

  for (PlanRowFilter filter = 0; filter < PLAN_N_ROW_FILTERS; filter++)
    {
      g_autofree char *action = g_strconcat ("view." ACTION "::", plan_row_filter_get_name (filter), NULL);

      g_menu_append (named, plan_row_filter_get_label (filter), action);
    }
  for (guint i = 0; i < G_N_ELEMENTS (asking); i++)
    if (g_action_map_lookup_action (actions, asking[i]) != NULL)
      {
        g_autofree char *action = g_strconcat ("view.", asking[i], NULL);

        plan_actions_append (asked, action);
      }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (named));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (asked));
  return G_MENU_MODEL (menu);
}

/**
 * plan_filter_menu_attach:
 * @button: gets the menu and follows the filter
 * @actions: gets the action "filter"
 * @list: whose filter it is
 * @may_change: (nullable): asked before the rows become others
 * @owner: given to @may_change; it has @button
 */
void
plan_filter_menu_attach (GtkMenuButton *button, GActionMap *actions, PlanRowList *list, PlanFilterMay may_change, gpointer owner)
{
  g_autoptr (GMenuModel) menu = create_menu (actions);
  Attached *attached = g_new0 (Attached, 1);
  GSimpleAction *action = g_simple_action_new_stateful (ACTION, G_VARIANT_TYPE_STRING, g_variant_new_string (""));

  *attached = (Attached) { g_object_ref (list), action, may_change, owner };
  g_object_set_data_full (G_OBJECT (button), ACTION, attached, free_attached);
  g_signal_connect_object (action, "change-state", G_CALLBACK (change_cb), button, 0);
  g_signal_connect_object (list, "rows-changed", G_CALLBACK (update), button, G_CONNECT_SWAPPED);
  g_action_map_add_action (actions, G_ACTION (action));
  plan_late_menu_set (button, menu);
  update (button);
}
