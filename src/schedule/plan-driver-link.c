/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which links determine when a task starts: those that ask for the latest start of all, as the forward pass asks for it.
 * Two instants are the same when the task would start at the same one, so that a link that ends on Friday drives a start
 * on Monday. Links of a summary reach its tasks through its bound.
 */

#include "plan-driver-private.h"

static gboolean
is_link_of_edge (const PlanCpm *cpm, const PlanLink *link, const PlanEdge *edge)
{
  PlanId from = plan_model_get_task_at (cpm->model, cpm->network->nodes[PLAN_EDGE_NODE (edge)].task)->id;

  return link->predecessor == from && (PlanLinkType) link->type == PLAN_EDGE_TYPE (edge) &&
         CLAMP (link->lag, -PLAN_DURATION_MAX, PLAN_DURATION_MAX) == edge->lag;
}

/* The number in the model of the link that the edge was made from. Both come in the same order, mostly: looking on from the
 * place of the last one found takes a step for each link. */
static guint
find_link (PlanDriverFinder *self, guint32 to, const PlanEdge *edge, guint *place)
{
  guint n;
  const guint *links = plan_task_index_get_predecessors (self->index, plan_driver_get_node (self, to)->task, &n);

  for (guint i = 0; i < n; i++)
    {
      guint at = (*place + i) % n;

      if (!is_link_of_edge (&self->cpm, plan_model_get_link_at (self->model, links[at]), edge))
        continue;
      *place = at + 1;
      return links[at];
    }
  return PLAN_INDEX_NONE;
}

/* A lead, or a link of finishes, moves a task no further than to the start of its project. */
static gboolean
is_clipped (const PlanCpm *cpm, guint32 to, const PlanEdge *edge, PlanTicks asked)
{
  PlanLinkType type = PLAN_EDGE_TYPE (edge);

  return (edge->lag < 0 || type == PLAN_LINK_FF || type == PLAN_LINK_SF) &&
         asked == cpm->projects[cpm->network->nodes[to].project].start;
}

/* The start that the edge asks for, or PLAN_TICKS_NONE. */
static PlanTicks
get_asked (PlanDriverFinder *self, guint32 to, guint32 e, guint32 ignored_flags)
{
  const PlanEdge *edge = &self->cpm.network->preds[e];

  return plan_driver_get_node (self, PLAN_EDGE_NODE (edge))->flags & ignored_flags ? PLAN_TICKS_NONE
                                                                                     : plan_cpm_get_asked_start (&self->cpm, to, e);
}

/*
 * plan_driver_get_logic:
 * @ignored_flags: predecessors that do not count
 *
 * Returns: the latest start that links ask of the node, or %PLAN_TICKS_NONE
 */
PlanTicks
plan_driver_get_logic (PlanDriverFinder *self, guint32 number, guint32 ignored_flags)
{
  const PlanNetwork *network = self->cpm.network;
  PlanTicks latest = PLAN_TICKS_NONE;

  for (guint32 e = network->first_pred[number]; e < network->first_pred[number + 1]; e++)
    latest = MAX (latest, get_asked (self, number, e, ignored_flags));
  return latest;
}

static gboolean
is_as_late (PlanDriverFinder *self, guint32 to, PlanTicks asked, PlanTicks logic)
{
  const PlanNode *node = plan_driver_get_node (self, to);

  if (asked == PLAN_TICKS_NONE || logic == PLAN_TICKS_NONE || asked == logic)
    return asked != PLAN_TICKS_NONE && asked == logic;
  return !(node->flags & PLAN_NODE_PSEUDO) &&
         plan_cpm_snap_start (&self->cpm, to, asked) == plan_cpm_snap_start (&self->cpm, to, logic);
}

/*
 * plan_driver_is_edge:
 * @edge: number of an edge that leads to the node @to
 * @logic: the start that drives
 *
 * Returns: whether the edge asks for that start
 */
gboolean
plan_driver_is_edge (PlanDriverFinder *self, guint32 to, guint32 edge, PlanTicks logic)
{
  PlanTicks asked = plan_cpm_get_asked_start (&self->cpm, to, edge);

  return !is_clipped (&self->cpm, to, &self->cpm.network->preds[edge], asked) && is_as_late (self, to, asked, logic);
}

/*
 * plan_driver_list_links:
 * @logic: the start that drives
 * @ignored_flags: predecessors that do not count
 *
 * Adds the links that ask for that start: its own before those of the summaries above it.
 */
void
plan_driver_list_links (PlanDriverFinder *self, guint32 number, PlanTicks logic, guint32 ignored_flags, GArray *drivers)
{
  const PlanNetwork *network = self->cpm.network;
  guint32 bound = PLAN_NODE_NONE;
  guint place = 0;

  for (guint32 e = network->first_pred[number]; e < network->first_pred[number + 1]; e++)
    {
      const PlanEdge *edge = &network->preds[e];
      const PlanNode *from = plan_driver_get_node (self, PLAN_EDGE_NODE (edge));
      PlanDriver *driver;
      guint link;

      if ((from->flags & ignored_flags) || !plan_driver_is_edge (self, number, e, logic))
        continue;
      if (from->flags & PLAN_NODE_BOUND)
        {
          bound = PLAN_EDGE_NODE (edge);
          continue;
        }
      link = find_link (self, number, edge, &place);
      if (link == PLAN_INDEX_NONE)
        continue;
      driver = plan_driver_add (drivers, PLAN_DRIVER_LINK, plan_driver_get_node (self, number)->task, logic);
      driver->link = link;
      driver->other = from->task;
      driver->instant = plan_cpm_get_asked_start (&self->cpm, number, e);
    }
  if (bound != PLAN_NODE_NONE)
    plan_driver_list_links (self, bound, self->cpm.dates[bound].early_start, ignored_flags & ~(guint32) PLAN_NODE_BOUND, drivers);
}
