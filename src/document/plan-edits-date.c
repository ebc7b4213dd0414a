/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What typing a start or a finish means, which follow from the plan: a constraint, or the date itself of a task that is
 * scheduled by hand or has begun.
 */

#include "plan-edits-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_typed_constraint (const PlanTask *task, gboolean from_finish)
{
  return from_finish ? task->constraint == PLAN_CONSTRAINT_SNLT || task->constraint == PLAN_CONSTRAINT_FNLT
                     : task->constraint == PLAN_CONSTRAINT_SNET || task->constraint == PLAN_CONSTRAINT_FNET;
}

/* What is left when the date is taken away: nothing that was typed, all that people chose on purpose. */
static void
collect_clear (PlanBatch *batch, const PlanTask *task, gboolean is_start, gboolean from_finish)
{
  if (task->manual)
    plan_batch_clear (batch, is_start ? PLAN_FIELD_TASK_MANUAL_START : PLAN_FIELD_TASK_MANUAL_FINISH, task->id);
  else if (is_typed_constraint (task, from_finish))
    {
      plan_batch_clear (batch, PLAN_FIELD_TASK_CONSTRAINT_DATE, task->id);
      plan_batch_set_integer (batch, PLAN_FIELD_TASK_CONSTRAINT, task->id,
                              from_finish ? PLAN_CONSTRAINT_ALAP : PLAN_CONSTRAINT_ASAP);
    }
}

/* Of a task whose dates are both typed, the finish follows from start and duration when it is moved by its start. */
static void
collect_span (PlanDocument *document, PlanBatch *batch, const PlanTask *task)
{
  const PlanModel *model = plan_document_get_model (document);
  guint index = plan_model_find (model, PLAN_RECORD_TASK, task->id);
  const PlanWorktime *worktime = plan_schedule_get_task_worktime (plan_document_get_schedule (document), model, index);

  if (task->manual_start == PLAN_TICKS_NONE || task->manual_finish == PLAN_TICKS_NONE)
    return;
  plan_batch_clear (batch, PLAN_FIELD_TASK_MANUAL_FINISH, task->id);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_DURATION, task->id,
                          MAX (0, plan_unit_is_elapsed (task->duration_unit)
                                    ? task->manual_finish - task->manual_start
                                    : plan_worktime_work (worktime, task->manual_start, task->manual_finish)));
}

/* @field: where the date itself is kept */
static gboolean
collect_field (PlanDocument *document, PlanBatch *batch, PlanFieldId field, const PlanTask *task, PlanTicks date,
               GError **error)
{
  PlanTyped typed = { .value = PLAN_VALUE_OF_INTEGER (date), .estimated = -1 };

  return plan_edit_collect (document, batch, field, task, &typed, error);
}

/*
 * plan_edit_collect_date:
 * @task: the task with what the batch has changed in it already
 * @date: the start or finish that was typed, or %PLAN_TICKS_NONE to take it away
 *
 * Adds to the batch what typing into the start or finish column means; see plan_edit_task_set_start().
 *
 * Returns: %FALSE with an error when the task cannot have the date
 */
gboolean
plan_edit_collect_date (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks date, gboolean is_start,
                        GError **error)
{
  const PlanProject *project = plan_model_get_project (plan_document_get_model (document), task->project);
  gboolean from_finish = project->schedule_from == PLAN_SCHEDULE_FROM_FINISH;
  const char *words = is_start ? task->start_text : task->finish_text;
  PlanValue value = PLAN_VALUE_OF_INTEGER (date);

  if (words != NULL)
    plan_batch_clear (batch, is_start ? PLAN_FIELD_TASK_START_TEXT : PLAN_FIELD_TASK_FINISH_TEXT, task->id);
  if (date == PLAN_TICKS_NONE)
    {
      collect_clear (batch, task, is_start, from_finish);
      return TRUE;
    }
  if (task->actual_start != PLAN_TICKS_NONE)
    return collect_field (document, batch, is_start ? PLAN_FIELD_TASK_ACTUAL_START : PLAN_FIELD_TASK_ACTUAL_FINISH, task,
                          date, error);
  if (task->manual && is_start)
    collect_span (document, batch, task);
  if (task->manual)
    return collect_field (document, batch, is_start ? PLAN_FIELD_TASK_MANUAL_START : PLAN_FIELD_TASK_MANUAL_FINISH, task,
                          date, error);
  if (!plan_field_check (PLAN_FIELD_TASK_CONSTRAINT_DATE, &value, error))
    return FALSE;
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_CONSTRAINT_DATE, task->id, date);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_CONSTRAINT, task->id,
                          is_start ? (from_finish ? PLAN_CONSTRAINT_SNLT : PLAN_CONSTRAINT_SNET)
                                   : (from_finish ? PLAN_CONSTRAINT_FNLT : PLAN_CONSTRAINT_FNET));
  return TRUE;
}

static gboolean
set_date (PlanDocument *document, PlanId task, PlanTicks date, gboolean is_start, GError **error)
{
  const PlanTask *record = plan_edit_require (document, PLAN_RECORD_TASK, task, error);
  PlanValue value = PLAN_VALUE_OF_INTEGER (date);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;

  if (record == NULL || !plan_field_check (PLAN_FIELD_TASK_CONSTRAINT_DATE, &value, error))
    return FALSE;
  if (record->actual_start != PLAN_TICKS_NONE && plan_edit_has_children (plan_document_get_model (document), task))
    return plan_edit_refuse_summary (is_start ? N_("Start") : N_("Finish"), record, error);
  if (!plan_edit_collect_date (document, batch, record, date, is_start, error))
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  return plan_batch_run (batch, document, is_start ? N_("Start of “%s”") : N_("Finish of “%s”"), subject, record->project,
                         error);
}

/**
 * plan_edit_task_set_start:
 * @start: the instant
 *
 * What typing into the start column means: "start no earlier than" (or no later, when scheduled from the finish); the
 * actual start of a task in progress; the date itself of a manually scheduled one, which keeps its duration.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_task_set_start (PlanDocument *document, PlanId task, PlanTicks start, GError **error)
{
  return set_date (document, task, start, TRUE, error);
}

/**
 * plan_edit_task_set_finish:
 * @finish: the instant
 *
 * What typing into the finish column means; as plan_edit_task_set_start().
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_task_set_finish (PlanDocument *document, PlanId task, PlanTicks finish, GError **error)
{
  return set_date (document, task, finish, FALSE, error);
}
