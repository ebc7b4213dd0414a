/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables as a workbook of Excel (Office Open XML, by libxlsxwriter): numbers and dates as such, the outline as groups of rows, and on
 * a second sheet a Gantt chart of coloured cells (plan-xlsx-bars.c).
 */

#include "plan-xlsx-private.h"

#include "plan-error.h"
#include "plan-xlsx.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PIXELS_PER_CHARACTER 7  /* of the standard font of a workbook */
#define MAX_TEXT             32767
#define MAX_ROWS             1048575
#define MAX_LEVEL            7  /* of groups in Excel */
#define STEP                 256
#define PAPER_A3             8 /* as Excel numbers them */

typedef struct
{
  const PlanGrid *grid;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *formats[PLAN_GRID_INTEGER + 1][2];  /* by kind, and whether of a summary */
  lxw_format *names[PLAN_XLSX_MAX_INDENT + 1][2];           /* by level, and whether of a summary */
  PlanXlsxBars bars;
} Writer;

static const char *
get_number_format (PlanGridKind kind)
{
  switch (kind)
    {
    case PLAN_GRID_INSTANT:
      return "yyyy-mm-dd";
    case PLAN_GRID_DURATION:
      /* Translators: number format of a spreadsheet for durations in working days; only what stands in quotation marks is text */
      return _("General\" d\"");
    case PLAN_GRID_WORK:
      /* Translators: number format of a spreadsheet for work in hours; only what stands in quotation marks is text */
      return _("General\" h\"");
    case PLAN_GRID_MONEY:
      return "#,##0.00";
    case PLAN_GRID_RATIO:
      return "0.00";
    case PLAN_GRID_PERCENT:
      return "0%";
    case PLAN_GRID_INTEGER:
      return "0";
    default:
      return NULL;
    }
}

/*
 * plan_xlsx_create_format:
 * @number_format: (nullable): how a number is shown
 *
 * Returns: (transfer none): a format of the workbook
 */
lxw_format *
plan_xlsx_create_format (lxw_workbook *book, const char *number_format, gboolean is_bold, guint indent)
{
  lxw_format *format = workbook_add_format (book);

  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (number_format != NULL)
    format_set_num_format (format, number_format);
  if (is_bold)
    format_set_bold (format);
  if (indent > 0)
    format_set_indent (format, (guint8) indent);
  return format;
}

static void
create_formats (Writer *self)
{
  for (guint bold = 0; bold < 2; bold++)
    {
      for (PlanGridKind kind = 0; kind <= PLAN_GRID_INTEGER; kind++)
        self->formats[kind][bold] = plan_xlsx_create_format (self->book, get_number_format (kind), bold != 0, kind == PLAN_GRID_TEXT);
      for (guint level = 0; level <= PLAN_XLSX_MAX_INDENT; level++)
        self->names[level][bold] = plan_xlsx_create_format (self->book, NULL, bold != 0, level + 1);
    }
}

/* A sheet's name has at most 31 letters and none of []:*?/\; it neither begins nor ends with an apostrophe. */
static char *
create_sheet_name (const char *title)
{
  g_autofree char *start = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 31));

  g_strdelimit (start, "[]:*?/\\'", ' ');
  g_strstrip (start);
  return *start != '\0' ? g_steal_pointer (&start) : g_strdup (_("Plan"));
}

