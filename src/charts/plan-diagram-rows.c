/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of a network diagram within each group. In each column boxes are ordered by the mean line of their neighbours in
 * the column before, then in the one behind, a few times to and fro (the barycentre method of Sugiyama and others), which
 * takes crossings away; of all orders that were tried, that of the outline among them, the one with the fewest crossings is
 * kept. A box stands in the line of its neighbours where it can, so that chains run straight.
 */

#include "plan-diagram-private.h"

#include <math.h>
#include <stdlib.h>

#define SWEEPS 8

/* Where a box of a column would like to be. */
typedef struct
{
  double wish;
  guint place;
  guint node;
} Wish;

static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlanDiagram *self = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  const PlanDiagramNode *p = plan_diagram_node (self, first), *q = plan_diagram_node (self, second);

  if (p->group != q->group)
    return p->group < q->group ? -1 : 1;
  if (p->layer != q->layer)
    return p->layer < q->layer ? -1 : 1;
  return first < second ? -1 : 1;
}

/* Runs of one group and one column, and of one group. */
static void
add_cells (PlanDiagram *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PlanDiagramNode *node = plan_diagram_node (self, self->order[i]);
      PlanDiagramCell *last = self->cells->len > 0 ? &g_array_index (self->cells, PlanDiagramCell, self->cells->len - 1) : NULL;

      if (last != NULL && last->group == node->group && last->layer == node->layer)
        last->n++;
      else
        {
          PlanDiagramCell cell = { i, 1, node->group, node->layer };

          g_array_append_val (self->cells, cell);
        }
    }
}

static void
measure_bands (PlanDiagram *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const PlanDiagramCell *cell = &g_array_index (self->cells, PlanDiagramCell, i);
      PlanDiagramBand *band = &g_array_index (self->bands, PlanDiagramBand, cell->group);

      if (band->n_cells == 0)
        {
          band->first_cell = i;
          band->first_layer = cell->layer;
        }
      band->n_cells++;
      band->last_layer = cell->layer;
      band->n_rows = MAX (band->n_rows, cell->n);
    }
}

/* The mean line of the neighbours of the same group, or its own line when it has none. */
static double
find_wish (const PlanDiagram *self, guint node, gboolean forward)
{
  guint first = forward ? self->in_first[node] : self->out_first[node];
  guint end = forward ? self->in_first[node + 1] : self->out_first[node + 1];
  const PlanDiagramNode *own = plan_diagram_node (self, node);
  double sum = 0;
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      const PlanDiagramEdge *edge = plan_diagram_edge (self, forward ? self->in_edges[i] : i);
      const PlanDiagramNode *other = plan_diagram_node (self, forward ? edge->from : edge->to);

      if (other->group != own->group)
        continue;
      sum += other->row;
      n++;
    }
  return n > 0 ? sum / n : own->row;
}

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const Wish *p = a, *q = b;

  if (p->wish != q->wish)
    return p->wish < q->wish ? -1 : 1;
  return p->place < q->place ? -1 : 1;
}

static void
settle_cell (PlanDiagram *self, const PlanDiagramCell *cell, guint n_rows, gboolean forward, Wish *wishes)
{
  guint next = 0;

  for (guint i = 0; i < cell->n; i++)
    wishes[i] = (Wish) { find_wish (self, self->order[cell->first + i], forward), i, self->order[cell->first + i] };
  qsort (wishes, cell->n, sizeof *wishes, compare_wishes);
  for (guint i = 0; i < cell->n; i++)
    {
      guint row = MIN (MAX (next, (guint) floor (wishes[i].wish + 0.5)), n_rows - (cell->n - i));

      self->order[cell->first + i] = wishes[i].node;
      plan_diagram_node (self, wishes[i].node)->row = row;
      next = row + 1;
    }
}

/* A link within a group, by its ends. */
typedef struct
{
  guint from_layer, to_layer;
  guint from_row, to_row;
} Span;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *p = a, *q = b;

  if (p->from_layer != q->from_layer)
    return p->from_layer < q->from_layer ? -1 : 1;
  if (p->to_layer != q->to_layer)
    return p->to_layer < q->to_layer ? -1 : 1;
  if (p->from_row != q->from_row)
    return p->from_row < q->from_row ? -1 : 1;
  return p->to_row < q->to_row ? -1 : p->to_row > q->to_row;
}

/* The boxes of a group, which lie one behind the other in the order. */
static void
get_range (const PlanDiagram *self, const PlanDiagramBand *band, guint *first, guint *end)
{
  const PlanDiagramCell *last = &g_array_index (self->cells, PlanDiagramCell, band->first_cell + band->n_cells - 1);

  *first = g_array_index (self->cells, PlanDiagramCell, band->first_cell).first;
  *end = last->first + last->n;
}

