/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What determines when a task starts. Nothing is scheduled again: the start that each link asks for, as the forward pass
 * asks for it, is compared with the start that the task got. Two instants are the same when no work lies between them, so
 * that a link that ends on Friday drives a start on Monday. Of several links that drive, the latest counts, and of these
 * the first one.
 */

#include "plan-driver.h"

#include "plan-schedule-private.h"

static gboolean
is_same (const PlanCpm *cpm, guint32 node, PlanTicks a, PlanTicks b)
{
  return a != PLAN_TICKS_NONE && b != PLAN_TICKS_NONE && plan_worktime_same (cpm->worktimes[cpm->network->nodes[node].work_calendar], a, b);
}

static gboolean
is_link_of_edge (const PlanCpm *cpm, const PlanLink *link, const PlanEdge *edge)
{
  PlanId from = plan_model_get_task_at (cpm->model, cpm->network->nodes[PLAN_EDGE_NODE (edge)].task)->id;

  return link->predecessor == from && (PlanLinkType) link->type == PLAN_EDGE_TYPE (edge) &&
         CLAMP (link->lag, -PLAN_DURATION_MAX, PLAN_DURATION_MAX) == edge->lag;
}

/* The number in the model of the link that the edge was made from. */
static guint
find_link (const PlanCpm *cpm, const PlanTaskIndex *index, guint32 to, const PlanEdge *edge)
{
  guint n;
  const guint *links = plan_task_index_get_predecessors (index, cpm->network->nodes[to].task, &n);

  for (guint i = 0; i < n; i++)
    if (is_link_of_edge (cpm, plan_model_get_link_at (cpm->model, links[i]), edge))
      return links[i];
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

/* The link of the node by which it gets its start. Links of a summary reach its tasks through its bound. */
static gboolean
find_driving_link (PlanCpm *cpm, const PlanTaskIndex *index, guint32 to, PlanTicks start, PlanDriver *driver)
{
  const PlanNetwork *network = cpm->network;
  PlanTicks latest = PLAN_TICKS_NONE;
  guint32 bound = PLAN_NODE_NONE;

  driver->link = PLAN_INDEX_NONE;
  for (guint32 e = network->first_pred[to]; e < network->first_pred[to + 1]; e++)
    {
      const PlanEdge *edge = &network->preds[e];
      guint32 from = PLAN_EDGE_NODE (edge);
      gboolean is_bound = (network->nodes[from].flags & PLAN_NODE_BOUND) != 0;
      PlanTicks asked = plan_cpm_get_asked_start (cpm, to, e);
      guint link = is_bound ? PLAN_INDEX_NONE : find_link (cpm, index, to, edge);

      if (asked == PLAN_TICKS_NONE || asked < latest || is_clipped (cpm, to, edge, asked) || (!is_bound && link == PLAN_INDEX_NONE))
        continue;
      if (asked == latest && (is_bound || link > driver->link))
        continue;
      latest = asked;
      bound = is_bound ? from : PLAN_NODE_NONE;
      driver->link = link;
      driver->other = network->nodes[from].task;
    }
  driver->owner = network->nodes[to].task;
  if (!(network->nodes[to].flags & PLAN_NODE_PSEUDO) && !is_same (cpm, to, latest, start))
    return FALSE;
  return bound != PLAN_NODE_NONE ? find_driving_link (cpm, index, bound, latest, driver) : driver->link != PLAN_INDEX_NONE;
}

/* The summary above the task whose constraint holds for the tasks below it. */
static gboolean
find_summary (const PlanCpm *cpm, guint32 node, PlanTicks floor, PlanDriver *driver)
{
  const PlanNetwork *network = cpm->network;
  guint32 summary = network->summary_of_task[network->nodes[node].task];

  for (; summary != PLAN_NODE_NONE; summary = network->summaries[summary].parent)
    {
      const PlanTask *task = plan_model_get_task_at (cpm->model, network->summaries[summary].task);

      driver->owner = network->summaries[summary].task;
      if (task->constraint == PLAN_CONSTRAINT_SNET && task->constraint_date == floor)
        return TRUE;
    }
  return FALSE;
}

static gboolean
must_be_there (const PlanCpm *cpm, const PlanNode *node, const PlanExtra *extra)
{
  return extra->constraint_date != PLAN_TICKS_NONE && cpm->projects[node->project].honour &&
         (extra->constraint == PLAN_CONSTRAINT_MSO || extra->constraint == PLAN_CONSTRAINT_MFO);
}

/* What places a task of a project scheduled from its start. */
static PlanDriverKind
find_cause (PlanCpm *cpm, const PlanTaskIndex *index, guint32 number, PlanDriver *driver)
{
  const PlanNode *node = &cpm->network->nodes[number];
  const PlanExtra *extra = &cpm->extras[node->extra];
  PlanTicks start = cpm->dates[number].early_start;
  PlanDriver found = *driver;

  if (must_be_there (cpm, node, extra))
    return PLAN_DRIVER_CONSTRAINT;
  if (find_driving_link (cpm, index, number, start, &found))
    {
      *driver = found;
      return PLAN_DRIVER_LINK;
    }
  if (is_same (cpm, number, extra->floor, start) && find_summary (cpm, number, extra->floor, &found))
    {
      driver->owner = found.owner;
      return PLAN_DRIVER_CONSTRAINT;
    }
  if (is_same (cpm, number, cpm->projects[node->project].start, start))
    return PLAN_DRIVER_PROJECT_START;
  return extra->constraint_date != PLAN_TICKS_NONE ? PLAN_DRIVER_CONSTRAINT
         : extra->delay != 0 ? PLAN_DRIVER_DELAY : PLAN_DRIVER_PROJECT_START;
}

/* In a project scheduled from its finish all tasks wait but those that are to be early. */
static PlanDriverKind
find_mirrored_cause (PlanCpm *cpm, const PlanTaskIndex *index, guint32 number, const PlanScheduledTask *result,
                     PlanDriver *driver)
{
  const PlanNode *node = &cpm->network->nodes[number];
  PlanTicks date = plan_model_get_task_at (cpm->model, node->task)->constraint_date;
  PlanDriver found = *driver;

  if (is_same (cpm, number, date, result->start) || is_same (cpm, number, date, result->finish))
    return PLAN_DRIVER_CONSTRAINT;
  if (!(node->flags & PLAN_NODE_ALAP))
    return PLAN_DRIVER_LATE;
  if (!find_driving_link (cpm, index, number, result->start, &found))
    return PLAN_DRIVER_PROJECT_START;
  *driver = found;
  return PLAN_DRIVER_LINK;
}

/* The first of a summary's tasks, the older one of two. */
static guint
find_first_subtask (const PlanSchedule *schedule, const PlanModel *model, guint summary)
{
  PlanId parent = plan_model_get_task_at (model, summary)->id;
  guint n = plan_schedule_get_n (schedule), first = PLAN_INDEX_NONE;

  for (guint i = 0; i < n; i++)
    {
      const PlanTask *task = plan_model_get_task_at (model, i);
      PlanTicks start = plan_schedule_get_task (schedule, i)->start, earliest;

      if (task->parent != parent || start == PLAN_TICKS_NONE || task->external)
        continue;
      earliest = first != PLAN_INDEX_NONE ? plan_schedule_get_task (schedule, first)->start : G_MAXINT64;
      if (start < earliest || (start == earliest && task->id < plan_model_get_task_at (model, first)->id))
        first = i;
    }
  return first;
}

static PlanDriverKind
find_kind (PlanCpm *cpm, const PlanSchedule *schedule, const PlanTaskIndex *index, guint task, PlanDriver *driver)
{
  const PlanScheduledTask *result = plan_schedule_get_task (schedule, task);
  const PlanTask *record = plan_model_get_task_at (cpm->model, task);
  guint32 number = cpm->network->node_of_task[task], flags;

  if (number == PLAN_NODE_NONE)
    {
      if (!record->manual || record->manual_start == PLAN_TICKS_NONE || record->manual_finish == PLAN_TICKS_NONE)
        driver->other = find_first_subtask (schedule, cpm->model, task);
      return driver->other != PLAN_INDEX_NONE ? PLAN_DRIVER_SUBTASK : PLAN_DRIVER_MANUAL;
    }
  flags = cpm->network->nodes[number].flags;
  if (flags & PLAN_NODE_EXTERNAL)
    return PLAN_DRIVER_EXTERNAL;
  if (flags & (PLAN_NODE_FINISHED | PLAN_NODE_STARTED) || record->actual_start != PLAN_TICKS_NONE)
    return PLAN_DRIVER_ACTUAL;
  if (flags & PLAN_NODE_FIXED)
    return PLAN_DRIVER_MANUAL;
  if (flags & PLAN_NODE_MIRROR)
    return find_mirrored_cause (cpm, index, number, result, driver);
  if ((flags & PLAN_NODE_ALAP) && result->start != result->early_start)
    return PLAN_DRIVER_LATE;
  return find_cause (cpm, index, number, driver);
}

/**
 * plan_driver_find:
 * @model: the model that @schedule was computed from
 * @index: the links of @model by task
 * @task: index of the task
 *
 * Returns: what determines when the task starts
 */
PlanDriver
plan_driver_find (const PlanSchedule *schedule, const PlanModel *model, const PlanTaskIndex *index, guint task)
{
  PlanDriver driver = { PLAN_DRIVER_NONE, task, PLAN_INDEX_NONE, PLAN_INDEX_NONE };
  g_autofree const PlanWorktime **worktimes = NULL;
  PlanCpm cpm;

  if (plan_schedule_get_task (schedule, task)->start == PLAN_TICKS_NONE || !plan_schedule_get_cpm (schedule, model, &cpm))
    return driver;
  worktimes = cpm.worktimes;
  driver.kind = find_kind (&cpm, schedule, index, task, &driver);
  return driver;
}
