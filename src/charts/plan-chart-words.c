/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines put together from words that were shaped before. Of ten thousand lines of a table nearly each is another one, but
 * they consist of few words and of digits, and shaping takes longer than all the rest. And writing cell by cell takes
 * longer than writing many cells at once: glyphs of one font and colour are gathered until plan_chart_words_flush().
 *
 * Only for scripts in which words do not depend on their neighbours and run from left to right: Latin and Chinese.
 */

#include "plan-chart-words.h"

#include "plan-chart-pen.h"

#include <string.h>

#define WORD_LENGTH 63
#define WORDS_MOST  8192
#define STYLES_MOST 16

/* Glyphs of one font; @text are the bytes that they stand for. */
typedef struct
{
  cairo_scaled_font_t *font;
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;
  char *text;
  int n_glyphs, n_clusters, n_bytes;
} WordRun;

typedef struct
{
  double width;
  guint n_runs;
  WordRun runs[];
} Word;

typedef struct
{
  double size;
  gboolean bold;
  GHashTable *words; /* text -> Word */
} WordStyle;

/**
 * PlanChartWords:
 * @font, @colour: of the glyphs that wait
 */
struct _PlanChartWords
{
  PangoLayout *layout;
  PangoFontDescription *description;
  char *family;
  WordStyle styles[STYLES_MOST];
  guint n_styles;
  cairo_scaled_font_t *font;
  PlanColour colour;
  GArray *glyphs;
  GArray *clusters;
  GString *text;
};

static void
free_word (gpointer data)
{
  Word *word = data;

  for (guint i = 0; i < word->n_runs; i++)
    {
      cairo_scaled_font_destroy (word->runs[i].font);
      g_free (word->runs[i].glyphs);
      g_free (word->runs[i].clusters);
      g_free (word->runs[i].text);
    }
  g_free (word);
}

static PlanChartWords *
create_words (const char *font)
{
  PlanChartWords *self = g_new0 (PlanChartWords, 1);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  self->layout = plan_chart_new_text (context);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  g_object_unref (context);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  self->family = g_strdup (font);
  self->description = pango_font_description_new ();
  pango_font_description_set_family (self->description, font);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  self->text = g_string_new (NULL);
  return self;
}

static void
free_words (gpointer data)
{
  PlanChartWords *self = data;

  for (guint i = 0; i < self->n_styles; i++)
    g_hash_table_unref (self->styles[i].words);
  g_clear_pointer (&self->font, cairo_scaled_font_destroy);
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_string_free (self->text, TRUE);
  pango_font_description_free (self->description);
  g_object_unref (self->layout);
  g_free (self->family);
  g_free (self);
}

/**
 * plan_chart_words_get:
 * @font: family of the letters; all themes have the same, so nobody should alternate
 *
 * Returns: (transfer none): the words that all pages share in this thread; valid until another family is asked for
 */
PlanChartWords *
plan_chart_words_get (const char *font)
{
  static GPrivate own = G_PRIVATE_INIT (free_words);
  PlanChartWords *self = g_private_get (&own);

  if (self == NULL || strcmp (self->family, font) != 0)
    {
      self = create_words (font);
      g_private_replace (&own, self);
    }
  return self;
}

static gboolean
is_simple (gunichar c)
{
  return (c >= 0x20 && c < 0x7f) || (c > 0xad && c < 0x250) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205e)
         || (c >= 0x2e80 && c <= 0x2fdf) || (c >= 0x3000 && c <= 0x3029) || (c >= 0x3030 && c <= 0x3098)
         || (c >= 0x309b && c <= 0x9fff) || (c >= 0xff00 && c <= 0xffef);
}

/* The length of the first word in bytes: a digit, a space, or what lies between them; 0 if it can not stand alone. */
static gsize
get_word (const char *text)
{
  const char *end = text;

  if (*text == ' ' || g_ascii_isdigit (*text))
    return 1;
  for (; *end != '\0' && *end != ' ' && !g_ascii_isdigit (*end); end = g_utf8_next_char (end))
    if (!is_simple (g_utf8_get_char (end)))
      return 0;
  return end - text > WORD_LENGTH ? 0 : (gsize) (end - text);
}

static WordStyle *
get_style (PlanChartWords *self, double size, gboolean bold)
{
  WordStyle *style = self->styles;

  for (guint i = 0; i < self->n_styles; i++, style++)
    if (style->size == size && style->bold == bold)
      return style;
  if (self->n_styles == STYLES_MOST)
    return NULL;
  self->n_styles++;
  *style = (WordStyle) { size, bold, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_word) };
  return style;
}

static int
count_glyphs (const PangoGlyphString *glyphs, int start, int end)
{
  int n = 0;

  for (int i = start; i < end; i++)
    n += glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
  return n;
}

/* Glyphs with their places and the text of each. Returns FALSE when the font has no glyph for some of it. */
static gboolean
fill_run (WordRun *run, PangoGlyphItem *item, const char *text, double *x)
{
  PangoGlyphString *glyphs = item->glyphs;
  PangoGlyphItemIter iter;
  PangoFont *font = item->item->analysis.font;

  if (font == NULL || item->item->analysis.level % 2 != 0)
    return FALSE;
  run->font = cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  run->glyphs = g_new (cairo_glyph_t, glyphs->num_glyphs + 1);
  run->clusters = g_new (cairo_text_cluster_t, glyphs->num_glyphs + 1);
  run->text = g_strndup (text + item->item->offset, (gsize) item->item->length);
  run->n_bytes = item->item->length;
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];

      if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        return FALSE;
      if (info->glyph != PANGO_GLYPH_EMPTY)
        run->glyphs[run->n_glyphs++] = (cairo_glyph_t) { info->glyph, *x + pango_units_to_double (info->geometry.x_offset),
                                                         pango_units_to_double (info->geometry.y_offset) };
      *x += pango_units_to_double (info->geometry.width);
    }
  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    run->clusters[run->n_clusters++] = (cairo_text_cluster_t) {
      iter.end_index - iter.start_index,
      count_glyphs (glyphs, iter.start_glyph, iter.end_glyph),
    };
  return TRUE;
}

