/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns that the sheet shows, in their order and with their widths. What columns there are is the table of
 * plan-columns.c; here is only what the user made of it.
 */

#include "plan-sheet-private.h"

#include <math.h>

#define NUMBER_WIDTH    30
#define INDICATOR_WIDTH 24
#define DIGIT_WIDTH     8
#define LEAST_WIDTH     24
#define MOST_WIDTH      900

/* Texts of so many rows are measured when a column is made to fit. */
#define FIT_ROWS 1000

/* Columns by their place, from 0. */
guint
plan_sheet_get_n_columns (PlanSheet *self)
{
  return self->columns->len;
}

PlanSheetColumn *
plan_sheet_get_column (PlanSheet *self, guint index)
{
  return &g_array_index (self->columns, PlanSheetColumn, index);
}

PlanColumnId
plan_sheet_get_visible_id (PlanSheet *self, guint index)
{
  return plan_sheet_get_column (self, MIN (index, self->columns->len - 1))->id;
}

/* The place of a column, or PLAN_INDEX_NONE when it is not shown. */
guint
plan_sheet_find_column (PlanSheet *self, PlanColumnId column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (plan_sheet_get_column (self, i)->id == column)
      return i;
  return PLAN_INDEX_NONE;
}

/* Left edge of a column while the sheet is not scrolled sideways. */
int
plan_sheet_get_column_x (PlanSheet *self, guint index)
{
  int x = self->frozen_width;

  for (guint i = 0; i < index; i++)
    x += plan_sheet_get_column (self, i)->width;
  return x;
}

/* The column at @x of the sheet, or PLAN_INDEX_NONE over the frozen ones and behind the last. */
guint
plan_sheet_get_column_at (PlanSheet *self, double x)
{
  double right = self->frozen_width - plan_sheet_get_offset (self, GTK_ORIENTATION_HORIZONTAL);

  if (x < self->frozen_width)
    return PLAN_INDEX_NONE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      right += plan_sheet_get_column (self, i)->width;
      if (x < right)
        return i;
    }
  return PLAN_INDEX_NONE;
}

/* Columns grow with the text. */
static void
follow_scale (PlanSheet *self)
{
  double scale = self->list != NULL ? plan_row_list_get_text_scale (self->list) : self->columns_scale;

  for (guint i = 0; scale != self->columns_scale && i < self->columns->len; i++)
    {
      PlanSheetColumn *column = plan_sheet_get_column (self, i);

      column->width = (int) round (column->width / self->columns_scale * scale);
    }
  self->columns_scale = scale;
}

/* The frozen columns grow with the number of digits, too. */
static void
update_frozen_width (PlanSheet *self)
{
  const PlanOutline *outline = self->list != NULL ? plan_row_list_get_outline (self->list) : NULL;
  guint n_rows = outline != NULL ? outline->n_rows : 0;
  int extra = 0;

  for (guint limit = 1000; n_rows >= limit && limit < 100000000; limit *= 10)
    extra += DIGIT_WIDTH;
  self->number_width = (int) ceil ((NUMBER_WIDTH + extra) * self->columns_scale);
  self->frozen_width = self->number_width + INDICATOR_WIDTH;
}

/* Columns came, went, moved or have other widths. */
void
plan_sheet_columns_changed (PlanSheet *self)
{
  follow_scale (self);
  update_frozen_width (self);
  if (self->header == NULL)
    return;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->body)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (PLAN_IS_SHEET_ROW (row))
      gtk_widget_queue_allocate (row);
  gtk_widget_queue_allocate (GTK_WIDGET (self->header));
  gtk_widget_queue_allocate (GTK_WIDGET (self->body));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
get_default_width (PlanSheet *self, PlanColumnId id)
{
  return (int) round (plan_column_get (id)->width * self->columns_scale);
}

static void
rebuild (PlanSheet *self)
{
  PlanColumnId cursor = self->columns->len > 0 ? plan_sheet_get_visible_id (self, self->column) : PLAN_COLUMN_NAME;
  guint index = plan_sheet_find_column (self, cursor);

  self->columns_serial++;
  self->column = index != PLAN_INDEX_NONE ? index : 0;
  self->anchor_column = self->column;
  plan_sheet_header_rebuild (self->header);
  plan_sheet_columns_changed (self);
}

static void
add_column (PlanSheet *self, PlanColumnId id)
{
  PlanSheetColumn column = { id, get_default_width (self, id) };

  if (plan_sheet_find_column (self, id) == PLAN_INDEX_NONE)
    g_array_append_val (self->columns, column);
}

/**
 * plan_sheet_set_columns:
 * @names: (nullable): names of columns in their order, %NULL ended, each as "duration" or with its width as "duration=64";
 *   names that are unknown are passed over; widths are pixels at the usual size of text. %NULL: the standard ones
 *
 * Shows these columns. The names of tasks are always shown.
 */
