/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the dates of the passes to what people read: slack, critical, percent complete, summaries, projects. Free slack goes
 * through the network once more from its end, because a task of a summary has the successors of the summary too: a bound
 * presents the earliest start of the tasks below it, a roll the limits of the links that leave it.
 */

#include "plan-rollup.h"

#include "plan-money.h"
#include "plan-worktime-private.h"

#define NO_LIMIT G_MAXINT64

/* Where a node may reach without moving a successor. For a bound, both are its start. */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
} Limits;

typedef struct
{
  const PlanCpm *cpm;
  PlanValues *values;
  PlanScheduledProject *projects;
} Rollup;

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
limit_by_edge (const PlanCpm *cpm, const Limits *pseudo, guint32 from, const PlanEdge *edge, Limits *limits)
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
static Limits
get_limits (const PlanCpm *cpm, const Limits *pseudo, guint32 number, PlanTicks finish)
{
  const PlanNetwork *network = cpm->network;
  Limits limits = { NO_LIMIT, NO_LIMIT };

  for (guint32 e = network->first_succ[number]; e < network->first_succ[number + 1] && limits.finish > finish; e++)
    limit_by_edge (cpm, pseudo, number, &network->succs[e], &limits);
  return limits;
}

static PlanTicks
get_free_slack (const PlanCpm *cpm, const PlanNode *node, const Limits *limits, PlanTicks start, PlanTicks finish, PlanTicks total)
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
fill_task (const Rollup *self, const PlanNode *node, const PlanNodeDates *dates, PlanScheduledTask *task)
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

/* Adds the dates of a task, or of a summary that is done, to those of the summary above; one with dates of its own keeps them. */
static void
fold (const Rollup *self, guint32 above, const PlanScheduledTask *task, gboolean at_late, gboolean as_entered)
{
  PlanScheduledTask *summary = &self->values->tasks[self->cpm->network->summaries[above].task];
  PlanTicks early_start = at_late ? task->start : task->early_start, early_finish = at_late ? task->finish : task->early_finish;
  PlanTicks late_start = as_entered ? early_start : task->late_start, late_finish = as_entered ? early_finish : task->late_finish;

  if (task->start == PLAN_TICKS_NONE || self->cpm->network->summaries[above].node != PLAN_NODE_NONE)
    return;
  if (summary->start == PLAN_TICKS_NONE)
    {
      summary->start = task->start;
      summary->early_start = early_start;
      summary->late_start = late_start;
    }
  summary->start = MIN (summary->start, task->start);
  summary->finish = MAX (summary->finish, task->finish);
  summary->early_start = MIN (summary->early_start, early_start);
  summary->early_finish = MAX (summary->early_finish, early_finish);
  summary->late_start = MIN (summary->late_start, late_start);
  summary->late_finish = MAX (summary->late_finish, late_finish);
}

static void
count_task (const Rollup *self, const PlanNode *node, const PlanScheduledTask *task)
{
  PlanScheduledProject *project = &self->projects[node->project];

  if (node->flags & (PLAN_NODE_EXTERNAL | PLAN_NODE_OFF))
    return;
  project->n_critical += task->critical;
  if (project->start == PLAN_TICKS_NONE || task->start < project->start)
    project->start = task->start;
  project->finish = MAX (project->finish, task->finish);
}

