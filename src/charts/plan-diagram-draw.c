/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the part of a network diagram that was laid out, the same on screen, on paper and in pictures: frames, links, boxes,
 * words. A critical box has a thicker outline and a corner of its own, and a hatch where colours are few; the finished part
 * is solid, as in all charts. Boxes that are too small for words are drawn as plain rectangles.
 */

#include "plan-diagram-draw.h"

#include "plan-chart-pen.h"
#include "plan-diagram-layout-private.h"

#include <math.h>

#define PROGRESS 4.0 /* height of the finished part below the name */
#define CORNER 9.0   /* of a critical box */
#define SELECTION 3.0
#define SUMMARY_EDGE 3.0
#define HATCH_PITCH 4.0
#define MOST_POINTS 8
#define LEAST_DETAIL_PX 24.0 /* height of a box on the screen from which it has parts */
#define HOVER_OTHERS 0.3
#define ICON_X 12.0          /* from the middle of the diamond to the name */
#define GATE_STROKE 1.5

/* Nothing of a box can be told apart below this. */
static gboolean
has_detail (const PlanPen *pen)
{
  return PLAN_DIAGRAM_BOX_HEIGHT * pen->scale_y >= LEAST_DETAIL_PX || pen->vector;
}

static void
draw_frames (const PlanPen *pen, const PlanDiagramLayout *layout)
{
  double line = plan_pen_width (pen, 1);

  for (guint i = 0; i < layout->groups->len; i++)
    {
      const PlanDiagramGroup *group = &g_array_index (layout->groups, PlanDiagramGroup, i);

      plan_pen_add_box (pen, group->x, group->y, group->width, group->height);
    }
  plan_pen_fill (pen, pen->theme->header);
  for (guint i = 0; i < layout->groups->len; i++)
    {
      const PlanDiagramGroup *group = &g_array_index (layout->groups, PlanDiagramGroup, i);

      plan_pen_add_level (pen, group->x, group->x + group->width, group->y, line);
      plan_pen_add_level (pen, group->x, group->x + group->width, group->y + group->height, line);
      plan_pen_add_upright (pen, group->x, group->y, group->y + group->height, line);
      plan_pen_add_upright (pen, group->x + group->width, group->y, group->y + group->height, line);
    }
  plan_pen_rule (pen, line, pen->theme->grid_major);
}

static void
copy_points (const PlanDiagramLayout *layout, const PlanDiagramPath *path, double (*points)[2])
{
  const PlanDiagramPoint *from = plan_diagram_get_points (layout->diagram, path);

  g_assert (path->n_points <= MOST_POINTS);
  for (guint k = 0; k < path->n_points; k++)
    {
      points[k][0] = from[k].x;
      points[k][1] = from[k].y;
    }
}

static void
draw_link (const PlanPen *pen, const PlanDiagramLayout *layout, const PlanDiagramPath *path, gboolean critical, PlanColour colour)
{
  const PlanChartMetrics *metrics = plan_metrics_get (PLAN_DENSITY_STANDARD);
  double points[MOST_POINTS][2];

  copy_points (layout, path, points);
  plan_pen_add_path (pen, metrics, points, path->n_points, critical);
  plan_pen_colour (pen, colour);
  cairo_set_line_width (pen->cr, plan_pen_width (pen, critical ? metrics->critical_width : metrics->line_width));
  cairo_stroke (pen->cr);
  if (!has_detail (pen))
    return;
  copy_points (layout, path, points);
  plan_pen_add_head (pen, metrics, points, path->n_points, critical);
  cairo_fill (pen->cr);
}

static void
draw_links (const PlanPen *pen, const PlanDiagramLayout *layout, gboolean critical)
{
  guint n_paths;
  const PlanDiagramPath *paths = plan_diagram_get_paths (layout->diagram, &n_paths);

  for (guint i = 0; i < layout->lines->len; i++)
    {
      const PlanDiagramLine *line = &g_array_index (layout->lines, PlanDiagramLine, i);

      if (!line->critical == !critical && line->path != layout->hover)
        draw_link (pen, layout, &paths[line->path], critical, critical ? pen->theme->critical_line : pen->theme->link);
    }
}

