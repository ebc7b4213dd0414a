/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the groups of a network diagram stand: in the order of the outline, each as high as the groups before it leave its
 * columns free. What is taken of each column is kept in a tree of ranges, so that thousands of wide groups cost no more
 * than n log n.
 */

#include "plan-diagram-private.h"

/**
 * Skyline:
 * @most: for each range of columns, the lowest line that is taken; @all: what all of the range was set to, or %G_MAXUINT
 */
typedef struct
{
  guint n_columns;
  guint *most;
  guint *all;
} Skyline;

static void
skyline_init (Skyline *self, guint n_columns)
{
  guint n = 1;

  while (n < n_columns)
    n *= 2;
  self->n_columns = n;
  self->most = g_new0 (guint, 2 * n);
  self->all = g_new (guint, 2 * n);
  for (guint i = 0; i < 2 * n; i++)
    self->all[i] = G_MAXUINT;
}

static void
skyline_clear (Skyline *self)
{
  g_free (self->most);
  g_free (self->all);
}

static void
hand_down (Skyline *self, guint range)
{
  if (self->all[range] == G_MAXUINT)
    return;
  for (guint child = 2 * range; child <= 2 * range + 1; child++)
    self->most[child] = self->all[child] = self->all[range];
  self->all[range] = G_MAXUINT;
}

/* The lowest line taken between @first and @last; with a @value, all of them are set to it. @range is [low, high]. */
static guint
skyline_visit (Skyline *self, guint range, guint low, guint high, guint first, guint last, const guint *value)
{
  guint middle = low + (high - low) / 2, most;

  if (last < low || high < first)
    return 0;
  if (first <= low && high <= last)
    {
      most = self->most[range];
      if (value != NULL)
        self->most[range] = self->all[range] = *value;
      return most;
    }
  hand_down (self, range);
  most = skyline_visit (self, 2 * range, low, middle, first, last, value);
  most = MAX (most, skyline_visit (self, 2 * range + 1, middle + 1, high, first, last, value));
  self->most[range] = MAX (self->most[2 * range], self->most[2 * range + 1]);
  return most;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlanDiagram *self = data;
  const PlanDiagramNode *p = plan_diagram_node (self, *(const guint *) a), *q = plan_diagram_node (self, *(const guint *) b);

  if (p->row != q->row)
    return p->row < q->row ? -1 : 1;
  return p->layer < q->layer ? -1 : p->layer > q->layer;
}

/* Gives each group its first line, and so each box its line in the whole. */
void
plan_diagram_pack (PlanDiagram *self)
{
  Skyline skyline;

  skyline_init (&skyline, MAX (self->n_layers, 1));
  for (guint i = 0; i < self->bands->len; i++)
    {
      PlanDiagramBand *band = &g_array_index (self->bands, PlanDiagramBand, i);
      guint end;

      band->top = skyline_visit (&skyline, 1, 0, skyline.n_columns - 1, band->first_layer, band->last_layer, NULL);
      end = band->top + band->n_rows;
      skyline_visit (&skyline, 1, 0, skyline.n_columns - 1, band->first_layer, band->last_layer, &end);
      self->n_rows = MAX (self->n_rows, end);
    }
  skyline_clear (&skyline);
  self->by_row = g_new (guint, self->nodes->len + 1);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      PlanDiagramNode *node = plan_diagram_node (self, i);

      node->row += g_array_index (self->bands, PlanDiagramBand, node->group).top;
      self->by_row[i] = i;
    }
  g_qsort_with_data (self->by_row, (gint) self->nodes->len, sizeof (guint), compare_places, self);
}
