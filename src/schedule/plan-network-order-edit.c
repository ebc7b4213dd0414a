/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edges and places of nodes while a network is edited. An edge against the order moves what has to come before it in front
 * of what has to come after (Pearce and Kelly, A dynamic topological sort algorithm for directed acyclic graphs, 2006): only
 * nodes between its two ends change their places, among themselves. Rows of edges stay packed: a new one moves those behind
 * it in memory, which is less than a walk through the tasks.
 */

#include "plan-network-order-edit.h"

#include <string.h>

typedef enum {
  AFTER = 1 << 0,  /* comes after the head of the new edge */
  BEFORE = 1 << 1, /* comes before its tail */
} Side;

static void
insert_edge (PlanEdge **edges, guint32 *first, const PlanNetwork *network, guint32 node, PlanEdge edge)
{
  guint32 at = first[node + 1];

  *edges = g_renew (PlanEdge, *edges, network->n_edges + 1);
  memmove (*edges + at + 1, *edges + at, (network->n_edges - at) * sizeof edge);
  (*edges)[at] = edge;
  for (guint32 i = node + 1; i <= network->n_nodes; i++)
    first[i]++;
}

static void
remove_edge (PlanEdge *edges, guint32 *first, const PlanNetwork *network, guint32 node, guint32 at)
{
  memmove (edges + at, edges + at + 1, (network->n_edges - at - 1) * sizeof *edges);
  for (guint32 i = node + 1; i <= network->n_nodes; i++)
    first[i]--;
}

static guint32
find_edge (const PlanEdge *edges, guint32 first, guint32 end, PlanEdge edge)
{
  for (guint32 e = first; e < end; e++)
    if (edges[e].other == edge.other && edges[e].lag == edge.lag)
      return e;
  return PLAN_NODE_NONE;
}

/* Marks the nodes of the window that come after its first one; FALSE when its last one is among them. */
static gboolean
mark_after (const PlanNetwork *network, guint32 low, guint32 high, guint8 *sides)
{
  sides[0] |= AFTER;
  for (guint32 i = low; i <= high; i++)
    for (guint32 e = network->first_succ[i]; (sides[i - low] & AFTER) && e < network->first_succ[i + 1]; e++)
      if (PLAN_EDGE_NODE (&network->succs[e]) <= high)
        sides[PLAN_EDGE_NODE (&network->succs[e]) - low] |= AFTER;
  return !(sides[high - low] & AFTER);
}

static void
mark_before (const PlanNetwork *network, guint32 low, guint32 high, guint8 *sides)
{
  sides[high - low] |= BEFORE;
  for (guint32 i = high + 1; i-- > low;)
    for (guint32 e = network->first_pred[i]; (sides[i - low] & BEFORE) && e < network->first_pred[i + 1]; e++)
      if (PLAN_EDGE_NODE (&network->preds[e]) >= low)
        sides[PLAN_EDGE_NODE (&network->preds[e]) - low] |= BEFORE;
}

/* The places of marked nodes go first to those before, then to those after, each in their old order. */
static void
share_places (const guint8 *sides, guint32 low, guint n, guint32 *places)
{
  static const Side order[] = { BEFORE, AFTER };
  guint place = 0;

  for (guint i = 0; i < n; i++)
    places[i] = low + i;
  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < n; i++)
      if (sides[i] & order[k])
        {
          while (sides[place] == 0)
            place++;
          places[i] = low + place++;
        }
}

/* How many nodes from @i on stay beside each other; most of a window does. */
static inline guint
count_together (const guint32 *places, guint i, guint n)
{
  guint end = i + 1;

  while (end < n && places[end] == places[end - 1] + 1)
    end++;
  return end - i;
}

/* The rows of the window in their new order; from their beginning on they take the same room as before. */
static void
move_rows (PlanEdge *edges, guint32 *first, guint32 low, guint n, const guint32 *places)
{
  g_autofree guint32 *old_first = g_memdup2 (first + low, (n + 1) * sizeof *first);
  g_autofree PlanEdge *old = g_memdup2 (edges + old_first[0], (old_first[n] - old_first[0]) * sizeof *edges);

  for (guint i = 0; i < n; i++)
    first[places[i] + 1] = old_first[i + 1] - old_first[i];
  for (guint32 i = low; i < low + n; i++)
    first[i + 1] += first[i];
  for (guint i = 0, together; old != NULL && i < n; i += together)
    {
      together = count_together (places, i, n);
      memcpy (edges + first[places[i]], old + (old_first[i] - old_first[0]),
              (old_first[i + together] - old_first[i]) * sizeof *edges);
    }
}

