/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lessons as they travel between offices, and the starter set that comes with the program. resources/lessons/README.md says
 * what stands in the file. It is trusted as little as a template.
 */

#include "plan-lesson-json.h"

#include "plan-content-reader.h"
#include "plan-content-resources.h"
#include "plan-content-writer.h"
#include "plan-json-text.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

#define MAX_MEGABYTES 256
#define STARTER "/io/github/planwright/Planwright/lessons/starter.json"

/* The texts of a lesson, each under its key. */
static const struct
{
  const char *key;
  gsize offset;
  guint most;
  gboolean needed;
} texts[] = {
  { "title", G_STRUCT_OFFSET (PlanLesson, title), PLAN_CONTENT_MAX_NAME, TRUE },
  { "situation", G_STRUCT_OFFSET (PlanLesson, situation), PLAN_CONTENT_MAX_TEXT, TRUE },
  { "cause", G_STRUCT_OFFSET (PlanLesson, cause), PLAN_CONTENT_MAX_TEXT, FALSE },
  { "effect", G_STRUCT_OFFSET (PlanLesson, effect), PLAN_CONTENT_MAX_TEXT, FALSE },
  { "recommendation", G_STRUCT_OFFSET (PlanLesson, recommendation), PLAN_CONTENT_MAX_TEXT, TRUE },
  { "early_signs", G_STRUCT_OFFSET (PlanLesson, early_signs), PLAN_CONTENT_MAX_TEXT, FALSE },
};

static const char *
keep_text (gpointer owner, const char *text)
{
  return plan_lesson_list_keep (owner, text);
}

static gboolean
read_action (PlanContentReader *self, JsonObject *object, PlanLesson *lesson, GError **error)
{
  JsonObject *action;
  gsize mark;

  if (!json_object_has_member (object, "action"))
    return TRUE;
  action = plan_content_enter (self, object, "action", &mark, error);
  if (action == NULL || !plan_content_read_enum (self, action, "kind", plan_lesson_actions, &lesson->action, error) ||
      !plan_content_read_bilingual (self, action, "text", TRUE, PLAN_CONTENT_MAX_NAME, &lesson->action_text, error))
    return FALSE;
  plan_content_leave (self, mark);
  return lesson->action != PLAN_LESSON_NO_ACTION ||
         plan_content_refuse (self, "action", _("The action does not say its “kind”."), error);
}

static gboolean
read_lesson (PlanContentReader *self, JsonObject *object, gpointer data, GError **error)
{
  PlanLessonList *list = data;
  PlanLesson lesson = { .category = PLAN_LESSON_SCHEDULE, .phase = PLAN_LESSON_EXECUTING, .severity = PLAN_LESSON_MEDIUM };

  if (!plan_content_read_id (self, object, "id", &lesson.id, error) ||
      !plan_content_read_enum (self, object, "category", plan_lesson_categories, &lesson.category, error) ||
      !plan_content_read_enum (self, object, "phase", plan_lesson_phases, &lesson.phase, error) ||
      !plan_content_read_enum (self, object, "severity", plan_lesson_severities, &lesson.severity, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!plan_content_read_bilingual (self, object, texts[i].key, texts[i].needed, texts[i].most,
                                      G_STRUCT_MEMBER_P (&lesson, texts[i].offset), error))
      return FALSE;
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    lesson.first_keyword[i] = list->keywords[i]->len;
  if (!plan_content_read_words (self, object, "keywords", list->keywords, error) || !read_action (self, object, &lesson, error))
    return FALSE;
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    lesson.n_keywords[i] = list->keywords[i]->len - lesson.first_keyword[i];
  return plan_lesson_list_add (list, &lesson) ||
         plan_content_refuse (self, "id", _("Another one before has the same id."), error);
}

/**
 * plan_lessons_read:
 *
 * Returns: (transfer full): the lessons of a file, or %NULL with %PLAN_ERROR_PARSE and a sentence that names line or place,
 *   %PLAN_ERROR_RANGE for a file that is too large, %PLAN_ERROR_TOO_NEW, %PLAN_ERROR_IO or %PLAN_ERROR_CANCELLED
 */
PlanLessonList *
plan_lessons_read (GInputStream *stream, PlanProgress *progress, GError **error)
{
  g_autoptr (JsonParser) parser = plan_json_text_parse (stream, MAX_MEGABYTES, progress, error);
  g_autoptr (PlanLessonList) list = NULL;
  g_autoptr (GString) place = g_string_new (NULL);
  PlanContentReader self = { .place = place, .keep = keep_text };
  JsonObject *root;

  if (parser == NULL || !plan_content_check_format (json_parser_get_root (parser), "planwright-lessons", &root, error))
    return NULL;
  self.owner = list = plan_lesson_list_new ();
  if (!plan_content_read_list (&self, root, "lessons", PLAN_LESSONS_MAX, read_lesson, list, error))
    return NULL;
  return g_steal_pointer (&list);
}

static void
write_keywords (PlanJsonWriter *writer, const PlanLessonList *list, const PlanLesson *lesson)
{
  plan_json_writer_begin_object (writer, "keywords");
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    plan_content_write_words (writer, (PlanLanguage) i, list->keywords[i], lesson->first_keyword[i], lesson->n_keywords[i]);
  plan_json_writer_end_object (writer);
}

static void
write_lesson (PlanJsonWriter *writer, const PlanLessonList *list, const PlanLesson *lesson)
{
  plan_json_writer_begin_object (writer, NULL);
  plan_json_writer_string (writer, "id", lesson->id);
  plan_content_write_enum (writer, "category", plan_lesson_categories, lesson->category);
  plan_content_write_enum (writer, "phase", plan_lesson_phases, lesson->phase);
  plan_content_write_enum (writer, "severity", plan_lesson_severities, lesson->severity);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    plan_content_write_bilingual (writer, texts[i].key, G_STRUCT_MEMBER_P (lesson, texts[i].offset));
  write_keywords (writer, list, lesson);
  if (lesson->action != PLAN_LESSON_NO_ACTION)
    {
      plan_json_writer_begin_object (writer, "action");
      plan_content_write_enum (writer, "kind", plan_lesson_actions, lesson->action);
      plan_content_write_bilingual (writer, "text", &lesson->action_text);
      plan_json_writer_end_object (writer);
    }
  plan_json_writer_end_object (writer);
}

/**
 * plan_lessons_write:
 *
 * Returns: %FALSE with %PLAN_ERROR_IO when the stream takes no more
 */
gboolean
plan_lessons_write (const PlanLessonList *self, GOutputStream *stream, GError **error)
{
  g_autoptr (PlanJsonWriter) writer = plan_json_writer_new (stream, PLAN_CONTENT_LINE_DEPTH);

  plan_json_writer_begin_object (writer, NULL);
  plan_json_writer_string (writer, "format", "planwright-lessons");
  plan_json_writer_integer (writer, "version", 1);
  plan_json_writer_begin_array (writer, "lessons");
  for (guint i = 0; i < self->lessons->len; i++)
    write_lesson (writer, self, plan_lesson_list_get (self, i));
  plan_json_writer_end_array (writer);
  plan_json_writer_end_object (writer);
  return plan_json_writer_finish (writer, error);
}

/**
 * plan_lessons_read_starter:
 *
 * Returns: (transfer full): the lessons that come with the program
 */
PlanLessonList *
plan_lessons_read_starter (GError **error)
{
  GResource *resource = plan_content_get_resource ();
  g_autoptr (GInputStream) stream = g_resource_open_stream (resource, STARTER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return stream != NULL ? plan_lessons_read (stream, NULL, error) : NULL;
}
