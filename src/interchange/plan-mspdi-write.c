/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing Microsoft Project's XML: one project, as a stream. Order and form of the elements are those of the tables that the
 * reader has. Numbers of an imported file stay what they were, so that other files that name them still fit; records that
 * came later get numbers that nobody has.
 */

#include "plan-mspdi-write.h"

#include "plan-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMESPACE "http://schemas.microsoft.com/project"

static void
fail (GError **error, const char *reason)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: %s is what the system says, as “No space left on device” */
               _("The file could not be written: %s"), reason);
}

/* After the first error all goes nowhere; libxml2 would print errors that it were told of. */
static int
write_bytes (void *data, const char *bytes, int length)
{
  PlanMspdiWriter *self = data;
  g_autoptr (GError) error = NULL;

  if (self->error == NULL && !g_output_stream_write_all (self->stream, bytes, (gsize) length, NULL, NULL, &error))
    fail (&self->error, error->message);
  return length;
}

static int
close_bytes (void *data)
{
  return 0;
}

static gboolean
choose_project (PlanMspdiWriter *self, GError **error)
{
  PlanId id = self->what->project;

  if (id == PLAN_ID_NONE && plan_model_get_n (self->model, PLAN_RECORD_PROJECT) == 1)
    id = plan_record_get_id (plan_model_get_at (self->model, PLAN_RECORD_PROJECT, 0));
  self->project = plan_model_get_project (self->model, id);
  if (self->project != NULL)
    return TRUE;
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("The project does not exist."));
  return FALSE;
}

static const PlanImportedField *
find_computed (PlanRecord record, const char *element)
{
  guint n;
  const PlanImportedField *fields = plan_imported_get_fields (&n);

  for (guint i = 0; i < n; i++)
    if (fields[i].record == record && strcmp (fields[i].element, element) == 0)
      return &fields[i];
  return NULL;
}

static PlanRecord
get_kind (PlanMspdiTable table)
{
  switch (table)
    {
    case PLAN_MSPDI_PROJECT:
      return PLAN_RECORD_PROJECT;
    case PLAN_MSPDI_TASK:
      return PLAN_RECORD_TASK;
    case PLAN_MSPDI_RESOURCE:
      return PLAN_RECORD_RESOURCE;
    case PLAN_MSPDI_ASSIGNMENT:
      return PLAN_RECORD_ASSIGNMENT;
    default:
      return PLAN_N_RECORDS;
    }
}

static void
find_computed_rows (PlanMspdiWriter *self, PlanMspdiTable table)
{
  self->computed[table] = g_new0 (const PlanImportedField *, self->schema.n_rows[table]);
  for (guint i = 0; i < self->schema.n_rows[table]; i++)
    self->computed[table][i] = find_computed (get_kind (table), self->schema.rows[table][i].element);
}

static GArray *
list_written (PlanMspdiWriter *self, PlanRecord kind)
{
  GArray *ids = plan_export_list (&self->index, kind);

  for (guint i = ids->len; i-- > 0;)
    if (!plan_export_wants (&self->index, g_array_index (ids, PlanExportRanked, i).id))
      g_array_remove_index (ids, i);
  return ids;
}

static void
number_all (PlanMspdiWriter *self)
{
  g_autoptr (GArray) calendars = list_written (self, PLAN_RECORD_CALENDAR);
  g_autoptr (GArray) resources = list_written (self, PLAN_RECORD_RESOURCE);
  g_autoptr (GArray) assignments =
    plan_export_list_of_project (&self->index, PLAN_RECORD_ASSIGNMENT, PLAN_FIELD_ASSIGNMENT_TASK, self->project->id);

  self->uids[PLAN_RECORD_CALENDAR] = plan_mspdi_number_records (self->model, PLAN_RECORD_CALENDAR, calendars);
  self->uids[PLAN_RECORD_TASK] = plan_mspdi_number_tasks (self->model, self->project->id);
  self->uids[PLAN_RECORD_RESOURCE] = plan_mspdi_number_records (self->model, PLAN_RECORD_RESOURCE, resources);
  self->uids[PLAN_RECORD_ASSIGNMENT] = plan_mspdi_number_records (self->model, PLAN_RECORD_ASSIGNMENT, assignments);
  plan_mspdi_find_foreign (self);
}

