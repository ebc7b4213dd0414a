/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What determines when a task starts, in the order in which the Task Inspector of Microsoft Project names it: actual start,
 * constraint, what its summaries pass on, links, calendars and resources, delay by levelling, project start. Nothing is
 * scheduled again: each step of the forward pass is taken once more for this task, and what changed nothing is left out.
 */

#include "plan-driver-private.h"

/*
 * plan_driver_add:
 *
 * Returns: (transfer none): a driver at the end of the array, until the next is added
 */
PlanDriver *
plan_driver_add (GArray *drivers, PlanDriverKind kind, guint owner, PlanTicks instant)
{
  PlanDriver driver = { kind, owner, PLAN_INDEX_NONE, PLAN_INDEX_NONE, PLAN_INDEX_NONE, instant, 0, NULL, PLAN_DRIVER_OF_START };

  g_array_append_val (drivers, driver);
  return &g_array_index (drivers, PlanDriver, drivers->len - 1);
}

/*
 * plan_driver_list_parts:
 *
 * Returns: how many assignments drive the task, as plan_parts_list() has them
 */
guint
plan_driver_list_parts (PlanDriverFinder *self, guint task, const PlanNode *node, PlanDriverPart parts[PLAN_MAX_PARTS])
{
  const PlanNetwork *network = self->cpm.network;

  if (network->first_assignment[task] == network->first_assignment[task + 1])
    return 0;
  if (!self->has_reader)
    plan_parts_reader_init (&self->reader, self->model, plan_schedule_get_calendars (self->schedule), network, NULL);
  self->has_reader = TRUE;
  return plan_parts_list (&self->reader, task, plan_model_get_task_at (self->model, task), node->calendar, parts);
}

/*
 * plan_driver_get_resource:
 *
 * Returns: index of who has the assignment, or %PLAN_INDEX_NONE
 */
guint
plan_driver_get_resource (const PlanDriverFinder *self, guint assignment)
{
  PlanId id = plan_model_get_assignment_at (self->model, assignment)->resource;

  return id != PLAN_ID_NONE ? plan_model_find (self->model, PLAN_RECORD_RESOURCE, id) : PLAN_INDEX_NONE;
}

/* Who of those that work on the task comes first after a delay of theirs. */
static guint
find_first_worker (PlanDriverFinder *self, const PlanNode *node)
{
  PlanDriverPart parts[PLAN_MAX_PARTS];
  guint n = plan_driver_list_parts (self, node->task, node, parts), first = 0;

  for (guint i = 1; i < n; i++)
    if (parts[i].part.delay < parts[first].part.delay)
      first = i;
  return n > 0 ? plan_driver_get_resource (self, parts[first].assignment) : PLAN_INDEX_NONE;
}

/* Summaries above the task whose constraints bring it to @floor. */
static gboolean
list_summaries (PlanDriverFinder *self, const PlanNode *node, PlanTicks floor, GArray *drivers)
{
  const PlanNetwork *network = self->cpm.network;
  guint32 summary = network->summary_of_task[node->task];
  guint before = drivers->len;

  for (; summary != PLAN_NODE_NONE; summary = network->summaries[summary].parent)
    {
      guint index = network->summaries[summary].task;
      const PlanTask *task = plan_model_get_task_at (self->model, index);

      if (task->constraint == PLAN_CONSTRAINT_SNET && task->constraint_date == floor)
        plan_driver_add (drivers, PLAN_DRIVER_CONSTRAINT, index, floor);
    }
  return drivers->len > before;
}

static gboolean
is_by_finish (const PlanExtra *extra)
{
  return extra->constraint == PLAN_CONSTRAINT_MFO || extra->constraint == PLAN_CONSTRAINT_FNET || extra->constraint == PLAN_CONSTRAINT_FNLT;
}

