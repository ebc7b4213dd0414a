/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words on paper. Text goes to Cairo as text, not as outlines, so that it can be searched and copied in a PDF. Lines are
 * put together from words shaped before, see plan-chart-words.c; what needs more than that is left to Pango.
 */

#include "plan-page-text.h"

#include "plan-chart-words.h"

#include <pango/pangocairo.h>

struct _PlanPageText
{
  PangoContext *context;
  PangoFontDescription *font;
  PangoAttrList *attributes;
  PangoLayout *scratch;
  char *family;
};

/* Asked for each time, because it belongs to the thread. */
static PlanChartWords *
get_words (const PlanPageText *self)
{
  return plan_chart_words_get (self->family);
}

/**
 * plan_page_text_new:
 * @font: family of the letters
 *
 * Returns: (transfer full): a writer of lines, for one thread
 */
PlanPageText *
plan_page_text_new (const char *font)
{
  PlanPageText *self = g_new0 (PlanPageText, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Widths must not depend on the resolution: the same plan breaks alike on every surface. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  self->font = pango_font_description_new ();
  pango_font_description_set_family (self->font, font);
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("tnum=1"));
  self->scratch = pango_layout_new (self->context);
  self->family = g_strdup (font);
  return self;
}

/**
 * plan_page_text_free:
 */
void
plan_page_text_free (PlanPageText *self)
{
  g_free (self->family);
  g_object_unref (self->scratch);
  pango_attr_list_unref (self->attributes);
  pango_font_description_free (self->font);
  g_object_unref (self->context);
  g_free (self);
}

static void
set_line (PlanPageText *self, PangoLayout *layout, const char *text, double size, gboolean bold)
{
  pango_font_description_set_absolute_size (self->font, size * PANGO_SCALE);
  pango_font_description_set_weight (self->font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, -1);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_text (layout, text, -1);
}

static double
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * plan_page_text_measure:
 * @size: of the font, in chart units
 *
 * Returns: the width of @text on one line, in chart units
 */
double
plan_page_text_measure (PlanPageText *self, const char *text, double size, gboolean bold)
{
  double width;

  if (plan_chart_words_measure (get_words (self), text, size, bold, &width))
    return width;
  set_line (self, self->scratch, text, size, bold);
  return get_width (self->scratch);
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double baseline)
{
  cairo_move_to (cr, x, baseline - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static double
get_shift (const PlanTextStyle *style, double room)
{
  return style->align == PLAN_ALIGN_LEFT ? 0 : style->align == PLAN_ALIGN_CENTRE ? room / 2 : room;
}

/* Leaves a line to Pango, which ends it in an ellipsis if it is wider than @width. */
static double
draw_line (PlanPageText *self, cairo_t *cr, const char *text, const PlanTextStyle *style, double x, double baseline,
           double width)
{
  double taken;

  set_line (self, self->scratch, text, style->size, style->bold);
  if (width >= 0)
    {
      pango_layout_set_ellipsize (self->scratch, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (self->scratch, (int) (MAX (width, 1) * PANGO_SCALE));
    }
  taken = get_width (self->scratch);
  if (width >= 0)
    x += get_shift (style, width - taken);
  plan_chart_words_flush (get_words (self), cr);
  plan_page_set_colour (cr, style->colour);
  show_layout (cr, self->scratch, x, baseline);
  return taken;
}

/**
 * plan_page_text_add:
 *
 * As plan_page_text_draw(), but the line may be written later, at the latest by plan_page_text_flush(): many lines of one
 * look are written faster together.
 */
double
plan_page_text_add (PlanPageText *self, cairo_t *cr, const char *text, const PlanTextStyle *style, double x, double baseline,
                    double width)
{
  double taken;

  if (*text == '\0')
    return 0;
  if (!plan_chart_words_measure (get_words (self), text, style->size, style->bold, &taken) || (width >= 0 && taken > width + 0.01))
    return draw_line (self, cr, text, style, x, baseline, width);
  if (width >= 0)
    x += get_shift (style, width - taken);
  plan_chart_words_add (get_words (self), cr, text, style->size, style->bold, style->colour, x, baseline);
  return taken;
}

/**
 * plan_page_text_flush:
 *
 * Writes the lines that wait.
 */
void
plan_page_text_flush (PlanPageText *self, cairo_t *cr)
{
  plan_chart_words_flush (get_words (self), cr);
}

/**
 * plan_page_text_draw:
 * @x: left edge of the cell; @width: its width, or -1 for as much as the text needs
 * @baseline: where the line stands
 *
 * Writes one line; what is wider than the cell ends in an ellipsis.
 *
 * Returns: the width that the line takes, in chart units
 */
double
plan_page_text_draw (PlanPageText *self, cairo_t *cr, const char *text, const PlanTextStyle *style, double x, double baseline,
                     double width)
{
  double taken = plan_page_text_add (self, cr, text, style, x, baseline, width);

  plan_page_text_flush (self, cr);
  return taken;
}

/**
 * plan_page_text_wrap:
 * @baseline: where the first line stands
 * @n_lines: no more lines than these; the last one ends in an ellipsis when there are more words
 *
 * Writes a text that may need several lines, aligned left.
 */
void
plan_page_text_wrap (PlanPageText *self, cairo_t *cr, const char *text, const PlanTextStyle *style, double x, double baseline,
                     double width, int n_lines)
{
  set_line (self, self->scratch, text, style->size, style->bold);
  pango_layout_set_width (self->scratch, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (self->scratch, -n_lines);
  pango_layout_set_ellipsize (self->scratch, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (self->scratch, PANGO_WRAP_WORD_CHAR);
  plan_page_set_colour (cr, style->colour);
  show_layout (cr, self->scratch, x, baseline);
}

/**
 * plan_page_set_colour:
 *
 * Makes @colour the ink of what is drawn next.
 */
void
plan_page_set_colour (cairo_t *cr, PlanColour colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}
