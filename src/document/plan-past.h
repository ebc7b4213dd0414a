/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-compare.h"
#include "plan-document.h"
#include "plan-history-words.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Stands for what the office holds now. */
#define PLAN_REVISION_NOW (-1)

/**
 * PlanPast:
 * @revisions: entries of the history after which the two moments are, the first to compare, then the second
 * @models: what the office held then; @schedules: what followed from that
 *
 * Two moments of one office, and how they differ.
 */
typedef struct
{
  int ref_count;
  gint64 revisions[2];
  PlanModel *models[2];
  PlanSchedule *schedules[2];
  PlanComparison *comparison;
} PlanPast;

PlanPast  *plan_past_new             (PlanStore *store, PlanModel *model, gint64 at, gint64 from, gint64 to,
                                      PlanProgress *progress, GError **error);
PlanPast  *plan_past_ref             (PlanPast *self);
void       plan_past_unref           (PlanPast *self);
GPtrArray *plan_past_explain         (PlanStore *store, PlanModel *model, gint64 at, gint64 entry, PlanProgress *progress,
                                      GError **error);

/* In a thread, on a snapshot; the document goes on meanwhile. */
void       plan_document_compare_async  (PlanDocument *self, gint64 from, gint64 to, PlanProgress *progress,
                                         GAsyncReadyCallback callback, gpointer data);
PlanPast  *plan_document_compare_finish (GAsyncResult *result, GError **error);
void       plan_document_explain_async  (PlanDocument *self, gint64 entry, PlanProgress *progress, GAsyncReadyCallback callback,
                                         gpointer data);
GPtrArray *plan_document_explain_finish (GAsyncResult *result, GError **error);

/**
 * PlanHistoryQuery:
 * @project: entries of this project, or %PLAN_ID_NONE for all
 * @author: (nullable): by this person
 * @text: (nullable): that have these words in what they did, by whom, or in the name of their version; case does not count
 * @from: from this moment on, @to: and before this one; UTC, microseconds since 1970; both 0 for any time
 * @with_steps: undo and redo by anyone come along, so that it can be said of an edit whether it was undone
 *
 * Which entries of the history are wanted.
 */
typedef struct
{
  PlanId project;
  const char *author;
  const char *text;
  gint64 from;
  gint64 to;
  gboolean with_steps;
} PlanHistoryQuery;

GPtrArray *plan_past_find               (PlanStore *store, const PlanHistoryQuery *query, gint64 before, guint limit,
                                         gint64 *reached, GError **error);
gboolean   plan_past_get_revision       (PlanStore *store, const char *text, gint64 *revision, GError **error);

/* Going back is an edit like others; a mark is none and cannot be undone. */
gboolean   plan_edit_go_back            (PlanDocument *document, gint64 revision, GError **error);
gboolean   plan_document_set_mark       (PlanDocument *self, gint64 revision, const char *name, GError **error);
char      *plan_document_get_mark       (PlanDocument *self, gint64 revision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanPast, plan_past_unref)

G_END_DECLS
