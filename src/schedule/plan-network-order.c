/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the nodes of a network into an order in which every edge leads forward (Kahn's algorithm), numbers them by it, and
 * packs the edges as compressed rows in both directions, so that a pass runs through memory from one end to the other.
 * When that is impossible the tasks of one circle are named.
 */

#include "plan-network-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

#define MAX_NAMES 5

/* The heads of edges, grouped by tail: heads of node i are at first[i] up to first[i + 1]. */
static guint32 *
group_edges (const PlanRawEdge *edges, guint n_edges, guint n_nodes, guint32 *first)
{
  guint32 *grouped = g_new (guint32, n_edges);

  for (guint i = 0; i < n_edges; i++)
    first[edges[i].from + 2]++;
  for (guint i = 2; i < n_nodes + 2; i++)
    first[i] += first[i - 1];
  for (guint i = 0; i < n_edges; i++)
    grouped[first[edges[i].from + 1]++] = i;
  return grouped;
}

/* Puts the nodes whose predecessors are done into order; returns how many there are. Nodes are taken in their old order as
 * far as possible, because plans are mostly written in the order of their work and so lie in memory. */
static guint
rank_nodes (const PlanNetwork *self, const PlanRawEdge *edges, const guint32 *grouped, const guint32 *first, guint n_edges,
            guint32 *order, guint32 *pending)
{
  guint n = 0, n_done = 0;

  for (guint i = 0; i < n_edges; i++)
    pending[edges[i].to]++;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (pending[i] == 0)
        {
          pending[i] = PLAN_NODE_NONE;
          order[n++] = i;
        }
      for (; n_done < n; n_done++)
        for (guint32 e = first[order[n_done]]; e < first[order[n_done] + 1]; e++)
          {
            guint32 to = edges[grouped[e]].to;

            if (--pending[to] == 0 && (to < i || (self->nodes[to].flags & PLAN_NODE_PSEUDO)))
              {
                pending[to] = PLAN_NODE_NONE;
                order[n++] = to;
              }
          }
    }
  return n;
}

static gboolean
is_left (const guint32 *pending, guint32 node)
{
  return pending[node] != PLAN_NODE_NONE;
}

/* Every node that could not be ranked has a predecessor of that sort: walking back must come round. */
static GArray *
find_circle (const PlanNetwork *self, const PlanRawEdge *edges, guint n_edges, const guint32 *pending)
{
  g_autofree guint32 *before = g_new (guint32, self->n_nodes);
  g_autofree guint8 *seen = g_new0 (guint8, self->n_nodes);
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 node = 0, start;

  for (guint i = 0; i < n_edges; i++)
    if (is_left (pending, edges[i].from) && is_left (pending, edges[i].to))
      before[edges[i].to] = edges[i].from;
  while (!is_left (pending, node))
    node++;
  for (; !seen[node]; node = before[node])
    seen[node] = TRUE;
  start = node;
  do
    {
      guint32 task = self->nodes[node].task;

      if (tasks->len == 0 || g_array_index (tasks, guint32, tasks->len - 1) != task)
        g_array_append_val (tasks, task);
      node = before[node];
    }
  while (node != start);
  if (tasks->len > 1 && g_array_index (tasks, guint32, 0) == g_array_index (tasks, guint32, tasks->len - 1))
    g_array_set_size (tasks, tasks->len - 1);
  return tasks;
}

/* "A → B → A", along the links and from the oldest task on; a long circle is cut. */
static char *
describe_circle (const PlanModel *model, const GArray *tasks)
{
  GString *text = g_string_new (NULL);
  guint oldest = 0;

  for (guint i = 1; i < tasks->len; i++)
    if (plan_model_get_task_at (model, g_array_index (tasks, guint32, i))->id <
        plan_model_get_task_at (model, g_array_index (tasks, guint32, oldest))->id)
      oldest = i;
  for (guint i = 0; i <= tasks->len; i++)
    {
      guint place = (oldest + tasks->len - i % tasks->len) % tasks->len;
      const PlanTask *task = plan_model_get_task_at (model, g_array_index (tasks, guint32, place));

      if (i > 0)
        g_string_append (text, " → ");
      if (i == MAX_NAMES && tasks->len > MAX_NAMES)
        {
          g_string_append (text, "… → ");
          i = tasks->len;
          task = plan_model_get_task_at (model, g_array_index (tasks, guint32, oldest));
        }
      g_string_append (text, task->name != NULL ? task->name : "");
    }
  return g_string_free (text, FALSE);
}

