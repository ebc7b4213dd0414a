/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys of the sheet. On a cell, arrows move, whatever is printable begins an edit; in the editor, the keys that leave a
 * cell take its text first. Keys that are actions (indent, delete rows …) are in the table of actions. While an input
 * method composes, all keys are its own.
 */

#include "plan-sheet-private.h"

#include "plan-actions.h"

#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

static guint
get_row (PlanSheet *self)
{
  guint row = plan_row_list_get_cursor_row (self->list);

  return row != PLAN_INDEX_NONE ? row : 0;
}

static void
move (PlanSheet *self, gint64 rows, gint64 columns, gboolean extend)
{
  gint64 last_row = (gint64) plan_row_list_get_n_slots (self->list) - 1, last_column = (gint64) plan_sheet_get_n_columns (self) - 1;

  plan_sheet_go_to (self, (guint) CLAMP (get_row (self) + rows, 0, last_row), (guint) CLAMP (self->column + columns, 0, last_column),
                    extend ? PLAN_SHEET_EXTEND : PLAN_SHEET_MOVE);
}

/* To the next or previous cell, from the end of a row to the beginning of the next. */
static void
move_by_cell (PlanSheet *self, int direction)
{
  guint n_columns = plan_sheet_get_n_columns (self), row = get_row (self);

  if (direction > 0 && self->column + 1 < n_columns)
    plan_sheet_go_to (self, row, self->column + 1, PLAN_SHEET_MOVE);
  else if (direction > 0)
    plan_sheet_go_to (self, row + 1, row + 1 < plan_row_list_get_n_slots (self->list) ? 0 : self->column, PLAN_SHEET_MOVE);
  else if (self->column > 0)
    plan_sheet_go_to (self, row, self->column - 1, PLAN_SHEET_MOVE);
  else if (row > 0)
    plan_sheet_go_to (self, row - 1, n_columns - 1, PLAN_SHEET_MOVE);
}

/* Arrows move by a cell, with Ctrl to the edge; Shift extends. */
static gboolean
move_by_key (PlanSheet *self, guint key, GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0, far = (state & GDK_CONTROL_MASK) != 0;
  gint64 page = plan_sheet_get_rows_a_page (self), most = G_MAXINT32;

  if (state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, far ? -most : -1, 0, extend);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, far ? most : 1, 0, extend);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, 0, far ? -most : -1, extend);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, 0, far ? most : 1, extend);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move (self, far ? -most : 0, -most, extend);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move (self, far ? most : 0, most, extend);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      if (far)
        return FALSE;
      move (self, -page, 0, extend);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      if (far)
        return FALSE;
      move (self, page, 0, extend);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_tab (guint key)
{
  return key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab || key == GDK_KEY_ISO_Left_Tab;
}

/* Whether a key puts a character somewhere, now or together with the next one. */
static gboolean
is_text (guint key, GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (key);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return FALSE;
  if (key == GDK_KEY_space && (state & GDK_SHIFT_MASK))
    return FALSE;
  return (character != 0 && g_unichar_isprint (character)) || key == GDK_KEY_Multi_key ||
         (key >= GDK_KEY_dead_grave && key <= GDK_KEY_dead_longsolidusoverlay);
}

/* The key that begins an edit is the editor's first key, so that input methods get it, too. */
static gboolean
edit_by_typing (PlanSheet *self, GtkEventController *controller)
{
  if (!plan_sheet_start_edit (self, FALSE, TRUE))
    return FALSE;
  gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller), GTK_WIDGET (self->editor));
  return TRUE;
}

/* Ctrl+Space switches input methods, which they only see while a text has the focus. */
static gboolean
switch_input_method (PlanSheet *self, GtkEventController *controller)
{
  if (!plan_sheet_start_edit (self, TRUE, FALSE))
    return FALSE;
  if (!gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller), GTK_WIDGET (self->editor)))
    plan_sheet_cancel_edit (self);
  return TRUE;
}

