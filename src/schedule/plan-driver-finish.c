/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How calendars and those who work on a task move its start, and what makes its finish other than its start and duration
 * say: progress, pauses, who is done last, days without work, and the deadline behind its late dates.
 */

#include "plan-driver-private.h"

/* As far as holidays are looked for. */
#define MAX_DAYS 120

/* The name of the first exception that takes the work of a day between two instants, by the calendar. */
static const char *
find_reason (const PlanWorktime *worktime, PlanTicks from, PlanTicks to)
{
  PlanDay first = plan_ticks_get_day (from), last = MIN (plan_ticks_get_day (to), first + MAX_DAYS);

  for (PlanDay day = first; day <= last; day++)
    {
      const char *name = plan_worktime_get_kind (worktime, day) == PLAN_DAY_HOLIDAY ? plan_worktime_get_name (worktime, day) : NULL;

      if (name != NULL && *name != '\0')
        return name;
    }
  return NULL;
}

static gboolean
has_holiday (const PlanWorktime *worktime, PlanTicks from, PlanTicks to)
{
  PlanDay first = plan_ticks_get_day (from), last = MIN (plan_ticks_get_day (to - 1), first + MAX_DAYS);

  for (PlanDay day = first; day <= last; day++)
    if (plan_worktime_get_kind (worktime, day) == PLAN_DAY_HOLIDAY)
      return TRUE;
  return FALSE;
}

static guint32
get_project_calendar (const PlanDriverFinder *self, const PlanNode *node)
{
  return self->cpm.projects[node->project].calendar;
}

/* Who starts at @start when the task may from @from on, in a calendar of their own. */
static guint
find_starter (PlanDriverFinder *self, const PlanNode *node, PlanTicks from, PlanTicks start, guint32 *calendar)
{
  PlanDriverPart parts[PLAN_MAX_PARTS];
  guint n = plan_driver_list_parts (self, node->task, node, parts);

  for (guint i = 0; i < n; i++)
    if (plan_worktime_next (self->worktimes[parts[i].part.calendar], from) == start || i + 1 == n)
      {
        *calendar = parts[i].part.calendar;
        return plan_driver_get_resource (self, parts[i].assignment);
      }
  return PLAN_INDEX_NONE;
}

static void
add_move (PlanDriverFinder *self, const PlanNode *node, PlanDriverKind kind, guint32 by, guint32 calendar, PlanTicks from, PlanTicks to,
          GArray *drivers)
{
  PlanDriver *driver = plan_driver_add (drivers, kind, node->task, to);

  driver->amount = plan_worktime_work (self->worktimes[by], from, to);
  driver->reason = find_reason (self->worktimes[calendar], from, to);
}

/*
 * plan_driver_list_calendar:
 * @from: where the task might start but for calendars; @start: where it goes from there
 *
 * Adds what moves it: holidays of the project, the calendar of the task, and who works on it. A weekend alone is no news.
 */
void
plan_driver_list_calendar (PlanDriverFinder *self, guint32 number, PlanTicks from, PlanTicks start, GArray *drivers)
{
  const PlanNode *node = plan_driver_get_node (self, number);
  guint32 project = get_project_calendar (self, node), calendar = node->work_calendar;
  PlanTicks by_project = MIN (plan_worktime_next (self->worktimes[project], from), start);
  PlanTicks by_task = MIN (MAX (plan_worktime_next (self->worktimes[node->calendar], from), by_project), start);

  if ((node->flags & PLAN_NODE_ELAPSED) || start <= from)
    return;
  if (by_project > from && has_holiday (self->worktimes[project], from, by_project))
    add_move (self, node, PLAN_DRIVER_CALENDAR, project, project, from, by_project, drivers);
  if (by_task > by_project)
    add_move (self, node, PLAN_DRIVER_CALENDAR, project, node->calendar, by_project, by_task, drivers);
  if (start > by_task)
    {
      guint resource = find_starter (self, node, from, start, &calendar);

      add_move (self, node, PLAN_DRIVER_RESOURCE, node->calendar, calendar, by_task, start, drivers);
      g_array_index (drivers, PlanDriver, drivers->len - 1).resource = resource;
    }
}

/* The rest of a started task: when it goes on, and the links that it waits for. */
static void
list_progress (PlanDriverFinder *self, guint task, guint32 number, GArray *drivers)
{
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, task);
  const PlanNode *node = plan_driver_get_node (self, number);
  const PlanWorktime *worktime = self->worktimes[node->work_calendar];
  PlanTicks logic = PLAN_TICKS_NONE;
  PlanDriver *driver;

  if (result->stop == PLAN_TICKS_NONE || result->resume == PLAN_TICKS_NONE || result->resume <= result->stop ||
      plan_worktime_same (worktime, result->stop, result->resume))
    return;
  driver = plan_driver_add (drivers, PLAN_DRIVER_PROGRESS, task, result->resume);
  driver->amount = plan_worktime_work (worktime, result->stop, result->resume);
  if (node->flags & PLAN_NODE_SPLIT)
    logic = plan_driver_get_logic (self, number, PLAN_NODE_FINISHED | PLAN_NODE_BOUND);
  if (plan_driver_is_same (self, node, logic, result->resume))
    plan_driver_list_links (self, number, logic, PLAN_NODE_FINISHED | PLAN_NODE_BOUND, drivers);
}

