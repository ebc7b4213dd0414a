/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Resources with their rates and availability. Number 0 without a name is work that nobody has yet, not a resource.
 */

#include "plan-mspdi-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is said of a row that is no resource is kept with the project. */
static void
become_nobody (PlanMspdi *self)
{
  self->owner.record = PLAN_RECORD_PROJECT;
  self->owner.id = self->project.id;
}

static void
become_resource (PlanMspdi *self, PlanResource *resource)
{
  if (self->owner.record == PLAN_RECORD_RESOURCE)
    return;
  self->owner.record = PLAN_RECORD_RESOURCE;
  self->owner.id = resource->id;
  if (plan_mspdi_claim_uid (self, self->owner.uid))
    resource->source_uid = self->owner.uid;
}

static void
read_uid (PlanMspdi *self, gpointer record)
{
  PlanResource *resource = record;
  gint64 uid;

  if (!plan_mspdi_read_integer (self, &uid))
    return;
  if (uid == 0)
    {
      self->owner.uid = 0;
      become_nobody (self);
    }
  else if (plan_mspdi_claim_uid (self, uid))
    resource->source_uid = uid;
}

static void
read_name (PlanMspdi *self, gpointer record)
{
  const char *text = plan_mspdi_read_text (self);

  if (*text == '\0')
    return;
  plan_mspdi_set_text (self, PLAN_FIELD_RESOURCE_NAME, record, "Name", PLAN_MSPDI_PLAIN, text);
  become_resource (self, record);
}

/* Before 2010 a cost resource is a material with a mark. */
static void
read_cost_resource (PlanMspdi *self, gpointer record)
{
  if (strcmp (plan_mspdi_read_text (self), "1") == 0)
    ((PlanResource *) record)->type = PLAN_RESOURCE_COST;
}

static const PlanMspdiRow rate_rows[] = {
  { "RatesFrom", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_START, NULL },
  { "RatesTo", PLAN_MSPDI_SKIP, 0, NULL },
  { "RateTable", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_TABLE, NULL },
  { "StandardRate", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_STANDARD_RATE, NULL },
  { "StandardRateFormat", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_STANDARD_RATE_UNIT, NULL },
  { "OvertimeRate", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_OVERTIME_RATE, NULL },
  { "OvertimeRateFormat", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_OVERTIME_RATE_UNIT, NULL },
  { "CostPerUse", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_COST_PER_USE, NULL },
};

static void
read_rates (PlanMspdi *self, gpointer record)
{
  int depth = plan_mspdi_enter (self);

  while (plan_mspdi_next (self, depth))
    {
      PlanRateEntry rate;

      plan_record_init (PLAN_RECORD_RATE, &rate);
      rate.id = plan_id_source_next (self->ids);
      rate.resource = ((PlanResource *) record)->id;
      plan_mspdi_read_record (self, PLAN_MSPDI_RATE, &rate);
      if (self->owner.record == PLAN_RECORD_RESOURCE)
        plan_model_insert (self->model, PLAN_RECORD_RATE, &rate);
    }
}

static const PlanMspdiRow availability_rows[] = {
  { "AvailableFrom", PLAN_MSPDI_PLAIN, PLAN_FIELD_AVAILABILITY_START, NULL },
  { "AvailableTo", PLAN_MSPDI_PLAIN, PLAN_FIELD_AVAILABILITY_FINISH, NULL },
  { "AvailableUnits", PLAN_MSPDI_FACTOR, PLAN_FIELD_AVAILABILITY_UNITS, NULL },
};

static void
read_availability (PlanMspdi *self, gpointer record)
{
  int depth = plan_mspdi_enter (self);

  while (plan_mspdi_next (self, depth))
    {
      PlanAvailability availability;

      plan_record_init (PLAN_RECORD_AVAILABILITY, &availability);
      availability.id = plan_id_source_next (self->ids);
      availability.resource = ((PlanResource *) record)->id;
      plan_mspdi_read_record (self, PLAN_MSPDI_AVAILABILITY, &availability);
      if (self->owner.record == PLAN_RECORD_RESOURCE)
        plan_model_insert (self->model, PLAN_RECORD_AVAILABILITY, &availability);
    }
}