static gboolean
press_while_editing (PlanSheet *self, guint key, GdkModifierType state)
{
  if (key == GDK_KEY_Escape)
    {
      plan_sheet_cancel_edit (self);
      return TRUE;
    }
  if (is_tab (key) && !(state & GDK_CONTROL_MASK))
    {
      if (plan_sheet_commit (self, TRUE))
        move_by_cell (self, key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) ? -1 : 1);
      return TRUE;
    }
  if ((key == GDK_KEY_Up || key == GDK_KEY_Down || key == GDK_KEY_KP_Up || key == GDK_KEY_KP_Down) && (state & GDK_ALT_MASK))
    {
      if (plan_sheet_commit (self, TRUE))
        plan_sheet_open_picker (self);
      return TRUE;
    }
  if ((key == GDK_KEY_Up || key == GDK_KEY_Down || key == GDK_KEY_KP_Up || key == GDK_KEY_KP_Down || key == GDK_KEY_Page_Up ||
       key == GDK_KEY_Page_Down) && (state & MODIFIERS) == 0)
    {
      if (plan_sheet_commit (self, TRUE))
        move_by_key (self, key, state);
      return TRUE;
    }
  return FALSE;
}

/* Keys of the table of actions that count on cells only. */
static gboolean
press_action (PlanSheet *self, guint key, GdkModifierType state)
{
  const PlanAction *action = plan_actions_find_sheet_key (key, state);

  if (action == NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), action->name, NULL);
  return TRUE;
}

static gboolean
press_on_cell (PlanSheet *self, GtkEventController *controller, guint key, GdkModifierType state)
{
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_F2) && (state & MODIFIERS) == 0)
    {
      /* A cell that cannot be edited is passed, so that Enter always goes on. */
      if (!plan_sheet_start_edit (self, key != GDK_KEY_F2, FALSE) && key != GDK_KEY_F2)
        move (self, 1, 0, FALSE);
      return TRUE;
    }
  if (key == GDK_KEY_space && (state & MODIFIERS) == GDK_SHIFT_MASK && plan_row_list_get_n (self->list) > 0)
    {
      self->whole_rows = TRUE;
      self->anchor_row = MIN (get_row (self), plan_row_list_get_n (self->list) - 1);
      plan_row_list_select_range (self->list, self->anchor_row, self->anchor_row);
      plan_sheet_focus_cursor (self);
      return TRUE;
    }
  if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && (state & MODIFIERS) == GDK_ALT_MASK)
    {
      plan_sheet_open_picker (self);
      return TRUE;
    }
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & MODIFIERS) == GDK_SHIFT_MASK))
    {
      plan_sheet_open_menu (self);
      return TRUE;
    }
  if (key == GDK_KEY_space && (state & MODIFIERS) == GDK_CONTROL_MASK)
    return switch_input_method (self, controller);
  if (press_action (self, key, state))
    return TRUE;
  if (move_by_key (self, key, state))
    return TRUE;
  return is_text (key, state) && edit_by_typing (self, controller);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanSheet *self)
{
  if (self->list == NULL || plan_row_list_get_n_slots (self->list) == 0 || plan_sheet_has_preedit (self))
    return FALSE;
  /* Ctrl+Tab leaves the sheet for the next pane. */
  if (is_tab (key) && (state & GDK_CONTROL_MASK))
    return gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                   key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  if (self->editing)
    return press_while_editing (self, key, state);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->body)) == NULL)
    return FALSE;
  if (is_tab (key))
    {
      move_by_cell (self, key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) ? -1 : 1);
      return TRUE;
    }
  return press_on_cell (self, GTK_EVENT_CONTROLLER (controller), key, state);
}

/* The list under the editor has the keys first. What is selected gives way before an input method sees the key: deleted while
 * it composes, it takes the first letter along. */
static gboolean
text_key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanSheet *self)
{
  if (!self->editing || plan_sheet_has_preedit (self))
    return FALSE;
  if (plan_sheet_press_completion (self, key, state))
    return TRUE;
  if (is_text (key, state))
    gtk_editable_delete_selection (GTK_EDITABLE (self->editor));
  return FALSE;
}

/* Adds the keys to a new sheet. */
void
plan_sheet_init_keys (PlanSheet *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *text_keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (text_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (text_keys, "key-pressed", G_CALLBACK (text_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), text_keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
