/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing what a verb gets as OUT, in a format told by name or by suffix. "-" is standard output.
 */

#include "plan-cli-target.h"

#include "plan-error.h"
#include "plan-task-grid.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/**
 * plan_cli_target_find:
 * @name: (nullable): the format that was asked for; else the suffix of @path tells it
 *
 * Returns: (transfer none): a format that can be written, or %NULL with an error
 */
const PlanFormat *
plan_cli_target_find (const char *name, const char *path, GError **error)
{
  const PlanFormat *format = name != NULL ? plan_format_by_name (name) : plan_format_by_path (path);

  if (format != NULL && format->write != NULL)
    return format;
  if (name != NULL)
    /* Translators: %s is the name of a format */
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED, _("The format “%s” cannot be written."), name);
  else
    /* Translators: %s is the path of a file */
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED, _("No format that can be written has the suffix of “%s”; choose one with --to."), path);
  return NULL;
}

/* Standard output gets all or nothing, too. */
static gboolean
write_standard_output (const PlanFormat *format, const PlanExport *what, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  GMemoryOutputStream *bytes = G_MEMORY_OUTPUT_STREAM (memory);

  return format->write (what, memory, NULL, error) &&
         g_output_stream_write_all (output, g_memory_output_stream_get_data (bytes), g_memory_output_stream_get_data_size (bytes),
                                    NULL, NULL, error);
}

static gboolean
choose_project (const PlanCliSource *source, const char *name, const PlanFormat *format, PlanId *project, GError **error)
{
  if (name != NULL)
    return plan_cli_find_project (source->model, name, project, error);
  return format->several || plan_cli_get_only_project (source->model, project, error);
}

static gboolean
find_resource (const PlanModel *model, const char *name, const PlanFormat *format, PlanId *id, GError **error)
{
  if (format->content != PLAN_FORMAT_CALENDAR)
    {
      /* Translators: %s is the name of a format, as “CSV table” */
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED, _("%s is not written for one resource; iCalendar is."), _(format->label));
      return FALSE;
    }
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);

      *id = resource->id;
      if (g_strcmp0 (resource->name, name) == 0)
        return TRUE;
    }
  /* Translators: %s is the name of a person */
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("There is no resource “%s”."), name);
  return FALSE;
}

/**
 * plan_cli_target_write:
 * @project: (nullable): the name of the project to write; without it all of them, or the only one
 * @resource: (nullable): the name of the one whose tasks to write, in a format of calendars
 * @file_dates: whether to write the dates of the file that was read, where it had some
 * @path: where to, or "-" for standard output
 *
 * Returns: whether all of it was written; else nothing was
 */
gboolean
plan_cli_target_write (const PlanCliSource *source, const PlanFormat *format, const char *project, const char *resource,
                       gboolean file_dates, const char *path, GError **error)
{
  g_autoptr (PlanGrid) grid = NULL;
  PlanExport what = {
    .model = source->model,
    .schedule = source->schedule,
    .project = PLAN_ID_NONE,
    .file_dates = file_dates,
    .report = source->import != NULL ? source->import->report : NULL,
  };

  if (!choose_project (source, project, format, &what.project, error))
    return FALSE;
  if (resource != NULL && !find_resource (source->model, resource, format, &what.resource, error))
    return FALSE;
  if (format->content == PLAN_FORMAT_TABLE)
    what.grid = grid = plan_task_grid_new (source->model, source->schedule, what.project, plan_ticks_now ());
  if (strcmp (path, "-") == 0)
    return write_standard_output (format, &what, error);
  return plan_format_write_file (path, format, &what, NULL, error);
}
