/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of a network diagram. A box stands right of all its predecessors, as near as they let it (longest path; see
 * Sugiyama, Tagawa, Toda: Methods for visual understanding of hierarchical system structures, 1981), and one without
 * predecessors right before the first of its successors, so that links are short. Linear in boxes and links.
 */

#include "plan-diagram-private.h"

static guint *
count_incoming (PlanDiagram *self)
{
  guint *open = g_new (guint, self->nodes->len + 1);

  for (guint i = 0; i < self->nodes->len; i++)
    open[i] = self->in_first[i + 1] - self->in_first[i];
  return open;
}

/* Boxes whose predecessors all have their column come next; what stands in a circle, which no schedule has, stays where it
 * is. */
static void
push_right (PlanDiagram *self)
{
  g_autofree guint *open = count_incoming (self);
  g_autofree guint *queue = g_new (guint, self->nodes->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    if (open[i] == 0)
      queue[n++] = i;
  for (guint i = 0; i < n; i++)
    for (guint e = self->out_first[queue[i]]; e < self->out_first[queue[i] + 1]; e++)
      {
        PlanDiagramNode *to = plan_diagram_node (self, plan_diagram_edge (self, e)->to);

        to->layer = MAX (to->layer, plan_diagram_node (self, queue[i])->layer + 1);
        if (--open[plan_diagram_edge (self, e)->to] == 0)
          queue[n++] = plan_diagram_edge (self, e)->to;
      }
}

static void
pull_first_boxes (PlanDiagram *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      guint nearest = G_MAXUINT;

      if (self->in_first[i] != self->in_first[i + 1])
        continue;
      for (guint e = self->out_first[i]; e < self->out_first[i + 1]; e++)
        nearest = MIN (nearest, plan_diagram_node (self, plan_diagram_edge (self, e)->to)->layer);
      if (nearest != G_MAXUINT && nearest > 0)
        plan_diagram_node (self, i)->layer = nearest - 1;
    }
}

/* Gives each box its column. */
void
plan_diagram_set_layers (PlanDiagram *self)
{
  push_right (self);
  pull_first_boxes (self);
  self->n_layers = 0;
  for (guint i = 0; i < self->nodes->len; i++)
    self->n_layers = MAX (self->n_layers, plan_diagram_node (self, i)->layer + 1);
}
