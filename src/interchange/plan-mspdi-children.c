/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tasks, resources and assignments have alike: baselines, custom fields and values spread over time. They belong to the
 * record that is being read.
 */

#include "plan-mspdi-write.h"

#include "plan-imported.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_TASK_FIELD       188743680
#define FIRST_RESOURCE_FIELD   205520896
#define FIRST_ASSIGNMENT_FIELD 255852544

static void
read_baseline_format (PlanMspdi *self, gpointer record)
{
  PlanBaseline *baseline = record;
  const char *text = plan_mspdi_read_text (self);

  if (g_ascii_strtoll (text, NULL, 10) >= 32)
    baseline->estimated = TRUE;
  if (strcmp (text, "7") == 0)
    plan_imported_text_add (self->owner.imported, "DurationFormat", text);
  plan_mspdi_set_text (self, PLAN_FIELD_BASELINE_DURATION_UNIT, baseline, "DurationFormat", PLAN_MSPDI_UNIT, text);
}

static const PlanMspdiRow baseline_rows[] = {
  { "TimephasedData", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_timephased, plan_mspdi_write_timephased },
  { "Number", PLAN_MSPDI_PLAIN, PLAN_FIELD_BASELINE_NUMBER },
  { "Interim", PLAN_MSPDI_KEEP },
  { "Start", PLAN_MSPDI_PLAIN, PLAN_FIELD_BASELINE_START },
  { "Finish", PLAN_MSPDI_PLAIN, PLAN_FIELD_BASELINE_FINISH },
  { "Duration", PLAN_MSPDI_PLAIN, PLAN_FIELD_BASELINE_DURATION, NULL, plan_mspdi_write_if_set },
  { "DurationFormat", PLAN_MSPDI_FUNC, 0, read_baseline_format, plan_mspdi_write_baseline_format },
  { "EstimatedDuration", PLAN_MSPDI_PLAIN, PLAN_FIELD_BASELINE_ESTIMATED, NULL, plan_mspdi_write_if_set },
  { "Work", PLAN_MSPDI_PLAIN, PLAN_FIELD_BASELINE_WORK, NULL, plan_mspdi_write_if_set },
  { "Cost", PLAN_MSPDI_PLAIN, PLAN_FIELD_BASELINE_COST, NULL, plan_mspdi_write_if_set },
  { "BCWS", PLAN_MSPDI_KEEP },
  { "BCWP", PLAN_MSPDI_KEEP },
  { "FixedCost", PLAN_MSPDI_PLAIN, PLAN_FIELD_BASELINE_FIXED_COST, NULL, plan_mspdi_write_if_set },
};

/**
 * plan_mspdi_read_baseline:
 *
 * Reads one baseline of the record.
 */
void
plan_mspdi_read_baseline (PlanMspdi *self, gpointer record)
{
  PlanBaseline baseline;
  PlanMspdiOwner outer = plan_mspdi_begin_child (self, PLAN_RECORD_BASELINE, &baseline);

  baseline.owner = outer.id;
  baseline.owner_record = outer.record;
  plan_mspdi_read_record (self, PLAN_MSPDI_BASELINE, &baseline);
  plan_mspdi_end (self, &outer, TRUE);
}

typedef struct
{
  PlanCustomValue value;
  gint64 field_id;
} Attribute;

static void
read_field_id (PlanMspdi *self, gpointer record)
{
  plan_mspdi_read_integer (self, &((Attribute *) record)->field_id);
}

static void
read_value (PlanMspdi *self, gpointer record)
{
  ((PlanCustomValue *) record)->value = plan_model_keep_text (self->model, plan_mspdi_read_text (self));
}

static void
read_format (PlanMspdi *self, gpointer record)
{
  PlanCustomValue *value = record;
  gint64 format;

  if (plan_mspdi_read_integer (self, &format) && format >= 0 && format <= 100)
    value->unit = (gint32) format;
}

static const PlanMspdiRow attribute_rows[] = {
  { "UID", PLAN_MSPDI_KEEP },
  { "FieldID", PLAN_MSPDI_FUNC, 0, read_field_id, plan_mspdi_write_field_id },
  { "Value", PLAN_MSPDI_FUNC, 0, read_value, plan_mspdi_write_custom_value },
  { "ValueGUID", PLAN_MSPDI_KEEP },
  { "DurationFormat", PLAN_MSPDI_FUNC, 0, read_format, plan_mspdi_write_custom_format },
};

