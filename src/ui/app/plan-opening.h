/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-progress.h"

G_BEGIN_DECLS

/**
 * PlanOpening:
 *
 * An office that is to be opened, or is being opened in a thread.
 */
typedef struct _PlanOpening PlanOpening;

PlanOpening  *plan_opening_new           (const char *path, gboolean may_create);
void          plan_opening_free          (PlanOpening *self);
const char   *plan_opening_get_path      (PlanOpening *self);
gboolean      plan_opening_creates       (PlanOpening *self);
void          plan_opening_begin         (PlanOpening *self);
gboolean      plan_opening_is_long       (PlanOpening *self);
PlanDocument *plan_opening_finish        (PlanOpening *self, GError **error);
gpointer      plan_opening_run           (PlanProgress *progress, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanOpening, plan_opening_free)

G_END_DECLS
