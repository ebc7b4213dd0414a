/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing resources with their rates and availability, and assignments.
 */

#include "plan-mspdi-write.h"

#include <string.h>

/* What Project writes for a resource that there is not. */
#define NOBODY (-65535)

/* Where the first rate begins and the last one ends. */
#define FIRST_INSTANT "1984-01-01T00:00:00"
#define LAST_INSTANT  "2049-12-31T23:59:00"

/**
 * plan_mspdi_write_resource_row:
 *
 * Writes the number of the resource's row, from 1.
 */
void
plan_mspdi_write_resource_row (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_integer (self, row->element, self->record->row);
}

/**
 * plan_mspdi_write_resource_name:
 *
 * Writes the name of the resource, if it has one.
 */
void
plan_mspdi_write_resource_name (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanResource *resource = self->record->body;

  if (resource->name != NULL)
    plan_mspdi_write_text (self, row->element, resource->name);
}

/**
 * plan_mspdi_write_null:
 *
 * Writes whether the row is empty, which only files say.
 */
void
plan_mspdi_write_null (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  if (!plan_mspdi_write_kept (self, row->element))
    plan_mspdi_write_integer (self, row->element, 0);
}

/**
 * plan_mspdi_write_resource_type:
 *
 * Writes the kind of the resource. One that costs was a material with a mark before 2010.
 */
void
plan_mspdi_write_resource_type (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanResource *resource = self->record->body;

  if (resource->type == PLAN_RESOURCE_COST && plan_mspdi_write_kept (self, row->element))
    return;
  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_integer (self, row->element, resource->type);
}

/**
 * plan_mspdi_write_cost_resource:
 *
 * Writes the mark of a resource that only costs; files of older programs do not have it.
 */
void
plan_mspdi_write_cost_resource (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanResource *resource = self->record->body;
  g_autofree char *kept = plan_mspdi_kept_find (self->record->kept, row->element);

  plan_mspdi_drop_kept (self, row->element);
  if (kept != NULL || !self->is_from_file || self->record->kept->lines->len == 0)
    plan_mspdi_write_integer (self, row->element, resource->type == PLAN_RESOURCE_COST);
}

static void
write_list (PlanMspdiWriter *self, const PlanMspdiRow *row, const char *element, PlanMspdiTable table, PlanRecord kind)
{
  guint first, end;

  if (!plan_export_find_children (&self->index, kind, self->record->id, &first, &end))
    return;
  plan_mspdi_start (self, row->element);
  plan_mspdi_write_children (self, element, table, kind);
  plan_mspdi_stop (self);
}

/**
 * plan_mspdi_write_rates:
 *
 * Writes the rate tables of the resource.
 */
void
plan_mspdi_write_rates (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  write_list (self, row, "Rate", PLAN_MSPDI_RATE, PLAN_RECORD_RATE);
}

/* Where the next rate of the same table begins. */
static PlanTicks
find_rate_end (PlanMspdiWriter *self, const PlanRateEntry *rate)
{
  guint first, end;
  PlanTicks next = PLAN_TICKS_NONE;

  plan_export_find_children (&self->index, PLAN_RECORD_RATE, rate->resource, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const PlanRateEntry *other = plan_export_get_child (&self->index, PLAN_RECORD_RATE, i);

      if (other->table != rate->table || other->start == PLAN_TICKS_NONE)
        continue;
      if ((rate->start == PLAN_TICKS_NONE || other->start > rate->start) && (next == PLAN_TICKS_NONE || other->start < next))
        next = other->start;
    }
  return next;
}

/**
 * plan_mspdi_write_rate_period:
 *
 * Writes from when or up to when the rate holds.
 */
void
plan_mspdi_write_rate_period (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanRateEntry *rate = self->record->body;
  gboolean is_start = row->field == PLAN_FIELD_RATE_START;
  PlanTicks ticks = is_start ? rate->start : find_rate_end (self, rate);

  if (ticks != PLAN_TICKS_NONE)
    {
      plan_mspdi_drop_kept (self, row->element);
      plan_mspdi_write_instant (self, row->element, ticks);
    }
  else if (!plan_mspdi_write_kept (self, row->element))
    plan_mspdi_write_text (self, row->element, is_start ? FIRST_INSTANT : LAST_INSTANT);
}

/**
 * plan_mspdi_write_availability:
 *
 * Writes when how much of the resource is there.
 */
void
plan_mspdi_write_availability (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  write_list (self, row, "AvailabilityPeriod", PLAN_MSPDI_AVAILABILITY, PLAN_RECORD_AVAILABILITY);
}

/**
 * plan_mspdi_write_assigned:
 *
 * Writes the number of the task or of the resource of an assignment.
 */
void
plan_mspdi_write_assigned (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanAssignment *assignment = self->record->body;
  gint64 uid;

  if (strcmp (row->element, "TaskUID") == 0)
    {
      plan_mspdi_write_integer (self, row->element, plan_mspdi_get_uid (self, PLAN_RECORD_TASK, assignment->task));
      return;
    }
  if (assignment->resource == PLAN_ID_NONE && plan_mspdi_write_kept (self, row->element))
    return;
  plan_mspdi_drop_kept (self, row->element);
  uid = plan_mspdi_get_uid (self, PLAN_RECORD_RESOURCE, assignment->resource);
  plan_mspdi_write_integer (self, row->element, uid >= 0 ? uid : NOBODY);
}

/**
 * plan_mspdi_write_assigned_cost:
 *
 * Writes what the assignment costs: as typed for a resource that only costs, else as the file says or as it follows.
 */
void
plan_mspdi_write_assigned_cost (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanAssignment *assignment = self->record->body;
  const PlanResource *resource = plan_model_get_resource (self->model, assignment->resource);

  gboolean is_typed = resource != NULL && resource->type == PLAN_RESOURCE_COST;
  gint64 cost = assignment->cost;

  if (!is_typed && (plan_mspdi_has_file_values (self) ||
                    !plan_export_get_figure (&self->index, PLAN_RECORD_ASSIGNMENT, assignment->id, PLAN_FIGURE_COST, &cost)))
    {
      plan_mspdi_write_kept (self, row->element);
      return;
    }
  plan_mspdi_drop_kept (self, row->element);
  if (is_typed || cost != 0)
    plan_mspdi_write_integer (self, row->element, cost);
}

/**
 * plan_mspdi_write_remaining_work:
 *
 * Writes what of the work is left.
 */
void
plan_mspdi_write_remaining_work (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanAssignment *assignment = self->record->body;

  if (plan_mspdi_has_file_values (self) && plan_mspdi_write_kept (self, row->element))
    return;
  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_duration (self, row->element, MAX (assignment->work - assignment->actual_work, 0));
}

/**
 * plan_mspdi_write_assigned_dates:
 *
 * Writes start or finish of the work: as the file says, else those of the task.
 */
void
plan_mspdi_write_assigned_dates (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanAssignment *assignment = self->record->body;
  guint index = plan_model_find (self->model, PLAN_RECORD_TASK, assignment->task);
  const PlanScheduledTask *scheduled;

  if (plan_mspdi_has_file_values (self) || self->what->schedule == NULL || index == PLAN_INDEX_NONE)
    {
      plan_mspdi_write_kept (self, row->element);
      return;
    }
  plan_mspdi_drop_kept (self, row->element);
  scheduled = plan_schedule_get_task (self->what->schedule, index);
  plan_mspdi_write_instant (self, row->element, strcmp (row->element, "Start") == 0 ? scheduled->start : scheduled->finish);
}
