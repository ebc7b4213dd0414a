/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing on Cairo the way charts need it: edges on whole pixels where there are pixels, lines of odd width on half ones,
 * hatches, diamonds, and words with a halo. Nothing here knows of plans.
 */

#include "plan-chart-pen.h"

#include <math.h>

#define FAR 64.0 /* what is farther outside is cut off before Cairo's numbers overflow */
#define HALO 3.0
#define MOST_STEPS 12 /* of a hatch in one tile */
#define DOT_PITCH 4.0
#define SHAPE_GRID 8 /* eighths of a point, the pixels of a good printer: numbers become shorter */

/**
 * plan_pen_init:
 * @clip: what is to be drawn, in user units
 *
 * Prepares drawing; on surfaces made of pixels, edges will be snapped.
 */
void
plan_pen_init (PlanPen *pen, cairo_t *cr, const PlanChartTheme *theme, const PlanGanttClip *clip)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_group_target (cr));
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  *pen = (PlanPen) { .cr = cr, .theme = theme };
  pen->x0 = clip->x;
  pen->y0 = clip->y;
  pen->x1 = clip->x + clip->width;
  pen->y1 = clip->y + clip->height;
  pen->scale_x = matrix.xx;
  pen->scale_y = matrix.yy;
  pen->move_x = matrix.x0;
  pen->move_y = matrix.y0;
  pen->vector = type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG || type == CAIRO_SURFACE_TYPE_PS;
  pen->grid = matrix.xy != 0 || matrix.yx != 0 || matrix.xx <= 0 || matrix.yy <= 0 ? 0 : pen->vector ? SHAPE_GRID : 1;
  pen->snap = pen->grid == 1;
  if (pen->vector)
    pen->words = plan_chart_words_get (theme->font);
}

/**
 * plan_pen_flush:
 *
 * Writes words that wait; to be called before what is to lie above them, and before the surface is turned.
 */
void
plan_pen_flush (const PlanPen *pen)
{
  if (pen->words != NULL)
    plan_chart_words_flush (pen->words, pen->cr);
}

/**
 * plan_pen_clear:
 *
 * Writes words that wait, and frees what drawing made.
 */
void
plan_pen_clear (PlanPen *pen)
{
  plan_pen_flush (pen);
  g_clear_object (&pen->layout);
}

/**
 * plan_pen_sees:
 *
 * Returns: whether any of the stretch is drawn
 */
gboolean
plan_pen_sees (const PlanPen *pen, double x, double end)
{
  return end >= pen->x0 - FAR && x <= pen->x1 + FAR;
}

static double
snap (const PlanPen *pen, double at, double scale, double move)
{
  if (pen->grid == 0)
    return at;
  return (floor ((at * scale + move) * pen->grid + 0.5) / pen->grid - move) / scale;
}

/**
 * plan_pen_snap_x:
 *
 * Returns: the nearest edge between two pixels, in user units; where shapes are kept, a place with a short number
 */
double
plan_pen_snap_x (const PlanPen *pen, double x)
{
  x = CLAMP (x, pen->x0 - FAR, pen->x1 + FAR);
  return snap (pen, x, pen->scale_x, pen->move_x);
}

double
plan_pen_snap_y (const PlanPen *pen, double y)
{
  y = CLAMP (y, pen->y0 - FAR, pen->y1 + FAR);
  return snap (pen, y, pen->scale_y, pen->move_y);
}

/**
 * plan_pen_width:
 *
 * Returns: the width of a line in user units that fills whole pixels, at least one
 */
double
plan_pen_width (const PlanPen *pen, double width)
{
  return pen->snap ? MAX (1, floor (width * pen->scale_x + 0.5)) / pen->scale_x : width;
}

/**
 * plan_pen_centre_x:
 *
 * Returns: where the middle of a line of @width has to be for its edges to lie between pixels
 */
double
plan_pen_centre_x (const PlanPen *pen, double x, double width)
{
  return pen->snap ? plan_pen_snap_x (pen, x - width / 2) + width / 2 : plan_pen_snap_x (pen, x);
}

double
plan_pen_centre_y (const PlanPen *pen, double y, double width)
{
  return pen->snap ? plan_pen_snap_y (pen, y - width / 2) + width / 2 : plan_pen_snap_y (pen, y);
}

