/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding, deleting and moving rows of a plan. Neighbours are kept apart by gaps of rank; a row goes into the middle of a
 * gap, and only when a gap is used up are the siblings there numbered anew.
 */

#include "plan-edits-private.h"

#include "plan-error.h"
#include "plan-rules.h"

#include <glib/gi18n-lib.h>

/* The children of one summary, or the top of one project. */
typedef struct
{
  const PlanModel *model;
  PlanId project;
  PlanId parent;
} Siblings;

static gboolean
is_before (const PlanTask *a, const PlanTask *b)
{
  return a->rank < b->rank || (a->rank == b->rank && a->id < b->id);
}

static gboolean
is_sibling (const Siblings *self, const PlanTask *task)
{
  return task->parent == self->parent && task->project == self->project;
}

/* The nearest sibling below @task, or the first one when @task is %NULL; @skip is looked over. */
static const PlanTask *
find_next (const Siblings *self, const PlanTask *task, PlanId skip)
{
  guint n = plan_model_get_n (self->model, PLAN_RECORD_TASK);
  const PlanTask *next = NULL;

  for (guint i = 0; i < n; i++)
    {
      const PlanTask *at = plan_model_get_task_at (self->model, i);

      if (is_sibling (self, at) && at->id != skip && (task == NULL || is_before (task, at)) && (next == NULL || is_before (at, next)))
        next = at;
    }
  return next;
}

/* The nearest sibling above @task, or the last one when @task is %NULL; @skip is looked over. */
static const PlanTask *
find_previous (const Siblings *self, const PlanTask *task, PlanId skip)
{
  guint n = plan_model_get_n (self->model, PLAN_RECORD_TASK);
  const PlanTask *previous = NULL;

  for (guint i = 0; i < n; i++)
    {
      const PlanTask *at = plan_model_get_task_at (self->model, i);

      if (is_sibling (self, at) && at->id != skip && (task == NULL || is_before (at, task)) &&
          (previous == NULL || is_before (previous, at)))
        previous = at;
    }
  return previous;
}

static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  const PlanTask *const *x = a, *const *y = b;

  return is_before (*x, *y) ? -1 : 1;
}

/* All siblings but @skip, in row order. */
static GPtrArray *
list_siblings (const Siblings *self, PlanId skip)
{
  GPtrArray *tasks = g_ptr_array_new ();
  guint n = plan_model_get_n (self->model, PLAN_RECORD_TASK);

  for (guint i = 0; i < n; i++)
    {
      const PlanTask *task = plan_model_get_task_at (self->model, i);

      if (is_sibling (self, task) && task->id != skip)
        g_ptr_array_add (tasks, (gpointer) task);
    }
  g_ptr_array_sort (tasks, compare_tasks);
  return tasks;
}

/* Numbers all siblings anew and leaves a place after @previous (%NULL: before all). Returns: the rank of that place. */
static gint64
renumber (const Siblings *self, const PlanTask *previous, PlanId skip, PlanBatch *batch)
{
  g_autoptr (GPtrArray) tasks = list_siblings (self, skip);
  gint64 rank = PLAN_RANK_GAP, place = PLAN_RANK_GAP;

  if (previous == NULL)
    rank += PLAN_RANK_GAP;
  for (guint i = 0; i < tasks->len; i++, rank += PLAN_RANK_GAP)
    {
      const PlanTask *task = tasks->pdata[i];

      plan_batch_set_integer (batch, PLAN_FIELD_TASK_RANK, task->id, rank);
      if (task == previous)
        place = rank += PLAN_RANK_GAP;
    }
  return place;
}

/* A rank between @previous and the sibling after it. @skip: a task that is about to leave, or %PLAN_ID_NONE */
static gint64
find_rank (const Siblings *self, const PlanTask *previous, PlanId skip, PlanBatch *batch)
{
  const PlanTask *next = find_next (self, previous, skip);

  if (previous == NULL && next == NULL)
    return PLAN_RANK_GAP;
  if (next == NULL && previous->rank <= G_MAXINT64 - PLAN_RANK_GAP)
    return previous->rank + PLAN_RANK_GAP;
  if (previous == NULL && next->rank >= G_MININT64 + PLAN_RANK_GAP)
    return next->rank - PLAN_RANK_GAP;
  if (previous != NULL && next != NULL && (guint64) next->rank - (guint64) previous->rank >= 2)
    return previous->rank + (gint64) (((guint64) next->rank - (guint64) previous->rank) / 2);
  return renumber (self, previous, skip, batch);
}

static void
init_task (PlanTask *task, const PlanProject *project)
{
  plan_record_init (PLAN_RECORD_TASK, task);
  task->project = project->id;
  task->type = project->default_task_type;
  task->manual = project->new_tasks_manual;
  task->effort_driven = project->new_tasks_effort_driven;
  task->duration = project->minutes_per_day;
  task->duration_unit = project->duration_unit;
  task->estimated = project->new_tasks_estimated;
  task->created = plan_ticks_now ();
  if (project->schedule_from == PLAN_SCHEDULE_FROM_FINISH)
    task->constraint = PLAN_CONSTRAINT_ALAP;
}

