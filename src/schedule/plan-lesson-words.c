/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a text, as lessons and tasks are compared by them. Chinese has no spaces: every two characters that follow
 * one another are a word, so that 消防验收 and 验收消防 have the words that matter in common. English words lose the ending
 * that tells forms apart; a few rules do, as only words of one hand are compared, and "order" and "ordering" have to meet.
 */

#include "plan-lesson-words.h"

#include <string.h>

/* In bytes; a word that is longer is none. */
#define MAX_WORD 64

/* Sorted. They stand in every text. */
static const char *const common[] = {
  "a", "after", "all", "an", "and", "as", "at", "be", "before", "by", "for", "from", "in", "into", "is", "it", "its", "no",
  "not", "of", "on", "or", "out", "over", "that", "the", "this", "to", "was", "were", "with",
};

/* The longest first. */
static const char *const endings[] = { "ings", "ions", "ers", "ied", "ies", "ing", "ion", "ed", "er", "es", "ly", "e", "s" };

static gboolean
is_common (const char *word)
{
  guint low = 0, high = G_N_ELEMENTS (common);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (word, common[middle]);

      if (order == 0)
        return TRUE;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return FALSE;
}

static void
cut_ending (char *word)
{
  gsize length = strlen (word);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize ending = strlen (endings[i]);

      if (length < ending + 3 || strcmp (word + length - ending, endings[i]) != 0)
        continue;
      word[length - ending] = '\0';
      return;
    }
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static const char *
add_latin (const char *text, PlanLessonWordFunc func, gpointer data)
{
  char word[MAX_WORD], written[MAX_WORD];
  const char *end = text;
  gsize length = 0, size;

  for (; g_unichar_isalnum (g_utf8_get_char (end)) && !is_han (g_utf8_get_char (end)); end = g_utf8_next_char (end))
    if (length + 7 < MAX_WORD)
      length += (gsize) g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (end)), word + length);
  size = (gsize) (end - text);
  word[length] = '\0';
  if (length < 2 || length + 7 >= MAX_WORD || size >= MAX_WORD || is_common (word))
    return end;
  memcpy (written, text, size);
  written[size] = '\0';
  cut_ending (word);
  func (word, written, data);
  return end;
}

static const char *
add_han (const char *text, PlanLessonWordFunc func, gpointer data)
{
  const char *end = g_utf8_next_char (text);
  char pair[16];

  if (!is_han (g_utf8_get_char (end)))
    {
      memcpy (pair, text, (gsize) (end - text));
      pair[end - text] = '\0';
      func (pair, pair, data);
      return end;
    }
  for (; is_han (g_utf8_get_char (end)); text = g_utf8_next_char (text), end = g_utf8_next_char (end))
    {
      gsize length = (gsize) (g_utf8_next_char (end) - text);

      memcpy (pair, text, length);
      pair[length] = '\0';
      func (pair, pair, data);
    }
  return end;
}

/**
 * plan_lesson_words_foreach:
 * @text: (nullable): UTF-8
 *
 * Calls the function for each word, in their order, also when it comes again.
 */
void
plan_lesson_words_foreach (const char *text, PlanLessonWordFunc func, gpointer data)
{
  while (text != NULL && *text != '\0')
    {
      gunichar c = g_utf8_get_char (text);

      if (is_han (c))
        text = add_han (text, func, data);
      else if (g_unichar_isalnum (c))
        text = add_latin (text, func, data);
      else
        text = g_utf8_next_char (text);
    }
}
