/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who works on a task, and what follows for its dates. Resources work by their own calendars; where the task has a calendar
 * too, only when both do; when it ignores those of its resources, or its duration is fixed or counts by the clock, they have
 * no say. When all that drive it work by one calendar, its duration is counted in that; else each is a part of its own, the
 * task reaches from the first start to the last finish, and its duration is the time in which any of them works.
 *
 * Material, costs and work without an amount or units drive nothing.
 */

#include "plan-parts.h"

#include "plan-contour.h"

static int
compare_pauses (gconstpointer a, gconstpointer b)
{
  const PlanPause *x = a, *y = b;

  if (x->owner != y->owner)
    return x->owner < y->owner ? -1 : 1;
  return x->after < y->after ? -1 : x->after > y->after;
}

static void
read_pauses (PlanPartsReader *self)
{
  guint n = plan_model_get_n (self->model, PLAN_RECORD_SPLIT);

  self->pauses = g_array_sized_new (FALSE, FALSE, sizeof (PlanPause), n);
  for (guint i = 0; i < n; i++)
    {
      const PlanSplit *split = plan_model_get_at (self->model, PLAN_RECORD_SPLIT, i);
      guint index = plan_model_find (self->model, split->owner_record, split->owner);
      PlanPause pause = { index, (gint32) CLAMP (split->after, 0, PLAN_DURATION_MAX), (gint32) CLAMP (split->length, 0, PLAN_DURATION_MAX) };

      if (index == PLAN_INDEX_NONE || pause.length == 0)
        continue;
      if (split->owner_record == PLAN_RECORD_ASSIGNMENT)
        pause.owner += self->network->n_tasks;
      g_array_append_val (self->pauses, pause);
    }
  g_array_sort (self->pauses, compare_pauses);
}

/**
 * plan_parts_reader_init:
 * @calendars: after plan_parts_check()
 * @parts: of #PlanPart; parts that are read are appended
 *
 * Makes ready for reading tasks of @model; it may not change meanwhile.
 */
void
plan_parts_reader_init (PlanPartsReader *self, const PlanModel *model, PlanCalendars *calendars, const PlanNetwork *network,
                        GArray *parts)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_RESOURCE);

  *self = (PlanPartsReader) { .model = model, .calendars = calendars, .network = network, .parts = parts };
  self->resource_calendars = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);

      if (plan_model_get_calendar (model, resource->calendar) == NULL ||
          !plan_calendars_find_known (calendars, resource->calendar, &self->resource_calendars[i]))
        self->resource_calendars[i] = G_MAXUINT32;
    }
  read_pauses (self);
}

/**
 * plan_parts_reader_clear:
 *
 * Frees what the reader holds.
 */
void
plan_parts_reader_clear (PlanPartsReader *self)
{
  g_clear_pointer (&self->pauses, g_array_unref);
  g_clear_pointer (&self->resource_calendars, g_free);
}

/* The resource that does the work of an assignment, PLAN_INDEX_NONE for nobody; FALSE when it drives nothing. */
static gboolean
get_worker (const PlanModel *model, const PlanAssignment *assignment, guint *index)
{
  const PlanResource *resource;

  *index = PLAN_INDEX_NONE;
  if (assignment->work <= 0 || assignment->units <= 0)
    return FALSE;
  if (assignment->resource == PLAN_ID_NONE)
    return TRUE;
  *index = plan_model_find (model, PLAN_RECORD_RESOURCE, assignment->resource);
  if (*index == PLAN_INDEX_NONE)
    return FALSE;
  resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, *index);
  return resource->type == PLAN_RESOURCE_WORK;
}

static gboolean
is_by_own_calendar (const PlanTask *task)
{
  return task->manual || task->external || plan_unit_is_elapsed (task->duration_unit) || task->duration == 0 ||
         task->type == PLAN_TASK_FIXED_DURATION || (task->ignore_resource_calendar && task->calendar != PLAN_ID_NONE);
}

