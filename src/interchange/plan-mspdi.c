/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Microsoft Project's XML. The file is read once from front to back; each element is a row of a table (plan-mspdi-*.c) that
 * says which field it is. References are resolved at the end, because other programs do not keep Project's order. All that
 * the file says of computed values and of things that Planwright has no field for is kept with its record.
 */

#include "plan-mspdi-private.h"

#include "plan-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * plan_mspdi_sniff:
 *
 * Returns: whether the first bytes are those of a project of Microsoft Project's XML, in 8 or 16 bits a character
 */
gboolean
plan_mspdi_sniff (const guint8 *data, gsize length)
{
  g_autoptr (GString) text = g_string_sized_new (4096);

  for (gsize i = 0; i < MIN (length, 4096); i++)
    if (data[i] != 0)
      g_string_append_c (text, (char) data[i]);
  return strchr (text->str, '<') != NULL && strstr (text->str, "Project") != NULL &&
         strstr (text->str, "schemas.microsoft.com/project") != NULL;
}

static void
start_reading (PlanMspdi *self)
{
  static const PlanRecord numbered[] = { PLAN_RECORD_CALENDAR, PLAN_RECORD_TASK, PLAN_RECORD_RESOURCE, PLAN_RECORD_ASSIGNMENT };

  self->text = g_string_new (NULL);
  self->path = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    self->uids[numbered[i]] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->custom_fields = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->references = g_array_new (FALSE, FALSE, sizeof (PlanMspdiReference));
  self->links = g_array_new (FALSE, FALSE, sizeof (PlanLink));
  self->externals = g_array_new (FALSE, FALSE, sizeof (PlanMspdiExternal));
  g_array_set_clear_func (self->externals, plan_mspdi_clear_external);
  self->tasks = g_array_new (FALSE, FALSE, sizeof (PlanId));
  self->blanks = g_array_new (FALSE, FALSE, sizeof (PlanId));
  plan_mspdi_start_tables (self);
}

static void
stop_reading (PlanMspdi *self)
{
  plan_mspdi_close (self);
  g_string_free (self->text, TRUE);
  g_string_free (self->path, TRUE);
  for (guint i = 0; i < PLAN_N_RECORDS; i++)
    g_clear_pointer (&self->uids[i], g_hash_table_unref);
  for (guint i = 0; i < PLAN_MSPDI_N_TABLES; i++)
    g_clear_pointer (&self->tables[i], g_hash_table_unref);
  g_hash_table_unref (self->custom_fields);
  g_array_unref (self->references);
  g_array_unref (self->links);
  g_array_unref (self->externals);
  g_array_unref (self->tasks);
  g_array_unref (self->blanks);
}

static PlanId
find_uid (PlanMspdi *self, PlanRecord record, gint64 uid)
{
  const PlanId *id = g_hash_table_lookup (self->uids[record], &uid);

  return id != NULL ? *id : PLAN_ID_NONE;
}

static const char *
get_reason (PlanFieldId field)
{
  switch (field)
    {
    case PLAN_FIELD_LINK_PREDECESSOR:
      return _("The predecessor is not in the file.");
    case PLAN_FIELD_ASSIGNMENT_TASK:
      return _("The task is not in the file.");
    case PLAN_FIELD_ASSIGNMENT_RESOURCE:
      return _("The resource is not in the file.");
    default:
      return _("The calendar is not in the file.");
    }
}

/* A link or an assignment without what it needs is dropped; another reference stays empty. */
static void
report_missing (PlanMspdi *self, const PlanMspdiReference *reference, GHashTable *orphans)
{
  const PlanField *field = plan_field_get (reference->field);

  if (reference->field == PLAN_FIELD_LINK_PREDECESSOR)
    plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Link"), get_reason (reference->field), 1);
  else if (reference->field == PLAN_FIELD_ASSIGNMENT_TASK)
    {
      plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Assignment"), get_reason (reference->field), 1);
      g_hash_table_add (orphans, g_memdup2 (&reference->id, sizeof (PlanId)));
    }
  else
    plan_report_add (self->report, PLAN_REPORT_CHANGED, _(field->label), get_reason (reference->field), 1);
}

