/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Importing a file without stopping the window: it is read, scheduled and compared in a thread, then taken into the
 * document as one edit on the main thread.
 */

#include "plan-job.h"

#include "plan-edits.h"

/* What the thread gets: nothing of the document but an id to count up from. */
typedef struct
{
  char *path;
  PlanIdSource ids;
} ImportData;

static void
free_import_data (gpointer data)
{
  ImportData *self = data;

  g_free (self->path);
  plan_id_source_clear (&self->ids);
  g_free (self);
}

static gpointer
read_import (PlanProgress *progress, gpointer data, GError **error)
{
  ImportData *self = data;
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (PlanImport) import = plan_format_read_file (self->path, NULL, &self->ids, progress, error);

  if (import == NULL || !plan_schedule_compute (schedule, import->model, progress, error))
    return NULL;
  plan_import_compare (import, schedule);
  return g_steal_pointer (&import);
}

static void
import_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  PlanDocument *self = g_task_get_source_object (task);
  const char *name = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (PlanImport) import = plan_job_run_finish (result, &error);

  if (import == NULL || !plan_edit_import (self, import, name, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&import->report), (GDestroyNotify) plan_report_free);
}

/**
 * plan_document_import_async:
 * @path: a file of any format that can be read
 * @progress: (nullable): tells how far reading is and stops it; must live until @callback
 */
void
plan_document_import_async (PlanDocument *self, const char *path, PlanProgress *progress, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  ImportData *data = g_new0 (ImportData, 1);

  g_task_set_source_tag (task, plan_document_import_async);
  g_task_set_task_data (task, g_path_get_basename (path), g_free);
  data->path = g_strdup (path);
  plan_id_source_init (&data->ids, plan_document_get_ids (self)->last);
  plan_job_run_async (read_import, data, free_import_data, (GDestroyNotify) plan_import_free, progress, import_read_cb, task);
}

/**
 * plan_document_import_finish:
 *
 * Returns: (transfer full): what became of the file's content, or %NULL with an error when nothing was imported
 */
PlanReport *
plan_document_import_finish (PlanDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
