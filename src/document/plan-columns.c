/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of columns: what the sheet can show of a task, in which order at first, and how a cell is edited. What a
 * cell says is in plan-columns-text.c, what typing into it does in plan-edits-cells.c.
 */

#include "plan-columns.h"

#include "plan-edits-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIELD(id)  .field = PLAN_FIELD_TASK_##id
#define NO_FIELD   .field = PLAN_N_FIELDS
#define RESULT(id) .result = PLAN_RESULT_##id
#define NO_RESULT  .result = PLAN_N_RESULTS

/* A column of a figure, aligned right; what cannot be typed is computed. */
#define FIGURE(id, group, key, label, heading, field, editor, width) \
  [PLAN_COLUMN_##id] = { key, label, heading, field, PLAN_N_RESULTS, editor, TRUE, FALSE, width, PLAN_FIGURE_##id, PLAN_COLUMNS_##group }
#define COMPUTED(id, group, key, label, heading, width) FIGURE (id, group, key, label, heading, PLAN_N_FIELDS, PLAN_EDITOR_NONE, width)

static const PlanColumn columns[PLAN_N_COLUMNS] = {
  [PLAN_COLUMN_NAME] = { "name", NC_("column", "Task name"), NULL, FIELD (NAME), NO_RESULT, PLAN_EDITOR_TEXT, .standard = TRUE, .width = 198 },
  [PLAN_COLUMN_DURATION] = { "duration", NC_("column", "Duration"), NC_("column", "Dur."), FIELD (DURATION), RESULT (DURATION), PLAN_EDITOR_TEXT, TRUE, TRUE, 48, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_START] = { "start", NC_("column", "Start"), NULL, NO_FIELD, RESULT (START), PLAN_EDITOR_DATE, TRUE, TRUE, 60, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_FINISH] = { "finish", NC_("column", "Finish"), NULL, NO_FIELD, RESULT (FINISH), PLAN_EDITOR_DATE, TRUE, TRUE, 60, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_WBS] = { "wbs", NC_("column", "WBS"), NULL, FIELD (WBS), NO_RESULT, PLAN_EDITOR_TEXT, .standard = TRUE, .width = 54 },
  [PLAN_COLUMN_PREDECESSORS] = { "predecessors", NC_("column", "Predecessors"), NULL, NO_FIELD, NO_RESULT, PLAN_EDITOR_TEXT, .standard = TRUE, .width = 96 },
  [PLAN_COLUMN_RESOURCES] = { "resources", NC_("column", "Resources"), NULL, NO_FIELD, NO_RESULT, PLAN_EDITOR_TEXT, .standard = TRUE, .width = 140 },
  /* xgettext:no-c-format */
  [PLAN_COLUMN_COMPLETE] = { "percent", NC_("column", "% complete"), NC_("column", "%"), FIELD (PERCENT_COMPLETE), RESULT (PERCENT_COMPLETE), PLAN_EDITOR_TEXT, TRUE, TRUE, 52 },
  [PLAN_COLUMN_TOTAL_SLACK] = { "total_slack", NC_("column", "Total slack"), NC_("column", "Slack"), NO_FIELD, RESULT (TOTAL_SLACK), PLAN_EDITOR_NONE, TRUE, TRUE, 56, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_FREE_SLACK] = { "free_slack", NC_("column", "Free slack"), NULL, NO_FIELD, RESULT (FREE_SLACK), PLAN_EDITOR_NONE, TRUE, FALSE, 96, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_DEADLINE] = { "deadline", NC_("column", "Deadline"), NULL, FIELD (DEADLINE), NO_RESULT, PLAN_EDITOR_DATE, TRUE, FALSE, 80, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_CONSTRAINT] = { "constraint", NC_("column", "Constraint type"), NULL, FIELD (CONSTRAINT), NO_RESULT, PLAN_EDITOR_CHOICE, .width = 140, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_CONSTRAINT_DATE] = { "constraint_date", NC_("column", "Constraint date"), NULL, FIELD (CONSTRAINT_DATE), NO_RESULT, PLAN_EDITOR_DATE, TRUE, FALSE, 110, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_CALENDAR] = { "calendar", NC_("column", "Task calendar"), NULL, FIELD (CALENDAR), NO_RESULT, PLAN_EDITOR_CHOICE, .width = 110 },
  [PLAN_COLUMN_PRIORITY] = { "priority", NC_("column", "Priority"), NULL, FIELD (PRIORITY), NO_RESULT, PLAN_EDITOR_TEXT, TRUE, FALSE, 64 },
  [PLAN_COLUMN_MANUAL] = { "manual", NC_("column", "Manually scheduled"), NULL, FIELD (MANUAL), NO_RESULT, PLAN_EDITOR_CHOICE, .width = 140 },
  [PLAN_COLUMN_ACTUAL_START] = { "actual_start", NC_("column", "Actual start"), NULL, FIELD (ACTUAL_START), NO_RESULT, PLAN_EDITOR_DATE, TRUE, FALSE, 90, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_ACTUAL_FINISH] = { "actual_finish", NC_("column", "Actual finish"), NULL, FIELD (ACTUAL_FINISH), NO_RESULT, PLAN_EDITOR_DATE, TRUE, FALSE, 90, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_LATE_START] = { "late_start", NC_("column", "Late start"), NULL, NO_FIELD, RESULT (LATE_START), PLAN_EDITOR_NONE, TRUE, FALSE, 96, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_LATE_FINISH] = { "late_finish", NC_("column", "Late finish"), NULL, NO_FIELD, RESULT (LATE_FINISH), PLAN_EDITOR_NONE, TRUE, FALSE, 96, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_NOTES] = { "notes", NC_("column", "Notes"), NULL, FIELD (NOTES), NO_RESULT, PLAN_EDITOR_TEXT, .width = 198 },
  COMPUTED (WORK, WORK, "work", NC_("column", "Work"), NULL, 64),
  COMPUTED (ACTUAL_WORK, WORK, "actual_work", NC_("column", "Actual work"), NULL, 90),
  COMPUTED (REMAINING_WORK, WORK, "remaining_work", NC_("column", "Remaining work"), NULL, 104),
  FIGURE (COST, WORK, "cost", NC_("column", "Cost"), NULL, PLAN_N_FIELDS, PLAN_EDITOR_TEXT, 80),
  FIGURE (FIXED_COST, WORK, "fixed_cost", NC_("column", "Fixed cost"), NULL, PLAN_FIELD_TASK_FIXED_COST, PLAN_EDITOR_TEXT, 80),
  FIGURE (ACTUAL_COST, WORK, "actual_cost", NC_("column", "Actual cost"), NULL, PLAN_N_FIELDS, PLAN_EDITOR_TEXT, 90),
  COMPUTED (REMAINING_COST, WORK, "remaining_cost", NC_("column", "Remaining cost"), NULL, 104),
  COMPUTED (BASELINE_START, BASELINE, "baseline_start", NC_("column", "Baseline start"), NULL, 100),
  COMPUTED (BASELINE_FINISH, BASELINE, "baseline_finish", NC_("column", "Baseline finish"), NULL, 100),
  COMPUTED (BASELINE_DURATION, BASELINE, "baseline_duration", NC_("column", "Baseline duration"), NULL, 110),
  COMPUTED (BASELINE_WORK, BASELINE, "baseline_work", NC_("column", "Baseline work"), NULL, 100),
  COMPUTED (BASELINE_COST, BASELINE, "baseline_cost", NC_("column", "Baseline cost"), NULL, 100),
  COMPUTED (START_VARIANCE, BASELINE, "start_variance", NC_("column", "Start variance"), NULL, 100),
  COMPUTED (FINISH_VARIANCE, BASELINE, "finish_variance", NC_("column", "Finish variance"), NULL, 100),
  COMPUTED (DURATION_VARIANCE, BASELINE, "duration_variance", NC_("column", "Duration variance"), NULL, 110),
  COMPUTED (WORK_VARIANCE, BASELINE, "work_variance", NC_("column", "Work variance"), NULL, 100),
  COMPUTED (COST_VARIANCE, BASELINE, "cost_variance", NC_("column", "Cost variance"), NULL, 100),
  COMPUTED (PV, EARNED_VALUE, "pv", NC_("column", "Planned value"), NC_("column", "PV"), 80),
  COMPUTED (EV, EARNED_VALUE, "ev", NC_("column", "Earned value"), NC_("column", "EV"), 80),
  COMPUTED (AC, EARNED_VALUE, "ac", NC_("column", "Actual cost (AC)"), NC_("column", "AC"), 80),
  COMPUTED (SV, EARNED_VALUE, "sv", NC_("column", "Schedule variance (SV)"), NC_("column", "SV"), 80),
  COMPUTED (CV, EARNED_VALUE, "cv", NC_("column", "Cost variance (CV)"), NC_("column", "CV"), 80),
  COMPUTED (SPI, EARNED_VALUE, "spi", NC_("column", "Schedule performance index"), NC_("column", "SPI"), 60),
  COMPUTED (CPI, EARNED_VALUE, "cpi", NC_("column", "Cost performance index"), NC_("column", "CPI"), 60),
  COMPUTED (BAC, EARNED_VALUE, "bac", NC_("column", "Budget at completion"), NC_("column", "BAC"), 80),
  COMPUTED (EAC, EARNED_VALUE, "eac", NC_("column", "Estimate at completion"), NC_("column", "EAC"), 80),
  COMPUTED (ETC, EARNED_VALUE, "etc", NC_("column", "Estimate to complete"), NC_("column", "ETC"), 80),
  COMPUTED (VAC, EARNED_VALUE, "vac", NC_("column", "Variance at completion"), NC_("column", "VAC"), 80),
  COMPUTED (TCPI, EARNED_VALUE, "tcpi", NC_("column", "To-complete performance index"), NC_("column", "TCPI"), 60),
  [PLAN_COLUMN_TYPE] = { "type", NC_("column", "Task type"), NULL, FIELD (TYPE), NO_RESULT, PLAN_EDITOR_CHOICE, .width = 110 },
  [PLAN_COLUMN_EFFORT_DRIVEN] = { "effort_driven", NC_("column", "Effort-driven"), NULL, FIELD (EFFORT_DRIVEN), NO_RESULT, PLAN_EDITOR_CHOICE, .width = 100 },
  [PLAN_COLUMN_ACTIVE] = { "active", NC_("column", "Active"), NULL, FIELD (ACTIVE), NO_RESULT, PLAN_EDITOR_CHOICE, .width = 64 },
  [PLAN_COLUMN_MILESTONE] = { "milestone", NC_("column", "Milestone"), NULL, FIELD (MILESTONE), NO_RESULT, PLAN_EDITOR_CHOICE, .width = 80 },
  [PLAN_COLUMN_GATE] = { "gate", NC_("column", "Phase gate"), NULL, FIELD (GATE), NO_RESULT, PLAN_EDITOR_CHOICE, .width = 80 },
  [PLAN_COLUMN_CONTACT] = { "contact", NC_("column", "Contact"), NULL, FIELD (CONTACT), NO_RESULT, PLAN_EDITOR_TEXT, .width = 110 },
  [PLAN_COLUMN_ACTUAL_DURATION] = { "actual_duration", NC_("column", "Actual duration"), NULL, FIELD (ACTUAL_DURATION), NO_RESULT, PLAN_EDITOR_TEXT, TRUE, FALSE, 100, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_LEVELLING_DELAY] = { "levelling_delay", NC_("column", "Levelling delay"), NULL, FIELD (LEVELLING_DELAY), NO_RESULT, PLAN_EDITOR_TEXT, TRUE, FALSE, 100, .group = PLAN_COLUMNS_DATES },
  [PLAN_COLUMN_IGNORE_RESOURCE_CALENDAR] = { "ignore_resource_calendar", NC_("column", "Ignore resource calendars"), NULL, FIELD (IGNORE_RESOURCE_CALENDAR), NO_RESULT, PLAN_EDITOR_CHOICE, .width = 160 },
  [PLAN_COLUMN_LEVELLING_CAN_SPLIT] = { "levelling_can_split", NC_("column", "Levelling may split"), NULL, FIELD (LEVELLING_CAN_SPLIT), NO_RESULT, PLAN_EDITOR_CHOICE, .width = 120 },
  /* xgettext:no-c-format */
  [PLAN_COLUMN_PHYSICAL_COMPLETE] = { "physical_percent", NC_("column", "Physical % complete"), NULL, FIELD (PHYSICAL_PERCENT_COMPLETE), NO_RESULT, PLAN_EDITOR_TEXT, TRUE, FALSE, 120 },
  /* xgettext:no-c-format */
  COMPUTED (PERCENT_WORK, WORK, "percent_work", NC_("column", "% work complete"), NULL, 110),
  COMPUTED (OVERTIME_WORK, WORK, "overtime_work", NC_("column", "Overtime work"), NULL, 100),
  [PLAN_COLUMN_FIXED_COST_ACCRUAL] = { "fixed_cost_accrual", NC_("column", "Fixed cost accrual"), NULL, FIELD (FIXED_COST_ACCRUAL), NO_RESULT, PLAN_EDITOR_CHOICE, .width = 120, .group = PLAN_COLUMNS_WORK },
};

/**
 * plan_column_get:
 *
 * Returns: (transfer none): the row of the table
 */
const PlanColumn *
plan_column_get (PlanColumnId column)
{
  g_return_val_if_fail ((guint) column < PLAN_N_COLUMNS, NULL);
  return &columns[column];
}

/**
 * plan_column_get_label:
 *
 * Returns: (transfer none): the full name of the column, translated
 */
const char *
plan_column_get_label (PlanColumnId column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", plan_column_get (column)->label);
}

/**
 * plan_column_group_get_label:
 *
 * Returns: (transfer none): the heading of the group, translated
 */
const char *
plan_column_group_get_label (PlanColumnGroup group)
{
  static const char *const labels[] = {
    [PLAN_COLUMNS_TASK] = NC_("columns", "Task"),
    [PLAN_COLUMNS_DATES] = NC_("columns", "Dates"),
    [PLAN_COLUMNS_WORK] = NC_("columns", "Work and cost"),
    [PLAN_COLUMNS_BASELINE] = NC_("columns", "Baseline"),
    [PLAN_COLUMNS_EARNED_VALUE] = NC_("columns", "Earned value"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "columns", labels[group]);
}

/**
 * plan_column_get_heading:
 *
 * Returns: (transfer none): what stands at the head of the column, translated
 */
const char *
plan_column_get_heading (PlanColumnId column)
{
  const PlanColumn *row = plan_column_get (column);

  return g_dpgettext2 (GETTEXT_PACKAGE, "column", row->heading != NULL ? row->heading : row->label);
}

/**
 * plan_column_find:
 *
 * Returns: the column of that name, or %PLAN_N_COLUMNS
 */
PlanColumnId
plan_column_find (const char *name)
{
  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    if (strcmp (columns[column].name, name) == 0)
      return column;
  return PLAN_N_COLUMNS;
}

/*
 * plan_column_follows:
 * @summary: whether tasks lie below the task
 *
 * Returns: whether what the cell says of the task follows from others, so that nothing can be typed into it
 */
gboolean
plan_column_follows (PlanColumnId column, const PlanTask *task, gboolean summary)
{
  PlanFieldId field = columns[column].field;

  if (columns[column].editor == PLAN_EDITOR_NONE)
    return TRUE;
  if (column == PLAN_COLUMN_START || column == PLAN_COLUMN_FINISH) /* of a summary, as its duration */
    field = PLAN_FIELD_TASK_DURATION;
  return summary && field != PLAN_N_FIELDS && plan_edit_follows_from_subtasks (field, task);
}

/**
 * plan_column_is_editable:
 * @row: of the outline
 *
 * Returns: whether something can be typed into the cell now
 */
gboolean
plan_column_is_editable (PlanColumnId column, const PlanCellSource *source, guint row)
{
  const PlanTask *task = plan_model_get_task_at (source->model, source->outline->rows[row].task);

  return !plan_column_follows (column, task, plan_outline_is_summary (source->outline, row));
}

/* No calendar of its own comes first; then those that projects share and that of the task's project. */
static void
add_calendars (GPtrArray *choices, const PlanModel *model, const PlanTask *task)
{
  g_ptr_array_add (choices, g_strdup (C_("calendar of a task", "None")));
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *calendar = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);
      gboolean common = calendar->base && (calendar->project == PLAN_ID_NONE || calendar->project == task->project);

      if (calendar->name != NULL && *calendar->name != '\0' && (common || calendar->id == task->calendar))
        g_ptr_array_add (choices, g_strdup (calendar->name));
    }
}

/**
 * plan_column_list_choices:
 * @row: of the outline
 *
 * Returns: (transfer full) (nullable): what can be chosen in the cell, in the reader's language and as
 *   plan_column_get_text() says it; %NULL for a column without choices
 */
char **
plan_column_list_choices (PlanColumnId column, const PlanCellSource *source, guint row)
{
  const PlanTask *task = plan_model_get_task_at (source->model, source->outline->rows[row].task);
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  const PlanField *field;

  if (columns[column].editor != PLAN_EDITOR_CHOICE)
    return NULL;
  field = plan_field_get (columns[column].field);
  if (field->type == PLAN_TYPE_ID)
    add_calendars (choices, source->model, task);
  else if (field->type == PLAN_TYPE_BOOLEAN)
    {
      g_ptr_array_add (choices, g_strdup (_("No")));
      g_ptr_array_add (choices, g_strdup (_("Yes")));
    }
  else
    for (const PlanEnumName *name = field->names; name->key != NULL; name++)
      g_ptr_array_add (choices, g_strdup (_(name->label)));
  g_ptr_array_add (choices, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&choices), FALSE);
}
