/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tasks and their links. The tree follows from the outline level alone, as in Project. The row with number 0 above all
 * tasks is the project itself: it is no task, and what the file says of it is kept with the project. An empty line has no
 * place in the tree: it becomes a sibling of the task that follows it, so that the order of rows stays.
 */

#include "plan-mspdi-write.h"

#include "plan-external.h"
#include "plan-imported.h"
#include "plan-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ESTIMATED 32

#define RANK_GAP (G_GINT64_CONSTANT (1) << 16)

typedef struct
{
  PlanTask task;
  gint64 row;          /* ID: row number, or -1 */
  gint64 level;        /* outline level, or -1 */
  gboolean is_summary; /* what the file says */
  PlanTicks start;
  PlanTicks finish;
  PlanTicks remaining;
  gint64 format; /* of the duration, or -1 */
  char *outline_number;
} Task;

typedef struct
{
  PlanLink link;
  gint64 predecessor;
  gboolean is_cross_project;
} Link;

/* Until its row number or level says otherwise, number 0 is the project's own row. */
static void
read_uid (PlanMspdi *self, gpointer record)
{
  PlanTask *task = record;
  gint64 uid;

  if (!plan_mspdi_read_integer (self, &uid))
    return;
  if (uid == 0)
    {
      self->owner.record = PLAN_RECORD_PROJECT;
      self->owner.id = self->project.id;
      self->owner.uid = 0;
      task->source_uid = 0;
    }
  else if (plan_mspdi_claim_uid (self, uid))
    task->source_uid = uid;
}

static gboolean
is_project_row (PlanMspdi *self)
{
  return self->owner.record == PLAN_RECORD_PROJECT;
}

static void
become_task (PlanMspdi *self, Task *task)
{
  if (!is_project_row (self))
    return;
  self->owner.record = PLAN_RECORD_TASK;
  self->owner.id = task->task.id;
  if (!plan_mspdi_claim_uid (self, 0))
    task->task.source_uid = -1;
}

static void
read_row (PlanMspdi *self, gpointer record)
{
  Task *task = record;

  if (plan_mspdi_read_integer (self, &task->row) && task->row != 0)
    become_task (self, task);
}

static void
read_level (PlanMspdi *self, gpointer record)
{
  Task *task = record;

  if (plan_mspdi_read_integer (self, &task->level) && task->level > 0)
    become_task (self, task);
}

static void
read_outline_number (PlanMspdi *self, gpointer record)
{
  Task *task = record;

  g_free (task->outline_number);
  task->outline_number = g_strdup (plan_mspdi_read_text (self));
}

static void
read_summary (PlanMspdi *self, gpointer record)
{
  ((Task *) record)->is_summary = strcmp (plan_mspdi_read_text (self), "1") == 0;
}

static void
keep_instant (PlanMspdi *self, const char *element, PlanTicks *ticks)
{
  const char *text = plan_mspdi_read_text (self);

  if (*text == '\0' || strcmp (text, "NA") == 0)
    return;
  if (!plan_ticks_parse_iso (text, ticks, NULL))
    {
      *ticks = PLAN_TICKS_NONE;
      plan_mspdi_report_value (self, element, text, NULL, _("It is not a date that can be planned with."));
    }
  plan_imported_text_add (self->owner.imported, element, text);
}

static void
read_start (PlanMspdi *self, gpointer record)
{
  keep_instant (self, "Start", &((Task *) record)->start);
}

static void
read_finish (PlanMspdi *self, gpointer record)
{
  keep_instant (self, "Finish", &((Task *) record)->finish);
}

static void
read_duration_format (PlanMspdi *self, gpointer record)
{
  PlanTask *task = record;
  const char *text = plan_mspdi_read_text (self);

  ((Task *) record)->format = g_ascii_strtoll (text, NULL, 10);
  if (((Task *) record)->format >= ESTIMATED)
    task->estimated = TRUE;
  plan_mspdi_set_text (self, PLAN_FIELD_TASK_DURATION_UNIT, task, "DurationFormat", PLAN_MSPDI_UNIT, text);
}