static PlanTicks
get_reach (const PlanWorktime *worktime, const PlanPart *part, PlanTicks start, gint32 first_delay)
{
  PlanTicks at = plan_worktime_next (worktime, start + part->wait);

  return plan_worktime_add (worktime, plan_worktime_add (worktime, at, part->delay - first_delay), part->length);
}

/* Of several who work on the task, those who are done last. */
static void
list_workers (PlanDriverFinder *self, guint task, const PlanNode *node, GArray *drivers)
{
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, task);
  PlanDriverPart parts[PLAN_MAX_PARTS];
  PlanTicks reached[PLAN_MAX_PARTS], last = PLAN_TICKS_NONE;
  guint n = plan_driver_list_parts (self, task, node, parts), n_last = 0;
  gint32 delay = G_MAXINT32;

  for (guint i = 0; i < n; i++)
    delay = MIN (delay, parts[i].part.delay);
  for (guint i = 0; i < n; i++)
    {
      reached[i] = get_reach (self->worktimes[parts[i].part.calendar], &parts[i].part, result->start, delay);
      last = MAX (last, reached[i]);
    }
  for (guint i = 0; i < n; i++)
    n_last += reached[i] == last;
  for (guint i = 0; i < n && n_last < n; i++)
    if (reached[i] == last)
      {
        PlanDriver *driver = plan_driver_add (drivers, PLAN_DRIVER_RESOURCE_WORK, task, result->finish);

        driver->resource = plan_driver_get_resource (self, parts[i].assignment);
        driver->amount = parts[i].part.length;
      }
}

/* Days off between start and finish, when they make it finish later than by the project's calendar without them. */
static void
list_days_off (PlanDriverFinder *self, guint task, const PlanNode *node, GArray *drivers)
{
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, task);
  const PlanWorktime *worktime = self->worktimes[node->work_calendar];
  const PlanWorktime *project = self->worktimes[get_project_calendar (self, node)];
  gboolean is_own = node->work_calendar != node->calendar;
  PlanDriver *driver;
  PlanTicks finish;

  if ((node->flags & (PLAN_NODE_ELAPSED | PLAN_NODE_PARTS)) || result->duration == 0 || worktime == project)
    return;
  finish = plan_worktime_add (project, result->start, node->duration);
  if (finish >= result->finish || plan_worktime_work (project, finish, result->finish) == 0)
    return;
  driver = plan_driver_add (drivers, is_own ? PLAN_DRIVER_RESOURCE : PLAN_DRIVER_CALENDAR, task, result->finish);
  driver->amount = plan_worktime_work (project, finish, result->finish);
  driver->reason = find_reason (worktime, result->start, result->finish);
  if (is_own)
    {
      PlanDriverPart parts[PLAN_MAX_PARTS];

      if (plan_driver_list_parts (self, task, node, parts) > 0)
        driver->resource = plan_driver_get_resource (self, parts[0].assignment);
    }
}

/* Pauses; a constraint of the finish; and a deadline that decides on the late dates. */
static void
list_rest (PlanDriverFinder *self, guint task, guint32 number, GArray *drivers)
{
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, task);
  const PlanTask *record = plan_model_get_task_at (self->model, task);
  const PlanNode *node = plan_driver_get_node (self, number);
  const PlanExtra *extra = plan_driver_get_extra (self, node);

  if (node->extra != 0 && !(node->flags & (PLAN_NODE_STARTED | PLAN_NODE_PARTS)) && node->duration > extra->whole)
    plan_driver_add (drivers, PLAN_DRIVER_SPLIT, task, result->finish)->amount = node->duration - extra->whole;
  if (record->deadline != PLAN_TICKS_NONE && plan_driver_is_same (self, node, record->deadline, result->late_finish))
    plan_driver_add (drivers, PLAN_DRIVER_DEADLINE, task, record->deadline);
}

/*
 * plan_driver_list_finish:
 *
 * Adds what makes the finish of the task other than its start and duration say.
 */
void
plan_driver_list_finish (PlanDriverFinder *self, guint task, guint32 number, GArray *drivers)
{
  const PlanNode *node = plan_driver_get_node (self, number);
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, task);

  if (node->flags & PLAN_NODE_FINISHED)
    {
      plan_driver_add (drivers, PLAN_DRIVER_ACTUAL, task, result->finish);
      return;
    }
  if (node->flags & (PLAN_NODE_EXTERNAL | PLAN_NODE_FIXED))
    return;
  if (node->flags & PLAN_NODE_STARTED)
    list_progress (self, task, number, drivers);
  else
    {
      list_workers (self, task, node, drivers);
      list_days_off (self, task, node, drivers);
    }
  list_rest (self, task, number, drivers);
}
