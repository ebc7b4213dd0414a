/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the network of all projects from the model. A summary with links has two nodes of its own: none of its tasks starts
 * before its bound, and its roll reaches from the first start to the last finish of its tasks. So a link to or from a
 * summary of m tasks costs m edges and not m for each link, and a link between a summary and its own task is a circle like
 * any other. A summary with dates of its own (manual) is a node like a task.
 *
 * Inactive tasks get dates of their own from their predecessors, but nothing that is active follows from them.
 *
 * Not part of it: empty lines, links to nothing, links that finish a summary (Microsoft Project refuses them), and links
 * between a project scheduled from its start and one scheduled from its finish.
 */

#include "plan-network.h"

#include "plan-error.h"
#include "plan-network-private.h"

#include <glib/gi18n-lib.h>

#define N_RECENT 64

typedef enum {
  TASK_BLANK = 1 << 0,
  TASK_INACTIVE = 1 << 1,
  TASK_DATED = 1 << 2,   /* manual with both dates */
  TASK_PARENT = 1 << 3,  /* has tasks below it */
  TASK_OFF = 1 << 4,     /* inactive itself or by a summary, known when tasks have nodes */
} TaskFlags;

/* What is read of the tasks, in small arrays, before anything is decided. */
typedef struct
{
  const PlanModel *model;
  guint n;
  const PlanId *ids;
  guint32 *parent;
  guint8 *flags;
  guint32 *slots;       /* hash of ids, made when a guess fails: place + 1 */
  guint mask;
  guint32 last;
  guint32 *number;      /* of the summary that the task is */
  PlanId project;       /* of the task that was read last */
  guint32 project_number;
  PlanId recent[N_RECENT]; /* calendars, by the end of their ids */
  PlanRawEdges edges;
} Builder;

