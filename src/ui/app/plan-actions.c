/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of everything a person can do in the window. What an action is called, its key and its icon stand here and
 * nowhere else: accelerators, menus, tooltips of buttons and the shortcuts window are made from the table. What an
 * action does is written where its group lives: app.* in the application, win.* and project.* in the window, view.* in
 * the plan page.
 */

#include "plan-actions.h"

#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHORTCUTS_A_COLUMN 24

static const PlanAction actions[] = {
  { "app.open", N_("Open an office…"), "folder-symbolic", N_("Files"), { "<Control>o" } },
  { "app.offices", N_("Recent offices…"), "document-open-recent-symbolic", N_("Files"), { "<Control><Shift>o" } },
  { "app.new-office", N_("New office…"), NULL, N_("Files"), { "<Control><Shift>n" } },
  { "win.save-copy", N_("Save a copy of the office…"), NULL, N_("Files"), { "<Control><Shift>s" }, .sensitivity = PLAN_NEEDS_OFFICE },
  { "win.move-office", N_("Move the office…"), NULL, N_("Files"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE },
  { "win.office-care", N_("Care and backups…"), NULL, N_("Files"), { "<Control><Alt>o" } },
  { "app.import", N_("Import projects…"), "document-open-symbolic", N_("Files"), { "<Control>i" } },
  { "win.print", N_("Print…"), "document-print-symbolic", N_("Files"), { "<Control>p" }, .sensitivity = PLAN_NEEDS_PROJECT },
  { "win.page-setup", N_("Page setup…"), NULL, N_("Files"), { "<Control><Shift>p" }, .sensitivity = PLAN_NEEDS_PROJECT },
  { "win.import-report", N_("Last import report"), NULL, N_("Files"), { NULL }, .sensitivity = PLAN_NEEDS_REPORT },
  { "win.file-dates", N_("Dates of the imported file…"), NULL, N_("Files"), { NULL }, .sensitivity = PLAN_NEEDS_PROJECT },
  { "win.add-sample", N_("Look around the sample office"), "view-reveal-symbolic", N_("Files"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_NO_SAMPLE },
  { "win.remove-sample", N_("Remove the sample"), NULL, N_("Files"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SAMPLE },
  { "win.undo", N_("Undo"), "edit-undo-symbolic", N_("Editing"), { "<Control>z" }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_UNDO },
  { "win.redo", N_("Redo"), "edit-redo-symbolic", N_("Editing"), { "<Control><Shift>z", "<Control>y" }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_REDO },
  { "project.new", N_("New project…"), "list-add-symbolic", N_("Projects"), { "<Control>n" }, .sensitivity = PLAN_NEEDS_WRITABLE },
  { "project.information", N_("Project information…"), NULL, N_("Projects"), { "<Control><Shift>i" }, .sensitivity = PLAN_NEEDS_PROJECT },
  { "project.rename", N_("Rename the project…"), NULL, N_("Projects"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_PROJECT },
  { "project.archive", N_("Archive or restore the project"), NULL, N_("Projects"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_PROJECT },
  { "project.delete", N_("Delete the project"), NULL, N_("Projects"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_PROJECT },
  { "win.calendars", N_("Calendars…"), NULL, N_("Projects"), { "<Control><Alt>a" }, .sensitivity = PLAN_NEEDS_OFFICE },
  { "win.level", N_("Level resources…"), NULL, N_("Projects"), { "<Control><Alt>l" }, .sensitivity = PLAN_NEEDS_WRITABLE },
  { "project.previous", N_("Previous project"), NULL, N_("Projects"), { "<Control>Page_Up" } },
  { "project.next", N_("Next project"), NULL, N_("Projects"), { "<Control>Page_Down" } },
  { "view.sidebar", N_("Show projects"), "sidebar-show-symbolic", N_("Projects"), { "F9" } },
  { "task.add", N_("New task"), "list-add-symbolic", N_("Tasks"), { "<Control>Return" }, .sensitivity = PLAN_NEEDS_WRITABLE },
  { "task.insert", N_("New task above"), NULL, N_("Tasks"), { NULL }, NULL, "Insert", .sensitivity = PLAN_NEEDS_WRITABLE },
  { "task.add-recurring", N_("Recurring task…"), NULL, N_("Tasks"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE },
  { "task.delete", N_("Delete tasks"), "user-trash-symbolic", N_("Tasks"), { NULL }, NULL, "<Control>Delete", .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.duplicate", N_("Duplicate tasks"), NULL, N_("Tasks"), { "<Control>d" }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.outdent", N_("Outdent"), "format-indent-less-symbolic", N_("Tasks"), { "<Alt><Shift>Left" }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.indent", N_("Indent"), "format-indent-more-symbolic", N_("Tasks"), { "<Alt><Shift>Right" }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.move-up", N_("Move up"), NULL, N_("Tasks"), { "<Alt><Shift>Up" }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.move-down", N_("Move down"), NULL, N_("Tasks"), { "<Alt><Shift>Down" }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.link", N_("Link in order"), "insert-link-symbolic", N_("Tasks"), { "<Control>l" }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SEVERAL },
  { "task.unlink", N_("Remove links"), NULL, N_("Tasks"), { "<Control><Shift>l" }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.split", N_("Split task…"), NULL, N_("Tasks"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.join", N_("Join the parts of the task"), NULL, N_("Tasks"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.update", N_("Update progress…"), NULL, N_("Tasks"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE },
  { "task.reschedule", N_("Reschedule unfinished work…"), NULL, N_("Tasks"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE },
  { "task.set-baseline", N_("Set baseline…"), NULL, N_("Tasks"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE },
  { "task.clear-baseline", N_("Clear baseline…"), NULL, N_("Tasks"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE },
  { "task.compare-baseline", N_("Compare with a baseline…"), NULL, N_("Tasks"), { "<Control><Shift>b" } },
  { "task.cut", N_("Cut"), NULL, N_("Tasks"), { NULL }, NULL, "<Control>x", .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.copy", N_("Copy"), NULL, N_("Tasks"), { NULL }, NULL, "<Control>c", .sensitivity = PLAN_NEEDS_SELECTION },
  { "task.paste", N_("Paste"), NULL, N_("Tasks"), { NULL }, NULL, "<Control>v", .sensitivity = PLAN_NEEDS_WRITABLE },
  { "task.paste-table", N_("Paste a table…"), NULL, N_("Tasks"), { NULL }, NULL, "<Control><Shift>v", .sensitivity = PLAN_NEEDS_WRITABLE },
  { "task.clear", N_("Clear"), NULL, N_("Tasks"), { NULL }, NULL, "Delete", .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.select-all", N_("Select all tasks"), NULL, N_("Tasks"), { NULL }, NULL, "<Control>a" },
  { "task.collapse", N_("Collapse"), NULL, N_("Tasks"), { NULL }, NULL, "<Alt>Left" },
  { "task.expand", N_("Expand"), NULL, N_("Tasks"), { NULL }, NULL, "<Alt>Right" },
  { "task.earlier", N_("Move a day earlier"), NULL, N_("Chart"), { NULL }, "<Shift>Left", .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.later", N_("Move a day later"), NULL, N_("Chart"), { NULL }, "<Shift>Right", .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.shorter", N_("A day shorter"), NULL, N_("Chart"), { NULL }, "<Alt>Left", .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.longer", N_("A day longer"), NULL, N_("Chart"), { NULL }, "<Alt>Right", .sensitivity = PLAN_NEEDS_WRITABLE | PLAN_NEEDS_SELECTION },
  { "task.show-bar", N_("Show the bar in the chart"), NULL, N_("Tasks"), { "<Control>j" }, .sensitivity = PLAN_NEEDS_SELECTION },
  { "task.details", N_("Task details"), NULL, N_("Tasks"), { "<Alt>Return" }, .sensitivity = PLAN_NEEDS_SELECTION },
  { "win.search", N_("Search the office"), "system-search-symbolic", N_("Panels"), { "<Control>f" }, .sensitivity = PLAN_NEEDS_OFFICE },
  { "view.side-panel", N_("Show the side panel"), "sidebar-show-right-symbolic", N_("Panels"), { "F4" } },
  { "view.history", N_("Show the history"), "document-open-recent-symbolic", N_("Panels"), { "<Control><Shift>h" } },
  { "win.show-comparison", N_("Show what has changed"), NULL, N_("Panels"), { NULL }, .sensitivity = PLAN_NEEDS_COMPARISON },
  { "win.end-comparison", N_("Stop comparing"), NULL, N_("Panels"), { NULL }, .sensitivity = PLAN_NEEDS_COMPARISON },
  { "view.finish", N_("Go to the task that finishes last"), NULL, N_("Panels"), { "<Control><Alt>End" } },
  { "view.collapse-all", N_("Collapse all"), NULL, N_("Sheet"), { "<Control><Alt>minus" } },
  { "view.expand-all", N_("Expand all"), NULL, N_("Sheet"), { "<Control><Alt>plus" } },
  { "view.level-1", N_("Show one level"), NULL, N_("Sheet"), { "<Control><Alt>1" } },
  { "view.level-2", N_("Show two levels"), NULL, N_("Sheet"), { "<Control><Alt>2" } },
  { "view.level-3", N_("Show three levels"), NULL, N_("Sheet"), { "<Control><Alt>3" } },
  { "view.level-4", N_("Show four levels"), NULL, N_("Sheet"), { "<Control><Alt>4" } },
  { "view.go-to", N_("Go to a task…"), NULL, N_("Sheet"), { "<Control>g" } },
  { "task.replace", N_("Find and replace…"), NULL, N_("Sheet"), { "<Control>h" }, .sensitivity = PLAN_NEEDS_WRITABLE },
  { "view.filter-text", N_("With a text…"), NULL, N_("Sheet"), { "<Control><Shift>f" } },
  { "view.filter-dates", N_("Between two dates…"), NULL, N_("Sheet"), { NULL } },
  { "view.sort-up", N_("Sort upwards"), NULL, N_("Sheet"), { "<Control><Alt>Up" } },
  { "view.sort-down", N_("Sort downwards"), NULL, N_("Sheet"), { "<Control><Alt>Down" } },
  { "view.sort-none", N_("Do not sort"), NULL, N_("Sheet"), { NULL } },
  { "task.keep-order", N_("Keep this order in the plan"), NULL, N_("Sheet"), { NULL }, .sensitivity = PLAN_NEEDS_WRITABLE },
  { "view.columns", N_("Change columns…"), NULL, N_("Sheet"), { "<Control><Alt>k" } },
  { "view.column-menu", N_("Menu of the column"), NULL, N_("Sheet"), { "<Control><Shift>F10" } },
  { "view.page::plan", N_("Plan"), "x-office-calendar-symbolic", N_("Views"), { "<Alt>1" } },
  { "view.page::network", N_("Network"), "plan-network-symbolic", N_("Views"), { "<Alt>2" } },
  { "view.critical", N_("Critical path"), NULL, N_("Chart"), { "<Control><Alt>c" }, "c" },
  { "view.slack", N_("Slack"), NULL, N_("Chart"), { "<Control><Alt>s" }, "s" },
  { "view.baseline", N_("Baseline"), NULL, N_("Chart"), { "<Control><Alt>b" }, "b" },
  { "view.load", N_("Resource load"), NULL, N_("Chart"), { "F8" } },
  { "view.chart-options", N_("Chart options…"), NULL, N_("Chart"), { "<Control><Alt>g" } },
  { "view.today", N_("Scroll to today"), NULL, N_("Chart"), { "<Alt>Home" }, "t" },
  { "view.zoom-out", N_("Zoom out"), "zoom-out-symbolic", N_("Chart"), { "<Control>minus", "<Control>KP_Subtract" }, "minus" },
  { "view.zoom-in", N_("Zoom in"), "zoom-in-symbolic", N_("Chart"), { "<Control>plus", "<Control>KP_Add" }, "plus" },
  { "view.fit", N_("Fit the whole project"), "zoom-fit-best-symbolic", N_("Chart"), { "<Control>0" }, "f" },
  { "view.days", N_("Zoom to days"), NULL, N_("Chart"), { "<Control>1" }, "1" },
  { "view.weeks", N_("Zoom to weeks"), NULL, N_("Chart"), { "<Control>2" }, "2" },
  { "view.months", N_("Zoom to months"), NULL, N_("Chart"), { "<Control>3" }, "3" },
  { "app.shortcuts", N_("Keyboard shortcuts"), NULL, N_("Program"), { "<Control>question" } },
  { "app.about", N_("About Planwright"), NULL, N_("Program"), { NULL } },
  { "win.close", N_("Close the window"), NULL, N_("Program"), { "<Control>w" } },
  { "app.quit", N_("Quit"), NULL, N_("Program"), { "<Control>q" } },
};

/* Keys of the sheet that move or edit and are not actions, for the shortcuts window: key, what it does. */
static const char *const sheet_keys[][2] = {
  { "Return F2", N_("Edit a cell") },
  { "Escape", N_("Leave a cell as it was") },
  { "Tab <Shift>Tab", N_("Go to the next or previous cell") },
  { "<Alt>Down", N_("Open a calendar or a list") },
  { "<Shift>Up <Shift>Down", N_("Select more cells") },
  { "<Shift>space", N_("Select a whole row") },
  { "Menu <Shift>F10", N_("Open the menu of a row") },
  { "<Control>Tab", N_("Leave the sheet") },
};

/* Keys of the chart that move and are not actions, for the shortcuts window: key, what it does. */
static const char *const chart_keys[][2] = {
  { "Up Down", N_("Select a task") },
  { "Page_Up Page_Down", N_("Select a task one page further") },
  { "Home End", N_("Select the first or the last task") },
  { "Left Right", N_("Collapse or expand a summary task") },
  { "Return", N_("Show the bar of the selected task") },
  { "Menu <Shift>F10", N_("Open the menu of the selected task") },
  { "Escape", N_("Leave a bar where it was while dragging it") },
  { "<Control>Left <Control>Right", N_("Scroll in time") },
};

/* Keys that count while the list of projects has the focus: key, action. */
static const char *const list_keys[][2] = {
  { "F2", "project.rename" },
  { "Delete", "project.delete" },
};

static const char *const new_menu[] = { "project.new", "app.import", NULL };

static const char *const main_menu[] = {
  "project.information", "win.calendars", "win.level", NULL,
  "app.import", "win.import-report", "win.file-dates", NULL,
  "win.print", "win.page-setup", NULL,
  "view.history", NULL,
  "app.shortcuts", "app.about", NULL,
  "win.close", "app.quit", NULL,
};

static const char *const office_menu[] = {
  "app.open", "app.offices", "app.new-office", NULL,
  "win.save-copy", "win.move-office", "win.office-care", NULL,
};

static const char *const task_menu[] = {
  "task.add", "task.insert", "task.add-recurring", "task.duplicate", "task.delete", NULL,
  "task.cut", "task.copy", "task.paste", "task.clear", NULL,
  "task.indent", "task.outdent", "task.move-up", "task.move-down", NULL,
  "task.link", "task.unlink", NULL,
  "task.shorter", "task.longer", NULL,
  "task.details", "task.show-bar", NULL,
};

static const char *const outline_menu[] = {
  "view.expand-all", "view.collapse-all", NULL, "view.level-1", "view.level-2", "view.level-3", "view.level-4", NULL,
  "view.go-to", "task.replace", "task.paste-table", NULL,
};

static const char *const progress_menu[] = { "task.update", "task.reschedule", NULL, "task.split", "task.join", NULL };

static const char *const baseline_menu[] = { "task.set-baseline", "task.clear-baseline", NULL, "task.compare-baseline", NULL };

static const char *const chart_menu[] = {
  "view.today", "view.fit", NULL,
  "view.zoom-in", "view.zoom-out", NULL,
  "view.days", "view.weeks", "view.months", NULL,
  "view.chart-options", NULL,
};

static const char *const show_menu[] = {
  "view.critical", "view.slack", "view.baseline", "view.load", NULL, "view.chart-options", NULL,
};

/**
 * plan_actions_get:
 * @n_actions: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_actions): the table
 */
const PlanAction *
plan_actions_get (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

/**
 * plan_actions_find:
 *
 * Returns: (transfer none) (nullable): the action of that name
 */
const PlanAction *
plan_actions_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i].name, name) == 0)
      return &actions[i];
  return NULL;
}

static char *
get_key_label (const char *accel)
{
  guint key;
  GdkModifierType modifiers;

  if (accel == NULL || !gtk_accelerator_parse (accel, &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

/**
 * plan_actions_get_tooltip:
 * @name: an action of the table
 * @text: (nullable): what to say instead of its label
 *
 * Returns: (transfer full): the text with the key in brackets
 */
char *
plan_actions_get_tooltip (const char *name, const char *text)
{
  const PlanAction *action = plan_actions_find (name);
  g_autofree char *key = NULL;

  g_return_val_if_fail (action != NULL, NULL);

  key = get_key_label (action->accels[0]);
  if (text == NULL)
    text = g_dgettext (GETTEXT_PACKAGE, action->label);
  if (key == NULL)
    return g_strdup (text);
  /* Translators: tooltip of a button: what it does, and its key in brackets */
  return g_strdup_printf (C_("tooltip", "%s (%s)"), text, key);
}

/**
 * plan_actions_add_accels:
 *
 * Sets the keys of all actions.
 */
void
plan_actions_add_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_application_set_accels_for_action (application, actions[i].name, actions[i].accels);
}

/**
 * plan_actions_bind_chart_keys:
 *
 * Lets a widget class do actions by the keys that only count while the chart has the focus.
 */
void
plan_actions_bind_chart_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (actions[i].chart_key == NULL)
        continue;
      gtk_accelerator_parse (actions[i].chart_key, &key, &modifiers);
      gtk_widget_class_add_binding_action (widget_class, key, modifiers, actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "view.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, 0, "view.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "view.zoom-out", NULL);
}

/**
 * plan_actions_find_sheet_key:
 * @key: a key value; @modifiers: held with it
 *
 * Returns: (transfer none) (nullable): the action that a key does while a cell has the focus
 */
const PlanAction *
plan_actions_find_sheet_key (guint key, GdkModifierType modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      guint own_key;
      GdkModifierType own_modifiers;

      if (actions[i].sheet_key != NULL && gtk_accelerator_parse (actions[i].sheet_key, &own_key, &own_modifiers) &&
          own_key == gdk_keyval_to_lower (key) && own_modifiers == (modifiers & gtk_accelerator_get_default_mod_mask ()))
        return &actions[i];
    }
  return NULL;
}

/**
 * plan_actions_bind_list_keys:
 *
 * Lets a widget class do actions by the keys that only count while the list of projects has the focus.
 */
void
plan_actions_bind_list_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (list_keys); i++)
    {
      guint key;
      GdkModifierType modifiers;

      gtk_accelerator_parse (list_keys[i][0], &key, &modifiers);
      gtk_widget_class_add_binding_action (widget_class, key, modifiers, list_keys[i][1], NULL);
    }
}

/**
 * plan_actions_update:
 * @map: where the actions of a group are
 * @group: its name: "win"
 * @met: all that there is now
 *
 * Enables the actions of the group that have what they need, and disables the others. Those that need nothing are left
 * as they are.
 */
void
plan_actions_update (GActionMap *map, const char *group, PlanNeeds met)
{
  gsize length = strlen (group);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action;

      if (actions[i].sensitivity == PLAN_NEEDS_NOTHING || !g_str_has_prefix (actions[i].name, group) || actions[i].name[length] != '.')
        continue;
      action = g_action_map_lookup_action (map, actions[i].name + length + 1);
      if (action != NULL)
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), (actions[i].sensitivity & ~met) == 0);
    }
}

static void
decorate_button (GtkWidget *widget, const PlanAction *action)
{
  g_autofree char *tooltip = plan_actions_get_tooltip (action->name, NULL);
  gboolean is_toggle = GTK_IS_TOGGLE_BUTTON (widget);

  plan_tooltip_set (widget, tooltip);
  if (gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return;
  if (action->icon != NULL)
    {
      gtk_button_set_icon_name (GTK_BUTTON (widget), action->icon);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_dgettext (GETTEXT_PACKAGE, action->label), -1);
    }
  else if (is_toggle)
    gtk_button_set_label (GTK_BUTTON (widget), g_dgettext (GETTEXT_PACKAGE, action->label));
}

/**
 * plan_actions_decorate:
 *
 * Gives the buttons below @widget that name an action its icon or label, tooltip with key and accessible name.
 */
void
plan_actions_decorate (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const PlanAction *action = NULL;

      if (GTK_IS_BUTTON (child))
        action = plan_actions_find (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)));
      if (action != NULL)
        decorate_button (child, action);
      else
        plan_actions_decorate (child);
    }
}

/**
 * plan_actions_append:
 * @name: an action of the table
 *
 * Appends the action with its label to a menu. Menus show accelerators by themselves, but not keys that only count in the
 * sheet.
 */
void
plan_actions_append (GMenu *menu, const char *name)
{
  const PlanAction *action = plan_actions_find (name);
  g_autoptr (GMenuItem) item = NULL;

  g_return_if_fail (action != NULL);

  item = g_menu_item_new (g_dgettext (GETTEXT_PACKAGE, action->label), action->name);

  if (action->sheet_key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", action->sheet_key);
  g_menu_append_item (menu, item);
}

/* Makes sections of names up to each NULL. */
static GMenuModel *
create_menu (const char *const *names, guint n_names)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n_names; i++)
    {
      if (names[i] != NULL)
        plan_actions_append (section, names[i]);
      else
        {
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
          g_object_unref (section);
          section = g_menu_new ();
        }
    }
  return G_MENU_MODEL (menu);
}

/**
 * plan_actions_create_new_menu:
 *
 * Returns: (transfer full): what can be added to the office
 */
GMenuModel *
plan_actions_create_new_menu (void)
{
  return create_menu (new_menu, G_N_ELEMENTS (new_menu));
}

/* One of several views is chosen. Returns: (transfer full) (nullable): the views, when there is more than one */
static GMenu *
create_view_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_has_prefix (actions[i].name, "view.page::"))
      plan_actions_append (menu, actions[i].name);
  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 1 ? g_steal_pointer (&menu) : NULL;
}

/**
 * plan_actions_create_main_menu:
 *
 * Returns: (transfer full): the menu of the window
 */
GMenuModel *
plan_actions_create_main_menu (void)
{
  GMenuModel *menu = create_menu (main_menu, G_N_ELEMENTS (main_menu));
  g_autoptr (GMenuModel) office = create_menu (office_menu, G_N_ELEMENTS (office_menu));
  g_autoptr (GMenuModel) progress = create_menu (progress_menu, G_N_ELEMENTS (progress_menu));
  g_autoptr (GMenuModel) baseline = create_menu (baseline_menu, G_N_ELEMENTS (baseline_menu));
  g_autoptr (GMenu) views = create_view_menu ();
  g_autoptr (GMenu) section = g_menu_new ();

  /* Translators: heading of a menu in the main menu: what is done with the office's file */
  g_menu_append_submenu (section, C_("menu", "Office"), office);
  g_menu_insert_section (G_MENU (menu), 1, NULL, G_MENU_MODEL (section));
  if (views != NULL)
    /* Translators: heading of a menu in the main menu: which view of the plan is shown */
    g_menu_append_submenu (section, C_("menu", "View"), G_MENU_MODEL (views));
  g_menu_append_submenu (section, C_("menu", "Baseline"), baseline);
  g_menu_append_submenu (section, _("Progress and splits"), progress);
  return menu;
}

/**
 * plan_actions_create_show_menu:
 *
 * Returns: (transfer full): what the chart shows, for windows too narrow for the buttons
 */
GMenuModel *
plan_actions_create_show_menu (void)
{
  return create_menu (show_menu, G_N_ELEMENTS (show_menu));
}

/**
 * plan_actions_create_task_menu:
 *
 * Returns: (transfer full): what can be done with the selected rows
 */
GMenuModel *
plan_actions_create_task_menu (void)
{
  GMenuModel *menu = create_menu (task_menu, G_N_ELEMENTS (task_menu));
  g_autoptr (GMenuModel) progress = create_menu (progress_menu, G_N_ELEMENTS (progress_menu));
  g_autoptr (GMenuModel) outline = create_menu (outline_menu, G_N_ELEMENTS (outline_menu));
  g_autoptr (GMenuModel) baseline = create_menu (baseline_menu, G_N_ELEMENTS (baseline_menu));
  g_autoptr (GMenu) section = g_menu_new ();

  /* A menu of all rows would be higher than a small window. Translators: heading of a menu in the menu of a row */
  g_menu_append_submenu (section, _("Progress and splits"), progress);
  /* Translators: heading of a menu in the menu of a row */
  g_menu_append_submenu (section, _("Outline and search"), outline);
  g_menu_append_submenu (section, C_("menu", "Baseline"), baseline);
  g_menu_insert_section (G_MENU (menu), g_menu_model_get_n_items (menu) - 1, NULL, G_MENU_MODEL (section));
  return menu;
}

/**
 * plan_actions_create_chart_menu:
 *
 * Returns: (transfer full): what can be done with the chart as a whole
 */
GMenuModel *
plan_actions_create_chart_menu (void)
{
  return create_menu (chart_menu, G_N_ELEMENTS (chart_menu));
}

static void
append_shortcut (GString *xml, const char *keys, const char *title)
{
  g_autofree char *line = g_markup_printf_escaped (
    "<child><object class='GtkShortcutsShortcut'><property name='accelerator'>%s</property>"
    "<property name='title'>%s</property></object></child>",
    keys, g_dgettext (GETTEXT_PACKAGE, title));

  g_string_append (xml, line);
}

static void
append_action (GString *xml, const PlanAction *action)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (action->accels) && action->accels[i] != NULL; i++)
    g_string_append_printf (keys, "%s ", action->accels[i]);
  if (action->chart_key != NULL)
    g_string_append (keys, action->chart_key);
  if (action->sheet_key != NULL)
    g_string_append (keys, action->sheet_key);
  for (guint i = 0; i < G_N_ELEMENTS (list_keys); i++)
    if (g_str_equal (list_keys[i][1], action->name))
      g_string_append (keys, list_keys[i][0]);
  g_strchomp (keys->str);
  if (*keys->str != '\0')
    append_shortcut (xml, keys->str, action->label);
}

