/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads from the model what the passes need, in one run through the tasks: durations and calendars into the nodes, and of
 * tasks with constraints, progress or dates of their own the rest into a second, mostly short array. For projects scheduled
 * from the finish dates are negated and constraints swapped here, so that nothing later has to know of it.
 */

#include "plan-values.h"

#include "plan-money.h"
#include "plan-worktime-private.h"

#define N_RECENT 64

typedef struct
{
  PlanValues *values;
  const PlanModel *model;
  PlanCalendars *calendars;
  PlanNetwork *network;
  PlanId recent[N_RECENT];         /* calendars that were asked for, by the end of their ids; most tasks ask for the same */
  guint32 recent_number[N_RECENT]; /* their numbers, or G_MAXUINT32 */
  PlanPartsReader parts;
  PlanTicks *floor;   /* by number of the summary, or NULL when they are looked up one by one */
  PlanTicks *ceiling;
} Reader;

static gboolean
check_calendar (const PlanModel *model, PlanCalendars *calendars, PlanId calendar, GError **error)
{
  guint32 number;

  return plan_model_get_calendar (model, calendar) == NULL || plan_calendars_find (calendars, model, calendar, &number, error);
}

static gboolean
check_tasks (const PlanModel *model, PlanCalendars *calendars, GError **error)
{
  guint n_tasks = plan_model_get_n (model, PLAN_RECORD_TASK);
  PlanId recent[N_RECENT] = { PLAN_ID_NONE };

  for (guint i = 0; i < n_tasks; i++)
    {
      PlanId calendar = plan_model_get_task_at (model, i)->calendar;

      if (calendar == recent[calendar & (N_RECENT - 1)])
        continue;
      if (!check_calendar (model, calendars, calendar, error))
        return FALSE;
      recent[calendar & (N_RECENT - 1)] = calendar;
    }
  return TRUE;
}

/**
 * plan_values_check_calendars:
 * @is_new: the network knows what calendars are used
 *
 * Compiles the calendars of all projects and tasks, and of the resources that work on them. A task whose calendar is gone
 * has that of its project.
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE when one has no working time
 */
gboolean
plan_values_check_calendars (const PlanModel *model, PlanCalendars *calendars, const PlanNetwork *network, gboolean is_new,
                             GError **error)
{
  guint n_projects = plan_model_get_n (model, PLAN_RECORD_PROJECT);
  guint32 number;

  for (guint i = 0; i < n_projects; i++)
    {
      const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);
      PlanId calendar = plan_model_get_calendar (model, project->calendar) != NULL ? project->calendar : PLAN_ID_NONE;

      if (!plan_calendars_find (calendars, model, calendar, &number, error))
        return FALSE;
    }
  if (!is_new && !check_tasks (model, calendars, error))
    return FALSE;
  for (guint i = 0; is_new && i < network->used_calendars->len; i++)
    if (!check_calendar (model, calendars, g_array_index (network->used_calendars, PlanId, i), error))
      return FALSE;
  return plan_parts_check (model, calendars, network, error);
}

/**
 * plan_values_check_task:
 * @index: of a task in the model
 *
 * Compiles the calendars of one task and its resources, as plan_values_check_calendars() does for all.
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE when one has no working time
 */
gboolean
plan_values_check_task (const PlanModel *model, PlanCalendars *calendars, const PlanNetwork *network, guint32 index, GError **error)
{
  if (!check_calendar (model, calendars, plan_model_get_task_at (model, index)->calendar, error))
    return FALSE;
  return plan_parts_check_task (model, calendars, network, index, error);
}

static guint32
get_calendar (Reader *reader, PlanId calendar, guint32 fallback)
{
  guint place = calendar & (N_RECENT - 1);

  if (calendar == PLAN_ID_NONE)
    return fallback;
  if (calendar != reader->recent[place])
    {
      reader->recent[place] = calendar;
      if (plan_model_get_calendar (reader->model, calendar) == NULL ||
          !plan_calendars_find (reader->calendars, reader->model, calendar, &reader->recent_number[place], NULL))
        reader->recent_number[place] = G_MAXUINT32;
    }
  return reader->recent_number[place] != G_MAXUINT32 ? reader->recent_number[place] : fallback;
}