static inline guint32
get_place (guint32 node, guint32 low, guint n, const guint32 *places)
{
  return node != PLAN_NODE_NONE && node >= low && node < low + n ? places[node - low] : node;
}

static void
renumber_edges (PlanEdge *edges, guint n_edges, guint32 low, guint n, const guint32 *places)
{
  for (guint e = 0; e < n_edges; e++)
    {
      guint32 place = (edges[e].other >> 4) - low;

      if (place < n)
        edges[e].other = places[place] << 4 | (edges[e].other & 15);
    }
}

static void
renumber_list (GArray *nodes, guint32 low, guint n, const guint32 *places)
{
  for (guint i = 0; i < nodes->len; i++)
    g_array_index (nodes, guint32, i) = get_place (g_array_index (nodes, guint32, i), low, n, places);
}

static void
renumber_summaries (PlanNetwork *network, guint32 low, guint n, const guint32 *places)
{
  for (guint i = 0; i < network->n_summaries; i++)
    {
      PlanSummary *summary = &network->summaries[i];

      summary->node = get_place (summary->node, low, n, places);
      summary->bound = get_place (summary->bound, low, n, places);
      summary->roll = get_place (summary->roll, low, n, places);
      if (summary->roll != PLAN_NODE_NONE)
        network->nodes[summary->roll].extra = get_place (network->nodes[summary->roll].extra, low, n, places);
    }
}

/* Puts the nodes of a window, with their dates and edges, where @places says. */
static void
move_nodes (PlanNetworkEdit *self, guint32 low, guint n, const guint32 *places)
{
  PlanNetwork *network = self->network;
  g_autofree PlanNode *nodes = g_memdup2 (network->nodes + low, n * sizeof (PlanNode));
  g_autofree PlanNodeDates *dates = g_memdup2 (network->dates + low, n * sizeof (PlanNodeDates));

  for (guint i = 0, together; i < n; i += together)
    {
      together = count_together (places, i, n);
      memcpy (network->nodes + places[i], nodes + i, together * sizeof (PlanNode));
      memcpy (network->dates + places[i], dates + i, together * sizeof (PlanNodeDates));
    }
  for (guint i = 0; i < n; i++)
    if (!(nodes[i].flags & (PLAN_NODE_PSEUDO | PLAN_NODE_SUMMARY)) && nodes[i].task != PLAN_NODE_NONE)
      network->node_of_task[nodes[i].task] = places[i];
  move_rows (network->preds, network->first_pred, low, n, places);
  move_rows (network->succs, network->first_succ, low, n, places);
  renumber_edges (network->preds, network->n_edges, low, n, places);
  renumber_edges (network->succs, network->n_edges, low, n, places);
  renumber_summaries (network, low, n, places);
  renumber_list (self->early, low, n, places);
  renumber_list (self->late, low, n, places);
}

/* Orders the nodes so that one at @from may lead to one before it. FALSE when that one leads to it already. */
static gboolean
turn_order (PlanNetworkEdit *self, guint32 *from, guint32 *to)
{
  guint32 low = *to, high = *from;
  guint n = high - low + 1;
  g_autofree guint8 *sides = g_new0 (guint8, n);
  g_autofree guint32 *places = NULL;

  if (!mark_after (self->network, low, high, sides))
    return FALSE;
  mark_before (self->network, low, high, sides);
  places = g_new (guint32, n);
  share_places (sides, low, n, places);
  move_nodes (self, low, n, places);
  *from = places[high - low];
  *to = places[0];
  return TRUE;
}

static void
touch (PlanNetworkEdit *self, guint32 from, guint32 to)
{
  g_array_append_val (self->late, from);
  g_array_append_val (self->early, to);
}

/*
 * plan_network_edit_add_edge:
 * @from: number of a node; @to: likewise
 * @edge: type and lag, as plan_network_get_edge() gives them
 *
 * Adds an edge; nodes are renumbered when it leads against the order.
 *
 * Returns: %FALSE when it closes a circle; nothing is changed
 */
