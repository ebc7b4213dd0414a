/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a network diagram. Pages break in the gutters between columns and lines of boxes, so that no box is cut, and
 * a page without boxes is skipped. A diagram that fits on one page without becoming too small does so; with a number of pages
 * to fit into, the scale is the largest that does.
 */

#include "plan-pages-private.h"

#include "plan-diagram-draw.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Words of 6 pt can still be read. */
#define LEAST_SCALE 0.6
/* To fit into a number of pages it may be less. */
#define LEAST_FIT_SCALE 0.05
#define SCALE_STEP 0.97
#define HALF_GUTTER 10.0

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  double p = *(const double *) a, q = *(const double *) b;

  return p < q ? -1 : p > q;
}

/* Where boxes begin, in one direction, each place once. */
static GArray *
list_edges (const PlanDiagram *diagram, gboolean across)
{
  guint n_nodes, n = 0;
  const PlanDiagramNode *nodes = plan_diagram_get_nodes (diagram, &n_nodes);
  GArray *edges = g_array_sized_new (FALSE, FALSE, sizeof (double), n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    g_array_append_val (edges, *(across ? &nodes[i].x : &nodes[i].y));
  g_array_sort (edges, compare_edges);
  for (guint i = 0; i < edges->len; i++)
    if (i == 0 || g_array_index (edges, double, i) != g_array_index (edges, double, n - 1))
      g_array_index (edges, double, n++) = g_array_index (edges, double, i);
  g_array_set_size (edges, n);
  return edges;
}

/* Where pages begin, in chart units; the last entry is where the last one ends. */
static GArray *
break_pages (const GArray *edges, double box, double whole, double room)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (double));
  double start = 0;

  g_array_append_val (breaks, start);
  for (guint i = 0; i < edges->len; i++)
    {
      double edge = g_array_index (edges, double, i);

      if (edge + box + HALF_GUTTER <= start + room || edge - HALF_GUTTER <= start)
        continue;
      start = edge - HALF_GUTTER;
      g_array_append_val (breaks, start);
    }
  start = MAX (whole, start);
  g_array_append_val (breaks, start);
  return breaks;
}

/* The breaks at a scale; @width and @height are those of the body of a page. */
static void
set_breaks (PlanPages *self, double scale, double width, double height)
{
  g_autoptr (GArray) x = list_edges (self->diagram, TRUE), y = list_edges (self->diagram, FALSE);
  double whole_width, whole_height;

  plan_diagram_get_size (self->diagram, &whole_width, &whole_height);
  g_clear_pointer (&self->break_x, g_array_unref);
  g_clear_pointer (&self->break_y, g_array_unref);
  self->diagram_scale = scale;
  self->break_x = break_pages (x, PLAN_DIAGRAM_BOX_WIDTH, whole_width, width / scale);
  self->break_y = break_pages (y, PLAN_DIAGRAM_BOX_HEIGHT, whole_height, height / scale);
}

static gboolean
fits (const PlanPages *self)
{
  return (self->options.fit_width == 0 || self->break_x->len - 1 <= self->options.fit_width) &&
         (self->options.fit_height == 0 || self->break_y->len - 1 <= self->options.fit_height);
}

static void
choose_scale (PlanPages *self, double width, double height)
{
  double whole_width, whole_height, one;

  plan_diagram_get_size (self->diagram, &whole_width, &whole_height);
  one = MIN (1, MIN (width / whole_width, height / whole_height));
  if (self->options.fit_width == 0 && self->options.fit_height == 0)
    {
      set_breaks (self, one >= LEAST_SCALE ? one : 1, width, height);
      return;
    }
  for (double scale = 1; scale > LEAST_FIT_SCALE; scale *= SCALE_STEP)
    {
      set_breaks (self, scale, width, height);
      if (fits (self))
        return;
    }
}

