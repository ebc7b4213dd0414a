/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shapes of healths: each stays in its square, shows its colour, and can be told from the others without it.
 */

#include "plan-health-draw.h"

#include <string.h>

#define SCALE 4
#define MARGIN 8
#define SIDE (PLAN_HEALTH_SIZE * SCALE + 2 * MARGIN)

typedef struct
{
  guint32 pixels[SIDE][SIDE];
} Picture;

static void
draw (Picture *picture, PlanHealth health, const PlanChartTheme *theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  plan_health_draw (cr, health, theme, MARGIN, MARGIN, PLAN_HEALTH_SIZE * SCALE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint y = 0; y < SIDE; y++)
    memcpy (picture->pixels[y], cairo_image_surface_get_data (surface) + y * (guint) cairo_image_surface_get_stride (surface),
            sizeof picture->pixels[y]);
  cairo_surface_destroy (surface);
}

static gboolean
is_inside (guint x, guint y)
{
  return x >= MARGIN && x < SIDE - MARGIN && y >= MARGIN && y < SIDE - MARGIN;
}

static void
test_square (void)
{
  for (guint theme = 0; theme < PLAN_N_THEMES; theme++)
    for (guint health = 0; health < PLAN_N_HEALTHS; health++)
      {
        guint32 colour = 0xff000000 | plan_health_get_shape_colour (health, plan_theme_get (theme));
        guint n_full = 0;
        Picture picture;

        draw (&picture, health, plan_theme_get (theme));
        for (guint y = 0; y < SIDE; y++)
          for (guint x = 0; x < SIDE; x++)
            {
              g_assert_true (is_inside (x, y) || picture.pixels[y][x] == 0);
              n_full += picture.pixels[y][x] == colour;
            }
        g_assert_cmpuint (n_full, >, 10 * SCALE * SCALE);
      }
}

/* How many units of the square are covered by one shape and not by the other. */
static guint
count_different (const Picture *a, const Picture *b)
{
  guint n = 0;

  for (guint y = 0; y < SIDE; y++)
    for (guint x = 0; x < SIDE; x++)
      n += (a->pixels[y][x] >> 31) != (b->pixels[y][x] >> 31);
  return n / (SCALE * SCALE);
}

static void
test_different (void)
{
  static Picture pictures[PLAN_N_HEALTHS];

  for (guint health = 0; health < PLAN_N_HEALTHS; health++)
    draw (&pictures[health], health, plan_theme_get (PLAN_THEME_PRINT_GREY));
  for (guint a = 0; a < PLAN_N_HEALTHS; a++)
    for (guint b = a + 1; b < PLAN_N_HEALTHS; b++)
      g_assert_cmpuint (count_different (&pictures[a], &pictures[b]), >=, 20);
}

static void
test_colours (void)
{
  const PlanChartTheme *theme = plan_theme_get (PLAN_THEME_LIGHT);

  g_assert_cmphex (plan_health_get_shape_colour (PLAN_HEALTH_AT_RISK, theme), ==, theme->warn_shape);
  g_assert_cmphex (plan_health_get_text_colour (PLAN_HEALTH_AT_RISK, theme), ==, theme->warn);
  g_assert_cmphex (plan_health_get_text_colour (PLAN_HEALTH_OFF_TRACK, theme), ==, theme->bad);
  g_assert_cmphex (plan_health_get_text_colour (PLAN_HEALTH_ON_TRACK, theme), ==, theme->ok);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/health-draw/square", test_square);
  g_test_add_func ("/charts/health-draw/different", test_different);
  g_test_add_func ("/charts/health-draw/colours", test_colours);
  return g_test_run ();
}
