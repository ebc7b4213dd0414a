/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding and deleting rows of a plan.
 */

#include "plan-edits-place.h"
#include "plan-edits-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

/*
 * plan_edit_init_task:
 * @task: (out): a new task of the project as its options want it, without id and place
 */
void
plan_edit_init_task (PlanTask *task, const PlanProject *project)
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
refuse_project (GError **error)
{
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE, _("The task after which to add is in another project."));
  return FALSE;
}

static gboolean
insert_task (PlanDocument *document, PlanPlaces *places, const PlanProject *project, guint parent, guint after,
             const char *name, const char *duration, PlanId *id, GError **error)
{
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanTask task;

  plan_edit_init_task (&task, project);
  task.name = name;
  if (duration != NULL && !parse_duration (&task, project, duration, error))
    return FALSE;
  task.id = plan_id_source_next (plan_document_get_ids (document));
  plan_places_put (places, plan_places_add (places, &task), parent, after);
  plan_places_write (places, batch);
  if (!plan_batch_run (batch, document, N_("New task “%s”"), name != NULL ? name : "", project->id, error))
    return FALSE;
  if (id != NULL)
    *id = task.id;
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
  g_autoptr (PlanPlaces) places = NULL;
  guint previous, parent;

  if (owner == NULL ||
      (after != PLAN_ID_NONE && plan_edit_require (document, PLAN_RECORD_TASK, after, error) == NULL))
    return FALSE;
  places = plan_places_new (document, project);
  previous = plan_places_find (places, after);
  if (after != PLAN_ID_NONE && previous == PLAN_PLACE_NONE)
    return refuse_project (error);
  parent = plan_places_get (places, previous)->parent;
  if (after == PLAN_ID_NONE)
    previous = plan_places_get (places, PLAN_PLACE_NONE)->last;
  return insert_task (document, places, owner, parent, previous, name, duration, id, error);
}

/**
 * plan_edit_task_insert:
 * @parent: the summary task, or %PLAN_ID_NONE for the top of the project
 * @after: a task below @parent, or %PLAN_ID_NONE for the first place
 * @name: (nullable): its name
 * @duration: (nullable): as typed; without it, a day
 * @id: (out) (optional): the new task
 *
 * Adds a task at an exact place.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_task_insert (PlanDocument *document, PlanId project, PlanId parent, PlanId after, const char *name,
                       const char *duration, PlanId *id, GError **error)
{
  const PlanProject *owner = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  g_autoptr (PlanPlaces) places = NULL;

  if (owner == NULL || !plan_edit_check_target (document, project, parent, after, error))
    return FALSE;
  places = plan_places_new (document, project);
  return insert_task (document, places, owner, plan_places_find (places, parent), plan_places_find (places, after), name,
                      duration, id, error);
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
