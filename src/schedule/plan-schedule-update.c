/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brings a schedule up to date by what follows from an edit: the changes are sorted, the network is edited in place, the
 * tasks that changed are read anew, and the passes go on from them until nothing changes any more. Projects in which tasks
 * wait as long as they can, or that are scheduled from their finish, are computed as a whole with those linked to them, and
 * the others stay as they are.
 *
 * What is not known here is left to plan_schedule_update(), which then makes a new network.
 */

#include "plan-schedule-private.h"

#include "plan-network-edit.h"
#include "plan-rollup-private.h"

#include <string.h>

/* Of more than these, all tasks are scheduled. */
#define MAX_TASKS 256
#define MAX_STRUCTURAL 48

/**
 * Update:
 * @tasks: (element-type PlanTask): tasks whose values are to be read, as they were, or as they are when they are new
 * @removed: (element-type PlanTask): tasks that are gone
 * @summaries: (element-type PlanId): summaries of which only what is shown changed
 * @indexes: (element-type guint32): of @tasks, when the network is edited
 * @leaving: (element-type PlanLeaving): tasks that are no more, or not as before, what their summaries knew
 * @moves: (element-type guint32): indexes of removed tasks in their order, with %PLAN_NODE_NONE for each that is new
 * @n_structural: records that came, went or moved
 */
typedef struct
{
  PlanSchedule *schedule;
  const PlanModel *model;
  const PlanChangeSet *changes;
  GArray *tasks;
  GArray *removed;
  GArray *summaries;
  GArray *indexes;
  GArray *leaving;
  GArray *moves;
  guint n_structural;
  PlanNetworkEdit edit;
} Update;

static void
init_update (Update *self, PlanSchedule *schedule, const PlanModel *model, const PlanChangeSet *changes)
{
  *self = (Update) { .schedule = schedule, .model = model, .changes = changes };
  self->tasks = g_array_new (FALSE, FALSE, sizeof (PlanTask));
  self->removed = g_array_new (FALSE, FALSE, sizeof (PlanTask));
  self->summaries = g_array_new (FALSE, FALSE, sizeof (PlanId));
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->leaving = g_array_new (FALSE, FALSE, sizeof (PlanLeaving));
  self->moves = g_array_new (FALSE, FALSE, sizeof (guint32));
  plan_network_edit_init (&self->edit, schedule->network, model);
}

static void
clear_update (Update *self)
{
  g_clear_pointer (&self->tasks, g_array_unref);
  g_clear_pointer (&self->removed, g_array_unref);
  g_clear_pointer (&self->summaries, g_array_unref);
  g_clear_pointer (&self->indexes, g_array_unref);
  g_clear_pointer (&self->leaving, g_array_unref);
  g_clear_pointer (&self->moves, g_array_unref);
  plan_network_edit_clear (&self->edit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Update, clear_update)

/* Where the task is in the network, which may have another one at the place it has in the model. */
static guint32
find_index (const Update *self, PlanId id)
{
  const PlanNetwork *network = self->schedule->network;
  guint guess = plan_model_find (self->model, PLAN_RECORD_TASK, id);

  if (guess < network->n_tasks && network->ids[guess] == id)
    return guess;
  for (guint32 i = 0; i < network->n_tasks; i++)
    if (network->ids[i] == id)
      return i;
  return PLAN_NODE_NONE;
}

/* The record as it was before the changes. */
static void
take_back (const Update *self, PlanRecord record, gpointer body)
{
  for (guint i = plan_change_set_get_n (self->changes); i-- > 0;)
    {
      PlanChange change;

      plan_change_set_get (self->changes, i, &change);
      if (change.op == PLAN_CHANGE_UPDATE && change.record == record && change.id == plan_record_get_id (body))
        plan_field_set_value (change.field, body, &change.old_value);
    }
}

static gboolean
has_task (const GArray *tasks, PlanId id)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_array_index (tasks, PlanTask, i).id == id)
      return TRUE;
  return FALSE;
}

/* A task that is to be read anew; one that is gone is not. */
static gboolean
add_task (Update *self, PlanId id)
{
  const PlanTask *task = plan_model_get_task (self->model, id);
  PlanTask before;

  if (task == NULL || has_task (self->tasks, id))
    return TRUE;
  if (self->tasks->len == MAX_TASKS)
    return FALSE;
  before = *task;
  take_back (self, PLAN_RECORD_TASK, &before);
  g_array_append_val (self->tasks, before);
  return TRUE;
}

