/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The longest path: the tasks that decide when the project finishes, found from the last ones back along the links that
 * drive. Unlike slack it does not depend on constraints of the finish, deadlines or calendars. One run over the network
 * against its order.
 */

#include "plan-driver-private.h"

/* By which of its ends a node drives others. */
enum
{
  BY_START = 1 << 0,
  BY_FINISH = 1 << 1,
};

static guint8
get_end (const PlanEdge *edge)
{
  PlanLinkType type = PLAN_EDGE_TYPE (edge);

  return type == PLAN_LINK_FS || type == PLAN_LINK_FF ? BY_FINISH : BY_START;
}

/* A summary drives by the first of its tasks or by the last. */
static guint8
get_end_of_roll (const PlanDriverFinder *self, guint32 roll, guint32 from, guint8 ends)
{
  const PlanNodeDates *dates = &self->cpm.dates[from], *whole = &self->cpm.dates[roll];

  return (guint8) (((ends & BY_START) && dates->early_start == whole->early_start ? BY_START : 0) |
                   ((ends & BY_FINISH) && dates->early_finish == whole->early_finish ? BY_FINISH : 0));
}

/* What a reached node depends on: links that drive its start, or the rest of it once it has started. */
static gboolean
is_reached_by (PlanDriverFinder *self, guint32 to, guint32 edge)
{
  const PlanNetwork *network = self->cpm.network;
  const PlanNode *node = &network->nodes[to];
  guint32 from = PLAN_EDGE_NODE (&network->preds[edge]);

  if (node->flags & (PLAN_NODE_FIXED | PLAN_NODE_FINISHED | PLAN_NODE_EXTERNAL))
    return FALSE;
  if (node->flags & PLAN_NODE_BOUND)
    return plan_driver_is_edge (self, to, edge, self->cpm.dates[to].early_start);
  if (node->flags & PLAN_NODE_STARTED)
    {
      PlanTicks rest = plan_schedule_get_task (self->schedule, node->task)->resume;

      return (node->flags & PLAN_NODE_SPLIT) && !(network->nodes[from].flags & (PLAN_NODE_FINISHED | PLAN_NODE_BOUND)) &&
             plan_driver_is_same (self, node, plan_cpm_get_asked_start (&self->cpm, to, edge), rest);
    }
  return TRUE;
}

/* Whether links place the task at all: a constraint may have moved it away from them. */
static gboolean
is_placed_by_links (PlanDriverFinder *self, guint32 number, PlanTicks logic, GArray *drivers)
{
  const PlanNode *node = plan_driver_get_node (self, number);

  if (node->flags & (PLAN_NODE_PSEUDO | PLAN_NODE_STARTED))
    return TRUE;
  if (logic == PLAN_TICKS_NONE)
    return FALSE;
  g_array_set_size (drivers, 0);
  plan_driver_finder_list (self, node->task, PLAN_DRIVER_OF_START, drivers);
  for (guint i = 0; i < drivers->len; i++)
    if (g_array_index (drivers, PlanDriver, i).kind == PLAN_DRIVER_LINK)
      return TRUE;
  return FALSE;
}

static void
go_back (PlanDriverFinder *self, guint32 to, guint8 *reached, GArray *drivers)
{
  const PlanNetwork *network = self->cpm.network;
  const PlanNode *node = &network->nodes[to];
  gboolean is_plain = !(node->flags & (PLAN_NODE_PSEUDO | PLAN_NODE_STARTED));
  PlanTicks logic = is_plain ? plan_driver_get_logic (self, to, 0) : PLAN_TICKS_NONE;

  if (!is_placed_by_links (self, to, logic, drivers))
    return;
  for (guint32 e = network->first_pred[to]; e < network->first_pred[to + 1]; e++)
    {
      const PlanEdge *edge = &network->preds[e];
      guint32 from = PLAN_EDGE_NODE (edge);

      if (node->flags & PLAN_NODE_ROLL)
        reached[from] |= get_end_of_roll (self, to, from, reached[to]);
      else if (is_reached_by (self, to, e) && (!is_plain || plan_driver_is_edge (self, to, e, logic)))
        reached[from] |= get_end (edge);
    }
}

/**
 * plan_driver_find_longest_path:
 * @project: of @model, which @schedule was computed from
 *
 * Returns: (transfer full) (array): by index of the task, whether it lies on the longest path of the project or, in another
 *   project, on the way there; free it with g_free()
 */
guint8 *
plan_driver_find_longest_path (const PlanSchedule *schedule, const PlanModel *model, PlanId project)
{
  guint8 *on_path = g_malloc0 (plan_schedule_get_n (schedule) + 1);
  const PlanScheduledProject *result = plan_schedule_get_project (schedule, project);
  g_autoptr (PlanTaskIndex) index = plan_task_index_new (model);
  g_autoptr (PlanDriverFinder) self = plan_driver_finder_new (schedule, model, index);
  g_autoptr (GArray) drivers = g_array_new (FALSE, FALSE, sizeof (PlanDriver));
  g_autofree guint8 *reached = NULL;

  if (!self->has_schedule || result == NULL)
    return on_path;
  reached = g_malloc0 (self->cpm.network->n_nodes + 1);
  for (guint32 i = self->cpm.network->n_nodes; i-- > 0;)
    {
      const PlanNode *node = plan_driver_get_node (self, i);
      gboolean is_last = !(node->flags & (PLAN_NODE_PSEUDO | PLAN_NODE_EXTERNAL | PLAN_NODE_OFF)) &&
                         plan_model_get_task_at (model, node->task)->project == project &&
                         plan_schedule_get_task (schedule, node->task)->finish == result->finish;

      if (!is_last && !reached[i])
        continue;
      if (!(node->flags & PLAN_NODE_PSEUDO))
        on_path[node->task] = TRUE;
      go_back (self, i, reached, drivers);
    }
  return on_path;
}
