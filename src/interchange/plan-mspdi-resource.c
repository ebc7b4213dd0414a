/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Resources with their rates and availability. Number 0 without a name is work that nobody has yet, not a resource.
 */

#include "plan-mspdi-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is said of a row that is no resource is kept with the project. */
static void
become_nobody (PlanMspdi *self)
{
  self->owner.record = PLAN_RECORD_PROJECT;
  self->owner.id = self->project.id;
  self->keeps_rest = TRUE;
}

static void
become_resource (PlanMspdi *self, PlanResource *resource)
{
  if (self->owner.record == PLAN_RECORD_RESOURCE)
    return;
  self->keeps_rest = FALSE;
  g_string_erase (self->owner.imported, 0, strlen ("UID=0\n"));
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
      plan_mspdi_keep_number (self, "UID", 0);
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

/* Nearly no row is empty. */
static void
read_null (PlanMspdi *self, gpointer record)
{
  const char *text = plan_mspdi_read_text (self);

  if (strcmp (text, "0") != 0)
    plan_imported_text_add (self->owner.imported, "IsNull", text);
}

/* Before 2010 a cost resource is a material with a mark. */
static void
read_cost_resource (PlanMspdi *self, gpointer record)
{
  PlanResource *resource = record;
  const char *text = plan_mspdi_read_text (self);

  plan_imported_text_add (self->owner.imported, "IsCostResource", text);
  if (strcmp (text, "1") != 0)
    return;
  if (resource->type == PLAN_RESOURCE_MATERIAL)
    plan_mspdi_keep_number (self, "Type", PLAN_RESOURCE_MATERIAL);
  resource->type = PLAN_RESOURCE_COST;
}

static const PlanMspdiRow rate_rows[] = {
  { "RatesFrom", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_START, NULL, plan_mspdi_write_rate_period },
  { "RatesTo", PLAN_MSPDI_KEEP, 0, NULL, plan_mspdi_write_rate_period },
  { "RateTable", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_TABLE },
  { "StandardRate", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_STANDARD_RATE },
  { "StandardRateFormat", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_STANDARD_RATE_UNIT },
  { "OvertimeRate", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_OVERTIME_RATE },
  { "OvertimeRateFormat", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_OVERTIME_RATE_UNIT },
  { "CostPerUse", PLAN_MSPDI_PLAIN, PLAN_FIELD_RATE_COST_PER_USE },
};

static void
read_rates (PlanMspdi *self, gpointer record)
{
  int depth = plan_mspdi_enter (self);

  while (plan_mspdi_next (self, depth))
    {
      PlanRateEntry rate;
      PlanMspdiOwner outer = plan_mspdi_begin_child (self, PLAN_RECORD_RATE, &rate);

      rate.resource = ((PlanResource *) record)->id;
      plan_mspdi_read_record (self, PLAN_MSPDI_RATE, &rate);
      plan_mspdi_end (self, &outer, TRUE);
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
      PlanMspdiOwner outer = plan_mspdi_begin_child (self, PLAN_RECORD_AVAILABILITY, &availability);

      availability.resource = ((PlanResource *) record)->id;
      plan_mspdi_read_record (self, PLAN_MSPDI_AVAILABILITY, &availability);
      plan_mspdi_end (self, &outer, TRUE);
    }
}

static const PlanMspdiRow resource_rows[] = {
  { "UID", PLAN_MSPDI_FUNC, 0, read_uid, plan_mspdi_write_uid },
  { "GUID", PLAN_MSPDI_KEEP },
  { "ID", PLAN_MSPDI_SKIP, 0, NULL, plan_mspdi_write_resource_row },
  { "Name", PLAN_MSPDI_FUNC, 0, read_name, plan_mspdi_write_resource_name },
  { "Type", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_TYPE, NULL, plan_mspdi_write_resource_type },
  { "IsNull", PLAN_MSPDI_FUNC, 0, read_null, plan_mspdi_write_null },
  { "Initials", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_INITIALS },
  { "Phonetics", PLAN_MSPDI_KEEP },
  { "NTAccount", PLAN_MSPDI_KEEP },
  { "MaterialLabel", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_MATERIAL_UNIT },
  { "Code", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_CODE },
  { "Group", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_GROUP },
  { "WorkGroup", PLAN_MSPDI_KEEP },
  { "EmailAddress", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_EMAIL },
  { "Hyperlink", PLAN_MSPDI_KEEP },
  { "HyperlinkAddress", PLAN_MSPDI_KEEP },
  { "HyperlinkSubAddress", PLAN_MSPDI_KEEP },
  { "MaxUnits", PLAN_MSPDI_FACTOR, PLAN_FIELD_RESOURCE_MAX_UNITS, NULL, plan_mspdi_write_if_set },
  { "PeakUnits", PLAN_MSPDI_KEEP },
  { "OverAllocated", PLAN_MSPDI_KEEP },
  { "AvailableFrom", PLAN_MSPDI_KEEP },
  { "AvailableTo", PLAN_MSPDI_KEEP },
  { "Start", PLAN_MSPDI_KEEP },
  { "Finish", PLAN_MSPDI_KEEP },
  { "CanLevel", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_CAN_LEVEL },
  { "AccrueAt", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_ACCRUAL },
  { "Work", PLAN_MSPDI_KEEP },
  { "RegularWork", PLAN_MSPDI_KEEP },
  { "OvertimeWork", PLAN_MSPDI_KEEP },
  { "ActualWork", PLAN_MSPDI_KEEP },
  { "RemainingWork", PLAN_MSPDI_KEEP },
  { "ActualOvertimeWork", PLAN_MSPDI_KEEP },
  { "RemainingOvertimeWork", PLAN_MSPDI_KEEP },
  { "PercentWorkComplete", PLAN_MSPDI_KEEP },
  { "StandardRate", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_STANDARD_RATE, NULL, plan_mspdi_write_if_set },
  { "StandardRateFormat", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_STANDARD_RATE_UNIT },
  { "Cost", PLAN_MSPDI_KEEP },
  { "OvertimeRate", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_OVERTIME_RATE, NULL, plan_mspdi_write_if_set },
  { "OvertimeRateFormat", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_OVERTIME_RATE_UNIT },
  { "OvertimeCost", PLAN_MSPDI_KEEP },
  { "CostPerUse", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_COST_PER_USE, NULL, plan_mspdi_write_if_set },
  { "ActualCost", PLAN_MSPDI_KEEP },
  { "ActualOvertimeCost", PLAN_MSPDI_KEEP },
  { "RemainingCost", PLAN_MSPDI_KEEP },
  { "RemainingOvertimeCost", PLAN_MSPDI_KEEP },
  { "WorkVariance", PLAN_MSPDI_KEEP },
  { "CostVariance", PLAN_MSPDI_KEEP },
  { "SV", PLAN_MSPDI_KEEP },
  { "CV", PLAN_MSPDI_KEEP },
  { "ACWP", PLAN_MSPDI_KEEP },
  { "CalendarUID", PLAN_MSPDI_REFERENCE, PLAN_FIELD_RESOURCE_CALENDAR },
  { "Notes", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_NOTES },
  { "BCWS", PLAN_MSPDI_KEEP },
  { "BCWP", PLAN_MSPDI_KEEP },
  { "IsGeneric", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_GENERIC, NULL, plan_mspdi_write_if_set },
  { "IsInactive", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_INACTIVE, NULL, plan_mspdi_write_if_set },
  { "IsEnterprise", PLAN_MSPDI_KEEP },
  { "BookingType", PLAN_MSPDI_KEEP },
  { "ActualWorkProtected", PLAN_MSPDI_KEEP },
  { "ActualOvertimeWorkProtected", PLAN_MSPDI_KEEP },
  { "ActiveDirectoryGUID", PLAN_MSPDI_KEEP },
  { "CreationDate", PLAN_MSPDI_KEEP },
  { "IsCostResource", PLAN_MSPDI_FUNC, 0, read_cost_resource, plan_mspdi_write_cost_resource },
  { "AssnOwner", PLAN_MSPDI_KEEP },
  { "AssnOwnerGuid", PLAN_MSPDI_KEEP },
  { "IsBudget", PLAN_MSPDI_PLAIN, PLAN_FIELD_RESOURCE_BUDGET, NULL, plan_mspdi_write_if_set },
  { "ExtendedAttribute", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_attribute, plan_mspdi_write_attributes },
  { "Baseline", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_baseline, plan_mspdi_write_baselines },
  { "OutlineCode", PLAN_MSPDI_KEEP },
  { "AvailabilityPeriods", PLAN_MSPDI_FUNC, 0, read_availability, plan_mspdi_write_availability },
  { "Rates", PLAN_MSPDI_FUNC, 0, read_rates, plan_mspdi_write_rates },
  { "TimephasedData", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_timephased, plan_mspdi_write_timephased },
};

/**
 * plan_mspdi_add_resource_tables:
 *
 * Adds the rows of resources, rates and availability.
 */
void
plan_mspdi_add_resource_tables (PlanMspdiSchema *schema)
{
  plan_mspdi_schema_add (schema, PLAN_MSPDI_RESOURCE, resource_rows, G_N_ELEMENTS (resource_rows));
  plan_mspdi_schema_add (schema, PLAN_MSPDI_RATE, rate_rows, G_N_ELEMENTS (rate_rows));
  plan_mspdi_schema_add (schema, PLAN_MSPDI_AVAILABILITY, availability_rows, G_N_ELEMENTS (availability_rows));
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
    plan_mspdi_keep_below (self, &outer, "Resource");
  self->keeps_rest = FALSE;
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