static gboolean
has_hard_constraint (const PlanDriverFinder *self, const PlanNode *node, const PlanExtra *extra)
{
  return extra->constraint_date != PLAN_TICKS_NONE && self->cpm.projects[node->project].honour &&
         (extra->constraint == PLAN_CONSTRAINT_MSO || extra->constraint == PLAN_CONSTRAINT_MFO);
}

/* Whether the task lies exactly where its constraint has it. */
static gboolean
meets_constraint (const PlanDriverFinder *self, guint32 number, const PlanNode *node, const PlanExtra *extra)
{
  const PlanNodeDates *dates = &self->cpm.dates[number];

  if (extra->constraint_date == PLAN_TICKS_NONE || extra->constraint == PLAN_CONSTRAINT_SNLT || extra->constraint == PLAN_CONSTRAINT_FNLT)
    return FALSE;
  return plan_driver_is_same (self, node, extra->constraint_date, is_by_finish (extra) ? dates->early_finish : dates->early_start);
}

/* What brings the task to @base before calendars and delays: summaries, links, or the start of the project. */
static void
list_logic (PlanDriverFinder *self, guint32 number, PlanTicks logic, PlanTicks base, GArray *drivers)
{
  const PlanNode *node = plan_driver_get_node (self, number);
  const PlanExtra *extra = plan_driver_get_extra (self, node);
  PlanTicks snapped = plan_cpm_snap_start (&self->cpm, number, base);
  guint before = drivers->len;

  if (extra->floor != PLAN_TICKS_NONE && plan_cpm_snap_start (&self->cpm, number, extra->floor) == snapped)
    list_summaries (self, node, extra->floor, drivers);
  if (logic != PLAN_TICKS_NONE && plan_cpm_snap_start (&self->cpm, number, logic) == snapped)
    plan_driver_list_links (self, number, logic, 0, drivers);
  if (drivers->len == before)
    plan_driver_add (drivers, PLAN_DRIVER_PROJECT_START, node->task, base);
}

/* The delays after the calendar's: of who works on it, and by levelling. Returns the start without a constraint. */
static PlanTicks
list_delays (PlanDriverFinder *self, guint32 number, PlanTicks start, GArray *drivers)
{
  const PlanNode *node = plan_driver_get_node (self, number);
  const PlanExtra *extra = plan_driver_get_extra (self, node);
  PlanDriver *driver;

  if (node->extra == 0)
    return start;
  if (extra->work_delay != 0)
    {
      start = plan_cpm_snap_start (&self->cpm, number, plan_worktime_add (self->worktimes[node->work_calendar], start, extra->work_delay));
      driver = plan_driver_add (drivers, PLAN_DRIVER_RESOURCE_DELAY, node->task, start);
      driver->amount = extra->work_delay;
      driver->resource = find_first_worker (self, node);
    }
  if (extra->delay != 0 && extra->constraint != PLAN_CONSTRAINT_MSO && extra->constraint != PLAN_CONSTRAINT_MFO)
    {
      start = plan_cpm_snap_start (&self->cpm, number, start + extra->delay);
      driver = plan_driver_add (drivers, PLAN_DRIVER_DELAY, node->task, start);
      driver->amount = extra->delay;
    }
  return start;
}

/* A task whose constraint moves it away from where links and summaries have it; the calendar may move it on. */
static void
list_constraint (PlanDriverFinder *self, guint32 number, GArray *drivers)
{
  const PlanNode *node = plan_driver_get_node (self, number);
  const PlanExtra *extra = plan_driver_get_extra (self, node);

  plan_driver_add (drivers, PLAN_DRIVER_CONSTRAINT, node->task, extra->constraint_date);
  if (!is_by_finish (extra))
    plan_driver_list_calendar (self, number, extra->constraint_date, self->cpm.dates[number].early_start, drivers);
}