static gboolean
has_boxes (const PlanPages *self, guint column, guint line)
{
  guint n_nodes;
  const PlanDiagramNode *nodes = plan_diagram_get_nodes (self->diagram, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    if (nodes[i].x >= g_array_index (self->break_x, double, column) &&
        nodes[i].x < g_array_index (self->break_x, double, column + 1) &&
        nodes[i].y >= g_array_index (self->break_y, double, line) && nodes[i].y < g_array_index (self->break_y, double, line + 1))
      return TRUE;
  return FALSE;
}

static void
set_cells (PlanPages *self)
{
  for (guint line = 0; line + 1 < self->break_y->len; line++)
    for (guint column = 0; column + 1 < self->break_x->len; column++)
      {
        PlanPageCell cell = { line, column };

        if (has_boxes (self, column, line))
          g_array_append_val (self->cells, cell);
      }
  if (self->cells->len == 0)
    g_array_append_val (self->cells, ((PlanPageCell) { 0, 0 }));
}

static void
make_diagram (PlanPages *self)
{
  const PlanDiagramPlan plan = { self->model, self->index, self->outline, NULL };

  self->diagram = plan_diagram_new (&plan, NULL, NULL);
}

/**
 * plan_pages_lay_out_network:
 *
 * Finds the places of the boxes, the scale and the breaks of the pages; the paper is set already.
 */
void
plan_pages_lay_out_network (PlanPages *self)
{
  make_diagram (self);
  choose_scale (self, self->frame_width, self->bottom - PLAN_MM (PLAN_FOOT_LINE_MM) - self->frame_y);
  set_cells (self);
}

/**
 * plan_pages_lay_out_network_picture:
 *
 * The whole diagram as one picture, a pixel to a chart unit.
 */
void
plan_pages_lay_out_network_picture (PlanPages *self)
{
  double width, height;

  make_diagram (self);
  plan_diagram_get_size (self->diagram, &width, &height);
  self->page_width = self->frame_width = ceil (width);
  self->page_height = self->bottom = ceil (height);
  set_breaks (self, 1, width, height);
  set_cells (self);
}

static void
draw_part (const PlanPages *self, cairo_t *cr, const PlanGanttClip *clip)
{
  PlanDiagramInput input = {
    .diagram = self->diagram,
    .model = self->model,
    .schedule = self->schedule,
    .project = self->project->id,
    .critical = (self->options.show & PLAN_GANTT_CRITICAL) != 0,
    .with_words = TRUE,
    .x0 = clip->x, .y0 = clip->y, .x1 = clip->x + clip->width, .y1 = clip->y + clip->height,
    .hover = PLAN_INDEX_NONE,
    .measure = plan_chart_measure,
    .measure_data = (gpointer) self->theme->font,
  };
  g_autoptr (PlanDiagramLayout) layout = plan_diagram_layout_new (&input);

  plan_diagram_draw (cr, layout, self->theme, clip);
}

/**
 * plan_pages_draw_network:
 *
 * Draws the part of the diagram that stands on a page, in a frame.
 */
void
plan_pages_draw_network (PlanPages *self, cairo_t *cr, guint page)
{
  const PlanPageCell *cell = &g_array_index (self->cells, PlanPageCell, page);
  double x = g_array_index (self->break_x, double, cell->column), y = g_array_index (self->break_y, double, cell->band);
  double width = g_array_index (self->break_x, double, cell->column + 1) - x;
  double height = g_array_index (self->break_y, double, cell->band + 1) - y;
  const PlanGanttClip clip = { x, y, width, height };
  guint n_nodes;

  plan_diagram_get_nodes (self->diagram, &n_nodes);
  cairo_save (cr);
  cairo_translate (cr, self->frame_x, self->frame_y);
  cairo_scale (cr, self->diagram_scale, self->diagram_scale);
  cairo_translate (cr, -x, -y);
  if (n_nodes > 0)
    draw_part (self, cr, &clip);
  cairo_restore (cr);
  if (n_nodes == 0)
    {
      PlanTextStyle style = { PLAN_PT (9), self->theme->ink2, PLAN_ALIGN_LEFT, FALSE };

      plan_page_text_draw (self->text, cr, _("This plan has no tasks yet."), &style, self->frame_x + PLAN_MM (4),
                           self->frame_y + PLAN_MM (8), -1);
    }
  if (self->picture)
    return;
  plan_page_set_colour (cr, self->theme->ink);
  cairo_set_line_width (cr, PLAN_MM (0.35));
  cairo_rectangle (cr, self->frame_x, self->frame_y, self->frame_width,
                   self->bottom - PLAN_MM (PLAN_FOOT_LINE_MM) - self->frame_y);
  cairo_stroke (cr);
}
