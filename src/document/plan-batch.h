/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

G_BEGIN_DECLS

/**
 * PlanBatch:
 *
 * What one edit is going to write: collected while the edit is checked, written all at once.
 */
typedef struct _PlanBatch PlanBatch;

PlanBatch *plan_batch_new         (void);
void       plan_batch_free        (PlanBatch *self);
void       plan_batch_insert      (PlanBatch *self, PlanRecord record, gconstpointer body);
void       plan_batch_set         (PlanBatch *self, PlanFieldId field, PlanId id, const PlanValue *value);
void       plan_batch_set_integer (PlanBatch *self, PlanFieldId field, PlanId id, gint64 value);
void       plan_batch_clear       (PlanBatch *self, PlanFieldId field, PlanId id);
void       plan_batch_delete      (PlanBatch *self, PlanRecord record, PlanId id);
gboolean   plan_batch_deletes     (const PlanBatch *self, PlanRecord record, PlanId id);
guint      plan_batch_get_n       (const PlanBatch *self);
void       plan_batch_apply       (const PlanBatch *self, guint first, PlanId id, gpointer body);
void       plan_batch_apply_to    (const PlanBatch *self, PlanModel *model);
PlanChangeSet *plan_batch_list_changes (const PlanBatch *self, const PlanModel *model);
gboolean   plan_batch_run         (PlanBatch *self, PlanDocument *document, const char *label, const char *subject,
                                   PlanId project, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanBatch, plan_batch_free)

G_END_DECLS
