/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first half of an update of the schedule: the changes of an edit are sorted by what they touch, and the network is edited
 * in place. What is not known here is left to plan_schedule_update(), which then makes a new network.
 */

#include "plan-schedule-update.h"

#include "plan-rollup-private.h"

#define MAX_SWITCHED 16

/* Of more than these, all tasks are scheduled. */
#define MAX_TASKS 256
#define MAX_STRUCTURAL 48

/*
 * plan_schedule_update_init:
 * @model: as it is after @changes
 */
void
plan_schedule_update_init (PlanScheduleUpdate *self, PlanSchedule *schedule, const PlanModel *model, const PlanChangeSet *changes)
{
  *self = (PlanScheduleUpdate) { .schedule = schedule, .model = model, .changes = changes };
  self->tasks = g_array_new (FALSE, FALSE, sizeof (PlanTask));
  self->removed = g_array_new (FALSE, FALSE, sizeof (PlanTask));
  self->summaries = g_array_new (FALSE, FALSE, sizeof (PlanId));
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->leaving = g_array_new (FALSE, FALSE, sizeof (PlanLeaving));
  self->moves = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->switched = g_array_new (FALSE, FALSE, sizeof (PlanId));
  plan_network_edit_init (&self->edit, schedule->network, model);
}

/*
 * plan_schedule_update_clear:
 *
 * Frees what the update holds.
 */
void
plan_schedule_update_clear (PlanScheduleUpdate *self)
{
  g_clear_pointer (&self->tasks, g_array_unref);
  g_clear_pointer (&self->removed, g_array_unref);
  g_clear_pointer (&self->summaries, g_array_unref);
  g_clear_pointer (&self->indexes, g_array_unref);
  g_clear_pointer (&self->leaving, g_array_unref);
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_pointer (&self->switched, g_array_unref);
  plan_network_edit_clear (&self->edit);
}

/* Where the task is in the network, which may have another one at the place it has in the model. */
static guint32
find_index (const PlanScheduleUpdate *self, PlanId id)
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
take_back (const PlanScheduleUpdate *self, PlanRecord record, gpointer body)
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
add_task (PlanScheduleUpdate *self, PlanId id)
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
add_children (PlanScheduleUpdate *self, guint32 summary)
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
add_summary_value (PlanScheduleUpdate *self, guint32 summary, const PlanChange *change)
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
add_task_value (PlanScheduleUpdate *self, const PlanChange *change)
{
  guint32 index = find_index (self, change->id), summary;

  if (change->field == PLAN_FIELD_TASK_BLANK || index == PLAN_NODE_NONE)
    return FALSE;
  if (change->field == PLAN_FIELD_TASK_ACTIVE)
    g_array_append_val (self->switched, change->id);
  self->n_structural += change->field == PLAN_FIELD_TASK_PARENT;
  summary = plan_network_find_summary (self->schedule->network, index);
  return summary != PLAN_NODE_NONE ? add_summary_value (self, summary, change) : add_task (self, change->id);
}

static gboolean
add_assignment (PlanScheduleUpdate *self, PlanId id)
{
  const PlanAssignment *assignment = plan_model_lookup (self->model, PLAN_RECORD_ASSIGNMENT, id);

  return assignment == NULL || add_task (self, assignment->task);
}

static gboolean
add_split (PlanScheduleUpdate *self, const PlanSplit *split)
{
  return split->owner_record == PLAN_RECORD_TASK ? add_task (self, split->owner) : add_assignment (self, split->owner);
}

static gboolean
add_value (PlanScheduleUpdate *self, const PlanChange *change)
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
add_record (PlanScheduleUpdate *self, const PlanChange *change)
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

/*
 * plan_schedule_update_sort:
 *
 * Finds out what the changes touch; nothing is changed by it.
 *
 * Returns: %FALSE when they go further than is known here, or touch so much that all is as fast
 */
gboolean
plan_schedule_update_sort (PlanScheduleUpdate *self)
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
  /* Links of switched tasks are looked up as they are after the edit. */
  return self->switched->len == 0 || (self->switched->len <= MAX_SWITCHED && self->n_structural == 0);
}

/*
 * plan_schedule_update_is_other:
 *
 * Returns: whether what the task says to its summary has another meaning from now on
 */
gboolean
plan_schedule_update_is_other (const PlanTask *before, const PlanTask *after)
{
  return before->parent != after->parent || before->manual != after->manual || before->external != after->external ||
         before->active != after->active;
}

static gboolean
is_switched_off (const PlanScheduleUpdate *self, PlanId id)
{
  const PlanTask *task = plan_model_get_task (self->model, id);

  return task != NULL && !task->active;
}

