/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Menus of the Gantt chart: what can be done with the task of a bar and with its links, with the link under the pointer, and
 * with the chart where it is empty. The menu key opens that of the row under the cursor, so that all of it can be done
 * without a pointer.
 */

#include "plan-gantt-view-private.h"

#include "plan-actions.h"
#include "plan-edits.h"
#include "plan-menu-popover.h"

#include <glib/gi18n-lib.h>

/* Names of actions end with the place of the link in the menu, not with its id: GLib keeps each name that there ever was. */
#define TYPE_PREFIX   "type-"
#define REMOVE_PREFIX "remove-"

static PlanId
get_link (GSimpleAction *action)
{
  return *(const PlanId *) g_object_get_data (G_OBJECT (action), "link");
}

static void
change_type_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  PlanGanttView *self = data;
  g_autoptr (GError) error = NULL;

  if (!plan_edit_set_text (plan_row_list_get_document (self->list), PLAN_FIELD_LINK_TYPE, get_link (action), g_variant_get_string (state, NULL), &error))
    plan_gantt_view_tell (self, error->message);
  else
    g_simple_action_set_state (action, state);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanGanttView *self = data;
  g_autoptr (GError) error = NULL;

  if (!plan_edit_link_delete (plan_row_list_get_document (self->list), get_link (action), &error))
    plan_gantt_view_tell (self, error->message);
  else
    plan_gantt_view_tell_done (self, _("Link removed"));
}

static void
add_action (PlanGanttView *self, GSimpleActionGroup *group, GSimpleAction *action, const PlanLink *link, const char *signal,
            GCallback callback)
{
  g_object_set_data_full (G_OBJECT (action), "link", g_memdup2 (&link->id, sizeof link->id), g_free);
  g_simple_action_set_enabled (action, plan_row_list_is_writable (self->list));
  g_signal_connect_object (action, signal, callback, self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
add_link_actions (PlanGanttView *self, GSimpleActionGroup *group, const PlanLink *link, guint place)
{
  g_autofree char *type_name = g_strdup_printf (TYPE_PREFIX "%u", place);
  g_autofree char *remove_name = g_strdup_printf (REMOVE_PREFIX "%u", place);
  g_autoptr (GSimpleAction) type = g_simple_action_new_stateful (type_name, G_VARIANT_TYPE_STRING,
                                                                 g_variant_new_string (plan_link_type_get_symbol (link->type)));
  g_autoptr (GSimpleAction) remove = g_simple_action_new (remove_name, NULL);

  add_action (self, group, type, link, "change-state", G_CALLBACK (change_type_cb));
  add_action (self, group, remove, link, "activate", G_CALLBACK (remove_cb));
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
append_links (PlanGanttView *self, GSimpleActionGroup *group, GMenu *menu, guint task, gboolean to)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
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

      add_link_actions (self, group, link, place);
      if (to)
        /* Translators: an item of a menu; %s is the task before the one the menu belongs to */
        label = g_strdup_printf (C_("menu", "Link from %s"), name);
      else
        /* Translators: an item of a menu; %s is the task after the one the menu belongs to */
        label = g_strdup_printf (C_("menu", "Link to %s"), name);
      g_menu_append_submenu (menu, label, submenu);
    }
}

static GMenuModel *
create_task_menu (PlanGanttView *self, GSimpleActionGroup *group, guint task)
{
  GMenuModel *menu = plan_actions_create_task_menu ();
  g_autoptr (GMenu) links = g_menu_new ();

  append_links (self, group, links, task, TRUE);
  append_links (self, group, links, task, FALSE);
  if (g_menu_model_get_n_items (G_MENU_MODEL (links)) > 0)
    g_menu_append_section (G_MENU (menu), NULL, G_MENU_MODEL (links));
  return menu;
}

static void
pop_up (PlanGanttView *self, GMenuModel *model, GSimpleActionGroup *group, const GdkRectangle *area)
{
  GtkPopover *menu;

  gtk_widget_insert_action_group (GTK_WIDGET (self), "link", G_ACTION_GROUP (group));
  menu = plan_menu_popover_prepare (&self->menu, GTK_WIDGET (self), model);
  gtk_popover_set_has_arrow (menu, FALSE);
  /* At the side a long menu is moved up until it fits. */
  gtk_popover_set_position (menu, GTK_POS_RIGHT);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (menu, area);
  gtk_popover_popup (menu);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanGanttView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) model = NULL;
  PlanGanttHit hit;

  if (!plan_gantt_view_has_rows (self) || self->drag.kind != PLAN_DRAG_NONE)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  hit = plan_gantt_view_hit_at (self, x, y);
  if (hit.kind == PLAN_HIT_LINK)
    {
      const PlanLink *link = plan_model_get_link_at (plan_row_list_get_model (self->list), hit.link);

      add_link_actions (self, group, link, 0);
      model = create_link_menu (0);
    }
  else if (hit.task != PLAN_INDEX_NONE)
    {
      if (!gtk_bitset_contains (plan_row_list_get_selected (self->list), hit.row))
        plan_gantt_view_go_to_row (self, hit.row);
      model = create_task_menu (self, group, hit.task);
    }
  else
    model = plan_actions_create_chart_menu ();
  pop_up (self, model, group, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* Where the menu of a row hangs: at its bar, when that can be seen. */
static GdkRectangle
get_area (PlanGanttView *self, guint row)
{
  double height = self->metrics.row_height, width = gtk_widget_get_width (GTK_WIDGET (self)), left = 0, right = width;
  double top = plan_gantt_view_get_header_height (self) + row * height - plan_gantt_view_get_offset (self, GTK_ORIENTATION_VERTICAL);
  PlanGanttBar bar;

  if (plan_gantt_view_find_bar (self, plan_row_list_get_rows (self->list)->task[row], &bar))
    {
      double offset = plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL);

      left = CLAMP (bar.x - offset, 0, width - 1);
      right = CLAMP (bar.x + bar.width - offset, left + 1, width);
    }
  return (GdkRectangle) { (int) left, (int) top, (int) (right - left), (int) height };
}

/**
 * plan_gantt_view_open_menu:
 *
 * Opens the menu of the row under the cursor, or that of the chart when the cursor is on none.
 */
void
plan_gantt_view_open_menu (PlanGanttView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) model = NULL;
  GdkRectangle area = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), (int) plan_gantt_view_get_header_height (self) };
  guint row;

  if (!plan_gantt_view_has_rows (self))
    return;
  row = plan_row_list_get_cursor_row (self->list);
  if (row < plan_row_list_get_n (self->list))
    {
      plan_gantt_view_go_to_row (self, row);
      area = get_area (self, row);
      model = create_task_menu (self, group, plan_row_list_get_rows (self->list)->task[row]);
    }
  else
    model = plan_actions_create_chart_menu ();
  pop_up (self, model, group, &area);
}

/* Adds the menus to a new view. */
void
plan_gantt_view_init_menu (PlanGanttView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