static void
read_projects (Reader *reader)
{
  GArray *projects = reader->values->projects;

  g_array_set_size (projects, plan_model_get_n (reader->model, PLAN_RECORD_PROJECT));
  for (guint i = 0; i < projects->len; i++)
    {
      const PlanProject *project = plan_model_get_at (reader->model, PLAN_RECORD_PROJECT, i);
      PlanProjectState *state = &g_array_index (projects, PlanProjectState, i);
      gboolean mirror = project->schedule_from == PLAN_SCHEDULE_FROM_FINISH;
      PlanTicks from = mirror ? project->finish : project->start;
      PlanId calendar = plan_model_get_calendar (reader->model, project->calendar) != NULL ? project->calendar : PLAN_ID_NONE;

      if (from == PLAN_TICKS_NONE)
        from = project->start != PLAN_TICKS_NONE ? project->start : project->created != PLAN_TICKS_NONE ? project->created : 0;
      *state = (PlanProjectState) { mirror ? -from : from, PLAN_TICKS_NONE, project->critical_slack, 0,
                                    project->honour_constraints, project->multiple_critical_paths, .mirror = mirror,
                                    .extends = project->late_finish_extends && !mirror };
      plan_calendars_find (reader->calendars, reader->model, calendar, &state->calendar, NULL);
    }
}

/* A constraint as it is on the mirrored axis. */
static guint8
mirror_constraint (guint8 constraint)
{
  static const guint8 mirrored[] = { PLAN_CONSTRAINT_ALAP, PLAN_CONSTRAINT_ASAP, PLAN_CONSTRAINT_MFO, PLAN_CONSTRAINT_MSO,
                                     PLAN_CONSTRAINT_FNLT, PLAN_CONSTRAINT_FNET, PLAN_CONSTRAINT_SNLT, PLAN_CONSTRAINT_SNET };

  return mirrored[constraint & 7];
}

static PlanTicks
mirror_date (PlanTicks date)
{
  return date != PLAN_TICKS_NONE ? -date : PLAN_TICKS_NONE;
}

/* Constraints of summaries hold for all that is below them: SNET from below, FNLT from above. */
static void
read_summary_constraints (Reader *reader)
{
  const PlanNetwork *network = reader->network;

  reader->floor = g_new (PlanTicks, network->n_summaries);
  reader->ceiling = g_new (PlanTicks, network->n_summaries);
  for (guint i = network->n_summaries; i-- > 0;)
    {
      const PlanSummary *summary = &network->summaries[i];
      const PlanTask *task = plan_model_get_task_at (reader->model, summary->task);
      PlanTicks floor = summary->parent != PLAN_NODE_NONE ? reader->floor[summary->parent] : PLAN_TICKS_NONE;
      PlanTicks ceiling = summary->parent != PLAN_NODE_NONE ? reader->ceiling[summary->parent] : PLAN_TICKS_NONE;

      if (task->constraint == PLAN_CONSTRAINT_SNET && task->constraint_date != PLAN_TICKS_NONE)
        floor = MAX (floor, task->constraint_date);
      if (task->constraint == PLAN_CONSTRAINT_FNLT && task->constraint_date != PLAN_TICKS_NONE)
        ceiling = ceiling == PLAN_TICKS_NONE ? task->constraint_date : MIN (ceiling, task->constraint_date);
      reader->floor[i] = floor;
      reader->ceiling[i] = ceiling;
    }
}

/* The same for one task, when not all are read. */
static void
find_summary_constraints (const Reader *reader, guint32 summary, PlanTicks *floor, PlanTicks *ceiling)
{
  *floor = *ceiling = PLAN_TICKS_NONE;
  for (; summary != PLAN_NODE_NONE; summary = reader->network->summaries[summary].parent)
    {
      const PlanTask *task = plan_model_get_task_at (reader->model, reader->network->summaries[summary].task);

      if (task->constraint == PLAN_CONSTRAINT_SNET && task->constraint_date != PLAN_TICKS_NONE)
        *floor = MAX (*floor, task->constraint_date);
      if (task->constraint == PLAN_CONSTRAINT_FNLT && task->constraint_date != PLAN_TICKS_NONE)
        *ceiling = *ceiling == PLAN_TICKS_NONE ? task->constraint_date : MIN (*ceiling, task->constraint_date);
    }
}