/* All tasks in a summary, of which its constraints hold. */
static gboolean
add_children (Update *self, guint32 summary)
{
  const PlanNetwork *network = self->schedule->network;

  for (guint32 k = network->first_child[summary]; k < network->first_child[summary + 1]; k++)
    {
      guint32 child = network->children[k];

      if (!(child & PLAN_CHILD_SUMMARY ? add_children (self, child & ~PLAN_CHILD_SUMMARY) : add_task (self, network->ids[child])))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_summary_value (Update *self, guint32 summary, const PlanChange *change)
{
  if (self->schedule->network->summaries[summary].node != PLAN_NODE_NONE)
    return FALSE;
  if (change->field == PLAN_FIELD_TASK_CONSTRAINT || change->field == PLAN_FIELD_TASK_CONSTRAINT_DATE)
    return add_children (self, summary);
  if (change->field != PLAN_FIELD_TASK_DEADLINE)
    return FALSE;
  g_array_append_val (self->summaries, change->id);
  return TRUE;
}

static gboolean
add_task_value (Update *self, const PlanChange *change)
{
  guint32 index = find_index (self, change->id), summary;

  if (change->field == PLAN_FIELD_TASK_ACTIVE || change->field == PLAN_FIELD_TASK_BLANK || index == PLAN_NODE_NONE)
    return FALSE;
  self->n_structural += change->field == PLAN_FIELD_TASK_PARENT;
  summary = plan_network_find_summary (self->schedule->network, index);
  return summary != PLAN_NODE_NONE ? add_summary_value (self, summary, change) : add_task (self, change->id);
}

static gboolean
add_assignment (Update *self, PlanId id)
{
  const PlanAssignment *assignment = plan_model_lookup (self->model, PLAN_RECORD_ASSIGNMENT, id);

  return assignment == NULL || add_task (self, assignment->task);
}

static gboolean
add_split (Update *self, const PlanSplit *split)
{
  return split->owner_record == PLAN_RECORD_TASK ? add_task (self, split->owner) : add_assignment (self, split->owner);
}

static gboolean
add_value (Update *self, const PlanChange *change)
{
  const PlanSplit *split;

  switch (change->record)
    {
    case PLAN_RECORD_TASK:
      return add_task_value (self, change);
    case PLAN_RECORD_LINK:
      self->n_structural++;
      return TRUE;
    case PLAN_RECORD_ASSIGNMENT:
      return change->field != PLAN_FIELD_ASSIGNMENT_TASK && add_assignment (self, change->id);
    case PLAN_RECORD_SPLIT:
      split = plan_model_lookup (self->model, PLAN_RECORD_SPLIT, change->id);
      return change->field != PLAN_FIELD_SPLIT_OWNER && (split == NULL || add_split (self, split));
    default:
      return FALSE;
    }
}

static gboolean
add_record (Update *self, const PlanChange *change)
{
  self->n_structural++;
  switch (change->record)
    {
    case PLAN_RECORD_TASK:
      if (change->op == PLAN_CHANGE_DELETE)
        g_array_append_vals (self->removed, change->body, 1);
      return change->op == PLAN_CHANGE_DELETE || add_task (self, change->id);
    case PLAN_RECORD_LINK:
      return TRUE;
    case PLAN_RECORD_ASSIGNMENT:
      return add_task (self, ((const PlanAssignment *) change->body)->task);
    case PLAN_RECORD_SPLIT:
      return add_split (self, change->body);
    case PLAN_RECORD_RESOURCE:
      return change->op == PLAN_CHANGE_INSERT; /* nobody knows it yet */
    default:
      return FALSE;
    }
}

static gboolean
is_schedule_change (const PlanChange *change)
{
  return change->op != PLAN_CHANGE_UPDATE ? plan_record_needs_schedule (change->record)
                                          : (plan_field_get (change->field)->flags & PLAN_FIELD_SCHEDULE) != 0;
}

/* FALSE when the changes go further than is known here, or touch so much that all is as fast. */
static gboolean
sort_changes (Update *self)
{
  for (guint i = 0; i < plan_change_set_get_n (self->changes); i++)
    {
      PlanChange change;

      plan_change_set_get (self->changes, i, &change);
      if (!is_schedule_change (&change))
        continue;
      if (!(change.op == PLAN_CHANGE_UPDATE ? add_value (self, &change) : add_record (self, &change)) ||
          self->n_structural > MAX_STRUCTURAL)
        return FALSE;
    }
  return TRUE;
}

/* Whether what the task says to its summary has another meaning from now on. */
static gboolean
has_moved (const PlanTask *before, const PlanTask *after)
{
  return before->parent != after->parent || before->manual != after->manual || before->external != after->external;
}

/* Takes what the network and its sums know of a task out of them. */
static void
leave (Update *self, const PlanTask *before, gboolean moves)
{
  PlanSchedule *schedule = self->schedule;
  const PlanNetwork *network = schedule->network;
  guint32 index = find_index (self, before->id), number = index != PLAN_NODE_NONE ? network->node_of_task[index] : PLAN_NODE_NONE;
  PlanCpm cpm = { .network = schedule->network };
  PlanRollup rollup = { &cpm, &schedule->values, NULL };
  PlanLeaving leaving = { .summary = PLAN_NODE_NONE };
  PlanProjectState *project;
  const PlanNode *node;

  if (number == PLAN_NODE_NONE)
    return;
  node = &network->nodes[number];
  plan_values_count_progress (&schedule->values, network, index, before, -1);
  if (!moves)
    return;
  project = &g_array_index (schedule->values.projects, PlanProjectState, node->project);
  leaving.rolled = plan_rollup_get_rolled_task (&rollup, node, &schedule->values.tasks[index]);
  leaving.summary = network->summary_of_task[index];
  leaving.project = node->project;
  leaving.is_counted = !(node->flags & (PLAN_NODE_EXTERNAL | PLAN_NODE_OFF));
  leaving.is_gone = has_task (self->removed, before->id) && !(node->flags & PLAN_NODE_OFF);
  leaving.is_critical = schedule->values.tasks[index].critical;
  project->lost |= leaving.is_counted && network->dates[number].early_finish == project->finish;
  g_array_append_val (self->leaving, leaving);
}

static void
leave_all (Update *self)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const PlanTask *before = &g_array_index (self->tasks, PlanTask, i);

      leave (self, before, has_moved (before, plan_model_get_task (self->model, before->id)));
    }
  for (guint i = 0; i < self->removed->len; i++)
    leave (self, &g_array_index (self->removed, PlanTask, i), TRUE);
}

