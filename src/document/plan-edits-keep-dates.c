/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping the dates of an imported file where the plan gives others: by constraints, so that the plan still moves when
 * something before a task moves, or by scheduling the tasks by hand, which keeps every date. What has started keeps its
 * actual dates; summaries follow from their tasks.
 */

#include "plan-edits-private.h"

#include "plan-batch.h"
#include "plan-imported.h"

#include <glib/gi18n-lib.h>

/* As in the report of an import: Project rounds to minutes here and there. */
#define SAME_WITHIN PLAN_TICKS_PER_MINUTE

typedef struct
{
  PlanTicks start;
  PlanTicks finish;
} FileDates;

static PlanTicks
read_date (const PlanImportedValue *imported, const char *element)
{
  g_autofree char *text = plan_imported_value_get (imported, element);
  gint64 value;

  return text != NULL && plan_imported_parse (PLAN_IMPORTED_INSTANT, text, &value) ? value : PLAN_TICKS_NONE;
}

static gboolean
differs (PlanTicks file, PlanTicks ours)
{
  return ours == PLAN_TICKS_NONE || ABS (file - ours) > SAME_WITHIN;
}

static gboolean
can_choose (PlanDocument *document, guint index)
{
  const PlanTask *task = plan_model_get_task_at (plan_document_get_model (document), index);
  const PlanScheduledTask *scheduled = plan_schedule_get_task (plan_document_get_schedule (document), index);

  return !scheduled->summary && !task->external && !task->blank && task->active && task->actual_start == PLAN_TICKS_NONE &&
         task->percent_complete == 0;
}

/* Whether the task can keep the file's dates and lies elsewhere. */
static gboolean
is_moved (PlanDocument *document, guint index, const FileDates *dates)
{
  const PlanScheduledTask *scheduled = plan_schedule_get_task (plan_document_get_schedule (document), index);

  return can_choose (document, index) && dates->start != PLAN_TICKS_NONE && dates->finish != PLAN_TICKS_NONE &&
         (differs (dates->start, scheduled->start) || differs (dates->finish, scheduled->finish));
}

typedef void (*KeepFunc) (PlanBatch *batch, const PlanProject *project, const PlanTask *task, const FileDates *dates);

/* Calls for each moved task of the project; returns how many there are. */
static guint
for_each_moved (PlanDocument *document, const PlanProject *project, KeepFunc func, PlanBatch *batch)
{
  const PlanModel *model = plan_document_get_model (document);
  guint n_moved = 0;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_IMPORTED_VALUE); i++)
    {
      const PlanImportedValue *imported = plan_model_get_at (model, PLAN_RECORD_IMPORTED_VALUE, i);
      guint index = imported->owner_record == PLAN_RECORD_TASK ? plan_model_find (model, PLAN_RECORD_TASK, imported->owner) : PLAN_INDEX_NONE;
      FileDates dates;

      if (index == PLAN_INDEX_NONE || plan_model_get_task_at (model, index)->project != project->id)
        continue;
      dates = (FileDates) { read_date (imported, "Start"), read_date (imported, "Finish") };
      if (!is_moved (document, index, &dates))
        continue;
      n_moved++;
      if (func != NULL)
        func (batch, project, plan_model_get_task_at (model, index), &dates);
    }
  return n_moved;
}

/* The constraint that leaves a task free to move on: not before the file's start, or in a plan from its finish, where tasks
 * only go earlier, not after the file's finish. */
static void
collect_constraint (PlanBatch *batch, const PlanProject *project, const PlanTask *task, const FileDates *dates)
{
  gboolean from_finish = project->schedule_from == PLAN_SCHEDULE_FROM_FINISH;

  if (task->manual)
    return;
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_CONSTRAINT, task->id, from_finish ? PLAN_CONSTRAINT_FNLT : PLAN_CONSTRAINT_SNET);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_CONSTRAINT_DATE, task->id, from_finish ? dates->finish : dates->start);
}

static void
collect_manual (PlanBatch *batch, const PlanProject *project, const PlanTask *task, const FileDates *dates)
{
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_MANUAL, task->id, TRUE);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_MANUAL_START, task->id, dates->start);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_MANUAL_FINISH, task->id, dates->finish);
}

/**
 * plan_edit_keep_file_dates:
 * @project: a project that was imported
 * @keep: how the dates are kept
 * @n_left: (out): how many tasks still lie elsewhere than in the file: a constraint makes none earlier, or in a plan from its
 *   finish none later
 *
 * Gives the tasks that have not started the dates of the file they came from, where the plan gives others. Without such
 * tasks nothing is written.
 *
 * Returns: %FALSE with an error when the edit was not made
 */