/* All links; when one of them stands out, the others step back. */
static void
draw_all_links (const PlanPen *pen, const PlanDiagramLayout *layout)
{
  guint n_paths;
  const PlanDiagramPath *paths = plan_diagram_get_paths (layout->diagram, &n_paths);
  gboolean hover = layout->hover < n_paths;

  if (hover)
    cairo_push_group (pen->cr);
  draw_links (pen, layout, FALSE);
  draw_links (pen, layout, TRUE);
  if (!hover)
    return;
  cairo_pop_group_to_source (pen->cr);
  cairo_paint_with_alpha (pen->cr, HOVER_OTHERS);
  draw_link (pen, layout, &paths[layout->hover], TRUE, pen->theme->accent);
}

/* An outline inside of the box. */
static void
add_outline (const PlanPen *pen, const PlanDiagramBox *box, double width, double outside)
{
  double left = plan_pen_snap_x (pen, box->x - outside) + width / 2, top = plan_pen_snap_y (pen, box->y - outside) + width / 2;

  cairo_rectangle (pen->cr, left, top, plan_pen_snap_x (pen, box->x + PLAN_DIAGRAM_BOX_WIDTH + outside) - width / 2 - left,
                   plan_pen_snap_y (pen, box->y + PLAN_DIAGRAM_BOX_HEIGHT + outside) - width / 2 - top);
  cairo_set_line_width (pen->cr, width);
}

static PlanColour
get_line_colour (const PlanPen *pen, const PlanDiagramBox *box)
{
  if (box->critical)
    return pen->theme->critical_line;
  return box->kind == PLAN_BAR_TASK ? pen->theme->task_line : pen->theme->summary_done;
}

static PlanColour
get_tint (const PlanPen *pen, const PlanDiagramBox *box)
{
  if (box->critical)
    return pen->theme->critical;
  return box->kind == PLAN_BAR_TASK ? pen->theme->task : pen->theme->header;
}

static void
draw_icon (const PlanPen *pen, const PlanDiagramLayout *layout, const PlanDiagramBox *box, double name_x)
{
  const PlanChartMetrics *m = plan_metrics_get (PLAN_DENSITY_STANDARD);
  double x = name_x - ICON_X, y = box->y + PLAN_DIAGRAM_BOX_HEIGHT / 2;
  PlanColour line = box->critical ? pen->theme->critical_line : pen->theme->summary_done;
  PlanColour fill = box->done >= PLAN_DIAGRAM_BOX_WIDTH ? line : pen->theme->background;

  if (box->kind == PLAN_BAR_MILESTONE)
    plan_pen_diamond (pen, x, y, m->milestone_half, m->milestone_stroke, fill, line);
  else
    {
      plan_pen_diamond (pen, x, y, m->gate_outer - 1, GATE_STROKE, pen->theme->background, line);
      plan_pen_diamond (pen, x, y, m->gate_inner - 1, GATE_STROKE, fill, line);
    }
}

static void
draw_parts (const PlanPen *pen, const PlanDiagramBox *box)
{
  double hairline = plan_pen_width (pen, 1), name = box->y + PLAN_DIAGRAM_DATES;
  PlanColour line = get_line_colour (pen, box);

  plan_pen_box (pen, box->x, box->y, PLAN_DIAGRAM_BOX_WIDTH, PLAN_DIAGRAM_BOX_HEIGHT, pen->theme->background);
  plan_pen_box (pen, box->x, name, PLAN_DIAGRAM_BOX_WIDTH, PLAN_DIAGRAM_NAME, get_tint (pen, box));
  if (box->critical && pen->theme->patterns)
    plan_pen_hatch (pen, box->x, box->y + PLAN_DIAGRAM_BOX_HEIGHT - PLAN_DIAGRAM_DATES - PROGRESS,
                    PLAN_DIAGRAM_BOX_WIDTH, PROGRESS,
                    HATCH_PITCH, 1, line);
  if (box->done > 0)
    plan_pen_box (pen, box->x, name + PLAN_DIAGRAM_NAME - PROGRESS, MAX (box->done, PROGRESS), PROGRESS, line);
  plan_pen_add_level (pen, box->x, box->x + PLAN_DIAGRAM_BOX_WIDTH, name, hairline);
  plan_pen_add_level (pen, box->x, box->x + PLAN_DIAGRAM_BOX_WIDTH, name + PLAN_DIAGRAM_NAME, hairline);
  plan_pen_rule (pen, hairline, pen->theme->grid_major);
  if (box->kind == PLAN_BAR_SUMMARY)
    plan_pen_box (pen, box->x, box->y, PLAN_DIAGRAM_BOX_WIDTH, SUMMARY_EDGE, line);
}

