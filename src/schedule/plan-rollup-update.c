/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brings the results of some tasks up to date, and those of the summaries above them. A summary is looked at again with all
 * its tasks only when the one that made its first or last date lost it; else the new date of a task is folded in.
 */

#include "plan-rollup.h"

#include "plan-rollup-private.h"

#include <string.h>

typedef struct
{
  PlanRollup rollup;
  const PlanNetwork *network;
  PlanNodeSet *changed;
} Update;

static gboolean
is_lost (PlanTicks summary, PlanTicks before, PlanTicks after, gboolean is_start)
{
  return before == summary && (is_start ? after > before : after < before);
}

/* Whether what is taken out of the summary may have made one of its dates. */
static gboolean
loses (const PlanScheduledTask *summary, const PlanRolled *before, const PlanRolled *after)
{
  if (before->start == PLAN_TICKS_NONE)
    return FALSE;
  return after->start == PLAN_TICKS_NONE || is_lost (summary->start, before->start, after->start, TRUE) ||
         is_lost (summary->finish, before->finish, after->finish, FALSE) ||
         is_lost (summary->early_start, before->early_start, after->early_start, TRUE) ||
         is_lost (summary->early_finish, before->early_finish, after->early_finish, FALSE) ||
         is_lost (summary->late_start, before->late_start, after->late_start, TRUE) ||
         is_lost (summary->late_finish, before->late_finish, after->late_finish, FALSE);
}

static void
fold_children (const Update *self, guint32 number, PlanScheduledTask *summary)
{
  const PlanNetwork *network = self->network;

  summary->start = summary->finish = summary->early_start = summary->early_finish = PLAN_TICKS_NONE;
  summary->late_start = summary->late_finish = PLAN_TICKS_NONE;
  for (guint32 k = network->first_child[number]; k < network->first_child[number + 1]; k++)
    {
      guint32 child = network->children[k];
      PlanRolled rolled;

      if (child & PLAN_CHILD_SUMMARY)
        rolled = plan_rollup_get_rolled_summary (&self->rollup, child & ~PLAN_CHILD_SUMMARY);
      else if (network->node_of_task[child] == PLAN_NODE_NONE)
        continue;
      else
        rolled = plan_rollup_get_rolled_task (&self->rollup, &network->nodes[network->node_of_task[child]], &self->rollup.values->tasks[child]);
      plan_rollup_fold (summary, &rolled);
    }
}

/* A summary in which nothing has dates any more is as it was before any were filled in. */
static void
empty_summary (const Update *self, const PlanSummary *summary, PlanScheduledTask *task)
{
  plan_values_start_result (self->rollup.values, self->rollup.cpm->model, self->network, summary->task);
  task->summary = TRUE;
}

/* Takes a change of a task up to the summaries above it, as far as anything changes. */
static void
climb (const Update *self, guint32 number, PlanRolled before, PlanRolled after)
{
  while (number != PLAN_NODE_NONE)
    {
      const PlanSummary *summary = &self->network->summaries[number];
      PlanScheduledTask *task = &self->rollup.values->tasks[summary->task], old = *task;
      PlanRolled old_rolled = plan_rollup_get_rolled_summary (&self->rollup, number);

      if (summary->node == PLAN_NODE_NONE && loses (task, &before, &after))
        fold_children (self, number, task);
      else if (summary->node == PLAN_NODE_NONE)
        plan_rollup_fold (task, &after);
      if (summary->node == PLAN_NODE_NONE && task->start == PLAN_TICKS_NONE)
        empty_summary (self, summary, task);
      plan_rollup_fill_summary (&self->rollup, number);
      if (memcmp (&old, task, sizeof old) == 0)
        return;
      before = old_rolled;
      after = plan_rollup_get_rolled_summary (&self->rollup, number);
      number = summary->parent;
    }
}

static void
count_again (Update *self, const PlanNode *node, const PlanScheduledTask *before, const PlanScheduledTask *after)
{
  PlanScheduledProject *project = &self->rollup.projects[node->project];

  if (node->flags & (PLAN_NODE_EXTERNAL | PLAN_NODE_OFF))
    return;
  project->n_critical += after->critical;
  project->n_critical -= before->critical;
  if (after->start < project->start)
    project->start = after->start;
  if (after->finish > project->finish)
    project->finish = after->finish;
  self->rollup.cpm->projects[node->project].ends |= (before->start == project->start && after->start > before->start) ||
                                                    (before->finish == project->finish && after->finish < before->finish);
}

static void
update_task (Update *self, guint32 number)
{
  const PlanNode *node = &self->network->nodes[number];
  PlanScheduledTask *task = &self->rollup.values->tasks[node->task], before = *task;
  PlanRolled before_rolled = plan_rollup_get_rolled_task (&self->rollup, node, &before), after_rolled;

  plan_values_start_result (self->rollup.values, self->rollup.cpm->model, self->network, node->task);
  plan_rollup_fill_node (&self->rollup, number);
  if (memcmp (&before, task, sizeof before) == 0)
    return;
  count_again (self, node, &before, task);
  after_rolled = plan_rollup_get_rolled_task (&self->rollup, node, task);
  climb (self, self->network->summary_of_task[node->task], before_rolled, after_rolled);
}

