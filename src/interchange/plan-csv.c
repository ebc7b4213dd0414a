/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables as comma-separated values (RFC 4180): UTF-8 with a byte order mark, without which Excel takes another encoding; lines end
 * with CR LF. Instants are written as 2026-03-02 08:00, which spreadsheets of every language take as a date.
 */

#include "plan-csv.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define CHUNK           (64 * 1024)

static void
append_quoted (GString *line, const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL && *text != ' ')
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *text);
    }
  g_string_append_c (line, '"');
}

static void
append_instant (GString *line, PlanTicks ticks)
{
  PlanCivil at;

  plan_ticks_to_civil (ticks, &at);
  g_string_append_printf (line, "%04d-%02d-%02d %02d:%02d", at.year, at.month, at.day, at.hour, at.minute);
}

static void
append_cell (GString *line, const PlanGrid *grid, guint row, guint column)
{
  gint64 value;

  if (grid->columns[column].kind != PLAN_GRID_INSTANT)
    {
      g_autofree char *text = grid->get_text (grid, row, column);

      append_quoted (line, text);
    }
  else if (grid->get_value (grid, row, column, &value))
    append_instant (line, value);
}

static void
append_head (GString *line, const PlanGrid *grid)
{
  g_string_append (line, BYTE_ORDER_MARK);
  for (guint column = 0; column < grid->n_columns; column++)
    {
      if (column > 0)
        g_string_append_c (line, ',');
      append_quoted (line, grid->columns[column].heading);
    }
  g_string_append (line, "\r\n");
}

/* An empty line of a plan keeps its place, as rows are told by their number. */
static void
append_row (GString *line, const PlanGrid *grid, guint row)
{
  PlanGridRow values;

  grid->get_row (grid, row, &values);
  for (guint column = 0; column < grid->n_columns; column++)
    {
      if (column > 0)
        g_string_append_c (line, ',');
      if (!values.blank)
        append_cell (line, grid, row, column);
    }
  g_string_append (line, "\r\n");
}

static gboolean
flush (GString *text, GOutputStream *stream, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gboolean is_written = g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, &cause);

  g_string_truncate (text, 0);
  if (!is_written)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
                 /* Translators: %s is what the system says, as “No space left on device” */
                 _("The file could not be written: %s"), cause->message);
  return is_written;
}

/**
 * plan_csv_write:
 *
 * Writes the table of @what, a line a row, with a head of the columns' names in the reader's language.
 *
 * Returns: %FALSE with %PLAN_ERROR_IO or %PLAN_ERROR_CANCELLED
 */
gboolean
plan_csv_write (const PlanExport *what, GOutputStream *stream, PlanProgress *progress, GError **error)
{
  const PlanGrid *grid = what->grid;
  g_autoptr (GString) text = g_string_sized_new (CHUNK + 4096);

  append_head (text, grid);
  for (guint row = 0; row < grid->n_rows; row++)
    {
      append_row (text, grid, row);
      if (text->len >= CHUNK && !(flush (text, stream, error) && plan_progress_step (progress, row, grid->n_rows, error)))
        return FALSE;
    }
  return flush (text, stream, error);
}