/* All tasks, from the last of the network to the first, so that successors are done before. */
static void
fill_tasks (const Rollup *self, Limits *pseudo)
{
  const PlanNetwork *network = self->cpm->network;

  for (guint32 i = network->n_nodes; i-- > 0;)
    {
      PlanNode *node = &network->nodes[i];
      PlanScheduledTask *task = &self->values->tasks[node->task];
      guint32 summary = network->summary_of_task[node->task];
      Limits limits;

      if (node->flags & PLAN_NODE_PSEUDO)
        {
          limits = get_limits (self->cpm, pseudo, i, PLAN_TICKS_NONE);
          if (node->flags & PLAN_NODE_BOUND)
            limits.start = limits.finish;
          pseudo[node->duration] = limits;
          continue;
        }
      fill_task (self, node, &self->cpm->dates[i], task);
      if (task->total_slack > 0)
        {
          limits = get_limits (self->cpm, pseudo, i, task->finish);
          task->free_slack = get_free_slack (self->cpm, node, &limits, task->start, task->finish, task->total_slack);
        }
      if (node->extra != 0)
        check_deadline (self->cpm, node->calendar, plan_model_get_task_at (self->cpm->model, node->task)->deadline, task);
      if (node->flags & PLAN_NODE_SUMMARY)
        continue;
      count_task (self, node, task);
      if (summary != PLAN_NODE_NONE && !(node->flags & PLAN_NODE_EXTERNAL) &&
          (!(node->flags & PLAN_NODE_OFF) || network->summaries[summary].off))
        fold (self, summary, task, is_late (node) && !(node->flags & PLAN_NODE_MIRROR),
              (node->flags & PLAN_NODE_MANUAL) != 0);
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
fill_summary (const Rollup *self, const PlanSummary *summary, const PlanNode *node, const Limits *pseudo, PlanScheduledTask *task)
{
  const PlanProjectState *project = &self->cpm->projects[node->project];
  const PlanWorktime *worktime = self->cpm->worktimes[node->calendar];

  if (task->start == PLAN_TICKS_NONE)
    return;
  task->duration = plan_worktime_work_inline (worktime, task->start, task->finish);
  task->start_slack = plan_worktime_work_inline (worktime, task->early_start, task->late_start);
  task->finish_slack = plan_worktime_work_inline (worktime, task->early_finish, task->late_finish);
  task->total_slack = MIN (task->start_slack, task->finish_slack);
  task->free_slack = MAX (task->total_slack, 0);
  if (summary->roll != PLAN_NODE_NONE)
    task->free_slack = get_free_slack (self->cpm, node, &pseudo[self->cpm->network->nodes[summary->roll].duration], task->start,
                                       task->finish, task->total_slack);
  task->critical = !summary->off && task->percent_complete < PLAN_PERCENT_HUNDRED && task->total_slack <= project->critical_slack;
}

/* Inner summaries come first. One with dates of its own is done already and only passes them on. */
static void
fill_summaries (const Rollup *self, const Limits *pseudo)
{
  const PlanNetwork *network = self->cpm->network;
  PlanProgressSum *sums = (PlanProgressSum *) (gpointer) self->values->sums->data;

  for (guint i = 0; i < network->n_summaries; i++)
    {
      const PlanSummary *summary = &network->summaries[i];
      PlanScheduledTask *task = &self->values->tasks[summary->task];
      const PlanTask *record = plan_model_get_task_at (self->cpm->model, summary->task);
      PlanNode node = { .project = network->project_of_task[summary->task], .calendar = (guint16) self->values->summary_calendars[i] };
      gboolean counts = summary->parent != PLAN_NODE_NONE && (!summary->off || network->summaries[summary->parent].off);

      task->percent_complete = get_percent (&sums[i]);
      if (counts)
        {
          sums[summary->parent].done += sums[i].done;
          sums[summary->parent].duration += sums[i].duration;
          sums[summary->parent].n_tasks += sums[i].n_tasks;
          sums[summary->parent].n_complete += sums[i].n_complete;
        }
      if (summary->node == PLAN_NODE_NONE)
        fill_summary (self, summary, &node, pseudo, task);
      task->actual_duration = get_done (&sums[i], task->duration);
      check_deadline (self->cpm, node.calendar, record->deadline, task);
      if (counts)
        fold (self, summary->parent, task, FALSE, summary->node != PLAN_NODE_NONE);
    }
}

/* Numbers the pseudo-nodes; their durations, which mean nothing, hold the numbers. */
static guint
number_pseudo_nodes (const PlanNetwork *network)
{
  gint32 n = 0;

  for (guint i = 0; i < network->n_summaries; i++)
    {
      const PlanSummary *summary = &network->summaries[i];

      if (summary->bound != PLAN_NODE_NONE)
        network->nodes[summary->bound].duration = n++;
      if (summary->roll != PLAN_NODE_NONE)
        network->nodes[summary->roll].duration = n++;
    }
  return (guint) n;
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

/* A project without tasks starts and finishes where it would begin. */
static void
finish_projects (const Rollup *self)
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
 * @values: its tasks are filled in
 * @projects: (out): one for each project of the model
 *
 * Computes everything that follows from the dates of the nodes.
 */
void
plan_rollup_run (const PlanCpm *cpm, PlanValues *values, PlanScheduledProject *projects)
{
  Rollup self = { cpm, values, projects };
  g_autofree Limits *pseudo = g_new (Limits, number_pseudo_nodes (cpm->network));

  start_projects (cpm, cpm->network, projects);
  fill_tasks (&self, pseudo);
  fill_summaries (&self, pseudo);
  finish_projects (&self);
}
