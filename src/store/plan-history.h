/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-changeset.h"
#include "plan-store.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlanHistory PlanHistory;

PlanHistory *plan_history_open      (PlanDb *db, GError **error);
void         plan_history_free      (PlanHistory *self);
gint64       plan_history_get_last  (PlanHistory *self);
gint64       plan_history_get_step  (PlanHistory *self, PlanStep step);
gboolean     plan_history_read      (PlanHistory *self, gint64 id, PlanHistoryEntry *entry, GError **error);
GBytes      *plan_history_get_changeset (PlanHistory *self, gint64 id, GError **error);
gboolean     plan_history_append    (PlanHistory *self, const PlanHistoryEntry *entry, GBytes *changeset, GError **error);
void         plan_history_note      (PlanHistory *self, gint64 id, gint64 undoes, gint64 redoes);
GPtrArray   *plan_history_list      (PlanHistory *self, gint64 before, guint limit, GError **error);
GPtrArray   *plan_history_find      (PlanHistory *self, const PlanHistoryFilter *filter, gint64 before, guint limit,
                                     GError **error);
gboolean     plan_history_check     (PlanHistory *self, PlanProgress *progress, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanHistory, plan_history_free)

G_END_DECLS