static void
append_keys (GString *xml, const char *const (*keys)[2], guint n_keys)
{
  for (guint i = 0; i < n_keys; i++)
    append_shortcut (xml, keys[i][0], keys[i][1]);
}

static void
append_group (GString *xml, const char *section)
{
  g_autofree char *head = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
                                                   g_dgettext (GETTEXT_PACKAGE, section));

  g_string_append (xml, head);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].section, section))
      append_action (xml, &actions[i]);
  if (g_str_equal (section, "Sheet"))
    append_keys (xml, sheet_keys, G_N_ELEMENTS (sheet_keys));
  if (g_str_equal (section, "Chart"))
    append_keys (xml, chart_keys, G_N_ELEMENTS (chart_keys));
  g_string_append (xml, "</object></child>");
}

/* The pages of the shortcuts window, each with groups that fit side by side: GTK's own paging of long ones is broken. */
static const struct
{
  const char *name;
  const char *title;
  const char *groups[6];
} pages[] = {
  { "tasks", N_("Tasks"), { "Tasks", "Sheet" } },
  { "chart", N_("Chart"), { "Views", "Chart" } },
  { "program", N_("Program"), { "Files", "Editing", "Projects", "Panels", "Program" } },
};

/**
 * plan_actions_create_shortcuts:
 *
 * Returns: (transfer none): a window, not shown yet, with the keys of all actions; like all windows it belongs to GTK
 */
GtkWindow *
plan_actions_create_shortcuts (void)
{
  g_autoptr (GString) xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                                          "<property name='modal'>true</property>");
  g_autoptr (GtkBuilder) builder = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *head = g_markup_printf_escaped (
        "<child><object class='GtkShortcutsSection'><property name='section-name'>%s</property><property name='title'>%s</property>"
        "<property name='max-height'>%d</property>",
        pages[i].name, g_dgettext (GETTEXT_PACKAGE, pages[i].title), SHORTCUTS_A_COLUMN);

      g_string_append (xml, head);
      for (guint j = 0; pages[i].groups[j] != NULL; j++)
        append_group (xml, pages[i].groups[j]);
      g_string_append (xml, "</object></child>");
    }
  g_string_append (xml, "</object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  return GTK_WINDOW (gtk_builder_get_object (builder, "window"));
}