static const PlanMspdiRow resource_rows[] = {
  { "UID", PLAN_MSPDI_FUNC, 0, read_uid },
  { "ID", PLAN_MSPDI_SKIP, 0, NULL },
  { "Name", PLAN_MSPDI_FUNC, 0, read_name },
  { "Type", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_TYPE, NULL },
  { "IsNull", PLAN_MSPDI_SKIP, 0, NULL },
  { "Initials", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_INITIALS, NULL },
  { "Group", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_GROUP, NULL },
  { "EmailAddress", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_EMAIL, NULL },
  { "Code", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_CODE, NULL },
  { "MaterialLabel", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_MATERIAL_UNIT, NULL },
  { "MaxUnits", PLAN_MSPDI_FACTOR, PLAN_FIELD_RESOURCE_MAX_UNITS, NULL },
  { "CanLevel", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_CAN_LEVEL, NULL },
  { "AccrueAt", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_ACCRUAL, NULL },
  { "StandardRate", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_STANDARD_RATE, NULL },
  { "StandardRateFormat", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_STANDARD_RATE_UNIT, NULL },
  { "OvertimeRate", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_OVERTIME_RATE, NULL },
  { "OvertimeRateFormat", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_OVERTIME_RATE_UNIT, NULL },
  { "CostPerUse", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_COST_PER_USE, NULL },
  { "CalendarUID", PLAN_MSPDI_REFERENCE, PLAN_FIELD_RESOURCE_CALENDAR, NULL },
  { "IsGeneric", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_GENERIC, NULL },
  { "IsInactive", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_INACTIVE, NULL },
  { "IsBudget", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_BUDGET, NULL },
  { "IsCostResource", PLAN_MSPDI_FUNC, 0, read_cost_resource },
  { "Notes", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_NOTES, NULL },
  { "Rates", PLAN_MSPDI_FUNC, 0, read_rates },
  { "AvailabilityPeriods", PLAN_MSPDI_FUNC, 0, read_availability },
  { "Baseline", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_baseline },
  { "ExtendedAttribute", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_attribute },
  { "TimephasedData", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_timephased },
};

/**
 * plan_mspdi_add_resource_tables:
 *
 * Adds the rows of resources, rates and availability.
 */
void
plan_mspdi_add_resource_tables (PlanMspdi *self)
{
  plan_mspdi_add_table (self, PLAN_MSPDI_RESOURCE, resource_rows, G_N_ELEMENTS (resource_rows));
  plan_mspdi_add_table (self, PLAN_MSPDI_RATE, rate_rows, G_N_ELEMENTS (rate_rows));
  plan_mspdi_add_table (self, PLAN_MSPDI_AVAILABILITY, availability_rows, G_N_ELEMENTS (availability_rows));
}

static void
keep_nobody (PlanMspdi *self, PlanMspdiOwner *outer)
{
  g_auto (GStrv) lines = g_strsplit (self->owner.imported->str, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (outer->imported, "Resource/%s\n", lines[i]);
}

static void
read_resource (PlanMspdi *self, gint64 rank)
{
  PlanResource resource;
  PlanMspdiOwner outer = plan_mspdi_begin (self, PLAN_RECORD_RESOURCE, &resource);
  gboolean is_resource;

  plan_mspdi_read_record (self, PLAN_MSPDI_RESOURCE, &resource);
  resource.rank = rank;
  is_resource = self->owner.record == PLAN_RECORD_RESOURCE;
  if (!is_resource)
    keep_nobody (self, &outer);
  plan_mspdi_end (self, &outer, is_resource);
}

/**
 * plan_mspdi_read_resources:
 *
 * Reads all resources of the file.
 */
void
plan_mspdi_read_resources (PlanMspdi *self, gpointer record)
{
  int depth = plan_mspdi_enter (self);

  for (gint64 rank = 1; plan_mspdi_next (self, depth); rank++)
    read_resource (self, rank << 16);
}