static PlanTicks
get_actual_duration (const PlanTask *task)
{
  PlanTicks actual = task->actual_duration;

  if (actual == 0 && task->percent_complete > 0)
    actual = plan_multiply_divide (task->duration, task->percent_complete, PLAN_PERCENT_HUNDRED);
  return CLAMP (actual, 0, task->duration);
}

static PlanTicks
count_on (const PlanWorktime *worktime, const PlanNode *node, PlanTicks at, PlanTicks amount)
{
  return node->flags & PLAN_NODE_ELAPSED ? CLAMP (at + amount, PLAN_TICKS_MIN, PLAN_TICKS_MAX)
                                         : plan_worktime_add_inline (worktime, at, amount);
}

static void
read_finished (const PlanTask *task, PlanNode *node, PlanExtra *extra, const PlanWorktime *worktime)
{
  node->flags |= PLAN_NODE_FIXED | PLAN_NODE_FINISHED;
  extra->finish = task->actual_finish;
  extra->start = task->actual_start != PLAN_TICKS_NONE ? task->actual_start : count_on (worktime, node, extra->finish, -task->duration);
}

/* Dates as entered; what is missing follows from the other and the duration with its pauses. */
static void
read_entered (const PlanTask *task, PlanNode *node, PlanExtra *extra, const PlanWorktime *worktime, PlanTicks project_start)
{
  node->flags |= PLAN_NODE_FIXED;
  extra->start = task->manual_start;
  extra->finish = task->manual_finish;
  if (extra->start == PLAN_TICKS_NONE && extra->finish != PLAN_TICKS_NONE)
    extra->start = count_on (worktime, node, extra->finish, -node->duration);
  else if (extra->start == PLAN_TICKS_NONE)
    extra->start = node->duration > 0 ? plan_worktime_next_inline (worktime, project_start) : project_start;
  if (extra->finish == PLAN_TICKS_NONE)
    extra->finish = count_on (worktime, node, extra->start, node->duration);
  if (node->duration == 0)
    extra->whole = node->duration = (gint32) MAX (plan_worktime_work_inline (worktime, extra->start, extra->finish), 0);
}

/* Pauses that come before @done is done, and those after; one right at that place begins then and is told apart. */
static void
add_pauses (const PlanWork *work, PlanTicks done, PlanTicks whole, PlanTicks *before, PlanTicks *there, PlanTicks *after)
{
  *before = *there = *after = 0;
  for (guint i = 0; i < work->n_pauses; i++)
    {
      const PlanPause *pause = &work->pauses[i];

      if (pause->after < done || (pause->after == 0 && done > 0))
        *before += pause->length;
      else if (pause->after == done)
        *there += pause->length;
      else if (pause->after < whole)
        *after += pause->length;
    }
}

/* How far each part of a started task is: by its own work when any is told, else as far as the task. */
static void
read_started_parts (Reader *reader, const PlanTask *task, const PlanExtra *extra, PlanTicks actual)
{
  for (guint i = 0; i < extra->n_parts; i++)
    {
      PlanPart *part = &g_array_index (reader->values->parts, PlanPart, extra->first_part + i);
      const PlanWorktime *worktime = plan_calendars_get (reader->calendars, part->calendar);
      PlanTicks done = plan_multiply_divide (part->length, actual, MAX (task->duration, 1));
      PlanTicks from = plan_worktime_next_inline (worktime, extra->start + part->wait);

      part->rest = plan_worktime_add_inline (worktime, from, part->delay + done);
      if (done < part->length && task->resume != PLAN_TICKS_NONE)
        part->rest = MAX (part->rest, task->resume);
      part->length -= (gint32) done;
      part->delay = part->wait = 0;
    }
}