gboolean
plan_edit_keep_file_dates (PlanDocument *document, PlanId project, PlanKeepDates keep, guint *n_left, GError **error)
{
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  const PlanProject *record = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  g_autofree char *subject = NULL;

  if (record == NULL)
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  for_each_moved (document, record, keep == PLAN_KEEP_AS_MANUAL ? collect_manual : collect_constraint, batch);
  if (plan_batch_get_n (batch) > 0 && !plan_batch_run (batch, document, N_("Dates of the file of “%s”"), subject, project, error))
    return FALSE;
  *n_left = for_each_moved (document, plan_model_get_project (plan_document_get_model (document), project), NULL, NULL);
  return TRUE;
}

static void
set_date (PlanBatch *batch, PlanFieldId field, PlanId task, PlanTicks date)
{
  if (date != PLAN_TICKS_NONE)
    plan_batch_set_integer (batch, field, task, date);
  else
    plan_batch_clear (batch, field, task);
}

/* What the task was before anything was chosen for it. */
static void
collect_before (PlanBatch *batch, const PlanDateChoice *choice)
{
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_CONSTRAINT, choice->task, choice->constraint);
  set_date (batch, PLAN_FIELD_TASK_CONSTRAINT_DATE, choice->task, choice->constraint_date);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_MANUAL, choice->task, choice->manual);
  set_date (batch, PLAN_FIELD_TASK_MANUAL_START, choice->task, choice->manual_start);
  set_date (batch, PLAN_FIELD_TASK_MANUAL_FINISH, choice->task, choice->manual_finish);
}

/* The choice for one task; one that was scheduled by hand in the file takes no constraint. */
static void
collect_choice (PlanBatch *batch, const PlanProject *project, const PlanTask *task, const PlanDateChoice *choice,
                PlanKeepDates keep)
{
  FileDates dates = { choice->start, choice->finish };
  PlanTask before = *task;

  before.manual = choice->manual;
  collect_before (batch, choice);
  if (keep == PLAN_KEEP_NOTHING || dates.start == PLAN_TICKS_NONE || dates.finish == PLAN_TICKS_NONE)
    return;
  if (keep == PLAN_KEEP_AS_MANUAL)
    collect_manual (batch, project, task, &dates);
  else
    collect_constraint (batch, project, &before, &dates);
}

static guint
count_left (PlanDocument *document, const GArray *choices)
{
  const PlanModel *model = plan_document_get_model (document);
  guint n = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      const PlanDateChoice *choice = &g_array_index (choices, PlanDateChoice, i);
      guint index = plan_model_find (model, PLAN_RECORD_TASK, choice->task);
      FileDates dates = { choice->start, choice->finish };

      n += index != PLAN_INDEX_NONE && is_moved (document, index, &dates);
    }
  return n;
}

/**
 * plan_edit_choose_dates:
 * @project: the project of the tasks
 * @choices: (element-type PlanDateChoice): tasks, each once; those that are gone or have begun stay as they are
 * @keep: whose dates they take from now on
 * @n_left: (out): how many of them lie elsewhere than in the file after that
 *
 * Gives tasks the dates of the file they came from, or takes these away again, as one edit. What was chosen before for a task
 * is replaced.
 *
 * Returns: %FALSE with an error when the edit was not made
 */
gboolean
plan_edit_choose_dates (PlanDocument *document, PlanId project, const GArray *choices, PlanKeepDates keep, guint *n_left,
                        GError **error)
{
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  const PlanProject *record = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  const PlanModel *model = plan_document_get_model (document);
  const char *label = keep == PLAN_KEEP_NOTHING ? N_("Dates of the plan of “%s”") : N_("Dates of the file of “%s”");
  g_autofree char *subject = NULL;

  if (record == NULL)
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  for (guint i = 0; i < choices->len; i++)
    {
      const PlanDateChoice *choice = &g_array_index (choices, PlanDateChoice, i);
      guint index = plan_model_find (model, PLAN_RECORD_TASK, choice->task);

      if (index != PLAN_INDEX_NONE && can_choose (document, index))
        collect_choice (batch, record, plan_model_get_task_at (model, index), choice, keep);
    }
  if (plan_batch_get_n (batch) > 0 && !plan_batch_run (batch, document, label, subject, project, error))
    return FALSE;
  *n_left = count_left (document, choices);
  return TRUE;
}

/**
 * plan_edit_can_choose_dates:
 *
 * Returns: whether the task is one that plan_edit_choose_dates() gives dates: no summary, and not begun
 */
gboolean
plan_edit_can_choose_dates (PlanDocument *document, PlanId task)
{
  guint index = plan_model_find (plan_document_get_model (document), PLAN_RECORD_TASK, task);

  return index != PLAN_INDEX_NONE && can_choose (document, index);
}
