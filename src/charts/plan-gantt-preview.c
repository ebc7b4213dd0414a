/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What would move while a person drags: the marks of the rows that are seen, shaped once by the dates as they are and once
 * by those that would be; those that differ are ghosts at their new places.
 */

#include "plan-gantt-preview.h"

#include "plan-gantt-private.h"

#include <math.h>

#define NEAR 0.5 /* less cannot be seen */

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) < NEAR;
}

static gboolean
is_same_place (const PlanGanttBar *a, const PlanGanttBar *b)
{
  return is_near (a->x, b->x) && is_near (a->width, b->width) && a->kind == b->kind;
}

static void
add_ghost (PlanGanttPreview *self, const PlanGanttLayout *layout, const PlanGanttInput *before, const PlanGanttInput *after,
           guint row, guint task)
{
  guint index = before->rows->task[row];
  PlanGanttGhost ghost = { .dragged = index == task };
  PlanGanttBar old;
  gboolean had;

  if (index == PLAN_INDEX_NONE || !plan_gantt_shape_bar (layout, after, index, row, &ghost.bar))
    return;
  had = plan_gantt_shape_bar (layout, before, index, row, &old);
  if (had && is_same_place (&old, &ghost.bar) && (!ghost.dragged || is_near (old.done, ghost.bar.done)))
    return;
  g_array_append_val (self->ghosts, ghost);
}

static void
add_deadline (PlanGanttPreview *self, const PlanGanttLayout *layout, const PlanGanttInput *before, const PlanGanttInput *after,
              guint task)
{
  PlanTicks old = plan_model_get_task_at (before->model, task)->deadline;
  PlanTicks new = plan_model_get_task_at (after->model, task)->deadline;
  guint row = before->rows->row_of_task[task];

  if (old == new || !plan_ticks_is_valid (new) || row == PLAN_INDEX_NONE)
    return;
  self->deadline_x = plan_timescale_x (&layout->scale, new);
  self->deadline_y = plan_gantt_deadline_top (layout, row);
}

/**
 * plan_gantt_preview_new:
 * @layout: the chart as it is; @input: what it was made from
 * @model: the records as they would be; @schedule: what would follow from them; tasks have the same indexes
 * @task: index of the task that is dragged
 *
 * Returns: (transfer full): what would move of the rows of @layout
 */
PlanGanttPreview *
plan_gantt_preview_new (const PlanGanttLayout *layout, const PlanGanttInput *input, const PlanModel *model,
                        const PlanSchedule *schedule, guint task)
{
  PlanGanttPreview *self = g_new0 (PlanGanttPreview, 1);
  PlanGanttInput after = *input;

  after.model = model;
  after.schedule = schedule;
  self->ghosts = g_array_new (FALSE, FALSE, sizeof (PlanGanttGhost));
  self->deadline_x = self->deadline_y = NAN;
  for (guint row = layout->first_row; row < layout->end_row; row++)
    add_ghost (self, layout, input, &after, row, task);
  add_deadline (self, layout, input, &after, task);
  return self;
}

/**
 * plan_gantt_preview_free:
 * @self: (transfer full) (nullable):
 */
void
plan_gantt_preview_free (PlanGanttPreview *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ghosts);
  g_free (self);
}

/**
 * plan_gantt_preview_set_band:
 * @from: the mark that a link begins at; @x, @y: where the pointer is, in chart units
 * @allowed: whether the link can be made there
 *
 * Adds the line of a link that is being drawn.
 */
void
plan_gantt_preview_set_band (PlanGanttPreview *self, const PlanGanttBar *from, double x, double y, gboolean allowed)
{
  self->has_band = TRUE;
  self->allowed = allowed;
  self->from_x = from->x + from->width;
  self->from_y = from->y + from->height / 2;
  self->to_x = x;
  self->to_y = y;
}

/**
 * plan_gantt_preview_to_text:
 *
 * Returns: (transfer full): one mark to a line, for tests
 */
char *
plan_gantt_preview_to_text (const PlanGanttPreview *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->ghosts->len; i++)
    {
      const PlanGanttGhost *ghost = &g_array_index (self->ghosts, PlanGanttGhost, i);

      g_string_append_printf (text, "ghost %u %.1f %.1f %.1f %.1f", ghost->bar.row, ghost->bar.x, ghost->bar.y, ghost->bar.width,
                              ghost->bar.height);
      if (ghost->bar.done > 0)
        g_string_append_printf (text, " done %.1f", ghost->bar.done);
      g_string_append (text, ghost->dragged ? " dragged\n" : "\n");
    }
  if (!isnan (self->deadline_x))
    g_string_append_printf (text, "deadline %.1f %.1f\n", self->deadline_x, self->deadline_y);
  if (self->has_band)
    g_string_append_printf (text, "band %.1f %.1f %.1f %.1f%s\n", self->from_x, self->from_y, self->to_x, self->to_y,
                            self->allowed ? "" : " refused");
  return g_string_free (text, FALSE);
}
