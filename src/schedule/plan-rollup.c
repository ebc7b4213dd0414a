/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the dates of the passes to what people read: slack, critical, percent complete, summaries, projects. Free slack goes
 * through the network once more from its end, because a task of a summary has the successors of the summary too: a bound
 * presents the earliest start of the tasks below it, a roll the limits of the links that leave it.
 */

#include "plan-rollup.h"

#include "plan-money.h"
#include "plan-rollup-private.h"
#include "plan-worktime-private.h"

#define NO_LIMIT G_MAXINT64

static inline PlanTicks
measure (const PlanCpm *cpm, const PlanNode *node, PlanTicks from, PlanTicks to)
{
  if (from == to)
    return 0;
  return node->flags & PLAN_NODE_ELAPSED ? to - from : plan_worktime_work_inline (cpm->worktimes[node->calendar], from, to);
}

/* Whether the task stands at its late dates. */
static gboolean
is_late (const PlanNode *node)
{
  return ((node->flags & PLAN_NODE_ALAP) != 0) != ((node->flags & PLAN_NODE_MIRROR) != 0);
}

/* A task that waits for its late dates does not go before its early ones when there is no slack; and the other way round
 * for one that hurries in a project scheduled from its finish. */
static PlanTicks
choose (const PlanNode *node, PlanTicks early, PlanTicks late)
{
  if (!(node->flags & PLAN_NODE_ALAP))
    return node->flags & PLAN_NODE_MIRROR ? late : early;
  return node->flags & PLAN_NODE_MIRROR ? MIN (early, late) : MAX (early, late);
}

static PlanTicks
get_start (const PlanNode *node, const PlanNodeDates *dates)
{
  return choose (node, dates->early_start, dates->late_start);
}

static PlanTicks
get_finish (const PlanNode *node, const PlanNodeDates *dates)
{
  return choose (node, dates->early_finish, dates->late_finish);
}

static PlanTicks
take_lag_away (const PlanCpm *cpm, const PlanEdge *edge, guint32 from, PlanTicks at)
{
  const PlanNode *node = &cpm->network->nodes[from], *to = &cpm->network->nodes[PLAN_EDGE_NODE (edge)];
  gboolean elapsed = (edge->other & PLAN_EDGE_ELAPSED) != 0;
  PlanTicks lag = edge->lag;

  if (lag == 0)
    return at;
  if (edge->other & PLAN_EDGE_PERCENT)
    {
      const PlanNodeDates *dates = &cpm->dates[from];
      PlanTicks whole = node->extra != 0 && !(node->flags & PLAN_NODE_PSEUDO) ? cpm->extras[node->extra].whole : node->duration;
      PlanTicks base = elapsed ? dates->early_finish - dates->early_start : whole;

      if ((node->flags & PLAN_NODE_ROLL) && !elapsed)
        base = plan_worktime_work_inline (cpm->worktimes[node->calendar], dates->early_start, dates->early_finish);
      elapsed |= (node->flags & PLAN_NODE_ELAPSED) != 0;
      lag = plan_multiply_divide (base, lag, PLAN_PERCENT_HUNDRED);
    }
  return elapsed ? at - lag : plan_worktime_add_inline (cpm->worktimes[to->calendar], at, -lag);
}

static void
limit_by_edge (const PlanCpm *cpm, const PlanLimits *pseudo, guint32 from, const PlanEdge *edge, PlanLimits *limits)
{
  guint32 number = PLAN_EDGE_NODE (edge);
  const PlanNode *to = &cpm->network->nodes[number];
  PlanLinkType type = PLAN_EDGE_TYPE (edge);
  gboolean starts = type == PLAN_LINK_FS || type == PLAN_LINK_SS;
  PlanTicks at;

  if (to->flags & (PLAN_NODE_FINISHED | PLAN_NODE_OFF))
    return;
  if (to->flags & PLAN_NODE_ROLL)
    {
      limits->finish = MIN (limits->finish, pseudo[to->duration].finish);
      if (to->extra == from)
        limits->start = MIN (limits->start, pseudo[to->duration].start);
      return;
    }
  if (to->flags & PLAN_NODE_BOUND)
    at = pseudo[to->duration].start;
  else
    at = starts ? get_start (to, &cpm->dates[number]) : get_finish (to, &cpm->dates[number]);
  if (at == NO_LIMIT)
    return;
  at = take_lag_away (cpm, edge, from, at);
  if (type == PLAN_LINK_FS || type == PLAN_LINK_FF)
    limits->finish = MIN (limits->finish, at);
  else
    limits->start = MIN (limits->start, at);
}

