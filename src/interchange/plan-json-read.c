/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading Planwright JSON: one project, or an office of several. The text is looked over before it is parsed, as the parser
 * of json-glib recurses and keeps all in memory: size and depth have limits.
 */

#include "plan-json-import.h"
#include "plan-json-scan.h"

#include "plan-error.h"
#include "plan-import-private.h"
#include "plan-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SIZE  (256u << 20)
#define MAX_DEPTH 32
#define VERSION   1

static GByteArray *
load_stream (GInputStream *stream, PlanProgress *progress, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) cause = NULL;
  g_autofree guint8 *chunk = g_malloc (256 * 1024);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, 256 * 1024, NULL, &cause)) > 0)
    {
      if (!plan_progress_step (progress, 0, 1, error))
        return NULL;
      if (bytes->len + (gsize) n > MAX_SIZE)
        {
          g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("The file is larger than 256 MB, which is more than Planwright reads as JSON."));
          return NULL;
        }
      g_byte_array_append (bytes, chunk, (guint) n);
    }
  if (n < 0)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
                 /* Translators: %s is what the system says, as “Input/output error” */
                 _("The file cannot be read: %s"), cause->message);
  return n == 0 ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
refuse (guint line, const char *message, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: a line number of a file, then a whole sentence that says what is wrong there */
               _("Line %d: %s"), (int) line, message);
  return FALSE;
}

static guint
count_lines (const char *text, const char *end)
{
  guint line = 1;

  for (; text < end; text++)
    line += *text == '\n';
  return line;
}

/* The parser tells the line only in its message: "<data>:3:17: Parse error". */
static guint
get_error_line (const GError *cause)
{
  const char *mark = cause != NULL ? strchr (cause->message, ':') : NULL;

  return MAX (mark != NULL ? (guint) g_ascii_strtoull (mark + 1, NULL, 10) : 1, 1);
}

/* What stands behind the first object is looked at, too, as the parser reads on. */
static gboolean
check_syntax (const char *text, gsize length, GError **error)
{
  for (gsize from = 0, n; from < length; from += n)
    switch (plan_json_scan (text + from, length - from, MAX_DEPTH, &n))
      {
      case PLAN_JSON_TOO_DEEP:
        return refuse (count_lines (text, text + from + n), _("Lists and objects lie too deep within one another."), error);
      case PLAN_JSON_FOREIGN:
        return refuse (count_lines (text, text + from + n), _("The file is not JSON, or is cut off."), error);
      case PLAN_JSON_SCANNED:
        break;
      default:
        g_assert_not_reached ();
      }
  return TRUE;
}

static gboolean
parse_text (JsonParser *parser, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const char *end;

  if (length > 0 && !g_utf8_validate (text, (gssize) length, &end))
    return refuse (count_lines (text, end), _("The file contains characters that its encoding does not have."), error);
  if (!check_syntax (text, length, error))
    return FALSE;
  if (length == 0 || !json_parser_load_from_data (parser, text, (gssize) length, &cause))
    return refuse (get_error_line (cause), _("The file is not JSON, or is cut off."), error);
  return TRUE;
}

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
  g_autoptr (GByteArray) bytes = load_stream (stream, progress, error);
  g_autoptr (PlanImport) import = plan_import_new ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  PlanJsonImport self = { .import = import, .model = import->model, .report = import->report, .ids = ids, .progress = progress };
  const char *text;
  gsize length;
  gboolean ok;

  if (bytes == NULL)
    return NULL;
  text = (const char *) bytes->data;
  length = bytes->len;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!parse_text (parser, text, length, error))
    return NULL;
  g_clear_pointer (&bytes, g_byte_array_unref);
  plan_json_import_init (&self);
  ok = read_root (&self, json_parser_get_root (parser), name, error);
  plan_json_import_clear (&self);
  if (!ok || !plan_import_complete (import, error))
    return NULL;
  plan_import_convert_segments (import, ids);
  return g_steal_pointer (&import);
}
