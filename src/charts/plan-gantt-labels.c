/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels beside bars: the people of a task, the date of a milestone. A label stands right of everything that belongs to
 * its bar; it moves on when the vertical piece of another link stands in its way, goes to the left of the bar when the
 * right edge is too near, and is left out when it fits nowhere: it is never shortened. Other labels stand left of the bar, or
 * inside of it, when that was chosen. What they say is in plan-gantt-label-text.c.
 */

#include "plan-gantt-private.h"

#define GAP 6.0
#define DEADLINE_HALF 6.0
#define MILESTONE_GAP 12.0 /* from the centre, to the left */
#define GATE_GAP 15.0
#define CLEAR_BEFORE 4.0   /* of vertical pieces of other links */
#define CLEAR_BEHIND 12.0
#define BESIDE_BAR 12.0    /* where links leave and enter at the left */
#define HALO 2.0
#define MOST_MOVES 16
#define BASE_LINE 0.36     /* from the middle of capitals and digits to the base line, in parts of the size */

/* The first vertical piece right of @x. */
static guint
find_vertical (const PlanGanttLayout *self, double x)
{
  guint low = 0;
  guint high = self->verticals->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->verticals, PlanGanttVertical, middle).x < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Moves @x to the right until no vertical piece at the height of @y is near it. */
static double
clear_verticals (const PlanGanttLayout *self, double x, double y, double half)
{
  guint moves = 0;

  for (guint i = find_vertical (self, x - CLEAR_BEFORE); i < self->verticals->len && moves < MOST_MOVES; i++)
    {
      const PlanGanttVertical *piece = &g_array_index (self->verticals, PlanGanttVertical, i);

      if (piece->x > x + CLEAR_BEHIND)
        break;
      if (piece->y0 > y + half || piece->y1 < y - half)
        continue;
      x = piece->x + GAP;
      moves++;
    }
  return x;
}

/* The right end of all that belongs to the bar. @slack and @deadline go on with the rows. */
static double
find_right_most (const PlanGanttLayout *self, const PlanGanttBar *bar, guint *slack, guint *deadline)
{
  double right = MAX (bar->x + bar->width, self->own_vertical[bar->row - self->first_row]);

  for (; *slack < self->slacks->len; (*slack)++)
    {
      const PlanGanttSlack *mark = &g_array_index (self->slacks, PlanGanttSlack, *slack);

      if (mark->row > bar->row)
        break;
      if (mark->row == bar->row)
        right = MAX (right, mark->end);
    }
  for (; *deadline < self->deadlines->len; (*deadline)++)
    {
      const PlanGanttDeadline *mark = &g_array_index (self->deadlines, PlanGanttDeadline, *deadline);

      if (mark->row > bar->row)
        break;
      if (mark->row == bar->row)
        right = MAX (right, mark->x + DEADLINE_HALF);
    }
  return right;
}

/* The right end of a label left of @x: beside the vertical piece of a link that leaves or enters there, if there is one. */
static double
clear_left (const PlanGanttLayout *self, double x, double y, double half)
{
  for (guint i = find_vertical (self, x - BESIDE_BAR); i < self->verticals->len; i++)
    {
      const PlanGanttVertical *piece = &g_array_index (self->verticals, PlanGanttVertical, i);

      if (piece->x >= x)
        break;
      if (piece->y0 <= y + half && piece->y1 >= y - half)
        return piece->x - CLEAR_BEFORE;
    }
  return x;
}

static double
get_left_gap (const PlanGanttBar *bar)
{
  if (bar->kind == PLAN_BAR_MILESTONE)
    return MILESTONE_GAP - bar->width / 2;
  if (bar->kind == PLAN_BAR_GATE)
    return GATE_GAP - bar->width / 2;
  return GAP;
}

/* Returns FALSE if there is no place for the label. */
static gboolean
place_label (const PlanGanttLayout *self, const PlanGanttBar *bar, double right_most, PlanGanttText *label)
{
  double middle = plan_gantt_row_middle (self, bar->row);

  label->y = middle + label->size * BASE_LINE;
  label->x = clear_verticals (self, right_most + GAP, middle, label->size / 2);
  if (label->x + label->width <= self->x1)
    return label->x + label->width > self->x0;
  label->x = MIN (bar->x - get_left_gap (bar), clear_left (self, bar->x, middle, label->size / 2)) - label->width;
  return bar->x < self->x1 && label->x >= self->x0;
}