static void
clear_builder (Builder *self)
{
  g_free (self->parent);
  g_free (self->flags);
  g_free (self->slots);
  g_free (self->number);
  g_free (self->edges.edges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, clear_builder)

static guint
hash_id (PlanId id)
{
  return (guint) (((guint64) id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

static void
index_ids (Builder *self)
{
  guint n_slots = 16;

  while (n_slots < self->n * 2)
    n_slots *= 2;
  self->mask = n_slots - 1;
  self->slots = g_new0 (guint32, n_slots);
  for (guint i = 0; i < self->n; i++)
    {
      guint slot = hash_id (self->ids[i]) & self->mask;

      while (self->slots[slot] != 0)
        slot = (slot + 1) & self->mask;
      self->slots[slot] = i + 1;
    }
}

G_GNUC_NO_INLINE static guint32
look_task_up (Builder *self, PlanId id)
{
  if (self->slots == NULL)
    index_ids (self);
  for (guint slot = hash_id (id) & self->mask; self->slots[slot] != 0; slot = (slot + 1) & self->mask)
    if (self->ids[self->slots[slot] - 1] == id)
      return self->last = self->slots[slot] - 1;
  return PLAN_NODE_NONE;
}

/* Ids of one import follow one another, so the place is mostly as far from the last one as the id. */
static inline guint32
find_task (Builder *self, PlanId id)
{
  gint64 guess;

  if (id == PLAN_ID_NONE || self->n == 0)
    return PLAN_NODE_NONE;
  guess = self->last + (id - self->ids[self->last]);
  if (guess >= 0 && guess < self->n && self->ids[guess] == id)
    return self->last = (guint32) guess;
  return look_task_up (self, id);
}

/* Most tasks have a calendar that one before them had. */
static inline void
note_calendar (Builder *self, PlanNetwork *network, PlanId calendar)
{
  PlanId *recent = &self->recent[calendar & (N_RECENT - 1)];

  if (calendar == PLAN_ID_NONE || calendar == *recent)
    return;
  *recent = calendar;
  g_array_append_val (network->used_calendars, calendar);
}

static inline void
read_task (Builder *self, PlanNetwork *network, guint i, const PlanTask *task, PlanId *parent)
{
  network->ids[i] = task->id;
  *parent = task->parent;
  note_calendar (self, network, task->calendar);
  if (task->project != self->project)
    {
      self->project = task->project;
      self->project_number = plan_model_find (self->model, PLAN_RECORD_PROJECT, task->project);
    }
  network->project_of_task[i] = self->project_number;
  self->flags[i] = (task->blank ? TASK_BLANK : 0) | (task->active && self->project_number != PLAN_INDEX_NONE ? 0 : TASK_INACTIVE) |
                   (task->manual && task->manual_start != PLAN_TICKS_NONE && task->manual_finish != PLAN_TICKS_NONE ? TASK_DATED : 0);
}

static void
read_tasks (Builder *self, PlanNetwork *network)
{
  g_autofree PlanId *parents = g_new (PlanId, self->n);

  self->ids = network->ids;
  network->used_calendars = g_array_new (FALSE, FALSE, sizeof (PlanId));
  self->parent = g_new (guint32, self->n);
  self->flags = g_new0 (guint8, self->n);
  self->project_number = PLAN_NODE_NONE;
  for (guint i = 0, n; i < self->n; i += n)
    {
      const PlanTask *tasks = plan_model_get_run (self->model, PLAN_RECORD_TASK, i, &n);

      for (guint k = 0; k < n; k++)
        {
          plan_prefetch_record (&tasks[k + PLAN_PREFETCH_AHEAD], sizeof *tasks);
          read_task (self, network, i + k, &tasks[k], &parents[i + k]);
        }
    }
  for (guint i = 0; i < self->n; i++)
    {
      self->parent[i] = find_task (self, parents[i]);
      if (self->parent[i] != PLAN_NODE_NONE && !(self->flags[i] & TASK_BLANK))
        self->flags[self->parent[i]] |= TASK_PARENT;
    }
}

/* Numbers the summaries so that inner ones come first. A task that is its own ancestor belongs to nothing. */
static void
number_summaries (Builder *self, PlanNetwork *network)
{
  g_autofree guint32 *pending = g_new0 (guint32, self->n);
  GArray *summaries = g_array_new (FALSE, FALSE, sizeof (PlanSummary));

  self->number = g_new (guint32, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      self->number[i] = PLAN_NODE_NONE;
      if (self->parent[i] != PLAN_NODE_NONE && (self->flags[i] & TASK_PARENT))
        pending[self->parent[i]]++;
    }
  for (guint i = 0; i < self->n; i++)
    for (guint32 task = i; task != PLAN_NODE_NONE && (self->flags[task] & TASK_PARENT) && pending[task] == 0 &&
                           self->number[task] == PLAN_NODE_NONE;)
      {
        PlanSummary summary = { task, PLAN_NODE_NONE, PLAN_NODE_NONE, PLAN_NODE_NONE, PLAN_NODE_NONE, FALSE };

        self->number[task] = summaries->len;
        g_array_append_val (summaries, summary);
        task = self->parent[task];
        if (task != PLAN_NODE_NONE)
          pending[task]--;
      }
  network->n_summaries = summaries->len;
  network->summaries = (PlanSummary *) (gpointer) g_array_free (summaries, FALSE);
}

/* Parents of tasks as summaries; what is inactive switches off all below it. */
static void
place_tasks (Builder *self, PlanNetwork *network)
{
  for (guint i = 0; i < self->n; i++)
    network->summary_of_task[i] = self->parent[i] != PLAN_NODE_NONE ? self->number[self->parent[i]] : PLAN_NODE_NONE;
  for (guint i = network->n_summaries; i-- > 0;)
    {
      PlanSummary *summary = &network->summaries[i];

      summary->parent = network->summary_of_task[summary->task];
      summary->off = (self->flags[summary->task] & TASK_INACTIVE) != 0 ||
                     (summary->parent != PLAN_NODE_NONE && network->summaries[summary->parent].off);
    }
}

static gboolean
is_off (const Builder *self, const PlanNetwork *network, guint32 task)
{
  guint32 summary = network->summary_of_task[task];

  if (self->number[task] != PLAN_NODE_NONE)
    return network->summaries[self->number[task]].off;
  return (self->flags[task] & (TASK_BLANK | TASK_INACTIVE)) != 0 ||
         (summary != PLAN_NODE_NONE && network->summaries[summary].off);
}

static guint32
add_node (PlanNetwork *network, guint32 task, guint32 flags)
{
  network->nodes[network->n_nodes] = (PlanNode) { .task = task, .project = network->project_of_task[task], .flags = flags };
  return network->n_nodes++;
}

/* A node for each task and each summary with dates of its own. */
static void
add_task_nodes (Builder *self, PlanNetwork *network)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint32 number = self->number[i];
      gboolean off = is_off (self, network, i);

      self->flags[i] |= off ? TASK_OFF : 0;
      network->node_of_task[i] = PLAN_NODE_NONE;
      if ((self->flags[i] & TASK_BLANK) || network->project_of_task[i] == PLAN_NODE_NONE)
        continue;
      if (number == PLAN_NODE_NONE)
        network->node_of_task[i] = add_node (network, i, off ? PLAN_NODE_OFF : 0);
      else if (!off && (self->flags[i] & TASK_DATED))
        network->summaries[number].node = add_node (network, i, PLAN_NODE_SUMMARY);
    }
}

/* The node at which a link ends; for a summary it is made when the first link needs it. */
static guint32
get_end (Builder *self, PlanNetwork *network, guint32 task, gboolean successor)
{
  PlanSummary *summary;
  guint32 *pseudo;

  if (self->number[task] == PLAN_NODE_NONE)
    return network->node_of_task[task];
  summary = &network->summaries[self->number[task]];
  if (summary->node != PLAN_NODE_NONE)
    return summary->node;
  pseudo = successor ? &summary->bound : &summary->roll;
  if (*pseudo == PLAN_NODE_NONE)
    *pseudo = add_node (network, task, successor ? PLAN_NODE_BOUND : PLAN_NODE_ROLL);
  return *pseudo;
}

/*
 * plan_network_get_edge:
 *
 * Returns: what the link asks for, as an edge to node 0
 */
PlanEdge
plan_network_get_edge (const PlanLink *link)
{
  PlanEdge edge = { link->type & 3, (gint32) CLAMP (link->lag, -PLAN_DURATION_MAX, PLAN_DURATION_MAX) };

  if (plan_unit_is_elapsed (link->lag_unit))
    edge.other |= PLAN_EDGE_ELAPSED;
  if (plan_unit_is_percent (link->lag_unit))
    edge.other |= PLAN_EDGE_PERCENT;
  return edge;
}

static gboolean
is_from_finish (const PlanModel *model, guint32 number)
{
  const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, number);

  return project->schedule_from == PLAN_SCHEDULE_FROM_FINISH;
}

/*
 * plan_network_takes_link:
 * @from: the predecessor; @to: the successor
 *
 * Returns: whether anything follows from a link of that type between the two. Nothing active follows from what is inactive,
 *   an inactive summary has no links, and none finishes a summary.
 */
gboolean
plan_network_takes_link (const PlanNetwork *self, const PlanModel *model, const PlanLinkEnd *from, const PlanLinkEnd *to,
                         PlanLinkType type)
{
  guint32 project = self->project_of_task[from->task], other = self->project_of_task[to->task];

  if (!from->has_dates || !to->has_dates || (from->off && (from->summary != PLAN_NODE_NONE || !to->off)) ||
      (to->summary != PLAN_NODE_NONE && (to->off || type == PLAN_LINK_FF || type == PLAN_LINK_SF)))
    return FALSE;
  return project == other || is_from_finish (model, project) == is_from_finish (model, other);
}

static guint32
find_group (guint32 *groups, guint32 project)
{
  while (groups[project] != project)
    project = groups[project] = groups[groups[project]];
  return project;
}

/*
 * plan_network_join_projects:
 *
 * Two projects between which there is a link are scheduled together from now on.
 */
void
plan_network_join_projects (PlanNetwork *self, guint32 a, guint32 b)
{
  guint32 from = find_group (self->group_of_project, a), to = find_group (self->group_of_project, b);

  self->group_of_project[MAX (from, to)] = MIN (from, to);
}

/*
 * plan_network_get_group:
 *
 * Returns: the number that is the same for all projects that are scheduled together with this one
 */
guint32
plan_network_get_group (const PlanNetwork *self, guint32 project)
{
  return find_group (self->group_of_project, project);
}

static PlanLinkEnd
make_end (const Builder *self, const PlanNetwork *network, guint32 task)
{
  gboolean has_dates = !(self->flags[task] & TASK_BLANK) && network->project_of_task[task] != PLAN_NODE_NONE;

  return (PlanLinkEnd) { task, self->number[task], has_dates, (self->flags[task] & TASK_OFF) != 0 };
}

/* Counts it with both nodes, for plan_network_order(). */
static inline void
add_edge (Builder *self, PlanNetwork *network, guint32 from, guint32 to, PlanEdge edge)
{
  self->edges.edges[self->edges.n++] = (PlanRawEdge) { from, to, edge.lag, edge.other };
  self->edges.is_in_order &= from < to;
  network->first_succ[from + 2]++;
  network->first_pred[to + 2]++;
}

/* A link between two tasks, of which one may be a summary, inactive or in another project. */
static void
add_unusual_link (Builder *self, PlanNetwork *network, const PlanLink *link, guint32 predecessor, guint32 successor)
{
  PlanLinkEnd from = make_end (self, network, predecessor), to = make_end (self, network, successor);
  guint32 first, second;

  if (!plan_network_takes_link (network, self->model, &from, &to, link->type))
    return;
  first = get_end (self, network, predecessor, FALSE);
  second = get_end (self, network, successor, TRUE);
  add_edge (self, network, first, second, plan_network_get_edge (link));
  if (network->project_of_task[predecessor] != network->project_of_task[successor])
    plan_network_join_projects (network, network->project_of_task[predecessor], network->project_of_task[successor]);
}

static void
add_link (Builder *self, PlanNetwork *network, const PlanLink *link)
{
  guint32 successor = find_task (self, link->successor), predecessor = find_task (self, link->predecessor);

  if (predecessor == PLAN_NODE_NONE || successor == PLAN_NODE_NONE)
    return;
  if (((self->flags[predecessor] | self->flags[successor]) & ~TASK_DATED) == 0 &&
      network->project_of_task[predecessor] == network->project_of_task[successor])
    add_edge (self, network, network->node_of_task[predecessor], network->node_of_task[successor], plan_network_get_edge (link));
  else
    add_unusual_link (self, network, link, predecessor, successor);
}

static void
add_links (Builder *self, PlanNetwork *network)
{
  guint n_links = plan_model_get_n (self->model, PLAN_RECORD_LINK);

  for (guint i = 0, n; i < n_links; i += n)
    {
      const PlanLink *links = plan_model_get_run (self->model, PLAN_RECORD_LINK, i, &n);

      for (guint k = 0; k < n; k++)
        add_link (self, network, &links[k]);
    }
}

static void
add_order (Builder *self, PlanNetwork *network, guint32 from, guint32 to)
{
  if (from != PLAN_NODE_NONE && to != PLAN_NODE_NONE)
    add_edge (self, network, from, to, (PlanEdge) { PLAN_LINK_FS, 0 });
}

/* Binds tasks to the nodes of their summaries. Above a summary with dates of its own, only these count. */
static void
add_summary_edges (Builder *self, PlanNetwork *network)
{
  g_autofree guint32 *bound = g_new (guint32, network->n_summaries);
  g_autofree guint32 *roll = g_new (guint32, network->n_summaries);

  for (guint i = network->n_summaries; i-- > 0;)
    {
      const PlanSummary *summary = &network->summaries[i];
      guint32 bound_above = summary->parent != PLAN_NODE_NONE ? bound[summary->parent] : PLAN_NODE_NONE;
      guint32 roll_above = summary->parent != PLAN_NODE_NONE ? roll[summary->parent] : PLAN_NODE_NONE;

      bound[i] = summary->bound != PLAN_NODE_NONE ? summary->bound : bound_above;
      if (summary->bound != PLAN_NODE_NONE)
        add_order (self, network, bound_above, summary->bound);
      roll[i] = summary->node != PLAN_NODE_NONE ? PLAN_NODE_NONE : summary->roll != PLAN_NODE_NONE ? summary->roll : roll_above;
      if (summary->node != PLAN_NODE_NONE)
        add_order (self, network, summary->node, roll_above);
      else if (summary->roll != PLAN_NODE_NONE)
        add_order (self, network, summary->roll, roll_above);
    }
  for (guint i = 0; i < self->n; i++)
    if (network->node_of_task[i] != PLAN_NODE_NONE && network->summary_of_task[i] != PLAN_NODE_NONE)
      {
        add_order (self, network, bound[network->summary_of_task[i]], network->node_of_task[i]);
        if (!(network->nodes[network->node_of_task[i]].flags & PLAN_NODE_OFF))
          add_order (self, network, network->node_of_task[i], roll[network->summary_of_task[i]]);
      }
}

/* Tasks by summary, when all summaries have their numbers. */
static void
place_children (Builder *self, PlanNetwork *network)
{
  network->first_child = g_new0 (guint32, (gsize) network->n_summaries + 2);
  network->children = g_new (guint32, self->n);
  for (guint i = 0; i < self->n; i++)
    if (network->summary_of_task[i] != PLAN_NODE_NONE)
      network->first_child[network->summary_of_task[i] + 2]++;
  for (guint i = 2; i < network->n_summaries + 2; i++)
    network->first_child[i] += network->first_child[i - 1];
  for (guint i = 0; i < self->n; i++)
    if (network->summary_of_task[i] != PLAN_NODE_NONE)
      network->children[network->first_child[network->summary_of_task[i] + 1]++] =
          self->number[i] != PLAN_NODE_NONE ? PLAN_CHILD_SUMMARY | self->number[i] : i;
}

/*
 * plan_network_pack_assignments:
 *
 * Groups the assignments by their tasks: counted, added up, filled in.
 */
void
plan_network_pack_assignments (PlanNetwork *self)
{
  guint32 *first = g_new0 (guint32, (gsize) self->n_tasks + 2), *packed = g_new (guint32, self->n_assignments + 1);

  for (guint i = 0; i < self->n_assignments; i++)
    if (self->task_of_assignment[i] != PLAN_NODE_NONE)
      first[self->task_of_assignment[i] + 2]++;
  for (guint i = 2; i < self->n_tasks + 2; i++)
    first[i] += first[i - 1];
  for (guint i = 0; i < self->n_assignments; i++)
    if (self->task_of_assignment[i] != PLAN_NODE_NONE)
      packed[first[self->task_of_assignment[i] + 1]++] = i;
  g_free (self->first_assignment);
  g_free (self->assignments);
  self->first_assignment = first;
  self->assignments = packed;
}

static void
place_assignments (Builder *self, PlanNetwork *network)
{
  guint n = plan_model_get_n (self->model, PLAN_RECORD_ASSIGNMENT);

  network->n_assignments = n;
  network->assignment_ids = g_new (PlanId, n);
  network->task_of_assignment = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (self->model, i);

      network->assignment_ids[i] = assignment->id;
      network->task_of_assignment[i] = find_task (self, assignment->task);
    }
  plan_network_pack_assignments (network);
}