/* Stops at the first link that leaves nothing of a task that finishes at @finish. */
static PlanLimits
get_limits (const PlanCpm *cpm, const PlanLimits *pseudo, guint32 number, PlanTicks finish)
{
  const PlanNetwork *network = cpm->network;
  PlanLimits limits = { NO_LIMIT, NO_LIMIT, PLAN_NODE_NONE };

  for (guint32 e = network->first_succ[number]; e < network->first_succ[number + 1] && limits.finish > finish; e++)
    limit_by_edge (cpm, pseudo, number, &network->succs[e], &limits);
  return limits;
}

static PlanTicks
get_free_slack (const PlanCpm *cpm, const PlanNode *node, const PlanLimits *limits, PlanTicks start, PlanTicks finish, PlanTicks total)
{
  PlanTicks slack = total;

  if (total <= 0 || limits->finish <= finish)
    return 0;
  if (limits->finish != NO_LIMIT)
    slack = MIN (slack, measure (cpm, node, finish, limits->finish));
  if (limits->start != NO_LIMIT)
    slack = MIN (slack, measure (cpm, node, start, limits->start));
  return MAX (slack, 0);
}

/* Slack at both ends, each measured from what the links alone ask for when a constraint pulled the task before it. */
static void
fill_slack (const PlanCpm *cpm, const PlanNode *node, const PlanNodeDates *dates, PlanScheduledTask *task)
{
  PlanTicks logic = node->extra != 0 ? cpm->extras[node->extra].logic : PLAN_TICKS_NONE;
  PlanTicks early_start = dates->early_start, early_finish = dates->late_finish;

  if (node->flags & PLAN_NODE_FINISHED)
    return;
  if (logic != PLAN_TICKS_NONE && !(node->flags & PLAN_NODE_MIRROR))
    early_start = logic;
  if (logic != PLAN_TICKS_NONE && (node->flags & PLAN_NODE_MIRROR))
    early_finish = -logic;
  task->start_slack = measure (cpm, node, early_start, dates->late_start);
  if (node->extra == 0 && node->calendar == node->work_calendar && dates->early_finish < PLAN_TICKS_MAX && dates->late_start > PLAN_TICKS_MIN)
    task->finish_slack = task->start_slack; /* the same duration lies between both pairs */
  else
    task->finish_slack = measure (cpm, node, dates->early_finish, early_finish);
  if (node->flags & PLAN_NODE_STARTED)
    {
      task->start_slack = 0;
      task->total_slack = task->finish_slack;
      task->late_start = dates->early_start;
    }
  else
    task->total_slack = MIN (task->start_slack, task->finish_slack);
  if (node->flags & PLAN_NODE_ALAP)
    task->total_slack = MIN (task->total_slack, 0);
}

static void
fill_task (const PlanRollup *self, const PlanNode *node, const PlanNodeDates *dates, PlanScheduledTask *task)
{
  const PlanProjectState *project = &self->cpm->projects[node->project];

  task->start = get_start (node, dates);
  task->finish = get_finish (node, dates);
  task->early_start = dates->early_start;
  task->early_finish = dates->early_finish;
  task->late_start = dates->late_start;
  task->late_finish = dates->late_finish;
  if (node->flags & PLAN_NODE_PARTS)
    {
      const PlanExtra *extra = &self->cpm->extras[node->extra];

      task->duration = plan_parts_measure (self->cpm->worktimes, self->cpm->parts + extra->first_part, extra->n_parts, task->start, task->finish);
    }
  fill_slack (self->cpm, node, dates, task);
  if (node->flags & PLAN_NODE_FINISHED)
    task->stop = task->resume = task->finish;
  else if (node->extra != 0 && self->cpm->extras[node->extra].stop != PLAN_TICKS_NONE)
    {
      task->stop = self->cpm->extras[node->extra].stop;
      task->resume = self->cpm->extras[node->extra].resume;
    }
  task->critical = !(node->flags & (PLAN_NODE_FINISHED | PLAN_NODE_EXTERNAL | PLAN_NODE_TEXT_DATES | PLAN_NODE_OFF)) &&
                   task->total_slack <= project->critical_slack;
}

