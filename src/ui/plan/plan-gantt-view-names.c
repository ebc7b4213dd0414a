/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns at the left of the Gantt chart: number of the row and name of the task, indented by its level. They scroll
 * up and down with the chart and stay when it is scrolled in time.
 */

#include "plan-gantt-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NUMBER_WIDTH 36
#define INDENT       12
#define PADDING      6
#define HEADING_SIZE 12.0
#define NAME_SIZE    13.3

static void
set_colour (cairo_t *cr, PlanColour colour)
{
  cairo_set_source_rgb (cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
fill_rectangle (cairo_t *cr, PlanColour colour, double x, double y, double width, double height)
{
  set_colour (cr, colour);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
set_font (PlanGanttView *self, PangoLayout *layout, double size, gboolean bold)
{
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));

  pango_font_description_set_absolute_size (font, size * self->text_scale * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

/* Draws one line of text in the middle of a cell; what is too long ends in dots. */
static void
draw_text (cairo_t *cr, PangoLayout *layout, const char *text, PangoAlignment align,
           double x, double y, double width, double height)
{
  int text_height;

  if (width <= 0)
    return;
  pango_layout_set_alignment (layout, align);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  cairo_move_to (cr, x, y + floor ((height - text_height) / 2));
  pango_cairo_show_layout (cr, layout);
}

static double
get_number_width (PlanGanttView *self)
{
  return ceil (NUMBER_WIDTH * self->text_scale) + (self->outline->n_rows >= 10000 ? 18 * self->text_scale : 0);
}

/* Left edge of the triangle of a visible row; the name begins PLAN_EXPANDER_WIDTH right of it. */
double
plan_gantt_view_get_expander_x (PlanGanttView *self, guint row)
{
  const PlanOutlineRow *item = &self->outline->rows[self->rows->number[row] - 1];

  return get_number_width (self) + PADDING + (item->level - 1) * INDENT * self->text_scale;
}

static void
draw_expander (cairo_t *cr, double x, double middle, gboolean collapsed)
{
  if (collapsed)
    {
      cairo_move_to (cr, x + 4, middle - 4);
      cairo_rel_line_to (cr, 5, 4);
      cairo_rel_line_to (cr, -5, 4);
    }
  else
    {
      cairo_move_to (cr, x + 2, middle - 2);
      cairo_rel_line_to (cr, 8, 0);
      cairo_rel_line_to (cr, -4, 5);
    }
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_row (PlanGanttView *self, cairo_t *cr, PangoLayout *names, PangoLayout *bold_names, guint row, double y)
{
  guint place = self->rows->number[row] - 1;
  const PlanTask *task = plan_model_get_task_at (plan_document_get_model (self->document), self->rows->task[row]);
  gboolean is_summary = plan_outline_is_summary (self->outline, place);
  double height = self->metrics.row_height;
  double number_width = get_number_width (self);
  double x = plan_gantt_view_get_expander_x (self, row);
  double name_x = x + PLAN_EXPANDER_WIDTH;
  char number[16];

  if (self->theme->has_selection && self->selected == task->id)
    fill_rectangle (cr, self->theme->selected, 0, y, self->names_width, height);
  fill_rectangle (cr, self->theme->row_line, 0, y + height - 1, self->names_width, 1);

  set_colour (cr, self->theme->ink2);
  g_snprintf (number, sizeof number, "%u", place + 1);
  draw_text (cr, names, number, PANGO_ALIGN_RIGHT, 0, y, number_width - PADDING - 2, height);
  set_colour (cr, self->theme->ink);
  if (is_summary)
    draw_expander (cr, x, y + floor (height / 2), plan_gantt_view_is_collapsed (self, row));
  if (task->name != NULL)
    draw_text (cr, is_summary ? bold_names : names, task->name, PANGO_ALIGN_LEFT,
               name_x, y, self->names_width - name_x - PADDING, height);
}

static void
draw_heading (PlanGanttView *self, cairo_t *cr, PangoLayout *layout)
{
  double height = plan_gantt_view_get_header_height (self);
  double tier = self->metrics.tier_height;
  double number_width = get_number_width (self);

  fill_rectangle (cr, self->theme->header, 0, 0, self->names_width, height);
  fill_rectangle (cr, self->theme->header_line, 0, height - 1, self->names_width, 1);
  set_font (self, layout, HEADING_SIZE, FALSE);
  set_colour (cr, self->theme->ink2);
  /* Translators: heading of the column of row numbers */
  draw_text (cr, layout, C_("column", "#"), PANGO_ALIGN_RIGHT, 0, height - tier, number_width - PADDING - 2, tier);
  draw_text (cr, layout, C_("column", "Task name"), PANGO_ALIGN_LEFT, number_width + PADDING, height - tier,
             self->names_width - number_width - 2 * PADDING, tier);
}

/* In the font of the window; Chinese characters in their Chinese forms, whatever the language of the desktop. */
static PangoLayout *
create_text (PlanGanttView *self)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (self));
  PangoLayout *layout;

  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* Draws the columns for the rows that can be seen. */
void
plan_gantt_view_draw_names (PlanGanttView *self, cairo_t *cr, int height)
{
  double header = plan_gantt_view_get_header_height (self);
  double top = plan_gantt_view_get_offset (self, GTK_ORIENTATION_VERTICAL);
  guint first = (guint) floor (top / self->metrics.row_height);
  g_autoptr (PangoLayout) names = create_text (self);
  g_autoptr (PangoLayout) bold_names = create_text (self);

  set_font (self, names, NAME_SIZE, FALSE);
  set_font (self, bold_names, NAME_SIZE, TRUE);

  cairo_save (cr);
  cairo_rectangle (cr, 0, header, self->names_width, height - header);
  cairo_clip (cr);
  fill_rectangle (cr, self->theme->background, 0, header, self->names_width, height - header);
  for (guint row = first; row < self->rows->n_rows; row++)
    {
      double y = header + row * self->metrics.row_height - top;

      if (y >= height)
        break;
      draw_row (self, cr, names, bold_names, row, y);
    }
  cairo_restore (cr);
  draw_heading (self, cr, names);
  fill_rectangle (cr, self->theme->header_line, self->names_width - 1, 0, 1, height);
}
