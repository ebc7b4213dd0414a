/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What levelling knows of a plan before it begins: which tasks may be moved and which take their resources where they are,
 * what each task needs at the peak of its work, and how much there is of each resource over time.
 */

#include "plan-level-private.h"

#include "plan-assigned.h"
#include "plan-schedule-private.h"

#define HAS_NO_PLACE (PLAN_NODE_PSEUDO | PLAN_NODE_EXTERNAL | PLAN_NODE_OFF)
#define KEEPS_PLACE (PLAN_NODE_FIXED | PLAN_NODE_FINISHED | PLAN_NODE_STARTED | PLAN_NODE_MANUAL | PLAN_NODE_ALAP | \
                     PLAN_NODE_MIRROR | PLAN_NODE_SUMMARY)

/**
 * plan_level_plan_get_task:
 *
 * Returns: (transfer none): the task of a node
 */
const PlanTask *
plan_level_plan_get_task (const PlanLevelPlan *self, guint32 node)
{
  return plan_model_get_task_at (self->model, self->cpm.network->nodes[node].task);
}

/**
 * plan_level_options_have:
 *
 * Returns: whether tasks of the project may be moved
 */
gboolean
plan_level_options_have (const PlanLevelOptions *options, PlanId project)
{
  for (guint i = 0; i < options->n_projects; i++)
    if (options->projects[i] == project)
      return TRUE;
  return options->projects == NULL;
}

/* Whether its constraint leaves the task no way to wait. */
static gboolean
is_bound (const PlanLevelPlan *self, guint32 node, const PlanTask *task)
{
  gboolean honour = self->cpm.projects[self->cpm.network->nodes[node].project].honour;

  return task->constraint_date != PLAN_TICKS_NONE &&
         (task->constraint == PLAN_CONSTRAINT_MSO || task->constraint == PLAN_CONSTRAINT_MFO ||
          (honour && (task->constraint == PLAN_CONSTRAINT_SNLT || task->constraint == PLAN_CONSTRAINT_FNLT)));
}

static gboolean
may_move (const PlanLevelPlan *self, guint32 node)
{
  const PlanTask *task = plan_level_plan_get_task (self, node);
  const PlanProject *project = plan_model_get_project (self->model, task->project);

  return !(self->cpm.network->nodes[node].flags & KEEPS_PLACE) && task->priority < 1000 && project->priority < 1000 &&
         task->level_assignments && plan_level_options_have (self->options, task->project) && !is_bound (self, node, task);
}

/* A task that has begun by the status date stays; all others begin after it. */
static gboolean
is_before_status (PlanLevelPlan *self, guint32 node)
{
  const PlanTask *task = plan_level_plan_get_task (self, node);
  PlanTicks status = plan_model_get_project (self->model, task->project)->status_date;

  if (!self->options->from_status_date || status == PLAN_TICKS_NONE)
    return FALSE;
  self->floors[node] = status;
  return plan_schedule_get_task (self->schedule, self->cpm.network->nodes[node].task)->start < status;
}

static void
read_roles (PlanLevelPlan *self)
{
  guint n = self->cpm.network->n_nodes;

  self->roles = g_new0 (guint8, n + 1);
  self->floors = g_new (PlanTicks, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      self->floors[i] = PLAN_TICKS_NONE;
      if (self->cpm.network->nodes[i].flags & HAS_NO_PLACE)
        continue;
      self->roles[i] = may_move (self, i) && !is_before_status (self, i) ? PLAN_LEVEL_MOVES : PLAN_LEVEL_TAKES;
    }
}

/* Adds what an assignment takes to the needs of its task, which begin at @first. */
static void
add_need (PlanLevelPlan *self, guint32 first, const PlanAssignment *assignment, PlanPercent units)
{
  PlanLevelNeed need = { plan_model_find (self->model, PLAN_RECORD_RESOURCE, assignment->resource), units };
  const PlanResource *resource = plan_model_get_resource (self->model, assignment->resource);

  if (resource == NULL || resource->type != PLAN_RESOURCE_WORK || !resource->can_level || units <= 0)
    return;
  for (guint i = first; i < self->needs->len; i++)
    if (g_array_index (self->needs, PlanLevelNeed, i).resource == need.resource)
      {
        g_array_index (self->needs, PlanLevelNeed, i).units += units;
        return;
      }
  g_array_append_val (self->needs, need);
}