static void
check_deadline (const PlanCpm *cpm, guint32 calendar, PlanTicks deadline, PlanScheduledTask *task)
{
  if (deadline != PLAN_TICKS_NONE && task->finish != PLAN_TICKS_NONE && task->finish > deadline)
    task->deadline_missed = plan_worktime_work_inline (cpm->worktimes[calendar], deadline, task->finish) > 0;
}

/*
 * plan_rollup_get_rolled_task:
 * @task: what was computed for the node
 *
 * Returns: what it says to the summary above it; tasks of other files, and inactive ones of an active summary, say nothing
 */
PlanRolled
plan_rollup_get_rolled_task (const PlanRollup *self, const PlanNode *node, const PlanScheduledTask *task)
{
  guint32 summary = self->cpm->network->summary_of_task[node->task];
  gboolean at_late = is_late (node) && !(node->flags & PLAN_NODE_MIRROR);
  PlanRolled rolled = { task->start, task->finish, at_late ? task->start : task->early_start, at_late ? task->finish : task->early_finish,
                        task->late_start, task->late_finish };

  if ((node->flags & PLAN_NODE_EXTERNAL) ||
      ((node->flags & PLAN_NODE_OFF) && summary != PLAN_NODE_NONE && !self->cpm->network->summaries[summary].off))
    rolled.start = PLAN_TICKS_NONE;
  if (node->flags & PLAN_NODE_MANUAL)
    {
      rolled.late_start = rolled.early_start;
      rolled.late_finish = rolled.early_finish;
    }
  return rolled;
}

/*
 * plan_rollup_get_rolled_summary:
 * @number: of a summary that is filled
 *
 * Returns: what it says to the summary above it
 */
PlanRolled
plan_rollup_get_rolled_summary (const PlanRollup *self, guint32 number)
{
  const PlanNetwork *network = self->cpm->network;
  const PlanSummary *summary = &network->summaries[number];
  const PlanScheduledTask *task = &self->values->tasks[summary->task];
  gboolean as_entered = summary->node != PLAN_NODE_NONE;
  PlanRolled rolled = { task->start, task->finish, task->early_start, task->early_finish,
                        as_entered ? task->early_start : task->late_start, as_entered ? task->early_finish : task->late_finish };

  if (summary->off && summary->parent != PLAN_NODE_NONE && !network->summaries[summary->parent].off)
    rolled.start = PLAN_TICKS_NONE;
  return rolled;
}

/*
 * plan_rollup_fold:
 * @summary: (inout): reaches over @rolled too
 */
void
plan_rollup_fold (PlanScheduledTask *summary, const PlanRolled *rolled)
{
  if (rolled->start == PLAN_TICKS_NONE)
    return;
  if (summary->start == PLAN_TICKS_NONE)
    {
      summary->start = rolled->start;
      summary->early_start = rolled->early_start;
      summary->late_start = rolled->late_start;
    }
  summary->start = MIN (summary->start, rolled->start);
  summary->finish = MAX (summary->finish, rolled->finish);
  summary->early_start = MIN (summary->early_start, rolled->early_start);
  summary->early_finish = MAX (summary->early_finish, rolled->early_finish);
  summary->late_start = MIN (summary->late_start, rolled->late_start);
  summary->late_finish = MAX (summary->late_finish, rolled->late_finish);
}

/* One with dates of its own keeps them. */
static void
fold_above (const PlanRollup *self, guint32 above, const PlanRolled *rolled)
{
  const PlanSummary *summary = above != PLAN_NODE_NONE ? &self->cpm->network->summaries[above] : NULL;

  if (summary != NULL && summary->node == PLAN_NODE_NONE)
    plan_rollup_fold (&self->values->tasks[summary->task], rolled);
}

static void
count_task (const PlanRollup *self, const PlanNode *node, const PlanScheduledTask *task)
{
  PlanScheduledProject *project = &self->projects[node->project];

  if (node->flags & (PLAN_NODE_EXTERNAL | PLAN_NODE_OFF))
    return;
  project->n_critical += task->critical;
  if (project->start == PLAN_TICKS_NONE || task->start < project->start)
    project->start = task->start;
  project->finish = MAX (project->finish, task->finish);
}

