/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields of a task that follow from one another, as Microsoft Project's users expect it: percent complete, actual start,
 * actual duration and actual finish; duration and milestone; constraint and its date. The edit of one sets the others
 * along. Summaries are refused, but for their percent complete: their dates and progress follow from the tasks below.
 */

#include "plan-edits-private.h"
#include "plan-edits-status.h"
#include "plan-edits-work.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

/*
 * plan_edit_has_children:
 *
 * Returns: whether the task is a summary
 */
gboolean
plan_edit_has_children (const PlanModel *model, PlanId task)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_TASK);

  for (guint i = 0; i < n; i++)
    if (plan_model_get_task_at (model, i)->parent == task)
      return TRUE;
  return FALSE;
}

/*
 * plan_edit_refuse_summary:
 * @label: the name of a field, to be translated
 *
 * Returns: %FALSE with an error that says why the field of a summary cannot be set
 */
gboolean
plan_edit_refuse_summary (const char *label, const PlanTask *task, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
               /* Translators: %1$s is the name of a field, %2$s that of a task */
               _("“%1$s” of the summary task “%2$s” follows from its subtasks."), _(label),
               task->name != NULL ? task->name : "");
  return FALSE;
}

/* The calendar in which the task is worked on; of a new task, its own or that of its project. */
static const PlanWorktime *
get_worktime (PlanDocument *document, const PlanTask *task)
{
  const PlanSchedule *schedule = plan_document_get_schedule (document);
  const PlanModel *model = plan_document_get_model (document);
  guint index = plan_model_find (model, PLAN_RECORD_TASK, task->id);
  const PlanProject *project = plan_model_get_project (model, task->project);
  const PlanWorktime *worktime = NULL;

  if (index != PLAN_INDEX_NONE)
    return plan_schedule_get_work_worktime (schedule, model, index);
  if (task->calendar != PLAN_ID_NONE)
    worktime = plan_schedule_get_worktime (schedule, task->calendar);
  if (worktime == NULL)
    worktime = plan_schedule_get_worktime (schedule, project->calendar);
  return worktime != NULL ? worktime : plan_schedule_get_worktime (schedule, PLAN_ID_NONE);
}

/* Ticks of the task's duration between two instants. */
static PlanTicks
count_duration (PlanDocument *document, const PlanTask *task, PlanTicks from, PlanTicks to)
{
  if (to <= from)
    return 0;
  if (plan_unit_is_elapsed (task->duration_unit))
    return to - from;
  return plan_worktime_work (get_worktime (document, task), from, to);
}

/* When the task is done: as scheduled, but for one whose constraint or duration has just been typed along, or that is new. */
static void
get_dates (PlanDocument *document, const PlanTask *task, PlanTicks *start, PlanTicks *finish)
{
  const PlanModel *model = plan_document_get_model (document);
  guint index = plan_model_find (model, PLAN_RECORD_TASK, task->id);
  const PlanTask *stored = plan_model_get_task (model, task->id);
  PlanTicks first = plan_model_get_project (model, task->project)->start;

  if (stored != NULL)
    {
      const PlanScheduledTask *scheduled = plan_schedule_get_task (plan_document_get_schedule (document), index);

      *start = scheduled->start;
      *finish = scheduled->finish;
      if (stored->constraint_date == task->constraint_date && stored->duration == task->duration)
        return;
      first = scheduled->start;
    }
  if (task->constraint_date != PLAN_TICKS_NONE)
    first = task->constraint_date;
  *start = first != PLAN_TICKS_NONE ? first : plan_ticks_now ();
  if (plan_unit_is_elapsed (task->duration_unit))
    *finish = *start + task->duration;
  else
    *finish = plan_worktime_add (get_worktime (document, task), *start, task->duration);
}

static void
set_instant (PlanBatch *batch, PlanFieldId field, PlanId id, PlanTicks at)
{
  if (at == PLAN_TICKS_NONE)
    plan_batch_clear (batch, field, id);
  else
    plan_batch_set_integer (batch, field, id, at);
}

/* Where it was stopped and went on is no longer true when its progress changes. */
static void
forget_stop (PlanBatch *batch, PlanId id)
{
  plan_batch_clear (batch, PLAN_FIELD_TASK_STOP, id);
  plan_batch_clear (batch, PLAN_FIELD_TASK_RESUME, id);
}

