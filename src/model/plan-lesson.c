/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lessons in memory, as a reader makes them of a file; not changed after that.
 */

#include "plan-lesson.h"

#include <glib/gi18n-lib.h>

const PlanEnumName plan_lesson_categories[] = {
  { PLAN_LESSON_SCOPE, "scope", N_("Scope") },
  { PLAN_LESSON_SCHEDULE, "schedule", N_("Schedule") },
  { PLAN_LESSON_COST, "cost", N_("Cost") },
  { PLAN_LESSON_QUALITY, "quality", N_("Quality") },
  { PLAN_LESSON_PEOPLE, "people", N_("People") },
  { PLAN_LESSON_COMMUNICATION, "communication", N_("Communication") },
  { PLAN_LESSON_STAKEHOLDERS, "stakeholders", N_("Stakeholders") },
  { PLAN_LESSON_RISK, "risk", N_("Risk") },
  { PLAN_LESSON_PROCUREMENT, "procurement", N_("Procurement") },
  { PLAN_LESSON_TECHNOLOGY, "technology", N_("Technology") },
  { 0 }
};

const PlanEnumName plan_lesson_phases[] = {
  { PLAN_LESSON_INITIATING, "initiating", N_("Initiating") },
  { PLAN_LESSON_PLANNING, "planning", N_("Planning") },
  { PLAN_LESSON_EXECUTING, "executing", N_("Executing") },
  { PLAN_LESSON_CLOSING, "closing", N_("Closing") },
  { 0 }
};

const PlanEnumName plan_lesson_severities[] = {
  { PLAN_LESSON_LOW, "low", N_("Low") },
  { PLAN_LESSON_MEDIUM, "medium", N_("Medium") },
  { PLAN_LESSON_HIGH, "high", N_("High") },
  { 0 }
};

const PlanEnumName plan_lesson_actions[] = {
  { PLAN_LESSON_TASK, "task", N_("Task") },
  { PLAN_LESSON_CHECK, "check", N_("Checklist item") },
  { PLAN_LESSON_RISK_ENTRY, "risk", N_("Risk") },
  { PLAN_LESSON_LAG, "lag", N_("Lag") },
  { 0 }
};

/**
 * plan_lesson_list_new:
 *
 * Returns: (transfer full): an empty list
 */
PlanLessonList *
plan_lesson_list_new (void)
{
  PlanLessonList *self = g_new0 (PlanLessonList, 1);

  self->lessons = g_array_new (FALSE, FALSE, sizeof (PlanLesson));
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    self->keywords[i] = g_ptr_array_new ();
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_string_chunk_new (64 * 1024);
  return self;
}

/**
 * plan_lesson_list_free:
 * @self: (transfer full):
 */
void
plan_lesson_list_free (PlanLessonList *self)
{
  g_array_unref (self->lessons);
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    g_ptr_array_unref (self->keywords[i]);
  g_hash_table_unref (self->ids);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * plan_lesson_list_keep:
 *
 * Returns: (transfer none): a copy of the text that lives as long as the list
 */
const char *
plan_lesson_list_keep (PlanLessonList *self, const char *text)
{
  return g_string_chunk_insert (self->texts, text);
}

/**
 * plan_lesson_list_add:
 * @lesson: with texts that the list keeps
 *
 * Returns: %FALSE when the list has a lesson of that id already
 */
gboolean
plan_lesson_list_add (PlanLessonList *self, const PlanLesson *lesson)
{
  if (!g_hash_table_add (self->ids, (gpointer) lesson->id))
    return FALSE;
  g_array_append_val (self->lessons, *lesson);
  return TRUE;
}

/**
 * plan_lesson_list_get:
 *
 * Returns: (transfer none): the lesson of that number, from 0
 */
const PlanLesson *
plan_lesson_list_get (const PlanLessonList *self, guint index)
{
  return &g_array_index (self->lessons, PlanLesson, index);
}