static void
read_needs (PlanLevelPlan *self)
{
  const PlanNetwork *network = self->cpm.network;
  g_autofree PlanAssigned *assigned = plan_assigned_list (self->schedule, self->model);

  self->needs = g_array_new (FALSE, FALSE, sizeof (PlanLevelNeed));
  self->first_need = g_new0 (guint32, network->n_tasks + 1);
  for (guint32 i = 0; i < network->n_tasks; i++)
    {
      for (guint32 k = network->first_assignment[i]; k < network->first_assignment[i + 1]; k++)
        add_need (self, self->first_need[i], plan_model_get_assignment_at (self->model, network->assignments[k]),
                  assigned[network->assignments[k]].peak);
      self->first_need[i + 1] = self->needs->len;
    }
}

static gboolean
compute (PlanLevelPlan *self, GError **error)
{
  if (!plan_schedule_compute (self->schedule, self->model, NULL, error))
    return FALSE;
  g_clear_pointer (&self->cpm.worktimes, g_free);
  return plan_schedule_get_cpm (self->schedule, self->model, &self->cpm);
}

/**
 * plan_level_plan_set_delays:
 * @delays: (nullable): levelling delays of each node that may be moved, elapsed ticks; %NULL for none
 *
 * Gives the copy of the model these delays and schedules it.
 *
 * Returns: %FALSE with an error of plan_schedule_compute()
 */
gboolean
plan_level_plan_set_delays (PlanLevelPlan *self, const PlanTicks *delays, GError **error)
{
  for (guint32 i = 0; i < self->cpm.network->n_nodes; i++)
    if (self->roles[i] & PLAN_LEVEL_MOVES)
      {
        const PlanTask *task = plan_level_plan_get_task (self, i);
        PlanTicks delay = delays != NULL ? delays[i] : 0;

        if (task->levelling_delay != delay)
          plan_model_set (self->model, PLAN_FIELD_TASK_LEVELLING_DELAY, task->id, &PLAN_VALUE_OF_INTEGER (delay));
      }
  return compute (self, error);
}

/**
 * plan_level_plan_keep:
 *
 * Notes where the schedule puts the tasks that keep their place.
 *
 * Returns: whether it differs from the last time
 */
gboolean
plan_level_plan_keep (PlanLevelPlan *self)
{
  gboolean differs = FALSE;

  for (guint32 i = 0; i < self->cpm.network->n_nodes; i++)
    if (self->roles[i] & PLAN_LEVEL_TAKES)
      {
        const PlanScheduledTask *task = plan_schedule_get_task (self->schedule, self->cpm.network->nodes[i].task);
        PlanLevelStay *kept = &self->kept[i];

        differs = differs || kept->start != task->start || kept->finish != task->finish;
        *kept = (PlanLevelStay) { task->start, task->finish };
      }
  return differs;
}

/* Delays that are not by levelling: until the first of those who do the work begins. */
static void
read_waits (PlanLevelPlan *self)
{
  self->waits = g_new0 (PlanTicks, self->cpm.network->n_nodes + 1);
  for (guint32 i = 0; i < self->cpm.network->n_nodes; i++)
    if (self->roles[i] & PLAN_LEVEL_MOVES)
      self->waits[i] = self->cpm.extras[self->cpm.network->nodes[i].extra].delay;
}

/**
 * plan_level_plan_new:
 * @model: not changed
 *
 * Returns: (transfer full): the plan without delays of tasks that may be moved, or %NULL with an error of
 *   plan_schedule_compute()
 */
PlanLevelPlan *
plan_level_plan_new (PlanModel *model, const PlanLevelOptions *options, GError **error)
{
  g_autoptr (PlanLevelPlan) self = g_new0 (PlanLevelPlan, 1);

  self->model = plan_model_snapshot (model);
  self->options = options;
  self->schedule = plan_schedule_new ();
  if (!compute (self, error))
    return NULL;
  read_roles (self);
  if (!plan_level_plan_set_delays (self, NULL, error))
    return NULL;
  self->before = g_memdup2 (self->cpm.dates, sizeof (PlanNodeDates) * self->cpm.network->n_nodes);
  self->kept = g_new0 (PlanLevelStay, self->cpm.network->n_nodes + 1);
  plan_level_plan_keep (self);
  read_waits (self);
  self->n_resources = plan_model_get_n (self->model, PLAN_RECORD_RESOURCE);
  self->units = plan_level_profile_list (self->model);
  read_needs (self);
  return g_steal_pointer (&self);
}

/**
 * plan_level_plan_free:
 */
void
plan_level_plan_free (PlanLevelPlan *self)
{
  plan_level_profile_free_list (self->units, self->n_resources);
  g_clear_pointer (&self->needs, g_array_unref);
  g_free (self->first_need);
  g_free (self->kept);
  g_free (self->before);
  g_free (self->waits);
  g_free (self->floors);
  g_free (self->roles);
  g_free (self->cpm.worktimes);
  plan_schedule_free (self->schedule);
  plan_model_unref (self->model);
  g_free (self);
}
