/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying cells as text and as a table for spreadsheets and mail, and clearing them. Pasting is in -paste.c.
 */

#include "plan-sheet-private.h"

#include "plan-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A cell of a spreadsheet's text: in quotes when it holds what separates cells. */
static void
append_plain (GString *text, const char *cell)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (cell, "\t\n\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  parts = g_strsplit (cell, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"", doubled);
}

static void
append_row (PlanSheet *self, GString *plain, GString *html, guint row, guint first_column, guint last_column)
{
  g_string_append (html, "<tr>");
  for (guint i = first_column; i <= last_column; i++)
    {
      g_autofree char *cell = plan_sheet_get_text (self, row, plan_sheet_get_visible_id (self, i), PLAN_CELL_COPIED);
      g_autofree char *escaped = g_markup_escape_text (cell, -1);

      if (i > first_column)
        g_string_append_c (plain, '\t');
      append_plain (plain, cell);
      g_string_append_printf (html, "<td>%s</td>", escaped);
    }
  g_string_append_c (plain, '\n');
  g_string_append (html, "</tr>");
}

static GdkContentProvider *
create_content (const GString *plain, const GString *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html->str, html->len);
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, plain->str),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/**
 * plan_sheet_copy:
 *
 * Copies the selected cells, or of whole rows all columns.
 */
void
plan_sheet_copy (PlanSheet *self)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new ("<meta charset=\"utf-8\"><table>");
  g_autoptr (GdkContentProvider) content = NULL;
  guint first_row, last_row, first_column, last_column;

  if (plan_row_list_get_cursor_row (self->list) >= plan_row_list_get_n (self->list))
    return;
  plan_sheet_get_range (self, &first_row, &last_row, &first_column, &last_column);
  if (self->whole_rows)
    {
      GtkBitsetIter iter;
      guint row;

      for (gboolean valid = gtk_bitset_iter_init_first (&iter, plan_row_list_get_selected (self->list), &row); valid;
           valid = gtk_bitset_iter_next (&iter, &row))
        append_row (self, plain, html, row, first_column, last_column);
    }
  else
    for (guint row = first_row; row <= MIN (last_row, plan_row_list_get_n (self->list) - 1); row++)
      append_row (self, plain, html, row, first_column, last_column);
  g_string_append (html, "</table>");
  /* One cell is text without an end of the line. */
  if (plain->len > 0)
    g_string_truncate (plain, plain->len - 1);
  content = create_content (plain, html);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

/* One value goes into all selected cells that can take one. */
gboolean
plan_sheet_fill_cells (PlanSheet *self, const char *text, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (PlanCellText));
  guint first_row, last_row, first_column, last_column;

  plan_sheet_get_range (self, &first_row, &last_row, &first_column, &last_column);
  for (guint row = first_row; row <= last_row && row < plan_row_list_get_n (self->list); row++)
    for (guint i = first_column; i <= last_column; i++)
      if (plan_sheet_can_edit (self, row, plan_sheet_get_visible_id (self, i)))
        {
          PlanCellText cell = { plan_sheet_get_visible_id (self, i), plan_row_list_get_task (self->list, row)->id, text };

          g_array_append_val (cells, cell);
        }
  return cells->len == 0 ||
         plan_edit_set_cells (plan_row_list_get_document (self->list), (const PlanCellText *) (gpointer) cells->data, cells->len, error);
}

/**
 * plan_sheet_clear:
 *
 * Clears the selected cells; of whole rows, deletes the rows.
 */
void
plan_sheet_clear (PlanSheet *self)
{
  g_autoptr (GError) error = NULL;

  if (self->whole_rows)
    gtk_widget_activate_action (GTK_WIDGET (self), "task.delete", NULL);
  else if (plan_row_list_is_writable (self->list) && !plan_sheet_fill_cells (self, "", &error))
    plan_sheet_tell (self, error->message);
}