/* Kept only when it does not follow from the duration and what is done of it. */
static void
read_remaining_duration (PlanMspdi *self, gpointer record)
{
  Task *task = record;

  if (!plan_imported_parse_duration (plan_mspdi_read_text (self), &task->remaining))
    plan_mspdi_report_value (self, "RemainingDuration", self->text->str, NULL, _("It is not a duration."));
}

static void
read_link_predecessor (PlanMspdi *self, gpointer record)
{
  plan_mspdi_read_integer (self, &((Link *) record)->predecessor);
}

static void
read_cross_project (PlanMspdi *self, gpointer record)
{
  ((Link *) record)->is_cross_project = strcmp (plan_mspdi_read_text (self), "1") == 0;
}

static void
read_lag_format (PlanMspdi *self, gpointer record)
{
  plan_mspdi_set_text (self, PLAN_FIELD_LINK_LAG_UNIT, record, "LagFormat", PLAN_MSPDI_UNIT, plan_mspdi_read_text (self));
}

static const PlanMspdiRow link_rows[] = {
  { "PredecessorUID", PLAN_MSPDI_FUNC, 0, read_link_predecessor, plan_mspdi_write_link },
  { "Type", PLAN_MSPDI_PLAIN, PLAN_FIELD_LINK_TYPE },
  { "CrossProject", PLAN_MSPDI_FUNC, 0, read_cross_project, plan_mspdi_write_cross_project },
  { PLAN_EXTERNAL_OF_LINK, PLAN_MSPDI_KEEP, 0, NULL, plan_mspdi_write_external_name },
  { "LinkLag", PLAN_MSPDI_TENTHS, PLAN_FIELD_LINK_LAG, NULL, plan_mspdi_write_link },
  { "LagFormat", PLAN_MSPDI_FUNC, 0, read_lag_format, plan_mspdi_write_link },
};

/*
 * plan_mspdi_append_link:
 * @text: what is kept with a task
 * @kept: what is kept with the link
 *
 * Adds a link to it that cannot be one here, as the file has it.
 */
void
plan_mspdi_append_link (GString *text, const PlanLink *link, gint64 predecessor, const char *kept)
{
  PlanImportedValue value = { .text = kept };
  g_autofree char *name = plan_imported_value_get (&value, PLAN_EXTERNAL_OF_LINK);
  g_autofree char *cross = plan_imported_value_get (&value, "CrossProject");

  g_string_append_printf (text, "PredecessorLink/=\nPredecessorLink/PredecessorUID=%" G_GINT64_FORMAT "\nPredecessorLink/Type=%d\n"
                                "PredecessorLink/CrossProject=%s\n",
                          predecessor, link->type, cross != NULL ? cross : "0");
  if (name != NULL)
    plan_imported_text_add (text, "PredecessorLink/" PLAN_EXTERNAL_OF_LINK, name);
  g_string_append_printf (text, "PredecessorLink/LinkLag=%" G_GINT64_FORMAT "\nPredecessorLink/LagFormat=%d\n", link->lag,
                          link->lag_unit);
}

/*
 * plan_mspdi_insert_link:
 * @link: a lag in percent is one of whole percent, as in the file
 *
 * Adds a link to those of the file.
 */
void
plan_mspdi_insert_link (PlanMspdi *self, PlanLink *link)
{
  if (plan_unit_is_percent (link->lag_unit))
    link->lag = CLAMP (link->lag * PLAN_PERCENT_ONE, -PLAN_DURATION_MAX, PLAN_DURATION_MAX);
  g_array_append_val (self->links, *link);
}