static void
add_predecessors (Update *self, guint32 number)
{
  for (guint32 e = self->network->first_pred[number]; e < self->network->first_pred[number + 1]; e++)
    plan_node_set_add (self->changed, PLAN_EDGE_NODE (&self->network->preds[e]));
}

/* The limits of a summary's bound or roll are those of the tasks before it. */
static void
update_pseudo (Update *self, guint32 number)
{
  const PlanNode *node = &self->network->nodes[number];
  PlanLimits *limits = &g_array_index (self->rollup.values->limits, PlanLimits, node->duration), before = *limits;
  PlanRolled nothing = { .start = PLAN_TICKS_NONE };

  plan_rollup_fill_node (&self->rollup, number);
  if (before.start == limits->start && before.finish == limits->finish)
    return;
  add_predecessors (self, number);
  climb (self, limits->summary, nothing, nothing);
}

static gboolean
is_counted (const Update *self, guint32 number, guint project)
{
  const PlanNode *node = &self->network->nodes[number];

  return node->project == project &&
         !(node->flags & (PLAN_NODE_PSEUDO | PLAN_NODE_SUMMARY | PLAN_NODE_EXTERNAL | PLAN_NODE_OFF));
}

/* The first start and the last finish of a project. No task goes beyond those it has now; mostly another one reaches them,
 * and the first and the last ones of the network are the likeliest. */
static void
find_ends (const Update *self, guint number)
{
  PlanScheduledProject *project = &self->rollup.projects[number];
  PlanTicks start = PLAN_TICKS_NONE, finish = PLAN_TICKS_NONE;

  for (guint32 i = 0; i < self->network->n_nodes && (start == PLAN_TICKS_NONE || start > project->start); i++)
    if (is_counted (self, i, number) && (start == PLAN_TICKS_NONE || self->network->dates[i].early_start < start))
      start = self->network->dates[i].early_start;
  for (guint32 i = self->network->n_nodes; i-- > 0 && (finish == PLAN_TICKS_NONE || finish < project->finish);)
    if (is_counted (self, i, number))
      finish = MAX (finish, self->network->dates[i].early_finish);
  project->start = start;
  project->finish = finish;
}

/* Progress of a task changes all summaries above it, whatever becomes of their dates. */
static void
refresh_summaries (const Update *self, guint32 task)
{
  for (guint32 i = self->network->summary_of_task[task]; i != PLAN_NODE_NONE; i = self->network->summaries[i].parent)
    {
      PlanRolled nothing = { .start = PLAN_TICKS_NONE };

      climb (self, i, nothing, nothing);
    }
}

/**
 * plan_rollup_leave:
 * @cpm: its network is without the task, or has it elsewhere
 * @leaving: the task
 *
 * Takes a task out of the summary it belonged to.
 */
void
plan_rollup_leave (const PlanCpm *cpm, PlanValues *values, PlanScheduledProject *projects, const PlanLeaving *leaving)
{
  Update self = { { cpm, values, projects }, cpm->network, NULL };
  PlanScheduledProject *project = &projects[leaving->project];
  PlanRolled nothing = { .start = PLAN_TICKS_NONE };

  if (leaving->is_counted)
    project->n_critical -= leaving->is_critical;
  project->n_tasks -= leaving->is_gone;
  climb (&self, leaving->summary, leaving->rolled, nothing);
  for (guint32 i = leaving->summary; i != PLAN_NODE_NONE; i = cpm->network->summaries[i].parent)
    climb (&self, i, nothing, nothing);
  cpm->projects[leaving->project].ends |= leaving->is_counted && (leaving->rolled.start <= project->start ||
                                                                  leaving->rolled.finish >= project->finish);
}

/**
 * plan_rollup_update:
 * @cpm: after plan_cpm_update()
 * @values: with the results of the last time
 * @projects: (inout): likewise
 * @changed: nodes whose values or dates changed; emptied
 * @indexes: (element-type guint32): tasks whose own values changed
 *
 * Computes what follows from the changes, as plan_rollup_run() would.
 *
 * Returns: %FALSE when it must be called because a summary with dates of its own changed
 */
gboolean
plan_rollup_update (const PlanCpm *cpm, PlanValues *values, PlanScheduledProject *projects, PlanNodeSet *changed, const GArray *indexes)
{
  Update self = { { cpm, values, projects }, cpm->network, changed };
  guint32 number;

  while (plan_node_set_pop_last (changed, &number))
    {
      if (cpm->network->nodes[number].flags & PLAN_NODE_SUMMARY)
        return FALSE;
      if (cpm->network->nodes[number].flags & PLAN_NODE_PSEUDO)
        update_pseudo (&self, number);
      else
        {
          PlanScheduledTask before = values->tasks[cpm->network->nodes[number].task], *task = &values->tasks[cpm->network->nodes[number].task];

          update_task (&self, number);
          if (before.start != task->start || before.finish != task->finish)
            add_predecessors (&self, number);
        }
    }
  for (guint i = 0; i < indexes->len; i++)
    refresh_summaries (&self, g_array_index (indexes, guint32, i));
  for (guint i = 0; i < cpm->n_projects; i++)
    if (cpm->projects[i].ends)
      find_ends (&self, i);
  plan_rollup_finish_projects (&self.rollup);
  return TRUE;
}
