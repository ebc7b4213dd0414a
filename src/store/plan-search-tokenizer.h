/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-db.h"

#include <glib.h>

G_BEGIN_DECLS

/* The name of the tokenizer in CREATE VIRTUAL TABLE. */
#define PLAN_SEARCH_TOKENIZER "planwright"

gboolean plan_search_tokenizer_add  (PlanDb *db, GError **error);
gboolean plan_search_is_word        (gunichar c);
gboolean plan_search_is_ideographic (gunichar c);

G_END_DECLS
