/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-error.h"

#include <glib.h>

G_BEGIN_DECLS

/* Numbers in typed texts are read as whole billionths. */
#define PLAN_TEXT_ONE G_GINT64_CONSTANT (1000000000)

/* What a number that is too long for any field is read as: outside every range that is checked afterwards. */
#define PLAN_TEXT_TOO_LARGE (1000000000 * PLAN_TEXT_ONE)

/* The minus sign of texts for people. */
#define PLAN_TEXT_MINUS "−"

char    *plan_text_clean       (const char *text, gsize max_length);
gboolean plan_text_read_number (const char **at, gint64 *billionths);
gboolean plan_text_skip        (const char **at, const char *word);
void     plan_text_skip_spaces (const char **at);
gboolean plan_text_is_separator (gunichar c);
const char *plan_text_find     (const char *text, const char *wanted, const char **end);
char    *plan_text_decimal     (gint64 value, int places);
gboolean plan_text_fail        (GError **error, PlanError code, const char *message, ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