/* What places a task of a project scheduled from its start. */
static void
list_start (PlanDriverFinder *self, guint32 number, GArray *drivers)
{
  const PlanNode *node = plan_driver_get_node (self, number);
  const PlanExtra *extra = plan_driver_get_extra (self, node);
  PlanTicks start = self->cpm.dates[number].early_start;
  PlanTicks logic = plan_driver_get_logic (self, number, 0), base = MAX (logic, extra->floor), snapped;
  g_autoptr (GArray) delays = g_array_new (FALSE, FALSE, sizeof (PlanDriver));

  if (base == PLAN_TICKS_NONE)
    base = self->cpm.projects[node->project].start;
  snapped = plan_cpm_snap_start (&self->cpm, number, base);
  if (has_hard_constraint (self, node, extra) ||
      (extra->constraint_date != PLAN_TICKS_NONE && !plan_driver_is_same (self, node, list_delays (self, number, snapped, delays), start)))
    {
      list_constraint (self, number, drivers);
      return;
    }
  if (meets_constraint (self, number, node, extra))
    plan_driver_add (drivers, PLAN_DRIVER_CONSTRAINT, node->task, extra->constraint_date);
  list_logic (self, number, logic, base, drivers);
  plan_driver_list_calendar (self, number, base, snapped, drivers);
  list_delays (self, number, snapped, drivers);
}

/* In a project scheduled from its finish all tasks wait but those that are to be early. */
static void
list_mirrored (PlanDriverFinder *self, guint32 number, const PlanScheduledTask *result, GArray *drivers)
{
  const PlanNode *node = plan_driver_get_node (self, number);
  PlanTicks date = plan_model_get_task_at (self->model, node->task)->constraint_date;
  guint before = drivers->len;

  if (plan_driver_is_same (self, node, date, result->start) || plan_driver_is_same (self, node, date, result->finish))
    plan_driver_add (drivers, PLAN_DRIVER_CONSTRAINT, node->task, date);
  else if (!(node->flags & PLAN_NODE_ALAP))
    plan_driver_add (drivers, PLAN_DRIVER_LATE, node->task, result->start);
  else
    {
      PlanTicks logic = plan_driver_get_logic (self, number, 0);

      if (plan_driver_is_same (self, node, logic, result->start))
        plan_driver_list_links (self, number, logic, 0, drivers);
      if (drivers->len == before)
        plan_driver_add (drivers, PLAN_DRIVER_PROJECT_START, node->task, result->start);
    }
}

/* Summaries come with their tasks unless both their dates are given. */
static guint32
find_summary (PlanDriverFinder *self, guint task)
{
  const PlanNetwork *network = self->cpm.network;

  if (self->summary_of == NULL)
    {
      self->summary_of = g_new (guint32, network->n_tasks + 1);
      for (guint i = 0; i < network->n_tasks; i++)
        self->summary_of[i] = PLAN_NODE_NONE;
      for (guint i = 0; i < network->n_summaries; i++)
        self->summary_of[network->summaries[i].task] = i;
    }
  return self->summary_of[task];
}

static guint
get_child (const PlanNetwork *network, guint32 place)
{
  guint32 child = network->children[place];

  return child & PLAN_CHILD_SUMMARY ? network->summaries[child & ~PLAN_CHILD_SUMMARY].task : child;
}

/* Earlier than the other with its start, or later with its finish; the older one of two. */
static gboolean
is_further (PlanDriverFinder *self, guint a, guint b, PlanDriverEnd end)
{
  const PlanScheduledTask *x = plan_schedule_get_task (self->schedule, a), *y = plan_schedule_get_task (self->schedule, b);
  PlanTicks difference = end == PLAN_DRIVER_OF_START ? x->start - y->start : y->finish - x->finish;

  if (difference != 0)
    return difference < 0;
  return plan_model_get_task_at (self->model, a)->id < plan_model_get_task_at (self->model, b)->id;
}

