/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the nodes of a network into an order in which every edge leads forward (Kahn's algorithm), numbers them by it, and
 * packs the edges as compressed rows in both directions, so that a pass runs through memory from one end to the other.
 * When that is impossible the tasks of one circle are named.
 */

#include "plan-network-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAMES 5

/* From how many edges each node has, two places on, to where those before it end, which is where its own begin. */
static void
add_up (guint32 *first, guint n_nodes)
{
  for (guint i = 2; i < n_nodes + 2; i++)
    first[i] += first[i - 1];
}

/* Packs the edges by the node they leave: those of node i are at first_succ[i] up to first_succ[i + 1]. */
static void
pack_successors (PlanNetwork *self, const PlanRawEdge *edges)
{
  guint32 *at = self->first_succ + 1;

  self->succs = g_new (PlanEdge, self->n_edges);
  add_up (self->first_succ, self->n_nodes);
  for (guint i = 0; i < self->n_edges; i++)
    self->succs[at[edges[i].from]++] = (PlanEdge) { edges[i].to << 4 | edges[i].kind, edges[i].lag };
}

/* The same edges by the node they lead to. */
static void
pack_predecessors (PlanNetwork *self)
{
  guint32 *at = self->first_pred + 1;

  self->preds = g_new (PlanEdge, self->n_edges);
  add_up (self->first_pred, self->n_nodes);
  for (guint i = 0; i < self->n_nodes; i++)
    for (guint32 e = self->first_succ[i]; e < self->first_succ[i + 1]; e++)
      self->preds[at[PLAN_EDGE_NODE (&self->succs[e])]++] =
          (PlanEdge) { i << 4 | (self->succs[e].other & 15), self->succs[e].lag };
}

/* Counts the edges that lead to each node anew, when the nodes have other numbers. */
static void
count_predecessors (PlanNetwork *self)
{
  memset (self->first_pred, 0, ((gsize) self->n_nodes + 2) * sizeof *self->first_pred);
  for (guint e = 0; e < self->n_edges; e++)
    self->first_pred[PLAN_EDGE_NODE (&self->succs[e]) + 2]++;
}

/* Puts the nodes whose predecessors are done into order; returns how many there are. Nodes are taken in their old order as
 * far as possible, because plans are mostly written in the order of their work and so lie in memory. */
static guint
rank_nodes (const PlanNetwork *self, guint32 *order, guint32 *pending)
{
  guint n = 0, n_done = 0;

  for (guint e = 0; e < self->n_edges; e++)
    pending[PLAN_EDGE_NODE (&self->succs[e])]++;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (pending[i] == 0)
        {
          pending[i] = PLAN_NODE_NONE;
          order[n++] = i;
        }
      for (; n_done < n; n_done++)
        for (guint32 e = self->first_succ[order[n_done]]; e < self->first_succ[order[n_done] + 1]; e++)
          {
            guint32 to = PLAN_EDGE_NODE (&self->succs[e]);

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

static void
append_name (GString *text, const PlanModel *model, const PlanTask *task, gboolean with_project)
{
  const PlanProject *project = with_project ? plan_model_get_project (model, task->project) : NULL;
  const char *name = task->name != NULL ? task->name : "";

  if (project != NULL && project->name != NULL)
    /* Translators: a task in a circle of links: %1$s is its name, %2$s that of its project */
    g_string_append_printf (text, C_("circle", "%1$s (%2$s)"), name, project->name);
  else
    g_string_append (text, name);
}

static gboolean
is_across_projects (const PlanModel *model, const GArray *tasks)
{
  PlanId first = plan_model_get_task_at (model, g_array_index (tasks, guint32, 0))->project;

  for (guint i = 1; i < tasks->len; i++)
    if (plan_model_get_task_at (model, g_array_index (tasks, guint32, i))->project != first)
      return TRUE;
  return FALSE;
}

/* "A → B → A", along the links and from the oldest task on; a long circle is cut. Through several projects it says which. */
static char *
describe_circle (const PlanModel *model, const GArray *tasks)
{
  GString *text = g_string_new (NULL);
  gboolean with_project = is_across_projects (model, tasks);
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
      append_name (text, model, task, with_project);
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

/* Renumbers the nodes by rank; the edges that leave them follow them. */
static void
renumber (PlanNetwork *self, const guint32 *order, guint32 *rank)
{
  PlanNode *nodes = g_new (PlanNode, self->n_nodes + 1);
  PlanEdge *succs = g_new (PlanEdge, self->n_edges);
  guint32 *first = g_new (guint32, (gsize) self->n_nodes + 2);
  guint n = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    rank[order[i]] = i;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      nodes[i] = self->nodes[order[i]];
      first[i] = n;
      for (guint32 e = self->first_succ[order[i]]; e < self->first_succ[order[i] + 1]; e++)
        succs[n++] = (PlanEdge) { rank[PLAN_EDGE_NODE (&self->succs[e])] << 4 | (self->succs[e].other & 15), self->succs[e].lag };
    }
  first[self->n_nodes] = n;
  g_free (self->nodes);
  g_free (self->succs);
  g_free (self->first_succ);
  self->nodes = nodes;
  self->succs = succs;
  self->first_succ = first;
}

static void
renumber_tasks (PlanNetwork *self, const guint32 *rank)
{
  for (guint i = 0; i < self->n_tasks; i++)
    if (self->node_of_task[i] != PLAN_NODE_NONE)
      self->node_of_task[i] = rank[self->node_of_task[i]];
  for (guint i = 0; i < self->n_summaries; i++)
    {
      PlanSummary *summary = &self->summaries[i];

      summary->node = summary->node != PLAN_NODE_NONE ? rank[summary->node] : PLAN_NODE_NONE;
      summary->bound = summary->bound != PLAN_NODE_NONE ? rank[summary->bound] : PLAN_NODE_NONE;
      summary->roll = summary->roll != PLAN_NODE_NONE ? rank[summary->roll] : PLAN_NODE_NONE;
    }
}

/**
 * plan_network_order:
 * @self: with its nodes in any order; in @first_pred and @first_succ, two places behind each node, how many edges it has
 * @edges: between these nodes
 *
 * Orders nodes and packs edges; the caller's numbers of nodes in @self are renumbered. A plan that is written in the order
 * of its work stays as it is.
 *
 * Returns: %FALSE with %PLAN_ERROR_CYCLE, naming the tasks
 */
gboolean
plan_network_order (PlanNetwork *self, const PlanRawEdges *edges, const PlanModel *model, GError **error)
{
  self->n_edges = edges->n;
  pack_successors (self, edges->edges);
  if (!edges->is_in_order)
    {
      g_autofree guint32 *order = g_new (guint32, self->n_nodes);
      g_autofree guint32 *pending = g_new0 (guint32, self->n_nodes);

      if (rank_nodes (self, order, pending) < self->n_nodes)
        {
          report_circle (self, edges->edges, edges->n, pending, model, error);
          return FALSE;
        }
      renumber (self, order, pending);
      renumber_tasks (self, pending);
      count_predecessors (self);
    }
  pack_predecessors (self);
  return TRUE;
}
