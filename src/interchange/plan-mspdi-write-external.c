/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing links from tasks of other projects. For each such task a row follows those of the project, with the dates that it
 * has now; it names the project and the number that the task has when that project is written. Microsoft Project shows these
 * rows in grey and asks whether their dates still hold when it finds the other file.
 */

#include "plan-mspdi-write.h"

#include "plan-external.h"

#include <string.h>

static gboolean
is_foreign (PlanMspdiWriter *self, const PlanTask *task)
{
  return task != NULL && task->project != self->project->id;
}

/* The name that the file had for the task, when it is still that task, as it knows the folder. */
static char *
choose_name (PlanMspdiWriter *self, const PlanLink *link, char *name)
{
  const PlanImportedValue *imported = plan_export_get_imported (&self->index, link->id);
  g_autofree char *said = imported != NULL ? plan_imported_value_get (imported, PLAN_EXTERNAL_OF_LINK) : NULL;
  g_autofree char *key = plan_external_get_key (name), *said_key = plan_external_get_key (said);

  if (said_key == NULL || g_strcmp0 (key, said_key) != 0)
    return name;
  g_free (name);
  return g_steal_pointer (&said);
}

/* @numbers: (element-type PlanId GHashTable): what other projects number their tasks by */
static void
add_foreign (PlanMspdiWriter *self, const PlanLink *link, const PlanTask *task, GHashTable *numbers, gint64 uid)
{
  GHashTable *of_project = g_hash_table_lookup (numbers, &task->project);
  const PlanProject *project = plan_model_get_project (self->model, task->project);
  const gint64 *there;

  if (of_project == NULL)
    {
      of_project = plan_mspdi_number_tasks (self->model, task->project);
      g_hash_table_insert (numbers, g_memdup2 (&task->project, sizeof (PlanId)), of_project);
    }
  there = g_hash_table_lookup (of_project, &task->id);
  if (there == NULL || project == NULL)
    return;
  g_hash_table_insert (self->uids[PLAN_RECORD_TASK], g_memdup2 (&task->id, sizeof task->id), g_memdup2 (&uid, sizeof uid));
  g_hash_table_insert (self->foreign_names, g_memdup2 (&task->id, sizeof task->id),
                       choose_name (self, link, plan_external_format (project->name, *there)));
  g_array_append_val (self->foreign, task->id);
}

static gint64
get_largest_uid (PlanMspdiWriter *self)
{
  GHashTableIter iter;
  gpointer uid;
  gint64 largest = 0;

  g_hash_table_iter_init (&iter, self->uids[PLAN_RECORD_TASK]);
  while (g_hash_table_iter_next (&iter, NULL, &uid))
    largest = MAX (largest, *(const gint64 *) uid);
  return largest;
}

/**
 * plan_mspdi_find_foreign:
 *
 * Finds the tasks of other projects that tasks of this one wait for, and numbers them after all others.
 */
void
plan_mspdi_find_foreign (PlanMspdiWriter *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  gint64 largest = get_largest_uid (self);

  self->foreign = g_array_new (FALSE, FALSE, sizeof (PlanId));
  self->foreign_names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint row = 0; row < self->outline->n_rows; row++)
    {
      PlanId successor = plan_model_get_task_at (self->model, self->outline->rows[row].task)->id;
      guint first, end;

      plan_export_find_children (&self->index, PLAN_RECORD_LINK, successor, &first, &end);
      for (guint i = first; i < end; i++)
        {
          const PlanLink *link = plan_export_get_child (&self->index, PLAN_RECORD_LINK, i);
          const PlanTask *task = plan_model_get_task (self->model, link->predecessor);

          if (is_foreign (self, task) && plan_mspdi_get_uid (self, PLAN_RECORD_TASK, task->id) < 0)
            add_foreign (self, link, task, numbers, largest + self->foreign->len + 1);
        }
    }
}

