/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-lesson.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlanLessonIndex PlanLessonIndex;

#define PLAN_LESSON_MAX_REASONS 3

/**
 * PlanLessonQuery:
 * @name: (nullable): the words of the task, in either language
 * @parents: (array length=n_parents): the words of what it lies below, from the top down
 * @votes: (nullable): by number of the lesson, how often it was applied less how often it was not relevant
 *
 * What a lesson is looked for.
 */
typedef struct
{
  const char *name;
  const char *const *parents;
  guint n_parents;
  const gint16 *votes;
} PlanLessonQuery;

/**
 * PlanLessonMatch:
 * @lesson: its number in the list
 * @score: larger fits better; only for comparing
 * @reasons: the words of the query that fit best, the strongest first, %NULL where there are fewer; borrowed from the index
 */
typedef struct
{
  guint lesson;
  double score;
  const char *reasons[PLAN_LESSON_MAX_REASONS];
} PlanLessonMatch;

PlanLessonIndex *plan_lesson_index_new  (const PlanLessonList *lessons);
void             plan_lesson_index_free (PlanLessonIndex *self);
GArray          *plan_lesson_index_rank (const PlanLessonIndex *self, const PlanLessonQuery *query, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanLessonIndex, plan_lesson_index_free)

G_END_DECLS
