/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

#include <glib.h>

G_BEGIN_DECLS

/* Deepest level that a plan may have; files with more are refused. */
#define PLAN_OUTLINE_MAX_LEVEL 255

/**
 * PlanOutlineRow:
 * @task: index of the task in the model
 * @parent: row of its summary, or %PLAN_INDEX_NONE
 * @end: the row after its last descendant; @end = own row + 1 for a leaf
 * @level: 1 at the top
 * @place: its number among its siblings, from 1
 */
typedef struct
{
  guint task;
  guint parent;
  guint end;
  guint level;
  guint place;
} PlanOutlineRow;

/**
 * PlanOutline:
 * @rows: in row order; the row number that people see is index + 1 within the project
 * @row_of_task: row by index of the task in the model, or %PLAN_INDEX_NONE
 *
 * The tasks of one project, or of all projects one after the other, in row order.
 */
typedef struct
{
  guint n_rows;
  guint n_tasks;
  PlanOutlineRow *rows;
  guint *row_of_task;
} PlanOutline;

PlanOutline *plan_outline_new         (const PlanModel *model, PlanId project);
void         plan_outline_add_task    (PlanOutline *self, const PlanModel *model, PlanId project);
void         plan_outline_free        (PlanOutline *self);
gboolean     plan_outline_is_summary  (const PlanOutline *self, guint row);
char        *plan_outline_get_number  (const PlanOutline *self, guint row);
GArray      *plan_model_list_projects (const PlanModel *model);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanOutline, plan_outline_free)

G_END_DECLS
