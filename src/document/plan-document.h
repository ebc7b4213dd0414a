/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cost.h"
#include "plan-load.h"
#include "plan-model.h"
#include "plan-outline.h"
#include "plan-schedule.h"
#include "plan-store.h"
#include "plan-task-index.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLAN_TYPE_DOCUMENT (plan_document_get_type ())
G_DECLARE_FINAL_TYPE (PlanDocument, plan_document, PLAN, DOCUMENT, GObject)

/* Writes with plan_store_insert() and so on; FALSE with an error takes everything back. */
typedef gboolean (*PlanEditFunc) (PlanDocument *self, PlanStore *store, gpointer data, GError **error);

PlanDocument       *plan_document_open          (const char *path, PlanStoreFlags flags, GError **error);
PlanDocument       *plan_document_open_any      (const char *path, PlanStoreFlags flags, gboolean check, PlanProgress *progress,
                                                 GError **error);
char               *plan_document_get_default_path (void);
void                plan_document_close         (PlanDocument *self);

const PlanModel    *plan_document_get_model     (PlanDocument *self);
const PlanSchedule *plan_document_get_schedule  (PlanDocument *self);
const PlanOutline  *plan_document_get_outline   (PlanDocument *self, PlanId project);
const PlanTaskIndex *plan_document_get_index    (PlanDocument *self);
PlanCosts          *plan_document_get_costs     (PlanDocument *self);
PlanLoad           *plan_document_get_load      (PlanDocument *self);
PlanModel          *plan_document_snapshot      (PlanDocument *self);
PlanIdSource       *plan_document_get_ids       (PlanDocument *self);
PlanStore          *plan_document_get_store     (PlanDocument *self);
gint64              plan_document_get_revision  (PlanDocument *self);
gboolean            plan_document_is_read_only  (PlanDocument *self);
gboolean            plan_document_check_writable (PlanDocument *self, GError **error);
const GError       *plan_document_get_reason    (PlanDocument *self);
gboolean            plan_document_check_place   (PlanDocument *self, GError **error);
const char         *plan_document_get_path      (PlanDocument *self);
void                plan_document_set_author    (PlanDocument *self, const char *author);

gboolean            plan_document_edit          (PlanDocument *self, const char *label, const char *subject, PlanId project,
                                                 PlanEditFunc func, gpointer data, GError **error);
gboolean            plan_document_undo          (PlanDocument *self, GError **error);
gboolean            plan_document_redo          (PlanDocument *self, GError **error);
char               *plan_document_get_step_label (PlanDocument *self, PlanStep step);
gint64              plan_document_get_step_entry (PlanDocument *self, PlanStep step);
GPtrArray          *plan_document_list_history  (PlanDocument *self, gint64 before, guint limit, GError **error);
char               *plan_step_describe          (const char *label, const char *subject);

G_END_DECLS
