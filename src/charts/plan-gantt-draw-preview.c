/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws what would move above the chart that is still there: the dragged mark with a tint and a thick dashed outline, what
 * follows from it with a thin one, a link as a line to the pointer. Dashes tell them from what is; colour alone would not.
 */

#include "plan-gantt-preview.h"

#include "plan-gantt-draw-private.h"

#include <math.h>

#define DRAGGED_WIDTH 2.0
#define FOLLOWER_WIDTH 1.0
#define TINT 0.25
#define DOT 3.5
#define CROSS 4.5

static const double dashes[] = { 4, 2 };

static void
set_accent (const PlanPen *pen, double alpha)
{
  PlanColour colour = pen->theme->accent;

  cairo_set_source_rgba (pen->cr, ((colour >> 16) & 255) / 255.0, ((colour >> 8) & 255) / 255.0, (colour & 255) / 255.0, alpha);
}

static void
draw_ghost (const PlanPen *pen, const PlanGanttGhost *ghost)
{
  const PlanGanttBar *bar = &ghost->bar;

  plan_pen_outline (pen, bar, ghost->dragged ? DRAGGED_WIDTH : FOLLOWER_WIDTH);
  if (ghost->dragged)
    {
      set_accent (pen, TINT);
      cairo_fill_preserve (pen->cr);
    }
  set_accent (pen, 1);
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  if (ghost->dragged && bar->kind == PLAN_BAR_TASK && bar->done > 0)
    plan_pen_upright (pen, bar->x + bar->done, bar->y, bar->y + bar->height, DRAGGED_WIDTH, pen->theme->accent);
}

static void
draw_deadline (const PlanPen *pen, const PlanGanttPreview *preview)
{
  plan_pen_deadline (pen, preview->deadline_x, preview->deadline_y, FALSE);
  set_accent (pen, 1);
  cairo_set_line_width (pen->cr, DRAGGED_WIDTH);
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_arc (pen->cr, preview->deadline_x, preview->deadline_y + 5, 9, 0, 2 * G_PI);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

/* Ends in a dot where the link can be made, else in a cross. */
static void
draw_band (const PlanPen *pen, const PlanGanttPreview *preview)
{
  PlanColour colour = preview->allowed ? pen->theme->accent : pen->theme->bad;

  plan_pen_colour (pen, colour);
  cairo_set_line_width (pen->cr, DRAGGED_WIDTH);
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (pen->cr, preview->from_x, preview->from_y);
  cairo_line_to (pen->cr, preview->to_x, preview->to_y);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  if (preview->allowed)
    {
      cairo_arc (pen->cr, preview->to_x, preview->to_y, DOT, 0, 2 * G_PI);
      cairo_fill (pen->cr);
      return;
    }
  cairo_move_to (pen->cr, preview->to_x - CROSS, preview->to_y - CROSS);
  cairo_line_to (pen->cr, preview->to_x + CROSS, preview->to_y + CROSS);
  cairo_move_to (pen->cr, preview->to_x - CROSS, preview->to_y + CROSS);
  cairo_line_to (pen->cr, preview->to_x + CROSS, preview->to_y - CROSS);
  cairo_stroke (pen->cr);
}

/**
 * plan_gantt_draw_preview:
 * @layout: what was drawn before
 * @clip: what to draw, in chart units
 *
 * Draws what would move; @cr is where plan_gantt_draw_body() had it.
 */
void
plan_gantt_draw_preview (cairo_t *cr, const PlanGanttLayout *layout, const PlanGanttPreview *preview,
                         const PlanChartTheme *theme, const PlanGanttClip *clip)
{
  PlanPen pen;

  cairo_save (cr);
  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
  plan_pen_init (&pen, cr, theme, clip);
  for (guint i = 0; i < preview->ghosts->len; i++)
    {
      const PlanGanttGhost *ghost = &g_array_index (preview->ghosts, PlanGanttGhost, i);

      if (plan_pen_sees (&pen, ghost->bar.x, ghost->bar.x + ghost->bar.width))
        draw_ghost (&pen, ghost);
    }
  if (!isnan (preview->deadline_x))
    draw_deadline (&pen, preview);
  if (preview->has_band)
    draw_band (&pen, preview);
  plan_pen_clear (&pen);
  cairo_restore (cr);
}