/* @done ticks of the duration are done, which is @percent of it. */
static void
collect_done (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks done, PlanPercent percent)
{
  PlanTicks finish = PLAN_TICKS_NONE, scheduled_start, scheduled_finish;
  PlanProgressEntry entry = { .start = task->actual_start, .done = done, .resume = PLAN_TICKS_NONE };

  get_dates (document, task, &scheduled_start, &scheduled_finish);
  forget_stop (batch, task->id);
  if (percent == 0)
    entry.start = PLAN_TICKS_NONE;
  else if (entry.start == PLAN_TICKS_NONE)
    entry.start = scheduled_start;
  if (percent == PLAN_PERCENT_HUNDRED)
    finish = task->actual_finish != PLAN_TICKS_NONE ? task->actual_finish : MAX (entry.start, scheduled_finish);
  if (entry.start != PLAN_TICKS_NONE)
    {
      plan_edit_keep_gap (document, batch, task, get_worktime (document, task), &entry);
      plan_edit_heed_status (document, task, get_worktime (document, task), &entry, &finish);
    }
  set_instant (batch, PLAN_FIELD_TASK_ACTUAL_START, task->id, entry.start);
  set_instant (batch, PLAN_FIELD_TASK_ACTUAL_FINISH, task->id, finish);
  set_instant (batch, PLAN_FIELD_TASK_RESUME, task->id, entry.resume);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_ACTUAL_DURATION, task->id, done);
}

static void
follow_percent (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanPercent percent)
{
  PlanTicks done = plan_multiply_divide (task->duration, percent, PLAN_PERCENT_HUNDRED);

  collect_done (document, batch, task, done, percent);
  plan_edit_spread_progress (document, batch, task, done, task->duration, percent);
}

static void
follow_actual_start (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks start)
{
  if (start != PLAN_TICKS_NONE)
    return;
  plan_batch_clear (batch, PLAN_FIELD_TASK_ACTUAL_FINISH, task->id);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_ACTUAL_DURATION, task->id, 0);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_PERCENT_COMPLETE, task->id, 0);
  forget_stop (batch, task->id);
  plan_edit_spread_progress (document, batch, task, 0, task->duration, 0);
}

static void
follow_actual_finish (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks finish)
{
  PlanTicks start = task->actual_start, duration, scheduled_start, scheduled_finish;
  PlanTask whole = *task;

  if (finish == PLAN_TICKS_NONE)
    return;
  whole.actual_duration = 0;
  get_dates (document, task, &scheduled_start, &scheduled_finish);
  if (start == PLAN_TICKS_NONE)
    start = MIN (scheduled_start, finish);
  duration = count_duration (document, task, start, finish);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_ACTUAL_START, task->id, start);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_DURATION, task->id, duration);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_ACTUAL_DURATION, task->id, duration);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_PERCENT_COMPLETE, task->id, PLAN_PERCENT_HUNDRED);
  forget_stop (batch, task->id);
  plan_edit_spread_progress (document, batch, task, 0, duration, 0);
  plan_edit_follow_work (document, batch, &whole, duration);
  plan_edit_spread_progress (document, batch, task, duration, duration, PLAN_PERCENT_HUNDRED);
}

static PlanPercent
divide_percent (PlanTicks done, PlanTicks whole)
{
  return whole > 0 ? plan_multiply_divide (done, PLAN_PERCENT_HUNDRED, whole) : PLAN_PERCENT_HUNDRED;
}

/*
 * plan_edit_collect_done:
 * @done: ticks of its duration that are done; more than was planned makes the task longer and complete
 *
 * Adds to the batch how far the task is, without what its resources have done of it.
 */
void
plan_edit_collect_done (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks done)
{
  PlanTicks whole = MAX (done, task->duration);
  PlanPercent percent = done > 0 || whole == 0 ? divide_percent (done, whole) : 0;
  PlanTask longer = *task;

  longer.duration = whole;
  collect_done (document, batch, done > task->duration ? &longer : task, done, percent);
  if (whole != task->duration)
    plan_batch_set_integer (batch, PLAN_FIELD_TASK_DURATION, task->id, whole);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_PERCENT_COMPLETE, task->id, percent);
}

static void
follow_actual_duration (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks done)
{
  PlanTicks whole = MAX (done, task->duration);

  plan_edit_collect_done (document, batch, task, done);
  if (whole > task->duration)
    plan_edit_follow_work (document, batch, task, whole);
  plan_edit_spread_progress (document, batch, task, done, whole, done > 0 ? divide_percent (done, whole) : 0);
}

/* Until when the task is done, as scheduled; PLAN_TICKS_NONE when it is not known yet. */
static PlanTicks
get_stop (PlanDocument *document, const PlanTask *task)
{
  guint index = plan_model_find (plan_document_get_model (document), PLAN_RECORD_TASK, task->id);

  return index != PLAN_INDEX_NONE ? plan_schedule_get_task (plan_document_get_schedule (document), index)->stop : PLAN_TICKS_NONE;
}

