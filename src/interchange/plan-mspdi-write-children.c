/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing what tasks, resources and assignments have alike: baselines, custom fields and values spread over time.
 */

#include "plan-mspdi-write.h"

/**
 * plan_mspdi_write_baselines:
 *
 * Writes the baselines of the record by their numbers.
 */
void
plan_mspdi_write_baselines (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  guint first, end;

  plan_export_find_children (&self->index, PLAN_RECORD_BASELINE, self->record->id, &first, &end);
  for (int number = 0; first < end && number <= 10; number++)
    for (guint i = first; i < end; i++)
      {
        const PlanBaseline *baseline = plan_export_get_child (&self->index, PLAN_RECORD_BASELINE, i);
        PlanMspdiRecord record = plan_mspdi_record (PLAN_RECORD_BASELINE, PLAN_MSPDI_BASELINE, baseline);

        record.uid = self->record->uid;
        if (baseline->number == number)
          plan_mspdi_write_record (self, row->element, &record);
      }
}

/**
 * plan_mspdi_write_baseline_format:
 *
 * Writes the unit of the baseline's duration, where it is said or not days.
 */
void
plan_mspdi_write_baseline_format (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanBaseline *baseline = self->record->body;
  g_autofree char *kept = plan_mspdi_kept_find (self->record->kept, row->element);

  gboolean is_new = !self->is_from_file && baseline->owner_record == PLAN_RECORD_TASK;

  if (kept != NULL || is_new || baseline->duration_unit != PLAN_UNIT_DAY || baseline->estimated)
    plan_mspdi_write_format (self, row, baseline->duration_unit, baseline->estimated);
}

static const PlanCustomField *
get_field (PlanMspdiWriter *self, const PlanCustomValue *value)
{
  return plan_model_lookup (self->model, PLAN_RECORD_CUSTOM_FIELD, value->field);
}

/**
 * plan_mspdi_write_attributes:
 *
 * Writes the values of custom fields that have a number in the file.
 */
void
plan_mspdi_write_attributes (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  guint first, end;

  plan_export_find_children (&self->index, PLAN_RECORD_CUSTOM_VALUE, self->record->id, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const PlanCustomValue *value = plan_export_get_child (&self->index, PLAN_RECORD_CUSTOM_VALUE, i);
      const PlanCustomField *field = get_field (self, value);
      PlanMspdiRecord record = plan_mspdi_record (PLAN_RECORD_CUSTOM_VALUE, PLAN_MSPDI_ATTRIBUTE, value);

      if (field != NULL && field->source_id > 0)
        plan_mspdi_write_record (self, row->element, &record);
    }
}

/**
 * plan_mspdi_write_field_id:
 *
 * Writes which custom field it is.
 */
void
plan_mspdi_write_field_id (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  plan_mspdi_write_integer (self, row->element, get_field (self, self->record->body)->source_id);
}

/**
 * plan_mspdi_write_custom_value:
 *
 * Writes the value of a custom field.
 */
void
plan_mspdi_write_custom_value (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanCustomValue *value = self->record->body;

  if (value->value != NULL)
    plan_mspdi_write_text (self, row->element, value->value);
}

/**
 * plan_mspdi_write_custom_format:
 *
 * Writes the unit of a custom duration.
 */
void
plan_mspdi_write_custom_format (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanCustomValue *value = self->record->body;

  if (value->unit > 0)
    plan_mspdi_write_integer (self, row->element, value->unit);
}

/**
 * plan_mspdi_write_timephased:
 *
 * Writes the spans of values that are spread over time.
 */
void
plan_mspdi_write_timephased (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  if (self->record->kind == PLAN_RECORD_ASSIGNMENT)
    plan_mspdi_write_pauses (self, row);
  plan_mspdi_write_children (self, row->element, PLAN_MSPDI_TIMEPHASED, PLAN_RECORD_WORK_SPAN);
  plan_mspdi_write_kept (self, row->element);
}

/**
 * plan_mspdi_write_span_uid:
 *
 * Writes the number of the record whose value is spread.
 */
void
plan_mspdi_write_span_uid (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  plan_mspdi_write_integer (self, row->element, self->record->uid);
}

/**
 * plan_mspdi_write_span_value:
 *
 * Writes the value of a span. A file may leave out that there is no work.
 */
void
plan_mspdi_write_span_value (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanWorkSpan *span = self->record->body;
  g_autofree char *text = NULL;

  if (plan_mspdi_write_kept (self, row->element) || (span->value == 0 && self->is_from_file))
    return;
  text = plan_mspdi_format_span (span);
  plan_mspdi_write_text (self, row->element, text);
}