/* Whether a change of the link is the first one of it in the change set. */
static gboolean
is_first_change (const Update *self, guint place, PlanId link)
{
  for (guint i = 0; i < place; i++)
    {
      PlanChange change;

      plan_change_set_get (self->changes, i, &change);
      if (change.record == PLAN_RECORD_LINK && change.id == link)
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_link (Update *self, const PlanLink *link, gboolean remove)
{
  guint32 from = find_index (self, link->predecessor), to = find_index (self, link->successor);

  if (from == PLAN_NODE_NONE || to == PLAN_NODE_NONE)
    return FALSE;
  return remove ? plan_network_edit_unlink (&self->edit, link, from, to) : plan_network_edit_link (&self->edit, link, from, to);
}

/* Links as they were go, or as they are come. */
static gboolean
change_links (Update *self, gboolean remove)
{
  for (guint i = 0; i < plan_change_set_get_n (self->changes); i++)
    {
      PlanChange change;
      PlanLink link;

      plan_change_set_get (self->changes, i, &change);
      if (change.record != PLAN_RECORD_LINK || !is_schedule_change (&change) ||
          change.op == (remove ? PLAN_CHANGE_INSERT : PLAN_CHANGE_DELETE) || !is_first_change (self, i, change.id))
        continue;
      link = change.op == PLAN_CHANGE_UPDATE ? *(const PlanLink *) plan_model_lookup (self->model, PLAN_RECORD_LINK, change.id)
                                             : *(const PlanLink *) change.body;
      if (change.op == PLAN_CHANGE_UPDATE && remove)
        take_back (self, PLAN_RECORD_LINK, &link);
      if (!change_link (self, &link, remove))
        return FALSE;
    }
  return TRUE;
}

/* Records come and go in the order in which they did in the model. */
static gboolean
change_record (Update *self, const PlanChange *change)
{
  gboolean insert = change->op == PLAN_CHANGE_INSERT;
  guint32 index = PLAN_NODE_NONE;

  if (change->record == PLAN_RECORD_TASK)
    {
      if (!insert && (index = find_index (self, change->id)) == PLAN_NODE_NONE)
        return FALSE;
      g_array_append_val (self->moves, index);
      return insert ? plan_network_edit_insert_task (&self->edit, change->body) : plan_network_edit_remove_task (&self->edit, index);
    }
  if (!insert)
    return plan_network_edit_remove_assignment (&self->edit, change->id);
  plan_network_edit_insert_assignment (&self->edit, change->body);
  return TRUE;
}

static gboolean
change_records (Update *self, gboolean *has_changed)
{
  for (guint i = 0; i < plan_change_set_get_n (self->changes); i++)
    {
      PlanChange change;

      plan_change_set_get (self->changes, i, &change);
      if (change.op == PLAN_CHANGE_UPDATE || (change.record != PLAN_RECORD_TASK && change.record != PLAN_RECORD_ASSIGNMENT))
        continue;
      *has_changed = TRUE;
      if (!change_record (self, &change))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move_tasks (Update *self)
{
  for (guint i = 0; i < plan_change_set_get_n (self->changes); i++)
    {
      PlanChange change;

      plan_change_set_get (self->changes, i, &change);
      if (change.op == PLAN_CHANGE_UPDATE && change.field == PLAN_FIELD_TASK_PARENT &&
          !plan_network_edit_set_parent (&self->edit, find_index (self, change.id), change.new_value.integer))
        return FALSE;
    }
  return TRUE;
}

/* What goes, goes first, and links come last, so that only a circle of the plan as it is now stands in the way. */
static gboolean
edit_network (Update *self)
{
  gboolean has_changed = FALSE;

  return change_links (self, TRUE) && change_records (self, &has_changed) && move_tasks (self) && change_links (self, FALSE) &&
         plan_network_edit_finish (&self->edit, has_changed);
}

/* Looks the tasks up at the places they have now, and compiles the calendars that they need. */
static gboolean
list_indexes (Update *self, GError **error)
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

static gboolean
is_new (const Update *self, PlanId task)
{
  for (guint i = 0; self->moves->len > 0 && i < plan_change_set_get_n (self->changes); i++)
    {
      PlanChange change;

      plan_change_set_get (self->changes, i, &change);
      if (change.op == PLAN_CHANGE_INSERT && change.record == PLAN_RECORD_TASK && change.id == task)
        return TRUE;
    }
  return FALSE;
}

/* A new task, a line without dates, or one that its summary has to learn of anew. */
static gboolean
starts_empty (const Update *self, const PlanTask *before, guint32 index)
{
  const PlanNetwork *network = self->schedule->network;

  return is_new (self, before->id) || has_moved (before, plan_model_get_task_at (self->model, index)) ||
         (network->node_of_task[index] == PLAN_NODE_NONE && plan_network_find_summary (network, index) == PLAN_NODE_NONE);
}

/* Results follow their tasks to the places that these have now. */
static void
move_results (Update *self)
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
stir (const Update *self, guint32 node, guint8 *stirred)
{
  const PlanNetwork *network = self->schedule->network;

  stirred[plan_network_get_group (network, network->nodes[node].project)] = TRUE;
}

/* Lets all projects rest that have nothing to do with the changes. */
static void
choose_projects (Update *self)
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
add_nodes (const Update *self, PlanNodeSet *early, PlanNodeSet *late, PlanNodeSet *changed)
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
roll_up_all (Update *self, const PlanCpm *cpm)
{
  PlanSchedule *schedule = self->schedule;

  plan_values_start_results (&schedule->values, self->model, schedule->network);
  plan_rollup_run (cpm, &schedule->values, (PlanScheduledProject *) (gpointer) schedule->projects->data);
}

/* Counts new tasks. The ends of a project that may have had no dates of tasks have to be looked for. */
static void
count_new_tasks (Update *self, const PlanCpm *cpm)
{
  PlanScheduledProject *projects = (PlanScheduledProject *) (gpointer) self->schedule->projects->data;
  const PlanNetwork *network = self->schedule->network;

  for (guint i = 0; i < self->indexes->len; i++)
    {
      guint32 index = g_array_index (self->indexes, guint32, i);
      PlanScheduledProject *project = &projects[network->project_of_task[index]];

      if (!is_new (self, network->ids[index]))
        continue;
      project->n_tasks += !(network->nodes[network->node_of_task[index]].flags & PLAN_NODE_OFF);
      cpm->projects[network->project_of_task[index]].ends |= project->start == project->finish;
    }
}

static gboolean
roll_up (Update *self, const PlanCpm *cpm, PlanNodeSet *changed)
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
run_from_changes (Update *self, PlanCpm *cpm)
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
run_passes (Update *self)
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
  return self->values.extras->len > 2 * self->network->n_nodes + MAX_TASKS ||
         self->values.parts->len > 4 * self->network->n_assignments + MAX_TASKS;
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
  g_auto (Update) update;

  init_update (&update, self, model, changes);
  if (is_littered (self) || !sort_changes (&update))
    return FALSE;
  leave_all (&update);
  if (!edit_network (&update) || !list_indexes (&update, error))
    {
      self->stale = TRUE;
      return FALSE;
    }
  move_results (&update);
  plan_values_update (&self->values, model, self->calendars, self->network, update.indexes);
  run_passes (&update);
  return TRUE;
}
