/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of one link from mark to mark, as visual-design.md 4 has it: horizontal and vertical pieces, out of the side that
 * the kind of the link names, into the top or the side of the successor. The first rule that fits wins. A link that goes
 * up is the mirror image of one that goes down; the gutter is a line just inside the successor's row, on the side the
 * link comes from, so that the predecessor's row stays free for its label.
 */

#include "plan-gantt-private.h"

#include <math.h>

#define ENTRY 6.0       /* from the successor's start to where the arrow stands */
#define STUB 6.0
#define GUTTER 1.5
#define BEFORE_START 9.0
#define BESIDE_START 7.5
#define OVER_AND_DOWN 24.0
#define SAME_PLACE 0.5

static void
add_point (PlanGanttLayout *self, double x, double y)
{
  PlanGanttPoint point = { x, y };

  g_array_append_val (self->points, point);
}

static gboolean
is_point (const PlanGanttBar *bar)
{
  return bar->kind == PLAN_BAR_MILESTONE || bar->kind == PLAN_BAR_GATE;
}

static double
get_middle (const PlanGanttBar *bar)
{
  return bar->y + bar->height / 2;
}

static double
get_end (const PlanGanttBar *bar)
{
  return bar->x + bar->width;
}

/* Where an arrow from above or below enters. */
static double
get_entry (const PlanGanttBar *bar)
{
  return is_point (bar) ? bar->x + bar->width / 2 : bar->x + MIN (ENTRY, bar->width / 2);
}

static double
get_gutter (const PlanGanttLayout *self, const PlanGanttBar *to, gboolean down)
{
  double height = self->metrics.row_height;

  return to->row * height + (down ? GUTTER : height - GUTTER);
}

static void
route_finish_to_start (PlanGanttLayout *self, const PlanGanttBar *from, const PlanGanttBar *to)
{
  gboolean down = to->row > from->row;
  double entry = get_entry (to);
  double end = get_end (from);
  double middle = get_middle (from);
  double into = down ? to->y : to->y + to->height;
  double gutter = get_gutter (self, to, down);
  double half = from->width / 2;
  double beside = entry - (from->x + half);   /* of a milestone's centre */

  if (is_point (to) && !is_point (from) && fabs (entry - end) < SAME_PLACE)
    {
      add_point (self, entry, down ? from->y + from->height : from->y);
      add_point (self, entry, into);
    }
  else if (is_point (from) && beside > -SAME_PLACE && beside <= half)
    {
      add_point (self, entry, down ? middle + half - MAX (beside, 0) : middle - half + MAX (beside, 0));
      add_point (self, entry, into);
    }
  else if (entry >= end && entry - end <= OVER_AND_DOWN)
    {
      add_point (self, end, middle);
      add_point (self, entry, middle);
      add_point (self, entry, into);
    }
  else
    {
      add_point (self, end, middle);
      add_point (self, end + STUB, middle);
      add_point (self, end + STUB, gutter);
      add_point (self, entry > end ? entry : to->x - BEFORE_START, gutter);
      add_point (self, entry > end ? entry : to->x - BEFORE_START, entry > end ? into : get_middle (to));
      if (entry <= end)
        add_point (self, to->x, get_middle (to));
    }
}

/* Both ends on one side: around the farther of the two. */
static void
route_beside (PlanGanttLayout *self, double from_x, double from_y, double to_x, double to_y, gboolean left)
{
  double x = left ? MIN (from_x, to_x) - BESIDE_START : MAX (from_x, to_x) + BESIDE_START;

  add_point (self, from_x, from_y);
  add_point (self, x, from_y);
  add_point (self, x, to_y);
  add_point (self, to_x, to_y);
}

static void
route_start_to_finish (PlanGanttLayout *self, const PlanGanttBar *from, const PlanGanttBar *to)
{
  double end = get_end (to);
  double gutter = get_gutter (self, to, to->row > from->row);

  add_point (self, from->x, get_middle (from));
  if (from->x - end >= BESIDE_START + BEFORE_START)
    {
      add_point (self, from->x - BESIDE_START, get_middle (from));
      add_point (self, from->x - BESIDE_START, get_middle (to));
    }
  else
    {
      add_point (self, from->x - STUB, get_middle (from));
      add_point (self, from->x - STUB, gutter);
      add_point (self, end + BEFORE_START, gutter);
      add_point (self, end + BEFORE_START, get_middle (to));
    }
  add_point (self, end, get_middle (to));
}

/**
 * plan_gantt_route_link:
 * @from: the predecessor's mark; @to: the successor's, in another row
 *
 * Appends the points of the link to the layout's points, from the predecessor to the tip of the arrow.
 */
void
plan_gantt_route_link (PlanGanttLayout *self, PlanLinkType type, const PlanGanttBar *from, const PlanGanttBar *to)
{
  switch (type)
    {
    case PLAN_LINK_SS:
      route_beside (self, from->x, get_middle (from), to->x, get_middle (to), TRUE);
      break;
    case PLAN_LINK_FF:
      route_beside (self, get_end (from), get_middle (from), get_end (to), get_middle (to), FALSE);
      break;
    case PLAN_LINK_SF:
      route_start_to_finish (self, from, to);
      break;
    case PLAN_LINK_FS:
    default:
      route_finish_to_start (self, from, to);
      break;
    }
}