static gboolean
parse_duration (PlanTask *task, const PlanProject *project, const char *text, GError **error)
{
  PlanConversion conversion;
  PlanDuration duration;

  plan_project_get_conversion (project, &conversion);
  if (!plan_duration_parse (text, &conversion, project->duration_unit, &duration, error))
    return FALSE;
  task->duration = duration.ticks;
  task->duration_unit = duration.unit;
  task->estimated = duration.estimated;
  task->milestone = duration.ticks == 0;
  return TRUE;
}

static gboolean
place_task (PlanDocument *document, PlanTask *task, PlanId after, PlanBatch *batch, GError **error)
{
  Siblings siblings = { plan_document_get_model (document), task->project, PLAN_ID_NONE };
  const PlanTask *previous;

  if (after == PLAN_ID_NONE)
    previous = find_previous (&siblings, NULL, PLAN_ID_NONE);
  else
    {
      previous = plan_edit_require (document, PLAN_RECORD_TASK, after, error);
      if (previous == NULL)
        return FALSE;
      if (previous->project != task->project)
        {
          g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE, _("The task after which to add is in another project."));
          return FALSE;
        }
      siblings.parent = previous->parent;
    }
  task->parent = siblings.parent;
  task->rank = find_rank (&siblings, previous, PLAN_ID_NONE, batch);
  return TRUE;
}

/**
 * plan_edit_task_add:
 * @after: the new task comes after this one, at its level; %PLAN_ID_NONE: at the end of the project
 * @name: (nullable): its name
 * @duration: (nullable): as typed; without it, a day
 * @id: (out) (optional): the new task
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_task_add (PlanDocument *document, PlanId project, PlanId after, const char *name, const char *duration, PlanId *id,
                    GError **error)
{
  const PlanProject *owner = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanTask task;

  if (owner == NULL)
    return FALSE;
  init_task (&task, owner);
  task.name = name;
  if (!place_task (document, &task, after, batch, error) ||
      (duration != NULL && !parse_duration (&task, owner, duration, error)))
    return FALSE;
  task.id = plan_id_source_next (plan_document_get_ids (document));
  plan_batch_insert (batch, PLAN_RECORD_TASK, &task);
  if (!plan_batch_run (batch, document, N_("New task “%s”"), name != NULL ? name : "", project, error))
    return FALSE;
  if (id != NULL)
    *id = task.id;
  return TRUE;
}

/**
 * plan_edit_task_delete:
 * @tasks: tasks; those below them, and all links and assignments of them, go with them
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_task_delete (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  g_autoptr (GHashTable) owned = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;
  PlanId project = PLAN_ID_NONE;

  for (guint i = 0; i < n_tasks; i++)
    {
      const PlanTask *task = plan_edit_require (document, PLAN_RECORD_TASK, tasks[i], error);

      if (task == NULL)
        return FALSE;
      if (i == 0)
        subject = g_strdup (task->name != NULL ? task->name : "");
      project = task->project;
      g_hash_table_add (owned, (gpointer) &tasks[i]);
    }
  plan_owned_complete (model, owned);
  plan_owned_delete (model, owned, batch);
  return plan_batch_run (batch, document, n_tasks == 1 ? N_("Deletion of “%s”") : N_("Deletion of “%s” and others"),
                         subject, project, error);
}

static gboolean
run_move (PlanDocument *document, const PlanTask *task, PlanBatch *batch, const char *label, GError **error)
{
  g_autofree char *subject = g_strdup (task->name != NULL ? task->name : "");

  return plan_batch_run (batch, document, label, subject, task->project, error);
}

static void
set_place (PlanBatch *batch, const PlanTask *task, PlanId parent, gint64 rank)
{
  if (parent == PLAN_ID_NONE)
    plan_batch_clear (batch, PLAN_FIELD_TASK_PARENT, task->id);
  else
    plan_batch_set_integer (batch, PLAN_FIELD_TASK_PARENT, task->id, parent);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_RANK, task->id, rank);
}

static gboolean
check_target (PlanDocument *document, const PlanTask *task, PlanId parent, PlanId after, GError **error)
{
  const PlanTask *summary = NULL, *previous = NULL;

  if (parent != PLAN_ID_NONE && (summary = plan_edit_require (document, PLAN_RECORD_TASK, parent, error)) == NULL)
    return FALSE;
  if (after != PLAN_ID_NONE && (previous = plan_edit_require (document, PLAN_RECORD_TASK, after, error)) == NULL)
    return FALSE;
  if ((summary != NULL && summary->project != task->project) || (previous != NULL && previous->project != task->project))
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE, _("A task cannot be moved into another project."));
      return FALSE;
    }
  if (previous != NULL && (previous->parent != parent || previous == task))
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE, _("The task after which to put it is not below that summary task."));
      return FALSE;
    }
  return TRUE;
}

/**
 * plan_edit_task_move:
 * @parent: the new summary task, or %PLAN_ID_NONE for the top of the project
 * @after: a task below @parent, or %PLAN_ID_NONE for the first place
 *
 * Moves the task with everything below it within its project.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_task_move (PlanDocument *document, PlanId task, PlanId parent, PlanId after, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanTask *moved = plan_edit_require (document, PLAN_RECORD_TASK, task, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  Siblings siblings = { model, PLAN_ID_NONE, parent };

  if (moved == NULL || !check_target (document, moved, parent, after, error))
    return FALSE;
  siblings.project = moved->project;
  set_place (batch, moved, parent, find_rank (&siblings, plan_model_get_task (model, after), task, batch));
  return run_move (document, moved, batch, N_("Move of “%s”"), error);
}

/**
 * plan_edit_task_indent:
 *
 * Makes the task the last one below the sibling above it.
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when there is none above
 */
