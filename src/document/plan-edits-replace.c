/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of a whole plan at once from the sheet: replacing a text in many cells, and keeping an order of rows in which they
 * were only shown.
 */

#include "plan-edits-cells.h"
#include "plan-edits-place.h"
#include "plan-edits-private.h"

#include "plan-error.h"
#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Returns: (transfer full) (nullable): @text with every @wanted replaced; %NULL when it has none */
static char *
replace_text (const char *text, const char *wanted, const char *with, guint *n)
{
  g_autoptr (GString) result = NULL;
  const char *end, *place = plan_text_find (text, wanted, &end);

  if (place == NULL)
    return NULL;
  result = g_string_new (NULL);
  for (; place != NULL; place = plan_text_find (text, wanted, &end))
    {
      g_string_append_len (result, text, place - text);
      g_string_append (result, with);
      text = end;
      (*n)++;
    }
  g_string_append (result, text);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* What somebody wrote; an outline number is no text of its own. */
static char *
get_text (PlanColumnId column, const PlanCellSource *source, guint row)
{
  const PlanTask *task = plan_model_get_task_at (source->model, source->outline->rows[row].task);

  if (task->blank || (column == PLAN_COLUMN_WBS && task->wbs == NULL) || !plan_column_is_editable (column, source, row))
    return NULL;
  return plan_column_get_text (column, source, row, PLAN_CELL_EDITED);
}

static void
free_text (gpointer data)
{
  g_free ((char *) ((PlanCellText *) data)->text);
}

/**
 * plan_edit_replace:
 * @project: in whose tasks
 * @columns: (array length=n_columns): columns of texts
 * @wanted: what is replaced, capital or small; not empty
 * @with: by what; may be empty
 * @n_replaced: (out): how often it was found
 *
 * Replaces a text in the cells of all tasks, as one edit.
 *
 * Returns: %FALSE with an error when it is nowhere or a cell cannot take the new text; then nothing has changed
 */
gboolean
plan_edit_replace (PlanDocument *document, PlanId project, const PlanColumnId *columns, guint n_columns, const char *wanted,
                   const char *with, guint *n_replaced, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (PlanCellText));
  PlanCellSource source;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (document) && *wanted != '\0', FALSE);

  *n_replaced = 0;
  if (plan_edit_require (document, PLAN_RECORD_PROJECT, project, error) == NULL)
    return FALSE;
  g_array_set_clear_func (cells, free_text);
  source = (PlanCellSource) { plan_document_get_model (document), plan_document_get_schedule (document),
                              plan_document_get_outline (document, project), plan_document_get_index (document), document };
  for (guint row = 0; row < source.outline->n_rows; row++)
    for (guint i = 0; i < n_columns; i++)
      {
        g_autofree char *text = get_text (columns[i], &source, row);
        PlanCellText cell = { columns[i], plan_model_get_task_at (source.model, source.outline->rows[row].task)->id,
                              text != NULL ? replace_text (text, wanted, with, n_replaced) : NULL };

        if (cell.text != NULL)
          g_array_append_val (cells, cell);
      }
  if (cells->len > 0)
    return plan_edit_set_cells (document, (const PlanCellText *) (gpointer) cells->data, cells->len, error);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %s is a text that was to be replaced */
               _("“%s” is nowhere in these cells."), wanted);
  return FALSE;
}

/**
 * plan_edit_tasks_order:
 * @order: the rows of the project's outline in another order, in which each summary stands before what lies below it
 *
 * Makes that order the one of the plan, as one edit. Nothing comes below another summary.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_tasks_order (PlanDocument *document, PlanId project, const guint *order, GError **error)
{
  const PlanProject *record = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  g_autoptr (PlanPlaces) places = NULL;
  g_autoptr (PlanBatch) batch = NULL;
  g_autofree guint *last = NULL;

  if (record == NULL)
    return FALSE;
  places = plan_places_new (document, project);
  batch = plan_batch_new ();
  last = g_new0 (guint, places->n_rows + 1);
  for (guint i = 0; i < places->n_rows; i++)
    {
      guint parent = places->outline->rows[order[i]].parent;

      parent = parent != PLAN_INDEX_NONE ? parent + 1 : PLAN_PLACE_NONE;
      plan_places_put (places, order[i] + 1, parent, last[parent]);
      last[parent] = order[i] + 1;
    }
  plan_places_write (places, batch);
  return plan_batch_run (batch, document, N_("Order of the rows of “%s”"), record->name != NULL ? record->name : "", project, error);
}
