/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all records have alike in Planwright JSON: fields by the field table, numbers that refer to them, what belongs to
 * them (baselines, custom values, spans over time, what an imported file said), and computed values, which come from the
 * imported file when its dates are asked for and from the schedule otherwise.
 */

#include "plan-json-private.h"

#include "plan-imported.h"
#include "plan-json-fields.h"

#include <stdlib.h>
#include <string.h>

/* Numbers that more than one record of the kind has. */
static GHashTable *
list_repeated (const PlanModel *model, PlanRecord record)
{
  PlanFieldId field = plan_field_find (record, "source_uid");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTable *repeated = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < plan_model_get_n (model, record); i++)
    {
      gint64 uid = plan_field_get_value (field, plan_model_get_at (model, record, i)).integer;

      if (uid >= 0 && !g_hash_table_add (seen, g_memdup2 (&uid, sizeof uid)))
        g_hash_table_add (repeated, g_memdup2 (&uid, sizeof uid));
    }
  return repeated;
}

/**
 * plan_json_export_init:
 *
 * Sorts the model for writing.
 */
void
plan_json_export_init (PlanJsonExport *self)
{
  plan_export_index_init (&self->index, self->what);
  if (self->what->schedule != NULL)
    self->stretches = plan_stretches_new (self->what->schedule, self->model);
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      self->defaults[record] = g_malloc0 (plan_record_get_size (record));
      plan_record_init (record, self->defaults[record]);
      if (plan_field_find (record, "source_uid") != PLAN_N_FIELDS)
        self->repeated[record] = list_repeated (self->model, record);
    }
}

/**
 * plan_json_export_clear:
 *
 * Frees what plan_json_export_init() made.
 */
void
plan_json_export_clear (PlanJsonExport *self)
{
  plan_export_index_clear (&self->index);
  g_clear_pointer (&self->stretches, plan_stretches_free);
  g_clear_pointer (&self->finder, plan_driver_finder_free);
  g_clear_pointer (&self->links, plan_task_index_free);
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      g_free (self->defaults[record]);
      g_clear_pointer (&self->repeated[record], g_hash_table_unref);
    }
}

/**
 * plan_json_write_fields:
 *
 * Writes the plain fields of a record that are not as in a new one.
 */
void
plan_json_write_fields (PlanJsonExport *self, PlanRecord record, gconstpointer body)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);

  for (PlanFieldId field = first; field < end; field++)
    {
      PlanValue value = plan_field_get_value (field, body);
      PlanValue fallback = plan_field_get_value (field, self->defaults[record]);

      if (!plan_value_equal (&value, &fallback) || plan_json_field_is_always (field))
        if (plan_json_field_is_plain (field))
          plan_json_field_write (self->writer, field, body);
    }
}

/**
 * plan_json_write_uid:
 * @id: a record of that kind, or %PLAN_ID_NONE, which writes nothing
 *
 * Writes by which number the record is known: that of the file it came from when there is one and it is its alone,
 * else its id as a text.
 */
void
plan_json_write_uid (PlanJsonExport *self, PlanRecord record, const char *key, PlanId id)
{
  gconstpointer body = id != PLAN_ID_NONE ? plan_model_lookup (self->model, record, id) : NULL;
  char text[24];
  gint64 uid;

  if (body == NULL)
    return;
  uid = plan_field_get_value (plan_field_find (record, "source_uid"), body).integer;
  if (uid >= 0 && !g_hash_table_contains (self->repeated[record], &uid))
    {
      plan_json_writer_integer (self->writer, key, uid);
      return;
    }
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, id);
  plan_json_writer_string (self->writer, key, text);
}

static void
write_baselines (PlanJsonExport *self, PlanId owner)
{
  guint first, end;

  if (!plan_export_find_children (&self->index, PLAN_RECORD_BASELINE, owner, &first, &end))
    return;
  plan_json_writer_begin_object (self->writer, "baselines");
  for (int number = 0; number <= 10; number++)
    for (guint i = first; i < end; i++)
      {
        PlanBaseline baseline = *(const PlanBaseline *) plan_export_get_child (&self->index, PLAN_RECORD_BASELINE, i);
        g_autofree char *key = g_strdup_printf ("%d", number);

        if (baseline.number != number)
          continue;
        plan_json_writer_begin_object (self->writer, key);
        plan_json_write_fields (self, PLAN_RECORD_BASELINE, &baseline);
        plan_json_write_children (self, PLAN_RECORD_BASELINE, baseline.id);
        plan_json_writer_end_object (self->writer);
        break;
      }
  plan_json_writer_end_object (self->writer);
}

static void
write_custom_value (PlanJsonExport *self, const PlanCustomValue *value)
{
  const PlanCustomField *field = plan_model_lookup (self->model, PLAN_RECORD_CUSTOM_FIELD, value->field);
  const char *key = field->key != NULL ? field->key : "";

  if (value->unit == 0 && value->value != NULL)
    {
      plan_json_writer_string (self->writer, key, value->value);
      return;
    }
  plan_json_writer_begin_object (self->writer, key);
  plan_json_write_fields (self, PLAN_RECORD_CUSTOM_VALUE, value);
  plan_json_writer_end_object (self->writer);
}

static void
write_custom_values (PlanJsonExport *self, PlanId owner)
{
  guint first, end;

  if (!plan_export_find_children (&self->index, PLAN_RECORD_CUSTOM_VALUE, owner, &first, &end))
    return;
  plan_json_writer_begin_object (self->writer, "custom");
  for (guint i = first; i < end; i++)
    write_custom_value (self, plan_export_get_child (&self->index, PLAN_RECORD_CUSTOM_VALUE, i));
  plan_json_writer_end_object (self->writer);
}