/**
 * plan_pen_colour:
 *
 * Sets the colour of what is drawn next.
 */
void
plan_pen_colour (const PlanPen *pen, PlanColour colour)
{
  cairo_set_source_rgb (pen->cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

/**
 * plan_pen_add_box:
 *
 * Adds a rectangle to what plan_pen_fill() fills.
 */
void
plan_pen_add_box (const PlanPen *pen, double x, double y, double width, double height)
{
  double left = plan_pen_snap_x (pen, x);
  double top = plan_pen_snap_y (pen, y);

  cairo_rectangle (pen->cr, left, top, plan_pen_snap_x (pen, x + width) - left, plan_pen_snap_y (pen, y + height) - top);
}

/**
 * plan_pen_add_upright:
 * @x: of the middle of the line
 *
 * Adds a vertical line from @y to @end to what plan_pen_rule() draws.
 */
void
plan_pen_add_upright (const PlanPen *pen, double x, double y, double end, double width)
{
  double whole = plan_pen_width (pen, width);

  if (pen->vector)
    {
      x = plan_pen_snap_x (pen, x);
      cairo_move_to (pen->cr, x, plan_pen_snap_y (pen, y));
      cairo_line_to (pen->cr, x, plan_pen_snap_y (pen, end));
    }
  else
    plan_pen_add_box (pen, plan_pen_centre_x (pen, x, whole) - whole / 2, y, whole, end - y);
}

/**
 * plan_pen_add_level:
 * @y: of the middle of the line
 *
 * Adds a horizontal line from @x to @end to what plan_pen_rule() draws.
 */
void
plan_pen_add_level (const PlanPen *pen, double x, double end, double y, double width)
{
  double whole = plan_pen_width (pen, width);

  if (pen->vector)
    {
      y = plan_pen_snap_y (pen, y);
      cairo_move_to (pen->cr, plan_pen_snap_x (pen, x), y);
      cairo_line_to (pen->cr, plan_pen_snap_x (pen, end), y);
    }
  else
    plan_pen_add_box (pen, x, plan_pen_centre_y (pen, y, whole) - whole / 2, end - x, whole);
}

/**
 * plan_pen_fill:
 *
 * Fills all that was added since.
 */
void
plan_pen_fill (const PlanPen *pen, PlanColour colour)
{
  plan_pen_colour (pen, colour);
  cairo_fill (pen->cr);
}

/**
 * plan_pen_rule:
 *
 * Draws all lines that were added since; they are of one width. As strokes, a line has two points instead of four.
 */
void
plan_pen_rule (const PlanPen *pen, double width, PlanColour colour)
{
  plan_pen_colour (pen, colour);
  if (!pen->vector)
    {
      cairo_fill (pen->cr);
      return;
    }
  cairo_set_line_width (pen->cr, width);
  cairo_stroke (pen->cr);
}

/**
 * plan_pen_box:
 *
 * Fills a rectangle.
 */
void
plan_pen_box (const PlanPen *pen, double x, double y, double width, double height, PlanColour colour)
{
  plan_pen_add_box (pen, x, y, width, height);
  plan_pen_fill (pen, colour);
}

/**
 * plan_pen_upright:
 *
 * Draws a vertical line; see plan_pen_add_upright().
 */
void
plan_pen_upright (const PlanPen *pen, double x, double y, double end, double width, PlanColour colour)
{
  plan_pen_add_upright (pen, x, y, end, width);
  plan_pen_rule (pen, width, colour);
}

/* Rising lines through the rectangle, on one raster for all rectangles. */
static void
stroke_hatch (cairo_t *cr, double left, double top, double right, double bottom, double step, double line)
{
  for (double sum = ceil ((left + top) / step) * step; sum < right + bottom; sum += step)
    {
      double from = MAX (left, sum - bottom) - 1;
      double to = MIN (right, sum - top) + 1;

      cairo_move_to (cr, from, sum - from);
      cairo_line_to (cr, to, sum - to);
    }
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

/* The same with a single line as wide as the rectangle, leaning and dashed: a few bytes where shapes are kept. */
static void
dash_hatch (cairo_t *cr, double left, double top, double right, double bottom, double step, double line)
{
  const double dash[] = { line * G_SQRT2, step - line * G_SQRT2 };
  cairo_matrix_t lean;

  cairo_save (cr);
  cairo_matrix_init (&lean, 1, -1, 0, 1, 0, 0);
  cairo_transform (cr, &lean);
  cairo_move_to (cr, (left + right) / 2, left + top);
  cairo_line_to (cr, (left + right) / 2, right + bottom);
  cairo_set_dash (cr, dash, 2, left + top + dash[0] / 2);
  cairo_set_line_width (cr, right - left);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A square of whole pixels that repeats without a seam: as many steps as come nearest to whole ones. */
static cairo_pattern_t *
create_tile (const PlanPen *pen, double step, double line, PlanColour colour)
{
  guint best = 1;
  double least = 1;
  double size;
  cairo_surface_t *surface;
  cairo_pattern_t *tile;
  cairo_matrix_t matrix;
  cairo_t *cr;

  for (guint n = 1; n <= MOST_STEPS; n++)
    {
      double off = fabs (n * step * pen->scale_x - round (n * step * pen->scale_x)) / n;

      if (off < least)
        {
          least = off;
          best = n;
        }
    }
  size = round (best * step * pen->scale_x);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) size, (int) size);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
  stroke_hatch (cr, 0, 0, size, size, size / best, line * pen->scale_x);
  cairo_destroy (cr);
  tile = cairo_pattern_create_for_surface (surface);
  cairo_surface_destroy (surface);
  cairo_pattern_set_extend (tile, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (tile, CAIRO_FILTER_NEAREST);
  cairo_matrix_init_scale (&matrix, pen->scale_x, pen->scale_y);
  cairo_pattern_set_matrix (tile, &matrix);
  return tile;
}

/**
 * plan_pen_hatch:
 * @pitch: from line to line, across them
 * @line: their width
 *
 * Draws lines rising at 45 degrees through the rectangle, on one raster for all rectangles, so that neighbours fit. Where
 * there are pixels they are a small repeated picture, which is much faster than lines.
 */
void
plan_pen_hatch (const PlanPen *pen, double x, double y, double width, double height, double pitch, double line, PlanColour colour)
{
  double left = plan_pen_snap_x (pen, x);
  double right = plan_pen_snap_x (pen, x + width);
  double top = plan_pen_snap_y (pen, y);
  double bottom = plan_pen_snap_y (pen, y + height);

  if (right <= left || bottom <= top)
    return;
  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, left, top, right - left, bottom - top);
  if (pen->snap)
    {
      cairo_pattern_t *tile = create_tile (pen, pitch * G_SQRT2, line, colour);

      cairo_set_source (pen->cr, tile);
      cairo_fill (pen->cr);
      cairo_pattern_destroy (tile);
    }
  else
    {
      cairo_clip (pen->cr);
      plan_pen_colour (pen, colour);
      dash_hatch (pen->cr, left, top, right, bottom, pitch * G_SQRT2, line);
    }
  cairo_restore (pen->cr);
}

/**
 * plan_pen_dots:
 *
 * Draws a dotted vertical line, one unit in four; the dots lie where they lie in the whole chart.
 */
void
plan_pen_dots (const PlanPen *pen, double x, double y, double end, PlanColour colour)
{
  static const double dash[] = { 1, DOT_PITCH - 1 };
  double width = plan_pen_width (pen, 1);
  double left = plan_pen_centre_x (pen, x, width) - width / 2;

  if (!pen->snap)
    {
      plan_pen_colour (pen, colour);
      cairo_set_dash (pen->cr, dash, 2, y);
      cairo_set_line_width (pen->cr, width);
      cairo_move_to (pen->cr, left + width / 2, y);
      cairo_line_to (pen->cr, left + width / 2, end);
      cairo_stroke (pen->cr);
      cairo_set_dash (pen->cr, NULL, 0, 0);
      return;
    }
  for (double at = ceil (y / DOT_PITCH) * DOT_PITCH; at < end; at += DOT_PITCH)
    cairo_rectangle (pen->cr, left, plan_pen_snap_y (pen, at), width, width);
  plan_pen_fill (pen, colour);
}

/**
 * plan_pen_diamond:
 * @half: half of its diagonal, with its outline
 *
 * Draws a diamond around a point.
 */
void
plan_pen_diamond (const PlanPen *pen, double x, double y, double half, double stroke, PlanColour fill, PlanColour line)
{
  double inner = half - stroke / 3;   /* corners of a thick line stick out by more than half of it */

  cairo_move_to (pen->cr, x, y - inner);
  cairo_line_to (pen->cr, x + inner, y);
  cairo_line_to (pen->cr, x, y + inner);
  cairo_line_to (pen->cr, x - inner, y);
  cairo_close_path (pen->cr);
  plan_pen_colour (pen, fill);
  cairo_fill_preserve (pen->cr);
  plan_pen_colour (pen, line);
  cairo_set_line_width (pen->cr, stroke);
  cairo_stroke (pen->cr);
}

/**
 * plan_chart_new_text:
 *
 * Returns: (transfer full): a layout for words of charts: digits of one width, Chinese forms of Chinese characters, and
 *   widths that do not depend on the resolution
 */
PangoLayout *
plan_chart_new_text (PangoContext *context)
{
  PangoLayout *layout;
  PangoAttrList *attributes = pango_attr_list_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_context_set_round_glyph_positions (context, FALSE);
  layout = pango_layout_new (context);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

/**
 * plan_chart_set_font:
 * @size: height of the font in user units
 *
 * Sets the font of words drawn next.
 */
void
plan_chart_set_font (PangoLayout *layout, const char *font, double size, gboolean bold)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, font);
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
}

/* The rim around words: their outline where shapes are kept, else the words drawn beside their place, which is faster. */
static void
draw_halo (const PlanPen *pen, PlanColour halo, double x, double y)
{
  static const double places[][2] = {
    { -1.5, 0 }, { 1.5, 0 }, { 0, -1.5 }, { 0, 1.5 }, { -1, -1 }, { 1, -1 }, { -1, 1 }, { 1, 1 },
  };

  plan_pen_colour (pen, halo);
  if (!pen->vector)
    {
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          cairo_move_to (pen->cr, x + places[i][0], y + places[i][1]);
          pango_cairo_show_layout (pen->cr, pen->layout);
        }
      return;
    }
  cairo_set_line_width (pen->cr, HALO);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (pen->cr, x, y);
  pango_cairo_layout_path (pen->cr, pen->layout);
  cairo_stroke (pen->cr);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_MITER);
}