/* Returns: (nullable): %NULL when the word needs more than glyphs. */
static Word *
shape_word (PlanChartWords *self, const char *text, double size, gboolean bold)
{
  PangoLayoutLine *line;
  Word *word;
  gboolean ok = TRUE;

  pango_font_description_set_absolute_size (self->description, size * PANGO_SCALE);
  pango_font_description_set_weight (self->description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, self->description);
  pango_layout_set_text (self->layout, text, -1);
  line = pango_layout_get_line_readonly (self->layout, 0);
  word = g_malloc0 (sizeof (Word) + g_slist_length (line->runs) * sizeof (WordRun));
  for (const GSList *link = line->runs; ok && link != NULL; link = link->next)
    ok = fill_run (&word->runs[word->n_runs++], link->data, text, &word->width);
  if (!ok)
    g_clear_pointer (&word, free_word);
  return word;
}

/* Returns: (nullable): the first word of @text, valid until the next call; %NULL if the line can not be made of words. */
static const Word *
find_word (PlanChartWords *self, WordStyle *style, const char *text, gsize *length)
{
  char key[WORD_LENGTH + 1];
  gpointer found;

  *length = get_word (text);
  if (*length == 0)
    return NULL;
  memcpy (key, text, *length);
  key[*length] = '\0';
  if (g_hash_table_lookup_extended (style->words, key, NULL, &found))
    return found;
  if (g_hash_table_size (style->words) >= WORDS_MOST)
    g_hash_table_remove_all (style->words);
  found = shape_word (self, key, style->size, style->bold);
  if (found != NULL)
    g_hash_table_insert (style->words, g_strdup (key), found);
  return found;
}

/**
 * plan_chart_words_measure:
 * @width: (out): of @text on one line, in chart units
 *
 * Returns: whether the line can be made of words; if not, Pango has to write the whole of it
 */
gboolean
plan_chart_words_measure (PlanChartWords *self, const char *text, double size, gboolean bold, double *width)
{
  WordStyle *style = get_style (self, size, bold);

  *width = 0;
  if (style == NULL)
    return FALSE;
  while (*text != '\0')
    {
      gsize length;
      const Word *word = find_word (self, style, text, &length);

      if (word == NULL)
        return FALSE;
      *width += word->width;
      text += length;
    }
  return TRUE;
}

static void
add_run (PlanChartWords *self, cairo_t *cr, const WordRun *run, PlanColour colour, double x, double baseline)
{
  guint first = self->glyphs->len;

  if (self->font != run->font || self->colour != colour)
    {
      plan_chart_words_flush (self, cr);
      first = 0;
      g_clear_pointer (&self->font, cairo_scaled_font_destroy);
      self->font = cairo_scaled_font_reference (run->font);
      self->colour = colour;
    }
  g_array_append_vals (self->glyphs, run->glyphs, (guint) run->n_glyphs);
  for (guint i = first; i < self->glyphs->len; i++)
    {
      g_array_index (self->glyphs, cairo_glyph_t, i).x += x;
      g_array_index (self->glyphs, cairo_glyph_t, i).y += baseline;
    }
  g_array_append_vals (self->clusters, run->clusters, (guint) run->n_clusters);
  g_string_append_len (self->text, run->text, run->n_bytes);
}

/**
 * plan_chart_words_add:
 * @text: for which plan_chart_words_measure() has returned %TRUE
 * @x, @baseline: where the line begins
 *
 * Adds a line. It is written by plan_chart_words_flush() or before, so nothing may be drawn below it in between.
 */
void
plan_chart_words_add (PlanChartWords *self, cairo_t *cr, const char *text, double size, gboolean bold, PlanColour colour,
                     double x, double baseline)
{
  WordStyle *style = get_style (self, size, bold);

  while (*text != '\0')
    {
      gsize length;
      const Word *word = find_word (self, style, text, &length);

      for (guint i = 0; i < word->n_runs; i++)
        add_run (self, cr, &word->runs[i], colour, x, baseline);
      x += word->width;
      text += length;
    }
}

/**
 * plan_chart_words_flush:
 *
 * Writes all that was added. Words go to Cairo with their text, so that they can be searched and copied.
 */
void
plan_chart_words_flush (PlanChartWords *self, cairo_t *cr)
{
  if (self->glyphs->len > 0)
    {
      cairo_set_scaled_font (cr, self->font);
      cairo_set_source_rgb (cr, (self->colour >> 16 & 0xff) / 255.0, (self->colour >> 8 & 0xff) / 255.0,
                            (self->colour & 0xff) / 255.0);
      cairo_show_text_glyphs (cr, self->text->str, (int) self->text->len, (cairo_glyph_t *) self->glyphs->data,
                              (int) self->glyphs->len, (cairo_text_cluster_t *) self->clusters->data,
                              (int) self->clusters->len, 0);
    }
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->clusters, 0);
  g_string_truncate (self->text, 0);
}