/* Records of a kind that have nothing but fields. */
static void
write_records (PlanJsonExport *self, PlanRecord record, const char *key, PlanId owner)
{
  guint first, end;

  if (!plan_export_find_children (&self->index, record, owner, &first, &end))
    return;
  plan_json_writer_begin_array (self->writer, key);
  for (guint i = first; i < end; i++)
    {
      plan_json_writer_begin_object (self->writer, NULL);
      plan_json_write_fields (self, record, plan_export_get_child (&self->index, record, i));
      plan_json_writer_end_object (self->writer);
    }
  plan_json_writer_end_array (self->writer);
}

static const PlanImportedField *
find_imported_field (PlanRecord record, const char *element)
{
  guint n;
  const PlanImportedField *fields = plan_imported_get_fields (&n);

  for (guint i = 0; i < n; i++)
    if (fields[i].record == record && strcmp (fields[i].element, element) == 0)
      return &fields[i];
  return NULL;
}

/* Whether the line stands under the key of a computed field already. */
static gboolean
is_shown (PlanJsonExport *self, PlanRecord record, const char *element, const char *text)
{
  const PlanImportedField *field = self->what->file_dates ? find_imported_field (record, element) : NULL;
  gint64 value;

  return field != NULL && plan_imported_parse (field->type, text, &value);
}

static char *
unescape (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text == '\\' && text[1] != '\0')
      g_string_append_c (plain, *++text == 'n' ? '\n' : *text);
    else
      g_string_append_c (plain, *text);
  return g_string_free (plain, FALSE);
}

/* Pairs of element and text, so that an element may come more than once and order is kept. */
static void
write_imported_lines (PlanJsonExport *self, PlanRecord record, char **lines)
{
  gboolean is_open = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *mark = strchr (lines[i], '=');
      g_autofree char *text = mark != NULL ? unescape (mark + 1) : NULL;

      if (text == NULL)
        continue;
      *mark = '\0';
      if (is_shown (self, record, lines[i], text))
        continue;
      if (!is_open)
        plan_json_writer_begin_array (self->writer, "imported");
      is_open = TRUE;
      plan_json_writer_begin_array (self->writer, NULL);
      plan_json_writer_string (self->writer, NULL, lines[i]);
      plan_json_writer_string (self->writer, NULL, text);
      plan_json_writer_end_array (self->writer);
    }
  if (is_open)
    plan_json_writer_end_array (self->writer);
}

static void
write_imported (PlanJsonExport *self, PlanRecord record, PlanId owner)
{
  const PlanImportedValue *imported = plan_export_get_imported (&self->index, owner);

  if (imported != NULL && imported->text != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (imported->text, "\n", -1);

      write_imported_lines (self, record, lines);
    }
}

/**
 * plan_json_write_children:
 * @record: kind of @owner
 *
 * Writes what belongs to the record and is alike for all kinds.
 */
void
plan_json_write_children (PlanJsonExport *self, PlanRecord record, PlanId owner)
{
  write_baselines (self, owner);
  write_custom_values (self, owner);
  write_records (self, PLAN_RECORD_WORK_SPAN, "timephased", owner);
  write_records (self, PLAN_RECORD_SPLIT, "pauses", owner);
  write_imported (self, record, owner);
}

static void
write_computed_value (PlanJsonExport *self, const PlanImportedField *field, gint64 value)
{
  switch (field->type)
    {
    case PLAN_IMPORTED_BOOLEAN:
      if (value)
        plan_json_writer_boolean (self->writer, field->key, TRUE);
      break;
    case PLAN_IMPORTED_INSTANT:
      plan_json_writer_instant (self->writer, field->key, value);
      break;
    case PLAN_IMPORTED_WORK:
    case PLAN_IMPORTED_TENTHS:
      plan_json_writer_decimal (self->writer, field->key, value, 1);
      break;
    default:
      plan_json_writer_decimal (self->writer, field->key, value, 2);
      break;
    }
}

/* What no file says: it follows from the plan. */
static gboolean
get_scheduled_value (PlanJsonExport *self, const PlanImportedField *field, PlanId owner, const PlanScheduledTask *scheduled, gint64 *value)
{
  const PlanScheduledProject *project;
  PlanValue result;

  if (field->record == PLAN_RECORD_PROJECT && self->what->schedule != NULL)
    {
      project = plan_schedule_get_project (self->what->schedule, owner);
      *value = project != NULL ? project->finish : PLAN_TICKS_NONE;
      return *value != PLAN_TICKS_NONE;
    }
  if (field->figure != PLAN_FIGURE_NONE)
    return plan_export_get_figure (&self->index, field->record, owner, field->figure, value) && *value != 0;
  if (scheduled == NULL || field->result == PLAN_N_RESULTS)
    return FALSE;
  result = plan_result_get_value (field->result, scheduled);
  *value = result.integer;
  return result.kind == PLAN_VALUE_INTEGER;
}

/**
 * plan_json_write_computed:
 * @scheduled: (nullable): what follows from the plan, for a task
 *
 * Writes the computed values of a record.
 */
void
plan_json_write_computed (PlanJsonExport *self, PlanRecord record, PlanId owner, const PlanScheduledTask *scheduled)
{
  const PlanImportedValue *imported = self->what->file_dates ? plan_export_get_imported (&self->index, owner) : NULL;
  guint n;
  const PlanImportedField *fields = plan_imported_get_fields (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;
      gint64 value;

      if (fields[i].record != record)
        continue;
      if (imported != NULL)
        text = plan_imported_value_get (imported, fields[i].element);
      if ((text != NULL && plan_imported_parse (fields[i].type, text, &value)) ||
          get_scheduled_value (self, &fields[i], owner, scheduled, &value))
        write_computed_value (self, &fields[i], value);
    }
}
