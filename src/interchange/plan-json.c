/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Planwright JSON: one project, or several with what they share. Everything that is stored is written, so that reading what
 * was written gives the same again; equal models give equal bytes, as everything is in row order or in that of its ids.
 */

#include "plan-json-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VERSION 1

/**
 * plan_json_sniff:
 *
 * Returns: whether the first bytes are those of Planwright JSON
 */
gboolean
plan_json_sniff (const guint8 *data, gsize length)
{
  g_autofree char *text = g_strndup ((const char *) data, MIN (length, 1024));
  const char *at = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;

  return *g_strchug ((char *) at) == '{' && strstr (at, "\"planwright") != NULL;
}

static void
write_single (PlanJsonExport *self, PlanId project)
{
  plan_json_writer_begin_object (self->writer, NULL);
  plan_json_writer_string (self->writer, "format", "planwright");
  plan_json_writer_integer (self->writer, "version", VERSION);
  plan_json_write_project (self, project, TRUE);
  if (self->what->report != NULL)
    plan_report_write (self->what->report, self->writer, "report");
  plan_json_writer_end_object (self->writer);
}

static void
write_several (PlanJsonExport *self, GArray *projects)
{
  plan_json_writer_begin_object (self->writer, NULL);
  plan_json_writer_string (self->writer, "format", "planwright-office");
  plan_json_writer_integer (self->writer, "version", VERSION);
  plan_json_write_programmes (self);
  plan_json_write_calendars (self, PLAN_ID_NONE, FALSE);
  plan_json_write_resources (self);
  plan_json_writer_begin_array (self->writer, "projects");
  for (guint i = 0; i < projects->len; i++)
    {
      plan_json_writer_begin_object (self->writer, NULL);
      plan_json_write_project (self, g_array_index (projects, PlanId, i), FALSE);
      plan_json_writer_end_object (self->writer);
    }
  plan_json_writer_end_array (self->writer);
  if (self->what->report != NULL)
    plan_report_write (self->what->report, self->writer, "report");
  plan_json_writer_end_object (self->writer);
}

static gboolean
has_project (const PlanExport *what, GError **error)
{
  if (what->project == PLAN_ID_NONE || plan_model_get_project (what->model, what->project) != NULL)
    return TRUE;
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("The project does not exist."));
  return FALSE;
}

/**
 * plan_json_write:
 *
 * Writes one project, or all when @what names none.
 *
 * Returns: %FALSE with %PLAN_ERROR_IO, or %PLAN_ERROR_CANCELLED
 */
gboolean
plan_json_write (const PlanExport *what, GOutputStream *stream, PlanProgress *progress, GError **error)
{
  g_autoptr (GArray) projects = plan_model_list_projects (what->model);
  gboolean is_single = what->project != PLAN_ID_NONE || projects->len == 1;
  g_autoptr (PlanJsonWriter) writer = plan_json_writer_new (stream, is_single ? 2 : 4);
  PlanJsonExport self = { .what = what, .model = what->model, .writer = writer, .progress = progress };

  if (!has_project (what, error))
    return FALSE;
  plan_json_export_init (&self);
  if (is_single)
    write_single (&self, what->project != PLAN_ID_NONE ? what->project : g_array_index (projects, PlanId, 0));
  else
    write_several (&self, projects);
  plan_json_export_clear (&self);
  return plan_progress_step (progress, 1, 1, error) && plan_json_writer_finish (writer, error);
}