/* Room for as many nodes and edges as there can be: links, what binds summaries to those above, and tasks to theirs. */
static void
prepare_edges (Builder *self, PlanNetwork *network)
{
  gsize n_nodes = self->n + 2 * (gsize) network->n_summaries, n_links = plan_model_get_n (self->model, PLAN_RECORD_LINK);

  network->nodes = g_new (PlanNode, n_nodes);
  network->first_pred = g_new0 (guint32, n_nodes + 2);
  network->first_succ = g_new0 (guint32, n_nodes + 2);
  self->edges = (PlanRawEdges) { g_new (PlanRawEdge, n_links + 2 * n_nodes), 0, TRUE };
}

/**
 * plan_network_new:
 *
 * Returns: (transfer full): the network of all projects, its nodes without values; or %NULL with %PLAN_ERROR_CYCLE
 */
PlanNetwork *
plan_network_new (const PlanModel *model, GError **error)
{
  g_autoptr (PlanNetwork) network = g_new0 (PlanNetwork, 1);
  g_auto (Builder) builder = { .model = model, .n = plan_model_get_n (model, PLAN_RECORD_TASK) };

  if (builder.n > PLAN_NETWORK_MAX_NODES / 3)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("There are too many tasks to be scheduled."));
      return NULL;
    }
  network->n_tasks = builder.n;
  network->node_of_task = g_new (guint32, builder.n);
  network->summary_of_task = g_new (guint32, builder.n);
  network->project_of_task = g_new (guint32, builder.n);
  network->ids = g_new (PlanId, builder.n);
  network->n_projects = plan_model_get_n (model, PLAN_RECORD_PROJECT);
  network->group_of_project = g_new (guint32, network->n_projects);
  for (guint i = 0; i < network->n_projects; i++)
    network->group_of_project[i] = i;
  read_tasks (&builder, network);
  number_summaries (&builder, network);
  place_tasks (&builder, network);
  prepare_edges (&builder, network);
  add_task_nodes (&builder, network);
  place_children (&builder, network);
  place_assignments (&builder, network);
  add_links (&builder, network);
  add_summary_edges (&builder, network);
  network->dates = g_new (PlanNodeDates, network->n_nodes);
  if (!plan_network_order (network, &builder.edges, model, error))
    return NULL;
  return g_steal_pointer (&network);
}

