/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that lie on lines, where shapes are kept: the outline of every letter as a rim would be ten times as long as the
 * rest of the page. Instead the lines are interrupted where the words stand, and a hatch is left out below them. The gaps
 * have the colour of the ground, so that they are seen only where a line was.
 */

#include "plan-gantt-draw-private.h"

#include <math.h>

#define RIM 1.5
#define ASCENT 0.88
#define DESCENT 0.2

typedef struct
{
  double x0, y0, x1, y1;
} Box;

static PlanColour
get_ground (const PlanPen *pen, const PlanGanttLayout *layout, double x, PlanColour ground)
{
  for (guint i = 0; i < layout->shades->len; i++)
    {
      const PlanGanttShade *shade = &g_array_index (layout->shades, PlanGanttShade, i);

      if (x < shade->x || x > shade->x + shade->width)
        continue;
      return shade->kind == PLAN_DAY_WEEKEND ? pen->theme->weekend
             : shade->kind == PLAN_DAY_HOLIDAY ? pen->theme->holiday
                                               : pen->theme->makeup;
    }
  return ground;
}

/* Clears the part of a line, of which @line is the middle, that lies below the words. */
static void
clear_line (const PlanPen *pen, const PlanGanttLayout *layout, const Box *words, const Box *line, PlanColour ground)
{
  double x0 = MAX (MIN (line->x0, line->x1) - RIM, words->x0);
  double x1 = MIN (MAX (line->x0, line->x1) + RIM, words->x1);
  double y0 = MAX (MIN (line->y0, line->y1) - RIM, words->y0);
  double y1 = MIN (MAX (line->y0, line->y1) + RIM, words->y1);

  if (x0 < x1 && y0 < y1)
    plan_pen_box (pen, x0, y0, x1 - x0, y1 - y0, get_ground (pen, layout, (x0 + x1) / 2, ground));
}

static void
clear_upright (const PlanPen *pen, const PlanGanttLayout *layout, const Box *words, double x, PlanColour ground)
{
  const Box line = { x, words->y0, x, words->y1 };

  if (!isnan (x))
    clear_line (pen, layout, words, &line, ground);
}

static void
clear_hatches (const PlanPen *pen, const PlanGanttLayout *layout, const Box *words)
{
  for (guint i = 0; i < layout->shades->len; i++)
    {
      const PlanGanttShade *shade = &g_array_index (layout->shades, PlanGanttShade, i);
      double x0 = MAX (shade->x, words->x0);
      double x1 = MIN (shade->x + shade->width, words->x1);

      if (shade->kind != PLAN_DAY_WEEKEND && x0 < x1)
        plan_pen_box (pen, x0, words->y0, x1 - x0, words->y1 - words->y0,
                      shade->kind == PLAN_DAY_HOLIDAY ? pen->theme->holiday : pen->theme->makeup);
    }
}

static void
clear_links (const PlanPen *pen, const PlanGanttLayout *layout, const Box *words, PlanColour ground)
{
  for (guint i = 0; i < layout->paths->len; i++)
    {
      const PlanGanttPath *path = &g_array_index (layout->paths, PlanGanttPath, i);
      const PlanGanttPoint *point = &g_array_index (layout->points, PlanGanttPoint, path->first_point);

      if (path->x1 < words->x0 - RIM || path->x0 > words->x1 + RIM || path->y1 < words->y0 - RIM || path->y0 > words->y1 + RIM)
        continue;
      for (guint k = 0; k + 1 < path->n_points; k++)
        {
          const Box line = { point[k].x, point[k].y, point[k + 1].x, point[k + 1].y };

          clear_line (pen, layout, words, &line, ground);
        }
    }
}

/**
 * plan_gantt_draw_gaps:
 * @text: a level one
 * @ground: the colour of its row
 *
 * Interrupts the lines where the words will stand.
 */
void
plan_gantt_draw_gaps (const PlanPen *pen, const PlanGanttLayout *layout, const PlanGanttText *text, PlanColour ground)
{
  const Box words = {
    text->x - RIM, text->y - text->size * ASCENT, text->x + text->width + RIM, text->y + text->size * DESCENT,
  };

  clear_hatches (pen, layout, &words);
  for (guint i = 0; i < layout->lines->len; i++)
    clear_upright (pen, layout, &words, g_array_index (layout->lines, PlanGanttLine, i).x, ground);
  clear_upright (pen, layout, &words, layout->status_x, ground);
  clear_upright (pen, layout, &words, layout->today_x, ground);
  clear_links (pen, layout, &words, ground);
}
