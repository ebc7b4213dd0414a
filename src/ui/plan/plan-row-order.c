/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of an outline in another order: siblings by what a column says of them, each with what lies below it. Numbers,
 * dates and amounts are compared as such, texts by the rules of the language; what says nothing comes last.
 */

#include "plan-row-order.h"

#include <string.h>

/**
 * Key:
 * @text: (nullable): to be compared by its bytes; %NULL for a number
 * @empty: there is nothing to compare
 */
typedef struct
{
  gint64 number;
  char *text;
  gboolean empty;
} Key;

typedef struct
{
  const PlanCellSource *source;
  PlanColumnId column;
  gboolean down;
  Key *keys;
  guint *order;
  guint n;
} Sorter;

static void
take_value (Key *key, const PlanValue *value)
{
  key->empty = value->kind != PLAN_VALUE_INTEGER;
  key->number = key->empty ? 0 : value->integer;
}

static void
take_text (Key *key, const char *text)
{
  key->empty = text == NULL || *text == '\0';
  key->text = g_utf8_collate_key_for_filename (key->empty ? "" : text, -1);
}

/* Names of enumerations and calendars are texts; whatever else is stored or computed as a number is one. */
static gboolean
is_number (const PlanColumn *column)
{
  if (column->figure != PLAN_FIGURE_NONE || column->result != PLAN_N_RESULTS)
    return TRUE;
  return column->field != PLAN_N_FIELDS && column->editor != PLAN_EDITOR_CHOICE && column->numeric;
}

static void
make_key (const Sorter *self, guint row, Key *key)
{
  const PlanColumn *column = plan_column_get (self->column);
  guint index = self->source->outline->rows[row].task;
  const PlanTask *task = plan_model_get_task_at (self->source->model, index);
  PlanValue value;

  if (!is_number (column))
    {
      g_autofree char *text = column->field == PLAN_FIELD_TASK_NAME ? NULL : plan_column_get_text (self->column, self->source, row, PLAN_CELL_SHOWN);

      take_text (key, text != NULL ? text : task->name);
      return;
    }
  if (column->figure != PLAN_FIGURE_NONE)
    value = self->source->document != NULL ? plan_figure_get_value (column->figure, plan_document_get_costs (self->source->document), index)
                                           : PLAN_VALUE_OF_NULL;
  else if (column->result != PLAN_N_RESULTS)
    value = plan_result_get_value (column->result, plan_schedule_get_task (self->source->schedule, index));
  else
    value = plan_field_get_value (column->field, task);
  take_value (key, &value);
  key->empty |= task->blank;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorter *self = data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  const Key *first = &self->keys[x], *second = &self->keys[y];
  int result;

  if (first->empty != second->empty)
    return first->empty ? 1 : -1;
  if (first->text != NULL)
    result = strcmp (first->text, second->text);
  else
    result = first->number < second->number ? -1 : first->number > second->number;
  if (result == 0)
    return x < y ? -1 : 1;
  return self->down ? -result : result;
}

/* Puts the rows from @first to @end, which are siblings with what lies below them, in order. */
static void
sort_siblings (Sorter *self, guint first, guint end)
{
  const PlanOutlineRow *rows = self->source->outline->rows;
  g_autoptr (GArray) siblings = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = first; row < end; row = rows[row].end)
    g_array_append_val (siblings, row);
  if (siblings->len > 1)
    g_array_sort_with_data (siblings, compare, self);
  for (guint i = 0; i < siblings->len; i++)
    {
      guint row = g_array_index (siblings, guint, i);

      self->order[self->n++] = row;
      if (rows[row].end > row + 1)
        sort_siblings (self, row + 1, rows[row].end);
    }
}

/**
 * plan_row_order_new:
 * @column: by which siblings are sorted; @down: the largest first
 *
 * Returns: (transfer full): the rows of the outline in that order, each summary right before what lies below it
 */
guint *
plan_row_order_new (const PlanCellSource *source, PlanColumnId column, gboolean down)
{
  guint n = source->outline->n_rows;
  Sorter self = { source, column, down, g_new0 (Key, n + 1), g_new (guint, n + 1), 0 };

  for (guint row = 0; row < n; row++)
    make_key (&self, row, &self.keys[row]);
  sort_siblings (&self, 0, n);
  for (guint row = 0; row < n; row++)
    g_free (self.keys[row].text);
  g_free (self.keys);
  return self.order;
}
