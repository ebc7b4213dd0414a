/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The field table: one row for each stored field of each record. SQL, loading, change sets, columns, files, filters and
 * what a copy for outsiders leaves out all follow from it. A new field is a member of the record's struct, one row here
 * and one column at the end of its table in schema.sql.
 */

#include "plan-fields.h"

#include "plan-assignment.h"
#include "plan-calendar.h"
#include "plan-custom.h"
#include "plan-project.h"
#include "plan-resource.h"
#include "plan-task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const PlanEnumName schedule_from_names[] = {
  { PLAN_SCHEDULE_FROM_START, "start", N_("Start of the project") },
  { PLAN_SCHEDULE_FROM_FINISH, "finish", N_("Finish of the project") },
  { 0 }
};

static const PlanEnumName task_type_names[] = {
  { PLAN_TASK_FIXED_UNITS, "fixed-units", N_("Fixed units") },
  { PLAN_TASK_FIXED_DURATION, "fixed-duration", N_("Fixed duration") },
  { PLAN_TASK_FIXED_WORK, "fixed-work", N_("Fixed work") },
  { 0 }
};

static const PlanEnumName control_level_names[] = {
  { 0, "supportive", N_("Supportive") },
  { 1, "controlling", N_("Controlling") },
  { 2, "directive", N_("Directive") },
  { 0 }
};

static const PlanEnumName recurrence_names[] = {
  { PLAN_RECURRENCE_DAILY, "daily", N_("Daily") },
  { PLAN_RECURRENCE_YEARLY_DAY, "yearly-day", N_("Yearly on a date") },
  { PLAN_RECURRENCE_YEARLY_POSITION, "yearly-position", N_("Yearly on a weekday") },
  { PLAN_RECURRENCE_MONTHLY_DAY, "monthly-day", N_("Monthly on a day") },
  { PLAN_RECURRENCE_MONTHLY_POSITION, "monthly-position", N_("Monthly on a weekday") },
  { PLAN_RECURRENCE_WEEKLY, "weekly", N_("Weekly") },
  { PLAN_RECURRENCE_RANGE, "range", N_("Once") },
  { 0 }
};

static const PlanEnumName exception_kind_names[] = {
  { PLAN_EXCEPTION_OTHER, "other", N_("Other") },
  { PLAN_EXCEPTION_STATUTORY, "statutory", N_("Statutory holiday") },
  { PLAN_EXCEPTION_SWAPPED, "swapped", N_("Swapped day") },
  { PLAN_EXCEPTION_LEAVE, "leave", N_("Leave") },
  { 0 }
};

static const PlanEnumName constraint_names[] = {
  { PLAN_CONSTRAINT_ASAP, "ASAP", N_("As soon as possible") },
  { PLAN_CONSTRAINT_ALAP, "ALAP", N_("As late as possible") },
  { PLAN_CONSTRAINT_MSO, "MSO", N_("Must start on") },
  { PLAN_CONSTRAINT_MFO, "MFO", N_("Must finish on") },
  { PLAN_CONSTRAINT_SNET, "SNET", N_("Start no earlier than") },
  { PLAN_CONSTRAINT_SNLT, "SNLT", N_("Start no later than") },
  { PLAN_CONSTRAINT_FNET, "FNET", N_("Finish no earlier than") },
  { PLAN_CONSTRAINT_FNLT, "FNLT", N_("Finish no later than") },
  { 0 }
};

static const PlanEnumName accrual_names[] = {
  { PLAN_ACCRUE_START, "start", N_("At the start") },
  { PLAN_ACCRUE_END, "end", N_("At the finish") },
  { PLAN_ACCRUE_PRORATED, "prorated", N_("Prorated") },
  { 0 }
};

static const PlanEnumName link_type_names[] = {
  { PLAN_LINK_FF, "FF", N_("Finish-to-finish (FF)") },
  { PLAN_LINK_FS, "FS", N_("Finish-to-start (FS)") },
  { PLAN_LINK_SF, "SF", N_("Start-to-finish (SF)") },
  { PLAN_LINK_SS, "SS", N_("Start-to-start (SS)") },
  { 0 }
};

static const PlanEnumName resource_type_names[] = {
  { PLAN_RESOURCE_MATERIAL, "material", N_("Material") },
  { PLAN_RESOURCE_WORK, "work", N_("Work") },
  { PLAN_RESOURCE_COST, "cost", N_("Cost") },
  { 0 }
};

static const PlanEnumName rate_unit_names[] = {
  { PLAN_PER_MINUTE, "minute", N_("Minute") },
  { PLAN_PER_HOUR, "hour", N_("Hour") },
  { PLAN_PER_DAY, "day", N_("Day") },
  { PLAN_PER_WEEK, "week", N_("Week") },
  { PLAN_PER_MONTH, "month", N_("Month") },
  { PLAN_PER_YEAR, "year", N_("Year") },
  { PLAN_PER_PIECE, "piece", N_("Piece") },
  { 0 }
};

#define FIELD(rec, col, Struct, member) \
  .record = PLAN_RECORD_##rec, .column = col, .offset = G_STRUCT_OFFSET (Struct, member), .size = sizeof (((Struct *) 0)->member)

