/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading what a verb gets as IN: a file of any format, told by its content, or an office, which is opened to be read only.
 * "-" is standard input.
 */

#include "plan-cli-source.h"

#include "plan-error.h"
#include "plan-format.h"
#include "plan-outline.h"
#include "plan-search.h"
#include "plan-store.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define OFFICE_MAGIC "SQLite format 3"

/* Formats are told by that much of the beginning. */
#define SNIFF_LENGTH 4096

static gboolean
is_office (const char *path)
{
  char head[sizeof OFFICE_MAGIC] = "";
  FILE *file = fopen (path, "rb");
  gboolean found;

  if (file == NULL)
    return FALSE;
  found = fread (head, 1, sizeof head, file) == sizeof head && memcmp (head, OFFICE_MAGIC, sizeof head) == 0;
  fclose (file);
  return found;
}

/* A pipe gives what there is at the moment, which may be less than tells the format. */
static gboolean
fill_buffer (GBufferedInputStream *buffer, GError **error)
{
  gssize n = 1;

  while (n > 0 && g_buffered_input_stream_get_available (buffer) < SNIFF_LENGTH)
    n = g_buffered_input_stream_fill (buffer, -1, NULL, error);
  return n >= 0;
}

static PlanImport *
read_standard_input (const PlanFormat *format, PlanIdSource *ids, GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (input, SNIFF_LENGTH);
  GBufferedInputStream *buffer = G_BUFFERED_INPUT_STREAM (buffered);
  gconstpointer head;
  gsize length;

  if (!fill_buffer (buffer, error))
    return NULL;
  head = g_buffered_input_stream_peek_buffer (buffer, &length);
  if (format == NULL)
    format = plan_format_of_content (head, length);
  if (format == NULL || format->read == NULL)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED, _("What comes from standard input has no known format."));
      return NULL;
    }
  return format->read (buffered, "-", ids, NULL, error);
}

static const PlanFormat *
find_format (const char *name, GError **error)
{
  const PlanFormat *format = plan_format_by_name (name);

  if (format == NULL)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED,
                 /* Translators: %s is what was typed as a format */
                 _("There is no format “%s”; “planwright-cli formats” lists them."), name);
  return format;
}

/**
 * plan_cli_read_import:
 * @path: a file, or "-" for standard input
 * @format: (nullable): the name of its format; without it, it is told by the content
 *
 * Returns: (transfer full): what the reader made of it, or %NULL with an error
 */
PlanImport *
plan_cli_read_import (const char *path, const char *format, GError **error)
{
  const PlanFormat *known = format != NULL ? find_format (format, error) : NULL;
  PlanIdSource ids;
  PlanImport *import;

  if (format != NULL && known == NULL)
    return NULL;
  plan_id_source_init (&ids, PLAN_ID_NONE);
  if (strcmp (path, "-") == 0)
    import = read_standard_input (known, &ids, error);
  else
    import = plan_format_read_file (path, known, &ids, NULL, error);
  plan_id_source_clear (&ids);
  return import;
}

static gboolean
load_office (PlanCliSource *self, const char *path, GError **error)
{
  g_autoptr (PlanStore) store = plan_store_open (path, PLAN_STORE_READ_ONLY, error);

  if (store == NULL)
    return FALSE;
  self->model = plan_model_new ();
  self->stamp = plan_search_make_stamp (store);
  return plan_store_load (store, self->model, NULL, error);
}

static gboolean
load_import (PlanCliSource *self, const char *path, const char *format, GError **error)
{
  self->import = plan_cli_read_import (path, format, error);
  if (self->import == NULL)
    return FALSE;
  self->model = plan_model_ref (self->import->model);
  return TRUE;
}

/**
 * plan_cli_source_open:
 * @path: an office, a file of any format that can be read, or "-"
 * @format: (nullable): the name of its format
 *
 * Returns: (transfer full): the plans with their schedule, or %NULL with an error
 */
PlanCliSource *
plan_cli_source_open (const char *path, const char *format, PlanCliClock *clock, GError **error)
{
  g_autoptr (PlanCliSource) self = g_new0 (PlanCliSource, 1);

  if (format == NULL && is_office (path) ? !load_office (self, path, error) : !load_import (self, path, format, error))
    return NULL;
  plan_cli_clock_mark (clock, "read");
  self->schedule = plan_schedule_new ();
  if (!plan_schedule_compute (self->schedule, self->model, NULL, error))
    return NULL;
  if (self->import != NULL)
    plan_import_compare (self->import, self->schedule);
  plan_cli_clock_mark (clock, "schedule");
  return g_steal_pointer (&self);
}

/**
 * plan_cli_source_free:
 */
void
plan_cli_source_free (PlanCliSource *self)
{
  g_clear_pointer (&self->schedule, plan_schedule_free);
  g_clear_pointer (&self->model, plan_model_unref);
  g_clear_pointer (&self->import, plan_import_free);
  g_free (self->stamp);
  g_free (self);
}

/* "A, B, C": the projects in their order. */
static char *
list_names (const PlanModel *model)
{
  g_autoptr (GArray) ids = plan_model_list_projects (model);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      const PlanProject *project = plan_model_get_project (model, g_array_index (ids, PlanId, i));

      g_string_append_printf (names, i == 0 ? "“%s”" : ", “%s”", project->name != NULL ? project->name : "");
    }
  return g_string_free (names, FALSE);
}

/**
 * plan_cli_find_project:
 * @name: the name of a project, or its id
 * @id: (out): the project
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND that lists the names there are
 */
gboolean
plan_cli_find_project (const PlanModel *model, const char *name, PlanId *id, GError **error)
{
  g_autofree char *names = NULL;
  gint64 number = PLAN_ID_NONE;

  g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &number, NULL);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);

      if (g_strcmp0 (project->name, name) != 0 && project->id != number)
        continue;
      *id = project->id;
      return TRUE;
    }
  names = list_names (model);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %1$s is a name that was typed, %2$s the names there are */
               _("There is no project “%1$s”; there are: %2$s."), name, names);
  return FALSE;
}

/**
 * plan_cli_get_only_project:
 * @id: (out): the project
 *
 * Returns: %FALSE with an error that lists the names when there are several, or when there is none
 */
gboolean
plan_cli_get_only_project (const PlanModel *model, PlanId *id, GError **error)
{
  g_autofree char *names = NULL;
  guint n = plan_model_get_n (model, PLAN_RECORD_PROJECT);

  if (n == 1)
    {
      *id = plan_record_get_id (plan_model_get_at (model, PLAN_RECORD_PROJECT, 0));
      return TRUE;
    }
  if (n == 0)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("There is no project."));
      return FALSE;
    }
  names = list_names (model);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED,
               /* Translators: %s is a list of names */
               _("There are several projects; choose one with --project: %s."), names);
  return FALSE;
}
