/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the details panel shows of several selected tasks: what they have in common. What is typed into a row is typed into
 * the cells of all of them, as one edit.
 */

#include "plan-details-panel-private.h"

#include <glib/gi18n-lib.h>

/* Of more tasks only the number is shown, so that selecting all of a large plan stays quick. */
#define MOST_COMPARED 2000

static const PlanColumnId columns[] = {
  PLAN_COLUMN_DURATION, PLAN_COLUMN_START,         PLAN_COLUMN_FINISH,   PLAN_COLUMN_COMPLETE, PLAN_COLUMN_RESOURCES,
  PLAN_COLUMN_DEADLINE, PLAN_COLUMN_CONSTRAINT,    PLAN_COLUMN_CONSTRAINT_DATE, PLAN_COLUMN_CALENDAR, PLAN_COLUMN_PRIORITY,
  PLAN_COLUMN_MANUAL,   PLAN_COLUMN_TYPE,          PLAN_COLUMN_EFFORT_DRIVEN, PLAN_COLUMN_ACTIVE, PLAN_COLUMN_CONTACT,
  PLAN_COLUMN_FIXED_COST,
};

/* Summaries among the tasks whose value follows from what lies below them are left as they are. */
static gboolean
apply_all (GtkWidget *field, const char *text, gpointer data, GError **error)
{
  PlanDetailsPanel *self = data;
  PlanCellSource source = plan_row_list_get_source (self->list);
  PlanColumnId column = plan_details_get_column (field);
  g_autofree PlanCellText *cells = g_new (PlanCellText, self->many->len);
  guint n = 0;

  for (guint i = 0; i < self->many->len; i++)
    {
      PlanId task = g_array_index (self->many, PlanId, i);
      guint index = plan_model_find (source.model, PLAN_RECORD_TASK, task);

      if (index != PLAN_INDEX_NONE && plan_column_is_editable (column, &source, source.outline->row_of_task[index]))
        cells[n++] = (PlanCellText) { column, task, text };
    }
  if (n > 0 && !plan_edit_set_cells (plan_row_list_get_document (self->list), cells, n, error))
    return FALSE;
  plan_details_queue_update (self);
  return TRUE;
}

/* Makes the rows of a new panel. */
void
plan_details_add_many (PlanDetailsPanel *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      self->shared[columns[i]] = plan_details_create_field (self, columns[i], apply_all);
      gtk_box_append (self->many_box, GTK_WIDGET (self->shared[columns[i]]));
    }
}

/**
 * SharedText:
 * @text: (nullable): what the column says of all tasks that can be changed, or %NULL when they differ
 * @row: of one of them, or %PLAN_INDEX_NONE when none can be
 */
typedef struct
{
  char *text;
  guint row;
} SharedText;

static SharedText
get_shared (PlanDetailsPanel *self, const PlanCellSource *source, PlanColumnId column)
{
  SharedText shared = { NULL, PLAN_INDEX_NONE };

  for (guint i = 0; i < self->many->len; i++)
    {
      guint index = plan_model_find (source->model, PLAN_RECORD_TASK, g_array_index (self->many, PlanId, i));
      guint row = index != PLAN_INDEX_NONE ? source->outline->row_of_task[index] : PLAN_INDEX_NONE;
      g_autofree char *text = NULL;

      if (row == PLAN_INDEX_NONE || !plan_column_is_editable (column, source, row))
        continue;
      text = plan_column_get_text (column, source, row, plan_column_get (column)->editor == PLAN_EDITOR_CHOICE ? PLAN_CELL_EDITED : PLAN_CELL_SHOWN);
      if (shared.row == PLAN_INDEX_NONE)
        shared = (SharedText) { g_steal_pointer (&text), row };
      else if (g_strcmp0 (shared.text, text) != 0)
        {
          g_clear_pointer (&shared.text, g_free);
          return shared;
        }
    }
  return shared;
}

static void
update_shared (PlanDetailsPanel *self, const PlanCellSource *source, PlanColumnId column)
{
  PlanPanelField *field = self->shared[column];
  SharedText shared = get_shared (self, source, column);
  gboolean writable = plan_row_list_is_writable (self->list);

  gtk_widget_set_visible (GTK_WIDGET (field), shared.row != PLAN_INDEX_NONE);
  plan_panel_field_set_mixed (field, shared.text == NULL);
  if (shared.row == PLAN_INDEX_NONE)
    return;
  if (plan_column_get (column)->editor == PLAN_EDITOR_CHOICE)
    {
      g_auto (GStrv) choices = plan_column_list_choices (column, source, shared.row);

      plan_panel_field_set_choices (field, (const char *const *) choices, shared.text);
      gtk_widget_set_sensitive (GTK_WIDGET (field), writable);
    }
  else
    {
      g_autofree char *edited = shared.text != NULL ? plan_column_get_text (column, source, shared.row, PLAN_CELL_EDITED) : g_strdup ("");

      plan_panel_field_set_text (field, shared.text != NULL ? shared.text : "", writable ? edited : NULL);
    }
  g_free (shared.text);
}

/* Shows the selected tasks. */
void
plan_details_update_many (PlanDetailsPanel *self)
{
  /* Translators: title of the side panel; %u is a number of tasks */
  g_autofree char *title = g_strdup_printf (ngettext ("%u task selected", "%u tasks selected", self->many->len), self->many->len);
  PlanCellSource source = plan_row_list_get_source (self->list);
  gboolean compared = self->many->len <= MOST_COMPARED;

  gtk_label_set_label (self->many_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->many_box), compared);
  gtk_widget_set_visible (self->many_hint, !compared);
  for (guint i = 0; i < G_N_ELEMENTS (columns) && compared; i++)
    update_shared (self, &source, columns[i]);
}
