/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which links the window shows: those whose way touches it, wherever their ends are. One pass over the packed links drops
 * those that lie above or below; the rest are routed and kept when their box meets the window. On paper a link that leaves
 * the page ends there, with the number of the row where it goes on.
 */

#include "plan-gantt-private.h"

#include <math.h>

#define NUMBER_GAP 3.0

static void
measure_path (const PlanGanttLayout *self, PlanGanttPath *path)
{
  const PlanGanttPoint *points = &g_array_index (self->points, PlanGanttPoint, path->first_point);

  path->x0 = path->x1 = points[0].x;
  path->y0 = path->y1 = points[0].y;
  for (guint i = 1; i < path->n_points; i++)
    {
      path->x0 = MIN (path->x0, points[i].x);
      path->x1 = MAX (path->x1, points[i].x);
      path->y0 = MIN (path->y0, points[i].y);
      path->y1 = MAX (path->y1, points[i].y);
    }
}

static gboolean
meets_window (const PlanGanttLayout *self, const PlanGanttPath *path)
{
  double height = self->metrics.row_height;

  return path->x1 >= self->x0 && path->x0 <= self->x1 && path->y1 >= self->first_row * height
         && path->y0 <= self->end_row * height;
}

/* Labels keep clear of vertical pieces; those of the row's own links count even where they end beside the bar. */
static void
note_verticals (PlanGanttLayout *self, const PlanGanttPath *path, guint from_row)
{
  const PlanGanttPoint *points = &g_array_index (self->points, PlanGanttPoint, path->first_point);
  gboolean first = TRUE;

  for (guint i = 1; i < path->n_points; i++)
    {
      PlanGanttVertical piece = { points[i].x, MIN (points[i - 1].y, points[i].y), MAX (points[i - 1].y, points[i].y) };

      if (points[i - 1].x != points[i].x || piece.y0 == piece.y1)
        continue;
      if (first && from_row >= self->first_row && from_row < self->end_row)
        self->own_vertical[from_row - self->first_row] = MAX (self->own_vertical[from_row - self->first_row], piece.x);
      first = FALSE;
      if (piece.x >= self->x0 && piece.x <= self->x1)
        g_array_append_val (self->verticals, piece);
    }
}

static gboolean
is_inside (const PlanGanttLayout *self, const PlanGanttPoint *point)
{
  double height = self->metrics.row_height;

  return point->x >= self->x0 && point->x <= self->x1 && point->y >= self->first_row * height
         && point->y <= self->end_row * height;
}

/* The place where the piece from @inside to @outside crosses the edge of the window. */
static PlanGanttPoint
cross_edge (const PlanGanttLayout *self, const PlanGanttPoint *inside, const PlanGanttPoint *outside)
{
  double height = self->metrics.row_height;
  PlanGanttPoint at = *outside;

  at.x = CLAMP (at.x, self->x0, self->x1);
  at.y = CLAMP (at.y, self->first_row * height, self->end_row * height);
  return inside->x == outside->x ? (PlanGanttPoint) { inside->x, at.y } : (PlanGanttPoint) { at.x, inside->y };
}

static void
add_row_number (PlanGanttLayout *self, const PlanGanttInput *input, const PlanGanttPoint *at, guint row, gboolean above)
{
  double size = self->metrics.lower_label_size;
  PlanGanttText text = { .size = size, .row = PLAN_INDEX_NONE, .ink = PLAN_INK_LINK, .halo = TRUE };
  char number[16];

  g_snprintf (number, sizeof number, "%u", input->rows->number[row]);
  text.text = plan_gantt_add_text (self, number);
  text.width = input->measure (number, size, FALSE, input->measure_data);
  text.x = at->x + NUMBER_GAP + text.width <= self->x1 ? at->x + NUMBER_GAP : at->x - NUMBER_GAP - text.width;
  text.y = above ? at->y + size : at->y - NUMBER_GAP;
  g_array_append_val (self->labels, text);
}

/* Cuts the link at the edge of the page, where one of its ends lies on another one, and puts the number of the other row
 * there. A link that begins on this page gets its arrow at the edge. */