static gboolean
follow_duration (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks duration, GError **error)
{
  if (task->duration_text != NULL)
    plan_batch_clear (batch, PLAN_FIELD_TASK_DURATION_TEXT, task->id);
  if (duration == 0 && task->duration > 0)
    plan_batch_set_integer (batch, PLAN_FIELD_TASK_MILESTONE, task->id, TRUE);
  else if (duration > 0 && task->duration == 0)
    plan_batch_set_integer (batch, PLAN_FIELD_TASK_MILESTONE, task->id, FALSE);
  if (duration < task->actual_duration)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_RANGE,
                   /* Translators: %s is the name of a task */
                   _("“%s” cannot be shorter than what is done of it."), task->name != NULL ? task->name : "");
      return FALSE;
    }
  plan_edit_follow_work (document, batch, task, duration);
  if (task->actual_duration == 0)
    return TRUE;
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_PERCENT_COMPLETE, task->id, divide_percent (task->actual_duration, duration));
  if (duration > task->actual_duration)
    plan_batch_clear (batch, PLAN_FIELD_TASK_ACTUAL_FINISH, task->id);
  else if (task->actual_finish == PLAN_TICKS_NONE)
    set_instant (batch, PLAN_FIELD_TASK_ACTUAL_FINISH, task->id, get_stop (document, task));
  return TRUE;
}

static void
follow_constraint (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanConstraint constraint)
{
  PlanTicks start, finish;
  gboolean of_finish = constraint == PLAN_CONSTRAINT_MFO || constraint == PLAN_CONSTRAINT_FNET || constraint == PLAN_CONSTRAINT_FNLT;

  get_dates (document, task, &start, &finish);
  if (constraint == PLAN_CONSTRAINT_ASAP || constraint == PLAN_CONSTRAINT_ALAP)
    plan_batch_clear (batch, PLAN_FIELD_TASK_CONSTRAINT_DATE, task->id);
  else if (task->constraint_date == PLAN_TICKS_NONE)
    set_instant (batch, PLAN_FIELD_TASK_CONSTRAINT_DATE, task->id, of_finish ? finish : start);
}

static void
follow_constraint_date (PlanBatch *batch, const PlanTask *task, PlanTicks date)
{
  gboolean dated = task->constraint != PLAN_CONSTRAINT_ASAP && task->constraint != PLAN_CONSTRAINT_ALAP;

  if (date != PLAN_TICKS_NONE && !dated)
    plan_batch_set_integer (batch, PLAN_FIELD_TASK_CONSTRAINT, task->id, PLAN_CONSTRAINT_SNET);
  else if (date == PLAN_TICKS_NONE && dated)
    plan_batch_set_integer (batch, PLAN_FIELD_TASK_CONSTRAINT, task->id, PLAN_CONSTRAINT_ASAP);
}

/*
 * plan_edit_follows_from_subtasks:
 *
 * Returns: whether the field follows from the tasks below it when the task is a summary
 */
gboolean
plan_edit_follows_from_subtasks (PlanFieldId field, const PlanTask *task)
{
  switch (field)
    {
    case PLAN_FIELD_TASK_DURATION:
      return !task->manual;
    case PLAN_FIELD_TASK_ACTUAL_START:
    case PLAN_FIELD_TASK_ACTUAL_FINISH:
    case PLAN_FIELD_TASK_ACTUAL_DURATION:
      return TRUE;
    default:
      return FALSE;
    }
}

/*
 * plan_edit_collect_span:
 *
 * Adds to the batch that the task takes the working time between the two instants.
 *
 * Returns: %FALSE with an error when more of it is done
 */
gboolean
plan_edit_collect_span (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks start, PlanTicks finish,
                        GError **error)
{
  PlanTyped typed = { .value = PLAN_VALUE_OF_INTEGER (count_duration (document, task, start, finish)), .estimated = FALSE };

  return plan_edit_collect (document, batch, PLAN_FIELD_TASK_DURATION, task, &typed, error);
}

/*
 * plan_edit_follow_task:
 * @field: the field of the task that is being set
 * @task: the task as it is
 *
 * Adds to the batch what else has to change so that the task agrees with itself.
 *
 * Returns: %FALSE with an error when the field of this task cannot get the value
 */
gboolean
plan_edit_follow_task (PlanDocument *document, PlanBatch *batch, PlanFieldId field, const PlanTask *task,
                       const PlanTyped *typed, GError **error)
{
  gint64 number = typed->value.kind == PLAN_VALUE_INTEGER ? typed->value.integer : PLAN_TICKS_NONE;

  switch (field)
    {
    case PLAN_FIELD_TASK_DURATION:
      return follow_duration (document, batch, task, number, error);
    case PLAN_FIELD_TASK_PERCENT_COMPLETE:
      follow_percent (document, batch, task, number);
      break;
    case PLAN_FIELD_TASK_ACTUAL_START:
      follow_actual_start (document, batch, task, number);
      break;
    case PLAN_FIELD_TASK_ACTUAL_FINISH:
      follow_actual_finish (document, batch, task, number);
      break;
    case PLAN_FIELD_TASK_ACTUAL_DURATION:
      follow_actual_duration (document, batch, task, number);
      break;
    case PLAN_FIELD_TASK_CONSTRAINT:
      follow_constraint (document, batch, task, number);
      break;
    case PLAN_FIELD_TASK_CONSTRAINT_DATE:
      follow_constraint_date (batch, task, number);
      break;
    default:
      break;
    }
  return TRUE;
}
