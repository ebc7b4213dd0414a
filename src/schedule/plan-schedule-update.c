/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brings a schedule up to date by what follows from an edit: the network is edited in place, the tasks that changed are read
 * anew, and the passes go on from them until nothing changes any more. Projects in which tasks wait as long as they can, or
 * that are scheduled from their finish, are computed as a whole with those linked to them, and the others stay as they are.
 */

#include "plan-schedule-update.h"

#include "plan-rollup-private.h"

/* Of what is kept beside plain values and no longer needed, before all is read again. */
#define MAX_LITTER 256

/* Looks the tasks up at the places they have now, and compiles the calendars that they need. */
static gboolean
list_indexes (PlanScheduleUpdate *self, GError **error)
{
  PlanSchedule *schedule = self->schedule;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      guint32 index = plan_model_find (self->model, PLAN_RECORD_TASK, g_array_index (self->tasks, PlanTask, i).id);

      if (schedule->network->node_of_task[index] == PLAN_NODE_NONE)
        continue;
      if (!plan_values_check_task (self->model, schedule->calendars, schedule->network, index, error))
        return FALSE;
      g_array_append_val (self->indexes, index);
    }
  return TRUE;
}

/* A new task, a line without dates, or one that its summary has to learn of anew. */
static gboolean
starts_empty (const PlanScheduleUpdate *self, const PlanTask *before, guint32 index)
{
  const PlanNetwork *network = self->schedule->network;

  return plan_schedule_update_is_new (self, before->id) ||
         plan_schedule_update_is_other (before, plan_model_get_task_at (self->model, index)) ||
         (network->node_of_task[index] == PLAN_NODE_NONE && plan_network_find_summary (network, index) == PLAN_NODE_NONE);
}

/* Results follow their tasks to the places that these have now. */
static void
move_results (PlanScheduleUpdate *self)
{
  PlanSchedule *schedule = self->schedule;
  PlanValues *values = &schedule->values;
  guint n = schedule->n_tasks;

  values->tasks = g_renew (PlanScheduledTask, values->tasks, n + self->moves->len);
  for (guint i = 0; i < self->moves->len; i++)
    {
      guint32 hole = g_array_index (self->moves, guint32, i);

      if (hole == PLAN_NODE_NONE)
        n++;
      else
        values->tasks[hole] = values->tasks[--n];
    }
  schedule->n_tasks = n;
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const PlanTask *before = &g_array_index (self->tasks, PlanTask, i);
      guint index = plan_model_find (self->model, PLAN_RECORD_TASK, before->id);

      if (starts_empty (self, before, index))
        plan_values_start_result (values, self->model, schedule->network, index);
    }
}

static void
stir (const PlanScheduleUpdate *self, guint32 node, guint8 *stirred)
{
  const PlanNetwork *network = self->schedule->network;

  stirred[plan_network_get_group (network, network->nodes[node].project)] = TRUE;
}

/* Lets all projects rest that have nothing to do with the changes. */
static void
choose_projects (PlanScheduleUpdate *self)
{
  const PlanNetwork *network = self->schedule->network;
  PlanProjectState *projects = (PlanProjectState *) (gpointer) self->schedule->values.projects->data;
  g_autofree guint8 *stirred = g_new0 (guint8, network->n_projects);

  for (guint i = 0; i < self->indexes->len; i++)
    stir (self, network->node_of_task[g_array_index (self->indexes, guint32, i)], stirred);
  for (guint i = 0; i < self->edit.early->len; i++)
    stir (self, g_array_index (self->edit.early, guint32, i), stirred);
  for (guint i = 0; i < self->edit.late->len; i++)
    stir (self, g_array_index (self->edit.late, guint32, i), stirred);
  for (guint i = 0; i < self->leaving->len; i++)
    stirred[plan_network_get_group (network, g_array_index (self->leaving, PlanLeaving, i).project)] = TRUE;
  for (guint i = 0; i < network->n_projects; i++)
    projects[i].idle = !stirred[plan_network_get_group (network, i)];
}

/* A task that is computed anew, what waits for it whatever its dates, and what it may let go. */
static void
add_node (const PlanNetwork *network, guint32 number, PlanNodeSet *early, PlanNodeSet *late, PlanNodeSet *changed)
{
  plan_node_set_add (early, number);
  plan_node_set_add (late, number);
  plan_node_set_add (changed, number);
  for (guint32 e = network->first_succ[number]; e < network->first_succ[number + 1]; e++)
    plan_node_set_add (early, PLAN_EDGE_NODE (&network->succs[e]));
  for (guint32 e = network->first_pred[number]; e < network->first_pred[number + 1]; e++)
    {
      plan_node_set_add (late, PLAN_EDGE_NODE (&network->preds[e]));
      plan_node_set_add (changed, PLAN_EDGE_NODE (&network->preds[e]));
    }
}

static void
add_nodes (const PlanScheduleUpdate *self, PlanNodeSet *early, PlanNodeSet *late, PlanNodeSet *changed)
{
  const PlanNetwork *network = self->schedule->network;

  for (guint i = 0; i < self->indexes->len; i++)
    add_node (network, network->node_of_task[g_array_index (self->indexes, guint32, i)], early, late, changed);
  for (guint i = 0; i < self->edit.early->len; i++)
    {
      plan_node_set_add (early, g_array_index (self->edit.early, guint32, i));
      plan_node_set_add (changed, g_array_index (self->edit.early, guint32, i));
    }
  for (guint i = 0; i < self->edit.late->len; i++)
    {
      plan_node_set_add (late, g_array_index (self->edit.late, guint32, i));
      plan_node_set_add (changed, g_array_index (self->edit.late, guint32, i));
    }
}

