/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pasting into the sheet. A block of cells goes over the cells at the cursor, and what is more than there are rows becomes
 * tasks. A table with headings, or an indented list, becomes tasks with their outline below the cursor's row; when a heading
 * is not known or a value cannot be read, a window shows first what would be made. Each paste is one edit.
 */

#include "plan-sheet-private.h"

#include "plan-paste-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 * 1024)

/* Of larger tables so many lines tell whether there is something to ask. */
#define CHECKED_LINES 2000

/**
 * Request:
 * @project: that is shown; another one gets nothing of it
 * @asks: the window comes up in any case
 *
 * What was asked of the clipboard. GTK loses the memory of a question that is not answered, so none is taken back: an answer
 * that comes too late is thrown away.
 */
typedef struct
{
  PlanSheet *sheet;
  PlanId project;
  gboolean asks;
  GInputStream *stream;
  GByteArray *html;
} Request;

static void
free_request (Request *self)
{
  g_object_unref (self->sheet);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->html, g_byte_array_unref);
  g_free (self);
}

/* Lines go into the rows from the cursor on; behind the last row they become tasks. */
static gboolean
paste_lines (PlanSheet *self, const PlanTextTable *table, GError **error)
{
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (PlanId));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (PlanColumnId));
  const PlanOutline *outline = plan_row_list_get_outline (self->list);
  const PlanModel *model = plan_row_list_get_model (self->list);
  guint row = plan_row_list_get_cursor_row (self->list), first = self->whole_rows ? 0 : self->column;
  PlanId after = outline->n_rows > 0 ? plan_model_get_task_at (model, outline->rows[outline->n_rows - 1].task)->id : PLAN_ID_NONE;

  for (guint i = 0; i < table->n_columns && first + i < plan_sheet_get_n_columns (self); i++)
    {
      PlanColumnId id = plan_sheet_get_visible_id (self, first + i);

      g_array_append_val (columns, id);
    }
  for (guint i = 0; i < table->lines->len && row + i < plan_row_list_get_n (self->list); i++)
    g_array_append_val (tasks, plan_row_list_get_task (self->list, row + i)->id);
  return plan_edit_paste (plan_row_list_get_document (self->list), plan_row_list_get_project (self->list),
                          (const PlanColumnId *) (gpointer) columns->data, columns->len, (char ***) table->lines->pdata,
                          table->lines->len, (const PlanId *) (gpointer) tasks->data, tasks->len, after, error);
}

/* The cursor goes to the first of the new tasks. */
static void
pasted_cb (PlanSheet *self, PlanId first, const char *sentence)
{
  if (self->list == NULL || plan_row_list_get_document (self->list) == NULL)
    return;
  plan_row_list_show_task (self->list, first);
  plan_sheet_go_to (self, plan_row_list_find (self->list, first), self->column, PLAN_SHEET_MOVE);
  plan_sheet_tell_done (self, sentence);
}

static void
ask (PlanSheet *self, PlanPaste *paste, PlanId after)
{
  GtkWindow *window = plan_paste_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), plan_row_list_get_document (self->list),
                                             plan_row_list_get_project (self->list), paste, after);

  g_signal_connect_object (window, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static gboolean
is_doubtful (PlanSheet *self, const PlanPaste *paste)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!paste->is_known && !paste->is_outline)
    return TRUE;
  problems = plan_edit_check_table (plan_row_list_get_document (self->list), plan_row_list_get_project (self->list), paste, CHECKED_LINES);
  return problems->len > 0;
}

/* Makes tasks of a table, at once when nothing has to be asked. */
static void
paste_tasks (PlanSheet *self, PlanPaste *table, gboolean asks)
{
  g_autoptr (PlanPaste) paste = table;
  PlanId after = plan_row_list_get_cursor (self->list), first;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (asks || is_doubtful (self, paste))
    ask (self, g_steal_pointer (&paste), after);
  else if (plan_paste_run (plan_row_list_get_document (self->list), plan_row_list_get_project (self->list), paste, after, &first,
                           &sentence, &error))
    pasted_cb (self, first, sentence);
  else
    plan_sheet_tell (self, error->message);
}