/* A started task stays where it started; the rest follows where it resumes, or right after what is done. */
static void
read_started (Reader *reader, const PlanTask *task, PlanNode *node, PlanExtra *extra, const PlanWork *work,
              const PlanWorktime *worktime, gboolean split)
{
  PlanTicks actual = get_actual_duration (task), before, there, after;

  add_pauses (work, actual, task->duration, &before, &there, &after);
  node->flags |= PLAN_NODE_STARTED | (split && actual > 0 ? PLAN_NODE_SPLIT : 0);
  node->duration = (gint32) (task->duration - actual + after);
  extra->start = task->actual_start;
  extra->rest = extra->stop = extra->asked = count_on (worktime, node, extra->start, actual + before);
  if (node->duration > 0 && task->resume != PLAN_TICKS_NONE)
    extra->asked = MAX (extra->asked, task->resume);
  if (node->duration > 0 && there > 0)
    extra->rest = count_on (worktime, node, extra->rest, there);
  if (node->duration > 0 && task->resume != PLAN_TICKS_NONE && task->resume > extra->rest)
    extra->rest = task->resume;
  read_started_parts (reader, task, extra, actual);
}

static PlanTicks
finish_started (Reader *reader, const PlanNode *node, const PlanExtra *extra, const PlanWorktime *worktime)
{
  PlanTicks finish = PLAN_TICKS_NONE;

  if (node->duration == 0)
    return extra->rest;
  if (!(node->flags & PLAN_NODE_PARTS))
    return count_on (worktime, node, plan_worktime_next_inline (worktime, extra->rest), node->duration);
  for (guint i = 0; i < extra->n_parts; i++)
    {
      const PlanPart *part = &g_array_index (reader->values->parts, PlanPart, extra->first_part + i);
      const PlanWorktime *of_part = plan_calendars_get (reader->calendars, part->calendar);

      finish = MAX (finish, plan_worktime_add_inline (of_part, part->rest, part->length));
    }
  return finish;
}

/* Turns the dates of a task of a project scheduled from its finish. Started tasks cannot wait for anything there. */
static void
mirror_extra (Reader *reader, PlanNode *node, PlanExtra *extra, const PlanWorktime *worktime)
{
  PlanTicks floor = extra->floor;

  if (node->flags & PLAN_NODE_STARTED)
    {
      extra->finish = finish_started (reader, node, extra, worktime);
      extra->resume = node->duration > 0 ? plan_worktime_next_inline (worktime, extra->asked) : extra->asked;
      node->flags = (node->flags & ~(guint32) (PLAN_NODE_STARTED | PLAN_NODE_SPLIT)) | PLAN_NODE_FIXED;
    }
  if (node->flags & PLAN_NODE_FIXED)
    {
      PlanTicks start = extra->start;

      extra->start = -extra->finish;
      extra->finish = -start;
    }
  extra->constraint = mirror_constraint (extra->constraint);
  extra->constraint_date = mirror_date (extra->constraint_date);
  /* A deadline bounds the pass that places tasks, as a late constraint of a summary does. */
  extra->floor = mirror_date (extra->ceiling);
  if (extra->deadline != PLAN_TICKS_NONE)
    extra->floor = MAX (extra->floor, -extra->deadline);
  extra->ceiling = mirror_date (floor);
  extra->deadline = PLAN_TICKS_NONE;
  extra->delay = -extra->delay;
  extra->work_delay = 0;
}

static inline gboolean
is_plain (const PlanTask *task, PlanTicks floor, PlanTicks ceiling)
{
  return task->actual_start == PLAN_TICKS_NONE && task->actual_finish == PLAN_TICKS_NONE && !task->manual && !task->external &&
         (task->constraint <= PLAN_CONSTRAINT_ALAP || task->constraint_date == PLAN_TICKS_NONE) &&
         task->deadline == PLAN_TICKS_NONE && task->levelling_delay == 0 && floor == PLAN_TICKS_NONE && ceiling == PLAN_TICKS_NONE;
}

/* What the resources of the task have to say of it. */
static void
read_work (const PlanTask *task, const PlanWork *work, PlanNode *node, PlanExtra *extra)
{
  PlanTicks before, there, after;

  add_pauses (work, 0, task->duration, &before, &there, &after);
  node->work_calendar = (guint16) work->calendar;
  node->duration = (gint32) MIN (node->duration + after, PLAN_DURATION_MAX);
  node->flags |= work->n_parts > 0 ? PLAN_NODE_PARTS : 0;
  extra->first_part = work->first_part;
  extra->n_parts = (guint16) work->n_parts;
  extra->work_delay = work->delay;
  extra->delay += work->wait;
}