/* Takes what the network and its sums know of a task out of them. */
static void
leave (PlanScheduleUpdate *self, const PlanTask *before, gboolean moves)
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
  leaving.is_gone = !(node->flags & PLAN_NODE_OFF) && (has_task (self->removed, before->id) || is_switched_off (self, before->id));
  leaving.is_critical = schedule->values.tasks[index].critical;
  project->lost |= leaving.is_counted && network->dates[number].early_finish == project->finish;
  g_array_append_val (self->leaving, leaving);
}

static void
leave_all (PlanScheduleUpdate *self)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const PlanTask *before = &g_array_index (self->tasks, PlanTask, i);

      leave (self, before, plan_schedule_update_is_other (before, plan_model_get_task (self->model, before->id)));
    }
  for (guint i = 0; i < self->removed->len; i++)
    leave (self, &g_array_index (self->removed, PlanTask, i), TRUE);
}

/* Whether a change of the link is the first one of it in the change set. */
static gboolean
is_first_change (const PlanScheduleUpdate *self, guint place, PlanId link)
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
change_link (PlanScheduleUpdate *self, const PlanLink *link, gboolean remove)
{
  guint32 from = find_index (self, link->predecessor), to = find_index (self, link->successor);

  if (from == PLAN_NODE_NONE || to == PLAN_NODE_NONE)
    return FALSE;
  return remove ? plan_network_edit_unlink (&self->edit, link, from, to) : plan_network_edit_link (&self->edit, link, from, to);
}

/* A link to nothing. */
static gboolean
is_loose (const PlanScheduleUpdate *self, const PlanLink *link)
{
  return plan_model_get_task (self->model, link->predecessor) == NULL || plan_model_get_task (self->model, link->successor) == NULL;
}

/* Links as they were go, or as they are come. */
static gboolean
change_links (PlanScheduleUpdate *self, gboolean remove)
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

static gboolean
change_links_of (PlanScheduleUpdate *self, PlanId task, gboolean remove)
{
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_LINK); i++)
    {
      const PlanLink *link = plan_model_get_link_at (self->model, i);

      if ((link->predecessor == task || link->successor == task) && !is_loose (self, link) && !change_link (self, link, remove))
        return FALSE;
    }
  return TRUE;
}

/* What hangs on a task that is made active or inactive leads to other tasks from then on. */
static gboolean
switch_tasks (PlanScheduleUpdate *self)
{
  for (guint i = 0; i < self->switched->len; i++)
    {
      PlanId id = g_array_index (self->switched, PlanId, i);

      if (!change_links_of (self, id, TRUE) || !plan_network_edit_switch_task (&self->edit, find_index (self, id)) ||
          !change_links_of (self, id, FALSE))
        return FALSE;
    }
  return TRUE;
}

/* Records come and go in the order in which they did in the model. */
static gboolean
change_record (PlanScheduleUpdate *self, const PlanChange *change)
{
  gboolean insert = change->op == PLAN_CHANGE_INSERT;
  guint32 index = PLAN_NODE_NONE;

  if (change->record == PLAN_RECORD_TASK)
    {
      if (!insert && (index = find_index (self, change->id)) == PLAN_NODE_NONE)
        return FALSE;
      g_array_append_val (self->moves, index);
      return insert ? plan_network_edit_insert_task (&self->edit, change->body)
                    : plan_network_edit_remove_task (&self->edit, index);
    }
  if (!insert)
    return plan_network_edit_remove_assignment (&self->edit, change->id);
  plan_network_edit_insert_assignment (&self->edit, change->body);
  return TRUE;
}

static gboolean
change_records (PlanScheduleUpdate *self, gboolean *has_changed)
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
move_tasks (PlanScheduleUpdate *self)
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

/*
 * plan_schedule_update_network:
 *
 * Edits the network. What goes, goes first, and links come last, so that only a circle of the plan as it is now stands in
 * the way.
 *
 * Returns: %FALSE when the network is of no more use and a new one has to be made
 */
gboolean
plan_schedule_update_network (PlanScheduleUpdate *self)
{
  gboolean has_changed = FALSE;

  leave_all (self);
  return change_links (self, TRUE) && change_records (self, &has_changed) && move_tasks (self) && switch_tasks (self) &&
         change_links (self, FALSE) && plan_network_edit_finish (&self->edit, has_changed);
}

/*
 * plan_schedule_update_is_new:
 *
 * Returns: whether the task came with the edit
 */
gboolean
plan_schedule_update_is_new (const PlanScheduleUpdate *self, PlanId task)
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
