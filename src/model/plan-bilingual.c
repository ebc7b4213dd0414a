/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts that an office keeps in both languages: what the organisation knows is read by people of either. They are data, as
 * names of tasks are, and not messages of the program, so gettext does not know them.
 */

#include "plan-bilingual.h"

#include <string.h>

static const char *const keys[PLAN_N_LANGUAGES] = { "en", "zh" };

/**
 * plan_bilingual_get:
 *
 * Returns: (transfer none): the text in the language, else in the other one, else ""
 */
const char *
plan_bilingual_get (const PlanBilingual *self, PlanLanguage language)
{
  if (self->texts[language] != NULL)
    return self->texts[language];
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    if (self->texts[i] != NULL)
      return self->texts[i];
  return "";
}

/**
 * plan_bilingual_is_set:
 *
 * Returns: whether there is a text in any language
 */
gboolean
plan_bilingual_is_set (const PlanBilingual *self)
{
  return self->texts[PLAN_LANGUAGE_ENGLISH] != NULL || self->texts[PLAN_LANGUAGE_CHINESE] != NULL;
}

/**
 * plan_language_get_key:
 *
 * Returns: (transfer none): the name of the language in files: "en", "zh"
 */
const char *
plan_language_get_key (PlanLanguage language)
{
  return keys[language];
}

/**
 * plan_language_find:
 * @locale: (nullable): as "zh", "zh_CN.UTF-8" or "en-GB"
 * @language: (out): the language of it
 *
 * Returns: whether it is one of the languages
 */
gboolean
plan_language_find (const char *locale, PlanLanguage *language)
{
  for (guint i = 0; locale != NULL && i < PLAN_N_LANGUAGES; i++)
    {
      gsize length = strlen (keys[i]);

      if (strncmp (locale, keys[i], length) != 0 || g_ascii_isalpha (locale[length]))
        continue;
      *language = (PlanLanguage) i;
      return TRUE;
    }
  return FALSE;
}