static void
list_subtask (PlanDriverFinder *self, guint task, PlanDriverEnd end, GArray *drivers)
{
  const PlanNetwork *network = self->cpm.network;
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, task);
  guint32 summary = find_summary (self, task);
  guint furthest = PLAN_INDEX_NONE;
  PlanDriver *driver;

  for (guint32 i = summary != PLAN_NODE_NONE ? network->first_child[summary] : 1;
       i < (summary != PLAN_NODE_NONE ? network->first_child[summary + 1] : 0); i++)
    {
      guint child = get_child (network, i);

      if (plan_schedule_get_task (self->schedule, child)->start == PLAN_TICKS_NONE || plan_model_get_task_at (self->model, child)->external)
        continue;
      if (furthest == PLAN_INDEX_NONE || is_further (self, child, furthest, end))
        furthest = child;
    }
  driver = plan_driver_add (drivers, furthest != PLAN_INDEX_NONE ? PLAN_DRIVER_SUBTASK : PLAN_DRIVER_MANUAL, task,
                            end == PLAN_DRIVER_OF_START ? result->start : result->finish);
  driver->other = furthest;
}

static void
list_summary (PlanDriverFinder *self, guint task, PlanDriverEnd end, GArray *drivers)
{
  const PlanTask *record = plan_model_get_task_at (self->model, task);

  if (!record->manual || record->manual_start == PLAN_TICKS_NONE || record->manual_finish == PLAN_TICKS_NONE)
    list_subtask (self, task, end, drivers);
  else
    plan_driver_add (drivers, PLAN_DRIVER_MANUAL, task, end == PLAN_DRIVER_OF_START ? record->manual_start : record->manual_finish);
}

/* What places the start of a task that is no summary. */
static void
list_start_of_task (PlanDriverFinder *self, guint task, guint32 number, GArray *drivers)
{
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, task);
  const PlanNode *node = plan_driver_get_node (self, number);
  PlanDriver *driver;

  if (node->flags & PLAN_NODE_EXTERNAL)
    plan_driver_add (drivers, PLAN_DRIVER_EXTERNAL, task, result->start);
  else if ((node->flags & (PLAN_NODE_FINISHED | PLAN_NODE_STARTED)) || plan_model_get_task_at (self->model, task)->actual_start != PLAN_TICKS_NONE)
    plan_driver_add (drivers, PLAN_DRIVER_ACTUAL, task, result->start);
  else if (node->flags & PLAN_NODE_FIXED)
    plan_driver_add (drivers, PLAN_DRIVER_MANUAL, task, result->start);
  else if (node->flags & PLAN_NODE_MIRROR)
    list_mirrored (self, number, result, drivers);
  else if ((node->flags & PLAN_NODE_ALAP) && result->start != result->early_start)
    {
      driver = plan_driver_add (drivers, PLAN_DRIVER_LATE, task, result->start);
      driver->amount = plan_worktime_work (self->worktimes[node->calendar], result->early_start, result->start);
    }
  else
    list_start (self, number, drivers);
}

/**
 * plan_driver_finder_new:
 * @model: the model that @schedule was computed from; like @schedule it must stay as it is while the finder is used
 * @index: the links of @model by task
 *
 * Returns: (transfer full): what finds drivers
 */
PlanDriverFinder *
plan_driver_finder_new (const PlanSchedule *schedule, const PlanModel *model, const PlanTaskIndex *index)
{
  PlanDriverFinder *self = g_new0 (PlanDriverFinder, 1);

  self->schedule = schedule;
  self->model = model;
  self->index = index;
  self->has_schedule = plan_schedule_get_cpm (schedule, model, &self->cpm);
  self->worktimes = self->has_schedule ? self->cpm.worktimes : NULL;
  return self;
}

/**
 * plan_driver_finder_free:
 */
void
plan_driver_finder_free (PlanDriverFinder *self)
{
  if (self->has_reader)
    plan_parts_reader_clear (&self->reader);
  g_free (self->worktimes);
  g_free (self->summary_of);
  g_free (self);
}

