/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

G_BEGIN_DECLS

/**
 * PlanPreview:
 *
 * What the plan would be after an edit that has not been made. Each call that tries an edit starts from the office as it
 * was when the preview was made; the office itself is never touched. To be thrown away when the office changes.
 */
typedef struct _PlanPreview PlanPreview;

PlanPreview        *plan_preview_new          (PlanDocument *document);
void                plan_preview_free         (PlanPreview *self);
gboolean            plan_preview_set_start    (PlanPreview *self, PlanId task, PlanTicks start, GError **error);
gboolean            plan_preview_set_finish   (PlanPreview *self, PlanId task, PlanTicks finish, GError **error);
gboolean            plan_preview_set          (PlanPreview *self, PlanFieldId field, PlanId task, const PlanValue *value,
                                               GError **error);
gboolean            plan_preview_add_link     (PlanPreview *self, PlanId predecessor, PlanId successor, PlanLinkType type,
                                               GError **error);
gboolean            plan_preview_reset        (PlanPreview *self, GError **error);
const PlanModel    *plan_preview_get_model    (const PlanPreview *self);
const PlanSchedule *plan_preview_get_schedule (const PlanPreview *self);
gboolean            plan_preview_is_moved     (const PlanPreview *self, guint task);
guint               plan_preview_count_moved  (const PlanPreview *self, PlanId project, PlanId except);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanPreview, plan_preview_free)

G_END_DECLS
