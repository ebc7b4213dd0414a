/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Gets each word as it is compared, and as it was written. */
typedef void (*PlanLessonWordFunc) (const char *word, const char *written, gpointer data);

void plan_lesson_words_foreach (const char *text, PlanLessonWordFunc func, gpointer data);

G_END_DECLS