/**
 * plan_driver_finder_list:
 * @task: index of the task
 * @drivers: (element-type PlanDriver): gets what determines the start, in the order in which it counts; or what makes the
 *   finish other than the start and the duration say. Nothing for a task without dates.
 */
void
plan_driver_finder_list (PlanDriverFinder *self, guint task, PlanDriverEnd end, GArray *drivers)
{
  guint before = drivers->len;
  guint32 number;

  if (!self->has_schedule || plan_schedule_get_task (self->schedule, task)->start == PLAN_TICKS_NONE)
    return;
  number = self->cpm.network->node_of_task[task];
  if (number == PLAN_NODE_NONE)
    list_summary (self, task, end, drivers);
  else if (end == PLAN_DRIVER_OF_START)
    list_start_of_task (self, task, number, drivers);
  else
    plan_driver_list_finish (self, task, number, drivers);
  for (guint i = before; i < drivers->len; i++)
    g_array_index (drivers, PlanDriver, i).end = end;
}

/* Of those that drive the one to be named when only one can be: that which decides between equals. */
static gboolean
says_more (const PlanDriver *a, const PlanDriver *b)
{
  return a->kind == PLAN_DRIVER_DELAY || (b->kind == PLAN_DRIVER_PROJECT_START && a->kind == PLAN_DRIVER_RESOURCE_DELAY);
}

/**
 * plan_driver_find:
 * @model: the model that @schedule was computed from
 * @index: the links of @model by task
 * @task: index of the task
 *
 * Returns: what determines most when the task starts
 */
PlanDriver
plan_driver_find (const PlanSchedule *schedule, const PlanModel *model, const PlanTaskIndex *index, guint task)
{
  g_autoptr (PlanDriverFinder) finder = plan_driver_finder_new (schedule, model, index);
  g_autoptr (GArray) drivers = g_array_new (FALSE, FALSE, sizeof (PlanDriver));
  guint most = 0;

  plan_driver_finder_list (finder, task, PLAN_DRIVER_OF_START, drivers);
  if (drivers->len == 0)
    plan_driver_add (drivers, PLAN_DRIVER_NONE, task, PLAN_TICKS_NONE);
  for (guint i = 1; i < drivers->len; i++)
    if (says_more (&g_array_index (drivers, PlanDriver, i), &g_array_index (drivers, PlanDriver, most)))
      most = i;
  return g_array_index (drivers, PlanDriver, most);
}

/**
 * plan_driver_kind_get_key:
 *
 * Returns: (transfer none): how files name what determines a date
 */
const char *
plan_driver_kind_get_key (PlanDriverKind kind)
{
  static const char *const keys[PLAN_N_DRIVERS] = {
    [PLAN_DRIVER_NONE] = "none",
    [PLAN_DRIVER_PROJECT_START] = "project-start",
    [PLAN_DRIVER_LINK] = "link",
    [PLAN_DRIVER_CONSTRAINT] = "constraint",
    [PLAN_DRIVER_DELAY] = "levelling",
    [PLAN_DRIVER_LATE] = "late",
    [PLAN_DRIVER_ACTUAL] = "actual",
    [PLAN_DRIVER_MANUAL] = "manual",
    [PLAN_DRIVER_EXTERNAL] = "external",
    [PLAN_DRIVER_SUBTASK] = "subtask",
    [PLAN_DRIVER_CALENDAR] = "calendar",
    [PLAN_DRIVER_RESOURCE] = "resource",
    [PLAN_DRIVER_RESOURCE_DELAY] = "resource",
    [PLAN_DRIVER_RESOURCE_WORK] = "resource",
    [PLAN_DRIVER_PROGRESS] = "progress",
    [PLAN_DRIVER_SPLIT] = "split",
    [PLAN_DRIVER_DEADLINE] = "deadline",
  };

  g_return_val_if_fail (kind < PLAN_N_DRIVERS, keys[PLAN_DRIVER_NONE]);

  return keys[kind];
}