static void
draw_box (const PlanPen *pen, const PlanDiagramBox *box)
{
  const PlanChartMetrics *metrics = plan_metrics_get (PLAN_DENSITY_STANDARD);
  PlanColour line = get_line_colour (pen, box);
  double right = plan_pen_snap_x (pen, box->x + PLAN_DIAGRAM_BOX_WIDTH), top = plan_pen_snap_y (pen, box->y);

  if (has_detail (pen))
    draw_parts (pen, box);
  else
    plan_pen_box (pen, box->x, box->y, PLAN_DIAGRAM_BOX_WIDTH, PLAN_DIAGRAM_BOX_HEIGHT, get_tint (pen, box));
  add_outline (pen, box, plan_pen_width (pen, box->critical ? metrics->critical_width : metrics->line_width), 0);
  plan_pen_colour (pen, line);
  cairo_stroke (pen->cr);
  if (box->critical)
    {
      cairo_move_to (pen->cr, right - CORNER, top);
      cairo_line_to (pen->cr, right, top);
      cairo_line_to (pen->cr, right, top + CORNER);
      cairo_close_path (pen->cr);
      cairo_fill (pen->cr);
    }
  if (!box->selected || !pen->theme->has_selection)
    return;
  add_outline (pen, box, plan_pen_width (pen, SELECTION), SELECTION + 1);
  plan_pen_colour (pen, pen->theme->accent);
  cairo_stroke (pen->cr);
}

static PlanColour
get_ink (const PlanChartTheme *theme, guint8 ink)
{
  return ink == PLAN_INK_TEXT ? theme->ink : ink == PLAN_INK_CRITICAL ? theme->critical_line : theme->ink2;
}

static void
draw_words (PlanPen *pen, const PlanDiagramLayout *layout)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const PlanDiagramText *label = &g_array_index (layout->labels, PlanDiagramText, i);

      if (plan_pen_sees (pen, label->x, label->x + label->width))
        plan_pen_words (pen, layout->texts->str + label->text, -1, label->size, label->bold, get_ink (pen->theme, label->ink),
                        label->halo ? pen->theme->header : PLAN_COLOUR_NONE, plan_pen_snap_x (pen, label->x),
                        plan_pen_snap_y (pen, label->y));
    }
}

/**
 * plan_diagram_draw:
 * @clip: what to draw, in chart units
 *
 * Draws the part that was laid out; the caller has moved and scaled @cr.
 */
void
plan_diagram_draw (cairo_t *cr, const PlanDiagramLayout *layout, const PlanChartTheme *theme, const PlanGanttClip *clip)
{
  PlanPen pen;

  cairo_save (cr);
  cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (cr);
  plan_pen_init (&pen, cr, theme, clip);
  plan_pen_box (&pen, clip->x, clip->y, clip->width, clip->height, theme->background);
  draw_frames (&pen, layout);
  draw_all_links (&pen, layout);
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const PlanDiagramBox *box = &g_array_index (layout->boxes, PlanDiagramBox, i);

      draw_box (&pen, box);
      if (box->name_x > 0 && (box->kind == PLAN_BAR_MILESTONE || box->kind == PLAN_BAR_GATE))
        draw_icon (&pen, layout, box, box->name_x);
    }
  draw_words (&pen, layout);
  plan_pen_clear (&pen);
  cairo_restore (cr);
}

/**
 * plan_diagram_draw_band:
 * @allowed: whether a link could be made there
 *
 * Draws the line of a link that is being drawn by hand.
 */
void
plan_diagram_draw_band (cairo_t *cr, const PlanChartTheme *theme, double x0, double y0, double x1, double y1, gboolean allowed)
{
  const PlanGanttClip clip = { MIN (x0, x1) - 8, MIN (y0, y1) - 8, fabs (x1 - x0) + 16, fabs (y1 - y0) + 16 };
  static const double dash[] = { 4, 3 };
  PlanPen pen;

  plan_pen_init (&pen, cr, theme, &clip);
  plan_pen_colour (&pen, allowed ? theme->accent : theme->critical_line);
  cairo_set_line_width (cr, plan_pen_width (&pen, 2));
  cairo_set_dash (cr, dash, allowed ? 0 : 2, 0);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_arc (cr, x1, y1, 4, 0, 2 * G_PI);
  cairo_fill (cr);
  plan_pen_clear (&pen);
}
