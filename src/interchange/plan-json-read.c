/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading Planwright JSON: one project, or an office of several.
 */

#include "plan-json-import.h"
#include "plan-json-text.h"

#include "plan-error.h"
#include "plan-import-private.h"
#include "plan-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_MEGABYTES 256
#define VERSION 1

static void
read_projects (PlanJsonImport *self, JsonObject *object, const char *name)
{
  JsonArray *array = plan_json_get_array (self, object, "projects");

  plan_json_read_shared (self, object);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      plan_json_read_project (self, json_array_get_object_element (array, i), name);
    else
      plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Project"), _("An element of the list is no object."), 1);
}

/* Records that belong to something that is not in the file. */
static void
drop_open (PlanJsonImport *self, PlanRecord record, PlanFieldId field)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < plan_model_get_n (self->model, record); i++)
    {
      gconstpointer body = plan_model_get_at (self->model, record, i);
      PlanId id = plan_record_get_id (body);

      if (plan_field_get_value (field, body).kind == PLAN_VALUE_NULL)
        g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  if (g_hash_table_size (ids) > 0)
    plan_report_add (self->report, PLAN_REPORT_DROPPED, record == PLAN_RECORD_LINK ? _("Link") : _("Assignment"),
                     _("The task is not in the file."), g_hash_table_size (ids));
  plan_import_drop_orphans (self->import, record, ids);
}

static gboolean
check_version (JsonObject *object, GError **error)
{
  gint64 version = json_object_get_int_member_with_default (object, "version", VERSION);

  if (version <= VERSION)
    return TRUE;
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_TOO_NEW, _("The file was written by a newer version of Planwright."));
  return FALSE;
}

static gboolean
read_root (PlanJsonImport *self, JsonNode *root, const char *name, GError **error)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *format = object != NULL ? plan_json_get_text (object, "format") : NULL;

  if (g_strcmp0 (format, "planwright") != 0 && g_strcmp0 (format, "planwright-office") != 0)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_PARSE, _("The file is JSON, but not Planwright’s."));
      return FALSE;
    }
  if (!check_version (object, error))
    return FALSE;
  if (strcmp (format, "planwright") == 0)
    plan_json_read_project (self, object, name);
  else
    read_projects (self, object, name);
  plan_json_import_resolve (self, TRUE);
  drop_open (self, PLAN_RECORD_LINK, PLAN_FIELD_LINK_PREDECESSOR);
  drop_open (self, PLAN_RECORD_LINK, PLAN_FIELD_LINK_SUCCESSOR);
  drop_open (self, PLAN_RECORD_ASSIGNMENT, PLAN_FIELD_ASSIGNMENT_TASK);
  return plan_progress_step (self->progress, 1, 1, error);
}

/**
 * plan_json_read:
 * @name: of the file, for projects without a name
 *
 * Reads one project or several.
 *
 * Returns: (transfer full): what was read, or %NULL with %PLAN_ERROR_PARSE that names line and reason, %PLAN_ERROR_RANGE for a
 *   file that is too large, %PLAN_ERROR_TOO_NEW, %PLAN_ERROR_IO or %PLAN_ERROR_CANCELLED
 */
PlanImport *
plan_json_read (GInputStream *stream, const char *name, PlanIdSource *ids, PlanProgress *progress, GError **error)
{
  g_autoptr (JsonParser) parser = plan_json_text_parse (stream, MAX_MEGABYTES, progress, error);
  g_autoptr (PlanImport) import = plan_import_new ();
  PlanJsonImport self = { .import = import, .model = import->model, .report = import->report, .ids = ids, .progress = progress };
  gboolean ok;

  if (parser == NULL)
    return NULL;
  plan_json_import_init (&self);
  ok = read_root (&self, json_parser_get_root (parser), name, error);
  plan_json_import_clear (&self);
  if (!ok || !plan_import_complete (import, error))
    return NULL;
  plan_import_convert_segments (import, ids);
  return g_steal_pointer (&import);
}