gboolean
plan_edit_task_indent (PlanDocument *document, PlanId task, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanTask *moved = plan_edit_require (document, PLAN_RECORD_TASK, task, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  const PlanTask *above;
  Siblings siblings;

  if (moved == NULL)
    return FALSE;
  siblings = (Siblings) { model, moved->project, moved->parent };
  above = find_previous (&siblings, moved, PLAN_ID_NONE);
  if (above == NULL)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                   /* Translators: %s is the name of a task */
                   _("There is no task above “%s” at its level to put it below."), moved->name != NULL ? moved->name : "");
      return FALSE;
    }
  siblings.parent = above->id;
  set_place (batch, moved, above->id, find_rank (&siblings, find_previous (&siblings, NULL, task), task, batch));
  return run_move (document, moved, batch, N_("Indent of “%s”"), error);
}

/* The siblings below an outdented task become its subtasks, so that no row changes its place. */
static void
adopt_followers (const Siblings *siblings, const PlanTask *task, PlanBatch *batch)
{
  const Siblings children = { siblings->model, task->project, task->id };
  const PlanTask *last = find_previous (&children, NULL, PLAN_ID_NONE);
  g_autoptr (GPtrArray) followers = list_siblings (siblings, task->id);
  gint64 rank = last != NULL ? last->rank : 0;

  for (guint i = 0; i < followers->len; i++)
    if (is_before (task, followers->pdata[i]))
      set_place (batch, followers->pdata[i], task->id, rank += PLAN_RANK_GAP);
}

/**
 * plan_edit_task_outdent:
 *
 * Puts the task after its summary task, at its level. The tasks that followed it become its subtasks.
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when it is at the top
 */
gboolean
plan_edit_task_outdent (PlanDocument *document, PlanId task, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanTask *moved = plan_edit_require (document, PLAN_RECORD_TASK, task, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  const PlanTask *parent;
  Siblings old_siblings, new_siblings;

  if (moved == NULL)
    return FALSE;
  parent = plan_model_get_task (model, moved->parent);
  if (parent == NULL)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                   /* Translators: %s is the name of a task */
                   _("“%s” is at the top level already."), moved->name != NULL ? moved->name : "");
      return FALSE;
    }
  old_siblings = (Siblings) { model, moved->project, moved->parent };
  new_siblings = (Siblings) { model, moved->project, parent->parent };
  adopt_followers (&old_siblings, moved, batch);
  set_place (batch, moved, parent->parent, find_rank (&new_siblings, parent, task, batch));
  return run_move (document, moved, batch, N_("Outdent of “%s”"), error);
}

static gboolean
set_date (PlanDocument *document, PlanId task, PlanTicks date, gboolean is_start, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanTask *record = plan_edit_require (document, PLAN_RECORD_TASK, task, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanValue value = PLAN_VALUE_OF_INTEGER (date);
  gboolean from_finish;

  if (record == NULL || !plan_field_check (PLAN_FIELD_TASK_CONSTRAINT_DATE, &value, error))
    return FALSE;
  if (record->actual_start != PLAN_TICKS_NONE)
    return plan_edit_set (document, is_start ? PLAN_FIELD_TASK_ACTUAL_START : PLAN_FIELD_TASK_ACTUAL_FINISH, task, &value, error);
  if (record->manual)
    return plan_edit_set (document, is_start ? PLAN_FIELD_TASK_MANUAL_START : PLAN_FIELD_TASK_MANUAL_FINISH, task, &value, error);
  from_finish = plan_model_get_project (model, record->project)->schedule_from == PLAN_SCHEDULE_FROM_FINISH;
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_CONSTRAINT_DATE, task, date);
  plan_batch_set_integer (batch, PLAN_FIELD_TASK_CONSTRAINT, task,
                          is_start ? (from_finish ? PLAN_CONSTRAINT_SNLT : PLAN_CONSTRAINT_SNET)
                                   : (from_finish ? PLAN_CONSTRAINT_FNLT : PLAN_CONSTRAINT_FNET));
  return run_move (document, record, batch, is_start ? N_("Start of “%s”") : N_("Finish of “%s”"), error);
}

/**
 * plan_edit_task_set_start:
 * @start: the instant
 *
 * What typing into the start column means: "start no earlier than" (or no later, when scheduled from the finish); the
 * actual start of a task in progress; the date itself of a manually scheduled one.
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
