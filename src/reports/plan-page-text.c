/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words on paper. Text goes to Cairo as text, not as outlines, so that it can be searched and copied in a PDF. Thousands
 * of cells hold the same few words ("5 d", "0 %", dates): the shaped lines of short texts are kept and used again,
 * which makes a long plan about twice as fast to print.
 */

#include "plan-page-text.h"

#include <pango/pangocairo.h>
#include <string.h>

/* Texts of at most so many bytes are kept, and so many of them. */
#define KEPT_LENGTH 18
#define KEPT_MOST   8192

typedef struct
{
  double size;
  gboolean bold;
  char text[KEPT_LENGTH + 1];
} LineKey;

struct _PlanPageText
{
  PangoContext *context;
  PangoFontDescription *font;
  PangoAttrList *attributes;
  PangoLayout *scratch;
  GHashTable *lines; /* LineKey -> PangoLayout */
};

static guint
hash_line (gconstpointer data)
{
  const LineKey *key = data;

  return g_str_hash (key->text) ^ (guint) (key->size * 64) ^ (key->bold ? 0x5bd1e995u : 0);
}

static gboolean
equal_lines (gconstpointer a, gconstpointer b)
{
  const LineKey *left = a, *right = b;

  return left->size == right->size && left->bold == right->bold && strcmp (left->text, right->text) == 0;
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
  self->lines = g_hash_table_new_full (hash_line, equal_lines, g_free, g_object_unref);
  return self;
}

/**
 * plan_page_text_free:
 */
void
plan_page_text_free (PlanPageText *self)
{
  g_hash_table_unref (self->lines);
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

/* Returns a layout that is valid until the next call. */
static PangoLayout *
find_line (PlanPageText *self, const char *text, double size, gboolean bold)
{
  LineKey key = { size, bold, "" };
  PangoLayout *layout;

  if (strlen (text) > KEPT_LENGTH)
    {
      set_line (self, self->scratch, text, size, bold);
      return self->scratch;
    }
  strcpy (key.text, text);
  layout = g_hash_table_lookup (self->lines, &key);
  if (layout == NULL)
    {
      if (g_hash_table_size (self->lines) >= KEPT_MOST)
        g_hash_table_remove_all (self->lines);
      layout = pango_layout_new (self->context);
      set_line (self, layout, text, size, bold);
      g_hash_table_insert (self->lines, g_memdup2 (&key, sizeof key), layout);
    }
  return layout;
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
  return get_width (find_line (self, text, size, bold));
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double baseline)
{
  cairo_move_to (cr, x, baseline - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
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
  PangoLayout *layout;
  double taken;

  if (*text == '\0')
    return 0;
  layout = find_line (self, text, style->size, style->bold);
  taken = get_width (layout);
  if (width >= 0 && taken > width + 0.01)
    {
      layout = self->scratch;
      set_line (self, layout, text, style->size, style->bold);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
      taken = get_width (layout);
    }
  if (width >= 0 && style->align != PLAN_ALIGN_LEFT)
    x += (width - taken) / (style->align == PLAN_ALIGN_CENTRE ? 2 : 1);
  plan_page_set_colour (cr, style->colour);
  show_layout (cr, layout, x, baseline);
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