/* The task as another project sees it: dates and progress. */
static void
fill_foreign (PlanMspdiWriter *self, const PlanTask *task, const PlanScheduledTask *scheduled, PlanTask *shown)
{
  *shown = *(const PlanTask *) self->fresh[PLAN_RECORD_TASK];
  shown->name = task->name;
  shown->type = PLAN_TASK_FIXED_DURATION;
  shown->duration = task->duration;
  shown->duration_unit = task->duration_unit;
  shown->percent_complete = task->percent_complete;
  shown->actual_start = task->actual_start;
  shown->actual_finish = task->actual_finish;
  shown->actual_duration = task->actual_duration;
  shown->milestone = task->milestone;
  shown->external = TRUE;
  if (scheduled == NULL || scheduled->start == PLAN_TICKS_NONE)
    return;
  shown->duration = CLAMP (scheduled->duration, 0, PLAN_DURATION_MAX);
  shown->percent_complete = scheduled->percent_complete;
  shown->actual_duration = scheduled->actual_duration;
}

static void
write_foreign (PlanMspdiWriter *self, guint place)
{
  PlanId id = g_array_index (self->foreign, PlanId, place);
  guint index = plan_model_find (self->model, PLAN_RECORD_TASK, id);
  PlanTask shown;
  PlanMspdiRecord record = plan_mspdi_record (PLAN_RECORD_TASK, PLAN_MSPDI_TASK, &shown);
  PlanMspdiKept nothing;

  plan_mspdi_kept_init (&nothing, NULL);
  record.id = PLAN_ID_NONE; /* nothing of what belongs to the task is written here */
  record.uid = plan_mspdi_get_uid (self, PLAN_RECORD_TASK, id);
  record.row = self->outline->n_rows + place;
  record.kept = &nothing;
  record.scheduled = self->what->schedule != NULL ? plan_schedule_get_task (self->what->schedule, index) : NULL;
  record.external = g_hash_table_lookup (self->foreign_names, &id);
  fill_foreign (self, plan_model_get_task_at (self->model, index), record.scheduled, &shown);
  self->places[1]++;
  plan_mspdi_write_record (self, "Task", &record);
}

/**
 * plan_mspdi_write_foreign:
 *
 * Writes the rows that stand for tasks of other projects.
 */
void
plan_mspdi_write_foreign (PlanMspdiWriter *self)
{
  for (guint i = 0; i < self->foreign->len; i++)
    write_foreign (self, i);
}

/* The name of the predecessor of a link, when that is a task of another project or a row that stands for one. */
static char *
get_name_of_link (PlanMspdiWriter *self)
{
  const PlanLink *link = self->record->body;
  const PlanTask *predecessor = plan_model_get_task (self->model, link->predecessor);
  const char *foreign = g_hash_table_lookup (self->foreign_names, &link->predecessor);

  if (foreign != NULL || predecessor == NULL || !predecessor->external)
    return g_strdup (foreign);
  return plan_mspdi_kept_find (self->record->kept, PLAN_EXTERNAL_OF_LINK);
}

/**
 * plan_mspdi_write_external_name:
 *
 * Writes what names a task of another file: beside the row that stands for it, and beside a link from it.
 */
void
plan_mspdi_write_external_name (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  g_autofree char *name = NULL;

  if (self->record->kind == PLAN_RECORD_TASK && self->record->external == NULL)
    {
      plan_mspdi_write_kept (self, row->element);
      return;
    }
  name = self->record->kind == PLAN_RECORD_TASK ? g_strdup (self->record->external) : get_name_of_link (self);
  plan_mspdi_drop_kept (self, row->element);
  if (name != NULL)
    plan_mspdi_write_text (self, row->element, name);
}

/**
 * plan_mspdi_write_cross_project:
 *
 * Writes whether a link comes from another file.
 */
void
plan_mspdi_write_cross_project (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  g_autofree char *name = get_name_of_link (self);
  g_autofree char *kept = plan_mspdi_kept_find (self->record->kept, row->element);
  const PlanLink *link = self->record->body;
  const PlanTask *predecessor = plan_model_get_task (self->model, link->predecessor);
  gboolean is_kept = kept != NULL && predecessor != NULL && predecessor->external;

  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_integer (self, row->element, name != NULL || is_kept);
}
