/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-result-fields.h"
#include "plan-schedule.h"

G_BEGIN_DECLS

/**
 * PlanMoment:
 * @schedule: (nullable): of @model; without it nothing is said of dates that follow from others
 *
 * What an office held at one point of its history, or another copy of it; borrowed.
 */
typedef struct
{
  const PlanModel *model;
  const PlanSchedule *schedule;
} PlanMoment;

typedef enum {
  PLAN_DIFFERENCE_ADDED,
  PLAN_DIFFERENCE_DELETED,
  PLAN_DIFFERENCE_CHANGED,
  PLAN_N_DIFFERENCES
} PlanDifferenceKind;

/* Where a task went in the outline. */
typedef enum {
  PLAN_MOVE_NONE,
  PLAN_MOVE_ROW,    /* to another row of the same summary */
  PLAN_MOVE_BELOW,  /* to another summary */
  PLAN_MOVE_TO_TOP, /* out of all summaries */
} PlanMove;

/**
 * PlanFieldDifference:
 * @field: the stored field, or %PLAN_N_FIELDS for a computed one
 * @result: the computed field, or %PLAN_N_RESULTS for a stored one
 * @old_text: what it said, in the reader's language and as exactly as is needed to tell the two apart; likewise @new_text
 */
typedef struct
{
  PlanFieldId field;
  PlanResultId result;
  char *old_text;
  char *new_text;
} PlanFieldDifference;

/**
 * PlanDifference:
 * @id: of the record
 * @project: where it is, or %PLAN_ID_NONE
 * @task: the task it is or belongs to, if that is there after, or %PLAN_ID_NONE
 * @name: as in “Design”; of a changed record, as it was before; @title: the same without quotation marks
 * @n_below: tasks that came or went with an added or deleted task or project
 * @move: where a task went in the outline; @parent: (nullable): its new summary, as @name
 * @fields: (element-type PlanFieldDifference): what differs in a changed record; in its own order, computed fields last
 * @start: of a task, before and after; %PLAN_TICKS_NONE where there is none; likewise @finish
 * @slip: working ticks by which a task finishes later, negative for earlier; 0 when that cannot be said
 */
typedef struct
{
  PlanDifferenceKind kind;
  PlanRecord record;
  PlanId id;
  PlanId project;
  PlanId task;
  char *name;
  char *title;
  guint n_below;
  PlanMove move;
  char *parent;
  GPtrArray *fields;
  PlanTicks start[2];
  PlanTicks finish[2];
  PlanTicks slip;
  PlanConversion conversion; /* of its project */
  guint place;               /* for sorting */
} PlanDifference;

/**
 * PlanProjectDifference:
 * @start: before and after; likewise @finish
 * @finish_text: both in the reader's language, or %NULL when it is the same
 * @slip: working ticks by which the project finishes later, negative for earlier
 * @n_moved: tasks, but no summaries, that are at another time; of them finish @n_later or @n_earlier
 *
 * How far the dates of a project that is there before and after have moved.
 */
typedef struct
{
  PlanId id;
  char *name;
  PlanTicks start[2];
  PlanTicks finish[2];
  char *finish_text[2];
  PlanTicks slip;
  PlanConversion conversion;
  guint n_moved;
  guint n_later;
  guint n_earlier;
} PlanProjectDifference;

/**
 * PlanComparison:
 * @items: (element-type PlanDifference): by kind of record, of each first what was added, then deleted, then changed, in row
 *   order. What came or went with another record is counted there and not listed
 * @projects: (element-type PlanProjectDifference): projects whose dates, or those of their tasks, moved; in their order
 * @counts: how many of @items there are of each kind
 */
typedef struct
{
  GPtrArray *items;
  GPtrArray *projects;
  guint counts[PLAN_N_RECORDS][PLAN_N_DIFFERENCES];
} PlanComparison;

PlanComparison *plan_comparison_new            (const PlanMoment *before, const PlanMoment *after, const PlanChangeSet *changes);
void            plan_comparison_free           (PlanComparison *self);
gboolean        plan_comparison_is_empty       (const PlanComparison *self);
const char     *plan_field_difference_get_label (const PlanFieldDifference *self);
const char     *plan_field_difference_get_key  (const PlanFieldDifference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanComparison, plan_comparison_free)

G_END_DECLS
