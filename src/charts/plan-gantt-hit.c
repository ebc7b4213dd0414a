/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies under the pointer, by the same rectangles that are drawn: deadlines and bars with their edges first, since they
 * lie on top, then links, then the row.
 */

#include "plan-gantt-private.h"

#include <math.h>

#define EDGE 4.0          /* of a bar, inside and outside */
#define PROGRESS_EDGE 3.0
#define AROUND_BAR 2.0
#define AROUND_LINK 3.0
#define DEADLINE_HALF 5.0
#define DEADLINE_HEIGHT 11.0

static gboolean
hit_deadline (const PlanGanttLayout *self, double x, double y, PlanGanttHit *hit)
{
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const PlanGanttDeadline *mark = &g_array_index (self->deadlines, PlanGanttDeadline, i);

      if (mark->row != hit->row || fabs (x - mark->x) > DEADLINE_HALF || y < mark->y || y > mark->y + DEADLINE_HEIGHT)
        continue;
      hit->kind = PLAN_HIT_DEADLINE;
      hit->task = mark->task;
      return TRUE;
    }
  return FALSE;
}

/* Edges take at most a third of a bar each, so that its middle can always be grabbed. */
static PlanGanttHitKind
find_part (const PlanGanttBar *bar, double x)
{
  double inside = MIN (EDGE, bar->width / 3);

  if (bar->kind != PLAN_BAR_TASK)
    return PLAN_HIT_BAR;
  if (x > bar->x + bar->width - inside)
    return PLAN_HIT_BAR_FINISH;
  if (x < bar->x + inside)
    return PLAN_HIT_BAR_START;
  if (bar->done > 0 && bar->done < bar->width && fabs (x - bar->x - bar->done) <= PROGRESS_EDGE
      && fabs (bar->x + bar->width / 2 - x) > 1)
    return PLAN_HIT_PROGRESS;
  return PLAN_HIT_BAR;
}

static gboolean
hit_bar (const PlanGanttLayout *self, double x, double y, PlanGanttHit *hit)
{
  guint index = self->row_bar[hit->row - self->first_row];
  double outside;
  const PlanGanttBar *bar;

  if (index == PLAN_INDEX_NONE)
    return FALSE;
  bar = &g_array_index (self->bars, PlanGanttBar, index);
  outside = bar->kind == PLAN_BAR_TASK ? EDGE : 0;
  if (x < bar->x - outside || x > bar->x + bar->width + outside || y < bar->y - AROUND_BAR
      || y > bar->y + bar->height + AROUND_BAR)
    return FALSE;
  hit->kind = find_part (bar, x);
  hit->task = bar->task;
  return TRUE;
}

static gboolean
is_on_path (const PlanGanttLayout *self, const PlanGanttPath *path, double x, double y)
{
  const PlanGanttPoint *points = &g_array_index (self->points, PlanGanttPoint, path->first_point);

  for (guint i = 1; i < path->n_points; i++)
    if (x >= MIN (points[i - 1].x, points[i].x) - AROUND_LINK && x <= MAX (points[i - 1].x, points[i].x) + AROUND_LINK
        && y >= MIN (points[i - 1].y, points[i].y) - AROUND_LINK && y <= MAX (points[i - 1].y, points[i].y) + AROUND_LINK)
      return TRUE;
  return FALSE;
}

static gboolean
hit_link (const PlanGanttLayout *self, double x, double y, PlanGanttHit *hit)
{
  for (guint i = self->paths->len; i > 0; i--)
    {
      const PlanGanttPath *path = &g_array_index (self->paths, PlanGanttPath, i - 1);

      if (x < path->x0 - AROUND_LINK || x > path->x1 + AROUND_LINK || y < path->y0 - AROUND_LINK
          || y > path->y1 + AROUND_LINK || !is_on_path (self, path, x, y))
        continue;
      hit->kind = PLAN_HIT_LINK;
      hit->link = path->link;
      return TRUE;
    }
  return FALSE;
}

/**
 * plan_gantt_hit:
 * @x: in chart units; @y: likewise, 0 is the upper edge of row 0
 *
 * Returns: what lies there; the row is %PLAN_INDEX_NONE outside of the rows that were laid out
 */
PlanGanttHit
plan_gantt_hit (const PlanGanttLayout *self, double x, double y)
{
  PlanGanttHit hit = { PLAN_HIT_NONE, PLAN_INDEX_NONE, PLAN_INDEX_NONE, PLAN_INDEX_NONE };
  double row = floor (y / self->metrics.row_height);

  if (!(row >= self->first_row && row < self->end_row))
    return hit;
  hit.row = (guint) row;
  hit.kind = PLAN_HIT_ROW;
  if (!hit_deadline (self, x, y, &hit) && !hit_bar (self, x, y, &hit))
    hit_link (self, x, y, &hit);
  return hit;
}