void
plan_sheet_set_columns (PlanSheet *self, const char *const *names)
{
  g_return_if_fail (PLAN_IS_SHEET (self));

  if (!plan_sheet_finish_edit (self))
    return;
  g_array_set_size (self->columns, 0);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (names[i], "=", 2);
      PlanColumnId id = parts[0] != NULL ? plan_column_find (parts[0]) : PLAN_N_COLUMNS;

      if (id == PLAN_N_COLUMNS)
        continue;
      add_column (self, id);
      if (parts[1] != NULL)
        plan_sheet_set_column_width (self, id, (int) round (g_ascii_strtoll (parts[1], NULL, 10) * self->columns_scale));
    }
  if (names == NULL)
    for (PlanColumnId id = 0; id < PLAN_N_COLUMNS; id++)
      if (plan_column_get (id)->standard)
        add_column (self, id);
  if (plan_sheet_find_column (self, PLAN_COLUMN_NAME) == PLAN_INDEX_NONE)
    {
      PlanSheetColumn column = { PLAN_COLUMN_NAME, get_default_width (self, PLAN_COLUMN_NAME) };

      g_array_prepend_val (self->columns, column);
    }
  self->column = MIN (self->column, self->columns->len - 1);
  rebuild (self);
}

/**
 * plan_sheet_dup_columns:
 *
 * Returns: (transfer full): what plan_sheet_set_columns() takes to show the same columns at the same widths
 */
char **
plan_sheet_dup_columns (PlanSheet *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->columns->len; i++)
    {
      const PlanSheetColumn *column = plan_sheet_get_column (self, i);
      g_autofree char *text = g_strdup_printf ("%s=%d", plan_column_get (column->id)->name,
                                               (int) round (column->width / self->columns_scale));

      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

/**
 * plan_sheet_set_column_width:
 * @width: pixels, kept within what can be used
 */
void
plan_sheet_set_column_width (PlanSheet *self, PlanColumnId column, int width)
{
  guint index = plan_sheet_find_column (self, column);

  g_return_if_fail (PLAN_IS_SHEET (self));

  if (index == PLAN_INDEX_NONE)
    return;
  plan_sheet_get_column (self, index)->width = CLAMP (width, LEAST_WIDTH, MOST_WIDTH);
  plan_sheet_columns_changed (self);
}

/**
 * plan_sheet_get_column_width:
 *
 * Returns: the width in pixels, 0 when the column is not shown
 */
int
plan_sheet_get_column_width (PlanSheet *self, PlanColumnId column)
{
  guint index = plan_sheet_find_column (self, column);

  return index != PLAN_INDEX_NONE ? plan_sheet_get_column (self, index)->width : 0;
}

/**
 * plan_sheet_show_column:
 *
 * Adds a column at the end or takes it away; that of the names stays.
 */
void
plan_sheet_show_column (PlanSheet *self, PlanColumnId column, gboolean shown)
{
  guint index = plan_sheet_find_column (self, column);

  g_return_if_fail (PLAN_IS_SHEET (self));

  if (shown == (index != PLAN_INDEX_NONE) || column == PLAN_COLUMN_NAME || !plan_sheet_finish_edit (self))
    return;
  if (shown)
    add_column (self, column);
  else
    g_array_remove_index (self->columns, index);
  rebuild (self);
}

/**
 * plan_sheet_fit_column:
 *
 * Makes a column as wide as the longest text of the rows around the ones in view.
 */
void
plan_sheet_fit_column (PlanSheet *self, PlanColumnId column)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoFontDescription *bold = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  guint n = plan_row_list_get_n (self->list), first;
  int widest = LEAST_WIDTH, width;

  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  first = plan_sheet_get_row_at (self, 0);
  first = first != PLAN_INDEX_NONE && first > FIT_ROWS / 2 ? first - FIT_ROWS / 2 : 0;
  pango_layout_set_text (layout, plan_column_get_heading (column), -1);
  pango_layout_get_pixel_size (layout, &widest, NULL);
  for (guint row = first; row < MIN (n, first + FIT_ROWS); row++)
    {
      g_autofree char *text = plan_sheet_get_text (self, row, column, PLAN_CELL_SHOWN);

      pango_layout_set_font_description (layout, plan_row_list_is_summary (self->list, row) ? bold : NULL);
      pango_layout_set_text (layout, text, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width + (column == PLAN_COLUMN_NAME ? plan_sheet_row_get_indent (self, row) : 0));
    }
  pango_font_description_free (bold);
  plan_sheet_set_column_width (self, column, widest + 2 * PLAN_SHEET_PADDING + 2);
}

/**
 * plan_sheet_get_cell_area:
 * @area: (out): where the cell is in the sheet, in pixels; may be out of view
 *
 * Returns: whether the column is shown
 */
gboolean
plan_sheet_get_cell_area (PlanSheet *self, guint row, PlanColumnId column, graphene_rect_t *area)
{
  guint index = plan_sheet_find_column (self, column);

  if (index == PLAN_INDEX_NONE)
    return FALSE;
  *area = GRAPHENE_RECT_INIT ((float) (plan_sheet_get_column_x (self, index) - plan_sheet_get_offset (self, GTK_ORIENTATION_HORIZONTAL)),
                              (float) (self->header_height + plan_sheet_get_row_y (self, row)),
                              (float) plan_sheet_get_column (self, index)->width - 1,
                              (float) plan_row_list_get_row_height (self->list) - 1);
  return TRUE;
}

/**
 * plan_sheet_get_number_area:
 * @area: (out): where the number of a row is in the sheet, in pixels
 *
 * Returns: whether there is such a row
 */
gboolean
plan_sheet_get_number_area (PlanSheet *self, guint row, graphene_rect_t *area)
{
  if (row >= plan_row_list_get_n_slots (self->list))
    return FALSE;
  *area = GRAPHENE_RECT_INIT (0, (float) (self->header_height + plan_sheet_get_row_y (self, row)), (float) self->number_width,
                              (float) plan_row_list_get_row_height (self->list));
  return TRUE;
}