/**
 * plan_network_free:
 *
 * Frees the network.
 */
void
plan_network_free (PlanNetwork *self)
{
  g_free (self->nodes);
  g_free (self->dates);
  g_free (self->first_pred);
  g_free (self->first_succ);
  g_free (self->preds);
  g_free (self->succs);
  g_free (self->node_of_task);
  g_free (self->summary_of_task);
  g_free (self->project_of_task);
  g_free (self->group_of_project);
  g_free (self->ids);
  g_free (self->assignment_ids);
  g_free (self->task_of_assignment);
  g_free (self->first_assignment);
  g_free (self->assignments);
  g_free (self->first_child);
  g_free (self->children);
  g_free (self->summaries);
  g_clear_pointer (&self->used_calendars, g_array_unref);
  g_free (self);
}

/**
 * plan_network_get_size:
 *
 * Returns: bytes of memory, for measuring
 */
gsize
plan_network_get_size (const PlanNetwork *self)
{
  return sizeof *self + self->n_nodes * (sizeof (PlanNode) + sizeof (PlanNodeDates) + 2 * sizeof (guint32)) +
         self->n_edges * 2 * sizeof (PlanEdge) + self->n_tasks * (5 * sizeof (guint32) + sizeof (PlanId)) +
         self->n_assignments * (2 * sizeof (guint32) + sizeof (PlanId)) +
         self->n_summaries * (sizeof (PlanSummary) + sizeof (guint32)) + self->n_projects * sizeof (guint32);
}
