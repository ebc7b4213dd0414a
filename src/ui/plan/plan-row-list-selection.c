/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row that the cursor is on, and the rows that are selected.
 */

#include "plan-row-list-private.h"

/* Notes whose rows are selected, and says that they are others. */
void
plan_row_list_tell_selection (PlanRowList *self)
{
  GtkBitsetIter iter;
  guint row;

  g_array_set_size (self->selected_ids, 0);
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, self->selected, &row); valid; valid = gtk_bitset_iter_next (&iter, &row))
    g_array_append_val (self->selected_ids, plan_row_list_get_task (self, row)->id);
  g_signal_emit_by_name (self, "selection-changed");
}

/**
 * plan_row_list_get_cursor:
 *
 * Returns: the task the cursor is on, or %PLAN_ID_NONE
 */
PlanId
plan_row_list_get_cursor (PlanRowList *self)
{
  return self->cursor;
}

/**
 * plan_row_list_get_cursor_row:
 *
 * Returns: the row the cursor is on, which may be the empty one at the end; or %PLAN_INDEX_NONE
 */
guint
plan_row_list_get_cursor_row (PlanRowList *self)
{
  if (self->cursor_is_new)
    return plan_row_list_get_n_slots (self) > plan_row_list_get_n (self) ? plan_row_list_get_n (self) : PLAN_INDEX_NONE;
  return plan_row_list_find (self, self->cursor);
}

static void
put_cursor (PlanRowList *self, guint row)
{
  const PlanTask *task = plan_row_list_get_task (self, row);

  self->cursor = task != NULL ? task->id : PLAN_ID_NONE;
  self->cursor_is_new = task == NULL && row != PLAN_INDEX_NONE;
  self->cursor_row = row;
}

/**
 * plan_row_list_set_cursor_row:
 * @row: a row, the empty one at the end included; or %PLAN_INDEX_NONE
 *
 * Puts the cursor on a row and selects it alone.
 */
void
plan_row_list_set_cursor_row (PlanRowList *self, guint row)
{
  gboolean is_same;

  g_return_if_fail (row == PLAN_INDEX_NONE || row < plan_row_list_get_n_slots (self));

  is_same = row == plan_row_list_get_cursor_row (self) && gtk_bitset_get_size (self->selected) == (row < plan_row_list_get_n (self)) &&
            (row >= plan_row_list_get_n (self) || gtk_bitset_contains (self->selected, row));
  if (is_same)
    return;
  put_cursor (self, row);
  gtk_bitset_remove_all (self->selected);
  if (row < plan_row_list_get_n (self))
    gtk_bitset_add (self->selected, row);
  plan_row_list_tell_selection (self);
}

/**
 * plan_row_list_get_selected:
 *
 * Returns: (transfer none): the selected visible rows
 */
GtkBitset *
plan_row_list_get_selected (PlanRowList *self)
{
  return self->selected;
}

/**
 * plan_row_list_select_range:
 * @from: a row; @to: the row that the cursor goes to
 *
 * Selects the rows between two, in either direction, and no others.
 */
void
plan_row_list_select_range (PlanRowList *self, guint from, guint to)
{
  guint n = plan_row_list_get_n (self);

  if (n == 0)
    return;
  from = MIN (from, n - 1);
  to = MIN (to, n - 1);
  put_cursor (self, to);
  gtk_bitset_remove_all (self->selected);
  gtk_bitset_add_range_closed (self->selected, MIN (from, to), MAX (from, to));
  plan_row_list_tell_selection (self);
}

/**
 * plan_row_list_toggle_selected:
 *
 * Adds a row to those selected or takes it away; the cursor goes there.
 */
void
plan_row_list_toggle_selected (PlanRowList *self, guint row)
{
  if (row >= plan_row_list_get_n (self))
    return;
  if (!gtk_bitset_add (self->selected, row))
    gtk_bitset_remove (self->selected, row);
  put_cursor (self, row);
  plan_row_list_tell_selection (self);
}

/**
 * plan_row_list_list_selected:
 *
 * Returns: (transfer full) (element-type PlanId): the tasks of the selected rows, from top to bottom
 */
GArray *
plan_row_list_list_selected (PlanRowList *self)
{
  return g_array_copy (self->selected_ids);
}
