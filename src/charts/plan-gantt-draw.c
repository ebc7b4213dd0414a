/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the rows of a chart that was laid out: the same code for screen, PDF, SVG and PNG. It decides nothing and knows no
 * model; it walks the arrays of the layout from the back of the picture to its front and skips what is outside of the clip.
 */

#include "plan-gantt-draw-private.h"

#include <math.h>

#define HOLIDAY_PITCH 6.0
#define TODAY_WIDTH 2.0
#define BASELINE_STROKE 1.5
#define MOST_POINTS 8
#define HOVER_OTHERS 0.3 /* opacity of the links beside the one under the pointer */

static void
draw_shades_of (const PlanPen *pen, const PlanGanttLayout *layout, PlanDayKind kind, PlanColour colour)
{
  for (guint i = 0; i < layout->shades->len; i++)
    {
      const PlanGanttShade *shade = &g_array_index (layout->shades, PlanGanttShade, i);

      if (shade->kind == kind && plan_pen_sees (pen, shade->x, shade->x + shade->width))
        plan_pen_add_box (pen, shade->x, pen->y0, shade->width, pen->y1 - pen->y0);
    }
  plan_pen_fill (pen, colour);
}

static void
draw_shades (const PlanPen *pen, const PlanGanttLayout *layout)
{
  draw_shades_of (pen, layout, PLAN_DAY_WEEKEND, pen->theme->weekend);
  draw_shades_of (pen, layout, PLAN_DAY_HOLIDAY, pen->theme->holiday);
  draw_shades_of (pen, layout, PLAN_DAY_MAKEUP, pen->theme->makeup);
  for (guint i = 0; i < layout->shades->len; i++)
    {
      const PlanGanttShade *shade = &g_array_index (layout->shades, PlanGanttShade, i);

      if (shade->kind == PLAN_DAY_HOLIDAY && plan_pen_sees (pen, shade->x, shade->x + shade->width))
        plan_pen_hatch (pen, shade->x, pen->y0, shade->width, pen->y1 - pen->y0, HOLIDAY_PITCH, 1, pen->theme->holiday_hatch);
    }
}

/* Above the lines of the time scale, which lie at the same places. */
static void
draw_makeup_edges (const PlanPen *pen, const PlanGanttLayout *layout)
{
  for (guint i = 0; layout->makeup_edges && i < layout->shades->len; i++)
    {
      const PlanGanttShade *shade = &g_array_index (layout->shades, PlanGanttShade, i);

      if (shade->kind != PLAN_DAY_MAKEUP || !plan_pen_sees (pen, shade->x, shade->x + shade->width))
        continue;
      plan_pen_dots (pen, shade->x, pen->y0, pen->y1, pen->theme->makeup_ink);
      plan_pen_dots (pen, shade->x + shade->width, pen->y0, pen->y1, pen->theme->makeup_ink);
    }
}

static void
draw_lines (const PlanPen *pen, const PlanGanttLayout *layout, gboolean major)
{
  for (guint i = 0; i < layout->lines->len; i++)
    {
      const PlanGanttLine *line = &g_array_index (layout->lines, PlanGanttLine, i);

      if (!line->major == !major && plan_pen_sees (pen, line->x, line->x))
        plan_pen_add_upright (pen, line->x, pen->y0, pen->y1, layout->metrics.hairline);
    }
  plan_pen_rule (pen, layout->metrics.hairline, major ? pen->theme->grid_major : pen->theme->grid);
}

static void
draw_row_lines (const PlanPen *pen, const PlanGanttLayout *layout)
{
  double height = layout->metrics.row_height;
  double width = plan_pen_width (pen, layout->metrics.hairline);

  for (guint row = layout->first_row; row < layout->end_row; row++)
    {
      double y = (row + 1) * height - width / 2;

      if (y >= pen->y0 && y <= pen->y1)
        plan_pen_add_level (pen, pen->x0, pen->x1, y, width);
    }
  plan_pen_rule (pen, width, pen->theme->row_line);
}

/* Shading is seen through the selection, and on the background it has exactly the colour of the theme: multiplied where
 * the background is white, else added to it. */
static void
draw_selection (const PlanPen *pen, const PlanGanttLayout *layout)
{
  const PlanChartTheme *theme = pen->theme;
  gboolean white = theme->background == 0xffffff;
  double height = layout->metrics.row_height;

  if (!theme->has_selection)
    return;
  cairo_set_operator (pen->cr, white ? CAIRO_OPERATOR_MULTIPLY : CAIRO_OPERATOR_ADD);
  for (guint row = layout->first_row; row < layout->end_row; row++)
    if (plan_gantt_row_is_selected (layout, row))
      plan_pen_box (pen, pen->x0, row * height, pen->x1 - pen->x0, height, white ? theme->selected : theme->selected - theme->background);
  cairo_set_operator (pen->cr, CAIRO_OPERATOR_OVER);
}

