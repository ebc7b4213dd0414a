/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-bilingual.h"
#include "plan-fields.h"

#include <glib.h>

G_BEGIN_DECLS

/* More than an office has; what comes from outside is checked against it. */
#define PLAN_LESSONS_MAX 200000

/* What it is about. */
typedef enum {
  PLAN_LESSON_SCOPE,
  PLAN_LESSON_SCHEDULE,
  PLAN_LESSON_COST,
  PLAN_LESSON_QUALITY,
  PLAN_LESSON_PEOPLE,
  PLAN_LESSON_COMMUNICATION,
  PLAN_LESSON_STAKEHOLDERS,
  PLAN_LESSON_RISK,
  PLAN_LESSON_PROCUREMENT,
  PLAN_LESSON_TECHNOLOGY,
} PlanLessonCategory;

/* When it helps. */
typedef enum {
  PLAN_LESSON_INITIATING,
  PLAN_LESSON_PLANNING,
  PLAN_LESSON_EXECUTING,
  PLAN_LESSON_CLOSING,
} PlanLessonPhase;

typedef enum {
  PLAN_LESSON_LOW,
  PLAN_LESSON_MEDIUM,
  PLAN_LESSON_HIGH,
} PlanLessonSeverity;

/* What a lesson can put into a plan. */
typedef enum {
  PLAN_LESSON_NO_ACTION,
  PLAN_LESSON_TASK,
  PLAN_LESSON_CHECK,
  PLAN_LESSON_RISK_ENTRY,
  PLAN_LESSON_LAG,
} PlanLessonAction;

/**
 * PlanLesson:
 * @id: small letters, digits and hyphens; the same in all offices that have it
 * @early_signs: by what it is seen coming
 * @first_keyword: where its keywords begin in those of the list, by language; @n_keywords of them
 * @action_text: name of the task, the item, the risk or the lag that it puts into a plan
 *
 * What was learned: what happened, why, what came of it, and what to do.
 */
typedef struct
{
  const char *id;
  PlanBilingual title;
  PlanBilingual situation;
  PlanBilingual cause;
  PlanBilingual effect;
  PlanBilingual recommendation;
  PlanBilingual early_signs;
  PlanBilingual action_text;
  guint first_keyword[PLAN_N_LANGUAGES];
  guint n_keywords[PLAN_N_LANGUAGES];
  gint64 category;
  gint64 phase;
  gint64 severity;
  gint64 action;
} PlanLesson;

/**
 * PlanLessonList:
 * @lessons: (element-type PlanLesson): in the order of the file
 * @keywords: (element-type utf8): of all lessons, by language
 *
 * Lessons as they travel between offices. Owns all their texts.
 */
typedef struct
{
  GArray *lessons;
  GPtrArray *keywords[PLAN_N_LANGUAGES];
  GHashTable *ids;
  GStringChunk *texts;
} PlanLessonList;

extern const PlanEnumName plan_lesson_categories[];
extern const PlanEnumName plan_lesson_phases[];
extern const PlanEnumName plan_lesson_severities[];
extern const PlanEnumName plan_lesson_actions[];

PlanLessonList   *plan_lesson_list_new  (void);
void              plan_lesson_list_free (PlanLessonList *self);
const char       *plan_lesson_list_keep (PlanLessonList *self, const char *text);
gboolean          plan_lesson_list_add  (PlanLessonList *self, const PlanLesson *lesson);
const PlanLesson *plan_lesson_list_get  (const PlanLessonList *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanLessonList, plan_lesson_list_free)

G_END_DECLS
