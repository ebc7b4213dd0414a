/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Assignments. Their dates follow from the task, the resource's calendar and the contour, and are kept as the file says
 * them; work that is spread by hand is in the time-phased data. The cost that a person typed is that of a cost resource.
 */

#include "plan-mspdi-write.h"

#include "plan-imported.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What Project writes for a resource that there is not. */
#define NOBODY (-65535)

typedef struct
{
  PlanAssignment assignment;
  gint64 task;
  PlanTicks remaining;
  PlanMoney cost;
} Assignment;

static void
read_uid (PlanMspdi *self, gpointer record)
{
  PlanAssignment *assignment = record;
  gint64 uid;

  if (plan_mspdi_read_integer (self, &uid) && plan_mspdi_claim_uid (self, uid))
    assignment->source_uid = uid;
}

/* The number of a record stands before all else. */
static void
keep_uid (PlanMspdi *self, gint64 uid)
{
  g_autofree char *line = g_strdup_printf ("UID=%" G_GINT64_FORMAT "\n", uid);

  g_string_prepend (self->owner.imported, line);
}

/* Tasks usually come before their assignments. The row that stands for the project is no task that people could work on: its
 * assignments are kept as the file has them. */
static void
read_task_uid (PlanMspdi *self, gpointer record)
{
  Assignment *assignment = record;
  const PlanId *known = NULL;

  if (plan_mspdi_read_integer (self, &assignment->task))
    known = g_hash_table_lookup (self->uids[PLAN_RECORD_TASK], &assignment->task);
  if (known != NULL)
    assignment->assignment.task = *known;
  else if (self->has_tasks)
    {
      self->keeps_rest = TRUE;
      plan_mspdi_keep_number (self, "TaskUID", assignment->task);
      if (assignment->task != 0 || !self->has_project_row)
        plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Assignment"), _("The task is not in the file."), 1);
      if (assignment->assignment.source_uid >= 0)
        keep_uid (self, assignment->assignment.source_uid);
    }
}

/* Zero and negative numbers are work that nobody has yet. */
static void
read_resource_uid (PlanMspdi *self, gpointer record)
{
  PlanAssignment *assignment = record;
  const PlanId *known;
  gint64 uid;

  if (!plan_mspdi_read_integer (self, &uid))
    return;
  if (uid <= 0 && uid != NOBODY)
    plan_mspdi_keep_number (self, "ResourceUID", uid);
  if (uid < 0)
    return;
  known = g_hash_table_lookup (self->uids[PLAN_RECORD_RESOURCE], &uid);
  if (known != NULL)
    assignment->resource = *known;
  else if (uid > 0)
    plan_mspdi_refer (self, PLAN_FIELD_ASSIGNMENT_RESOURCE, assignment->id, uid);
}

static void
read_remaining_work (PlanMspdi *self, gpointer record)
{
  const char *text = plan_mspdi_read_text (self);

  PlanTicks remaining;

  if (!plan_imported_parse_duration (text, &remaining))
    plan_mspdi_report_value (self, "RemainingWork", text, NULL, _("It is not a duration."));
  else if (g_str_has_suffix (text, "M0S"))
    ((Assignment *) record)->remaining = remaining;
  else
    plan_imported_text_add (self->owner.imported, "RemainingWork", text);
}

static void
read_cost (PlanMspdi *self, gpointer record)
{
  const char *text = plan_mspdi_read_text (self);

  if (plan_imported_parse (PLAN_IMPORTED_MONEY, text, &((Assignment *) record)->cost))
    plan_imported_text_add (self->owner.imported, "Cost", text);
  else if (*text != '\0')
    plan_mspdi_report_value (self, "Cost", text, NULL, _("It is not an amount."));
}