static void
draw_status (const PlanPen *pen, const PlanGanttLayout *layout)
{
  static const double dash[] = { 5, 3 };
  double width = plan_pen_width (pen, 1);

  if (isnan (layout->status_x) || !plan_pen_sees (pen, layout->status_x, layout->status_x))
    return;
  plan_pen_colour (pen, pen->theme->summary_done);
  cairo_set_dash (pen->cr, dash, 2, pen->y0);   /* the dashes stay where they are when a part is drawn */
  cairo_set_line_width (pen->cr, width);
  cairo_move_to (pen->cr, plan_pen_centre_x (pen, layout->status_x, width), pen->y0);
  cairo_line_to (pen->cr, plan_pen_centre_x (pen, layout->status_x, width), pen->y1);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static gboolean
sees_row (const PlanPen *pen, const PlanGanttLayout *layout, guint row)
{
  double height = layout->metrics.row_height;

  return (row + 1) * height >= pen->y0 && row * height <= pen->y1;
}

static void
draw_baselines (const PlanPen *pen, const PlanGanttLayout *layout)
{
  for (guint i = 0; i < layout->baselines->len; i++)
    {
      const PlanGanttBaseline *mark = &g_array_index (layout->baselines, PlanGanttBaseline, i);

      if (!plan_pen_sees (pen, mark->x, mark->x + mark->width) || !sees_row (pen, layout, mark->row))
        continue;
      if (mark->diamond)
        plan_pen_diamond (pen, plan_pen_snap_x (pen, mark->x) + plan_pen_width (pen, 1) / 2,
                          plan_pen_snap_y (pen, mark->y) + plan_pen_width (pen, 1) / 2, mark->height, BASELINE_STROKE,
                          pen->theme->background, pen->theme->baseline);
      else
        plan_pen_baseline (pen, mark->x, mark->y, mark->width, mark->height);
    }
}

static void
draw_slacks (const PlanPen *pen, const PlanGanttLayout *layout)
{
  for (guint i = 0; i < layout->slacks->len; i++)
    {
      const PlanGanttSlack *slack = &g_array_index (layout->slacks, PlanGanttSlack, i);

      if (plan_pen_sees (pen, slack->x, slack->end) && sees_row (pen, layout, slack->row))
        plan_pen_add_slack (pen, slack->x, slack->end, slack->y);
    }
  plan_pen_fill (pen, pen->theme->slack);
}

static void
add_points (const PlanPen *pen, const PlanGanttLayout *layout, const PlanGanttPath *path, gboolean critical, gboolean head)
{
  const PlanGanttPoint *from = &g_array_index (layout->points, PlanGanttPoint, path->first_point);
  double points[MOST_POINTS][2];

  g_assert (path->n_points <= MOST_POINTS);
  for (guint k = 0; k < path->n_points; k++)
    {
      points[k][0] = from[k].x;
      points[k][1] = from[k].y;
    }
  if (head)
    plan_pen_add_head (pen, &layout->metrics, points, path->n_points, critical);
  else
    plan_pen_add_path (pen, &layout->metrics, points, path->n_points, critical);
}

/* Adds the line of a link, or the head of its arrow. Returns whether there is anything to see of it. */
static gboolean
add_link (const PlanPen *pen, const PlanGanttLayout *layout, guint index, gboolean critical, gboolean head)
{
  const PlanGanttPath *path = &g_array_index (layout->paths, PlanGanttPath, index);

  if (!path->critical != !critical || path->link == layout->hover || !plan_pen_sees (pen, path->x0, path->x1) || path->y1 < pen->y0 || path->y0 > pen->y1)
    return FALSE;
  add_points (pen, layout, path, critical, head);
  return TRUE;
}

/* Where shapes are kept, all links are one shape; pixels are filled faster link by link. */
static void
draw_links (const PlanPen *pen, const PlanGanttLayout *layout, gboolean critical)
{
  for (guint i = 0; i < layout->paths->len; i++)
    if (add_link (pen, layout, i, critical, FALSE) && !pen->vector)
      plan_pen_stroke_path (pen, &layout->metrics, critical);
  plan_pen_stroke_path (pen, &layout->metrics, critical);
  for (guint i = 0; i < layout->paths->len; i++)
    if (add_link (pen, layout, i, critical, TRUE) && !pen->vector)
      cairo_fill (pen->cr);
  cairo_fill (pen->cr);
}

/* The link under the pointer, or NULL. */
static const PlanGanttPath *
find_hover (const PlanGanttLayout *layout)
{
  for (guint i = 0; layout->hover != PLAN_INDEX_NONE && i < layout->paths->len; i++)
    if (g_array_index (layout->paths, PlanGanttPath, i).link == layout->hover)
      return &g_array_index (layout->paths, PlanGanttPath, i);
  return NULL;
}

/* All links; when one of them stands out, the others step back. */
static void
draw_all_links (const PlanPen *pen, const PlanGanttLayout *layout)
{
  const PlanGanttPath *hover = find_hover (layout);

  if (hover != NULL)
    cairo_push_group (pen->cr);
  draw_links (pen, layout, FALSE);
  draw_links (pen, layout, TRUE);
  if (hover == NULL)
    return;
  cairo_pop_group_to_source (pen->cr);
  cairo_paint_with_alpha (pen->cr, HOVER_OTHERS);
  add_points (pen, layout, hover, TRUE, FALSE);
  plan_pen_colour (pen, pen->theme->accent);
  cairo_set_line_width (pen->cr, plan_pen_width (pen, layout->metrics.critical_width));
  cairo_stroke (pen->cr);
  add_points (pen, layout, hover, TRUE, TRUE);
  cairo_fill (pen->cr);
}

/* Outlines the bars at both ends of the link under the pointer. */
static void
draw_hover_bars (const PlanPen *pen, const PlanGanttLayout *layout)
{
  const PlanGanttPath *hover = find_hover (layout);

  for (guint i = 0; hover != NULL && i < layout->bars->len; i++)
    {
      const PlanGanttBar *bar = &g_array_index (layout->bars, PlanGanttBar, i);

      if (bar->task != hover->predecessor && bar->task != hover->successor)
        continue;
      plan_pen_outline (pen, bar, layout->metrics.critical_width);
      plan_pen_colour (pen, pen->theme->accent);
      cairo_stroke (pen->cr);
    }
}

static void
draw_today (const PlanPen *pen, const PlanGanttLayout *layout)
{
  if (!isnan (layout->today_x) && plan_pen_sees (pen, layout->today_x, layout->today_x))
    plan_pen_upright (pen, layout->today_x, pen->y0, pen->y1, TODAY_WIDTH, pen->theme->today);
}

/* Where shapes are kept, all bars of one look are one shape, but for those that the edge cuts off. */
static void
draw_bars (const PlanPen *pen, const PlanGanttLayout *layout)
{
  const PlanGanttBar *bars = (const PlanGanttBar *) layout->bars->data;

  if (pen->vector)
    plan_pen_tasks (pen, bars, layout->bars->len, &layout->metrics);
  for (guint i = 0; i < layout->bars->len; i++)
    if (!(pen->vector && plan_pen_joins (pen, &bars[i])) && plan_pen_sees (pen, bars[i].x, bars[i].x + bars[i].width)
        && sees_row (pen, layout, bars[i].row))
      plan_pen_bar (pen, &bars[i], &layout->metrics);
}

static void
draw_deadlines (const PlanPen *pen, const PlanGanttLayout *layout)
{
  for (guint i = 0; i < layout->deadlines->len; i++)
    {
      const PlanGanttDeadline *mark = &g_array_index (layout->deadlines, PlanGanttDeadline, i);

      if (plan_pen_sees (pen, mark->x, mark->x) && sees_row (pen, layout, mark->row))
        plan_pen_deadline (pen, mark->x, mark->y, mark->missed);
    }
}

static gboolean
sees_text (const PlanPen *pen, const PlanGanttText *text)
{
  double up = text->run == PLAN_RUN_HORIZONTAL ? text->size : text->width;
  double right = text->run == PLAN_RUN_HORIZONTAL ? text->width : text->size;

  return plan_pen_sees (pen, text->x, text->x + right) && text->y - up <= pen->y1 && text->y + text->size >= pen->y0;
}

static void
draw_labels (PlanPen *pen, const PlanGanttLayout *layout)
{
  for (guint i = 0; i < layout->labels->len; i++)
    if (sees_text (pen, &g_array_index (layout->labels, PlanGanttText, i)))
      plan_gantt_prepare_text (pen, layout, &g_array_index (layout->labels, PlanGanttText, i));
  for (guint i = 0; i < layout->labels->len; i++)
    if (sees_text (pen, &g_array_index (layout->labels, PlanGanttText, i)))
      plan_gantt_draw_text (pen, layout, &g_array_index (layout->labels, PlanGanttText, i));
}

/**
 * plan_gantt_draw_body:
 * @clip: what to draw, in chart units
 *
 * Draws the rows; y = 0 is the upper edge of row 0. The caller has moved @cr to where that is to be.
 */
void
plan_gantt_draw_body (cairo_t *cr, const PlanGanttLayout *layout, const PlanChartTheme *theme, const PlanGanttClip *clip)
{
  PlanPen pen;

  cairo_save (cr);
  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
  plan_pen_init (&pen, cr, theme, clip);
  plan_pen_box (&pen, clip->x, clip->y, clip->width, clip->height, theme->background);
  draw_shades (&pen, layout);
  draw_lines (&pen, layout, FALSE);
  draw_lines (&pen, layout, TRUE);
  draw_makeup_edges (&pen, layout);
  draw_row_lines (&pen, layout);
  draw_selection (&pen, layout);
  draw_status (&pen, layout);
  draw_baselines (&pen, layout);
  plan_gantt_draw_slips (&pen, layout);
  draw_slacks (&pen, layout);
  draw_all_links (&pen, layout);
  draw_today (&pen, layout);
  draw_bars (&pen, layout);
  draw_hover_bars (&pen, layout);
  draw_deadlines (&pen, layout);
  plan_gantt_draw_constraints (&pen, layout);
  plan_gantt_draw_progress (&pen, layout);
  draw_labels (&pen, layout);
  plan_pen_clear (&pen);
  cairo_restore (cr);
}
