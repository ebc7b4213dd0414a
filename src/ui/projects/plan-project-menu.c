/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menus of the list of projects: what can be done with a project, and with a programme. Actions with a target
 * are not in the table of actions, which is of what can be done without one.
 */

#include "plan-project-menu.h"

#include "plan-actions.h"
#include "plan-project-groups.h"

#include <glib/gi18n-lib.h>

static void
append_target (GMenu *menu, const char *label, const char *action, gint64 target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_programmes (const PlanModel *model)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) existing = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GPtrArray) groups = plan_project_groups_new (model, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const PlanProjectGroup *group = groups->pdata[i];

      if (group->key != PLAN_ID_NONE && group->key != PLAN_GROUP_CLOSED)
        append_target (existing, group->title, "project.move-to", group->key);
    }
  append_target (others, _("No programme"), "project.move-to", PLAN_ID_NONE);
  g_menu_append (others, _("New programme…"), "project.move-to-new");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (existing));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  return G_MENU_MODEL (menu);
}

/**
 * plan_project_menu_new:
 * @project: a project of the model, the one that is shown
 * @writable: whether the office can be edited
 *
 * Returns: (transfer full): what can be done with the project
 */
GMenuModel *
plan_project_menu_new (const PlanModel *model, PlanId project, gboolean writable)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (writable)
    {
      g_autoptr (GMenuModel) programmes = create_programmes (model);
      gboolean archived = plan_model_get_project (model, project)->archived;

      g_menu_append (first, C_("menu", "Rename…"), "project.rename");
      g_menu_append (first, archived ? C_("menu", "Restore") : C_("menu", "Archive"), "project.archive");
      g_menu_append_submenu (first, _("Move to programme"), programmes);
      g_menu_append (last, C_("menu", "Delete"), "project.delete");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
    }
  plan_actions_append (first, "project.information");
  return G_MENU_MODEL (menu);
}

/**
 * plan_programme_menu_new:
 *
 * Returns: (transfer full): what can be done with a programme of an office that can be edited
 */
GMenuModel *
plan_programme_menu_new (PlanId programme)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  append_target (first, C_("menu", "Rename…"), "programme.rename", programme);
  append_target (first, C_("menu", "Move up"), "programme.move-up", programme);
  append_target (first, C_("menu", "Move down"), "programme.move-down", programme);
  append_target (last, _("Delete, keep its projects"), "programme.delete", programme);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}
