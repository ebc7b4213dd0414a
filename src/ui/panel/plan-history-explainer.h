/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-past.h"

G_BEGIN_DECLS

/**
 * PlanHistoryExplainer:
 *
 * Finds out what entries of a history did, each once.
 */
typedef struct _PlanHistoryExplainer PlanHistoryExplainer;

/* @lines: (element-type PlanHistoryLine) (nullable): what the entry did, or %NULL with @reason why that cannot be said */
typedef void (*PlanExplainedFunc) (gint64 entry, GPtrArray *lines, const char *reason, gpointer data);

PlanHistoryExplainer *plan_history_explainer_new     (PlanDocument *document, PlanExplainedFunc func, gpointer data);
void                  plan_history_explainer_free    (PlanHistoryExplainer *self);
GPtrArray            *plan_history_explainer_get     (PlanHistoryExplainer *self, gint64 entry);
void                  plan_history_explainer_request (PlanHistoryExplainer *self, gint64 entry);

G_END_DECLS