static void
report_circle (const PlanNetwork *self, const PlanRawEdge *edges, guint n_edges, const guint32 *pending,
               const PlanModel *model, GError **error)
{
  g_autoptr (GArray) tasks = find_circle (self, edges, n_edges, pending);
  g_autofree char *names = describe_circle (model, tasks);

  g_set_error (error, PLAN_ERROR, PLAN_ERROR_CYCLE,
               /* Translators: %s are names of tasks, as “Build → Test → Build” */
               _("The links go round in a circle: %s."), names);
}

/* Renumbers the nodes by rank and packs the edges in both directions. */
static void
pack_edges (PlanNetwork *self, const PlanRawEdge *edges, const guint32 *grouped, const guint32 *first,
            const guint32 *order, guint32 *rank)
{
  PlanNode *nodes = g_new (PlanNode, self->n_nodes);
  guint32 *at;
  guint n = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      nodes[i] = self->nodes[order[i]];
      rank[order[i]] = i;
    }
  g_free (self->nodes);
  self->nodes = nodes;
  self->first_pred = g_new0 (guint32, self->n_nodes + 2);
  self->first_succ = g_new (guint32, self->n_nodes + 1);
  self->preds = g_new (PlanEdge, self->n_edges);
  self->succs = g_new (PlanEdge, self->n_edges);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      self->first_succ[i] = n;
      for (guint32 e = first[order[i]]; e < first[order[i] + 1]; e++)
        {
          const PlanRawEdge *edge = &edges[grouped[e]];

          self->succs[n++] = (PlanEdge) { rank[edge->to] << 4 | edge->kind, edge->lag };
          self->first_pred[rank[edge->to] + 2]++;
        }
    }
  self->first_succ[self->n_nodes] = n;
  for (guint i = 2; i < self->n_nodes + 2; i++)
    self->first_pred[i] += self->first_pred[i - 1];
  at = self->first_pred + 1;
  for (guint i = 0; i < self->n_nodes; i++)
    for (guint32 e = self->first_succ[i]; e < self->first_succ[i + 1]; e++)
      self->preds[at[PLAN_EDGE_NODE (&self->succs[e])]++] =
          (PlanEdge) { i << 4 | (self->succs[e].other & 15), self->succs[e].lag };
}

/**
 * plan_network_order:
 * @self: with its nodes in any order
 * @edges: between these nodes
 *
 * Orders nodes and packs edges; the caller's numbers of nodes in @self are renumbered.
 *
 * Returns: %FALSE with %PLAN_ERROR_CYCLE, naming the tasks
 */
gboolean
plan_network_order (PlanNetwork *self, const PlanRawEdge *edges, guint n_edges, const PlanModel *model, GError **error)
{
  g_autofree guint32 *first = g_new0 (guint32, (gsize) self->n_nodes + 2);
  g_autofree guint32 *grouped = group_edges (edges, n_edges, self->n_nodes, first);
  g_autofree guint32 *order = g_new (guint32, self->n_nodes);
  g_autofree guint32 *pending = g_new0 (guint32, self->n_nodes);

  self->n_edges = n_edges;
  if (rank_nodes (self, edges, grouped, first, n_edges, order, pending) < self->n_nodes)
    {
      report_circle (self, edges, n_edges, pending, model, error);
      return FALSE;
    }
  pack_edges (self, edges, grouped, first, order, pending);
  for (guint i = 0; i < self->n_tasks; i++)
    if (self->node_of_task[i] != PLAN_NODE_NONE)
      self->node_of_task[i] = pending[self->node_of_task[i]];
  for (guint i = 0; i < self->n_summaries; i++)
    {
      PlanSummary *summary = &self->summaries[i];

      summary->node = summary->node != PLAN_NODE_NONE ? pending[summary->node] : PLAN_NODE_NONE;
      summary->bound = summary->bound != PLAN_NODE_NONE ? pending[summary->bound] : PLAN_NODE_NONE;
      summary->roll = summary->roll != PLAN_NODE_NONE ? pending[summary->roll] : PLAN_NODE_NONE;
    }
  return TRUE;
}