static void
read_link (PlanMspdi *self, gpointer record)
{
  Task *task = record;
  Link link = { .predecessor = -1 };
  PlanMspdiOwner outer = plan_mspdi_begin_child (self, PLAN_RECORD_LINK, &link.link);

  link.link.successor = task->task.id;
  plan_mspdi_read_record (self, PLAN_MSPDI_LINK, &link);
  if (link.is_cross_project)
    plan_mspdi_keep_number (self, "CrossProject", 1);
  if (outer.record == PLAN_RECORD_PROJECT)
    {
      plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Link"), _("The project as a whole cannot have predecessors."), 1);
      plan_mspdi_append_link (outer.imported, &link.link, link.predecessor, self->owner.imported->str);
    }
  else if (link.is_cross_project)
    plan_mspdi_add_external (self, &link.link, link.predecessor);
  else
    {
      plan_mspdi_insert_link (self, &link.link);
      plan_mspdi_refer (self, PLAN_FIELD_LINK_PREDECESSOR, link.link.id, link.predecessor);
      plan_mspdi_insert_imported (self);
    }
  plan_mspdi_end (self, &outer, FALSE);
}

static const PlanMspdiRow task_rows[] = {
  { "UID", PLAN_MSPDI_FUNC, 0, read_uid, plan_mspdi_write_uid },
  { "GUID", PLAN_MSPDI_KEEP },
  { "ID", PLAN_MSPDI_FUNC, 0, read_row, plan_mspdi_write_row },
  { "Name", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_NAME },
  { "Active", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ACTIVE, NULL, plan_mspdi_write_if_set },
  { "Manual", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_MANUAL, NULL, plan_mspdi_write_if_set },
  { "Type", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_TYPE },
  { "IsNull", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_BLANK },
  { "CreateDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_CREATED },
  { "Contact", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_CONTACT },
  { "WBS", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_WBS, NULL, plan_mspdi_write_outline },
  { "WBSLevel", PLAN_MSPDI_KEEP },
  { "OutlineNumber", PLAN_MSPDI_FUNC, 0, read_outline_number, plan_mspdi_write_outline },
  { "OutlineLevel", PLAN_MSPDI_FUNC, 0, read_level, plan_mspdi_write_outline },
  { "Priority", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_PRIORITY },
  { "StartText", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_START_TEXT },
  { "FinishText", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_FINISH_TEXT },
  { "DurationText", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_DURATION_TEXT },
  { "Start", PLAN_MSPDI_FUNC, 0, read_start },
  { "Finish", PLAN_MSPDI_FUNC, 0, read_finish },
  { "Duration", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_DURATION },
  { "ManualStart", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_MANUAL_START, NULL, plan_mspdi_write_manual },
  { "ManualFinish", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_MANUAL_FINISH, NULL, plan_mspdi_write_manual },
  { "ManualDuration", PLAN_MSPDI_KEEP, 0, NULL, plan_mspdi_write_manual_duration },
  { "DurationFormat", PLAN_MSPDI_FUNC, 0, read_duration_format, plan_mspdi_write_duration_format },
  { "FreeformDurationFormat", PLAN_MSPDI_KEEP },
  { "Work", PLAN_MSPDI_KEEP },
  { "Stop", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_STOP },
  { "Resume", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_RESUME },
  { "ResumeValid", PLAN_MSPDI_KEEP },
  { "EffortDriven", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_EFFORT_DRIVEN },
  { "Recurring", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_RECURRING },
  { "OverAllocated", PLAN_MSPDI_KEEP },
  { "Estimated", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ESTIMATED },
  { "Milestone", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_MILESTONE },
  { "Summary", PLAN_MSPDI_FUNC, 0, read_summary, plan_mspdi_write_summary },
  { "DisplayAsSummary", PLAN_MSPDI_KEEP },
  { "Critical", PLAN_MSPDI_KEEP },
  { "IsSubproject", PLAN_MSPDI_KEEP },
  { "IsSubprojectReadOnly", PLAN_MSPDI_KEEP },
  { "SubprojectName", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_SUBPROJECT },
  { "ExternalTask", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_EXTERNAL },
  { PLAN_EXTERNAL_OF_TASK, PLAN_MSPDI_KEEP, 0, NULL, plan_mspdi_write_external_name },
  { "EarlyStart", PLAN_MSPDI_KEEP },
  { "EarlyFinish", PLAN_MSPDI_KEEP },
  { "LateStart", PLAN_MSPDI_KEEP },
  { "LateFinish", PLAN_MSPDI_KEEP },
  { "StartVariance", PLAN_MSPDI_KEEP },
  { "FinishVariance", PLAN_MSPDI_KEEP },
  { "WorkVariance", PLAN_MSPDI_KEEP },
  { "FreeSlack", PLAN_MSPDI_KEEP },
  { "TotalSlack", PLAN_MSPDI_KEEP },
  { "StartSlack", PLAN_MSPDI_KEEP },
  { "FinishSlack", PLAN_MSPDI_KEEP },
  { "FixedCost", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_FIXED_COST },
  { "FixedCostAccrual", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_FIXED_COST_ACCRUAL },
  { "PercentComplete", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_PERCENT_COMPLETE },
  { "PercentWorkComplete", PLAN_MSPDI_KEEP },
  { "Cost", PLAN_MSPDI_KEEP },
  { "OvertimeCost", PLAN_MSPDI_KEEP },
  { "OvertimeWork", PLAN_MSPDI_KEEP },
  { "ActualStart", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ACTUAL_START },
  { "ActualFinish", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ACTUAL_FINISH },
  { "ActualDuration", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ACTUAL_DURATION },
  { "ActualCost", PLAN_MSPDI_KEEP },
  { "ActualOvertimeCost", PLAN_MSPDI_KEEP },
  { "ActualWork", PLAN_MSPDI_KEEP },
  { "ActualOvertimeWork", PLAN_MSPDI_KEEP },
  { "RegularWork", PLAN_MSPDI_KEEP },
  { "RemainingDuration", PLAN_MSPDI_FUNC, 0, read_remaining_duration, plan_mspdi_write_remaining },
  { "RemainingCost", PLAN_MSPDI_KEEP },
  { "RemainingWork", PLAN_MSPDI_KEEP },
  { "RemainingOvertimeCost", PLAN_MSPDI_KEEP },
  { "RemainingOvertimeWork", PLAN_MSPDI_KEEP },
  { "ACWP", PLAN_MSPDI_KEEP },
  { "CV", PLAN_MSPDI_KEEP },
  { "ConstraintType", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_CONSTRAINT },
  { "CalendarUID", PLAN_MSPDI_REFERENCE, PLAN_FIELD_TASK_CALENDAR },
  { "ConstraintDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_CONSTRAINT_DATE },
  { "Deadline", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_DEADLINE },
  { "LevelAssignments", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_LEVEL_ASSIGNMENTS },
  { "LevelingCanSplit", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_LEVELLING_CAN_SPLIT },
  { "LevelingDelay", PLAN_MSPDI_TENTHS, PLAN_FIELD_TASK_LEVELLING_DELAY },
  { "LevelingDelayFormat", PLAN_MSPDI_UNIT, PLAN_FIELD_TASK_LEVELLING_DELAY_UNIT },
  { "PreLeveledStart", PLAN_MSPDI_KEEP },
  { "PreLeveledFinish", PLAN_MSPDI_KEEP },
  { "Hyperlink", PLAN_MSPDI_KEEP },
  { "HyperlinkAddress", PLAN_MSPDI_KEEP },
  { "HyperlinkSubAddress", PLAN_MSPDI_KEEP },
  { "IgnoreResourceCalendar", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_IGNORE_RESOURCE_CALENDAR },
  { "Notes", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_NOTES },
  { "HideBar", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_HIDE_BAR },
  { "Rollup", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ROLLUP },
  { "BCWS", PLAN_MSPDI_KEEP },
  { "BCWP", PLAN_MSPDI_KEEP },
  { "PhysicalPercentComplete", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_PHYSICAL_PERCENT_COMPLETE },
  { "EarnedValueMethod", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_EARNED_VALUE_METHOD },
  { "PredecessorLink", PLAN_MSPDI_FUNC, 0, read_link, plan_mspdi_write_links },
  { "ActualWorkProtected", PLAN_MSPDI_KEEP },
  { "ActualOvertimeWorkProtected", PLAN_MSPDI_KEEP },
  { "IsPublished", PLAN_MSPDI_KEEP },
  { "StatusManager", PLAN_MSPDI_KEEP },
  { "CommitmentStart", PLAN_MSPDI_KEEP },
  { "CommitmentFinish", PLAN_MSPDI_KEEP },
  { "CommitmentType", PLAN_MSPDI_KEEP },
  { "ExtendedAttribute", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_attribute, plan_mspdi_write_attributes },
  { "Baseline", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_baseline, plan_mspdi_write_baselines },
  { "OutlineCode", PLAN_MSPDI_KEEP },
  { "TimephasedData", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_timephased, plan_mspdi_write_timephased },
  { "BoardStatusColumnOrderingID", PLAN_MSPDI_KEEP },
  { "SprintColumnOrderingID", PLAN_MSPDI_KEEP },
  { "NextAvailableBoardStatusColumnOrderingID", PLAN_MSPDI_KEEP },
  { "NextAvailableSprintOrderingID", PLAN_MSPDI_KEEP },
};

/**
 * plan_mspdi_add_task_tables:
 *
 * Adds the rows of tasks and links.
 */
void
plan_mspdi_add_task_tables (PlanMspdiSchema *schema)
{
  plan_mspdi_schema_add (schema, PLAN_MSPDI_TASK, task_rows, G_N_ELEMENTS (task_rows));
  plan_mspdi_schema_add (schema, PLAN_MSPDI_LINK, link_rows, G_N_ELEMENTS (link_rows));
}

/* The summary above the task, by its level. A level that is left out counts as if it were there. */
static gboolean
place_task (PlanMspdi *self, Task *task)
{
  gint64 level = CLAMP (task->level, 1, (gint64) self->tasks->len + 1);

  if (level > PLAN_OUTLINE_MAX_LEVEL)
    {
      g_autofree char *message =
        /* Translators: %s is a task name, %d the deepest level that is possible */
        g_strdup_printf (_("The task “%s” lies deeper than %d levels."), task->task.name != NULL ? task->task.name : "",
                         PLAN_OUTLINE_MAX_LEVEL);

      plan_mspdi_fail (self, message);
      return FALSE;
    }
  if (task->level > level)
    plan_report_add (self->report, PLAN_REPORT_CHANGED, _("Outline level"), _("The file leaves out levels above the task."), 1);
  g_array_set_size (self->tasks, (guint) level - 1);
  task->task.parent = level > 1 ? g_array_index (self->tasks, PlanId, level - 2) : PLAN_ID_NONE;
  g_array_append_val (self->tasks, task->task.id);
  return TRUE;
}

static void
place_blanks (PlanMspdi *self, PlanId parent)
{
  PlanValue value = PLAN_VALUE_OF_INTEGER (parent);

  for (guint i = 0; parent != PLAN_ID_NONE && i < self->blanks->len; i++)
    plan_model_set (self->model, PLAN_FIELD_TASK_PARENT, g_array_index (self->blanks, PlanId, i), &value);
  g_array_set_size (self->blanks, 0);
}

/* What an automatic task would have as a manual one is only kept; a manual one without dates of its own has those of the
 * file, and so has one that stands for a task of another file. */
static void
complete_manual (PlanMspdi *self, Task *task)
{
  PlanTask *body = &task->task;

  if (body->manual || body->external)
    {
      if (body->manual_start == PLAN_TICKS_NONE)
        body->manual_start = task->start;
      if (body->manual_finish == PLAN_TICKS_NONE)
        body->manual_finish = task->finish;
      return;
    }
  if (body->manual_start != PLAN_TICKS_NONE && body->manual_start != task->start)
    {
      g_autofree char *text = plan_ticks_format_iso (body->manual_start);

      plan_imported_text_add (self->owner.imported, "ManualStart", text);
    }
  if (body->manual_finish != PLAN_TICKS_NONE && body->manual_finish != task->finish)
    {
      g_autofree char *text = plan_ticks_format_iso (body->manual_finish);

      plan_imported_text_add (self->owner.imported, "ManualFinish", text);
    }
  body->manual_start = body->manual_finish = PLAN_TICKS_NONE;
}

/* What follows from the other values is not kept twice. */
static void
complete_task (PlanMspdi *self, Task *task)
{
  PlanTask *body = &task->task;

  if (body->wbs != NULL && (*body->wbs == '\0' || g_strcmp0 (body->wbs, task->outline_number) == 0))
    body->wbs = NULL;
  if (task->format >= 0 && (task->format >= ESTIMATED) != body->estimated)
    plan_mspdi_keep_number (self, "DurationFormat", task->format);
  if (task->remaining != PLAN_TICKS_NONE && (task->remaining != body->duration - body->actual_duration || is_project_row (self)))
    {
      g_autofree char *text = plan_imported_format (PLAN_IMPORTED_WORK, task->remaining);

      plan_imported_text_add (self->owner.imported, "RemainingDuration", text);
    }
  complete_manual (self, task);
}

static void
place_row (PlanMspdi *self, Task *task)
{
  task->task.project = self->project.id;
  task->task.rank = ++self->n_rows * RANK_GAP;
  if (task->row >= 0 && task->row != self->n_rows)
    plan_mspdi_keep_number (self, "ID", task->row);
  if (task->task.blank)
    {
      g_array_append_val (self->blanks, task->task.id);
      if (task->level >= 0)
        plan_mspdi_keep_number (self, "OutlineLevel", task->level);
    }
  else if (place_task (self, task))
    place_blanks (self, task->task.parent);
  if (task->is_summary)
    plan_mspdi_keep_number (self, "Summary", 1);
}

/* Its notes are those of the project. */
static void
move_notes (PlanMspdi *self, PlanTask *row)
{
  if (row->notes == NULL || *row->notes == '\0' || self->project.notes != NULL)
    return;
  self->project.notes = row->notes;
  row->notes = NULL;
}

/* What the file says of the project's own row becomes a line each of what it says of the project. */
static void
finish_project_row (PlanMspdi *self, PlanMspdiOwner *outer, Task *task)
{
  g_autofree char *format = plan_mspdi_get_kept (self, "DurationFormat");

  self->has_project_row = TRUE;
  move_notes (self, &task->task);
  plan_mspdi_keep_fields (self, PLAN_MSPDI_TASK, PLAN_RECORD_TASK, &task->task);
  if (format == NULL)
    plan_mspdi_keep_number (self, "DurationFormat", plan_mspdi_get_format (task->task.duration_unit, task->task.estimated));
  plan_mspdi_keep_below (self, outer, "Task");
  plan_mspdi_end (self, outer, FALSE);
}

static void
read_task (PlanMspdi *self)
{
  Task task = { .row = -1, .level = -1, .format = -1, .start = PLAN_TICKS_NONE, .finish = PLAN_TICKS_NONE,
                .remaining = PLAN_TICKS_NONE };
  PlanMspdiOwner outer = plan_mspdi_begin (self, PLAN_RECORD_TASK, &task.task);

  plan_mspdi_read_record (self, PLAN_MSPDI_TASK, &task);
  complete_task (self, &task);
  if (is_project_row (self))
    finish_project_row (self, &outer, &task);
  else
    {
      place_row (self, &task);
      plan_mspdi_end (self, &outer, TRUE);
    }
  g_free (task.outline_number);
}

/**
 * plan_mspdi_read_tasks:
 *
 * Reads all tasks of the file.
 */
void
plan_mspdi_read_tasks (PlanMspdi *self, gpointer record)
{
  int depth = plan_mspdi_enter (self);

  while (plan_mspdi_next (self, depth))
    read_task (self);
  plan_mspdi_place_externals (self);
  self->has_tasks = TRUE;
}
