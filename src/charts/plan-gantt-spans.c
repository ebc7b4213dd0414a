/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From which row to which the links of a chart go, so that a frame need not look at all of them. Links are taken in blocks
 * of neighbours, as they lie in the model, with the uppermost and lowermost row of each block: most links join near rows
 * and were made one after the other, so that few blocks reach into a window.
 */

#include "plan-gantt-private.h"

#define BLOCK_LINKS 64

/* The rows that the links of a block touch or pass; none if @least is above @most. */
typedef struct
{
  guint least;
  guint most;
} Block;

struct _PlanGanttSpans
{
  const PlanTaskIndex *index;
  GArray *blocks;
};

/**
 * plan_gantt_spans_new:
 *
 * Returns: (transfer full): spans that are found when they are first asked for
 */
PlanGanttSpans *
plan_gantt_spans_new (void)
{
  PlanGanttSpans *self = g_new0 (PlanGanttSpans, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  return self;
}

void
plan_gantt_spans_free (PlanGanttSpans *self)
{
  g_array_unref (self->blocks);
  g_free (self);
}

/* Returns: whether both ends of the link have a row */
static gboolean
get_rows (const PlanGanttInput *input, guint link, guint *least, guint *most)
{
  guint from, to;

  plan_task_index_get_ends (input->index, link, &from, &to);
  if (from >= input->rows->n_tasks || to >= input->rows->n_tasks)
    return FALSE;
  from = input->rows->row_of_task[from];
  to = input->rows->row_of_task[to];
  *least = MIN (from, to);
  *most = MAX (from, to);
  return *most != PLAN_INDEX_NONE;
}

static void
fill (PlanGanttSpans *self, const PlanGanttInput *input)
{
  guint n_links = plan_model_get_n (input->model, PLAN_RECORD_LINK);

  self->index = input->index;
  g_array_set_size (self->blocks, 0);
  for (guint first = 0; first < n_links; first += BLOCK_LINKS)
    {
      Block block = { G_MAXUINT, 0 };

      for (guint link = first; link < MIN (first + BLOCK_LINKS, n_links); link++)
        {
          guint least, most;

          if (!get_rows (input, link, &least, &most))
            continue;
          block.least = MIN (block.least, least);
          block.most = MAX (block.most, most);
        }
      g_array_append_val (self->blocks, block);
    }
}

/**
 * plan_gantt_spans_foreach:
 * @func: (scope call): is given the index of a link in the model
 *
 * Calls @func for each link that joins two rows and touches or passes those from @first_row to before @end_row.
 */
void
plan_gantt_spans_foreach (const PlanGanttInput *input, guint first_row, guint end_row,
                          void (*func) (guint link, gpointer data), gpointer data)
{
  PlanGanttSpans *self = input->rows->spans;
  guint n_links = plan_model_get_n (input->model, PLAN_RECORD_LINK);

  if (self->index != input->index)
    fill (self, input);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);
      guint least, most;

      if (block->most < first_row || block->least >= end_row)
        continue;
      for (guint link = i * BLOCK_LINKS; link < MIN ((i + 1) * BLOCK_LINKS, n_links); link++)
        if (get_rows (input, link, &least, &most) && most >= first_row && least < end_row)
          func (link, data);
    }
}