/* Only what differs from the words before is set: the layout shapes its words anew after each setting. */
static void
prepare_words (PlanPen *pen, const char *words, int length, double size, gboolean bold)
{
  if (pen->layout == NULL)
    {
      PangoContext *context = pango_cairo_create_context (pen->cr);

      pen->layout = plan_chart_new_text (context);
      g_object_unref (context);
    }
  if (pen->size != size || pen->bold != bold)
    plan_chart_set_font (pen->layout, pen->theme->font, size, bold);
  pen->size = size;
  pen->bold = bold;
  pango_layout_set_text (pen->layout, words, length);
  pango_cairo_update_layout (pen->cr, pen->layout);
}

/**
 * plan_pen_words:
 * @length: in bytes, or -1
 * @halo: colour of the rim around the words, or %PLAN_COLOUR_NONE
 * @x: left end; @y: base line
 *
 * Draws words, or adds them to those that wait.
 */
void
plan_pen_words (PlanPen *pen, const char *words, int length, double size, gboolean bold, PlanColour colour, PlanColour halo,
                double x, double y)
{
  double width;

  if (halo == PLAN_COLOUR_NONE && length < 0 && pen->words != NULL
      && plan_chart_words_measure (pen->words, words, size, bold, &width))
    {
      plan_chart_words_add (pen->words, pen->cr, words, size, bold, colour, x, y);
      return;
    }
  plan_pen_flush (pen);
  prepare_words (pen, words, length, size, bold);
  y -= pango_layout_get_baseline (pen->layout) / (double) PANGO_SCALE;
  if (halo != PLAN_COLOUR_NONE)
    draw_halo (pen, halo, x, y);
  plan_pen_colour (pen, colour);
  cairo_move_to (pen->cr, x, y);
  pango_cairo_show_layout (pen->cr, pen->layout);
}
