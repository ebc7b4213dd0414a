/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-columns.h"

G_BEGIN_DECLS

/**
 * PlanCompletion:
 * @label: what can be chosen: the name of somebody or of a task
 * @detail: (nullable): what else tells it from others: the group of somebody, the summary of a task
 * @number: the row of a task, or 0
 * @text: what the whole cell says when it is chosen; @caret: where to go on then, in characters
 */
typedef struct
{
  char *label;
  char *detail;
  guint number;
  char *text;
  int caret;
} PlanCompletion;

gboolean   plan_completion_is_offered (PlanColumnId column);
GPtrArray *plan_completion_list       (PlanColumnId column, const PlanCellSource *source, PlanId task, const char *text,
                                       int caret, guint most, gboolean *unread);

G_END_DECLS