static gboolean
check_assignment (const PlanModel *model, PlanCalendars *calendars, const PlanTask *task, const PlanAssignment *assignment, GError **error)
{
  const PlanResource *resource;
  guint32 of_resource, of_task, both;
  guint index;

  if (!get_worker (model, assignment, &index) || index == PLAN_INDEX_NONE)
    return TRUE;
  resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, index);
  if (plan_model_get_calendar (model, resource->calendar) == NULL)
    return TRUE;
  if (!plan_calendars_find (calendars, model, resource->calendar, &of_resource, error))
    return FALSE;
  return plan_model_get_calendar (model, task->calendar) == NULL ||
         (plan_calendars_find (calendars, model, task->calendar, &of_task, error) &&
          plan_calendars_find_both (calendars, of_task, of_resource, &both, error));
}

/**
 * plan_parts_check_task:
 * @index: of a task in the model
 *
 * Compiles the calendars by which resources work on the task.
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE when one has no working time or there are too many
 */
gboolean
plan_parts_check_task (const PlanModel *model, PlanCalendars *calendars, const PlanNetwork *network, guint32 index, GError **error)
{
  const PlanTask *task = plan_model_get_task_at (model, index);

  if (is_by_own_calendar (task))
    return TRUE;
  for (guint32 k = network->first_assignment[index]; k < network->first_assignment[index + 1]; k++)
    if (!check_assignment (model, calendars, task, plan_model_get_assignment_at (model, network->assignments[k]), error))
      return FALSE;
  return TRUE;
}

/**
 * plan_parts_check:
 *
 * Compiles the calendars by which resources work on tasks.
 *
 * Returns: %FALSE with the errors of plan_parts_check_task()
 */
gboolean
plan_parts_check (const PlanModel *model, PlanCalendars *calendars, const PlanNetwork *network, GError **error)
{
  for (guint32 i = 0; network->n_assignments > 0 && i < network->n_tasks; i++)
    if (network->first_assignment[i] < network->first_assignment[i + 1] &&
        !plan_parts_check_task (model, calendars, network, i, error))
      return FALSE;
  return TRUE;
}

static const PlanPause *
find_pauses (const PlanPartsReader *self, guint32 owner, guint *n)
{
  const PlanPause *pauses = (const PlanPause *) (gpointer) self->pauses->data;
  guint low = 0, high = self->pauses->len, end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (pauses[middle].owner < owner)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < self->pauses->len && pauses[end].owner == owner;)
    end++;
  *n = end - low;
  return pauses + low;
}

/* The calendar in which a resource works on the task. */
static guint32
get_calendar (const PlanPartsReader *self, const PlanTask *task, guint32 of_task, guint resource)
{
  guint32 of_resource = resource != PLAN_INDEX_NONE ? self->resource_calendars[resource] : G_MAXUINT32, both;

  if (of_resource == G_MAXUINT32)
    return of_task;
  if (plan_model_get_calendar (self->model, task->calendar) == NULL)
    return of_resource;
  return plan_calendars_find_both (self->calendars, of_task, of_resource, &both, NULL) ? both : of_task;
}

static PlanTicks
get_span (const PlanAssignment *assignment)
{
  if (assignment->duration > 0)
    return assignment->duration;
  return plan_contour_get_duration (assignment->contour, assignment->work - assignment->overtime_work, assignment->units);
}

static void
read_part (const PlanPartsReader *self, const PlanTask *task, guint32 of_task, guint resource, const PlanAssignment *assignment,
           guint32 place, PlanPart *part)
{
  PlanTicks length = get_span (assignment);
  guint n;
  const PlanPause *pauses = find_pauses (self, self->network->n_tasks + place, &n);

  for (guint i = 0; i < n; i++)
    if (pauses[i].after < length)
      length += pauses[i].length;
  *part = (PlanPart) { PLAN_TICKS_NONE, (gint32) CLAMP (assignment->delay, 0, PLAN_DURATION_MAX),
                       (gint32) CLAMP (assignment->levelling_delay, 0, PLAN_DURATION_MAX),
                       (gint32) CLAMP (length, 0, PLAN_DURATION_MAX), get_calendar (self, task, of_task, resource) };
}

/**
 * plan_parts_list:
 * @index: of the task in the model
 * @calendar: number of the task's calendar, or of its project's
 * @parts: (out): of those that drive the task; work that nobody has yet counts only when nobody works on it
 *
 * Returns: how many parts there are; none when the task goes by its own calendar
 */
