/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the words of a layout: level, turned to read upwards, or upright characters one below the other.
 */

#include "plan-gantt-draw-private.h"

#define MIDDLE 0.36 /* from the base line to the middle of words, in parts of the size */

/* Where shapes are kept, level words have gaps in the lines below them instead of a halo. */
static gboolean
has_gaps (const PlanPen *pen, const PlanGanttText *text)
{
  return pen->vector && text->run == PLAN_RUN_HORIZONTAL;
}

static PlanColour
get_ground (const PlanPen *pen, const PlanGanttLayout *layout, const PlanGanttText *text)
{
  gboolean selected = pen->theme->has_selection && plan_gantt_row_is_selected (layout, text->row);

  return selected ? pen->theme->selected : pen->theme->background;
}

static PlanColour
get_ink (const PlanChartTheme *theme, PlanGanttInk ink)
{
  switch (ink)
    {
    case PLAN_INK_SECOND:
      return theme->ink2;
    case PLAN_INK_CRITICAL:
      return theme->critical_line;
    case PLAN_INK_HOLIDAY:
      return theme->holiday_ink;
    case PLAN_INK_MAKEUP:
      return theme->makeup_ink;
    case PLAN_INK_TODAY:
      return theme->today_text;
    case PLAN_INK_LINK:
      return theme->link;
    case PLAN_INK_TEXT:
    default:
      return theme->ink;
    }
}

static void
draw_turned (PlanPen *pen, const PlanGanttText *text, const char *words, PlanColour halo)
{
  plan_pen_flush (pen);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, plan_pen_snap_x (pen, text->x + text->size * MIDDLE), plan_pen_snap_y (pen, text->y));
  cairo_rotate (pen->cr, -G_PI / 2);
  plan_pen_words (pen, words, -1, text->size, text->bold, get_ink (pen->theme, text->ink), halo, 0, 0);
  plan_pen_flush (pen);
  cairo_restore (pen->cr);
}

static void
draw_stacked (PlanPen *pen, const PlanGanttText *text, const char *words, PlanColour halo)
{
  double y = text->y - text->width + text->size * (PLAN_STACK_PITCH / 2 + MIDDLE);

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      plan_pen_words (pen, p, (int) (g_utf8_next_char (p) - p), text->size, text->bold, get_ink (pen->theme, text->ink), halo,
                      plan_pen_snap_x (pen, text->x - text->size / 2), plan_pen_snap_y (pen, y));
      y += text->size * PLAN_STACK_PITCH;
    }
}

/**
 * plan_gantt_prepare_text:
 *
 * Draws what lies below one text; to be called for all texts before they are drawn.
 */
void
plan_gantt_prepare_text (const PlanPen *pen, const PlanGanttLayout *layout, const PlanGanttText *text)
{
  if (text->halo && has_gaps (pen, text))
    plan_gantt_draw_gaps (pen, layout, text, get_ground (pen, layout, text));
}

/**
 * plan_gantt_draw_text:
 *
 * Draws one text of the layout, with its halo in the colour of its row.
 */
void
plan_gantt_draw_text (PlanPen *pen, const PlanGanttLayout *layout, const PlanGanttText *text)
{
  const char *words = plan_gantt_get_text (layout, text);
  PlanColour halo = text->halo && !has_gaps (pen, text) ? get_ground (pen, layout, text) : PLAN_COLOUR_NONE;

  if (text->run == PLAN_RUN_TURNED)
    draw_turned (pen, text, words, halo);
  else if (text->run == PLAN_RUN_STACKED)
    draw_stacked (pen, text, words, halo);
  else
    plan_pen_words (pen, words, -1, text->size, text->bold, get_ink (pen->theme, text->ink), halo,
                    plan_pen_snap_x (pen, text->x), plan_pen_snap_y (pen, text->y));
}
