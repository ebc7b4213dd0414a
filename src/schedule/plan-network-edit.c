/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What single edits of a plan do to its network: links, tasks and assignments come and go, and tasks move to other
 * summaries. Places of records are followed as the model changes them: a new one comes last, and the last one takes the
 * place of one that goes.
 *
 * What makes a summary of a task, or a task of a summary, gives a summary its first link or takes its last, is not done
 * here: then, and when links close a circle, the answer is FALSE, the network is of no more use, and a new one is made.
 */

#include "plan-network-edit.h"

#include "plan-network-order-edit.h"

#include <string.h>

#define PENDING (PLAN_NODE_NONE - 1) /* task of an assignment that is looked up at the end */

/*
 * plan_network_edit_init:
 *
 * @network is changed from now on; @model is as it is after the edit.
 */
void
plan_network_edit_init (PlanNetworkEdit *self, PlanNetwork *network, const PlanModel *model)
{
  *self = (PlanNetworkEdit) { .network = network, .model = model };
  self->early = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->late = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/*
 * plan_network_edit_clear:
 *
 * Frees what the edit holds; the network stays.
 */
void
plan_network_edit_clear (PlanNetworkEdit *self)
{
  g_clear_pointer (&self->early, g_array_unref);
  g_clear_pointer (&self->late, g_array_unref);
}

/*
 * plan_network_find_summary:
 * @task: index of a task
 *
 * Returns: its number among the summaries, or %PLAN_NODE_NONE when it is none
 */
guint32
plan_network_find_summary (const PlanNetwork *self, guint32 task)
{
  for (guint32 i = self->node_of_task[task] == PLAN_NODE_NONE ? self->n_summaries : 0; i-- > 0;)
    if (self->summaries[i].task == task)
      return i;
  return PLAN_NODE_NONE;
}

/* The node at which a link ends, if there is one already. */
static guint32
find_end (const PlanNetwork *network, const PlanLinkEnd *end, gboolean successor)
{
  const PlanSummary *summary;

  if (end->summary == PLAN_NODE_NONE)
    return network->node_of_task[end->task];
  summary = &network->summaries[end->summary];
  if (summary->node != PLAN_NODE_NONE)
    return summary->node;
  return successor ? summary->bound : summary->roll;
}

static PlanLinkEnd
make_end (const PlanNetwork *network, guint32 task)
{
  PlanLinkEnd end = { task, plan_network_find_summary (network, task), TRUE, FALSE };

  if (end.summary != PLAN_NODE_NONE)
    end.off = network->summaries[end.summary].off;
  else if (network->node_of_task[task] != PLAN_NODE_NONE)
    end.off = (network->nodes[network->node_of_task[task]].flags & PLAN_NODE_OFF) != 0;
  else
    end.has_dates = FALSE;
  return end;
}

/* @has_ends: (out): whether the link is part of the network at all */
static gboolean
find_ends (PlanNetworkEdit *self, const PlanLink *link, guint32 predecessor, guint32 successor, guint32 *from, guint32 *to,
           gboolean *has_ends)
{
  PlanLinkEnd first = make_end (self->network, predecessor), last = make_end (self->network, successor);

  *has_ends = plan_network_takes_link (self->network, self->model, &first, &last, link->type);
  *from = *has_ends ? find_end (self->network, &first, FALSE) : PLAN_NODE_NONE;
  *to = *has_ends ? find_end (self->network, &last, TRUE) : PLAN_NODE_NONE;
  return !*has_ends || (*from != PLAN_NODE_NONE && *to != PLAN_NODE_NONE);
}

/*
 * plan_network_edit_link:
 * @predecessor: index of the task in the network; @successor: likewise
 *
 * Adds what follows from a link.
 *
 * Returns: %FALSE when a new network has to be made
 */
gboolean
plan_network_edit_link (PlanNetworkEdit *self, const PlanLink *link, guint32 predecessor, guint32 successor)
{
  PlanNetwork *network = self->network;
  gboolean has_ends;
  guint32 from, to;

  if (!find_ends (self, link, predecessor, successor, &from, &to, &has_ends))
    return FALSE;
  if (!has_ends)
    return TRUE;
  if (network->project_of_task[predecessor] != network->project_of_task[successor])
    plan_network_join_projects (network, network->project_of_task[predecessor], network->project_of_task[successor]);
  return plan_network_edit_add_edge (self, from, to, plan_network_get_edge (link));
}

/* Whether edges of the kind are left that are links, and not such between summaries and what is in them. */
static gboolean
has_links (const PlanNetwork *network, const PlanEdge *edges, guint32 first, guint32 end, guint32 order)
{
  for (guint32 e = first; e < end; e++)
    if (!(network->nodes[PLAN_EDGE_NODE (&edges[e])].flags & order))
      return TRUE;
  return FALSE;
}

/*
 * plan_network_edit_unlink:
 * @link: as it was
 *
 * Takes away what followed from a link.
 *
 * Returns: %FALSE when a new network has to be made
 */
gboolean
plan_network_edit_unlink (PlanNetworkEdit *self, const PlanLink *link, guint32 predecessor, guint32 successor)
{
  PlanNetwork *network = self->network;
  gboolean has_ends;
  guint32 from, to;

  if (!find_ends (self, link, predecessor, successor, &from, &to, &has_ends))
    return FALSE;
  if (!has_ends)
    return TRUE;
  if (!plan_network_edit_remove_edge (self, from, to, plan_network_get_edge (link)))
    return FALSE;
  if ((network->nodes[to].flags & PLAN_NODE_BOUND) &&
      !has_links (network, network->preds, network->first_pred[to], network->first_pred[to + 1], PLAN_NODE_BOUND))
    return FALSE;
  return !(network->nodes[from].flags & PLAN_NODE_ROLL) ||
         has_links (network, network->succs, network->first_succ[from], network->first_succ[from + 1], PLAN_NODE_ROLL);
}

static void
add_child (PlanNetwork *network, guint32 summary, guint32 child)
{
  guint32 at = network->first_child[summary + 1], n = network->first_child[network->n_summaries];

  network->children = g_renew (guint32, network->children, n + 1);
  memmove (network->children + at + 1, network->children + at, (n - at) * sizeof (guint32));
  network->children[at] = child;
  for (guint32 i = summary + 1; i <= network->n_summaries; i++)
    network->first_child[i]++;
}

static guint32
find_child (const PlanNetwork *network, guint32 summary, guint32 child)
{
  guint32 at = network->first_child[summary];

  while (network->children[at] != child)
    at++;
  return at;
}

static void
remove_child (PlanNetwork *network, guint32 summary, guint32 child)
{
  guint32 at = find_child (network, summary, child), n = network->first_child[network->n_summaries];

  memmove (network->children + at, network->children + at + 1, (n - at - 1) * sizeof (guint32));
  for (guint32 i = summary + 1; i <= network->n_summaries; i++)
    network->first_child[i]--;
}

/* Whether the summary stays one without the task. When it does not, its links end at other nodes, its row gets dates of its
 * own, and the list of summaries, which stands inner ones first, is another: a new network is made. */
static gboolean
has_other_child (const PlanNetwork *network, guint32 summary, guint32 task)
{
  for (guint32 k = network->first_child[summary]; k < network->first_child[summary + 1]; k++)
    {
      guint32 child = network->children[k];

      if (child != task && ((child & PLAN_CHILD_SUMMARY) || network->node_of_task[child] != PLAN_NODE_NONE))
        return TRUE;
    }
  return FALSE;
}

/* The bound or roll nearest to what is in the summary. Above a summary with dates of its own, only these count. */
static guint32
find_nearest (const PlanNetwork *network, guint32 summary, gboolean bound)
{
  for (; summary != PLAN_NODE_NONE; summary = network->summaries[summary].parent)
    {
      guint32 nearest = bound ? network->summaries[summary].bound : network->summaries[summary].roll;

      if (!bound && network->summaries[summary].node != PLAN_NODE_NONE)
        return PLAN_NODE_NONE;
      if (nearest != PLAN_NODE_NONE)
        return nearest;
    }
  return PLAN_NODE_NONE;
}

/* Binds the task to its summary, or takes it from it. */
static gboolean
bind_task (PlanNetworkEdit *self, guint32 task, gboolean bind)
{
  static const PlanEdge order = { PLAN_LINK_FS, 0 };
  const PlanNetwork *network = self->network;
  gboolean (*change) (PlanNetworkEdit *, guint32, guint32, PlanEdge) =
      bind ? plan_network_edit_add_edge : plan_network_edit_remove_edge;
  guint32 summary = network->summary_of_task[task], node = find_nearest (network, summary, TRUE);

  if (node != PLAN_NODE_NONE && !change (self, node, network->node_of_task[task], order))
    return FALSE;
  node = find_nearest (network, summary, FALSE); /* numbers may have changed */
  return node == PLAN_NODE_NONE || (network->nodes[network->node_of_task[task]].flags & PLAN_NODE_OFF) ||
         change (self, network->node_of_task[task], node, order);
}

static guint32
find_task (const PlanNetwork *network, PlanId id)
{
  for (guint32 i = id != PLAN_ID_NONE ? network->n_tasks : 0; i-- > 0;)
    if (network->ids[i] == id)
      return i;
  return PLAN_NODE_NONE;
}

/* Into which summary a task with that parent goes; FALSE when the parent becomes a summary by it, or comes later: its links
 * then end at nodes that are not there yet, and a new network is made. */
static gboolean
find_parent (const PlanNetworkEdit *self, PlanId parent, gboolean blank, guint32 *summary)
{
  const PlanNetwork *network = self->network;
  guint32 task = find_task (network, parent);

  *summary = task != PLAN_NODE_NONE ? plan_network_find_summary (network, task) : PLAN_NODE_NONE;
  if (task == PLAN_NODE_NONE)
    return plan_model_get_task (self->model, parent) == NULL;
  return *summary != PLAN_NODE_NONE || blank;
}

static guint32
add_task (PlanNetwork *network, PlanId id, guint32 project, guint32 summary)
{
  guint32 index = network->n_tasks++;

  network->ids = g_renew (PlanId, network->ids, network->n_tasks);
  network->node_of_task = g_renew (guint32, network->node_of_task, network->n_tasks);
  network->summary_of_task = g_renew (guint32, network->summary_of_task, network->n_tasks);
  network->project_of_task = g_renew (guint32, network->project_of_task, network->n_tasks);
  network->first_assignment = g_renew (guint32, network->first_assignment, network->n_tasks + 2);
  network->ids[index] = id;
  network->node_of_task[index] = PLAN_NODE_NONE;
  network->summary_of_task[index] = summary;
  network->project_of_task[index] = project;
  network->first_assignment[index + 1] = network->first_assignment[index];
  return index;
}

/*
 * plan_network_edit_insert_task:
 * @task: has become the last one of the model
 *
 * Returns: %FALSE when a new network has to be made
 */
gboolean
plan_network_edit_insert_task (PlanNetworkEdit *self, const PlanTask *task)
{
  PlanNetwork *network = self->network;
  guint project = plan_model_find (self->model, PLAN_RECORD_PROJECT, task->project);
  PlanNode node = { .project = project };
  guint32 summary;

  if (project == PLAN_INDEX_NONE || network->n_nodes == PLAN_NETWORK_MAX_NODES - 1 ||
      !find_parent (self, task->parent, task->blank, &summary))
    return FALSE;
  node.task = add_task (network, task->id, project, summary);
  if (summary != PLAN_NODE_NONE)
    add_child (network, summary, node.task);
  if (task->blank)
    return TRUE;
  if (!task->active || (summary != PLAN_NODE_NONE && network->summaries[summary].off))
    node.flags = PLAN_NODE_OFF;
  network->node_of_task[node.task] = plan_network_edit_add_node (self, &node);
  return bind_task (self, node.task, TRUE);
}

/* The last task takes the place of one that is gone. */
static void
move_last_task (PlanNetwork *network, guint32 to)
{
  guint32 from = --network->n_tasks, summary = plan_network_find_summary (network, from);
  guint32 child = summary != PLAN_NODE_NONE ? PLAN_CHILD_SUMMARY | summary : from;

  for (guint i = 0; i < network->n_assignments; i++)
    if (network->task_of_assignment[i] == to)
      network->task_of_assignment[i] = PLAN_NODE_NONE;
    else if (network->task_of_assignment[i] == from)
      network->task_of_assignment[i] = to;
  if (from == to)
    return;
  if (summary != PLAN_NODE_NONE)
    {
      PlanSummary *moved = &network->summaries[summary];
      const guint32 nodes[] = { moved->node, moved->bound, moved->roll };

      moved->task = to;
      for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
        if (nodes[i] != PLAN_NODE_NONE)
          network->nodes[nodes[i]].task = to;
    }
  else if (network->node_of_task[from] != PLAN_NODE_NONE)
    network->nodes[network->node_of_task[from]].task = to;
  if (child == from && network->summary_of_task[from] != PLAN_NODE_NONE)
    network->children[find_child (network, network->summary_of_task[from], from)] = to;
  network->ids[to] = network->ids[from];
  network->node_of_task[to] = network->node_of_task[from];
  network->summary_of_task[to] = network->summary_of_task[from];
  network->project_of_task[to] = network->project_of_task[from];
}

/*
 * plan_network_edit_remove_task:
 * @task: its index
 *
 * Returns: %FALSE when a new network has to be made
 */
gboolean
plan_network_edit_remove_task (PlanNetworkEdit *self, guint32 task)
{
  PlanNetwork *network = self->network;
  guint32 node = network->node_of_task[task], summary = network->summary_of_task[task];

  if (plan_network_find_summary (network, task) != PLAN_NODE_NONE ||
      (summary != PLAN_NODE_NONE && node != PLAN_NODE_NONE && !has_other_child (network, summary, task)))
    return FALSE;
  if (node != PLAN_NODE_NONE)
    plan_network_edit_remove_node (self, node);
  if (summary != PLAN_NODE_NONE)
    remove_child (network, summary, task);
  move_last_task (network, task);
  return TRUE;
}

/*
 * plan_network_edit_set_parent:
 * @task: its index
 * @parent: the task it belongs to from now on, or %PLAN_ID_NONE
 *
 * Returns: %FALSE when a new network has to be made
 */
gboolean
plan_network_edit_set_parent (PlanNetworkEdit *self, guint32 task, PlanId parent)
{
  PlanNetwork *network = self->network;
  guint32 node = network->node_of_task[task], old = network->summary_of_task[task], summary;
  gboolean off = !plan_model_get_task (self->model, network->ids[task])->active;

  if (plan_network_find_summary (network, task) != PLAN_NODE_NONE ||
      !find_parent (self, parent, node == PLAN_NODE_NONE, &summary))
    return FALSE;
  off |= summary != PLAN_NODE_NONE && network->summaries[summary].off;
  if (node != PLAN_NODE_NONE && off != ((network->nodes[node].flags & PLAN_NODE_OFF) != 0))
    return FALSE;
  if (node != PLAN_NODE_NONE && old != PLAN_NODE_NONE &&
      (!has_other_child (network, old, task) || !bind_task (self, task, FALSE)))
    return FALSE;
  if (old != PLAN_NODE_NONE)
    remove_child (network, old, task);
  network->summary_of_task[task] = summary;
  if (summary != PLAN_NODE_NONE)
    add_child (network, summary, task);
  return node == PLAN_NODE_NONE || bind_task (self, task, TRUE);
}

/*
 * plan_network_edit_insert_assignment:
 * @assignment: has become the last one of the model
 */
void
plan_network_edit_insert_assignment (PlanNetworkEdit *self, const PlanAssignment *assignment)
{
  PlanNetwork *network = self->network;
  guint n = ++network->n_assignments;

  network->assignment_ids = g_renew (PlanId, network->assignment_ids, n);
  network->task_of_assignment = g_renew (guint32, network->task_of_assignment, n);
  network->assignment_ids[n - 1] = assignment->id;
  network->task_of_assignment[n - 1] = PENDING;
}

/*
 * plan_network_edit_remove_assignment:
 *
 * Returns: %FALSE when a new network has to be made
 */
gboolean
plan_network_edit_remove_assignment (PlanNetworkEdit *self, PlanId assignment)
{
  PlanNetwork *network = self->network;
  guint i = 0;

  while (i < network->n_assignments && network->assignment_ids[i] != assignment)
    i++;
  if (i == network->n_assignments)
    return FALSE;
  network->n_assignments--;
  network->assignment_ids[i] = network->assignment_ids[network->n_assignments];
  network->task_of_assignment[i] = network->task_of_assignment[network->n_assignments];
  return TRUE;
}

/*
 * plan_network_edit_finish:
 * @assignments: whether tasks or assignments came or went
 *
 * Returns: %FALSE when the network does not have the records of the model
 */
gboolean
plan_network_edit_finish (PlanNetworkEdit *self, gboolean assignments)
{
  PlanNetwork *network = self->network;

  if (network->n_tasks != plan_model_get_n (self->model, PLAN_RECORD_TASK) ||
      network->n_assignments != plan_model_get_n (self->model, PLAN_RECORD_ASSIGNMENT))
    return FALSE;
  for (guint i = 0; assignments && i < network->n_assignments; i++)
    if (network->task_of_assignment[i] == PENDING)
      network->task_of_assignment[i] = plan_model_find (self->model, PLAN_RECORD_TASK,
                                                        plan_model_get_assignment_at (self->model, i)->task);
  if (assignments)
    plan_network_pack_assignments (network);
  return TRUE;
}
