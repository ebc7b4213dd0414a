/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-search.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanFinder:
 *
 * Full text search in an open office, in a thread.
 */
typedef struct _PlanFinder PlanFinder;

/* @hits: (element-type PlanSearchHit): the results, best first, or %NULL with @error; both belong to the caller. */
typedef void (*PlanFinderFunc) (GPtrArray *hits, const GError *error, gpointer data);

PlanFinder *plan_finder_new    (PlanDocument *document, const char *cache);
void        plan_finder_free   (PlanFinder *self);
void        plan_finder_find   (PlanFinder *self, const char *query, guint limit, PlanFinderFunc func, gpointer data);
void        plan_finder_cancel (PlanFinder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanFinder, plan_finder_free)

G_END_DECLS