static PlanRecord
get_owner_record (gint64 field_id)
{
  if (field_id >= FIRST_ASSIGNMENT_FIELD)
    return PLAN_RECORD_ASSIGNMENT;
  return field_id >= FIRST_RESOURCE_FIELD ? PLAN_RECORD_RESOURCE : PLAN_RECORD_TASK;
}

static void
remember_field (PlanMspdi *self, const PlanCustomField *field)
{
  g_hash_table_insert (self->custom_fields, g_memdup2 (&field->source_id, sizeof (gint64)), g_memdup2 (&field->id, sizeof (PlanId)));
}

/* A field that has values but no definition. */
static PlanId
make_field (PlanMspdi *self, gint64 field_id)
{
  g_autofree char *key = g_strdup_printf ("Field%" G_GINT64_FORMAT, field_id);
  PlanCustomField field;

  plan_record_init (PLAN_RECORD_CUSTOM_FIELD, &field);
  field.id = plan_id_source_next (self->ids);
  field.project = self->project.id;
  field.key = key;
  field.source_id = field_id;
  field.owner_record = get_owner_record (field_id);
  plan_model_insert (self->model, PLAN_RECORD_CUSTOM_FIELD, &field);
  remember_field (self, &field);
  return field.id;
}

/**
 * plan_mspdi_read_attribute:
 *
 * Reads the value of a custom field of the record.
 */
void
plan_mspdi_read_attribute (PlanMspdi *self, gpointer record)
{
  Attribute attribute = { .field_id = 0 };
  PlanCustomValue *value = &attribute.value;
  PlanMspdiOwner outer = plan_mspdi_begin_child (self, PLAN_RECORD_CUSTOM_VALUE, value);
  const PlanId *known;

  plan_mspdi_read_record (self, PLAN_MSPDI_ATTRIBUTE, &attribute);
  if (attribute.field_id > 0)
    {
      known = g_hash_table_lookup (self->custom_fields, &attribute.field_id);
      value->field = known != NULL ? *known : make_field (self, attribute.field_id);
      value->owner = outer.id;
      value->owner_record = outer.record;
      plan_report_keep (self->report, 1);
    }
  else
    plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Custom field"), _("The file does not say which field it is."), 1);
  plan_mspdi_end (self, &outer, attribute.field_id > 0);
}

static const PlanMspdiRow definition_rows[] = {
  { "FieldID", PLAN_MSPDI_PLAIN, PLAN_FIELD_CUSTOM_FIELD_SOURCE_ID, NULL },
  { "FieldName", PLAN_MSPDI_PLAIN, PLAN_FIELD_CUSTOM_FIELD_KEY, NULL },
  { "CFType", PLAN_MSPDI_KEEP },
  { "Guid", PLAN_MSPDI_KEEP },
  { "ElemType", PLAN_MSPDI_KEEP },
  { "MaxMultiValues", PLAN_MSPDI_KEEP },
  { "UserDef", PLAN_MSPDI_KEEP },
  { "Alias", PLAN_MSPDI_PLAIN, PLAN_FIELD_CUSTOM_FIELD_ALIAS, NULL },
  { "SecondaryPID", PLAN_MSPDI_KEEP },
  { "SecondaryGuid", PLAN_MSPDI_KEEP },
  { "AutoRollDown", PLAN_MSPDI_KEEP },
  { "DefaultGuid", PLAN_MSPDI_KEEP },
  { "Ltuid", PLAN_MSPDI_KEEP },
  { "PhoneticAlias", PLAN_MSPDI_KEEP },
  { "RollupType", PLAN_MSPDI_KEEP },
  { "CalculationType", PLAN_MSPDI_KEEP },
  { "Formula", PLAN_MSPDI_PLAIN, PLAN_FIELD_CUSTOM_FIELD_FORMULA, NULL },
  { "RestrictValues", PLAN_MSPDI_KEEP },
  { "ValuelistSortOrder", PLAN_MSPDI_KEEP },
  { "AppendNewValues", PLAN_MSPDI_KEEP },
  { "Default", PLAN_MSPDI_KEEP },
  { "ValueList", PLAN_MSPDI_KEEP },
};

