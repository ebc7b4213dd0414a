/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the done and the remaining part of a task lie when progress is entered. A gap in which the task stood still stays
 * one, as a pause, when more is done than before it. And four options of a project place both parts at its status date, as
 * Microsoft Project's do: only at the moment at which progress is entered, and what is done moves only when nobody had
 * said before when the task began.
 */

#include "plan-edits-status.h"

#include "plan-edits-private.h"

static PlanTicks
count_on (const PlanTask *task, const PlanWorktime *worktime, PlanTicks at, PlanTicks amount)
{
  return plan_unit_is_elapsed (task->duration_unit) ? at + amount : plan_worktime_add (worktime, at, amount);
}

static PlanTicks
next (const PlanTask *task, const PlanWorktime *worktime, PlanTicks at)
{
  return plan_unit_is_elapsed (task->duration_unit) ? at : plan_worktime_next (worktime, at);
}

/* Working ticks of the pauses of the task before @done is done; @there: of those right at it. */
static PlanTicks
count_pauses (const PlanModel *model, const PlanTask *task, PlanTicks done, PlanTicks *there)
{
  PlanTicks before = 0;

  *there = 0;
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_SPLIT); i++)
    {
      const PlanSplit *split = plan_model_get_at (model, PLAN_RECORD_SPLIT, i);

      if (split->owner != task->id || split->owner_record != PLAN_RECORD_TASK)
        continue;
      if (split->after < done)
        before += split->length;
      else if (split->after == done)
        *there += split->length;
    }
  return before;
}

/* Working ticks that the task stands still after what was done of it, beyond the pause that is planned there. */
static PlanTicks
get_gap (PlanDocument *document, const PlanTask *task, const PlanWorktime *worktime)
{
  const PlanModel *model = plan_document_get_model (document);
  guint index = plan_model_find (model, PLAN_RECORD_TASK, task->id);
  const PlanScheduledTask *scheduled = index != PLAN_INDEX_NONE ? plan_schedule_get_task (plan_document_get_schedule (document), index) : NULL;
  PlanTicks there, gap;

  if (scheduled == NULL || task->actual_start == PLAN_TICKS_NONE || scheduled->actual_duration == 0 ||
      scheduled->stop == PLAN_TICKS_NONE || scheduled->resume == PLAN_TICKS_NONE)
    return 0;
  gap = plan_unit_is_elapsed (task->duration_unit) ? scheduled->resume - scheduled->stop
                                                   : plan_worktime_work (worktime, scheduled->stop, scheduled->resume);
  count_pauses (model, task, scheduled->actual_duration, &there);
  return MAX (gap - there, 0);
}

/*
 * plan_edit_keep_gap:
 * @worktime: in which the task is worked on
 * @entry: (inout): gets the pauses before what is done
 *
 * Keeps the gap after what was done of a task: as a pause when more is done now, as it was when nothing has changed.
 */
void
plan_edit_keep_gap (PlanDocument *document, PlanBatch *batch, const PlanTask *task, const PlanWorktime *worktime,
                    PlanProgressEntry *entry)
{
  const PlanModel *model = plan_document_get_model (document);
  guint index = plan_model_find (model, PLAN_RECORD_TASK, task->id);
  PlanTicks gap = get_gap (document, task, worktime), before, there;
  PlanTicks was_done = index != PLAN_INDEX_NONE ? plan_schedule_get_task (plan_document_get_schedule (document), index)->actual_duration : 0;
  PlanSplit split;

  entry->pauses = before = count_pauses (model, task, entry->done, &there);
  if (gap == 0 || entry->done < was_done)
    return;
  if (entry->done == was_done)
    {
      entry->resume = task->resume;
      return;
    }
  plan_record_init (PLAN_RECORD_SPLIT, &split);
  split.id = plan_id_source_next (plan_document_get_ids (document));
  split.owner = task->id;
  split.owner_record = PLAN_RECORD_TASK;
  split.after = was_done;
  split.length = gap;
  plan_batch_insert (batch, PLAN_RECORD_SPLIT, &split);
  entry->pauses = before + gap;
}

/* The status date of the project, or the end of today. */
static PlanTicks
get_status (const PlanProject *project)
{
  if (project->status_date != PLAN_TICKS_NONE)
    return project->status_date;
  return plan_ticks_from_day (plan_ticks_get_day (plan_ticks_now ()), project->default_finish_time);
}

/*
 * plan_edit_heed_status:
 * @worktime: in which the task is worked on
 * @entry: (inout): as entered; becomes as the options of the project want it
 * @finish: (inout): when it was finished, or %PLAN_TICKS_NONE
 *
 * Moves what is done, and what is left, to the status date. Splitting a task this way needs a project that allows it.
 */
void
plan_edit_heed_status (PlanDocument *document, const PlanTask *task, const PlanWorktime *worktime, PlanProgressEntry *entry,
                       PlanTicks *finish)
{
  const PlanProject *project = plan_model_get_project (plan_document_get_model (document), task->project);
  PlanTicks status = get_status (project), whole = entry->done + entry->pauses;
  PlanTicks stop = count_on (task, worktime, entry->start, whole);
  gboolean rests = entry->done < task->duration, is_new = task->actual_start == PLAN_TICKS_NONE;

  if (entry->done <= 0)
    return;
  if (stop > status && project->move_completed_back && is_new)
    {
      entry->start = next (task, worktime, count_on (task, worktime, status, -whole));
      if (*finish != PLAN_TICKS_NONE)
        *finish = count_on (task, worktime, entry->start, whole);
      if (rests && !project->move_remaining_back && project->split_in_progress)
        entry->resume = next (task, worktime, stop);
    }
  else if (stop < status && rests && project->move_remaining_forward)
    {
      if (project->move_completed_forward && is_new)
        entry->start = next (task, worktime, count_on (task, worktime, status, -whole));
      else if (project->split_in_progress)
        entry->resume = next (task, worktime, status);
    }
}
