/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backs up an open office once a day, in a thread: some seconds after it was opened and, when it stays open, after the first
 * edit of another day. One that failed is told and tried again an hour later.
 */

#include "plan-daily-backup.h"

#include "plan-backup.h"
#include "plan-job.h"

#define RETRY_SECONDS (60 * 60)

/**
 * PlanDailyBackup:
 * @document: %NULL when nobody waits for the running job any more
 * @day: of the last backup, local, as a Julian number; 0 before the first
 */
struct _PlanDailyBackup
{
  PlanDocument *document;
  PlanDailyBackupFunc failed;
  gpointer data;
  guint source;
  guint32 day;
  gboolean running;
};

static guint32
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  g_date_time_get_year (now));
  return g_date_get_julian (&date);
}

static gpointer
back_up (PlanProgress *progress, gpointer data, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return plan_backup_daily (data, now, NULL, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void start (PlanDailyBackup *self, guint delay_ms);

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlanDailyBackup *self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = plan_job_run_finish (result, &error) != NULL;

  self->running = FALSE;
  if (self->document == NULL)
    {
      g_free (self);
      return;
    }
  if (done)
    self->day = get_today ();
  else
    {
      start (self, RETRY_SECONDS * 1000);
      self->failed (error->message, self->data);
    }
}

static gboolean
start_cb (gpointer data)
{
  PlanDailyBackup *self = data;
  PlanStore *store = plan_document_get_store (self->document);

  self->source = 0;
  /* It was closed meanwhile. */
  if (store == NULL)
    return G_SOURCE_REMOVE;
  self->running = TRUE;
  plan_job_run_async (back_up, g_strdup (plan_store_get_path (store)), g_free, NULL, NULL, backed_up_cb, self);
  return G_SOURCE_REMOVE;
}

static void
start (PlanDailyBackup *self, guint delay_ms)
{
  self->source = g_timeout_add_full (G_PRIORITY_LOW, delay_ms, start_cb, self, NULL);
}

static void
document_changed_cb (PlanDocument *document, gconstpointer changes, PlanDailyBackup *self)
{
  if (!self->running && self->source == 0 && self->day != get_today ())
    start (self, 0);
}

/**
 * plan_daily_backup_new:
 * @document: kept alive; nothing is done when it can only be read
 * @delay_ms: from now to the first backup
 * @failed: called in the main loop with a sentence for the person when a backup could not be made
 *
 * Returns: (transfer full): backs up the office until it is freed
 */
PlanDailyBackup *
plan_daily_backup_new (PlanDocument *document, guint delay_ms, PlanDailyBackupFunc failed, gpointer data)
{
  PlanDailyBackup *self = g_new0 (PlanDailyBackup, 1);

  self->document = g_object_ref (document);
  self->failed = failed;
  self->data = data;
  g_signal_connect (document, "changed", G_CALLBACK (document_changed_cb), self);
  if (!plan_document_is_read_only (document))
    start (self, delay_ms);
  return self;
}

/**
 * plan_daily_backup_free:
 *
 * No further backups are made; one that is being made is finished.
 */
void
plan_daily_backup_free (PlanDailyBackup *self)
{
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->document);
  if (!self->running)
    g_free (self);
}