guint
plan_parts_list (const PlanPartsReader *self, guint32 index, const PlanTask *task, guint32 calendar,
                 PlanDriverPart parts[PLAN_MAX_PARTS])
{
  const PlanNetwork *network = self->network;
  guint32 first = network->first_assignment[index], end = network->first_assignment[index + 1];
  gboolean has_worker = FALSE;
  guint n = 0, resource;

  if (is_by_own_calendar (task))
    return 0;
  for (guint32 k = first; k < end && !has_worker; k++)
    has_worker = get_worker (self->model, plan_model_get_assignment_at (self->model, network->assignments[k]), &resource) &&
                 resource != PLAN_INDEX_NONE;
  for (guint32 k = first; k < end && n < PLAN_MAX_PARTS; k++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (self->model, network->assignments[k]);

      if (!get_worker (self->model, assignment, &resource) || (has_worker && resource == PLAN_INDEX_NONE))
        continue;
      parts[n].assignment = network->assignments[k];
      read_part (self, task, calendar, resource, assignment, network->assignments[k], &parts[n++].part);
    }
  return n;
}

static guint
count_paused (const PlanPartsReader *self, const PlanDriverPart *parts, guint n)
{
  guint n_paused = 0, n_pauses;

  for (guint i = 0; self->pauses->len > 0 && i < n; i++)
    {
      find_pauses (self, self->network->n_tasks + parts[i].assignment, &n_pauses);
      n_paused += n_pauses > 0;
    }
  return n_paused;
}

/* @apart: whether they are parts even when they all work by one calendar */
static void
take_parts (PlanPartsReader *self, const PlanDriverPart *parts, guint n, gboolean apart, PlanWork *work)
{
  work->delay = parts[0].part.delay;
  work->wait = parts[0].part.wait;
  for (guint i = 1; i < n; i++)
    {
      work->delay = MIN (work->delay, parts[i].part.delay);
      work->wait = MIN (work->wait, parts[i].part.wait);
      apart = apart || parts[i].part.calendar != parts[0].part.calendar;
    }
  if (!apart)
    {
      work->calendar = parts[0].part.calendar;
      return;
    }
  work->first_part = self->parts->len;
  work->n_parts = n;
  for (guint i = 0; i < n; i++)
    {
      PlanPart part = parts[i].part;

      part.delay -= work->delay;
      part.wait -= work->wait;
      g_array_append_val (self->parts, part);
    }
}

/**
 * plan_parts_read:
 * @index: of the task in the model
 * @calendar: number of the task's calendar, or of its project's
 * @work: (out): how the work is done
 *
 * Returns: whether there is more to know of the task than its duration in its own calendar
 */
gboolean
plan_parts_read (PlanPartsReader *self, guint32 index, const PlanTask *task, guint32 calendar, PlanWork *work)
{
  PlanDriverPart parts[PLAN_MAX_PARTS];
  guint n;

  *work = (PlanWork) { .calendar = calendar };
  if (self->network->first_assignment[index] == self->network->first_assignment[index + 1] && self->pauses->len == 0)
    return FALSE;
  n = plan_parts_list (self, index, task, calendar, parts);
  if (self->pauses->len > 0)
    work->pauses = find_pauses (self, index, &work->n_pauses);
  if (n == 1 && work->n_pauses == 0)
    work->pauses = find_pauses (self, self->network->n_tasks + parts[0].assignment, &work->n_pauses);
  if (n > 0)
    take_parts (self, parts, n, n > 1 && count_paused (self, parts, n) > 0, work);
  return TRUE;
}

/**
 * plan_parts_measure:
 * @worktimes: by number of the calendar
 *
 * Returns: the ticks between the two instants in which any of the parts may be worked on
 */
PlanTicks
plan_parts_measure (const PlanWorktime *const *worktimes, const PlanPart *parts, guint n_parts, PlanTicks from, PlanTicks to)
{
  const PlanWorktime *used[PLAN_MAX_PARTS];
  guint n = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      guint known = 0;

      while (known < n && used[known] != worktimes[parts[i].calendar])
        known++;
      if (known == n)
        used[n++] = worktimes[parts[i].calendar];
    }
  return plan_worktime_work_of_any (used, n, from, to);
}