static void
roll_up_all (PlanScheduleUpdate *self, const PlanCpm *cpm)
{
  PlanSchedule *schedule = self->schedule;

  plan_values_start_results (&schedule->values, self->model, schedule->network);
  plan_rollup_run (cpm, &schedule->values, (PlanScheduledProject *) (gpointer) schedule->projects->data);
}

/* Whether the task counts in its project now and did not before. */
static gboolean
comes (const PlanScheduleUpdate *self, guint32 index)
{
  const PlanNetwork *network = self->schedule->network;
  PlanId id = network->ids[index];
  gboolean is_switched = FALSE;

  for (guint i = 0; i < self->switched->len; i++)
    is_switched |= g_array_index (self->switched, PlanId, i) == id;
  return (is_switched || plan_schedule_update_is_new (self, id)) && !(network->nodes[network->node_of_task[index]].flags & PLAN_NODE_OFF);
}

/* Counts new tasks. The ends of a project that may have had no dates of tasks have to be looked for. */
static void
count_new_tasks (PlanScheduleUpdate *self, const PlanCpm *cpm)
{
  PlanScheduledProject *projects = (PlanScheduledProject *) (gpointer) self->schedule->projects->data;
  const PlanNetwork *network = self->schedule->network;

  for (guint i = 0; i < self->indexes->len; i++)
    {
      guint32 index = g_array_index (self->indexes, guint32, i);
      PlanScheduledProject *project = &projects[network->project_of_task[index]];

      if (!comes (self, index))
        continue;
      project->n_tasks++;
      cpm->projects[network->project_of_task[index]].ends |= project->start == project->finish;
    }
}

static gboolean
roll_up (PlanScheduleUpdate *self, const PlanCpm *cpm, PlanNodeSet *changed)
{
  PlanScheduledProject *projects = (PlanScheduledProject *) (gpointer) self->schedule->projects->data;
  PlanValues *values = &self->schedule->values;
  PlanRollup rollup = { cpm, values, projects };

  count_new_tasks (self, cpm);
  for (guint i = 0; i < self->leaving->len; i++)
    plan_rollup_leave (cpm, values, projects, &g_array_index (self->leaving, PlanLeaving, i));
  if (!plan_rollup_update (cpm, values, projects, changed, self->indexes))
    return FALSE;
  for (guint i = 0; i < self->summaries->len; i++)
    plan_rollup_fill_summary (&rollup, plan_network_find_summary (cpm->network, plan_model_find (self->model, PLAN_RECORD_TASK,
                                                                    g_array_index (self->summaries, PlanId, i))));
  return TRUE;
}

/* From the tasks that changed on, until nothing changes any more. */
static void
run_from_changes (PlanScheduleUpdate *self, PlanCpm *cpm)
{
  PlanNodeSet early, late, changed;

  plan_node_set_init (&early, cpm->network->n_nodes);
  plan_node_set_init (&late, cpm->network->n_nodes);
  plan_node_set_init (&changed, cpm->network->n_nodes);
  add_nodes (self, &early, &late, &changed);
  if (plan_cpm_update (cpm, &early, &late, &changed) || !roll_up (self, cpm, &changed))
    roll_up_all (self, cpm);
  plan_node_set_clear (&early);
  plan_node_set_clear (&late);
  plan_node_set_clear (&changed);
}

static void
run_passes (PlanScheduleUpdate *self)
{
  PlanSchedule *schedule = self->schedule;
  g_autofree const PlanWorktime **worktimes = NULL;
  PlanCpm cpm;

  choose_projects (self);
  plan_schedule_get_cpm (schedule, self->model, &cpm);
  worktimes = cpm.worktimes;
  if (cpm.has_alap || cpm.has_mirror)
    {
      schedule->counts.n_groups++;
      plan_cpm_run (&cpm);
      roll_up_all (self, &cpm);
    }
  else
    {
      schedule->counts.n_structural += self->n_structural > 0;
      schedule->counts.n_values += self->n_structural == 0;
      run_from_changes (self, &cpm);
    }
  for (guint i = 0; i < cpm.n_projects; i++)
    cpm.projects[i].idle = cpm.projects[i].lost = cpm.projects[i].ends = FALSE;
}

/* What tasks had beside plain values and have no more stays until all is read again. */
static gboolean
is_littered (const PlanSchedule *self)
{
  return self->values.extras->len > 2 * self->network->n_nodes + MAX_LITTER ||
         self->values.parts->len > 4 * self->network->n_assignments + MAX_LITTER;
}

/*
 * plan_schedule_update_parts:
 *
 * Schedules only what follows from the changes, when it is known how.
 *
 * Returns: whether it is done; else without an error when all has to be scheduled, and with %PLAN_ERROR_RANGE when a
 *   calendar has no working time
 */
gboolean
plan_schedule_update_parts (PlanSchedule *self, const PlanModel *model, const PlanChangeSet *changes, GError **error)
{
  g_auto (PlanScheduleUpdate) update = { 0 };

  plan_schedule_update_init (&update, self, model, changes);
  if (is_littered (self) || !plan_schedule_update_sort (&update))
    return FALSE;
  if (!plan_schedule_update_network (&update) || !list_indexes (&update, error))
    {
      self->stale = TRUE;
      return FALSE;
    }
  move_results (&update);
  plan_values_update (&self->values, model, self->calendars, self->network, update.indexes);
  run_passes (&update);
  return TRUE;
}