static PlanLimits *
get_all_limits (const PlanRollup *self)
{
  return (PlanLimits *) (gpointer) self->values->limits->data;
}

/*
 * plan_rollup_fill_node:
 * @number: of a node; those after it are filled, and its result is as plan_values_start_result() makes it
 *
 * Computes the result of a task, or the limits of the bound or roll of a summary.
 */
void
plan_rollup_fill_node (const PlanRollup *self, guint32 number)
{
  const PlanNode *node = &self->cpm->network->nodes[number];
  PlanScheduledTask *task = &self->values->tasks[node->task];
  PlanLimits *all = get_all_limits (self), limits;

  if (node->flags & PLAN_NODE_PSEUDO)
    {
      limits = get_limits (self->cpm, all, number, PLAN_TICKS_NONE);
      all[node->duration].finish = limits.finish;
      all[node->duration].start = node->flags & PLAN_NODE_BOUND ? limits.finish : limits.start;
      return;
    }
  fill_task (self, node, &self->cpm->dates[number], task);
  if (task->total_slack > 0)
    {
      limits = get_limits (self->cpm, all, number, task->finish);
      task->free_slack = get_free_slack (self->cpm, node, &limits, task->start, task->finish, task->total_slack);
    }
  if (node->extra != 0)
    check_deadline (self->cpm, node->calendar, plan_model_get_task_at (self->cpm->model, node->task)->deadline, task);
}

/* All tasks, from the last of the network to the first, so that successors are done before. */
static void
fill_tasks (const PlanRollup *self)
{
  const PlanNetwork *network = self->cpm->network;

  for (guint32 i = network->n_nodes; i-- > 0;)
    {
      const PlanNode *node = &network->nodes[i];
      const PlanScheduledTask *task = &self->values->tasks[node->task];
      PlanRolled rolled;

      plan_rollup_fill_node (self, i);
      if (node->flags & (PLAN_NODE_PSEUDO | PLAN_NODE_SUMMARY))
        continue;
      count_task (self, node, task);
      rolled = plan_rollup_get_rolled_task (self, node, task);
      fold_above (self, network->summary_of_task[node->task], &rolled);
    }
}

/* Percent complete follows from the tasks below, weighted by duration; milestones count only when there is nothing else. */
static gint32
get_percent (const PlanProgressSum *sum)
{
  if (sum->duration > 0)
    return (gint32) plan_multiply_divide (sum->done, PLAN_PERCENT_HUNDRED, sum->duration);
  return sum->n_tasks > 0 && sum->n_complete == sum->n_tasks ? (gint32) PLAN_PERCENT_HUNDRED : 0;
}

/* The same share of a summary's own duration, not rounded to a percent before. */
static PlanTicks
get_done (const PlanProgressSum *sum, PlanTicks duration)
{
  return sum->duration > 0 ? plan_multiply_divide (duration, sum->done, sum->duration)
                           : plan_multiply_divide (duration, get_percent (sum), PLAN_PERCENT_HUNDRED);
}

static void
fill_dates (const PlanRollup *self, const PlanSummary *summary, const PlanNode *node, PlanScheduledTask *task)
{
  const PlanWorktime *worktime = self->cpm->worktimes[node->calendar];

  task->duration = plan_worktime_work_inline (worktime, task->start, task->finish);
  task->start_slack = plan_worktime_work_inline (worktime, task->early_start, task->late_start);
  task->finish_slack = plan_worktime_work_inline (worktime, task->early_finish, task->late_finish);
  task->total_slack = MIN (task->start_slack, task->finish_slack);
  task->free_slack = MAX (task->total_slack, 0);
  if (summary->roll != PLAN_NODE_NONE)
    task->free_slack = get_free_slack (self->cpm, node, &get_all_limits (self)[self->cpm->network->nodes[summary->roll].duration],
                                       task->start, task->finish, task->total_slack);
  task->critical = !summary->off && task->percent_complete < PLAN_PERCENT_HUNDRED &&
                   task->total_slack <= self->cpm->projects[node->project].critical_slack;
}

/*
 * plan_rollup_fill_summary:
 * @number: of a summary; all below it is folded into it
 *
 * Computes what follows from the dates of the summary.
 */