G_GNUC_NO_INLINE static void
read_extra (Reader *reader, const PlanTask *task, const PlanWork *work, PlanTicks floor, PlanTicks ceiling, PlanNode *node)
{
  const PlanProject *project = plan_model_get_at (reader->model, PLAN_RECORD_PROJECT, node->project);
  const PlanWorktime *worktime;
  PlanExtra added = {
    .start = PLAN_TICKS_NONE, .finish = PLAN_TICKS_NONE, .rest = PLAN_TICKS_NONE, .resume = PLAN_TICKS_NONE,
    .stop = PLAN_TICKS_NONE, .asked = PLAN_TICKS_NONE,
    .constraint_date = PLAN_TICKS_NONE, .deadline = PLAN_TICKS_NONE, .floor = floor, .ceiling = ceiling,
    .logic = PLAN_TICKS_NONE, .constraint = PLAN_CONSTRAINT_ASAP,
  }, *extra = &added;

  extra->delay = task->levelling_delay;
  extra->whole = node->duration;
  read_work (task, work, node, extra);
  worktime = plan_calendars_get (reader->calendars, node->work_calendar);
  if (task->constraint > PLAN_CONSTRAINT_ALAP)
    {
      extra->constraint = task->constraint;
      extra->constraint_date = task->constraint_date;
    }
  extra->deadline = task->deadline;
  if (task->external)
    {
      node->flags |= PLAN_NODE_EXTERNAL;
      read_entered (task, node, extra, worktime, project->start != PLAN_TICKS_NONE ? project->start : 0);
    }
  else if (task->actual_finish != PLAN_TICKS_NONE)
    read_finished (task, node, extra, worktime);
  else if (task->manual)
    {
      node->flags |= PLAN_NODE_MANUAL;
      if (task->start_text != NULL || task->finish_text != NULL || task->duration_text != NULL)
        node->flags |= PLAN_NODE_TEXT_DATES;
      read_entered (task, node, extra, worktime, project->start != PLAN_TICKS_NONE ? project->start : 0);
    }
  else if (task->actual_start != PLAN_TICKS_NONE)
    read_started (reader, task, node, extra, work, worktime, project->split_in_progress);
  if (node->flags & (PLAN_NODE_FIXED | PLAN_NODE_STARTED))
    node->flags &= ~(guint32) PLAN_NODE_ALAP;
  if (node->flags & PLAN_NODE_MIRROR)
    mirror_extra (reader, node, extra, worktime);
  node->extra = reader->values->extras->len;
  g_array_append_val (reader->values->extras, *extra);
}

static void
read_node (Reader *reader, guint32 index, guint32 number, const PlanTask *task)
{
  PlanNode *node = &reader->network->nodes[number];
  PlanProjectState *project = &g_array_index (reader->values->projects, PlanProjectState, node->project);
  guint32 summary = reader->network->summary_of_task[index];
  PlanTicks floor = PLAN_TICKS_NONE, ceiling = PLAN_TICKS_NONE;
  PlanWork work;
  gboolean has_work;

  node->flags &= PLAN_NODE_SUMMARY | PLAN_NODE_OFF;
  node->flags |= project->mirror ? PLAN_NODE_MIRROR : 0;
  node->flags |= plan_unit_is_elapsed (task->duration_unit) ? PLAN_NODE_ELAPSED : 0;
  node->flags |= (task->constraint == PLAN_CONSTRAINT_ALAP) != (project->mirror && task->constraint <= PLAN_CONSTRAINT_ALAP)
                     ? PLAN_NODE_ALAP : 0;
  node->duration = (gint32) CLAMP (task->duration, 0, PLAN_DURATION_MAX);
  node->calendar = node->work_calendar = (guint16) get_calendar (reader, task->calendar, project->calendar);
  node->extra = 0;
  has_work = plan_parts_read (&reader->parts, index, task, node->calendar, &work);
  if (has_work && work.n_parts == 0 && work.n_pauses == 0 && work.delay == 0 && work.wait == 0)
    {
      node->work_calendar = (guint16) work.calendar;
      has_work = FALSE;
    }
  if (summary != PLAN_NODE_NONE && reader->floor == NULL)
    find_summary_constraints (reader, summary, &floor, &ceiling);
  else if (summary != PLAN_NODE_NONE)
    {
      floor = reader->floor[summary];
      ceiling = reader->ceiling[summary];
    }
  if (has_work || !is_plain (task, floor, ceiling))
    read_extra (reader, task, &work, floor, ceiling, node);
  project->alap |= (node->flags & PLAN_NODE_ALAP) != 0;
}

