/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The root element: properties of the project, and titles of custom fields. Views, filters and the like have no field and
 * are kept as they are.
 */

#include "plan-mspdi-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
read_critical_slack (PlanMspdi *self, gpointer record)
{
  PlanProject *project = record;
  gint64 days;

  /* Days: they become ticks when the length of a day is known. */
  if (plan_mspdi_read_integer (self, &days) && days > -10000 && days < 10000)
    project->critical_slack = days;
}

static void
read_from_start (PlanMspdi *self, gpointer record)
{
  PlanProject *project = record;

  project->schedule_from = strcmp (plan_mspdi_read_text (self), "0") == 0 ? PLAN_SCHEDULE_FROM_FINISH : PLAN_SCHEDULE_FROM_START;
}

static const PlanMspdiRow project_rows[] = {
  { "SaveVersion", PLAN_MSPDI_KEEP, 0, NULL, plan_mspdi_write_save_version },
  { "BuildNumber", PLAN_MSPDI_KEEP },
  { "UID", PLAN_MSPDI_KEEP },
  { "Name", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_NAME, NULL, plan_mspdi_write_name },
  { "Title", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_TITLE },
  { "GUID", PLAN_MSPDI_KEEP },
  { "Subject", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_SUBJECT },
  { "Category", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CATEGORY },
  { "Keywords", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_KEYWORDS, NULL, plan_mspdi_write_keywords },
  { "Company", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_COMPANY },
  { "Manager", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_MANAGER },
  { "Author", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_AUTHOR },
  { "CreationDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CREATED },
  { "Revision", PLAN_MSPDI_KEEP },
  { "LastSaved", PLAN_MSPDI_KEEP },
  { "ScheduleFromStart", PLAN_MSPDI_FUNC, 0, read_from_start, plan_mspdi_write_from_start },
  { "StartDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_START },
  { "FinishDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_FINISH, NULL, plan_mspdi_write_finish },
  { "FYStartDate", PLAN_MSPDI_KEEP },
  { "CriticalSlackLimit", PLAN_MSPDI_FUNC, 0, read_critical_slack, plan_mspdi_write_critical_slack },
  { "CurrencyDigits", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CURRENCY_DIGITS },
  { "CurrencySymbol", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CURRENCY_SYMBOL },
  { "CurrencyCode", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CURRENCY },
  { "CurrencySymbolPosition", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CURRENCY_POSITION },
  { "CalendarUID", PLAN_MSPDI_REFERENCE, PLAN_FIELD_PROJECT_CALENDAR },
  { "BaselineCalendar", PLAN_MSPDI_KEEP },
  { "DefaultStartTime", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_DEFAULT_START_TIME },
  { "DefaultFinishTime", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_DEFAULT_FINISH_TIME },
  { "MinutesPerDay", PLAN_MSPDI_MINUTES, PLAN_FIELD_PROJECT_MINUTES_PER_DAY },
  { "MinutesPerWeek", PLAN_MSPDI_MINUTES, PLAN_FIELD_PROJECT_MINUTES_PER_WEEK },
  { "DaysPerMonth", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_DAYS_PER_MONTH },
  { "DefaultTaskType", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_DEFAULT_TASK_TYPE },
  { "DefaultFixedCostAccrual", PLAN_MSPDI_KEEP },
  { "DefaultStandardRate", PLAN_MSPDI_KEEP },
  { "DefaultOvertimeRate", PLAN_MSPDI_KEEP },
  { "DurationFormat", PLAN_MSPDI_UNIT, PLAN_FIELD_PROJECT_DURATION_UNIT },
  { "WorkFormat", PLAN_MSPDI_WORK_UNIT, PLAN_FIELD_PROJECT_WORK_UNIT },
  { "EditableActualCosts", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_EDITABLE_ACTUAL_COSTS, NULL, plan_mspdi_write_if_set },
  { "HonorConstraints", PLAN_MSPDI_INVERTED, PLAN_FIELD_PROJECT_HONOUR_CONSTRAINTS },
  { "EarnedValueMethod", PLAN_MSPDI_KEEP },
  { "InsertedProjectsLikeSummary", PLAN_MSPDI_KEEP },
  { "MultipleCriticalPaths", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_MULTIPLE_CRITICAL_PATHS },
  { "NewTasksEffortDriven", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_NEW_TASKS_EFFORT_DRIVEN },
  { "NewTasksEstimated", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_NEW_TASKS_ESTIMATED },
  { "SplitsInProgressTasks", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_SPLIT_IN_PROGRESS },
  { "SpreadActualCost", PLAN_MSPDI_KEEP },
  { "SpreadPercentComplete", PLAN_MSPDI_KEEP },
  { "TaskUpdatesResource", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_UPDATE_RESOURCES },
  { "FiscalYearStart", PLAN_MSPDI_KEEP },
  { "WeekStartDay", PLAN_MSPDI_WEEKDAY, PLAN_FIELD_PROJECT_WEEK_START },
  { "MoveCompletedEndsBack", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_MOVE_COMPLETED_BACK, NULL, plan_mspdi_write_if_set },
  { "MoveRemainingStartsBack", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_MOVE_REMAINING_BACK, NULL, plan_mspdi_write_if_set },
  { "MoveRemainingStartsForward", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_MOVE_REMAINING_FORWARD, NULL, plan_mspdi_write_if_set },
  { "MoveCompletedEndsForward", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_MOVE_COMPLETED_FORWARD, NULL, plan_mspdi_write_if_set },
  { "BaselineForEarnedValue", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_EARNED_VALUE_BASELINE, NULL, plan_mspdi_write_if_set },
  { "AutoAddNewResourcesAndTasks", PLAN_MSPDI_KEEP },
  { "StatusDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_STATUS_DATE },
  { "CurrentDate", PLAN_MSPDI_KEEP },
  { "MicrosoftProjectServerURL", PLAN_MSPDI_KEEP },
  { "Autolink", PLAN_MSPDI_KEEP },
  { "NewTaskStartDate", PLAN_MSPDI_KEEP },
  { "NewTasksAreManual", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_NEW_TASKS_MANUAL, NULL, plan_mspdi_write_if_set },
  { "DefaultTaskEVMethod", PLAN_MSPDI_KEEP },
  { "ProjectExternallyEdited", PLAN_MSPDI_KEEP },
  { "ExtendedCreationDate", PLAN_MSPDI_KEEP },
  { "ActualsInSync", PLAN_MSPDI_KEEP },
  { "RemoveFileProperties", PLAN_MSPDI_KEEP },
  { "AdminProject", PLAN_MSPDI_KEEP },
  { "UpdateManuallyScheduledTasksWhenEditingLinks", PLAN_MSPDI_KEEP },
  { "KeepTaskOnNearestWorkingTimeWhenMadeAutoScheduled", PLAN_MSPDI_KEEP },
  { "Views", PLAN_MSPDI_KEEP },
  { "Filters", PLAN_MSPDI_KEEP },
  { "Groups", PLAN_MSPDI_KEEP },
  { "Tables", PLAN_MSPDI_KEEP },
  { "Maps", PLAN_MSPDI_KEEP },
  { "Reports", PLAN_MSPDI_KEEP },
  { "Drawings", PLAN_MSPDI_KEEP },
  { "DataLinks", PLAN_MSPDI_KEEP },
  { "VBAProjects", PLAN_MSPDI_KEEP },
  { "OutlineCodes", PLAN_MSPDI_KEEP },
  { "WBSMasks", PLAN_MSPDI_KEEP },
  { "ExtendedAttributes", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_definitions, plan_mspdi_write_definitions },
  { "Calendars", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_calendars, plan_mspdi_write_calendars },
  { "Tasks", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_tasks, plan_mspdi_write_tasks },
  { "Resources", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_resources, plan_mspdi_write_resources },
  { "Assignments", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_assignments, plan_mspdi_write_assignments },
};

/**
 * plan_mspdi_add_project_tables:
 *
 * Adds the rows of the root element.
 */
void
plan_mspdi_add_project_tables (PlanMspdiSchema *schema)
{
  plan_mspdi_schema_add (schema, PLAN_MSPDI_PROJECT, project_rows, G_N_ELEMENTS (project_rows));
}

static char *
strip_suffix (const char *name)
{
  static const char *const suffixes[] = { ".xml", ".mpp", ".mpt" };
  gsize length = strlen (name);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (length > 4 && g_ascii_strcasecmp (name + length - 4, suffixes[i]) == 0)
      return g_strndup (name, length - 4);
  return g_strdup (name);
}

/**
 * plan_mspdi_strip_name:
 * @name: what the file has as the name of the project, which usually is that of a file; without a suffix that tells so, a
 *   slash is a slash
 *
 * Returns: (transfer full): what people call the project
 */
char *
plan_mspdi_strip_name (const char *name)
{
  g_autofree char *stripped = strip_suffix (name);

  return strcmp (stripped, name) != 0 ? g_path_get_basename (stripped) : g_strdup (name);
}

/* Project writes the file's name where people expect that of the project; without one, the file is called something. */
static void
name_project (PlanMspdi *self, const char *file_name)
{
  PlanProject *project = &self->project;
  const char *said = project->name != NULL && *project->name != '\0' ? project->name : project->title;
  const char *name = said != NULL && *said != '\0' ? said : file_name;
  g_autofree char *stripped = plan_mspdi_strip_name (name);

  if (project->name != NULL && strcmp (stripped, project->name) != 0)
    plan_imported_text_add (self->owner.imported, "Name", project->name);
  project->name = plan_model_keep_text (self->model, stripped);
}

/**
 * plan_mspdi_finish_project:
 * @name: of the file
 *
 * Completes the project when all of the file is read.
 */
void
plan_mspdi_finish_project (PlanMspdi *self, const char *name)
{
  PlanProject *project = &self->project;
  g_autofree char *base = g_path_get_basename (name);

  project->critical_slack *= project->minutes_per_day;
  project->source_format = plan_model_keep_text (self->model, "mspdi");
  project->source_name = plan_model_keep_text (self->model, base);
  name_project (self, base);
  if (project->start == PLAN_TICKS_NONE && project->schedule_from == PLAN_SCHEDULE_FROM_START)
    plan_report_add (self->report, PLAN_REPORT_CHANGED, _("Start of the project"), _("The file does not say when the project starts."), 1);
  if (project->finish != PLAN_TICKS_NONE && project->schedule_from == PLAN_SCHEDULE_FROM_START)
    {
      g_autofree char *text = plan_ticks_format_iso (project->finish);

      plan_imported_text_add (self->owner.imported, "FinishDate", text);
      project->finish = PLAN_TICKS_NONE;
    }
}
