/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of a project beside those of the file it came from: compared in a thread on a snapshot, shown in a window of
 * their own.
 */

#include "plan-window-private.h"

#include "plan-file-dates-window.h"
#include "plan-import.h"
#include "plan-job.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PlanModel *model;
  PlanId project;
} CompareData;

static void
free_compare_data (gpointer data)
{
  CompareData *self = data;

  plan_model_unref (self->model);
  g_free (self);
}

static gpointer
compare_dates (PlanProgress *progress, gpointer data, GError **error)
{
  CompareData *self = data;
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();

  if (!plan_schedule_compute (schedule, self->model, progress, error))
    return NULL;
  return plan_import_list_differences (self->model, schedule, self->project);
}

/* What is waited for. */
typedef struct
{
  PlanWindow *window;
  PlanFileDatesWindow *page;
} Waiting;

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Waiting *waiting = data;
  g_autoptr (PlanWindow) self = waiting->window;
  g_autoptr (PlanFileDatesWindow) page = waiting->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) differences = plan_job_run_finish (result, &error);

  if (differences != NULL)
    plan_file_dates_window_set_differences (page, differences, self->report);
  else
    {
      gtk_window_destroy (GTK_WINDOW (page));
      plan_window_show_error (self, _("The comparison was not possible"), error);
    }
}

static void
task_chosen_cb (PlanWindow *self, gint64 id)
{
  plan_window_show_task (self, id);
  gtk_window_present (GTK_WINDOW (self));
}

/* Shows the dates of a project that are not as in the file it came from. */
void
plan_window_show_file_dates (PlanWindow *self, PlanId project)
{
  GtkWindow *page = plan_file_dates_window_new (GTK_WINDOW (self), self->document, project);
  CompareData *data = g_new0 (CompareData, 1);
  Waiting *waiting = g_new0 (Waiting, 1);

  *data = (CompareData) { plan_document_snapshot (self->document), project };
  *waiting = (Waiting) { g_object_ref (self), g_object_ref (PLAN_FILE_DATES_WINDOW (page)) };
  g_signal_connect_object (page, "task-chosen", G_CALLBACK (task_chosen_cb), self, G_CONNECT_SWAPPED);
  plan_job_run_async (compare_dates, data, free_compare_data, (GDestroyNotify) g_array_unref, NULL, compared_cb, waiting);
  gtk_window_present (page);
}