static void
add_progress (PlanProgressSum *sum, const PlanProgressSum *part)
{
  sum->done += part->done;
  sum->duration += part->duration;
  sum->n_tasks += part->n_tasks;
  sum->n_complete += part->n_complete;
}

/**
 * plan_values_count_progress:
 * @index: of a task with a node
 * @task: as it is, or as it was
 * @sign: 1, or -1 to take away what was added
 *
 * Adds the progress of a task to all summaries above it and to its project.
 */
void
plan_values_count_progress (PlanValues *self, const PlanNetwork *network, guint32 index, const PlanTask *task, int sign)
{
  gboolean complete = task->actual_finish != PLAN_TICKS_NONE || task->percent_complete >= PLAN_PERCENT_HUNDRED;
  gboolean off = (network->nodes[network->node_of_task[index]].flags & PLAN_NODE_OFF) != 0;
  PlanProgressSum part = { sign * (complete ? task->duration : get_actual_duration (task)), sign * task->duration, sign, sign * complete };

  if (task->external)
    return;
  if (!off)
    add_progress (&g_array_index (self->project_sums, PlanProgressSum, network->project_of_task[index]), &part);
  for (guint32 i = network->summary_of_task[index]; i != PLAN_NODE_NONE && (!off || network->summaries[i].off); i = network->summaries[i].parent)
    {
      add_progress (&g_array_index (self->sums, PlanProgressSum, i), &part);
      off = network->summaries[i].off;
    }
}

/* Member by member: to clear all and then set some takes twice as long. */
static inline void
start_result (PlanValues *self, const PlanNetwork *network, guint32 index, const PlanTask *task)
{
  gboolean complete = task->actual_finish != PLAN_TICKS_NONE || task->percent_complete >= PLAN_PERCENT_HUNDRED;
  gboolean has_node = network->node_of_task[index] != PLAN_NODE_NONE;
  PlanScheduledTask *result = &self->tasks[index];

  result->start = result->finish = PLAN_TICKS_NONE;
  result->early_start = result->early_finish = result->late_start = result->late_finish = PLAN_TICKS_NONE;
  result->stop = result->resume = PLAN_TICKS_NONE;
  result->duration = task->duration;
  result->start_slack = result->finish_slack = result->total_slack = result->free_slack = 0;
  result->critical = result->summary = result->deadline_missed = FALSE;
  result->percent_complete = !has_node ? 0 : complete ? (gint32) PLAN_PERCENT_HUNDRED : task->percent_complete;
  result->actual_duration = !has_node ? 0 : complete ? task->duration : get_actual_duration (task);
}

/**
 * plan_values_start_result:
 * @index: of a task in the model
 *
 * Makes the task's result what it is before dates are filled in.
 */
void
plan_values_start_result (PlanValues *self, const PlanModel *model, const PlanNetwork *network, guint32 index)
{
  start_result (self, network, index, plan_model_get_task_at (model, index));
}

static void
mark_summaries (PlanValues *self, const PlanNetwork *network)
{
  for (guint i = 0; i < network->n_summaries; i++)
    self->tasks[network->summaries[i].task].summary = TRUE;
}

/**
 * plan_values_start_results:
 *
 * Makes the results of all tasks what they are before dates are filled in.
 */
void
plan_values_start_results (PlanValues *self, const PlanModel *model, const PlanNetwork *network)
{
  for (guint i = 0; i < network->n_tasks; i++)
    plan_values_start_result (self, model, network, i);
  mark_summaries (self, network);
}

static void
read_pseudo (Reader *reader, guint32 number)
{
  PlanNode *node = &reader->network->nodes[number];
  const PlanProjectState *project = &g_array_index (reader->values->projects, PlanProjectState, node->project);

  node->flags = (node->flags & PLAN_NODE_PSEUDO) | (project->mirror ? PLAN_NODE_MIRROR : 0);
  node->calendar = node->work_calendar =
      (guint16) get_calendar (reader, plan_model_get_task_at (reader->model, node->task)->calendar, project->calendar);
  node->extra = 0;
  node->duration = 0;
}

