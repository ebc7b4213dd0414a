/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which rows are seen, and in which order: filters, what is wished besides, levels and sorting. The plan itself stays as it is.
 */

#include "plan-row-list-private.h"

#include "plan-row-order.h"

#include <string.h>

/**
 * plan_row_list_expand_to:
 * @level: the deepest level that is seen, from 1
 *
 * Collapses the summaries of that level and expands those above.
 */
void
plan_row_list_expand_to (PlanRowList *self, guint level)
{
  if (self->outline == NULL)
    return;
  g_hash_table_remove_all (self->collapsed);
  for (guint row = 0; row < self->outline->n_rows; row++)
    if (self->outline->rows[row].level >= level && plan_outline_is_summary (self->outline, row))
      {
        const PlanTask *task = plan_model_get_task_at (plan_row_list_get_model (self), self->outline->rows[row].task);

        g_hash_table_add (self->collapsed, g_memdup2 (&task->id, sizeof task->id));
      }
  plan_row_list_make_rows (self);
}

/**
 * plan_row_list_set_sort:
 * @column: by which siblings are sorted; %PLAN_N_COLUMNS: as the plan stands
 * @down: the largest first
 *
 * Shows the rows in another order. Rows keep their numbers, and each summary what lies below it.
 */
void
plan_row_list_set_sort (PlanRowList *self, PlanColumnId column, gboolean down)
{
  g_return_if_fail ((guint) column <= PLAN_N_COLUMNS);

  if (self->sort_column == column && self->sort_down == down)
    return;
  self->sort_column = column;
  self->sort_down = down;
  plan_row_list_make_rows (self);
}

/**
 * plan_row_list_get_sort:
 * @down: (out) (optional): whether the largest comes first
 *
 * Returns: the column by which rows are sorted, or %PLAN_N_COLUMNS
 */
PlanColumnId
plan_row_list_get_sort (PlanRowList *self, gboolean *down)
{
  if (down != NULL)
    *down = self->sort_down;
  return self->sort_column;
}

/**
 * plan_row_list_list_order:
 *
 * Returns: (transfer full) (nullable): all rows of the outline in the order in which they are shown; %NULL when they are not
 *   sorted
 */
guint *
plan_row_list_list_order (PlanRowList *self)
{
  PlanCellSource source;

  if (self->sort_column >= PLAN_N_COLUMNS || self->outline == NULL)
    return NULL;
  source = plan_row_list_get_source (self);
  return plan_row_order_new (&source, self->sort_column, self->sort_down);
}

/**
 * plan_row_list_is_filtered:
 *
 * Returns: whether rows are hidden that do not match
 */
gboolean
plan_row_list_is_filtered (PlanRowList *self)
{
  return self->filter != PLAN_ROWS_ALL || self->wish.text != NULL || self->wish.from != PLAN_TICKS_NONE;
}

/**
 * plan_row_list_set_wish:
 * @text: (nullable): what rows must have in their texts
 * @from, @to: the stretch in which they must be worked on, @to not included; or %PLAN_TICKS_NONE
 *
 * Shows only the rows that meet this besides the filter.
 */
void
plan_row_list_set_wish (PlanRowList *self, const char *text, PlanTicks from, PlanTicks to)
{
  gboolean is_same;

  if (text != NULL && *text == '\0')
    text = NULL;
  is_same = g_strcmp0 (self->wish.text, text) == 0 && self->wish.from == from && self->wish.to == to;
  if (is_same)
    return;
  g_free (self->wish.text);
  self->wish = (PlanRowWish) { g_strdup (text), from, to };
  plan_row_list_make_rows (self);
}

/**
 * plan_row_list_get_wish:
 *
 * Returns: (transfer none): what rows must meet besides the filter
 */
const PlanRowWish *
plan_row_list_get_wish (PlanRowList *self)
{
  return &self->wish;
}

/**
 * plan_row_list_get_filter:
 *
 * Returns: which rows are seen
 */
PlanRowFilter
plan_row_list_get_filter (PlanRowList *self)
{
  return self->filter;
}

/**
 * plan_row_list_set_filter:
 *
 * Shows only the rows that match, with the summaries above them. Nothing else is wished any more when all are to be seen.
 */
void
plan_row_list_set_filter (PlanRowList *self, PlanRowFilter filter)
{
  g_return_if_fail ((guint) filter < PLAN_N_ROW_FILTERS);

  if (self->filter == filter && (filter != PLAN_ROWS_ALL || !plan_row_list_is_filtered (self)))
    return;
  if (filter == PLAN_ROWS_ALL)
    plan_row_list_unfilter (self);
  self->filter = filter;
  plan_row_list_make_rows (self);
}
