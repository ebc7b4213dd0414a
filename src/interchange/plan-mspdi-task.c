/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tasks and their links. The tree follows from the outline level alone, as in Project. The row with number 0 above all
 * tasks is the project itself: it is no task, and what the file says of it is kept with the project. An empty line has no
 * place in the tree: it becomes a sibling of the task that follows it, so that the order of rows stays.
 */

#include "plan-mspdi-private.h"

#include "plan-imported.h"
#include "plan-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  gint64 format = g_ascii_strtoll (text, NULL, 10);

  if (format >= 32)
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
  { "PredecessorUID", PLAN_MSPDI_FUNC, 0, read_link_predecessor },
  { "Type", PLAN_MSPDI_PLAIN, PLAN_FIELD_LINK_TYPE, NULL },
  { "CrossProject", PLAN_MSPDI_FUNC, 0, read_cross_project },
  { "LinkLag", PLAN_MSPDI_TENTHS, PLAN_FIELD_LINK_LAG, NULL },
  { "LagFormat", PLAN_MSPDI_FUNC, 0, read_lag_format },
};

/* A lag in percent comes as whole percent. */
static void
read_link (PlanMspdi *self, gpointer record)
{
  Task *task = record;
  Link link = { .predecessor = -1 };

  plan_record_init (PLAN_RECORD_LINK, &link.link);
  link.link.id = plan_id_source_next (self->ids);
  link.link.successor = task->task.id;
  plan_mspdi_read_record (self, PLAN_MSPDI_LINK, &link);
  if (plan_unit_is_percent (link.link.lag_unit))
    link.link.lag = CLAMP (link.link.lag * PLAN_PERCENT_ONE, -PLAN_DURATION_MAX, PLAN_DURATION_MAX);
  if (link.is_cross_project)
    plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Link"), _("The predecessor lies in another file."), 1);
  else if (is_project_row (self))
    plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Link"), _("The project as a whole cannot have predecessors."), 1);
  else
    {
      g_array_append_val (self->links, link.link);
      plan_mspdi_refer (self, PLAN_FIELD_LINK_PREDECESSOR, link.link.id, link.predecessor);
    }
}

