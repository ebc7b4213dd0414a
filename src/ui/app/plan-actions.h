/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What there must be for an action to be of use; a window says what there is. */
typedef enum {
  PLAN_NEEDS_NOTHING = 0,
  PLAN_NEEDS_OFFICE = 1 << 0,
  PLAN_NEEDS_WRITABLE = 1 << 1, /* an office that can be edited */
  PLAN_NEEDS_PROJECT = 1 << 2,
  PLAN_NEEDS_SELECTION = 1 << 3, /* a selected task */
  PLAN_NEEDS_UNDO = 1 << 4,
  PLAN_NEEDS_REDO = 1 << 5,
  PLAN_NEEDS_SAMPLE = 1 << 6,
  PLAN_NEEDS_NO_SAMPLE = 1 << 7,
  PLAN_NEEDS_REPORT = 1 << 8, /* of an import */
  PLAN_NEEDS_SEVERAL = 1 << 9, /* selected tasks */
  PLAN_NEEDS_COMPARISON = 1 << 10, /* with another moment */
} PlanNeeds;

/**
 * PlanAction:
 * @name: with its group: "view.zoom-in"
 * @label: for menus, tooltips and the shortcuts window; N_()
 * @icon: name of its icon, or %NULL
 * @section: heading in the shortcuts window; N_()
 * @accels: the keys, %NULL ended; the first is the one that is shown
 * @chart_key: a key that does it while the chart has the focus, or %NULL
 * @sheet_key: a key that does it while a cell of the sheet has the focus and is not edited, or %NULL
 * @sensitivity: what it needs; see plan_actions_update()
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
  PlanNeeds sensitivity;
} PlanAction;

const PlanAction *plan_actions_get              (guint *n_actions);
const PlanAction *plan_actions_find             (const char *name);
char             *plan_actions_get_tooltip      (const char *name, const char *text);
void              plan_actions_add_accels       (GtkApplication *application);
void              plan_actions_bind_chart_keys  (GtkWidgetClass *widget_class);
const PlanAction *plan_actions_find_sheet_key   (guint key, GdkModifierType modifiers);
void              plan_actions_bind_list_keys   (GtkWidgetClass *widget_class);
void              plan_actions_update           (GActionMap *map, const char *group, PlanNeeds met);
void              plan_actions_decorate         (GtkWidget *widget);
void              plan_actions_append           (GMenu *menu, const char *name);
GMenuModel       *plan_actions_create_new_menu  (void);
GMenuModel       *plan_actions_create_main_menu (void);
GMenuModel       *plan_actions_create_show_menu (void);
GMenuModel       *plan_actions_create_task_menu (void);
GMenuModel       *plan_actions_create_chart_menu (void);
GtkWindow        *plan_actions_create_shortcuts (void);

G_END_DECLS
