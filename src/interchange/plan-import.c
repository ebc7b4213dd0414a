/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader makes of a file, and what it has in common with all readers: the last repairs, the check that all fits
 * together, and the comparison of the file's dates with those that follow from the plan.
 */

#include "plan-import-private.h"

#include "plan-imported.h"

#include <glib/gi18n-lib.h>

/* Project rounds to minutes here and there. */
#define SAME_WITHIN PLAN_TICKS_PER_MINUTE

/**
 * plan_import_new:
 *
 * Returns: (transfer full): an empty import
 */
PlanImport *
plan_import_new (void)
{
  PlanImport *self = g_new0 (PlanImport, 1);

  self->model = plan_model_new ();
  self->report = plan_report_new ();
  self->segments = g_array_new (FALSE, FALSE, sizeof (PlanSegment));
  return self;
}

/**
 * plan_import_free:
 *
 * Frees the import and its report, unless that was taken; the model lives on with those that refer to it.
 */
void
plan_import_free (PlanImport *self)
{
  plan_model_unref (self->model);
  g_array_unref (self->segments);
  g_clear_pointer (&self->report, plan_report_free);
  g_free (self);
}

static void
drop_loops (PlanImport *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_LINK); i++)
    {
      const PlanLink *link = plan_model_get_link_at (self->model, i);

      if (link->predecessor != link->successor)
        continue;
      g_hash_table_add (ids, g_memdup2 (&link->id, sizeof link->id));
      plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Link"), _("The task is its own predecessor."), 1);
    }
  plan_import_drop_orphans (self, PLAN_RECORD_LINK, ids);
}

/**
 * plan_import_complete:
 *
 * Repairs what readers may find in files, and checks that all records fit together. The last step of every reader.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when they do not
 */
gboolean
plan_import_complete (PlanImport *self, GError **error)
{
  plan_import_cut_calendars (self);
  drop_loops (self);
  plan_import_drop_cycles (self);
  return plan_model_check (self->model, error);
}

/* Why a task may lie elsewhere than in the file, as far as can be told from the task alone. */
static const char *
guess_cause (const PlanTask *task, const PlanScheduledTask *scheduled, gboolean is_assigned, gboolean follows)
{
  if (task->external)
    return _("The task lies in another file.");
  if (scheduled->summary)
    return _("The summary follows from its subtasks.");
  if (task->stop != PLAN_TICKS_NONE && task->resume != PLAN_TICKS_NONE && task->resume > task->stop)
    return _("The task is split.");
  if (task->actual_start != PLAN_TICKS_NONE || task->percent_complete > 0)
    return _("The task is in progress.");
  if (is_assigned)
    return _("The task is driven by its resources.");
  if (task->levelling_delay != 0)
    return _("The task was delayed by levelling.");
  if (task->manual)
    return _("The task is scheduled manually.");
  if (follows)
    return _("A task before it lies elsewhere.");
  return _("The file’s dates are not up to date, or were computed by other rules.");
}

typedef struct
{
  PlanImport *import;
  GHashTable *imported; /* index of PlanImportedValue + 1, by task */
  GHashTable *assigned; /* tasks with resources */
  GHashTable *moved;    /* tasks that lie elsewhere */
} Comparison;

static gboolean
differs (const PlanImportedValue *imported, const char *element, PlanTicks ours, PlanTicks *file)
{
  g_autofree char *text = plan_imported_value_get (imported, element);

  return text != NULL && plan_imported_parse (PLAN_IMPORTED_INSTANT, text, file) && ours != PLAN_TICKS_NONE &&
         ABS (*file - ours) > SAME_WITHIN;
}

static void
report_difference (Comparison *self, const PlanTask *task, const char *field, PlanTicks file, PlanTicks ours, const char *cause)
{
  g_autofree char *uid = g_strdup_printf ("%" G_GINT64_FORMAT, task->source_uid >= 0 ? task->source_uid : task->id);
  g_autofree char *file_text = plan_ticks_format_iso (file);
  g_autofree char *our_text = plan_ticks_format_iso (ours);

  plan_report_add_value (self->import->report, "task", uid, field, file_text, our_text, cause);
}

static const PlanImportedValue *
get_imported (Comparison *self, const PlanTask *task)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->imported, &task->id));

  return index > 0 ? plan_model_get_at (self->import->model, PLAN_RECORD_IMPORTED_VALUE, index - 1) : NULL;
}

static void
find_moved (Comparison *self, const PlanTask *task, const PlanScheduledTask *scheduled)
{
  const PlanImportedValue *imported = get_imported (self, task);
  PlanTicks file;

  if (imported != NULL && (differs (imported, "Start", scheduled->start, &file) || differs (imported, "Finish", scheduled->finish, &file)))
    g_hash_table_add (self->moved, (gpointer) &task->id);
}

static void
report_moved (Comparison *self, const PlanTask *task, const PlanScheduledTask *scheduled, gboolean follows)
{
  const PlanImportedValue *imported = get_imported (self, task);
  const char *cause = guess_cause (task, scheduled, g_hash_table_contains (self->assigned, &task->id), follows);
  PlanTicks file;

  if (differs (imported, "Start", scheduled->start, &file))
    report_difference (self, task, "start", file, scheduled->start, cause);
  if (differs (imported, "Finish", scheduled->finish, &file))
    report_difference (self, task, "finish", file, scheduled->finish, cause);
}

static void
start_comparison (Comparison *self)
{
  const PlanModel *model = self->import->model;

  self->imported = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->assigned = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->moved = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_IMPORTED_VALUE); i++)
    {
      const PlanImportedValue *value = plan_model_get_at (model, PLAN_RECORD_IMPORTED_VALUE, i);

      if (value->owner_record == PLAN_RECORD_TASK)
        g_hash_table_insert (self->imported, (gpointer) &value->owner, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);

      if (assignment->resource != PLAN_ID_NONE)
        g_hash_table_add (self->assigned, (gpointer) &assignment->task);
    }
}

static void
finish_comparison (Comparison *self)
{
  g_hash_table_unref (self->imported);
  g_hash_table_unref (self->assigned);
  g_hash_table_unref (self->moved);
}

/**
 * plan_import_compare:
 * @schedule: computed from the import's model
 *
 * Reports each task whose start or finish in the file is not what follows from the plan, with the likely cause.
 */
void
plan_import_compare (PlanImport *self, const PlanSchedule *schedule)
{
  Comparison comparison = { .import = self };
  guint n_tasks = plan_model_get_n (self->model, PLAN_RECORD_TASK);
  g_autoptr (GHashTable) followers = g_hash_table_new (g_int64_hash, g_int64_equal);

  start_comparison (&comparison);
  for (guint i = 0; i < n_tasks; i++)
    find_moved (&comparison, plan_model_get_task_at (self->model, i), plan_schedule_get_task (schedule, i));
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_LINK); i++)
    {
      const PlanLink *link = plan_model_get_link_at (self->model, i);

      if (g_hash_table_contains (comparison.moved, &link->predecessor))
        g_hash_table_add (followers, (gpointer) &link->successor);
    }
  for (guint i = 0; i < n_tasks; i++)
    {
      const PlanTask *task = plan_model_get_task_at (self->model, i);

      if (g_hash_table_contains (comparison.moved, &task->id))
        report_moved (&comparison, task, plan_schedule_get_task (schedule, i), g_hash_table_contains (followers, &task->id));
    }
  finish_comparison (&comparison);
}