static const PlanMspdiRow assignment_rows[] = {
  { "UID", PLAN_MSPDI_FUNC, 0, read_uid, plan_mspdi_write_uid },
  { "GUID", PLAN_MSPDI_KEEP },
  { "TaskUID", PLAN_MSPDI_FUNC, 0, read_task_uid, plan_mspdi_write_assigned },
  { "ResourceUID", PLAN_MSPDI_FUNC, 0, read_resource_uid, plan_mspdi_write_assigned },
  { "PercentWorkComplete", PLAN_MSPDI_KEEP },
  { "ActualCost", PLAN_MSPDI_KEEP },
  { "ActualFinish", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_ACTUAL_FINISH },
  { "ActualOvertimeCost", PLAN_MSPDI_KEEP },
  { "ActualOvertimeWork", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_ACTUAL_OVERTIME_WORK },
  { "ActualStart", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_ACTUAL_START },
  { "ActualWork", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_ACTUAL_WORK },
  { "ACWP", PLAN_MSPDI_KEEP },
  { "Confirmed", PLAN_MSPDI_KEEP },
  { "Cost", PLAN_MSPDI_FUNC, 0, read_cost, plan_mspdi_write_assigned_cost },
  { "CostRateTable", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_RATE_TABLE },
  { "RateScale", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_VARIABLE_RATE_UNIT, NULL, plan_mspdi_write_if_set },
  { "CostVariance", PLAN_MSPDI_KEEP },
  { "CV", PLAN_MSPDI_KEEP },
  { "Delay", PLAN_MSPDI_TENTHS, PLAN_FIELD_ASSIGNMENT_DELAY },
  { "Finish", PLAN_MSPDI_KEEP, 0, NULL, plan_mspdi_write_assigned_dates },
  { "FinishVariance", PLAN_MSPDI_KEEP },
  { "WorkVariance", PLAN_MSPDI_KEEP },
  { "HasFixedRateUnits", PLAN_MSPDI_KEEP },
  { "FixedMaterial", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_FIXED_MATERIAL },
  { "Hyperlink", PLAN_MSPDI_KEEP },
  { "HyperlinkAddress", PLAN_MSPDI_KEEP },
  { "HyperlinkSubAddress", PLAN_MSPDI_KEEP },
  { "LevelingDelay", PLAN_MSPDI_TENTHS, PLAN_FIELD_ASSIGNMENT_LEVELLING_DELAY },
  { "LevelingDelayFormat", PLAN_MSPDI_UNIT, PLAN_FIELD_ASSIGNMENT_LEVELLING_DELAY_UNIT, NULL, plan_mspdi_write_if_set },
  { "LinkedFields", PLAN_MSPDI_KEEP },
  { "Milestone", PLAN_MSPDI_KEEP },
  { "Notes", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_NOTES },
  { "Overallocated", PLAN_MSPDI_KEEP },
  { "OvertimeCost", PLAN_MSPDI_KEEP },
  { "OvertimeWork", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_OVERTIME_WORK },
  { "PeakUnits", PLAN_MSPDI_KEEP },
  { "RegularWork", PLAN_MSPDI_KEEP },
  { "RemainingCost", PLAN_MSPDI_KEEP },
  { "RemainingOvertimeCost", PLAN_MSPDI_KEEP },
  { "RemainingOvertimeWork", PLAN_MSPDI_KEEP },
  { "RemainingWork", PLAN_MSPDI_FUNC, 0, read_remaining_work, plan_mspdi_write_remaining_work },
  { "ResponsePending", PLAN_MSPDI_KEEP },
  { "Start", PLAN_MSPDI_KEEP, 0, NULL, plan_mspdi_write_assigned_dates },
  { "Stop", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_STOP },
  { "Resume", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_RESUME },
  { "StartVariance", PLAN_MSPDI_KEEP },
  { "Summary", PLAN_MSPDI_KEEP },
  { "SV", PLAN_MSPDI_KEEP },
  { "Units", PLAN_MSPDI_FACTOR, PLAN_FIELD_ASSIGNMENT_UNITS },
  { "UpdateNeeded", PLAN_MSPDI_KEEP },
  { "VAC", PLAN_MSPDI_KEEP },
  { "Work", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_WORK },
  { "WorkContour", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_CONTOUR },
  { "BCWS", PLAN_MSPDI_KEEP },
  { "BCWP", PLAN_MSPDI_KEEP },
  { "BookingType", PLAN_MSPDI_KEEP },
  { "ActualWorkProtected", PLAN_MSPDI_KEEP },
  { "ActualOvertimeWorkProtected", PLAN_MSPDI_KEEP },
  { "CreationDate", PLAN_MSPDI_KEEP },
  { "AssnOwner", PLAN_MSPDI_KEEP },
  { "AssnOwnerGuid", PLAN_MSPDI_KEEP },
  { "BudgetCost", PLAN_MSPDI_KEEP },
  { "BudgetWork", PLAN_MSPDI_KEEP },
  { "ExtendedAttribute", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_attribute, plan_mspdi_write_attributes },
  { "Baseline", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_baseline, plan_mspdi_write_baselines },
  { "TimephasedData", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_timephased, plan_mspdi_write_timephased },
};

/**
 * plan_mspdi_add_assignment_tables:
 *
 * Adds the rows of assignments.
 */
void
plan_mspdi_add_assignment_tables (PlanMspdiSchema *schema)
{
  plan_mspdi_schema_add (schema, PLAN_MSPDI_ASSIGNMENT, assignment_rows, G_N_ELEMENTS (assignment_rows));
}

static void
complete_assignment (PlanMspdi *self, Assignment *assignment)
{
  PlanAssignment *body = &assignment->assignment;
  const PlanResource *resource = plan_model_get_resource (self->model, body->resource);

  if (assignment->remaining != PLAN_TICKS_NONE && assignment->remaining != body->work - body->actual_work)
    {
      g_autofree char *text = plan_imported_format (PLAN_IMPORTED_WORK, assignment->remaining);

      plan_imported_text_add (self->owner.imported, "RemainingWork", text);
    }
  if (resource != NULL && resource->type == PLAN_RESOURCE_COST && assignment->cost >= -PLAN_MONEY_MAX && assignment->cost <= PLAN_MONEY_MAX)
    body->cost = assignment->cost;
  if (body->task == PLAN_ID_NONE)
    plan_mspdi_refer (self, PLAN_FIELD_ASSIGNMENT_TASK, body->id, assignment->task);
}

static void
keep_assignment (PlanMspdi *self, PlanMspdiOwner *outer)
{
  plan_mspdi_keep_below (self, outer, "Assignment");
  plan_mspdi_end (self, outer, FALSE);
  self->keeps_rest = FALSE;
}

static void
read_assignment (PlanMspdi *self)
{
  Assignment assignment = { .task = -1, .remaining = PLAN_TICKS_NONE };
  PlanMspdiOwner outer = plan_mspdi_begin (self, PLAN_RECORD_ASSIGNMENT, &assignment.assignment);

  plan_mspdi_read_record (self, PLAN_MSPDI_ASSIGNMENT, &assignment);
  if (self->keeps_rest)
    {
      keep_assignment (self, &outer);
      return;
    }
  complete_assignment (self, &assignment);
  plan_mspdi_end (self, &outer, TRUE);
}

/**
 * plan_mspdi_read_assignments:
 *
 * Reads all assignments of the file.
 */
void
plan_mspdi_read_assignments (PlanMspdi *self, gpointer record)
{
  int depth = plan_mspdi_enter (self);

  while (plan_mspdi_next (self, depth))
    read_assignment (self);
}
