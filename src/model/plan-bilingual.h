/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The languages in which templates and lessons are kept; the language of the window may be another. */
typedef enum {
  PLAN_LANGUAGE_ENGLISH,
  PLAN_LANGUAGE_CHINESE,
  PLAN_N_LANGUAGES
} PlanLanguage;

/**
 * PlanBilingual:
 * @texts: the text in each language, or %NULL where nobody has written it; borrowed
 *
 * One text in two languages.
 */
typedef struct
{
  const char *texts[PLAN_N_LANGUAGES];
} PlanBilingual;

const char *plan_bilingual_get      (const PlanBilingual *self, PlanLanguage language);
gboolean    plan_bilingual_is_set   (const PlanBilingual *self);
const char *plan_language_get_key   (PlanLanguage language);
gboolean    plan_language_find      (const char *locale, PlanLanguage *language);

G_END_DECLS