static void
break_link (PlanGanttLayout *self, const PlanGanttInput *input, PlanGanttPath *path, guint from_row, guint to_row)
{
  PlanGanttPoint *points = &g_array_index (self->points, PlanGanttPoint, path->first_point);
  guint last = path->n_points - 1;
  guint i;

  if (is_inside (self, &points[0]) && is_inside (self, &points[last]))
    return;
  if (is_inside (self, &points[0]))
    {
      for (i = 1; i < last && is_inside (self, &points[i]); i++)
        ;
      points[i] = cross_edge (self, &points[i - 1], &points[i]);
      path->n_points = i + 1;
      add_row_number (self, input, &points[i], to_row, to_row < from_row);
    }
  else
    {
      for (i = last; i > 1 && is_inside (self, &points[i - 1]); i--)
        ;
      points[i - 1] = cross_edge (self, &points[i], &points[i - 1]);
      path->first_point += i - 1;
      path->n_points -= i - 1;
      add_row_number (self, input, &points[i - 1], from_row, to_row > from_row);
    }
}

static gboolean
ends_on_page (const PlanGanttLayout *self, const PlanGanttPath *path)
{
  return is_inside (self, &g_array_index (self->points, PlanGanttPoint, path->first_point))
         || is_inside (self, &g_array_index (self->points, PlanGanttPoint, path->first_point + path->n_points - 1));
}

/* Links may pass a window from end to end, but not a page: there, one of the rows must be on it. */
static gboolean
may_show (const PlanGanttLayout *self, guint from_row, guint to_row)
{
  if (MAX (from_row, to_row) < self->first_row || MIN (from_row, to_row) >= self->end_row || from_row == to_row)
    return FALSE;
  return (self->show & PLAN_GANTT_BREAKS) == 0
         || (from_row >= self->first_row && from_row < self->end_row)
         || (to_row >= self->first_row && to_row < self->end_row);
}

typedef struct
{
  PlanGanttLayout *layout;
  const PlanGanttInput *input;
} Adding;

static void
add_link (PlanGanttLayout *self, const PlanGanttInput *input, guint link)
{
  PlanGanttPath path = { .first_point = self->points->len, .link = link };
  guint from_row, to_row;
  PlanGanttBar from, to;

  plan_task_index_get_ends (input->index, link, &path.predecessor, &path.successor);
  from_row = input->rows->row_of_task[path.predecessor];
  to_row = input->rows->row_of_task[path.successor];
  if (!may_show (self, from_row, to_row))
    return;
  if (!plan_gantt_shape_bar (self, input, path.predecessor, from_row, &from)
      || !plan_gantt_shape_bar (self, input, path.successor, to_row, &to))
    return;
  plan_gantt_route_link (self, (PlanLinkType) plan_model_get_link_at (input->model, link)->type, &from, &to);
  path.n_points = self->points->len - path.first_point;
  path.critical = from.critical && to.critical;
  measure_path (self, &path);
  if (!meets_window (self, &path)
      || ((self->show & PLAN_GANTT_BREAKS) != 0 && !ends_on_page (self, &path)))
    {
      g_array_set_size (self->points, path.first_point);
      return;
    }
  if ((self->show & PLAN_GANTT_BREAKS) != 0)
    break_link (self, input, &path, from_row, to_row);
  note_verticals (self, &path, from_row);
  g_array_append_val (self->paths, path);
}

static int
compare_verticals (gconstpointer a, gconstpointer b)
{
  const PlanGanttVertical *first = a;
  const PlanGanttVertical *second = b;

  return first->x < second->x ? -1 : first->x > second->x;
}

static void
add_link_cb (guint link, gpointer data)
{
  Adding *adding = data;

  add_link (adding->layout, adding->input, link);
}

/**
 * plan_gantt_add_links:
 *
 * Adds the links that the window shows, and the vertical pieces that labels keep clear of.
 */
void
plan_gantt_add_links (PlanGanttLayout *self, const PlanGanttInput *input)
{
  Adding adding = { self, input };

  plan_gantt_spans_foreach (input, self->first_row, self->end_row, add_link_cb, &adding);
  g_array_sort (self->verticals, compare_verticals);
}