gboolean
plan_network_edit_add_edge (PlanNetworkEdit *self, guint32 from, guint32 to, PlanEdge edge)
{
  PlanNetwork *network = self->network;

  if (from == to || (from > to && !turn_order (self, &from, &to)))
    return FALSE;
  insert_edge (&network->succs, network->first_succ, network, from, (PlanEdge) { to << 4 | edge.other, edge.lag });
  insert_edge (&network->preds, network->first_pred, network, to, (PlanEdge) { from << 4 | edge.other, edge.lag });
  network->n_edges++;
  touch (self, from, to);
  return TRUE;
}

/*
 * plan_network_edit_remove_edge:
 *
 * Returns: %FALSE when there is no such edge
 */
gboolean
plan_network_edit_remove_edge (PlanNetworkEdit *self, guint32 from, guint32 to, PlanEdge edge)
{
  PlanNetwork *network = self->network;
  guint32 succ = find_edge (network->succs, network->first_succ[from], network->first_succ[from + 1],
                            (PlanEdge) { to << 4 | edge.other, edge.lag });
  guint32 pred = find_edge (network->preds, network->first_pred[to], network->first_pred[to + 1],
                            (PlanEdge) { from << 4 | edge.other, edge.lag });

  if (succ == PLAN_NODE_NONE || pred == PLAN_NODE_NONE)
    return FALSE;
  remove_edge (network->succs, network->first_succ, network, from, succ);
  remove_edge (network->preds, network->first_pred, network, to, pred);
  network->n_edges--;
  touch (self, from, to);
  return TRUE;
}

/*
 * plan_network_edit_add_node:
 * @node: without edges
 *
 * Returns: the number of the new node, the last one
 */
guint32
plan_network_edit_add_node (PlanNetworkEdit *self, const PlanNode *node)
{
  PlanNetwork *network = self->network;
  guint32 number = network->n_nodes++;

  network->nodes = g_renew (PlanNode, network->nodes, network->n_nodes);
  network->dates = g_renew (PlanNodeDates, network->dates, network->n_nodes);
  network->first_pred = g_renew (guint32, network->first_pred, network->n_nodes + 1);
  network->first_succ = g_renew (guint32, network->first_succ, network->n_nodes + 1);
  network->nodes[number] = *node;
  network->dates[number] = (PlanNodeDates) { PLAN_TICKS_NONE, PLAN_TICKS_NONE, PLAN_TICKS_NONE, PLAN_TICKS_NONE };
  network->first_pred[number + 1] = network->first_pred[number];
  network->first_succ[number + 1] = network->first_succ[number];
  g_array_append_val (self->early, number);
  g_array_append_val (self->late, number);
  return number;
}

static void
remove_all_edges (PlanNetworkEdit *self, guint32 node)
{
  PlanNetwork *network = self->network;

  while (network->first_pred[node] < network->first_pred[node + 1])
    {
      PlanEdge edge = network->preds[network->first_pred[node]];

      plan_network_edit_remove_edge (self, edge.other >> 4, node, (PlanEdge) { edge.other & 15, edge.lag });
    }
  while (network->first_succ[node] < network->first_succ[node + 1])
    {
      PlanEdge edge = network->succs[network->first_succ[node]];

      plan_network_edit_remove_edge (self, node, edge.other >> 4, (PlanEdge) { edge.other & 15, edge.lag });
    }
}

static void
forget_node (GArray *nodes, guint32 number)
{
  for (guint i = nodes->len; i-- > 0;)
    if (g_array_index (nodes, guint32, i) == number)
      g_array_remove_index_fast (nodes, i);
}

/*
 * plan_network_edit_remove_node:
 *
 * Removes a node with its edges; those behind it move up.
 */
void
plan_network_edit_remove_node (PlanNetworkEdit *self, guint32 number)
{
  PlanNetwork *network = self->network;
  guint n = network->n_nodes - number;
  g_autofree guint32 *places = g_new (guint32, n);

  remove_all_edges (self, number);
  network->nodes[number].task = PLAN_NODE_NONE;
  places[0] = number + n - 1;
  for (guint i = 1; i < n; i++)
    places[i] = number + i - 1;
  move_nodes (self, number, n, places);
  network->n_nodes--;
  forget_node (self->early, network->n_nodes);
  forget_node (self->late, network->n_nodes);
}