static PlanLink *
find_link (PlanMspdi *self, PlanId id, guint *next)
{
  while (*next < self->links->len)
    {
      PlanLink *link = &g_array_index (self->links, PlanLink, *next);

      (*next)++;
      if (link->id == id)
        return link;
    }
  return NULL;
}

/* Links come in the order of their references. */
static void
resolve_references (PlanMspdi *self, GHashTable *orphans)
{
  guint next_link = 0;

  for (guint i = 0; i < self->references->len; i++)
    {
      const PlanMspdiReference *reference = &g_array_index (self->references, PlanMspdiReference, i);
      PlanLink *link = reference->field == PLAN_FIELD_LINK_PREDECESSOR ? find_link (self, reference->id, &next_link) : NULL;
      PlanValue value = PLAN_VALUE_OF_INTEGER (find_uid (self, plan_field_get (reference->field)->target, reference->uid));

      if (value.integer == PLAN_ID_NONE)
        report_missing (self, reference, orphans);
      else if (link != NULL)
        link->predecessor = value.integer;
      else if (reference->field == PLAN_FIELD_PROJECT_CALENDAR)
        self->project.calendar = value.integer;
      else if (plan_model_lookup (self->model, plan_field_get (reference->field)->record, reference->id) != NULL)
        plan_model_set (self->model, reference->field, reference->id, &value);
    }
}

/* A link without its predecessor is none; what was kept beside it goes, too. */
static void
insert_links (PlanMspdi *self, PlanImport *import)
{
  g_autoptr (GHashTable) orphans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  plan_model_reserve (self->model, PLAN_RECORD_LINK, self->links->len);
  for (guint i = 0; i < self->links->len; i++)
    {
      const PlanLink *link = &g_array_index (self->links, PlanLink, i);

      if (link->predecessor != PLAN_ID_NONE)
        plan_model_insert (self->model, PLAN_RECORD_LINK, link);
      else
        g_hash_table_add (orphans, g_memdup2 (&link->id, sizeof link->id));
    }
  plan_import_drop_orphans (import, PLAN_RECORD_LINK, orphans);
}

static void
read_file (PlanMspdi *self, PlanImport *import, const char *name)
{
  PlanMspdiOwner outer = plan_mspdi_begin (self, PLAN_RECORD_PROJECT, &self->project);
  g_autoptr (GHashTable) orphans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  self->owner.uid = 0;
  if (plan_mspdi_read_root (self))
    plan_mspdi_read_record (self, PLAN_MSPDI_PROJECT, &self->project);
  if (self->error == NULL)
    {
      resolve_references (self, orphans);
      insert_links (self, import);
      plan_mspdi_finish_project (self, name);
    }
  plan_mspdi_end (self, &outer, TRUE);
  plan_import_drop_orphans (import, PLAN_RECORD_ASSIGNMENT, orphans);
}

/* Of files only; what comes through a pipe has no size. */
static gint64
get_size (GInputStream *stream)
{
  goffset size = 0;

  if (!G_IS_SEEKABLE (stream) || !g_seekable_can_seek (G_SEEKABLE (stream)))
    return 0;
  if (g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, NULL, NULL))
    size = g_seekable_tell (G_SEEKABLE (stream));
  return g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, NULL) ? size : 0;
}

/**
 * plan_mspdi_read:
 * @name: of the file, for the project and for messages
 *
 * Reads a project of Microsoft Project's XML.
 *
 * Returns: (transfer full): what was read, or %NULL with %PLAN_ERROR_PARSE that names line and reason, %PLAN_ERROR_IO or
 *   %PLAN_ERROR_CANCELLED
 */
PlanImport *
plan_mspdi_read (GInputStream *stream, const char *name, PlanIdSource *ids, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanImport) import = plan_import_new ();
  PlanMspdi self = { .stream = stream, .progress = progress, .model = import->model, .report = import->report, .ids = ids };

  self.n_bytes_all = get_size (stream);
  if (!plan_mspdi_open (&self, error))
    return NULL;
  start_reading (&self);
  read_file (&self, import, name);
  stop_reading (&self);
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return NULL;
    }
  if (!plan_import_complete (import, error))
    return NULL;
  plan_import_derive_work (import, ids);
  return g_steal_pointer (&import);
}
