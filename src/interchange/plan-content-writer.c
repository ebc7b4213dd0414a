/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of the JSON in which templates and lessons travel, as plan-content-reader.c reads them.
 */

#include "plan-content-writer.h"

/**
 * plan_content_write_bilingual:
 * @key: (nullable): none for an element of a list
 *
 * Writes a text in the languages that it has; none when it has none.
 */
void
plan_content_write_bilingual (PlanJsonWriter *writer, const char *key, const PlanBilingual *text)
{
  if (!plan_bilingual_is_set (text))
    return;
  plan_json_writer_begin_object (writer, key);
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    if (text->texts[i] != NULL)
      plan_json_writer_string (writer, plan_language_get_key (i), text->texts[i]);
  plan_json_writer_end_object (writer);
}

/**
 * plan_content_write_enum:
 * @value: one of @names
 *
 * Writes the key of the value.
 */
void
plan_content_write_enum (PlanJsonWriter *writer, const char *key, const PlanEnumName *names, gint64 value)
{
  plan_json_writer_string (writer, key, plan_enum_by_value (names, value)->key);
}

/**
 * plan_content_write_words:
 * @words: (element-type utf8): of which @n_words from @first on are meant
 *
 * Writes the words of one language, within an object; none when there are none.
 */
void
plan_content_write_words (PlanJsonWriter *writer, PlanLanguage language, const GPtrArray *words, guint first, guint n_words)
{
  if (n_words == 0)
    return;
  plan_json_writer_begin_array (writer, plan_language_get_key (language));
  for (guint i = 0; i < n_words; i++)
    plan_json_writer_string (writer, NULL, g_ptr_array_index (words, first + i));
  plan_json_writer_end_array (writer);
}
