/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-id.h"
#include "plan-money.h"
#include "plan-text.h"
#include "plan-time.h"

#include <glib.h>

G_BEGIN_DECLS

/* The numbers are those of Microsoft Project's XML. */
typedef enum {
  PLAN_TASK_FIXED_UNITS = 0,
  PLAN_TASK_FIXED_DURATION = 1,
  PLAN_TASK_FIXED_WORK = 2,
} PlanTaskType;

typedef enum {
  PLAN_CONSTRAINT_ASAP = 0,
  PLAN_CONSTRAINT_ALAP = 1,
  PLAN_CONSTRAINT_MSO = 2,
  PLAN_CONSTRAINT_MFO = 3,
  PLAN_CONSTRAINT_SNET = 4,
  PLAN_CONSTRAINT_SNLT = 5,
  PLAN_CONSTRAINT_FNET = 6,
  PLAN_CONSTRAINT_FNLT = 7,
} PlanConstraint;

typedef enum {
  PLAN_ACCRUE_START = 1,
  PLAN_ACCRUE_END = 2,
  PLAN_ACCRUE_PRORATED = 3,
} PlanAccrual;

/**
 * PlanTask:
 * @parent: its summary task, or %PLAN_ID_NONE at the top
 * @rank: order among its siblings; ties by id
 * @source_uid: its unique number in the file it was imported from, or -1
 * @duration: ticks of work, or of clock time when @duration_unit is an elapsed one; ignored for a summary
 * @milestone: drawn as a milestone; a task without duration usually is
 * @percent_complete: in hundredths of a percent of the duration; ignored for a summary
 * @actual_duration: ticks of @duration that are done
 * @stop: up to where it is done; @resume: where the rest begins
 * @levelling_delay: clock ticks
 * @actual_fixed_cost: as typed, where actual costs are
 * @earned_value_method: 0: by % complete, 1: by physical % complete
 * @wbs: a code that the user typed, or %NULL for the outline number
 * @blank: an empty line of the plan, without dates
 * @gate: a decision point between phases, drawn as a double diamond
 * @template_task: the template and the task in it that it was made of, as "office-move/lease", or %NULL
 *
 * One row of a plan: what people typed or a file said of it. Whether it is a summary follows from its children.
 */
typedef struct
{
  PlanId id;
  PlanId project;
  PlanId parent;
  gint64 rank;
  gint64 source_uid;
  const char *name;
  const char *wbs;
  const char *notes;
  const char *start_text;
  const char *finish_text;
  const char *duration_text;
  const char *subproject;
  const char *contact;
  PlanId calendar;
  PlanTicks duration;
  PlanTicks actual_duration;
  PlanTicks actual_start;
  PlanTicks actual_finish;
  PlanTicks stop;
  PlanTicks resume;
  PlanTicks manual_start;
  PlanTicks manual_finish;
  PlanTicks constraint_date;
  PlanTicks deadline;
  PlanTicks created;
  PlanTicks levelling_delay;
  PlanMoney fixed_cost;
  gint32 percent_complete;
  gint32 physical_percent_complete;
  gint32 priority;
  guint8 duration_unit;
  guint8 levelling_delay_unit;
  guint8 type;
  guint8 constraint;
  guint8 fixed_cost_accrual;
  guint8 estimated;
  guint8 milestone;
  guint8 active;
  guint8 manual;
  guint8 effort_driven;
  guint8 ignore_resource_calendar;
  guint8 level_assignments;
  guint8 levelling_can_split;
  guint8 recurring;
  guint8 external;
  guint8 blank;
  guint8 gate;
  guint8 hide_bar;
  guint8 rollup;
  guint8 earned_value_method;
  PlanMoney actual_fixed_cost;
  const char *template_task;
} PlanTask;

/**
 * PlanLink:
 * @lag: ticks, or hundredths of a percent when @lag_unit is a percent unit; negative is a lead
 */
typedef struct
{
  PlanId id;
  PlanId predecessor;
  PlanId successor;
  gint64 lag;
  guint8 type;
  guint8 lag_unit;
} PlanLink;

/**
 * PlanSplit:
 * @owner: a task, or an assignment that pauses on its own
 * @after: ticks of its duration that are done before the pause
 * @length: ticks of working time that the pause takes
 *
 * A pause in the work of a task. It moves with the task.
 */
typedef struct
{
  PlanId id;
  PlanId owner;
  PlanTicks after;
  PlanTicks length;
  guint8 owner_record;
} PlanSplit;

/**
 * PlanBaseline:
 * @owner: a task, assignment or resource
 * @number: 0 to 10
 */
typedef struct
{
  PlanId id;
  PlanId owner;
  PlanTicks start;
  PlanTicks finish;
  PlanTicks duration;
  PlanTicks work;
  PlanMoney cost;
  PlanMoney fixed_cost;
  gint32 number;
  guint8 owner_record;
  guint8 duration_unit;
  guint8 estimated;
} PlanBaseline;

G_END_DECLS
