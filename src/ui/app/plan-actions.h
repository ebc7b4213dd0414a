/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlanAction:
 * @name: with its group: "view.zoom-in"
 * @label: for menus, tooltips and the shortcuts window; N_()
 * @icon: name of its icon, or %NULL
 * @section: heading in the shortcuts window; N_()
 * @accels: the keys, %NULL ended; the first is the one that is shown
 * @chart_key: a key that does it while the chart has the focus, or %NULL
 * @sheet_key: a key that does it while a cell of the sheet has the focus and is not edited, or %NULL
 *
 * One thing that a person can do.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *icon;
  const char *section;
  const char *accels[3];
  const char *chart_key;
  const char *sheet_key;
} PlanAction;

const PlanAction *plan_actions_get              (guint *n_actions);
const PlanAction *plan_actions_find             (const char *name);
char             *plan_actions_get_tooltip      (const char *name, const char *text);
void              plan_actions_add_accels       (GtkApplication *application);
void              plan_actions_bind_chart_keys  (GtkWidgetClass *widget_class);
const PlanAction *plan_actions_find_sheet_key   (guint key, GdkModifierType modifiers);
void              plan_actions_decorate         (GtkWidget *widget);
GMenuModel       *plan_actions_create_main_menu (void);
GMenuModel       *plan_actions_create_show_menu (void);
GMenuModel       *plan_actions_create_task_menu (void);
GtkWindow        *plan_actions_create_shortcuts (void);

G_END_DECLS