static const PlanField fields[PLAN_N_FIELDS] = {
  [PLAN_FIELD_PROGRAMME_RANK] = { FIELD (PROGRAMME, "rank", PlanProgramme, rank), PLAN_TYPE_RANK, NULL, 0 },
  [PLAN_FIELD_PROGRAMME_NAME] = { FIELD (PROGRAMME, "name", PlanProgramme, name), PLAN_TYPE_TEXT, N_("Name"), PLAN_FIELD_EDITABLE },

  [PLAN_FIELD_PROJECT_PROGRAMME] = { FIELD (PROJECT, "programme", PlanProject, programme), PLAN_TYPE_ID, N_("Programme"), PLAN_FIELD_EDITABLE, .target = PLAN_RECORD_PROGRAMME },
  [PLAN_FIELD_PROJECT_RANK] = { FIELD (PROJECT, "rank", PlanProject, rank), PLAN_TYPE_RANK, NULL, 0 },
  [PLAN_FIELD_PROJECT_NAME] = { FIELD (PROJECT, "name", PlanProject, name), PLAN_TYPE_TEXT, N_("Name"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_TITLE] = { FIELD (PROJECT, "title", PlanProject, title), PLAN_TYPE_TEXT, N_("Title"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_CODE] = { FIELD (PROJECT, "code", PlanProject, code), PLAN_TYPE_TEXT, N_("Project code"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_MANAGER] = { FIELD (PROJECT, "manager", PlanProject, manager), PLAN_TYPE_TEXT, N_("Project manager"), PLAN_FIELD_EDITABLE | PLAN_FIELD_PERSON },
  [PLAN_FIELD_PROJECT_SPONSOR] = { FIELD (PROJECT, "sponsor", PlanProject, sponsor), PLAN_TYPE_TEXT, N_("Sponsor"), PLAN_FIELD_EDITABLE | PLAN_FIELD_PERSON },
  [PLAN_FIELD_PROJECT_AUTHOR] = { FIELD (PROJECT, "author", PlanProject, author), PLAN_TYPE_TEXT, N_("Author"), PLAN_FIELD_EDITABLE | PLAN_FIELD_PERSON },
  [PLAN_FIELD_PROJECT_COMPANY] = { FIELD (PROJECT, "company", PlanProject, company), PLAN_TYPE_TEXT, N_("Company"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_SUBJECT] = { FIELD (PROJECT, "subject", PlanProject, subject), PLAN_TYPE_TEXT, N_("Subject"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_CATEGORY] = { FIELD (PROJECT, "category", PlanProject, category), PLAN_TYPE_TEXT, N_("Category"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_KEYWORDS] = { FIELD (PROJECT, "keywords", PlanProject, keywords), PLAN_TYPE_TEXT, N_("Keywords"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_NOTES] = { FIELD (PROJECT, "notes", PlanProject, notes), PLAN_TYPE_TEXT, N_("Notes"), PLAN_FIELD_EDITABLE | PLAN_FIELD_NOTE },
  [PLAN_FIELD_PROJECT_CLASSIFICATION] = { FIELD (PROJECT, "classification", PlanProject, classification), PLAN_TYPE_TEXT, N_("Classification"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_START] = { FIELD (PROJECT, "start", PlanProject, start), PLAN_TYPE_INSTANT, N_("Start"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_PROJECT_FINISH] = { FIELD (PROJECT, "finish", PlanProject, finish), PLAN_TYPE_INSTANT, N_("Finish"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_PROJECT_STATUS_DATE] = { FIELD (PROJECT, "status_date", PlanProject, status_date), PLAN_TYPE_INSTANT, N_("Status date"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_PROJECT_CREATED] = { FIELD (PROJECT, "created", PlanProject, created), PLAN_TYPE_INSTANT, N_("Created"), 0 },
  [PLAN_FIELD_PROJECT_CALENDAR] = { FIELD (PROJECT, "calendar", PlanProject, calendar), PLAN_TYPE_ID, N_("Project calendar"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .target = PLAN_RECORD_CALENDAR },
  [PLAN_FIELD_PROJECT_MINUTES_PER_DAY] = { FIELD (PROJECT, "minutes_per_day", PlanProject, minutes_per_day), PLAN_TYPE_DURATION, N_("Hours per day"), PLAN_FIELD_EDITABLE, .min = 10, .max = 14400, .fallback = 4800 },
  [PLAN_FIELD_PROJECT_MINUTES_PER_WEEK] = { FIELD (PROJECT, "minutes_per_week", PlanProject, minutes_per_week), PLAN_TYPE_DURATION, N_("Hours per week"), PLAN_FIELD_EDITABLE, .min = 10, .max = 100800, .fallback = 24000 },
  [PLAN_FIELD_PROJECT_DAYS_PER_MONTH] = { FIELD (PROJECT, "days_per_month", PlanProject, days_per_month), PLAN_TYPE_INTEGER, N_("Days per month"), PLAN_FIELD_EDITABLE, .min = 1, .max = 31, .fallback = 20 },
  [PLAN_FIELD_PROJECT_DEFAULT_START_TIME] = { FIELD (PROJECT, "default_start_time", PlanProject, default_start_time), PLAN_TYPE_CLOCK, N_("Default start time"), PLAN_FIELD_EDITABLE, .max = 14400, .fallback = 4800 },
  [PLAN_FIELD_PROJECT_DEFAULT_FINISH_TIME] = { FIELD (PROJECT, "default_finish_time", PlanProject, default_finish_time), PLAN_TYPE_CLOCK, N_("Default finish time"), PLAN_FIELD_EDITABLE, .max = 14400, .fallback = 10200 },
  [PLAN_FIELD_PROJECT_CRITICAL_SLACK] = { FIELD (PROJECT, "critical_slack", PlanProject, critical_slack), PLAN_TYPE_DURATION, N_("Critical up to a total slack of"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .min = -PLAN_DURATION_MAX, .max = PLAN_DURATION_MAX },
  [PLAN_FIELD_PROJECT_CURRENCY] = { FIELD (PROJECT, "currency", PlanProject, currency), PLAN_TYPE_TEXT, N_("Currency"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_CURRENCY_SYMBOL] = { FIELD (PROJECT, "currency_symbol", PlanProject, currency_symbol), PLAN_TYPE_TEXT, N_("Currency symbol"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_SOURCE_FORMAT] = { FIELD (PROJECT, "source_format", PlanProject, source_format), PLAN_TYPE_TEXT, N_("Imported from"), 0 },
  [PLAN_FIELD_PROJECT_SOURCE_NAME] = { FIELD (PROJECT, "source_name", PlanProject, source_name), PLAN_TYPE_TEXT, N_("Imported file"), 0 },
  [PLAN_FIELD_PROJECT_CURRENCY_DIGITS] = { FIELD (PROJECT, "currency_digits", PlanProject, currency_digits), PLAN_TYPE_INTEGER, N_("Currency digits"), PLAN_FIELD_EDITABLE, .max = 4, .fallback = 2 },
  [PLAN_FIELD_PROJECT_CURRENCY_POSITION] = { FIELD (PROJECT, "currency_position", PlanProject, currency_position), PLAN_TYPE_INTEGER, N_("Currency position"), PLAN_FIELD_EDITABLE, .max = 3 },
  [PLAN_FIELD_PROJECT_WEEK_START] = { FIELD (PROJECT, "week_start", PlanProject, week_start), PLAN_TYPE_INTEGER, N_("Week starts on"), PLAN_FIELD_EDITABLE, .max = 6 },
  [PLAN_FIELD_PROJECT_PRIORITY] = { FIELD (PROJECT, "priority", PlanProject, priority), PLAN_TYPE_INTEGER, N_("Priority"), PLAN_FIELD_EDITABLE, .max = 1000, .fallback = 500 },
  [PLAN_FIELD_PROJECT_COLOUR] = { FIELD (PROJECT, "colour", PlanProject, colour), PLAN_TYPE_INTEGER, N_("Colour"), PLAN_FIELD_EDITABLE, .max = 1000 },
  [PLAN_FIELD_PROJECT_SCHEDULE_FROM] = { FIELD (PROJECT, "schedule_from", PlanProject, schedule_from), PLAN_TYPE_ENUM, N_("Schedule from"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .names = schedule_from_names },
  [PLAN_FIELD_PROJECT_DURATION_UNIT] = { FIELD (PROJECT, "duration_unit", PlanProject, duration_unit), PLAN_TYPE_UNIT, N_("Unit of durations"), PLAN_FIELD_EDITABLE, .fallback = PLAN_UNIT_DAY },
  [PLAN_FIELD_PROJECT_WORK_UNIT] = { FIELD (PROJECT, "work_unit", PlanProject, work_unit), PLAN_TYPE_UNIT, N_("Unit of work"), PLAN_FIELD_EDITABLE, .fallback = PLAN_UNIT_HOUR },
  [PLAN_FIELD_PROJECT_DEFAULT_TASK_TYPE] = { FIELD (PROJECT, "default_task_type", PlanProject, default_task_type), PLAN_TYPE_ENUM, N_("Type of new tasks"), PLAN_FIELD_EDITABLE, .names = task_type_names },
  [PLAN_FIELD_PROJECT_NEW_TASKS_MANUAL] = { FIELD (PROJECT, "new_tasks_manual", PlanProject, new_tasks_manual), PLAN_TYPE_BOOLEAN, N_("New tasks are manually scheduled"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_NEW_TASKS_EFFORT_DRIVEN] = { FIELD (PROJECT, "new_tasks_effort_driven", PlanProject, new_tasks_effort_driven), PLAN_TYPE_BOOLEAN, N_("New tasks are effort-driven"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_NEW_TASKS_ESTIMATED] = { FIELD (PROJECT, "new_tasks_estimated", PlanProject, new_tasks_estimated), PLAN_TYPE_BOOLEAN, N_("New tasks have estimated durations"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_HONOUR_CONSTRAINTS] = { FIELD (PROJECT, "honour_constraints", PlanProject, honour_constraints), PLAN_TYPE_BOOLEAN, N_("Tasks honour their constraint dates"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .fallback = TRUE },
  [PLAN_FIELD_PROJECT_SPLIT_IN_PROGRESS] = { FIELD (PROJECT, "split_in_progress", PlanProject, split_in_progress), PLAN_TYPE_BOOLEAN, N_("Split tasks in progress"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .fallback = TRUE },
  [PLAN_FIELD_PROJECT_MULTIPLE_CRITICAL_PATHS] = { FIELD (PROJECT, "multiple_critical_paths", PlanProject, multiple_critical_paths), PLAN_TYPE_BOOLEAN, N_("Several critical paths"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_PROJECT_UPDATE_RESOURCES] = { FIELD (PROJECT, "update_resources", PlanProject, update_resources), PLAN_TYPE_BOOLEAN, N_("Task progress updates resources"), PLAN_FIELD_EDITABLE, .fallback = TRUE },
  [PLAN_FIELD_PROJECT_CONTROL_LEVEL] = { FIELD (PROJECT, "control_level", PlanProject, control_level), PLAN_TYPE_ENUM, N_("Control level"), PLAN_FIELD_EDITABLE, .names = control_level_names },
  [PLAN_FIELD_PROJECT_ARCHIVED] = { FIELD (PROJECT, "archived", PlanProject, archived), PLAN_TYPE_BOOLEAN, N_("Archived"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_SAMPLE] = { FIELD (PROJECT, "sample", PlanProject, sample), PLAN_TYPE_BOOLEAN, N_("Sample"), 0 },
  [PLAN_FIELD_PROJECT_EDITABLE_ACTUAL_COSTS] = { FIELD (PROJECT, "editable_actual_costs", PlanProject, editable_actual_costs), PLAN_TYPE_BOOLEAN, N_("Actual costs are typed"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_EARNED_VALUE_BASELINE] = { FIELD (PROJECT, "earned_value_baseline", PlanProject, earned_value_baseline), PLAN_TYPE_INTEGER, N_("Baseline for earned value"), PLAN_FIELD_EDITABLE, .max = 10 },
  [PLAN_FIELD_PROJECT_MOVE_COMPLETED_BACK] = { FIELD (PROJECT, "move_completed_back", PlanProject, move_completed_back), PLAN_TYPE_BOOLEAN, N_("Completed parts after the status date move back to it"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_MOVE_REMAINING_BACK] = { FIELD (PROJECT, "move_remaining_back", PlanProject, move_remaining_back), PLAN_TYPE_BOOLEAN, N_("Remaining parts move back with them"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_MOVE_REMAINING_FORWARD] = { FIELD (PROJECT, "move_remaining_forward", PlanProject, move_remaining_forward), PLAN_TYPE_BOOLEAN, N_("Remaining parts before the status date move forward to it"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_MOVE_COMPLETED_FORWARD] = { FIELD (PROJECT, "move_completed_forward", PlanProject, move_completed_forward), PLAN_TYPE_BOOLEAN, N_("Completed parts move forward with them"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_PROJECT_LATE_FINISH_EXTENDS] = { FIELD (PROJECT, "late_finish_extends", PlanProject, late_finish_extends), PLAN_TYPE_BOOLEAN, N_("“Finish no later than” after the project’s finish gives slack"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_PROJECT_TEMPLATE] = { FIELD (PROJECT, "template", PlanProject, template), PLAN_TYPE_TEXT, N_("Template"), 0 },
  [PLAN_FIELD_PROJECT_TEMPLATE_VERSION] = { FIELD (PROJECT, "template_version", PlanProject, template_version), PLAN_TYPE_INTEGER, N_("Version of the template"), 0, .max = G_MAXINT32 },
  [PLAN_FIELD_PROJECT_TEMPLATE_OPTIONS] = { FIELD (PROJECT, "template_options", PlanProject, template_options), PLAN_TYPE_TEXT, N_("Scope options"), 0 },

  [PLAN_FIELD_CALENDAR_PROJECT] = { FIELD (CALENDAR, "project", PlanCalendar, project), PLAN_TYPE_ID, N_("Project"), 0, .target = PLAN_RECORD_PROJECT },
  [PLAN_FIELD_CALENDAR_PARENT] = { FIELD (CALENDAR, "parent", PlanCalendar, parent), PLAN_TYPE_ID, N_("Base calendar"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .target = PLAN_RECORD_CALENDAR },
  [PLAN_FIELD_CALENDAR_SOURCE_UID] = { FIELD (CALENDAR, "source_uid", PlanCalendar, source_uid), PLAN_TYPE_INTEGER, NULL, 0, .min = G_MININT64, .max = G_MAXINT64, .fallback = -1 },
  [PLAN_FIELD_CALENDAR_NAME] = { FIELD (CALENDAR, "name", PlanCalendar, name), PLAN_TYPE_TEXT, N_("Name"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_CALENDAR_BASE] = { FIELD (CALENDAR, "base", PlanCalendar, base), PLAN_TYPE_BOOLEAN, N_("Base calendar"), 0, .fallback = TRUE },

  [PLAN_FIELD_WEEK_CALENDAR] = { FIELD (WEEK, "calendar", PlanWeek, calendar), PLAN_TYPE_ID, N_("Calendar"), PLAN_FIELD_OWNER | PLAN_FIELD_SCHEDULE, .target = PLAN_RECORD_CALENDAR },
  [PLAN_FIELD_WEEK_NAME] = { FIELD (WEEK, "name", PlanWeek, name), PLAN_TYPE_TEXT, N_("Name"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_WEEK_START] = { FIELD (WEEK, "start", PlanWeek, start), PLAN_TYPE_DAY, N_("From"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_WEEK_FINISH] = { FIELD (WEEK, "finish", PlanWeek, finish), PLAN_TYPE_DAY, N_("To"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_WEEK_MONDAY] = { FIELD (WEEK, "monday", PlanWeek, days[0]), PLAN_TYPE_HOURS, N_("Monday"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_WEEK_TUESDAY] = { FIELD (WEEK, "tuesday", PlanWeek, days[1]), PLAN_TYPE_HOURS, N_("Tuesday"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_WEEK_WEDNESDAY] = { FIELD (WEEK, "wednesday", PlanWeek, days[2]), PLAN_TYPE_HOURS, N_("Wednesday"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_WEEK_THURSDAY] = { FIELD (WEEK, "thursday", PlanWeek, days[3]), PLAN_TYPE_HOURS, N_("Thursday"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_WEEK_FRIDAY] = { FIELD (WEEK, "friday", PlanWeek, days[4]), PLAN_TYPE_HOURS, N_("Friday"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_WEEK_SATURDAY] = { FIELD (WEEK, "saturday", PlanWeek, days[5]), PLAN_TYPE_HOURS, N_("Saturday"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_WEEK_SUNDAY] = { FIELD (WEEK, "sunday", PlanWeek, days[6]), PLAN_TYPE_HOURS, N_("Sunday"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },

  [PLAN_FIELD_EXCEPTION_CALENDAR] = { FIELD (EXCEPTION, "calendar", PlanException, calendar), PLAN_TYPE_ID, N_("Calendar"), PLAN_FIELD_OWNER | PLAN_FIELD_SCHEDULE, .target = PLAN_RECORD_CALENDAR },
  [PLAN_FIELD_EXCEPTION_NAME] = { FIELD (EXCEPTION, "name", PlanException, name), PLAN_TYPE_TEXT, N_("Name"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_EXCEPTION_HOURS] = { FIELD (EXCEPTION, "hours", PlanException, hours), PLAN_TYPE_HOURS, N_("Working hours"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_EXCEPTION_START] = { FIELD (EXCEPTION, "start", PlanException, start), PLAN_TYPE_DAY, N_("From"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_EXCEPTION_FINISH] = { FIELD (EXCEPTION, "finish", PlanException, finish), PLAN_TYPE_DAY, N_("To"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_EXCEPTION_OCCURRENCES] = { FIELD (EXCEPTION, "occurrences", PlanException, occurrences), PLAN_TYPE_INTEGER, N_("Occurrences"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = 100000 },
  [PLAN_FIELD_EXCEPTION_PERIOD] = { FIELD (EXCEPTION, "period", PlanException, period), PLAN_TYPE_INTEGER, N_("Every"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = 10000, .fallback = 1 },
  [PLAN_FIELD_EXCEPTION_WEEKDAYS] = { FIELD (EXCEPTION, "weekdays", PlanException, weekdays), PLAN_TYPE_INTEGER, N_("Weekdays"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = 127 },
  [PLAN_FIELD_EXCEPTION_MONTH_DAY] = { FIELD (EXCEPTION, "month_day", PlanException, month_day), PLAN_TYPE_INTEGER, N_("Day of the month"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = 31 },
  [PLAN_FIELD_EXCEPTION_POSITION] = { FIELD (EXCEPTION, "position", PlanException, position), PLAN_TYPE_INTEGER, N_("Position"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = 5 },
  [PLAN_FIELD_EXCEPTION_POSITION_ITEM] = { FIELD (EXCEPTION, "position_item", PlanException, position_item), PLAN_TYPE_INTEGER, N_("Day"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = 9 },
  [PLAN_FIELD_EXCEPTION_MONTH] = { FIELD (EXCEPTION, "month", PlanException, month), PLAN_TYPE_INTEGER, N_("Month"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = 12 },
  [PLAN_FIELD_EXCEPTION_RECURRENCE] = { FIELD (EXCEPTION, "recurrence", PlanException, recurrence), PLAN_TYPE_ENUM, N_("Recurrence"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .names = recurrence_names, .fallback = PLAN_RECURRENCE_RANGE },
  [PLAN_FIELD_EXCEPTION_KIND] = { FIELD (EXCEPTION, "kind", PlanException, kind), PLAN_TYPE_ENUM, N_("Kind"), PLAN_FIELD_EDITABLE, .names = exception_kind_names },

  [PLAN_FIELD_TASK_PROJECT] = { FIELD (TASK, "project", PlanTask, project), PLAN_TYPE_ID, N_("Project"), PLAN_FIELD_OWNER, .target = PLAN_RECORD_PROJECT },
  [PLAN_FIELD_TASK_PARENT] = { FIELD (TASK, "parent", PlanTask, parent), PLAN_TYPE_ID, N_("Summary task"), PLAN_FIELD_SCHEDULE, .target = PLAN_RECORD_TASK },
  [PLAN_FIELD_TASK_RANK] = { FIELD (TASK, "rank", PlanTask, rank), PLAN_TYPE_RANK, NULL, 0 },
  [PLAN_FIELD_TASK_SOURCE_UID] = { FIELD (TASK, "source_uid", PlanTask, source_uid), PLAN_TYPE_INTEGER, NULL, 0, .min = G_MININT64, .max = G_MAXINT64, .fallback = -1 },
  [PLAN_FIELD_TASK_NAME] = { FIELD (TASK, "name", PlanTask, name), PLAN_TYPE_TEXT, N_("Task name"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_TASK_WBS] = { FIELD (TASK, "wbs", PlanTask, wbs), PLAN_TYPE_TEXT, N_("WBS code"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_TASK_NOTES] = { FIELD (TASK, "notes", PlanTask, notes), PLAN_TYPE_TEXT, N_("Notes"), PLAN_FIELD_EDITABLE | PLAN_FIELD_NOTE },
  [PLAN_FIELD_TASK_START_TEXT] = { FIELD (TASK, "start_text", PlanTask, start_text), PLAN_TYPE_TEXT, N_("Start text"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_FINISH_TEXT] = { FIELD (TASK, "finish_text", PlanTask, finish_text), PLAN_TYPE_TEXT, N_("Finish text"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_DURATION_TEXT] = { FIELD (TASK, "duration_text", PlanTask, duration_text), PLAN_TYPE_TEXT, N_("Duration text"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_SUBPROJECT] = { FIELD (TASK, "subproject", PlanTask, subproject), PLAN_TYPE_TEXT, N_("Inserted project"), 0 },
  [PLAN_FIELD_TASK_CONTACT] = { FIELD (TASK, "contact", PlanTask, contact), PLAN_TYPE_TEXT, N_("Contact"), PLAN_FIELD_EDITABLE | PLAN_FIELD_PERSON },
  [PLAN_FIELD_TASK_CALENDAR] = { FIELD (TASK, "calendar", PlanTask, calendar), PLAN_TYPE_ID, N_("Task calendar"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .target = PLAN_RECORD_CALENDAR },
  [PLAN_FIELD_TASK_DURATION] = { FIELD (TASK, "duration", PlanTask, duration), PLAN_TYPE_DURATION, N_("Duration"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = PLAN_DURATION_MAX, .unit_field = PLAN_FIELD_TASK_DURATION_UNIT },
  [PLAN_FIELD_TASK_ACTUAL_DURATION] = { FIELD (TASK, "actual_duration", PlanTask, actual_duration), PLAN_TYPE_DURATION, N_("Actual duration"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = PLAN_DURATION_MAX, .unit_field = PLAN_FIELD_TASK_DURATION_UNIT },
  [PLAN_FIELD_TASK_ACTUAL_START] = { FIELD (TASK, "actual_start", PlanTask, actual_start), PLAN_TYPE_INSTANT, N_("Actual start"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_ACTUAL_FINISH] = { FIELD (TASK, "actual_finish", PlanTask, actual_finish), PLAN_TYPE_INSTANT, N_("Actual finish"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_STOP] = { FIELD (TASK, "stop", PlanTask, stop), PLAN_TYPE_INSTANT, N_("Stop"), PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_RESUME] = { FIELD (TASK, "resume", PlanTask, resume), PLAN_TYPE_INSTANT, N_("Resume"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_MANUAL_START] = { FIELD (TASK, "manual_start", PlanTask, manual_start), PLAN_TYPE_INSTANT, N_("Manual start"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_MANUAL_FINISH] = { FIELD (TASK, "manual_finish", PlanTask, manual_finish), PLAN_TYPE_INSTANT, N_("Manual finish"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_CONSTRAINT_DATE] = { FIELD (TASK, "constraint_date", PlanTask, constraint_date), PLAN_TYPE_INSTANT, N_("Constraint date"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_DEADLINE] = { FIELD (TASK, "deadline", PlanTask, deadline), PLAN_TYPE_INSTANT, N_("Deadline"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_CREATED] = { FIELD (TASK, "created", PlanTask, created), PLAN_TYPE_INSTANT, N_("Created"), 0 },
  [PLAN_FIELD_TASK_LEVELLING_DELAY] = { FIELD (TASK, "levelling_delay", PlanTask, levelling_delay), PLAN_TYPE_DURATION, N_("Levelling delay"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .min = -PLAN_DURATION_MAX, .max = PLAN_DURATION_MAX, .unit_field = PLAN_FIELD_TASK_LEVELLING_DELAY_UNIT },
  [PLAN_FIELD_TASK_FIXED_COST] = { FIELD (TASK, "fixed_cost", PlanTask, fixed_cost), PLAN_TYPE_MONEY, N_("Fixed cost"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  /* xgettext:no-c-format */
  [PLAN_FIELD_TASK_PERCENT_COMPLETE] = { FIELD (TASK, "percent_complete", PlanTask, percent_complete), PLAN_TYPE_PERCENT, N_("% complete"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = 10000 },
  /* xgettext:no-c-format */
  [PLAN_FIELD_TASK_PHYSICAL_PERCENT_COMPLETE] = { FIELD (TASK, "physical_percent_complete", PlanTask, physical_percent_complete), PLAN_TYPE_PERCENT, N_("Physical % complete"), PLAN_FIELD_EDITABLE, .max = 10000 },
  [PLAN_FIELD_TASK_PRIORITY] = { FIELD (TASK, "priority", PlanTask, priority), PLAN_TYPE_INTEGER, N_("Priority"), PLAN_FIELD_EDITABLE, .max = 1000, .fallback = 500 },
  [PLAN_FIELD_TASK_DURATION_UNIT] = { FIELD (TASK, "duration_unit", PlanTask, duration_unit), PLAN_TYPE_UNIT, N_("Unit of the duration"), PLAN_FIELD_SCHEDULE, .fallback = PLAN_UNIT_DAY },
  [PLAN_FIELD_TASK_LEVELLING_DELAY_UNIT] = { FIELD (TASK, "levelling_delay_unit", PlanTask, levelling_delay_unit), PLAN_TYPE_UNIT, N_("Unit of the levelling delay"), 0, .fallback = PLAN_UNIT_ELAPSED_DAY },
  [PLAN_FIELD_TASK_TYPE] = { FIELD (TASK, "type", PlanTask, type), PLAN_TYPE_ENUM, N_("Task type"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .names = task_type_names },
  [PLAN_FIELD_TASK_CONSTRAINT] = { FIELD (TASK, "constraint", PlanTask, constraint), PLAN_TYPE_ENUM, N_("Constraint type"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .names = constraint_names },
  [PLAN_FIELD_TASK_FIXED_COST_ACCRUAL] = { FIELD (TASK, "fixed_cost_accrual", PlanTask, fixed_cost_accrual), PLAN_TYPE_ENUM, N_("Fixed cost accrual"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST, .names = accrual_names, .fallback = PLAN_ACCRUE_PRORATED },
  [PLAN_FIELD_TASK_ESTIMATED] = { FIELD (TASK, "estimated", PlanTask, estimated), PLAN_TYPE_BOOLEAN, N_("Estimated duration"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_TASK_MILESTONE] = { FIELD (TASK, "milestone", PlanTask, milestone), PLAN_TYPE_BOOLEAN, N_("Milestone"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_TASK_ACTIVE] = { FIELD (TASK, "active", PlanTask, active), PLAN_TYPE_BOOLEAN, N_("Active"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .fallback = TRUE },
  [PLAN_FIELD_TASK_MANUAL] = { FIELD (TASK, "manual", PlanTask, manual), PLAN_TYPE_BOOLEAN, N_("Manually scheduled"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_EFFORT_DRIVEN] = { FIELD (TASK, "effort_driven", PlanTask, effort_driven), PLAN_TYPE_BOOLEAN, N_("Effort-driven"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_TASK_IGNORE_RESOURCE_CALENDAR] = { FIELD (TASK, "ignore_resource_calendar", PlanTask, ignore_resource_calendar), PLAN_TYPE_BOOLEAN, N_("Ignore resource calendars"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_LEVEL_ASSIGNMENTS] = { FIELD (TASK, "level_assignments", PlanTask, level_assignments), PLAN_TYPE_BOOLEAN, N_("Level assignments"), PLAN_FIELD_EDITABLE, .fallback = TRUE },
  [PLAN_FIELD_TASK_LEVELLING_CAN_SPLIT] = { FIELD (TASK, "levelling_can_split", PlanTask, levelling_can_split), PLAN_TYPE_BOOLEAN, N_("Levelling may split"), PLAN_FIELD_EDITABLE, .fallback = TRUE },
  [PLAN_FIELD_TASK_RECURRING] = { FIELD (TASK, "recurring", PlanTask, recurring), PLAN_TYPE_BOOLEAN, N_("Recurring task"), 0 },
  [PLAN_FIELD_TASK_EXTERNAL] = { FIELD (TASK, "external", PlanTask, external), PLAN_TYPE_BOOLEAN, N_("External task"), PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_BLANK] = { FIELD (TASK, "blank", PlanTask, blank), PLAN_TYPE_BOOLEAN, N_("Empty line"), PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_TASK_GATE] = { FIELD (TASK, "gate", PlanTask, gate), PLAN_TYPE_BOOLEAN, N_("Phase gate"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_TASK_HIDE_BAR] = { FIELD (TASK, "hide_bar", PlanTask, hide_bar), PLAN_TYPE_BOOLEAN, N_("Hide bar"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_TASK_ROLLUP] = { FIELD (TASK, "rollup", PlanTask, rollup), PLAN_TYPE_BOOLEAN, N_("Roll up"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_TASK_EARNED_VALUE_METHOD] = { FIELD (TASK, "earned_value_method", PlanTask, earned_value_method), PLAN_TYPE_INTEGER, N_("Earned value method"), PLAN_FIELD_EDITABLE, .max = 1 },
  [PLAN_FIELD_TASK_ACTUAL_FIXED_COST] = { FIELD (TASK, "actual_fixed_cost", PlanTask, actual_fixed_cost), PLAN_TYPE_MONEY, N_("Actual fixed cost"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  [PLAN_FIELD_TASK_TEMPLATE_TASK] = { FIELD (TASK, "template_task", PlanTask, template_task), PLAN_TYPE_TEXT, N_("Task of the template"), 0 },

  [PLAN_FIELD_LINK_PREDECESSOR] = { FIELD (LINK, "predecessor", PlanLink, predecessor), PLAN_TYPE_ID, N_("Predecessor"), PLAN_FIELD_OWNER | PLAN_FIELD_SCHEDULE, .target = PLAN_RECORD_TASK },
  [PLAN_FIELD_LINK_SUCCESSOR] = { FIELD (LINK, "successor", PlanLink, successor), PLAN_TYPE_ID, N_("Successor"), PLAN_FIELD_OWNER | PLAN_FIELD_SCHEDULE, .target = PLAN_RECORD_TASK },
  [PLAN_FIELD_LINK_LAG] = { FIELD (LINK, "lag", PlanLink, lag), PLAN_TYPE_LAG, N_("Lag"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .min = -PLAN_DURATION_MAX, .max = PLAN_DURATION_MAX, .unit_field = PLAN_FIELD_LINK_LAG_UNIT },
  [PLAN_FIELD_LINK_TYPE] = { FIELD (LINK, "type", PlanLink, type), PLAN_TYPE_ENUM, N_("Link type"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .names = link_type_names, .fallback = PLAN_LINK_FS },
  [PLAN_FIELD_LINK_LAG_UNIT] = { FIELD (LINK, "lag_unit", PlanLink, lag_unit), PLAN_TYPE_UNIT, N_("Unit of the lag"), PLAN_FIELD_SCHEDULE, .fallback = PLAN_UNIT_DAY },

  [PLAN_FIELD_RESOURCE_CALENDAR] = { FIELD (RESOURCE, "calendar", PlanResource, calendar), PLAN_TYPE_ID, N_("Resource calendar"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .target = PLAN_RECORD_CALENDAR },
  [PLAN_FIELD_RESOURCE_SOURCE_UID] = { FIELD (RESOURCE, "source_uid", PlanResource, source_uid), PLAN_TYPE_INTEGER, NULL, 0, .min = G_MININT64, .max = G_MAXINT64, .fallback = -1 },
  [PLAN_FIELD_RESOURCE_RANK] = { FIELD (RESOURCE, "rank", PlanResource, rank), PLAN_TYPE_RANK, NULL, 0 },
  [PLAN_FIELD_RESOURCE_NAME] = { FIELD (RESOURCE, "name", PlanResource, name), PLAN_TYPE_TEXT, N_("Resource name"), PLAN_FIELD_EDITABLE | PLAN_FIELD_PERSON },
  [PLAN_FIELD_RESOURCE_INITIALS] = { FIELD (RESOURCE, "initials", PlanResource, initials), PLAN_TYPE_TEXT, N_("Initials"), PLAN_FIELD_EDITABLE | PLAN_FIELD_PERSON },
  [PLAN_FIELD_RESOURCE_GROUP] = { FIELD (RESOURCE, "group", PlanResource, group), PLAN_TYPE_TEXT, N_("Resource group"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_RESOURCE_ROLE] = { FIELD (RESOURCE, "role", PlanResource, role), PLAN_TYPE_TEXT, N_("Role"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_RESOURCE_EMAIL] = { FIELD (RESOURCE, "email", PlanResource, email), PLAN_TYPE_TEXT, N_("E-mail"), PLAN_FIELD_EDITABLE | PLAN_FIELD_PERSON },
  [PLAN_FIELD_RESOURCE_CODE] = { FIELD (RESOURCE, "code", PlanResource, code), PLAN_TYPE_TEXT, N_("Code"), PLAN_FIELD_EDITABLE | PLAN_FIELD_PERSON },
  [PLAN_FIELD_RESOURCE_NOTES] = { FIELD (RESOURCE, "notes", PlanResource, notes), PLAN_TYPE_TEXT, N_("Notes"), PLAN_FIELD_EDITABLE | PLAN_FIELD_NOTE },
  [PLAN_FIELD_RESOURCE_MATERIAL_UNIT] = { FIELD (RESOURCE, "material_unit", PlanResource, material_unit), PLAN_TYPE_TEXT, N_("Unit of the material"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_RESOURCE_MAX_UNITS] = { FIELD (RESOURCE, "max_units", PlanResource, max_units), PLAN_TYPE_PERCENT, N_("Max units"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = PLAN_UNITS_MAX, .fallback = 10000 },
  [PLAN_FIELD_RESOURCE_STANDARD_RATE] = { FIELD (RESOURCE, "standard_rate", PlanResource, standard_rate), PLAN_TYPE_RATE, N_("Standard rate"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  [PLAN_FIELD_RESOURCE_OVERTIME_RATE] = { FIELD (RESOURCE, "overtime_rate", PlanResource, overtime_rate), PLAN_TYPE_RATE, N_("Overtime rate"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  [PLAN_FIELD_RESOURCE_COST_PER_USE] = { FIELD (RESOURCE, "cost_per_use", PlanResource, cost_per_use), PLAN_TYPE_MONEY, N_("Cost per use"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  [PLAN_FIELD_RESOURCE_TYPE] = { FIELD (RESOURCE, "type", PlanResource, type), PLAN_TYPE_ENUM, N_("Resource type"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .names = resource_type_names, .fallback = PLAN_RESOURCE_WORK },
  [PLAN_FIELD_RESOURCE_STANDARD_RATE_UNIT] = { FIELD (RESOURCE, "standard_rate_unit", PlanResource, standard_rate_unit), PLAN_TYPE_ENUM, N_("Standard rate per"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST, .names = rate_unit_names, .fallback = PLAN_PER_HOUR },
  [PLAN_FIELD_RESOURCE_OVERTIME_RATE_UNIT] = { FIELD (RESOURCE, "overtime_rate_unit", PlanResource, overtime_rate_unit), PLAN_TYPE_ENUM, N_("Overtime rate per"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST, .names = rate_unit_names, .fallback = PLAN_PER_HOUR },
  [PLAN_FIELD_RESOURCE_ACCRUAL] = { FIELD (RESOURCE, "accrual", PlanResource, accrual), PLAN_TYPE_ENUM, N_("Accrue at"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST, .names = accrual_names, .fallback = PLAN_ACCRUE_PRORATED },
  [PLAN_FIELD_RESOURCE_BUDGET] = { FIELD (RESOURCE, "budget", PlanResource, budget), PLAN_TYPE_BOOLEAN, N_("Budget"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_RESOURCE_GENERIC] = { FIELD (RESOURCE, "generic", PlanResource, generic), PLAN_TYPE_BOOLEAN, N_("Generic"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_RESOURCE_INACTIVE] = { FIELD (RESOURCE, "inactive", PlanResource, inactive), PLAN_TYPE_BOOLEAN, N_("Inactive"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_RESOURCE_CAN_LEVEL] = { FIELD (RESOURCE, "can_level", PlanResource, can_level), PLAN_TYPE_BOOLEAN, N_("Can be levelled"), PLAN_FIELD_EDITABLE, .fallback = TRUE },

  [PLAN_FIELD_AVAILABILITY_RESOURCE] = { FIELD (AVAILABILITY, "resource", PlanAvailability, resource), PLAN_TYPE_ID, N_("Resource"), PLAN_FIELD_OWNER, .target = PLAN_RECORD_RESOURCE },
  [PLAN_FIELD_AVAILABILITY_START] = { FIELD (AVAILABILITY, "start", PlanAvailability, start), PLAN_TYPE_DAY, N_("From"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_AVAILABILITY_FINISH] = { FIELD (AVAILABILITY, "finish", PlanAvailability, finish), PLAN_TYPE_DAY, N_("To"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_AVAILABILITY_UNITS] = { FIELD (AVAILABILITY, "units", PlanAvailability, units), PLAN_TYPE_PERCENT, N_("Units"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = PLAN_UNITS_MAX, .fallback = 10000 },

  [PLAN_FIELD_RATE_RESOURCE] = { FIELD (RATE, "resource", PlanRateEntry, resource), PLAN_TYPE_ID, N_("Resource"), PLAN_FIELD_OWNER, .target = PLAN_RECORD_RESOURCE },
  [PLAN_FIELD_RATE_START] = { FIELD (RATE, "start", PlanRateEntry, start), PLAN_TYPE_INSTANT, N_("From"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  [PLAN_FIELD_RATE_STANDARD_RATE] = { FIELD (RATE, "standard_rate", PlanRateEntry, standard_rate), PLAN_TYPE_RATE, N_("Standard rate"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  [PLAN_FIELD_RATE_OVERTIME_RATE] = { FIELD (RATE, "overtime_rate", PlanRateEntry, overtime_rate), PLAN_TYPE_RATE, N_("Overtime rate"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  [PLAN_FIELD_RATE_COST_PER_USE] = { FIELD (RATE, "cost_per_use", PlanRateEntry, cost_per_use), PLAN_TYPE_MONEY, N_("Cost per use"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  [PLAN_FIELD_RATE_TABLE] = { FIELD (RATE, "table", PlanRateEntry, table), PLAN_TYPE_INTEGER, N_("Rate table"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST, .max = 4 },
  [PLAN_FIELD_RATE_STANDARD_RATE_UNIT] = { FIELD (RATE, "standard_rate_unit", PlanRateEntry, standard_rate_unit), PLAN_TYPE_ENUM, N_("Standard rate per"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST, .names = rate_unit_names, .fallback = PLAN_PER_HOUR },
  [PLAN_FIELD_RATE_OVERTIME_RATE_UNIT] = { FIELD (RATE, "overtime_rate_unit", PlanRateEntry, overtime_rate_unit), PLAN_TYPE_ENUM, N_("Overtime rate per"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST, .names = rate_unit_names, .fallback = PLAN_PER_HOUR },

  [PLAN_FIELD_ASSIGNMENT_TASK] = { FIELD (ASSIGNMENT, "task", PlanAssignment, task), PLAN_TYPE_ID, N_("Task"), PLAN_FIELD_OWNER | PLAN_FIELD_SCHEDULE, .target = PLAN_RECORD_TASK },
  [PLAN_FIELD_ASSIGNMENT_RESOURCE] = { FIELD (ASSIGNMENT, "resource", PlanAssignment, resource), PLAN_TYPE_ID, N_("Resource"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .target = PLAN_RECORD_RESOURCE },
  [PLAN_FIELD_ASSIGNMENT_SOURCE_UID] = { FIELD (ASSIGNMENT, "source_uid", PlanAssignment, source_uid), PLAN_TYPE_INTEGER, NULL, 0, .min = G_MININT64, .max = G_MAXINT64, .fallback = -1 },
  [PLAN_FIELD_ASSIGNMENT_NOTES] = { FIELD (ASSIGNMENT, "notes", PlanAssignment, notes), PLAN_TYPE_TEXT, N_("Notes"), PLAN_FIELD_EDITABLE | PLAN_FIELD_NOTE },
  [PLAN_FIELD_ASSIGNMENT_UNITS] = { FIELD (ASSIGNMENT, "units", PlanAssignment, units), PLAN_TYPE_PERCENT, N_("Units"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = PLAN_UNITS_MAX, .fallback = 10000 },
  [PLAN_FIELD_ASSIGNMENT_WORK] = { FIELD (ASSIGNMENT, "work", PlanAssignment, work), PLAN_TYPE_WORK, N_("Work"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = PLAN_WORK_MAX },
  [PLAN_FIELD_ASSIGNMENT_ACTUAL_WORK] = { FIELD (ASSIGNMENT, "actual_work", PlanAssignment, actual_work), PLAN_TYPE_WORK, N_("Actual work"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = PLAN_WORK_MAX },
  [PLAN_FIELD_ASSIGNMENT_OVERTIME_WORK] = { FIELD (ASSIGNMENT, "overtime_work", PlanAssignment, overtime_work), PLAN_TYPE_WORK, N_("Overtime work"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = PLAN_WORK_MAX },
  [PLAN_FIELD_ASSIGNMENT_ACTUAL_OVERTIME_WORK] = { FIELD (ASSIGNMENT, "actual_overtime_work", PlanAssignment, actual_overtime_work), PLAN_TYPE_WORK, N_("Actual overtime work"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = PLAN_WORK_MAX },
  [PLAN_FIELD_ASSIGNMENT_DELAY] = { FIELD (ASSIGNMENT, "delay", PlanAssignment, delay), PLAN_TYPE_DURATION, N_("Assignment delay"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .min = -PLAN_DURATION_MAX, .max = PLAN_DURATION_MAX },
  [PLAN_FIELD_ASSIGNMENT_LEVELLING_DELAY] = { FIELD (ASSIGNMENT, "levelling_delay", PlanAssignment, levelling_delay), PLAN_TYPE_DURATION, N_("Levelling delay"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .min = -PLAN_DURATION_MAX, .max = PLAN_DURATION_MAX },
  [PLAN_FIELD_ASSIGNMENT_ACTUAL_START] = { FIELD (ASSIGNMENT, "actual_start", PlanAssignment, actual_start), PLAN_TYPE_INSTANT, N_("Actual start"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_ASSIGNMENT_ACTUAL_FINISH] = { FIELD (ASSIGNMENT, "actual_finish", PlanAssignment, actual_finish), PLAN_TYPE_INSTANT, N_("Actual finish"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_ASSIGNMENT_STOP] = { FIELD (ASSIGNMENT, "stop", PlanAssignment, stop), PLAN_TYPE_INSTANT, N_("Stop"), PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_ASSIGNMENT_RESUME] = { FIELD (ASSIGNMENT, "resume", PlanAssignment, resume), PLAN_TYPE_INSTANT, N_("Resume"), PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_ASSIGNMENT_COST] = { FIELD (ASSIGNMENT, "cost", PlanAssignment, cost), PLAN_TYPE_MONEY, N_("Cost"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  [PLAN_FIELD_ASSIGNMENT_CONTOUR] = { FIELD (ASSIGNMENT, "contour", PlanAssignment, contour), PLAN_TYPE_INTEGER, N_("Work contour"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = 8 },
  [PLAN_FIELD_ASSIGNMENT_RATE_TABLE] = { FIELD (ASSIGNMENT, "rate_table", PlanAssignment, rate_table), PLAN_TYPE_INTEGER, N_("Rate table"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST, .max = 4 },
  [PLAN_FIELD_ASSIGNMENT_LEVELLING_DELAY_UNIT] = { FIELD (ASSIGNMENT, "levelling_delay_unit", PlanAssignment, levelling_delay_unit), PLAN_TYPE_UNIT, N_("Unit of the levelling delay"), 0, .fallback = PLAN_UNIT_ELAPSED_DAY },
  [PLAN_FIELD_ASSIGNMENT_FIXED_MATERIAL] = { FIELD (ASSIGNMENT, "fixed_material", PlanAssignment, fixed_material), PLAN_TYPE_BOOLEAN, N_("Fixed quantity"), PLAN_FIELD_EDITABLE, .fallback = TRUE },
  [PLAN_FIELD_ASSIGNMENT_VARIABLE_RATE_UNIT] = { FIELD (ASSIGNMENT, "variable_rate_unit", PlanAssignment, variable_rate_unit), PLAN_TYPE_INTEGER, N_("Quantity per"), PLAN_FIELD_EDITABLE, .max = 8 },
  [PLAN_FIELD_ASSIGNMENT_DURATION] = { FIELD (ASSIGNMENT, "duration", PlanAssignment, duration), PLAN_TYPE_DURATION, N_("Duration"), PLAN_FIELD_SCHEDULE, .max = PLAN_DURATION_MAX },
  [PLAN_FIELD_ASSIGNMENT_ACTUAL_COST] = { FIELD (ASSIGNMENT, "actual_cost", PlanAssignment, actual_cost), PLAN_TYPE_MONEY, N_("Actual cost"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },

  [PLAN_FIELD_WORK_SPAN_OWNER] = { FIELD (WORK_SPAN, "owner", PlanWorkSpan, owner), PLAN_TYPE_OWNER_ID, NULL, PLAN_FIELD_OWNER | PLAN_FIELD_SCHEDULE, .unit_field = PLAN_FIELD_WORK_SPAN_OWNER_RECORD },
  [PLAN_FIELD_WORK_SPAN_START] = { FIELD (WORK_SPAN, "start", PlanWorkSpan, start), PLAN_TYPE_INSTANT, N_("From"), PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_WORK_SPAN_FINISH] = { FIELD (WORK_SPAN, "finish", PlanWorkSpan, finish), PLAN_TYPE_INSTANT, N_("To"), PLAN_FIELD_SCHEDULE },
  [PLAN_FIELD_WORK_SPAN_VALUE] = { FIELD (WORK_SPAN, "value", PlanWorkSpan, value), PLAN_TYPE_INTEGER, N_("Value"), PLAN_FIELD_SCHEDULE, .min = G_MININT64, .max = G_MAXINT64 },
  [PLAN_FIELD_WORK_SPAN_KIND] = { FIELD (WORK_SPAN, "kind", PlanWorkSpan, kind), PLAN_TYPE_INTEGER, N_("Kind"), PLAN_FIELD_SCHEDULE, .max = 1000 },
  [PLAN_FIELD_WORK_SPAN_UNIT] = { FIELD (WORK_SPAN, "unit", PlanWorkSpan, unit), PLAN_TYPE_INTEGER, N_("Unit"), 0, .max = 100 },
  [PLAN_FIELD_WORK_SPAN_OWNER_RECORD] = { FIELD (WORK_SPAN, "owner_record", PlanWorkSpan, owner_record), PLAN_TYPE_INTEGER, NULL, PLAN_FIELD_OWNER, .max = PLAN_N_RECORDS - 1 },

  [PLAN_FIELD_BASELINE_OWNER] = { FIELD (BASELINE, "owner", PlanBaseline, owner), PLAN_TYPE_OWNER_ID, NULL, PLAN_FIELD_OWNER, .unit_field = PLAN_FIELD_BASELINE_OWNER_RECORD },
  [PLAN_FIELD_BASELINE_START] = { FIELD (BASELINE, "start", PlanBaseline, start), PLAN_TYPE_INSTANT, N_("Baseline start"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_BASELINE_FINISH] = { FIELD (BASELINE, "finish", PlanBaseline, finish), PLAN_TYPE_INSTANT, N_("Baseline finish"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_BASELINE_DURATION] = { FIELD (BASELINE, "duration", PlanBaseline, duration), PLAN_TYPE_DURATION, N_("Baseline duration"), PLAN_FIELD_EDITABLE, .max = PLAN_DURATION_MAX, .unit_field = PLAN_FIELD_BASELINE_DURATION_UNIT },
  [PLAN_FIELD_BASELINE_WORK] = { FIELD (BASELINE, "work", PlanBaseline, work), PLAN_TYPE_WORK, N_("Baseline work"), PLAN_FIELD_EDITABLE, .max = PLAN_WORK_MAX },
  [PLAN_FIELD_BASELINE_COST] = { FIELD (BASELINE, "cost", PlanBaseline, cost), PLAN_TYPE_MONEY, N_("Baseline cost"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  [PLAN_FIELD_BASELINE_FIXED_COST] = { FIELD (BASELINE, "fixed_cost", PlanBaseline, fixed_cost), PLAN_TYPE_MONEY, N_("Baseline fixed cost"), PLAN_FIELD_EDITABLE | PLAN_FIELD_COST },
  [PLAN_FIELD_BASELINE_NUMBER] = { FIELD (BASELINE, "number", PlanBaseline, number), PLAN_TYPE_INTEGER, N_("Baseline"), PLAN_FIELD_OWNER, .max = 10 },
  [PLAN_FIELD_BASELINE_OWNER_RECORD] = { FIELD (BASELINE, "owner_record", PlanBaseline, owner_record), PLAN_TYPE_INTEGER, NULL, PLAN_FIELD_OWNER, .max = PLAN_N_RECORDS - 1 },
  [PLAN_FIELD_BASELINE_DURATION_UNIT] = { FIELD (BASELINE, "duration_unit", PlanBaseline, duration_unit), PLAN_TYPE_UNIT, N_("Unit of the duration"), 0, .fallback = PLAN_UNIT_DAY },
  [PLAN_FIELD_BASELINE_ESTIMATED] = { FIELD (BASELINE, "estimated", PlanBaseline, estimated), PLAN_TYPE_BOOLEAN, N_("Estimated duration"), 0 },

  [PLAN_FIELD_CUSTOM_FIELD_PROJECT] = { FIELD (CUSTOM_FIELD, "project", PlanCustomField, project), PLAN_TYPE_ID, N_("Project"), PLAN_FIELD_OWNER, .target = PLAN_RECORD_PROJECT },
  [PLAN_FIELD_CUSTOM_FIELD_KEY] = { FIELD (CUSTOM_FIELD, "key", PlanCustomField, key), PLAN_TYPE_TEXT, N_("Field"), 0 },
  [PLAN_FIELD_CUSTOM_FIELD_ALIAS] = { FIELD (CUSTOM_FIELD, "alias", PlanCustomField, alias), PLAN_TYPE_TEXT, N_("Field title"), PLAN_FIELD_EDITABLE },
  [PLAN_FIELD_CUSTOM_FIELD_FORMULA] = { FIELD (CUSTOM_FIELD, "formula", PlanCustomField, formula), PLAN_TYPE_TEXT, N_("Formula"), 0 },
  [PLAN_FIELD_CUSTOM_FIELD_SOURCE_ID] = { FIELD (CUSTOM_FIELD, "source_id", PlanCustomField, source_id), PLAN_TYPE_INTEGER, NULL, 0, .min = G_MININT64, .max = G_MAXINT64 },
  [PLAN_FIELD_CUSTOM_FIELD_OWNER_RECORD] = { FIELD (CUSTOM_FIELD, "owner_record", PlanCustomField, owner_record), PLAN_TYPE_INTEGER, NULL, PLAN_FIELD_OWNER, .max = PLAN_N_RECORDS - 1 },

  [PLAN_FIELD_CUSTOM_VALUE_OWNER] = { FIELD (CUSTOM_VALUE, "owner", PlanCustomValue, owner), PLAN_TYPE_OWNER_ID, NULL, PLAN_FIELD_OWNER, .unit_field = PLAN_FIELD_CUSTOM_VALUE_OWNER_RECORD },
  [PLAN_FIELD_CUSTOM_VALUE_FIELD] = { FIELD (CUSTOM_VALUE, "field", PlanCustomValue, field), PLAN_TYPE_ID, N_("Field"), PLAN_FIELD_OWNER, .target = PLAN_RECORD_CUSTOM_FIELD },
  [PLAN_FIELD_CUSTOM_VALUE_VALUE] = { FIELD (CUSTOM_VALUE, "value", PlanCustomValue, value), PLAN_TYPE_TEXT, N_("Value"), PLAN_FIELD_EDITABLE | PLAN_FIELD_NOTE },
  [PLAN_FIELD_CUSTOM_VALUE_UNIT] = { FIELD (CUSTOM_VALUE, "unit", PlanCustomValue, unit), PLAN_TYPE_INTEGER, N_("Unit"), 0, .max = 100 },
  [PLAN_FIELD_CUSTOM_VALUE_OWNER_RECORD] = { FIELD (CUSTOM_VALUE, "owner_record", PlanCustomValue, owner_record), PLAN_TYPE_INTEGER, NULL, PLAN_FIELD_OWNER, .max = PLAN_N_RECORDS - 1 },

  [PLAN_FIELD_IMPORTED_VALUE_OWNER] = { FIELD (IMPORTED_VALUE, "owner", PlanImportedValue, owner), PLAN_TYPE_OWNER_ID, NULL, PLAN_FIELD_OWNER, .unit_field = PLAN_FIELD_IMPORTED_VALUE_OWNER_RECORD },
  [PLAN_FIELD_IMPORTED_VALUE_TEXT] = { FIELD (IMPORTED_VALUE, "text", PlanImportedValue, text), PLAN_TYPE_TEXT, NULL, PLAN_FIELD_COST | PLAN_FIELD_PERSON | PLAN_FIELD_NOTE },
  [PLAN_FIELD_IMPORTED_VALUE_OWNER_RECORD] = { FIELD (IMPORTED_VALUE, "owner_record", PlanImportedValue, owner_record), PLAN_TYPE_INTEGER, NULL, PLAN_FIELD_OWNER, .max = PLAN_N_RECORDS - 1 },

  [PLAN_FIELD_SPLIT_OWNER] = { FIELD (SPLIT, "owner", PlanSplit, owner), PLAN_TYPE_OWNER_ID, NULL, PLAN_FIELD_OWNER | PLAN_FIELD_SCHEDULE, .unit_field = PLAN_FIELD_SPLIT_OWNER_RECORD },
  [PLAN_FIELD_SPLIT_AFTER] = { FIELD (SPLIT, "after", PlanSplit, after), PLAN_TYPE_DURATION, N_("After"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = PLAN_DURATION_MAX },
  [PLAN_FIELD_SPLIT_LENGTH] = { FIELD (SPLIT, "length", PlanSplit, length), PLAN_TYPE_DURATION, N_("Pause"), PLAN_FIELD_EDITABLE | PLAN_FIELD_SCHEDULE, .max = PLAN_DURATION_MAX },
  [PLAN_FIELD_SPLIT_OWNER_RECORD] = { FIELD (SPLIT, "owner_record", PlanSplit, owner_record), PLAN_TYPE_INTEGER, NULL, PLAN_FIELD_OWNER, .max = PLAN_N_RECORDS - 1 },
};

static const struct
{
  const char *table;
  gsize size;
  PlanFieldId first;
  PlanFieldId end;
} records[PLAN_N_RECORDS] = {
  [PLAN_RECORD_PROGRAMME] = { "programme", sizeof (PlanProgramme), PLAN_FIELD_PROGRAMME_RANK, PLAN_FIELD_PROJECT_PROGRAMME },
  [PLAN_RECORD_PROJECT] = { "project", sizeof (PlanProject), PLAN_FIELD_PROJECT_PROGRAMME, PLAN_FIELD_CALENDAR_PROJECT },
  [PLAN_RECORD_CALENDAR] = { "calendar", sizeof (PlanCalendar), PLAN_FIELD_CALENDAR_PROJECT, PLAN_FIELD_WEEK_CALENDAR },
  [PLAN_RECORD_WEEK] = { "week", sizeof (PlanWeek), PLAN_FIELD_WEEK_CALENDAR, PLAN_FIELD_EXCEPTION_CALENDAR },
  [PLAN_RECORD_EXCEPTION] = { "exception", sizeof (PlanException), PLAN_FIELD_EXCEPTION_CALENDAR, PLAN_FIELD_TASK_PROJECT },
  [PLAN_RECORD_TASK] = { "task", sizeof (PlanTask), PLAN_FIELD_TASK_PROJECT, PLAN_FIELD_LINK_PREDECESSOR },
  [PLAN_RECORD_LINK] = { "link", sizeof (PlanLink), PLAN_FIELD_LINK_PREDECESSOR, PLAN_FIELD_RESOURCE_CALENDAR },
  [PLAN_RECORD_RESOURCE] = { "resource", sizeof (PlanResource), PLAN_FIELD_RESOURCE_CALENDAR, PLAN_FIELD_AVAILABILITY_RESOURCE },
  [PLAN_RECORD_AVAILABILITY] = { "availability", sizeof (PlanAvailability), PLAN_FIELD_AVAILABILITY_RESOURCE, PLAN_FIELD_RATE_RESOURCE },
  [PLAN_RECORD_RATE] = { "rate", sizeof (PlanRateEntry), PLAN_FIELD_RATE_RESOURCE, PLAN_FIELD_ASSIGNMENT_TASK },
  [PLAN_RECORD_ASSIGNMENT] = { "assignment", sizeof (PlanAssignment), PLAN_FIELD_ASSIGNMENT_TASK, PLAN_FIELD_WORK_SPAN_OWNER },
  [PLAN_RECORD_WORK_SPAN] = { "work_span", sizeof (PlanWorkSpan), PLAN_FIELD_WORK_SPAN_OWNER, PLAN_FIELD_BASELINE_OWNER },
  [PLAN_RECORD_BASELINE] = { "baseline", sizeof (PlanBaseline), PLAN_FIELD_BASELINE_OWNER, PLAN_FIELD_CUSTOM_FIELD_PROJECT },
  [PLAN_RECORD_CUSTOM_FIELD] = { "custom_field", sizeof (PlanCustomField), PLAN_FIELD_CUSTOM_FIELD_PROJECT, PLAN_FIELD_CUSTOM_VALUE_OWNER },
  [PLAN_RECORD_CUSTOM_VALUE] = { "custom_value", sizeof (PlanCustomValue), PLAN_FIELD_CUSTOM_VALUE_OWNER, PLAN_FIELD_IMPORTED_VALUE_OWNER },
  [PLAN_RECORD_IMPORTED_VALUE] = { "imported_value", sizeof (PlanImportedValue), PLAN_FIELD_IMPORTED_VALUE_OWNER, PLAN_FIELD_SPLIT_OWNER },
  [PLAN_RECORD_SPLIT] = { "split", sizeof (PlanSplit), PLAN_FIELD_SPLIT_OWNER, PLAN_N_FIELDS },
};

/**
 * plan_field_get:
 *
 * Returns: (transfer none): the row of the field table
 */
const PlanField *
plan_field_get (PlanFieldId field)
{
  g_return_val_if_fail ((guint) field < PLAN_N_FIELDS, NULL);
  return &fields[field];
}

/**
 * plan_field_first:
 *
 * Returns: the first field of the record; the others follow without a gap
 */
PlanFieldId
plan_field_first (PlanRecord record)
{
  return records[record].first;
}

/**
 * plan_field_count:
 *
 * Returns: how many fields the record has, its id not counted
 */
guint
plan_field_count (PlanRecord record)
{
  return records[record].end - records[record].first;
}

/**
 * plan_field_find:
 *
 * Returns: the field of that name, or %PLAN_N_FIELDS
 */
PlanFieldId
plan_field_find (PlanRecord record, const char *column)
{
  for (PlanFieldId field = records[record].first; field < records[record].end; field++)
    if (strcmp (fields[field].column, column) == 0)
      return field;
  return PLAN_N_FIELDS;
}

/**
 * plan_field_is_text:
 *
 * Returns: whether the field holds a text, else a whole number
 */
gboolean
plan_field_is_text (PlanFieldId field)
{
  return fields[field].type == PLAN_TYPE_TEXT || fields[field].type == PLAN_TYPE_HOURS;
}

/**
 * plan_record_get_table:
 *
 * Returns: (transfer none): the name of the record's table, and of the record in scripts
 */
const char *
plan_record_get_table (PlanRecord record)
{
  return records[record].table;
}

/**
 * plan_record_find:
 * @record: (out): the kind of that name
 *
 * Returns: whether there is one
 */
gboolean
plan_record_find (const char *table, PlanRecord *record)
{
  for (guint i = 0; i < PLAN_N_RECORDS; i++)
    if (strcmp (records[i].table, table) == 0)
      {
        *record = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * plan_record_get_size:
 *
 * Returns: bytes of one record
 */
gsize
plan_record_get_size (PlanRecord record)
{
  return records[record].size;
}

/**
 * plan_record_init:
 * @data: memory of plan_record_get_size() bytes
 *
 * Gives every field its value in a new record; the id is %PLAN_ID_NONE.
 */
void
plan_record_init (PlanRecord record, gpointer data)
{
  static const PlanValue nothing = PLAN_VALUE_OF_NULL;

  memset (data, 0, records[record].size);
  for (PlanFieldId field = records[record].first; field < records[record].end; field++)
    plan_field_set_value (field, data, &nothing);
}

/**
 * plan_record_get_id:
 * @data: a record of any kind
 *
 * Returns: its id, which is the first member of all of them
 */
PlanId
plan_record_get_id (gconstpointer data)
{
  return *(const PlanId *) data;
}

/**
 * plan_enum_by_key:
 *
 * Returns: (nullable): the value with that key, in any case of letters
 */
const PlanEnumName *
plan_enum_by_key (const PlanEnumName *names, const char *key)
{
  for (; names->key != NULL; names++)
    if (g_ascii_strcasecmp (names->key, key) == 0)
      return names;
  return NULL;
}

/**
 * plan_enum_by_value:
 *
 * Returns: (nullable): the name of the value
 */
const PlanEnumName *
plan_enum_by_value (const PlanEnumName *names, gint64 value)
{
  for (; names->key != NULL; names++)
    if (names->value == value)
      return names;
  return NULL;
}
