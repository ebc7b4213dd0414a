/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying cells as text and as a table for spreadsheets and mail; pasting lines of text with tabs over the cells at the
 * cursor, and what is more than there are rows as new tasks; clearing cells. Each paste is one edit.
 */

#include "plan-sheet-private.h"

#include "plan-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More is no plan that somebody copied. */
#define PASTE_MOST_BYTES (16 * 1024 * 1024)

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

/* Reads one cell from @at; a cell in quotes may hold tabs and ends of lines. Returns: where it ended. */
static const char *
read_cell (const char *at, GString *cell)
{
  g_string_truncate (cell, 0);
  if (*at == '"')
    {
      const char *scan = at + 1;

      for (; *scan != '\0'; scan++)
        {
          if (*scan == '"' && scan[1] != '"')
            break;
          if (*scan == '"')
            scan++;
          g_string_append_c (cell, *scan);
        }
      if (*scan == '"' && (scan[1] == '\0' || strchr ("\t\r\n", scan[1]) != NULL))
        return scan + 1;
      g_string_truncate (cell, 0);
    }
  while (*at != '\0' && strchr ("\t\r\n", *at) == NULL)
    g_string_append_c (cell, *at++);
  return at;
}

/* Lines of cells: (element-type GStrv); all as long as the longest. */
static GPtrArray *
read_table (const char *text, guint *n_columns)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GString) cell = g_string_new (NULL);

  *n_columns = 1;
  while (*text != '\0')
    {
      g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
      guint n_cells = 0;

      for (;;)
        {
          text = read_cell (text, cell);
          g_strdelimit (cell->str, "\r\n", ' ');
          g_strv_builder_add (line, g_strstrip (cell->str));
          n_cells++;
          if (*text != '\t')
            break;
          text++;
        }
      text += *text == '\r';
      text += *text == '\n';
      *n_columns = MAX (*n_columns, n_cells);
      g_ptr_array_add (lines, g_strv_builder_end (line));
    }
  return lines;
}

static void
pad_lines (GPtrArray *lines, guint n_columns)
{
  for (guint i = 0; i < lines->len; i++)
    {
      char **line = lines->pdata[i];
      guint n = g_strv_length (line);

      line = g_renew (char *, line, n_columns + 1);
      for (; n < n_columns; n++)
        line[n] = g_strdup ("");
      line[n_columns] = NULL;
      lines->pdata[i] = line;
    }
}

/* One value goes into all selected cells that can take one. */
static gboolean
fill (PlanSheet *self, const char *text, GError **error)
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

/* Lines go into the rows from the cursor on; behind the last row they become tasks. */
static gboolean
paste_lines (PlanSheet *self, GPtrArray *lines, guint n_columns, GError **error)
{
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (PlanId));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (PlanColumnId));
  const PlanOutline *outline = plan_row_list_get_outline (self->list);
  const PlanModel *model = plan_row_list_get_model (self->list);
  guint row = plan_row_list_get_cursor_row (self->list), first = self->whole_rows ? 0 : self->column;
  PlanId after = outline->n_rows > 0 ? plan_model_get_task_at (model, outline->rows[outline->n_rows - 1].task)->id : PLAN_ID_NONE;

  for (guint i = 0; i < n_columns && first + i < plan_sheet_get_n_columns (self); i++)
    {
      PlanColumnId id = plan_sheet_get_visible_id (self, first + i);

      g_array_append_val (columns, id);
    }
  pad_lines (lines, columns->len);
  for (guint i = 0; i < lines->len && row + i < plan_row_list_get_n (self->list); i++)
    g_array_append_val (tasks, plan_row_list_get_task (self->list, row + i)->id);
  return plan_edit_paste (plan_row_list_get_document (self->list), plan_row_list_get_project (self->list),
                          (const PlanColumnId *) (gpointer) columns->data, columns->len, (char ***) lines->pdata, lines->len,
                          (const PlanId *) (gpointer) tasks->data, tasks->len, after, error);
}

static void
paste_text (PlanSheet *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  guint n_columns, first_row, last_row, first_column, last_column;
  gboolean is_range, done;

  if (strlen (text) > PASTE_MOST_BYTES)
    {
      plan_sheet_tell (self, _("The clipboard holds more than can be pasted into a plan."));
      return;
    }
  lines = read_table (text, &n_columns);
  if (lines->len == 0)
    return;
  plan_sheet_get_range (self, &first_row, &last_row, &first_column, &last_column);
  is_range = !self->whole_rows && (first_row != last_row || first_column != last_column);
  if (is_range && lines->len == 1 && n_columns == 1)
    done = fill (self, ((char **) lines->pdata[0])[0], &error);
  else
    done = paste_lines (self, lines, n_columns, &error);
  if (!done)
    plan_sheet_tell (self, error->message);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlanSheet) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* Another project may be shown by now, or none, as other programs take their time to answer. */
  if (text != NULL && self->list != NULL && plan_row_list_get_project (self->list) == self->paste_project && plan_row_list_is_writable (self->list) &&
      plan_row_list_get_cursor_row (self->list) != PLAN_INDEX_NONE)
    paste_text (self, text);
}

static gboolean
holds_text (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard));
  gboolean found;

  formats = gdk_content_formats_union_deserialize_gtypes (formats);
  found = gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);
  gdk_content_formats_unref (formats);
  return found;
}

/**
 * plan_sheet_paste:
 *
 * Asks the clipboard for text and pastes it at the cursor. GTK loses the memory of a question that is not answered, so none is
 * asked when there is no text and none is taken back: an answer that comes too late is thrown away.
 */
void
plan_sheet_paste (PlanSheet *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (!plan_row_list_is_writable (self->list) || !holds_text (clipboard))
    return;
  self->paste_project = plan_row_list_get_project (self->list);
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (self));
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
  else if (plan_row_list_is_writable (self->list) && !fill (self, "", &error))
    plan_sheet_tell (self, error->message);
}
