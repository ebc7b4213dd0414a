/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-format.h"
#include "plan-level.h"
#include "plan-progress.h"

G_BEGIN_DECLS

/**
 * PlanJob:
 *
 * Work in a thread on a snapshot, with progress and cancel; its end is told on the main thread.
 */
typedef struct _PlanJob PlanJob;

typedef gpointer (*PlanJobFunc) (PlanProgress *progress, gpointer data, GError **error);

void          plan_job_run_async    (PlanJobFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result,
                                     PlanProgress *progress, GAsyncReadyCallback callback, gpointer user_data);
gpointer      plan_job_run_finish   (GAsyncResult *result, GError **error);

/* Reads a file in a thread, then takes it into the document as one edit. */
void          plan_document_import_async  (PlanDocument *self, const char *path, PlanProgress *progress,
                                           GAsyncReadyCallback callback, gpointer user_data);
PlanReport   *plan_document_import_finish (PlanDocument *self, GAsyncResult *result, GError **error);

/* Levels in a thread; the proposal is taken with plan_edit_level(). */
void          plan_document_level_async   (PlanDocument *self, const PlanLevelOptions *options, PlanProgress *progress,
                                           GAsyncReadyCallback callback, gpointer user_data);
PlanLevel    *plan_document_level_finish  (GAsyncResult *result, GError **error);

G_END_DECLS
