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

/* Spreadsheets indent a cell by so many pixels for each step. */
#define INDENT_PX 9

/* @depth: how far the name is indented: to spreadsheets by a style of their own, in text by spaces */
static void
append_row (PlanSheet *self, GString *plain, GString *html, guint row, guint depth, guint first_column, guint last_column)
{
  g_string_append (html, "<tr>");
  for (guint i = first_column; i <= last_column; i++)
    {
      PlanColumnId id = plan_sheet_get_visible_id (self, i);
      guint indent = id == PLAN_COLUMN_NAME ? depth : 0;
      g_autofree char *cell = plan_sheet_get_text (self, row, id, PLAN_CELL_COPIED);
      g_autofree char *escaped = g_markup_escape_text (cell, -1);
      g_autofree char *indented = g_strdup_printf ("%*s%s", (int) (2 * indent), "", cell);

      if (i > first_column)
        g_string_append_c (plain, '\t');
      append_plain (plain, indented);
      if (indent > 0)
        g_string_append_printf (html, "<td style=\"padding-left:%upx;mso-char-indent-count:%u\">%s</td>", indent * INDENT_PX, indent, escaped);
      else
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

/* The rows that are copied, from top to bottom. */
static GArray *
list_rows (PlanSheet *self, guint first_row, guint last_row)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBitsetIter iter;
  guint row;

  if (self->whole_rows)
    for (gboolean valid = gtk_bitset_iter_init_first (&iter, plan_row_list_get_selected (self->list), &row); valid;
         valid = gtk_bitset_iter_next (&iter, &row))
      g_array_append_val (rows, row);
  else
    for (row = first_row; row <= MIN (last_row, plan_row_list_get_n (self->list) - 1); row++)
      g_array_append_val (rows, row);
  return rows;
}

static guint
get_least_level (PlanSheet *self, const GArray *rows)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < rows->len; i++)
    least = MIN (least, plan_row_list_get_level (self->list, g_array_index (rows, guint, i)));
  return least;
}

/**
 * plan_sheet_copy:
 *
 * Copies the selected cells, or of whole rows all columns. Names of several rows are indented as they lie below each other.
 */
void
plan_sheet_copy (PlanSheet *self)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new ("<meta charset=\"utf-8\"><table>");
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GArray) rows = NULL;
  guint first_row, last_row, first_column, last_column, least;

  if (plan_row_list_get_cursor_row (self->list) >= plan_row_list_get_n (self->list))
    return;
  plan_sheet_get_range (self, &first_row, &last_row, &first_column, &last_column);
  rows = list_rows (self, first_row, last_row);
  least = get_least_level (self, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);

      append_row (self, plain, html, row, plan_row_list_get_level (self->list, row) - least, first_column, last_column);
    }
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