static void
paste_table (PlanSheet *self, PlanTextTable *owned, gboolean asks)
{
  g_autoptr (PlanTextTable) table = owned;
  g_autoptr (PlanPaste) paste = NULL;
  g_autoptr (GError) error = NULL;
  guint first_row, last_row, first_column, last_column, row = plan_row_list_get_cursor_row (self->list);
  gboolean is_range, is_new = row >= plan_row_list_get_n (self->list);

  if (table->lines->len == 0)
    return;
  plan_sheet_get_range (self, &first_row, &last_row, &first_column, &last_column);
  is_range = !self->whole_rows && (first_row != last_row || first_column != last_column);
  paste = plan_paste_new (plan_text_table_copy (table));
  if (asks || paste->first_line > 0 || (paste->is_outline && is_new && plan_sheet_get_cursor_column (self) == PLAN_COLUMN_NAME))
    paste_tasks (self, g_steal_pointer (&paste), asks);
  else if (is_range && table->lines->len == 1 && table->n_columns == 1)
    plan_sheet_fill_cells (self, g_strstrip (((char **) table->lines->pdata[0])[0]), &error);
  else if (!paste_lines (self, table, &error) && is_new && table->n_columns > 1)
    {
      g_clear_error (&error);
      paste_tasks (self, g_steal_pointer (&paste), TRUE);
    }
  if (error != NULL)
    plan_sheet_tell (self, error->message);
}

/* Another project may be shown by now, or none, as other programs take their time to answer. */
static gboolean
is_wanted (const Request *request)
{
  PlanRowList *list = request->sheet->list;

  return list != NULL && plan_row_list_get_project (list) == request->project && plan_row_list_is_writable (list) &&
         plan_row_list_get_cursor_row (list) != PLAN_INDEX_NONE;
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && is_wanted (request))
    {
      PlanTextTable *table = plan_text_table_read_text (text);

      if (table != NULL)
        paste_table (request->sheet, table, request->asks);
      else
        plan_sheet_tell (request->sheet, _("The clipboard holds more than can be pasted into a plan."));
    }
  free_request (request);
}

static gboolean
holds (GdkClipboard *clipboard, GType type)
{
  GdkContentFormats *formats = gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard));
  gboolean found;

  formats = gdk_content_formats_union_deserialize_gtypes (formats);
  found = gdk_content_formats_contain_gtype (formats, type);
  gdk_content_formats_unref (formats);
  return found;
}

static void
read_text (Request *request)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (request->sheet));

  if (holds (clipboard, G_TYPE_STRING))
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, request);
  else
    free_request (request);
}

/* A page without a table is text. */
static void
take_html (Request *request)
{
  PlanTextTable *table = plan_text_table_read_html ((const char *) request->html->data, request->html->len);

  if (table == NULL || (table->lines->len == 1 && table->n_columns == 1))
    {
      plan_text_table_free (table);
      read_text (request);
      return;
    }
  if (is_wanted (request))
    paste_table (request->sheet, table, request->asks);
  else
    plan_text_table_free (table);
  free_request (request);
}

static void
chunk_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);
  gsize length;
  gconstpointer bytes = chunk != NULL ? g_bytes_get_data (chunk, &length) : NULL;

  if (chunk == NULL || length == 0 || request->html->len > PLAN_TEXT_TABLE_MOST_BYTES)
    {
      take_html (request);
      return;
    }
  g_byte_array_append (request->html, bytes, (guint) length);
  g_input_stream_read_bytes_async (request->stream, CHUNK, G_PRIORITY_DEFAULT, NULL, chunk_read_cb, request);
}

static void
html_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;

  request->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  if (request->stream == NULL)
    {
      read_text (request);
      return;
    }
  request->html = g_byte_array_new ();
  g_input_stream_read_bytes_async (request->stream, CHUNK, G_PRIORITY_DEFAULT, NULL, chunk_read_cb, request);
}

/* Tables of other programs tell more as HTML, for instance what is indented; our own cells are the same in both. */
static void
ask_clipboard (PlanSheet *self, gboolean asks)
{
  static const char *types[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  gboolean has_text = holds (clipboard, G_TYPE_STRING);
  gboolean has_html = (!has_text || !gdk_clipboard_is_local (clipboard)) &&
                      gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]);
  Request *request;

  if (!plan_row_list_is_writable (self->list) || (!has_html && !has_text))
    return;
  request = g_new0 (Request, 1);
  request->sheet = g_object_ref (self);
  request->project = plan_row_list_get_project (self->list);
  request->asks = asks;
  if (has_html)
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, html_read_cb, request);
  else
    read_text (request);
}

/**
 * plan_sheet_paste:
 *
 * Asks the clipboard for a table or text and pastes it at the cursor.
 */
void
plan_sheet_paste (PlanSheet *self)
{
  g_return_if_fail (PLAN_IS_SHEET (self));

  ask_clipboard (self, FALSE);
}

/**
 * plan_sheet_paste_table:
 *
 * Asks the clipboard for a table and shows what tasks would be made of it below the cursor's row.
 */
void
plan_sheet_paste_table (PlanSheet *self)
{
  g_return_if_fail (PLAN_IS_SHEET (self));

  ask_clipboard (self, TRUE);
}