static const PlanMspdiRow task_rows[] = {
  { "UID", PLAN_MSPDI_FUNC, 0, read_uid },
  { "ID", PLAN_MSPDI_FUNC, 0, read_row },
  { "Name", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_NAME, NULL },
  { "Active", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ACTIVE, NULL },
  { "Manual", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_MANUAL, NULL },
  { "Type", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_TYPE, NULL },
  { "IsNull", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_BLANK, NULL },
  { "CreateDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_CREATED, NULL },
  { "Contact", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_CONTACT, NULL },
  { "WBS", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_WBS, NULL },
  { "OutlineNumber", PLAN_MSPDI_FUNC, 0, read_outline_number },
  { "OutlineLevel", PLAN_MSPDI_FUNC, 0, read_level },
  { "Priority", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_PRIORITY, NULL },
  { "Start", PLAN_MSPDI_FUNC, 0, read_start },
  { "Finish", PLAN_MSPDI_FUNC, 0, read_finish },
  { "StartText", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_START_TEXT, NULL },
  { "FinishText", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_FINISH_TEXT, NULL },
  { "DurationText", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_DURATION_TEXT, NULL },
  { "Duration", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_DURATION, NULL },
  { "ManualStart", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_MANUAL_START, NULL },
  { "ManualFinish", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_MANUAL_FINISH, NULL },
  { "DurationFormat", PLAN_MSPDI_FUNC, 0, read_duration_format },
  { "Stop", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_STOP, NULL },
  { "Resume", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_RESUME, NULL },
  { "EffortDriven", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_EFFORT_DRIVEN, NULL },
  { "Recurring", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_RECURRING, NULL },
  { "Estimated", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ESTIMATED, NULL },
  { "Milestone", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_MILESTONE, NULL },
  { "Summary", PLAN_MSPDI_FUNC, 0, read_summary },
  { "SubprojectName", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_SUBPROJECT, NULL },
  { "ExternalTask", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_EXTERNAL, NULL },
  { "FixedCost", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_FIXED_COST, NULL },
  { "FixedCostAccrual", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_FIXED_COST_ACCRUAL, NULL },
  { "PercentComplete", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_PERCENT_COMPLETE, NULL },
  { "PhysicalPercentComplete", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_PHYSICAL_PERCENT_COMPLETE, NULL },
  { "ActualStart", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ACTUAL_START, NULL },
  { "ActualFinish", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ACTUAL_FINISH, NULL },
  { "ActualDuration", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ACTUAL_DURATION, NULL },
  { "RemainingDuration", PLAN_MSPDI_FUNC, 0, read_remaining_duration },
  { "ConstraintType", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_CONSTRAINT, NULL },
  { "ConstraintDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_CONSTRAINT_DATE, NULL },
  { "CalendarUID", PLAN_MSPDI_REFERENCE, PLAN_FIELD_TASK_CALENDAR, NULL },
  { "Deadline", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_DEADLINE, NULL },
  { "LevelAssignments", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_LEVEL_ASSIGNMENTS, NULL },
  { "LevelingCanSplit", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_LEVELLING_CAN_SPLIT, NULL },
  { "LevelingDelay", PLAN_MSPDI_TENTHS, PLAN_FIELD_TASK_LEVELLING_DELAY, NULL },
  { "LevelingDelayFormat", PLAN_MSPDI_UNIT, PLAN_FIELD_TASK_LEVELLING_DELAY_UNIT, NULL },
  { "IgnoreResourceCalendar", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_IGNORE_RESOURCE_CALENDAR, NULL },
  { "Notes", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_NOTES, NULL },
  { "HideBar", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_HIDE_BAR, NULL },
  { "Rollup", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_ROLLUP, NULL },
  { "EarnedValueMethod", PLAN_MSPDI_PLAIN, PLAN_FIELD_TASK_EARNED_VALUE_METHOD, NULL },
  { "PredecessorLink", PLAN_MSPDI_FUNC, 0, read_link },
  { "Baseline", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_baseline },
  { "ExtendedAttribute", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_attribute },
  { "TimephasedData", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_timephased },
};

/**
 * plan_mspdi_add_task_tables:
 *
 * Adds the rows of tasks and links.
 */
void
plan_mspdi_add_task_tables (PlanMspdi *self)
{
  plan_mspdi_add_table (self, PLAN_MSPDI_TASK, task_rows, G_N_ELEMENTS (task_rows));
  plan_mspdi_add_table (self, PLAN_MSPDI_LINK, link_rows, G_N_ELEMENTS (link_rows));
}

static void
keep_number (PlanMspdi *self, const char *element, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  plan_imported_text_add (self->owner.imported, element, text);
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

/* What an automatic task would have as a manual one is only kept; a manual one without dates of its own has those of the file. */
static void
complete_manual (PlanMspdi *self, Task *task)
{
  PlanTask *body = &task->task;

  if (body->manual)
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
  if (task->remaining != PLAN_TICKS_NONE && task->remaining != body->duration - body->actual_duration)
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
    keep_number (self, "ID", task->row);
  if (task->task.blank)
    {
      g_array_append_val (self->blanks, task->task.id);
      if (task->level >= 0)
        keep_number (self, "OutlineLevel", task->level);
    }
  else if (place_task (self, task))
    place_blanks (self, task->task.parent);
  if (task->is_summary)
    keep_number (self, "Summary", 1);
}

/* What the file says of the project's own row becomes a line each of what it says of the project. */
static void
finish_project_row (PlanMspdi *self, PlanMspdiOwner *outer, Task *task)
{
  g_auto (GStrv) lines = g_strsplit (self->owner.imported->str, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (outer->imported, "Task/%s\n", lines[i]);
  if (task->task.notes != NULL && *task->task.notes != '\0' && self->project.notes == NULL)
    self->project.notes = task->task.notes;
  plan_mspdi_end (self, outer, FALSE);
}

static void
read_task (PlanMspdi *self)
{
  Task task = { .row = -1, .level = -1, .start = PLAN_TICKS_NONE, .finish = PLAN_TICKS_NONE, .remaining = PLAN_TICKS_NONE };
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
}
