/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-compare.h"
#include "plan-store.h"

G_BEGIN_DECLS

/**
 * PlanHistoryLine:
 * @text: a sentence in the reader's language
 * @project: where it is about, or %PLAN_ID_NONE
 * @task: the task it is about, if it was there after, or %PLAN_ID_NONE
 * @follows: whether that was not done but followed from it
 */
typedef struct
{
  char *text;
  PlanId project;
  PlanId task;
  gboolean follows;
} PlanHistoryLine;

char      *plan_history_describe   (const PlanHistoryEntry *entry);
GPtrArray *plan_history_words_new  (const PlanComparison *comparison);
char      *plan_project_difference_to_text (const PlanProjectDifference *project);
char      *plan_difference_to_text (const PlanDifference *difference, guint change);
guint      plan_difference_count   (const PlanDifference *difference);

G_END_DECLS
