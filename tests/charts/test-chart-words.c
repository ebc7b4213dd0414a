/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines made of words shaped before: as wide as Pango makes them, refused where letters depend on their neighbours, and
 * written by Cairo with their text.
 */

#include "plan-chart-words.h"
#include "plan-gantt-draw.h"

#include <cairo-pdf.h>

#define SIZE 12.7

static const struct
{
  const char *text;
  gboolean simple;
} lines[] = {
  { "Design 设计 3008", TRUE },
  { "office fire, flow", TRUE },
  { "1512FS+1d; 3087", TRUE },
  { "  two  spaces ", TRUE },
  { "第3章：施工（一期）", TRUE },
  { "Müller – “Brücke”…", TRUE },
  { "", TRUE },
  { "مرحلة", FALSE },
  { "שלב 2", FALSE },
  { "e\xcc\x81tape", FALSE },
  { "tab\there", FALSE },
  { "हिन्दी", FALSE },
  { "a-word-of-more-letters-than-are-kept-a-word-of-more-letters-than-are-kept", FALSE },
};

static void
test_width (void)
{
  const char *font = plan_theme_get (PLAN_THEME_PRINT)->font;
  PlanChartWords *words = plan_chart_words_get (font);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (guint bold = 0; bold < 2; bold++)
      {
        double whole = plan_chart_measure (lines[i].text, SIZE, bold, (gpointer) font), width;

        g_test_message ("%s", lines[i].text);
        g_assert_cmpint (plan_chart_words_measure (words, lines[i].text, SIZE, bold, &width), ==, lines[i].simple);
        if (lines[i].simple)
          g_assert_cmpfloat_with_epsilon (width, whole, 0.03 * whole + 0.1);
      }
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* Cairo checks that glyphs and text agree. */
static void
test_write (void)
{
  PlanChartWords *words = plan_chart_words_get (plan_theme_get (PLAN_THEME_PRINT)->font);
  gsize n_bytes = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, 300, 300);
  cairo_t *cr = cairo_create (surface);
  double width;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (plan_chart_words_measure (words, lines[i].text, SIZE, i % 2, &width))
      plan_chart_words_add (words, cr, lines[i].text, SIZE, i % 2, i / 3, 10, 20 * (i + 1));
  plan_chart_words_flush (words, cr);
  plan_chart_words_flush (words, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (n_bytes, >, 3000);
  cairo_surface_destroy (surface);
}

/* The words that were shaped last are forgotten when they become too many, not the ones that wait. */
static void
test_many (void)
{
  PlanChartWords *words = plan_chart_words_get (plan_theme_get (PLAN_THEME_PRINT)->font);
  double first, again, width;

  g_assert_true (plan_chart_words_measure (words, "first", SIZE, FALSE, &first));
  for (guint i = 0; i < 9000; i++)
    {
      char name[] = { 'a' + (char) (i % 26), 'a' + (char) (i / 26 % 26), 'a' + (char) (i / 676), '\0' };

      g_assert_true (plan_chart_words_measure (words, name, SIZE, FALSE, &width));
    }
  g_assert_true (plan_chart_words_measure (words, "first", SIZE, FALSE, &again));
  g_assert_cmpfloat (first, ==, again);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/chart-words/width", test_width);
  g_test_add_func ("/charts/chart-words/write", test_write);
  g_test_add_func ("/charts/chart-words/many", test_many);
  return g_test_run ();
}