static gboolean
is_struck_by_link (const PlanGanttLayout *self, const PlanGanttText *label)
{
  double top = label->y - label->size;
  double right = label->x + label->width;

  for (guint i = 0; i < self->paths->len; i++)
    {
      const PlanGanttPath *path = &g_array_index (self->paths, PlanGanttPath, i);

      if (path->x1 >= label->x && path->x0 <= right && path->y1 >= top && path->y0 <= label->y + HALO)
        return TRUE;
    }
  return FALSE;
}

/* Whether lines or a hatch lie below the label; a plain tint does not need a rim. */
static gboolean
needs_halo (const PlanGanttLayout *self, const PlanGanttText *label)
{
  double left = label->x - HALO;
  double right = label->x + label->width + HALO;

  if ((self->today_x >= left && self->today_x <= right) || (self->status_x >= left && self->status_x <= right))
    return TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    if (g_array_index (self->lines, PlanGanttLine, i).x >= left && g_array_index (self->lines, PlanGanttLine, i).x <= right)
      return TRUE;
  for (guint i = 0; i < self->shades->len; i++)
    {
      const PlanGanttShade *shade = &g_array_index (self->shades, PlanGanttShade, i);

      if (shade->kind != PLAN_DAY_WEEKEND && shade->x + shade->width >= left && shade->x <= right)
        return TRUE;
    }
  return is_struck_by_link (self, label);
}

/* The start of a label that ends at the left of the bar. */
static gboolean
place_left (const PlanGanttLayout *self, const PlanGanttBar *bar, PlanGanttText *label)
{
  double middle = plan_gantt_row_middle (self, bar->row);

  label->y = middle + label->size * BASE_LINE;
  label->x = MIN (bar->x - get_left_gap (bar), clear_left (self, bar->x, middle, label->size / 2)) - label->width;
  return bar->x < self->x1 && label->x >= self->x0;
}

/* Where the bar is seen, with room around it. */
static gboolean
place_inside (const PlanGanttLayout *self, const PlanGanttBar *bar, PlanGanttText *label)
{
  double left = MAX (bar->x, self->x0) + GAP / 2, right = MIN (bar->x + bar->width, self->x1) - GAP / 2;

  label->y = bar->y + bar->height / 2 + label->size * BASE_LINE;
  label->x = left;
  label->halo = TRUE;
  return bar->kind == PLAN_BAR_TASK && left + label->width <= right;
}

/* Adds the label of a bar at one of its places, if it says something and there is room for it. */
static void
add_label (PlanGanttLayout *self, const PlanGanttInput *input, const PlanGanttBar *bar, PlanGanttLabelPlace place, double right_most,
           GString *text)
{
  PlanGanttText label = { .size = self->metrics.label_size, .row = bar->row };
  gboolean is_placed;

  g_string_truncate (text, 0);
  if (!plan_gantt_describe_bar (text, input, bar, place))
    return;
  label.bold = bar->kind != PLAN_BAR_TASK;
  label.ink = place == PLAN_LABEL_INSIDE     ? PLAN_INK_TEXT
              : bar->kind == PLAN_BAR_TASK ? PLAN_INK_SECOND
              : bar->critical              ? PLAN_INK_CRITICAL
                                           : PLAN_INK_TEXT;
  label.width = input->measure (text->str, label.size, label.bold, input->measure_data);
  if (place == PLAN_LABEL_INSIDE)
    is_placed = place_inside (self, bar, &label);
  else if (place == PLAN_LABEL_AT_LEFT)
    is_placed = place_left (self, bar, &label);
  else
    is_placed = place_label (self, bar, right_most, &label);
  if (!is_placed)
    return;
  label.halo = label.halo || needs_halo (self, &label);
  label.text = plan_gantt_add_text (self, text->str);
  g_array_append_val (self->labels, label);
}

/**
 * plan_gantt_add_labels:
 *
 * Adds the labels of the bars in the window. Needs bars, slacks, deadlines and links.
 */
void
plan_gantt_add_labels (PlanGanttLayout *self, const PlanGanttInput *input)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint slack = 0;
  guint deadline = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const PlanGanttBar *bar = &g_array_index (self->bars, PlanGanttBar, i);
      double right_most = find_right_most (self, bar, &slack, &deadline);

      for (PlanGanttLabelPlace place = 0; place < PLAN_N_LABEL_PLACES; place++)
        add_label (self, input, bar, place, right_most, text);
    }
}