static void
list_spans (const PlanDiagram *self, const PlanDiagramBand *band, GArray *spans)
{
  guint first, end;

  g_array_set_size (spans, 0);
  get_range (self, band, &first, &end);
  for (guint i = first; i < end; i++)
    for (guint e = self->out_first[self->order[i]]; e < self->out_first[self->order[i] + 1]; e++)
      {
        const PlanDiagramNode *from = plan_diagram_node (self, self->order[i]);
        const PlanDiagramNode *to = plan_diagram_node (self, plan_diagram_edge (self, e)->to);
        Span span = { from->layer, to->layer, from->row, to->row };

        if (from->group == to->group)
          g_array_append_val (spans, span);
      }
  g_array_sort (spans, compare_spans);
}

/* How many of the lines up to @row were added to the tree of sums (Fenwick, 1994). */
static guint
sum_up_to (const guint *sums, guint row)
{
  guint n = 0;

  for (guint i = row + 1; i > 0; i -= i & -i)
    n += sums[i];
  return n;
}

static void
add_to_sums (guint *sums, guint n_rows, guint row, int by)
{
  for (guint i = row + 1; i <= n_rows; i += i & -i)
    sums[i] += (guint) by;
}

/* Crossings of the links of a group between the same two columns: pairs of which one begins higher and ends lower. */
static guint64
count_crossings (const PlanDiagram *self, const PlanDiagramBand *band, GArray *spans, guint *sums)
{
  guint64 n = 0;

  list_spans (self, band, spans);
  for (guint i = 0, run = 0, same = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i), *before = &g_array_index (spans, Span, i > 0 ? i - 1 : 0);

      if (span->from_layer != before->from_layer || span->to_layer != before->to_layer)
        {
          for (; run < same; run++)
            add_to_sums (sums, band->n_rows, g_array_index (spans, Span, run).to_row, -1);
          run = same = i;
        }
      else if (span->from_row != before->from_row)
        for (; same < i; same++)
          add_to_sums (sums, band->n_rows, g_array_index (spans, Span, same).to_row, 1);
      n += same - run - sum_up_to (sums, span->to_row);
      if (i + 1 == spans->len)
        for (; run < same; run++)
          add_to_sums (sums, band->n_rows, g_array_index (spans, Span, run).to_row, -1);
    }
  return n;
}

static void
sweep (PlanDiagram *self, const PlanDiagramBand *band, gboolean forward, Wish *wishes)
{
  for (guint i = 0; i < band->n_cells; i++)
    {
      guint at = forward ? band->first_cell + i : band->first_cell + band->n_cells - 1 - i;

      settle_cell (self, &g_array_index (self->cells, PlanDiagramCell, at), band->n_rows, forward, wishes);
    }
}

/* What the groups share while they are settled. */
typedef struct
{
  Wish *wishes;
  GArray *spans;
  guint *sums;
  guint *best; /* lines by node */
} Work;

static void
keep_rows (PlanDiagram *self, const PlanDiagramBand *band, guint *best, gboolean restore)
{
  guint first, end;

  get_range (self, band, &first, &end);
  for (guint i = first; i < end; i++)
    if (restore)
      plan_diagram_node (self, self->order[i])->row = best[self->order[i]];
    else
      best[self->order[i]] = plan_diagram_node (self, self->order[i])->row;
}

/* Chains are to run straight, so the order of the outline must be better, not only as good, to stay. */
static void
settle_band (PlanDiagram *self, const PlanDiagramBand *band, Work *work)
{
  guint64 least = count_crossings (self, band, work->spans, work->sums);
  gboolean any = FALSE;

  keep_rows (self, band, work->best, FALSE);
  for (guint i = 0; i < SWEEPS; i++)
    {
      guint64 n;

      sweep (self, band, i % 2 == 0, work->wishes);
      n = count_crossings (self, band, work->spans, work->sums);
      if (n > least || (n == least && any && i > 2))
        continue;
      any = TRUE;
      least = n;
      keep_rows (self, band, work->best, FALSE);
    }
  keep_rows (self, band, work->best, TRUE);
}

/* Gives each box its line within its group; of the group, how many lines it has. */
void
plan_diagram_set_rows (PlanDiagram *self)
{
  Work work = { g_new (Wish, self->nodes->len + 1), g_array_new (FALSE, FALSE, sizeof (Span)),
                g_new0 (guint, self->nodes->len + 2),
                g_new (guint, self->nodes->len + 1) };

  self->order = g_new (guint, self->nodes->len + 1);
  for (guint i = 0; i < self->nodes->len; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (gint) self->nodes->len, sizeof (guint), compare_nodes, self);
  add_cells (self);
  measure_bands (self);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const PlanDiagramCell *cell = &g_array_index (self->cells, PlanDiagramCell, i);

      for (guint k = 0; k < cell->n; k++)
        plan_diagram_node (self, self->order[cell->first + k])->row = k;
    }
  for (guint b = 0; b < self->bands->len; b++)
    settle_band (self, &g_array_index (self->bands, PlanDiagramBand, b), &work);
  g_free (work.wishes);
  g_array_unref (work.spans);
  g_free (work.sums);
  g_free (work.best);
}