static void
start_writing (PlanMspdiWriter *self)
{
  plan_export_index_init (&self->index, self->what);
  plan_mspdi_schema_init (&self->schema);
  for (guint kind = 0; kind < PLAN_N_RECORDS; kind++)
    {
      self->fresh[kind] = g_malloc0 (plan_record_get_size (kind));
      plan_record_init (kind, self->fresh[kind]);
    }
  for (guint table = 0; table < PLAN_MSPDI_N_TABLES; table++)
    find_computed_rows (self, table);
  self->is_from_file = g_strcmp0 (self->project->source_format, "mspdi") == 0;
  self->outline = plan_outline_new (self->model, self->project->id);
  self->text = g_string_new (NULL);
  self->line = g_string_new (NULL);
  number_all (self);
}

static void
stop_writing (PlanMspdiWriter *self)
{
  plan_export_index_clear (&self->index);
  for (guint kind = 0; kind < PLAN_N_RECORDS; kind++)
    {
      g_free (self->fresh[kind]);
      g_clear_pointer (&self->uids[kind], g_hash_table_unref);
    }
  for (guint table = 0; table < PLAN_MSPDI_N_TABLES; table++)
    g_free (self->computed[table]);
  plan_outline_free (self->outline);
  g_array_unref (self->foreign);
  g_hash_table_unref (self->foreign_names);
  g_clear_pointer (&self->stretches, plan_stretches_free);
  g_clear_pointer (&self->assigned, g_free);
  g_clear_pointer (&self->assigned_tasks, g_hash_table_unref);
  g_string_free (self->text, TRUE);
  g_string_free (self->line, TRUE);
}

static gboolean
open_writer (PlanMspdiWriter *self, GError **error)
{
  xmlOutputBuffer *buffer = xmlOutputBufferCreateIO (write_bytes, close_bytes, self, NULL);

  self->xml = buffer != NULL ? xmlNewTextWriter (buffer) : NULL;
  if (self->xml != NULL)
    return TRUE;
  fail (error, g_strerror (ENOMEM));
  return FALSE;
}

static void
write_document (PlanMspdiWriter *self)
{
  PlanMspdiRecord record = plan_mspdi_record (PLAN_RECORD_PROJECT, PLAN_MSPDI_PROJECT, self->project);

  xmlTextWriterStartDocument (self->xml, "1.0", "UTF-8", "yes");
  xmlTextWriterStartElement (self->xml, (const xmlChar *) "Project");
  xmlTextWriterWriteAttribute (self->xml, (const xmlChar *) "xmlns", (const xmlChar *) NAMESPACE);
  self->depth = 1;
  plan_mspdi_write_record (self, NULL, &record);
  plan_mspdi_stop (self);
  if (xmlTextWriterEndDocument (self->xml) < 0 && self->error == NULL)
    fail (&self->error, g_strerror (ENOMEM));
  xmlTextWriterFlush (self->xml);
}

/**
 * plan_mspdi_write:
 *
 * Writes the project that @what names, or the only one, as Microsoft Project does.
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND, %PLAN_ERROR_IO or %PLAN_ERROR_CANCELLED
 */
gboolean
plan_mspdi_write (const PlanExport *what, GOutputStream *stream, PlanProgress *progress, GError **error)
{
  PlanMspdiWriter self = { .what = what, .model = what->model, .stream = stream, .progress = progress };

  if (!choose_project (&self, error) || !open_writer (&self, error))
    return FALSE;
  start_writing (&self);
  write_document (&self);
  xmlFreeTextWriter (self.xml);
  stop_writing (&self);
  if (self.error == NULL)
    return plan_progress_step (progress, 1, 1, error);
  g_propagate_error (error, self.error);
  return FALSE;
}
