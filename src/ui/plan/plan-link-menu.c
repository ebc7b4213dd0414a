/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menus of tasks and of links that all charts share: what can be done with the selected tasks, the type of each of their
 * links and its end.
 */

#include "plan-link-menu.h"

#include "plan-actions.h"
#include "plan-edits.h"

#include <glib/gi18n-lib.h>

/* Names of actions end with the place of the link in the menu, not with its id: GLib keeps each name that there ever was. */
#define TYPE_PREFIX   "type-"
#define REMOVE_PREFIX "remove-"

static PlanId
get_link (GSimpleAction *action)
{
  return *(const PlanId *) g_object_get_data (G_OBJECT (action), "link");
}

static PlanDocument *
get_document (GSimpleAction *action)
{
  return g_object_get_data (G_OBJECT (action), "document");
}

static void
change_type_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!plan_edit_set_text (get_document (action), PLAN_FIELD_LINK_TYPE, get_link (action),
                           g_variant_get_string (state, NULL), &error))
    g_signal_emit_by_name (data, "tell", error->message);
  else
    g_simple_action_set_state (action, state);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!plan_edit_link_delete (get_document (action), get_link (action), &error))
    g_signal_emit_by_name (data, "tell", error->message);
  else
    g_signal_emit_by_name (data, "done", _("Link removed"));
}

static void
add_action (GtkWidget *owner, PlanRowList *list, GSimpleActionGroup *group, GSimpleAction *action, const PlanLink *link,
            const char *signal, GCallback callback)
{
  g_object_set_data_full (G_OBJECT (action), "document", g_object_ref (plan_row_list_get_document (list)), g_object_unref);
  g_object_set_data_full (G_OBJECT (action), "link", g_memdup2 (&link->id, sizeof link->id), g_free);
  g_simple_action_set_enabled (action, plan_row_list_is_writable (list));
  g_signal_connect_object (action, signal, callback, owner, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
add_link_actions (GtkWidget *owner, PlanRowList *list, GSimpleActionGroup *group, const PlanLink *link, guint place)
{
  g_autofree char *type_name = g_strdup_printf (TYPE_PREFIX "%u", place);
  g_autofree char *remove_name = g_strdup_printf (REMOVE_PREFIX "%u", place);
  g_autoptr (GSimpleAction) type = g_simple_action_new_stateful (type_name, G_VARIANT_TYPE_STRING,
                                                                 g_variant_new_string (plan_link_type_get_symbol (link->type)));
  g_autoptr (GSimpleAction) remove = g_simple_action_new (remove_name, NULL);

  add_action (owner, list, group, type, link, "change-state", G_CALLBACK (change_type_cb));
  add_action (owner, list, group, remove, link, "activate", G_CALLBACK (remove_cb));
}

/* The four types, of which one is chosen, and its end. */
static GMenuModel *
create_link_menu (guint place)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) types = g_menu_new (), rest = g_menu_new ();
  g_autofree char *remove = g_strdup_printf ("link." REMOVE_PREFIX "%u", place);

  for (const PlanEnumName *name = plan_field_get (PLAN_FIELD_LINK_TYPE)->names; name->key != NULL; name++)
    {
      g_autofree char *action = g_strdup_printf ("link." TYPE_PREFIX "%u::%s", place, name->key);

      g_menu_append (types, _(name->label), action);
    }
  g_menu_append (rest, C_("menu", "Remove the link"), remove);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (types));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

static void
append_links (GtkWidget *owner, PlanRowList *list, GSimpleActionGroup *group, GMenu *menu, guint task, gboolean to)
{
  PlanCellSource source = plan_row_list_get_source (list);
  guint n;
  const guint *links = to ? plan_task_index_get_predecessors (source.index, task, &n)
                          : plan_task_index_get_successors (source.index, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const PlanLink *link = plan_model_get_link_at (source.model, links[i]);
      const PlanTask *other = plan_model_get_task (source.model, to ? link->predecessor : link->successor);
      guint place = (guint) g_menu_model_get_n_items (G_MENU_MODEL (menu));
      g_autoptr (GMenuModel) submenu = create_link_menu (place);
      const char *name = other->name != NULL ? other->name : "";
      g_autofree char *label = NULL;

      add_link_actions (owner, list, group, link, place);
      if (to)
        /* Translators: an item of a menu; %s is the task before the one the menu belongs to */
        label = g_strdup_printf (C_("menu", "Link from %s"), name);
      else
        /* Translators: an item of a menu; %s is the task after the one the menu belongs to */
        label = g_strdup_printf (C_("menu", "Link to %s"), name);
      g_menu_append_submenu (menu, label, submenu);
    }
}

/**
 * plan_link_menu_create_task_menu:
 * @owner: a widget with the signals "tell" and "done", which say why something was not done and what was
 * @list: rows of the project of the task
 * @group: takes the actions "link.*" of the menu
 * @task: index of the task in the model
 *
 * Returns: (transfer full): what can be done with the selected tasks and with the links of one of them
 */
GMenuModel *
plan_link_menu_create_task_menu (GtkWidget *owner, PlanRowList *list, GSimpleActionGroup *group, guint task)
{
  GMenuModel *menu = plan_actions_create_task_menu ();
  g_autoptr (GMenu) links = g_menu_new ();

  append_links (owner, list, group, links, task, TRUE);
  append_links (owner, list, group, links, task, FALSE);
  if (g_menu_model_get_n_items (G_MENU_MODEL (links)) > 0)
    g_menu_append_section (G_MENU (menu), NULL, G_MENU_MODEL (links));
  return menu;
}

/**
 * plan_link_menu_create:
 * @link: index of a link in the model
 *
 * Returns: (transfer full): what can be done with the link; see plan_link_menu_create_task_menu()
 */
GMenuModel *
plan_link_menu_create (GtkWidget *owner, PlanRowList *list, GSimpleActionGroup *group, guint link)
{
  add_link_actions (owner, list, group, plan_model_get_link_at (plan_row_list_get_model (list), link), 0);
  return create_link_menu (0);
}
