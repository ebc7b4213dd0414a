/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Assignments. Their dates follow from the task, the resource's calendar and the contour, and are kept as the file says
 * them; work that is spread by hand is in the time-phased data. The cost that a person typed is that of a cost resource.
 */

#include "plan-mspdi-private.h"

#include "plan-imported.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* Tasks usually come before their assignments. */
static void
read_task_uid (PlanMspdi *self, gpointer record)
{
  Assignment *assignment = record;
  const PlanId *known = NULL;

  if (plan_mspdi_read_integer (self, &assignment->task))
    known = g_hash_table_lookup (self->uids[PLAN_RECORD_TASK], &assignment->task);
  if (known != NULL)
    assignment->assignment.task = *known;
}

/* Zero and negative numbers are work that nobody has yet. */
static void
read_resource_uid (PlanMspdi *self, gpointer record)
{
  PlanAssignment *assignment = record;
  const PlanId *known;
  gint64 uid;

  if (!plan_mspdi_read_integer (self, &uid) || uid < 0)
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
  if (!plan_imported_parse_duration (plan_mspdi_read_text (self), &((Assignment *) record)->remaining))
    plan_mspdi_report_value (self, "RemainingWork", self->text->str, NULL, _("It is not a duration."));
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
  { "UID", PLAN_MSPDI_FUNC, 0, read_uid },
  { "TaskUID", PLAN_MSPDI_FUNC, 0, read_task_uid },
  { "ResourceUID", PLAN_MSPDI_FUNC, 0, read_resource_uid },
  { "Units", PLAN_MSPDI_FACTOR, PLAN_FIELD_ASSIGNMENT_UNITS, NULL },
  { "Work", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_WORK, NULL },
  { "ActualWork", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_ACTUAL_WORK, NULL },
  { "RemainingWork", PLAN_MSPDI_FUNC, 0, read_remaining_work },
  { "OvertimeWork", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_OVERTIME_WORK, NULL },
  { "ActualOvertimeWork", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_ACTUAL_OVERTIME_WORK, NULL },
  { "Cost", PLAN_MSPDI_FUNC, 0, read_cost },
  { "Delay", PLAN_MSPDI_TENTHS, PLAN_FIELD_ASSIGNMENT_DELAY, NULL },
  { "LevelingDelay", PLAN_MSPDI_TENTHS, PLAN_FIELD_ASSIGNMENT_LEVELLING_DELAY, NULL },
  { "LevelingDelayFormat", PLAN_MSPDI_UNIT, PLAN_FIELD_ASSIGNMENT_LEVELLING_DELAY_UNIT, NULL },
  { "ActualStart", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_ACTUAL_START, NULL },
  { "ActualFinish", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_ACTUAL_FINISH, NULL },
  { "Stop", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_STOP, NULL },
  { "Resume", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_RESUME, NULL },
  { "WorkContour", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_CONTOUR, NULL },
  { "CostRateTable", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_RATE_TABLE, NULL },
  { "FixedMaterial", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_FIXED_MATERIAL, NULL },
  { "RateScale", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_VARIABLE_RATE_UNIT, NULL },
  { "Notes", PLAN_MSPDI_PLAIN, PLAN_FIELD_ASSIGNMENT_NOTES, NULL },
  { "Baseline", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_baseline },
  { "ExtendedAttribute", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_attribute },
  { "TimephasedData", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_timephased },
};

/**
 * plan_mspdi_add_assignment_tables:
 *
 * Adds the rows of assignments.
 */
void
plan_mspdi_add_assignment_tables (PlanMspdi *self)
{
  plan_mspdi_add_table (self, PLAN_MSPDI_ASSIGNMENT, assignment_rows, G_N_ELEMENTS (assignment_rows));
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
  if (resource != NULL && resource->type == PLAN_RESOURCE_COST && ABS (assignment->cost) <= PLAN_MONEY_MAX)
    body->cost = assignment->cost;
  if (body->task == PLAN_ID_NONE)
    plan_mspdi_refer (self, PLAN_FIELD_ASSIGNMENT_TASK, body->id, assignment->task);
}

static void
read_assignment (PlanMspdi *self)
{
  Assignment assignment = { .task = -1, .remaining = PLAN_TICKS_NONE };
  PlanMspdiOwner outer = plan_mspdi_begin (self, PLAN_RECORD_ASSIGNMENT, &assignment.assignment);

  plan_mspdi_read_record (self, PLAN_MSPDI_ASSIGNMENT, &assignment);
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
