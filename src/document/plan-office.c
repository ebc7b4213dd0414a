/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking after an office by its path, for the window and the command line alike: what it is and which backups it has, whether
 * it is whole, making it small. All of it for any thread.
 */

#include "plan-office.h"

#include "plan-schedule.h"

#include <string.h>

/**
 * plan_office_check:
 * @progress: (nullable): is told how far it is
 *
 * Whole means: the database, its references, its history, and a schedule that can be computed. Only reads.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE that says what is damaged, %PLAN_ERROR_CANCELLED or another error
 */
gboolean
plan_office_check (const char *path, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanStore) store = plan_store_open (path, PLAN_STORE_READ_ONLY, error);
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();

  return store != NULL && plan_store_check (store, progress, error) && plan_store_load (store, model, progress, error) &&
         plan_schedule_compute (schedule, model, progress, error);
}

/**
 * plan_office_compact:
 * @path: an office that nobody has open
 * @keep_days: of the history that is kept, -1 for all
 * @result: (out): what came of it
 *
 * Makes the file as small as it can be. What is forgotten can no longer be undone or gone back to.
 *
 * Returns: %FALSE with an error; the office is then as it was
 */
gboolean
plan_office_compact (const char *path, int keep_days, PlanCompacted *result, GError **error)
{
  gint64 before = keep_days < 0 ? G_MININT64 : g_get_real_time () - keep_days * G_TIME_SPAN_DAY;
  g_autoptr (PlanStore) store = plan_store_open (path, 0, error);
  PlanStoreInfo info;

  if (store == NULL || !plan_store_get_info (store, &info, error))
    return FALSE;
  result->size_before = info.file_size;
  if (!plan_store_compact (store, before, &result->n_forgotten, error) || !plan_store_get_info (store, &info, error))
    return FALSE;
  result->size_after = info.file_size;
  return TRUE;
}

static void
free_backup (gpointer data)
{
  PlanOfficeBackup *self = data;

  plan_backup_free (self->backup);
  g_free (self);
}

/* Takes @backup. */
static PlanOfficeBackup *
describe_backup (PlanBackup *backup)
{
  PlanOfficeBackup *self = g_new0 (PlanOfficeBackup, 1);
  g_autoptr (PlanStore) store = plan_store_open (backup->path, PLAN_STORE_READ_ONLY, NULL);

  self->backup = backup;
  if (store == NULL || !plan_store_count (store, PLAN_RECORD_PROJECT, &self->n_projects, NULL) ||
      !plan_store_count (store, PLAN_RECORD_TASK, &self->n_tasks, NULL))
    self->n_projects = self->n_tasks = -1;
  return self;
}

/**
 * plan_office_describe:
 * @path: an office that may be open, damaged or gone
 *
 * Returns: (transfer full): what can be said of it and its backups, or %NULL with %PLAN_ERROR_CANCELLED or when the folder cannot
 *   be read
 */
PlanOfficeFacts *
plan_office_describe (const char *path, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanOfficeFacts) self = g_new0 (PlanOfficeFacts, 1);
  g_autoptr (GPtrArray) backups = plan_backup_list (path, error);
  g_autoptr (GError) problem = NULL;
  g_autoptr (PlanStore) store = NULL;

  self->backups = g_ptr_array_new_with_free_func (free_backup);
  if (backups == NULL)
    return NULL;
  store = plan_store_open (path, PLAN_STORE_READ_ONLY, &problem);
  if (store == NULL || !plan_store_get_info (store, &self->info, &problem))
    self->problem = g_strdup (problem->message);
  while (backups->len > 0)
    {
      if (!plan_progress_step (progress, self->backups->len, self->backups->len + backups->len, error))
        return NULL;
      g_ptr_array_add (self->backups, describe_backup (g_ptr_array_steal_index (backups, 0)));
    }
  return g_steal_pointer (&self);
}

/**
 * plan_office_facts_free:
 *
 * Frees what plan_office_describe() said.
 */
void
plan_office_facts_free (PlanOfficeFacts *self)
{
  g_free (self->problem);
  g_ptr_array_unref (self->backups);
  g_free (self);
}
