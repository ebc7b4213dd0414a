/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Widths of words by the fonts that charts are drawn with. Measuring is slower than laying out all the rest, and a chart
 * measures the same words again with each frame; so each thread remembers widths, and forgets them when they become too
 * many. Nothing else is kept, and nothing is shared between threads.
 */

#include "plan-chart-pen.h"

#define MOST_WIDTHS 4096

/* @widths: words with size, weight and font in front, to width in Pango units. */
typedef struct
{
  PangoLayout *layout;
  GHashTable *widths;
  GString *key;
} Measure;

static void
free_measure (gpointer data)
{
  Measure *self = data;

  g_object_unref (self->layout);
  g_hash_table_unref (self->widths);
  g_string_free (self->key, TRUE);
  g_free (self);
}

static Measure *
get_measure (void)
{
  static GPrivate own = G_PRIVATE_INIT (free_measure);
  Measure *self = g_private_get (&own);
  PangoContext *context;

  if (self != NULL)
    return self;
  self = g_new0 (Measure, 1);
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->layout = plan_chart_new_text (context);
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->key = g_string_new (NULL);
  g_object_unref (context);
  g_private_set (&own, self);
  return self;
}

static int
measure_anew (Measure *self, const char *text, double size, gboolean bold, const char *font)
{
  int width;

  plan_chart_set_font (self->layout, font, size, bold);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, &width, NULL);
  return width;
}

/**
 * plan_chart_measure:
 * @size: height of the font in chart units
 * @data: (nullable): the family, as in the theme, or %NULL for that of all themes
 *
 * Returns: the width of the text in chart units: a #PlanMeasureFunc
 */
double
plan_chart_measure (const char *text, double size, gboolean bold, gpointer data)
{
  Measure *self = get_measure ();
  const char *font = data != NULL ? data : plan_theme_get (PLAN_THEME_LIGHT)->font;
  gpointer found;
  int width;

  g_string_printf (self->key, "%d%c%s:%s", (int) (size * PANGO_SCALE), bold ? 'b' : 'n', font, text);
  if (g_hash_table_lookup_extended (self->widths, self->key->str, NULL, &found))
    return GPOINTER_TO_INT (found) / (double) PANGO_SCALE;
  if (g_hash_table_size (self->widths) >= MOST_WIDTHS)
    g_hash_table_remove_all (self->widths);
  width = measure_anew (self, text, size, bold, font);
  g_hash_table_insert (self->widths, g_strdup (self->key->str), GINT_TO_POINTER (width));
  return width / (double) PANGO_SCALE;
}
