/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-db.h"
#include "plan-search.h"

#include <glib.h>

G_BEGIN_DECLS

/* Row numbers of a kind are those from PLAN_SEARCH_FIRST_ROW on, so that a kind is a range of them. */
#define PLAN_SEARCH_FIRST_ROW(kind) (((gint64) (kind) + 1) << 48)

/**
 * PlanSearch:
 * @path: of the cache file, or %NULL when the words are kept in memory
 * @db: %NULL before first use and after a failure
 */
struct _PlanSearch
{
  char *path;
  PlanDb *db;
};

gboolean  plan_search_index_fill       (PlanDb *db, const PlanModel *model, PlanProgress *progress, GError **error);
gboolean  plan_search_index_change     (PlanDb *db, const PlanModel *model, const GArray *changes, PlanProgress *progress,
                                        GError **error);

double     plan_search_kind_get_weight (PlanSearchKind kind);

char      *plan_search_query_make (const char *words);
GPtrArray *plan_search_query_run  (PlanDb *db, const char *query, guint kinds, guint limit, GError **error);

G_END_DECLS