static lxw_format *
create_head_format (Writer *self, gboolean is_number)
{
  lxw_format *format = plan_xlsx_create_format (self->book, NULL, TRUE, 0);

  format_set_bg_color (format, PLAN_XLSX_HEAD_COLOR);
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_text_wrap (format);
  format_set_align (format, is_number ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
  if (!is_number)
    format_set_indent (format, 1);
  return format;
}

static void
write_head (Writer *self)
{
  lxw_format *text = create_head_format (self, FALSE), *number = create_head_format (self, TRUE);

  for (guint column = 0; column < self->grid->n_columns; column++)
    {
      const PlanGridColumn *values = &self->grid->columns[column];
      gboolean is_text = values->kind == PLAN_GRID_TEXT;
      double width = MAX (values->width, PIXELS_PER_CHARACTER * (values->kind == PLAN_GRID_INTEGER ? 6 : 11)) / (double) PIXELS_PER_CHARACTER;

      worksheet_set_column (self->sheet, (lxw_col_t) column, (lxw_col_t) column, is_text ? width * 1.3 : width, NULL);
      worksheet_write_string (self->sheet, 0, (lxw_col_t) column, values->heading, is_text ? text : number);
    }
}

static void
write_text (Writer *self, guint row, guint column, lxw_format *format)
{
  g_autofree char *text = self->grid->get_text (self->grid, row, column);

  if (*text == '\0')
    return;
  if (strlen (text) > MAX_TEXT && g_utf8_strlen (text, -1) > MAX_TEXT)
    *g_utf8_offset_to_pointer (text, MAX_TEXT) = '\0';
  worksheet_write_string (self->sheet, row + 1, (lxw_col_t) column, text, format);
}

/* How much of a value is one of what the spreadsheet counts. */
static double
get_divisor (const PlanGrid *grid, PlanGridKind kind)
{
  switch (kind)
    {
    case PLAN_GRID_DURATION:
      return (double) MAX (grid->ticks_per_day, 1);
    case PLAN_GRID_WORK:
      return (double) PLAN_TICKS_PER_HOUR;
    case PLAN_GRID_MONEY:
      return 100;
    case PLAN_GRID_RATIO:
    case PLAN_GRID_PERCENT:
      return 10000;
    default:
      return 1;
    }
}

static void
write_value (Writer *self, guint row, guint column, lxw_format *format)
{
  PlanGridKind kind = self->grid->columns[column].kind;
  gint64 value;

  if (!self->grid->get_value (self->grid, row, column, &value))
    return;
  if (kind == PLAN_GRID_INSTANT && value < PLAN_XLSX_FIRST_DATE)
    {
      write_text (self, row, column, self->formats[PLAN_GRID_TEXT][0]);
      return;
    }
  worksheet_write_number (self->sheet, row + 1, (lxw_col_t) column,
                          kind == PLAN_GRID_INSTANT ? plan_xlsx_get_serial (value) : (double) value / get_divisor (self->grid, kind),
                          format);
}

static void
write_row (Writer *self, guint row)
{
  const PlanGrid *grid = self->grid;
  PlanGridRow values;

  grid->get_row (grid, row, &values);
  plan_xlsx_write_group (self->sheet, row + 1, &values);
  if (values.blank)
    return;
  for (guint column = 0; column < grid->n_columns; column++)
    {
      PlanGridKind kind = grid->columns[column].kind;

      if (column == grid->name_column)
        write_text (self, row, column, self->names[MIN (values.level, PLAN_XLSX_MAX_INDENT)][values.summary]);
      else if (kind == PLAN_GRID_TEXT)
        write_text (self, row, column, self->formats[kind][values.summary]);
      else
        write_value (self, row, column, self->formats[kind][values.summary]);
    }
  plan_xlsx_bars_write_row (&self->bars, row, &values);
}

/*
 * plan_xlsx_write_group:
 * @row: of the sheet
 *
 * Puts a row under its summary, so that it folds away with it.
 */
void
plan_xlsx_write_group (lxw_worksheet *sheet, guint row, const PlanGridRow *values)
{
  lxw_row_col_options options = { .level = (guint8) MIN (values->level, MAX_LEVEL) };

  worksheet_set_row_opt (sheet, row, LXW_DEF_ROW_HEIGHT, NULL, &options);
}

/*
 * plan_xlsx_set_up_page:
 * @n_frozen: how many columns stay where they are while one scrolls
 *
 * Heads that stay, summaries above what belongs to them, and pages as wide as the sheet.
 */
void
plan_xlsx_set_up_page (lxw_worksheet *sheet, guint n_frozen)
{
  worksheet_freeze_panes (sheet, 1, (lxw_col_t) n_frozen);
  worksheet_outline_settings (sheet, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, PAPER_A3);
  worksheet_set_margins (sheet, 0.4, 0.4, 0.4, 0.6);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_set_footer (sheet, "&L&A&R&P / &N");
}

static gboolean
write_rows (Writer *self, PlanProgress *progress, GError **error)
{
  for (guint row = 0; row < self->grid->n_rows; row++)
    {
      if (row % STEP == 0 && !plan_progress_step (progress, row, self->grid->n_rows, error))
        return FALSE;
      write_row (self, row);
    }
  return TRUE;
}

static void
fail (GError **error, const char *reason)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: %s is what the system says, as “No space left on device” */
               _("The file could not be written: %s"), reason);
}

static gboolean
write_book (const PlanGrid *grid, const char *path, PlanProgress *progress, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *) g_get_tmp_dir () };
  Writer self = { .grid = grid, .book = workbook_new_opt (path, &options) };
  g_autofree char *name = create_sheet_name (grid->title);
  gboolean is_complete;
  lxw_error code;

  if (self.book == NULL || (self.sheet = workbook_add_worksheet (self.book, name)) == NULL)
    {
      fail (error, g_strerror (ENOMEM));
      return FALSE;
    }
  create_formats (&self);
  plan_xlsx_set_up_page (self.sheet, grid->name_column + 1);
  write_head (&self);
  plan_xlsx_bars_init (&self.bars, grid, self.book, name);
  is_complete = write_rows (&self, progress, error);
  code = workbook_close (self.book);
  if (is_complete && code != LXW_NO_ERROR)
    fail (error, lxw_strerror (code));
  return is_complete && code == LXW_NO_ERROR;
}

static gboolean
copy_file (const char *path, GOutputStream *stream, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, &cause);

  if (input != NULL && g_output_stream_splice (stream, G_INPUT_STREAM (input), G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, NULL, &cause) >= 0)
    return TRUE;
  fail (error, cause->message);
  return FALSE;
}

/**
 * plan_xlsx_write:
 *
 * Writes the table of @what as a workbook, with a chart on a second sheet when it has dates.
 *
 * Returns: %FALSE with %PLAN_ERROR_IO, %PLAN_ERROR_CANCELLED, or %PLAN_ERROR_RANGE for more rows than a sheet can have
 */
gboolean
plan_xlsx_write (const PlanExport *what, GOutputStream *stream, PlanProgress *progress, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *path = NULL;
  gboolean is_written;
  int fd;

  if (what->grid->n_rows > MAX_ROWS)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("A sheet of Excel has room for 1,048,575 rows; this plan has more."));
      return FALSE;
    }
  fd = g_file_open_tmp ("planwright-XXXXXX.xlsx", &path, &cause);
  if (fd < 0)
    {
      fail (error, cause->message);
      return FALSE;
    }
  close (fd);
  is_written = write_book (what->grid, path, progress, error) && copy_file (path, stream, error);
  g_unlink (path);
  return is_written;
}
