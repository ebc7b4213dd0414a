/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-id.h"
#include "plan-money.h"
#include "plan-text.h"
#include "plan-time.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanProgramme:
 *
 * A group of projects, as the list of projects shows it.
 */
typedef struct
{
  PlanId id;
  gint64 rank;
  const char *name;
} PlanProgramme;

typedef enum {
  PLAN_SCHEDULE_FROM_START,
  PLAN_SCHEDULE_FROM_FINISH,
} PlanScheduleFrom;

/**
 * PlanProject:
 * @start: the first instant work may begin, when scheduled from the start
 * @finish: the instant by which all is done, when scheduled from the finish
 * @calendar: its calendar, or %PLAN_ID_NONE for round-the-clock
 * @minutes_per_day: ticks that "1 d" stands for; likewise @minutes_per_week
 * @default_start_time: ticks since midnight that complete a typed date; likewise @default_finish_time
 * @critical_slack: tasks with no more total slack than this, in ticks, are critical
 * @colour: index into the project series of the chart theme, from 0
 * @editable_actual_costs: actual costs are typed; else they follow from the work that is done
 * @earned_value_baseline: 0 to 10
 * @move_completed_back: when progress is entered, what is done after the status date moves back to end there;
 *   @move_remaining_back: and the rest follows it at once
 * @move_remaining_forward: when progress is entered, what is left before the status date moves forward to begin there;
 *   @move_completed_forward: and what is done ends there
 * @late_finish_extends: a “finish no later than” after the finish of the project makes the task's late finish later
 * @source_format: the format it was imported from, or %NULL
 * @template: id of the template it was made of, or %NULL; @template_version: the version of it
 * @template_options: ids of the scope options that are on, with spaces between them
 *
 * One plan. Times and durations are in ticks.
 */
typedef struct
{
  PlanId id;
  PlanId programme;
  gint64 rank;
  const char *name;
  const char *title;
  const char *code;
  const char *manager;
  const char *sponsor;
  const char *author;
  const char *company;
  const char *subject;
  const char *category;
  const char *keywords;
  const char *notes;
  const char *classification;
  PlanTicks start;
  PlanTicks finish;
  PlanTicks status_date;
  PlanTicks created;
  PlanId calendar;
  PlanTicks minutes_per_day;
  PlanTicks minutes_per_week;
  gint64 days_per_month;
  PlanTicks default_start_time;
  PlanTicks default_finish_time;
  PlanTicks critical_slack;
  const char *currency;
  const char *currency_symbol;
  const char *source_format;
  const char *source_name;
  gint32 currency_digits;
  gint32 currency_position;
  gint32 week_start;
  gint32 priority;
  gint32 colour;
  guint8 schedule_from;
  guint8 duration_unit;
  guint8 work_unit;
  guint8 default_task_type;
  guint8 new_tasks_manual;
  guint8 new_tasks_effort_driven;
  guint8 new_tasks_estimated;
  guint8 honour_constraints;
  guint8 split_in_progress;
  guint8 multiple_critical_paths;
  guint8 update_resources;
  guint8 control_level;
  guint8 archived;
  guint8 sample;
  guint8 editable_actual_costs;
  guint8 earned_value_baseline;
  guint8 move_completed_back;
  guint8 move_remaining_back;
  guint8 move_remaining_forward;
  guint8 move_completed_forward;
  guint8 late_finish_extends;
  const char *template;
  gint64 template_version;
  const char *template_options;
} PlanProject;

void plan_project_get_conversion (const PlanProject *self, PlanConversion *conversion);

G_END_DECLS
