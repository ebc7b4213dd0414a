/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Imports into the window's office, one after the other: progress with Cancel while a file is read, then a toast with
 * Undo, and a report of what was not taken as it stands in the file.
 */

#include "plan-window-private.h"

#include "plan-banner.h"
#include "plan-error.h"
#include "plan-import-report.h"

#include <glib/gi18n-lib.h>

static char *
get_display_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return g_filename_display_name (base);
}

static char *
describe_result (const PlanReport *report, const char *name)
{
  guint changed = plan_report_count (report, PLAN_REPORT_CHANGED);
  guint dropped = plan_report_count (report, PLAN_REPORT_DROPPED);

  if (changed == 0 && dropped == 0)
    /* Translators: a file name and a number of values */
    return g_strdup_printf (ngettext ("Imported “%s”: %u value kept", "Imported “%s”: all %u values kept", (gulong) report->kept),
                            name, (guint) report->kept);
  /* Translators: a file name and three numbers of values */
  return g_strdup_printf (_("Imported “%s”: %u kept, %u changed, %u dropped"), name, (guint) report->kept, changed, dropped);
}

static void
show_result (PlanWindow *self, PlanReport *report, const char *name)
{
  guint n_special = plan_report_count (report, PLAN_REPORT_CHANGED) + plan_report_count (report, PLAN_REPORT_DROPPED);

  g_clear_pointer (&self->report, plan_report_free);
  self->report = report;
  g_free (self->report_name);
  self->report_name = g_strdup (name);
  plan_window_update_actions (self);
  if (n_special > 0)
    {
      /* Translators: a number of values and a file name */
      g_autofree char *text = g_strdup_printf (ngettext ("%u value of “%s” was not taken as it stands in the file.",
                                                         "%u values of “%s” were not taken as they stand in the file.", n_special),
                                               n_special, name);

      gtk_label_set_label (self->report_label, text);
    }
  plan_banner_reveal (self->report_banner, n_special > 0);
  plan_window_show_undo (self, describe_result (report, name));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlanWindow) self = data;
  g_autoptr (GError) error = NULL;
  PlanReport *report = plan_document_import_finish (PLAN_DOCUMENT (source), result, &error);
  g_autofree char *name = get_display_name (self->importing);

  plan_job_banner_stop (self->import_banner);
  plan_status_strip_set_busy (self->status, FALSE);
  g_clear_pointer (&self->importing, g_free);
  if (report != NULL)
    show_result (self, report, name);
  else if (!g_error_matches (error, PLAN_ERROR, PLAN_ERROR_CANCELLED))
    {
      /* Translators: %s is a file name */
      g_autofree char *heading = g_strdup_printf (_("“%s” was not imported"), name);

      plan_window_show_error (self, heading, error);
    }
  plan_window_start_imports (self);
  plan_window_job_ended (self);
}

/* Begins with the next file that waits, unless one is being read. */
void
plan_window_start_imports (PlanWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (self->importing != NULL || self->document == NULL || g_queue_is_empty (&self->imports))
    return;
  self->importing = g_queue_pop_head (&self->imports);
  plan_status_strip_set_busy (self->status, TRUE);
  name = get_display_name (self->importing);
  /* Translators: %s is a file name */
  text = g_strdup_printf (_("Importing “%s”…"), name);
  plan_banner_reveal (self->report_banner, FALSE);
  self->progress = (PlanProgress){ 0 };
  plan_job_banner_start (self->import_banner, text, &self->progress);
  plan_document_import_async (self->document, self->importing, &self->progress, imported_cb, g_object_ref (self));
}

/* Makes the queue of a new window. */
void
plan_window_init_import (PlanWindow *self)
{
  g_queue_init (&self->imports);
}

/* Frees what belongs to imports. */
void
plan_window_dispose_import (PlanWindow *self)
{
  g_queue_clear_full (&self->imports, g_free);
  g_clear_pointer (&self->importing, g_free);
  g_clear_pointer (&self->report, plan_report_free);
  g_clear_pointer (&self->report_name, g_free);
}

/* Stops the import that runs and forgets the files that wait. */
void
plan_window_cancel_import (PlanWindow *self)
{
  g_queue_clear_full (&self->imports, g_free);
  plan_progress_cancel (&self->progress);
}

static void
report_task_chosen_cb (PlanWindow *self, gint64 id)
{
  plan_window_show_task (self, id);
  gtk_window_present (GTK_WINDOW (self));
}

/* Projects that have tasks in the report, each once. */
static GArray *
list_reported_projects (PlanWindow *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  GArray *projects = g_array_new (FALSE, FALSE, sizeof (PlanId));

  for (guint i = 0; i < self->report->items->len; i++)
    {
      const PlanReportItem *item = self->report->items->pdata[i];
      const PlanTask *task = item->task != PLAN_ID_NONE ? plan_model_get_task (model, item->task) : NULL;
      gboolean known = task == NULL;

      for (guint k = 0; k < projects->len && !known; k++)
        known = g_array_index (projects, PlanId, k) == task->project;
      if (!known)
        g_array_append_val (projects, task->project);
    }
  return projects;
}

static void
dates_chosen_cb (PlanWindow *self)
{
  g_autoptr (GArray) projects = self->report != NULL ? list_reported_projects (self) : NULL;

  for (guint i = 0; projects != NULL && i < projects->len; i++)
    plan_window_show_file_dates (self, g_array_index (projects, PlanId, i));
}

/* Shows the report of the last import. */
void
plan_window_show_report (PlanWindow *self)
{
  GtkWindow *report = plan_import_report_new (GTK_WINDOW (self), self->report, self->report_name);

  g_signal_connect_object (report, "task-chosen", G_CALLBACK (report_task_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "dates-chosen", G_CALLBACK (dates_chosen_cb), self, G_CONNECT_SWAPPED);
  plan_banner_reveal (self->report_banner, FALSE);
  gtk_window_present (report);
}

/**
 * plan_window_import_file:
 * @path: a file of any format that can be read
 *
 * Imports a file, after those that wait already and once the office is open.
 */
void
plan_window_import_file (PlanWindow *self, const char *path)
{
  g_return_if_fail (PLAN_IS_WINDOW (self));

  g_queue_push_tail (&self->imports, g_strdup (path));
  plan_window_start_imports (self);
}

/**
 * plan_window_is_importing:
 *
 * Returns: whether a file is being imported
 */
gboolean
plan_window_is_importing (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), FALSE);

  return self->importing != NULL;
}
