/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-bilingual.h"
#include "plan-fields.h"
#include "plan-json-writer.h"

G_BEGIN_DECLS

/* Down to here each value has a line of its own. */
#define PLAN_CONTENT_LINE_DEPTH 3

void plan_content_write_bilingual (PlanJsonWriter *writer, const char *key, const PlanBilingual *text);
void plan_content_write_enum      (PlanJsonWriter *writer, const char *key, const PlanEnumName *names, gint64 value);
void plan_content_write_words     (PlanJsonWriter *writer, PlanLanguage language, const GPtrArray *words, guint first, guint n_words);

G_END_DECLS
