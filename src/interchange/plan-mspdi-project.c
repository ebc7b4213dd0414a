/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The root element: properties of the project, and titles of custom fields. Views, filters and the like have no field and
 * are kept as they are.
 */

#include "plan-mspdi-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
read_critical_slack (PlanMspdi *self, gpointer record)
{
  PlanProject *project = record;
  gint64 days;

  /* Days: they become ticks when the length of a day is known. */
  if (plan_mspdi_read_integer (self, &days) && ABS (days) < 10000)
    project->critical_slack = days;
}

static void
read_from_start (PlanMspdi *self, gpointer record)
{
  PlanProject *project = record;

  project->schedule_from = strcmp (plan_mspdi_read_text (self), "0") == 0 ? PLAN_SCHEDULE_FROM_FINISH : PLAN_SCHEDULE_FROM_START;
}

static const PlanMspdiRow project_rows[] = {
  { "Name", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_NAME, NULL },
  { "Title", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_TITLE, NULL },
  { "Subject", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_SUBJECT, NULL },
  { "Category", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CATEGORY, NULL },
  { "Keywords", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_KEYWORDS, NULL },
  { "Company", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_COMPANY, NULL },
  { "Manager", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_MANAGER, NULL },
  { "Author", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_AUTHOR, NULL },
  { "CreationDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CREATED, NULL },
  { "ScheduleFromStart", PLAN_MSPDI_FUNC, 0, read_from_start },
  { "StartDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_START, NULL },
  { "FinishDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_FINISH, NULL },
  { "StatusDate", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_STATUS_DATE, NULL },
  { "CriticalSlackLimit", PLAN_MSPDI_FUNC, 0, read_critical_slack },
  { "CurrencyDigits", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CURRENCY_DIGITS, NULL },
  { "CurrencySymbol", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CURRENCY_SYMBOL, NULL },
  { "CurrencyCode", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CURRENCY, NULL },
  { "CurrencySymbolPosition", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_CURRENCY_POSITION, NULL },
  { "CalendarUID", PLAN_MSPDI_REFERENCE, PLAN_FIELD_PROJECT_CALENDAR, NULL },
  { "DefaultStartTime", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_DEFAULT_START_TIME, NULL },
  { "DefaultFinishTime", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_DEFAULT_FINISH_TIME, NULL },
  { "MinutesPerDay", PLAN_MSPDI_MINUTES, PLAN_FIELD_PROJECT_MINUTES_PER_DAY, NULL },
  { "MinutesPerWeek", PLAN_MSPDI_MINUTES, PLAN_FIELD_PROJECT_MINUTES_PER_WEEK, NULL },
  { "DaysPerMonth", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_DAYS_PER_MONTH, NULL },
  { "DefaultTaskType", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_DEFAULT_TASK_TYPE, NULL },
  { "DurationFormat", PLAN_MSPDI_UNIT, PLAN_FIELD_PROJECT_DURATION_UNIT, NULL },
  { "WorkFormat", PLAN_MSPDI_WORK_UNIT, PLAN_FIELD_PROJECT_WORK_UNIT, NULL },
  { "HonorConstraints", PLAN_MSPDI_INVERTED, PLAN_FIELD_PROJECT_HONOUR_CONSTRAINTS, NULL },
  { "MultipleCriticalPaths", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_MULTIPLE_CRITICAL_PATHS, NULL },
  { "NewTasksEffortDriven", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_NEW_TASKS_EFFORT_DRIVEN, NULL },
  { "NewTasksEstimated", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_NEW_TASKS_ESTIMATED, NULL },
  { "NewTasksAreManual", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_NEW_TASKS_MANUAL, NULL },
  { "SplitsInProgressTasks", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_SPLIT_IN_PROGRESS, NULL },
  { "TaskUpdatesResource", PLAN_MSPDI_PLAIN, PLAN_FIELD_PROJECT_UPDATE_RESOURCES, NULL },
  { "WeekStartDay", PLAN_MSPDI_WEEKDAY, PLAN_FIELD_PROJECT_WEEK_START, NULL },
  { "ExtendedAttributes", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_definitions },
  { "Calendars", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_calendars },
  { "Tasks", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_tasks },
  { "Resources", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_resources },
  { "Assignments", PLAN_MSPDI_FUNC, 0, plan_mspdi_read_assignments },
};

/**
 * plan_mspdi_add_project_tables:
 *
 * Adds the rows of the root element.
 */
void
plan_mspdi_add_project_tables (PlanMspdi *self)
{
  plan_mspdi_add_table (self, PLAN_MSPDI_PROJECT, project_rows, G_N_ELEMENTS (project_rows));
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

/* Project writes the file's name where people expect that of the project; without one, the file is called something. */
static void
name_project (PlanMspdi *self, const char *file_name)
{
  PlanProject *project = &self->project;
  const char *said = project->name != NULL && *project->name != '\0' ? project->name : project->title;
  const char *name = said != NULL && *said != '\0' ? said : file_name;
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *stripped = strip_suffix (base);

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