void
plan_rollup_fill_summary (const PlanRollup *self, guint32 number)
{
  const PlanSummary *summary = &self->cpm->network->summaries[number];
  const PlanProgressSum *sum = &g_array_index (self->values->sums, PlanProgressSum, number);
  PlanScheduledTask *task = &self->values->tasks[summary->task];
  PlanNode node = { .project = self->cpm->network->project_of_task[summary->task],
                    .calendar = (guint16) self->values->summary_calendars[number] };

  task->percent_complete = get_percent (sum);
  if (summary->node == PLAN_NODE_NONE && task->start != PLAN_TICKS_NONE)
    fill_dates (self, summary, &node, task);
  task->actual_duration = get_done (sum, task->duration);
  task->deadline_missed = FALSE;
  check_deadline (self->cpm, node.calendar, plan_model_get_task_at (self->cpm->model, summary->task)->deadline, task);
}

/* Inner summaries come first. */
static void
fill_summaries (const PlanRollup *self)
{
  for (guint i = 0; i < self->cpm->network->n_summaries; i++)
    {
      PlanRolled rolled;

      plan_rollup_fill_summary (self, i);
      rolled = plan_rollup_get_rolled_summary (self, i);
      fold_above (self, self->cpm->network->summaries[i].parent, &rolled);
    }
}

/* Numbers the pseudo-nodes; their durations, which mean nothing, hold the numbers. */
static void
number_pseudo_nodes (const PlanNetwork *network, GArray *limits)
{
  g_array_set_size (limits, 0);
  for (guint i = 0; i < network->n_summaries; i++)
    {
      const guint32 nodes[] = { network->summaries[i].bound, network->summaries[i].roll };
      PlanLimits nothing = { NO_LIMIT, NO_LIMIT, i };

      for (guint k = 0; k < G_N_ELEMENTS (nodes); k++)
        if (nodes[k] != PLAN_NODE_NONE)
          {
            network->nodes[nodes[k]].duration = (gint32) limits->len;
            g_array_append_val (limits, nothing);
          }
    }
}

static void
start_projects (const PlanCpm *cpm, const PlanNetwork *network, PlanScheduledProject *projects)
{
  for (guint i = 0; i < cpm->n_projects; i++)
    {
      const PlanProject *project = plan_model_get_at (cpm->model, PLAN_RECORD_PROJECT, i);

      projects[i] = (PlanScheduledProject) { .id = project->id, .start = PLAN_TICKS_NONE, .finish = PLAN_TICKS_NONE };
    }
  for (guint i = 0; i < network->n_tasks; i++)
    if (network->node_of_task[i] != PLAN_NODE_NONE && !(network->nodes[network->node_of_task[i]].flags & PLAN_NODE_OFF))
      projects[network->project_of_task[i]].n_tasks++;
}

/*
 * plan_rollup_finish_projects:
 *
 * Computes what follows from start, finish and progress of each project. One without tasks starts and finishes where it
 * would begin.
 */
void
plan_rollup_finish_projects (const PlanRollup *self)
{
  for (guint i = 0; i < self->cpm->n_projects; i++)
    {
      const PlanProjectState *state = &self->cpm->projects[i];
      const PlanProgressSum *sum = &g_array_index (self->values->project_sums, PlanProgressSum, i);
      PlanScheduledProject *project = &self->projects[i];

      if (project->start == PLAN_TICKS_NONE)
        project->start = project->finish = state->mirror ? -state->start : state->start;
      project->duration = plan_worktime_work_inline (self->cpm->worktimes[state->calendar], project->start, project->finish);
      project->percent_complete = get_percent (sum);
      project->actual_duration = get_done (sum, project->duration);
    }
}

/**
 * plan_rollup_run:
 * @cpm: after plan_cpm_run()
 * @values: its tasks are as plan_values_start_results() makes them
 * @projects: (out): one for each project of the model
 *
 * Computes everything that follows from the dates of the nodes.
 */
void
plan_rollup_run (const PlanCpm *cpm, PlanValues *values, PlanScheduledProject *projects)
{
  PlanRollup self = { cpm, values, projects };

  number_pseudo_nodes (cpm->network, values->limits);
  start_projects (cpm, cpm->network, projects);
  fill_tasks (&self);
  fill_summaries (&self);
  plan_rollup_finish_projects (&self);
}