/**
 * plan_mspdi_read_definitions:
 *
 * Reads the definitions of custom fields.
 */
void
plan_mspdi_read_definitions (PlanMspdi *self, gpointer record)
{
  int depth = plan_mspdi_enter (self);

  while (plan_mspdi_next (self, depth))
    {
      PlanCustomField field;
      PlanMspdiOwner outer = plan_mspdi_begin (self, PLAN_RECORD_CUSTOM_FIELD, &field);
      gboolean is_new;

      field.project = self->project.id;
      plan_mspdi_read_record (self, PLAN_MSPDI_DEFINITION, &field);
      field.owner_record = get_owner_record (field.source_id);
      is_new = field.source_id > 0 && !g_hash_table_contains (self->custom_fields, &field.source_id);
      if (is_new)
        remember_field (self, &field);
      else
        plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Custom field"), _("It is defined twice or without a number."), 1);
      plan_mspdi_end (self, &outer, is_new);
    }
}

/* That there is no work may be said or not; a part of a tick is cut off. */
static gboolean
is_exact_span (const PlanWorkSpan *span, const char *text)
{
  g_autofree char *ours = NULL;

  if (g_str_has_suffix (text, "M0S") && !plan_mspdi_span_is_number (span->kind))
    return TRUE;
  ours = plan_mspdi_format_span (span);
  return strcmp (ours, text) == 0;
}

static void
read_span_value (PlanMspdi *self, gpointer record)
{
  PlanWorkSpan *span = record;
  const char *text = plan_mspdi_read_text (self);

  if (*text == '\0')
    return;
  if (plan_imported_parse_duration (text, &span->value) || plan_decimal_parse (text, 0, &span->value, NULL))
    {
      if (span->value == 0 || !is_exact_span (span, text))
        plan_imported_text_add (self->owner.imported, "Value", text);
      return;
    }
  plan_imported_text_add (self->owner.imported, "Value", text);
  plan_mspdi_report_value (self, "TimephasedData", text, "0", _("It is neither a duration nor a number."));
}

static const PlanMspdiRow timephased_rows[] = {
  { "Type", PLAN_MSPDI_PLAIN, PLAN_FIELD_WORK_SPAN_KIND, NULL },
  { "UID", PLAN_MSPDI_SKIP, 0, NULL, plan_mspdi_write_span_uid },
  { "Start", PLAN_MSPDI_PLAIN, PLAN_FIELD_WORK_SPAN_START, NULL },
  { "Finish", PLAN_MSPDI_PLAIN, PLAN_FIELD_WORK_SPAN_FINISH, NULL },
  { "Unit", PLAN_MSPDI_PLAIN, PLAN_FIELD_WORK_SPAN_UNIT, NULL },
  { "Value", PLAN_MSPDI_FUNC, 0, read_span_value, plan_mspdi_write_span_value },
};

/**
 * plan_mspdi_read_timephased:
 *
 * Reads one span of a value spread over time, of the record.
 */
void
plan_mspdi_read_timephased (PlanMspdi *self, gpointer record)
{
  PlanWorkSpan span;
  PlanMspdiOwner outer = plan_mspdi_begin_child (self, PLAN_RECORD_WORK_SPAN, &span);

  span.owner = outer.id;
  span.owner_record = outer.record;
  plan_mspdi_read_record (self, PLAN_MSPDI_TIMEPHASED, &span);
  plan_mspdi_end (self, &outer, TRUE);
}

/**
 * plan_mspdi_add_child_tables:
 *
 * Adds the rows of what several kinds of records have.
 */
void
plan_mspdi_add_child_tables (PlanMspdiSchema *schema)
{
  plan_mspdi_schema_add (schema, PLAN_MSPDI_BASELINE, baseline_rows, G_N_ELEMENTS (baseline_rows));
  plan_mspdi_schema_add (schema, PLAN_MSPDI_ATTRIBUTE, attribute_rows, G_N_ELEMENTS (attribute_rows));
  plan_mspdi_schema_add (schema, PLAN_MSPDI_DEFINITION, definition_rows, G_N_ELEMENTS (definition_rows));
  plan_mspdi_schema_add (schema, PLAN_MSPDI_TIMEPHASED, timephased_rows, G_N_ELEMENTS (timephased_rows));
}