static inline void
read_task (Reader *reader, guint32 index, const PlanTask *task)
{
  guint32 node = reader->network->node_of_task[index];

  start_result (reader->values, reader->network, index, task);
  if (node == PLAN_NODE_NONE)
    return;
  read_node (reader, index, node, task);
  plan_values_count_progress (reader->values, reader->network, index, task, 1);
}

/**
 * plan_values_read:
 * @calendars: after plan_values_check_calendars()
 * @network: its nodes get their values
 *
 * Reads all tasks and projects, and makes results what they are before dates are filled in.
 */
void
plan_values_read (PlanValues *self, const PlanModel *model, PlanCalendars *calendars, PlanNetwork *network)
{
  Reader reader = { .values = self, .model = model, .calendars = calendars, .network = network };
  PlanExtra none = { .constraint_date = PLAN_TICKS_NONE };

  g_array_set_size (self->extras, 0);
  g_array_append_val (self->extras, none);
  g_array_set_size (self->parts, 0);
  plan_parts_reader_init (&reader.parts, model, calendars, network, self->parts);
  g_array_set_size (self->sums, 0);
  g_array_set_size (self->sums, network->n_summaries);
  g_array_set_size (self->project_sums, 0);
  g_array_set_size (self->project_sums, plan_model_get_n (model, PLAN_RECORD_PROJECT));
  read_projects (&reader);
  read_summary_constraints (&reader);
  for (guint i = 0, n; i < network->n_tasks; i += n)
    {
      const PlanTask *tasks = plan_model_get_run (model, PLAN_RECORD_TASK, i, &n);

      for (guint k = 0; k < n; k++)
        {
          plan_prefetch_record (&tasks[k + PLAN_PREFETCH_AHEAD], sizeof *tasks);
          read_task (&reader, i + k, &tasks[k]);
        }
    }
  for (guint i = 0; i < network->n_summaries; i++)
    {
      const PlanSummary *summary = &network->summaries[i];

      self->summary_calendars[i] =
          get_calendar (&reader, plan_model_get_task_at (model, summary->task)->calendar,
                        g_array_index (self->projects, PlanProjectState, network->project_of_task[summary->task]).calendar);
      if (summary->node != PLAN_NODE_NONE)
        read_node (&reader, summary->task, summary->node, plan_model_get_task_at (model, summary->task));
      if (summary->bound != PLAN_NODE_NONE)
        read_pseudo (&reader, summary->bound);
      if (summary->roll != PLAN_NODE_NONE)
        read_pseudo (&reader, summary->roll);
    }
  mark_summaries (self, network);
  plan_parts_reader_clear (&reader.parts);
  g_free (reader.floor);
  g_free (reader.ceiling);
}

/* What a node had beside the plain values stays at its place. */
static void
reuse_extra (PlanValues *self, PlanNode *node, guint32 place)
{
  if (node->extra == 0 || place == 0)
    return;
  g_array_index (self->extras, PlanExtra, place) = g_array_index (self->extras, PlanExtra, node->extra);
  g_array_set_size (self->extras, self->extras->len - 1);
  node->extra = place;
}

/**
 * plan_values_update:
 * @calendars: after plan_values_check_task() for each of the tasks
 * @indexes: (element-type guint32): tasks of @model with nodes, none of them a summary
 *
 * Reads some tasks anew whose values changed. Their progress was taken away before.
 */
void
plan_values_update (PlanValues *self, const PlanModel *model, PlanCalendars *calendars, PlanNetwork *network, const GArray *indexes)
{
  Reader reader = { .values = self, .model = model, .calendars = calendars, .network = network };

  plan_parts_reader_init (&reader.parts, model, calendars, network, self->parts);
  for (guint i = 0; i < indexes->len; i++)
    {
      guint32 index = g_array_index (indexes, guint32, i), place = network->nodes[network->node_of_task[index]].extra;
      const PlanTask *task = plan_model_get_task_at (model, index);

      read_node (&reader, index, network->node_of_task[index], task);
      plan_values_count_progress (self, network, index, task, 1);
      reuse_extra (self, &network->nodes[network->node_of_task[index]], place);
    }
  plan_parts_reader_clear (&reader.parts);
}
